// SPDX-License-Identifier: EUPL-1.2
// Rows to questions, answers, cases and lessons and back; every listing through the audience rule.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "domain/chain/audience.hpp"
#include "domain/contribution/contribution.hpp"

namespace kring::contribution {

struct Filter {
    std::string network;
    std::string workshop;
    std::string state;          ///< questions: "", open, answered, accepted
    std::string order = "new";  ///< new or votes
    int page = 1;
    int per_page = 20;
};

template <class Thing>
struct Page {
    std::vector<Thing> things;
    std::int64_t total = 0;
};

std::optional<Question> find_question(db::Connection& in, const chain::Record& record);
std::optional<Answer> find_answer(db::Connection& in, const chain::Record& record);
std::optional<Case> find_case(db::Connection& in, const chain::Record& record);
std::optional<Lesson> find_lesson(db::Connection& in, const chain::Record& record);

/// Readable questions, with their counts; page and total by the same rule.
Page<Question> questions(db::Connection& in, const Actor& actor, const Filter& filter, Time when);

/// Readable cases or lessons, newest first.
Page<chain::Record> records(db::Connection& in, const Actor& actor, chain::Kind kind, const Filter& filter,
                            Time when);

/// Readable answers of a question: the accepted one first, then checked ones, then by time.
std::vector<Answer> answers_of(db::Connection& in, const Actor& actor, const Question& question, Time when);

/// What one brought in oneself, withdrawn ones (for 30 days) included, newest first.
std::vector<chain::Record> own(db::Connection& in, const Actor& actor, Time when);

bool has_voted(db::Connection& in, const Actor& actor, std::string_view question);

void insert(db::Connection& in, const Question& question, std::string_view withdraw_hash);
void insert(db::Connection& in, const Answer& answer);
void insert(db::Connection& in, const Case& one);
void insert(db::Connection& in, const Lesson& lesson);
void update(db::Connection& in, const Case& one);

/// Sets a question's answer_count to what is open.
void recount_answers(db::Connection& in, std::string_view question);

/// Plain words of all texts, for search.
std::string words_of(const Case& one);

}  // namespace kring::contribution
