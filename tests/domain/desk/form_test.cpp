// SPDX-License-Identifier: EUPL-1.2
#include "domain/desk/form.hpp"

#include <algorithm>

#include "domain/desk/frame.hpp"
#include "platform/base/secret.hpp"
#include "tests/fixtures/desk.hpp"

namespace kring::desk {
namespace {

using fixtures::HtmlNode;
using fixtures::texts_of;
using Words = std::vector<std::string>;

constexpr const char* nasty = "\"><script>alert('x')</script>&amp;";

web::Response shown(const Visit& visit, const Form& form) {
    html::View view;
    view.set("form", form.view()).set("preview", html::Html()).set("similar", html::List{});
    return show(visit, Frame{"Formulier", "", {}, visible_to_you(), false, "", {}}, "contribution_form",
                std::move(view));
}

// One field of every kind, holding what the address asks for, with the problems it names.
web::Response show_every_field(const Visit& visit) {
    const std::string value(web::value_of(visit.request.query, "value"));
    Form form(visit, "/vragen/nieuw?a=1&b=2", "contribution.save");
    Extra optional;
    optional.is_required = false;
    optional.hint = "Een <hint>";
    Extra day;
    day.type = "date";
    Extra mail;
    mail.type = "email";
    mail.autocomplete = "username";
    form.text("title", "contribution.question.title", value, optional)
        .text("email", "sign_in.email", value, mail)
        .text("day", "contribution.field.source_read_on", "2026-11-23", day)
        .area("body", "contribution.question.body", value)
        .select("network", "contribution.field.network", "meubels",
                {{"ict", "ICT", ""}, {"meubels", "Meubels", ""}})
        .radios("language", "contribution.field.language", "en",
                {{"nl", "Nederlands", "hint"}, {"en", "Engels", ""}})
        .checkbox("anonymous", "contribution.question.anonymous", value == "yes")
        .hidden("from", value)
        .heading("contribution.case.learn_heading")
        .button("keep", "yes", "contribution.keep")
        .draft("/mijn/concepten/question");
    Problems problems;
    for (const std::string& field : web::all_of(visit.request.query, "fault")) {
        problems.push_back({Trouble::invalid, "problem.unclean", field, {}});
    }
    if (!problems.empty()) form.problems(problems);
    return shown(visit, form);
}

class DeskForm : public ::testing::TestWithParam<db::Engine> {
protected:
    fixtures::Desk desk{GetParam(), {{web::Method::get, "/vragen", show_every_field, Rule::everyone}}};

    HtmlNode page(const std::string& query) {
        return fixtures::parse_page(desk.get("anna", "/vragen?" + query).body);
    }

