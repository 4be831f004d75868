// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/terms.hpp"

#include <gtest/gtest.h>

namespace kring::chain {
namespace {

using Texts = std::vector<std::string>;

// Each term as it would be typed, with "*" behind what may be a beginning.
Texts read(std::string_view typed) {
    Texts texts;
    for (const auto& term : read_terms(typed)) {
        std::string text;
        for (const auto& word : term.words) text += (text.empty() ? "" : " ") + word;
        if (term.is_quoted) text = '"' + text + '"';
        texts.push_back((term.is_excluded ? "-" : "") + text + (term.is_prefix ? "*" : ""));
    }
    return texts;
}

TEST(Terms, leave_stop_words_out) {
    EXPECT_EQ(read("de levensduur van een laptop"), (Texts{"levensduur*", "laptop*"}));
}

TEST(Terms, are_none_when_nothing_says_enough) {
    for (const auto typed :
         {"", "   ", "de het een", "\"het\"", "\"op de\"", "ab", "a b c", "-laptop", "\"\"", "?!", "-"}) {
        EXPECT_EQ(read(typed), Texts{}) << typed;
    }
}

TEST(Terms, may_be_a_beginning_from_four_letters_or_three_at_the_end) {
    EXPECT_EQ(read("ict prijs eis"), (Texts{"ict", "prijs*", "eis*"}));
    EXPECT_EQ(read("2018 laptop eu"), (Texts{"2018", "laptop*", "eu"}));
}

TEST(Terms, take_quotes_for_a_phrase) {
    EXPECT_EQ(read("\"op tijd leveren\" contract"), (Texts{"\"op tijd leveren\"", "contract*"}));
    EXPECT_EQ(read("\"laptop\""), Texts{"\"laptop\""});
    EXPECT_EQ(read("laptop\"op tijd"), (Texts{"laptop*", "\"op tijd\""}));
}

TEST(Terms, take_a_minus_for_an_exclusion) {
    EXPECT_EQ(read("laptop -scherm -\"op tijd\""), (Texts{"laptop*", "-scherm", "-\"op tijd\""}));
    EXPECT_EQ(read("prijs-kwaliteit"), (Texts{"prijs*", "kwaliteit*"}));
}

TEST(Terms, are_read_from_two_hundred_characters_only) {
    std::string typed = "laptop ";
    for (int i = 0; i < 193; ++i) typed += "é";
    EXPECT_EQ(read(typed + " scherm").size(), 2u);
    EXPECT_EQ(read(std::string(201, ' ') + "laptop"), Texts{});
}

TEST(Terms, tell_where_they_stood) {
    const auto terms = read_terms("de cafés en -\"op tijd\"");
    ASSERT_EQ(terms.size(), 2u);
    EXPECT_EQ(terms[0].begin, 3u);
    EXPECT_EQ(terms[0].end, 9u);
    EXPECT_EQ(terms[1].begin, 15u);
    EXPECT_EQ(terms[1].end, 22u);
}

TEST(Prepared, holds_stems_of_the_language_and_of_parts) {
    const auto dutch = prepared("Laptops", "De levensduurverlenging in 2018", "nl");
    EXPECT_EQ(dutch.title_keys, " laptop ");
    EXPECT_EQ(dutch.keys, " laptop levensduurverleng levensdur verleng 2018 ");
    EXPECT_EQ(dutch.folded, " laptops . de levensduurverlenging in 2018 ");
    EXPECT_EQ(prepared("Laptops", "", "en").keys, " +laptop ");
}

TEST(Prepared, holds_what_stands_in_the_body_three_times) {
    EXPECT_EQ(prepared("Titel", "scherm laptop scherm laptop scherm de de de", "nl").main_keys, " scherm ");
    EXPECT_EQ(prepared("scherm", "scherm scherm", "nl").main_keys, "");
}

TEST(Prepared, lists_words_that_can_be_mistyped) {
    EXPECT_EQ(prepared("De eis", "Laptops in 2018: iwr2021 café", "nl").spellings,
              (std::vector<Spelling>{{"laptops", "laptop"}, {"iwr2021", "iwr2021"}, {"cafe", "caf"}}));
}

}  // namespace
}  // namespace kring::chain
