// SPDX-License-Identifier: EUPL-1.2
#include "domain/evaluation/evaluation.hpp"

#include "domain/desk/form.hpp"
#include "platform/base/text.hpp"

namespace kring::evaluation {

namespace {

bool is_empty(const Draft& draft) {
    for (const std::string& score : draft.scores) {
        if (!score.empty()) return false;
    }
    return draft.learned.empty() && draft.better.empty() && draft.commitment.what.empty();
}

void check_commitment(const Draft& draft, std::string_view today, Problems& problems) {
    if (draft.makes_commitment) {
        for (Problem& problem : commitment::problems_of(draft.commitment, today))
            problems.push_back(std::move(problem));
        return;
    }
    desk::allow_text(draft.commitment.what, "what", commitment::what_length_max, problems);
    if (!draft.commitment.due_on.empty() && !is_day(draft.commitment.due_on))
        problems.push_back({Trouble::invalid, "commitment.problem.day", "due_on", {}});
}

}  // namespace

bool is_open(const Asked& asked, Time when) { return when < asked.closes_at && !asked.key.empty(); }

Problems problems_of(const Draft& draft, std::string_view today) {
    Problems problems;
    if (is_empty(draft)) problems.push_back({Trouble::invalid, "evaluation.problem.empty", "learned", {}});
    desk::allow_text(draft.learned, "learned", text_length_max, problems);
    check_commitment(draft, today, problems);
    for (std::size_t i = 0; i < questions.size(); ++i) {
        std::int64_t score = 0;
        if (!draft.scores[i].empty() && !read_number(draft.scores[i], 1, score_max, score))
            problems.push_back({Trouble::invalid, "evaluation.problem.score", std::string(questions[i]), {}});
    }
    desk::allow_text(draft.better, "better", text_length_max, problems);
    return problems;
}

bool is_over(const workshop::Workshop& workshop, Time when) {
    if (workshop.day.empty()) return false;
    const std::string today = amsterdam_day(when);
    if (workshop.day != today) return workshop.day < today;
    return !workshop.ends.empty() && workshop.ends <= amsterdam_clock(when);
}

}  // namespace kring::evaluation
