// SPDX-License-Identifier: EUPL-1.2
// What search never tells: canaries in closed records, asked for in every way (R13, R16).
#include <gtest/gtest.h>

#include "domain/chain/audience.hpp"
#include "domain/chain/search.hpp"
#include "tests/domain/chain/search_world.hpp"

namespace kring::chain {
namespace {

using SearchClosed = SearchWorld;
KRING_ON_BOTH_ENGINES(SearchClosed);

constexpr std::string_view canary = "zwaluwnestkast";

bool is_nothing(const Found& found) {
    return found.hits.empty() && found.total == 0 && found.suggestion.empty() && found.corrected_from.empty();
}

TEST_P(SearchClosed, tells_nothing_of_a_word_in_a_closed_record) {
    auto closed = question("v-dicht", "Laptop met een zwaluwnestkast");
    closed.audience = Audience::purchasers;
    post(closed, "Zwaluwnestkasten zijn geheim. Op tijd.");
    post(question("v-open", "Laptop"), "Over iets anders.");

    EXPECT_EQ(ids(canary, "bram"), Ids{"v-dicht"});
    EXPECT_EQ(find("zwaluwnstkast", "bram").suggestion, canary);
    for (const auto person : {"sami", "noor", "olga", ""}) {
        for (const auto words : {"zwaluwnestkast", "zwaluwnestkasten", "zwaluw", "zwal", "kast",
                                 "zwaluwnstkast", "zwaluwnetskast", "\"geheim op tijd\"", "geheim",
                                 "laptop zwaluwnestkast", "laptop zwaluwnstkast", "gehiem"}) {
            EXPECT_TRUE(is_nothing(find(words, person))) << person << " " << words;
        }
    }
    EXPECT_EQ(find("laptop", "sami").total, 1);
    EXPECT_EQ(find("laptop -zwaluwnestkast", "sami").total, 1);
    EXPECT_EQ(similar_ids("zwaluwnestkast geheim", "bram"), Ids{"v-dicht"});
    EXPECT_EQ(similar_ids("zwaluwnestkast geheim", "sami"), Ids{});
}

TEST_P(SearchClosed, does_not_order_readable_records_by_closed_ones) {
    post(question("v-wafel", "Wafel"));
    for (int i = 0; i < 3; ++i) {
        auto closed = question("v-tafel-" + std::to_string(i), "Tafel");
        closed.audience = Audience::purchasers;
        post(closed);
    }
    EXPECT_EQ(find("qafel", "sami").suggestion, "wafel");
    EXPECT_EQ(find("qafel", "bram").suggestion, "tafel");
}

// Another form of the same word does stand in a readable record.
TEST_P(SearchClosed, suggests_no_form_that_only_a_closed_record_holds) {
    auto closed = question("v-dicht", "Wolkbreuken");
    closed.audience = Audience::purchasers;
    post(closed);
    post(question("v-open", "Wolkbreuk"));
    EXPECT_EQ(find("wolkbrekuen", "bram").suggestion, "wolkbreuken");
    EXPECT_TRUE(is_nothing(find("wolkbrekuen", "sami")));
    EXPECT_EQ(find("wolkbruek", "sami").suggestion, "wolkbreuk");
}

// A compound of a closed word must not come apart because that word is known somewhere.
TEST_P(SearchClosed, takes_no_compound_apart_by_words_of_closed_records) {
    auto closed = question("v-dicht", "Zwaluw en vluchtroute");
    closed.audience = Audience::purchasers;
    post(closed);
    auto probe = question("v-sonde", "Zwaluwvogel");
    probe.owner = "sami";
    post(probe);
    EXPECT_EQ(ids("vogel", "sami"), Ids{});
}

TEST_P(SearchClosed, finds_withdrawn_records_for_their_owner_alone) {
    post(question("v-terug", "Laptop"));
    write([](db::Connection& in) {
        in.execute("update records set state = 'withdrawn', withdrawn_at = $1 where id = 'v-terug'",
                   {fixtures::world_time});
    });
    EXPECT_EQ(ids("laptop", "anna"), Ids{"v-terug"});
    EXPECT_TRUE(is_nothing(find("laptop", "bram")));
}

TEST_P(SearchClosed, finds_answers_only_while_their_question_is_open) {
    post(question("v-een", "Vraag"));
    auto answer = question("a-een", "Laptop");
    answer.kind = Kind::answer;
    answer.parent = "v-een";
    post(answer);
    EXPECT_EQ(ids("laptop"), Ids{"a-een"});
    write([](db::Connection& in) {
        in.execute("update records set state = 'withdrawn', withdrawn_at = $1 where id = 'v-een'",
                   {fixtures::world_time});
    });
    EXPECT_TRUE(is_nothing(find("laptop")));
}

// For every audience and everybody: search finds a record exactly when may_read says so.
TEST_P(SearchClosed, agrees_with_the_one_rule_for_everybody) {
    std::vector<Record> records;
    for (const auto audience : {Audience::everyone, Audience::network, Audience::purchasers,
                                Audience::workshop, Audience::organisation, Audience::persons}) {
        auto record = question("v-" + std::string(word(audience)), "Laptop");
        record.audience = audience;
        if (audience == Audience::workshop) record.audience_of = "ict-2";
        if (audience == Audience::organisation) record.audience_of = "linderdam";
        if (audience == Audience::persons) record.readers = {"sami"};
        records.push_back(record);
        post(record);
    }
    for (const auto person : {"anna", "bram", "sami", "noor", "femke", "eva", "olga", "beheer", ""}) {
        const auto expected = database.read([&](db::Connection& in) {
            const auto actor = std::string_view(person).empty() ? Actor{} : fixtures::actor(in, person);
            Ids readable;
            for (const auto& record : records) {
                if (may_read(in, actor, record, fixtures::world_time))
                    readable.insert(readable.begin(), record.id);
            }
            return readable;
        });
        EXPECT_EQ(ids("laptop", person), expected) << person;
        EXPECT_EQ(find("laptop", person).total, static_cast<std::int64_t>(expected.size())) << person;
    }
}

}  // namespace
}  // namespace kring::chain
