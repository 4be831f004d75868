// SPDX-License-Identifier: EUPL-1.2
#include "domain/live/live.hpp"

#include <algorithm>
#include <array>

#include "platform/base/text.hpp"

namespace kring::live {

namespace {

template <class Word, std::size_t n>
std::optional<Word> word_of(const std::array<std::string_view, n>& words, std::string_view word) {
    const auto found = std::find(words.begin(), words.end(), word);
    if (found == words.end()) return std::nullopt;
    return static_cast<Word>(found - words.begin());
}

constexpr std::array<std::string_view, 5> showings = {"queue", "question", "statement", "pitch", "tables"};
constexpr std::array<std::string_view, 5> turns = {"waiting", "now", "answered", "later", "merged"};
constexpr std::array<std::string_view, 3> choice_words = {"agree", "disagree", "no_opinion"};
constexpr std::array<std::string_view, 3> statement_states = {"prepared", "open", "closed"};
constexpr std::array<std::string_view, 4> pitch_states = {"waiting", "running", "stopped", "done"};

void check_length(std::string_view text, std::string_view field, std::size_t most, Problems& problems) {
    if (length(text) <= most) return;
    problems.push_back(
        {Trouble::invalid, "problem.too_long", std::string(field), {{"most", std::to_string(most)}}});
}

}  // namespace

std::string_view word(Showing showing) { return showings.at(static_cast<std::size_t>(showing)); }
std::optional<Showing> showing_of(std::string_view word) { return word_of<Showing>(showings, word); }
std::string_view word(Turn turn) { return turns.at(static_cast<std::size_t>(turn)); }
std::optional<Turn> turn_of(std::string_view word) { return word_of<Turn>(turns, word); }
std::string_view word(Choice choice) { return choice_words.at(static_cast<std::size_t>(choice)); }
std::optional<Choice> choice_of(std::string_view word) { return word_of<Choice>(choice_words, word); }
std::string_view word(StatementState state) { return statement_states.at(static_cast<std::size_t>(state)); }
std::optional<StatementState> statement_state_of(std::string_view word) {
    return word_of<StatementState>(statement_states, word);
}
std::string_view word(PitchState state) { return pitch_states.at(static_cast<std::size_t>(state)); }
std::optional<PitchState> pitch_state_of(std::string_view word) {
    return word_of<PitchState>(pitch_states, word);
}

std::optional<Split> kept_split(const Split& split) {
    if (split.total() < fewest_to_divide) return std::nullopt;
    return split;
}

bool PitchRound::has_begun() const {
    return std::any_of(pitches.begin(), pitches.end(),
                       [](const Pitch& one) { return one.state != PitchState::waiting; });
}

const Pitch* PitchRound::current() const {
    for (const Pitch& one : pitches) {
        if (one.state == PitchState::running || one.state == PitchState::stopped) return &one;
    }
    return nullptr;
}

const Pitch* PitchRound::next() const {
    for (const Pitch& one : pitches) {
        if (one.state == PitchState::waiting) return &one;
    }
    return nullptr;
}

std::int64_t used_ms(const Pitch& pitch, Time when) {
    if (!pitch.running_since) return pitch.used_ms;
    return pitch.used_ms + std::max<std::int64_t>(when.ms - pitch.running_since->ms, 0);
}

std::string clock_text(std::int64_t milliseconds) {
    const bool is_over = milliseconds < 0;
    const std::int64_t seconds =
        is_over ? -milliseconds / second_ms : (milliseconds + second_ms - 1) / second_ms;
    const std::string rest = std::to_string(seconds % 60);
    return (is_over && seconds > 0 ? "-" : "") + std::to_string(seconds / 60) +
           (rest.size() < 2 ? ":0" : ":") + rest;
}

Problems problems_of_statement(const Bilingual& text) {
    Problems problems;
    if (text.empty()) problems.push_back({Trouble::invalid, "live.problem.no_text", "text_nl", {}});
    check_length(text.nl, "text_nl", statement_text_max, problems);
    check_length(text.en, "text_en", statement_text_max, problems);
    return problems;
}

std::vector<std::string> names_in(std::string_view lines) {
    std::vector<std::string> names;
    const std::string text = with_lf(lines);
    for (const std::string_view line : split(text, '\n')) {
        const std::string name(trim(line));
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end())
            names.push_back(name);
    }
    return names;
}

Problems problems_of_round(const std::vector<std::string>& names, std::int64_t seconds) {
    Problems problems;
    if (names.empty()) problems.push_back({Trouble::invalid, "live.problem.nobody_pitches", "names", {}});
    if (names.size() > pitches_max) {
        problems.push_back({Trouble::invalid,
                            "live.problem.too_many_pitches",
                            "names",
                            {{"most", std::to_string(pitches_max)}}});
    }
    for (const std::string& name : names) check_length(name, "names", pitch_name_max, problems);
    if (seconds < pitch_seconds_least || seconds > pitch_seconds_most) {
        problems.push_back(
            {Trouble::invalid,
             "live.problem.seconds",
             "seconds",
             {{"least", std::to_string(pitch_seconds_least)}, {"most", std::to_string(pitch_seconds_most)}}});
    }
    return problems;
}

bool suits_the_screen(const chain::Record& question, const chain::Record& workshop) {
    using chain::Audience;
    switch (question.audience) {
        case Audience::everyone:
        case Audience::network:
            return true;
        case Audience::workshop:
            return question.audience_of == workshop.id;
        case Audience::purchasers:
            return workshop.audience == Audience::purchasers;
        case Audience::organisation:
        case Audience::persons:
            return false;
    }
    return false;
}

}  // namespace kring::live
