// SPDX-License-Identifier: EUPL-1.2
#include "domain/live/acts.hpp"

#include "domain/contribution/acts.hpp"
#include "domain/live/draw.hpp"
#include "domain/live/may.hpp"
#include "domain/live/store.hpp"
#include "domain/workshop/store.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::live {
namespace {

using fixtures::phrases_of;
using fixtures::world_time;
using Words = std::vector<std::string>;
constexpr std::string_view id = "ict-2";

class LiveActs : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), {}};

    template <class F>
    Words does(std::string_view who, F&& f, Time when = world_time) {
        return phrases_of(desk.act(who, f, when));
    }
    void go_live() {
        ASSERT_EQ(does("femke", [](const Act& act) { return open(act, id); }), Words{});
    }
    void make_present(std::initializer_list<std::string_view> people) {
        (void)desk.database.write([&](db::Connection& in) {
            for (const std::string_view person : people)
                workshop::add_participant(in, id, person, world_time);
            return Result<Done>(Done{});
        });
    }
    void open_first(const Bilingual& text) {
        ASSERT_EQ(does("femke", [&](const Act& act) { return prepare(act, id, text); }), Words{});
        ASSERT_EQ(does("femke", [](const Act& act) { return open_statement(act, id, 1); }), Words{});
    }
    Words chooses(std::string_view who, Choice choice, std::int64_t number = 1) {
        return does(who, [&](const Act& act) { return choose(act, id, number, choice); });
    }
    Statement statement(std::int64_t number = 1) {
        return desk.read([&](db::Connection& in) { return find_statement(in, id, number).value(); });
    }
    std::int64_t choices_kept() {
        return desk.read([](db::Connection& in) { return in.count("select count(*) from live_choices"); });
    }
    std::string asks(std::string_view who, const std::string& title,
                     const std::string& audience = "network") {
        contribution::QuestionDraft draft;
        draft.common.network = "ict";
        draft.common.title = title;
        draft.common.audience = audience;
        draft.workshop = id;
        const auto asked = desk.act(who, [&](const Act& act) { return contribution::ask(act, draft, 0); });
        EXPECT_TRUE(asked) << phrases_of(asked).front();
        return asked->id;
    }
    void votes(std::string_view who, const std::string& question) {
        ASSERT_EQ(does(who, [&](const Act& act) { return contribution::vote(act, question); }), Words{});
    }
    Words queue_of(std::string_view who) {
        return desk.read([&](db::Connection& in) {
            Words rows;
            for (const Queued& one : queue(in, fixtures::actor(in, who), id, world_time))
                rows.push_back(one.question.record.title + " " + std::to_string(one.votes) + " " +
                               std::string(word(one.turn)));
            return rows;
        });
    }
    PitchRound round() {
        return desk.read([](db::Connection& in) { return last_round(in, id).value(); });
    }
};
KRING_ON_BOTH_ENGINES(LiveActs);

TEST_P(LiveActs, only_facilitators_lead_and_only_who_takes_part_chooses) {
    for (const std::string_view who : {"anna", "sami", "eva"}) {
        EXPECT_EQ(does(who, [](const Act& act) { return open(act, id); }), Words{"problem.forbidden"});
        EXPECT_EQ(does(who, [](const Act& act) { return prepare(act, id, {"Ja", ""}); }),
                  Words{"problem.forbidden"});
        EXPECT_EQ(does(who, [](const Act& act) { return draw(act, id, {"a"}, 60, "zaad"); }),
                  Words{"problem.forbidden"});
    }
    EXPECT_EQ(does("olga", [](const Act& act) { return open(act, "meubels-1"); }), Words{});
    EXPECT_EQ(does("femke", [](const Act& act) { return open(act, "meubels-1"); }),
              Words{"problem.not_found"});
    go_live();
    open_first({"Refurbished is goed genoeg", ""});
    EXPECT_EQ(chooses("anna", Choice::agree), Words{});
    EXPECT_EQ(chooses("bram", Choice::agree), Words{"live.problem.not_present"});
    EXPECT_EQ(chooses("olga", Choice::agree), Words{"live.problem.not_present"});
}

