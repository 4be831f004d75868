// SPDX-License-Identifier: EUPL-1.2
// Hostile Markdown, alone and inside every construct (R20): the page a browser builds holds
// only the elements and attributes of the allow-list, and only addresses of the web and of mail.
#include <gtest/gtest.h>

#include <set>

#include "platform/html/escape.hpp"
#include "platform/html/markdown.hpp"
#include "tests/fixtures/hostile_markdown.hpp"
#include "tests/fixtures/html_tree.hpp"

using namespace kring::html;
using kring::fixtures::hostile_markdown;
using kring::fixtures::HtmlNode;

namespace {

const std::set<std::string> allowed = {"p class",
                                       "h3 class",
                                       "h4 class",
                                       "h5 class",
                                       "h6 class",
                                       "a class",
                                       "a href",
                                       "a rel",
                                       "ul class",
                                       "ol class",
                                       "ol start",
                                       "li",
                                       "blockquote class",
                                       "pre class",
                                       "code",
                                       "code class",
                                       "hr class",
                                       "em",
                                       "strong",
                                       "del",
                                       "br",
                                       "table class",
                                       "thead",
                                       "tbody",
                                       "tr",
                                       "th scope",
                                       "td"};

/// Every element and attribute below `node` that is not on the list.
void collect_strangers(const HtmlNode& node, std::vector<std::string>& strangers) {
    for (const HtmlNode& child : node.children) {
        if (child.attributes.empty() && !allowed.contains(child.name)) strangers.push_back(child.name);
        for (const auto& [name, value] : child.attributes) {
            if (!allowed.contains(child.name + " " + name))
                strangers.push_back(child.name + " " + name + "=" + value);
        }
        collect_strangers(child, strangers);
    }
}

std::vector<std::string> strangers_in(const std::string& text) {
    const HtmlNode body = kring::fixtures::parse_fragment(markdown(text).markup());
    std::vector<std::string> strangers;
    collect_strangers(body, strangers);
    for (const HtmlNode* anchor : body.all("a")) {
        const std::string* href = anchor->attribute("href");
        const Address kind = href ? kind_of_address(*href) : Address::refused;
        if (kind != Address::web && kind != Address::mail)
            strangers.push_back("a href=" + (href ? *href : ""));
        if (!anchor->all("a").empty()) strangers.push_back("a in a");
        if (anchor->text.empty()) strangers.push_back("a without words");
    }
    return strangers;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST(MarkdownSafety, has_a_corpus_worth_the_name) { EXPECT_GE(hostile_markdown().size(), 100u); }

TEST(MarkdownSafety, lets_no_hostile_line_through) {
    for (const std::string& line : hostile_markdown()) EXPECT_EQ(strangers_in(line), Strings{}) << line;
}

TEST(MarkdownSafety, lets_no_hostile_line_through_inside_anything) {
    const std::pair<const char*, const char*> frames[] = {{"# ", ""},
                                                          {"> ", ""},
                                                          {"- ", ""},
                                                          {"1. ", ""},
                                                          {"**", "**"},
                                                          {"*", "*"},
                                                          {"`", "`"},
                                                          {"```\n", "\n```"},
                                                          {"~~", "~~"},
                                                          {"[", "](https://a.nl)"},
                                                          {"[x](", ")"},
                                                          {"[x](<", ">)"},
                                                          {"![", "](https://a.nl)"},
                                                          {"![x](", ")"},
                                                          {"<", ">"},
                                                          {"[x][1]\n\n[1]: ", ""},
                                                          {"|", "|\n|---|\n|x|"},
                                                          {"|x|\n|---|\n|", "|"},
                                                          {"[x](https://a.nl \"", "\")"},
                                                          {"https://a.nl/", ""},
                                                          {"&", ";"},
                                                          {"\\", ""},
                                                          {"![[", "](https://b.nl)](https://a.nl)"}};
    for (const std::string& line : hostile_markdown()) {
        for (const auto& [before, after] : frames) {
            const std::string text = before + line + after;
            EXPECT_EQ(strangers_in(text), Strings{}) << text;
        }
    }
}

TEST(MarkdownSafety, lets_no_pair_of_hostile_lines_through) {
    const auto lines = hostile_markdown();
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        EXPECT_EQ(strangers_in(lines[i] + lines[i + 1]), Strings{}) << i;
        EXPECT_EQ(strangers_in(lines[i] + "\n\n" + lines[lines.size() - 1 - i]), Strings{}) << i;
    }
}
