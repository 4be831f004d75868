// SPDX-License-Identifier: EUPL-1.2
#include "domain/registration/registration.hpp"

#include <algorithm>
#include <array>

#include "domain/desk/form.hpp"

namespace kring::registration {

namespace {

constexpr std::array<std::string_view, 2> pool_words = {"room", "online"};
constexpr std::array<std::string_view, 5> state_words = {"confirmed", "waiting", "offered", "expired",
                                                         "cancelled"};

void wrong(Problems& problems, std::string_view phrase, std::string_view field) {
    problems.push_back({Trouble::invalid, std::string(phrase), std::string(field), {}});
}

void check_places(std::int64_t places, std::string_view field, Problems& problems) {
    if (places < 0 || places > places_max) wrong(problems, "registration.problem.places", field);
}

// The moment at which Amsterdam's clock shows this: summer time is tried first. A clock that is skipped
// in March counts as one in winter time.
Time moment_of(std::string_view day, std::string_view clock) {
    const Time as_utc = parse_time(std::string(day) + "T" + std::string(clock) + ":00.000Z").value();
    const Time in_summer = as_utc - 2 * hour_ms;
    const bool is_summer = amsterdam_day(in_summer) == day && amsterdam_clock(in_summer) == clock;
    return is_summer ? in_summer : as_utc - hour_ms;
}

std::int64_t day_number(std::string_view day) {
    return parse_time(std::string(day) + "T00:00:00.000Z").value().ms / day_ms;
}

}  // namespace

std::string_view word(Pool pool) { return pool_words[static_cast<std::size_t>(pool)]; }

std::optional<Pool> pool_of(std::string_view text) {
    for (const Pool pool : pools) {
        if (word(pool) == text) return pool;
    }
    return std::nullopt;
}

std::string_view word(State state) { return state_words[static_cast<std::size_t>(state)]; }

std::optional<State> state_of(std::string_view text) {
    for (const State state : states) {
        if (word(state) == text) return state;
    }
    return std::nullopt;
}

bool holds_place(State state) { return state == State::confirmed || state == State::offered; }
bool is_active(State state) { return holds_place(state) || state == State::waiting; }

Problems problems_of(const Terms& terms) {
    Problems problems;
    check_places(terms.room_places, "room_places", problems);
    check_places(terms.online_places, "online_places", problems);
    if (problems.empty() && terms.room_places + terms.online_places == 0)
        wrong(problems, "registration.problem.no_places", "room_places");
    const auto most = terms.organisation_most;
    if (most && (*most < 1 || *most > places_max))
        wrong(problems, "registration.problem.organisation_most", "organisation_most");
    return problems;
}

Problems problems_of(const Needs& needs) {
    Problems problems;
    desk::allow_text(needs.diet, "diet", needs_length_max, problems);
    desk::allow_text(needs.access, "access", needs_length_max, problems);
    return problems;
}

std::optional<Time> beginning_of(const workshop::Workshop& workshop) {
    if (workshop.day.empty()) return std::nullopt;
    if (!workshop.starts.empty()) return moment_of(workshop.day, workshop.starts);
    return moment_of(workshop.day, "23:59") + minute_ms;
}

bool has_begun(const workshop::Workshop& workshop, Time when) {
    const auto beginning = beginning_of(workshop);
    return beginning && *beginning <= when;
}

Time offer_until(const workshop::Workshop& workshop, Time when) {
    const auto beginning = beginning_of(workshop);
    if (!beginning) return when + offer_ms;
    const bool is_near = days_until(workshop, when) <= 1;
    return std::min(when + (is_near ? short_offer_ms : offer_ms), *beginning);
}

int days_until(const workshop::Workshop& workshop, Time when) {
    return static_cast<int>(day_number(workshop.day) - day_number(amsterdam_day(when)));
}

std::string needs_deleted_on(const workshop::Workshop& workshop) {
    if (workshop.day.empty()) return "";
    return to_text(Time{(day_number(workshop.day) + needs_days) * day_ms}).substr(0, 10);
}

}  // namespace kring::registration
