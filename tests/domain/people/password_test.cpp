// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/password.hpp"

#include <gtest/gtest.h>

namespace kring::people {
namespace {

const Person anna{"anna",
                  "anna.dewit@linderdam.example",
                  "Anna de Wit",
                  "linderdam",
                  "Gemeente Linderdam",
                  "inkoper",
                  "nl",
                  "active",
                  false,
                  ""};

std::string problem_with(std::string_view password) {
    const Problems problems =
        password_problems(normal_password(password), own_words(anna, "Kring"), "password");
    return problems.empty() ? "" : problems.front().phrase;
}

std::string repeated(std::string_view text, int times) {
    std::string whole;
    for (int i = 0; i < times; ++i) whole += text;
    return whole;
}

TEST(PasswordRules, takes_twelve_to_a_hundred_and_twenty_eight_characters) {
    EXPECT_EQ(problem_with("vliegtmuis7"), "people.password.too_short");
    EXPECT_EQ(problem_with("vliegtmuis78"), "");
    EXPECT_EQ(problem_with("tuinslangéé7"), "");  // 12 characters in 14 bytes
    EXPECT_EQ(problem_with(repeated("vliegt9k", 16)), "");
    EXPECT_EQ(problem_with(repeated("vliegt9k", 16) + "x"), "people.password.too_long");
}

TEST(PasswordRules, takes_any_characters_at_all) {
    EXPECT_EQ(problem_with("           vuurtoren"), "");
    EXPECT_EQ(problem_with("пароль не помню"), "");
    EXPECT_EQ(problem_with("🦔🌧🚲🪴🧦🕯🎻🧭🪁🥣🧊🪜"), "");
    EXPECT_EQ(problem_with(std::string("gordijnrail\0kast", 16)), "people.password.not_text");
    EXPECT_EQ(problem_with("gordijnrail\xff kast"), "people.password.not_text");
}

TEST(PasswordRules, is_the_same_however_its_accents_were_typed) {
    EXPECT_EQ(normal_password("cafe\xcc\x81"), "caf\xc3\xa9");
    EXPECT_EQ(normal_password("caf\xc3\xa9"), "caf\xc3\xa9");
    EXPECT_EQ(normal_password("\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab"),
              "\xed\x95\x9c");  // 한 from its three jamo
    EXPECT_EQ(normal_password(""), "");
    EXPECT_EQ(normal_password("geen\xfftekst"), "geen\xfftekst");
}

TEST(PasswordRules, refuses_what_guessers_try_first) {
    for (const char* guess : {"password1234",
                              "Password1234!",
                              "P@ssw0rd2024",
                              "wachtwoord12",
                              "welkomwelkom",
                              "Welkom2024!!!",
                              "Zomer2024!!!",
                              "qwertyuiop12",
                              "qwertyqwerty",
                              "1q2w3e4r5t6y",
                              "123456789012",
                              "111111111111",
                              "abababababab",
                              "iloveyou2024",
                              "letmein12345",
                              "feyenoord010",
                              "admin-admin-admin",
                              "AjaxAmsterdam1",
                              "passwordpasswordpassword",
                              "zaq12wsxcde3",
                              "abcdefghijklm1",
                              "correcthorsebatterystaple"}) {
        EXPECT_EQ(problem_with(guess), "people.password.guessable") << guess;
    }
}

TEST(PasswordRules, refuses_own_names_and_the_sites) {
    for (const char* guess : {"kringkring12", "AnnaKring2026", "linderdam2026", "anna.dewit.1",
                              "inkoper-kring-1", "gemeentelinderdam"}) {
        EXPECT_EQ(problem_with(guess), "people.password.guessable") << guess;
    }
}

TEST(PasswordRules, lets_a_sentence_of_ordinary_words_be) {
    for (const char* sentence : {"een stille fiets in de regen", "zomer winter herfst lente",
                                 "paard batterij nietje", "x7Kq-29fmZ-pl3", "mijn buurman bakt brood"}) {
        EXPECT_EQ(problem_with(sentence), "") << sentence;
    }
}

TEST(PasswordRules, looks_at_the_longest_allowed_in_no_time) {
    // Every beginning is a word and every end is not: the worst for a search that goes back.
    EXPECT_FALSE(is_guessable(repeated("wachtwoordwachtwoorp", 6) + "qwqwqw", {}));
}

TEST(PasswordRules, knows_hundreds_of_words_longest_first) {
    const auto& words = common_words();
    EXPECT_GT(words.size(), 600U);
    EXPECT_EQ(words.front(), "correcthorsebatterystaple");
    for (std::size_t i = 1; i < words.size(); ++i) EXPECT_GE(words[i - 1].size(), words[i].size());
}

}  // namespace
}  // namespace kring::people
