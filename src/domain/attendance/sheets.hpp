// SPDX-License-Identifier: EUPL-1.2
// What is printed for the day: the attendance list to sign and the name badges. A page asks for them, a
// job prints them, and they go after the day: they hold names, and badges may hold codes.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/time.hpp"
#include "platform/db/db.hpp"

namespace kring::attendance {

enum class Kind { list, badges };
inline constexpr Kind kinds[] = {Kind::list, Kind::badges};
std::string_view word(Kind kind);
std::optional<Kind> kind_of(std::string_view word);

struct Order {
    Kind kind = Kind::list;
    std::string language = "nl";  ///< or "en"
    bool with_codes = false;      ///< a check-in code on each badge
};

struct SheetState {
    std::string id;
    std::string workshop;
    Order order;
    Time asked_at;
    bool is_printed = false;
    bool has_failed = false;  ///< the program that prints refused
};

/// Asks anew for a sheet of this kind and language of the workshop.
void put_order(db::Connection& in, std::string_view workshop, const Order& order, Time when);
std::optional<SheetState> find_sheet(db::Connection& in, std::string_view workshop, Kind kind,
                                     std::string_view language);
/// Those that were neither printed nor refused, by when they were asked for.
std::vector<SheetState> unprinted(db::Connection& in);
std::string sheet_bytes(db::Connection& in, std::string_view id);

/// Nothing happens when it was asked for anew meanwhile: then its id is another.
void keep_printed(db::Connection& in, std::string_view id, std::string bytes);
void keep_refused(db::Connection& in, std::string_view id, std::string_view fault);

bool has_old_sheets(db::Connection& in, std::string_view today);
/// Of workshops before today, without a day, or withdrawn. Returns how many.
std::int64_t drop_old_sheets(db::Connection& in, std::string_view today);

}  // namespace kring::attendance
