// SPDX-License-Identifier: EUPL-1.2
// Letters on their way out of the whole house: posted by the job that reads the journal, worded and
// judged when they are sent, by two programs at once, and read back by a second reader.
#include <atomic>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <thread>

#include "app/commands.hpp"
#include "app/jobs.hpp"
#include "domain/contribution/acts.hpp"
#include "tests/app/front_door.hpp"

namespace kring::app {
namespace {

class LettersOut : public ::testing::TestWithParam<db::Engine> {
protected:
    SettledDatabase settled{GetParam()};
    ScratchFolder mailbox;

    void SetUp() override {
        // The overview depends on the day on which these tests run.
        const auto one = house();
        sql(*one,
            "insert into digests (id, person_id, weekday, last_sequence) select 'd-' || id, id, 0, 0 from "
            "people");
    }
    std::unique_ptr<House> house(const std::vector<std::string>& more = {}) {
        std::vector<std::string> settings = {"--mail_sink",      mailbox.path() + "/mail",
                                             "--public_address", "https://kring.example",
                                             "--reply_address",  "antwoord@kring.example"};
        settings.insert(settings.end(), more.begin(), more.end());
        return std::make_unique<House>(config_for(settled.address(), settings));
    }
    static void sql(House& house, std::string_view statement, std::initializer_list<db::Param> params = {}) {
        ASSERT_TRUE(house.database.write([&](db::Connection& in) {
            in.execute(statement, params);
            return Result<Done>(Done{});
        }));
    }
    static void choose_everything(House& house) {
        sql(house,
            "insert into letter_choices (id, person_id, network_id, choice) select 'c-' || person_id, "
            "person_id, "
            "network_id, 'everything' from memberships");
    }
    static std::string asked(House& house, std::string_view by = "anna",
                             std::string_view audience = "network") {
        contribution::QuestionDraft draft;
        draft.common.network = "ict";
        draft.common.title = "Hoe lang gaat een laptop mee?";
        draft.common.audience = audience;
        draft.body = "Wij willen zeven jaar.";
        return house.database
            .write([&](db::Connection& in) {
                return contribution::ask(Act{fixtures::actor(in, by), now(), in, "web"}, draft, 0);
            })
            ->id;
    }
    std::vector<std::filesystem::path> files() const {
        std::vector<std::filesystem::path> all;
        if (!std::filesystem::exists(mailbox.path() + "/mail")) return all;
        for (const auto& file : std::filesystem::directory_iterator(mailbox.path() + "/mail"))
            all.push_back(file.path());
        return all;
    }
    static std::int64_t count(House& house, std::string_view statement) {
        return house.database.read([&](db::Connection& in) { return in.count(statement); });
    }
};
KRING_ON_BOTH_ENGINES(LettersOut);

TEST_P(LettersOut, leave_by_the_jobs_alone) {
    const auto one = house();
    choose_everything(*one);
    asked(*one);
    EXPECT_EQ(announce_news(*one), 5);
    EXPECT_EQ(announce_news(*one), 0);
    EXPECT_EQ(deliver_mail(*one), 5);
    EXPECT_EQ(deliver_mail(*one), 0);
    ASSERT_EQ(files().size(), 5u);
    for (const auto& file : files()) {
        const std::string mail = read_file(file.string());
        EXPECT_NE(mail.find("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"), std::string::npos);
        EXPECT_NE(mail.find("\r\nMessage-ID: <" + file.stem().string() + "@kring.example>\r\n"),
                  std::string::npos);
        EXPECT_NE(mail.find("\r\nReply-To: <antwoord+"), std::string::npos);
        for (const char* tracker : {"<img", "text/html", "utm_"})
            EXPECT_EQ(mail.find(tracker), std::string::npos);
    }
}

TEST_P(LettersOut, are_kept_back_when_a_right_was_withdrawn_between_writing_and_sending) {
    const auto one = house();
    choose_everything(*one);
    const std::string id = asked(*one, "anna", "purchasers");
    EXPECT_EQ(announce_news(*one), 3);
    sql(*one, "delete from memberships where person_id = 'bram'");
    sql(*one, "update letter_choices set choice = 'nothing' where person_id = 'eva'");
    EXPECT_EQ(deliver_mail(*one), 1);
    ASSERT_EQ(files().size(), 1u);
    EXPECT_NE(read_file(files()[0].string()).find("femke@vergezicht.example"), std::string::npos);
    EXPECT_EQ(count(*one, "select count(*) from outbox where withheld_at is not null and body = ''"), 2);
    EXPECT_EQ(count(*one, "select count(*) from journal where word = 'letters.withheld' and object_id = '" +
                              id + "'"),
              2);
    EXPECT_EQ(deliver_mail(*one), 0) << "for good";
}

TEST_P(LettersOut, are_sent_once_by_two_programs_at_once) {
    const auto one = house();
    choose_everything(*one);
    for (int i = 0; i < 30; ++i) asked(*one);
    const auto two = house();
    std::atomic<int> posted = 0;
    std::atomic<int> sent = 0;
    const auto work = [&](House& at) {
        for (int i = 0; i < 3; ++i) {
            posted += announce_news(at);
            sent += deliver_mail(at);
        }
    };
    std::thread other([&] { work(*two); });
    work(*one);
    other.join();
    posted += announce_news(*one);
    sent += deliver_mail(*one);
    EXPECT_EQ(posted, 150);
    EXPECT_EQ(sent, 150);
    EXPECT_EQ(files().size(), 150u);
    EXPECT_EQ(count(*one, "select count(*) from outbox where tries = 1 and sent_at is not null"), 150);
}

TEST_P(LettersOut, lose_nothing_while_no_mail_server_answers) {
    const auto down = house({"--smtp_url", "smtp://127.0.0.1:1", "--smtp_require_tls", "no"});
    choose_everything(*down);
    asked(*down);
    EXPECT_EQ(announce_news(*down), 5);
    for (int hour = 0; hour < 24; ++hour) {
        sql(*down, "update outbox set next_at = $1 where sent_at is null", {now() - second_ms});
        EXPECT_EQ(deliver_mail(*down), 0);
    }
    EXPECT_EQ(count(*down, "select count(*) from outbox where sent_at is null and tries = 24"), 5);
    sql(*down, "update outbox set next_at = $1", {now() - second_ms});
    const auto up = house();
    EXPECT_EQ(deliver_mail(*up), 5);
    EXPECT_EQ(files().size(), 5u);
}

TEST_P(LettersOut, come_back_as_answers_through_the_command) {
    const auto one = house();
    choose_everything(*one);
    const std::string id = asked(*one);
    announce_news(*one);
    deliver_mail(*one);
    std::string reply_to;
    for (const auto& file : files()) {
        const std::string mail = read_file(file.string());
        if (mail.find("bram@ommer.example") == std::string::npos) continue;
        const auto at = mail.find("Reply-To: <") + 11;
        reply_to = mail.substr(at, mail.find('>', at) - at);
    }
    ASSERT_NE(reply_to, "");
    const auto received = [&](const std::string& message) {
        std::istringstream input(message);
        std::ostringstream output;
        std::streambuf* in = std::cin.rdbuf(input.rdbuf());
        std::streambuf* out = std::cout.rdbuf(output.rdbuf());
        std::cin.clear();
        const int code = run_command({"receive", "--database", settled.address(), "--reply_address",
                                      "antwoord@kring.example", "--mail_authserv", "mx.kring.example"},
                                     {});
        std::cin.rdbuf(in);
        std::cout.rdbuf(out);
        return std::to_string(code) + " " + output.str();
    };
    const std::string head =
        "Return-Path: <bram@ommer.example>\nDelivered-To: " + reply_to +
        "\nAuthentication-Results: mx.kring.example; dmarc=pass header.from=ommer.example\n"
        "From: bram@ommer.example\nSubject: Re: x\nMessage-ID: <1@ommer.example>\n\n";
    EXPECT_EQ(received(head + "Zeven jaar lukt.\n"), "0 ");
    EXPECT_EQ(received(head + "Zeven jaar lukt.\n"), "0 ") << "offered twice, taken once";
    EXPECT_EQ(count(*one, "select count(*) from answers where body = 'Zeven jaar lukt.'"), 1);
    EXPECT_EQ(received(head.substr(0, head.find("Message-ID")) + "\n\n").substr(0, 8), "65 5.6.0");
    sql(*one, "update records set audience = 'purchasers' where id = $1", {id});
    EXPECT_EQ(received("Subject: nieuw\n" + head + "Nog iets.\n").substr(0, 8), "0 ") << "taken already";
    std::string another = head;
    another.replace(another.find("<1@"), 3, "<2@");
    EXPECT_EQ(received(another + "Nog iets.\n").substr(0, 8), "77 5.7.1");
    EXPECT_EQ(received("To: iemand@kring.example\n\nx"), "0 ");
}

TEST(ReceiveCommand, lets_the_mail_server_try_again_when_something_here_is_wrong) {
    EXPECT_EQ(run_command({"receive", "overbodig"}, {}), 75);
    EXPECT_EQ(run_command({"receive", "--config", "/nergens/kring.conf"}, {}), 75);
    EXPECT_EQ(run_command({"receive", "--reply_address", "geen adres"}, {}), 75);
    std::istringstream input("To: x@y.example\n\nx");
    std::streambuf* in = std::cin.rdbuf(input.rdbuf());
    EXPECT_EQ(run_command({"receive", "--database", "/nergens/kring.db"}, {}), 75);
    std::cin.rdbuf(in);
}

TEST(ReplyAddressSetting, leaves_room_for_what_is_put_behind_its_name) {
    const auto faults = [](const std::string& value) {
        return load_config({"serve", "--reply_address", value}, {}).faults.size();
    };
    EXPECT_EQ(faults(""), 0u);
    EXPECT_EQ(faults("antwoord@kring.example"), 0u);
    EXPECT_EQ(faults(std::string(18, 'a') + "@kring.example"), 0u);
    EXPECT_EQ(faults(std::string(19, 'a') + "@kring.example"), 1u);
    EXPECT_EQ(faults("ant+woord@kring.example"), 1u);
    EXPECT_EQ(faults("antwoord"), 1u);
}

}  // namespace
}  // namespace kring::app