TEST_P(LiveActs, where_attendance_was_noted_only_who_is_there_chooses) {
    go_live();
    open_first({"Refurbished is goed genoeg", ""});
    (void)desk.database.write([](db::Connection& in) {
        in.execute(
            "insert into attendances (id, workshop_id, person_id, pool, how, is_walk_in, came_at) values "
            "('a-1', 'ict-2', 'bram', 'room', 'ticked', 1, $1)",
            {world_time});
        return Result<Done>(Done{});
    });
    EXPECT_EQ(chooses("anna", Choice::agree), Words{"live.problem.not_present"});
    EXPECT_EQ(chooses("bram", Choice::agree), Words{});
    EXPECT_EQ(desk.read([](db::Connection& in) { return count_present(in, id); }), 1);
}

TEST_P(LiveActs, a_statement_keeps_counts_and_forgets_who_chose_what) {
    make_present({"bram", "noor", "eva", "femke"});
    go_live();
    open_first({"Refurbished is goed genoeg", "Refurbished will do"});
    EXPECT_EQ(chooses("anna", Choice::agree), Words{});
    EXPECT_EQ(chooses("sami", Choice::agree), Words{});
    EXPECT_EQ(chooses("bram", Choice::agree), Words{});
    EXPECT_EQ(chooses("bram", Choice::disagree), Words{});
    EXPECT_EQ(chooses("noor", Choice::no_opinion), Words{});
    EXPECT_EQ(chooses("eva", Choice::agree), Words{});
    EXPECT_EQ(choices_kept(), 5);
    EXPECT_EQ(statement().voted, 0) << "nothing is counted while it is open";
    ASSERT_EQ(does("femke", [](const Act& act) { return close_statement(act, id, 1); }), Words{});
    EXPECT_EQ(choices_kept(), 0);
    const Statement closed = statement();
    EXPECT_EQ(closed.could, 6);
    EXPECT_EQ(closed.voted, 5);
    ASSERT_TRUE(closed.split);
    EXPECT_EQ(closed.split->agreed, 3);
    EXPECT_EQ(closed.split->disagreed, 1);
    EXPECT_EQ(closed.split->no_opinion, 1);
    EXPECT_FALSE(closed.is_shown);
    EXPECT_EQ(chooses("anna", Choice::disagree), Words{"live.problem.statement_closed"});
    EXPECT_EQ(does("femke", [](const Act& act) { return open_statement(act, id, 1); }),
              Words{"live.problem.statement_closed"});
    EXPECT_EQ(does("femke", [](const Act& act) { return show_result(act, id, 1, true); }), Words{});
    EXPECT_TRUE(statement().is_shown);
}

TEST_P(LiveActs, of_fewer_than_five_only_the_number_is_kept) {
    go_live();
    open_first({"Refurbished is goed genoeg", ""});
    EXPECT_EQ(chooses("anna", Choice::agree), Words{});
    EXPECT_EQ(chooses("sami", Choice::disagree), Words{});
    ASSERT_EQ(does("femke", [](const Act& act) { return close_statement(act, id, 1); }), Words{});
    EXPECT_EQ(statement().voted, 2);
    EXPECT_FALSE(statement().split);
}

TEST_P(LiveActs, the_journal_never_says_what_somebody_chose) {
    go_live();
    open_first({"Refurbished is goed genoeg", ""});
    EXPECT_EQ(chooses("anna", Choice::disagree), Words{});
    ASSERT_EQ(does("femke", [](const Act& act) { return close_statement(act, id, 1); }), Words{});
    desk.read([](db::Connection& in) {
        for (const journal::Line& line : journal::lines(in, 0, 100)) {
            for (const std::string_view word : {"agree", "opinion"})
                EXPECT_EQ((line.word + line.detail).find(word), std::string::npos) << line.word;
        }
    });
}

