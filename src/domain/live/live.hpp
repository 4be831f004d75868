// SPDX-License-Identifier: EUPL-1.2
// A workshop as it happens: the queue of questions, statements to agree with or not, and pitches of
// equal length in an order drawn by lot. The things, and the rules that hold for them whoever asks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/contribution/contribution.hpp"
#include "domain/network/bilingual.hpp"
#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace kring::live {

/// What phones and the screen show first.
enum class Showing { queue, question, statement, pitch, tables };
std::string_view word(Showing showing);
std::optional<Showing> showing_of(std::string_view word);

struct Room {
    std::string workshop;
    bool is_open = false;
    Showing showing = Showing::queue;
    std::int64_t version = 0;  ///< rises with each change of this room; 0 before the first
};

/// Where a question stands. Merged: asked together with another one.
enum class Turn { waiting, now, answered, later, merged };
std::string_view word(Turn turn);
std::optional<Turn> turn_of(std::string_view word);

/// A question in the queue.
struct Queued {
    contribution::Question question;
    Turn turn = Turn::waiting;
    std::string answered_by;  ///< as noted; "" when not
    std::string merged_into;  ///< a question's id
    std::int64_t votes = 0;   ///< people who voted for it or for one merged into it, each once
    bool has_voted = false;   ///< the reader did
    std::vector<std::string> merged_titles;
};

enum class Choice { agree, disagree, no_opinion };
inline constexpr Choice choices[] = {Choice::agree, Choice::disagree, Choice::no_opinion};
std::string_view word(Choice choice);
std::optional<Choice> choice_of(std::string_view word);

enum class StatementState { prepared, open, closed };
std::string_view word(StatementState state);
std::optional<StatementState> statement_state_of(std::string_view word);

/// How those who chose divide.
struct Split {
    std::int64_t agreed = 0;
    std::int64_t disagreed = 0;
    std::int64_t no_opinion = 0;

    std::int64_t total() const { return agreed + disagreed + no_opinion; }
};

/// With fewer, a division would tell what single people think.
inline constexpr std::int64_t fewest_to_divide = 5;

struct Statement {
    std::string id;
    std::string workshop;
    std::int64_t number = 1;              ///< its own in the workshop
    std::optional<std::int64_t> repeats;  ///< number of the statement that this one puts again
    Bilingual text;
    StatementState state = StatementState::prepared;
    bool is_shown = false;   ///< the facilitator lets everybody see the result
    std::int64_t could = 0;  ///< how many could choose, when it closed
    std::int64_t voted = 0;  ///< how many did
    std::optional<Split> split;
};

/// The split that is kept: nothing when fewer than `fewest_to_divide` chose.
std::optional<Split> kept_split(const Split& split);

enum class PitchState { waiting, running, stopped, done };
std::string_view word(PitchState state);
std::optional<PitchState> pitch_state_of(std::string_view word);

struct Pitch {
    std::int64_t position = 1;
    std::string name;
    PitchState state = PitchState::waiting;
    std::int64_t used_ms = 0;  ///< without what runs now
    std::optional<Time> running_since;
};

struct PitchRound {
    std::string id;
    std::string workshop;
    std::int64_t number = 1;    ///< each draw has its own; the last one counts
    std::int64_t seconds = 60;  ///< for each pitch alike
    std::string seed;
    Time drawn_at;
    std::vector<Pitch> pitches;  ///< in the order drawn

    bool has_begun() const;
    /// Whose turn it is: running or stopped; nothing between two pitches.
    const Pitch* current() const;
    const Pitch* next() const;  ///< the first who waits
};

/// Time used up to a moment; a clock set back takes nothing away.
std::int64_t used_ms(const Pitch& pitch, Time when);

/// "1:05"; with a minus sign below zero. Whole seconds, rounded up while there is time left.
std::string clock_text(std::int64_t milliseconds);

inline constexpr std::int64_t pitch_seconds_least = 10;
inline constexpr std::int64_t pitch_seconds_most = 1800;
inline constexpr std::size_t pitches_max = 40;
inline constexpr std::size_t pitch_name_max = 120;
inline constexpr std::size_t statement_text_max = 300;
inline constexpr std::size_t statements_max = 50;
inline constexpr std::size_t answered_by_max = 120;

/// Everything wrong with it; fields text_nl and text_en. One language is enough.
Problems problems_of_statement(const Bilingual& text);

/// One name a line, without empty lines and doubles.
std::vector<std::string> names_in(std::string_view lines);

/// Everything wrong with a round to draw; fields names and seconds.
Problems problems_of_round(const std::vector<std::string>& names, std::int64_t seconds);

/// Whether the room's screen, which everybody present sees, may show the question: its audience must
/// hold everybody that the workshop's audience holds.
bool suits_the_screen(const chain::Record& question, const chain::Record& workshop);

}  // namespace kring::live
