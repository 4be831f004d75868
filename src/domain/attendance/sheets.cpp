// SPDX-License-Identifier: EUPL-1.2
#include "domain/attendance/sheets.hpp"

#include <array>

#include "platform/base/secret.hpp"

namespace kring::attendance {

namespace {

constexpr std::array<std::string_view, 2> kind_words = {"list", "badges"};

constexpr std::string_view select_state =
    "select s.id, s.workshop_id, s.kind, s.language, s.with_codes, s.asked_at, s.bytes is not null, "
    "s.fault <> '' from attendance_sheets s ";

constexpr std::string_view is_old =
    "exists (select 1 from workshops w join records r on r.id = w.id where w.id = "
    "attendance_sheets.workshop_id and (w.day < $1 or r.withdrawn_at is not null))";

SheetState read_state(const db::Row& row) {
    SheetState state;
    state.id = row.text(0);
    state.workshop = row.text(1);
    state.order = {kind_of(row.view(2)).value(), row.text(3), row.truth(4)};
    state.asked_at = row.time(5);
    state.is_printed = row.truth(6);
    state.has_failed = row.truth(7);
    return state;
}

}  // namespace

std::string_view word(Kind kind) { return kind_words[static_cast<std::size_t>(kind)]; }

std::optional<Kind> kind_of(std::string_view text) {
    for (const Kind kind : kinds) {
        if (word(kind) == text) return kind;
    }
    return std::nullopt;
}

void put_order(db::Connection& in, std::string_view workshop, const Order& order, Time when) {
    in.execute("delete from attendance_sheets where workshop_id = $1 and kind = $2 and language = $3",
               {workshop, word(order.kind), order.language});
    in.execute(
        "insert into attendance_sheets (id, workshop_id, kind, language, with_codes, asked_at) "
        "values ($1, $2, $3, $4, $5, $6)",
        {new_id(when), workshop, word(order.kind), order.language, order.with_codes, when});
}

std::optional<SheetState> find_sheet(db::Connection& in, std::string_view workshop, Kind kind,
                                     std::string_view language) {
    std::optional<SheetState> found;
    in.query(std::string(select_state) + "where s.workshop_id = $1 and s.kind = $2 and s.language = $3",
             {workshop, word(kind), language}, [&](const db::Row& row) { found = read_state(row); });
    return found;
}

std::vector<SheetState> unprinted(db::Connection& in) {
    std::vector<SheetState> found;
    in.query(std::string(select_state) + "where s.bytes is null and s.fault = '' order by s.asked_at, s.id",
             {}, [&](const db::Row& row) { found.push_back(read_state(row)); });
    return found;
}

std::string sheet_bytes(db::Connection& in, std::string_view id) {
    std::string bytes;
    in.query("select bytes from attendance_sheets where id = $1", {id},
             [&](const db::Row& row) { bytes = row.bytes(0); });
    return bytes;
}

void keep_printed(db::Connection& in, std::string_view id, std::string bytes) {
    in.execute("update attendance_sheets set bytes = $2 where id = $1", {id, db::Bytes{std::move(bytes)}});
}

void keep_refused(db::Connection& in, std::string_view id, std::string_view fault) {
    in.execute("update attendance_sheets set fault = $2 where id = $1", {id, fault});
}

bool has_old_sheets(db::Connection& in, std::string_view today) {
    return in.exists("select 1 from attendance_sheets where " + std::string(is_old), {today});
}

std::int64_t drop_old_sheets(db::Connection& in, std::string_view today) {
    return in.execute("delete from attendance_sheets where " + std::string(is_old), {today});
}

}  // namespace kring::attendance
