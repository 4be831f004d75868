// SPDX-License-Identifier: EUPL-1.2
// A commitment ("afspraak"): what somebody will do in their own organisation after a workshop, and by when.
// It is a record of its own, so that whoever may read it sees later what came of it. The rules that hold
// whoever asks stand here.
//
//   open ─→ done, with a short result | dropped, with a reason      both ─→ open again
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/chain/record.hpp"
#include "platform/base/result.hpp"

namespace kring::commitment {

enum class State { open, done, dropped };
std::string_view word(State state);
std::optional<State> state_of(std::string_view word);

/// Which reminder was posted last: none, the one two weeks before, the one two days before.
enum class Reminder { none, early, late };
std::string_view word(Reminder reminder);  ///< "", "early" or "late", as in the table
std::optional<Reminder> reminder_of(std::string_view word);

inline constexpr int early_days = 14;  ///< whole days before the day itself
inline constexpr int late_days = 2;
/// From this clock in Amsterdam on, reminders of the day are posted.
inline constexpr std::string_view reminder_clock = "08:00";

inline constexpr std::size_t what_length_max = 200;
inline constexpr std::size_t body_length_max = 4'000;
inline constexpr std::size_t outcome_length_max = 1'000;

struct Commitment {
    chain::Record record;      ///< its title is what will be done
    std::string workshop;      ///< id
    std::string organisation;  ///< id of the owner's when it was made, "" for none
    std::string due_on;        ///< day, in Europe/Amsterdam
    std::string body;          ///< Markdown
    State state = State::open;
    std::string outcome;  ///< the result when done, the reason when dropped
    std::optional<Time> closed_at;
    Reminder reminded = Reminder::none;
};

/// What was typed.
struct Draft {
    std::string what;
    std::string due_on;
    std::string body;
    std::string language = "nl";
    std::string audience = "workshop";  ///< workshop, organisation or persons: the owner alone
};

/// Everything wrong with what was typed, at its field; `today`: a commitment is for today or later.
Problems problems_of(const Draft& draft, std::string_view today);

/// What is wrong with a result or a reason, in the field of that name.
Problems problems_of_outcome(std::string_view outcome, std::string_view field);

/// Whole days from one day to another; negative when `until` is earlier. Both must be days.
int days_between(std::string_view from, std::string_view until);

/// The reminder that is due at this moment. None to whoever made or changed it after the day on which that
/// reminder would have gone, and none after the day it is for.
Reminder reminder_due(const Commitment& one, Time when);

}  // namespace kring::commitment
