// SPDX-License-Identifier: EUPL-1.2
#include "domain/factor/pages.hpp"

#include "domain/factor/acts.hpp"
#include "domain/factor/store.hpp"
#include "tests/domain/factor/files.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::factor {
namespace {

using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;
using Words = std::vector<std::string>;

constexpr std::string_view manage = "/beheer/kengetallen";
constexpr std::string_view make = "/beheer/kengetallen/nieuw";

bool holds(const web::Response& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
}

class FactorPages : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};

    web::Response send(const File& file, std::string_view who = "beheer") {
        return desk.post(who, manage, {}, {{"file", file.name, file.bytes}});
    }
    static web::Fields typed() {
        return {{"name", "Laptop, gemeten"},
                {"quantity", "embodied"},
                {"device_class", "laptop"},
                {"value", "250,5"},
                {"low", "200"},
                {"high", "400"},
                {"year", "2025"},
                {"source", "Eigen <b>meting</b>"},
                {"licence", "own"},
                {"certainty", "unverified"},
                {"note", "Gewogen en geteld."}};
    }
};
KRING_ON_BOTH_ENGINES(FactorPages);

TEST_P(FactorPages, show_every_set_with_licence_and_notice_to_everybody) {
    send(boavizta_file({{"X1"}}));
    for (const char* who : {"", "anna", "beheer"}) {
        const auto page = desk.get(who, "/kengetallen");
        EXPECT_EQ(page.status, 200);
        EXPECT_TRUE(holds(page, "Boavizta environmental-footprint-data"));
        EXPECT_TRUE(holds(page, "opendatacommons.org/licenses/odbl/1-0"));
        EXPECT_TRUE(holds(page, html::escaped(catalogue::boavizta_notice())));
        EXPECT_TRUE(holds(page, "creativecommons.org/licenses/by-sa/4.0"));
    }
    EXPECT_TRUE(holds(desk.get("", "/en/factors"), "Where our numbers come from"));
}

TEST_P(FactorPages, open_each_figure_to_its_source_and_history) {
    send(boavizta_file({{"X1"}}));
    send(boavizta_file({{"X1", "Lenovo", "400"}}));
    const auto page = desk.get("", "/kengetallen/boavizta/2/lenovo-x1");
    EXPECT_EQ(page.status, 200);
    for (const char* part : {"320 kg CO2e", "2021", "https://example.org/sheet.pdf", "gwp_total: 300 → 400",
                             "boavizta@2/lenovo-x1/embodied", "gwp_total x (1 - gwp_use_ratio)"})
        EXPECT_TRUE(holds(page, part)) << part;
    EXPECT_TRUE(holds(desk.get("", "/kengetallen/boavizta/1/lenovo-x1"), "240 kg CO2e"));
    for (const char* nowhere :
         {"/kengetallen/boavizta/3", "/kengetallen/boavizta/0", "/kengetallen/boavizta/x",
          "/kengetallen/nothing/1", "/kengetallen/boavizta/1/lenovo-x2"})
        EXPECT_EQ(desk.get("", nowhere).status, 404) << nowhere;
}

TEST_P(FactorPages, mark_what_was_not_verified) {
    const auto prices = desk.get("", "/kengetallen/kring-facts/1");
    EXPECT_TRUE(holds(prices, "niet nagegaan"));
}

TEST_P(FactorPages, find_rows_by_words_and_turn_pages) {
    std::vector<Device> devices;
    for (int i = 0; i < 60; ++i) devices.push_back({"Model " + std::to_string(100 + i)});
    send(boavizta_file(devices));
    const auto first = desk.get("", "/kengetallen/boavizta/1");
    EXPECT_TRUE(holds(first, "Gevonden regels: 60"));
    EXPECT_TRUE(holds(first, "pagina=2"));
    EXPECT_TRUE(holds(desk.get("", "/kengetallen/boavizta/1?pagina=2"), "Model 159"));
    const auto found = desk.get("", "/kengetallen/boavizta/1?q=model+159");
    EXPECT_TRUE(holds(found, "Gevonden regels: 1"));
    EXPECT_TRUE(holds(found, "Model 159"));
    EXPECT_FALSE(holds(found, "Model 158"));
}

TEST_P(FactorPages, hand_out_each_version_as_a_table_with_its_licence) {
    send(boavizta_file({{"X1"}}));
    const auto table = desk.get("", "/kengetallen/boavizta/1/kengetallen.csv");
    EXPECT_EQ(table.status, 200);
    EXPECT_TRUE(holds(table, "\"lenovo-x1\""));
    EXPECT_TRUE(holds(table, "\"ODbL-1.0\""));
    EXPECT_TRUE(holds(table, std::string(catalogue::boavizta_notice())));
    EXPECT_EQ(desk.get("", "/kengetallen/boavizta/9/kengetallen.csv").status, 404);
}

TEST_P(FactorPages, take_a_file_and_tell_what_it_brought) {
    const auto sent = send(boavizta_file({{"X1"}, {"X2"}}));
    EXPECT_EQ(location_of(sent).substr(0, 30), "/beheer/kengetallen/boavizta/1");
    File second = boavizta_file({{"X1", "Lenovo", "310"}});
    second.bytes += "Lenovo,X3\n";
    send(second);
    const auto page = desk.get("beheer", "/beheer/kengetallen/boavizta/2");
    EXPECT_TRUE(holds(page, "0 erbij, 1 anders, 1 weg"));
    EXPECT_TRUE(holds(page, "gwp_total"));
    EXPECT_TRUE(holds(page, "Deze regel heeft 2 velden, en er zijn 32 kolommen"));
    EXPECT_EQ(location_of(send(second)).find("/beheer/kengetallen/boavizta/2"), 0U) << "the same bytes again";
    EXPECT_TRUE(holds(desk.get("beheer", "/en/admin/factors/boavizta/2"), "This row has 2 fields"));
    EXPECT_TRUE(holds(desk.get("beheer", manage), "/beheer/kengetallen/boavizta/1"));
}

