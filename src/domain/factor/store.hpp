// SPDX-License-Identifier: EUPL-1.2
// The SQL of factor sets. Versions and rows are only ever added: nothing here updates or deletes. Built-in
// sets stand in no table; sets(), find_set() and what asks for versions and rows know them too.
#pragma once

#include "domain/factor/row.hpp"
#include "platform/db/db.hpp"

namespace kring::factor {

/// Built-in and kept, in order of id.
std::vector<Set> sets(db::Connection& in);
std::optional<Set> find_set(db::Connection& in, std::string_view id);

/// A set in one of its versions.
struct Edition {
    Set set;
    Version version;
};
/// Every set in each of its versions, newest first; every set in its newest; and those that are named and are
/// there. All in order of set, by two questions to the database however many there are.
std::vector<Edition> all_editions(db::Connection& in);
std::vector<Edition> newest_editions(db::Connection& in);
std::vector<Edition> editions(db::Connection& in, const Versions& named);

/// Newest first.
std::vector<Version> versions(db::Connection& in, std::string_view set);
std::optional<Version> find_version(db::Connection& in, std::string_view set, int number);
std::optional<Version> newest(db::Connection& in, std::string_view set);

/// Which rows of a version, in order of key.
struct Filter {
    std::string words;         ///< each must occur in maker, name, area or class
    std::string device_class;  ///< "" for all
    int first = 0;
    int most = 1'000'000;
    std::vector<std::string> areas = {};  ///< codes; empty for all
};
std::vector<Row> rows(db::Connection& in, const Version& version, const Filter& filter = {});
int count_rows(db::Connection& in, const Version& version, const Filter& filter);
std::optional<Row> find_row(db::Connection& in, const Version& version, std::string_view key);

/// What differs from the version before, in order of key.
struct Change {
    std::string key;
    std::optional<Row> before;  ///< absent when added
    std::optional<Row> after;   ///< absent when removed
};
std::vector<Change> changes(db::Connection& in, const Version& version, int first, int most);

/// Every version in which a row came in or said something new, newest first.
struct Turn {
    Version version;
    Row row;
};
std::vector<Turn> history(db::Connection& in, std::string_view set, std::string_view key);

/// In order of the file; `is_refusal` only those that refused a row or the file.
std::vector<catalogue::Oddity> oddities(db::Connection& in, const Version& version, bool is_refusal,
                                        int first, int most);
int count_oddities(db::Connection& in, const Version& version, bool is_refusal);

void insert(db::Connection& in, const Set& set);
/// The version, its rows and oddities together.
void insert(db::Connection& in, const Version& version, const std::vector<Row>& rows,
            const catalogue::Oddities& oddities);
/// Rows and oddities of a version that is there already: for a folder that is loaded.
void insert_rows(db::Connection& in, const Version& version, const std::vector<Row>& rows,
                 const catalogue::Oddities& oddities);

}  // namespace kring::factor
