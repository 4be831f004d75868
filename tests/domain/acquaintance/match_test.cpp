// SPDX-License-Identifier: EUPL-1.2
// The rule of docs/acquaintances.md: a small case by hand; and many drawn ones, compared with what must hold
// whatever the rule, and with the rule written a second time, over names instead of places.
#include "domain/acquaintance/match.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "platform/base/secret.hpp"

namespace kring::acquaintance {
namespace {

using Words = std::vector<std::string>;

Wisher wisher(std::string person, std::string organisation, Side side, Words own, bool other_side = false) {
    Wisher one;
    one.person = std::move(person);
    one.organisation = std::move(organisation);
    one.side = side;
    one.wish = {std::move(own), other_side};
    return one;
}

std::string in_words(const Matching& matching) {
    std::string text;
    for (const Group& group : matching.groups) {
        Words people = group.people;
        std::sort(people.begin(), people.end());
        for (const std::string& person : people) text += person + " ";
        text += group.theme + "; ";
    }
    for (const auto& [person, left] : matching.left) text += person + ":" + std::string(word(left)) + " ";
    return text;
}

TEST(AcquaintanceMatching, pairs_two_of_different_organisations_with_one_theme_in_common) {
    const auto anna = wisher("anna", "linderdam", Side::purchaser, {"law", "reuse"});
    const auto bram = wisher("bram", "ommer", Side::purchaser, {"reuse"});
    const auto cees = wisher("cees", "linderdam", Side::purchaser, {"law"});
    EXPECT_EQ(in_words(match({anna, bram}, {}, "x")), "anna bram reuse; ");
    EXPECT_EQ(in_words(match({anna, cees}, {}, "x")).find(';'), std::string::npos);
    EXPECT_EQ(in_words(match({anna}, {}, "x")), "anna:no_common ");
    EXPECT_EQ(match({anna, bram}, {{"anna", "bram"}}, "x").left.front().second, Left::all_met);
}

TEST(AcquaintanceMatching,
     crosses_the_market_only_when_both_asked_for_that_and_advisers_stand_on_neither_side) {
    const auto anna = wisher("anna", "a", Side::purchaser, {"law"}, true);
    const auto sami = wisher("sami", "s", Side::supplier, {"law"}, false);
    const auto noor = wisher("noor", "n", Side::supplier, {"law"}, true);
    const auto eva = wisher("eva", "e", Side::adviser, {"law"});
    EXPECT_FALSE(may_meet(anna, sami));
    EXPECT_FALSE(may_meet(sami, anna));
    EXPECT_TRUE(may_meet(anna, noor));
    EXPECT_TRUE(may_meet(sami, eva));
    EXPECT_TRUE(may_meet(wisher("x", "", Side::adviser, {"law"}), wisher("y", "", Side::adviser, {"law"})));
}

TEST(AcquaintanceMatching, puts_who_has_the_fewest_choices_first_and_an_odd_one_in_a_group_of_three) {
    const auto anna = wisher("anna", "a", Side::purchaser, {"law", "reuse"});
    const auto bram = wisher("bram", "b", Side::purchaser, {"law", "reuse"});
    const auto cees = wisher("cees", "c", Side::purchaser, {"law"});
    const auto dora = wisher("dora", "d", Side::purchaser, {"reuse"});
    // Were anna and bram put together, cees and dora could not be.
    for (const std::string seed : {"1", "2", "3", "4", "5"}) {
        const Matching four = match({anna, bram, cees, dora}, {}, seed);
        EXPECT_EQ(four.groups.size(), 2U) << in_words(four);
        EXPECT_TRUE(four.left.empty()) << in_words(four);
        EXPECT_EQ(in_words(match({anna, bram, cees}, {}, seed)), "anna bram cees law; ");
        const Matching met = match({anna, bram, cees}, {{"anna", "cees"}}, seed);
        EXPECT_EQ(met.groups.size(), 1U);
        EXPECT_EQ(met.left.size(), 1U) << "who met one of the pair does not join it";
    }
}

struct Case {
    std::vector<Wisher> wishers;
    Met met;
};

Case drawn_case(std::mt19937& random) {
    const auto draw = [&](int most) { return static_cast<int>(random() % static_cast<unsigned>(most)); };
    Case one;
    const int count = 2 + draw(18);
    for (int i = 0; i < count; ++i) {
        Words own;
        for (const std::string_view theme : themes) {
            if (draw(4) == 0) own.emplace_back(theme);
        }
        if (own.empty()) own.emplace_back(themes[static_cast<std::size_t>(draw(7))]);
        const Side side =
            std::array{Side::purchaser, Side::supplier, Side::adviser}.at(static_cast<std::size_t>(draw(3)));
        const int organisation = draw(8);
        one.wishers.push_back(wisher("p" + std::to_string(100 + i),
                                     organisation == 0 ? "" : "o" + std::to_string(organisation), side, own,
                                     draw(2) == 0));
    }
    for (int i = draw(30); i > 0; --i) {
        const int a = draw(count);
        const int b = draw(count);
        if (a < b) one.met.emplace("p" + std::to_string(100 + a), "p" + std::to_string(100 + b));
    }
    return one;
}

// What the product promises, in words of its own.
bool is_allowed(const Wisher& a, const Wisher& b, const Met& met) {
    std::set<std::string> common(a.wish.themes.begin(), a.wish.themes.end());
    std::size_t shared = 0;
    for (const std::string& theme : b.wish.themes) shared += common.count(theme);
    const bool is_one_employer = a.organisation == b.organisation && a.organisation != "";
    const bool is_trade = (a.side == Side::purchaser && b.side == Side::supplier) ||
                          (a.side == Side::supplier && b.side == Side::purchaser);
    const bool asked = a.wish.meets_other_side && b.wish.meets_other_side;
    const bool knows = met.count({a.person, b.person}) + met.count({b.person, a.person}) > 0;
    return shared > 0 && !is_one_employer && (!is_trade || asked) && !knows;
}

class Rule {
public:
    Rule(const Case& given, std::string seed) : given_(given), seed_(std::move(seed)) {
        for (const Wisher& one : given.wishers) free_.insert(one.person);
    }
    std::set<std::set<std::string>> groups() {
        std::vector<std::set<std::string>> all;
        for (std::string one = next(free_); !one.empty(); one = next(free_)) {
            const std::string other = next(choices(one));
            all.push_back({one, other});
            free_.erase(one);
            free_.erase(other);
        }
        std::map<std::string, std::string> by_lot;
        for (const std::string& one : free_) by_lot[lot(one)] = one;
        for (const auto& [number, one] : by_lot) {
            for (auto& group : all) {
                if (group.size() == 2 && fits(one, *group.begin(), *group.rbegin())) {
                    group.insert(one);
                    break;
                }
            }
        }
        return {all.begin(), all.end()};
    }

private:
    std::string lot(const std::string& id) const { return sha256_hex(seed_ + "\n" + id); }
    const Wisher& of(const std::string& id) const {
        return *std::find_if(given_.wishers.begin(), given_.wishers.end(),
                             [&](const Wisher& one) { return one.person == id; });
    }
    std::set<std::string> choices(const std::string& one) const {
        std::set<std::string> found;
        for (const std::string& other : free_) {
            if (other != one && is_allowed(of(one), of(other), given_.met)) found.insert(other);
        }
        return found;
    }
    std::string next(const std::set<std::string>& among) const {
        std::map<std::pair<std::size_t, std::string>, std::string> order;
        for (const std::string& one : among) {
            if (const auto count = choices(one).size()) order[{count, lot(one)}] = one;
        }
        return order.empty() ? "" : order.begin()->second;
    }
    bool fits(const std::string& one, const std::string& a, const std::string& b) const {
        if (!is_allowed(of(one), of(a), given_.met) || !is_allowed(of(one), of(b), given_.met)) return false;
        return std::any_of(themes.begin(), themes.end(), [&](std::string_view theme) {
            return wants(of(one), theme) && wants(of(a), theme) && wants(of(b), theme);
        });
    }

