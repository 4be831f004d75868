// SPDX-License-Identifier: EUPL-1.2
#include "domain/factor/factor.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "domain/factor/built_in.hpp"
#include "domain/factor/figures.hpp"
#include "domain/factor/own.hpp"
#include "tests/domain/factor/files.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::factor {
namespace {

using Words = std::vector<std::string>;

TEST(FactorNames, name_a_figure_for_ever_and_are_read_back) {
    const FigureName name{"boavizta", 3, "lenovo-thinkpad-x1", Quantity::embodied};
    EXPECT_EQ(figure_id(name), "boavizta@3/lenovo-thinkpad-x1/embodied");
    const auto read = read_figure_id("boavizta@3/lenovo-thinkpad-x1/embodied");
    ASSERT_TRUE(read);
    EXPECT_EQ(figure_id(*read), figure_id(name));
    for (const char* wrong : {"", "boavizta/x/embodied", "boavizta@0/x/embodied", "boavizta@1/X/embodied",
                              "boavizta@1/x/height", "boavizta@1/x", "boavizta@1 ember@1/x/embodied"})
        EXPECT_FALSE(read_figure_id(wrong)) << wrong;
}

TEST(FactorNames, keep_the_versions_of_a_result_as_text) {
    const Versions versions = {{"kring-grid", 1}, {"boavizta", 12}};
    EXPECT_EQ(to_text(versions), "boavizta@12 kring-grid@1");
    EXPECT_EQ(read_versions("kring-grid@1 boavizta@12"), versions);
    EXPECT_FALSE(read_versions("boavizta@1 boavizta@2"));
    EXPECT_FALSE(read_versions("boavizta@eleven"));
}

TEST(FactorNames, have_a_unit_for_each_quantity) {
    for (const Quantity one : all_quantities()) {
        EXPECT_EQ(quantity_of(word(one)), one);
        EXPECT_EQ(unit_of(one).empty(), one == Quantity::other) << word(one);
    }
}

TEST(FactorRows, are_written_and_read_back_as_they_were) {
    Row row{"a-b", 7, "laptop", "A\tB", "two\nlines \\ and = more", "NLD", {{"comment", "x=\ty\\n"}}};
    const catalogue::Oddities odd = {{catalogue::Code::not_a_number, 8, "gwp_total", "a\tb", ""}};
    const auto read = read_written(written({row}, odd));
    ASSERT_TRUE(read);
    ASSERT_EQ(read->rows.size(), 1U);
    EXPECT_EQ(written(read->rows, read->oddities), written({row}, odd));
    EXPECT_EQ(read->rows[0].name, row.name);
    EXPECT_EQ(read->rows[0].cells, row.cells);
    EXPECT_EQ(read->oddities[0].value, "a\tb");
    EXPECT_EQ(read_cells(cells_text(row.cells)), row.cells);
    for (const char* wrong : {"", "kring-factors 2\n", "kring-factors 1\nrow\tx\n",
                              "kring-factors 1\nother\n", "kring-factors 1\noddity\t1\tno_such_code\t\t\t\n"})
        EXPECT_FALSE(read_written(wrong)) << wrong;
}

TEST(FactorRows, hold_everything_that_the_engine_read) {
    const auto read =
        catalogue::read_boavizta(boavizta_file({{"X1"}, {"X2", "Dell", "241.125", "18.8"}}).bytes);
    const auto rows = rows_of(read.rows);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[1].key, "dell-x2");
    EXPECT_EQ(cell(rows[1], "gwp_total"), "241.125");
    for (std::size_t i = 0; i < rows.size(); ++i) EXPECT_EQ(footprint_of(rows[i]), read.rows[i]);
    const File ember = ember_file();
    const auto grid = catalogue::read_grid(ember.bytes, ember.name);
    const auto areas = rows_of(grid.rows);
    ASSERT_EQ(areas.size(), 2U);
    for (std::size_t i = 0; i < areas.size(); ++i) EXPECT_EQ(grid_of(areas[i]), grid.rows[i]);
}

TEST(FactorRows, of_one_name_get_a_number_behind_their_key) {
    const auto read =
        catalogue::read_boavizta(boavizta_file({{"X1 (2021)"}, {"X1, 2021"}, {"X1 - 2021"}}).bytes);
    Words keys;
    for (const Row& row : rows_of(read.rows)) keys.push_back(row.key);
    EXPECT_EQ(keys.front(), "lenovo-x1-2021");
    EXPECT_EQ(keys.back(), "lenovo-x1-2021-2");
    EXPECT_EQ(slug("Pixel 5 ®"), "pixel-5");
    EXPECT_EQ(slug(""), "x");
    EXPECT_LE(slug(std::string(500, 'a')).size(), 100U);
}

