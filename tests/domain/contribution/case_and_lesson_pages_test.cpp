// SPDX-License-Identifier: EUPL-1.2
#include "tests/domain/contribution/contribution_world.hpp"

namespace kring::contribution {
namespace {

using fixtures::HtmlNode;
using fixtures::link_of;
using fixtures::location_of;
using fixtures::parse_page;
using fixtures::texts_of;

class CasePages : public ContributionTest {
protected:
    HtmlNode page(std::string_view person, std::string_view path) {
        const auto response = desk.get(person, path);
        EXPECT_EQ(response.status, 200) << path;
        return parse_page(response.body);
    }
    static web::Fields case_form() {
        return {{"network", "ict"},
                {"title", "Zeven jaar"},
                {"organisation_name", "Gemeente Linderdam"},
                {"year", "2025"},
                {"context", "Context."},
                {"bought", "Laptops."},
                {"approach", "Gevraagd."},
                {"criteria_used", "Lang"},
                {"failed", "De **opslag**."},
                {"again", "Eerder."},
                {"audience", "network"},
                {"language", "nl"},
                {"co2_low", "1200"},
                {"co2_high", "3400"},
                {"co2_source", "LCA"},
                {"source_title", "Verslag"},
                {"source_url", "https://x.example/v"}};
    }
    std::string brought(std::string_view by, const CaseDraft& draft = good_case()) {
        return *desk.act(by, [&](const Act& act) { return bring_case(act, draft); });
    }
    std::string distilled(std::string_view by, const LessonDraft& draft = good_lesson()) {
        return *desk.act(by, [&](const Act& act) { return bring_lesson(act, draft); });
    }
};
KRING_ON_BOTH_ENGINES(CasePages);

TEST_P(CasePages, bring_a_case_in_and_show_it_in_the_fixed_order) {
    const auto response = desk.post("anna", "/praktijk/nieuw", case_form());
    const std::string where = location_of(response);
    ASSERT_TRUE(where.starts_with("/praktijk/")) << response.status;
    const HtmlNode shown = page("bram", where);
    EXPECT_EQ(texts_of(shown, "h1"), Words{"Zeven jaar"});
    EXPECT_EQ(texts_of(shown, "p", "nl-paragraph--lead"), Words{"Gemeente Linderdam, 2025"});
    EXPECT_EQ(texts_of(shown, "section", "k-part").size(), 6u);
    EXPECT_EQ(texts_of(shown, "section", "k-part--failure").size(), 1u);
    EXPECT_EQ(texts_of(shown, "td"), (Words{"1.200 – 3.400 kg CO2-eq.", "LCA"}));
    EXPECT_EQ(link_of(shown, "Verslag"), "https://x.example/v");
    EXPECT_NE(desk.get("bram", where).body.find("<strong>opslag</strong>"), std::string::npos);
}

TEST_P(CasePages, give_a_case_back_with_every_fault_at_once) {
    web::Fields form = case_form();
    for (auto& [name, value] : form) {
        if (name == "failed" || name == "again") value.clear();
        if (name == "co2_high") value = "3,4";
    }
    const auto response = desk.post("anna", "/praktijk/nieuw", form);
    EXPECT_EQ(response.status, 400);
    const HtmlNode again = parse_page(response.body);
    EXPECT_EQ(texts_of(again, "div", "k-error").size(), 3u);
    EXPECT_EQ(again.all("textarea").at(0)->text, "Context.");
    EXPECT_EQ(count("select count(*) from cases"), 0);
}

TEST_P(CasePages, keep_preview_and_change_a_case) {
    web::Fields form = case_form();
    form.emplace_back("keep", "yes");
    EXPECT_EQ(location_of(desk.post("anna", "/praktijk/nieuw", form)), "/mijn?m=draft_kept");
    form.back() = {"preview", "yes"};
    EXPECT_EQ(desk.post("anna", "/praktijk/nieuw", form).status, 200);
    EXPECT_EQ(count("select count(*) from cases"), 0);
    const std::string id = brought("anna");
    const std::string target = "/praktijk/" + id + "/bewerken";
    EXPECT_EQ(desk.get("anna", target).status, 200);
    EXPECT_EQ(desk.get("bram", target).status, 404);
    EXPECT_EQ(desk.post("anna", target, form).status, 200);
    EXPECT_EQ(record(id).title, "Laptops voor zeven jaar in Linderdam");
    form.pop_back();
    EXPECT_EQ(location_of(desk.post("anna", target, form)), "/praktijk/" + id + "?m=saved");
    EXPECT_EQ(record(id).title, "Zeven jaar");
    EXPECT_EQ(desk.post("bram", target, form).status, 403);
}

TEST_P(CasePages, distil_a_lesson_from_a_case) {
    const std::string id = brought("bram");
    const HtmlNode shown = page("anna", "/praktijk/" + id);
    EXPECT_EQ(link_of(shown, "Maak hier een leerpunt van"), "/leerpunten/nieuw?from=" + id);
    const HtmlNode form = page("anna", "/leerpunten/nieuw?from=" + id + "&from=meubels-1");
    EXPECT_EQ(texts_of(form, "li", "k-record").size(), 1u) << "what one cannot read is not named";
    const auto response = desk.post("anna", "/leerpunten/nieuw",
                                    {{"network", "ict"},
                                     {"title", "Begin vroeg"},
                                     {"body", "Eerst vragen."},
                                     {"audience", "network"},
                                     {"language", "nl"},
                                     {"from", id}});
    const std::string where = location_of(response);
    ASSERT_TRUE(where.starts_with("/leerpunten/")) << response.status;
    const HtmlNode lesson = page("noor", where);
    EXPECT_EQ(texts_of(lesson, "h1"), Words{"Begin vroeg"});
    EXPECT_EQ(link_of(lesson, "Laptops voor zeven jaar in Linderdam"), "/praktijk/" + id);
}

TEST_P(CasePages, keep_the_origins_of_a_lesson_that_was_not_right_yet) {
    const std::string id = brought("bram");
    const auto response = desk.post("anna", "/leerpunten/nieuw",
                                    {{"network", "ict"},
                                     {"title", ""},
                                     {"body", "Eerst vragen."},
                                     {"audience", "network"},
                                     {"language", "nl"},
                                     {"from", id}});
    EXPECT_EQ(response.status, 400);
    const HtmlNode again = parse_page(response.body);
    EXPECT_EQ(texts_of(again, "li", "k-record").size(), 1u);
    bool is_carried = false;
    for (const HtmlNode* input : again.all("input")) {
        is_carried = is_carried || (*input->attribute("name") == "from" && *input->attribute("value") == id);
    }
    EXPECT_TRUE(is_carried);
}

TEST_P(CasePages, list_what_one_may_read) {
    (void)brought("anna", good_case("purchasers"));
    (void)brought("anna", good_case("everyone"));
    (void)distilled("anna", good_lesson("purchasers"));
    for (const auto& [person, number] :
         std::vector<std::pair<std::string, std::size_t>>{{"anna", 2}, {"sami", 1}, {"", 1}}) {
        EXPECT_EQ(texts_of(page(person, "/praktijk"), "li", "k-record").size(), number) << person;
        EXPECT_EQ(texts_of(page(person, "/leerpunten"), "li", "k-record").size(), number - 1) << person;
    }
    EXPECT_EQ(texts_of(page("", "/en/practice"), "li", "k-record").size(), 1u);
}

TEST_P(CasePages, withdraw_and_restore_what_was_brought) {
    const std::string id = brought("anna");
    EXPECT_EQ(desk.post("bram", "/keten/" + id + "/intrekking", {}).status, 403);
    EXPECT_EQ(location_of(desk.post("anna", "/keten/" + id + "/intrekking", {})), "/mijn?m=withdrawn");
    EXPECT_EQ(desk.get("bram", "/praktijk/" + id).status, 404);
    EXPECT_EQ(desk.post("anna", "/keten/" + id + "/intrekking", {}).status, 409);
    EXPECT_EQ(desk.post("bram", "/keten/" + id + "/herstel", {}).status, 404);
    EXPECT_EQ(location_of(desk.post("anna", "/keten/" + id + "/herstel", {})),
              "/praktijk/" + id + "?m=restored");
    EXPECT_EQ(desk.get("bram", "/praktijk/" + id).status, 200);
}

TEST_P(CasePages, lead_back_to_the_question_of_a_restored_answer) {
    const std::string id = asked("anna");
    const std::string given = answered("bram", id);
    ASSERT_EQ(desk.post("bram", "/keten/" + given + "/intrekking", {}).status, 303);
    EXPECT_EQ(location_of(desk.post("bram", "/keten/" + given + "/herstel", {})),
              "/vragen/" + id + "?m=restored#" + given);
}

}  // namespace
}  // namespace kring::contribution
