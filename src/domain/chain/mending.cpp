// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/mending.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "domain/chain/search_condition.hpp"
#include "domain/chain/store_search.hpp"
#include "domain/chain/terms.hpp"

namespace kring::chain {
namespace {

constexpr std::size_t mended_letters_min = 4;
constexpr std::size_t two_errors_letters_min = 8;
constexpr int ending_letters_max = 2;
constexpr std::size_t words_mended_max = 3;
constexpr std::size_t candidates_max = 24;
constexpr int records_counted_max = 20;

bool may_be_mended(const Term& term) {
    return term.is_prefix && term.words.front().size() >= mended_letters_min;
}

// Records that hold one of these keys and these letters, counted up to a few.
std::int64_t readable_count(db::Connection& in, const Actor& actor, std::vector<std::string> keys,
                            std::string_view letters, Time when) {
    Term term;
    term.keys = {std::move(keys)};
    const auto& store = store_for(in);
    const auto texts = wanted({term}, store.notation);
    Condition condition(actor, when);
    condition.given(texts.whole);
    condition.keep_readable();
    if (!letters.empty()) condition.keep_letters(letters);
    return in.query(store.matching("r.id", condition.sql(), records_counted_max), condition.params(),
                    [](const db::Row&) {});
}

// A spelling near to what was typed: how many errors away, and which.
using Near = std::pair<int, Spelling>;

// A word with another ending is near as well: "lapotp" to "laptops", whose key is "laptop".
int errors_between(std::string_view typed, std::string_view spelling, std::string_view key, int most) {
    if (key.starts_with('+')) key.remove_prefix(1);
    const int errors = typing_distance(typed, spelling, most);
    return errors <= most ? errors : typing_distance(typed, key, most);
}

std::vector<Near> near_spellings(db::Connection& in, const std::string& word) {
    const int most = word.size() < two_errors_letters_min ? 1 : 2;
    const auto letters = static_cast<std::int64_t>(word.size());
    std::vector<Near> near;
    in.query("select entry from search_words where letters between $1 and $2",
             {letters - most, letters + most + ending_letters_max}, [&](const db::Row& row) {
                 const auto entry = row.view(0);
                 const auto space = entry.find(' ');
                 const int errors =
                     errors_between(word, entry.substr(0, space), entry.substr(space + 1), most);
                 if (errors > 0 && errors <= most) near.emplace_back(errors, spelling_of(entry));
             });
    std::sort(near.begin(), near.end());
    if (near.size() > candidates_max) near.resize(candidates_max);
    return near;
}

// The nearest spelling that finds something readable; of equals the one that most records hold.
std::string nearest_readable(db::Connection& in, const Actor& actor, const std::string& word, Time when) {
    std::string best;
    std::int64_t most = 0;
    int nearest = 0;
    for (const auto& [errors, spelling] : near_spellings(in, word)) {
        if (!best.empty() && errors > nearest) break;
        // The letters too: a readable record with another form of the word has the same key.
        const auto count = readable_count(in, actor, {spelling.key}, spelling.word, when);
        if (count <= most) continue;
        std::tie(best, most, nearest) = std::make_tuple(spelling.word, count, errors);
    }
    return best;
}

}  // namespace

std::string mended(db::Connection& in, const Actor& actor, std::string_view typed, Time when) {
    const auto terms = read_terms(typed);
    std::string text(typed);
    std::size_t tried = 0;
    bool is_changed = false;
    // From the end, so that places in front stay where they are.
    for (auto term = terms.rbegin(); term != terms.rend(); ++term) {
        if (!may_be_mended(*term) || readable_count(in, actor, term->keys.front(), "", when) > 0) continue;
        if (++tried > words_mended_max) return {};
        const auto spelling = nearest_readable(in, actor, term->words.front(), when);
        if (spelling.empty()) return {};
        text.replace(term->begin, term->end - term->begin, spelling);
        is_changed = true;
    }
    return is_changed ? text : std::string();
}

}  // namespace kring::chain
