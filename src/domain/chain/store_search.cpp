// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/store_search.hpp"

#include <algorithm>

namespace kring::chain {
namespace {

// Keys hold no quotes (words_in keeps letters and digits), so quoting them is enough.
std::string any_of(const std::vector<std::string>& keys, const Notation& notation) {
    std::string text;
    for (const auto& key : keys) {
        if (!text.empty()) text += notation.any;
        (text += notation.quote).append(key) += notation.quote;
    }
    return "(" + text + ")";
}

// All words of the term; of a phrase this finds more than the phrase, which is then looked for.
std::string one(const Term& term, const Notation& notation, bool is_wide) {
    std::string text;
    for (auto keys : term.keys) {
        if (is_wide) keys.insert(keys.end(), term.longer_keys.begin(), term.longer_keys.end());
        if (!text.empty()) text += notation.all;
        text += any_of(keys, notation);
    }
    return text;
}

std::string all_of(const std::vector<Term>& terms, const Notation& notation, bool is_wide) {
    std::string text;
    for (const auto& term : terms) {
        if (term.is_excluded || term.keys.empty()) continue;
        if (!text.empty()) text += notation.all;
        text += one(term, notation, is_wide);
    }
    for (const auto& term : terms) {
        // A phrase is excluded by its own condition: its words may stand apart.
        if (!term.is_excluded || term.is_quoted) continue;
        text = "(" + text + ")";
        text.append(notation.except) += one(term, notation, false);
    }
    return "(" + text + ")";
}

}  // namespace

const SearchStore& store_for(const db::Connection& in) {
    return in.engine() == db::Engine::sqlite ? search_in_sqlite : search_in_postgres;
}

Spelling spelling_of(std::string_view entry) {
    const auto space = entry.find(' ');
    return {std::string(entry.substr(0, space)), std::string(entry.substr(space + 1))};
}

Wanted wanted(const std::vector<Term>& terms, const Notation& notation) {
    Wanted texts{all_of(terms, notation, false), ""};
    const bool is_wide =
        std::any_of(terms.begin(), terms.end(), [](const Term& term) { return !term.longer_keys.empty(); });
    if (is_wide) texts.wide = all_of(terms, notation, true);
    return texts;
}

}  // namespace kring::chain
