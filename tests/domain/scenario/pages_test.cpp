// SPDX-License-Identifier: EUPL-1.2
#include "domain/scenario/pages.hpp"

#include "domain/outcome/pages.hpp"
#include "domain/scenario/acts.hpp"
#include "domain/scenario/store.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::scenario {
namespace {

using fixtures::HtmlNode;
using fixtures::link_of;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;
using Words = std::vector<std::string>;

std::vector<desk::Route> both_rooms() {
    std::vector<desk::Route> all = routes();
    for (const desk::Route& route : outcome::routes()) all.push_back(route);
    return all;
}

class ScenarioPages : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), both_rooms()};

    HtmlNode page(std::string_view person, std::string_view path, int status = 200) {
        const auto response = desk.get(person, path);
        EXPECT_EQ(response.status, status) << path << response.body.substr(0, 400);
        return parse_page(response.body);
    }
    static std::string path_of(const web::Response& sent) {
        const std::string path = location_of(sent);
        return path.substr(0, path.find('?'));
    }
    std::string made(std::string_view who, web::Fields more = {}) {
        web::Fields form = {{"network", "ict"},      {"title", "Laptops van Linderdam"},
                            {"device_1", "laptop"},  {"count_1", "100"},
                            {"device_2", "monitor"}, {"count_2", "40"}};
        for (auto& field : more) form.push_back(field);
        const auto sent = desk.post(who, "/rekenhulp/nieuw", form);
        EXPECT_EQ(sent.status, 303) << sent.body;
        return path_of(sent);
    }
    void share(std::string_view who, const std::string& path, const std::string& audience) {
        const auto sent =
            desk.post(who, path + "/bewerken",
                      {{"title", "Laptops van Linderdam"}, {"note", "Voor 2027"}, {"audience", audience}});
        EXPECT_EQ(sent.status, 303) << sent.body;
    }
};
KRING_ON_BOTH_ENGINES(ScenarioPages);

TEST_P(ScenarioPages, from_the_menu_it_is_three_clicks_to_a_first_outcome) {
    const std::string first = link_of(page("anna", "/rekenhulp"), "Begin");
    EXPECT_EQ(first, "/rekenhulp/nieuw");
    const auto form = page("anna", first);
    EXPECT_GE(texts_of(form, "select").size(), 4U);
    const std::string path = made("anna");
    const auto outcome = page("anna", path);
    EXPECT_EQ(texts_of(outcome, "h1"), Words{"Laptops van Linderdam"});
    const auto headings = texts_of(outcome, "h2");
    EXPECT_NE(std::find(headings.begin(), headings.end(), "In het kort"), headings.end());
    EXPECT_NE(std::find(headings.begin(), headings.end(), "Waar hangt het van af?"), headings.end());
    EXPECT_NE(desk.get("anna", path).body.find("100 × laptop, 40 × beeldscherm"), std::string::npos);
    const std::string english = "/en/calculator" + path.substr(std::string("/rekenhulp").size());
    EXPECT_NE(desk.get("anna", english).body.find("In short"), std::string::npos);
}

TEST_P(ScenarioPages, a_draft_is_for_its_maker_alone_and_unknown_and_forbidden_look_alike) {
    const std::string path = made("anna");
    const auto closed = desk.get("bram", path);
    const auto absent = desk.get("bram", "/rekenhulp/bestaat-niet");
    EXPECT_EQ(closed.status, 404);
    EXPECT_EQ(absent.status, 404);
    for (const std::string rest : {"/vloot", "/routes", "/aannames", "/aannames/use", "/bewerken",
                                   "/getallen", "/beelden", "/bestanden/rekenhulp.csv"})
        EXPECT_EQ(desk.get("bram", path + rest).status, 404) << rest;
    EXPECT_EQ(desk.post("bram", path + "/kopie", {}).status, 404);
    EXPECT_EQ(desk.get("anna", "/rekenhulp/ict-2").status, 404);
    EXPECT_EQ(texts_of(page("bram", "/rekenhulp"), "h3"), Words{});
    EXPECT_EQ(texts_of(page("anna", "/rekenhulp"), "h3"), Words{"Laptops van Linderdam"});
}

