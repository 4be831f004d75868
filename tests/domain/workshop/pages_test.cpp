// SPDX-License-Identifier: EUPL-1.2
#include "domain/workshop/pages.hpp"

#include "app/pages.hpp"
#include "domain/workshop/store.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::workshop {
namespace {

using fixtures::link_of;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;
using Words = std::vector<std::string>;

class WorkshopPages : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), with_a_workshops_own_page()};

    static std::vector<desk::Route> with_a_workshops_own_page() {
        std::vector<desk::Route> all = routes();
        for (const desk::Route& route : app::workshop_routes()) all.push_back(route);
        return all;
    }

    fixtures::HtmlNode page(std::string_view person, std::string_view path) {
        const auto response = desk.get(person, path);
        EXPECT_EQ(response.status, 200) << path;
        return parse_page(response.body);
    }
    void sql(std::string_view statement) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(statement);
            return Result<Done>(Done{});
        }));
    }
    /// A record of a kind, tied from or to another.
    void tie(std::string_view id, std::string_view kind, std::string_view audience, std::string_view from,
             std::string_view relation, std::string_view to) {
        ASSERT_TRUE(desk.act("", [&](const Act& act) {
            act.in.execute(
                "insert into records (id, kind, network_id, title, language, audience, owner_id, state, "
                "created_at, "
                "updated_at) values ($1, $2, 'ict', $3, 'nl', $4, 'anna', 'open', $5, $5)",
                {id, kind, "Titel van " + std::string(id), audience, act.when});
            act.in.execute("insert into links (from_id, relation, to_id) values ($1, $2, $3)",
                           {from, relation, to});
            return Result<Done>(Done{});
        }));
    }
    web::Fields workshop_form(std::string_view number) {
        return {{"reeks", "ict-reeks"},
                {"title_nl", "Effect meten"},
                {"title_en", "Measuring effect"},
                {"number", std::string(number)},
                {"audience", "network"},
                {"day", "2027-03-11"},
                {"starts", "13:00"},
                {"ends", "15:30"},
                {"place", "Utrecht"},
                {"about_nl", "Wat leverde het op?"}};
    }
};
KRING_ON_BOTH_ENGINES(WorkshopPages);

TEST_P(WorkshopPages, the_list_shows_the_networks_one_may_see_with_their_counts) {
    const auto anyone = page("", "/netwerken");
    EXPECT_EQ(texts_of(anyone, "h3"), Words{"Duurzame ICT"});
    EXPECT_EQ(texts_of(anyone, "p", "k-meta"), Words{"1 reeks · 6 leden"});
    EXPECT_EQ(link_of(anyone, "Nieuw leernetwerk"), "");
    const auto administrator = page("beheer", "/en/networks");
    EXPECT_EQ(texts_of(administrator, "h3"), (Words{"Sustainable ICT", "Office furniture"}));
    EXPECT_EQ(link_of(administrator, "New learning network"), "/en/networks/new");
    EXPECT_EQ(link_of(administrator, "New programme"), "/en/programmes/new");
}

TEST_P(WorkshopPages, an_empty_list_says_what_to_do) {
    sql("update networks set audience = 'network'");
    EXPECT_EQ(link_of(page("", "/netwerken"), "Aanmelden"), "/aanmelden");
    const auto outsider = page("beheer", "/netwerken");
    EXPECT_EQ(texts_of(outsider, "h3").size(), 2u);
}

