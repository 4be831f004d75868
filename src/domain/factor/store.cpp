// SPDX-License-Identifier: EUPL-1.2
#include "domain/factor/store.hpp"

#include <algorithm>

#include "domain/factor/built_in.hpp"
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"

namespace kring::factor {

namespace {

constexpr std::string_view set_columns = "id, name, kind, source, url, licence, notice";
constexpr std::string_view version_columns =
    "id, set_id, number, file_name, hash, rows_hash, made_by, made_at, taken, rejected, oddities, added, "
    "removed, changed";

Set read_set(const db::Row& row) {
    return {row.text(0), row.text(1), kind_of(row.view(2)).value(),
            row.text(3), row.text(4), licence_of(row.view(5)).value(),
            row.text(6), false};
}

Version read_version(const db::Row& row) {
    const auto whole = [&](int column) { return static_cast<int>(row.integer(column)); };
    return {row.text(0), row.text(1), whole(2), row.text(3), row.text(4), row.text(5), row.text(6),
            row.time(7), whole(8),    whole(9), whole(10),   whole(11),   whole(12),   whole(13)};
}

std::vector<Version> versions_where(db::Connection& in, const std::string& rest,
                                    const std::vector<db::Param>& params) {
    std::vector<Version> found;
    in.query("select " + std::string(version_columns) + " from factor_versions where " + rest, params,
             [&](const db::Row& row) { found.push_back(read_version(row)); });
    return found;
}

std::string placeholders(std::size_t from, std::size_t count) {
    std::string text = "(";
    for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "$" : ", $") + std::to_string(from + i);
    return text + ")";
}

// Many rows in one statement, so that a version of a thousand rows takes tens of statements.
class Inserter {
public:
    Inserter(db::Connection& in, std::string head, std::string tail, std::size_t columns)
        : in_(in), head_(std::move(head)), tail_(std::move(tail)), columns_(columns) {}
    void add(std::vector<db::Param> row) {
        places_ += (places_.empty() ? "" : ", ") + placeholders(params_.size() + 1, columns_);
        for (db::Param& one : row) params_.push_back(std::move(one));
        if (params_.size() + columns_ > 500) flush();
    }
    void flush() {
        if (params_.empty()) return;
        in_.query(head_ + places_ + tail_, params_, {});
        params_.clear();
        places_.clear();
    }

private:
    db::Connection& in_;
    std::string head_;
    std::string tail_;
    std::size_t columns_;
    std::vector<db::Param> params_;
    std::string places_;
};

// What every row is bound from; views in parameters must outlive the statement.
struct Bound {
    std::string id;
    std::string searched;
    std::string cells;
};

Bound bound_of(std::string_view set, const Row& row) {
    Bound bound;
    bound.cells = cells_text(row.cells);
    bound.searched = ascii_lower(row.maker + " " + row.name + " " + row.area + " " + row.device_class);
    bound.id = sha256_hex(std::string(set) + "\n" + row.key + "\n" + bound.cells).substr(0, 40);
    return bound;
}

// In order of set; built-in ones in their newest version.
std::vector<Edition> with_sets(db::Connection& in, const std::vector<Version>& kept) {
    std::vector<Edition> found;
    for (const Set& set : sets(in)) {
        if (const BuiltIn* one = newest_built_in(set.id)) found.push_back({set, one->version});
        for (const Version& version : kept) {
            if (version.set == set.id) found.push_back({set, version});
        }
    }
    return found;
}

}  // namespace

std::vector<Set> sets(db::Connection& in) {
    std::vector<Set> found;
    for (const BuiltIn& one : built_in()) {
        if (newest_built_in(one.set.id) == &one) found.push_back(one.set);
    }
    in.query("select " + std::string(set_columns) + " from factor_sets", {},
             [&](const db::Row& row) { found.push_back(read_set(row)); });
    std::sort(found.begin(), found.end(), [](const Set& a, const Set& b) { return a.id < b.id; });
    return found;
}

std::vector<Edition> all_editions(db::Connection& in) {
    return with_sets(in, versions_where(in, "1 = 1 order by number desc", {}));
}

std::vector<Edition> newest_editions(db::Connection& in) {
    return with_sets(
        in,
        versions_where(
            in,
            "number = (select max(w.number) from factor_versions w where w.set_id = factor_versions.set_id)",
            {}));
}

