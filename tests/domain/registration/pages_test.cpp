// SPDX-License-Identifier: EUPL-1.2
#include "domain/registration/pages.hpp"

#include "app/pages.hpp"
#include "domain/workshop/pages.hpp"
#include "tests/domain/registration/registration_world.hpp"

namespace kring::registration {
namespace {

using fixtures::HtmlNode;
using fixtures::link_of;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;

constexpr std::string_view place = "/bijeenkomsten/ict-2/inschrijven";
constexpr std::string_view all = "/bijeenkomsten/ict-2/inschrijvingen";

class RegistrationPages : public RegistrationWorld {
protected:
    RegistrationPages() : RegistrationWorld(with_participants()) {}

    static std::vector<desk::Route> with_participants() {
        std::vector<desk::Route> both = routes();
        for (const desk::Route& route : workshop::routes()) both.push_back(route);
        for (const desk::Route& route : app::workshop_routes()) both.push_back(route);
        return both;
    }

    HtmlNode page(std::string_view person, std::string_view path, int status = 200) {
        const auto response = desk.get(person, path);
        EXPECT_EQ(response.status, status) << path;
        return parse_page(response.body);
    }
    /// Where each form of the page is sent.
    static Words forms_of(const HtmlNode& page) {
        Words actions;
        for (const HtmlNode* form : page.all("form")) {
            const std::string* method = form->attribute("method");
            if (method && *method == "post") actions.push_back(*form->attribute("action"));
        }
        return actions;
    }
    static Words panel_of(const HtmlNode& page) { return texts_of(page, "section", "k-brief"); }
    static std::string head_of(const HtmlNode& page) { return texts_of(page, "h1").front(); }
    static std::string lead_of(const HtmlNode& page) {
        return texts_of(page, "p", "nl-paragraph--lead").front();
    }
    std::string dump() {
        return desk.read([](db::Connection& in) {
            std::string text;
            in.query("select person_id, state, number from registrations order by number", {},
                     [&](const db::Row& row) { text += row.text(0) + " " + row.text(1) + "\n"; });
            return text + std::to_string(in.count("select count(*) from outbox"));
        });
    }
};
KRING_ON_BOTH_ENGINES(RegistrationPages);

TEST_P(RegistrationPages, a_member_registers_in_two_actions_from_the_page_of_the_workshop) {
    open(2);
    const auto workshop = page("anna", "/bijeenkomsten/ict-2");
    EXPECT_EQ(panel_of(workshop), Words{"Inschrijven In de zaal: nog 2 plaatsen Schrijf je in"});
    ASSERT_EQ(link_of(workshop, "Schrijf je in"), place);
    const auto form = page("anna", place);
    EXPECT_EQ(head_of(form), "Inschrijven");
    EXPECT_EQ(forms_of(form), Words{std::string(place)});
    const auto sent = desk.post("anna", place, {{"pool", "room"}, {"diet", "Geen noten"}, {"access", ""}});
    ASSERT_EQ(sent.status, 303);
    ASSERT_EQ(location_of(sent), place);
    const auto confirmed = page("anna", place);
    EXPECT_EQ(head_of(confirmed), "Je bent ingeschreven");
    EXPECT_EQ(lead_of(confirmed), "We verwachten je. Hoe je meedoet: In de zaal.");
    EXPECT_EQ(link_of(confirmed, "kring@kring.example"), "mailto:kring@kring.example");
    EXPECT_EQ(forms_of(confirmed), (Words{"/bijeenkomsten/ict-2/inschrijven/afzegging",
                                          "/bijeenkomsten/ict-2/inschrijven/wensen"}));
    EXPECT_EQ(texts_of(confirmed, "textarea"), (Words{"Geen noten", ""}));
    EXPECT_EQ(link_of(page("anna", "/bijeenkomsten/ict-2"), "Bekijk je inschrijving"), place);
}

TEST_P(RegistrationPages, the_promise_about_needs_names_the_day) {
    open(2);
    const Words paragraphs = texts_of(page("anna", place), "p");
    EXPECT_NE(
        std::find(paragraphs.begin(), paragraphs.end(),
                  "Je hoeft hier niets in te vullen. Alleen de begeleiders zien het. We verwijderen het 14 "
                  "dagen na de bijeenkomst, op donderdag 28 januari 2027."),
        paragraphs.end());
}

TEST_P(RegistrationPages, in_English_too) {
    open(1, 1);
    const auto workshop = page("noor", "/en/workshops/ict-2");
    EXPECT_EQ(panel_of(workshop),
              Words{"Registration In the room: 1 place left Online: 1 place left Register"});
    ASSERT_EQ(link_of(workshop, "Register"), "/en/workshops/ict-2/register");
    const auto sent = desk.post("noor", "/en/workshops/ict-2/register", {{"pool", "online"}});
    ASSERT_EQ(location_of(sent), "/en/workshops/ict-2/register");
    EXPECT_EQ(head_of(page("noor", "/en/workshops/ict-2/register")), "You are registered");
}

TEST_P(RegistrationPages, what_is_wrong_is_said_and_nothing_typed_is_lost) {
    open(1, 1);
    const auto sent =
        desk.post("anna", place, {{"pool", ""}, {"diet", std::string(501, 'x')}, {"access", "Rolstoel"}});
    EXPECT_EQ(sent.status, 400);
    const auto back = parse_page(sent.body);
    EXPECT_EQ(texts_of(back, "div", "k-error"),
              (Words{"Fout: Kies hoe je meedoet.", texts_of(back, "div", "k-error").at(1)}));
    EXPECT_EQ(texts_of(back, "textarea"), (Words{std::string(501, 'x'), "Rolstoel"}));
    EXPECT_EQ(texts_of(back, "title").front().substr(0, 5), "Fout:");
    EXPECT_EQ(dump(), "0");
}

TEST_P(RegistrationPages, who_waits_sees_the_position_and_why_others_go_first) {
    open(1);
    for (const char* who : {"anna", "bram", "sami"}) ASSERT_EQ(enroll(who), Words{});
    EXPECT_EQ(panel_of(page("sami", "/bijeenkomsten/ict-2")),
              Words{"Inschrijven Je staat op de wachtlijst, op plek 2. Hoe je mee wilt doen: In de zaal. "
                    "Bekijk je inschrijving"});
    EXPECT_EQ(lead_of(page("sami", place)), "Je staat op plek 2. Hoe je mee wilt doen: In de zaal.");
    ASSERT_EQ(
        desk.post("femke", "/bijeenkomsten/ict-2/inschrijvingen/2/overslaan", {{"reason", "Om de beurt."}})
            .status,
        303);
    EXPECT_EQ(lead_of(page("sami", place)), "Je staat op plek 1. Hoe je mee wilt doen: In de zaal.");
    const auto bram = page("bram", place);
    EXPECT_EQ(lead_of(bram), "Je staat op plek 2. Hoe je mee wilt doen: In de zaal.");
    EXPECT_EQ(texts_of(bram, "p", "k-notice"),
              Words{"De begeleider laat anderen voorgaan. De reden: Om de beurt."});
}

TEST_P(RegistrationPages, an_offer_is_taken_or_passed_on_by_a_button_and_by_nothing_else) {
    open(1);
    for (const char* who : {"anna", "bram", "sami"}) ASSERT_EQ(enroll(who), Words{});
    ASSERT_EQ(cancelled("anna"), Words{});
    EXPECT_EQ(panel_of(page("bram", "/bijeenkomsten/ict-2")),
              Words{"Inschrijven Er is een plaats voor je. Antwoord vóór 24 november 2026, 10.00 uur. "
                    "Geef antwoord"});
    const std::string before = dump();
    const auto offer = page("bram", place);
    EXPECT_EQ(head_of(offer), "Er is een plaats voor je");
    EXPECT_EQ(forms_of(offer), (Words{"/bijeenkomsten/ict-2/inschrijven/aanvaarding",
                                      "/bijeenkomsten/ict-2/inschrijven/afzegging",
                                      "/bijeenkomsten/ict-2/inschrijven/wensen"}));
    EXPECT_EQ(texts_of(offer, "button", "nl-button--primary").front(), "Neem de plaats aan");
    EXPECT_EQ(dump(), before);
    ASSERT_EQ(location_of(desk.post("bram", "/bijeenkomsten/ict-2/inschrijven/afzegging", {})), place);
    EXPECT_EQ(state("bram") + " " + state("sami"), "cancelled offered");
    ASSERT_EQ(location_of(desk.post("sami", "/bijeenkomsten/ict-2/inschrijven/aanvaarding", {})), place);
    EXPECT_EQ(head_of(page("sami", place)), "Je bent ingeschreven");
    const auto again = page("bram", place);
    EXPECT_EQ(head_of(again), "Inschrijven") << "and one may register anew";
    EXPECT_EQ(texts_of(again, "p", "k-notice"),
              Words{"Je bent niet meer ingeschreven voor deze bijeenkomst."});
}

TEST_P(RegistrationPages, an_offer_whose_time_is_over_is_over_on_the_page_before_any_job_looked) {
    open(1);
    for (const char* who : {"anna", "bram"}) ASSERT_EQ(enroll(who), Words{});
    ASSERT_EQ(cancelled("anna"), Words{});
    sql("update registrations set offered_until = '2026-11-23T09:00:00.000Z' where person_id = 'bram'");
    EXPECT_EQ(texts_of(page("bram", place), "p", "k-notice"),
              Words{"Je nam de plaats niet op tijd aan. De plaats is doorgegeven."});
    EXPECT_EQ(state("bram"), "offered");
    const auto late = desk.post("bram", "/bijeenkomsten/ict-2/inschrijven/aanvaarding", {});
    EXPECT_EQ(late.status, 409);
    EXPECT_NE(late.body.find("Het aanbod is verlopen. De plaats is doorgegeven."), std::string::npos);
}

TEST_P(RegistrationPages, those_outside_see_no_more_than_that_one_can_register) {
    open(2);
    EXPECT_EQ(panel_of(page("", "/bijeenkomsten/ict-2")),
              Words{"Inschrijven Leden van het netwerk kunnen zich inschrijven. Schrijf je in"});
    EXPECT_EQ(location_of(desk.get("", place)), "/aanmelden");
    EXPECT_EQ(panel_of(page("olga", "/bijeenkomsten/ict-2")), Words{});
    EXPECT_EQ(desk.get("olga", place).status, 403);
    EXPECT_EQ(desk.get("anna", "/bijeenkomsten/meubels-1/inschrijven").status, 404);
    EXPECT_EQ(desk.get("anna", "/bijeenkomsten/meubels-1/inschrijvingen").status, 404);
    for (const char* who : {"anna", "eva", "sami"}) {
        EXPECT_EQ(desk.get(who, all).status, 403) << who;
        EXPECT_EQ(desk.get(who, "/bijeenkomsten/ict-2/inschrijvingen/1").status, 403) << who;
        EXPECT_EQ(desk.get(who, "/bijeenkomsten/ict-2/inschrijvingen/bewerken").status, 403) << who;
    }
}

TEST_P(RegistrationPages, a_workshop_without_registration_shows_none_and_a_closed_one_says_so) {
    EXPECT_EQ(panel_of(page("anna", "/bijeenkomsten/ict-2")), Words{});
    EXPECT_EQ(head_of(page("anna", place)), "Inschrijven kan niet");
    open(2);
    ASSERT_EQ(set({"ict-2", false, 2, 0, {}, 0}), Words{});
    EXPECT_EQ(panel_of(page("anna", "/bijeenkomsten/ict-2")),
              Words{"Inschrijven De inschrijving is gesloten."});
    EXPECT_EQ(panel_of(page("", "/bijeenkomsten/ict-2")), Words{});
    EXPECT_EQ(head_of(page("anna", place)), "Inschrijven kan niet");
    sql("update workshops set day = '2026-11-22' where id = 'ict-2'");
    EXPECT_EQ(head_of(page("anna", place)), "Inschrijven kan niet meer");
    EXPECT_EQ(panel_of(page("anna", "/bijeenkomsten/ict-2")), Words{});
}

TEST_P(RegistrationPages, a_facilitator_opens_registration_and_is_told_what_is_wrong) {
    const auto nothing = page("femke", all);
    const std::string terms = "/bijeenkomsten/ict-2/inschrijvingen/bewerken";
    EXPECT_EQ(link_of(nothing, "Stel de inschrijving in"), terms);
    EXPECT_EQ(link_of(page("femke", "/bijeenkomsten/ict-2"), "Inschrijvingen"), all);
    const auto wrong = desk.post(
        "femke", terms,
        {{"is_open", "yes"}, {"room_places", "veel"}, {"online_places", "1"}, {"organisation_most", "0"}});
    EXPECT_EQ(wrong.status, 400);
    Words typed;
    const auto back = parse_page(wrong.body);
    for (const HtmlNode* input : back.all("input")) {
        const std::string* id = input->attribute("id");
        if (id && id->starts_with("f-") && *input->attribute("type") != "checkbox")
            typed.push_back(*input->attribute("value"));
    }
    EXPECT_EQ(typed, (Words{"veel", "1", "0"}));
    EXPECT_EQ(texts_of(back, "div", "k-error").size(), 2u);
    const auto few = desk.post("femke", terms, {{"is_open", "yes"}, {"room_places", "1"}});
    EXPECT_EQ(few.status, 409);
    EXPECT_EQ(texts_of(parse_page(few.body), "div", "k-error"),
              Words{"Fout: Er zijn al 2 plaatsen vergeven. Minder kan niet."});
    const auto done = desk.post("femke", terms, {{"is_open", "yes"}, {"room_places", "24"}});
    EXPECT_EQ(location_of(done), std::string(all) + "?m=terms_set");
    EXPECT_EQ(desk.get("femke", "/bijeenkomsten/ict-2/deelnemers").status, 409);
    EXPECT_EQ(link_of(page("femke", "/bijeenkomsten/ict-2"), "Deelnemers"), "");
}

TEST_P(RegistrationPages, a_facilitator_sees_everything_at_a_glance) {
    open(2, 1);
    ASSERT_EQ(enroll("anna", "", world_time, {"Geen noten", "Rolstoel"}), Words{});
    for (const char* who : {"bram", "sami", "noor"}) ASSERT_EQ(enroll(who), Words{});
    ASSERT_EQ(enroll("eva", "", world_time, {}, "online"), Words{});
    ASSERT_EQ(cancelled("bram"), Words{});
    const auto list = page("femke", all);
    EXPECT_EQ(texts_of(list, "td", "k-number"), (Words{"2", "1", "1", "0", "1", "1", "0",  //
                                                       "1", "1", "0", "0", "0", "0", "0"}));
    const auto rows = texts_of(list, "tr");
    EXPECT_EQ(rows.at(4), "1 Anna de Wit Gemeente Linderdam In de zaal Bevestigd");
    EXPECT_EQ(rows.at(6),
              "3 Sami Aydin Tweede Leven ICT BV In de zaal Aangeboden tot 24 november 2026, 10.00 uur");
    EXPECT_EQ(rows.back(), "Anna de Wit Geen noten Rolstoel");
    EXPECT_EQ(texts_of(page("femke", std::string(all) + "?stand=ended"), "tr").at(4),
              "2 Bram Hoekstra Waterschap Ommer In de zaal Afgezegd");
    EXPECT_EQ(link_of(list, "Wachtlijst (1)"), std::string(all) + "?stand=waiting");
    EXPECT_EQ(link_of(list, "Sami Aydin"), "/bijeenkomsten/ict-2/inschrijvingen/3");
}

TEST_P(RegistrationPages, a_facilitator_registers_somebody_who_then_gets_a_mail) {
    open(1);
    const auto none = desk.post("femke", all, {{"person", ""}, {"pool", "room"}});
    EXPECT_EQ(none.status, 400);
    EXPECT_EQ(texts_of(parse_page(none.body), "div", "k-error"),
              Words{"Fout: Kies een lid dat deze bijeenkomst mag zien."});
    EXPECT_EQ(location_of(desk.post("femke", all, {{"person", "bram"}, {"pool", "room"}})),
              std::string(all) + "?m=registered_other");
    EXPECT_EQ(state("bram"), "confirmed");
    EXPECT_EQ(mail("bram").size(), 1u);
    const Words options = texts_of(page("femke", all), "option");
    EXPECT_EQ(options.front(), "Kies een lid");
    EXPECT_EQ(std::count(options.begin(), options.end(), "Bram Hoekstra, Waterschap Ommer"), 0);
}

TEST_P(RegistrationPages, one_person_is_passed_over_with_a_reason_put_back_and_cancelled) {
    open(1);
    for (const char* who : {"anna", "bram"}) ASSERT_EQ(enroll(who), Words{});
    const std::string one = "/bijeenkomsten/ict-2/inschrijvingen/2";
    EXPECT_EQ(forms_of(page("femke", one)), (Words{one + "/overslaan", one + "/afzegging"}));
    const auto empty = desk.post("femke", one + "/overslaan", {{"reason", " "}});
    EXPECT_EQ(empty.status, 400);
    EXPECT_EQ(texts_of(parse_page(empty.body), "div", "k-error"),
              Words{"Fout: Schrijf een reden. De ander krijgt die te lezen."});
    EXPECT_EQ(location_of(desk.post("femke", one + "/overslaan", {{"reason", "Om de beurt."}})),
              one + "?m=passed_over");
    EXPECT_EQ(forms_of(page("femke", one)), (Words{one + "/herstel", one + "/afzegging"}));
    EXPECT_EQ(location_of(desk.post("femke", one + "/herstel", {})), one + "?m=put_back");
    EXPECT_EQ(location_of(desk.post("femke", one + "/afzegging", {})), one + "?m=registration_cancelled");
    EXPECT_EQ(forms_of(page("femke", one)), Words{});
    EXPECT_EQ(desk.get("femke", "/bijeenkomsten/ict-2/inschrijvingen/3").status, 404);
    EXPECT_EQ(desk.get("femke", "/bijeenkomsten/ict-2/inschrijvingen/x").status, 404);
    EXPECT_EQ(desk.post("femke", "/bijeenkomsten/ict-2/inschrijvingen/3/herstel", {}).status, 404);
}

TEST_P(RegistrationPages, a_long_list_has_pages_and_asks_no_more_of_the_database) {
    open(1);
    ASSERT_EQ(enroll("anna"), Words{});
    (void)page("femke", all);
    const auto few = desk.statements();
    ASSERT_TRUE(desk.act("femke", [&](const Act& act) {
        for (int i = 0; i < 105; ++i) {
            const std::string id = "lid-" + std::to_string(i);
            act.in.execute(
                "insert into people (id, email, name, language, state, created_at) "
                "values ($1, $2, $1, 'nl', 'active', '2026-09-01T08:00:00.000Z')",
                {id, id + "@leden.example"});
            act.in.execute(
                "insert into memberships (id, network_id, person_id, side, joined_at) "
                "values ($1, 'ict', $1, 'purchaser', '2026-09-01T08:00:00.000Z')",
                {id});
            (void)register_for(act, desk.site(), {"ict-2", id, "room", {}});
        }
        return Result<Done>(Done{});
    }));
    const auto first = page("femke", all);
    EXPECT_EQ(desk.statements(), few);
    EXPECT_EQ(texts_of(first, "tr").size(), 3u + 1 + 100);
    const std::string next = link_of(first, "Volgende");
    EXPECT_EQ(texts_of(page("femke", next), "tr").size(), 3u + 1 + 6);
}

}  // namespace
}  // namespace kring::registration
