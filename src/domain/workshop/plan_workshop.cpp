// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/chain/audience.hpp"
#include "domain/chain/search.hpp"
#include "domain/network/store.hpp"
#include "domain/workshop/acts.hpp"
#include "domain/workshop/may.hpp"
#include "domain/workshop/store.hpp"
#include "platform/base/secret.hpp"
#include "platform/html/markdown.hpp"

namespace kring::workshop {

namespace {

Problem problem(Trouble trouble, std::string_view phrase, std::string_view field = "") {
    return Problem{trouble, std::string(phrase), std::string(field), {}};
}

bool is_open_to(const Actor& who, const chain::Record& record) {
    const auto open = audiences_for(who, record.network);
    return std::find(open.begin(), open.end(), record.audience) != open.end();
}

void check_number(db::Connection& in, const Workshop& workshop, Problems& problems) {
    if (!has_workshop_number(in, workshop)) return;
    problems.push_back(problem(Trouble::conflict, "workshop.problem.number_taken", "number"));
}

void put_in_index(db::Connection& in, const Workshop& workshop) {
    chain::index(in, workshop.record,
                 workshop.title_en + "\n" + html::markdown_words(workshop.about.nl) + "\n" +
                     html::markdown_words(workshop.about.en) + "\n" + workshop.place);
}

}  // namespace

Result<Workshop> plan_workshop(const Act& act, Workshop wanted) {
    const auto series = find_series(act.in, wanted.series);
    if (!series) return problem(Trouble::not_found, "problem.not_found");
    TRY(network, network::find_visible(act.in, act.who, series->network));
    if (!may_plan(act.who, network.id)) return problem(Trouble::forbidden, "problem.forbidden");

    chain::Record& record = wanted.record;
    record.id = new_id(act.when);
    record.kind = chain::Kind::workshop;
    record.network = network.id;
    record.language = "nl";
    record.owner = act.who.person;
    record.created_at = record.updated_at = act.when;
    Problems problems = problems_of(wanted);
    if (!is_open_to(act.who, record))
        problems.push_back(problem(Trouble::invalid, "problem.choice", "audience"));
    check_number(act.in, wanted, problems);
    if (!problems.empty()) return problems;

    insert(act.in, wanted);
    put_in_index(act.in, wanted);
    journal::record(act, "workshop.planned", record.id);
    return wanted;
}

Result<Done> change_workshop(const Act& act, Workshop wanted) {
    TRY(readable, chain::find_readable(act.in, act.who, wanted.record.id, act.when));
    const auto known = find(act.in, readable.id);
    if (!known) return problem(Trouble::not_found, "problem.not_found");
    if (!may_plan(act.who, readable.network)) return problem(Trouble::forbidden, "problem.forbidden");
    if (readable.is_withdrawn) return problem(Trouble::conflict, "workshop.problem.withdrawn");

    chain::Record record = known->record;
    record.title = wanted.record.title;
    record.updated_at = act.when;
    const bool is_same_audience = record.audience == wanted.record.audience;
    record.audience = wanted.record.audience;
    if (!is_same_audience) record.audience_of.clear();
    wanted.record = std::move(record);
    wanted.series = known->series;
    wanted.sequence = known->sequence + (concerns_calendars(*known, wanted) ? 1 : 0);

    Problems problems = problems_of(wanted);
    if (!is_same_audience && !is_open_to(act.who, wanted.record)) {
        problems.push_back(problem(Trouble::invalid, "problem.choice", "audience"));
    }
    check_number(act.in, wanted, problems);
    if (!problems.empty()) return problems;

    update(act.in, wanted);
    put_in_index(act.in, wanted);
    journal::record(act, "workshop.changed", wanted.record.id);
    return Done{};
}

}  // namespace kring::workshop
