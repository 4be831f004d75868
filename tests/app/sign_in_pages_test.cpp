// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "app/pages.hpp"
#include "domain/people/acts.hpp"
#include "domain/people/store.hpp"
#include "platform/base/secret.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::app {
namespace {

using fixtures::HtmlNode;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;
using Words = std::vector<std::string>;

constexpr std::string_view good_password = "een stille fiets in de regen";

std::vector<desk::Route> routes() {
    std::vector<desk::Route> all = sign_in_routes();
    all.emplace_back(web::Method::post, "/vragen/nieuw", interrupted, desk::Rule::everyone);
    all.emplace_back(web::Method::post, "/praktijk/nieuw", resend, desk::Rule::everyone);
    all.emplace_back(web::Method::get, "/mijn", sign_in_first, desk::Rule::everyone);
    return all;
}

class SignInPages : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), routes()};

    void give_password() {
        static const std::string hash = password_hash(good_password);
        ASSERT_TRUE(desk.act("", [](const Act& act) -> Result<Done> {
            people::set_password_hash(act.in, "anna", hash);
            return Done{};
        }));
    }
    std::string mailed_token() {
        const std::string letter = desk.read([](db::Connection& in) {
            return in.first_text("select body from outbox order by made_at desc, id desc limit 1")
                .value_or("");
        });
        return letter.substr(letter.find("?t=") + 3, 43);
    }
    std::int64_t letters() {
        return desk.read([](db::Connection& in) { return in.count("select count(*) from outbox"); });
    }
};
KRING_ON_BOTH_ENGINES(SignInPages);

/// (name, value) of every input, without the token of the form.
web::Fields inputs_of(const HtmlNode& page) {
    web::Fields found;
    for (const HtmlNode* form : page.all("form")) {
        if (*form->attribute("method") != "post") continue;
        for (const HtmlNode* input : form->all("input")) {
            if (*input->attribute("name") == "csrf") continue;
            found.emplace_back(*input->attribute("name"), *input->attribute("value"));
        }
    }
    return found;
}

Words cookies_of(const web::Response& response) {
    Words names;
    for (const auto& [name, value] : response.headers) {
        if (name == "Set-Cookie") names.push_back(value.substr(0, value.find('=')));
    }
    return names;
}

std::string without(std::string text, std::string_view part) {
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part))
        text.erase(at, part.size());
    return text;
}

TEST_P(SignInPages, ask_for_a_password_or_a_link_on_one_page) {
    const auto response = desk.get("", "/aanmelden?volgende=%2Fvragen%2F7%3Fpagina%3D2");
    EXPECT_EQ(response.status, 200);
    const HtmlNode page = parse_page(response.body);
    EXPECT_EQ(texts_of(page, "h1"), Words{"Aanmelden"});
    EXPECT_EQ(texts_of(page, "p", "k-notice"), Words{"Voor deze pagina moet je je eerst aanmelden."});
    EXPECT_EQ(inputs_of(page),
              (web::Fields{{"volgende", "/vragen/7?pagina=2"}, {"email", ""}, {"password", ""}}));
    const Words buttons = texts_of(page, "button");
    EXPECT_EQ(Words(buttons.end() - 2, buttons.end()), (Words{"Meld me aan", "Mail me een link"}));
}

TEST_P(SignInPages, lead_back_to_paths_of_ours_alone) {
    for (const char* elsewhere : {"https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example"}) {
        const HtmlNode page = parse_page(desk.get("", std::string("/aanmelden?volgende=") + elsewhere).body);
        EXPECT_EQ(inputs_of(page), (web::Fields{{"email", ""}, {"password", ""}})) << elsewhere;
    }
    give_password();
    const auto response = desk.post("", "/aanmelden",
                                    {{"email", "anna@linderdam.example"},
                                     {"password", std::string(good_password)},
                                     {"volgende", "//evil.example"}});
    EXPECT_EQ(location_of(response), "/");
}

TEST_P(SignInPages, let_in_with_two_cookies) {
    give_password();
    const auto response = desk.post("", "/aanmelden",
                                    {{"email", "anna@linderdam.example"},
                                     {"password", std::string(good_password)},
                                     {"volgende", "/vragen/7"}});
    EXPECT_EQ(response.status, 303);
    EXPECT_EQ(location_of(response), "/vragen/7");
    EXPECT_EQ(cookies_of(response), (Words{"kring", "kring-device"}));
}

TEST_P(SignInPages, say_what_is_wrong_and_keep_what_was_typed_but_for_the_password) {
    const auto response = desk.post(
        "", "/aanmelden", {{"email", "anna@linderdam.example"}, {"password", "niet dit wachtwoord"}});
    EXPECT_EQ(response.status, 400);
    EXPECT_TRUE(cookies_of(response).empty());
    EXPECT_EQ(response.body.find("niet dit wachtwoord"), std::string::npos);
    const HtmlNode page = parse_page(response.body);
    EXPECT_EQ(inputs_of(page), (web::Fields{{"email", "anna@linderdam.example"}, {"password", ""}}));
    EXPECT_EQ(texts_of(page, "title"), Words{"Fout: Aanmelden – Kring"});
}

