// SPDX-License-Identifier: EUPL-1.2
#include "domain/tender/pages.hpp"

#include <algorithm>

#include "domain/tender/store.hpp"
#include "tests/fixtures/tenders.hpp"

namespace kring::tender {
namespace {

using fixtures::HtmlNode;
using fixtures::link_of;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;
using Words = std::vector<std::string>;

constexpr std::string_view list_here = "/netwerken/ict/aanbestedingen";

class TenderPages : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};

    HtmlNode page(std::string_view person, const std::string& path, int status = 200) {
        const auto response = desk.get(person, path);
        EXPECT_EQ(response.status, status) << path;
        return parse_page(response.body);
    }
    static bool holds(const web::Response& response, std::string_view words) {
        return response.body.find(words) != std::string::npos;
    }
};
KRING_ON_BOTH_ENGINES(TenderPages);

TEST_P(TenderPages, from_the_list_to_a_first_picture_in_three_clicks) {
    const std::string form = link_of(page("anna", std::string(list_here)), "Maak een concept");
    EXPECT_EQ(form, std::string(list_here) + "/nieuw");
    page("anna", form);
    const auto made = desk.post("anna", form, {{"title", "Laptops"}, {"audience", "organisation"}});
    ASSERT_EQ(made.status, 303) << made.body;
    const auto picture = desk.get("anna", location_of(made).substr(0, location_of(made).find('?')));
    EXPECT_EQ(picture.status, 200);
    EXPECT_TRUE(holds(picture, "k-curve__line"));
    EXPECT_TRUE(holds(picture, "van de 100 gevallen niets"));
    EXPECT_TRUE(holds(picture, "aannames over de markt"));
    EXPECT_LT(picture.body.size(), 50'000U);
}

TEST_P(TenderPages, the_picture_is_a_table_too_and_all_formulas_stand_side_by_side) {
    const std::string at = "/aanbestedingen/" + fixtures::tender_of(desk, "anna") + "/simulator";
    const auto shown = page("anna", at);
    const Words captions = texts_of(shown, "caption");
    EXPECT_EQ(captions.size(), 4U);
    const Words rows = texts_of(shown, "th");
    EXPECT_NE(std::find(rows.begin(), rows.end(), "100 %"), rows.end());
    EXPECT_NE(std::find(rows.begin(), rows.end(), "Relatief tot de laagste prijs (jouw keuze)"), rows.end());
    EXPECT_NE(std::find(rows.begin(), rows.end(), "Schaduwprijs voor CO2 (€ 0,13 per kg)"), rows.end());
    const auto response = desk.get("anna", at);
    EXPECT_TRUE(holds(response, "ECLI:NL:HR:2014:1078"));
    EXPECT_TRUE(holds(response, "niet geverifieerd"));
    EXPECT_EQ(texts_of(shown, "td"), texts_of(page("anna", at), "td"));
    EXPECT_EQ(desk.get("anna", "/en/tenders" + at.substr(15)).status, 200);
}

TEST_P(TenderPages, a_weight_is_chosen_from_the_picture) {
    const std::string id = fixtures::tender_of(desk, "anna");
    const std::string at = "/aanbestedingen/" + id;
    EXPECT_EQ(desk.post("anna", at + "/gewicht", {{"share", "30"}}).status, 303);
    EXPECT_TRUE(holds(desk.get("anna", at + "/simulator"), "Met 30 % "));
    const auto wrong = desk.post("anna", at + "/gewicht", {{"share", "120"}});
    EXPECT_EQ(wrong.status, 400);
    EXPECT_TRUE(holds(wrong, "value=\"120\""));
}

TEST_P(TenderPages, what_is_wrong_is_said_at_its_place_and_nothing_typed_is_lost) {
    const std::string at = "/aanbestedingen/" + fixtures::tender_of(desk, "anna");
    const auto criteria = desk.post("anna", at + "/criteria",
                                    {{"rows", "2"},
                                     {"c1_name", "Prijs"},
                                     {"c1_type", "price"},
                                     {"c1_weight", "zestig"},
                                     {"c2_name", "Duurzaam"},
                                     {"c2_type", "green"},
                                     {"c2_weight", "40"},
                                     {"c2_points", "10"},
                                     {"c2_guide", "geen getal"}});
    EXPECT_EQ(criteria.status, 400);
    for (const char* const typed : {"value=\"zestig\"", "value=\"Duurzaam\"", "geen getal</textarea>"})
        EXPECT_TRUE(holds(criteria, typed)) << typed;
    EXPECT_TRUE(holds(criteria, "Regel 1: begin met een aantal punten"));
    const auto more =
        desk.post("anna", at + "/criteria",
                  {{"rows", "1"}, {"c1_name", "Prijs"}, {"c1_weight", "half"}, {"more", "yes"}});
    EXPECT_EQ(more.status, 200);
    EXPECT_TRUE(holds(more, "value=\"half\""));
    EXPECT_TRUE(holds(more, "name=\"c2_name\""));
    const auto formula = desk.post("anna", at + "/formule", {{"formula", "f2"}, {"price_low", "100"}});
    EXPECT_EQ(formula.status, 400);
    EXPECT_TRUE(holds(formula, "Deze formule heeft beide grenzen nodig."));
    const auto market = desk.post("anna", at + "/markt", {{"bidders_from", "honderd"}});
    EXPECT_EQ(market.status, 400);
    EXPECT_TRUE(holds(market, "value=\"honderd\""));
    const auto expected =
        desk.post("anna", at + "/verwachting", {{"rows", "3"}, {"b1_name", "A"}, {"b1_price", "x"}});
    EXPECT_EQ(expected.status, 400);
    EXPECT_TRUE(holds(expected, "value=\"A\""));
    EXPECT_TRUE(holds(expected, "Vul ten minste twee offertes in"));
}

TEST_P(TenderPages, every_step_opens_and_is_kept_as_it_stands) {
    const std::string id = fixtures::tender_of(desk, "anna");
    for (const std::string rest : {"", "/bewerken", "/criteria", "/formule", "/markt", "/verwachting"}) {
        EXPECT_EQ(desk.get("anna", "/aanbestedingen/" + id + rest).status, 200) << rest;
        EXPECT_EQ(desk.get("bram", "/aanbestedingen/" + id + rest).status, 404) << rest;
        EXPECT_EQ(desk.get("sami", "/aanbestedingen/" + id + rest).status, 404) << rest;
    }
    EXPECT_EQ(desk.get("sami", "/aanbestedingen/" + id + "/simulator").status, 404);
    EXPECT_EQ(desk.get("sami", "/netwerken/ict/aanbestedingen/nieuw").status, 404);
}

TEST_P(TenderPages, lists_show_what_their_reader_may_read_with_as_many_queries_for_three_as_for_one) {
    fixtures::tender_of(desk, "anna", "Een");
    const auto titles = [&](std::string_view who) {
        return texts_of(page(who, "/aanbestedingen"), "li", "k-record");
    };
    page("anna", std::string(list_here));
    const auto for_one = desk.statements();
    fixtures::tender_of(desk, "anna", "Twee");
    fixtures::tender_of(desk, "bram", "Drie");
    fixtures::tender_of(desk, "anna", "Vier");
    EXPECT_EQ(texts_of(page("anna", std::string(list_here)), "li", "k-record").size(), 3U);
    EXPECT_EQ(desk.statements(), for_one);
    EXPECT_EQ(titles("bram").size(), 1U);
    EXPECT_EQ(titles("sami").size(), 0U);
    EXPECT_EQ(titles("").size(), 0U);
}

TEST_P(TenderPages, bids_typed_by_hand_stand_in_for_the_market) {
    const std::string at = "/aanbestedingen/" + fixtures::tender_of(desk, "anna");
    const auto kept = desk.post("anna", at + "/verwachting",
                                {{"rows", "3"},
                                 {"b1_name", "Groen"},
                                 {"b1_price", "110.000"},
                                 {"b1_green", "90"},
                                 {"b1_quality", "50"},
                                 {"b2_name", "Goedkoop"},
                                 {"b2_price", "100.000"},
                                 {"b2_green", "50"},
                                 {"b2_quality", "50"}});
    ASSERT_EQ(kept.status, 303) << kept.body;
    const auto shown = desk.get("anna", at + "/simulator");
    EXPECT_TRUE(holds(shown, "Dit rust op de offertes die je zelf invulde"));
}

TEST_P(TenderPages, taking_back_can_be_undone) {
    const std::string id = fixtures::tender_of(desk, "anna");
    EXPECT_EQ(desk.post("anna", "/aanbestedingen/" + id + "/intrekking", {}).status, 303);
    EXPECT_EQ(texts_of(page("anna", "/aanbestedingen/" + id), "p", "k-notice").size(), 1U);
    EXPECT_EQ(desk.post("anna", "/aanbestedingen/" + id + "/herstel", {}).status, 303);
}

}  // namespace
}  // namespace kring::tender
