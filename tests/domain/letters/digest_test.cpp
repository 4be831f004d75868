// SPDX-License-Identifier: EUPL-1.2
#include "tests/domain/letters/letters_world.hpp"

namespace kring::letters {
namespace {

// The world's moment is a Monday, 10.00 in Amsterdam: the day of the overview for who chose none.
class Digest : public LettersTest {
protected:
    void choose_day(std::string_view person, int weekday, Time at = when) {
        ASSERT_TRUE(desk.act(person, [&](const Act& act) {
            put_weekday(act.in, person, weekday, at);
            return Result<Done>(Done{});
        }));
    }
    void mute_all_but(std::string_view person) {
        for (const char* one : {"anna", "bram", "sami", "noor", "femke", "eva", "olga"}) {
            if (one != person) choose_day(one, never);
        }
    }
    void forget() { sql("update outbox set sent_at = made_at where sent_at is null"); }
};
KRING_ON_BOTH_ENGINES(Digest);

TEST_P(Digest, tells_what_is_new_to_those_who_may_read_it) {
    mute_all_but("bram");
    const std::string id = asked("anna", question("everyone"));
    const std::string answer = answered("sami", id);
    const std::string closed = asked("eva", question("purchasers"));
    answered("bram", id);
    EXPECT_EQ(digested_at(), 1);
    EXPECT_EQ(readers(), Words{"bram"});
    const mail::Message letter = letter_to("bram");
    EXPECT_EQ(letter.subject, "Kring: 3 nieuwe berichten deze week");
    EXPECT_EQ(letter.list_id, "weekoverzicht.kring.example");
    EXPECT_EQ(letter.reply_to, "");
    EXPECT_EQ(
        letter.text,
        "Beste Bram Hoekstra,\n\nDit is nieuw in je netwerken.\n\nDuurzame ICT\n\n"
        "- Vraag: Hoe lang gaat een laptop mee?\n  https://kring.example/vragen/" +
            id + "\n- Antwoord: Ja, dat lukt.\n  https://kring.example/vragen/" + id + "#" + answer +
            "\n- Vraag in een besloten ruimte\n  https://kring.example/vragen/" + closed +
            "\n\n-- \nJe krijgt dit overzicht elke week waarin er iets nieuws is.\nGeen post meer over het "
            "weekoverzicht: " +
            letter.unsubscribe + "\nZelf kiezen: https://kring.example/mijn/post\n");
    EXPECT_EQ(desk.journalled().back(), "letters.digested ");
}

TEST_P(Digest, is_not_sent_when_nothing_happened) {
    EXPECT_EQ(digested_at(), 0);
    EXPECT_EQ(waiting().size(), 0u);
    mute_all_but("anna");
    asked("anna");
    EXPECT_EQ(digested_at(when + 7 * day_ms), 0) << "only what they brought in themselves";
}

TEST_P(Digest, comes_once_a_week_on_the_day_chosen) {
    mute_all_but("bram");
    choose_day("bram", 3);
    asked("anna");
    std::vector<int> posted;
    for (int day = 0; day < 14; ++day) {
        for (int hour = 0; hour < 24; hour += 6) {
            const Time at = when + day * day_ms + hour * hour_ms;
            posted.push_back(digested_at(at));
        }
        asked("anna", question(), when + day * day_ms);
    }
    int total = 0;
    for (std::size_t i = 0; i < posted.size(); ++i) {
        total += posted[i];
        if (posted[i] > 0) EXPECT_EQ(i / 4 % 7, 2u) << "a Wednesday";
    }
    EXPECT_EQ(total, 2);
}

TEST_P(Digest, waits_until_the_morning_in_amsterdam) {
    mute_all_but("bram");
    const Time midnight = when - 10 * hour_ms;
    asked("anna", question(), midnight - hour_ms);
    EXPECT_EQ(digested_at(midnight + 7 * hour_ms - minute_ms), 0);
    EXPECT_FALSE(desk.read(
        [&](db::Connection& in) { return has_due_digests(in, midnight + 7 * hour_ms - minute_ms); }));
    EXPECT_EQ(digested_at(midnight + 7 * hour_ms), 1);
}

TEST_P(Digest, tells_everything_once) {
    mute_all_but("bram");
    const std::string first = asked("anna");
    EXPECT_EQ(digested_at(), 1);
    forget();
    EXPECT_EQ(digested_at(when + 7 * day_ms), 0);
    const std::string second = asked("anna", question(), when + 8 * day_ms);
    EXPECT_EQ(digested_at(when + 14 * day_ms), 1);
    const mail::Message letter = letter_to("bram", when + 14 * day_ms);
    EXPECT_EQ(letter.text.find(first), std::string::npos);
    EXPECT_NE(letter.text.find(second), std::string::npos);
    EXPECT_EQ(letter.subject, "Kring: 1 nieuw bericht deze week");
}

TEST_P(Digest, of_a_newcomer_begins_with_the_last_week) {
    mute_all_but("bram");
    asked("anna", question(), when - 9 * day_ms);
    const std::string recent = asked("anna", question(), when - 2 * day_ms);
    EXPECT_EQ(digested_at(), 1);
    EXPECT_EQ(letter_to("bram").subject, "Kring: 1 nieuw bericht deze week");
    EXPECT_NE(letter_to("bram").text.find(recent), std::string::npos);
}

TEST_P(Digest, that_begins_again_does_not_tell_of_all_the_time_between) {
    mute_all_but("bram");
    choose_day("bram", never);
    asked("anna", question(), when + day_ms);
    choose_day("bram", 1, when + 20 * day_ms);
    EXPECT_EQ(digested_at(when + 21 * day_ms), 0);
}

TEST_P(Digest, tells_of_an_anonymous_question_shown_that_same_day) {
    mute_all_but("bram");
    EXPECT_EQ(digested_at(), 0);
    contribution::QuestionDraft draft = question();
    draft.is_anonymous = true;
    asked("anna", draft, when + hour_ms);
    EXPECT_EQ(digested_at(when + 7 * day_ms), 1);
}

TEST_P(Digest, leaves_out_networks_of_which_nothing_is_wanted) {
    mute_all_but("bram");
    choose("bram", Choice::nothing);
    asked("anna");
    EXPECT_EQ(digested_at(), 0);
}

TEST_P(Digest, does_not_name_closed_networks_nor_what_is_said_there) {
    mute_all_but("olga");
    asked("olga", question("everyone", "meubels"));
    sql("update records set owner_id = null");
    EXPECT_EQ(digested_at(), 1);
    const mail::Message letter = letter_to("olga");
    EXPECT_NE(letter.text.find("Een besloten netwerk\n\n- Vraag in een besloten ruimte\n"),
              std::string::npos);
    for (const char* word : {"meubel", "Meubel", "laptop"})
        EXPECT_EQ((letter.text + letter.subject).find(word), std::string::npos) << word;
}

TEST_P(Digest, asks_anew_what_may_be_read_when_it_is_sent) {
    mute_all_but("bram");
    const std::string gone = asked("anna");
    const std::string stays = asked("anna", question("everyone"));
    digested_at();
    ASSERT_TRUE(desk.act("anna", [&](const Act& act) { return contribution::withdraw(act, gone); }));
    EXPECT_EQ(letter_to("bram").text.find(gone), std::string::npos);
    EXPECT_NE(letter_to("bram").text.find(stays), std::string::npos);
    ASSERT_TRUE(desk.act("anna", [&](const Act& act) { return contribution::withdraw(act, stays); }));
    EXPECT_EQ(written_for("bram").withheld, "empty");
    choose_day("bram", never);
    EXPECT_EQ(written_for("bram").withheld, "choice");
    sql("update people set state = 'suspended' where id = 'bram'");
    EXPECT_EQ(written_for("bram").withheld, "person");
}

TEST_P(Digest, of_a_busy_week_names_some_and_leads_to_the_rest) {
    mute_all_but("bram");
    for (int i = 0; i < 45; ++i) asked("anna");
    EXPECT_EQ(digested_at(), 1);
    const std::string text = letter_to("bram").text;
    int lines = 0;
    for (auto at = text.find("\n- Vraag"); at != std::string::npos; at = text.find("\n- Vraag", at + 1))
        ++lines;
    EXPECT_EQ(lines, 40);
    EXPECT_NE(text.find("En er is nog meer: https://kring.example/"), std::string::npos);
}

TEST_P(Digest, asks_the_database_as_often_for_one_thing_as_for_many) {
    mute_all_but("bram");
    const auto statements = [&](int questions) {
        for (int i = 0; i < questions; ++i) asked("anna");
        return desk.read([&](db::Connection& in) {
            const Actor bram = fixtures::actor(in, "bram");
            const std::int64_t before = in.statements;
            (void)news(in, bram, 0, 1'000'000, when);
            return in.statements - before;
        });
    };
    EXPECT_EQ(statements(1), statements(5));
}

}  // namespace
}  // namespace kring::letters
