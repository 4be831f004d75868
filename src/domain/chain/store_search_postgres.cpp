// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/store_search.hpp"

namespace kring::chain {
namespace {

std::string matching(std::string_view columns, std::string_view condition, int most) {
    return "select " + std::string(columns) +
           " from search_documents d join records r on r.id = d.record_id where d.keys @@ $1::tsquery and " +
           std::string(condition) + " order by r.created_at desc, r.id desc limit " + std::to_string(most);
}

void put(db::Connection& in, std::string_view record, const Prepared& found_by) {
    in.execute(
        "insert into search_documents (record_id, title_keys, main_keys, keys) "
        "values ($1, $2, $3, array_to_tsvector(array_remove(string_to_array($4::text, ' '), ''))) "
        "on conflict (record_id) do update set title_keys = excluded.title_keys, "
        "main_keys = excluded.main_keys, keys = excluded.keys",
        {record, found_by.title_keys, found_by.main_keys, found_by.keys});

    // In one order, so that no two transactions wait for each other.
    std::string entries;
    for (const auto& [word, key] : found_by.spellings)
        ((entries += entries.empty() ? "" : ",") += word) += " " + key;
    in.execute(
        "insert into search_words (entry, letters) select entry, strpos(entry, ' ') - 1 "
        "from unnest(string_to_array($1::text, ',')) as entry order by entry on conflict do nothing",
        {entries});
}

void remove(db::Connection& in, std::string_view record) {
    in.execute("delete from search_documents where record_id = $1", {record});
}

}  // namespace

const SearchStore search_in_postgres = {{'\'', " | ", " & ", " & !"}, put, remove, matching};

}  // namespace kring::chain
