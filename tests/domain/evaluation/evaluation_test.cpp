// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <set>

#include "domain/commitment/store.hpp"
#include "domain/evaluation/acts.hpp"
#include "domain/evaluation/store.hpp"
#include "platform/base/secret.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::evaluation {
namespace {

using fixtures::phrases_of;
using Words = std::vector<std::string>;

Time moment(std::string_view day, std::string_view clock = "09:00") {
    return parse_time(std::string(day) + "T" + std::string(clock) + ":00.000Z").value();
}

constexpr std::string_view next_day = "2027-01-15";

TEST(WorkshopIsOver, on_the_day_from_its_last_hour_and_else_from_the_next_day) {
    workshop::Workshop one;
    EXPECT_FALSE(is_over(one, moment("2027-01-14"))) << "without a day";
    one.day = "2027-01-14";
    EXPECT_FALSE(is_over(one, moment("2027-01-14", "22:59")));
    EXPECT_TRUE(is_over(one, moment("2027-01-14", "23:00"))) << "midnight in Amsterdam";
    one.ends = "15:30";
    EXPECT_FALSE(is_over(one, moment("2027-01-14", "14:29")));
    EXPECT_TRUE(is_over(one, moment("2027-01-14", "14:30")));
    EXPECT_FALSE(is_over(one, moment("2027-01-13", "20:00")));
}

class Evaluations : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), {}};

    template <class F>
    Words refused(std::string_view who, F&& f, Time when) {
        return phrases_of(desk.act(who, std::forward<F>(f), when));
    }
    Words asked_by(std::string_view who, Time when = moment(next_day)) {
        return refused(who, [&](const Act& act) { return ask(act, desk.site(), "ict-2"); }, when);
    }
    static Draft draft(std::string learned = "Levensduur telt", std::string score = "4") {
        Draft one;
        one.learned = std::move(learned);
        one.scores[0] = std::move(score);
        return one;
    }
    Words answered(std::string_view who, const Draft& given, Time when = moment(next_day)) {
        return refused(who, [&](const Act& act) { return answer(act, "ict-2", given); }, when);
    }
    std::vector<Answer> answers() {
        return desk.read([](db::Connection& in) { return answers_of(in, "ict-2"); });
    }
    int tended(Time when) {
        const bool is_due = desk.read([&](db::Connection& in) { return has_work(in, when); });
        const int count = *desk.act("", [&](const Act& act) { return tend(act, desk.site()); }, when);
        EXPECT_EQ(is_due, count > 0);
        return count;
    }
    Words mailed() {
        Words all;
        desk.read([&](db::Connection& in) {
            in.query("select person_id, subject from outbox order by person_id", {},
                     [&](const db::Row& row) { all.push_back(row.text(0) + ": " + row.text(1)); });
        });
        return all;
    }
    std::string text(std::string_view query) {
        return desk.read([&](db::Connection& in) { return in.first_text(query).value_or("none"); });
    }
    void sql(std::string_view statement) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement);
            return Result<Done>(Done{});
        }));
    }
};
KRING_ON_BOTH_ENGINES(Evaluations);

TEST_P(Evaluations, are_asked_once_by_a_facilitator_when_the_workshop_is_over) {
    EXPECT_EQ(asked_by("femke", moment("2027-01-13")), Words{"evaluation.problem.not_over"});
    EXPECT_EQ(asked_by("anna"), Words{"problem.forbidden"});
    EXPECT_EQ(answered("anna", draft()), Words{"evaluation.problem.not_open"});
    EXPECT_EQ(asked_by("femke"), Words{});
    EXPECT_EQ(asked_by("femke"), Words{"evaluation.problem.asked"});
    const std::string title = text("select title from records where id = 'ict-2'");
    EXPECT_EQ(mailed(),
              (Words{"anna: Wat neem je mee uit: " + title, "sami: Wat neem je mee uit: " + title}));
    EXPECT_EQ(tended(moment(next_day)), 0) << "the job does not ask again";
}

TEST_P(Evaluations, are_asked_by_themselves_after_the_end_but_not_of_long_ago) {
    sql("update workshops set ends = '15:30' where id = 'ict-2'");
    EXPECT_EQ(tended(moment("2027-01-14", "14:29")), 0);
    EXPECT_EQ(tended(moment("2027-01-14", "14:30")), 1);
    EXPECT_EQ(mailed().size(), 2U);
    EXPECT_EQ(tended(moment("2027-01-14", "14:31")), 0);
    EXPECT_EQ(text("select count(*) from evaluations"), "1") << "ict-1 was in October";
}

