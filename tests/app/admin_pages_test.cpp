// SPDX-License-Identifier: EUPL-1.2
#include "app/pages.hpp"
#include "domain/people/acts.hpp"
#include "domain/people/store.hpp"
#include "platform/base/text.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::app {
namespace {

using fixtures::HtmlNode;
using fixtures::link_of;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;
using Words = std::vector<std::string>;

std::vector<desk::Route> routes() {
    std::vector<desk::Route> all = admin_routes();
    for (const desk::Route& route : account_routes()) all.push_back(route);
    return all;
}

class AdminPages : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};

    HtmlNode page(std::string_view person, std::string_view target) {
        const auto response = desk.get(person, target);
        EXPECT_EQ(response.status, 200) << target;
        return parse_page(response.body);
    }
    people::Person person(std::string_view id) {
        return desk.read([&](db::Connection& in) { return people::find_person(in, id).value(); });
    }
};
KRING_ON_BOTH_ENGINES(AdminPages);

/// The first cell of every row.
Words heads_of(const HtmlNode& page) {
    Words found;
    for (const HtmlNode* head : page.all("th")) {
        if (*head->attribute("scope") == "row") found.emplace_back(trim(head->text));
    }
    return found;
}

const Words pages_of_administration = {"/beheer",
                                       "/beheer/mensen",
                                       "/beheer/mensen/nieuw",
                                       "/beheer/mensen/anna",
                                       "/beheer/organisaties",
                                       "/beheer/organisaties/ommer",
                                       "/beheer/logboek",
                                       "/beheer/post"};

TEST_P(AdminPages, are_for_administrators_alone) {
    for (const std::string& target : pages_of_administration) {
        EXPECT_EQ(desk.get("beheer", target).status, 200) << target;
        for (const char* other : {"anna", "femke", "sami"}) {
            EXPECT_EQ(desk.get(other, target).status, 404) << target;
        }
        EXPECT_EQ(desk.get("", target).status, 303) << target;
    }
}

TEST_P(AdminPages, have_one_heading_and_say_who_sees_them) {
    for (const std::string& target : pages_of_administration) {
        const HtmlNode shown = page("beheer", target);
        EXPECT_EQ(shown.all("h1").size(), 1U) << target;
        EXPECT_EQ(texts_of(shown, "p", "k-visible-for"), Words{"Zichtbaar voor: beheerders"}) << target;
    }
    EXPECT_EQ(texts_of(page("beheer", "/en/admin/people"), "h1"), Words{"People"});
}

TEST_P(AdminPages, list_people_by_filter_with_the_same_number_of_queries) {
    EXPECT_EQ(heads_of(page("beheer", "/beheer/mensen")).size(), 9U);
    const std::int64_t for_nine = desk.statements();
    EXPECT_EQ(heads_of(page("beheer", "/beheer/mensen?netwerk=ict&organisatie=ommer")),
              Words{"Bram Hoekstra"});
    EXPECT_EQ(desk.statements(), for_nine);
    EXPECT_EQ(heads_of(page("beheer", "/beheer/mensen?stand=suspended")), Words{"Stef Jager"});
    EXPECT_EQ(heads_of(page("beheer", "/beheer/mensen?q=hoek")), Words{"Bram Hoekstra"});
    const HtmlNode none = page("beheer", "/beheer/mensen?q=nobody");
    EXPECT_TRUE(none.all("table").empty());
    EXPECT_EQ(link_of(page("beheer", "/beheer/mensen"), "Anna de Wit"), "/beheer/mensen/anna");
}

TEST_P(AdminPages, invite_somebody_into_a_network) {
    const auto sent = desk.post("beheer", "/beheer/mensen",
                                {{"email", "piet@linderdam.example"},
                                 {"name", "Piet Visser"},
                                 {"organisation", "linderdam"},
                                 {"job", "inkoper"},
                                 {"language", "nl"},
                                 {"network", "ict"},
                                 {"side", "purchaser"},
                                 {"expert", "yes"}});
    ASSERT_EQ(sent.status, 303);
    const std::string address = location_of(sent).substr(0, location_of(sent).find('?'));
    const HtmlNode shown = page("beheer", address);
    EXPECT_EQ(texts_of(shown, "h1"), Words{"Piet Visser"});
    EXPECT_EQ(texts_of(shown, "p", "k-meta"), Words{"Inkoper, deskundige"});
    EXPECT_EQ(texts_of(page("beheer", "/beheer/post"), "th").size(), 6U);
}

