// SPDX-License-Identifier: EUPL-1.2
#include "app/jobs.hpp"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <memory>
#include <thread>

#include "domain/contribution/acts.hpp"
#include "tests/app/front_door.hpp"
#include "tests/fixtures/dump.hpp"

namespace kring::app {
namespace {

constexpr std::string_view nobody_listens = "smtp://127.0.0.1:1";

class Background : public ::testing::TestWithParam<db::Engine> {
protected:
    SettledDatabase settled{GetParam()};
    ScratchFolder mailbox;

    std::unique_ptr<House> house_with(const std::vector<std::string>& settings) {
        return std::make_unique<House>(config_for(settled.address(), settings));
    }
    std::unique_ptr<House> delivering() { return house_with({"--mail_sink", mailbox.path() + "/mail"}); }
    std::unique_ptr<House> refused() {
        return house_with({"--smtp_url", std::string(nobody_listens), "--smtp_require_tls", "no"});
    }

    static void post_letter(House& house, std::string_view subject = "Je vraag", Time at = now()) {
        ASSERT_TRUE(house.database.write([&](db::Connection& in) {
            const Act act{House::operator_(), at, in, "cli"};
            journal::post(act, {"anna", "Anna de Wit", "anna@linderdam.example", "nl", std::string(subject),
                                "Beste Anna,\n\nLees https://kring.example/geheime-link\n"});
            return Result<Done>(Done{});
        }));
    }
    struct Kept {
        std::string body;
        std::int64_t tries = 0;
        Time next_at;
        bool is_sent = false;
        std::string last_error;
    };
    static Kept kept(House& house) {
        Kept found;
        house.database.read([&](db::Connection& in) {
            in.query("select body, tries, next_at, sent_at, last_error from outbox", {},
                     [&](const db::Row& row) {
                         found = {row.text(0), row.integer(1), row.time(2), !row.is_null(3), row.text(4)};
                     });
        });
        return found;
    }
    static void sql(House& house, std::string_view statement, std::initializer_list<db::Param> params = {}) {
        ASSERT_TRUE(house.database.write([&](db::Connection& in) {
            in.execute(statement, params);
            return Result<Done>(Done{});
        }));
    }
    /// Overviews come on one day of the week, whichever these tests run on.
    static void want_no_overviews(House& house) {
        sql(house,
            "insert into digests (id, person_id, weekday, last_sequence) select id, id, 0, 0 from people");
    }
    Words delivered() const {
        Words mails;
        if (!std::filesystem::exists(mailbox.path() + "/mail")) return mails;
        for (const auto& file : std::filesystem::directory_iterator(mailbox.path() + "/mail")) {
            mails.push_back(read_file(file.path().string()));
        }
        return mails;
    }
    static std::string ask_anonymously(House& house, Time at, int delay_minutes) {
        contribution::QuestionDraft draft;
        draft.common.network = "ict";
        draft.common.title = "Durf ik niet te vragen";
        draft.is_anonymous = true;
        const auto asked = house.database.write([&](db::Connection& in) {
            return contribution::ask(Act{fixtures::actor(in, "anna"), at, in, "web"}, draft, delay_minutes);
        });
        return asked->withdraw_key;
    }
    static std::int64_t shown(House& house) {
        return house.database.read(
            [](db::Connection& in) { return in.count("select count(*) from questions"); });
    }
};
KRING_ON_BOTH_ENGINES(Background);

TEST_P(Background, delivers_a_letter_once_and_forgets_its_words) {
    const auto house = delivering();
    post_letter(*house);
    EXPECT_EQ(deliver_mail(*house), 1);
    const Words mails = delivered();
    EXPECT_EQ(std::filesystem::status(mailbox.path() + "/mail").permissions(),
              std::filesystem::perms::owner_all)
        << "it was made, for this account alone";
    ASSERT_EQ(mails.size(), 1u);
    EXPECT_NE(mails[0].find("https://kring.example/geheime-link"), std::string::npos);
    EXPECT_NE(mails[0].find("anna@linderdam.example"), std::string::npos);
    const Kept after = kept(*house);
    EXPECT_TRUE(after.is_sent);
    EXPECT_EQ(after.body + after.last_error, "");
    EXPECT_EQ(after.tries, 1);
    EXPECT_EQ(deliver_mail(*house), 0);
    EXPECT_EQ(delivered().size(), 1u);
}

TEST_P(Background, keeps_a_refused_letter_whole_and_waits) {
    const auto house = refused();
    post_letter(*house);
    const Time before = now();
    EXPECT_EQ(deliver_mail(*house), 0);
    const Kept after = kept(*house);
    EXPECT_FALSE(after.is_sent);
    EXPECT_EQ(after.tries, 1);
    EXPECT_NE(after.body.find("geheime-link"), std::string::npos);
    EXPECT_NE(after.last_error, "");
    EXPECT_LE(after.last_error.size(), 310u);
    EXPECT_EQ(after.last_error.find("geheime-link"), std::string::npos);
    EXPECT_GE(after.next_at, before + minute_ms);
    EXPECT_LE(after.next_at, now() + minute_ms);
    EXPECT_EQ(deliver_mail(*house), 0);
    EXPECT_EQ(kept(*house).tries, 1) << "it is not due yet";
}

TEST_P(Background, waits_twice_as_long_after_each_try_and_six_hours_at_most) {
    const auto house = refused();
    post_letter(*house);
    std::int64_t minutes = 1;
    for (std::int64_t tries = 0; tries <= 12; ++tries) {
        sql(*house, "update outbox set next_at = $1", {now() - second_ms});
        const Time before = now();
        EXPECT_EQ(deliver_mail(*house), 0);
        EXPECT_EQ(kept(*house).tries, tries + 1);
        EXPECT_GE(kept(*house).next_at, before + minutes * minute_ms) << tries;
        EXPECT_LE(kept(*house).next_at, now() + minutes * minute_ms) << tries;
        minutes = std::min<std::int64_t>(minutes * 2, 360);
    }
    sql(*house, "update outbox set tries = 1000000, next_at = $1", {now() - second_ms});
    EXPECT_EQ(deliver_mail(*house), 0);
    EXPECT_LE(kept(*house).next_at, now() + 6 * hour_ms);
    EXPECT_GE(kept(*house).next_at, now() + 5 * hour_ms);
}

TEST_P(Background, delivers_what_was_refused_when_the_postbox_is_back) {
    {
        const auto house = refused();
        post_letter(*house);
        EXPECT_EQ(deliver_mail(*house), 0);
        sql(*house, "update outbox set next_at = $1", {now() - second_ms});
    }
    const auto house = delivering();
    EXPECT_EQ(deliver_mail(*house), 1);
    EXPECT_EQ(delivered().size(), 1u);
    const Kept after = kept(*house);
    EXPECT_TRUE(after.is_sent);
    EXPECT_EQ(after.tries, 2);
    EXPECT_EQ(after.body + after.last_error, "");
}

TEST_P(Background, keeps_the_letter_when_the_password_of_the_postbox_cannot_be_read) {
    const auto house = house_with(
        {"--smtp_url", std::string(nobody_listens), "--smtp_password_file", "/nergens/wachtwoord"});
    post_letter(*house);
    EXPECT_THROW(deliver_mail(*house), std::runtime_error);
    EXPECT_FALSE(kept(*house).is_sent);
    EXPECT_NE(kept(*house).body, "");
}

TEST_P(Background, leaves_a_letter_for_later_until_it_is_due) {
    const auto house = delivering();
    post_letter(*house, "Later", now() + hour_ms);
    EXPECT_EQ(deliver_mail(*house), 0);
    EXPECT_EQ(delivered().size(), 0u);
}

TEST_P(Background, delivers_the_letters_behind_one_that_cannot_be_delivered) {
    const auto house = delivering();
    post_letter(*house, "Eerste", now() - 2 * second_ms);
    post_letter(*house, "Tweede", now() - second_ms);
    // A folder stands where the first letter's file should come.
    const std::string first = house->database.read(
        [](db::Connection& in) { return in.first_text("select id from outbox order by next_at").value(); });
    std::filesystem::create_directories(mailbox.path() + "/mail/" + first + ".eml/bezet");
    EXPECT_EQ(deliver_mail(*house), 1);
    EXPECT_EQ(house->database.read([](db::Connection& in) {
        return in.first_text("select subject from outbox where sent_at is null").value();
    }),
              "Eerste");
}

TEST_P(Background, shows_an_anonymous_question_when_its_wait_is_over_and_once) {
    const auto house = delivering();
    ask_anonymously(*house, now() - 20 * minute_ms, 10);
    ask_anonymously(*house, now() + hour_ms, 10);
    EXPECT_EQ(shown(*house), 0);
    EXPECT_EQ(show_waiting_questions(*house), 1);
    EXPECT_EQ(show_waiting_questions(*house), 0);
    EXPECT_EQ(shown(*house), 1);
    EXPECT_EQ(house->database.read(
                  [](db::Connection& in) { return in.count("select count(*) from waiting_questions"); }),
              1);
    const auto line = house->database.read([](db::Connection& in) { return journal::lines(in, 0, 9); }).at(0);
    EXPECT_EQ(line.actor, "");
    EXPECT_EQ(line.at.substr(10), "T00:00:00.000Z");
    EXPECT_EQ(line.origin, "job");
}

TEST_P(Background, shows_each_question_once_when_two_look_at_the_same_time) {
    const auto house = delivering();
    for (int i = 0; i < 10; ++i) ask_anonymously(*house, now() - hour_ms, 10);
    std::atomic<int> total = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) threads.emplace_back([&] { total += show_waiting_questions(*house); });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(total, 10);
    EXPECT_EQ(shown(*house), 10);
}

TEST_P(Background, sweeps_what_expired_and_nothing_else) {
    const auto house = delivering();
    ASSERT_TRUE(house->database.write([](db::Connection& in) {
        const auto anna = people::find_person(in, "anna").value();
        people::open_session(in, anna, {}, false, now() - people::session_ms - hour_ms);
        people::open_session(in, anna, {}, false, now());
        return Result<Done>(Done{});
    }));
    sweep_expired(*house);
    sweep_expired(*house);
    EXPECT_EQ(house->database.read(
                  [](db::Connection& in) { return in.count("select count(*) from login_sessions"); }),
              1);
}

// The workshop ict-2 a month from now with one place, offered to anna until a moment ago; bram waits.
void offer_in_vain(House& house) {
    ASSERT_TRUE(house.database.write([](db::Connection& in) {
        in.execute("delete from participants where workshop_id = 'ict-2'");
        in.execute("update workshops set takes_registrations = 1, day = $1 where id = 'ict-2'",
                   {amsterdam_day(now() + 30 * day_ms)});
        in.execute(
            "insert into registration_terms (workshop_id, is_open, room_places, online_places, last_number) "
            "values ('ict-2', 1, 1, 0, 2)");
        in.execute(
            "insert into registrations (id, workshop_id, person_id, pool, state, number, offered_until, "
            "changed_at) values ('r1', 'ict-2', 'anna', 'room', 'offered', 1, $1, $1), "
            "('r2', 'ict-2', 'bram', 'room', 'waiting', 2, null, $1)",
            {now() - second_ms});
        return Result<Done>(Done{});
    }));
}

std::string state_of(House& house, std::string_view registration) {
    return house.database.read([&](db::Connection& in) {
        return in.first_text("select state from registrations where id = $1", {registration}).value_or("");
    });
}

TEST_P(Background, passes_on_a_place_that_was_offered_in_vain) {
    const auto house = delivering();
    offer_in_vain(*house);
    EXPECT_EQ(pass_on_places(*house), 1);
    EXPECT_EQ(state_of(*house, "r1") + " " + state_of(*house, "r2"), "expired offered");
    EXPECT_EQ(pass_on_places(*house), 0);
    const auto lines = house->database.read([](db::Connection& in) { return journal::lines(in, 0, 9); });
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].word + " " + lines[0].actor + " " + lines[0].origin,
              "registration.offered operator job");
    EXPECT_EQ(deliver_mail(*house), 2);
}

