// SPDX-License-Identifier: EUPL-1.2
#include "domain/network/pages.hpp"

#include "domain/network/store.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::network {
namespace {

using fixtures::link_of;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;
using Words = std::vector<std::string>;

class NetworkPages : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};

    fixtures::HtmlNode page(std::string_view person, std::string_view path) {
        const auto response = desk.get(person, path);
        EXPECT_EQ(response.status, 200) << path;
        return parse_page(response.body);
    }
    web::Fields network_form(std::string_view name_nl) {
        return {{"programme", "kci"},
                {"name_nl", std::string(name_nl)},
                {"name_en", "Data centres"},
                {"audience", "network"},
                {"about_nl", "Over servers.\r\nEn stroom."},
                {"facilitator_email", "femke@vergezicht.example"}};
    }
};
KRING_ON_BOTH_ENGINES(NetworkPages);

TEST_P(NetworkPages, a_programme_shows_who_pays_and_the_networks_one_may_see) {
    const auto anna = page("anna", "/programmas/kci");
    EXPECT_EQ(texts_of(anna, "h1"), Words{"Klimaatneutraal en Circulair Inkopen"});
    EXPECT_EQ(texts_of(anna, "dd"),
              (Words{"Rijksoverheid", "Klimaatenveloppe 2026", "1 jan 2026 tot en met 31 dec 2027"}));
    EXPECT_EQ(texts_of(anna, "li", "k-card").size(), 1u);
    EXPECT_EQ(link_of(anna, "Programma bewerken"), "");
    const auto olga = page("olga", "/en/programmes/kci");
    EXPECT_EQ(texts_of(olga, "h3"), (Words{"Sustainable ICT", "Office furniture"}));
    EXPECT_EQ(texts_of(olga, "p", "k-meta"), (Words{"6 members", "1 member Closed"}));
}

TEST_P(NetworkPages, a_programme_of_closed_networks_is_not_there_for_others) {
    ASSERT_TRUE(desk.act("", [](const Act& act) {
        act.in.execute("update networks set audience = 'network'");
        return Result<Done>(Done{});
    }));
    EXPECT_EQ(desk.get("", "/programmas/kci").status, 404);
    EXPECT_EQ(desk.get("anna", "/programmas/kci").status, 200);
    EXPECT_EQ(desk.get("", "/programmas/nergens").status, 404);
}

TEST_P(NetworkPages, purchasers_and_advisers_see_the_members_by_side) {
    for (const char* person : {"anna", "bram", "femke", "eva"}) {
        const auto members = page(person, "/netwerken/ict/leden");
        EXPECT_EQ(texts_of(members, "h2", "nl-heading--level-2"),
                  (Words{"Inkopers (2)", "Adviseurs (2)", "Leveranciers (2)"}));
        EXPECT_EQ(texts_of(members, "li", "k-record").size(), 6u);
    }
    const auto members = page("anna", "/netwerken/ict/leden");
    EXPECT_EQ(texts_of(members, "li", "k-record").at(1),
              "Bram Hoekstra Deskundige adviseur duurzaamheid, Waterschap Ommer");
}

TEST_P(NetworkPages, suppliers_outsiders_and_administrators_do_not_see_the_members) {
    for (const char* person : {"sami", "noor", "olga", "beheer"}) {
        EXPECT_EQ(desk.get(person, "/netwerken/ict/leden").status, 404) << person;
    }
    EXPECT_EQ(location_of(desk.get("", "/netwerken/ict/leden")), "/aanmelden");
}

