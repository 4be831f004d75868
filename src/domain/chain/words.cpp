// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/words.hpp"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <unordered_set>
#include <utility>

#include "platform/base/latin.hpp"
#include "platform/base/text.hpp"

namespace kring::chain {
namespace {

enum class Role { breaks, joins, letter };

struct Letter {
    Role role = Role::breaks;
    std::array<char, 4> text{};
    std::size_t size = 0;

    std::string_view spelling() const { return {text.data(), size}; }
};

Letter spelled(std::string_view text) {
    Letter letter{Role::letter, {}, text.size()};
    std::copy(text.begin(), text.end(), letter.text.begin());
    return letter;
}

Letter digit(std::uint32_t value) {
    const char text = static_cast<char>('0' + value);
    return spelled(std::string_view(&text, 1));
}

std::uint32_t lowered(std::uint32_t point) {
    if (point >= 0x391 && point <= 0x3A9) return point + 0x20;  // Greek
    if (point >= 0x410 && point <= 0x42F) return point + 0x20;  // Cyrillic
    if (point >= 0x400 && point <= 0x40F) return point + 0x50;
    return point;
}

bool is_other_letter(std::uint32_t point) {
    constexpr std::array<std::pair<std::uint32_t, std::uint32_t>, 6> ranges = {{{0x180, 0x2AF},
                                                                                {0x370, 0x1FFF},
                                                                                {0x2C00, 0x2DFF},
                                                                                {0x3041, 0xD7FF},
                                                                                {0xF900, 0xFDFF},
                                                                                {0x20000, 0x3FFFF}}};
    return std::any_of(ranges.begin(), ranges.end(),
                       [&](const auto& range) { return point >= range.first && point <= range.second; });
}

// What the well-formed sequence that `text` holds means to a word.
Letter beyond_ascii(std::string_view text) {
    const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(text[at]); };
    std::uint32_t point = byte(0) & (0xFFu >> (text.size() + 1));
    for (std::size_t at = 1; at < text.size(); ++at) point = (point << 6) | (byte(at) & 0x3Fu);

    if (point >= 0xC0 && point <= 0x17F) {
        const auto folded = plain_latin(point);
        return folded.empty() ? Letter{} : spelled(folded);
    }
    if (point >= 0x300 && point <= 0x36F) return {Role::joins, {}, 0};  // accents that stand alone
    if (point == 0xAD || point == 0x2019 || (point >= 0x200B && point <= 0x200D)) return {Role::joins, {}, 0};
    if (point == 0xB2 || point == 0xB3) return digit(point - 0xB0);
    if (point == 0xB9) return digit(1);
    if (point >= 0x2080 && point <= 0x2089) return digit(point - 0x2080);  // the 2 of CO₂
    if (!is_other_letter(point)) return {};

    const auto lower = lowered(point);
    if (lower == point) return spelled(text);
    const std::array<char, 2> two = {static_cast<char>(0xC0 | (lower >> 6)),
                                     static_cast<char>(0x80 | (lower & 0x3F))};
    return spelled(std::string_view(two.data(), two.size()));
}

// The letter or digit in lower case, or NUL when it is neither.
char small_alphanumeric(char c) {
    if (c >= 'A' && c <= 'Z') return static_cast<char>(c | 0x20);
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : '\0';
}

// Another character of ASCII, or a byte that is no text.
Letter in_ascii(char c) { return {c == '\'' ? Role::joins : Role::breaks, {}, 0}; }

bool is_plain(std::string_view word) {
    return std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

struct FreeStemmer {
    void operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }
};
using Stemmer = std::unique_ptr<sb_stemmer, FreeStemmer>;

Stemmer new_stemmer(const char* language) {
    Stemmer stemmer(sb_stemmer_new(language, "UTF_8"));
    if (!stemmer) throw std::runtime_error(std::string("libstemmer knows no ") + language);
    return stemmer;
}

// Plurals from Latin and Greek that no suffix rule reaches, all common in procurement.
std::string_view irregular(std::string_view word) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 8> table = {
        {{"criteria", "criterium"},
         {"criterion", "criterium"},
         {"centra", "centrum"},
         {"media", "medium"},
         {"musea", "museum"},
         {"koopt", "koop"},
         {"inkoopt", "inkoop"},
         {"indices", "index"}}};
    for (const auto& [from, to] : table) {
        if (word == from) return to;
    }
    return word;
}

std::string joined_dutch(std::string stemmed) {
    if (stemmed.size() < 3) return stemmed;
    char& last = stemmed.back();
    if (last == 'z') last = 's';
    if (last == 'v') last = 'f';
    const bool is_doubled =
        last == stemmed[stemmed.size() - 2] && std::string_view("aeiou").find(last) == std::string_view::npos;
    if (is_doubled) stemmed.pop_back();
    return stemmed;
}

// A bit for each letter that occurs; some share one.
std::uint64_t letters_of(std::string_view word) {
    std::uint64_t letters = 0;
    for (const char c : word) letters |= std::uint64_t{1} << (static_cast<unsigned char>(c) % 64);
    return letters;
}

}  // namespace