    const Case& given_;
    std::string seed_;
    std::set<std::string> free_;
};

using ById = std::map<std::string, Wisher>;

void expect_good_group(const Group& group, const ById& by_id, const Met& met) {
    EXPECT_TRUE(group.people.size() == 2 || group.people.size() == 3);
    for (const std::string& one : group.people) {
        EXPECT_TRUE(wants(by_id.at(one), group.theme));
        for (const std::string& other : group.people)
            EXPECT_TRUE(one == other || is_allowed(by_id.at(one), by_id.at(other), met)) << one << other;
    }
}

void expect_promises(const Case& given, const Matching& matching) {
    ById by_id;
    std::multiset<std::string> asked;
    for (const Wisher& one : given.wishers) {
        by_id[one.person] = one;
        asked.insert(one.person);
    }
    std::multiset<std::string> everybody;
    for (const Group& group : matching.groups) {
        everybody.insert(group.people.begin(), group.people.end());
        expect_good_group(group, by_id, given.met);
    }
    for (const auto& [one, why] : matching.left) {
        const auto may = [&, id = one](const std::string& other, const Met& met) {
            return other != id && is_allowed(by_id.at(id), by_id.at(other), met);
        };
        const auto any = [&](const Met& met) {
            return std::any_of(by_id.begin(), by_id.end(),
                               [&](const auto& other) { return may(other.first, met); });
        };
        everybody.insert(one);
        for (const auto& [other, why_other] : matching.left)
            EXPECT_FALSE(may(other, given.met)) << one << " " << other;
        EXPECT_EQ(any(given.met), why == Left::odd);
        EXPECT_EQ(any({}), why != Left::no_common);
    }
    EXPECT_EQ(everybody, asked) << "each stands once";
}

TEST(AcquaintanceMatching, keeps_its_promises_and_follows_its_rule_in_drawn_cases) {
    std::mt19937 random(20261124);
    std::size_t threes = 0;
    for (int i = 0; i < 150; ++i) {
        Case given = drawn_case(random);
        const std::string seed = "ict " + std::to_string(i);
        const Matching matching = match(given.wishers, given.met, seed);
        expect_promises(given, matching);
        std::set<std::set<std::string>> groups;
        for (const Group& group : matching.groups) {
            groups.emplace(group.people.begin(), group.people.end());
            threes += group.people.size() == 3;
        }
        EXPECT_EQ(groups, Rule(given, seed).groups()) << seed;
        std::shuffle(given.wishers.begin(), given.wishers.end(), random);
        EXPECT_EQ(in_words(match(given.wishers, given.met, seed)), in_words(matching));
        if (HasFailure()) return;
    }
    EXPECT_GT(threes, 10U) << "or the groups of three were not tried";
}

}  // namespace
}  // namespace kring::acquaintance
