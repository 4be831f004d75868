// SPDX-License-Identifier: EUPL-1.2
#include <gtest/gtest.h>

#include "domain/outcome/pages.hpp"
#include "domain/outcome/picture.hpp"
#include "domain/outcome/rounding.hpp"
#include "domain/outcome/sheets.hpp"
#include "domain/scenario/acts.hpp"
#include "domain/scenario/compute.hpp"
#include "domain/scenario/pages.hpp"
#include "domain/scenario/store.hpp"
#include "platform/base/process.hpp"
#include "platform/sheet/read.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::outcome {
namespace {

using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;
using Words = std::vector<std::string>;

TEST(Rounding, gives_no_more_digits_than_the_range_allows) {
    EXPECT_EQ(step_of({480000, 540000, 610000, 541000}), 10000);
    EXPECT_EQ(step_of({0.21856, 0.259, 0.3076, 0.261}), 0.001);
    EXPECT_EQ(step_of({-5, 0, 5, 0}), 1);
    EXPECT_EQ(step_of({540432, 540432, 540432, 540432}), 1000);
    EXPECT_EQ(step_of({0, 0, 0, 0}), 1);
}

TEST(Rounding, turns_to_tonnes_and_megawatt_hours_from_ten_thousand_on) {
    EXPECT_EQ(scale_of("kgCO2e", 9999).unit, "kgCO2e");
    EXPECT_EQ(scale_of("kgCO2e", 10000).unit, "tCO2e");
    EXPECT_EQ(scale_of("kWh", 10000).unit, "MWh");
    EXPECT_EQ(scale_of("EUR", 1e9).factor, 1);
}

TEST(Rounding, marks_axes_by_ones_twos_and_fives) {
    EXPECT_EQ(tick_of(1000, 5), 200);
    EXPECT_EQ(tick_of(1540, 4), 500);
    EXPECT_EQ(tick_of(0.9, 4), 0.5);
    EXPECT_EQ(tick_of(0, 4), 1);
}

TEST(Pictures, draw_each_range_from_low_to_high_with_a_mark_in_the_middle) {
    RangePicture picture{
        "p", "Titel & zo", "A: 1 <b>", {{"Nieuw", "2 (1 tot 4)", 1, 2, 4}}, {{0, "0"}, {4, "4"}}};
    const std::string svg = svg_of(picture);
    EXPECT_NE(svg.find("role=\"img\" aria-labelledby=\"p-title p-text\""), std::string::npos);
    EXPECT_NE(svg.find("<title id=\"p-title\">Titel &amp; zo</title>"), std::string::npos);
    EXPECT_NE(svg.find("A: 1 &lt;b&gt;"), std::string::npos);
    // From 6 to 354 stands for 0 to 4: 1 is at 93, 2 at 180.
    EXPECT_NE(svg.find("<rect x=\"93.0\" y=\"22.0\" width=\"261.0\""), std::string::npos) << svg;
    EXPECT_NE(svg.find("<path d=\"M180.0 "), std::string::npos) << svg;
    EXPECT_EQ(svg.find("style="), std::string::npos);
}

TEST(Pictures, show_nought_when_ranges_lie_on_both_sides_of_it) {
    const std::string svg = svg_of(RangePicture{"p", "T", "D", {{"A", "0", -1, 0, 1}}, {}});
    EXPECT_NE(svg.find("<line x1=\"180.0\""), std::string::npos) << svg;
    EXPECT_NE(svg_of(PartPicture{"d", "T", "D", {{"Stroom", "50 %", 0.5}}}).find("width=\"174.0\""),
              std::string::npos);
}

class OutcomePages : public ::testing::TestWithParam<db::Engine> {
protected:
    static std::vector<desk::Route> both_rooms() {
        std::vector<desk::Route> all = scenario::routes();
        for (const desk::Route& route : routes()) all.push_back(route);
        return all;
    }
    fixtures::Desk desk{GetParam(), both_rooms()};

