// SPDX-License-Identifier: EUPL-1.2
// What an organisation's list of equipment says, as a fleet: kinds of device with their numbers. Finds the
// columns by their headings (nl, en, de, fr), the kinds by word lists, and loses no row: each is counted, or
// stands in a list with its line and the reason, to be corrected by hand or left out knowingly.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/cells.hpp"

namespace kring::inventory {

// ---- Kinds of device

enum class Device {
    laptop,
    desktop,
    workstation,
    thin_client,
    monitor,
    smartphone,
    tablet,
    server,
    storage,
    network,
    printer,
    dock,
    television,
    phone,
    peripheral
};

inline constexpr std::size_t devices_count = 15;

/// "laptop", "thin_client" …: as files and addresses say it. `all_devices` in the order above.
std::string_view id(Device device);
std::optional<Device> device_of(std::string_view id);
std::array<Device, devices_count> all_devices();

/// The kind that a text names in Dutch, English, German or French, by kind ("beeldscherm", "Notebook") or by
/// a product line ("ThinkPad T14", "OptiPlex 7070"); nothing when none is named, or more than one.
std::optional<Device> device_named(std::string_view text);

// ---- Columns

enum class Meaning { unused, kind, maker, model, quantity, year, weight, screen, serial, status };

/// "unused", "kind" …
std::string_view id(Meaning meaning);
std::optional<Meaning> meaning_of(std::string_view id);

/// Which row holds the headings and what each column means.
struct Layout {
    std::size_t header_line = 0;  ///< rows up to and with this line are not devices; 0: there are no headings
    std::vector<Meaning> columns;       ///< one a column; any but `unused` at most once
    std::vector<std::string> headings;  ///< as they stand in the file; "" where none does

    std::optional<std::size_t> column(Meaning meaning) const;
};

/// The best guess. A kind and a model may be missing both: then `problems_of` says so.
Layout guess(const cells::Table& table);

// ---- What a person decided about rows, from a form

struct Correction {
    bool is_left_out = false;
    bool is_counted = false;  ///< a row that was set aside without fault (status, total, repeated) counts
    std::optional<Device> device;
    std::optional<std::int64_t> quantity;  ///< 0 to quantity_max
};

struct Choices {
    std::map<std::size_t, Correction> lines;  ///< by line
    std::map<std::string, Device> words;      ///< by folded(): what this kind's word means in this list
};

/// As words are compared: lower case, without accents, signs as single spaces.
std::string folded(std::string_view text);

// ---- The fleet

inline constexpr std::int64_t quantity_max = 1'000'000;

/// Devices that are alike: the same kind, maker and model (compared folded).
struct Group {
    Device device = Device::laptop;
    std::string maker;  ///< as first written; may be ""
    std::string model;
    std::int64_t quantity = 0;
    std::optional<int> year_first;  ///< of purchase, over the rows that tell it
    std::optional<int> year_last;
    std::optional<double> weight_kg;    ///< mean over the devices that tell it
    std::optional<double> screen_inch;  ///< mean over the devices that tell it
    std::vector<std::size_t> lines;     ///< the rows it comes from
};

/// Why a row, or one cell of it, is not counted as it stands.
enum class Reason {
    // not read: has to be corrected or left out
    kind_missing,    ///< neither a kind nor a model stands there
    kind_unknown,    ///< no word list knows it
    kind_ambiguous,  ///< it names two kinds: "laptop + monitor"
    quantity_missing,
    quantity_no_number,  ///< "een paar"
    quantity_about,      ///< "ca. 10", "10-15", "> 5"
    quantity_fraction,   ///< 12.5
    quantity_negative,
    quantity_too_big,  ///< above quantity_max
    quantity_merged,   ///< one number for several rows
    cell_fault,        ///< the spreadsheet could not calculate it: #N/A
    row_ragged,        ///< more cells than there are headings: a separator inside a text, most likely
    // set aside without fault: not counted unless the person says so
    heading_again,  ///< the headings, repeated on a next page
    total,          ///< a total of rows above
    status_gone,    ///< sold, stolen, scrapped, returned
    quantity_zero,
    serial_again,  ///< the same serial number stood on an earlier line
    not_ict,       ///< a desk, a bicycle
    left_out,      ///< by the person
    // only one cell is not read; the row counts without it
    year_unread,
    weight_unread,
    screen_unread
};

/// "kind_unknown" …
std::string_view id(Reason reason);

enum class Standing { unread, aside, counted };

/// What a reason makes of its row.
Standing standing_of(Reason reason);

/// One row with something to say about it.
struct Remark {
    std::size_t line = 0;
    Reason reason = Reason::kind_missing;
    std::string column;          ///< "B"; "" when it is about the whole row
    std::string heading;         ///< of that column
    std::string value;           ///< what stands there, at most 80 characters
    std::string row;             ///< the whole row, cells with " | " between, at most 300 characters
    std::size_t other_line = 0;  ///< serial_again: where it stood first
};

/// A word for a kind that no list knows, with the rows it stands in: to be explained once for all of them.
struct UnknownWord {
    std::string word;    ///< as first written
    std::string folded;  ///< the key for Choices::words
    std::size_t rows = 0;
    std::int64_t quantity = 0;  ///< of those rows, as far as read
};

/// How the numbers came about.
enum class Counting { by_quantity, one_a_row };

struct Fleet {
    Counting counting = Counting::by_quantity;
    std::vector<Group> groups;         ///< by kind, then most devices first
    std::vector<Remark> remarks;       ///< in order of lines; a row may have several of standing `counted`
    std::vector<UnknownWord> unknown;  ///< most rows first
    std::size_t rows_counted = 0;      ///< rows_counted + rows_unread + rows_aside = rows below the headings
    std::size_t rows_unread = 0;
    std::size_t rows_aside = 0;

    std::int64_t quantity(Device device) const;
    std::int64_t quantity() const;
};

/// Why no fleet can be made of a table at all.
enum class Obstacle {
    no_rows,       ///< nothing below the headings
    no_headings,   ///< no row of headings was found, and no columns were chosen by hand
    no_kind,       ///< no column with a kind or a model
    column_twice,  ///< two columns with the same meaning
    bad_quantity   ///< a correction's quantity lies outside 0 to quantity_max
};
std::string_view id(Obstacle obstacle);

/// What stands in the way; empty when `read` may be called.
std::vector<Obstacle> obstacles(const cells::Table& table, const Layout& layout, const Choices& choices);

/// The fleet. Throws std::logic_error when there are obstacles.
Fleet read(const cells::Table& table, const Layout& layout, const Choices& choices);

}  // namespace kring::inventory