TEST_P(ScenarioPages, what_purchasers_share_among_themselves_no_supplier_sees) {
    const std::string path = made("anna");
    share("anna", path, "purchasers");
    EXPECT_EQ(desk.get("bram", path).status, 200);
    EXPECT_EQ(desk.get("bram", path + "/bestanden/rekenhulp.ods").status, 200);
    for (const std::string_view who : {"sami", "noor", "olga", ""}) {
        EXPECT_EQ(desk.get(who, path).status, 404) << who;
        EXPECT_EQ(desk.get(who, path + "/getallen").status, 404) << who;
        EXPECT_EQ(desk.get(who, path + "/bestanden/rekenhulp.csv").status, 404) << who;
        EXPECT_EQ(texts_of(page(who, "/rekenhulp?netwerk=ict"), "h3"), Words{}) << who;
    }
}

TEST_P(ScenarioPages, once_shared_its_choices_are_fixed_and_a_copy_follows_from_it) {
    const std::string path = made("anna");
    EXPECT_EQ(desk.get("anna", path + "/vloot").status, 200);
    share("anna", path, "network");
    EXPECT_EQ(desk.get("anna", path + "/vloot").status, 409);
    EXPECT_EQ(desk.post("anna", path + "/routes", {{"way_1", "new"}, {"years_1", "3"}}).status, 409);
    EXPECT_EQ(
        desk.post("anna", path + "/bewerken", {{"title", "Weer"}, {"note", ""}, {"audience", "persons"}})
            .status,
        409);
    EXPECT_EQ(desk.post("sami", path + "/bewerken", {{"title", "Mijn"}, {"audience", "network"}}).status,
              403);
    const auto copied = desk.post("sami", path + "/kopie", {{"figures", "same"}});
    ASSERT_EQ(copied.status, 303);
    const std::string own = path_of(copied);
    EXPECT_EQ(desk.get("anna", own).status, 404);
    EXPECT_NE(desk.get("sami", own).body.find(path), std::string::npos);
    EXPECT_EQ(desk.post("sami", own + "/routes",
                        {{"way_1", "new"}, {"years_1", "3"}, {"way_2", "lease"}, {"years_2", "3,5"}})
                  .status,
              303);
    EXPECT_NE(desk.get("sami", own).body.find("Lease, elke 3,5 jaar"), std::string::npos);
}

TEST_P(ScenarioPages, what_is_wrong_is_said_and_nothing_typed_is_lost) {
    const auto sent = desk.post("anna", "/rekenhulp/nieuw",
                                {{"network", "ict"},
                                 {"title", ""},
                                 {"device_1", "laptop"},
                                 {"count_1", "veel"},
                                 {"device_2", ""},
                                 {"count_2", "12"}});
    EXPECT_EQ(sent.status, 400);
    EXPECT_NE(sent.body.find("value=\"veel\""), std::string::npos);
    EXPECT_NE(sent.body.find("value=\"12\""), std::string::npos);
    EXPECT_NE(sent.body.find("href=\"#count_1\""), std::string::npos);
    EXPECT_NE(sent.body.find("href=\"#device_2\""), std::string::npos);
    const std::string path = made("anna");
    const auto years = desk.post("anna", path + "/routes", {{"way_1", "new"}, {"years_1", "nul"}});
    EXPECT_EQ(years.status, 400);
    EXPECT_NE(years.body.find("value=\"nul\""), std::string::npos);
    const auto settings = desk.post("anna", path + "/aannames", {{"area", "NLD"}, {"horizon", "acht"}});
    EXPECT_EQ(settings.status, 400);
    EXPECT_NE(settings.body.find("value=\"acht\""), std::string::npos);
    const auto figure =
        desk.post("anna", path + "/aannames/laptop.energy",
                  {{"low", "30"}, {"likely", "20"}, {"high", "x"}, {"source", ""}, {"year", ""}});
    EXPECT_EQ(figure.status, 400);
    EXPECT_NE(figure.body.find("value=\"x\""), std::string::npos);
    EXPECT_EQ(desk.get("anna", path + "/aannames/onzin").status, 404);
}

TEST_P(ScenarioPages, a_figure_of_ones_own_takes_the_place_of_the_one_offered_and_goes_again) {
    const std::string path = made("anna");
    const web::Fields own = {
        {"low", "10"}, {"likely", "12,5"}, {"high", "15"}, {"source", "Meter"}, {"year", "2025"}};
    EXPECT_EQ(desk.post("anna", path + "/aannames/laptop.energy", own).status, 303);
    const auto told = desk.get("anna", path + "/getallen").body;
    EXPECT_NE(told.find("12,5 (10 tot 15) kWh per jaar"), std::string::npos);
    EXPECT_NE(told.find("Meter, 2025, zelf ingevuld"), std::string::npos);
    EXPECT_EQ(desk.post("anna", path + "/aannames/laptop.energy", {{"keep", "yes"}}).status, 303);
    EXPECT_EQ(desk.get("anna", path + "/getallen").body.find("zelf ingevuld"), std::string::npos);
}

