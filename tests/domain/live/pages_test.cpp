// SPDX-License-Identifier: EUPL-1.2
#include "domain/live/pages.hpp"

#include "app/pages.hpp"
#include "domain/contribution/acts.hpp"
#include "domain/live/acts.hpp"
#include "domain/live/store.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::live {
namespace {

using fixtures::HtmlNode;
using fixtures::parse_page;
using fixtures::texts_of;
using Words = std::vector<std::string>;

constexpr std::string_view page = "/bijeenkomsten/ict-2/live";

std::vector<desk::Route> all_pages() {
    auto all = routes();
    for (const desk::Route& route : app::workshop_routes()) all.push_back(route);
    return all;
}

class LivePages : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), all_pages()};

    template <class F>
    void does(std::string_view who, F&& f) {
        const auto done = desk.act(who, f);
        ASSERT_TRUE(done) << fixtures::phrases_of(done).front();
    }
    void sends(std::string_view who, const std::string& below, web::Fields form, int status = 303) {
        EXPECT_EQ(desk.post(who, std::string(page) + below, std::move(form)).status, status) << below;
    }
    void asks(std::string_view who, const std::string& title, const std::string& audience = "network") {
        contribution::QuestionDraft draft;
        draft.common.network = "ict";
        draft.common.title = title;
        draft.common.audience = audience;
        draft.workshop = "ict-2";
        does(who, [&](const Act& act) { return contribution::ask(act, draft, 0); });
    }
    std::string body(std::string_view who, const std::string& below = "", int status = 200) {
        const auto response = desk.get(who, std::string(page) + below);
        EXPECT_EQ(response.status, status) << below;
        return response.body;
    }
    static bool has(const std::string& text, std::string_view words) {
        return text.find(words) != std::string::npos;
    }
    static std::string tag(const web::Response& response) {
        for (const auto& [name, value] : response.headers) {
            if (name == "ETag") return value;
        }
        return "";
    }
    std::string tag_for(std::string_view who, const std::string& below = "") {
        return tag(desk.get(who, std::string(page) + below));
    }
};
KRING_ON_BOTH_ENGINES(LivePages);

TEST_P(LivePages, are_for_members_who_may_read_the_workshop) {
    body("anna");
    body("sami");
    body("", "", 303);
    body("olga", "", 403);
    EXPECT_EQ(desk.get("sami", "/bijeenkomsten/ict-3/live").status, 404);
    EXPECT_EQ(desk.get("anna", "/bijeenkomsten/ict-3/live").status, 200);
    EXPECT_EQ(desk.get("anna", "/bijeenkomsten/niets/live").status, 404);
    body("femke", "/regie");
    body("anna", "/regie", 403);
    body("anna", "/pitches/nieuw", 403);
}

TEST_P(LivePages, refresh_by_themselves_without_script_unless_asked_not_to) {
    const std::string_view refresh = R"(<noscript><meta http-equiv="refresh" content="15"></noscript>)";
    EXPECT_TRUE(has(body("anna"), refresh));
    EXPECT_TRUE(has(body("anna", "/scherm"), refresh));
    EXPECT_FALSE(has(body("anna", "?stil=ja"), "http-equiv=\"refresh\""));
    EXPECT_FALSE(has(body("anna", "/vragen/nieuw"), "http-equiv=\"refresh\"")) << "somebody types there";
    EXPECT_FALSE(has(body("femke", "/regie"), "http-equiv=\"refresh\""));
}

TEST_P(LivePages, have_a_tag_that_changes_with_what_is_shown_and_with_nothing_else) {
    asks("anna", "Een");
    sends("femke", "/regie", {{"do", "begin"}});
    const std::string before = tag_for("sami");
    EXPECT_EQ(before.size(), 34U);
    EXPECT_EQ(tag_for("sami"), before);
    EXPECT_NE(tag_for("anna"), before);
    EXPECT_NE(tag(desk.get("sami", "/en/workshops/ict-2/live")), before);
    asks("bram", "Twee");
    const std::string two = tag_for("sami");
    EXPECT_NE(two, before);
    const std::string question = desk.read([](db::Connection& in) {
        return in.first_text("select id from records where title = 'Een'").value();
    });
    sends("noor", "/vragen/stem", {{"question", question}});
    const std::string voted = tag_for("sami");
    EXPECT_NE(voted, two);
    sends("femke", "/vragen", {{"question", question}, {"turn", "now"}});
    EXPECT_NE(tag_for("sami"), voted);
    sends("noor", "/vragen/stem", {{"question", question}, {"back", "yes"}});
    sends("femke", "/stellingen/nieuw", {{"text_nl", "Refurbished is goed genoeg."}});
    sends("femke", "/stellingen/1", {{"do", "open"}});
    const std::string open = tag_for("sami");
    const std::string on_screen = tag_for("femke", "/scherm");
    sends("anna", "/stellingen/1/stem", {{"choice", "agree"}});
    EXPECT_EQ(tag_for("sami"), open) << "what others choose stays theirs";
    EXPECT_NE(tag_for("femke", "/scherm"), on_screen) << "the screen counts them";
}

TEST_P(LivePages, answer_what_did_not_change_without_making_a_page) {
    sends("femke", "/regie", {{"do", "begin"}});
    const std::string known = tag_for("sami");
    const auto whole = desk.get("sami", page);
    EXPECT_GT(whole.body.size(), 1000U);
    const auto same = desk.get("sami", page, {{"if-none-match", known}});
    EXPECT_EQ(same.status, 304);
    EXPECT_EQ(same.body, "");
    EXPECT_EQ(tag(same), known);
    EXPECT_LE(desk.statements(), 16);
    EXPECT_EQ(desk.get("anna", page, {{"if-none-match", known}}).status, 200);
}

