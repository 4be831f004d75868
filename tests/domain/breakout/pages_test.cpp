// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "domain/contribution/acts.hpp"
#include "tests/domain/breakout/breakout_world.hpp"

namespace kring::breakout {
namespace {

using fixtures::HtmlNode;
using fixtures::link_of;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;

const std::string tables = "/bijeenkomsten/ict-2/tafels";

// In place of the page of the workshop itself: its doors as lines.
web::Response list_doors(const desk::Visit& visit) {
    workshop::Beside beside;
    add_doors(visit, visit.request.part("id"), beside);
    std::string lines;
    for (const workshop::Door& door : beside.day) lines += "day " + door.href + "\n";
    for (const workshop::Door& door : beside.plan) lines += "plan " + door.href + "\n";
    return web::plain(200, lines);
}

class TablePages : public BreakoutWorld {
protected:
    TablePages()
        : BreakoutWorld({{web::Method::get, "/bijeenkomsten/{id}", list_doors, desk::Rule::everyone}}) {}

    HtmlNode page(std::string_view person, const std::string& path, int status = 200) {
        const auto response = desk.get(person, path);
        EXPECT_EQ(response.status, status) << person << " " << path;
        return parse_page(response.body);
    }
    web::Response step(std::string_view name, std::string_view number = "0", std::string_view who = "femke") {
        return desk.post(who, tables + "/indeling",
                         {{"step", std::string(name)},
                          {"version", std::to_string(version())},
                          {"seen", proposal().mark},
                          {"round", std::string(number)}});
    }
    std::string notes_of(std::string_view person) {
        return tables + "/" + std::to_string(table_of(person, 1)) + "/notities/1";
    }
    static std::string hidden(const HtmlNode& page, std::string_view name) {
        for (const HtmlNode* input : page.all("input")) {
            const std::string* is = input->attribute("name");
            if (is && *is == name) return *input->attribute("value");
        }
        return "";
    }
};
KRING_ON_BOTH_ENGINES(TablePages);

TEST_P(TablePages, lead_a_facilitator_from_setting_up_to_the_last_round) {
    ASSERT_EQ(link_of(page("femke", tables + "/indeling"), "Zet tafels klaar"), tables + "/opzet");
    const auto set = desk.post("femke", tables + "/opzet",
                               {{"tables", "2"},
                                {"rounds", "3"},
                                {"minutes", "15"},
                                {"chairs", ""},
                                {"mix", "even"},
                                {"apart_one", "tweede-leven"},
                                {"apart_other", "kringloop"},
                                {"away.kees", "yes"},
                                {"version", "0"}});
    ASSERT_EQ(location_of(set).substr(0, (tables + "/indeling").size()), tables + "/indeling");
    EXPECT_EQ(now().away, Words{"kees"});
    ASSERT_EQ(now().apart.size(), 1U);
    EXPECT_EQ(now().apart.front().one, "kringloop");
    const auto plan = page("femke", tables + "/indeling");
    const Words texts = texts_of(plan, "p", "nl-paragraph");
    EXPECT_NE(std::find(texts.begin(), texts.end(),
                        "Dit is een voorstel. Deelnemers zien het pas als je het bekendmaakt."),
              texts.end());
    EXPECT_NE(std::find(texts.begin(), texts.end(), "Alles wat je vroeg, lukt met deze indeling."),
              texts.end());
    EXPECT_EQ(step("publish").status, 303);
    for (const char* round : {"1", "2", "3", "4"}) EXPECT_EQ(step("round", round).status, 303);
    EXPECT_EQ(texts_of(page("femke", tables + "/indeling"), "button", "nl-button--secondary").back(),
              "Terug naar de vorige ronde");
}

TEST_P(TablePages, show_each_where_to_sit_and_only_who_takes_part) {
    begin();
    const auto own = page("anna", tables);
    ASSERT_EQ(texts_of(own, "h2").size() >= 3, true);
    EXPECT_EQ(texts_of(own, "h2").front(), "Ronde 1: tafel " + std::to_string(table_of("anna", 1)));
    EXPECT_NE(link_of(own, "Noteer wat jullie leren Ronde 1: tafel " + std::to_string(table_of("anna", 1))),
              "");
    const auto room = page("sami", tables + "/zaal");
    EXPECT_EQ(texts_of(room, "h2").front(), "Ronde 1");
    EXPECT_EQ(texts_of(page("sami", tables + "/zaal?rondes=alle"), "h2").at(2), "Ronde 3");
    page("olga", tables, 404);
    page("olga", tables + "/zaal", 404);
    page("anna", tables + "/indeling", 403);
    page("anna", tables + "/opzet", 403);
    page("anna", tables + "/oogst", 403);
    page("olga", notes_of("anna"), 404);
}

TEST_P(TablePages, refresh_by_themselves_only_when_asked) {
    begin();
    const auto has_refresh = [&](const std::string& path) {
        const auto headers = desk.get("anna", path).headers;
        return std::any_of(headers.begin(), headers.end(),
                           [](const auto& header) { return header.first == "Refresh"; });
    };
    EXPECT_FALSE(has_refresh(tables + "/zaal"));
    EXPECT_TRUE(has_refresh(tables + "/zaal?ververs=ja"));
}

TEST_P(TablePages, never_tell_participants_who_is_kept_apart) {
    Wishes setup;
    setup.tables = 2;
    setup.apart = {pair_of("tweede-leven", "kringloop").value()};
    ASSERT_EQ(set(setup), Words{});
    ASSERT_EQ(published(), Words{});
    ASSERT_EQ(round(1), Words{});
    const auto setup_page = desk.get("femke", tables + "/opzet");
    EXPECT_NE(setup_page.body.find("apart.kringloop.tweede-leven"), std::string::npos);
    for (const std::string& path : {tables, tables + "/zaal?rondes=alle", notes_of("anna")})
        EXPECT_EQ(desk.get("anna", path).body.find("apart"), std::string::npos) << path;
}

TEST_P(TablePages, give_back_all_that_was_typed_with_what_is_wrong) {
    const auto sent = desk.post("femke", tables + "/opzet",
                                {{"tables", "nul"},
                                 {"rounds", "3"},
                                 {"minutes", "15"},
                                 {"mix", "any"},
                                 {"away.kees", "yes"},
                                 {"version", "0"}});
    EXPECT_EQ(sent.status, 400);
    const auto back = parse_page(sent.body);
    EXPECT_EQ(texts_of(back, "div", "k-error"), Words{"Fout: Vul een heel getal in van 1 tot en met 40."});
    EXPECT_EQ(hidden(back, "tables"), "nul");
    begin();
    const auto note = desk.post("anna", notes_of("anna"), {{"body", std::string(4001, 'x')}});
    EXPECT_EQ(note.status, 400);
    EXPECT_EQ(texts_of(parse_page(note.body), "textarea"), Words{std::string(4001, 'x')});
}

TEST_P(TablePages, tell_the_second_of_two_and_show_how_it_stands) {
    begin();
    join("laat", "purchaser");
    const std::string seen = proposal().mark;
    const web::Fields fields = {{"step", "publish"}, {"version", std::to_string(version())}, {"seen", seen}};
    EXPECT_EQ(desk.post("femke", tables + "/indeling", fields).status, 303);
    const auto second = desk.post("femke", tables + "/indeling", fields);
    EXPECT_EQ(second.status, 409);
    EXPECT_NE(second.body.find("Iemand anders was net eerder"), std::string::npos);
    EXPECT_NE(second.body.find("laat"), std::string::npos) << "the new plan stands there";
}

TEST_P(TablePages, take_a_note_and_show_it_to_the_table) {
    begin();
    const std::string at = notes_of("anna");
    const auto form = page("anna", at);
    const auto sent = desk.post("anna", at, {{"body", "Vraag om zeven jaar."}, {"question", ""}});
    ASSERT_EQ(sent.status, 303);
    EXPECT_EQ(texts_of(page("anna", at), "div", "k-prose"), Words{"Vraag om zeven jaar."});
    const std::string change = link_of(
        page("anna", at), "Wijzig deze notitie tafel " + std::to_string(table_of("anna", 1)) + ", ronde 1");
    ASSERT_NE(change, "");
    EXPECT_EQ(desk.post("anna", change, {{"body", "Of acht."}}).status, 303);
    EXPECT_EQ(texts_of(page("anna", at), "div", "k-prose"), Words{"Of acht."});
    page("olga", change, 404);
}

TEST_P(TablePages, answer_the_script_without_a_page_and_take_its_key_once) {
    begin();
    const std::string at = notes_of("anna");
    const web::Fields fields = {
        {"body", "Een keer"}, {"submission", "0123456789abcdef01234567"}, {"by_script", "yes"}};
    EXPECT_EQ(desk.post("anna", at, fields).status, 204);
    EXPECT_EQ(desk.post("anna", at, fields).status, 204);
    EXPECT_EQ(texts_of(page("anna", at), "div", "k-prose"), Words{"Een keer"});
}

TEST_P(TablePages, bring_notes_together_and_loosen_them_again) {
    begin();
    const std::string one = *noted("anna", {table_of("anna", 1), 1, "", "Zeven jaar kan", {}});
    const std::string two = *noted("sami", {table_of("sami", 1), 1, "", "Met onderdelen", {}});
    const std::string plenary = tables + "/oogst";
    const auto gathered = desk.post("femke", plenary,
                                    {{"step", "merge"},
                                     {"gather", "yes"},
                                     {"note." + one, "yes"},
                                     {"note." + two, "yes"},
                                     {"title", ""},
                                     {"body", ""}});
    EXPECT_EQ(gathered.status, 200);
    const Words typed = texts_of(parse_page(gathered.body), "textarea");
    ASSERT_EQ(typed.size(), 1U);
    EXPECT_NE(typed.front().find("Zeven jaar kan"), std::string::npos);
    EXPECT_NE(typed.front().find("Met onderdelen"), std::string::npos);
    const auto merged = desk.post("femke", plenary,
                                  {{"step", "merge"},
                                   {"note." + one, "yes"},
                                   {"note." + two, "yes"},
                                   {"title", "Zeven jaar, met onderdelen"},
                                   {"body", "Allebei."},
                                   {"audience", "network"}});
    ASSERT_EQ(merged.status, 303);
    const auto shown = page("femke", plenary);
    const std::string lesson = link_of(shown, "Zeven jaar, met onderdelen");
    ASSERT_NE(lesson, "");
    const std::string id = lesson.substr(lesson.rfind('/') + 1);
    EXPECT_EQ(desk.post("femke", plenary, {{"step", "split"}, {"lesson", id}}).status, 303);
    EXPECT_EQ(link_of(page("femke", plenary), "Zeven jaar, met onderdelen"), "");
    EXPECT_EQ(desk.post("femke", plenary, {{"step", "close"}, {"version", std::to_string(version())}}).status,
              303);
    EXPECT_EQ(texts_of(page("anna", notes_of("anna")), "textarea"), Words{});
}

TEST_P(TablePages, are_doors_of_the_workshop_for_who_may_use_them) {
    begin();
    const auto doors = [&](std::string_view who) { return desk.get(who, "/bijeenkomsten/ict-2").body; };
    EXPECT_EQ(doors("anna"), "day " + tables + "\nday " + notes_of("anna") + "\n");
    EXPECT_EQ(doors("femke"), "day " + tables + "\nplan " + tables + "/indeling\n");
    EXPECT_EQ(doors("olga"), "");
    EXPECT_EQ(doors(""), "");
}

TEST_P(TablePages, speak_English_too) {
    begin();
    EXPECT_EQ(texts_of(page("noor", "/en/workshops/ict-2/tables"), "h1").front(), "Tables");
    EXPECT_EQ(texts_of(page("femke", "/en/workshops/ict-2/tables/plan"), "h1").front(), "Seating plan");
    EXPECT_EQ(texts_of(page("femke", "/en/workshops/ict-2/tables/harvest"), "h1").front(),
              "Harvest of the tables");
}

TEST_P(TablePages, ask_the_same_number_of_queries_for_one_note_and_for_three) {
    begin();
    const std::string at = notes_of("anna");
    ASSERT_TRUE(noted("anna", {table_of("anna", 1), 1, "", "Een", {}}));
    page("anna", at);
    const std::int64_t with_one = desk.statements();
    ASSERT_TRUE(noted("anna", {table_of("anna", 1), 1, "", "Twee", {}}));
    ASSERT_TRUE(noted("anna", {table_of("anna", 1), 1, "", "Drie", {}}));
    page("anna", at);
    EXPECT_EQ(desk.statements(), with_one);
}

}  // namespace
}  // namespace kring::breakout
