// SPDX-License-Identifier: EUPL-1.2
#include "domain/network/store.hpp"
#include "domain/workshop/acts.hpp"
#include "domain/workshop/may.hpp"
#include "domain/workshop/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::workshop {

namespace {

Problem forbidden() { return Problem{Trouble::forbidden, "problem.forbidden", "", {}}; }

Problems all_problems_of(db::Connection& in, const Series& series) {
    Problems problems = problems_of(series);
    if (!has_series_number(in, series)) return problems;
    problems.push_back({Trouble::conflict, "workshop.problem.series_number_taken", "number", {}});
    return problems;
}

}  // namespace

Result<Series> make_series(const Act& act, Series wanted) {
    TRY(network, network::find_visible(act.in, act.who, wanted.network));
    if (!may_plan(act.who, network.id)) return forbidden();
    wanted.id = new_id(act.when);
    if (Problems problems = all_problems_of(act.in, wanted); !problems.empty()) return problems;
    insert_series(act.in, wanted);
    journal::record(act, "series.made", wanted.id);
    return wanted;
}

Result<Done> change_series(const Act& act, Series wanted) {
    const auto known = find_series(act.in, wanted.id);
    if (!known) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    TRY(network, network::find_visible(act.in, act.who, known->network));
    if (!may_plan(act.who, network.id)) return forbidden();
    wanted.network = known->network;
    if (Problems problems = all_problems_of(act.in, wanted); !problems.empty()) return problems;
    update_series(act.in, wanted);
    journal::record(act, "series.changed", wanted.id);
    return Done{};
}

}  // namespace kring::workshop
