// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>

#include "engine/catalogue/catalogue.hpp"
#include "engine/reading/cells.hpp"
#include "engine/reading/intake.hpp"
#include "engine/reading/literal.hpp"
#include "engine/reading/number.hpp"
#include "platform/base/text.hpp"

namespace kring::catalogue {

using namespace reading;

namespace {

constexpr double most_grams = 3000;  ///< no grid reaches it: oil alone gives about 1 200

bool is_country_code(std::string_view code) {
    return code.size() == 3 &&
           std::all_of(code.begin(), code.end(), [](char byte) { return byte >= 'A' && byte <= 'Z'; });
}

/// What the file as a whole says of its rows.
struct Origin {
    GridMethod method;
    std::string_view source;
    Licence licence;
};

constexpr Origin ember{GridMethod::generation_average, "Ember via CO2.js", Licence::cc_by_sa_4_0};
constexpr Origin electricity_maps{GridMethod::consumption_average, "Electricity Maps via CO2.js",
                                  Licence::odbl_1_0};
constexpr Origin unfccc{GridMethod::operating_margin, "UNFCCC via CO2.js", Licence::cc_by_sa_4_0};

GridRow row_of(const Origin& origin, int line, std::string area) {
    GridRow row;
    row.line = line;
    row.method = origin.method;
    row.source = origin.source;
    row.licence = origin.licence;
    row.kind = origin.method == GridMethod::consumption_average ? AreaKind::zone
               : is_country_code(area)                          ? AreaKind::country
                                                                : AreaKind::group;
    row.area = std::move(area);
    return row;
}

/// Zero grams is a hole in an average; as a margin it can be: the next kWh is of water.
std::optional<double> grams(double value, GridMethod method, int line, std::string_view area, Notes& notes) {
    const auto refuse = [&](Code code, std::string_view other = "") {
        notes.add(code, line, area, shown(value), other);
        return std::optional<double>();
    };
    if (!std::isfinite(value)) return refuse(Code::not_finite);
    if (value < 0) return refuse(Code::negative);
    if (value == 0 && method != GridMethod::operating_margin) return refuse(Code::zero_is_unknown);
    if (value > most_grams) return refuse(Code::not_possible, shown(most_grams));
    return value;
}

/// Keeps the row unless its area stood there before.
class Gathering {
public:
    Gathering(GridFactors& factors, Notes& notes) : factors_(factors), notes_(notes) {}

    void keep(GridRow row) {
        const auto key = std::pair(row.area, row.year.value_or(0));
        const auto seen = first_.emplace(key, row.line);
        if (!seen.second) {
            notes_.add(Code::repeated_code, row.line, "", row.area, std::to_string(seen.first->second));
            ++factors_.rows_refused;
            return;
        }
        factors_.rows.push_back(std::move(row));
    }