std::vector<Word> words_in(std::string_view text, std::size_t most) {
    std::vector<Word> found;
    found.reserve(std::min(most, text.size() / 6 + 1));
    Word word;
    const auto add = [&](std::size_t at, std::size_t size, std::string_view spelling) {
        if (word.text.empty()) word.begin = at;
        if (word.text.size() + spelling.size() <= word_bytes_max) word.text += spelling;
        word.end = at + size;
    };
    const auto finish = [&] {
        if (!word.text.empty()) found.push_back(std::move(word));
        word = Word{};
    };
    for (std::size_t at = 0; at < text.size() && found.size() < most;) {
        if (const char small = small_alphanumeric(text[at]); small != '\0') {
            add(at, 1, std::string_view(&small, 1));
            ++at;
            continue;
        }
        const auto size = sequence_length(text.substr(at));
        const Letter letter = size > 1 ? beyond_ascii(text.substr(at, size)) : in_ascii(text[at]);
        if (letter.role == Role::letter) add(at, size, letter.spelling());
        if (letter.role == Role::breaks) finish();
        at += std::max<std::size_t>(size, 1);
    }
    if (found.size() < most) finish();
    return found;
}

bool is_stop_word(std::string_view word) {
    static const std::unordered_set<std::string_view> stop_words = {
        "aan",   "al",     "alle",    "als",    "altijd",  "ander",  "andere", "ben",    "bent",   "bij",
        "daar",  "dan",    "dat",     "de",     "der",     "deze",   "die",    "dit",    "doe",    "doen",
        "doet",  "door",   "dus",     "een",    "eens",    "elk",    "elke",   "en",     "er",     "geen",
        "haar",  "had",    "hadden",  "heb",    "hebben",  "hebt",   "heeft",  "hem",    "het",    "hier",
        "hij",   "hoe",    "hun",     "ik",     "in",      "is",     "ja",     "je",     "jij",    "jou",
        "jouw",  "jullie", "kan",     "kon",    "kun",     "kunnen", "kunt",   "maar",   "me",     "meer",
        "men",   "met",    "mij",     "mijn",   "moet",    "moeten", "mogen",  "naar",   "nee",    "niet",
        "niets", "nog",    "nu",      "of",     "om",      "omdat",  "ons",    "onze",   "ook",    "op",
        "over",  "te",     "tegen",   "toch",   "toen",    "tot",    "u",      "uit",    "uw",     "van",
        "veel",  "voor",   "waar",    "waarom", "wanneer", "waren",  "was",    "wat",    "we",     "wel",
        "welk",  "welke",  "werd",    "wie",    "wij",     "wil",    "willen", "word",   "worden", "wordt",
        "ze",    "zelf",   "zich",    "zij",    "zijn",    "zo",     "zou",    "zouden", "zulke",  "a",
        "about", "after",  "all",     "also",   "am",      "an",     "and",    "any",    "are",    "as",
        "at",    "be",     "because", "been",   "but",     "by",     "can",    "could",  "did",    "do",
        "does",  "for",    "from",    "has",    "have",    "he",     "her",    "his",    "how",    "i",
        "if",    "into",   "it",      "its",    "may",     "more",   "must",   "my",     "no",     "not",
        "on",    "only",   "or",      "our",    "out",     "shall",  "she",    "should", "so",     "some",
        "such",  "than",   "that",    "the",    "their",   "them",   "then",   "there",  "these",  "they",
        "this",  "those",  "to",      "us",     "very",    "were",   "what",   "when",   "where",  "which",
        "who",   "why",    "will",    "with",   "would",   "you",    "your"};
    return stop_words.contains(word);
}

std::string stem(std::string_view word, std::string_view language) {
    if (word.size() < 3 || !is_plain(word)) return std::string(word);
    // A Snowball stemmer keeps its work inside itself, so every thread has its own.
    thread_local const Stemmer dutch = new_stemmer("dutch");
    thread_local const Stemmer english = new_stemmer("english");
    const bool is_english = language == "en";
    const auto regular = irregular(word);
    auto* stemmer = is_english ? english.get() : dutch.get();
    const auto* stemmed = sb_stemmer_stem(stemmer, reinterpret_cast<const sb_symbol*>(regular.data()),
                                          static_cast<int>(regular.size()));
    if (!stemmed) throw std::bad_alloc();
    std::string text(reinterpret_cast<const char*>(stemmed),
                     static_cast<std::size_t>(sb_stemmer_length(stemmer)));
    return is_english ? text : joined_dutch(std::move(text));
}

int typing_distance(std::string_view left, std::string_view right, int most) {
    const auto gap = left.size() > right.size() ? left.size() - right.size() : right.size() - left.size();
    if (gap > static_cast<std::size_t>(most) || right.size() > word_bytes_max) return most + 1;
    // An error changes which letters occur by two at most. This spares nearly all the work below.
    if (std::popcount(letters_of(left) ^ letters_of(right)) > 2 * most) return most + 1;

    using Line = std::array<int, word_bytes_max + 1>;
    Line before_last{}, last{}, line{};
    for (std::size_t j = 0; j <= right.size(); ++j) last[j] = static_cast<int>(j);
    for (std::size_t i = 1; i <= left.size(); ++i) {
        line[0] = static_cast<int>(i);
        int best = line[0];
        for (std::size_t j = 1; j <= right.size(); ++j) {
            const bool is_same = left[i - 1] == right[j - 1];
            line[j] = std::min({last[j] + 1, line[j - 1] + 1, last[j - 1] + (is_same ? 0 : 1)});
            const bool is_swapped =
                i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1];
            if (is_swapped) line[j] = std::min(line[j], before_last[j - 2] + 1);
            best = std::min(best, line[j]);
        }
        // A swap reaches back two lines, so the line before must be hopeless as well.
        if (best > most &&
            *std::min_element(last.begin(), last.begin() + static_cast<long>(right.size()) + 1) > most) {
            return most + 1;
        }
        before_last = std::exchange(last, line);
    }
    return std::min(last[right.size()], most + 1);
}

}  // namespace kring::chain