TEST_P(FactorPages, say_what_is_wrong_with_a_file) {
    const auto empty = send({"leeg.csv", ""});
    EXPECT_EQ(empty.status, 400);
    EXPECT_TRUE(holds(empty, "Het bestand is leeg"));
    EXPECT_TRUE(holds(send({"x.csv", "<html>nothing</html>"}), "Dit is een webpagina en geen tabel"));
    const auto none = desk.post("beheer", manage, {});
    EXPECT_EQ(none.status, 400);
    EXPECT_TRUE(holds(none, "Kies een bestand"));
    EXPECT_TRUE(holds(send({"x.js", "fetch('https://example.org')"}), "factor") ||
                holds(send({"x.js", "fetch('https://example.org')"}), "JavaScript"));
}

TEST_P(FactorPages, escape_what_stands_in_a_file) {
    File file = boavizta_file({{"<script>alert(1)</script>", "<img src=x>"}});
    file.name = "\"><script>alert(2)</script>.csv";
    file.bytes += "<script>alert(3)</script>,X\n";
    send(file);
    for (const char* path : {"/beheer/kengetallen", "/beheer/kengetallen/boavizta/1", "/kengetallen",
                             "/kengetallen/boavizta/1"}) {
        const auto page = desk.get("beheer", path);
        EXPECT_EQ(page.status, 200) << path;
        EXPECT_FALSE(holds(page, "<script>alert")) << path;
        EXPECT_FALSE(holds(page, "<img src=x>")) << path;
    }
    EXPECT_TRUE(holds(desk.get("", "/kengetallen/boavizta/1"), "&lt;script&gt;alert(1)"));
}

TEST_P(FactorPages, keep_what_was_typed_when_something_is_wrong) {
    web::Fields wrong = typed();
    wrong[3].second = "veel";
    wrong[6].second = "";
    const auto page = desk.post("beheer", make, wrong);
    EXPECT_EQ(page.status, 400);
    EXPECT_TRUE(holds(page, "Vul een getal in"));
    EXPECT_TRUE(holds(page, "Vul het jaar in"));
    for (const char* kept : {"value=\"veel\"", "value=\"Laptop, gemeten\"", "Gewogen en geteld.",
                             "Eigen &lt;b&gt;meting&lt;/b&gt;"})
        EXPECT_TRUE(holds(page, kept)) << kept;
    EXPECT_EQ(desk.read([](db::Connection& in) { return in.count("select count(*) from factor_versions"); }),
              0);
}

TEST_P(FactorPages, name_everything_that_is_missing_from_an_empty_form) {
    const auto page = desk.post("beheer", make, {});
    EXPECT_EQ(page.status, 400);
    for (const char* part : {"Vul een naam in", "Vul de bron in", "Vul de waarde in", "Kies wat voor getal"})
        EXPECT_TRUE(holds(page, part)) << part;
    web::Fields other = {{"quantity", "other"}, {"name", "x"}};
    EXPECT_TRUE(holds(desk.post("beheer", make, other), "Vul de eenheid in"));
}

TEST_P(FactorPages, keep_and_correct_a_figure_of_ones_own) {
    EXPECT_EQ(location_of(desk.post("beheer", make, typed())).find(manage), 0U);
    const auto shown = desk.get("", "/kengetallen/own/1/embodied-laptop");
    EXPECT_TRUE(holds(shown, "250,5 kg CO2e (200 tot 400)"));
    EXPECT_TRUE(holds(shown, "Dit getal is niet nagegaan"));
    EXPECT_FALSE(holds(shown, "beheer@")) << "who typed it in is not for everybody";
    EXPECT_FALSE(holds(shown, "entered_by"));
    EXPECT_FALSE(holds(shown, "<b>meting"));
    EXPECT_EQ(desk.post("beheer", make, typed()).status, 409);
    const std::string edit = "/beheer/kengetallen/own/embodied-laptop/bewerken";
    EXPECT_TRUE(holds(desk.get("beheer", edit), "value=\"250.5\""));
    web::Fields other = typed();
    other[3].second = "260";
    EXPECT_EQ(location_of(desk.post("beheer", edit, other)).find(manage), 0U);
    EXPECT_TRUE(holds(desk.get("", "/kengetallen/own/2/embodied-laptop"), "value: 250.5 → 260"));
    EXPECT_EQ(desk.get("beheer", "/beheer/kengetallen/own/mass-laptop/bewerken").status, 404);
    EXPECT_EQ(desk.get("beheer", "/beheer/kengetallen/kring-facts/x/bewerken").status, 404);
    desk.post("beheer", "/beheer/kengetallen/own/embodied-laptop/intrekking", {});
    EXPECT_EQ(desk.get("beheer", edit).status, 404);
}

TEST_P(FactorPages, ask_few_questions_however_long_the_list) {
    send(boavizta_file({{"X1"}}));
    desk.get("", "/kengetallen/boavizta/1");
    const auto few = desk.statements();
    send(boavizta_file({{"X1"}, {"X2"}, {"X3"}}));
    desk.get("", "/kengetallen/boavizta/2");
    EXPECT_EQ(desk.statements(), few);
}

}  // namespace
}  // namespace kring::factor