TEST_P(LiveActs, a_statement_can_be_put_again_and_one_is_open_at_a_time) {
    go_live();
    open_first({"Refurbished is goed genoeg", ""});
    EXPECT_EQ(does("femke", [](const Act& act) { return repeat(act, id, 1); }),
              Words{"live.problem.not_closed"});
    ASSERT_EQ(does("femke", [](const Act& act) { return close_statement(act, id, 1); }), Words{});
    ASSERT_EQ(does("femke", [](const Act& act) { return repeat(act, id, 1); }), Words{});
    ASSERT_EQ(does("femke", [](const Act& act) { return prepare(act, id, {"Nog een", ""}); }), Words{});
    EXPECT_EQ(statement(2).repeats, 1);
    EXPECT_EQ(statement(2).text.nl, statement(1).text.nl);
    ASSERT_EQ(does("femke", [](const Act& act) { return open_statement(act, id, 2); }), Words{});
    ASSERT_EQ(does("femke", [](const Act& act) { return open_statement(act, id, 3); }), Words{});
    EXPECT_EQ(statement(2).state, StatementState::closed);
    EXPECT_EQ(statement(3).state, StatementState::open);
    EXPECT_EQ(does("femke", [](const Act& act) { return remove(act, id, 2); }),
              Words{"live.problem.was_open"});
}

TEST_P(LiveActs, closing_the_room_closes_the_statement_and_ends_the_pitch_also_when_forgotten) {
    go_live();
    open_first({"Refurbished is goed genoeg", ""});
    EXPECT_EQ(chooses("anna", Choice::agree), Words{});
    ASSERT_EQ(does("femke", [](const Act& act) { return draw(act, id, {"a", "b"}, 60, "zaad"); }), Words{});
    ASSERT_EQ(does("femke", [](const Act& act) { return start_pitch(act, id); }), Words{});
    const auto closed_at = [&](Time when) {
        return *desk.act("", [](const Act& act) { return close_forgotten(act); }, when);
    };
    EXPECT_EQ(closed_at(world_time + day_ms), 0);
    EXPECT_EQ(closed_at(world_time + day_ms + 1), 1);
    EXPECT_EQ(closed_at(world_time + day_ms + 1), 0);
    EXPECT_EQ(choices_kept(), 0);
    EXPECT_EQ(statement().state, StatementState::closed);
    EXPECT_EQ(round().pitches[0].state, PitchState::done);
    EXPECT_EQ(does("femke", [](const Act& act) { return start_pitch(act, id); }),
              Words{"live.problem.not_open"});
}

TEST_P(LiveActs, questions_stand_by_votes_and_one_has_the_turn) {
    const std::string one = asks("anna", "Een");
    const std::string two = asks("anna", "Twee");
    const std::string closed = asks("anna", "Drie", "purchasers");
    votes("sami", two);
    votes("bram", closed);
    votes("femke", closed);
    EXPECT_EQ(queue_of("bram"), (Words{"Drie 2 waiting", "Twee 1 waiting", "Een 0 waiting"}));
    EXPECT_EQ(queue_of("sami"), (Words{"Twee 1 waiting", "Een 0 waiting"}));
    const auto set = [&](const std::string& question, Turn turn) {
        return does("femke", [&](const Act& act) { return set_turn(act, id, question, turn); });
    };
    EXPECT_EQ(set(one, Turn::now), Words{"live.problem.not_open"});
    go_live();
    EXPECT_EQ(set(one, Turn::now), Words{});
    EXPECT_EQ(set(two, Turn::now), Words{});
    EXPECT_EQ(queue_of("sami"), (Words{"Twee 1 now", "Een 0 waiting"}));
    EXPECT_EQ(set(one, Turn::later), Words{});
    EXPECT_EQ(queue_of("sami"), (Words{"Twee 1 now", "Een 0 later"}));
    EXPECT_EQ(set("niet-hier", Turn::now), Words{"problem.not_found"});
    const auto note = [&](const Act& act) {
        return note_answer(act, id, {two, "Ja, dat mag.", "Bram Hoekstra", "nl"});
    };
    EXPECT_EQ(does("femke", note), Words{});
    EXPECT_EQ(queue_of("sami"), (Words{"Twee 1 answered", "Een 0 later"}));
    desk.read([&](db::Connection& in) {
        EXPECT_EQ(in.first_text("select a.body from answers a where a.question_id = $1", {two}),
                  "Ja, dat mag.");
        EXPECT_EQ(in.first_text("select answered_by from live_turns where question_id = $1", {two}),
                  "Bram Hoekstra");
    });
}