TEST_P(SignInPages, are_the_same_to_the_byte_for_somebody_and_nobody) {
    give_password();
    const std::string anna = "anna@linderdam.example";
    const std::string nobody = "niemand@linderdam.example";
    const auto wrong = desk.post("", "/aanmelden", {{"email", anna}, {"password", "niet dit"}});
    const auto unknown = desk.post("", "/aanmelden", {{"email", nobody}, {"password", "niet dit"}});
    EXPECT_EQ(without(wrong.body, anna), without(unknown.body, nobody));
    EXPECT_EQ(wrong.status, unknown.status);
    const auto known_link = desk.post("", "/aanmelden", {{"email", anna}, {"how", "link"}});
    const auto unknown_link = desk.post("", "/aanmelden", {{"email", nobody}, {"how", "link"}});
    EXPECT_EQ(location_of(known_link), "/aanmelden/verder");
    EXPECT_EQ(location_of(unknown_link), "/aanmelden/verder");
    EXPECT_EQ(letters(), 1);
    EXPECT_EQ(texts_of(parse_page(desk.get("", "/aanmelden/verder").body), "h1"), Words{"Kijk in je mail"});
}

TEST_P(SignInPages, ask_to_wait_with_a_time) {
    for (int i = 0; i < 4; ++i)
        desk.post("", "/aanmelden", {{"email", "anna@linderdam.example"}, {"how", "link"}});
    const auto response = desk.post("", "/aanmelden", {{"email", "anna@linderdam.example"}, {"how", "link"}});
    EXPECT_EQ(response.status, 429);
    EXPECT_NE(std::find(response.headers.begin(), response.headers.end(),
                        std::pair<std::string, std::string>{"Retry-After", "60"}),
              response.headers.end());
}

TEST_P(SignInPages, use_a_link_only_by_a_button) {
    desk.post("", "/aanmelden", {{"email", "anna@linderdam.example"}, {"how", "link"}});
    const std::string token = mailed_token();
    HtmlNode page;
    for (int i = 0; i < 3; ++i) page = parse_page(desk.get("", "/aanmelden/link?t=" + token).body);
    EXPECT_EQ(texts_of(page, "h1"), Words{"Aanmelden met je link"});
    EXPECT_EQ(texts_of(page, "p", "k-notice").size(), 1U);  // no cookie of the browser that asked
    EXPECT_EQ(inputs_of(page), (web::Fields{{"t", token}, {"confirm", "yes"}}));
    EXPECT_EQ(desk.post("", "/aanmelden/link", {{"t", token}}).status, 409);
    const auto in = desk.post("", "/aanmelden/link", inputs_of(page));
    EXPECT_EQ(in.status, 303);
    EXPECT_EQ(cookies_of(in), (Words{"kring", "kring-device"}));
    EXPECT_EQ(desk.post("", "/aanmelden/link", inputs_of(page)).status, 404);
    EXPECT_EQ(desk.get("", "/aanmelden/link?t=" + token).status, 404);
}

TEST_P(SignInPages, lead_on_to_where_somebody_was_going_by_link_too) {
    const web::Fields asked = {
        {"email", "anna@linderdam.example"}, {"how", "link"}, {"volgende", "/vragen?a=b"}};
    desk.post("", "/aanmelden", asked);
    const std::string token = mailed_token();
    const HtmlNode page =
        parse_page(desk.get("", "/aanmelden/link?t=" + token + "&volgende=%2Fvragen%3Fa%3Db").body);
    EXPECT_EQ(inputs_of(page), (web::Fields{{"t", token}, {"volgende", "/vragen?a=b"}, {"confirm", "yes"}}));
    EXPECT_EQ(location_of(desk.post("", "/aanmelden/link", inputs_of(page))), "/vragen?a=b");
    const HtmlNode elsewhere =
        parse_page(desk.get("", "/aanmelden/link?t=" + token + "&volgende=%2F%2Fevil.example").body);
    EXPECT_FALSE(web::has(inputs_of(elsewhere), "volgende"));
}

TEST_P(SignInPages, send_a_reader_who_must_sign_in_there_and_back) {
    EXPECT_EQ(location_of(desk.get("", "/mijn?a=b")), "/aanmelden?volgende=%2Fmijn%3Fa%3Db");
    EXPECT_EQ(location_of(desk.get("", "/en/my")), "/en/sign-in?volgende=%2Fen%2Fmy");
    EXPECT_EQ(location_of(desk.get("anna", "/aanmelden?volgende=%2Fmijn")), "/mijn");
}