    /// The element with this id.
    static const HtmlNode* with_id(const HtmlNode& page, std::string_view id) {
        for (const char* element : {"input", "textarea", "select", "fieldset", "div"}) {
            for (const HtmlNode* node : page.all(element)) {
                const std::string* held = node->attribute("id");
                if (held && *held == id) return node;
            }
        }
        return nullptr;
    }
    static const HtmlNode* the_form(const HtmlNode& page) {
        for (const HtmlNode* form : page.all("form")) {
            const std::string* held = form->attribute("class");
            if (held && *held == "k-form") return form;
        }
        return nullptr;
    }
    static bool is_marked(const HtmlNode& page, std::string_view id) {
        return with_id(page, id)->attribute("aria-invalid") != nullptr;
    }
};
// No database is asked: one engine tells all.
INSTANTIATE_TEST_SUITE_P(on, DeskForm, ::testing::Values(db::Engine::sqlite), tests::engine_name);

TEST_P(DeskForm, posts_with_the_token_to_its_own_address) {
    const HtmlNode shown_page = page("value=x");
    const HtmlNode* form = the_form(shown_page);
    ASSERT_NE(form, nullptr);
    EXPECT_EQ(*form->attribute("action"), "/vragen/nieuw?a=1&b=2");
    EXPECT_EQ(*form->attribute("method"), "post");
    EXPECT_EQ(*form->attribute("data-draft"), "/mijn/concepten/question");
    const HtmlNode* token = form->all("input").at(0);
    EXPECT_EQ(*token->attribute("name"), "csrf");
    EXPECT_EQ(unmasked(*token->attribute("value")).size(), 43u);
    EXPECT_EQ(texts_of(*form, "button"), (Words{"Bewaar", "Bewaar als concept"}));
    EXPECT_EQ(*form->all("button").at(1)->attribute("name"), "keep");
}

TEST_P(DeskForm, shows_what_was_typed_as_text_and_nothing_else) {
    const HtmlNode shown_page = page("value=%22%3E%3Cscript%3Ealert(%27x%27)%3C/script%3E%26amp;");
    EXPECT_EQ(*with_id(shown_page, "f-title")->attribute("value"), nasty);
    EXPECT_EQ(*with_id(shown_page, "f-email")->attribute("value"), nasty);
    EXPECT_EQ(with_id(shown_page, "f-body")->text, nasty);
    bool is_carried = false;
    for (const HtmlNode* input : the_form(shown_page)->all("input")) {
        is_carried =
            is_carried || (*input->attribute("name") == "from" && *input->attribute("value") == nasty);
    }
    EXPECT_TRUE(is_carried);
    EXPECT_EQ(the_form(shown_page)->all("script").size(), 0u);
}

TEST_P(DeskForm, keeps_a_first_line_break_in_a_long_text) {
    EXPECT_EQ(with_id(page("value=%0A%0Aeen"), "f-body")->text, "\n\neen");
}

TEST_P(DeskForm, chooses_what_was_chosen) {
    const HtmlNode shown_page = page("value=yes");
    const auto options = with_id(shown_page, "f-network")->all("option");
    ASSERT_EQ(options.size(), 2u);
    EXPECT_EQ(options[0]->attribute("selected"), nullptr);
    EXPECT_NE(options[1]->attribute("selected"), nullptr);
    EXPECT_EQ(with_id(shown_page, "f-language-nl")->attribute("checked"), nullptr);
    EXPECT_NE(with_id(shown_page, "f-language-en")->attribute("checked"), nullptr);
    EXPECT_NE(with_id(shown_page, "f-anonymous")->attribute("checked"), nullptr);
    EXPECT_EQ(with_id(page("value=no"), "f-anonymous")->attribute("checked"), nullptr);
    EXPECT_EQ(*with_id(shown_page, "f-day")->attribute("type"), "date");
    EXPECT_EQ(*with_id(shown_page, "f-email")->attribute("autocomplete"), "username");
}

TEST_P(DeskForm, gives_every_input_a_label_and_its_hint) {
    const HtmlNode shown_page = page("value=x");
    std::vector<std::string> labelled;
    for (const HtmlNode* label : the_form(shown_page)->all("label"))
        labelled.push_back(*label->attribute("for"));
    for (const HtmlNode* input : the_form(shown_page)->all("input")) {
        if (*input->attribute("type") == "hidden") continue;
        EXPECT_NE(std::find(labelled.begin(), labelled.end(), *input->attribute("id")), labelled.end())
            << *input->attribute("name");
    }
    EXPECT_EQ(*with_id(shown_page, "f-title")->attribute("aria-describedby"), "f-title-description");
    EXPECT_EQ(with_id(shown_page, "f-title-description")->text, "Een <hint>");
}

TEST_P(DeskForm, has_no_summary_and_no_marks_without_a_fault) {
    const HtmlNode shown_page = page("value=x");
    EXPECT_EQ(texts_of(shown_page, "div", "k-error-summary"), Words{});
    for (const char* id : {"f-title", "f-body", "f-network"}) EXPECT_FALSE(is_marked(shown_page, id)) << id;
}

TEST_P(DeskForm, tells_each_fault_at_its_field_and_all_in_the_summary) {
    const HtmlNode shown_page = page("value=x&fault=title&fault=body&fault=network&fault=language&fault=day");
    const Words errors = texts_of(shown_page, "div", "k-error");
    EXPECT_EQ(errors.size(), 5u);
    for (const char* id : {"f-title", "f-body", "f-network", "f-day"})
        EXPECT_TRUE(is_marked(shown_page, id)) << id;
    EXPECT_FALSE(is_marked(shown_page, "f-email"));
    EXPECT_EQ(*with_id(shown_page, "f-title")->attribute("aria-describedby"),
              "f-title-description f-title-error");
    std::vector<std::string> targets;
    for (const HtmlNode* node : shown_page.all("div")) {
        const std::string* held = node->attribute("class");
        if (!held || held->find("k-error-summary") == std::string::npos) continue;
        for (const HtmlNode* link : node->all("a")) targets.push_back(link->attribute("href")->substr(1));
    }
    EXPECT_EQ(targets, (Words{"f-title", "f-body", "f-network", "f-language", "f-day"}));
    for (const std::string& target : targets) EXPECT_NE(with_id(shown_page, target), nullptr) << target;
}

TEST_P(DeskForm, tells_faults_of_no_field_in_the_summary_without_a_link) {
    const HtmlNode shown_page = page("value=x&fault=&fault=from&fault=onbekend");
    EXPECT_EQ(texts_of(shown_page, "div", "k-error").size(), 0u);
    for (const HtmlNode* node : shown_page.all("div")) {
        const std::string* held = node->attribute("class");
        if (!held || held->find("k-error-summary") == std::string::npos) continue;
        EXPECT_EQ(node->all("li").size(), 3u);
        EXPECT_EQ(node->all("a").size(), 0u);
    }
}

TEST(FormChecks, tell_empty_unclean_and_too_long_apart_with_one_problem_each) {
    const auto told = [](std::string_view value) {
        Problems problems;
        const bool is_good = need_text(value, "title", 3, problems);
        EXPECT_EQ(is_good, problems.empty());
        return fixtures::faults_of(problems);
    };
    EXPECT_EQ(told("een"), Words{});
    EXPECT_EQ(told("éé€"), Words{});
    EXPECT_EQ(told(""), Words{"title: problem.needed.title"});
    EXPECT_EQ(told(" \n"), Words{"title: problem.needed.title"});
    EXPECT_EQ(told("vier"), Words{"title: problem.too_long"});
    EXPECT_EQ(told("\x01"), Words{"title: problem.unclean"});
    EXPECT_EQ(told(std::string_view("a\0b", 3)), Words{"title: problem.unclean"});
    Problems problems;
    EXPECT_TRUE(allow_text("", "title", 3, problems));
    EXPECT_FALSE(allow_text("vier", "title", 3, problems));
    EXPECT_EQ(problems.front().values,
              (std::vector<std::pair<std::string, std::string>>{{"most", "3"}, {"length", "4"}}));
}

}  // namespace
}  // namespace kring::desk
