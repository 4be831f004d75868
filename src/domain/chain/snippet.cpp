// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/snippet.hpp"

#include <algorithm>
#include <tuple>

#include "platform/base/text.hpp"

namespace kring::chain {
namespace {

constexpr std::size_t words_read_max = 3000;
constexpr std::size_t hits_max = 64;
constexpr std::size_t lead_bytes = 40;
constexpr std::size_t snippet_bytes = 160;
constexpr std::size_t long_word_bytes = 80;
constexpr std::size_t compound_letters_min = 7;

struct Mark {
    std::size_t word = 0;  // index among the words of the text
    std::size_t term = 0;
};

// Stemming is slow beside this: a key shares its first letters with the word, or with the beginning of
// one of its parts; of a short key one letter less, since "koop" has the key "kop".
bool may_have_key(std::string_view word, std::string_view key, std::string_view language) {
    const bool is_english = key.front() == '+';
    if (is_english != (language == "en")) return false;
    if (is_english) key.remove_prefix(1);
    const auto at = word.find(key.substr(0, std::clamp<std::size_t>(key.size(), 3, 4) - 1));
    return at == 0 || (at != std::string_view::npos && !is_english && word.size() >= compound_letters_min);
}

bool has_key(std::string_view word, const std::vector<std::string>& keys, std::string_view language) {
    const bool is_likely = std::any_of(
        keys.begin(), keys.end(), [&](const std::string& key) { return may_have_key(word, key, language); });
    if (!is_likely) return false;
    const auto own = keys_of(word, language);
    return std::find_first_of(own.begin(), own.end(), keys.begin(), keys.end()) != own.end();
}

// How many words from `at` on the term covers; 0 when it is not found there.
std::size_t found_at(const std::vector<Word>& words, std::size_t at, const Term& term,
                     std::string_view language) {
    const auto& asked = term.words;
    if (term.is_quoted) {
        if (words.size() - at < asked.size()) return 0;
        const auto is_same = [](const std::string& text, const Word& word) { return text == word.text; };
        const auto here = words.begin() + static_cast<std::ptrdiff_t>(at);
        return std::equal(asked.begin(), asked.end(), here, is_same) ? asked.size() : 0;
    }
    const auto& word = words[at].text;
    const bool is_found = term.is_prefix ? word.starts_with(asked.front()) : word == asked.front();
    return is_found || has_key(word, term.keys.front(), language) ? 1 : 0;
}

std::vector<Mark> marks_in(const std::vector<Word>& words, const std::vector<Term>& terms,
                           std::string_view language) {
    std::vector<Mark> marks;
    for (std::size_t at = 0; at < words.size() && marks.size() < hits_max; ++at) {
        for (std::size_t term = 0; term < terms.size(); ++term) {
            const auto count = terms[term].is_excluded ? 0 : found_at(words, at, terms[term], language);
            for (std::size_t i = 0; i < count; ++i) marks.push_back({at + i, term});
        }
    }
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) {
        return std::tie(a.word, a.term) < std::tie(b.word, b.term);
    });
    return marks;
}

// The mark to begin at: behind it stand the most different terms within reach; the first of equals.
std::size_t best_mark(const std::vector<Word>& words, const std::vector<Mark>& marks) {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const auto reach = words[marks[i].word].begin + snippet_bytes - lead_bytes;
        std::vector<std::size_t> seen;
        for (auto j = i; j < marks.size() && words[marks[j].word].end <= reach; ++j) {
            if (std::find(seen.begin(), seen.end(), marks[j].term) == seen.end())
                seen.push_back(marks[j].term);
        }
        if (seen.size() > most) {
            best = i;
            most = seen.size();
        }
    }
    return best;
}

// Adds text on one line: runs of spaces and controls become one space, a word without end is cut.
void add_plain(std::string& line, std::string_view text) {
    std::size_t run = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto size = std::max<std::size_t>(sequence_length(text.substr(at)), 1);
        const bool is_space = static_cast<unsigned char>(text[at]) <= ' ';
        run = is_space ? 0 : run + size;
        if (is_space && !line.empty() && line.back() != ' ') line += ' ';
        if (!is_space && run <= long_word_bytes) line.append(text.substr(at, size));
        at += size;
    }
}

}  // namespace

std::string snippet_of(std::string_view text, std::string_view language, const std::vector<Term>& terms) {
    const auto words = words_in(text, words_read_max);
    if (words.empty()) return {};
    const auto marks = marks_in(words, terms, language);

    std::size_t first = marks.empty() ? 0 : marks[best_mark(words, marks)].word;
    const auto earliest = words[first].begin > lead_bytes ? words[first].begin - lead_bytes : 0;
    while (first > 0 && words[first - 1].begin >= earliest) --first;
    auto last = first;
    while (last + 1 < words.size() && words[last + 1].end <= words[first].begin + snippet_bytes) ++last;

    std::string line;
    std::size_t at = first == 0 ? 0 : words[first].begin;
    if (first > 0) line += "…";
    for (const auto& mark : marks) {
        const auto& word = words[mark.word];
        if (mark.word < first || mark.word > last || word.begin < at) continue;
        add_plain(line, text.substr(at, word.begin - at));
        line += '\x01';
        add_plain(line, text.substr(word.begin, word.end - word.begin));
        line += '\x02';
        at = word.end;
    }
    const bool is_whole = last + 1 == words.size() && words.size() < words_read_max;
    add_plain(line, text.substr(at, (is_whole ? text.size() : words[last].end) - at));
    if (!is_whole) return line + "…";
    while (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
}

}  // namespace kring::chain
