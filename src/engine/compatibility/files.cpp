// SPDX-License-Identifier: EUPL-1.2
// BoaviztAPI's own data files. factors.yml is YAML, but written as names with JSON objects behind them; only
// that is read, and anything else refused.
#include <algorithm>
#include <array>
#include <cmath>
#include <set>

#include "engine/compatibility/compatibility.hpp"
#include "engine/reading/intake.hpp"
#include "engine/reading/literal.hpp"
#include "engine/reading/number.hpp"
#include "engine/reading/table.hpp"
#include "platform/base/text.hpp"

namespace kring::compatibility {

namespace {

using reading::Literal;
using reading::Member;

const Literal* number_at(const Literal& held, std::string_view name) {
    const Literal* found = held.find(name);
    return found != nullptr && found->kind == Literal::Kind::number ? found : nullptr;
}

/// Areas, each with criteria, each with a value: into criteria, each with areas. Beside the areas stand the
/// extremes of the world and a list of names.
void take_electricity(const Literal& areas, Figures& figures) {
    figures.electricity.clear();
    figures.world.clear();
    for (const Member& area : areas.members) {
        for (const Member& criterion : area.value.members) {
            const Literal* least = number_at(criterion.value, "min");
            const Literal* most = number_at(criterion.value, "max");
            if (area.key == "min-max" && least != nullptr && most != nullptr)
                figures.world[criterion.key] = {0, least->number, most->number};
            const Literal* value = number_at(criterion.value, "value");
            if (area.key != "min-max" && value != nullptr)
                figures.electricity[criterion.key][area.key] = value->number;
        }
    }
}

EmbeddedFactor& factor_of(std::vector<EmbeddedFactor>& embedded, const std::string& device,
                          const std::string& type) {
    for (EmbeddedFactor& one : embedded) {
        if (one.device == device && one.type == type) return one;
    }
    return embedded.emplace_back(EmbeddedFactor{device, type, {}});
}

/// `"gwp": {"impact": 84}` or, by type, `"gwp": {"pro": {"impact": 181}}`.
void take_embedded(const std::string& device, const Literal& held, std::vector<EmbeddedFactor>& embedded) {
    for (const Member& criterion : held.members) {
        if (const Literal* whole = number_at(criterion.value, "impact"))
            factor_of(embedded, device, "default").by_criterion[criterion.key] = whole->number;
        for (const Member& type : criterion.value.members) {
            if (const Literal* impact = number_at(type.value, "impact"))
                factor_of(embedded, device, type.key).by_criterion[criterion.key] = impact->number;
        }
    }
}

/// Only devices: the parts of servers have names in small letters.
bool is_device(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char byte) {
        return (byte >= 'A' && byte <= 'Z') || byte == '_';
    });
}

bool tell_oddities(const reading::Oddities& oddities, std::vector<FileFault>& faults) {
    for (const reading::Oddity& odd : oddities) {
        if (reading::severity(odd.code) > reading::Severity::row_refused) continue;
        std::string what(reading::name(odd.code));
        for (const std::string& part : {odd.column, odd.value}) {
            if (!part.empty()) what += " " + part;
        }
        faults.push_back({odd.line, std::move(what)});
    }
    return faults.empty();
}

std::optional<Interval> interval_of(std::string_view cell) {
    std::vector<double> numbers;
    for (const std::string_view part : split(cell, ';')) {
        const auto read = reading::read_number(trim(part), '.');
        if (!read.value) return std::nullopt;
        numbers.push_back(*read.value);
    }
    if (numbers.size() == 1) return Interval{numbers[0], numbers[0], numbers[0]};
    if (numbers.size() != 3) return std::nullopt;
    return Interval{numbers[0], numbers[1], numbers[2]};
}

constexpr auto archetype_columns =
    std::to_array<std::string_view>({"id", "router_type", "device_type", "type", "USAGE.use_time_ratio",
                                     "USAGE.hours_life_time", "USAGE.avg_power"});

Archetype archetype_of(const reading::Table& table, const reading::TableRow& row,
                       std::vector<FileFault>& faults) {
    const auto cell = [&](std::string_view name) { return row.cells[*reading::column(table, name)]; };
    const auto interval = [&](std::string_view name) {
        const std::string text = cell(name);
        const std::optional<Interval> read = interval_of(text);
        if (!read && !text.empty()) faults.push_back({row.line, "not_a_number " + std::string(name)});
        return read;
    };
    Archetype made{cell("id"), cell("device_type"), cell("type"), cell("router_type"), {}, {}, {}};
    if (made.type.empty()) made.type = "default";
    made.use_time_ratio = interval("USAGE.use_time_ratio");
    made.power_watt = interval("USAGE.avg_power");
    const std::optional<Interval> life = interval("USAGE.hours_life_time");
    if (life) made.life_hours = life->value;
    return made;
}

}  // namespace

bool read_factors(std::string_view bytes, Figures& figures, std::vector<FileFault>& faults) {
    reading::Notes notes;
    std::string_view text = bytes;
    if (!reading::admit(text, reading::Expected::module, notes)) return tell_oddities(notes.take(), faults);
    reading::LiteralReader reader(text);
    Figures read = figures;
    std::vector<EmbeddedFactor> embedded;
    std::set<std::string> seen;
    while (!reader.is_done()) {
        const int line = reader.line();
        auto key = reader.quoted();
        if (!key) key = std::string(reader.identifier());
        std::optional<Literal> held;
        if (!key->empty() && reader.take(":")) held = reader.value();
        if (!held || held->kind != Literal::Kind::object || !seen.insert(*key).second) {
            reader.fail();
            faults.push_back({held ? line : reader.fault().line,
                              held ? "name twice, or no object: " + *key
                                   : "not a name with a JSON object: " + reader.fault().found});
            return false;
        }
        if (*key == "electricity") take_electricity(*held, read);
        if (is_device(*key)) take_embedded(*key, *held, embedded);
    }
    if (!embedded.empty()) read.embedded = std::move(embedded);
    figures = std::move(read);
    return true;
}

bool read_archetypes(std::string_view bytes, Figures& figures, std::vector<FileFault>& faults) {
    reading::Notes notes;
    reading::Table table;
    std::string_view text = bytes;
    const bool is_table =
        reading::admit(text, reading::Expected::table, notes) && reading::read_table(text, table, notes);
    if (!tell_oddities(notes.take(), faults) || !is_table) return false;
    for (const std::string_view needed : archetype_columns) {
        if (!reading::column(table, needed)) faults.push_back({1, "missing_column " + std::string(needed)});
    }
    if (!faults.empty()) return false;
    std::vector<Archetype> archetypes;
    for (const reading::TableRow& row : table.rows) archetypes.push_back(archetype_of(table, row, faults));
    if (!faults.empty()) return false;
    figures.archetypes = std::move(archetypes);
    return true;
}

}  // namespace kring::compatibility
