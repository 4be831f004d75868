// SPDX-License-Identifier: EUPL-1.2
// Calculations and paper: work that waits in the database until a job finds it.
#include "domain/scenario/store.hpp"
#include "platform/base/secret.hpp"

namespace kring::scenario {

namespace {

constexpr std::string_view run_columns =
    "select run_key, inputs, figures, state, draws, draws_done, result, is_again, tries "
    "from scenario_runs ";

Run read_run(const db::Row& row) {
    Run run;
    run.key = row.text(0);
    run.inputs = row.text(1);
    run.figures = row.text(2);
    run.state = run_state_of(row.view(3)).value();
    run.draws = row.integer(4);
    run.draws_done = row.integer(5);
    run.result = row.text(6);
    run.is_again = row.truth(7);
    run.tries = row.integer(8);
    return run;
}

Paper read_paper(const db::Row& row) {
    return {row.text(0), row.text(1), row.text(2), row.truth(3), row.truth(4)};
}

constexpr std::string_view paper_columns =
    "select scenario_id, language, result_hash, bytes is not null, fault <> '' from scenario_papers ";

}  // namespace

void set_outcome(db::Connection& in, std::string_view run_key, std::string_view result) {
    const std::string hash = sha256_hex(result);
    in.execute("update scenarios set result = $2, result_hash = $3 where run_key = $1 and result = ''",
               {run_key, result, hash});
}

std::optional<Run> find_run(db::Connection& in, std::string_view key) {
    std::optional<Run> found;
    in.query(std::string(run_columns) + "where run_key = $1", {key},
             [&](const db::Row& row) { found = read_run(row); });
    return found;
}

void ask_run(db::Connection& in, const Run& run, Time when) {
    const auto known = find_run(in, run.key);
    if (known && known->state != RunState::cancelled && known->state != RunState::failed) return;
    drop_run(in, run.key);
    in.execute(
        "insert into scenario_runs (run_key, inputs, figures, state, draws, is_again, asked_at, touched_at) "
        "values ($1, $2, $3, 'waiting', $4, $5, $6, $6)",
        {run.key, run.inputs, run.figures, run.draws, run.is_again, when});
}

void drop_run(db::Connection& in, std::string_view key) {
    in.execute("delete from scenario_runs where run_key = $1", {key});
}

std::optional<Run> next_run(db::Connection& in, Time when) {
    std::optional<Run> found;
    in.query(std::string(run_columns) +
                 "where (state = 'waiting' or (state = 'running' and touched_at < $1)) "
                 "and exists (select 1 from scenarios s where s.run_key = scenario_runs.run_key) "
                 "order by asked_at, run_key limit 1",
             {when - run_left_ms}, [&](const db::Row& row) { found = read_run(row); });
    return found;
}

bool begin_run(db::Connection& in, std::string_view key, Time when) {
    return in.execute(
               "update scenario_runs set state = 'running', draws_done = 0, touched_at = $2, "
               "tries = tries + 1 where run_key = $1 and (state = 'waiting' or (state = 'running' and "
               "touched_at < $3))",
               {key, when, when - run_left_ms}) == 1;
}

void put_back_run(db::Connection& in, std::string_view key, Time when) {
    in.execute(
        "update scenario_runs set state = 'waiting', draws_done = 0, touched_at = $2, tries = tries - 1 "
        "where run_key = $1 and state = 'running'",
        {key, when});
}

std::int64_t waiting_runs(db::Connection& in, const Scenario& but) {
    return in.count(
        "select count(*) from scenario_runs where state = 'waiting' and run_key <> $2 and exists "
        "(select 1 from scenarios s join records r on r.id = s.id where s.run_key = scenario_runs.run_key "
        "and r.owner_id = $1 and s.id <> $3)",
        {but.record.owner, but.run_key, but.record.id});
}

bool is_held_by_another(db::Connection& in, const Scenario& one) {
    return in.exists("select 1 from scenarios where run_key = $1 and id <> $2", {one.run_key, one.record.id});
}

bool touch_run(db::Connection& in, std::string_view key, std::int64_t draws_done, Time when) {
    return in.execute(
               "update scenario_runs set draws_done = $2, touched_at = $3 where run_key = $1 and "
               "state = 'running'",
               {key, draws_done, when}) == 1;
}

void finish_run(db::Connection& in, std::string_view key, std::string_view result, Time when) {
    in.execute(
        "update scenario_runs set state = 'done', draws_done = draws, touched_at = $3, result = $2 "
        "where run_key = $1",
        {key, result, when});
    set_outcome(in, key, result);
}

void fail_run(db::Connection& in, std::string_view key, std::string_view fault, Time when) {
    in.execute("update scenario_runs set state = 'failed', touched_at = $3, fault = $2 where run_key = $1",
               {key, fault, when});
}

bool stop_run(db::Connection& in, std::string_view key, Time when) {
    return in.execute(
               "update scenario_runs set state = 'cancelled', touched_at = $2 where run_key = $1 and "
               "state in ('waiting', 'running')",
               {key, when}) == 1;
}

Result<std::int64_t> drop_old_runs(db::Connection& in, Time when) {
    return in.execute(
        "delete from scenario_runs where touched_at < $1 and state <> 'running' and not exists "
        "(select 1 from scenarios s where s.run_key = scenario_runs.run_key)",
        {when - run_kept_ms});
}

std::optional<Paper> find_paper(db::Connection& in, std::string_view scenario, std::string_view language) {
    std::optional<Paper> found;
    in.query(std::string(paper_columns) + "where scenario_id = $1 and language = $2", {scenario, language},
             [&](const db::Row& row) { found = read_paper(row); });
    return found;
}

void ask_paper(db::Connection& in, const Paper& paper, Time when) {
    in.execute("delete from scenario_papers where scenario_id = $1 and language = $2",
               {paper.scenario, paper.language});
    in.execute(
        "insert into scenario_papers (scenario_id, language, result_hash, asked_at) values ($1, $2, $3, $4)",
        {paper.scenario, paper.language, paper.result_hash, when});
}

std::vector<Paper> unprinted(db::Connection& in) {
    std::vector<Paper> found;
    in.query(std::string(paper_columns) + "where bytes is null and fault = '' order by asked_at, scenario_id",
             {}, [&](const db::Row& row) { found.push_back(read_paper(row)); });
    return found;
}

std::string paper_bytes(db::Connection& in, const Paper& paper) {
    std::string bytes;
    in.query("select bytes from scenario_papers where scenario_id = $1 and language = $2",
             {paper.scenario, paper.language}, [&](const db::Row& row) { bytes = row.bytes(0); });
    return bytes;
}

void keep_paper(db::Connection& in, const Paper& paper, std::string bytes, std::string_view fault) {
    db::Param kept(nullptr);
    if (fault.empty()) kept = db::Param(db::Bytes{std::move(bytes)});
    in.execute(
        "update scenario_papers set bytes = $4, fault = $5 where scenario_id = $1 and language = $2 and "
        "result_hash = $3",
        {paper.scenario, paper.language, paper.result_hash, std::move(kept), fault});
}

}  // namespace kring::scenario
