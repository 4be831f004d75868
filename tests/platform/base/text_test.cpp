// SPDX-License-Identifier: EUPL-1.2
#include "platform/base/text.hpp"

#include <gtest/gtest.h>

namespace kring {
namespace {

using Words = std::vector<std::string_view>;

TEST(CleanText, holds_every_letter_of_every_language) {
    EXPECT_TRUE(is_clean_text(""));
    EXPECT_TRUE(is_clean_text("Één café, 日本, 🙂\ten\r\nverder"));
    EXPECT_TRUE(is_clean_text("\xF4\x8F\xBF\xBF"));  // U+10FFFF
}

TEST(CleanText, is_not_what_no_decoder_agrees_on) {
    EXPECT_FALSE(is_clean_text("\x80"));
    EXPECT_FALSE(is_clean_text("\xC0\xAF"));          // overlong "/"
    EXPECT_FALSE(is_clean_text("\xE0\x80\xAF"));      // overlong again
    EXPECT_FALSE(is_clean_text("\xED\xA0\x80"));      // a surrogate
    EXPECT_FALSE(is_clean_text("\xF4\x90\x80\x80"));  // past U+10FFFF
    EXPECT_FALSE(is_clean_text("\xF5\x80\x80\x80"));
    EXPECT_FALSE(is_clean_text("half \xE2\x82"));
    EXPECT_FALSE(is_clean_text(std::string_view("a\0b", 3)));
    EXPECT_FALSE(is_clean_text("bell \a"));
}

TEST(Sequence, length_follows_the_first_byte) {
    EXPECT_EQ(sequence_length("a"), 1u);
    EXPECT_EQ(sequence_length("é"), 2u);
    EXPECT_EQ(sequence_length("€uro"), 3u);
    EXPECT_EQ(sequence_length("🙂"), 4u);
    EXPECT_EQ(sequence_length(""), 0u);
    EXPECT_EQ(sequence_length("\xE2x"), 0u);
}

TEST(Trim, takes_blanks_off_both_ends) {
    EXPECT_EQ(trim(" \t\r\n a b \n"), "a b");
    EXPECT_EQ(trim(" \n "), "");
}

TEST(Split, keeps_empty_parts) {
    EXPECT_EQ(split("a,,b,", ','), (Words{"a", "", "b", ""}));
    EXPECT_EQ(split("", ','), (Words{""}));
}

TEST(Words, are_what_stands_between_blanks) {
    EXPECT_EQ(words("  een\ttwee \n drie"), (Words{"een", "twee", "drie"}));
    EXPECT_EQ(words(" "), (Words{}));
}

TEST(Join, puts_the_separator_between) {
    EXPECT_EQ(join({"a", "", "c"}, ", "), "a, , c");
    EXPECT_EQ(join({}, ", "), "");
}

TEST(AsciiLower, leaves_other_letters_alone) { EXPECT_EQ(ascii_lower("ABZ É az"), "abz É az"); }

TEST(WithLf, knows_all_three_line_ends) { EXPECT_EQ(with_lf("a\r\nb\rc\n\r\r\n"), "a\nb\nc\n\n\n"); }

TEST(Length, counts_code_points) { EXPECT_EQ(length("café €🙂"), 7u); }

TEST(Shortened, text_is_never_longer_than_asked) {
    EXPECT_EQ(shortened("één", 3), "één");
    EXPECT_EQ(shortened("éénmaal", 4), "één…");
    EXPECT_EQ(shortened("ab", 1), "…");
    EXPECT_EQ(shortened("ab", 0), "");
}

TEST(Id, is_3_to_64_plain_characters) {
    EXPECT_TRUE(is_id("a-1"));
    EXPECT_TRUE(is_id(std::string(64, 'z')));
    for (const std::string& text :
         {std::string("ab"), std::string(65, 'z'), std::string("-ab"), std::string("aBc"), std::string("a/b"),
          std::string("a b"), std::string("abé")}) {
        EXPECT_FALSE(is_id(text)) << text;
    }
}

TEST(Email, is_plausible_or_not) {
    for (const char* text : {"a@b", "anna.de-vries+kring@voorbeeld.nl", "josé@voorbeeld.nl"}) {
        EXPECT_TRUE(is_email(text)) << text;
    }
    for (const char* text :
         {"", "anna", "@b", "a@", "a@b@c", "a b@c", "a@b\n", "a@b,c", "<a@b>", "\"a\"@b"}) {
        EXPECT_FALSE(is_email(text)) << text;
    }
    EXPECT_TRUE(is_email(std::string(252, 'a') + "@b"));
    EXPECT_FALSE(is_email(std::string(253, 'a') + "@b"));
}

TEST(UrlEncoded, keeps_only_the_unreserved) {
    EXPECT_EQ(url_encoded("a-Z_0.~ /é%"), "a-Z_0.~%20%2F%C3%A9%25");
}

TEST(Number, is_whole_and_within_range) {
    std::int64_t number = 7;
    EXPECT_TRUE(read_number("-12", -20, 20, number));
    EXPECT_EQ(number, -12);
    for (const char* text : {"", "21", "-21", "1.5", "+1", " 1", "1 ", "0x1", "99999999999999999999"}) {
        EXPECT_FALSE(read_number(text, -20, 20, number)) << text;
    }
    EXPECT_EQ(number, -12);
}

}  // namespace
}  // namespace kring
