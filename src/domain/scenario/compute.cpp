// SPDX-License-Identifier: EUPL-1.2
#include "domain/scenario/compute.hpp"

#include <exception>
#include <memory>

#include "domain/scenario/acts.hpp"
#include "domain/scenario/compose.hpp"
#include "domain/scenario/may.hpp"
#include "domain/scenario/reckon.hpp"
#include "domain/scenario/store.hpp"
#include "platform/base/log.hpp"

namespace kring::scenario {

namespace {

constexpr std::int64_t told_every_ms = 500;

// Tells the database now and then how far it is, and hears from it when it was stopped.
Progress teller(db::Database& database, const std::string& key, const Clock& clock,
                const Stopping& is_stopping) {
    auto told = std::make_shared<Time>(clock());
    return [&database, key, clock, is_stopping, told](std::int64_t draws_done) {
        if (is_stopping && is_stopping()) return false;
        const Time when = clock();
        if (when < *told + told_every_ms) return true;
        *told = when;
        bool goes_on = true;
        (void)database.write([&](db::Connection& in) {
            goes_on = touch_run(in, key, draws_done, when);
            return Result<Done>(Done{});
        });
        return goes_on;
    };
}

Result<Outcome> outcome_of(const Run& run, unsigned threads, const Progress& progress) {
    const auto inputs = read_inputs(run.inputs);
    const auto figures = read_figures(run.figures);
    if (!inputs || !figures) return Problem{Trouble::invalid, "scenario.problem.broken", "", {}};
    return reckon(*inputs, *figures, threads, progress);
}

bool begin(db::Database& database, std::string_view key, Time when) {
    bool is_ours = false;
    (void)database.write([&](db::Connection& in) {
        is_ours = begin_run(in, key, when);
        const auto run = is_ours ? find_run(in, key) : std::nullopt;
        if (!run || run->tries <= run_tries_max) return Result<Done>(Done{});
        fail_run(in, key, "scenario.problem.broken", when);
        is_ours = false;
        return Result<Done>(Done{});
    });
    return is_ours;
}

void settle(db::Database& database, const std::string& key, const Result<Outcome>& outcome, Time when) {
    (void)database.write([&](db::Connection& in) {
        const auto run = find_run(in, key);
        if (!run || run->state != RunState::running) return Result<Done>(Done{});
        if (outcome)
            finish_run(in, key, to_text(*outcome), when);
        else
            fail_run(in, key, outcome.problems().front().phrase, when);
        return Result<Done>(Done{});
    });
}

// What is thrown is no reason to begin the same again and again: whoever asked reads that it failed.
Result<Outcome> tried_outcome_of(const Run& run, unsigned threads, const Progress& progress) {
    try {
        return outcome_of(run, threads, progress);
    } catch (const std::exception& error) {
        log_line("error", "scenario", {{"run", run.key}, {"what", error.what()}});
        return Problem{Trouble::invalid, "scenario.problem.broken", "", {}};
    }
}

}  // namespace

bool compute(db::Database& database, std::string_view run_key, const Clock& clock, unsigned threads,
             const Stopping& is_stopping) {
    const auto run = database.read([&](db::Connection& in) { return find_run(in, run_key); });
    if (!run || !begin(database, run->key, clock())) return false;
    const auto outcome = tried_outcome_of(*run, threads, teller(database, run->key, clock, is_stopping));
    if (!outcome && is_stopping && is_stopping()) {
        (void)database.write([&](db::Connection& in) {
            put_back_run(in, run->key, clock());
            return Result<Done>(Done{});
        });
        return false;
    }
    settle(database, run->key, outcome, clock());
    return true;
}

bool compute_next(db::Database& database, const Clock& clock, unsigned threads, const Stopping& is_stopping) {
    const auto run = database.read([&](db::Connection& in) { return next_run(in, clock()); });
    return run && compute(database, run->key, clock, threads, is_stopping);
}

Result<Done> compute_again(const Act& act, std::string_view id) {
    TRY(one, find_visible(act.in, act.who, id, act.when));
    if (!may_make(act.who, one.record.network))
        return Problem{Trouble::forbidden, "scenario.problem.not_member", "", {}};
    Run run;
    run.key = one.run_key;
    run.inputs = to_text(one.inputs);
    run.figures = to_text(one.figures);
    run.draws = one.inputs.draws;
    run.is_again = one.outcome.has_value();
    const auto known = find_run(act.in, run.key);
    const bool is_busy = known && (known->state == RunState::waiting || known->state == RunState::running);
    if (is_busy) return Problem{Trouble::conflict, "scenario.problem.computing", "", {}};
    TRY_DONE(check_waiting(act, one));
    drop_run(act.in, run.key);
    ask_run(act.in, run, act.when);
    journal::record(act, "scenario.computed_again", one.record.id);
    return Done{};
}

Result<Done> stop(const Act& act, std::string_view id) {
    TRY(one, find_visible(act.in, act.who, id, act.when));
    if (!may_change(act.who, one.record))
        return Problem{Trouble::forbidden, "scenario.problem.not_yours", "", {}};
    // Whoever copies a scenario has no say over the calculation of its maker.
    if (is_held_by_another(act.in, one))
        return Problem{Trouble::conflict, "scenario.problem.held_by_another", "", {}};
    if (!stop_run(act.in, one.run_key, act.when))
        return Problem{Trouble::conflict, "scenario.problem.nothing_to_stop", "", {}};
    journal::record(act, "scenario.stopped", one.record.id);
    return Done{};
}

Result<Done> order_paper(const Act& act, std::string_view id, std::string_view language) {
    TRY(one, find_visible(act.in, act.who, id, act.when));
    if (!one.outcome) return Problem{Trouble::conflict, "scenario.problem.no_outcome", "", {}};
    if (language != "nl" && language != "en") return Problem{Trouble::invalid, "problem.choice", "", {}};
    const auto known = find_paper(act.in, one.record.id, language);
    const std::string mark = paper_mark(one);
    if (known && known->result_hash == mark && !known->has_failed) return Done{};
    ask_paper(act.in, {one.record.id, std::string(language), mark, false, false}, act.when);
    journal::record(act, "scenario.paper_asked", one.record.id);
    return Done{};
}

}  // namespace kring::scenario
