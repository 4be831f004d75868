// SPDX-License-Identifier: EUPL-1.2
// Who gets a letter about what, and what stands in it at the moment it leaves.
#include "domain/people/acts.hpp"
#include "tests/domain/letters/letters_world.hpp"
#include "tests/fixtures/dump.hpp"

namespace kring::letters {
namespace {

TEST(Weekdays, are_those_of_the_calendar) {
    EXPECT_EQ(weekday_of("1970-01-01"), 4);
    EXPECT_EQ(weekday_of("2026-11-23"), 1);
    EXPECT_EQ(weekday_of("2027-03-28"), 7);
    EXPECT_EQ(weekday_of("2028-02-29"), 2);
}

class Announcing : public LettersTest {
protected:
    void choose_everything() {
        for (const char* person : {"anna", "bram", "sami", "noor", "femke", "eva"})
            choose(person, Choice::everything);
    }
};
KRING_ON_BOTH_ENGINES(Announcing);

TEST_P(Announcing, tells_of_a_question_those_who_chose_everything_but_not_who_asked) {
    choose_everything();
    choose("noor", Choice::nothing);
    choose("eva", Choice::mine);
    const std::string id = asked("anna");
    EXPECT_EQ(announced_at(), 3);
    EXPECT_EQ(readers(), (Words{"bram", "femke", "sami"}));
    EXPECT_EQ(desk.journalled().back(), "letters.posted " + id);
}

TEST_P(Announcing, tells_each_thing_once) {
    choose_everything();
    asked("anna");
    EXPECT_EQ(announced_at(), 5);
    EXPECT_TRUE(desk.read(has_news)) << "the line it wrote itself";
    EXPECT_EQ(announced_at(), 0);
    EXPECT_FALSE(desk.read(has_news));
    EXPECT_EQ(announced_at(), 0);
    EXPECT_EQ(waiting().size(), 5u);
}

TEST_P(Announcing, does_not_tell_of_what_was_there_before) {
    choose_everything();
    asked("anna");
    sql("update letter_marks set sequence = (select max(sequence) from journal)");
    EXPECT_EQ(announced_at(), 0);
}

TEST_P(Announcing, tells_of_an_answer_those_it_concerns) {
    const std::string id = asked("anna");
    EXPECT_EQ(announced_at(), 0) << "nobody chose everything";
    answered("bram", id);
    EXPECT_EQ(announced_at(), 1);
    EXPECT_EQ(readers(), Words{"anna"});
    answered("sami", id);
    announced_at();
    EXPECT_EQ(announced_at(), 0);
    EXPECT_EQ(readers(), (Words{"anna", "anna", "bram"}));
}

TEST_P(Announcing, tells_nobody_what_they_may_not_read) {
    choose_everything();
    asked("anna", question("purchasers"));
    EXPECT_EQ(announced_at(), 3);
    EXPECT_EQ(readers(), (Words{"bram", "eva", "femke"})) << "neither supplier";
}

TEST_P(Announcing, tells_members_of_the_network_alone) {
    choose_everything();
    choose("olga", Choice::everything, "meubels");
    sql("update people set is_administrator = 1 where id = 'olga'");
    asked("anna", question("everyone"));
    EXPECT_EQ(announced_at(), 5);
    EXPECT_EQ(readers(), (Words{"bram", "eva", "femke", "noor", "sami"}));
}

TEST_P(Announcing, tells_nobody_whose_account_is_closed) {
    sql("insert into letter_choices (id, person_id, network_id, choice) values ('x', 'stef', 'ict', "
        "'everything')");
    asked("anna");
    EXPECT_EQ(announced_at(), 0);
}

TEST_P(Announcing, tells_nothing_that_is_gone_already) {
    choose_everything();
    const std::string id = asked("anna");
    ASSERT_TRUE(desk.act("anna", [&](const Act& act) { return contribution::withdraw(act, id); }));
    EXPECT_EQ(announced_at(), 0);
}

TEST_P(Announcing, floods_nobody) {
    choose("bram", Choice::everything);
    for (int i = 0; i < letters_an_hour_max + 5; ++i) asked("anna");
    while (desk.read(has_news)) announced_at();
    EXPECT_EQ(static_cast<int>(waiting().size()), letters_an_hour_max);
    asked("anna", question(), when + hour_ms);
    EXPECT_EQ(announced_at(when + hour_ms), 1) << "an hour later there is room again";
}

TEST_P(Announcing, keeps_no_moment_of_an_anonymous_question) {
    choose_everything();
    contribution::QuestionDraft draft = question();
    draft.is_anonymous = true;
    const fixtures::Dump before = desk.read(fixtures::dump_of);
    asked("anna", draft);
    EXPECT_EQ(announced_at(), 6) << "who asked is not known, so they get it too";
    for (const journal::Waiting& one : waiting()) {
        const Written written = written_for(one.person);
        EXPECT_TRUE(written.keeps_day_alone);
        const char* by = one.language == "en" ? "Somebody, anonymously, asks" : "Iemand, anoniem, vraagt";
        EXPECT_NE(written.message->text.find(by), std::string::npos);
    }
    for (const std::string& row : fixtures::differences(before, desk.read(fixtures::dump_of))) {
        EXPECT_EQ(row.find("T09:00:00.000"), std::string::npos) << row;
    }
}

class Letters : public LettersTest {};
KRING_ON_BOTH_ENGINES(Letters);

TEST_P(Letters, hold_the_whole_question_in_an_open_network) {
    choose("bram", Choice::everything);
    const std::string id = asked("anna");
    announced_at();
    const mail::Message letter = letter_to("bram");
    EXPECT_EQ(letter.to_email, "bram@ommer.example");
    EXPECT_EQ(letter.language, "nl");
    EXPECT_EQ(letter.subject, "[Duurzame ICT] Hoe lang gaat een laptop mee?");
    EXPECT_EQ(letter.thread, id);
    EXPECT_EQ(letter.list_id, "ict.kring.example");
    EXPECT_TRUE(letter.reply_to.starts_with("antwoord+")) << letter.reply_to;
    EXPECT_LE(letter.reply_to.find('@'), 64u);
    const std::string stop = line_from(letter.text, "https://kring.example/post/uitschrijven/");
    EXPECT_EQ(letter.unsubscribe, stop);
    EXPECT_EQ(
        letter.text,
        "##- Antwoord? Schrijf boven deze regel. -##\n\nAnna de Wit, Gemeente Linderdam vraagt in Duurzame "
        "ICT:\n\nHoe lang gaat een laptop mee?\n\nWij willen *zeven* jaar.\n\nLukt dat {name}?\n\n"
        "Beantwoord deze mail als je wilt reageren. Je reactie komt met je naam bij de vraag te staan, "
        "voor iedereen die de vraag mag lezen.\n\nDe vraag op Kring:\nhttps://kring.example/vragen/" +
            id +
            "\n\n-- \nJe krijgt deze mail omdat je alle post over Duurzame ICT hebt gekozen.\nGeen "
            "post meer over Duurzame ICT: " +
            stop + "\nZelf kiezen: https://kring.example/mijn/post\n");
}

TEST_P(Letters, are_in_the_language_of_their_reader) {
    choose("noor", Choice::everything);
    const std::string id = asked("anna");
    announced_at();
    const mail::Message letter = letter_to("noor");
    EXPECT_EQ(letter.language, "en");
    EXPECT_TRUE(
        letter.text.starts_with("##- To answer, write above this line. -##\n\nAnna de Wit, Gemeente "
                                "Linderdam asks in "))
        << letter.text;
    EXPECT_NE(letter.text.find("https://kring.example/en/questions/" + id + "\n"), std::string::npos);
    EXPECT_TRUE(letter.unsubscribe.starts_with("https://kring.example/en/mail/unsubscribe/"));
}

TEST_P(Letters, hold_the_whole_answer_and_stay_with_its_question) {
    const std::string id = asked("anna");
    const std::string answer = answered("bram", id);
    announced_at();
    const mail::Message letter = letter_to("anna");
    EXPECT_EQ(letter.subject, "Re: [Duurzame ICT] Hoe lang gaat een laptop mee?");
    EXPECT_EQ(letter.thread, id);
    EXPECT_NE(letter.text.find("\n\nJa, dat lukt.\n\n"), std::string::npos) << letter.text;
    EXPECT_NE(letter.text.find("https://kring.example/vragen/" + id + "#" + answer), std::string::npos);
    EXPECT_NE(letter.text.find("omdat je meedoet aan dit gesprek"), std::string::npos);
}

// Everything of the message but the link: neither words, nor the closed network's name, nor a way to answer.
TEST_P(Letters, hold_a_link_alone_about_a_closed_room) {
    choose("bram", Choice::everything);
    const std::string id = asked("anna", question("purchasers"));
    announced_at();
    const mail::Message letter = letter_to("bram");
    EXPECT_EQ(letter.subject, "Nieuwe vraag in een besloten ruimte van Kring");
    EXPECT_EQ(letter.reply_to, "");
    EXPECT_EQ(letter.text.find("laptop"), std::string::npos);
    EXPECT_EQ(letter.text.find("zeven"), std::string::npos);
    EXPECT_EQ(letter.text.find("Anna"), std::string::npos);
    EXPECT_NE(letter.text.find("https://kring.example/vragen/" + id + "\n"), std::string::npos);
}

TEST_P(Letters, do_not_name_a_closed_network) {
    sql("insert into memberships (id, network_id, person_id, side, joined_at) values "
        "('x', 'meubels', 'bram', 'purchaser', '2026-09-01T08:00:00.000Z')");
    choose("bram", Choice::everything, "meubels");
    asked("olga", question("everyone", "meubels"));
    announced_at();
    const mail::Message letter = letter_to("bram");
    const std::string all = letter.subject + letter.text + letter.list_id + letter.unsubscribe;
    for (const char* word : {"meubel", "Meubel", "stoel", "Stoel", "laptop"})
        EXPECT_EQ(all.find(word), std::string::npos) << word << ": " << all;
    EXPECT_TRUE(letter.list_id.starts_with("besloten-"));
    EXPECT_EQ(letter.reply_to, "");
}

TEST_P(Letters, take_no_answers_where_none_come_in) {
    choose("bram", Choice::everything);
    asked("anna");
    announced_at();
    head.reply_address = "";
    const mail::Message letter = letter_to("bram");
    EXPECT_EQ(letter.reply_to, "");
    EXPECT_EQ(letter.text.find("boven deze regel"), std::string::npos);
    EXPECT_EQ(letter.text.find("Beantwoord deze mail"), std::string::npos);
}

TEST_P(Letters, say_what_stands_there_now) {
    choose("bram", Choice::everything);
    const std::string id = asked("anna");
    announced_at();
    contribution::QuestionDraft changed = question();
    changed.common.title = "Hoe lang gaat een telefoon mee?";
    ASSERT_TRUE(
        desk.act("anna", [&](const Act& act) { return contribution::change_question(act, id, changed); }));
    EXPECT_EQ(letter_to("bram").subject, "[Duurzame ICT] Hoe lang gaat een telefoon mee?");
    changed.common.audience = "purchasers";
    ASSERT_TRUE(
        desk.act("anna", [&](const Act& act) { return contribution::change_question(act, id, changed); }));
    EXPECT_EQ(letter_to("bram").subject, "Nieuwe vraag in een besloten ruimte van Kring");
}

TEST_P(Letters, have_one_address_per_person_and_question) {
    choose("bram", Choice::everything);
    choose("sami", Choice::everything);
    const std::string id = asked("anna");
    const std::string other = asked("anna");
    announced_at();
    std::map<std::string, std::string> held;  // by thread
    for (const journal::Waiting& one : waiting()) {
        const Written written = desk.read([&](db::Connection& in) { return write(in, head, one, when); });
        held[one.person + " " + written.message->thread] = written.message->reply_to;
    }
    std::set<std::string> addresses;
    for (const auto& [whose, address] : held) addresses.insert(address);
    EXPECT_EQ(addresses.size(), 4u);
    answered("anna", id);
    sql("update outbox set sent_at = made_at");
    announced_at(when + 30 * day_ms);
    EXPECT_EQ(letter_to("bram", when + 30 * day_ms).reply_to, held["bram " + id]);
    answered("anna", id, when + 70 * day_ms);
    sql("update outbox set sent_at = made_at");
    announced_at(when + 70 * day_ms);
    EXPECT_NE(letter_to("bram", when + 70 * day_ms).reply_to, held["bram " + id]) << "renewed before it ends";
}

class WithdrawnRights : public LettersTest {
protected:
    std::string id;
    void SetUp() override {
        LettersTest::SetUp();
        choose("bram", Choice::everything);
        id = asked("anna", question("purchasers"));
        announced_at();
        ASSERT_EQ(written_for("bram").withheld, "");
    }
};
KRING_ON_BOTH_ENGINES(WithdrawnRights);

TEST_P(WithdrawnRights, keep_a_letter_back_when_a_membership_ended) {
    sql("delete from memberships where person_id = 'bram'");
    EXPECT_EQ(written_for("bram").withheld, "rights");
    EXPECT_FALSE(written_for("bram").message.has_value());
}

TEST_P(WithdrawnRights, keep_a_letter_back_when_somebody_changed_sides) {
    sql("update memberships set side = 'supplier', is_expert = 0 where person_id = 'bram'");
    EXPECT_EQ(written_for("bram").withheld, "rights");
}

TEST_P(WithdrawnRights, keep_a_letter_back_when_the_question_was_withdrawn) {
    ASSERT_TRUE(desk.act("anna", [&](const Act& act) { return contribution::withdraw(act, id); }));
    EXPECT_EQ(written_for("bram").withheld, "rights");
}

TEST_P(WithdrawnRights, keep_a_letter_back_when_the_account_was_closed) {
    sql("update people set state = 'suspended' where id = 'bram'");
    EXPECT_EQ(written_for("bram").withheld, "person");
}

TEST_P(WithdrawnRights, keep_a_letter_back_when_it_is_no_longer_wanted) {
    choose("bram", Choice::mine);
    EXPECT_EQ(written_for("bram").withheld, "choice");
    choose("bram", Choice::nothing);
    EXPECT_EQ(written_for("bram").withheld, "choice");
}

TEST_P(WithdrawnRights, are_journalled_and_the_letter_is_never_sent) {
    sql("delete from memberships where person_id = 'bram'");
    const auto one = waiting().at(0);
    const Written written = written_for("bram");
    ASSERT_TRUE(as_machine([&](const Act& act) { return withhold(act, one.id, written); }));
    EXPECT_EQ(desk.journalled().back(), "letters.withheld " + id);
    EXPECT_EQ(waiting().size(), 0u);
    EXPECT_FALSE(desk.read([](db::Connection& in) { return journal::has_due(in, when + day_ms); }));
}

TEST_P(WithdrawnRights, on_an_answer_follow_those_on_its_question) {
    sql("update outbox set sent_at = made_at");
    answered("anna", id);
    announced_at();
    EXPECT_EQ(written_for("bram").withheld, "");
    ASSERT_TRUE(desk.act("anna", [&](const Act& act) { return contribution::withdraw(act, id); }));
    EXPECT_EQ(written_for("bram").withheld, "rights");
}

}  // namespace
}  // namespace kring::letters
