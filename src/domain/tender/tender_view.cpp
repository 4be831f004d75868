// SPDX-License-Identifier: EUPL-1.2
#include "domain/tender/tender_view.hpp"

#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/network/network_view.hpp"
#include "domain/network/store.hpp"
#include "domain/tender/may.hpp"
#include "domain/tender/store.hpp"

namespace kring::tender {

using desk::Visit;

Result<Place> find_place(db::Connection& in, const Visit& visit) {
    TRY(tender, find_readable(in, visit.who, visit.request.part("id"), visit.when));
    Place place;
    place.network = network::find(in, tender.record.network).value();
    place.has_bids = has_bids(in, tender.record.id);
    const bool is_alone = tender.record.audience == chain::Audience::persons && tender.record.readers.empty();
    place.visible_for =
        is_alone ? desk::visible_to_you() : chain::visible_for(in, tender.record, visit.code());
    place.tender = std::move(tender);
    return place;
}

Result<Place> find_place_to_change(db::Connection& in, const Visit& visit) {
    TRY(place, find_place(in, visit));
    if (!may_change(visit.who, place.tender.record))
        return Problem{Trouble::forbidden, "tender.problem.not_yours", "", {}};
    return std::move(place);
}

std::string tender_address(const Visit& visit, std::string_view id, std::string_view rest) {
    return desk::address(visit, "/aanbestedingen/{id}" + std::string(rest), {id});
}

desk::Frame frame_of(const Visit& visit, const Place& place, std::string title) {
    const std::string& network = place.network.id;
    const chain::Record& record = place.tender.record;
    desk::Frame frame;
    frame.section = "netwerken";
    frame.crumbs = network::crumbs_to(visit, place.network);
    frame.crumbs.push_back(
        {visit.say("tender.list"), desk::address(visit, "/netwerken/{netwerk}/aanbestedingen", {network})});
    frame.crumbs.push_back({record.title, title.empty() ? "" : tender_address(visit, record.id)});
    frame.title = title.empty() ? record.title : std::move(title);
    if (frame.title != record.title) frame.crumbs.push_back({frame.title, ""});
    frame.visible_for = place.visible_for;
    return frame;
}

std::string type_in_words(const Visit& visit, const Criterion& one) {
    const bool is_green_quality = one.type == CriterionType::quality && one.is_green;
    return visit.say("tender.type." +
                     (is_green_quality ? std::string("green") : std::string(word(one.type))));
}

desk::Table criteria_table(const Visit& visit, const Tender& tender) {
    desk::Table table("criteria-table", visit.say("tender.criteria.caption"));
    table.column(visit.say("tender.criteria.name")).column(visit.say("tender.criteria.type"));
    table.column(visit.say("tender.criteria.weight"), true).column(visit.say("tender.criteria.share"), true);
    const Milli total = weight_total(tender);
    for (const Criterion& one : tender.criteria) {
        table.row()
            .cell(one.name)
            .cell(type_in_words(visit, one))
            .cell(amount_in_words(one.weight, 3, 0, visit.language))
            .cell(amount_in_words((share(one.weight, total) + 50) / 100, 1, 0, visit.language) + " %");
    }
    return table;
}

std::string formula_in_words(const Visit& visit, Formula formula) {
    return visit.say("tender.formula." + std::string(word(formula)));
}

html::List warnings_view(const Visit& visit, const std::vector<Warning>& warnings) {
    html::List rows;
    for (const Warning& one : warnings) {
        html::View row;
        row.set("text", visit.say(one.phrase, one.values))
            .set("source", one.source.empty() ? std::string() : visit.say(one.source));
        rows.push_back(std::move(row));
    }
    return rows;
}

bool is_beyond_the_form(const Problems& problems) {
    return std::any_of(problems.begin(), problems.end(), [](const Problem& problem) {
        return problem.trouble != Trouble::invalid && problem.field.empty();
    });
}

}  // namespace kring::tender
