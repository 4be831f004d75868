// SPDX-License-Identifier: EUPL-1.2
// Messages: who gets them and who does not and why, what was looked at before sending, and what leaves.
#include "app/embedded.hpp"
#include "domain/letters/store.hpp"
#include "domain/preparation/acts.hpp"
#include "domain/preparation/pages.hpp"
#include "domain/preparation/store.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::preparation {
namespace {

using fixtures::faults_of;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::phrases_of;
using fixtures::texts_of;
using fixtures::world_time;
using Words = std::vector<std::string>;

constexpr std::string_view messages_of_ict_2 = "/bijeenkomsten/ict-2/berichten";

const html::Phrases& phrases() {
    static const html::Phrases all(app::embedded_catalogue_nl(), app::embedded_catalogue_en());
    return all;
}

class Messages : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};
    const letters::Letterhead head{phrases(), "Kring", "https://kring.example", "kring@kring.example",
                                   "",        ""};

    void sql(std::string_view statement) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement);
            return Result<Done>(Done{});
        }));
    }
    std::int64_t count(std::string_view statement) {
        return desk.read([&](db::Connection& in) { return in.count(statement); });
    }
    Subject about(std::string_view workshop, std::string series = "ict-reeks") {
        return desk.read([&](db::Connection& in) {
            Message message;
            message.workshop = workshop;
            message.series = std::move(series);
            message.network = message.series == "ict-reeks" ? "ict" : "meubels";
            return subject_of(in, message).value();
        });
    }
    /// "anna, sami: rights …" of a group.
    std::string reached(const Subject& subject, People people, Time when = world_time) {
        std::string text;
        for (const Reached& one :
             desk.read([&](db::Connection& in) { return reach(in, subject, people, when); })) {
            const std::string why(word(one.left_out));
            text += (text.empty() ? "" : " ") + one.person + (why.empty() ? "" : ":" + why);
        }
        return text;
    }
    static Message written(People people = People::members) {
        Message message;
        message.people = people;
        message.subject = {"Neem je laptop mee", ""};
        message.body = {"Dag,\n\nNeem *allemaal* een laptop mee.", ""};
        message.form_number = "formulier-1";
        return message;
    }
    std::string print(const Subject& subject, Message message) {
        message.series = subject.series.id;
        message.workshop = subject.workshop ? subject.workshop->record.id : "";
        return desk.read([&](db::Connection& in) {
            return print_of(message, reach(in, subject, message.people, world_time));
        });
    }
    Result<Message> sent(const Subject& subject, const Message& message, const std::string& shown,
                         std::string_view who = "femke") {
        return desk.act(who, [&](const Act& act) { return send(act, subject, message, shown); });
    }
    std::vector<journal::Waiting> waiting() {
        std::vector<journal::Waiting> all;
        desk.read([&](db::Connection& in) {
            in.query(
                "select id, person_id, to_name, to_email, language, subject, body, made_at from outbox "
                "order by person_id",
                {}, [&](const db::Row& row) {
                    all.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                                   row.text(5), row.text(6), row.time(7), 0});
                });
        });
        return all;
    }
    letters::Written leaves_for(std::string_view person) {
        for (const journal::Waiting& one : waiting()) {
            if (one.person != person) continue;
            return desk
                .read([&](db::Connection& in) { return preparation::write(in, head, one, world_time); })
                .value();
        }
        ADD_FAILURE() << "nothing waits for " << person;
        return {};
    }
};
KRING_ON_BOTH_ENGINES(Messages);

TEST_P(Messages, reach_exactly_the_group_and_say_why_somebody_is_left_out) {
    const Subject second = about("ict-2");
    EXPECT_EQ(reached(second, People::members), "anna bram eva femke noor sami stef:suspended");
    EXPECT_EQ(reached(second, People::registered), "anna sami");
    EXPECT_EQ(reached(second, People::waiting), "");
    EXPECT_EQ(reached(second, People::unregistered), "bram eva femke noor stef:suspended");
    EXPECT_EQ(reached(about("ict-3"), People::members),
              "anna bram eva femke noor:rights sami:rights stef:suspended");
    EXPECT_EQ(reached(about(""), People::members), "anna bram eva femke noor sami stef:suspended");
    EXPECT_EQ(reached(about(""), People::registered), "anna bram sami") << "any workshop of the series";
}

TEST_P(Messages, leave_out_whoever_wants_no_mail_or_never_came_in) {
    ASSERT_TRUE(desk.act("anna", [](const Act& act) {
        letters::put_choice(act.in, "anna", "ict", letters::Choice::nothing, act.when);
        return Result<Done>(Done{});
    }));
    sql("update people set state = 'invited' where id = 'noor'");
    sql("delete from memberships where person_id = 'sami'");
    EXPECT_EQ(reached(about("ict-2"), People::members),
              "anna:choice bram eva femke noor:invited stef:suspended");
    EXPECT_EQ(reached(about("ict-2"), People::registered), "anna:choice sami:rights");
}

