// SPDX-License-Identifier: EUPL-1.2
// Taking what was read from files, and how any version comes about.
#include <algorithm>
#include <map>

#include "domain/factor/built_in.hpp"
#include "domain/factor/may.hpp"
#include "domain/factor/next_version.hpp"
#include "platform/base/secret.hpp"

namespace kring::factor {

namespace {

using ByKey = std::map<std::string, Row>;

ByKey by_key(std::vector<Row> rows) {
    ByKey made;
    for (Row& row : rows) {
        const std::string key = row.key;
        made.emplace(key, std::move(row));
    }
    return made;
}

Problem conflict(std::string_view phrase, const Set& set) {
    return {Trouble::conflict, "factor.problem." + std::string(phrase), "file", {{"set", set.id}}};
}

// Ids of built-in and own sets are not for others.
bool is_reserved(const Set& set) {
    if (newest_built_in(set.id)) return true;
    if (set.kind == Kind::own) return own_set(set.licence).id != set.id;
    return set.id.starts_with("own") || set.id.starts_with("kring-");
}

Result<Done> check_set(db::Connection& in, const Set& set) {
    if (is_reserved(set)) return conflict("reserved", set);
    const auto known = find_set(in, set.id);
    if (known && (known->kind != set.kind || known->licence != set.licence))
        return conflict("other_set", set);
    return Done{};
}

// Ember's module leaves years and names out; a file that was taken before may have told them. A year is taken
// over only with the same value.
void fill_in(std::vector<Row>& rows, const std::vector<Row>& before) {
    std::vector<catalogue::GridRow> read;
    std::vector<catalogue::GridRow> known;
    std::map<std::string, std::string> names;
    for (const Row& row : rows) read.push_back(grid_of(row));
    for (const Row& row : before) {
        known.push_back(grid_of(row));
        names.emplace(known.back().area, known.back().area_name);
    }
    catalogue::fill_years(read, known);
    for (catalogue::GridRow& row : read) {
        const auto name = names.find(row.area);
        if (row.area_name.empty() && name != names.end()) row.area_name = name->second;
    }
    rows = rows_of(read);
}

// Who typed a figure in stays with it as long as it says the same.
bool says_the_same(const Row& one, const Row& other) {
    const auto without_typist = [](const Row& row) {
        Cells cells = row.cells;
        std::erase_if(cells, [](const auto& named) { return named.first == "entered_by"; });
        return cells;
    };
    return without_typist(one) == without_typist(other);
}

std::vector<Row> merged(const Act& act, Reading& reading, std::vector<Row> before) {
    ByKey kept = by_key(std::move(before));
    std::vector<Row> rows;
    for (Row& row : reading.rows) {
        if (reading.set.kind == Kind::own && !act.who.person.empty())
            row.cells.emplace_back("entered_by", act.who.person);
        const auto old = kept.find(row.key);
        const bool is_kept =
            reading.set.kind == Kind::own && old != kept.end() && says_the_same(old->second, row);
        rows.push_back(is_kept ? old->second : std::move(row));
        if (old != kept.end()) kept.erase(old);
    }
    if (!reading.keeps_others) return rows;
    for (auto& [key, row] : kept) rows.push_back(std::move(row));
    return rows;
}

void count_changes(Version& version, const std::vector<Row>& rows, std::vector<Row> before) {
    ByKey kept = by_key(std::move(before));
    for (const Row& row : rows) {
        const auto old = kept.find(row.key);
        if (old == kept.end()) {
            ++version.added;
            continue;
        }
        if (old->second.cells != row.cells) ++version.changed;
        kept.erase(old);
    }
    version.removed = static_cast<int>(kept.size());
}

}  // namespace

Result<Done> check_may(const Act& act) {
    if (may_manage(act.who)) return Done{};
    return Problem{Trouble::forbidden, "factor.problem.not_yours", "", {}};
}

std::vector<Row> newest_rows(db::Connection& in, std::string_view set) {
    const auto version = newest(in, set);
    return version ? rows(in, *version) : std::vector<Row>{};
}

Taken write_next(const Act& act, const Set& set, std::vector<Row> now_rows, Arrival arrival) {
    std::sort(now_rows.begin(), now_rows.end(), [](const Row& a, const Row& b) { return a.key < b.key; });
    const auto last = newest(act.in, set.id);
    const std::string text = written(now_rows, arrival.oddities);
    Version next;
    next.id = new_id(act.when);
    next.set = set.id;
    next.number = last ? last->number + 1 : 1;
    next.file_name = arrival.file_name;
    next.rows_hash = sha256_hex(text);
    if (last && last->rows_hash == next.rows_hash && last->hash == arrival.hash) return {*last, false};
    next.hash = arrival.hash;
    next.made_by = act.who.person;
    next.made_at = act.when;
    next.taken = static_cast<int>(now_rows.size());
    next.rejected = arrival.rejected;
    next.oddities = static_cast<int>(arrival.oddities.size());
    count_changes(next, now_rows, newest_rows(act.in, set.id));
    if (!find_set(act.in, set.id)) insert(act.in, set);
    insert(act.in, next, now_rows, arrival.oddities);
    journal::record(act, arrival.file_name.empty() ? "factor.figure_changed" : "factor.imported", next.id,
                    set.id + " version " + std::to_string(next.number));
    return {std::move(next), true};
}

Result<Taken> take(const Act& act, Reading reading) {
    TRY_DONE(check_may(act));
    TRY_DONE(check_set(act.in, reading.set));
    const auto last = newest(act.in, reading.set.id);
    if (last && last->hash == reading.hash) return Taken{*last, false};
    std::vector<Row> before = newest_rows(act.in, reading.set.id);
    if (reading.set.kind == Kind::electricity) fill_in(reading.rows, before);
    std::vector<Row> now_rows = merged(act, reading, before);
    if (reading.keeps_others && last) {
        Version unchanged;
        count_changes(unchanged, now_rows, std::move(before));
        if (unchanged.added + unchanged.removed + unchanged.changed == 0) return Taken{*last, false};
    }
    Arrival arrival{reading.file_name, reading.hash, reading.rejected, std::move(reading.oddities)};
    return write_next(act, reading.set, std::move(now_rows), std::move(arrival));
}

Result<std::vector<Taken>> take(const Act& act, std::vector<Reading> readings) {
    std::vector<Taken> all;
    for (Reading& reading : readings) {
        TRY(taken, take(act, std::move(reading)));
        all.push_back(std::move(taken));
    }
    return all;
}

}  // namespace kring::factor