TEST_P(NetworkPages, an_administrator_makes_a_network_by_its_form) {
    EXPECT_EQ(desk.get("femke", "/netwerken/nieuw").status, 404);
    const auto form = page("beheer", "/netwerken/nieuw?programma=kci");
    EXPECT_EQ(texts_of(form, "label").front(), "Zoek in Kring");
    EXPECT_EQ(texts_of(form, "h1"), Words{"Nieuw leernetwerk"});
    const auto response = desk.post("beheer", "/netwerken/nieuw", network_form("Datacenters"));
    EXPECT_EQ(response.status, 303);
    const auto networks =
        desk.read([](db::Connection& in) { return all(in, fixtures::actor(in, "beheer")); });
    ASSERT_EQ(networks.size(), 3u);
    EXPECT_EQ(networks[0].name.nl, "Datacenters");
    EXPECT_EQ(networks[0].about.nl, "Over servers.\nEn stroom.");
    EXPECT_EQ(location_of(response), "/netwerken/" + networks[0].id + "?m=network_made");
}

TEST_P(NetworkPages, a_refused_form_keeps_what_was_typed_and_says_what_is_wrong) {
    auto fields = network_form("");
    fields.back().second = "<niemand@nergens.example>";
    const auto response = desk.post("beheer", "/netwerken/nieuw", fields);
    EXPECT_EQ(response.status, 400);
    const auto form = parse_page(response.body);
    EXPECT_EQ(texts_of(form, "title").front().substr(0, 5), "Fout:");
    EXPECT_EQ(texts_of(form, "div", "k-error").size(), 2u);
    EXPECT_EQ(link_of(form, "Vul de naam in het Nederlands in."), "#f-name_nl");
    for (const auto* input : form.all("input")) {
        if (const auto* name = input->attribute("name"); name && *name == "facilitator_email") {
            EXPECT_EQ(*input->attribute("value"), "<niemand@nergens.example>");
        }
    }
}

TEST_P(NetworkPages, a_facilitator_edits_the_network_but_not_its_programme) {
    const auto form = page("femke", "/netwerken/ict/bewerken");
    EXPECT_EQ(form.all("select").size(), 0u);
    EXPECT_EQ(page("beheer", "/netwerken/ict/bewerken").all("select").size(), 1u);
    auto fields = network_form("ICT langer");
    const auto response = desk.post("femke", "/netwerken/ict/bewerken", fields);
    EXPECT_EQ(location_of(response), "/netwerken/ict?m=network_changed");
    EXPECT_EQ(desk.read([](db::Connection& in) { return find(in, "ict")->name.nl; }), "ICT langer");
}

TEST_P(NetworkPages, others_get_no_form_and_no_word_of_a_closed_network) {
    for (const char* person : {"anna", "sami", "eva"}) {
        EXPECT_EQ(desk.get(person, "/netwerken/ict/bewerken").status, 403) << person;
        EXPECT_EQ(desk.post(person, "/netwerken/ict/bewerken", network_form("X")).status, 403) << person;
        EXPECT_EQ(desk.get(person, "/netwerken/meubels/bewerken").status, 404) << person;
        EXPECT_EQ(desk.get(person, "/netwerken/meubels/leden").status, 404) << person;
    }
}

TEST_P(NetworkPages, an_administrator_makes_and_edits_a_programme_by_its_form) {
    const web::Fields fields = {
        {"name_nl", "Groen"}, {"name_en", "Green"}, {"starts", "2026-05-01"}, {"ends", "2026-04-01"}};
    const auto refused = desk.post("beheer", "/programmas/nieuw", fields);
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(link_of(parse_page(refused.body), "De einddag ligt voor de begindag. Pas een van de twee aan."),
              "#f-ends");
    const auto done =
        desk.post("beheer", "/en/programmes/kci/edit", {{"name_nl", "Groen"}, {"name_en", "Green"}});
    EXPECT_EQ(location_of(done), "/en/programmes/kci?m=programme_changed");
    EXPECT_EQ(texts_of(page("beheer", "/en/programmes/kci/edit"), "h1"), Words{"Edit programme"});
    EXPECT_EQ(desk.get("beheer", "/programmas/nergens/bewerken").status, 404);
    EXPECT_EQ(desk.post("beheer", "/programmas/nergens/bewerken", fields).status, 404);
}

}  // namespace
}  // namespace kring::network