TEST_P(WorkshopPages, a_network_shows_its_series_and_what_is_new_in_it) {
    tie("vraag-1", "question", "network", "vraag-1", "asked_at", "ict-2");
    tie("les-1", "lesson", "purchasers", "ict-2", "distilled_into", "les-1");
    const auto anna = page("anna", "/netwerken/ict");
    EXPECT_EQ(texts_of(anna, "h1"), Words{"Duurzame ICT"});
    EXPECT_EQ(texts_of(anna, "p", "nl-paragraph--lead"),
              Words{"Inkopers leren van elkaar hoe ICT langer meegaat."});
    EXPECT_EQ(texts_of(anna, "li", "k-step").size(), 3u);
    EXPECT_EQ(texts_of(anna, "li", "k-record").size(), 2u);
    EXPECT_EQ(link_of(anna, "Titel van vraag-1"), "/vragen/vraag-1");
    EXPECT_EQ(link_of(anna, "Leden"), "/netwerken/ict/leden");
    EXPECT_EQ(link_of(anna, "Breng het eerste voorbeeld in"), "/praktijk/nieuw?network=ict");
    const auto sami = page("sami", "/netwerken/ict");
    EXPECT_EQ(texts_of(sami, "li", "k-record").size(), 1u);
    EXPECT_EQ(link_of(sami, "Leden"), "");
    EXPECT_EQ(link_of(sami, "Contract en beheer"), "");
    const auto anyone = page("", "/netwerken/ict");
    EXPECT_EQ(texts_of(anyone, "li", "k-record").size(), 0u);
    EXPECT_EQ(link_of(anyone, "Stel de eerste vraag"), "");
    EXPECT_EQ(texts_of(anyone, "li", "k-step").size(), 1u);
    EXPECT_EQ(link_of(anyone, "Eisen en criteria"), "/bijeenkomsten/ict-2");
}

TEST_P(WorkshopPages, a_closed_network_and_all_in_it_are_not_there_for_others) {
    for (const char* person : {"", "anna", "femke"}) {
        for (const char* path :
             {"/netwerken/meubels", "/netwerken/meubels/reeksen/1", "/bijeenkomsten/meubels-1"}) {
            EXPECT_EQ(desk.get(person, path).status, 404) << person << " " << path;
        }
    }
    const auto words_at = [&](std::string_view path) {
        return texts_of(parse_page(desk.get("", path).body), "main");
    };
    EXPECT_EQ(words_at("/bijeenkomsten/meubels-1"), words_at("/bijeenkomsten/nergens"));
    EXPECT_EQ(desk.get("olga", "/netwerken/meubels").status, 200);
    EXPECT_EQ(texts_of(page("olga", "/netwerken/meubels/reeksen/1"), "li", "k-record").size(), 1u);
}

TEST_P(WorkshopPages, a_facilitator_of_a_new_network_is_shown_the_first_step) {
    sql("insert into networks (id, programme_id, name_nl, name_en, audience) values "
        "('leeg', 'kci', 'Leeg', 'Empty', 'everyone')");
    sql("insert into memberships (id, network_id, person_id, side, is_facilitator, joined_at) values "
        "('leeg-femke', 'leeg', 'femke', 'adviser', 1, '2026-09-01T08:00:00.000Z')");
    EXPECT_EQ(link_of(page("femke", "/netwerken/leeg"), "Maak de eerste reeks"),
              "/netwerken/leeg/reeksen/nieuw");
    EXPECT_EQ(link_of(page("anna", "/netwerken/leeg"), "Maak de eerste reeks"), "");
    const auto form = desk.post("femke", "/netwerken/leeg/reeksen/nieuw",
                                {{"name_nl", "R"}, {"name_en", "S"}, {"number", "1"}});
    EXPECT_EQ(location_of(form), "/netwerken/leeg/reeksen/1?m=series_made");
    const auto series = page("femke", "/netwerken/leeg/reeksen/1");
    const std::string first = link_of(series, "Plan de eerste bijeenkomst");
    EXPECT_EQ(first.substr(0, 26), "/bijeenkomsten/nieuw?reeks");
    EXPECT_EQ(texts_of(page("femke", first), "h1"), Words{"Nieuwe bijeenkomst"});
}

TEST_P(WorkshopPages, a_series_shows_how_far_it_is) {
    const auto anna = page("anna", "/en/networks/ict/series/1");
    EXPECT_EQ(texts_of(anna, "h1"), Words{"Making laptops last"});
    std::vector<std::string> classes;
    for (const auto* step : anna.all("li")) {
        const std::string* held = step->attribute("class");
        if (held && held->find("k-step") != std::string::npos) {
            classes.push_back(held->find("k-step--done") != std::string::npos ? "done" : "to come");
        }
    }
    EXPECT_EQ(classes, (Words{"done", "to come", "to come"}));
    EXPECT_EQ(texts_of(anna, "li", "k-record").size(), 3u);
    EXPECT_EQ(link_of(anna, "Requirements and criteria"), "/en/workshops/ict-2");
    EXPECT_EQ(desk.get("anna", "/netwerken/ict/reeksen/2").status, 404);
    EXPECT_EQ(desk.get("anna", "/netwerken/ict/reeksen/een").status, 404);
}

