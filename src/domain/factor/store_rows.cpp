// SPDX-License-Identifier: EUPL-1.2
// Rows of a version: by filter, by key, against the version before, through all versions.
#include <algorithm>

#include "domain/factor/built_in.hpp"
#include "domain/factor/store.hpp"
#include "platform/base/text.hpp"

namespace kring::factor {

namespace {

constexpr std::string_view row_columns =
    "v.row_key, v.line, r.device_class, r.maker, r.name, r.area, r.cells";
constexpr int row_column_count = 7;

Row read_row(const db::Row& row, int from = 0) {
    return {row.text(from),
            static_cast<int>(row.integer(from + 1)),
            row.text(from + 2),
            row.text(from + 3),
            row.text(from + 4),
            row.text(from + 5),
            read_cells(row.view(from + 6))};
}

// % and _ stand for themselves.
std::string pattern_of(std::string_view word) {
    std::string pattern = "%";
    for (const char c : word) {
        if (c == '%' || c == '_' || c == '\\') pattern += '\\';
        pattern += c;
    }
    return pattern + "%";
}

struct Condition {
    std::string sql;
    std::vector<db::Param> params;
    std::vector<std::string> held;  ///< patterns, which the parameters only look at
};

Condition condition_of(const Version& version, const Filter& filter) {
    Condition made;
    made.sql = " from factor_version_rows v join factor_rows r on r.id = v.row_id where v.version_id = $1";
    made.params.emplace_back(version.id);
    if (!filter.device_class.empty()) {
        made.params.emplace_back(filter.device_class);
        made.sql += " and r.device_class = $2";
    }
    std::string codes;
    for (const std::string& area : filter.areas) {
        made.params.emplace_back(area);
        codes += (codes.empty() ? "$" : ", $") + std::to_string(made.params.size());
    }
    if (!codes.empty()) made.sql += " and r.area in (" + codes + ")";
    const std::string lower = ascii_lower(filter.words);
    for (const std::string_view one : words(lower)) {
        if (made.held.size() == 10) break;
        made.held.push_back(pattern_of(one));
    }
    for (const std::string& pattern : made.held) {
        made.params.emplace_back(pattern);
        made.sql += " and r.searched like $" + std::to_string(made.params.size()) + " escape '\\'";
    }
    return made;
}

bool is_asked(const Row& row, const Filter& filter) {
    if (!filter.device_class.empty() && row.device_class != filter.device_class) return false;
    const auto& areas = filter.areas;
    if (!areas.empty() && std::find(areas.begin(), areas.end(), row.area) == areas.end()) return false;
    const std::string searched =
        ascii_lower(row.maker + " " + row.name + " " + row.area + " " + row.device_class);
    const std::string lower = ascii_lower(filter.words);
    for (const std::string_view one : words(lower)) {
        if (searched.find(one) == std::string::npos) return false;
    }
    return true;
}

std::vector<Row> built_in_rows(const BuiltIn& from, const Filter& filter) {
    std::vector<Row> found;
    int skipped = 0;
    for (const Row& row : from.rows) {
        if (!is_asked(row, filter) || skipped++ < filter.first) continue;
        if (static_cast<int>(found.size()) == filter.most) break;
        found.push_back(row);
    }
    return found;
}

}  // namespace

std::vector<Row> rows(db::Connection& in, const Version& version, const Filter& filter) {
    if (const BuiltIn* one = find_built_in(version.set, version.number)) return built_in_rows(*one, filter);
    Condition asked = condition_of(version, filter);
    asked.params.emplace_back(filter.most);
    asked.params.emplace_back(filter.first);
    const std::size_t count = asked.params.size();
    std::vector<Row> found;
    in.query("select " + std::string(row_columns) + asked.sql + " order by v.row_key limit $" +
                 std::to_string(count - 1) + " offset $" + std::to_string(count),
             asked.params, [&](const db::Row& row) { found.push_back(read_row(row)); });
    return found;
}

int count_rows(db::Connection& in, const Version& version, const Filter& filter) {
    if (const BuiltIn* one = find_built_in(version.set, version.number)) {
        Filter all = filter;
        all.first = 0;
        all.most = INT32_MAX;
        return static_cast<int>(built_in_rows(*one, all).size());
    }
    const Condition asked = condition_of(version, filter);
    int count = 0;
    in.query("select count(*)" + asked.sql, asked.params,
             [&](const db::Row& row) { count = static_cast<int>(row.integer(0)); });
    return count;
}

std::optional<Row> find_row(db::Connection& in, const Version& version, std::string_view key) {
    if (const BuiltIn* one = find_built_in(version.set, version.number)) {
        for (const Row& row : one->rows) {
            if (row.key == key) return row;
        }
        return std::nullopt;
    }
    std::optional<Row> found;
    in.query("select " + std::string(row_columns) +
                 " from factor_version_rows v join factor_rows r on r.id = v.row_id where v.version_id = $1 "
                 "and v.row_key = $2",
             {version.id, key}, [&](const db::Row& row) { found = read_row(row); });
    return found;
}

std::vector<Change> changes(db::Connection& in, const Version& version, int first, int most) {
    const auto before = find_version(in, version.set, version.number - 1);
    if (version.id.empty()) return {};
    // Keys of both versions whose content differs, then both contents.
    std::vector<Change> found;
    in.query(
        "select k.row_key, v.line, r.device_class, r.maker, r.name, r.area, r.cells, w.row_key, w.line, "
        "q.device_class, q.maker, q.name, q.area, q.cells, v.row_id, w.row_id from "
        "(select row_key from factor_version_rows where version_id = $1 union "
        "select row_key from factor_version_rows where version_id = $2) k "
        "left join factor_version_rows v on v.version_id = $1 and v.row_key = k.row_key "
        "left join factor_rows r on r.id = v.row_id "
        "left join factor_version_rows w on w.version_id = $2 and w.row_key = k.row_key "
        "left join factor_rows q on q.id = w.row_id "
        "where v.row_id is null or w.row_id is null or v.row_id <> w.row_id "
        "order by k.row_key limit $3 offset $4",
        {version.id, before ? before->id : std::string(), most, first}, [&](const db::Row& row) {
            Change change;
            change.key = row.text(0);
            constexpr int ids = 2 * row_column_count;
            if (!row.is_null(ids)) change.after = read_row(row, 0);
            if (!row.is_null(ids + 1)) change.before = read_row(row, row_column_count);
            found.push_back(std::move(change));
        });
    return found;
}

std::vector<Turn> history(db::Connection& in, std::string_view set, std::string_view key) {
    std::vector<Turn> turns;
    if (newest_built_in(set)) {
        for (const Version& version : versions(in, set)) {
            if (auto row = find_row(in, version, key)) turns.push_back({version, std::move(*row)});
        }
        return turns;
    }
    std::vector<std::pair<int, Row>> found;
    in.query("select " + std::string(row_columns) +
                 ", f.number from factor_versions f join factor_version_rows v on v.version_id = f.id join "
                 "factor_rows r on r.id = v.row_id where f.set_id = $1 and v.row_key = $2 order by f.number",
             {set, key}, [&](const db::Row& row) {
                 Row one = read_row(row);
                 if (found.empty() || found.back().second.cells != one.cells)
                     found.emplace_back(static_cast<int>(row.integer(row_column_count)), std::move(one));
             });
    for (auto& [number, row] : found) {
        if (auto version = find_version(in, set, number))
            turns.insert(turns.begin(), {std::move(*version), std::move(row)});
    }
    return turns;
}

std::vector<catalogue::Oddity> oddities(db::Connection& in, const Version& version, bool is_refusal,
                                        int first, int most) {
    std::vector<catalogue::Oddity> found;
    const int worst =
        static_cast<int>(is_refusal ? catalogue::Severity::row_refused : catalogue::Severity::noted);
    in.query(
        "select code, line, field, value, other from factor_oddities where version_id = $1 and severity <= "
        "$2 "
        "order by position limit $3 offset $4",
        {version.id, worst, most, first}, [&](const db::Row& row) {
            for (const catalogue::Code code : catalogue::all_codes()) {
                if (catalogue::name(code) != row.view(0)) continue;
                found.push_back(
                    {code, static_cast<int>(row.integer(1)), row.text(2), row.text(3), row.text(4)});
            }
        });
    return found;
}

int count_oddities(db::Connection& in, const Version& version, bool is_refusal) {
    const int worst =
        static_cast<int>(is_refusal ? catalogue::Severity::row_refused : catalogue::Severity::noted);
    return static_cast<int>(
        in.count("select count(*) from factor_oddities where version_id = $1 and severity <= $2",
                 {version.id, worst}));
}

}  // namespace kring::factor
