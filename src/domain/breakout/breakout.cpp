// SPDX-License-Identifier: EUPL-1.2
#include "domain/breakout/breakout.hpp"

#include <algorithm>
#include <array>

namespace kring::breakout {

namespace {

constexpr std::array<std::string_view, 3> mix_words = {"even", "separate", "any"};

void check_within(std::int64_t number, std::int64_t low, std::int64_t high, std::string_view field,
                  Problems& problems) {
    if (low <= number && number <= high) return;
    problems.push_back({Trouble::invalid,
                        "breakout.problem.number",
                        std::string(field),
                        {{"low", std::to_string(low)}, {"high", std::to_string(high)}}});
}

void check_same(std::int64_t number, std::int64_t standing, std::string_view field, Problems& problems) {
    if (number == standing) return;
    problems.push_back({Trouble::invalid,
                        "breakout.problem.has_begun",
                        std::string(field),
                        {{"count", std::to_string(standing)}}});
}

}  // namespace

std::string_view word(Mix mix) { return mix_words[static_cast<std::size_t>(mix)]; }

std::optional<Mix> mix_of(std::string_view text) {
    for (const Mix mix : mixes) {
        if (word(mix) == text) return mix;
    }
    return std::nullopt;
}

std::optional<Time> Breakout::round_ends_at() const {
    if (!round_began_at || is_over()) return std::nullopt;
    return *round_began_at + minutes * minute_ms;
}

const Table* Breakout::table(std::string_view id) const {
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&](const Table& one) { return one.id == id; });
    return found == tables.end() ? nullptr : &*found;
}

const Table* Breakout::table_numbered(std::int64_t number) const {
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&](const Table& one) { return one.number == number; });
    return found == tables.end() ? nullptr : &*found;
}

Problems problems_of(const Wishes& setup, const Breakout* standing) {
    Problems problems;
    check_within(setup.tables, 1, seating::tables_max, "tables", problems);
    check_within(setup.rounds, 1, seating::rounds_max, "rounds", problems);
    check_within(setup.minutes, 1, minutes_max, "minutes", problems);
    check_within(setup.chairs, 0, seating::chairs_max, "chairs", problems);
    if (!mix_of(setup.mix)) problems.push_back({Trouble::invalid, "problem.choice", "mix", {}});
    if (!problems.empty() || !standing || !standing->has_begun()) return problems;
    check_same(setup.tables, static_cast<std::int64_t>(standing->tables.size()), "tables", problems);
    check_same(setup.rounds, standing->rounds, "rounds", problems);
    check_same(setup.chairs, standing->chairs, "chairs", problems);
    return problems;
}

std::optional<Apart> pair_of(std::string one, std::string other) {
    if (one.empty() || other.empty() || one == other) return std::nullopt;
    if (other < one) std::swap(one, other);
    return Apart{std::move(one), std::move(other)};
}

}  // namespace kring::breakout
