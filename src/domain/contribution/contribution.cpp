// SPDX-License-Identifier: EUPL-1.2
#include "domain/contribution/contribution.hpp"

#include "domain/desk/form.hpp"
#include "platform/base/text.hpp"

namespace kring::contribution {

namespace {

using desk::allow_text;
using desk::need_text;

constexpr std::int64_t figure_max = 1'000'000'000'000;

void add(Problems& problems, std::string_view phrase, std::string_view field) {
    problems.push_back({Trouble::invalid, std::string(phrase), std::string(field), {}});
}

bool is_web_address(std::string_view url) {
    const bool is_web = url.starts_with("https://") || url.starts_with("http://");
    return is_web && url.size() <= 500 && is_clean_text(url) && url.find_first_of(" \t\r\n") == url.npos;
}

void check_common(const Common& common, Problems& problems) {
    need_text(common.title, "title", chain::title_length_max, problems);
    if (common.language != "nl" && common.language != "en") add(problems, "problem.choice", "language");
    const auto audience = chain::audience_of(common.audience);
    // Naming persons one by one has no form: whoever needs that small a circle uses the mail.
    if (!audience || *audience == chain::Audience::persons) add(problems, "problem.choice", "audience");
    const bool needs_workshop = audience == chain::Audience::workshop;
    if (needs_workshop && common.audience_of.empty())
        add(problems, "problem.needed.audience_of", "audience_of");
    const chain::Source& source = common.source;
    allow_text(source.title, "source_title", 300, problems);
    if (!source.url.empty() && !is_web_address(source.url)) add(problems, "problem.source_url", "source_url");
    if (!source.url.empty() && source.title.empty())
        add(problems, "problem.needed.source_title", "source_title");
    if (!source.read_on.empty() && !is_day(source.read_on)) add(problems, "problem.day", "source_read_on");
}

void check_range(const Range& range, const std::string& name, Problems& problems) {
    const bool has_low = !range.low.empty();
    const bool has_high = !range.high.empty();
    std::int64_t low = 0;
    std::int64_t high = 0;
    const bool is_low = read_number(range.low, 0, figure_max, low);
    const bool is_high = read_number(range.high, 0, figure_max, high);
    if (has_low && !is_low) add(problems, "problem.figure", name + "_low");
    if (has_high && !is_high) add(problems, "problem.figure", name + "_high");
    if (has_low != has_high) add(problems, "problem.range.both", name + (has_low ? "_high" : "_low"));
    if (is_low && is_high && low > high) add(problems, "problem.range.order", name + "_low");
    allow_text(range.source, name + "_source", 500, problems);
    // A number without its source is not shown to anyone, so it is not taken either.
    if (has_low && has_high && trim(range.source).empty())
        add(problems, "problem.range.source", name + "_source");
}

}  // namespace

QuestionState state_of(const Question& question) {
    if (!question.accepted_answer.empty()) return QuestionState::accepted;
    return question.answers > 0 ? QuestionState::answered : QuestionState::open;
}

Problems faults_of(const QuestionDraft& draft) {
    Problems problems;
    check_common(draft.common, problems);
    allow_text(draft.body, "body", body_length_max, problems);
    return problems;
}

Problems faults_of(const AnswerDraft& draft) {
    Problems problems;
    need_text(draft.body, "body", body_length_max, problems);
    if (draft.language != "nl" && draft.language != "en") add(problems, "problem.choice", "language");
    return problems;
}

Problems faults_of(const CaseDraft& draft) {
    Problems problems;
    check_common(draft.common, problems);
    allow_text(draft.organisation_name, "organisation_name", 200, problems);
    allow_text(draft.year, "year", 40, problems);
    need_text(draft.context, "context", body_length_max, problems);
    need_text(draft.bought, "bought", body_length_max, problems);
    need_text(draft.approach, "approach", body_length_max, problems);
    need_text(draft.criteria_used, "criteria_used", body_length_max, problems);
    allow_text(draft.result, "result", body_length_max, problems);
    check_range(draft.co2, "co2", problems);
    check_range(draft.material, "material", problems);
    check_range(draft.money, "money", problems);
    need_text(draft.failed, "failed", body_length_max, problems);
    need_text(draft.again, "again", body_length_max, problems);
    allow_text(draft.documents, "documents", body_length_max, problems);
    return problems;
}

Problems faults_of(const LessonDraft& draft) {
    Problems problems;
    check_common(draft.common, problems);
    need_text(draft.body, "body", body_length_max, problems);
    return problems;
}

}  // namespace kring::contribution
