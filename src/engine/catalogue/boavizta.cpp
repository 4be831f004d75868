// SPDX-License-Identifier: EUPL-1.2
#include <array>
#include <cmath>
#include <cstdint>
#include <string>

#include "engine/catalogue/boavizta.hpp"
#include "engine/catalogue/dates.hpp"
#include "engine/reading/cells.hpp"
#include "engine/reading/intake.hpp"
#include "platform/base/text.hpp"

namespace kring::catalogue {

using namespace reading;

namespace {

struct Column {
    std::string_view name;
    bool is_needed;
};

constexpr auto columns = std::to_array<Column>({{"manufacturer", true},
                                                {"name", true},
                                                {"category", false},
                                                {"subcategory", true},
                                                {"gwp_total", true},
                                                {"gwp_use_ratio", true},
                                                {"yearly_tec", true},
                                                {"lifetime", true},
                                                {"use_location", false},
                                                {"report_date", false},
                                                {"sources", true},
                                                {"sources_hash", false},
                                                {"gwp_error_ratio", true},
                                                {"gwp_manufacturing_ratio", false},
                                                {"weight", true},
                                                {"assembly_location", false},
                                                {"screen_size", true},
                                                {"server_type", false},
                                                {"hard_drive", false},
                                                {"memory", false},
                                                {"number_cpu", false},
                                                {"height", false},
                                                {"added_date", false},
                                                {"add_method", false},
                                                {"gwp_transport_ratio", false},
                                                {"gwp_eol_ratio", false},
                                                {"gwp_electronics_ratio", false},
                                                {"gwp_battery_ratio", false},
                                                {"gwp_hdd_ratio", false},
                                                {"gwp_ssd_ratio", false},
                                                {"gwp_othercomponents_ratio", false},
                                                {"comment", false}});

struct Spelling {
    std::string_view found;
    std::string_view kept;
};

constexpr auto locations =
    std::to_array<Spelling>({{"Worldwide", "WW"}, {"North America", "US"}, {"China", "CN"}, {"default", ""}});

struct Subcategory {
    std::string_view found;  ///< in lower case
    std::string_view kept;
    DeviceClass device;
};

constexpr auto subcategories = std::to_array<Subcategory>({
    {"laptop", "Laptop", DeviceClass::laptop},
    {"desktop", "Desktop", DeviceClass::desktop},
    {"monitor", "Monitor", DeviceClass::monitor},
    {"smartphone", "Smartphone", DeviceClass::smartphone},
    {"tablet", "Tablet", DeviceClass::tablet},
    {"thin client", "Thin Client", DeviceClass::thin_client},
    {"workstation", "Workstation", DeviceClass::workstation},
    {"server", "Server", DeviceClass::server},
    {"converged", "Converged", DeviceClass::converged},
    {"converged edge", "Converged Edge", DeviceClass::converged},
    {"san/nas", "SAN/NAS", DeviceClass::storage},
    {"hard drive", "Hard drive", DeviceClass::hard_drive},
    {"network", "Network", DeviceClass::network},
    {"printer", "Printer", DeviceClass::printer},
    {"iot", "IoT", DeviceClass::iot},
    {"gaming", "Gaming", DeviceClass::gaming},
    {"multimedia", "Multimedia", DeviceClass::multimedia},
    {"entertainment", "Entertainment", DeviceClass::entertainment},
    {"entertainmentt", "Entertainment", DeviceClass::entertainment},
});

bool is_known(std::string_view name) {
    for (const Column& one : columns) {
        if (one.name == name) return true;
    }
    return false;
}

bool has_needed_columns(const Table& table, Notes& notes) {
    std::size_t known = 0;
    for (const std::string& name : table.head) known += is_known(name) ? 1U : 0U;
    if (known < 5) {
        notes.add(Code::unknown_header, 1, "", join(table.head, std::string_view(&table.separator, 1)));
        return false;
    }
    bool is_whole = true;
    for (const Column& one : columns) {
        if (!one.is_needed || column(table, one.name)) continue;
        notes.add(Code::missing_column, 1, one.name);
        is_whole = false;
    }
    for (const std::string& name : table.head) {
        if (!is_known(name)) notes.add(Code::unknown_column, 1, name);
    }
    return is_whole;
}

std::string read_location(Cells& cells, std::string_view column) {
    std::string found = cells.text(column);
    for (const Spelling& spelling : locations) {
        if (found != spelling.found) continue;
        cells.note(Code::location_unified, column, found, spelling.kept);
        return std::string(spelling.kept);
    }
    return found;
}

std::optional<Date> read_date_of(Cells& cells, std::string_view column) {
    const std::string found = cells.text(column);
    if (found.empty()) return std::nullopt;
    const std::optional<Date> date = read_date(found);
    if (!date) cells.note(Code::unreadable_date, column, found);
    return date;
}

void read_class(Cells& cells, PcfRow& row) {
    const std::string found = cells.text("subcategory");
    const std::string lower = ascii_lower(found);
    row.subcategory = found;
    for (const Subcategory& one : subcategories) {
        if (lower != one.found) continue;
        row.device = one.device;
        row.subcategory = one.kept;
        if (found != one.kept) cells.note(Code::subcategory_unified, "subcategory", found, one.kept);
        return;
    }
    if (!found.empty()) cells.note(Code::class_unknown, "subcategory", found);
}

void read_texts(Cells& cells, PcfRow& row) {
    row.maker = cells.text("manufacturer");
    row.product = cells.text("name");
    row.category = cells.text("category");
    row.use_location = read_location(cells, "use_location");
    row.assembly_location = read_location(cells, "assembly_location");
    row.reported = read_date_of(cells, "report_date");
    row.added = read_date_of(cells, "added_date");
    row.added_by = cells.text("add_method");
    row.comment = cells.text("comment");
    row.source = cells.address("sources");
    row.sheet_hash = cells.text("sources_hash");
    const bool is_hash = row.sheet_hash.size() == 32 &&
                         row.sheet_hash.find_first_not_of("0123456789abcdef") == std::string::npos;
    if (!row.sheet_hash.empty() && !is_hash) {
        cells.note(Code::unreadable_text, "sources_hash", row.sheet_hash);
        row.sheet_hash.clear();
    }
}

void read_shares(Cells& cells, PcfRow& row) {
    const Limits share{1, true, false, true};
    row.use_share = cells.number("gwp_use_ratio", share);
    row.manufacturing_share = cells.number("gwp_manufacturing_ratio", share);
    row.transport_share = cells.number("gwp_transport_ratio", share);
    row.end_of_life_share = cells.number("gwp_eol_ratio", share);
    row.electronics_share = cells.number("gwp_electronics_ratio", share);
    row.battery_share = cells.number("gwp_battery_ratio", share);
    row.hdd_share = cells.number("gwp_hdd_ratio", share);
    row.ssd_share = cells.number("gwp_ssd_ratio", share);
    row.other_components_share = cells.number("gwp_othercomponents_ratio", share);
}

std::optional<int> whole(Cells& cells, std::string_view column, const Limits& limits) {
    const std::optional<double> value = cells.number(column, limits);
    if (!value) return std::nullopt;
    if (*value != std::floor(*value)) {
        cells.note(Code::not_a_number, column, cells.raw(column));
        return std::nullopt;
    }
    return static_cast<int>(*value);
}

void read_figures(Cells& cells, PcfRow& row) {
    row.total_kg = cells.number("gwp_total", {1e7, false, false, false});
    const std::optional<double> tec = cells.number("yearly_tec", {1e6, false, false, false});
    const bool is_printer = row.device == DeviceClass::printer;
    (is_printer ? row.weekly_kwh : row.tec_kwh) = tec;
    if (is_printer && tec) cells.note(Code::weekly_tec, "yearly_tec", cells.raw("yearly_tec"));
    row.life_years = cells.number("lifetime", {50, false, false, false});
    row.error_ratio = cells.number("gwp_error_ratio", {10, false, true, false});
    row.weight_kg = cells.number("weight", {5000, false, false, false});
    row.screen_inch = cells.number("screen_size", {200, false, true, false});
    row.memory_gb = cells.number("memory", {1e6, false, false, false});
    row.height_units = cells.number("height", {60, false, false, false});
    row.processors = whole(cells, "number_cpu", {1024, false, false, false});
}

/// The data-centre columns hold other things for printers and disks.
void read_build(Cells& cells, PcfRow& row) {
    row.form = cells.text("server_type");
    row.disks = cells.text("hard_drive");
    if (row.device == DeviceClass::printer) {
        if (!row.form.empty()) cells.note(Code::field_of_other_meaning, "server_type", row.form);
        if (row.disks.empty()) return;
        cells.note(Code::field_of_other_meaning, "hard_drive", row.disks);
        std::string_view pages = row.disks;
        if (pages.ends_with("ppm")) pages = trim(pages.substr(0, pages.size() - 3));
        std::int64_t count = 0;
        if (kring::read_number(pages, 1, 10'000, count)) row.pages_per_minute = static_cast<double>(count);
        row.disks.clear();
    }
    if (row.device == DeviceClass::hard_drive && !row.form.empty()) {
        cells.note(Code::field_of_other_meaning, "server_type", row.form);
        if (row.disks.empty()) std::swap(row.disks, row.form);
    }
}

}  // namespace

PcfFile read_boavizta(std::string_view bytes) {
    PcfFile file;
    Notes notes;
    Table table;
    if (admit(bytes, Expected::table, notes) && read_table(bytes, table, notes) &&
        has_needed_columns(table, notes)) {
        file.dialect = table.separator == ';' ? Dialect::fr : Dialect::us;
        file.rows_refused = table.refused;
        Cells cells(table, file.dialect == Dialect::fr ? ',' : '.', notes);
        for (const TableRow& read : table.rows) {
            cells.turn_to(read);
            PcfRow row;
            row.line = read.line;
            read_class(cells, row);
            read_texts(cells, row);
            const std::string_view missing = row.maker.empty()         ? "manufacturer"
                                             : row.product.empty()     ? "name"
                                             : row.subcategory.empty() ? "subcategory"
                                                                       : "";
            if (!missing.empty()) {
                cells.note(Code::missing_value, missing);
                ++file.rows_refused;
                continue;
            }
            read_shares(cells, row);
            read_figures(cells, row);
            read_build(cells, row);
            file.rows.push_back(std::move(row));
        }
        check_rows(file.rows, notes);
    }
    file.oddities = notes.take();
    if (is_refused(file.oddities)) file.rows.clear();
    return file;
}

}  // namespace kring::catalogue