TEST_P(LivePages, show_on_the_screen_only_what_all_may_read_and_no_names) {
    asks("anna", "Voor allen");
    asks("anna", "Voor inkopers", "purchasers");
    EXPECT_TRUE(has(body("femke"), "Voor inkopers"));
    EXPECT_TRUE(has(body("femke"), "Anna de Wit"));
    const std::string screen = body("femke", "/scherm");
    EXPECT_TRUE(has(screen, "Voor allen"));
    EXPECT_FALSE(has(screen, "Voor inkopers"));
    EXPECT_FALSE(has(screen, "Anna de Wit"));
    EXPECT_FALSE(has(body("sami"), "Voor inkopers"));
}

TEST_P(LivePages, offer_a_choice_and_later_the_result_when_the_facilitator_says) {
    sends("femke", "/regie", {{"do", "begin"}});
    sends("femke", "/stellingen/nieuw", {{"text_nl", ""}, {"text_en", ""}}, 400);
    sends("femke", "/stellingen/nieuw", {{"text_nl", "Refurbished is goed genoeg."}});
    sends("femke", "/stellingen/1", {{"do", "open"}});
    EXPECT_EQ(texts_of(parse_page(body("anna")), "button", "nl-button--secondary"),
              (Words{"Zoek", "Eens", "Oneens", "Geen mening"}));
    sends("anna", "/stellingen/1/stem", {{"choice", "agree"}});
    EXPECT_EQ(texts_of(parse_page(body("anna")), "button", "nl-button--primary"), Words{"Eens"});
    EXPECT_EQ(texts_of(parse_page(body("bram")), "button", "nl-button--secondary"), Words{"Zoek"});
    sends("femke", "/stellingen/1", {{"do", "close"}});
    EXPECT_TRUE(has(body("anna"), "De uitkomst volgt."));
    EXPECT_FALSE(has(body("anna"), "1 van 2 aanwezigen kozen."));
    sends("femke", "/stellingen/1", {{"do", "show"}});
    EXPECT_TRUE(has(body("anna"), "1 van 2 aanwezigen kozen."));
    EXPECT_TRUE(has(body("anna"), "minder dan vijf"));
    sends("anna", "/stellingen/1/stem", {{"choice", "misschien"}}, 400);
    sends("anna", "/stellingen/2/stem", {{"choice", "agree"}}, 404);
}

TEST_P(LivePages, show_who_pitches_how_long_is_left_and_afterwards_what_each_got) {
    sends("femke", "/regie", {{"do", "begin"}});
    EXPECT_TRUE(has(body("femke", "/pitches/nieuw"), "Tweede Leven"));
    sends("femke", "/pitches/nieuw", {{"names", ""}, {"seconds", "x"}}, 400);
    sends("femke", "/pitches/nieuw", {{"names", "Kringloop"}, {"seconds", "90"}});
    sends("femke", "/pitches", {{"do", "start"}});
    const HtmlNode live = parse_page(body("sami"));
    EXPECT_EQ(texts_of(live, "p", "k-now__text"), Words{"Kringloop"});
    EXPECT_EQ(texts_of(live, "p", "k-clock"), Words{"1:30"});
    sends("femke", "/pitches", {{"do", "next"}});
    EXPECT_TRUE(has(body("sami"), "Iedereen is geweest."));
    EXPECT_TRUE(has(body("sami"), "Getrokken met het zaad"));
}

TEST_P(LivePages, hold_an_anonymous_question_without_writing_anything) {
    sends("femke", "/regie", {{"do", "begin"}});
    const auto journalled = desk.journalled();
    const web::Fields form = {
        {"title", "Zonder naam"}, {"body", ""}, {"audience", "network"}, {"anonymous", "yes"}};
    const auto asked = desk.post("anna", std::string(page) + "/vragen/nieuw", form);
    EXPECT_EQ(asked.status, 200);
    EXPECT_TRUE(has(asked.body, "Je vraag verschijnt om 10:02 uur")) << asked.body;
    EXPECT_EQ(desk.journalled(), journalled);
    desk.read([](db::Connection& in) {
        EXPECT_EQ(in.count("select count(*) from questions"), 0);
        EXPECT_EQ(in.count("select count(*) from waiting_questions"), 0);
    });
    EXPECT_EQ(desk.site().held->take_due(desk::shared_moment(fixtures::world_time)).size(), 1U);
    EXPECT_TRUE(has(body("anna", "/vragen/nieuw"), "er zijn hier maar 2 deelnemers"));
}

TEST_P(LivePages, take_no_question_while_they_are_not_open_and_keep_what_was_typed) {
    const auto refused = desk.post(
        "anna", std::string(page) + "/vragen/nieuw",
        {{"title", "Zonder naam"}, {"body", "Lang verhaal"}, {"audience", "network"}, {"anonymous", "yes"}});
    EXPECT_EQ(refused.status, 409);
    EXPECT_TRUE(has(refused.body, "Lang verhaal"));
    EXPECT_EQ(desk.site().held->take_all().size(), 0U);
}

TEST_P(LivePages, are_behind_doors_on_the_page_of_the_workshop) {
    const auto doors = [&](std::string_view who) { return desk.get(who, "/bijeenkomsten/ict-2").body; };
    EXPECT_FALSE(has(doors("anna"), "Live meedoen"));
    EXPECT_TRUE(has(doors("femke"), "/bijeenkomsten/ict-2/live/regie"));
    sends("femke", "/regie", {{"do", "begin"}});
    EXPECT_TRUE(has(doors("anna"), "Live meedoen"));
    EXPECT_FALSE(has(doors("anna"), "/live/regie"));
    EXPECT_FALSE(has(doors(""), "Live meedoen"));
}

}  // namespace
}  // namespace kring::live
