// SPDX-License-Identifier: EUPL-1.2
// Words as search sees them, on both databases alike: split, without accents and capitals, and
// brought back to a Dutch or English stem (Snowball). Pure; the only place that knows libstemmer.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kring::chain {

inline constexpr std::size_t word_bytes_max = 64;

struct Word {
    std::string text;       ///< folded: a-z, 0-9, and letters of other scripts; at most word_bytes_max bytes
    std::size_t begin = 0;  ///< bytes in the source, for marking what was found
    std::size_t end = 0;
};

/// The words of clean UTF-8 text in order, at most `most`. An apostrophe or soft hyphen does not
/// break a word; a hyphen does.
std::vector<Word> words_in(std::string_view text, std::size_t most);

/// Dutch or English words that stand in nearly every text ("de", "with").
bool is_stop_word(std::string_view word);

/// The stem of a folded word; `language` "nl" or "en". Words with digits or other scripts stay as
/// they are. Dutch final z/s, v/f and doubled consonants are joined, which Snowball does not do.
std::string stem(std::string_view word, std::string_view language);

/// Damerau-Levenshtein distance (optimal string alignment), or `most` + 1 when it is larger.
int typing_distance(std::string_view left, std::string_view right, int most);

}  // namespace kring::chain
