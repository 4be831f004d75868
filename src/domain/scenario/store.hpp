// SPDX-License-Identifier: EUPL-1.2
// The SQL of scenarios, of their calculations and of their paper. Lists for a reader go through the audience
// rule.
#pragma once

#include <vector>

#include "domain/journal/actor.hpp"
#include "domain/scenario/scenario.hpp"
#include "platform/db/db.hpp"

namespace kring::scenario {

/// Any scenario by id, without asking who reads. Throws std::runtime_error when what is kept is broken.
std::optional<Scenario> find(db::Connection& in, std::string_view id);

/// One that the actor may read; `not_found` otherwise, also for a record of another kind.
Result<Scenario> find_visible(db::Connection& in, const Actor& actor, std::string_view id, Time when);

/// Headers of those the actor may read, newest first; of one network unless `network` is "".
std::vector<chain::Record> all(db::Connection& in, const Actor& actor, std::string_view network, Time when,
                               int most = 100);

void insert(db::Connection& in, const Scenario& scenario);
/// Header, note, choices and result.
void update(db::Connection& in, const Scenario& scenario);

/// The outcome for every scenario of this content that has none yet.
void set_outcome(db::Connection& in, std::string_view run_key, std::string_view result);

// ---- Calculations

std::optional<Run> find_run(db::Connection& in, std::string_view key);
/// Asks for it, unless it is there; one that was stopped or failed is asked for anew.
void ask_run(db::Connection& in, const Run& run, Time when);
void drop_run(db::Connection& in, std::string_view key);
/// The longest waiting one, or one that was left half-way; never one that no scenario asks for any more.
std::optional<Run> next_run(db::Connection& in, Time when);
/// Marks it as begun, one try more; false when another took it or it was stopped meanwhile.
bool begin_run(db::Connection& in, std::string_view key, Time when);
/// Back among those that wait, as if it was not begun: the program ends.
void put_back_run(db::Connection& in, std::string_view key, Time when);
/// How many wait for the scenario's owner, its own not counted.
std::int64_t waiting_runs(db::Connection& in, const Scenario& but);
/// Whether another scenario has the same content, and so the same calculation.
bool is_held_by_another(db::Connection& in, const Scenario& one);
/// How far it is. False when it was stopped.
bool touch_run(db::Connection& in, std::string_view key, std::int64_t draws_done, Time when);
void finish_run(db::Connection& in, std::string_view key, std::string_view result, Time when);
void fail_run(db::Connection& in, std::string_view key, std::string_view fault, Time when);
/// Stops one that waits or runs; false when there is none.
bool stop_run(db::Connection& in, std::string_view key, Time when);
/// Those that are old and that no scenario rests on.
Result<std::int64_t> drop_old_runs(db::Connection& in, Time when);

// ---- Paper

struct Paper {
    std::string scenario;
    std::string language;
    std::string result_hash;
    bool is_printed = false;
    bool has_failed = false;
};
std::optional<Paper> find_paper(db::Connection& in, std::string_view scenario, std::string_view language);
void ask_paper(db::Connection& in, const Paper& paper, Time when);
std::vector<Paper> unprinted(db::Connection& in);
std::string paper_bytes(db::Connection& in, const Paper& paper);
/// Nothing happens when another result was asked for meanwhile. `fault` "" keeps the bytes.
void keep_paper(db::Connection& in, const Paper& paper, std::string bytes, std::string_view fault);

}  // namespace kring::scenario