TEST_P(AdminPages, show_the_invitation_again_with_what_was_typed) {
    const auto refused = desk.post("beheer", "/beheer/mensen",
                                   {{"email", "sales@tweedeleven.example"},
                                    {"name", "Kees Koop"},
                                    {"organisation", "tweede-leven"},
                                    {"language", "nl"},
                                    {"network", "ict"},
                                    {"side", "purchaser"}});
    EXPECT_EQ(refused.status, 400);
    const HtmlNode shown = parse_page(refused.body);
    EXPECT_NE(refused.body.find("Tweede Leven ICT BV is een leverancier."), std::string::npos);
    EXPECT_NE(refused.body.find("value=\"Kees Koop\""), std::string::npos);
    EXPECT_EQ(desk.post("beheer", "/beheer/mensen", {{"network", "ict"}}).status, 400);
}

TEST_P(AdminPages, change_a_person_and_say_what_cannot_be) {
    const web::Fields wanted = {
        {"name", "Anna Visser"}, {"organisation", "ommer"}, {"job", ""}, {"language", "en"}};
    EXPECT_EQ(location_of(desk.post("beheer", "/beheer/mensen/anna", wanted)),
              "/beheer/mensen/anna?m=person_changed");
    EXPECT_EQ(person("anna").organisation_name, "Waterschap Ommer");
    const auto own =
        desk.post("beheer", "/beheer/mensen/beheer",
                  {{"name", "Beheerder"}, {"organisation", ""}, {"job", ""}, {"language", "nl"}});
    EXPECT_EQ(own.status, 403);
    EXPECT_NE(own.body.find("Dit kun je niet bij jezelf doen."), std::string::npos);
    EXPECT_EQ(desk.get("beheer", "/beheer/mensen/nobody").status, 404);
}

TEST_P(AdminPages, give_and_end_a_place_in_a_network) {
    EXPECT_EQ(desk.post("beheer", "/beheer/mensen/olga/lidmaatschappen", {{"network", "ict"}}).status, 400);
    EXPECT_EQ(location_of(desk.post("beheer", "/beheer/mensen/olga/lidmaatschappen",
                                    {{"network", "ict"}, {"side", "adviser"}, {"editor", "yes"}})),
              "/beheer/mensen/olga?m=membership_set");
    EXPECT_EQ(texts_of(page("beheer", "/beheer/mensen/olga"), "p", "k-meta"),
              (Words{"Adviseur, redacteur", "Inkoper, procesbegeleider"}));
    EXPECT_EQ(desk.post("beheer", "/beheer/mensen/olga/lidmaatschappen/ict/verwijdering", {}).status, 303);
    EXPECT_EQ(desk.post("beheer", "/beheer/mensen/olga/lidmaatschappen/ict/verwijdering", {}).status, 404);
}

TEST_P(AdminPages, close_and_open_an_account) {
    EXPECT_EQ(desk.post("beheer", "/beheer/mensen/anna/opschorting", {}).status, 303);
    EXPECT_EQ(person("anna").state, "suspended");
    EXPECT_EQ(desk.post("beheer", "/beheer/mensen/anna/opschorting", {}).status, 409);
    EXPECT_EQ(desk.post("beheer", "/beheer/mensen/anna/herstel", {}).status, 303);
    EXPECT_EQ(person("anna").state, "active");
    EXPECT_EQ(desk.post("beheer", "/beheer/mensen/beheer/opschorting", {}).status, 403);
    EXPECT_EQ(desk.post("beheer", "/beheer/mensen/anna/uitnodiging", {}).status, 409);
}

TEST_P(AdminPages, keep_organisations) {
    EXPECT_EQ(
        desk.post("beheer", "/beheer/organisaties", {{"name", "Provincie Vecht"}, {"kind", "purchaser"}})
            .status,
        303);
    EXPECT_EQ(heads_of(page("beheer", "/beheer/organisaties")).size(), 6U);
    EXPECT_EQ(desk.post("beheer", "/beheer/organisaties", {{"name", ""}}).status, 400);
    EXPECT_EQ(
        desk.post("beheer", "/beheer/organisaties/ommer", {{"name", "Ommer"}, {"kind", "purchaser"}}).status,
        303);
    EXPECT_EQ(texts_of(page("beheer", "/beheer/organisaties/ommer"), "h1"), Words{"Ommer"});
    EXPECT_EQ(desk.post("beheer", "/beheer/organisaties/linderdam",
                        {{"name", "Gemeente Linderdam"}, {"kind", "supplier"}})
                  .status,
              409);
}

