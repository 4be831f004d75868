// SPDX-License-Identifier: EUPL-1.2
// What the tests of this room share: the small world at its desk, people who ask and answer, jobs that
// post, and letters as they would leave at a moment.
#pragma once

#include <algorithm>
#include <map>
#include <set>

#include "app/embedded.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/contribution/pages.hpp"
#include "domain/letters/acts.hpp"
#include "domain/letters/pages.hpp"
#include "domain/letters/store.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::letters {

using Words = std::vector<std::string>;

inline const html::Phrases& phrases() {
    static const html::Phrases all(app::embedded_catalogue_nl(), app::embedded_catalogue_en());
    return all;
}

inline std::vector<desk::Route> routes_here() {
    std::vector<desk::Route> all = routes();
    const auto more = contribution::routes();
    all.insert(all.end(), more.begin(), more.end());
    return all;
}

class LettersTest : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes_here()};
    static constexpr Time when = fixtures::world_time;
    Letterhead head{
        phrases(),         "Kring", "https://kring.example", "kring@kring.example", "antwoord@kring.example",
        "mx.kring.example"};

    void SetUp() override { sql("update letter_marks set sequence = 0"); }

    void sql(std::string_view statement, std::initializer_list<db::Param> params = {}) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement, params);
            return Result<Done>(Done{});
        }));
    }
    std::int64_t count(std::string_view statement, std::initializer_list<db::Param> params = {}) {
        return desk.read([&](db::Connection& in) { return in.count(statement, params); });
    }
    void choose(std::string_view person, Choice choice, std::string_view network = "ict") {
        ASSERT_TRUE(desk.act(person, [&](const Act& act) {
            put_choice(act.in, person, network, choice, act.when);
            return Result<Done>(Done{});
        }));
    }
    static contribution::QuestionDraft question(std::string_view audience = "network",
                                                std::string_view network = "ict") {
        contribution::QuestionDraft draft;
        draft.common.network = network;
        draft.common.title = "Hoe lang gaat een laptop mee?";
        draft.common.audience = audience;
        draft.body = "Wij willen *zeven* jaar.\n\nLukt dat {name}?";
        return draft;
    }
    std::string asked(std::string_view by, const contribution::QuestionDraft& draft = question(),
                      Time at = when) {
        return desk.act(by, [&](const Act& act) { return contribution::ask(act, draft, 0); }, at)->id;
    }
    std::string answered(std::string_view by, std::string_view to, Time at = when,
                         std::string_view body = "Ja, dat lukt.") {
        const contribution::AnswerDraft draft{std::string(to), "nl", std::string(body)};
        return *desk.act(by, [&](const Act& act) { return contribution::answer(act, draft); }, at);
    }
    template <class F>
    auto as_machine(F&& f, Time at = when) -> decltype(f(std::declval<const Act&>())) {
        return desk.database.write([&](db::Connection& in) {
            Actor machine;
            machine.is_operator = true;
            return f(Act{machine, at, in, "job"});
        });
    }
    int announced_at(Time at = when) {
        return *as_machine([](const Act& act) { return announce(act); }, at);
    }
    int digested_at(Time at = when) {
        return *as_machine([](const Act& act) { return make_digests(act); }, at);
    }

    /// What waits in the outbox, oldest first, claimed by nobody.
    std::vector<journal::Waiting> waiting() {
        std::vector<journal::Waiting> all;
        desk.read([&](db::Connection& in) {
            in.query(
                "select id, person_id, to_name, to_email, language, subject, body, made_at from outbox "
                "where sent_at is null and withheld_at is null order by made_at, id",
                {}, [&](const db::Row& row) {
                    all.push_back({row.text(0), row.text(1), row.text(2), row.text(3), row.text(4),
                                   row.text(5), row.text(6), row.time(7), 0});
                });
        });
        return all;
    }
    Words readers() {
        Words people;
        for (const journal::Waiting& one : waiting()) people.push_back(one.person);
        std::sort(people.begin(), people.end());
        return people;
    }
    Written written_for(std::string_view person, Time at = when) {
        for (const journal::Waiting& one : waiting()) {
            if (one.person == person)
                return desk.read([&](db::Connection& in) { return write(in, head, one, at); });
        }
        ADD_FAILURE() << "nothing waits for " << person;
        return {};
    }
    mail::Message letter_to(std::string_view person, Time at = when) {
        const Written written = written_for(person, at);
        EXPECT_TRUE(written.message.has_value()) << written.withheld;
        return written.message.value_or(mail::Message{});
    }
    /// The address in a letter that begins so, up to the end of its line.
    static std::string line_from(const std::string& text, std::string_view begin) {
        const auto at = text.find(begin);
        if (at == std::string::npos) return "";
        return text.substr(at, text.find('\n', at) - at);
    }
    Choice choice_now(std::string_view person, std::string_view network = "ict") {
        return desk.read([&](db::Connection& in) { return choice_of_person(in, person, network); });
    }
    int weekday_now(std::string_view person) {
        return desk.read([&](db::Connection& in) { return weekday_of_person(in, person); });
    }
};

}  // namespace kring::letters
