// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/breakout/acts.hpp"
#include "domain/breakout/may.hpp"
#include "domain/breakout/running.hpp"
#include "domain/breakout/store.hpp"
#include "domain/chain/audience.hpp"

namespace kring::breakout {

namespace {

Breakout with(Breakout breakout, const Wishes& setup) {
    breakout.rounds = setup.rounds;
    breakout.minutes = setup.minutes;
    breakout.chairs = setup.chairs;
    breakout.mix = mix_of(setup.mix).value();
    return breakout;
}

void keep_parts(const Act& act, const Breakout& breakout, const Wishes& setup) {
    put_tables(act.in, breakout, setup.tables, act.when);
    put_apart(act.in, breakout.workshop, setup.apart);
    put_away(act.in, breakout.workshop, setup.away);
}

Result<Done> make(const Act& act, const chain::Record& workshop, const Wishes& setup) {
    Breakout fresh;
    fresh.workshop = workshop.id;
    fresh = with(fresh, setup);
    if (!insert(act.in, fresh)) return conflict("breakout.problem.changed");
    keep_parts(act, fresh, setup);
    journal::record(act, "breakout.set_up", workshop.id,
                    "tables=" + std::to_string(setup.tables) + " rounds=" + std::to_string(setup.rounds));
    return Done{};
}

bool knows_all(db::Connection& in, const Breakout& breakout, std::string_view network,
               const std::vector<std::string>& away) {
    const std::vector<Sitter> known = sitters(in, breakout.workshop, network);
    return std::all_of(away.begin(), away.end(), [&](const std::string& person) {
        return std::any_of(known.begin(), known.end(),
                           [&](const Sitter& sitter) { return sitter.person == person; });
    });
}

}  // namespace

Result<Done> set_up(const Act& act, std::string_view id, std::int64_t version, const Wishes& setup) {
    TRY(workshop, chain::find_readable(act.in, act.who, id, act.when));
    if (workshop.kind != chain::Kind::workshop) return not_found();
    if (!may_run(act.who, workshop.network)) return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    if (workshop.is_withdrawn) return conflict("workshop.problem.withdrawn");
    const auto known = find(act.in, id);
    if (const Problems problems = problems_of(setup, known ? &*known : nullptr); !problems.empty())
        return problems;
    if ((known ? known->version : 0) != version) return conflict("breakout.problem.changed");
    Breakout standing = known.value_or(Breakout());
    standing.workshop = workshop.id;
    if (!knows_all(act.in, standing, workshop.network, setup.away)) return not_found();
    if (!known) return make(act, workshop, setup);

    const bool is_another =
        setup.rounds != known->rounds || setup.tables != static_cast<std::int64_t>(known->tables.size());
    Breakout changed = with(*known, setup);
    if (is_another && changed.is_published) {
        changed.is_published = false;
        put_seats(act.in, id, 1, {});
    }
    TRY_DONE(keep(act, changed, "set_up",
                  "tables=" + std::to_string(setup.tables) + " rounds=" + std::to_string(setup.rounds)));
    keep_parts(act, *known, setup);
    return Done{};
}

Result<Done> set_table(const Act& act, std::string_view id, std::int64_t version, const Table& wanted) {
    TRY(running, find_to_run(act, id, version));
    const Breakout& breakout = running.breakout;
    const Table* table = breakout.table_numbered(wanted.number);
    if (!table) return not_found();
    const auto& people = sitters(act.in, id, running.workshop.network);
    const bool is_known = std::any_of(people.begin(), people.end(),
                                      [&](const Sitter& one) { return one.person == wanted.host; });
    if (!wanted.host.empty() && !is_known) return Problem{Trouble::invalid, "problem.choice", "host", {}};
    for (const Table& other : breakout.tables) {
        if (wanted.host.empty() || other.host != wanted.host || other.number == wanted.number) continue;
        return Problem{Trouble::invalid,
                       "breakout.problem.hosts_another",
                       "host",
                       {{"table", std::to_string(other.number)}}};
    }
    const auto questions = questions_for(act.in, act.who, id, act.when);
    for (const std::string& question : wanted.questions) {
        const bool is_ours = std::any_of(questions.begin(), questions.end(),
                                         [&](const chain::Record& one) { return one.id == question; });
        if (!is_ours) return not_found();
    }
    TRY_DONE(keep(act, breakout, "table_set", "table=" + std::to_string(wanted.number)));
    Table changed = wanted;
    changed.id = table->id;
    put_table(act.in, changed);
    return Done{};
}

}  // namespace kring::breakout
