// SPDX-License-Identifier: EUPL-1.2
// What a record is found by, and what a query asks for, in the same keys; so that a database has
// only whole keys to compare and both databases find the same. A key is the Dutch stem of a word,
// or "+" and the English stem in an English text; numbers and other scripts are their own key.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/chain/words.hpp"

namespace kring::chain {

/// A word that can be begun or mistyped, and the key that its records are found by.
struct Spelling {
    std::string word;
    std::string key;
    auto operator<=>(const Spelling&) const = default;
};

/// What is kept of a record to be found by. Lists of keys or words begin and end with a space.
struct Prepared {
    std::string keys;                 ///< of all words but stop words, parts of compounds as well; each once
    std::string title_keys;           ///< those of the title
    std::string main_keys;            ///< those of words that stand in the body three times or more
    std::string folded;               ///< all words in order, " . " between title and body: for phrases
    std::vector<Spelling> spellings;  ///< words of four letters or more, parts as well
};

Prepared prepared(std::string_view title, std::string_view body, std::string_view language);

/// The keys that a word of a text in this language is found by; none for a stop word.
std::vector<std::string> keys_of(std::string_view word, std::string_view language);

/// One thing a query asks for.
struct Term {
    std::vector<std::string> words;              ///< one, or more between quotes
    std::vector<std::vector<std::string>> keys;  ///< for each word but stop words: any of these will do
    std::vector<std::string> longer_keys;        ///< of words that begin with it: will do after whole words
    bool is_quoted = false;                      ///< exactly these words, in this order
    bool is_prefix = false;                      ///< one word that may be the beginning of a longer one
    bool is_excluded = false;                    ///< must not be there
    std::size_t begin = 0;                       ///< bytes in the text typed
    std::size_t end = 0;
};

inline constexpr std::size_t query_length_max = 200;

/// Reads a query: "quotes" hold a phrase, a minus in front excludes, stop words fall away. Any text
/// will do. Nothing when no word of more than two letters is asked for.
std::vector<Term> read_terms(std::string_view typed);

/// The words of a running text, up to a few hundred, that say something about it.
std::vector<Term> terms_of(std::string_view text);

}  // namespace kring::chain
