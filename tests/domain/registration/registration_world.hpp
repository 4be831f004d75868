// SPDX-License-Identifier: EUPL-1.2
// The small world with what tests of registrations ask again and again of the workshop ict-2.
#pragma once

#include <algorithm>

#include "domain/registration/acts.hpp"
#include "domain/registration/store.hpp"
#include "domain/workshop/store.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::registration {

using fixtures::phrases_of;
using fixtures::world_time;
using Words = std::vector<std::string>;

class RegistrationWorld : public ::testing::TestWithParam<db::Engine> {
protected:
    explicit RegistrationWorld(std::vector<desk::Route> routes = {}) : desk(GetParam(), std::move(routes)) {}

    fixtures::Desk desk;

    template <class F>
    Words refused(std::string_view who, F&& f, Time when = world_time) {
        return phrases_of(desk.act(who, std::forward<F>(f), when));
    }
    Words set(Terms terms, std::string_view who = "femke", Time when = world_time) {
        if (terms.workshop.empty()) terms.workshop = "ict-2";
        return refused(who, [&](const Act& act) { return set_terms(act, desk.site(), terms); }, when);
    }
    Words enroll(std::string_view who, std::string_view person = "", Time when = world_time,
                 const Needs& needs = {}, std::string pool = "room") {
        return refused(
            who,
            [&](const Act& act) {
                return register_for(act, desk.site(), {"ict-2", std::string(person), pool, needs});
            },
            when);
    }
    Words cancelled(std::string_view who, Time when = world_time) {
        return refused(who, [&](const Act& act) { return cancel(act, desk.site(), "ict-2"); }, when);
    }
    Words accepted(std::string_view who, Time when = world_time) {
        return refused(who, [&](const Act& act) { return accept(act, desk.site(), "ict-2"); }, when);
    }
    int tended(Time when) {
        return *desk.act("", [&](const Act& act) { return tend_registrations(act, desk.site()); }, when);
    }
    bool has_work(Time when) {
        return desk.read([&](db::Connection& in) { return has_registrations_to_tend(in, when); });
    }
    std::string state(std::string_view person) {
        const auto one = desk.read([&](db::Connection& in) { return find(in, "ict-2", person); });
        return one ? std::string(word(one->state)) : "";
    }
    Words taking_part() {
        return desk.read([](db::Connection& in) { return workshop::participants_of(in, "ict-2"); });
    }
    void sql(std::string_view statement) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement);
            return Result<Done>(Done{});
        }));
    }
    /// Subjects of what was posted to somebody, by alphabet: all in one moment has no other order.
    Words mail(std::string_view person) {
        Words all;
        desk.read([&](db::Connection& in) {
            in.query("select subject from outbox where person_id = $1", {person},
                     [&](const db::Row& row) { all.push_back(row.text(0)); });
        });
        std::sort(all.begin(), all.end());
        return all;
    }
    /// The letter to somebody whose subject begins so.
    std::string letter(std::string_view person, std::string_view subject) {
        return desk.read([&](db::Connection& in) {
            return in
                .first_text("select body from outbox where person_id = $1 and subject like $2",
                            {person, std::string(subject) + "%"})
                .value_or("no such letter");
        });
    }
    /// An empty workshop with two places in the room, none online.
    void open(std::int64_t room = 2, std::int64_t online = 0, std::optional<std::int64_t> most = {}) {
        sql("delete from participants where workshop_id = 'ict-2'");
        ASSERT_EQ(set({"ict-2", true, room, online, most, 0}), Words{});
    }
};

}  // namespace kring::registration
