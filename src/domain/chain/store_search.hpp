// SPDX-License-Identifier: EUPL-1.2
// The part of search that differs by database: how keys are stored and matched. Everything else
// (words, stems, compounds, audience, filters, order, snippets) is shared. Private to this room.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/chain/terms.hpp"
#include "platform/db/db.hpp"

namespace kring::chain {

/// How an engine writes a search for keys.
struct Notation {
    char quote;
    std::string_view any;
    std::string_view all;
    std::string_view except;
};

/// A search for keys in an engine's notation, to be bound as text.
struct Wanted {
    std::string whole;  ///< whole words
    std::string wide;   ///< words that begin so as well; "" when there are none
};

struct SearchStore {
    Notation notation;
    void (*put)(db::Connection& in, std::string_view record, const Prepared& found_by);  ///< or replace
    void (*remove)(db::Connection& in, std::string_view record);

    /// A select of columns of `records r` and `search_documents d`, of what $1 matches under
    /// `condition`: the newest first, at most `most`.
    std::string (*matching)(std::string_view columns, std::string_view condition, int most);
};

extern const SearchStore search_in_sqlite;
extern const SearchStore search_in_postgres;

const SearchStore& store_for(const db::Connection& in);

/// Reads an entry of search_words, "word key".
Spelling spelling_of(std::string_view entry);

Wanted wanted(const std::vector<Term>& terms, const Notation& notation);

}  // namespace kring::chain