TEST_P(WorkshopPages, a_workshop_shows_the_facts_before_all_else) {
    const auto anna = page("anna", "/bijeenkomsten/ict-2");
    EXPECT_EQ(texts_of(anna, "h1"), Words{"Bijeenkomst 2: Eisen en criteria"});
    EXPECT_EQ(texts_of(anna, "dt"), (Words{"Wanneer", "Waar", "Voor wie"}));
    EXPECT_EQ(texts_of(anna, "dd"),
              (Words{"donderdag 14 januari 202713.00 tot 15.30 uur",
                     "Het Buurthuis, UtrechtDe zaal volgt nog.", "Iedereen kan meelezen2 deelnemers"}));
    EXPECT_EQ(texts_of(anna, "p", "nl-paragraph--lead"),
              Words{"Je leert hoe je vraagt om laptops die langer meegaan."});
    const auto anyone = page("", "/en/workshops/ict-2");
    EXPECT_EQ(texts_of(anyone, "h1"), Words{"Workshop 2: Requirements and criteria"});
    EXPECT_EQ(texts_of(anyone, "dd").at(0), "Thursday 14 January 202713:00–15:30");
    EXPECT_EQ(texts_of(anyone, "dd").at(2), "Everyone can read along");
    EXPECT_EQ(texts_of(anyone, "span", "k-meta").at(0), "De zaal volgt nog.");
    EXPECT_EQ(*anyone.all("dd").at(1)->all("span").at(0)->attribute("lang"), "nl");
}

TEST_P(WorkshopPages, what_is_not_known_of_a_workshop_is_said) {
    const auto anna = page("anna", "/bijeenkomsten/ict-3");
    EXPECT_EQ(texts_of(anna, "dd"),
              (Words{"In februari of maart 2027.", "Plaats nog niet bekend", "Inkopers, geen leveranciers"}));
    EXPECT_EQ(texts_of(anna, "span", "k-badge"), Words{"Alleen inkopers"});
    EXPECT_EQ(texts_of(anna, "div", "k-empty"),
              (Words{"Het programma is nog niet bekend.",
                     "Nog geen vragen bij deze bijeenkomst. Stel de eerste vraag"}));
    EXPECT_EQ(link_of(anna, "Stel de eerste vraag"), "/vragen/nieuw?network=ict&workshop=ict-3");
    const auto olga = page("olga", "/bijeenkomsten/meubels-1");
    EXPECT_EQ(texts_of(olga, "dd").at(0), "dinsdag 2 februari 2027");
}

TEST_P(WorkshopPages, the_agenda_has_time_title_form_and_speakers) {
    const auto anyone = page("", "/bijeenkomsten/ict-2");
    const auto agenda = anyone.all("ol").back()->all("li");
    ASSERT_EQ(agenda.size(), 3u);
    EXPECT_EQ(texts_of(*agenda[1], "time"), Words{"13.15 uur"});
    EXPECT_EQ(*agenda[1]->all("time").at(0)->attribute("datetime"), "2027-01-14T13:15");
    EXPECT_EQ(texts_of(*agenda[1], "a"), Words{"Van vier naar zeven jaar: wat vroegen wij?"});
    EXPECT_EQ(texts_of(*agenda[1], "span", "k-meta"), Words{"Lezing · 45 minuten · Grote zaal"});
    EXPECT_EQ(texts_of(*agenda[1], "span", "k-who"),
              Words{"Mila Stroom, contractmanager, gemeente Linderdam hogeschool Vechtstreek"});
    EXPECT_EQ(texts_of(*agenda[2], "span", "k-time"), Words{""});
    sql("update sessions set starts = ''");
    EXPECT_EQ(texts_of(page("", "/bijeenkomsten/ict-2"), "span", "k-time"), (Words{"1", "2", "3"}));
}

