// SPDX-License-Identifier: EUPL-1.2
// What participants bring: questions, answers, cases and lessons. Each is a record with fields of
// its own; the rules that hold without asking anyone stand here.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/chain/record.hpp"
#include "platform/base/result.hpp"

namespace kring::contribution {

/// What somebody typed for any of the four kinds, before it is checked.
struct Common {
    std::string network;
    std::string title;
    std::string language = "nl";
    std::string audience = "network";
    std::string audience_of;  ///< a workshop, for that audience; an organisation is always one's own
    chain::Source source;
};

struct QuestionDraft {
    Common common;
    std::string workshop;  ///< "" for the network
    std::string body;
    bool is_anonymous = false;
};

struct AnswerDraft {
    std::string question;
    std::string language = "nl";
    std::string body;
};

/// Low and high end, both or neither, with where the figure comes from.
struct Range {
    std::string low;
    std::string high;
    std::string source;
};

struct CaseDraft {
    Common common;
    std::string organisation_name;
    std::string year;
    std::string context;
    std::string bought;
    std::string approach;
    std::string criteria_used;
    std::string result;
    std::string failed;  ///< what failed: required, for that is what others learn from
    std::string again;
    std::string documents;
    Range co2;       ///< kg CO2e avoided
    Range material;  ///< kg of material avoided
    Range money;     ///< euro saved
};

struct LessonDraft {
    Common common;
    std::string body;
    std::vector<std::string>
        from;  ///< questions, cases, answers, sessions or workshops it was distilled from
};

/// A question as pages show it.
struct Question {
    chain::Record record;
    std::string workshop;
    bool is_anonymous = false;
    std::string body;
    std::int64_t votes = 0;
    std::int64_t answers = 0;
    std::string accepted_answer;
};

enum class QuestionState { open, answered, accepted };
QuestionState state_of(const Question& question);

struct Answer {
    chain::Record record;
    std::string body;
    std::string checked_by_name;
    std::string checked_on;
    std::string outdated_by_name;
    std::string outdated_on;
    std::string outdated_why;
};

struct CaseRange {
    std::optional<std::int64_t> low;
    std::optional<std::int64_t> high;
    std::string source;
};

struct Case {
    chain::Record record;
    std::string organisation_name;
    std::string year;
    std::string context, bought, approach, criteria_used, result, failed, again, documents;
    CaseRange co2, material, money;
};

struct Lesson {
    chain::Record record;
    std::string body;
};

inline constexpr std::size_t body_length_max = 20'000;

/// Every fault of what was typed, at its field; empty when it may be brought in.
Problems faults_of(const QuestionDraft& draft);
Problems faults_of(const AnswerDraft& draft);
Problems faults_of(const CaseDraft& draft);
Problems faults_of(const LessonDraft& draft);

}  // namespace kring::contribution
