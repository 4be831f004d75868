// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/template.hpp"

#include <gtest/gtest.h>

#include "tests/fixtures/catalogue_bytes.hpp"

using namespace kring::html;
using kring::fixtures::catalogue_bytes;
using kring::fixtures::plural;

namespace {

const Phrases& phrases() {
    const std::string count_key = plural("a.count", "a.count");
    static const Phrases both(
        catalogue_bytes({{"a.hello", "Dag & welkom"},
                         {"a.who", "Door {who}"},
                         {count_key, plural("{count} vraag van {who}", "{count} vragen van {who}")}}),
        catalogue_bytes({{"a.hello", "Hello & welcome"},
                         {"a.who", "By {who}"},
                         {count_key, plural("{count} question by {who}", "{count} questions by {who}")}}));
    return both;
}

std::string shown(std::string_view text, const View& view = {}, Language language = Language::nl) {
    return Templates({{"page", text}}, phrases()).render("page", view, language);
}

}  // namespace

TEST(Template, writes_text_escaped_and_markup_as_it_stands) {
    const View view = View().set("name", "<b>Jan & \"Co\"</b>").set("part", Html::trusted("<em>x</em>"));
    EXPECT_EQ(shown("<p title=\"{{name}}\">{{name}}: {{ part }}</p>", view),
              "<p title=\"&lt;b&gt;Jan &amp; &quot;Co&quot;&lt;/b&gt;\">&lt;b&gt;Jan &amp; "
              "&quot;Co&quot;&lt;/b&gt;: "
              "<em>x</em></p>");
}

TEST(Template, takes_one_branch_of_an_if_by_what_the_name_holds) {
    const auto answer = [](const View& view) { return shown("{{#if x}}yes{{else}}no{{/if}}", view); };
    EXPECT_EQ(answer(View().set("x", true)), "yes");
    EXPECT_EQ(answer(View().set("x", false)), "no");
    EXPECT_EQ(answer(View().set("x", "0")), "yes");
    EXPECT_EQ(answer(View().set("x", "")), "no");
    EXPECT_EQ(answer(View().set("x", Html::trusted("a"))), "yes");
    EXPECT_EQ(answer(View().set("x", Html())), "no");
    EXPECT_EQ(answer(View().set("x", List{View()})), "yes");
    EXPECT_EQ(answer(View().set("x", List{})), "no");
    EXPECT_EQ(answer(View().set("x", View())), "yes");
}

TEST(Template, leaves_an_if_without_else_silent) {
    EXPECT_EQ(shown("a{{#if x}}b{{/if}}c", View().set("x", false)), "ac");
    EXPECT_EQ(shown("a{{#if x}}{{#if y}}b{{else}}d{{/if}}{{/if}}c", View().set("x", true).set("y", false)),
              "adc");
}

TEST(Template, repeats_for_each_view_and_looks_outwards_for_names) {
    const View view = View()
                          .set("unit", "kg")
                          .set("unset", "outer")
                          .set("rows", List{View().set("n", 1), View().set("n", 2).set("unset", "inner")});
    EXPECT_EQ(shown("{{#each rows}}<li>{{n}} {{unit}} {{unset}}</li>{{/each}}", view),
              "<li>1 kg outer</li><li>2 kg inner</li>");
    EXPECT_EQ(shown("[{{#each rows}}x{{/each}}]", View().set("rows", List{})), "[]");
}

TEST(Template, enters_a_nested_view_with_with) {
    const View view = View().set("name", "outer").set("owner", View().set("name", "inner"));
    EXPECT_EQ(shown("{{#with owner}}{{name}}{{/with}} {{name}}", view), "inner outer");
}

TEST(Template, shows_partials_in_the_same_view) {
    const Templates templates({{"row", "<li>{{name}} of {{list}}</li>"},
                               {"page", "<ul>\n{{#each rows}}\n  {{>row}}\n{{/each}}\n</ul>"}},
                              phrases());
    const View view =
        View().set("list", "L").set("rows", List{View().set("name", "a"), View().set("name", "b")});
    EXPECT_EQ(templates.render("page", view, Language::nl), "<ul>\n<li>a of L</li><li>b of L</li></ul>");
    EXPECT_EQ(templates.render_part("row", View().set("name", "<").set("list", ""), Language::nl).markup(),
              "<li>&lt; of </li>");
    EXPECT_EQ(templates.names(), (std::vector<std::string>{"page", "row"}));
}

