// SPDX-License-Identifier: EUPL-1.2
#include "domain/people/password.hpp"

#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

#include "platform/base/text.hpp"

namespace kring::people {

namespace {

constexpr std::size_t own_word_length_min = 2;
constexpr std::size_t run_length_min = 4;
constexpr int words_max = 2;

constexpr std::array<std::string_view, 8> rows = {"abcdefghijklmnopqrstuvwxyz",
                                                  "zyxwvutsrqponmlkjihgfedcba",
                                                  "qwertyuiop",
                                                  "poiuytrewq",
                                                  "asdfghjkl",
                                                  "lkjhgfdsa",
                                                  "zxcvbnm",
                                                  "mnbvcxz"};

std::u16string utf16(std::string_view text) {
    std::u16string wide(text.size(), u'\0');
    UErrorCode failure = U_ZERO_ERROR;
    std::int32_t size = 0;
    u_strFromUTF8(wide.data(), static_cast<std::int32_t>(wide.size()), &size, text.data(),
                  static_cast<std::int32_t>(text.size()), &failure);
    wide.resize(static_cast<std::size_t>(size));
    return wide;
}

std::string utf8(const std::u16string& wide) {
    std::string text(wide.size() * 3, '\0');
    UErrorCode failure = U_ZERO_ERROR;
    std::int32_t size = 0;
    u_strToUTF8(text.data(), static_cast<std::int32_t>(text.size()), &size, wide.data(),
                static_cast<std::int32_t>(wide.size()), &failure);
    text.resize(static_cast<std::size_t>(size));
    return text;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

/// The letter that a digit or mark is often written for; 0 when none.
char written_for(char c) {
    switch (c) {
        case '0':
            return 'o';
        case '1':
            return 'i';
        case '3':
            return 'e';
        case '4':
            return 'a';
        case '5':
            return 's';
        case '7':
            return 't';
        case '@':
            return 'a';
        case '$':
            return 's';
        case '!':
            return 'i';
        default:
            return '\0';
    }
}

bool stands_at(std::string_view text, std::size_t at, std::string_view word) {
    if (word.empty() || word.size() > text.size() - at) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (text[at + i] != word[i] && written_for(text[at + i]) != word[i]) return false;
    }
    return true;
}

/// The shortest beginning that the text is a repetition of.
std::string_view unit_of(std::string_view text) {
    for (std::size_t size = 1; size <= text.size() / 2; ++size) {
        if (text.size() % size == 0 && text.substr(size) == text.substr(0, text.size() - size)) {
            return text.substr(0, size);
        }
    }
    return text;
}

/// The length of the run of neighbours in the alphabet or on a keyboard that stands there, 0 when too short.
std::size_t run_at(std::string_view text, std::size_t at) {
    std::size_t longest = 0;
    for (const std::string_view row : rows) {
        const std::size_t from = row.find(text[at]);
        if (from == std::string_view::npos) continue;
        std::size_t size = 1;
        while (at + size < text.size() && from + size < row.size() && text[at + size] == row[from + size])
            ++size;
        longest = std::max(longest, size);
    }
    return longest < run_length_min ? 0 : longest;
}

/// The least number of well-known words that, with own words, cover every letter; words_max + 1 when no
/// such few do.
int words_to_cover(std::string_view text, const std::vector<std::string>& own) {
    constexpr int too_many = words_max + 1;
    std::vector<int> least(text.size() + 1, too_many);
    least[0] = 0;
    const auto reach = [&](std::size_t from, std::size_t size, int cost) {
        least[from + size] = std::min(least[from + size], least[from] + cost);
    };
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (least[at] >= too_many) continue;
        if (!is_letter(text[at])) reach(at, 1, 0);
        reach(at, run_at(text, at), 1);
        for (const std::string_view word : common_words())
            reach(at, stands_at(text, at, word) ? word.size() : 0, 1);
        for (const std::string& word : own) reach(at, stands_at(text, at, word) ? word.size() : 0, 0);
    }
    return std::min(least[text.size()], too_many);
}

std::string letters_of(std::string_view text) {
    std::string letters;
    for (const char c : text) {
        if (is_letter(c)) letters += c;
    }
    return letters;
}

void add_words(std::vector<std::string>& words, std::string_view text) {
    std::string word;
    for (const char c : ascii_lower(text) + " ") {
        if (is_letter(c)) {
            word += c;
            continue;
        }
        if (word.size() >= own_word_length_min) words.push_back(word);
        word.clear();
    }
}

}  // namespace

std::string normal_password(std::string_view typed) {
    if (!is_clean_text(typed)) return std::string(typed);
    UErrorCode failure = U_ZERO_ERROR;
    const UNormalizer2* form_c = unorm2_getNFCInstance(&failure);
    if (U_FAILURE(failure)) throw std::runtime_error("ICU has no normalisation data");
    const std::u16string wide = utf16(typed);
    std::u16string normal(wide.size() * 3 + 1, u'\0');
    const std::int32_t size =
        unorm2_normalize(form_c, wide.data(), static_cast<std::int32_t>(wide.size()), normal.data(),
                         static_cast<std::int32_t>(normal.size()), &failure);
    if (U_FAILURE(failure)) throw std::runtime_error("ICU cannot normalise a password");
    normal.resize(static_cast<std::size_t>(size));
    return utf8(normal);
}

std::vector<std::string> own_words(const Person& person, std::string_view site_name) {
    std::vector<std::string> words;
    for (const std::string_view text :
         {std::string_view(person.email), std::string_view(person.name),
          std::string_view(person.organisation_name), std::string_view(person.job), site_name}) {
        add_words(words, text);
    }
    return words;
}

bool is_guessable(std::string_view password, const std::vector<std::string>& own) {
    const std::string lower = ascii_lower(password);
    const std::set<char> different(lower.begin(), lower.end());
    if (different.size() < 5) return true;
    const std::string letters =
        letters_of(lower);  // "admin-admin-admin" repeats itself only without its marks
    return words_to_cover(unit_of(lower), own) <= words_max ||
           words_to_cover(unit_of(letters), own) <= words_max;
}

Problems password_problems(std::string_view password, const std::vector<std::string>& own,
                           std::string_view field) {
    const std::string name(field);
    if (!is_clean_text(password)) return {{Trouble::invalid, "people.password.not_text", name, {}}};
    const std::size_t size = length(password);
    if (size < password_length_min) {
        return {{Trouble::invalid,
                 "people.password.too_short",
                 name,
                 {{"least", std::to_string(password_length_min)}}}};
    }
    if (size > password_length_max) {
        return {{Trouble::invalid,
                 "people.password.too_long",
                 name,
                 {{"most", std::to_string(password_length_max)}}}};
    }
    if (is_guessable(password, own)) return {{Trouble::invalid, "people.password.guessable", name, {}}};
    return {};
}

}  // namespace kring::people
