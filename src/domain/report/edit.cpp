// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/audience.hpp"
#include "domain/evaluation/evaluation.hpp"
#include "domain/report/acts.hpp"
#include "domain/report/may.hpp"
#include "domain/report/running.hpp"
#include "domain/report/store.hpp"
#include "domain/workshop/store.hpp"

namespace kring::report {

Problem problem(Trouble trouble, std::string_view phrase, std::string_view field) {
    return {trouble, std::string(phrase), std::string(field), {}};
}

Result<workshop::Workshop> find_held(const Act& act, std::string_view id) {
    TRY(record, chain::find_readable(act.in, act.who, id, act.when));
    auto workshop = workshop::find(act.in, record.id);
    if (!workshop) return problem(Trouble::not_found, "problem.not_found");
    if (workshop->is_cancelled() || !evaluation::is_over(*workshop, act.when))
        return problem(Trouble::conflict, "report.problem.not_over");
    return std::move(*workshop);
}

Result<workshop::Workshop> find_to_edit(const Act& act, std::string_view id) {
    TRY(record, chain::find_readable(act.in, act.who, id, act.when));
    if (record.kind == chain::Kind::workshop && !may_edit(act.who, record))
        return problem(Trouble::forbidden, "problem.forbidden");
    return find_held(act, id);
}

Result<Done> edit(const Act& act, const Draft& draft) {
    TRY(workshop, find_to_edit(act, draft.workshop));
    if (Problems problems = problems_of(draft); !problems.empty()) return problems;
    if (find_draft(act.in, workshop.record.id).revision != draft.revision)
        return problem(Trouble::conflict, "report.problem.changed", "introduction");
    put(act.in, draft);
    journal::record(act, "report.edited", workshop.record.id);
    return Done{};
}

}  // namespace kring::report