    void refuse(Code code, int line, std::string_view column, std::string_view value = "") {
        notes_.add(code, line, column, value);
        ++factors_.rows_refused;
    }

private:
    GridFactors& factors_;
    Notes& notes_;
    std::map<std::pair<std::string, int>, int> first_;
};

// ---------------------------------------------------------------- modules

/// The number of `{ "value": 447, "unit": "..." }`; nothing when the unit is another.
std::optional<double> measured(const Literal* held, std::string_view unit) {
    const Literal* value = held == nullptr ? nullptr : held->find("value");
    const Literal* told = held == nullptr ? nullptr : held->find("unit");
    if (value == nullptr || value->kind != Literal::Kind::number) return std::nullopt;
    if (told == nullptr || told->text != unit) return std::nullopt;
    return value->number;
}

std::optional<double> share(const Literal* held) {
    const std::optional<double> percent = measured(held, "%");
    if (!percent || *percent < 0 || *percent > 100) return std::nullopt;
    return *percent / 100;
}

/// A number, or as in the file of margins a string that holds one.
std::optional<double> plain(const Literal& held) {
    if (held.kind == Literal::Kind::number) return held.number;
    if (held.kind == Literal::Kind::string) return read_number(held.text, '.').value;
    return std::nullopt;
}

void read_plain(const Literal& data, const Origin& origin, std::optional<int> year, Gathering& gathering,
                Notes& notes) {
    for (const auto& [code, held] : data.members) {
        const std::optional<double> value = plain(held);
        const auto parts = words(code);
        const std::string area = join({parts.begin(), parts.end()}, " ");
        if (area.empty()) {
            gathering.refuse(Code::missing_value, held.line, "code");
            continue;
        }
        GridRow row = row_of(origin, held.line, area);
        row.year = year;
        if (value) {
            row.g_per_kwh = grams(*value, origin.method, held.line, area, notes);
        } else if (held.kind != Literal::Kind::null) {
            notes.add(Code::not_a_number, held.line, area, held.text);
        }
        gathering.keep(std::move(row));
    }
}

void read_zones(const Literal& data, std::optional<int> year, Gathering& gathering, Notes& notes) {
    for (const auto& [code, held] : data.members) {
        const std::optional<double> value = measured(held.find("carbonIntensity"), "gCO2eq/kWh");
        if (code.empty() || held.kind != Literal::Kind::object) {
            gathering.refuse(Code::missing_value, held.line, code.empty() ? "code" : code);
            continue;
        }
        GridRow row = row_of(electricity_maps, held.line, code);
        row.year = year;
        const Literal* zone = held.find("zone");
        const Literal* called = zone == nullptr ? nullptr : zone->find("zoneName");
        if (called != nullptr) row.area_name = called->text;
        if (value) {
            row.g_per_kwh = grams(*value, row.method, held.line, code, notes);
        } else {
            notes.add(Code::not_a_number, held.line, code, "carbonIntensity");
        }
        row.renewable_share = share(held.find("renewableEnergy"));
        row.carbon_free_share = share(held.find("carbonFreeEnergy"));
        gathering.keep(std::move(row));
    }
}

std::optional<int> year_in(std::string_view text) {
    std::int64_t year = 0;
    for (std::size_t at = 0; at + 4 <= text.size(); ++at) {
        if (kring::read_number(text.substr(at, 4), 1990, 2100, year)) return static_cast<int>(year);
    }
    return std::nullopt;
}

void read_module_of(std::string_view text, std::string_view file_name, GridFactors& factors, Notes& notes) {
    const auto module = read_module(text, notes);
    if (!module) return;
    const auto find = [&module](const std::string& name) {
        const auto found = module->find(name);
        return found == module->end() ? nullptr : &found->second;
    };
    const Literal* data = find("data");
    if (data == nullptr || data->kind != Literal::Kind::object || data->members.empty())
        return notes.add(Code::no_data);
    const Literal* type = find("type");
    const Literal* told = find("year");
    std::optional<int> year = told == nullptr ? std::nullopt : year_in(told->text);
    Gathering gathering(factors, notes);
    if (type != nullptr && type->text == "average") {
        factors.file = GridFile::average_module;
        read_plain(*data, ember, year, gathering, notes);
    } else if (type != nullptr && type->text == "marginal") {
        factors.file = GridFile::marginal_module;
        read_plain(*data, unfccc, year, gathering, notes);
    } else if (type == nullptr && data->members.front().value.find("carbonIntensity") != nullptr) {
        factors.file = GridFile::yearly_module;
        if (!year) year = year_in(file_name.substr(file_name.rfind('/') + 1));
        read_zones(*data, year, gathering, notes);
    } else {
        return notes.add(Code::no_data, data->line, "", type == nullptr ? "" : type->text);
    }
    if (!year) notes.add(Code::year_unknown);
}

// ---------------------------------------------------------------- tables

std::optional<int> read_year(Cells& cells, std::string_view column) {
    const std::string text = cells.text(column);
    if (text.empty()) return std::nullopt;
    std::int64_t year = 0;
    if (kring::read_number(text, 1990, 2100, year)) return static_cast<int>(year);
    cells.note(Code::unreadable_date, column, text);
    return std::nullopt;
}

std::optional<double> read_share(Cells& cells, std::string_view column) {
    const std::optional<double> percent = cells.number(column, {100, true, false, false});
    return percent ? std::optional<double>(*percent / 100) : std::nullopt;
}

void read_table_row(Cells& cells, GridFile file, Gathering& gathering) {
    const bool is_zone = file == GridFile::electricity_maps_csv;
    std::string area = cells.text(is_zone ? "zone" : "code");
    if (area.empty()) return gathering.refuse(Code::missing_value, cells.line(), is_zone ? "zone" : "code");
    GridRow row = row_of(is_zone ? electricity_maps : ember, cells.line(), std::move(area));
    row.area_name = cells.text(is_zone ? "zone_name" : "name");
    const std::string kind = is_zone ? "zone" : cells.text("kind");
    if (kind == "group" || kind == "region") row.kind = AreaKind::group;
    row.year = read_year(cells, "year");
    row.g_per_kwh = cells.number("gco2e_per_kwh", {most_grams, false, true, false});
    if (is_zone) {
        row.renewable_share = read_share(cells, "renewable_pct");
        row.carbon_free_share = read_share(cells, "carbon_free_pct");
    }
    gathering.keep(std::move(row));
}

void read_table_of(std::string_view text, GridFactors& factors, Notes& notes) {
    Table table;
    if (!read_table(text, table, notes)) return;
    factors.rows_refused = table.refused;
    const bool is_zone = column(table, "zone").has_value();
    if (!is_zone && !column(table, "code")) {
        notes.add(Code::unknown_header, 1, "", join(table.head, std::string_view(&table.separator, 1)));
        return;
    }
    factors.file = is_zone ? GridFile::electricity_maps_csv : GridFile::ember_csv;
    for (const std::string_view needed : {"year", "gco2e_per_kwh"}) {
        if (!column(table, needed)) notes.add(Code::missing_column, 1, needed);
    }
    const std::set<std::string_view> known = {"zone",          "zone_name",     "code",
                                              "name",          "kind",          "year",
                                              "gco2e_per_kwh", "renewable_pct", "carbon_free_pct"};
    for (const std::string& name : table.head) {
        if (known.find(name) == known.end()) notes.add(Code::unknown_column, 1, name);
    }
    Cells cells(table, table.separator == ';' ? ',' : '.', notes);
    Gathering gathering(factors, notes);
    for (const TableRow& row : table.rows) {
        cells.turn_to(row);
        read_table_row(cells, *factors.file, gathering);
    }
}

bool is_module(std::string_view text) {
    LiteralReader reader(text);
    const std::string_view word = reader.identifier();
    if (word == "export" || word == "import") return true;
    return (word == "const" || word == "var" || word == "let") && !reader.identifier().empty();
}

}  // namespace

GridFactors read_grid(std::string_view bytes, std::string_view file_name) {
    GridFactors factors;
    Notes notes;
    if (admit(bytes, Expected::table, notes)) {
        if (is_module(bytes)) {
            read_module_of(bytes, file_name, factors, notes);
        } else {
            read_table_of(bytes, factors, notes);
        }
    }
    factors.oddities = notes.take();
    if (is_refused(factors.oddities)) factors.rows.clear();
    return factors;
}

int fill_years(std::vector<GridRow>& rows, const std::vector<GridRow>& with_years) {
    std::map<std::string, const GridRow*> known;
    for (const GridRow& row : with_years) {
        if (row.year && row.method == GridMethod::generation_average) known.emplace(row.area, &row);
    }
    int filled = 0;
    for (GridRow& row : rows) {
        const auto found = known.find(row.area);
        if (row.year || row.method != GridMethod::generation_average || found == known.end()) continue;
        const GridRow& same = *found->second;
        const bool is_same = row.g_per_kwh.has_value() == same.g_per_kwh.has_value() &&
                             std::fabs(row.g_per_kwh.value_or(0) - same.g_per_kwh.value_or(0)) <= 0.005;
        if (!is_same) continue;
        row.year = same.year;
        ++filled;
    }
    return filled;
}

}  // namespace kring::catalogue
