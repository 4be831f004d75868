// SPDX-License-Identifier: EUPL-1.2
// What the door does with forms: whose they are, what becomes of the text when it refuses one, and how
// many it takes (R9, R10, R27).
#include "platform/base/secret.hpp"
#include "platform/base/text.hpp"
#include "tests/app/front_door.hpp"
#include "tests/fixtures/dump.hpp"

namespace kring::app {
namespace {

using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;

constexpr std::string_view good_password = "een stille fiets in de regen";

class DoorForms : public FrontDoor {
protected:
    DoorForms() : FrontDoor({"--requests_per_second", "0", "--posts_per_minute", "0"}) {}

    std::int64_t questions() { return count("select count(*) from questions"); }
    void give_password() {
        static const std::string hash = password_hash(good_password);
        run([](db::Connection& in) { people::set_password_hash(in, "anna", hash); });
    }
    web::Response post_with(const web::Fields& cookies, std::string_view target, web::Fields form) {
        web::Request asked = request(target);
        asked.method = web::Method::post;
        asked.form = std::move(form);
        asked.cookies = cookies;
        asked.headers.emplace_back("origin", "http://kring.example");
        return door.answer(asked);
    }
};
KRING_ON_BOTH_ENGINES(DoorForms);

TEST_P(DoorForms, are_taken_with_the_token_of_their_session) {
    const Browser anna = signed_in("anna");
    EXPECT_EQ(post("/vragen/nieuw", anna.session, question_form(anna.csrf)).status, 303);
    EXPECT_EQ(questions(), 1);
}

TEST_P(DoorForms, are_not_taken_without_it_and_change_nothing) {
    const Browser anna = signed_in("anna");
    const std::string other = signed_in("bram").csrf;
    const fixtures::Dump before = house.database.read(fixtures::dump_of);
    for (const std::string& wrong :
         {std::string(), other, anna.csrf.substr(1), anna.csrf + "a", anna.session}) {
        EXPECT_EQ(post("/vragen/nieuw", anna.session, question_form(wrong)).status, 403) << wrong;
    }
    web::Fields none = question_form("");
    none.erase(none.begin());
    EXPECT_EQ(post("/vragen/nieuw", anna.session, none).status, 403);
    EXPECT_EQ(fixtures::differences(before, house.database.read(fixtures::dump_of)), Words{});
}

TEST_P(DoorForms, from_elsewhere_are_refused_even_with_the_token) {
    const Browser anna = signed_in("anna");
    const std::vector<web::Fields> elsewhere = {
        {{"origin", "https://evil.example"}},
        {{"origin", "null"}},
        {{"origin", "http://kring.example.evil.example"}},
        {{"origin", "http://kring.example:8080"}},
        {{"origin", "ftp://kring.example"}},
        {{"sec-fetch-site", "cross-site"}},
        {{"sec-fetch-site", "same-site"}},
        {{"sec-fetch-site", "cross-site"}, {"origin", "http://kring.example"}},
        {{"sec-fetch-site", "same-origin"}, {"origin", "https://evil.example"}}};
    for (const web::Fields& headers : elsewhere) {
        const auto response = post("/vragen/nieuw", anna.session, question_form(anna.csrf), headers);
        EXPECT_EQ(response.status, 403) << headers.back().second;
    }
    EXPECT_EQ(questions(), 0);
    const std::vector<web::Fields> ours = {{},
                                           {{"sec-fetch-site", "same-origin"}},
                                           {{"sec-fetch-site", "none"}},
                                           {{"origin", "https://kring.example"}}};
    for (const web::Fields& headers : ours) {
        const auto form = with(question_form(anna.csrf), "seen_similar", "yes");
        EXPECT_EQ(post("/vragen/nieuw", anna.session, form, headers).status, 303);
    }
    EXPECT_EQ(questions(), 4);
}

TEST_P(DoorForms, with_an_older_token_come_back_whole_to_be_sent_again) {
    const Browser anna = signed_in("anna");
    web::Fields form = question_form("van-een-eerdere-sessie");
    form.emplace_back("from", "a");
    form.emplace_back("from", "b");
    form.emplace_back("body2", "<script>alert(1)</script> & \"rest\"");
    const auto response = post("/vragen/nieuw?x=1", anna.session, form);
    EXPECT_EQ(response.status, 403);
    const Sheet sheet = sheet_of(response);
    EXPECT_EQ(sheet.action, "/vragen/nieuw?x=1");
    form.front().second = anna.csrf;
    EXPECT_EQ(sheet.fields, form) << "every field, in order, with the token of today";
    EXPECT_EQ(post(sheet.action, anna.session, sheet.fields).status, 303);
    EXPECT_EQ(questions(), 1);
}

TEST_P(DoorForms, never_carry_a_password) {
    const Browser anna = signed_in("anna");
    const web::Fields form = {{"csrf", "oud"},
                              {"current", "geheim-een"},
                              {"wanted", "geheim-twee"},
                              {"password", "geheim-drie"},
                              {"rest", "blijft"}};
    for (const std::string& session : {anna.session, std::string()}) {
        const auto response = post("/mijn/gegevens", session, form);
        EXPECT_EQ(response.status, 403);
        EXPECT_EQ(response.body.find("geheim"), std::string::npos);
        EXPECT_NE(response.body.find("blijft"), std::string::npos);
    }
}

TEST_P(DoorForms, survive_the_end_of_the_session_through_signing_in) {
    give_password();
    const Browser anna = signed_in("anna");
    sql("delete from login_sessions");
    web::Fields form = question_form(anna.csrf);
    form.emplace_back("leeg", "");
    form.emplace_back("regels", "een\r\ntwee <drie>");
    const auto stopped = post("/vragen/nieuw", anna.session, form);
    EXPECT_EQ(stopped.status, 403);
    EXPECT_EQ(headings(stopped), Words{"Aanmelden"});
    // The browser sends the sign-in form as it was given, with the cookies it was given.
    Sheet sheet = sheet_of(stopped);
    EXPECT_EQ(sheet.action, "/aanmelden");
    sheet.fields = with(with(sheet.fields, "email", "anna@linderdam.example"), "password", good_password);
    web::Fields cookies = {{"kring", anna.session}};
    if (const std::string visitor = cookie(stopped, "kring-visitor"); !visitor.empty()) {
        cookies.emplace_back("kring-visitor", visitor);
    }
    const auto inside = post_with(cookies, sheet.action, sheet.fields);
    EXPECT_EQ(inside.status, 200);
    const std::string session = cookie(inside, "kring");
    ASSERT_EQ(session.size(), 43u) << headings(inside).at(0);
    const Sheet again = sheet_of(inside);
    EXPECT_EQ(again.action, "/vragen/nieuw");
    for (const auto& [name, value] : form) {
        if (name == "csrf") continue;
        // A page's line ends are LF; the browser sends them as CRLF again.
        EXPECT_EQ(web::value_of(again.fields, name), with_lf(value)) << name;
    }
    EXPECT_EQ(post(again.action, session, again.fields).status, 303);
    EXPECT_EQ(questions(), 1);
}

TEST_P(DoorForms, survive_a_wrong_password_on_the_way) {
    give_password();
    const auto stopped = post("/vragen/nieuw", "", question_form("oud"));
    Sheet sheet = sheet_of(stopped);
    sheet.fields =
        with(with(sheet.fields, "email", "anna@linderdam.example"), "password", "helemaal verkeerd");
    const web::Fields cookies = {{"kring-visitor", cookie(stopped, "kring-visitor")}};
    const auto refused = post_with(cookies, sheet.action, sheet.fields);
    const Sheet again = sheet_of(refused);
    EXPECT_EQ(web::value_of(again.fields, "_f:title"), "Hoe lang gaat een laptop mee?");
    EXPECT_EQ(web::value_of(again.fields, "_to"), "/vragen/nieuw");
}

TEST_P(DoorForms, go_on_to_addresses_of_ours_alone_after_signing_in) {
    give_password();
    const auto page = get("/aanmelden");
    Sheet sheet = sheet_of(page);
    const web::Fields cookies = {{"kring-visitor", cookie(page, "kring-visitor")}};
    for (const char* elsewhere :
         {"https://evil.example/", "//evil.example", "/\\evil.example", "/%2f/evil.example"}) {
        web::Fields form =
            with(with(sheet.fields, "email", "anna@linderdam.example"), "password", good_password);
        form.emplace_back("_to", elsewhere);
        form.emplace_back("_f:title", "Gekaapt");
        const auto inside = post_with(cookies, "/aanmelden", form);
        EXPECT_EQ(location_of(inside), "/") << elsewhere;
        EXPECT_EQ(inside.body.find("evil"), std::string::npos);
    }
}

TEST_P(DoorForms, of_a_visitor_need_the_cookie_that_came_with_them) {
    give_password();
    const auto page = get("/aanmelden");
    const std::string visitor = cookie(page, "kring-visitor");
    ASSERT_EQ(visitor.size(), 43u);
    EXPECT_NE(header(page, "Set-Cookie").find("HttpOnly; SameSite=Lax"), std::string::npos);
    const Sheet sheet = sheet_of(page);
    EXPECT_EQ(web::value_of(sheet.fields, "csrf"), visitor);
    const web::Fields form =
        with(with(sheet.fields, "email", "anna@linderdam.example"), "password", good_password);
    EXPECT_EQ(post_with({}, "/aanmelden", form).status, 403);
    EXPECT_EQ(post_with({{"kring-visitor", std::string(43, 'a')}}, "/aanmelden", form).status, 403);
    EXPECT_EQ(post_with({{"kring-visitor", ""}}, "/aanmelden", with(form, "csrf", "")).status, 403);
    EXPECT_EQ(post_with({{"kring-visitor", visitor}}, "/aanmelden", form).status, 303);
    web::Request secure = request("/aanmelden");
    secure.is_secure = true;
    EXPECT_NE(header(door.answer(secure), "Set-Cookie").find("__Host-kring-visitor="), std::string::npos);
    EXPECT_NE(header(door.answer(secure), "Set-Cookie").find("; Secure"), std::string::npos);
}

TEST_P(DoorForms, give_a_new_session_at_every_sign_in) {
    give_password();
    const Browser planted = signed_in("anna");
    const auto page = get("/aanmelden", planted.session);
    web::Fields form =
        with(with(sheet_of(page).fields, "email", "anna@linderdam.example"), "password", good_password);
    form = with(form, "csrf", planted.csrf);
    const auto inside = post_with({{"kring", planted.session}}, "/aanmelden", form);
    ASSERT_EQ(inside.status, 303);
    const std::string session = cookie(inside, "kring");
    ASSERT_EQ(session.size(), 43u);
    EXPECT_NE(session, planted.session);
    EXPECT_EQ(get("/mijn", planted.session).status, 303)
        << "the token from before signing in is worth nothing";
    EXPECT_EQ(get("/mijn", session).status, 200);
}

TEST_P(DoorForms, end_the_session_and_its_cookie_at_signing_out) {
    const Browser anna = signed_in("anna");
    const auto out = post("/afmelden", anna.session, {{"csrf", anna.csrf}});
    EXPECT_EQ(location_of(out), "/?m=signed_out");
    EXPECT_NE(header(out, "Set-Cookie").find("Max-Age=0"), std::string::npos) << header(out, "Set-Cookie");
    EXPECT_EQ(get("/mijn", anna.session).status, 303);
    EXPECT_EQ(location_of(post("/afmelden", anna.session, {{"csrf", anna.csrf}})), "/?m=signed_out")
        << "twice";
}

TEST_P(DoorForms, keep_the_typing_of_an_anonymous_question_nowhere) {
    const Browser anna = signed_in("anna");
    const web::Fields form = {{"csrf", anna.csrf}, {"title", "Niemand weet dit"}, {"anonymous", "yes"}};
    EXPECT_EQ(post("/mijn/concepten/question", anna.session, form).status, 400);
    EXPECT_EQ(post("/mijn/concepten/case", anna.session, form).status, 400);
    EXPECT_EQ(count("select count(*) from drafts"), 0);
    EXPECT_EQ(post("/mijn/concepten/case", anna.session, {{"csrf", anna.csrf}, {"title", "Half af"}}).status,
              200);
    EXPECT_EQ(count("select count(*) from drafts where owner_id = 'anna' and title = 'Half af'"), 1);
}

class DoorLimits : public FrontDoor {
protected:
    DoorLimits() : FrontDoor({"--requests_per_second", "1", "--posts_per_minute", "3"}) {}