TEST_P(WorkshopPages, a_workshop_shows_what_hangs_from_it_and_its_sessions_to_those_who_may_read_it) {
    tie("vraag-1", "question", "network", "vraag-1", "asked_at", "ict-2");
    tie("vraag-2", "question", "purchasers", "vraag-2", "asked_at", "ict-2-lezing");
    tie("geval-1", "case", "everyone", "geval-1", "illustrates", "ict-2-lezing");
    tie("les-1", "lesson", "network", "ict-2-pitches", "distilled_into", "les-1");
    tie("les-2", "lesson", "everyone", "ict-1", "distilled_into", "les-2");
    const auto titles = [&](std::string_view person) {
        return texts_of(page(person, "/bijeenkomsten/ict-2"), "h3", "nl-heading--level-4");
    };
    EXPECT_EQ(titles("anna"),
              (Words{"Titel van vraag-2", "Titel van vraag-1", "Titel van geval-1", "Titel van les-1"}));
    EXPECT_EQ(titles("sami"), (Words{"Titel van vraag-1", "Titel van geval-1", "Titel van les-1"}));
    EXPECT_EQ(titles(""), Words{"Titel van geval-1"});
}

TEST_P(WorkshopPages, a_longer_agenda_costs_no_more_queries) {
    page("anna", "/bijeenkomsten/ict-2");
    const std::int64_t with_three = desk.statements();
    for (const char* id : {"deel-4", "deel-5", "deel-6"}) {
        sql("insert into records (id, kind, network_id, parent_id, title, language, audience, state, "
            "created_at, "
            "updated_at) values ('" +
            std::string(id) +
            "', 'session', 'ict', 'ict-2', 'Deel', 'nl', 'everyone', 'open', "
            "'2026-11-01T08:00:00.000Z', '2026-11-01T08:00:00.000Z')");
        sql("insert into sessions (id, workshop_id, position, form, title_en) values ('" + std::string(id) +
            "', 'ict-2', 9, 'talk', 'Part')");
    }
    const auto six = page("anna", "/bijeenkomsten/ict-2");
    EXPECT_EQ(desk.statements(), with_three);
    EXPECT_EQ(six.all("ol").back()->all("li").size(), 6u);
}

TEST_P(WorkshopPages, only_a_facilitator_is_offered_to_plan) {
    const auto femke = page("femke", "/bijeenkomsten/ict-2");
    EXPECT_EQ(link_of(femke, "Bijeenkomst bewerken"), "/bijeenkomsten/ict-2/bewerken");
    EXPECT_EQ(link_of(femke, "Deelnemers"), "/bijeenkomsten/ict-2/deelnemers");
    for (const char* other : {"anna", "eva", "beheer", ""}) {
        const auto seen = page(other, "/bijeenkomsten/ict-2");
        EXPECT_EQ(link_of(seen, "Bijeenkomst bewerken"), "") << other;
        EXPECT_EQ(seen.all("details").size(), 1u) << other;  // the menu of the layout alone
    }
    for (const char* path : {"/bijeenkomsten/ict-2/bewerken", "/bijeenkomsten/ict-2/onderdelen/nieuw",
                             "/bijeenkomsten/ict-2/deelnemers", "/onderdelen/ict-2-lezing/bewerken",
                             "/netwerken/ict/reeksen/nieuw", "/netwerken/ict/reeksen/1/bewerken"}) {
        EXPECT_EQ(desk.get("femke", path).status, 200) << path;
        EXPECT_EQ(desk.get("anna", path).status, 403) << path;
        EXPECT_EQ(location_of(desk.get("", path)), "/aanmelden") << path;
    }
    EXPECT_EQ(desk.get("anna", "/bijeenkomsten/nieuw?reeks=ict-reeks").status, 403);
    EXPECT_EQ(desk.get("femke", "/bijeenkomsten/nieuw").status, 404);
    EXPECT_EQ(desk.get("sami", "/bijeenkomsten/ict-3/bewerken").status, 404);
}

TEST_P(WorkshopPages, a_workshop_is_planned_by_its_form) {
    const auto done = desk.post("femke", "/bijeenkomsten/nieuw", workshop_form("4"));
    EXPECT_EQ(done.status, 303);
    const auto workshops = desk.read([](db::Connection& in) {
        return of_series(in, fixtures::actor(in, "femke"), "ict-reeks", fixtures::world_time);
    });
    ASSERT_EQ(workshops.size(), 4u);
    EXPECT_EQ(location_of(done), "/bijeenkomsten/" + workshops[3].record.id + "?m=workshop_planned");
    EXPECT_EQ(workshops[3].about.nl, "Wat leverde het op?");
    EXPECT_EQ(desk.post("anna", "/bijeenkomsten/nieuw", workshop_form("5")).status, 403);
}