TEST_P(LiveActs, whoever_voted_for_two_questions_that_are_put_together_counts_once) {
    const std::string one = asks("anna", "Een");
    const std::string two = asks("bram", "Twee");
    const std::string closed = asks("anna", "Drie", "purchasers");
    votes("sami", one);
    votes("sami", two);
    votes("femke", one);
    votes("noor", two);
    go_live();
    const auto joined = [&](const std::string& question, const std::string& into) {
        return does("femke", [&](const Act& act) { return merge(act, id, question, into); });
    };
    EXPECT_EQ(joined(one, closed), Words{"live.problem.not_for_the_same"});
    EXPECT_EQ(joined(one, one), Words{"live.problem.not_for_the_same"});
    EXPECT_EQ(joined(two, one), Words{});
    EXPECT_EQ(queue_of("sami"), Words{"Een 3 waiting"});
    EXPECT_EQ(joined(one, two), Words{}) << "the other way round: never both away";
    EXPECT_EQ(queue_of("sami"), Words{"Twee 3 waiting"});
    EXPECT_EQ(does("femke", [&](const Act& act) { return set_turn(act, id, one, Turn::waiting); }), Words{});
    EXPECT_EQ(queue_of("sami").size(), 2U);
}

TEST_P(LiveActs, each_pitch_keeps_the_time_it_really_got) {
    go_live();
    ASSERT_EQ(does("femke",
                   [](const Act& act) { return draw(act, id, {"Kringloop", "Tweede Leven"}, 60, "zaad"); }),
              Words{});
    EXPECT_EQ(round().pitches[0].name, drawn_order("zaad", {"Kringloop", "Tweede Leven"})[0]);
    EXPECT_EQ(round().seed, "zaad");
    const auto at = [&](std::int64_t seconds, Result<Done> (*deed)(const Act&, std::string_view)) {
        return does("femke", [&](const Act& act) { return deed(act, id); }, world_time + seconds * second_ms);
    };
    EXPECT_EQ(at(0, next_pitch), Words{"live.problem.no_pitch"});
    EXPECT_EQ(at(0, start_pitch), Words{});
    EXPECT_EQ(at(5, start_pitch), Words{}) << "pressed twice";
    EXPECT_EQ(at(20, stop_pitch), Words{});
    EXPECT_EQ(at(100, start_pitch), Words{});
    EXPECT_EQ(does("femke", [](const Act& act) { return draw(act, id, {"a"}, 60, "z"); }),
              Words{"live.problem.pitch_runs"});
    EXPECT_EQ(at(141, next_pitch), Words{});
    EXPECT_EQ(at(150, start_pitch), Words{});
    EXPECT_EQ(at(210, next_pitch), Words{});
    EXPECT_EQ(at(211, start_pitch), Words{"live.problem.round_done"});
    EXPECT_EQ(round().pitches[0].used_ms, 61000);
    EXPECT_EQ(round().pitches[1].used_ms, 60000);
    EXPECT_EQ(does("femke", [](const Act& act) { return draw(act, id, {"a"}, 60, "z"); }), Words{});
    EXPECT_EQ(desk.read([](db::Connection& in) { return rounds_of(in, id).size(); }), 2U)
        << "an earlier draw stays in the record";
}

TEST_P(LiveActs, suppliers_who_take_part_are_proposed_for_pitching) {
    desk.read([](db::Connection& in) {
        EXPECT_EQ(suppliers(in, id, "ict").size(), 1U);
        EXPECT_EQ(suppliers(in, "ict-1", "ict").size(), 0U);
    });
}

}  // namespace
}  // namespace kring::live
