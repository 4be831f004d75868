// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/store_search.hpp"

#include <bit>
#include <cstdint>

namespace kring::chain {
namespace {

std::string matching(std::string_view columns, std::string_view condition, int most) {
    // Cross joins keep SQLite from starting anywhere but at the keys.
    return "select " + std::string(columns) +
           " from search_index cross join search_documents d on d.number = search_index.rowid"
           " cross join records r on r.id = d.record_id where search_index match $1 and " +
           std::string(condition) + " order by search_index.rowid desc limit " + std::to_string(most);
}

std::string json_of(const std::vector<Spelling>& spellings) {
    std::string json = "[";
    for (const auto& [word, key] : spellings) {
        if (json.size() > 1) json += ',';
        (((json += '"') += word) += ' ') += key;
        json += '"';
    }
    return json + "]";
}

// Each time about a quarter has been added, the index is written anew as one segment, which makes
// searching faster. However large it grows, that adds the same small share to every record.
bool is_merge_due(std::int64_t number) {
    const auto step = std::bit_floor(static_cast<std::uint64_t>(number)) / 4;
    return step >= 32 && static_cast<std::uint64_t>(number) % step == 0;
}

void put(db::Connection& in, std::string_view record, const Prepared& found_by) {
    std::int64_t number = 0;
    in.query(
        "insert into search_documents (record_id, title_keys, main_keys) values ($1, $2, $3) "
        "on conflict (record_id) do update set title_keys = excluded.title_keys, main_keys = "
        "excluded.main_keys "
        "returning number",
        {record, found_by.title_keys, found_by.main_keys},
        [&](const db::Row& row) { number = row.integer(0); });
    in.execute("insert or replace into search_index (rowid, keys) values ($1, $2)", {number, found_by.keys});
    in.execute(
        "insert or ignore into search_words (entry, letters) "
        "select value, instr(value, ' ') - 1 from json_each($1)",
        {json_of(found_by.spellings)});
    if (is_merge_due(number)) in.execute("insert into search_index (search_index) values ('optimize')");
}

void remove(db::Connection& in, std::string_view record) {
    in.execute(
        "delete from search_index where rowid = (select number from search_documents where record_id = $1)",
        {record});
    in.execute("delete from search_documents where record_id = $1", {record});
}

}  // namespace

const SearchStore search_in_sqlite = {{'"', " OR ", " AND ", " NOT "}, put, remove, matching};

}  // namespace kring::chain
