// SPDX-License-Identifier: EUPL-1.2
#include "domain/contribution/contribution.hpp"

#include "app/embedded.hpp"
#include "platform/html/phrases.hpp"
#include "tests/domain/contribution/contribution_world.hpp"

namespace kring::contribution {
namespace {

using fixtures::faults_of;

template <class Draft>
Words faults(const Draft& draft) {
    return faults_of(contribution::faults_of(draft));
}

TEST(Contribution, takes_every_good_draft) {
    EXPECT_EQ(faults(good_question()), Words{});
    EXPECT_EQ(faults(good_answer("vraag-1")), Words{});
    EXPECT_EQ(faults(good_case()), Words{});
    EXPECT_EQ(faults(good_lesson()), Words{});
}

TEST(Contribution, needs_a_title_for_a_question_but_no_body) {
    QuestionDraft draft = good_question();
    draft.body.clear();
    EXPECT_EQ(faults(draft), Words{});
    draft.common.title = " \t\n ";
    EXPECT_EQ(faults(draft), Words{"title: problem.needed.title"});
}

TEST(Contribution, tells_all_that_a_case_lacks_at_once_in_the_order_of_the_form) {
    CaseDraft draft;
    draft.common.audience = "";
    draft.common.language = "";
    EXPECT_EQ(faults(draft),
              (Words{"title: problem.needed.title", "language: problem.choice", "audience: problem.choice",
                     "context: problem.needed.context", "bought: problem.needed.bought",
                     "approach: problem.needed.approach", "criteria_used: problem.needed.criteria_used",
                     "failed: problem.needed.failed", "again: problem.needed.again"}));
}

TEST(Contribution, says_what_failed_or_is_not_taken) {
    CaseDraft draft = good_case();
    draft.failed = "   ";
    EXPECT_EQ(faults(draft), Words{"failed: problem.needed.failed"});
}

TEST(Contribution, counts_characters_and_not_bytes) {
    QuestionDraft draft = good_question();
    std::string title;
    for (std::size_t i = 0; i < chain::title_length_max; ++i) title += "\xc3\xab";
    draft.common.title = title;
    EXPECT_EQ(faults(draft), Words{});
    draft.common.title += "\xc3\xab";
    const Problems problems = contribution::faults_of(draft);
    EXPECT_EQ(faults_of(problems), Words{"title: problem.too_long"});
    EXPECT_EQ(problems.at(0).values,
              (std::vector<std::pair<std::string, std::string>>{{"most", "200"}, {"length", "201"}}));
    LessonDraft lesson = good_lesson();
    lesson.body = std::string(body_length_max, 'x');
    EXPECT_EQ(faults(lesson), Words{});
    lesson.body += 'x';
    EXPECT_EQ(faults(lesson), Words{"body: problem.too_long"});
}

TEST(Contribution, takes_no_broken_text_and_no_controls) {
    for (const char* bad : {"a\x01z", "a\x1f", "\xff", "\xc3", "\xed\xa0\x80"}) {
        QuestionDraft draft = good_question();
        draft.common.title = bad;
        draft.body = bad;
        EXPECT_EQ(faults(draft), (Words{"title: problem.unclean", "body: problem.unclean"})) << bad;
        AnswerDraft answer = good_answer("vraag-1", bad);
        EXPECT_EQ(faults(answer), Words{"body: problem.unclean"}) << bad;
    }
}

TEST(Contribution, knows_two_languages_and_no_audience_of_persons) {
    for (const char* bad : {"", "de", "NL", "nl "}) {
        LessonDraft draft = good_lesson();
        draft.common.language = bad;
        EXPECT_EQ(faults(draft), Words{"language: problem.choice"}) << bad;
        AnswerDraft answer = good_answer("vraag-1");
        answer.language = bad;
        EXPECT_EQ(faults(answer), Words{"language: problem.choice"}) << bad;
    }
    for (const char* bad : {"", "persons", "public", "Network", "admin"}) {
        EXPECT_EQ(faults(good_question(bad)), Words{"audience: problem.choice"}) << bad;
    }
    for (const char* good : {"everyone", "network", "purchasers", "organisation"}) {
        EXPECT_EQ(faults(good_question(good)), Words{}) << good;
    }
}

TEST(Contribution, needs_a_workshop_for_an_audience_of_a_workshop) {
    QuestionDraft draft = good_question("workshop");
    EXPECT_EQ(faults(draft), Words{"audience_of: problem.needed.audience_of"});
    draft.common.audience_of = "ict-2";
    EXPECT_EQ(faults(draft), Words{});
}

TEST(Contribution, takes_only_web_addresses_with_a_title_as_a_source) {
    for (const char* bad : {"javascript:alert(1)", "data:text/html,x", "ftp://x.example/", "//x.example",
                            "/pad", "x.example", "https://x.example/een twee", "HTTPS//x"}) {
        LessonDraft draft = good_lesson();
        draft.common.source = {"Bron", bad, "", ""};
        EXPECT_EQ(faults(draft), Words{"source_url: problem.source_url"}) << bad;
    }
    LessonDraft draft = good_lesson();
    draft.common.source = {"", "https://x.example/", "2026-02-30", ""};
    EXPECT_EQ(faults(draft),
              (Words{"source_title: problem.needed.source_title", "source_read_on: problem.day"}));
    draft.common.source = {"Bron", "https://x.example/" + std::string(482, 'a'), "2026-02-28", ""};
    EXPECT_EQ(faults(draft), Words{});
    draft.common.source.url += "a";
    EXPECT_EQ(faults(draft), Words{"source_url: problem.source_url"});
}

TEST(Contribution, takes_a_source_address_only_without_controls) {
    LessonDraft draft = good_lesson();
    draft.common.source = {"Bron", "https://x.example/\t", "", ""};
    EXPECT_EQ(faults(draft), Words{"source_url: problem.source_url"});
    draft.common.source.url = "https://x.example/\xff";
    EXPECT_EQ(faults(draft), Words{"source_url: problem.source_url"});
}

TEST(Contribution, takes_figures_only_as_a_whole_range_with_a_source) {
    const auto with = [](Range range) {
        CaseDraft draft = good_case();
        draft.co2 = std::move(range);
        return faults(draft);
    };
    EXPECT_EQ(with({"100", "300", "LCA van het RIVM"}), Words{});
    EXPECT_EQ(with({"300", "300", "meting"}), Words{});
    EXPECT_EQ(with({"0", "1000000000000", "schatting"}), Words{});
    EXPECT_EQ(with({"", "", "los"}), Words{});
    EXPECT_EQ(with({"100", "", "bron"}), Words{"co2_high: problem.range.both"});
    EXPECT_EQ(with({"", "100", "bron"}), Words{"co2_low: problem.range.both"});
    EXPECT_EQ(with({"300", "100", "bron"}), Words{"co2_low: problem.range.order"});
    EXPECT_EQ(with({"100", "300", " "}), Words{"co2_source: problem.range.source"});
    for (const char* bad :
         {"-1", "1,5", "1.000", "1e3", "twee", "+5", "0x10", "1000000000001", "99999999999999999999"}) {
        EXPECT_EQ(with({bad, "1000000000000", "bron"}), Words{"co2_low: problem.figure"}) << bad;
        EXPECT_EQ(with({"5", bad, "bron"}), Words{"co2_high: problem.figure"}) << bad;
    }
}

TEST(Contribution, checks_each_of_the_three_figures_at_its_own_fields) {
    CaseDraft draft = good_case();
    draft.co2 = {"x", "1", "bron"};
    draft.material = {"1", "", "bron"};
    draft.money = {"1", "2", ""};
    EXPECT_EQ(faults(draft), (Words{"co2_low: problem.figure", "material_high: problem.range.both",
                                    "money_source: problem.range.source"}));
}

TEST(Contribution, words_every_fault_in_both_languages) {
    CaseDraft draft;
    draft.common.audience = "workshop";
    draft.common.language = "";
    draft.common.source = {"", "x", "x", ""};
    draft.co2 = {"x", "y", ""};
    draft.material = {"2", "1", ""};
    draft.money = {"2", "", "\x01"};
    draft.result = std::string(body_length_max + 1, 'x');
    LessonDraft lesson = good_lesson();
    lesson.body = " ";
    Problems all = contribution::faults_of(draft);
    const Problems more = contribution::faults_of(lesson);
    all.insert(all.end(), more.begin(), more.end());
    const html::Phrases phrases(app::embedded_catalogue_nl(), app::embedded_catalogue_en());
    for (const Problem& problem : all) {
        for (const html::Language language : html::languages) {
            EXPECT_NE(phrases.say(problem.phrase, language, problem.values), "") << problem.phrase;
        }
    }
    EXPECT_GE(all.size(), 18u);
}

TEST(Contribution, calls_a_question_open_until_answered_and_answered_until_one_is_accepted) {
    Question question;
    EXPECT_EQ(state_of(question), QuestionState::open);
    question.answers = 1;
    EXPECT_EQ(state_of(question), QuestionState::answered);
    question.accepted_answer = "antwoord-1";
    EXPECT_EQ(state_of(question), QuestionState::accepted);
}

}  // namespace
}  // namespace kring::contribution
