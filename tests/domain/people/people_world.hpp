// SPDX-License-Identifier: EUPL-1.2
// The small world on one engine, with what the tests of this room ask of it: acts by name, the
// letters in the outbox, the words in the journal.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "domain/people/acts.hpp"
#include "tests/fixtures/database.hpp"
#include "tests/fixtures/world.hpp"

namespace kring::people {

inline constexpr Time start = fixtures::world_time;
inline constexpr std::string_view good_password = "een stille fiets in de regen";

class PeopleWorld : public ::testing::TestWithParam<db::Engine> {
protected:
    PeopleWorld();

    template <class F>
    auto as(std::string_view person, Time when, F&& f) -> decltype(f(std::declval<const Act&>())) {
        return database.write([&](db::Connection& in) {
            const Act act{person.empty() ? Actor{} : fixtures::actor(in, person), when, in, "web"};
            return f(act);
        });
    }
    template <class F>
    auto as_operator(F&& f) -> decltype(f(std::declval<const Act&>())) {
        return database.write([&](db::Connection& in) {
            Actor who;
            who.is_operator = true;
            const Act act{who, start, in, "cli"};
            return f(act);
        });
    }

    Person person(std::string_view id);
    Actor actor(std::string_view id);
    void give_password(std::string_view id, std::string_view password = good_password);
    Welcome come_in(std::string_view id, Time when = start, const Visitor& visitor = home);
    bool is_in(const Welcome& welcome, Time when = start);

    /// Bodies of the letters, oldest first, and the token in the newest.
    std::vector<std::string> letters();
    std::string mailed_token();

    /// "word object detail" of every journal line, oldest first; with the result when it was refused.
    std::vector<std::string> journalled();

    static inline const Visitor home{"192.0.2.7", "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Firefox/130.0",
                                     "", ""};
    html::Phrases phrases;
    Stationery stationery;

private:
    tests::FreshDatabase fresh_;

protected:
    db::Database database;
};

/// The phrases of all problems, in order.
template <class T>
std::vector<std::string> phrases_of(const Result<T>& result) {
    std::vector<std::string> found;
    if (result) return found;
    for (const Problem& problem : result.problems()) found.push_back(problem.phrase);
    return found;
}

using Words = std::vector<std::string>;

}  // namespace kring::people
