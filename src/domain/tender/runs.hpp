// SPDX-License-Identifier: EUPL-1.2
// Reckonings that are too long for a page: asked for, done by a job, kept by what was asked.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "domain/desk/visit.hpp"
#include "domain/tender/simulate.hpp"
#include "platform/db/db.hpp"

namespace kring::tender {

enum class RunState { waiting, running, done, failed, cancelled };
std::string_view word(RunState state);
std::optional<RunState> run_state_of(std::string_view word);

/// One that ended the program so often has failed.
inline constexpr std::int64_t run_tries_max = 3;

struct Run {
    std::string key;
    std::string tender;
    RunState state = RunState::waiting;
    std::int64_t done_draws = 0;
    std::string answer;  ///< as `written`, when done
};

std::optional<Run> find_run(db::Connection& in, std::string_view key);

/// Asks for the draft as it stands; asking twice is no fault, and one that was stopped or failed begins anew.
/// Its owner alone. Draws that fit in a page need no asking: `invalid`.
Result<Done> ask_run(const Act& act, std::string_view tender);
/// Stops it at its next look. `not_found` unless it waits or runs.
Result<Done> cancel_run(const Act& act, std::string_view tender);

/// For a job: the key of the oldest that waits, or of one that a stopped program left running before `since`.
std::optional<std::string> next_run(db::Connection& in);
/// Does it outside any transaction, writing how far it is; what the draft became in the meantime is no
/// matter: then it is kept under no key and forgotten. Returns false when it was gone,
/// when it ended the program too often (it has failed), and when `is_stopping` put it back to wait.
bool do_run(db::Database& database, std::string_view key, unsigned threads,
            const std::function<bool()>& is_stopping = {});

}  // namespace kring::tender