TEST_P(Messages, reach_who_waits_or_was_offered_a_place) {
    sql("insert into registrations (id, workshop_id, person_id, pool, state, number, changed_at) values "
        "('g-1', 'ict-2', 'bram', 'room', 'waiting', 1, '2026-11-01T08:00:00.000Z')");
    sql("insert into registrations (id, workshop_id, person_id, pool, state, number, offered_until, "
        "changed_at) values ('g-2', 'ict-2', 'noor', 'room', 'offered', 2, '2026-12-01T08:00:00.000Z', "
        "'2026-11-01T08:00:00.000Z')");
    EXPECT_EQ(reached(about("ict-2"), People::waiting), "bram noor");
    EXPECT_EQ(reached(about("ict-2"), People::unregistered), "eva femke stef:suspended");
}

TEST_P(Messages, are_one_row_in_the_outbox_for_each_and_kept_with_whom_they_went_to) {
    const Subject subject = about("ict-2");
    const auto message = sent(subject, written(), print(subject, written()));
    ASSERT_TRUE(message);
    EXPECT_EQ(waiting().size(), 6u);
    EXPECT_EQ(count("select count(*) from outbox where subject <> '' or body <> ''"), 0);
    EXPECT_EQ(count("select count(*) from message_people where left_out = '' and outbox_id is not null"), 6);
    EXPECT_EQ(count("select count(*) from message_people where left_out = 'suspended'"), 1);
    EXPECT_EQ(desk.journalled().back(), "message.sent " + message->id);
}

TEST_P(Messages, are_sent_once_however_often_it_is_pressed) {
    const Subject subject = about("ict-2");
    const std::string shown = print(subject, written());
    const auto first = sent(subject, written(), shown);
    const auto second = sent(subject, written(), shown);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->id, second->id);
    EXPECT_EQ(waiting().size(), 6u);
    EXPECT_EQ(count("select count(*) from messages"), 1);
}

TEST_P(Messages, are_looked_at_again_when_who_gets_them_changed) {
    const Subject subject = about("ict-2");
    const std::string shown = print(subject, written());
    sql("update people set state = 'suspended' where id = 'noor'");
    EXPECT_EQ(phrases_of(sent(subject, written(), shown)), Words{"preparation.problem.changed"});
    Message other = written();
    other.body.nl += " En een lader.";
    EXPECT_EQ(phrases_of(sent(subject, other, print(subject, written()))),
              Words{"preparation.problem.changed"});
    EXPECT_EQ(waiting().size(), 0u);
    EXPECT_TRUE(sent(subject, written(), print(subject, written())));
    EXPECT_EQ(waiting().size(), 5u);
}

TEST_P(Messages, are_written_by_facilitators_with_a_subject_and_a_text) {
    const Subject subject = about("ict-2");
    const std::string shown = print(subject, written());
    EXPECT_EQ(phrases_of(sent(subject, written(), shown, "anna")), Words{"problem.forbidden"});
    EXPECT_EQ(phrases_of(sent(about("meubels-1", "meubels-reeks"), written(), shown)),
              Words{"problem.not_found"});
    Message empty = written();
    empty.subject = empty.body = {};
    EXPECT_EQ(faults_of(problems_of(empty)), Words{"subject_nl: preparation.problem.empty"});
    Message half = written();
    half.subject.en = "Bring a laptop";
    EXPECT_EQ(faults_of(problems_of(half)), Words{"body_en: problem.needed.body_en"});
    const Message to_nobody = written(People::waiting);
    EXPECT_EQ(phrases_of(sent(subject, to_nobody, print(subject, to_nobody))),
              Words{"preparation.problem.nobody"});
}

TEST_P(Messages, leave_with_the_facts_and_an_address_that_stops_them) {
    const Subject subject = about("ict-2");
    Message message = written();
    message.subject.en = "Bring your laptop";
    message.body.en = "Bring *one* each.";
    ASSERT_TRUE(sent(subject, message, print(subject, message)));
    const mail::Message anna = leaves_for("anna").message.value();
    EXPECT_EQ(anna.subject, "Neem je laptop mee");
    EXPECT_EQ(anna.text.substr(0, anna.text.find("\n-- \n")),
              "Dag,\n\nNeem *allemaal* een laptop mee.\n\nEisen en criteria\n"
              "donderdag 14 januari 2027, 13.00 tot 15.30 uur\nHet Buurthuis, Utrecht\n"
              "https://kring.example/bijeenkomsten/ict-2\n");
    EXPECT_TRUE(anna.unsubscribe.starts_with("https://kring.example/post/uitschrijven/"));
    EXPECT_NE(anna.text.find(anna.unsubscribe), std::string::npos);
    EXPECT_EQ(anna.list_id, "ict.kring.example");
    EXPECT_EQ(anna.thread, "ict-2");
    EXPECT_EQ(anna.reply_to, "");
    EXPECT_EQ(leaves_for("noor").message->subject, "Bring your laptop") << "she reads English";
    EXPECT_NE(anna.unsubscribe, leaves_for("bram").message->unsubscribe);
}

