// SPDX-License-Identifier: EUPL-1.2
#include "tests/engine/catalogue/tables.hpp"

#include <gtest/gtest.h>

#include "platform/base/text.hpp"

namespace kring::catalogue {

namespace {

const CellsOf& plain(char separator) {
    static const CellsOf us = {{"manufacturer", "Maker"},
                               {"name", "Book 14"},
                               {"category", "Workplace"},
                               {"subcategory", "Laptop"},
                               {"gwp_total", "300.0"},
                               {"gwp_use_ratio", "0.1500"},
                               {"yearly_tec", "20.5"},
                               {"lifetime", "4"},
                               {"use_location", "EU"},
                               {"report_date", "November 2020"},
                               {"sources", "https://maker.example/book"},
                               {"gwp_error_ratio", "0.2"},
                               {"weight", "1.5"},
                               {"screen_size", "14"},
                               {"added_date", "2022-04-07"},
                               {"add_method", "Manual"}};
    static const CellsOf fr = [] {
        CellsOf cells = us;
        for (const char* column : {"gwp_total", "gwp_use_ratio", "yearly_tec", "gwp_error_ratio", "weight"})
            cells[column].replace(cells[column].find('.'), 1, ",");
        return cells;
    }();
    return separator == ';' ? fr : us;
}

}  // namespace

const std::vector<std::string>& boavizta_columns() {
    static const std::vector<std::string> columns = {"manufacturer",
                                                     "name",
                                                     "category",
                                                     "subcategory",
                                                     "gwp_total",
                                                     "gwp_use_ratio",
                                                     "yearly_tec",
                                                     "lifetime",
                                                     "use_location",
                                                     "report_date",
                                                     "sources",
                                                     "sources_hash",
                                                     "gwp_error_ratio",
                                                     "gwp_manufacturing_ratio",
                                                     "weight",
                                                     "assembly_location",
                                                     "screen_size",
                                                     "server_type",
                                                     "hard_drive",
                                                     "memory",
                                                     "number_cpu",
                                                     "height",
                                                     "added_date",
                                                     "add_method",
                                                     "gwp_transport_ratio",
                                                     "gwp_eol_ratio",
                                                     "gwp_electronics_ratio",
                                                     "gwp_battery_ratio",
                                                     "gwp_hdd_ratio",
                                                     "gwp_ssd_ratio",
                                                     "gwp_othercomponents_ratio",
                                                     "comment"};
    return columns;
}

std::string header(char separator) { return join(boavizta_columns(), std::string(1, separator)); }

std::string row(const CellsOf& cells, char separator) {
    std::vector<std::string> written;
    for (const std::string& column : boavizta_columns()) {
        const auto given = cells.find(column);
        const auto usual = plain(separator).find(column);
        written.push_back(given != cells.end()              ? given->second
                          : usual != plain(separator).end() ? usual->second
                                                            : std::string());
    }
    return join(written, std::string(1, separator));
}

std::string file(const std::vector<CellsOf>& rows) {
    std::string bytes = header(',') + "\n";
    for (const CellsOf& cells : rows) bytes += row(cells) + "\n";
    return bytes;
}

std::string french_file(const std::vector<CellsOf>& rows) {
    std::string bytes = header(';') + "\r\n";
    for (const CellsOf& cells : rows) bytes += row(cells, ';') + "\r\n";
    return bytes;
}

std::vector<std::string> codes(const Oddities& oddities) {
    std::vector<std::string> told;
    for (const Oddity& odd : oddities)
        told.push_back(std::string(name(odd.code)) + (odd.column.empty() ? "" : ":" + odd.column));
    return told;
}

Oddity only(const Oddities& oddities, Code code) {
    Oddities found;
    for (const Oddity& odd : oddities) {
        if (odd.code == code) found.push_back(odd);
    }
    EXPECT_EQ(found.size(), 1U) << name(code);
    return found.size() == 1 ? found.front() : Oddity{};
}

}  // namespace kring::catalogue
