// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <thread>

#include "domain/chain/links.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/desk/once.hpp"
#include "tests/domain/breakout/breakout_world.hpp"

namespace kring::breakout {
namespace {

class TableNotes : public BreakoutWorld {
protected:
    /// Two tables with a question on the first, in their first round.
    void begin_with_question() {
        contribution::QuestionDraft draft;
        draft.common.network = "ict";
        draft.common.title = "Hoe lang gaat een laptop mee?";
        draft.workshop = "ict-2";
        draft.body = "Vier jaar of zeven?";
        question = desk.act("anna", [&](const Act& act) { return contribution::ask(act, draft, 0); })->id;
        Wishes setup;
        setup.tables = 2;
        ASSERT_EQ(set(setup), Words{});
        ASSERT_EQ(set_host(1, "anna", {question}), Words{});
        ASSERT_EQ(set_host(2, "sami"), Words{});
        ASSERT_EQ(published(), Words{});
        ASSERT_EQ(round(1), Words{});
    }
    std::vector<Note> all(std::string_view who) {
        return desk.read(
            [&](db::Connection& in) { return notes(in, fixtures::actor(in, who), "ict-2", world_time); });
    }
    /// "relation title" of what a record is tied to, outgoing with > in front.
    Words ties(const std::string& id) {
        Words found;
        desk.read([&](db::Connection& in) {
            for (const auto& one : chain::neighbours(in, fixtures::actor(in, "femke"), id, world_time)) {
                found.push_back((one.is_outgoing ? ">" : "<") + std::string(chain::word(one.relation)) + " " +
                                one.other.title);
            }
        });
        std::sort(found.begin(), found.end());  // what is of one moment has no other order
        return found;
    }
    std::string question;
};
KRING_ON_BOTH_ENGINES(TableNotes);

TEST_P(TableNotes, are_lessons_tied_to_question_and_workshop_with_their_table_as_source) {
    begin_with_question();
    const auto made = noted("anna", {1, 1, question, "  Vraag om zeven jaar.\nEn om onderdelen.", {}});
    ASSERT_TRUE(made);
    const auto record = desk.read([&](db::Connection& in) { return chain::find(in, *made); });
    EXPECT_EQ(record->kind, chain::Kind::lesson);
    EXPECT_EQ(record->title, "Vraag om zeven jaar.");
    EXPECT_EQ(record->audience, chain::Audience::workshop);
    EXPECT_EQ(record->audience_of, "ict-2");
    EXPECT_EQ(record->source.title, "tafel 1, ronde 1");
    EXPECT_EQ(ties(*made),
              (Words{"<distilled_into Eisen en criteria", "<distilled_into Hoe lang gaat een laptop mee?"}));
    ASSERT_EQ(all("femke").size(), 1U);
    EXPECT_EQ(all("femke").front().body, "Vraag om zeven jaar.\nEn om onderdelen.");
    EXPECT_EQ(all("femke").front().question, question);
    EXPECT_EQ(all("olga").size(), 0U);
}

TEST_P(TableNotes, are_written_and_changed_by_their_table_alone) {
    begin_with_question();
    std::string at_one, at_two;
    for (const char* who : {"bram", "noor", "eva", "piet", "kees", "jans"})
        (table_of(who, 1) == 1 ? at_one : at_two) = who;
    const auto made = noted(at_one, {1, 1, "", "Van wie aan tafel zit", {}});
    ASSERT_TRUE(made);
    EXPECT_EQ(phrases_of(noted(at_two, {1, 1, "", "Van een ander", {}})), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(noted("olga", {1, 1, "", "Van buiten", {}})), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(noted(at_one, {1, 2, "", "Te vroeg", {}})), Words{"problem.not_found"});
    EXPECT_EQ(phrases_of(noted(at_one, {1, 1, "ict-9", "Vreemde vraag", {}})), Words{"problem.choice"});
    EXPECT_EQ(phrases_of(noted(at_one, {1, 1, "", " ", {}})), Words{"problem.needed.body"});
    const auto change = [&](std::string_view who, std::string_view body) {
        return refused(who, [&](const Act& act) { return change_note(act, "ict-2", *made, body); });
    };
    EXPECT_EQ(change(at_two, "Niet van mij"), Words{"problem.not_found"});
    EXPECT_EQ(change("anna", "Door de gastvrouw beter gezegd"), Words{});
    EXPECT_EQ(all("femke").front().body, "Door de gastvrouw beter gezegd");
}

TEST_P(TableNotes, stand_as_they_are_once_closed) {
    begin_with_question();
    const auto made = noted("anna", {1, 1, "", "Op tijd", {}});
    ASSERT_TRUE(made);
    const auto close = [&](std::string_view who, bool is_closed) {
        return refused(who, [&](const Act& act) { return set_closed(act, "ict-2", version(), is_closed); });
    };
    EXPECT_EQ(close("anna", true), Words{"problem.forbidden"});
    EXPECT_EQ(close("femke", true), Words{});
    EXPECT_EQ(phrases_of(noted("anna", {1, 1, "", "Te laat", {}})), Words{"breakout.problem.closed"});
    EXPECT_EQ(refused("anna", [&](const Act& act) { return change_note(act, "ict-2", *made, "Te laat"); }),
              Words{"breakout.problem.closed"});
    EXPECT_EQ(close("femke", false), Words{});
    EXPECT_TRUE(noted("anna", {1, 1, "", "Toch nog", {}}));
}

TEST_P(TableNotes, become_one_lesson_that_follows_from_them_and_come_loose_again) {
    begin_with_question();
    const std::string one = *noted("anna", {1, 1, question, "Zeven jaar kan", {}});
    const std::string two = *noted("sami", {2, 1, "", "Mits er onderdelen zijn", {}});
    MergeDraft draft{"Zeven jaar kan, met onderdelen", "Allebei zeggen het.", "network", {one, two}, {}};
    const auto merged_by = [&](std::string_view who) {
        return desk.act(who, [&](const Act& act) { return merge(act, desk.site(), "ict-2", draft); });
    };
    EXPECT_EQ(phrases_of(merged_by("anna")), Words{"problem.forbidden"});
    const auto made = merged_by("femke");
    ASSERT_TRUE(made);
    EXPECT_EQ(ties(*made),
              (Words{"<distilled_into Eisen en criteria", "<distilled_into Hoe lang gaat een laptop mee?",
                     ">follows_from Mits er onderdelen zijn", ">follows_from Zeven jaar kan"}));
    EXPECT_EQ(ties(two).front(), "<distilled_into Eisen en criteria");
    EXPECT_EQ(ties(two).back(), "<follows_from Zeven jaar kan, met onderdelen") << "both ways";
    const auto record = desk.read([&](db::Connection& in) { return chain::find(in, *made); });
    EXPECT_EQ(record->source.title, "tafel 1, ronde 1; tafel 2, ronde 1");
    EXPECT_EQ(phrases_of(merged_by("femke")), Words{"breakout.problem.merged"});

    const auto loose = [&](std::string_view who) {
        return refused(who, [&](const Act& act) { return split(act, "ict-2", *made); });
    };
    EXPECT_EQ(loose("anna"), Words{"problem.forbidden"});
    EXPECT_EQ(loose("femke"), Words{});
    EXPECT_EQ(loose("femke"), Words{"problem.not_found"});
    for (const Note& note : all("femke")) EXPECT_EQ(note.merged_into, "");
    EXPECT_TRUE(merged_by("femke"));
}

TEST_P(TableNotes, of_a_table_are_read_by_who_takes_part) {
    begin_with_question();
    ASSERT_TRUE(noted("anna", {1, 1, question, "Voor de deelnemers", {}}));
    EXPECT_EQ(all("sami").size(), 1U);
    EXPECT_EQ(all("femke").size(), 1U);
    sql("delete from participants where person_id = 'bram'");
    EXPECT_EQ(all("bram").size(), 0U);
}

TEST_P(TableNotes, sent_eight_times_at_once_with_one_key_are_one_note) {
    begin_with_question();
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i) {
        threads.emplace_back([&] {
            (void)desk.act("anna", [&](const Act& act) {
                return desk::once(act, "abcdefabcdefabcdef", [&] {
                    return note(act, desk.site(), "ict-2", {1, 1, "", "Een keer", {}});
                });
            });
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(all("femke").size(), 1U);
}

}  // namespace
}  // namespace kring::breakout
