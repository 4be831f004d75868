// SPDX-License-Identifier: EUPL-1.2
// What participants thought of a workshop: asked once, afterwards, answered once each. Names are not kept
// beside answers, unless somebody asks for that. The rules that hold whoever asks stand here.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "domain/commitment/commitment.hpp"
#include "domain/workshop/workshop.hpp"
#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace kring::evaluation {

/// The fixed questions with a score from 1 to 5, in the order of the form and of every file.
inline constexpr std::array<std::string_view, 3> questions = {"useful", "prepared", "met"};
inline constexpr std::int64_t score_max = 5;
/// Below this number of answers no division of scores is shown or handed out.
inline constexpr std::int64_t division_least = 5;
/// How long one may answer, and change an answer.
inline constexpr int open_days = 14;
/// A workshop of longer ago is not asked about by itself.
inline constexpr int ask_within_days = 7;
inline constexpr std::size_t text_length_max = 4'000;

/// That it was asked.
struct Asked {
    std::string workshop;
    Time asked_at;
    Time closes_at;
    std::string key;  ///< leads a participant back to their answer; "" after it closed
};

bool is_open(const Asked& asked, Time when);

struct Answer {
    std::string id;
    std::array<std::optional<std::int64_t>, 3> scores;  ///< as `questions`
    std::string learned;
    std::string intends;  ///< what one will do, unless it became a commitment
    std::string intends_by;
    std::string better;
    std::string named_as;  ///< "" unless asked for
};

/// What was typed.
struct Draft {
    std::array<std::string, 3> scores;
    std::string learned;
    commitment::Draft commitment;
    bool makes_commitment = false;
    std::string better;
    bool keeps_name = false;
};

/// Everything wrong with what was typed, at its field; a commitment's faults only when it is to be made.
Problems problems_of(const Draft& draft, std::string_view today);

/// Whether the workshop is over: its day has passed, or its last hour on the day itself. Never without a
/// day.
bool is_over(const workshop::Workshop& workshop, Time when);

}  // namespace kring::evaluation