TEST_P(WorkshopPages, a_taken_number_is_told_at_its_field_with_all_that_was_typed) {
    const auto refused = desk.post("femke", "/bijeenkomsten/nieuw", workshop_form("2"));
    EXPECT_EQ(refused.status, 409);
    const auto form = parse_page(refused.body);
    EXPECT_EQ(link_of(form, "Deze reeks heeft al een bijeenkomst met dit nummer. Kies een ander nummer."),
              "#f-number");
    EXPECT_EQ(texts_of(form, "textarea").at(0), "Wat leverde het op?");
    auto fields = workshop_form("twee");
    fields.emplace_back("day_note_nl", "morgen");
    fields[6].second = "half een";
    const auto unread = parse_page(desk.post("femke", "/bijeenkomsten/nieuw", fields).body);
    for (const auto* input : unread.all("input")) {
        const std::string* name = input->attribute("name");
        if (name && *name == "number") EXPECT_EQ(*input->attribute("value"), "twee");
        if (name && *name == "starts") EXPECT_EQ(*input->attribute("value"), "half een");
        if (name && (*name == "starts" || *name == "number")) EXPECT_EQ(*input->attribute("type"), "text");
        if (name && *name == "day_note_nl") EXPECT_EQ(*input->attribute("value"), "morgen");
    }
}

TEST_P(WorkshopPages, a_workshop_is_changed_by_its_form) {
    auto fields = workshop_form("2");
    fields[4].second = "purchasers";
    const auto done = desk.post("femke", "/bijeenkomsten/ict-2/bewerken", fields);
    EXPECT_EQ(location_of(done), "/bijeenkomsten/ict-2?m=workshop_changed");
    EXPECT_EQ(desk.get("sami", "/bijeenkomsten/ict-2").status, 404);
    fields[4].second = "koningen";
    EXPECT_EQ(desk.post("femke", "/bijeenkomsten/ict-2/bewerken", fields).status, 400);
}

TEST_P(WorkshopPages, a_session_is_planned_with_its_speakers_by_its_form) {
    const auto form = page("femke", "/bijeenkomsten/ict-2/onderdelen/nieuw");
    EXPECT_EQ(texts_of(form, "legend").size(), 12u);
    web::Fields fields = {{"title_nl", "Pitches"},
                          {"title_en", "Pitches"},
                          {"form", "pitch_round"},
                          {"position", "4"},
                          {"minutes", ""},
                          {"speaker_1_name", "Mila"},
                          {"speaker_12_organisation", "Twaalf BV"},
                          {"speaker_12_role_nl", "verkoper"}};
    EXPECT_EQ(location_of(desk.post("femke", "/bijeenkomsten/ict-2/onderdelen/nieuw", fields)),
              "/bijeenkomsten/ict-2?m=session_planned");
    const auto sessions = desk.read([](db::Connection& in) {
        return sessions_of(in, fixtures::actor(in, "femke"), "ict-2", fixtures::world_time);
    });
    ASSERT_EQ(sessions.size(), 4u);
    ASSERT_EQ(sessions[3].speakers.size(), 2u);
    EXPECT_EQ(sessions[3].speakers[1].organisation, "Twaalf BV");

    fields[4].second = "veel";
    fields[7].second = std::string(201, 'v');
    const auto refused = desk.post("femke", "/bijeenkomsten/ict-2/onderdelen/nieuw", fields);
    EXPECT_EQ(refused.status, 400);
    const auto again = parse_page(refused.body);
    EXPECT_EQ(link_of(again, "Vul een heel getal in van 1 tot en met 600."), "#f-minutes");
    EXPECT_EQ(link_of(again, "De tekst telt 201 tekens. Er passen er 200. Maak de tekst korter."),
              "#f-speaker_12_role_nl");
    EXPECT_EQ(texts_of(again, "div", "k-error").size(), 2u);
}