    int status_from(std::string_view remote, std::string_view target = "/woordenlijst") {
        web::Request asked = request(target);
        asked.remote = remote;
        return door.answer(asked).status;
    }
    /// How many of `tries` were answered.
    int let_through(std::string_view remote, int tries) {
        int through = 0;
        for (int i = 0; i < tries; ++i) through += status_from(remote) == 200 ? 1 : 0;
        return through;
    }
};
KRING_ON_BOTH_ENGINES(DoorLimits);

TEST_P(DoorLimits, stop_a_flood_from_one_corner_of_the_network) {
    const int through = let_through("192.0.2.1", 12);
    EXPECT_GE(through, 4);
    EXPECT_LE(through, 6) << "a burst of four, and what a slow machine let refill";
    web::Request asked = request("/woordenlijst");
    asked.remote = "192.0.2.200";
    const auto refused = door.answer(asked);
    EXPECT_EQ(refused.status, 429) << "the same /24";
    EXPECT_EQ(header(refused, "Retry-After"), "60");
    EXPECT_EQ(status_from("192.0.3.1"), 200) << "another /24";
}

TEST_P(DoorLimits, count_an_ipv6_corner_as_one_however_it_is_written) {
    EXPECT_LE(let_through("2001:db8::1", 12), 6);
    EXPECT_EQ(status_from("2001:db8:0:1::7"), 429) << "2001:db8:0::/48 as well";
    EXPECT_EQ(status_from("2001:db8:1::1"), 200);
}

TEST_P(DoorLimits, hold_for_unknown_addresses_too) {
    int refused = 0;
    for (int i = 0; i < 12; ++i) refused += status_from("198.51.100.7", "/nergens") == 429 ? 1 : 0;
    EXPECT_GE(refused, 6);
}

TEST_P(DoorLimits, stop_one_person_who_sends_too_much) {
    const Browser anna = signed_in("anna");
    const Browser bram = signed_in("bram");
    const auto send = [&](const Browser& browser, int corner) {
        web::Request asked = request("/vragen/ict-2/stem", browser.session);
        asked.method = web::Method::post;
        asked.form = {{"csrf", browser.csrf}};
        asked.remote = "10.0." + std::to_string(corner) + ".1";
        return door.answer(asked).status;
    };
    for (int i = 0; i < 3; ++i) EXPECT_EQ(send(anna, i), 404);
    EXPECT_EQ(send(anna, 3), 429);
    EXPECT_EQ(send(bram, 4), 404);
}

}  // namespace
}  // namespace kring::app
