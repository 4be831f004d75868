// SPDX-License-Identifier: EUPL-1.2
#include "domain/breakout/plan_words.hpp"

#include <array>

#include "domain/desk/table.hpp"
#include "platform/base/text.hpp"

namespace kring::breakout {

namespace {

using desk::Visit;
using html::List;
using html::View;

// In the order of seating::Rule and seating::Why.
constexpr std::array<std::string_view, 7> rule_words = {
    "seat", "host", "capacity", "apart_people", "apart_organisations", "apart_group", "even_sizes"};
constexpr std::array<std::string_view, 7> why_words = {"too_few_chairs", "too_many_hosts",   "hosts_apart",
                                                       "too_many_apart", "every_way_failed", "none_found",
                                                       "avoidable"};

View text_view(std::string text) {
    View view;
    view.set("text", std::move(text));
    return view;
}

std::string names_of(const Place& place, const std::vector<std::string>& people) {
    std::vector<std::string> names;
    for (const std::string& person : people) names.push_back(place.name_of(person));
    return join(names, ", ");
}

std::string number_of_table(const Place& place, std::string_view id) {
    const Table* table = place.breakout->table(id);
    return table ? std::to_string(table->number) : "–";
}

}  // namespace

List score_in_words(const Visit& visit, const seating::Plan& plan) {
    const int share = plan.bound > 0 ? plan.score.new_meetings * 100 / plan.bound : 100;
    return {
        text_view(visit.say("breakout.score.meetings", {{"new", std::to_string(plan.score.new_meetings)},
                                                        {"bound", std::to_string(plan.bound)},
                                                        {"share", std::to_string(share)}})),
        text_view(visit.say("breakout.score.rest", {{"repeated", std::to_string(plan.repeated)},
                                                    {"sides", std::to_string(plan.score.sides)},
                                                    {"colleagues", std::to_string(plan.score.colleagues)}}))};
}

List violations_in_words(const Visit& visit, const Place& place, const seating::Plan& plan) {
    List list;
    for (const seating::Violation& one : plan.violations) {
        const auto rule = rule_words.at(static_cast<std::size_t>(one.rule));
        const auto why = why_words.at(static_cast<std::size_t>(one.why));
        std::string text =
            visit.say("breakout.violation", {{"round", std::to_string(one.round + 1)},
                                             {"rule", visit.say("breakout.rule." + std::string(rule))},
                                             {"names", names_of(place, one.people)}});
        text += " " + visit.say("breakout.why." + std::string(why));
        if (!one.because.empty()) text += " " + names_of(place, one.because) + ".";
        list.push_back(text_view(std::move(text)));
    }
    return list;
}

List changes_in_words(const Visit& visit, const Place& place, const Proposal& proposal) {
    List list;
    if (!place.breakout->is_published) return list;
    for (const seating::Move& move : proposal.plan.moves) {
        list.push_back(text_view(visit.say("breakout.move", {{"name", place.name_of(move.person)},
                                                             {"round", std::to_string(move.round + 1)},
                                                             {"from", number_of_table(place, move.from)},
                                                             {"to", number_of_table(place, move.to)}})));
    }
    return list;
}

List round_tables(const Visit& visit, const Place& place, const seating::Plan& plan) {
    List list;
    for (std::size_t round = 0; round < plan.rounds.size(); ++round) {
        const std::string number = std::to_string(round + 1);
        desk::Table table("round-" + number, visit.say("breakout.round", {{"round", number}}));
        table.column(visit.say("breakout.plan.table"))
            .column(visit.say("breakout.plan.people"), true)
            .column(visit.say("breakout.plan.who"));
        for (const seating::Seated& seated : plan.rounds[round]) {
            table.row()
                .cell(visit.say("breakout.table", {{"table", number_of_table(place, seated.table)}}))
                .cell(std::to_string(seated.people.size()))
                .cell(names_of(place, seated.people));
        }
        list.push_back(table.view());
    }
    return list;
}

}  // namespace kring::breakout
