// SPDX-License-Identifier: EUPL-1.2
// Who takes part in a workshop: its facilitator ticks members.
#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/people/people.hpp"
#include "domain/workshop/acts.hpp"
#include "domain/workshop/may.hpp"
#include "domain/workshop/page_functions.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"
#include "platform/base/secret.hpp"

namespace kring::workshop {

namespace {

using desk::Visit;
using html::List;
using html::View;

struct ParticipantsPage {
    Workshop workshop;
    Series series;
    network::Network network;
    std::vector<network::Member> members;
    std::vector<std::string> taking_part;
};

Result<ParticipantsPage> read_participants_page(db::Connection& in, const Visit& visit) {
    TRY(record, chain::find_readable(in, visit.who, visit.request.part("id"), visit.when));
    const auto workshop = find(in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (!may_choose_participants(visit.who, record.network)) return forbidden();
    if (workshop->takes_registrations)
        return Problem{Trouble::conflict, "workshop.problem.registered", "", {}};
    return ParticipantsPage{*workshop, find_series(in, workshop->series).value(),
                            network::find(in, record.network).value(),
                            network::members_of(in, record.network), participants_of(in, record.id)};
}

View tick_of(const network::Member& member, bool is_ticked) {
    const bool has_both = !member.job.empty() && !member.organisation.empty();
    View view;
    view.set("id", "p-" + member.person)
        .set("name", "person[]")
        .set("value", member.person)
        .set("label", member.name)
        .set("hint", member.job + (has_both ? ", " : "") + member.organisation)
        .set("error", "")
        .set("required", false)
        .set("checked", is_ticked);
    return view;
}

List groups_of(const Visit& visit, const ParticipantsPage& page) {
    const auto takes_part = [&](const std::string& person) {
        return std::find(page.taking_part.begin(), page.taking_part.end(), person) != page.taking_part.end();
    };
    List groups;
    for (const Side side : {Side::purchaser, Side::adviser, Side::supplier}) {
        List ticks;
        for (const network::Member& member : page.members) {
            if (member.membership.side == side) ticks.push_back(tick_of(member, takes_part(member.person)));
        }
        if (ticks.empty()) continue;
        View group;
        group.set("legend", visit.say("network.members." + std::string(people::word(side))))
            .set("ticks", std::move(ticks));
        groups.push_back(std::move(group));
    }
    return groups;
}

}  // namespace

web::Response show_participants(const Visit& visit) {
    const auto page = visit.read([&](db::Connection& in) { return read_participants_page(in, visit); });
    if (!page) return desk::trouble(visit, page.problems());
    desk::Frame frame;
    frame.title = visit.say("workshop.participants.title");
    frame.section = "netwerken";
    frame.crumbs = crumbs_to(visit, page->network, page->series);
    frame.crumbs.push_back(crumb_of(visit, page->workshop, false));
    frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = visible_to_planners(visit, page->network);
    View view;
    view.set("action", desk::address(visit, "/bijeenkomsten/{id}/deelnemers", {page->workshop.record.id}))
        .set("workshop", in_language(page->workshop.title(), visit.language).text)
        .set("groups", groups_of(visit, *page))
        .set("csrf", masked(visit.csrf))
        .set("empty_text", visit.say("network.members.none"))
        .set("empty_href", "")
        .set("empty_label", "");
    return desk::show(visit, frame, "workshop_participants", std::move(view));
}

web::Response post_participants(const Visit& visit) {
    const std::string id(visit.request.part("id"));
    const std::vector<std::string> people = web::all_of(visit.request.form, "person[]");
    const auto done = visit.write([&](const Act& act) { return choose_participants(act, id, people); });
    if (!done) return desk::trouble(visit, done.problems());
    return desk::go(visit, workshop_address(visit, id), "participants_chosen");
}

}  // namespace kring::workshop