std::vector<Edition> editions(db::Connection& in, const Versions& named) {
    std::string condition = "1 = 0";
    std::vector<db::Param> params;
    for (const auto& [set, number] : named) {
        if (newest_built_in(set)) continue;
        params.emplace_back(set);
        params.emplace_back(number);
        condition += " or (set_id = $" + std::to_string(params.size() - 1) + " and number = $" +
                     std::to_string(params.size()) + ")";
    }
    std::vector<Version> all;
    if (!params.empty()) all = versions_where(in, condition, params);
    for (const auto& [set, number] : named) {
        if (const BuiltIn* one = find_built_in(set, number)) all.push_back(one->version);
    }
    std::vector<Edition> found;
    for (Set& set : sets(in)) {
        for (const Version& version : all) {
            if (version.set == set.id) found.push_back({set, version});
        }
    }
    return found;
}

std::optional<Set> find_set(db::Connection& in, std::string_view id) {
    if (const BuiltIn* one = newest_built_in(id)) return one->set;
    std::optional<Set> found;
    in.query("select " + std::string(set_columns) + " from factor_sets where id = $1", {id},
             [&](const db::Row& row) { found = read_set(row); });
    return found;
}

std::vector<Version> versions(db::Connection& in, std::string_view set) {
    std::vector<Version> found;
    for (const BuiltIn& one : built_in()) {
        if (one.set.id == set) found.insert(found.begin(), one.version);
    }
    if (!found.empty()) return found;
    return versions_where(in, "set_id = $1 order by number desc", {set});
}

std::optional<Version> find_version(db::Connection& in, std::string_view set, int number) {
    if (const BuiltIn* one = find_built_in(set, number)) return one->version;
    auto found = versions_where(in, "set_id = $1 and number = $2", {set, number});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::optional<Version> newest(db::Connection& in, std::string_view set) {
    if (const BuiltIn* one = newest_built_in(set)) return one->version;
    auto found = versions_where(in, "set_id = $1 order by number desc limit 1", {set});
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

void insert(db::Connection& in, const Set& set) {
    in.execute(
        "insert into factor_sets (id, name, kind, source, url, licence, notice) values ($1, $2, $3, $4, $5, "
        "$6, $7)",
        {set.id, set.name, word(set.kind), set.source, set.url, word(set.licence), set.notice});
}

void insert(db::Connection& in, const Version& version, const std::vector<Row>& rows,
            const catalogue::Oddities& oddities) {
    in.execute(
        "insert into factor_versions (" + std::string(version_columns) + ") values " + placeholders(1, 14),
        {version.id, version.set, version.number, version.file_name, version.hash, version.rows_hash,
         db::text_or_null(version.made_by), version.made_at, version.taken, version.rejected,
         version.oddities, version.added, version.removed, version.changed});
    insert_rows(in, version, rows, oddities);
}

void insert_rows(db::Connection& in, const Version& version, const std::vector<Row>& rows,
                 const catalogue::Oddities& oddities) {
    std::vector<Bound> bound;
    bound.reserve(rows.size());
    for (const Row& row : rows) bound.push_back(bound_of(version.set, row));
    Inserter contents(in,
                      "insert into factor_rows (id, set_id, row_key, device_class, maker, name, area, "
                      "searched, cells) values ",
                      " on conflict do nothing", 9);
    Inserter members(in, "insert into factor_version_rows (version_id, row_key, row_id, line) values ", "",
                     4);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const Row& row = rows[i];
        contents.add({bound[i].id, version.set, row.key, row.device_class, row.maker, row.name, row.area,
                      bound[i].searched, bound[i].cells});
    }
    contents.flush();
    for (std::size_t i = 0; i < rows.size(); ++i)
        members.add({version.id, rows[i].key, bound[i].id, rows[i].line});
    members.flush();
    Inserter told(in,
                  "insert into factor_oddities (version_id, position, severity, line, code, field, value, "
                  "other) values ",
                  "", 8);
    int position = 0;
    for (const catalogue::Oddity& one : oddities) {
        told.add({version.id, ++position, static_cast<int>(catalogue::severity(one.code)), one.line,
                  catalogue::name(one.code), one.column, one.value, one.other});
    }
    told.flush();
}

}  // namespace kring::factor
