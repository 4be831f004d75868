// SPDX-License-Identifier: EUPL-1.2
// Factors of electricity: modules of CO2.js read as data, tables made of them, and the traps of both.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/engine/catalogue/shared_data.hpp"
#include "tests/engine/catalogue/tables.hpp"

namespace kring::catalogue {
namespace {

using Told = std::vector<std::string>;

const GridRow& row_at(const GridFactors& factors, const std::string& area, int year = 0) {
    static const GridRow none;
    const auto found = std::find_if(factors.rows.begin(), factors.rows.end(), [&](const GridRow& row) {
        return row.area == area && (year == 0 || row.year == year);
    });
    EXPECT_NE(found, factors.rows.end()) << area;
    return found == factors.rows.end() ? none : *found;
}

constexpr const char* average_end =
    "const type = \"average\";\nvar x_default = { data, type };\nexport {\n  data,\n  x_default as "
    "default,\n  "
    "type\n};\n";

TEST(GridModule, of_averages_has_no_year_and_takes_zero_for_a_hole) {
    const GridFactors read =
        read_grid(std::string("const data = { \"NLD\": 252.7, \"CAF\": 0, \"EU\": 213, \"ABC\": null };\n") +
                      average_end,
                  "average-intensities.min.js");
    EXPECT_EQ(read.file, GridFile::average_module);
    EXPECT_EQ(codes(read.oddities), (Told{"year_unknown", "zero_is_unknown:CAF"}));
    ASSERT_EQ(read.rows.size(), 4U);
    const GridRow& dutch = row_at(read, "NLD");
    EXPECT_EQ(dutch.g_per_kwh, 252.7);
    EXPECT_FALSE(dutch.year);
    EXPECT_EQ(dutch.kind, AreaKind::country);
    EXPECT_EQ(dutch.method, GridMethod::generation_average);
    EXPECT_EQ(dutch.licence, Licence::cc_by_sa_4_0);
    EXPECT_EQ(row_at(read, "EU").kind, AreaKind::group);
    EXPECT_FALSE(row_at(read, "CAF").g_per_kwh);
    EXPECT_FALSE(row_at(read, "ABC").g_per_kwh);
}

TEST(GridModule, of_margins_holds_texts_that_are_numbers_and_zeros_that_are_meant) {
    const GridFactors read = read_grid(
        "const data = { \"NLD\": \"326\", \"ISL\": \"0\", \"MEMO:  EU 27\": \"409\", \"BAD\": \"1,5\" };\n"
        "const type = \"marginal\";\nconst year = \"2021\";\nexport { data, type, year };\n",
        "marginal-intensities-2021.min.js");
    EXPECT_EQ(read.file, GridFile::marginal_module);
    EXPECT_EQ(codes(read.oddities), Told{"not_a_number:BAD"});
    EXPECT_EQ(row_at(read, "NLD").g_per_kwh, 326.0);
    EXPECT_EQ(row_at(read, "NLD").year, 2021);
    EXPECT_EQ(row_at(read, "NLD").method, GridMethod::operating_margin);
    EXPECT_EQ(row_at(read, "ISL").g_per_kwh, 0.0);
    EXPECT_EQ(row_at(read, "MEMO: EU 27").kind, AreaKind::group);
    EXPECT_FALSE(row_at(read, "BAD").g_per_kwh);
}

std::string zone(const std::string& code, const std::string& value, const std::string& unit = "gCO2eq/kWh") {
    return "\"" + code +
           "\": { \"zone\": { \"zoneName\": \"Z\\xE9\\u014D\" }, \"carbonIntensity\": { \"value\": " + value +
           ", \"unit\": \"" + unit +
           "\" }, \"renewableEnergy\": { \"value\": 40, \"unit\": \"%\" }, \"carbonFreeEnergy\": { "
           "\"value\": 44, "
           "\"unit\": \"%\" } }";
}

TEST(GridModule, of_a_year_takes_it_from_its_name_and_keeps_newfoundland_apart_from_the_netherlands) {
    const std::string bytes = "const data = { " + zone("NL", "251") + ", " + zone("CA-NL", "17") + ", " +
                              zone("XX", "3", "kg/kWh") +
                              " };\nconst methodology = \"https://m.example\";\nvar y = { data, methodology "
                              "};\nexport { y as default };\n";
    const GridFactors read = read_grid(bytes, "data/electricity-maps/yearly_2024.js");
    EXPECT_EQ(read.file, GridFile::yearly_module);
    EXPECT_EQ(codes(read.oddities), Told{"not_a_number:XX"});
    const GridRow& dutch = row_at(read, "NL", 2024);
    EXPECT_EQ(dutch.g_per_kwh, 251.0);
    EXPECT_EQ(dutch.kind, AreaKind::zone);
    EXPECT_EQ(dutch.area_name, "Z\xC3\xA9\xC5\x8D");
    EXPECT_EQ(dutch.renewable_share, 0.40);
    EXPECT_EQ(dutch.carbon_free_share, 0.44);
    EXPECT_EQ(dutch.method, GridMethod::consumption_average);
    EXPECT_EQ(dutch.licence, Licence::odbl_1_0);
    EXPECT_EQ(row_at(read, "CA-NL").g_per_kwh, 17.0);
    EXPECT_EQ(codes(read_grid(bytes, "data.js").oddities), (Told{"year_unknown", "not_a_number:XX"}));
}

TEST(GridModule, is_never_run_whatever_it_says) {
    for (const char* bytes :
         {"const data = require('fs').readFileSync('/etc/passwd');",
          "const data = { \"NLD\": 1 + 1 };\nexport { data };", "const data = { \"NLD\": (() => 1)() };",
          "const data = { get NLD() { return 1; } };", "const data = { \"NLD\": `1` };",
          "const data = { \"NLD\": 0x10 };", "const data = { \"NLD\": 010 };", "const data = { 'NLD': 1 };",
          "const data = { \"NLD\": 1 }; process.exit(1);",
          "import fs from \"fs\";\nconst data = { \"NLD\": 1 };", "const data = { \"NLD\": 1 }",
          "const data = { \"NLD\": 1", "const data = { \"NLD\": 1 };\nconst data = { \"NLD\": 2 };",
          "const data = { \"NLD\": Infinity };", "const data = { \"NLD\": 1e999 };",
          "var x = { ...data };"}) {
        const GridFactors read = read_grid(bytes, "average-intensities.min.js");
        EXPECT_EQ(codes(read.oddities), Told{"not_data_literal"}) << bytes;
        EXPECT_TRUE(read.rows.empty());
    }
}

TEST(GridModule, that_is_deep_or_empty_or_of_another_kind_is_refused) {
    const std::string deep = "const data = " + std::string(100'000, '[') + ";";
    EXPECT_EQ(codes(read_grid(deep, "x.js").oddities), Told{"too_deep"});
    const auto told = [](const char* bytes) { return codes(read_grid(bytes, "x.js").oddities); };
    EXPECT_EQ(told("const type = \"average\";\nexport { type };"), Told{"no_data"});
    EXPECT_EQ(told("const data = {};\nconst type = \"average\";"), Told{"no_data"});
    EXPECT_EQ(told("const data = { \"A\": 1 };\nconst type = \"other\";"), Told{"no_data"});
    EXPECT_EQ(told("export { y as default };"), Told{"no_data"});
}

TEST(GridModule, keeps_the_first_of_two_of_one_code_and_refuses_what_cannot_be) {
    const GridFactors read = read_grid(std::string("const data = {\n\"NLD\": 252.7,\n\"NLD\": 2,\n\"AAA\": "
                                                   "-1,\n\"BBB\": 5000,\n\"CCC\": \"x\"\n};\n") +
                                           average_end,
                                       "average.js");
    EXPECT_EQ(codes(read.oddities), (Told{"year_unknown", "repeated_code", "negative:AAA", "not_possible:BBB",
                                          "not_a_number:CCC"}));
    EXPECT_EQ(only(read.oddities, Code::repeated_code).line, 3);
    EXPECT_EQ(only(read.oddities, Code::repeated_code).other, "2");
    EXPECT_EQ(read.rows_refused, 1);
    EXPECT_EQ(row_at(read, "NLD").g_per_kwh, 252.7);
}

TEST(GridTable, of_ember_tells_years_and_groups) {
    const GridFactors read = read_grid(
        "code,name,kind,year,gco2e_per_kwh\nNLD,Netherlands,country,2024,252.7\nEU,EU,group,2024,213\n"
        "CAF,Central African "
        "Republic,country,2022,0\nXYZ,,country,,\n,Nowhere,country,2024,1\nNLD,again,country,2024,1\n",
        "ember.csv");
    EXPECT_EQ(read.file, GridFile::ember_csv);
    EXPECT_EQ(codes(read.oddities),
              (Told{"zero_is_unknown:gco2e_per_kwh", "missing_value:code", "repeated_code"}));
    EXPECT_EQ(row_at(read, "NLD").year, 2024);
    EXPECT_EQ(row_at(read, "EU").kind, AreaKind::group);
    EXPECT_FALSE(row_at(read, "CAF").g_per_kwh);
    EXPECT_EQ(read.rows.size(), 4U);
    EXPECT_EQ(read.rows_refused, 2);
}

TEST(GridTable, with_another_header_is_refused) {
    EXPECT_EQ(codes(read_grid("a,b\n1,2\n", "x.csv").oddities), Told{"unknown_header"});
    EXPECT_EQ(codes(read_grid("code,name\nNLD,x\n", "x.csv").oddities),
              (Told{"missing_column:year", "missing_column:gco2e_per_kwh"}));
}

TEST(GridYears, are_filled_in_only_where_the_value_is_the_same) {
    GridFactors module = read_grid(
        std::string("const data = { \"NLD\": 252.7, \"BEL\": 117.58, \"FRA\": 1 };\n") + average_end, "a.js");
    const GridFactors table = read_grid(
        "code,name,kind,year,gco2e_per_kwh\nNLD,a,country,2024,252.7\nBEL,b,country,2024,117.58\nFRA,c,"
        "country,2024,44\n",
        "b.csv");
    EXPECT_EQ(fill_years(module.rows, table.rows), 2);
    EXPECT_EQ(row_at(module, "NLD").year, 2024);
    EXPECT_FALSE(row_at(module, "FRA").year);
}

// ---------------------------------------------------------------- the real files

TEST(GridFiles, of_the_shared_data_hold_what_is_said_of_them) {
    NEEDS_SHARED("grid/ember-average-via-co2js.csv");
    const GridFactors ember = read_grid(shared_bytes("grid/ember-average-via-co2js.csv"), "ember.csv");
    EXPECT_EQ(ember.rows.size(), 222U);
    EXPECT_EQ(codes(ember.oddities), Told{"zero_is_unknown:gco2e_per_kwh"});
    EXPECT_EQ(row_at(ember, "NLD").g_per_kwh, 252.7);
    const auto of_year = [&ember](int year) {
        return std::count_if(ember.rows.begin(), ember.rows.end(),
                             [year](const GridRow& row) { return row.year == year; });
    };
    EXPECT_EQ(of_year(2024), 102);
    EXPECT_EQ(of_year(2023), 81);
    EXPECT_EQ(of_year(2022), 39);
    const GridFactors maps = read_grid(shared_bytes("grid/electricitymaps-yearly-via-co2js.csv"), "em.csv");
    EXPECT_EQ(codes(maps.oddities), Told{});
    const std::vector<double> dutch = {377, 347, 280, 251, 253};
    for (int year = 2021; year <= 2025; ++year)
        EXPECT_EQ(row_at(maps, "NL", year).g_per_kwh, dutch[static_cast<std::size_t>(year - 2021)]);
}

const std::string package = "node_modules/@tgwf/co2/dist/esm/data/";

TEST(GridFiles, of_the_package_equal_the_tables_made_of_them) {
    NEEDS_SHARED("grid/ember-average-via-co2js.csv");
    if (!is_there(package)) GTEST_SKIP() << "needs " << package;
    GridFactors module =
        read_grid(read_file(package + "average-intensities.min.js"), "average-intensities.min.js");
    const GridFactors table = read_grid(shared_bytes("grid/ember-average-via-co2js.csv"), "ember.csv");
    EXPECT_EQ(codes(module.oddities), (Told{"year_unknown", "zero_is_unknown:CAF"}));
    EXPECT_EQ(fill_years(module.rows, table.rows), 222);
    for (const GridRow& row : table.rows) {
        EXPECT_EQ(row_at(module, row.area).g_per_kwh, row.g_per_kwh);
        EXPECT_EQ(row_at(module, row.area).kind, row.kind) << row.area;
        EXPECT_EQ(row_at(module, row.area).year, row.year);
    }
    const GridFactors maps = read_grid(shared_bytes("grid/electricitymaps-yearly-via-co2js.csv"), "em.csv");
    std::size_t count = 0;
    for (int year = 2021; year <= 2025; ++year) {
        const std::string name = "electricity-maps/yearly_" + std::to_string(year) + ".js";
        const GridFactors yearly = read_grid(read_file(package + name), name);
        EXPECT_EQ(codes(yearly.oddities), Told{}) << name;
        count += yearly.rows.size();
        for (GridRow row : yearly.rows) {
            row.line = row_at(maps, row.area, year).line;
            EXPECT_EQ(row, row_at(maps, row.area, year)) << name << " " << row.area;
        }
    }
    EXPECT_EQ(count, maps.rows.size());
    const GridFactors margins = read_grid(read_file(package + "marginal-intensities-2021.min.js"),
                                          "marginal-intensities-2021.min.js");
    EXPECT_EQ(codes(margins.oddities), Told{});
    EXPECT_EQ(margins.rows.size(), 232U);
    EXPECT_EQ(row_at(margins, "NLD").g_per_kwh, 326.0);
}

}  // namespace
}  // namespace kring::catalogue
