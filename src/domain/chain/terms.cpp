// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/terms.hpp"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "domain/chain/compounds.hpp"
#include "platform/base/text.hpp"

namespace kring::chain {
namespace {

constexpr std::size_t indexed_words_max = 15000;
constexpr int main_occurrences_min = 3;
constexpr std::size_t asked_letters_min = 3;
constexpr std::size_t prefix_letters_min = 4;
constexpr std::size_t last_prefix_letters_min = 3;
constexpr std::size_t spelling_letters_min = 4;
constexpr std::size_t spelling_letters_max = 40;
constexpr std::size_t running_words_max = 300;

bool is_small_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_stem(std::string_view word) {
    return word.size() > 2 && std::all_of(word.begin(), word.end(), is_small_letter);
}

// Letters and digits of ASCII, among them a letter: what the vocabulary holds.
bool can_be_begun(std::string_view word) {
    return std::any_of(word.begin(), word.end(), is_small_letter) &&
           std::all_of(word.begin(), word.end(), [](char c) { return is_small_letter(c) || is_digit(c); });
}

bool is_spelling(std::string_view word) {
    return word.size() >= spelling_letters_min && word.size() <= spelling_letters_max && can_be_begun(word);
}

std::string key_of(std::string_view word, std::string_view language) {
    if (!has_stem(word)) return std::string(word);
    return language == "en" ? "+" + stem(word, "en") : stem(word, "nl");
}

// A word, its key and those of its parts, each with the part.
std::vector<Spelling> spelled(std::string_view word, std::string_view language) {
    std::vector<Spelling> found = {{std::string(word), key_of(word, language)}};
    if (language == "en" || !has_stem(word)) return found;
    for (auto& part : parts_of(word, found.front().key)) {
        if (is_stop_word(part)) continue;
        auto key = key_of(part, language);
        found.push_back({std::move(part), std::move(key)});
    }
    return found;
}

// Gathers what a record is found by, word by word; each different word is looked into once.
class Preparation {
public:
    explicit Preparation(std::string_view language) : language_(language) {
        prepared_.keys = " ";
        prepared_.folded = " ";
    }

    void read_title(std::string_view text) {
        read(text, [&](const Seen& seen) {
            for (const auto& key : seen.keys) add_once(prepared_.title_keys, key);
        });
        prepared_.folded += ". ";
    }

    void read_body(std::string_view text) {
        read(text, [&](Seen& seen) {
            if (++seen.times == main_occurrences_min) add_once(prepared_.main_keys, seen.keys.front());
        });
    }

    Prepared finish() { return std::move(prepared_); }

private:
    struct Seen {
        std::vector<std::string> keys;  // none for a stop word
        int times = 0;
    };

    template <class Each>
    void read(std::string_view text, Each each) {
        for (const auto& word : words_in(text, indexed_words_max)) {
            prepared_.folded += word.text;
            prepared_.folded += ' ';
            auto [at, is_new] = seen_.try_emplace(word.text);
            if (is_new) look_into(word.text, at->second);
            if (!at->second.keys.empty()) each(at->second);
        }
    }

    void look_into(const std::string& word, Seen& seen) {
        if (is_stop_word(word)) return;
        for (auto& [text, key] : spelled(word, language_)) {
            (prepared_.keys += key) += ' ';
            seen.keys.push_back(key);
            if (is_spelling(text)) prepared_.spellings.push_back({std::move(text), std::move(key)});
        }
    }

    static void add_once(std::string& list, const std::string& key) {
        if (list.empty()) list = " ";
        if (list.find(" " + key + " ") == std::string::npos) list += key + " ";
    }

