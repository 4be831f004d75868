// SPDX-License-Identifier: EUPL-1.2
#include "domain/tender/runs.hpp"

#include <array>
#include <exception>

#include "domain/tender/acts.hpp"
#include "domain/tender/store.hpp"

namespace kring::tender {

namespace {

constexpr std::array<std::string_view, 5> state_words = {"waiting", "running", "done", "failed", "cancelled"};

void set_state(db::Database& database, std::string_view key, RunState state, std::string_view answer) {
    (void)database.write([&](db::Connection& in) {
        in.execute("update tender_runs set state = $2, answer = $3 where id = $1 and state = 'running'",
                   {key, word(state), answer});
        return Result<Done>(Done{});
    });
}

bool begin(db::Database& database, std::string_view key) {
    const auto begun = database.write([&](db::Connection& in) {
        const bool is_ours =
            in.execute(
                "update tender_runs set state = 'running', done_draws = 0, tries = tries + 1 "
                "where id = $1 and state in ('waiting', 'running')",
                {key}) > 0;
        const bool is_too_often =
            in.execute(
                "update tender_runs set state = 'failed' where id = $1 and state = 'running' and tries > $2",
                {key, run_tries_max}) > 0;
        return Result<bool>(is_ours && !is_too_often);
    });
    return begun && *begun;
}

// As if it was not begun: the program ends.
void put_back(db::Database& database, std::string_view key) {
    (void)database.write([&](db::Connection& in) {
        in.execute(
            "update tender_runs set state = 'waiting', done_draws = 0, tries = tries - 1 "
            "where id = $1 and state = 'running'",
            {key});
        return Result<Done>(Done{});
    });
}

// Writes how far it is; false when it was stopped in the meantime.
bool report(db::Database& database, std::string_view key, std::int64_t draws) {
    const auto goes_on = database.write([&](db::Connection& in) {
        const auto changed = in.execute(
            "update tender_runs set done_draws = $2 where id = $1 and state = 'running'", {key, draws});
        return Result<bool>(changed > 0);
    });
    return goes_on && *goes_on;
}

}  // namespace

std::string_view word(RunState state) { return state_words[static_cast<std::size_t>(state)]; }

std::optional<RunState> run_state_of(std::string_view text) {
    for (std::size_t i = 0; i < state_words.size(); ++i) {
        if (state_words[i] == text) return static_cast<RunState>(i);
    }
    return std::nullopt;
}

std::optional<Run> find_run(db::Connection& in, std::string_view key) {
    std::optional<Run> found;
    in.query("select tender_id, state, done_draws, answer from tender_runs where id = $1", {key},
             [&](const db::Row& row) {
                 found = Run{std::string(key), row.text(0), run_state_of(row.view(1)).value(), row.integer(2),
                             row.text(3)};
             });
    return found;
}

Result<Done> ask_run(const Act& act, std::string_view id) {
    TRY(tender, find_own(act, id));
    if (tender.market.draws <= draws_at_once_max)
        return Problem{Trouble::invalid, "tender.problem.at_once", "", {}};
    const std::string key = key_of(tender);
    // What was asked before under other numbers is of no use to anybody any more.
    act.in.execute("delete from tender_runs where tender_id = $1 and id <> $2 and state <> 'running'",
                   {id, key});
    const auto asked = act.in.execute(
        "insert into tender_runs (id, tender_id, asked_at, state) values ($1, $2, $3, 'waiting') on conflict "
        "(id) do update set state = 'waiting', asked_at = excluded.asked_at, done_draws = 0, tries = 0 where "
        "tender_runs.state in ('failed', 'cancelled')",
        {key, id, act.when});
    if (asked > 0) journal::record(act, "tender.run_asked", id);
    return Done{};
}

Result<Done> cancel_run(const Act& act, std::string_view id) {
    TRY_DONE(find_own(act, id));
    const auto stopped = act.in.execute(
        "update tender_runs set state = 'cancelled' where tender_id = $1 and state in ('waiting', 'running')",
        {id});
    if (stopped == 0) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    journal::record(act, "tender.run_cancelled", id);
    return Done{};
}

std::optional<std::string> next_run(db::Connection& in) {
    return in.first_text(
        "select id from tender_runs where state in ('waiting', 'running') order by asked_at, id limit 1");
}

bool do_run(db::Database& database, std::string_view key, unsigned threads,
            const std::function<bool()>& is_stopping) {
    if (!begin(database, key)) return false;
    const auto tender = database.read([&](db::Connection& in) {
        const auto run = find_run(in, key);
        return run ? find(in, run->tender) : std::nullopt;
    });
    if (!tender || key_of(*tender) != key) {
        set_state(database, key, RunState::cancelled, "");
        return true;
    }
    // A write is an fsync: one for each hundredth is enough to see it move and to stop it.
    double told = 0;
    const auto progress = [&](std::size_t done, std::size_t of) {
        if (is_stopping && is_stopping()) return false;
        const double part = of > 0 ? static_cast<double>(done) / static_cast<double>(of) : 0;
        if (part < told + 0.01) return true;
        told = part;
        return report(database, key,
                      static_cast<std::int64_t>(part * static_cast<double>(tender->market.draws)));
    };
    try {
        const auto answer = simulate(*tender, threads, progress);
        if (!answer && is_stopping && is_stopping()) {
            put_back(database, key);
            return false;
        }
        if (answer)
            set_state(database, key, RunState::done, written(*answer));
        else
            set_state(database, key, RunState::failed, "");
    } catch (const std::exception&) {
        set_state(database, key, RunState::failed, "");
        throw;
    }
    return true;
}

}  // namespace kring::tender
