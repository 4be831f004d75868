// SPDX-License-Identifier: EUPL-1.2
// What search finds and in which order: the same on both engines.
#include "domain/chain/search.hpp"

#include <gtest/gtest.h>

#include <random>

#include "tests/domain/chain/search_world.hpp"

namespace kring::chain {
namespace {

using Search = SearchWorld;
KRING_ON_BOTH_ENGINES(Search);

TEST_P(Search, finds_nothing_in_an_empty_index) {
    EXPECT_EQ(ids("laptop"), Ids{});
    EXPECT_EQ(find("laptop").total, 0);
}

TEST_P(Search, finds_stems_accents_and_irregular_plurals) {
    post(question("v-apparaat", "Een apparaat in het café"), "Over criteria.");
    EXPECT_EQ(ids("apparaten"), Ids{"v-apparaat"});
    EXPECT_EQ(ids("cafe"), Ids{"v-apparaat"});
    EXPECT_EQ(ids("CAFÉ criterium"), Ids{"v-apparaat"});
    EXPECT_EQ(ids("apparatuur"), Ids{});
}

TEST_P(Search, finds_compounds_by_each_of_their_parts) {
    post(question("v-duur", "Vraag"), "Wij vroegen om levensduurverlenging.");
    for (const auto words : {"levensduur", "verlenging", "verlengen", "levensduurverlenging", "levensd"}) {
        EXPECT_EQ(ids(words), Ids{"v-duur"}) << words;
    }
}

TEST_P(Search, finds_english_texts_by_english_stems) {
    auto english = question("v-english", "Purchasing refurbished laptops");
    english.language = "en";
    post(english, "Suppliers were repairing computers.");
    for (const auto words : {"purchase", "supplier", "repairs", "computer laptop"})
        EXPECT_EQ(ids(words), Ids{"v-english"}) << words;
}

TEST_P(Search, asks_for_all_words_anywhere_in_the_record) {
    post(question("v-een", "Laptops kopen"), "Met garantie.");
    post(question("v-twee", "Laptops huren"), "Zonder zorgen.");
    EXPECT_EQ(ids("garantie laptop"), Ids{"v-een"});
    EXPECT_EQ(ids("laptop"), (Ids{"v-twee", "v-een"}));
}

TEST_P(Search, ranks_titles_then_what_stands_often_then_the_newest) {
    post(question("v-titel", "De garantie"), "Iets anders.");
    post(question("v-vaak", "Vraag"), "garantie, garantie en garantie");
    post(question("v-oud", "Vraag"), "Eenmaal garantie.");
    post(question("v-nieuw", "Vraag"), "Eenmaal garantie.");
    EXPECT_EQ(ids("garantie"), (Ids{"v-titel", "v-vaak", "v-nieuw", "v-oud"}));
}

TEST_P(Search, ranks_beginnings_below_whole_words) {
    post(question("v-heel", "Vraag"), "Een scherp bod.");
    post(question("v-begin", "Scherpte van een beeld"), "Niets.");
    EXPECT_EQ(ids("scherp"), (Ids{"v-heel", "v-begin"}));
    EXPECT_EQ(ids("scher"), (Ids{"v-begin", "v-heel"}));
    EXPECT_EQ(ids("sche"), (Ids{"v-begin", "v-heel"}));
}

TEST_P(Search, finds_a_short_beginning_only_in_the_last_word) {
    post(question("v-eerst", "Scherm en laptop"), "");
    EXPECT_EQ(ids("laptop sch"), Ids{"v-eerst"});
    EXPECT_EQ(ids("sch laptop"), Ids{});
}

TEST_P(Search, finds_a_phrase_only_as_written) {
    post(question("v-zin", "Vraag"), "Lever op de afgesproken tijd.");
    post(question("v-los", "Vraag"), "De tijd die afgesproken is; lever.");
    EXPECT_EQ(ids("\"op de afgesproken tijd\""), Ids{"v-zin"});
    EXPECT_EQ(ids("afgesproken tijd"), (Ids{"v-los", "v-zin"}));
    EXPECT_EQ(ids("\"afgesproken\" \"tijden\""), Ids{});
    EXPECT_EQ(ids("\"vraag lever\""), Ids{});
}

TEST_P(Search, leaves_out_what_has_a_minus) {
    post(question("v-laptop", "Laptop"), "Met een scherm.");
    post(question("v-ander", "Laptop"), "Met twee toetsenborden.");
    EXPECT_EQ(ids("laptop -schermen"), Ids{"v-ander"});
    EXPECT_EQ(ids("laptop -\"twee toetsenborden\""), Ids{"v-laptop"});
    EXPECT_EQ(ids("laptop -\"toetsenborden twee\""), (Ids{"v-ander", "v-laptop"}));
    EXPECT_EQ(ids("-laptop"), Ids{});
}

TEST_P(Search, finds_nothing_for_stop_words_and_short_words) {
    post(question("v-de", "De IT van de EU"), "ab");
    for (const auto words : {"de", "van de", "eu", "\"van de\"", "ab"}) EXPECT_EQ(ids(words), Ids{}) << words;
}

TEST_P(Search, replaces_and_removes_what_it_indexed) {
    const auto record = question("v-weg", "Laptop");
    post(record, "Met scherm.");
    write([&](db::Connection& in) { index(in, record, "Met toetsenbord."); });
    EXPECT_EQ(ids("scherm"), Ids{});
    EXPECT_EQ(ids("toetsenbord"), Ids{"v-weg"});
    write([&](db::Connection& in) { unindex(in, "v-weg"); });
    EXPECT_EQ(ids("laptop"), Ids{});
}

TEST_P(Search, forgets_what_is_undone) {
    const auto undone = database.write([&](db::Connection& in) -> Result<Done> {
        const auto record = question("v-terug", "Laptop");
        insert(in, record);
        index(in, record, "");
        return Problem{Trouble::conflict, "x", "", {}};
    });
    EXPECT_FALSE(undone);
    EXPECT_EQ(ids("laptop"), Ids{});
}

TEST_P(Search, shows_the_words_found) {
    post(question("v-duur", "Vraag"), "Wij vroegen om levensduurverlenging van apparaten.");
    const auto found = find("verlenging apparaat");
    ASSERT_EQ(found.hits.size(), 1u);
    EXPECT_EQ(found.hits[0].snippet,
              "Wij vroegen om \x01levensduurverlenging\x02 van \x01"
              "apparaten\x02.");
    EXPECT_EQ(found.hits[0].record.owner_name, "Anna de Wit");
}

TEST_P(Search, gives_pages_and_the_total) {
    for (int i = 0; i < 25; ++i) post(question("v-" + std::to_string(100 + i), "Laptop"), "");
    Query query;
    query.words = "laptop";
    query.per_page = 10;
    EXPECT_EQ(ids(query).front(), "v-124");
    query.page = 3;
    EXPECT_EQ(ids(query), (Ids{"v-104", "v-103", "v-102", "v-101", "v-100"}));
    EXPECT_EQ(find(query).total, 25);
    query.page = 4;
    EXPECT_EQ(ids(query), Ids{});
    EXPECT_EQ(find(query).total, 25);
    query.page = -1;
    EXPECT_EQ(ids(query).front(), "v-124");
    query.page = 2'000'000'000;
    EXPECT_EQ(ids(query), Ids{});
}

TEST_P(Search, counts_a_thousand_at_most) {
    write([&](db::Connection& in) {
        for (int i = 0; i < 1010; ++i) {
            const auto record = question("v-" + std::to_string(1000 + i), "Laptop");
            insert(in, record);
            index(in, record, "");
        }
    });
    EXPECT_EQ(find("laptop").total, 1000);
    EXPECT_EQ(ids("laptop").front(), "v-2009");
}

TEST_P(Search, asks_the_database_no_more_for_more_hits) {
    const auto statements = [&] {
        return database.read([&](db::Connection& in) {
            const auto actor = fixtures::actor(in, "bram");
            const auto before = in.statements;
            Query query;
            query.words = "laptop";
            search(in, actor, query, fixtures::world_time);
            return in.statements - before;
        });
    };
    post(question("v-een", "Laptop"), "");
    const auto for_one = statements();
    for (int i = 0; i < 10; ++i) post(question("v-" + std::to_string(100 + i), "Laptop"), "");
    EXPECT_EQ(statements(), for_one);
}

TEST_P(Search, takes_any_text_without_harm) {
    post(question("v-een", "Laptop \"scherm\" AND NOT"),
         "title:laptop NEAR(a b) 'x' | & ! <-> :* ^ {} () % _ \\");
    constexpr std::string_view alphabet = "ab\"'*-+:^(){}|&!<>%_\\ \t\n\x01\xC3\xA9\xE2\x82\xFF/;,.=~#@";
    const std::vector<std::string> pieces = {"laptop", "AND",    "OR",          "NOT", "NEAR(",
                                             "title:", "scherm", "\"op tijd\"", "é"};
    std::mt19937 random(42);
    const auto up_to = [&](std::size_t most) {
        return std::uniform_int_distribution<std::size_t>(0, most - 1)(random);
    };
    database.read([&](db::Connection& in) {
        const auto actor = fixtures::actor(in, "bram");
        for (int i = 0; i < 2000; ++i) {
            Query query;
            for (auto parts = up_to(12); parts > 0; --parts) {
                if (up_to(3) == 0)
                    query.words += pieces[up_to(pieces.size())];
                else
                    query.words += alphabet[up_to(alphabet.size())];
            }
            EXPECT_NO_THROW(search(in, actor, query, fixtures::world_time)) << query.words;
        }
    });
    EXPECT_EQ(ids(std::string("laptop\0scherm", 13)), Ids{"v-een"});
    EXPECT_EQ(ids("NEAR"), Ids{"v-een"});
}

}  // namespace
}  // namespace kring::chain