TEST(Template, lets_a_partial_contain_itself_for_a_tree) {
    const Templates templates({{"node", "({{name}}{{#each below}}{{>node}}{{/each}})"}}, phrases());
    const View leaf = View().set("name", "c").set("below", List{});
    const View middle = View().set("name", "b").set("below", List{leaf});
    const View root = View().set("name", "a").set("below", List{middle, leaf});
    EXPECT_EQ(templates.render("node", root, Language::nl), "(a(b(c))(c))");
}

TEST(Template, says_phrases_in_the_language_of_the_reader) {
    const View view = View().set("n", 5).set("author", "<Jan>").set("key", "a.hello");
    EXPECT_EQ(shown("{{t \"a.hello\"}}", view), "Dag &amp; welkom");
    EXPECT_EQ(shown("{{t \"a.hello\"}}", view, Language::en), "Hello &amp; welcome");
    EXPECT_EQ(shown("<p title=\"{{t \"a.who\" who=author}}\">", view), "<p title=\"Door &lt;Jan&gt;\">");
    EXPECT_EQ(shown("{{t \"a.count\" count=n who=author}}", view, Language::en),
              "5 questions by &lt;Jan&gt;");
    EXPECT_EQ(shown("{{t key}}", view, Language::en), "Hello &amp; welcome");
}

TEST(Template, writes_moments_and_days_for_people_beside_those_for_machines) {
    const View view = View().set("at", "2018-11-28T12:00:00.000Z").set("on", "2018-11-28");
    EXPECT_EQ(shown("<time datetime=\"{{at}}\">{{date at}}</time>", view),
              "<time datetime=\"2018-11-28T12:00:00.000Z\">28 november 2018, 13.00 uur</time>");
    EXPECT_EQ(shown("<time datetime=\"{{on}}\">{{day on}}</time>", view, Language::en),
              "<time datetime=\"2018-11-28\">Wednesday 28 November 2018</time>");
    EXPECT_EQ(shown("{{date}} {{day}}", View().set("date", "a").set("day", "b")), "a b");
}

TEST(Template, drops_comments_and_the_lines_that_hold_only_a_block) {
    EXPECT_EQ(shown("a{{! not {{ shown }}b"), "ab");
    EXPECT_EQ(shown("<ul>\n  {{#each rows}}\n  <li>{{n}}</li>\n  {{/each}}\n</ul>\n",
                    View().set("rows", List{View().set("n", 1), View().set("n", 2)})),
              "<ul>\n  <li>1</li>\n  <li>2</li>\n</ul>\n");
    EXPECT_EQ(shown("{{! license\n   on two lines }}\n<p>{{#if x}}a{{/if}} b</p>", View().set("x", true)),
              "<p>a b</p>");
}

TEST(Template, puts_attributes_in_a_block) {
    const std::string_view text =
        "<input{{#if a}} checked{{/if}} {{#if a}}disabled {{/if}}class=\"x{{#if a}} y{{else}} "
        "z{{/if}}\"{{#if a}} "
        "value=\"{{v}}\"{{/if}}>";
    EXPECT_EQ(shown(text, View().set("a", true).set("v", "1")),
              "<input checked disabled class=\"x y\" value=\"1\">");
    EXPECT_EQ(shown(text, View().set("a", false)), "<input class=\"x z\">");
}

TEST(Template, keeps_a_leading_line_break_of_a_textarea) {
    EXPECT_EQ(shown("<textarea>{{v}}</textarea>", View().set("v", "\na")), "<textarea>\n\na</textarea>");
    EXPECT_EQ(shown("<textarea>{{#if v}}{{v}}{{/if}}</textarea>", View().set("v", "a")),
              "<textarea>\na</textarea>");
    EXPECT_EQ(shown("<textarea></textarea>"), "<textarea></textarea>");
}

TEST(Template, leaves_static_html_byte_for_byte) {
    const std::string_view page =
        "<!DOCTYPE html>\n<html lang=nl><head><title>a &amp; b</title><!-- a - b -->\n"
        "<script src='/static/a.js'></script><style>a > b { color: red }</style></head>\n"
        "<body><svg viewBox=\"0 0 1 1\"><path d='M0 0'/></svg><br/><input disabled></body></html>\n";
    EXPECT_EQ(shown(page), page);
}