    std::string made() {
        const auto sent =
            desk.post("anna", "/rekenhulp/nieuw",
                      {{"network", "ict"}, {"title", "Laptops"}, {"device_1", "laptop"}, {"count_1", "100"}});
        EXPECT_EQ(sent.status, 303) << sent.body;
        const std::string path = location_of(sent);
        return path.substr(0, path.find('?'));
    }
    scenario::Scenario kept(const std::string& path) {
        return desk.read([&](db::Connection& in) {
            return scenario::find(in, path.substr(std::string("/rekenhulp/").size())).value();
        });
    }
};
KRING_ON_BOTH_ENGINES(OutcomePages);

TEST_P(OutcomePages, computing_again_gives_the_same_and_says_so) {
    const std::string path = made();
    const std::string before = kept(path).result_hash;
    ASSERT_EQ(before.size(), 64U);
    EXPECT_EQ(desk.get("anna", path).body.find("er kwam precies hetzelfde uit"), std::string::npos);
    EXPECT_EQ(desk.post("anna", path + "/berekening", {}).status, 303);
    EXPECT_NE(desk.get("anna", path).body.find("er kwam precies hetzelfde uit"), std::string::npos);
    EXPECT_EQ(kept(path).result_hash, before);
    EXPECT_EQ(desk.post("bram", path + "/berekening", {}).status, 404);
}

TEST_P(OutcomePages, the_same_choices_are_computed_once) {
    const std::string one = made();
    const std::string other = made();
    EXPECT_NE(one, other);
    EXPECT_EQ(kept(one).result_hash, kept(other).result_hash);
    EXPECT_EQ(desk.read([](db::Connection& in) { return in.count("select count(*) from scenario_runs"); }),
              1);
}

TEST_P(OutcomePages, every_number_opens_to_its_source_year_licence_certainty_and_formula) {
    const std::string path = made();
    const auto page = desk.get("anna", path);
    EXPECT_NE(page.body.find(path + "/getallen#embodied"), std::string::npos);
    EXPECT_NE(page.body.find("ODbL"), std::string::npos);
    const auto told = desk.get("anna", path + "/getallen");
    ASSERT_EQ(told.status, 200);
    for (const std::string_view part : {"id=\"embodied\"", "E-EMB", "CC-BY-SA-4.0", "ODbL-1.0", "zekerheid",
                                        "2024", "niet bevestigd", "/kengetallen/"})
        EXPECT_NE(told.body.find(part), std::string::npos) << part;
    EXPECT_EQ(texts_of(parse_page(desk.get("anna", path + "/beelden").body), "figcaption").size(), 9U);
    EXPECT_LT(page.body.size(), 50'000U);
    EXPECT_LT(told.body.size(), 50'000U);
}

TEST_P(OutcomePages, the_table_to_take_away_reads_back_with_sources_and_notices) {
    const std::string path = made();
    for (const std::string file : {"rekenhulp.csv", "rekenhulp.ods"}) {
        const auto sent = desk.get("anna", path + "/bestanden/" + file);
        ASSERT_EQ(sent.status, 200) << file;
        const auto read = sheet::read_table(sent.body);
        ASSERT_TRUE(std::holds_alternative<sheet::ReadTable>(read)) << file;
        const auto& rows = std::get<sheet::ReadTable>(read).table.rows;
        EXPECT_GT(rows.size(), 60U);
        EXPECT_NE(sent.body.empty(), true);
    }
    const std::string csv = desk.get("anna", path + "/bestanden/rekenhulp.csv").body;
    EXPECT_NE(csv.find("\"Licentie\""), std::string::npos);
    EXPECT_NE(csv.find(kept(path).result_hash), std::string::npos);
    EXPECT_EQ(desk.get("anna", path + "/bestanden/rekenhulp.pdf").status, 404);
    EXPECT_EQ(desk.get("anna", path + "/bestanden/anders.txt").status, 404);
}

TEST_P(OutcomePages, libreoffice_opens_the_table) {
    if (GetParam() == db::Engine::postgres) GTEST_SKIP() << "the same bytes as on the other engine";
    const std::string path = made();
    const ScratchFolder folder;
    write_file(folder.path() + "/t.ods", desk.get("anna", path + "/bestanden/rekenhulp.ods").body);
    const Finished done =
        run_program({"soffice", "--headless", "--convert-to", "csv", "t.ods"}, folder.path(), 60);
    ASSERT_EQ(done.exit_code, 0) << done.errors;
    EXPECT_NE(read_file(folder.path() + "/t.csv").find("Uitstoot samen"), std::string::npos);
}

TEST_P(OutcomePages, a_paper_is_asked_for_once_and_waits_for_a_job) {
    const std::string path = made();
    EXPECT_EQ(desk.post("anna", path + "/papier", {}).status, 303);
    EXPECT_EQ(desk.post("anna", path + "/papier", {}).status, 303);
    const auto waiting = desk.read([](db::Connection& in) { return scenario::unprinted(in); });
    ASSERT_EQ(waiting.size(), 1U);
    const scenario::Scenario one = kept(path);
    const auto paper = paper_of({desk.site(), html::Language::nl, one}, {});
    EXPECT_NE(paper.html.find(one.result_hash), std::string::npos);
    EXPECT_NE(paper.html.find("<svg"), std::string::npos);
    (void)desk.database.write([&](db::Connection& in) {
        scenario::keep_paper(in, waiting.front(), "%PDF-", "");
        return Result<Done>(Done{});
    });
    EXPECT_EQ(desk.get("anna", path + "/bestanden/rekenhulp.pdf").body, "%PDF-");
    EXPECT_EQ(desk.get("bram", path + "/bestanden/rekenhulp.pdf").status, 404);
    // Another title asks for another paper.
    EXPECT_EQ(
        desk.post("anna", path + "/bewerken", {{"title", "Anders"}, {"note", ""}, {"audience", "persons"}})
            .status,
        303);
    EXPECT_EQ(desk.get("anna", path + "/bestanden/rekenhulp.pdf").status, 404);
}

TEST_P(OutcomePages, jobs_compute_what_waits_and_tell_how_far_they_are) {
    const std::string path = made();
    const web::Fields settings = {{"area", "NLD"},          {"start", "2026"},   {"horizon", "8"},
                                  {"decline", "0"},         {"discount", "3"},   {"correlation", "0,5"},
                                  {"burden", "first_user"}, {"draws", "600000"}, {"seed", "5"}};
    // One kind on three routes: just too much to wait for.
    ASSERT_EQ(
        desk.post("anna", path + "/vloot",
                  {{"device_1", "laptop"}, {"count_1", "100"}, {"device_2", "monitor"}, {"count_2", "9"}})
            .status,
        303);
    ASSERT_EQ(desk.post("anna", path + "/aannames", settings).status, 303);
    EXPECT_FALSE(kept(path).outcome);
    std::int64_t ticks = 0;
    const scenario::Clock clock = [&] { return fixtures::world_time + 1000 * ++ticks; };
    EXPECT_TRUE(scenario::compute_next(desk.database, clock, 2));
    EXPECT_FALSE(scenario::compute_next(desk.database, clock, 2));
    EXPECT_TRUE(kept(path).outcome);
    EXPECT_EQ(kept(path).outcome->draws, 600'000);
}

}  // namespace
}  // namespace kring::outcome