TEST_P(Evaluations, go_to_nobody_who_wants_no_mail_and_not_for_a_cancelled_workshop) {
    sql("update workshops set cancelled_at = '2027-01-10T08:00:00.000Z', cancelled_why_nl = 'Ziek' where id "
        "= "
        "'ict-2'");
    EXPECT_EQ(tended(moment(next_day)), 0);
    EXPECT_EQ(asked_by("femke"), Words{"evaluation.problem.not_over"});
    sql("update workshops set cancelled_at = null, cancelled_why_nl = '' where id = 'ict-2'");
    sql("insert into letter_choices (id, person_id, network_id, choice) values ('c', 'anna', 'ict', "
        "'nothing')");
    EXPECT_EQ(asked_by("femke"), Words{});
    ASSERT_EQ(mailed().size(), 1U);
    EXPECT_EQ(mailed().front().substr(0, 5), "sami:");
    EXPECT_EQ(answered("anna", draft()), Words{}) << "she may answer all the same";
}

TEST_P(Evaluations, hold_one_answer_each_that_can_change_for_fourteen_days) {
    ASSERT_EQ(asked_by("femke"), Words{});
    EXPECT_EQ(answered("bram", draft()), Words{"evaluation.problem.not_there"});
    EXPECT_EQ(answered("olga", draft()), Words{"evaluation.problem.not_there"});
    EXPECT_EQ(answered("anna", Draft{}), Words{"evaluation.problem.empty"});
    EXPECT_EQ(answered("anna", draft("x", "6")), Words{"evaluation.problem.score"});
    EXPECT_EQ(answered("anna", draft("Eerst")), Words{});
    EXPECT_EQ(answered("sami", draft("Van sami")), Words{});
    EXPECT_EQ(answered("anna", draft("Daarna", "2"), moment("2027-01-29", "08:59")), Words{});
    Words learned;
    for (const Answer& one : answers()) learned.push_back(one.learned);
    std::sort(learned.begin(), learned.end());
    EXPECT_EQ(learned, (Words{"Daarna", "Van sami"}));
    EXPECT_EQ(answered("anna", draft("Te laat"), moment("2027-01-29", "09:00")),
              Words{"evaluation.problem.not_open"});
}

TEST_P(Evaluations, keep_no_name_beside_an_answer_unless_asked) {
    ASSERT_EQ(asked_by("femke"), Words{});
    ASSERT_EQ(answered("anna", draft()), Words{});
    Draft named = draft("Met naam");
    named.keeps_name = true;
    ASSERT_EQ(answered("sami", named), Words{});
    std::multiset<std::string> names;
    for (const Answer& one : answers()) names.insert(one.named_as);
    EXPECT_EQ(names, (std::multiset<std::string>{"", text("select name from people where id = 'sami'")}));
    const auto lines = desk.read([](db::Connection& in) { return journal::lines(in, 0, 2); });
    for (const auto& line : lines) {
        EXPECT_EQ(line.word, "evaluation.answered");
        EXPECT_EQ(line.actor, "");
        EXPECT_EQ(line.object, "ict-2");
    }
}

TEST_P(Evaluations, forget_whose_answers_are_when_they_can_change_no_more) {
    ASSERT_EQ(asked_by("femke"), Words{});
    ASSERT_EQ(answered("anna", draft()), Words{});
    ASSERT_EQ(answered("sami", draft()), Words{});
    EXPECT_EQ(text("select count(*) from evaluation_answers where finder is not null"), "2");
    EXPECT_EQ(tended(moment("2027-01-29", "08:59")), 0);
    EXPECT_EQ(tended(moment("2027-01-29", "09:00")), 1);
    EXPECT_EQ(text("select count(*) from evaluation_answers where finder is not null"), "0");
    EXPECT_EQ(text("select count(*) from evaluations where answer_key is not null"), "0");
    EXPECT_EQ(answers().size(), 2U);
    EXPECT_EQ(tended(moment("2027-01-29", "09:00")), 0);
}

TEST_P(Evaluations, make_a_commitment_in_the_same_act_and_once) {
    ASSERT_EQ(asked_by("femke"), Words{});
    Draft with = draft();
    with.commitment.what = "Reparatie in de uitvraag";
    with.commitment.due_on = "2027-01-01";
    with.makes_commitment = true;
    EXPECT_EQ(answered("anna", with), Words{"commitment.problem.past"});
    EXPECT_EQ(answers().size(), 0U) << "all or nothing";
    with.commitment.due_on = "2027-03-01";
    EXPECT_EQ(answered("anna", with), Words{});
    EXPECT_EQ(answered("anna", with), Words{});
    const auto made = desk.read([](db::Connection& in) {
        return commitment::own(in, fixtures::actor(in, "anna"), moment(next_day));
    });
    ASSERT_EQ(made.size(), 1U);
    EXPECT_EQ(made[0].record.title, "Reparatie in de uitvraag");
    EXPECT_EQ(made[0].due_on, "2027-03-01");
    EXPECT_EQ(chain::word(made[0].record.audience), "workshop");
    ASSERT_EQ(answers().size(), 1U);
    EXPECT_EQ(answers()[0].intends, "") << "it would name its owner";
    with.makes_commitment = false;
    EXPECT_EQ(answered("anna", with), Words{});
    EXPECT_EQ(answers()[0].intends, "Reparatie in de uitvraag");
    EXPECT_EQ(answers()[0].intends_by, "2027-03-01");
}

}  // namespace
}  // namespace kring::evaluation