// Closed form: a lognormal with mean 240 and coefficient of variation 0.2.
TEST(FactorFigures, take_embodied_and_energy_of_a_sheet_and_never_its_total) {
    const auto read = catalogue::read_boavizta(boavizta_file({{"X1"}}).bytes);
    const auto figures = figures_of(boavizta_set(), 3, rows_of(read.rows).front());
    ASSERT_EQ(figures.size(), 4U);
    EXPECT_EQ(figures[0].id, "boavizta@3/lenovo-x1/embodied");
    EXPECT_DOUBLE_EQ(figures[0].value, 240);
    const double sigma = std::sqrt(std::log(1 + 0.2 * 0.2));
    const double median = 240 * std::exp(-sigma * sigma / 2);
    EXPECT_NEAR(figures[0].low, median * std::exp(-1.6448536269514722 * sigma), 1e-9);
    EXPECT_NEAR(figures[0].high, median * std::exp(1.6448536269514722 * sigma), 1e-9);
    EXPECT_EQ(figures[0].from.year, "2021");
    EXPECT_EQ(figures[0].from.licence, Licence::odbl);
    EXPECT_EQ(figures[0].from.url, "https://example.org/sheet.pdf");
    EXPECT_EQ(word(figures[1].quantity), "energy");
    EXPECT_DOUBLE_EQ(figures[1].value, 20);
    EXPECT_DOUBLE_EQ(figures[3].value, 4);
}

TEST(FactorFigures, are_built_in_for_every_class_the_grid_and_prices) {
    for (const BuiltIn& one : built_in()) {
        EXPECT_FALSE(one.figures.empty()) << one.set.id;
        for (const Figure& figure : one.figures) {
            EXPECT_LE(figure.low, figure.value) << figure.id;
            EXPECT_LE(figure.value, figure.high) << figure.id;
            EXPECT_TRUE(read_figure_id(figure.id)) << figure.id;
            EXPECT_FALSE(figure.from.source.empty()) << figure.id;
            EXPECT_FALSE(figure.unit.empty()) << figure.id;
        }
    }
    EXPECT_EQ(newest_built_in("kring-archetypes")->set.notice, catalogue::boavizta_notice());
    EXPECT_EQ(newest_built_in("kring-grid")->set.licence, Licence::cc_by_sa);
}

OwnDraft good_draft() {
    OwnDraft draft;
    draft.name = "Stroom volgens co2emissiefactoren.nl";
    draft.quantity = "intensity";
    draft.area = "NLD";
    draft.value = "0,268";
    draft.year = "2025";
    draft.source = "co2emissiefactoren.nl";
    return draft;
}

TEST(OwnFigures, are_read_with_a_comma_or_a_point) {
    EXPECT_EQ(typed_number("0,268"), 0.268);
    EXPECT_EQ(typed_number(" 241.5 "), 241.5);
    for (const char* wrong :
         {"1.234,5", "1,234.5", "-3", "+3", "1e9", "nan", "inf", "", ",5", "0x10", "3 kg"})
        EXPECT_FALSE(typed_number(wrong)) << wrong;
}

TEST(OwnFigures, name_every_fault_at_its_field) {
    EXPECT_EQ(fixtures::faults_of(problems_of(good_draft())), Words{});
    EXPECT_EQ(fixtures::faults_of(problems_of({})),
              (Words{"name: problem.needed.name", "quantity: factor.problem.quantity",
                     "value: factor.problem.value_missing", "year: factor.problem.year",
                     "source: problem.needed.source"}));
    OwnDraft wrong = good_draft();
    wrong.area = "nl";
    wrong.low = "0,3";
    wrong.high = "veel";
    wrong.url = "javascript:alert(1)";
    wrong.licence = "CC0";
    wrong.certainty = "sure";
    EXPECT_EQ(fixtures::faults_of(problems_of(wrong)),
              (Words{"area: factor.problem.area", "high: factor.problem.number",
                     "low: factor.problem.low_above", "url: factor.problem.url",
                     "licence: factor.problem.licence", "certainty: factor.problem.certainty"}));
    wrong = good_draft();
    wrong.quantity = "life";
    wrong.value = "0";
    EXPECT_EQ(fixtures::faults_of(problems_of(wrong)),
              (Words{"device_class: factor.problem.device_class", "value: factor.problem.life_zero"}));
}

TEST(OwnFigures, become_a_row_and_back) {
    const Row row = row_of(good_draft(), "beheer");
    EXPECT_EQ(row.key, "intensity-nld-2025");
    EXPECT_EQ(cell(row, "value"), "0.268");
    EXPECT_EQ(cell(row, "entered_by"), "beheer");
    OwnDraft again = draft_of(row, Licence::own);
    EXPECT_EQ(row_of(again, "beheer").cells, row.cells);
    const auto figures = figures_of(own_set(Licence::own), 1, row);
    ASSERT_EQ(figures.size(), 1U);
    EXPECT_EQ(figures[0].subject, "NLD");
    EXPECT_EQ(figures[0].from.entered_by, "beheer");
    EXPECT_EQ(word(figures[0].from.certainty), "medium");
}

}  // namespace
}  // namespace kring::factor
