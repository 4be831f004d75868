// SPDX-License-Identifier: EUPL-1.2
// Between the engine's rows and the cells that are kept. Cells are named as Boavizta's columns are, so that
// who knows the file recognises them.
#include <array>
#include <set>

#include "domain/factor/row.hpp"
#include "platform/base/text.hpp"

namespace kring::factor {

namespace {

using catalogue::Date;
using catalogue::GridRow;
using catalogue::PcfRow;

template <class T>
struct Named {
    std::string_view name;
    T PcfRow::* member;
};

constexpr std::array<Named<std::string>, 12> texts = {{{"manufacturer", &PcfRow::maker},
                                                       {"name", &PcfRow::product},
                                                       {"category", &PcfRow::category},
                                                       {"subcategory", &PcfRow::subcategory},
                                                       {"use_location", &PcfRow::use_location},
                                                       {"sources", &PcfRow::source},
                                                       {"sources_hash", &PcfRow::sheet_hash},
                                                       {"assembly_location", &PcfRow::assembly_location},
                                                       {"server_type", &PcfRow::form},
                                                       {"hard_drive", &PcfRow::disks},
                                                       {"add_method", &PcfRow::added_by},
                                                       {"comment", &PcfRow::comment}}};

constexpr std::array<Named<std::optional<double>>, 19> numbers = {
    {{"gwp_total", &PcfRow::total_kg},
     {"gwp_use_ratio", &PcfRow::use_share},
     {"yearly_tec", &PcfRow::tec_kwh},
     {"weekly_tec", &PcfRow::weekly_kwh},
     {"lifetime", &PcfRow::life_years},
     {"gwp_error_ratio", &PcfRow::error_ratio},
     {"gwp_manufacturing_ratio", &PcfRow::manufacturing_share},
     {"gwp_transport_ratio", &PcfRow::transport_share},
     {"gwp_eol_ratio", &PcfRow::end_of_life_share},
     {"gwp_electronics_ratio", &PcfRow::electronics_share},
     {"gwp_battery_ratio", &PcfRow::battery_share},
     {"gwp_hdd_ratio", &PcfRow::hdd_share},
     {"gwp_ssd_ratio", &PcfRow::ssd_share},
     {"gwp_othercomponents_ratio", &PcfRow::other_components_share},
     {"weight", &PcfRow::weight_kg},
     {"screen_size", &PcfRow::screen_inch},
     {"pages_per_minute", &PcfRow::pages_per_minute},
     {"memory", &PcfRow::memory_gb},
     {"height", &PcfRow::height_units}}};

constexpr std::array<Named<std::optional<Date>>, 2> dates = {
    {{"report_date", &PcfRow::reported}, {"added_date", &PcfRow::added}}};

std::optional<Date> read_date(std::string_view text) {
    const auto parts = split(text, '-');
    std::array<std::int64_t, 3> numbers_found = {0, 0, 0};
    if (parts.empty() || parts.size() > 3) return std::nullopt;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!read_number(parts[i], 0, 9999, numbers_found[i])) return std::nullopt;
    }
    return Date{static_cast<int>(numbers_found[0]), static_cast<int>(numbers_found[1]),
                static_cast<int>(numbers_found[2])};
}

std::optional<int> read_whole(std::string_view text) {
    std::int64_t number = 0;
    if (!read_number(text, 0, INT32_MAX, number)) return std::nullopt;
    return static_cast<int>(number);
}

void add(Cells& cells, std::string_view name, std::string_view value) {
    if (!value.empty()) cells.emplace_back(name, value);
}

void add(Cells& cells, std::string_view name, const std::optional<double>& value) {
    if (value) cells.emplace_back(name, number_text(*value));
}

void add(Cells& cells, std::string_view name, const std::optional<int>& value) {
    if (value) cells.emplace_back(name, std::to_string(*value));
}

