// SPDX-License-Identifier: EUPL-1.2
#include "domain/evaluation/evaluation_view.hpp"

#include "domain/chain/audience.hpp"
#include "domain/desk/addresses.hpp"
#include "domain/evaluation/may.hpp"
#include "domain/evaluation/store.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/store.hpp"
#include "domain/workshop/workshop_view.hpp"

namespace kring::evaluation {

using desk::Visit;

Result<Place> find_place(db::Connection& in, const Visit& visit) {
    TRY(record, chain::find_readable(in, visit.who, visit.request.part("id"), visit.when));
    const auto workshop = workshop::find(in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    return Place{*workshop, workshop::find_series(in, workshop->series).value(),
                 network::find(in, record.network).value(), find_asked(in, record.id)};
}

Result<Place> find_place_to_see(db::Connection& in, const Visit& visit) {
    TRY(place, find_place(in, visit));
    if (!may_see(visit.who, place.workshop.record)) return workshop::forbidden();
    return std::move(place);
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

std::string address_of(const Visit& visit, const Place& place, std::string_view pattern) {
    return desk::address(visit, pattern, {place.workshop.record.id});
}

sheet::Sheet sheet_of(const Place& place, const std::vector<Answer>& answers) {
    sheet::Sheet sheet;
    sheet.name = "answers";
    sheet.head = {"workshop", "day",     "answer",     "useful", "prepared", "met",
                  "learned",  "intends", "intends_by", "better", "name"};
    const bool shows_scores = static_cast<std::int64_t>(answers.size()) >= division_least;
    std::int64_t number = 0;
    for (const Answer& one : answers) {
        sheet::Cells cells = {place.workshop.record.id, sheet::Day{place.workshop.day}, ++number};
        for (const auto& score : one.scores) {
            if (score && shows_scores)
                cells.emplace_back(*score);
            else
                cells.emplace_back(std::string());
        }
        cells.emplace_back(one.learned);
        cells.emplace_back(one.intends);
        cells.emplace_back(sheet::Day{one.intends_by});
        cells.emplace_back(one.better);
        cells.emplace_back(one.named_as);
        sheet.rows.push_back(std::move(cells));
    }
    return sheet;
}

}  // namespace kring::evaluation
