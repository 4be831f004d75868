// SPDX-License-Identifier: EUPL-1.2
#include "domain/chain/audience.hpp"
#include "domain/live/acts.hpp"
#include "domain/live/change.hpp"
#include "domain/live/may.hpp"
#include "domain/live/store.hpp"
#include "domain/workshop/store.hpp"

namespace kring::live {

namespace {

constexpr std::int64_t forgotten_after_ms = day_ms;

void end(const Act& act, Room room) {
    for (const Statement& one : statements_of(act.in, room.workshop)) {
        if (one.state == StatementState::open) end_statement(act, one);
    }
    halt_pitch(act, room.workshop);
    room.is_open = false;
    room.showing = Showing::queue;
    put(act.in, room);
    journal::record(act, "live.closed", room.workshop);
}

}  // namespace

Problem conflict(std::string_view phrase) { return {Trouble::conflict, std::string(phrase), "", {}}; }

Result<Led> find_workshop(const Act& act, std::string_view id) {
    TRY(record, chain::find_readable(act.in, act.who, id, act.when));
    auto workshop = workshop::find(act.in, record.id);
    if (!workshop) return Problem{Trouble::not_found, "problem.not_found", "", {}};
    if (record.is_withdrawn) return conflict("workshop.problem.withdrawn");
    return Led{std::move(*workshop), room_of(act.in, record.id)};
}

Result<Led> find_led(const Act& act, std::string_view id) {
    TRY(led, find_workshop(act, id));
    if (!may_lead(act.who, led.workshop.record.network))
        return Problem{Trouble::forbidden, "problem.forbidden", "", {}};
    return std::move(led);
}

Result<Led> find_open(const Act& act, std::string_view id) {
    TRY(led, find_led(act, id));
    if (!led.room.is_open) return conflict("live.problem.not_open");
    return std::move(led);
}

void show_first(const Act& act, Room room, Showing showing) {
    room.showing = showing;
    put(act.in, room);
}

Result<Done> open(const Act& act, std::string_view workshop) {
    TRY(led, find_led(act, workshop));
    if (led.workshop.is_cancelled()) return conflict("workshop.problem.cancelled");
    if (led.room.is_open) return Done{};
    led.room.is_open = true;
    put(act.in, led.room);
    set_opened_at(act.in, led.room.workshop, act.when);
    journal::record(act, "live.opened", led.room.workshop);
    return Done{};
}

Result<Done> close(const Act& act, std::string_view workshop) {
    TRY(led, find_led(act, workshop));
    if (led.room.is_open) end(act, led.room);
    return Done{};
}

bool has_forgotten(db::Connection& in, Time when) {
    return !opened_before(in, when - forgotten_after_ms).empty();
}

Result<int> close_forgotten(const Act& act) {
    const auto forgotten = opened_before(act.in, act.when - forgotten_after_ms);
    for (const std::string& workshop : forgotten) end(act, room_of(act.in, workshop));
    return static_cast<int>(forgotten.size());
}

Result<Done> turn_to(const Act& act, std::string_view workshop, Showing showing) {
    TRY(led, find_open(act, workshop));
    if (led.room.showing == showing) return Done{};
    show_first(act, led.room, showing);
    journal::record(act, "live.turned", led.room.workshop, word(showing));
    return Done{};
}

}  // namespace kring::live
