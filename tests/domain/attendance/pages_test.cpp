// SPDX-License-Identifier: EUPL-1.2
#include "domain/attendance/pages.hpp"

#include "domain/workshop/workshop_page.hpp"
#include "platform/base/secret.hpp"
#include "tests/domain/attendance/attendance_world.hpp"

namespace kring::attendance {
namespace {

using fixtures::HtmlNode;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;

constexpr std::string_view here = "/bijeenkomsten/ict-2/aanwezigheid";

// The clock of this desk stands still in November; the workshop is moved to it.
class AttendancePages : public AttendanceWorld {
protected:
    AttendancePages() : AttendanceWorld(routes()) {
        sql("update workshops set day = '2026-11-23' where id = 'ict-2'");
    }
    HtmlNode page(std::string_view person, std::string_view path, int status = 200) {
        const auto response = desk.get(person, path);
        EXPECT_EQ(response.status, status) << path;
        return parse_page(response.body);
    }
    web::Response send(std::string_view path, web::Fields form, std::string_view who = "femke") {
        return desk.post(who, path, std::move(form));
    }
    std::string attendance_of(std::string_view person) {
        return desk.read([&](db::Connection& in) { return find(in, "ict-2", person).value().id; });
    }
};
KRING_ON_BOTH_ENGINES(AttendancePages);

TEST_P(AttendancePages, each_tick_is_one_button_and_one_can_be_undone) {
    const Words buttons = texts_of(page("femke", here), "button", "nl-button--primary");
    EXPECT_EQ(buttons.at(0), "Aanwezig: Sami Aydin");
    EXPECT_EQ(buttons.at(1), "Aanwezig: Anna de Wit");
    EXPECT_EQ(location_of(send(here, {{"people[]", "anna"}})), here);
    EXPECT_EQ(there(), Words{"anna ticked room"});
    const Words people = texts_of(page("femke", here), "li", "k-record");
    EXPECT_NE(people.at(1).find("Aanwezig sinds 10.00 uur"), std::string::npos) << people.at(1);
    send(here, {{"struck", attendance_of("anna")}});
    EXPECT_EQ(there(), Words{});
}

TEST_P(AttendancePages, several_ticks_go_at_once_and_leaving_has_its_clock) {
    send(here, {{"people[]", "anna"}, {"people[]", "sami"}});
    EXPECT_EQ(there().size(), 2u);
    send(here, {{"left", attendance_of("anna")}, {"left_at", "09:40"}});
    EXPECT_EQ(there(), Words{"sami ticked room"});
    const Words people = texts_of(page("femke", here), "li", "k-record");
    EXPECT_NE(people.at(1).find("vertrokken om 09.40 uur"), std::string::npos) << people.at(1);
    const Words counts = texts_of(page("femke", "/en/workshops/ict-2/attendance"), "div", "k-brief");
    EXPECT_EQ(counts.at(0), "2 present; 2 registered. Left early: 1.");
    send(here, {{"stayed", attendance_of("anna")}});
    EXPECT_EQ(there().size(), 2u);
}

TEST_P(AttendancePages, who_walks_in_and_guests_are_noted_below_and_nothing_typed_is_lost) {
    EXPECT_EQ(location_of(send(std::string(here) + "/nieuw", {{"person", "bram"}, {"pool", "room"}})),
              std::string(here) + "?m=attendance_noted");
    const web::Fields no_name = {{"key", "key-of-the-form"},
                                 {"guest_name", ""},
                                 {"guest_organisation", "Waterschap <b>"},
                                 {"guest_pool", "room"}};
    const auto refused_page = send(std::string(here) + "/gasten", no_name);
    EXPECT_EQ(refused_page.status, 400);
    EXPECT_NE(refused_page.body.find("value=\"Waterschap &lt;b&gt;\""), std::string::npos);
    EXPECT_NE(refused_page.body.find("value=\"key-of-the-form\""), std::string::npos);
    for (int again = 0; again < 2; ++again)
        send(std::string(here) + "/gasten", {{"key", "key-of-the-form"},
                                             {"guest_name", "Ina Boer"},
                                             {"guest_organisation", ""},
                                             {"guest_pool", "room"}});
    EXPECT_EQ(texts_of(page("femke", here), "li", "k-record").size(), 4u) << "two expected, two came besides";
    EXPECT_EQ(send(std::string(here) + "/nieuw", {{"person", ""}, {"pool", "room"}}).status, 400);
}

TEST_P(AttendancePages, others_than_facilitators_come_nowhere) {
    for (const char* rest : {"", "/scherm", "/papier", "/papier/aanwezigheid.csv"}) {
        const std::string path = std::string(here) + rest;
        for (const char* who : {"anna", "olga", "beheer"})
            EXPECT_NE(desk.get(who, path).status, 200) << who << path;
    }
    EXPECT_NE(send(here, {{"people[]", "anna"}}, "anna").status, 303);
    EXPECT_NE(desk.get("bram", "/bijeenkomsten/ict-2/code").status, 200) << "has no place";
    EXPECT_EQ(there(), Words{});
}

TEST_P(AttendancePages, a_code_stands_behind_the_hash_and_is_taken_from_the_body_alone) {
    const std::string secret = key();
    const std::string mine = own_code(secret, "ict-2", "anna");
    EXPECT_EQ(texts_of(page("anna", "/bijeenkomsten/ict-2/code"), "strong").back(), short_form(mine));
    const auto taken = send("/i", {{"code", mine}});
    EXPECT_EQ(location_of(taken), std::string(here) + "?m=attendance_noted#p-anna");
    EXPECT_EQ(there(), Words{"anna scanned room"});
    const std::string query = "/i?code=" + own_code(secret, "ict-2", "sami");
    EXPECT_EQ(desk.get("femke", query).status, 200);
    EXPECT_EQ(there(), Words{"anna scanned room"}) << "an address changes nothing";

    const std::string rooms = room_code(secret, "ict-2", fixtures::world_time);
    const auto screen = desk.get("femke", std::string(here) + "/scherm");
    EXPECT_NE(screen.body.find(short_form(rooms)), std::string::npos);
    EXPECT_NE(std::find(screen.headers.begin(), screen.headers.end(),
                        std::pair<std::string, std::string>("Refresh", "61")),
              screen.headers.end());
    EXPECT_EQ(location_of(send("/i", {{"code", rooms}}, "sami")),
              "/bijeenkomsten/ict-2?m=attendance_checked_in");
    EXPECT_EQ(there(), (Words{"anna scanned room", "sami self room"}));
}

TEST_P(AttendancePages, a_wrong_an_old_and_a_foreign_code_look_alike) {
    const std::string secret = key();
    const auto answer = [&](const std::string& code) {
        const auto response = send("/i", {{"code", code}}, "sami");
        EXPECT_EQ(response.status, 400);
        std::string body = response.body;
        for (auto at = body.find(code); at != std::string::npos; at = body.find(code))
            body.erase(at, code.size());
        const auto token = body.find("name=\"csrf\"");
        const auto end = body.find('>', token);
        return token == std::string::npos ? body : body.erase(token, end - token);
    };
    const std::string wrong = answer(std::string(26, '7'));
    EXPECT_EQ(answer(room_code(secret, "ict-2", fixtures::world_time - 2 * minute_ms)), wrong);
    EXPECT_EQ(answer(room_code(secret, "ict-1", fixtures::world_time)), wrong);
    EXPECT_EQ(answer(own_code(secret, "ict-2", "anna")), wrong);
    EXPECT_EQ(answer(own_code(secret, "ict-2", "sami")), wrong);
}

TEST_P(AttendancePages, paper_is_asked_for_printed_behind_the_page_and_fetched) {
    const std::string paper = std::string(here) + "/papier";
    const std::string file = paper + "/naambadges.pdf";
    EXPECT_EQ(desk.get("femke", file).status, 404);
    EXPECT_EQ(location_of(send(paper, {{"kind", "badges"}, {"with_codes", "yes"}})), paper);
    EXPECT_EQ(send(paper, {{"kind", "posters"}}).status, 400);
    EXPECT_EQ(desk.get("femke", file).status, 404);
    const auto waiting = desk.read([](db::Connection& in) { return unprinted(in); });
    ASSERT_EQ(waiting.size(), 1u);
    EXPECT_TRUE(waiting[0].order.with_codes);
    ASSERT_TRUE(desk.act("", [&](const Act& act) {
        keep_printed(act.in, waiting[0].id, std::string("%PDF-1.4\0x", 10));
        return Result<Done>(Done{});
    }));
    EXPECT_EQ(desk.get("femke", file).body, std::string("%PDF-1.4\0x", 10));
    EXPECT_EQ(desk.get("femke", "/en/workshops/ict-2/attendance/paper/naambadges.pdf").status, 404)
        << "was asked for in Dutch";
    EXPECT_EQ(desk.get("femke", paper + "/aanwezigheid.ods").body.substr(0, 2), "PK");
    EXPECT_EQ(desk.get("femke", paper + "/anders.pdf").status, 404);
}

}  // namespace
}  // namespace kring::attendance