TEST_P(AdminPages, show_the_journal_with_names_page_by_page) {
    for (int i = 0; i < 101; ++i) {
        ASSERT_TRUE(desk.act("beheer", [](const Act& act) -> Result<Done> {
            journal::record(act, "person.changed", "anna");
            return Done{};
        }));
    }
    ASSERT_TRUE(desk.act("bram", [](const Act& act) -> Result<Done> {
        journal::record_anonymously(act, "question.asked", "vraag-1");
        journal::record_refusal(act, "sign_in.failed", "", "password");
        return Done{};
    }));
    const HtmlNode first = page("beheer", "/beheer/logboek");
    const std::int64_t queries = desk.statements();
    EXPECT_EQ(heads_of(first).size(), 100U);
    EXPECT_EQ(heads_of(first).front(), "103");
    const Words cells = texts_of(first, "td");
    EXPECT_EQ(Words(cells.begin() + 7, cells.begin() + 9), (Words{"niemand bekend", "question.asked"}));
    EXPECT_EQ(cells[6], "23 nov 2026");
    EXPECT_EQ(Words(cells.begin() + 13, cells.begin() + 16),
              (Words{"Beheerder", "person.changed", "Anna de Wit"}));
    const HtmlNode second = page("beheer", link_of(first, "Naar oudere regels"));
    EXPECT_EQ(heads_of(second), (Words{"3", "2", "1"}));
    EXPECT_EQ(desk.statements(), queries);
    EXPECT_EQ(heads_of(page("beheer", "/beheer/logboek?wie=bram")), Words{"103"});
    EXPECT_EQ(heads_of(page("beheer", "/beheer/logboek?wat=anna%40linderdam.example")).size(), 100U);
    EXPECT_EQ(heads_of(page("beheer", "/beheer/logboek?wie=nobody")), Words{});
}

TEST_P(AdminPages, show_letters_without_what_is_in_them) {
    ASSERT_TRUE(desk.act("beheer", [](const Act& act) -> Result<Done> {
        journal::post(act,
                      {"anna", "Anna de Wit", "anna@linderdam.example", "nl", "Het onderwerp", "De tekst"});
        return Done{};
    }));
    const auto response = desk.get("beheer", "/beheer/post");
    EXPECT_EQ(heads_of(parse_page(response.body)), Words{"Anna de Wit <anna@linderdam.example>"});
    EXPECT_EQ(response.body.find("De tekst"), std::string::npos);
    EXPECT_EQ(response.body.find("Het onderwerp"), std::string::npos);
}

TEST_P(AdminPages, show_ones_own_account_to_oneself) {
    const HtmlNode details = page("bram", "/mijn/gegevens");
    EXPECT_EQ(texts_of(details, "dd"),
              (Words{"bram@ommer.example", "Waterschap Ommer", "Inkoper, deskundige"}));
    EXPECT_EQ(location_of(desk.post("bram", "/mijn/gegevens",
                                    {{"name", "Bram H."}, {"job", ""}, {"language", "en"}})),
              "/mijn/gegevens?m=details_changed");
    EXPECT_EQ(person("bram").name, "Bram H.");
    EXPECT_EQ(desk.post("bram", "/mijn/gegevens", {{"name", ""}, {"language", "en"}}).status, 400);
    const HtmlNode security = page("bram", "/mijn/beveiliging");
    EXPECT_EQ(security.all("form").size(), 2U);  // search and sign out: no password can be set now
    EXPECT_EQ(desk.get("", "/mijn/gegevens").status, 303);
}

TEST_P(AdminPages, list_ones_sessions_with_a_button_each) {
    const people::Visitor phone{"192.0.2.7", "Mozilla/5.0 (iPhone) Safari/604.1", "", ""};
    ASSERT_TRUE(desk.act("bram", [&](const Act& act) -> Result<Done> {
        for (int i = 0; i < 2; ++i) {
            people::open_session(act.in, people::find_person(act.in, "bram").value(), phone, false, act.when);
        }
        return Done{};
    }));
    const HtmlNode security = page("bram", "/mijn/beveiliging");
    EXPECT_EQ(texts_of(security, "li", "k-record").size(), 2U);
    const std::string end = *security.all("form")[1]->attribute("action");
    EXPECT_EQ(location_of(desk.post("bram", end, {})), "/mijn/beveiliging?m=session_ended");
    EXPECT_EQ(desk.post("bram", end, {}).status, 404);
    EXPECT_EQ(location_of(desk.post("bram", "/mijn/beveiliging/sessies/intrekking", {})),
              "/mijn/beveiliging?m=sessions_ended");
    EXPECT_TRUE(texts_of(page("bram", "/mijn/beveiliging"), "li", "k-record").empty());
}

}  // namespace
}  // namespace kring::app