TEST_P(ScenarioPages, more_rows_come_without_a_script_and_keep_what_was_typed) {
    const auto more = desk.post(
        "anna", "/rekenhulp/nieuw",
        {{"network", "ict"}, {"title", "T"}, {"device_1", "server"}, {"count_1", "7"}, {"more", "yes"}});
    EXPECT_EQ(more.status, 200);
    const auto form = parse_page(more.body);
    EXPECT_GE(texts_of(form, "tr").size(), 8U);
    EXPECT_NE(more.body.find("value=\"7\""), std::string::npos);
}

TEST_P(ScenarioPages, only_members_make_one_in_their_network) {
    EXPECT_EQ(desk.get("beheer", "/rekenhulp/nieuw").status, 403);
    EXPECT_EQ(desk.post("olga", "/rekenhulp/nieuw",
                        {{"network", "ict"}, {"title", "T"}, {"device_1", "laptop"}, {"count_1", "7"}})
                  .status,
              403);
    EXPECT_EQ(desk.get("", "/rekenhulp").status, 200);
}

TEST_P(ScenarioPages, a_long_calculation_waits_for_a_job_and_can_be_stopped) {
    const std::string path = made("anna");
    const web::Fields settings = {{"area", "NLD"},          {"start", "2026"},    {"horizon", "8"},
                                  {"decline", "0"},         {"discount", "3"},    {"correlation", "0,5"},
                                  {"burden", "first_user"}, {"draws", "1000000"}, {"seed", "1"}};
    ASSERT_EQ(desk.post("anna", path + "/aannames", settings).status, 303);
    const auto waiting = desk.get("anna", path);
    EXPECT_NE(waiting.body.find("Stop het rekenen"), std::string::npos);
    bool refreshes = false;
    for (const auto& [name, value] : waiting.headers) refreshes = refreshes || name == "Refresh";
    EXPECT_TRUE(refreshes);
    EXPECT_EQ(desk.get("anna", path + "/getallen").status, 404);
    EXPECT_EQ(desk.post("anna", path + "/stop", {}).status, 303);
    EXPECT_EQ(desk.post("anna", path + "/stop", {}).status, 409);
    EXPECT_NE(desk.get("anna", path).body.find("Reken opnieuw"), std::string::npos);
}

TEST_P(ScenarioPages, taking_back_hides_it_and_can_be_undone) {
    const std::string path = made("anna");
    share("anna", path, "network");
    EXPECT_EQ(desk.post("sami", path + "/intrekking", {}).status, 403);
    EXPECT_EQ(desk.post("anna", path + "/intrekking", {}).status, 303);
    EXPECT_EQ(desk.get("sami", path).status, 404);
    EXPECT_EQ(desk.get("anna", path).status, 200);
    EXPECT_EQ(desk.post("anna", path + "/herstel", {}).status, 303);
    EXPECT_EQ(desk.get("sami", path).status, 200);
}

TEST_P(ScenarioPages, an_inventory_becomes_a_form_and_every_row_that_does_not_count_is_told) {
    const std::string csv =
        "Soort;Model;Aantal\r\nLaptop;Latitude 7420;120\r\nBeeldscherm;P2422H;40\r\n"
        "Kabelhaspel;X;9\r\nLaptop;Latitude 5400;een paar\r\n";
    const auto read = desk.post("anna", "/rekenhulp/nieuw/inventaris", {}, {{"file", "lijst.csv", csv}});
    EXPECT_EQ(read.status, 200) << read.body;
    EXPECT_NE(read.body.find("value=\"120\""), std::string::npos);
    EXPECT_NE(read.body.find("value=\"40\""), std::string::npos);
    EXPECT_NE(read.body.find("Kabelhaspel"), std::string::npos);
    EXPECT_NE(read.body.find("een paar"), std::string::npos);
    EXPECT_NE(read.body.find("lijst.csv"), std::string::npos);
    const auto refused = desk.post("anna", "/rekenhulp/nieuw/inventaris", {}, {{"file", "leeg.csv", ""}});
    EXPECT_EQ(refused.status, 400);
    EXPECT_NE(refused.body.find("leeg"), std::string::npos);
}

}  // namespace
}  // namespace kring::scenario