TEST_P(Background, tends_registrations_and_then_finds_nothing_to_do) {
    const auto house = delivering();
    offer_in_vain(*house);
    sql(*house, "delete from memberships where person_id = 'anna'");
    EXPECT_EQ(tend_registrations(*house), 1);
    EXPECT_EQ(state_of(*house, "r1") + " " + state_of(*house, "r2"), "cancelled offered");
    EXPECT_EQ(tend_registrations(*house), 0);
}

TEST_P(Background, changes_nothing_more_the_second_time) {
    const auto house = delivering();
    want_no_overviews(*house);
    post_letter(*house);
    ask_anonymously(*house, now() - hour_ms, 10);
    EXPECT_EQ(run_due_jobs(*house), 3);  // the letter, the question, and the first key of check-in codes
    const fixtures::Dump before = house->database.read(fixtures::dump_of);
    EXPECT_EQ(run_due_jobs(*house), 0);
    EXPECT_EQ(fixtures::differences(before, house->database.read(fixtures::dump_of)), Words{});
}

TEST_P(Background, goes_on_by_itself_until_it_is_told_to_stop) {
    const auto house = delivering();
    want_no_overviews(*house);
    post_letter(*house);
    ask_anonymously(*house, now() - hour_ms, 10);
    {
        const Jobs jobs(*house);
        for (int i = 0; i < 500 && (shown(*house) == 0 || !kept(*house).is_sent); ++i) {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        }
        EXPECT_EQ(shown(*house), 1);
        EXPECT_TRUE(kept(*house).is_sent);
    }
    post_letter(*house);
    EXPECT_EQ(delivered().size(), 1u) << "it stopped";
}

}  // namespace
}  // namespace kring::app