TEST_P(WorkshopPages, a_session_shows_who_spoke_and_its_chain) {
    tie("les-1", "lesson", "network", "ict-2-lezing", "distilled_into", "les-1");
    const auto anna = page("anna", "/onderdelen/ict-2-lezing");
    EXPECT_EQ(texts_of(anna, "h1"), Words{"Van vier naar zeven jaar: wat vroegen wij?"});
    EXPECT_EQ(texts_of(anna, "dd"),
              (Words{"Eisen en criteria", "donderdag 14 januari 202713.15 tot 14.00 uur", "Lezing45 minuten",
                     "Grote zaal"}));
    EXPECT_EQ(texts_of(anna, "li", "k-record"),
              (Words{"Mila Stroomcontractmanagergemeente Linderdam", "hogeschool Vechtstreek"}));
    EXPECT_EQ(link_of(anna, "Titel van les-1"), "/leerpunten/les-1");
    EXPECT_EQ(link_of(page("", "/onderdelen/ict-2-lezing"), "Titel van les-1"), "");
    const auto femke = page("femke", "/onderdelen/ict-2-opening");
    EXPECT_EQ(link_of(femke, "Vul een spreker in"), "/onderdelen/ict-2-opening/bewerken");
    EXPECT_EQ(desk.get("anna", "/onderdelen/ict-2").status, 404);
}

TEST_P(WorkshopPages, a_facilitator_ticks_who_takes_part) {
    const auto form = page("femke", "/bijeenkomsten/ict-2/deelnemers");
    Words ticked;
    for (const auto* input : form.all("input")) {
        if (input->attribute("checked")) ticked.push_back(*input->attribute("value"));
    }
    EXPECT_EQ(ticked, (Words{"anna", "sami"}));
    const auto done =
        desk.post("femke", "/bijeenkomsten/ict-2/deelnemers", {{"person[]", "bram"}, {"person[]", "noor"}});
    EXPECT_EQ(location_of(done), "/bijeenkomsten/ict-2?m=participants_chosen");
    EXPECT_EQ(desk.read([](db::Connection& in) { return participants_of(in, "ict-2"); }),
              (Words{"bram", "noor"}));
    EXPECT_EQ(desk.post("anna", "/bijeenkomsten/ict-2/deelnemers", {{"person[]", "anna"}}).status, 403);
}

TEST_P(WorkshopPages, what_was_withdrawn_can_be_put_back) {
    EXPECT_EQ(desk.post("anna", "/bijeenkomsten/ict-2/intrekking", {}).status, 404);
    const auto gone = desk.post("femke", "/bijeenkomsten/ict-2/intrekking", {});
    EXPECT_EQ(location_of(gone), "/bijeenkomsten/ict-2?m=planning_withdrawn");
    EXPECT_EQ(desk.get("anna", "/bijeenkomsten/ict-2").status, 404);
    EXPECT_EQ(desk.get("anna", "/onderdelen/ict-2-lezing").status, 404);
    const auto own = page("femke", "/bijeenkomsten/ict-2");
    EXPECT_EQ(texts_of(own, "div", "k-notice").size(), 1u);
    EXPECT_EQ(link_of(own, "Bijeenkomst bewerken"), "");
    EXPECT_EQ(desk.get("femke", "/bijeenkomsten/ict-2/bewerken").status, 409);
    EXPECT_EQ(location_of(desk.post("femke", "/bijeenkomsten/ict-2/herstel", {})),
              "/bijeenkomsten/ict-2?m=planning_restored");
    EXPECT_EQ(desk.get("anna", "/bijeenkomsten/ict-2").status, 200);
    EXPECT_EQ(desk.journalled(), (Words{"workshop.withdrawn ict-2", "workshop.restored ict-2"}));
}

TEST_P(WorkshopPages, a_session_taken_back_by_another_facilitator_leads_to_its_workshop) {
    sql("update memberships set is_facilitator = 1 where person_id = 'bram'");
    EXPECT_EQ(location_of(desk.post("bram", "/en/sessions/ict-2-opening/withdrawal", {})),
              "/en/workshops/ict-2?m=planning_withdrawn");
    EXPECT_EQ(page("bram", "/bijeenkomsten/ict-2").all("ol").back()->all("li").size(), 2u);
    EXPECT_EQ(desk.post("bram", "/en/sessions/ict-2-opening/restoration", {}).status, 303);
    EXPECT_EQ(location_of(desk.post("bram", "/bijeenkomsten/ict-1/intrekking", {})),
              "/netwerken/ict/reeksen/1?m=planning_withdrawn");
    EXPECT_EQ(desk.post("bram", "/bijeenkomsten/vraag/intrekking", {}).status, 404);
}

}  // namespace
}  // namespace kring::workshop
