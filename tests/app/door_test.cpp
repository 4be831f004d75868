// SPDX-License-Identifier: EUPL-1.2
// Who the door knows, what it leads to, and what it says when something breaks (R9, R14, R15, R40).
#include "app/door.hpp"

#include "platform/base/secret.hpp"
#include "tests/app/front_door.hpp"

namespace kring::app {
namespace {

using fixtures::link_of;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;

constexpr std::string_view inside =
    "select password_hash from people; /var/lib/kring/kring.db; anna@linderdam.example";

web::Response break_down(const desk::Visit&) { throw std::runtime_error(std::string(inside)); }
web::Response lose_the_database(const desk::Visit&) {
    throw db::Error(db::Fault::connection, std::string(inside));
}
web::Response break_in_a_table(const desk::Visit& visit) {
    visit.read([](db::Connection& in) { in.execute("select no_such_column from people"); });
    return web::plain(200, "");
}

class HouseDoor : public FrontDoor {
protected:
    HouseDoor()
        : FrontDoor({"--requests_per_second", "0"},
                    {{web::Method::get, "/voorbeeld", break_down, desk::Rule::everyone},
                     {web::Method::get, "/voorbeeld/status", lose_the_database, desk::Rule::everyone},
                     {web::Method::get, "/voorbeeld/nieuw", break_in_a_table, desk::Rule::everyone},
                     {web::Method::post, "/voorbeeld", break_down, desk::Rule::signed_in}}) {}
};
KRING_ON_BOTH_ENGINES(HouseDoor);

TEST_P(HouseDoor, shows_one_s_own_workshops_to_come_and_how_each_stands) {
    ASSERT_TRUE(house.database.write([](db::Connection& in) {
        in.execute("update workshops set day = $1 where id in ('ict-2', 'meubels-1')",
                   {amsterdam_day(now() + 30 * day_ms)});
        in.execute(
            "insert into registrations (id, workshop_id, person_id, pool, state, number, changed_at) values "
            "('r1', 'ict-1', 'anna', 'room', 'confirmed', 1, $1), "
            "('r2', 'ict-2', 'anna', 'room', 'waiting', 1, $1), "
            "('r3', 'meubels-1', 'anna', 'room', 'waiting', 1, $1), "
            "('r4', 'ict-2', 'bram', 'room', 'cancelled', 2, $1)",
            {now()});
        return Result<Done>(Done{});
    }));
    const auto shown = [&](std::string_view person) {
        return texts_of(parse_page(get("/mijn", signed_in(person).session).body), "li", "k-record");
    };
    ASSERT_EQ(shown("anna").size(), 1u) << "one is past, one is not for her to see";
    EXPECT_EQ(shown("anna").front().substr(0, 64),
              "Eisen en criteria Je staat op de wachtlijst, op plek 1. Hoe je m");
    EXPECT_EQ(shown("bram").size(), 0u);
}

TEST_P(HouseDoor, knows_a_browser_by_its_session) {
    const Browser anna = signed_in("anna");
    EXPECT_EQ(headings(get("/mijn", anna.session)), Words{"Mijn Kring"});
    EXPECT_NE(link_of(parse_page(get("/", anna.session).body), "Mijn Kring"), "");
    EXPECT_EQ(link_of(parse_page(get("/").body), "Mijn Kring"), "");
    for (const std::string& wrong :
         {anna.session.substr(1), anna.session + "a", sha256_hex(anna.session), std::string(43, 'a')}) {
        EXPECT_EQ(get("/mijn", wrong).status, 303) << wrong;
    }
    web::Request planted = request("/mijn", anna.session);
    planted.cookies.emplace_back("kring", signed_in("bram").session);
    EXPECT_EQ(door.answer(planted).status, 303) << "two session cookies: somebody else planted one";
    web::Request secure = request("/mijn", anna.session);
    secure.is_secure = true;
    EXPECT_EQ(door.answer(secure).status, 303) << "over https only the __Host- cookie counts";
    secure.cookies = {{"__Host-kring", anna.session}};
    EXPECT_EQ(door.answer(secure).status, 200);
}

TEST_P(HouseDoor, forgets_a_session_that_ended) {
    const Browser old = signed_in("anna", now() - people::session_ms - second_ms);
    EXPECT_EQ(get("/mijn", old.session).status, 303);
    const Browser anna = signed_in("anna");
    EXPECT_EQ(get("/mijn", anna.session).status, 200);
    sql("delete from login_sessions");
    EXPECT_EQ(get("/mijn", anna.session).status, 303);
}

TEST_P(HouseDoor, lets_nobody_in_who_was_suspended_a_moment_ago) {
    const Browser anna = signed_in("anna");
    ASSERT_EQ(get("/mijn", anna.session).status, 200);
    sql("update people set state = 'suspended' where id = 'anna'");
    EXPECT_EQ(get("/mijn", anna.session).status, 303);
    EXPECT_EQ(post("/vragen/nieuw", anna.session, question_form(anna.csrf)).status, 403);
    EXPECT_EQ(count("select count(*) from questions"), 0);
}

TEST_P(HouseDoor, sees_a_right_that_ended_at_the_next_request) {
    const Browser anna = signed_in("anna");
    ASSERT_EQ(get("/bijeenkomsten/ict-3", anna.session).status, 200);
    sql("update memberships set side = 'supplier' where person_id = 'anna'");
    EXPECT_EQ(get("/bijeenkomsten/ict-3", anna.session).status, 404);
    sql("delete from memberships where person_id = 'anna'");
    EXPECT_EQ(get("/bijeenkomsten/ict-1", anna.session).status, 404);
    EXPECT_EQ(post("/vragen/nieuw", anna.session, question_form(anna.csrf)).status, 403);
    const Browser beheer = signed_in("beheer");
    ASSERT_EQ(get("/beheer", beheer.session).status, 200);
    sql("update people set is_administrator = 0 where id = 'beheer'");
    EXPECT_EQ(get("/beheer", beheer.session).status, 404);
}

TEST_P(HouseDoor, notes_when_a_session_was_seen_every_quarter_of_an_hour) {
    const auto seen_at = [&] {
        return house.database.read(
            [](db::Connection& in) { return in.first_text("select seen_at from login_sessions").value(); });
    };
    const Browser anna = signed_in("anna", now() - 14 * minute_ms);
    const std::string before = seen_at();
    ASSERT_EQ(get("/mijn", anna.session).status, 200);
    EXPECT_EQ(seen_at(), before);
    sql("update login_sessions set seen_at = $1", {now() - 16 * minute_ms});
    const std::string stale = seen_at();
    ASSERT_EQ(get("/mijn", anna.session).status, 200);
    EXPECT_GT(seen_at(), stale);
}

TEST_P(HouseDoor, leads_to_signing_in_and_back) {
    EXPECT_EQ(location_of(get("/mijn")), "/aanmelden?volgende=%2Fmijn");
    EXPECT_EQ(location_of(get("/vragen/nieuw?network=ict&x=a%26b")),
              "/aanmelden?volgende=%2Fvragen%2Fnieuw%3Fnetwork%3Dict%26x%3Da%2526b");
    EXPECT_EQ(location_of(get("/en/my")), "/en/sign-in?volgende=%2Fen%2Fmy");
    EXPECT_EQ(location_of(get("/beheer")), "/aanmelden?volgende=%2Fbeheer");
}

TEST_P(HouseDoor, shows_administration_to_others_as_if_it_were_not_there) {
    const Browser anna = signed_in("anna");
    const auto text_of = [&](std::string_view path) {
        const auto response = get(path, anna.session);
        EXPECT_EQ(response.status, 404) << path;
        return texts_of(parse_page(response.body), "main");
    };
    EXPECT_EQ(text_of("/beheer/mensen"), text_of("/nergens"));
    EXPECT_EQ(post("/beheer/organisaties/nieuw", anna.session, {{"csrf", anna.csrf}}).status, 404);
}

TEST_P(HouseDoor, tells_an_unknown_address_from_a_wrong_method) {
    for (const char* unknown : {"/nergens", "/en/nergens", "/en/vragen", "/questions", "/vragen/a/b/c",
                                "/static/x.css", "/static/", "/vragen/"}) {
        EXPECT_EQ(get(unknown).status, 404) << unknown;
        EXPECT_EQ(post(unknown, "", {}).status, 404) << unknown;
    }
    EXPECT_EQ(get("/vragen/a1/stem").status, 405);
    EXPECT_EQ(get("/en/questions/a1/vote").status, 405);
    EXPECT_EQ(post("/woordenlijst", "", {}).status, 405);
    EXPECT_EQ(get("/vragen/a1/stem", "", web::Method::head).status, 405);
}

TEST_P(HouseDoor, answers_head_as_get) {
    const Browser anna = signed_in("anna");
    for (const char* path : {"/", "/vragen", "/nergens", "/mijn"}) {
        const auto asked = get(path, anna.session);
        const auto head = get(path, anna.session, web::Method::head);
        EXPECT_EQ(head.status, asked.status) << path;
        EXPECT_EQ(head.headers, asked.headers) << path;
    }
}

TEST_P(HouseDoor, speaks_the_language_of_the_address) {
    const auto language = [&](std::string_view path) {
        return *parse_page(get(path).body).attribute("lang");
    };
    EXPECT_EQ(language("/"), "nl");
    EXPECT_EQ(language("/en"), "en");
    EXPECT_EQ(language("/en/questions"), "en");
    EXPECT_EQ(language("/en/nergens"), "en");
    EXPECT_EQ(language("/english"), "nl");
    EXPECT_EQ(language("/energie"), "nl");
    EXPECT_EQ(headings(get("/en/nergens")), Words{"Not found"});
    EXPECT_EQ(headings(get("/nergens")), Words{"Niet gevonden"});
}

TEST_P(HouseDoor, serves_assets_for_ever_under_their_hash) {
    ASSERT_GE(embedded_assets().size(), 3u);
    for (const Asset& asset : embedded_assets()) {
        const auto response = get(asset.address);
        EXPECT_EQ(response.status, 200) << asset.name;
        EXPECT_EQ(header(response, "Content-Type"), asset.type);
        EXPECT_EQ(header(response, "Cache-Control"), "public, max-age=31536000, immutable");
        EXPECT_FALSE(response.is_personal);
        ASSERT_TRUE(response.shared_body);
        EXPECT_EQ(*response.shared_body, asset.content);
        EXPECT_EQ(response.shared_body, get(asset.address).shared_body) << "one copy for all";
        EXPECT_EQ(get("/static/" + std::string(asset.name)).status, 404) << "without its hash";
        EXPECT_EQ(post(asset.address, "", {}).status, 405);
    }
}

TEST_P(HouseDoor, tells_nothing_of_what_broke) {
    for (const char* path : {"/voorbeeld", "/voorbeeld/status", "/voorbeeld/nieuw", "/en/preview"}) {
        const auto response = get(path);
        EXPECT_EQ(response.status, 500) << path;
        EXPECT_TRUE(response.is_personal) << path;
        for (const char* word :
             {"select", "password_hash", "no_such_column", "kring.db", "anna@", "linderdam"}) {
            EXPECT_EQ(response.body.find(word), std::string::npos) << path << " " << word;
        }
        EXPECT_NE(response.body.find("verzoek-17"), std::string::npos) << path;
    }
    const Browser anna = signed_in("anna");
    EXPECT_EQ(post("/voorbeeld", anna.session, {{"csrf", anna.csrf}}).status, 500);
    EXPECT_EQ(get("/mijn", anna.session).status, 200) << "the next request goes on";
}

TEST_P(HouseDoor, words_every_refusal_of_the_server_in_both_languages) {
    for (const int status : {400, 405, 408, 411, 413, 414, 415, 431, 500, 501, 503, 505}) {
        const auto dutch = door.refuse(status, request("/vragen"));
        const auto english = door.refuse(status, request("/en/questions"));
        EXPECT_EQ(dutch.status, status);
        EXPECT_EQ(english.status, status);
        EXPECT_EQ(*parse_page(english.body).attribute("lang"), "en");
        EXPECT_NE(headings(dutch), headings(english)) << status;
    }
    EXPECT_EQ(door.refuse(418, request("/")).status, 418);
    EXPECT_EQ(door.refuse(400, web::Request{}).status, 400) << "a request of which nothing is known";
}

TEST_P(HouseDoor, lets_public_pages_be_kept_and_no_others) {
    const Browser anna = signed_in("anna");
    EXPECT_FALSE(get("/vragen").is_personal);
    EXPECT_TRUE(get("/vragen", anna.session).is_personal);
    EXPECT_TRUE(get("/aanmelden").is_personal);
    EXPECT_EQ(get("/vragen").body.find("name=\"csrf\""), std::string::npos);
}

TEST_P(HouseDoor, refuses_routes_that_cannot_be_told_apart_or_translated) {
    using desk::Rule;
    const auto made = [&](std::vector<desk::Route> routes) { Door(house, std::move(routes)); };
    EXPECT_THROW(made({{web::Method::get, "/vragen/{id}", break_down, Rule::everyone},
                       {web::Method::get, "/vragen/{nummer}", break_down, Rule::everyone}}),
                 std::logic_error);
    EXPECT_THROW(made({{web::Method::get, "/onbekend", break_down, Rule::everyone}}), std::logic_error);
}

}  // namespace
}  // namespace kring::app
