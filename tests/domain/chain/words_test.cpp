// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/words.hpp"

#include <gtest/gtest.h>

namespace kring::chain {
namespace {

std::vector<std::string> texts(std::string_view text, std::size_t most = 100) {
    std::vector<std::string> found;
    for (auto& word : words_in(text, most)) found.push_back(word.text);
    return found;
}

using Texts = std::vector<std::string>;

TEST(Words, are_split_without_capitals_and_accents) {
    EXPECT_EQ(texts("Eén CAFÉ, twee cafés; «Ångström»?"),
              (Texts{"een", "cafe", "twee", "cafes", "angstrom"}));
    EXPECT_EQ(texts("Weiß Ærø Œuvre Ĳssel þing ž"),
              (Texts{"weiss", "aero", "oeuvre", "ijssel", "thing", "z"}));
}

TEST(Words, know_the_last_letter_of_the_latin_table) {
    EXPECT_EQ(texts("\u017E\u017F \u0149 \u0178"), (Texts{"zs", "n", "y"}));
}

TEST(Words, drop_accents_that_stand_alone_and_soft_hyphens) {
    EXPECT_EQ(texts("cafe\u0301 duur\u00ADzaam"), (Texts{"cafe", "duurzaam"}));
}

TEST(Words, keep_an_apostrophe_inside_and_break_at_a_hyphen) {
    EXPECT_EQ(texts("foto's van ICT-inkoop, 'tussen' haakjes"),
              (Texts{"fotos", "van", "ict", "inkoop", "tussen", "haakjes"}));
}

TEST(Words, read_the_small_digit_of_a_formula) {
    EXPECT_EQ(texts("CO₂ m² H₂O"), (Texts{"co2", "m2", "h2o"}));
}

TEST(Words, lower_greek_and_cyrillic) {
    EXPECT_EQ(texts("ΑΘΗΝΑ МОСКВА Ёж"), (Texts{"αθηνα", "москва", "ёж"}));
}

TEST(Words, break_at_signs_among_the_letters) { EXPECT_EQ(texts("a×b÷c"), (Texts{"a", "b", "c"})); }

TEST(Words, survive_bytes_that_are_no_text) {
    EXPECT_EQ(texts("goed\xFF\xC3 fout\xE2\x82"), (Texts{"goed", "fout"}));
    EXPECT_EQ(texts(std::string("a\0b", 3)), (Texts{"a", "b"}));
}

TEST(Words, stop_at_the_most_asked_for) { EXPECT_EQ(texts("een twee drie", 2), (Texts{"een", "twee"})); }

TEST(Words, cut_a_word_without_end) {
    const auto found = words_in(std::string(5000, 'a') + " b", 10);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].text.size(), word_bytes_max);
    EXPECT_EQ(found[0].end, 5000u);
}

TEST(Words, tell_where_they_stand) {
    const auto found = words_in("één café", 10);
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].begin, 0u);
    EXPECT_EQ(found[0].end, 5u);
    EXPECT_EQ(found[1].begin, 6u);
    EXPECT_EQ(found[1].end, 11u);
}

// Pairs that a reader takes for the same word.
TEST(Stem, joins_dutch_forms) {
    const std::vector<std::pair<std::string_view, std::string_view>> pairs = {
        {"aanbestedingen", "aanbesteding"},
        {"aanbesteden", "aanbesteding"},
        {"apparaten", "apparaat"},
        {"huizen", "huis"},
        {"brieven", "brief"},
        {"lessen", "les"},
        {"prijzen", "prijs"},
        {"eisen", "eis"},
        {"inkopen", "inkoop"},
        {"inkoopt", "inkoop"},
        {"duurzame", "duurzaam"},
        {"criteria", "criterium"},
        {"verlengingen", "verlengen"},
        {"laptops", "laptop"},
        {"leveranciers", "leverancier"}};
    for (const auto& [left, right] : pairs)
        EXPECT_EQ(stem(left, "nl"), stem(right, "nl")) << left << " " << right;
}

TEST(Stem, keeps_other_dutch_words_apart) {
    EXPECT_NE(stem("leven", "nl"), stem("lever", "nl"));
    EXPECT_NE(stem("kosten", "nl"), stem("kast", "nl"));
    EXPECT_NE(stem("markt", "nl"), stem("merk", "nl"));
}

// From the sample vocabulary of the Snowball project.
TEST(Stem, follows_snowball_in_english) {
    EXPECT_EQ(stem("consistency", "en"), "consist");
    EXPECT_EQ(stem("knowing", "en"), "know");
    EXPECT_EQ(stem("conspirators", "en"), "conspir");
}

TEST(Stem, leaves_numbers_and_other_scripts_alone) {
    EXPECT_EQ(stem("iwr2021", "nl"), "iwr2021");
    EXPECT_EQ(stem("москва", "en"), "москва");
    EXPECT_EQ(stem("eu", "nl"), "eu");
}

TEST(StopWords, are_those_of_both_languages) {
    for (const auto word : {"de", "het", "een", "voor", "the", "with"})
        EXPECT_TRUE(is_stop_word(word)) << word;
    for (const auto word : {"laptop", "inkoop", "markt", "contract"})
        EXPECT_FALSE(is_stop_word(word)) << word;
}

TEST(TypingDistance, counts_a_swap_as_one) {
    EXPECT_EQ(typing_distance("gemeetne", "gemeente", 2), 1);
    EXPECT_EQ(typing_distance("ab", "ba", 2), 1);
}

TEST(TypingDistance, knows_the_textbook_answers) {
    EXPECT_EQ(typing_distance("kitten", "sitting", 5), 3);
    EXPECT_EQ(typing_distance("ca", "abc", 5), 3);  // optimal string alignment; unrestricted it would be 2
    EXPECT_EQ(typing_distance("laptop", "laptop", 1), 0);
    EXPECT_EQ(typing_distance("", "abc", 5), 3);
}

TEST(TypingDistance, gives_up_beyond_the_most) {
    EXPECT_EQ(typing_distance("laptop", "leverancier", 2), 3);
    EXPECT_EQ(typing_distance("abcdef", "uvwxyz", 1), 2);
}

}  // namespace
}  // namespace kring::chain
