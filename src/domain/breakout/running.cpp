// SPDX-License-Identifier: EUPL-1.2
#include "domain/breakout/running.hpp"

#include "domain/breakout/may.hpp"
#include "domain/breakout/store.hpp"
#include "domain/chain/audience.hpp"

namespace kring::breakout {

Problem conflict(std::string_view phrase) { return {Trouble::conflict, std::string(phrase), "", {}}; }
Problem not_found() { return {Trouble::not_found, "problem.not_found", "", {}}; }

Result<Running> find_running(const Act& act, std::string_view id) {
    TRY(record, chain::find_readable(act.in, act.who, id, act.when));
    if (record.kind != chain::Kind::workshop) return not_found();
    if (record.is_withdrawn) return conflict("workshop.problem.withdrawn");
    auto breakout = find(act.in, id);
    if (!breakout) return not_found();
    return Running{std::move(record), std::move(*breakout)};
}

Result<Running> find_to_run(const Act& act, std::string_view id, std::optional<std::int64_t> version) {
    TRY(running, find_running(act, id));
    if (!may_run(act.who, running.workshop.network))
        return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    if (version && running.breakout.version != *version) return conflict("breakout.problem.changed");
    return std::move(running);
}

Result<Done> keep(const Act& act, const Breakout& breakout, std::string_view what, std::string_view detail) {
    if (!advance(act.in, breakout)) return conflict("breakout.problem.changed");
    journal::record(act, "breakout." + std::string(what), breakout.workshop, detail);
    return Done{};
}

}  // namespace kring::breakout
