// SPDX-License-Identifier: EUPL-1.2
#include "domain/desk/frame.hpp"

#include <algorithm>

#include "tests/fixtures/desk.hpp"

namespace kring::desk {
namespace {

using fixtures::HtmlNode;
using fixtures::link_of;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;
using Words = std::vector<std::string>;

html::View nothing_to_say() {
    html::View view;
    view.set("heading", "Kop").set("text", "Tekst").set("reasons", html::List{}).set("actions", html::List{});
    return view;
}

web::Response show_example(const Visit& visit) {
    Frame frame;
    frame.title = "Titel <1>";
    frame.section = "vragen";
    frame.crumbs = {{"Vragen", "/vragen"}, {"Titel <1>", ""}};
    frame.visible_for = visible_to_you();
    frame.has_errors = web::has(visit.request.query, "fout");
    frame.description = "Over \"dit\"";
    frame.head_links = {{"Nieuws", "/publicaties.atom"}};
    const int status = web::has(visit.request.query, "fout") ? 400 : 200;
    return show(visit, frame, "message_page", nothing_to_say(), status);
}

web::Response show_trouble(const Visit& visit) {
    const std::string_view which = visit.request.part("id");
    if (which == "not-found") return not_found(visit);
    if (which == "invalid") return trouble(visit, {{Trouble::invalid, "link.not_legal", "", {}}});
    if (which == "forbidden")
        return trouble(visit, {{Trouble::forbidden, "contribution.not_a_member", "", {}}});
    if (which == "conflict") return trouble(visit, {{Trouble::conflict, "record.restore.too_late", "", {}}});
    if (which == "too-many") return trouble(visit, {{Trouble::too_many, "problem.forbidden", "", {}}});
    if (which == "closed") return trouble(visit, {{Trouble::not_found, "problem.not_found", "", {}}});
    return trouble(visit, {});
}

web::Response go_on(const Visit& visit) {
    return go(visit, visit.request.field("to"), visit.request.field("message"));
}

std::vector<Route> example_routes() {
    return {{web::Method::get, "/vragen", show_example, Rule::everyone},
            {web::Method::get, "/netwerken/{netwerk}/reeksen/{nummer}", show_example, Rule::everyone},
            {web::Method::get, "/vragen/{id}", show_trouble, Rule::everyone},
            {web::Method::post, "/vragen", go_on, Rule::everyone}};
}

class DeskFrame : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), example_routes()};

    HtmlNode page(std::string_view person, std::string_view target) {
        return parse_page(desk.get(person, target).body);
    }
};
// What a frame shows comes from the visit, never from a table: one engine tells all.
INSTANTIATE_TEST_SUITE_P(on, DeskFrame, ::testing::Values(db::Engine::sqlite), tests::engine_name);

TEST_P(DeskFrame, tells_title_language_menu_crumbs_and_audience) {
    const HtmlNode shown = page("anna", "/vragen");
    EXPECT_EQ(*shown.attribute("lang"), "nl");
    EXPECT_EQ(texts_of(shown, "title"), Words{"Titel <1> – Kring"});
    EXPECT_EQ(texts_of(shown, "p", "k-visible-for"), Words{"Zichtbaar voor: alleen jij"});
    Words current;
    for (const HtmlNode* link : shown.all("a")) {
        if (link->attribute("aria-current")) current.push_back(*link->attribute("href"));
    }
    EXPECT_EQ(current, Words{"/vragen"});
    const HtmlNode* crumbs = shown.all("ol").at(0);
    EXPECT_EQ(texts_of(*crumbs, "li"), (Words{"Start", "Vragen", "Titel <1>"}));
    EXPECT_EQ(crumbs->all("a").size(), 2u);
    EXPECT_EQ(link_of(shown, "Mijn Kring"), "/mijn");
    EXPECT_EQ(link_of(shown, "Beheer"), "");
    EXPECT_EQ(link_of(page("beheer", "/vragen"), "Beheer"), "/beheer");
    EXPECT_EQ(link_of(page("", "/vragen"), "Aanmelden"), "/aanmelden");
}

TEST_P(DeskFrame, puts_a_fault_in_front_of_the_title) {
    EXPECT_EQ(texts_of(page("anna", "/vragen?fout"), "title"), Words{"Fout: Titel <1> – Kring"});
    EXPECT_EQ(texts_of(page("anna", "/en/questions?fout"), "title"), Words{"Error: Titel <1> – Kring"});
}

