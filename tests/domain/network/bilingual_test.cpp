// SPDX-License-Identifier: EUPL-1.2
#include "domain/network/bilingual.hpp"

#include <gtest/gtest.h>

namespace kring {
namespace {

using html::Language;

TEST(Bilingual, gives_readers_their_own_language) {
    const Bilingual both{"Duurzame ICT", "Sustainable ICT"};
    EXPECT_EQ(in_language(both, Language::nl).text, "Duurzame ICT");
    EXPECT_EQ(in_language(both, Language::en).text, "Sustainable ICT");
    EXPECT_EQ(in_language(both, Language::en).language, "en");
}

TEST(Bilingual, gives_the_other_language_and_says_so_when_one_is_missing) {
    const Worded dutch = in_language({"Alleen Nederlands", ""}, Language::en);
    EXPECT_EQ(dutch.text, "Alleen Nederlands");
    EXPECT_EQ(dutch.language, "nl");
    const Worded english = in_language({"", "English only"}, Language::nl);
    EXPECT_EQ(english.text, "English only");
    EXPECT_EQ(english.language, "en");
    EXPECT_EQ(in_language({}, Language::en).language, "en");
}

TEST(Bilingual, marks_only_what_is_not_in_the_language_of_the_page) {
    html::View view;
    set_worded(view, "name", {"Naam", ""}, Language::en);
    set_worded(view, "place", {"Zaal", "Room"}, Language::en);
    EXPECT_EQ(std::get<std::string>(*view.find("name_language")), "nl");
    EXPECT_EQ(std::get<std::string>(*view.find("place_language")), "");
}

TEST(Lead, is_the_first_paragraph_as_plain_words) {
    const Lead lead = split_lead("\nInkopers **leren**\nvan elkaar.\n\n## Waarom\n\nDaarom.\n");
    EXPECT_EQ(lead.first, "Inkopers leren van elkaar.");
    EXPECT_EQ(lead.rest, "## Waarom\n\nDaarom.");
    EXPECT_EQ(split_lead("Eén alinea.").first, "Eén alinea.");
    EXPECT_EQ(split_lead("Eén alinea.").rest, "");
    EXPECT_EQ(split_lead("").first, "");
}

TEST(Lead, is_empty_when_the_text_begins_otherwise) {
    for (const char* text :
         {"# Kop", "- punt", "* punt", "1. eerste", "2) tweede", "> citaat", "| a | b |", "```\nx\n```"}) {
        EXPECT_EQ(split_lead(text).first, "") << text;
        EXPECT_EQ(split_lead(text).rest, text);
    }
    EXPECT_EQ(split_lead("*Let op:* dit").first, "Let op: dit");
    EXPECT_EQ(split_lead("2018 was een goed jaar.").first, "2018 was een goed jaar.");
}

}  // namespace
}  // namespace kring
