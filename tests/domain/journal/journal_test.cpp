// SPDX-License-Identifier: EUPL-1.2
#include "domain/journal/journal.hpp"

#include "tests/fixtures/desk.hpp"

namespace kring::journal {
namespace {

using Words = std::vector<std::string>;

class Journal : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), {}};

    template <class F>
    void write(std::string_view by, F&& f) {
        ASSERT_TRUE(desk.act(by, [&](const Act& act) {
            f(act);
            return Result<Done>(Done{});
        }));
    }
    std::vector<Line> all(std::int64_t before = 0, int most = 1000, std::string_view actor = "",
                          std::string_view object = "") {
        return desk.read([&](db::Connection& in) { return lines(in, before, most, actor, object); });
    }
    static std::vector<std::int64_t> numbers(const std::vector<Line>& found) {
        std::vector<std::int64_t> sequences;
        for (const Line& line : found) sequences.push_back(line.sequence);
        return sequences;
    }
};
KRING_ON_BOTH_ENGINES(Journal);

TEST_P(Journal, says_who_did_what_when_on_what_with_which_result_from_where) {
    write("anna", [](const Act& act) { record(act, "question.asked", "vraag-1", "other=1"); });
    write("bram", [](const Act& act) { record_refusal(act, "sign_in.failed", "vraag-2", "password"); });
    const auto found = all();
    ASSERT_EQ(found.size(), 2u);
    const Line& done = found[1];
    EXPECT_EQ(done.sequence, 1);
    EXPECT_EQ(done.at, "2026-11-23T09:00:00.000Z");
    EXPECT_EQ(done.actor + " " + done.word + " " + done.object, "anna question.asked vraag-1");
    EXPECT_EQ(done.result + " " + done.origin + " " + done.detail, "done web other=1");
    EXPECT_EQ(done.previous_hash, std::string(64, '0'));
    EXPECT_EQ(found[0].actor + " " + found[0].result, "bram refused");
    EXPECT_EQ(found[0].previous_hash, done.hash);
    EXPECT_EQ(found[0].hash.size(), 64u);
}

TEST_P(Journal, names_the_command_line_operator_and_leaves_a_visitor_without_a_name) {
    Actor machine;
    machine.is_operator = true;
    machine.name = "operator";
    ASSERT_TRUE(desk.database.write([&](db::Connection& in) {
        record(Act{machine, fixtures::world_time, in, "cli"}, "folder.loaded", "");
        record(Act{Actor{}, fixtures::world_time, in, "web"}, "sign_in.failed", "");
        return Result<Done>(Done{});
    }));
    const auto found = all();
    EXPECT_EQ(found[1].actor + " " + found[1].origin, "operator cli");
    EXPECT_EQ(found[0].actor, "");
}

TEST_P(Journal, keeps_of_an_anonymous_act_no_actor_and_only_the_day) {
    write("anna", [](const Act& act) { record_anonymously(act, "question.asked", "vraag-1"); });
    const Line line = all().at(0);
    EXPECT_EQ(line.actor, "");
    EXPECT_EQ(line.at, "2026-11-23T00:00:00.000Z");
    EXPECT_EQ(line.detail, "");
    EXPECT_EQ(line.result, "done");
}

TEST_P(Journal, leaves_no_line_of_an_act_that_failed) {
    const auto failed = desk.act("anna", [](const Act& act) {
        record(act, "question.asked", "vraag-1");
        return Result<Done>(Problem{Trouble::conflict, "problem.not_found", "", {}});
    });
    EXPECT_FALSE(failed);
    EXPECT_EQ(all().size(), 0u);
    write("anna", [](const Act& act) { record(act, "question.asked", "vraag-1"); });
    EXPECT_EQ(all().at(0).sequence, 1);
}

TEST_P(Journal, is_read_newest_first_by_the_page_and_by_actor_or_object) {
    for (int i = 1; i <= 7; ++i) {
        write(i % 2 == 0 ? "bram" : "anna",
              [&](const Act& act) { record(act, "case.changed", "geval-" + std::to_string(i % 3)); });
    }
    using Numbers = std::vector<std::int64_t>;
    EXPECT_EQ(numbers(all(0, 3)), (Numbers{7, 6, 5}));
    EXPECT_EQ(numbers(all(5, 3)), (Numbers{4, 3, 2}));
    EXPECT_EQ(numbers(all(1, 3)), Numbers{});
    EXPECT_EQ(numbers(all(0, 9, "bram")), (Numbers{6, 4, 2}));
    EXPECT_EQ(numbers(all(0, 9, "", "geval-1")), (Numbers{7, 4, 1}));
    EXPECT_EQ(numbers(all(7, 9, "anna", "geval-1")), (Numbers{1}));
    EXPECT_EQ(numbers(all(0, 9, "niemand")), Numbers{});
}

TEST_P(Journal, puts_a_letter_in_the_outbox_with_the_act_or_not_at_all) {
    const Letter letter{"anna", "Anna de Wit", "anna@linderdam.example",
                        "nl",   "Je vraag",    "Beste Anna,\nLees."};
    write("bram", [&](const Act& act) { post(act, letter); });
    write("bram", [&](const Act& act) {
        Letter stranger = letter;
        stranger.person.clear();
        stranger.to_email = "nieuw@elders.example";
        post(act, stranger);
    });
    (void)desk.act("bram", [&](const Act& act) {
        post(act, letter);
        return Result<Done>(Problem{});
    });
    Words found;
    desk.read([&](db::Connection& in) {
        in.query(
            "select person_id, to_name, to_email, language, subject, body, made_at, next_at, tries, sent_at "
            "from outbox order by to_email",
            {}, [&](const db::Row& row) {
                EXPECT_EQ(row.view(6), row.view(7));
                EXPECT_EQ(row.time(6), fixtures::world_time);
                EXPECT_EQ(row.integer(8), 0);
                EXPECT_TRUE(row.is_null(9));
                EXPECT_EQ(row.is_null(0), row.view(2) == "nieuw@elders.example");
                found.push_back(row.text(1) + "|" + row.text(2) + "|" + row.text(3) + "|" + row.text(4) +
                                "|" + row.text(5));
            });
    });
    EXPECT_EQ(found, (Words{"Anna de Wit|anna@linderdam.example|nl|Je vraag|Beste Anna,\nLees.",
                            "Anna de Wit|nieuw@elders.example|nl|Je vraag|Beste Anna,\nLees."}));
}

}  // namespace
}  // namespace kring::journal