    std::string_view language_;
    std::unordered_map<std::string, Seen> seen_;
    Prepared prepared_;
};

// The text up to its first `most` code points.
std::string_view beginning(std::string_view text, std::size_t most) {
    std::size_t at = 0;
    for (; most > 0 && at < text.size(); --most)
        at += std::max<std::size_t>(sequence_length(text.substr(at)), 1);
    return text.substr(0, at);
}

bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

// A piece of what was typed: words between quotes, or without spaces.
struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool is_quoted = false;
    bool is_excluded = false;
};

std::vector<Piece> pieces_of(std::string_view typed) {
    std::vector<Piece> pieces;
    for (std::size_t at = 0; at < typed.size();) {
        if (is_space(typed[at])) {
            ++at;
            continue;
        }
        Piece piece;
        piece.is_excluded = typed[at] == '-';
        if (piece.is_excluded) ++at;
        piece.is_quoted = at < typed.size() && typed[at] == '"';
        if (piece.is_quoted) ++at;
        piece.begin = at;
        const auto is_end = [&](char c) { return c == '"' || (!piece.is_quoted && is_space(c)); };
        while (at < typed.size() && !is_end(typed[at])) ++at;
        piece.end = at;
        pieces.push_back(piece);
        // A closing quote belongs to its phrase; one that follows a word opens the next.
        if (piece.is_quoted && at < typed.size()) ++at;
    }
    return pieces;
}

void add_word(Term& term, std::string word) {
    if (!is_stop_word(word)) {
        auto& keys = term.keys.emplace_back(std::vector{key_of(word, "nl")});
        if (auto english = key_of(word, "en"); english != keys.front()) keys.push_back(std::move(english));
    }
    term.words.push_back(std::move(word));
}

void read_piece(std::string_view typed, const Piece& piece, std::vector<Term>& terms) {
    Term term;
    term.is_quoted = piece.is_quoted;
    term.is_excluded = piece.is_excluded;
    const auto finish = [&] {
        const bool says_something = !term.keys.empty() || term.words.size() > 1;
        if (says_something) terms.push_back(term);
        term.words.clear();
        term.keys.clear();
    };
    for (auto& word : words_in(typed.substr(piece.begin, piece.end - piece.begin), query_length_max)) {
        if (term.words.empty()) term.begin = piece.begin + word.begin;
        term.end = piece.begin + word.end;
        add_word(term, std::move(word.text));
        if (!term.is_quoted) finish();
    }
    finish();
}

bool asks_enough(const Term& term) {
    if (term.is_excluded || term.keys.empty()) return false;
    return std::any_of(term.words.begin(), term.words.end(), [](const std::string& word) {
        return !is_stop_word(word) && length(word) >= asked_letters_min;
    });
}

void allow_prefix(Term& term, std::size_t letters_min) {
    if (term.is_quoted || term.is_excluded) return;
    const auto& word = term.words.front();
    if (word.size() >= letters_min && can_be_begun(word)) term.is_prefix = true;
}

}  // namespace

Prepared prepared(std::string_view title, std::string_view body, std::string_view language) {
    Preparation preparation(language);
    preparation.read_title(title);
    preparation.read_body(body);
    return preparation.finish();
}

std::vector<std::string> keys_of(std::string_view word, std::string_view language) {
    std::vector<std::string> keys;
    if (is_stop_word(word)) return keys;
    for (auto& spelling : spelled(word, language)) keys.push_back(std::move(spelling.key));
    return keys;
}

std::vector<Term> read_terms(std::string_view typed) {
    typed = beginning(typed, query_length_max);
    std::vector<Term> terms;
    for (const auto& piece : pieces_of(typed)) read_piece(typed, piece, terms);
    if (std::none_of(terms.begin(), terms.end(), asks_enough)) return {};
    for (auto& term : terms) allow_prefix(term, prefix_letters_min);
    // The last word may still be half typed, so it needs fewer letters.
    allow_prefix(terms.back(), last_prefix_letters_min);
    return terms;
}

std::vector<Term> terms_of(std::string_view text) {
    std::vector<Term> terms;
    for (auto& word : words_in(text, running_words_max)) {
        if (!has_stem(word.text) || is_stop_word(word.text)) continue;
        add_word(terms.emplace_back(), std::move(word.text));
    }
    return terms;
}

}  // namespace kring::chain
