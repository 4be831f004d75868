// SPDX-License-Identifier: EUPL-1.2
// A scenario ("rekenscenario"): what a fleet of devices costs the climate, materials and purse on several
// routes. It is a record: first its maker's alone, a draft; once shared its choices stay as they are, so that
// whoever cites it cites the same numbers. Who wants other choices makes a copy, tied to this one.
//
//   draft (its maker alone, may change) ─→ shared (fixed) ─→ copy: a draft that follows from it
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/chain/record.hpp"
#include "domain/scenario/figures.hpp"
#include "domain/scenario/inputs.hpp"
#include "domain/scenario/outcome.hpp"
#include "platform/base/result.hpp"

namespace kring::scenario {

inline constexpr std::size_t note_length_max = 4'000;

struct Scenario {
    chain::Record record;
    std::string note;  ///< Markdown: what it is about
    Inputs inputs;
    Figures figures;
    std::string engine;   ///< version of the method it is computed with
    std::string run_key;  ///< names its content: see run_key_of
    std::optional<Outcome> outcome;
    std::string result_hash;  ///< of the outcome's text, "" while there is none
    std::optional<Time> shared_at;

    bool is_shared() const { return shared_at.has_value(); }
};

/// What was typed about it, apart from its choices.
struct Draft {
    std::string title;
    std::string note;
    std::string audience = "persons";  ///< persons: for its maker alone
    std::string language = "nl";
};

/// Everything wrong with it, at its field. `open`: audiences that one may choose.
Problems problems_of(const Draft& draft, const std::vector<chain::Audience>& open);

/// SHA-256 of engine version, inputs and figures: the same content is computed once.
std::string run_key_of(std::string_view engine, const Inputs& inputs, const Figures& figures);

/// SHA-256 of everything that stands on its paper: it is printed anew when one of it changes.
std::string paper_mark(const Scenario& scenario);

/// The words to find it by: its note, kinds of devices and routes, in both languages.
std::string words_of(const Scenario& scenario);

enum class RunState { waiting, running, done, cancelled, failed };
std::string_view word(RunState state);
std::optional<RunState> run_state_of(std::string_view word);

/// A calculation, as a job does it.
struct Run {
    std::string key;
    std::string inputs;  ///< canonical texts
    std::string figures;
    RunState state = RunState::waiting;
    std::int64_t draws = 0;
    std::int64_t draws_done = 0;
    std::string result;
    bool is_again = false;   ///< asked for to see whether the same comes out
    std::int64_t tries = 0;  ///< how often it was begun and not put back
};

/// One that was begun and not touched for so long was left by a program that ended: it is done anew.
inline constexpr std::int64_t run_left_ms = 2 * minute_ms;
/// One that ended the program so often has failed.
inline constexpr std::int64_t run_tries_max = 3;
/// So many may wait for one owner.
inline constexpr std::int64_t runs_waiting_max = 5;
/// Results of calculations that no scenario holds any more are kept so long.
inline constexpr std::int64_t run_kept_ms = 30 * day_ms;

}  // namespace kring::scenario
