// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "tests/domain/contribution/contribution_world.hpp"

namespace kring::contribution {
namespace {

using fixtures::HtmlNode;
using fixtures::link_of;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;

class QuestionPages : public ContributionTest {
protected:
    HtmlNode page(std::string_view person, std::string_view path) {
        const auto response = desk.get(person, path);
        EXPECT_EQ(response.status, 200) << path;
        return parse_page(response.body);
    }
    static web::Fields question_form(std::string_view title = "Hoe vraag je om steun?") {
        return {{"network", "ict"}, {"title", std::string(title)}, {"body", "Voor zeven jaar."},
                {"workshop", ""},   {"audience", "network"},       {"audience_of", ""},
                {"language", "nl"}, {"source_title", ""},          {"source_url", ""}};
    }
    static web::Fields with(web::Fields fields, std::string name, std::string value) {
        for (auto& [held, text] : fields) {
            if (held == name) text = value;
        }
        fields.emplace_back(std::move(name), std::move(value));
        return fields;
    }
    /// What stands in a field of the page, "(none)" without one.
    static std::string value_in(const HtmlNode& page, std::string_view name) {
        for (const char* element : {"input", "textarea"}) {
            for (const HtmlNode* node : page.all(element)) {
                const std::string* held = node->attribute("name");
                if (!held || *held != name) continue;
                const std::string* value = node->attribute("value");
                return value ? *value : node->text;
            }
        }
        return "(none)";
    }
    Words buttons(const HtmlNode& page) {
        return texts_of(page.all("main").empty() ? page : *page.all("main")[0], "button");
    }
    std::int64_t questions_kept() { return count("select count(*) from questions"); }
};
KRING_ON_BOTH_ENGINES(QuestionPages);

bool holds(const Words& words, std::string_view one) {
    return std::find(words.begin(), words.end(), one) != words.end();
}

TEST_P(QuestionPages, list_what_the_reader_may_see_with_votes_and_answers) {
    const std::string open = asked("anna", good_question("everyone"));
    const std::string closed = asked("anna", good_question("purchasers"), when + 1);
    ASSERT_TRUE(doing("bram", vote, closed));
    (void)answered("bram", closed);
    const HtmlNode anna = page("anna", "/vragen");
    EXPECT_EQ(texts_of(anna, "p", "k-votes"), (Words{"1 stem", "0 stemmen"}));
    EXPECT_EQ(texts_of(anna, "li", "k-question").size(), 2u);
    EXPECT_EQ(texts_of(anna, "span", "k-badge"), (Words{"Beantwoord", "Open"}));
    EXPECT_EQ(texts_of(page("sami", "/vragen"), "li", "k-question").size(), 1u);
    const HtmlNode anyone = page("", "/en/questions");
    EXPECT_EQ(texts_of(anyone, "li", "k-question").size(), 1u);
    EXPECT_EQ(link_of(anyone, "Hoe vraag je om zeven jaar steun?"), "/en/questions/" + open);
}

TEST_P(QuestionPages, filter_and_order_the_list) {
    const std::string first = asked("anna");
    const std::string second = asked("anna", good_question(), when + 1);
    ASSERT_TRUE(doing("bram", vote, first));
    const std::string given = answered("bram", second);
    const auto ids = [&](std::string_view target) {
        Words found;
        const HtmlNode list = page("anna", target);
        for (const HtmlNode* row : list.all("li")) {
            const std::string* held = row->attribute("class");
            if (held && *held == "k-question")
                found.push_back(row->all("a").at(0)->attribute("href")->substr(8));
        }
        return found;
    };
    EXPECT_EQ(ids("/vragen"), (Words{second, first}));
    EXPECT_EQ(ids("/vragen?volgorde=votes"), (Words{first, second}));
    EXPECT_EQ(ids("/vragen?stand=open"), Words{first});
    EXPECT_EQ(ids("/vragen?stand=answered"), Words{second});
    EXPECT_EQ(ids("/vragen?stand=accepted"), Words{});
    ASSERT_TRUE(try_accept("anna", second, given));
    EXPECT_EQ(ids("/vragen?stand=accepted"), Words{second});
    EXPECT_EQ(ids("/vragen?netwerk=meubels"), Words{});
    EXPECT_EQ(ids("/vragen?netwerk=ict&bijeenkomst=ict-2"), Words{});
    EXPECT_EQ(ids("/vragen?stand=%27%3B--&volgorde=x&pagina=-1"), (Words{second, first}));
    EXPECT_EQ(ids("/vragen?pagina=2"), Words{});
}

TEST_P(QuestionPages, turn_over_the_pages_of_a_long_list) {
    for (int i = 0; i < 21; ++i) (void)asked("anna", good_question(), when + i);
    const HtmlNode first = page("anna", "/vragen?volgorde=votes");
    EXPECT_EQ(texts_of(first, "li", "k-question").size(), 20u);
    EXPECT_EQ(texts_of(first, "p", "k-meta").at(0), "21 vragen");
    bool has_next = false;
    for (const HtmlNode* link : first.all("a")) {
        const std::string* href = link->attribute("href");
        has_next = has_next || (href && *href == "/vragen?volgorde=votes&pagina=2");
    }
    EXPECT_TRUE(has_next);
    EXPECT_EQ(texts_of(page("anna", "/vragen?pagina=2"), "li", "k-question").size(), 1u);
}

TEST_P(QuestionPages, offer_asking_to_members_alone) {
    EXPECT_NE(link_of(page("anna", "/vragen"), "Stel een vraag"), "");
    EXPECT_EQ(link_of(page("", "/vragen"), "Stel een vraag"), "");
    EXPECT_EQ(desk.get("beheer", "/vragen/nieuw").status, 403);
    EXPECT_EQ(desk.post("beheer", "/vragen/nieuw", question_form()).status, 403);
    EXPECT_EQ(questions_kept(), 0);
}

TEST_P(QuestionPages, place_a_question_and_lead_to_it) {
    const auto response = desk.post("anna", "/vragen/nieuw", question_form());
    const std::string where = location_of(response);
    ASSERT_EQ(response.status, 303);
    ASSERT_TRUE(where.starts_with("/vragen/")) << where;
    EXPECT_TRUE(where.ends_with("?m=question_asked")) << where;
    EXPECT_EQ(texts_of(page("bram", where), "h1"), Words{"Hoe vraag je om steun?"});
    const auto english = desk.post("anna", "/en/questions/new",
                                   with(question_form("Which batteries?"), "body", "Replaceable ones."));
    EXPECT_TRUE(location_of(english).starts_with("/en/questions/")) << location_of(english);
}

TEST_P(QuestionPages, give_everything_back_with_what_is_wrong) {
    const auto response =
        desk.post("anna", "/vragen/nieuw", with(question_form(" "), "audience", "iedereen"));
    EXPECT_EQ(response.status, 400);
    const HtmlNode again = parse_page(response.body);
    EXPECT_EQ(value_in(again, "body"), "Voor zeven jaar.");
    EXPECT_EQ(texts_of(again, "div", "k-error").size(), 2u);
    EXPECT_TRUE(texts_of(again, "title").at(0).starts_with("Fout: ")) << texts_of(again, "title").at(0);
    EXPECT_EQ(questions_kept(), 0);
}

TEST_P(QuestionPages, show_questions_that_look_alike_before_placing_one) {
    (void)asked("bram");
    const web::Fields form = question_form("Hoe vraag je om zeven jaar steun?");
    const auto first = desk.post("anna", "/vragen/nieuw", form);
    EXPECT_EQ(first.status, 200);
    EXPECT_EQ(texts_of(parse_page(first.body), "h2").at(0), "Lijkt je vraag hierop?");
    EXPECT_EQ(value_in(parse_page(first.body), "seen_similar"), "yes");
    EXPECT_EQ(questions_kept(), 1);
    EXPECT_EQ(desk.post("anna", "/vragen/nieuw", with(form, "seen_similar", "yes")).status, 303);
    EXPECT_EQ(questions_kept(), 2);
}

TEST_P(QuestionPages, show_a_preview_without_keeping_anything) {
    web::Fields form =
        with(with(question_form(), "body", "Een **vet** woord<script>alert(1)</script>"), "preview", "yes");
    const auto response = desk.post("anna", "/vragen/nieuw", form);
    EXPECT_EQ(response.status, 200);
    const HtmlNode shown = parse_page(response.body);
    EXPECT_EQ(texts_of(shown, "section", "k-brief").at(0),
              "Zo komt je tekst eruit te zien Een vet woord<script>alert(1)</script>");
    EXPECT_NE(response.body.find("<strong>vet</strong>"), std::string::npos);
    EXPECT_EQ(questions_kept(), 0);
    for (const HtmlNode* script : shown.all("script")) EXPECT_NE(script->attribute("src"), nullptr);
}

TEST_P(QuestionPages, show_the_key_of_an_anonymous_question_once) {
    const auto response = desk.post("anna", "/vragen/nieuw", with(question_form(), "anonymous", "yes"));
    EXPECT_EQ(response.status, 200);
    EXPECT_TRUE(response.is_personal);
    const HtmlNode told = parse_page(response.body);
    EXPECT_EQ(texts_of(told, "h1"), Words{"Je vraag is binnen"});
    const std::string key = texts_of(told, "code").at(0);
    EXPECT_EQ(key.size(), 43u);
    EXPECT_EQ(count("select count(*) from waiting_questions"), 1);
    const auto wrong = desk.post("anna", "/vragen/sleutel", {{"question", ""}, {"key", key.substr(1)}});
    EXPECT_EQ(wrong.status, 404);
    const auto done = desk.post("bram", "/vragen/sleutel", {{"question", ""}, {"key", key}});
    EXPECT_EQ(location_of(done), "/vragen?m=withdrawn_by_key");
    EXPECT_EQ(count("select count(*) from waiting_questions"), 0);
}

TEST_P(QuestionPages, keep_no_draft_of_an_anonymous_question) {
    const auto response =
        desk.post("anna", "/vragen/nieuw", with(with(question_form(), "anonymous", "yes"), "keep", "yes"));
    EXPECT_EQ(response.status, 400);
    EXPECT_EQ(value_in(parse_page(response.body), "body"), "Voor zeven jaar.");
    EXPECT_EQ(count("select count(*) from drafts"), 0);
}

TEST_P(QuestionPages, keep_a_draft_and_give_it_back_until_it_is_placed) {
    const auto kept = desk.post("anna", "/vragen/nieuw", with(question_form("Half af"), "keep", "yes"));
    EXPECT_EQ(location_of(kept), "/mijn?m=draft_kept");
    EXPECT_EQ(questions_kept(), 0);
    const HtmlNode again = page("anna", "/vragen/nieuw");
    EXPECT_EQ(value_in(again, "title") + "|" + value_in(again, "body"), "Half af|Voor zeven jaar.");
    EXPECT_EQ(value_in(page("bram", "/vragen/nieuw"), "title"), "");
    ASSERT_EQ(desk.post("anna", "/vragen/nieuw", question_form("Half af")).status, 303);
    EXPECT_EQ(value_in(page("anna", "/vragen/nieuw"), "title"), "");
}

TEST_P(QuestionPages, offer_each_reader_what_they_may_do) {
    const std::string id = asked("anna", good_question("everyone"));
    (void)answered("sami", id);
    const auto offered = [&](std::string_view person) { return buttons(page(person, "/vragen/" + id)); };
    EXPECT_EQ(offered(""), Words{});
    EXPECT_EQ(link_of(page("", "/vragen/" + id), "Meld je aan om te antwoorden"), "/aanmelden");
    const Words anna = offered("anna");
    EXPECT_TRUE(holds(anna, "Trek in"));
    EXPECT_TRUE(holds(anna, "Kies dit antwoord"));
    EXPECT_FALSE(holds(anna, "Stem op deze vraag (0)"));
    EXPECT_EQ(link_of(page("anna", "/vragen/" + id), "Bewerk"), "/vragen/" + id + "/bewerken");
    const Words bram = offered("bram");
    EXPECT_TRUE(holds(bram, "Stem op deze vraag (0)"));
    EXPECT_TRUE(holds(bram, "Markeer als gecontroleerd"));
    EXPECT_FALSE(holds(bram, "Trek in"));
    EXPECT_FALSE(holds(bram, "Kies dit antwoord"));
    EXPECT_EQ(offered("beheer"), Words{});
    EXPECT_EQ(desk.get("bram", "/vragen/" + id + "/bewerken").status, 404);
}

TEST_P(QuestionPages, show_badges_of_answers_and_why_one_is_outdated) {
    const std::string id = asked("anna");
    const std::string given = answered("sami", id);
    ASSERT_TRUE(doing("bram", check, given));
    ASSERT_TRUE(try_accept("anna", id, given));
    const std::string old = answered("noor", id, when + 1);
    EXPECT_EQ(
        location_of(desk.post("bram", "/antwoorden/" + old + "/veroudering", {{"why", "Nieuwe <wet>."}})),
        "/vragen/" + id + "?m=outdated#" + old);
    const HtmlNode shown = page("anna", "/vragen/" + id);
    EXPECT_EQ(texts_of(shown, "p", "k-status"),
              (Words{"Gekozen antwoord Gecontroleerd door Bram Hoekstra op 23 nov 2026",
                     "Verouderd sinds 23 nov 2026"}));
    EXPECT_NE(texts_of(shown, "main").at(0).find("Nieuwe <wet>."), std::string::npos);
    EXPECT_TRUE(holds(buttons(shown), "Kies dit antwoord niet meer"));
}

TEST_P(QuestionPages, answer_and_lead_to_the_answer) {
    const std::string id = asked("anna");
    const auto response =
        desk.post("bram", "/vragen/" + id + "/antwoorden", {{"body", "Vraag updates."}, {"language", "nl"}});
    const std::string where = location_of(response);
    ASSERT_TRUE(where.starts_with("/vragen/" + id + "?m=answered#")) << where;
    EXPECT_EQ(record(where.substr(where.find('#') + 1)).owner, "bram");
    const auto empty = desk.post("bram", "/vragen/" + id + "/antwoorden", {{"body", ""}});
    EXPECT_EQ(empty.status, 400);
    EXPECT_EQ(texts_of(parse_page(empty.body), "div", "k-error").size(), 1u);
    EXPECT_EQ(desk.post("olga", "/vragen/" + id + "/antwoorden", {{"body", "x"}}).status, 404);
    const auto preview =
        desk.post("bram", "/vragen/" + id + "/antwoorden", {{"body", "**vet**"}, {"preview", "yes"}});
    EXPECT_NE(preview.body.find("<strong>vet</strong>"), std::string::npos);
    EXPECT_EQ(question(id).answers, 1);
}

TEST_P(QuestionPages, give_a_kept_answer_back_to_its_writer_alone) {
    const std::string id = asked("anna");
    const std::string target = "/vragen/" + id + "/antwoorden";
    EXPECT_EQ(location_of(desk.post("bram", target, {{"body", "Half af"}, {"keep", "yes"}})),
              "/mijn?m=draft_kept");
    EXPECT_EQ(value_in(page("bram", "/vragen/" + id), "body"), "Half af");
    EXPECT_EQ(value_in(page("sami", "/vragen/" + id), "body"), "");
    ASSERT_EQ(desk.post("bram", target, {{"body", "Af"}}).status, 303);
    EXPECT_EQ(value_in(page("bram", "/vragen/" + id), "body"), "");
}

TEST_P(QuestionPages, change_an_answer_only_when_asked_to_save_it) {
    const std::string id = asked("anna");
    const std::string given = answered("bram", id);
    const std::string target = "/antwoorden/" + given + "/bewerken";
    const HtmlNode form = page("bram", target);
    EXPECT_EQ(value_in(form, "body"), "Vraag om updates.");
    EXPECT_FALSE(holds(buttons(form), "Bewaar als concept"))
        << "there is nowhere to keep a half-changed answer";
    for (const HtmlNode* one : form.all("form")) {
        const std::string* draft = one->attribute("data-draft");
        EXPECT_TRUE(!draft || draft->empty()) << "it would stand in the form for a new answer";
    }
    EXPECT_EQ(desk.get("sami", target).status, 404);
    EXPECT_EQ(desk.post("sami", target, {{"body", "Gekaapt"}, {"language", "nl"}}).status, 403);
    const auto preview =
        desk.post("bram", target, {{"body", "Anders"}, {"language", "nl"}, {"preview", "yes"}});
    EXPECT_EQ(preview.status, 200);
    EXPECT_EQ(found_answer(given).body, "Vraag om updates.");
    EXPECT_EQ(location_of(desk.post("bram", target, {{"body", "Anders"}, {"language", "nl"}})),
              "/vragen/" + id + "?m=saved#" + given);
    EXPECT_EQ(found_answer(given).body, "Anders");
}

TEST_P(QuestionPages, vote_and_take_it_back_by_one_button) {
    const std::string id = asked("anna");
    const std::string target = "/vragen/" + id + "/stem";
    EXPECT_EQ(location_of(desk.post("bram", target, {})), "/vragen/" + id + "?m=voted");
    EXPECT_TRUE(holds(buttons(page("bram", "/vragen/" + id)), "Je hebt gestemd. Trek je stem in (1)"));
    EXPECT_EQ(location_of(desk.post("bram", target, {{"back", "yes"}})),
              "/vragen/" + id + "?m=vote_taken_back");
    EXPECT_EQ(question(id).votes, 0);
    EXPECT_EQ(desk.post("anna", target, {}).status, 403);
    EXPECT_EQ(desk.post("olga", target, {}).status, 404);
}

TEST_P(QuestionPages, change_a_question_and_keep_what_was_typed_when_refused) {
    const std::string id = asked("anna", good_question("purchasers"));
    (void)answered("bram", id);
    const std::string target = "/vragen/" + id + "/bewerken";
    const auto refused =
        desk.post("anna", target, with(question_form("Nieuwe titel"), "audience", "everyone"));
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(value_in(parse_page(refused.body), "title"), "Nieuwe titel");
    EXPECT_EQ(record(id).title, "Hoe vraag je om zeven jaar steun?");
    const auto saved =
        desk.post("anna", target, with(question_form("Nieuwe titel"), "audience", "purchasers"));
    EXPECT_EQ(location_of(saved), "/vragen/" + id + "?m=saved");
    EXPECT_EQ(record(id).title, "Nieuwe titel");
    EXPECT_EQ(desk.post("olga", target, question_form()).status, 404);
}

TEST_P(QuestionPages, give_one_same_answer_for_what_is_closed_and_what_is_not_there) {
    const std::string closed = asked("anna", good_question("purchasers"));
    const auto main_of = [&](std::string_view person, std::string_view path) {
        const auto response = desk.get(person, path);
        EXPECT_EQ(response.status, 404) << path;
        return texts_of(parse_page(response.body), "main");
    };
    EXPECT_EQ(main_of("sami", "/vragen/" + closed), main_of("sami", "/vragen/nergens"));
    EXPECT_EQ(main_of("anna", "/praktijk/" + closed), main_of("anna", "/praktijk/nergens"));
    EXPECT_EQ(main_of("anna", "/vragen/ict-2"), main_of("anna", "/vragen/nergens"));
}

}  // namespace
}  // namespace kring::contribution