TEST_P(SignInPages, carry_along_what_was_being_sent_and_give_it_back) {
    give_password();
    const std::string text = "Mag ik zeven jaar garantie eisen?";
    const auto stopped = desk.post("", "/vragen/nieuw",
                                   {{"csrf", "old"}, {"title", text}, {"network", "ict"}, {"password", "x"}});
    EXPECT_EQ(stopped.status, 403);
    web::Fields carried = inputs_of(parse_page(stopped.body));
    EXPECT_EQ(carried, (web::Fields{{"_to", "/vragen/nieuw"},
                                    {"_f:title", text},
                                    {"_f:network", "ict"},
                                    {"email", ""},
                                    {"password", ""}}));
    carried.erase(carried.end() - 2, carried.end());
    carried.emplace_back("email", "anna@linderdam.example");
    web::Fields wrong = carried;
    wrong.emplace_back("password", "niet dit");
    EXPECT_EQ(inputs_of(parse_page(desk.post("", "/aanmelden", wrong).body)).size(), 5U);

    carried.emplace_back("password", good_password);
    const auto back = desk.post("", "/aanmelden", carried);
    EXPECT_EQ(back.status, 200);
    EXPECT_EQ(cookies_of(back), (Words{"kring", "kring-device"}));
    const HtmlNode page = parse_page(back.body);
    EXPECT_EQ(texts_of(page, "h1"), Words{"Je tekst is er nog"});
    EXPECT_EQ(texts_of(page, "blockquote"), Words{text});
    EXPECT_EQ(inputs_of(page), (web::Fields{{"title", text}, {"network", "ict"}}));
    Words actions;
    for (const HtmlNode* form : page.all("form")) actions.push_back(*form->attribute("action"));
    EXPECT_EQ(actions, (Words{"/zoeken", "/vragen/nieuw"}));
    const std::string csrf = desk.read(
        [](db::Connection& in) { return in.first_text("select csrf from login_sessions").value_or(""); });
    EXPECT_EQ(unmasked(*page.all("form")[1]->all("input")[0]->attribute("value")), csrf);
}

TEST_P(SignInPages, keep_what_was_being_sent_while_a_link_is_mailed) {
    const auto sent = desk.post("", "/aanmelden",
                                {{"email", "anna@linderdam.example"},
                                 {"how", "link"},
                                 {"_to", "/vragen/nieuw"},
                                 {"_f:title", "Mag ik zeven jaar garantie eisen?"}});
    EXPECT_EQ(sent.status, 200);
    EXPECT_EQ(inputs_of(parse_page(sent.body)),
              (web::Fields{{"title", "Mag ik zeven jaar garantie eisen?"}}));
    EXPECT_EQ(letters(), 1);
}

TEST_P(SignInPages, ask_once_more_when_a_form_is_older_than_the_session) {
    const auto again = desk.post("anna", "/praktijk/nieuw", {{"csrf", "old"}, {"title", "Laptops"}});
    EXPECT_EQ(again.status, 403);
    EXPECT_EQ(inputs_of(parse_page(again.body)), (web::Fields{{"title", "Laptops"}}));
}

TEST_P(SignInPages, let_go_with_an_empty_cookie) {
    const auto gone = desk.post("anna", "/afmelden", {});
    EXPECT_EQ(location_of(gone), "/?m=signed_out");
    EXPECT_EQ(cookies_of(gone), Words{"kring"});
}

TEST_P(SignInPages, welcome_somebody_invited) {
    ASSERT_TRUE(desk.act("beheer", [](const Act& act) -> Result<Done> {
        people::insert_person(act.in,
                              {"piet", "piet@linderdam.example", "Piet Visser", "linderdam", "", "", "en",
                               "invited", false, ""},
                              act.when);
        return Done{};
    }));
    desk.post("", "/aanmelden", {{"email", "piet@linderdam.example"}, {"how", "link"}});
    const std::string token = mailed_token();
    const HtmlNode page = parse_page(desk.get("", "/en/invitation?t=" + token).body);
    EXPECT_EQ(texts_of(page, "h1"), Words{"Welcome to Kring"});
    EXPECT_EQ(inputs_of(page), (web::Fields{{"t", token}, {"password", ""}}));
    const auto weak = desk.post("", "/en/invitation", {{"t", token}, {"password", "pietvisser123"}});
    EXPECT_EQ(weak.status, 400);
    EXPECT_EQ(weak.body.find("pietvisser123"), std::string::npos);
    const auto in = desk.post("", "/en/invitation", {{"t", token}, {"password", std::string(good_password)}});
    EXPECT_EQ(location_of(in), "/en");
    EXPECT_EQ(cookies_of(in), (Words{"kring", "kring-device"}));
    EXPECT_EQ(desk.post("", "/en/invitation", {{"t", token}, {"password", ""}}).status, 404);
    EXPECT_EQ(desk.get("", "/uitnodiging?t=").status, 404);
}

}  // namespace
}  // namespace kring::app
