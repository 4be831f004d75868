// SPDX-License-Identifier: EUPL-1.2
#include "domain/commitment/commitment.hpp"

#include <array>

#include "domain/desk/form.hpp"
#include "platform/base/text.hpp"

namespace kring::commitment {

namespace {

constexpr std::array<std::string_view, 3> state_words = {"open", "done", "dropped"};
constexpr std::array<std::string_view, 3> reminder_words = {"", "early", "late"};

template <class Enum>
std::optional<Enum> find_word(const std::array<std::string_view, 3>& words, std::string_view word) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == word) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

std::int64_t day_number(std::string_view day) {
    return parse_time(std::string(day) + "T00:00:00.000Z").value().ms / day_ms;
}

bool is_audience(std::string_view word) {
    return word == "workshop" || word == "organisation" || word == "persons";
}

}  // namespace

std::string_view word(State state) { return state_words[static_cast<std::size_t>(state)]; }
std::optional<State> state_of(std::string_view text) { return find_word<State>(state_words, text); }
std::string_view word(Reminder reminder) { return reminder_words[static_cast<std::size_t>(reminder)]; }
std::optional<Reminder> reminder_of(std::string_view text) {
    return find_word<Reminder>(reminder_words, text);
}

Problems problems_of(const Draft& draft, std::string_view today) {
    Problems problems;
    desk::need_text(draft.what, "what", what_length_max, problems);
    if (!is_day(draft.due_on))
        problems.push_back({Trouble::invalid, "commitment.problem.day", "due_on", {}});
    else if (draft.due_on < today)
        problems.push_back({Trouble::invalid, "commitment.problem.past", "due_on", {}});
    desk::allow_text(draft.body, "body", body_length_max, problems);
    if (!is_audience(draft.audience) || (draft.language != "nl" && draft.language != "en"))
        problems.push_back({Trouble::invalid, "commitment.problem.audience", "audience", {}});
    return problems;
}

Problems problems_of_outcome(std::string_view outcome, std::string_view field) {
    Problems problems;
    desk::need_text(outcome, field, outcome_length_max, problems);
    return problems;
}

int days_between(std::string_view from, std::string_view until) {
    return static_cast<int>(day_number(until) - day_number(from));
}

Reminder reminder_due(const Commitment& one, Time when) {
    if (one.state != State::open || one.record.is_withdrawn) return Reminder::none;
    if (amsterdam_clock(when) < reminder_clock) return Reminder::none;
    const int left = days_between(amsterdam_day(when), one.due_on);
    const int left_then = days_between(amsterdam_day(one.record.updated_at), one.due_on);
    if (left < 0 || one.reminded == Reminder::late) return Reminder::none;
    if (left <= late_days) return left_then > late_days ? Reminder::late : Reminder::none;
    const bool is_early = left <= early_days && left_then > early_days && one.reminded == Reminder::none;
    return is_early ? Reminder::early : Reminder::none;
}

}  // namespace kring::commitment