TEST_P(Messages, are_held_back_by_the_rights_of_the_moment_they_leave) {
    const Subject subject = about("ict-3");
    ASSERT_TRUE(sent(subject, written(), print(subject, written())));
    EXPECT_EQ(waiting().size(), 4u);
    sql("update memberships set side = 'supplier' where person_id = 'bram'");
    sql("update people set state = 'suspended' where id = 'eva'");
    ASSERT_TRUE(desk.act("anna", [](const Act& act) {
        letters::put_choice(act.in, "anna", "ict", letters::Choice::nothing, act.when);
        return Result<Done>(Done{});
    }));
    EXPECT_EQ(leaves_for("bram").withheld, "rights");
    EXPECT_EQ(leaves_for("eva").withheld, "person");
    EXPECT_EQ(leaves_for("anna").withheld, "choice");
    EXPECT_EQ(leaves_for("femke").withheld, "");
}

TEST_P(Messages, hold_a_link_alone_where_the_text_may_not_travel) {
    const Subject subject = about("ict-3");
    const auto message = sent(subject, written(), print(subject, written()));
    const mail::Message anna = leaves_for("anna").message.value();
    EXPECT_EQ(anna.subject, "Een bericht voor je in een besloten netwerk");
    EXPECT_EQ(anna.text.find("laptop"), std::string::npos);
    EXPECT_NE(anna.text.find("https://kring.example/berichten/" + message->id), std::string::npos);
    EXPECT_EQ(desk.get("anna", "/berichten/" + message->id).status, 200);
    EXPECT_EQ(desk.get("sami", "/berichten/" + message->id).status, 404);
    EXPECT_EQ(desk.get("beheer", "/berichten/" + message->id).status, 404);
}

TEST_P(Messages, are_shown_with_names_to_facilitators_alone) {
    const Subject subject = about("ict-2");
    const Message to_some = written(People::registered);
    const auto message = sent(subject, to_some, print(subject, to_some));
    const std::string address = "/berichten/" + message->id;
    EXPECT_EQ(texts_of(parse_page(desk.get("femke", address).body), "h2", "nl-heading--level-2"),
              Words{"aan 2 personen"});
    EXPECT_EQ(texts_of(parse_page(desk.get("anna", address).body), "h2", "nl-heading--level-2"), Words{});
    EXPECT_EQ(desk.get("bram", address).status, 404) << "it did not go to him";
}

TEST_P(Messages, go_from_the_form_by_the_page_that_says_who_gets_them) {
    const std::string address(messages_of_ict_2);
    EXPECT_EQ(desk.get("anna", address).status, 403);
    const auto form = parse_page(desk.get("femke", address + "/nieuw?soort=uitnodiging").body);
    EXPECT_NE(texts_of(form, "textarea").at(0).find("Je bent uitgenodigd"), std::string::npos);
    EXPECT_EQ(desk.post("femke", address, {{"step", "check"}, {"number", "x"}, {"people", "members"}}).status,
              400);
    web::Fields fields = {{"step", "check"},         {"number", "nummer-9"},         {"people", "members"},
                          {"subject_nl", "Kom je?"}, {"body_nl", "Ja <b>graag</b>"}, {"invitation", "yes"}};
    const auto check = desk.post("femke", address, fields);
    ASSERT_EQ(check.status, 200);
    EXPECT_EQ(waiting().size(), 0u);
    const auto page = parse_page(check.body);
    EXPECT_EQ(texts_of(page, "h2", "nl-heading--level-2"),
              (Words{"6 personen krijgen dit bericht", "Krijgen dit niet", "De mail in het Engels",
                     "De mail in het Nederlands"}));
    EXPECT_EQ(texts_of(page, "h3"), Words{"1 persoon: het account is stopgezet"});
    fields[0].second = "edit";
    EXPECT_EQ(texts_of(parse_page(desk.post("femke", address, fields).body), "textarea").at(0),
              "Ja <b>graag</b>");
    fields[0].second = "send";
    fields.emplace_back("shown", "iets anders");
    const auto changed = desk.post("femke", address, fields);
    EXPECT_EQ(changed.status, 409);
    std::string shown;
    const auto again = parse_page(changed.body);
    for (const auto* input : again.all("input")) {
        const std::string* name = input->attribute("name");
        if (name && *name == "shown" && shown.empty()) shown = *input->attribute("value");
    }
    fields.back().second = shown;
    const auto sent_now = desk.post("femke", address, fields);
    EXPECT_EQ(sent_now.status, 303);
    EXPECT_EQ(location_of(desk.post("femke", address, fields)), location_of(sent_now));
    EXPECT_EQ(waiting().size(), 6u);
    EXPECT_EQ(texts_of(parse_page(desk.get("femke", address).body), "h3"), Words{"Kom je?"});
    EXPECT_EQ(desk.get("femke", "/netwerken/ict/reeksen/1/berichten").status, 200);
    EXPECT_EQ(desk.get("anna", "/netwerken/ict/reeksen/1/berichten").status, 403);
    EXPECT_EQ(desk.get("anna", "/netwerken/meubels/reeksen/1/berichten").status, 404);
}

}  // namespace
}  // namespace kring::preparation