// A second row of the same name is "name-2".
std::string unique(std::string key, std::set<std::string>& taken) {
    const std::string first = key;
    for (int next = 2; !taken.insert(key).second; ++next) key = first + "-" + std::to_string(next);
    return key;
}

Cells cells_of(const PcfRow& read) {
    Cells cells;
    for (const auto& [name, member] : texts) add(cells, name, read.*member);
    add(cells, "device_class", catalogue::name(read.device));
    for (const auto& [name, member] : numbers) add(cells, name, read.*member);
    add(cells, "number_cpu", read.processors);
    for (const auto& [name, member] : dates) {
        if (read.*member) cells.emplace_back(name, catalogue::to_text(*(read.*member)));
    }
    return cells;
}

Cells cells_of(const GridRow& read) {
    Cells cells;
    add(cells, "area", read.area);
    add(cells, "area_kind", catalogue::name(read.kind));
    add(cells, "area_name", read.area_name);
    add(cells, "g_per_kwh", read.g_per_kwh);
    add(cells, "year", read.year);
    add(cells, "renewable_share", read.renewable_share);
    add(cells, "carbon_free_share", read.carbon_free_share);
    add(cells, "method", catalogue::name(read.method));
    add(cells, "source", read.source);
    return cells;
}

template <class T>
T named(std::string_view text, std::initializer_list<T> all) {
    for (const T one : all) {
        if (catalogue::name(one) == text) return one;
    }
    return *all.begin();
}

}  // namespace

std::vector<Row> rows_of(const std::vector<PcfRow>& read) {
    std::vector<Row> rows;
    std::set<std::string> taken;
    for (const PcfRow& one : read) {
        rows.push_back({unique(slug(one.maker + " " + one.product), taken), one.line,
                        std::string(catalogue::name(one.device)), one.maker, one.product, "", cells_of(one)});
    }
    return rows;
}

std::vector<Row> rows_of(const std::vector<GridRow>& read) {
    std::vector<Row> rows;
    std::set<std::string> taken;
    for (const GridRow& one : read) {
        const bool is_yearly = one.method == catalogue::GridMethod::consumption_average && one.year;
        const std::string key = one.area + (is_yearly ? "-" + std::to_string(*one.year) : "");
        rows.push_back({unique(slug(key), taken), one.line, "", "", one.area_name, one.area, cells_of(one)});
    }
    return rows;
}

PcfRow footprint_of(const Row& row) {
    PcfRow read;
    read.line = row.line;
    read.device = catalogue::device_class(cell(row, "device_class")).value_or(catalogue::DeviceClass::other);
    for (const auto& [name, member] : texts) read.*member = cell(row, name);
    for (const auto& [name, member] : numbers) read.*member = read_real(cell(row, name));
    for (const auto& [name, member] : dates) read.*member = read_date(cell(row, name));
    read.processors = read_whole(cell(row, "number_cpu"));
    return read;
}

GridRow grid_of(const Row& row) {
    using catalogue::AreaKind;
    using catalogue::GridMethod;
    GridRow read;
    read.line = row.line;
    read.area = cell(row, "area");
    read.kind = named(cell(row, "area_kind"), {AreaKind::country, AreaKind::zone, AreaKind::group});
    read.area_name = cell(row, "area_name");
    read.g_per_kwh = read_real(cell(row, "g_per_kwh"));
    read.year = read_whole(cell(row, "year"));
    read.renewable_share = read_real(cell(row, "renewable_share"));
    read.carbon_free_share = read_real(cell(row, "carbon_free_share"));
    read.method = named(cell(row, "method"), {GridMethod::generation_average, GridMethod::consumption_average,
                                              GridMethod::operating_margin});
    read.source = cell(row, "source");
    const bool is_odbl = read.method == GridMethod::consumption_average;
    read.licence = is_odbl ? catalogue::Licence::odbl_1_0 : catalogue::Licence::cc_by_sa_4_0;
    return read;
}

}  // namespace kring::factor
