// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/snippet.hpp"

#include <gtest/gtest.h>

namespace kring::chain {
namespace {

// With brackets in place of the marks.
std::string snippet(std::string_view text, std::string_view typed, std::string_view language = "nl") {
    auto found = snippet_of(text, language, read_terms(typed));
    for (char& c : found) {
        if (c == '\x01') c = '[';
        if (c == '\x02') c = ']';
    }
    return found;
}

TEST(Snippet, marks_the_words_asked_for) {
    EXPECT_EQ(snippet("Wij kochten een laptop, en nog een LAPTOP.", "laptop"),
              "Wij kochten een [laptop], en nog een [LAPTOP].");
}

TEST(Snippet, marks_stems_beginnings_and_parts_of_compounds) {
    EXPECT_EQ(snippet("Over apparaten en criteria.", "apparaat criterium"),
              "Over [apparaten] en [criteria].");
    EXPECT_EQ(snippet("Onze aanbevelingen.", "aanbev"), "Onze [aanbevelingen].");
    EXPECT_EQ(snippet("Vraag om levensduurverlenging!", "verlengen"), "Vraag om [levensduurverlenging]!");
    EXPECT_EQ(snippet("Een rekentool helpt.", "tools"), "Een [rekentool] helpt.");
    EXPECT_EQ(snippet("Purchasing is hard.", "purchase", "en"), "[Purchasing] is hard.");
}

TEST(Snippet, marks_accented_words) {
    EXPECT_EQ(snippet("Het café en CO₂.", "cafe co2"), "Het [café] en [CO₂].");
}

TEST(Snippet, marks_a_phrase_only_where_it_stands_whole) {
    EXPECT_EQ(snippet("Op tijd leveren. Leveren op de tijd.", "\"op tijd\""),
              "[Op] [tijd] leveren. Leveren op de tijd.");
}

TEST(Snippet, does_not_mark_what_is_excluded) {
    EXPECT_EQ(snippet("Laptop en scherm", "laptop -scherm"), "[Laptop] en scherm");
}

TEST(Snippet, is_one_line_of_plain_text) {
    EXPECT_EQ(snippet("  Een\r\n\n tweede\x01  laptop\t ", "laptop"), "Een tweede [laptop]");
}

TEST(Snippet, is_cut_around_the_place_where_most_words_stand) {
    std::string filling;
    for (int i = 0; i < 40; ++i) filling += "zomaar wat tekst ";
    const auto found = snippet("laptop " + filling + "een laptop met scherm " + filling, "laptop scherm");
    EXPECT_EQ(
        found,
        "…zomaar wat tekst zomaar wat tekst een [laptop] met [scherm] zomaar wat tekst zomaar wat tekst "
        "zomaar wat tekst zomaar wat tekst zomaar wat tekst zomaar wat tekst…");
}

TEST(Snippet, is_the_beginning_when_nothing_is_found) {
    EXPECT_EQ(snippet("Een begin.", "laptop"), "Een begin.");
}

TEST(Snippet, is_empty_without_words) { EXPECT_EQ(snippet(" … ", "laptop"), ""); }

TEST(Snippet, stays_short_when_a_word_has_no_end) {
    EXPECT_LT(snippet(std::string(100000, 'a') + " laptop", "laptop").size(), 200u);
}

}  // namespace
}  // namespace kring::chain
