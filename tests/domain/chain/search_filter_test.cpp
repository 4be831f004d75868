// SPDX-License-Identifier: EUPL-1.2
// Filters of a search, mended typing errors and similar records.
#include <gtest/gtest.h>

#include "domain/chain/search.hpp"
#include "tests/domain/chain/search_world.hpp"

namespace kring::chain {
namespace {

using SearchFilter = SearchWorld;
using SearchMending = SearchWorld;
using Similar = SearchWorld;
KRING_ON_BOTH_ENGINES(SearchFilter);
KRING_ON_BOTH_ENGINES(SearchMending);
KRING_ON_BOTH_ENGINES(Similar);

TEST_P(SearchFilter, keeps_a_kind_and_a_network) {
    post(question("v-een", "Laptop"));
    auto lesson = question("les-een", "Laptop");
    lesson.kind = Kind::lesson;
    post(lesson);
    auto elsewhere = question("v-meubels", "Laptop");
    elsewhere.network = "meubels";
    elsewhere.audience = Audience::everyone;
    post(elsewhere);

    Query query;
    query.words = "laptop";
    EXPECT_EQ(ids(query), (Ids{"v-meubels", "les-een", "v-een"}));
    query.kind = "lesson";
    EXPECT_EQ(ids(query), Ids{"les-een"});
    query.kind = "question";
    query.network = "meubels";
    EXPECT_EQ(ids(query), Ids{"v-meubels"});
}

TEST_P(SearchFilter, finds_nothing_for_what_no_record_can_be) {
    post(question("v-een", "Laptop"));
    for (const std::string bad : {"no such", "x'; drop table records", "\xFF", "Ict"}) {
        Query query;
        query.words = "laptop";
        query.kind = bad;
        EXPECT_EQ(ids(query), Ids{}) << bad;
        query.kind = "";
        query.network = bad;
        EXPECT_EQ(ids(query), Ids{}) << bad;
        query.network = "";
        query.workshop = bad;
        EXPECT_EQ(ids(query), Ids{}) << bad;
    }
}

TEST_P(SearchFilter, keeps_days_as_they_are_in_amsterdam) {
    auto before = question("v-voor", "Laptop");
    before.created_at = *parse_time("2026-07-09T21:59:59.999Z");
    auto first = question("v-eerst", "Laptop");
    first.created_at = *parse_time("2026-07-09T22:00:00.000Z");
    auto last = question("v-laatst", "Laptop");
    last.created_at = *parse_time("2026-10-25T22:59:59.999Z");  // the day on which summer time ends
    auto after = question("v-na", "Laptop");
    after.created_at = *parse_time("2026-10-25T23:00:00.000Z");
    for (const auto& record : {before, first, last, after}) post(record);

    Query query;
    query.words = "laptop";
    query.from_day = "2026-07-10";
    query.to_day = "2026-10-25";
    EXPECT_EQ(ids(query), (Ids{"v-laatst", "v-eerst"}));
    query.from_day = "2026-02-30";
    query.to_day = "";
    EXPECT_EQ(ids(query).size(), 4u);
}

TEST_P(SearchFilter, keeps_what_belongs_to_a_workshop) {
    const auto laptop = [&](const char* id) { return question(id, "Laptop"); };
    for (const auto id : {"v-los", "v-gesteld", "v-sessie", "v-voor"}) post(laptop(id));
    auto example = laptop("praktijk");
    example.kind = Kind::case_;
    post(example);
    auto session = laptop("ict-2-extra");
    session.kind = Kind::session;
    session.parent = "ict-2";
    post(session);
    write([](db::Connection& in) {
        in.execute(
            "insert into links (from_id, relation, to_id) values ('v-gesteld', 'asked_at', 'ict-2'), "
            "('v-sessie', 'asked_at', 'ict-2-lezing'), ('praktijk', 'illustrates', 'ict-2'), "
            "('v-los', 'follows_from', 'ict-2')");
        in.execute("insert into questions (id, workshop_id) values ('v-voor', 'ict-2'), ('v-los', 'ict-1')");
    });
    Query query;
    query.words = "laptop";
    query.workshop = "ict-2";
    EXPECT_EQ(ids(query), (Ids{"ict-2-extra", "praktijk", "v-voor", "v-sessie", "v-gesteld"}));
}

TEST_P(SearchFilter, does_not_follow_ties_to_a_closed_workshop) {
    auto open = question("v-open", "Laptop");
    open.audience = Audience::everyone;
    post(open);
    write([](db::Connection& in) {
        in.execute("insert into links (from_id, relation, to_id) values ('v-open', 'asked_at', 'ict-3')");
    });
    Query query;
    query.words = "laptop";
    query.workshop = "ict-3";
    EXPECT_EQ(ids(query, "bram"), Ids{"v-open"});
    EXPECT_EQ(ids(query, "sami"), Ids{});
    EXPECT_EQ(ids(query, ""), Ids{});
}

TEST_P(SearchMending, mends_one_error_in_a_short_word_and_two_in_a_long_one) {
    post(question("v-een", "De gemeente koopt laptops"), "Levensduurverlenging");
    for (const auto words : {"gemeetne", "lapotp", "laptpo", "levensdurverlening", "gemeenet"}) {
        const auto found = find(words);
        ASSERT_EQ(found.hits.size(), 1u) << words;
        EXPECT_EQ(found.corrected_from, words);
    }
    EXPECT_EQ(find("gemeetne").suggestion, "gemeente");
    EXPECT_EQ(find("lapotp").suggestion, "laptops");
    EXPECT_EQ(ids("lptpo"), Ids{});
    EXPECT_EQ(find("lptpo").suggestion, "");
}

TEST_P(SearchMending, leaves_the_rest_of_the_query_as_typed) {
    post(question("v-een", "Laptops"), "Lever op tijd in de gemeente.");
    EXPECT_EQ(find("gemeetne \"op tijd\" -scherm, Latpops!").suggestion,
              "gemeente \"op tijd\" -scherm, laptops!");
}

TEST_P(SearchMending, is_not_done_when_the_words_as_typed_find_something) {
    post(question("v-een", "Laptop"));
    post(question("v-twee", "Laptap"));
    const auto found = find("laptap");
    EXPECT_EQ(found.total, 1);
    EXPECT_EQ(found.suggestion, "");
    EXPECT_EQ(found.corrected_from, "");
}

TEST_P(SearchMending, is_not_done_when_right_words_do_not_meet) {
    post(question("v-een", "Laptop"));
    post(question("v-twee", "Scherm"));
    const auto found = find("laptop scherm");
    EXPECT_EQ(found.total, 0);
    EXPECT_EQ(found.suggestion, "");
}

TEST_P(SearchMending, prefers_what_most_records_hold) {
    post(question("v-een", "Tafel"));
    post(question("v-twee", "Wafel"));
    post(question("v-drie", "Wafel"));
    EXPECT_EQ(find("qafel").suggestion, "wafel");
}

TEST_P(SearchMending, suggests_nothing_that_the_filters_shut_out) {
    post(question("v-een", "Laptop"));
    Query query;
    query.words = "laptpo";
    query.kind = "lesson";
    EXPECT_EQ(find(query).suggestion, "");
}

TEST_P(Similar, finds_records_that_share_telling_words) {
    post(question("v-veel", "Hoe lang gaat een laptop mee?"), "De levensduur van een laptop.");
    post(question("v-weinig", "Welke laptop kies je?"), "Kleur en gewicht.");
    post(question("v-niets", "Wat kost een stoel?"), "Prijs en bekleding.");
    auto lesson = question("les-een", "Levensduur van laptops");
    lesson.kind = Kind::lesson;
    post(lesson);
    EXPECT_EQ(similar_ids("Levensduur van laptops"), (Ids{"v-veel", "v-weinig"}));
    EXPECT_EQ(similar_ids("Levensduur van laptops", "bram", "v-veel"), Ids{"v-weinig"});
    EXPECT_EQ(similar_ids("de het een"), Ids{});
    EXPECT_EQ(similar_ids(""), Ids{});
}

TEST_P(Similar, weighs_a_rare_word_more) {
    for (int i = 0; i < 5; ++i) post(question("v-" + std::to_string(100 + i), "Laptop en scherm"));
    post(question("v-zeldzaam", "Dockingstation"));
    EXPECT_EQ(similar_ids("laptop dockingstation").front(), "v-zeldzaam");
}

}  // namespace
}  // namespace kring::chain
