// SPDX-License-Identifier: EUPL-1.2
// The small world on the day of its workshop ict-2: anna and sami take part, femke facilitates.
#pragma once

#include "domain/attendance/acts.hpp"
#include "domain/attendance/code.hpp"
#include "domain/attendance/store.hpp"
#include "tests/domain/registration/registration_world.hpp"

namespace kring::attendance {

using Words = std::vector<std::string>;
using fixtures::phrases_of;

/// 14 January 2027, 13.00 in Amsterdam.
inline constexpr Time the_day{1799928000000};

class AttendanceWorld : public registration::RegistrationWorld {
protected:
    explicit AttendanceWorld(std::vector<desk::Route> routes = {}) : RegistrationWorld(std::move(routes)) {}

    Words tick(std::string_view who, const Words& people, Time when = the_day, std::string pool = "room") {
        return refused(who, [&](const Act& act) { return note_present(act, "ict-2", people, pool); }, when);
    }
    Words struck(std::string_view person, Time when = the_day) {
        return refused(
            "femke", [&](const Act& act) { return strike(act, "ict-2", id_of(act.in, person)); }, when);
    }
    Words left(std::string_view person, std::string_view clock) {
        return refused(
            "femke", [&](const Act& act) { return note_left(act, "ict-2", id_of(act.in, person), clock); },
            the_day);
    }
    Words guest(const Guest& one, std::string_view who = "femke") {
        return refused(who, [&](const Act& act) { return note_guest(act, "ict-2", one); }, the_day);
    }
    Words checked_in(std::string_view who, std::string_view code, Time when = the_day) {
        return refused(who, [&](const Act& act) { return check_in(act, code); }, when);
    }
    std::string key() {
        return *desk.act("", [](const Act& act) { return Result<std::string>(make_key(act.in, act.when)); });
    }
    /// "person how pool" of everybody with an account who is there, by id.
    Words there() {
        return desk.read([](db::Connection& in) {
            Words all;
            for (const Present& one : present(in, "ict-2")) {
                const auto noted = find(in, "ict-2", one.person);
                all.push_back(one.person + " " + std::string(word(noted->how)) + " " +
                              std::string(registration::word(one.pool)));
            }
            return all;
        });
    }

private:
    static std::string id_of(db::Connection& in, std::string_view person) {
        const auto one = find(in, "ict-2", person);
        return one ? one->id : "nobodynobody";
    }
};

}  // namespace kring::attendance
