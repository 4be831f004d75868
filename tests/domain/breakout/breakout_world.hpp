// SPDX-License-Identifier: EUPL-1.2
// The small world with eight people at the workshop ict-2, and what tests of tables ask again and again.
#pragma once

#include "domain/breakout/acts.hpp"
#include "domain/breakout/pages.hpp"
#include "domain/breakout/store.hpp"
#include "domain/chain/record.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::breakout {

using fixtures::phrases_of;
using fixtures::world_time;
using Words = std::vector<std::string>;

class BreakoutWorld : public ::testing::TestWithParam<db::Engine> {
protected:
    explicit BreakoutWorld(std::vector<desk::Route> more = {}) : desk(GetParam(), with_own(std::move(more))) {
        sql("insert into participants (id, workshop_id, person_id) values ('p5', 'ict-2', 'bram'), "
            "('p6', 'ict-2', 'noor'), ('p7', 'ict-2', 'eva')");
        for (const char* id : {"piet", "kees", "jans"})
            join(id, id == std::string("jans") ? "supplier" : "purchaser");
    }

    static std::vector<desk::Route> with_own(std::vector<desk::Route> all) {
        for (const desk::Route& route : routes()) all.push_back(route);
        return all;
    }

    fixtures::Desk desk;

    void sql(std::string_view statement) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement);
            return Result<Done>(Done{});
        }));
    }
    /// Another member who takes part, without an organisation.
    void join(const std::string& id, const std::string& side) {
        sql("insert into people (id, email, name, language, state, created_at) values ('" + id + "', '" + id +
            "@x.example', '" + id + "', 'nl', 'active', '2026-01-01T00:00:00.000Z')");
        sql("insert into memberships (id, network_id, person_id, side, joined_at) values ('m-" + id +
            "', 'ict', '" + id + "', '" + side + "', '2026-01-01T00:00:00.000Z')");
        sql("insert into participants (id, workshop_id, person_id) values ('p-" + id + "', 'ict-2', '" + id +
            "')");
    }

    template <class F>
    Words refused(std::string_view who, F&& f) {
        return phrases_of(desk.act(who, std::forward<F>(f)));
    }
    Breakout now(std::string_view workshop = "ict-2") {
        return desk.read([&](db::Connection& in) { return find(in, workshop); }).value_or(Breakout());
    }
    std::int64_t version() { return now().version; }
    Words set(Wishes setup, std::string_view who = "femke", std::string_view workshop = "ict-2") {
        return refused(who,
                       [&](const Act& act) { return set_up(act, workshop, now(workshop).version, setup); });
    }
    Words set_host(std::int64_t number, std::string host, std::vector<std::string> questions = {}) {
        return refused("femke", [&](const Act& act) {
            return set_table(act, "ict-2", version(), {"", number, std::move(host), std::move(questions)});
        });
    }
    Proposal proposal(std::string_view workshop = "ict-2") {
        return *desk.read([&](db::Connection& in) { return propose(in, now(workshop), "ict"); });
    }
    Words published(std::string_view who = "femke") {
        const Proposal one = proposal();
        return refused(who, [&](const Act& act) { return publish(act, "ict-2", one, one.mark); });
    }
    Words round(std::int64_t number, std::string_view who = "femke") {
        return refused(who, [&](const Act& act) { return go_to_round(act, "ict-2", version(), number); });
    }
    /// Two tables in three rounds, published, with the first round begun.
    void begin() {
        Wishes setup;
        setup.tables = 2;
        ASSERT_EQ(set(setup), Words{});
        ASSERT_EQ(published(), Words{});
        ASSERT_EQ(round(1), Words{});
    }
    /// "round table-number person" of every seat.
    Words seats(std::int64_t from = 1) {
        const Breakout breakout = now();
        Words found;
        for (const Seat& seat : desk.read([](db::Connection& in) { return seats_of(in, "ict-2"); })) {
            if (seat.round < from) continue;
            found.push_back(std::to_string(seat.round) + " " +
                            std::to_string(breakout.table(seat.table)->number) + " " + seat.person);
        }
        return found;
    }
    std::int64_t table_of(std::string_view person, std::int64_t in_round) {
        const Breakout breakout = now();
        for (const Seat& seat : desk.read([](db::Connection& in) { return seats_of(in, "ict-2"); })) {
            if (seat.round == in_round && seat.person == person) return breakout.table(seat.table)->number;
        }
        return 0;
    }
    Result<std::string> noted(std::string_view who, const NoteDraft& draft) {
        return desk.act(who, [&](const Act& act) { return note(act, desk.site(), "ict-2", draft); });
    }
};

}  // namespace kring::breakout