TEST_P(DeskFrame, leads_to_the_same_page_in_the_other_language) {
    EXPECT_EQ(link_of(page("", "/vragen"), "English"), "/en/questions");
    const HtmlNode english = page("", "/en/networks/ict/series/2");
    EXPECT_EQ(*english.attribute("lang"), "en");
    EXPECT_EQ(link_of(english, "Nederlands"), "/netwerken/ict/reeksen/2");
    EXPECT_EQ(link_of(page("", "/netwerken/a%2Fb \"c/reeksen/1"), "English"),
              "/en/networks/a%252Fb%20%22c/series/1");
}

TEST_P(DeskFrame, is_kept_from_caches_for_whoever_is_signed_in_and_for_faults) {
    EXPECT_TRUE(desk.get("anna", "/vragen").is_personal);
    EXPECT_TRUE(desk.get("", "/vragen?fout").is_personal);
    EXPECT_FALSE(desk.get("", "/vragen").is_personal);
    EXPECT_TRUE(desk.get("", "/vragen/not-found").is_personal);
}

TEST_P(DeskFrame, says_once_what_just_happened_in_words_of_its_own_alone) {
    EXPECT_EQ(texts_of(page("anna", "/vragen?m=saved"), "div", "k-flash").size(), 1u);
    for (const char* unknown :
         {"", "saved%20", "trouble.404.title", "..", "<b>", "Klik%20hier%20voor%20je%20prijs"}) {
        EXPECT_EQ(texts_of(page("anna", std::string("/vragen?m=") + unknown), "div", "k-flash").size(), 0u)
            << unknown;
    }
    EXPECT_EQ(texts_of(page("anna", "/vragen?m=" + std::string(5000, 'x')), "div", "k-flash").size(), 0u);
}

TEST_P(DeskFrame, goes_on_with_a_message_behind_the_path_and_before_the_place) {
    const auto going = [&](std::string_view to, std::string_view message) {
        const auto response =
            desk.post("anna", "/vragen", {{"to", std::string(to)}, {"message", std::string(message)}});
        EXPECT_EQ(response.status, 303);
        return location_of(response);
    };
    EXPECT_EQ(going("/vragen/a1", ""), "/vragen/a1");
    EXPECT_EQ(going("/vragen/a1", "saved"), "/vragen/a1?m=saved");
    EXPECT_EQ(going("/vragen/a1?x=1", "saved"), "/vragen/a1?x=1&m=saved");
    EXPECT_EQ(going("/vragen/a1#b2", "saved"), "/vragen/a1?m=saved#b2");
    EXPECT_EQ(going("/vragen/a1?x=1#b2", "saved"), "/vragen/a1?x=1&m=saved#b2");
    EXPECT_THROW(going("/vragen", "bestaat_niet"), std::logic_error);
}

TEST_P(DeskFrame, answers_each_trouble_with_its_status_and_reason) {
    const std::vector<std::tuple<std::string, int, std::size_t>> troubles = {{"invalid", 400, 1},
                                                                             {"forbidden", 403, 1},
                                                                             {"not-found", 404, 0},
                                                                             {"conflict", 409, 1},
                                                                             {"too-many", 429, 0}};
    for (const auto& [which, status, reasons] : troubles) {
        const auto response = desk.get("anna", "/vragen/" + which);
        EXPECT_EQ(response.status, status) << which;
        const HtmlNode shown = parse_page(response.body);
        EXPECT_EQ(texts_of(shown, "h1").size(), 1u) << which;
        const HtmlNode* main = shown.all("main").at(0);
        EXPECT_EQ(main->all("li").size(), reasons + 2) << which << ": reasons, and two ways on";
        const bool waits = std::any_of(response.headers.begin(), response.headers.end(),
                                       [](const auto& header) { return header.first == "Retry-After"; });
        EXPECT_EQ(waits, status == 429) << which;
    }
    EXPECT_EQ(texts_of(page("", "/vragen/closed"), "body"), texts_of(page("", "/vragen/not-found"), "body"));
    EXPECT_THROW(desk.get("anna", "/vragen/none"), std::logic_error);
}

}  // namespace
}  // namespace kring::desk
