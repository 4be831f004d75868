// SPDX-License-Identifier: EUPL-1.2
#include "domain/commitment/commitment_view.hpp"

#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::commitment {

using desk::Visit;
using html::List;
using html::View;

Result<Place> find_place(db::Connection& in, const Visit& visit, std::string_view id) {
    TRY(record, chain::find_readable(in, visit.who, id, visit.when));
    const auto workshop = workshop::find(in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return Place{*workshop, workshop::find_series(in, workshop->series).value(),
                 network::find(in, record.network).value()};
}

desk::Frame frame_of(const Visit& visit, const Place& place, std::string title) {
    desk::Frame frame;
    frame.title = std::move(title);
    frame.section = "netwerken";
    frame.crumbs = workshop::crumbs_to(visit, place.network, place.series);
    frame.crumbs.push_back(workshop::crumb_of(visit, place.workshop, false));
    frame.crumbs.push_back({frame.title, ""});
    return frame;
}

std::string state_in_words(const Visit& visit, const Commitment& one) {
    if (one.record.is_withdrawn) return visit.say("commitment.state.withdrawn");
    const bool is_late = one.state == State::open && one.due_on < amsterdam_day(visit.when);
    return visit.say("commitment.state." + (is_late ? "late" : std::string(word(one.state))));
}

List rows_of(const Visit& visit, const std::vector<Commitment>& all, bool with_owner) {
    List rows;
    for (const Commitment& one : all) {
        View row;
        row.set("href", desk::address(visit, "/afspraken/{id}", {one.record.id}))
            .set("title", one.record.title)
            .set("title_language", one.record.language)
            .set("owner", with_owner ? desk::by(visit, one.record) : "")
            .set("due", visit.say("commitment.row.due",
                                  {{"day", visit.site.phrases.long_date(one.due_on, visit.language)}}))
            .set("state", state_in_words(visit, one))
            .set("outcome", one.outcome)
            .set("is_withdrawn", one.record.is_withdrawn)
            .set("restore_href", desk::address(visit, "/afspraken/{id}/herstel", {one.record.id}));
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace kring::commitment
