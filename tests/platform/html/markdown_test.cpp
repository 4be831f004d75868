// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/markdown.hpp"

#include <gtest/gtest.h>

using namespace kring::html;

namespace {

std::string shown(std::string_view text, int level = 3) { return markdown(text, level).markup(); }

std::string paragraph(const std::string& inside) { return "<p class=\"nl-paragraph\">" + inside + "</p>\n"; }

std::string linked(const std::string& address, const std::string& words) {
    return "<a class=\"nl-link\" href=\"" + address + "\" rel=\"nofollow noopener ugc\">" + words + "</a>";
}

}  // namespace

TEST(Markdown, writes_paragraphs_and_marks) {
    EXPECT_EQ(shown("Een *nadruk*, **sterk**, ~~weg~~ en `code`."),
              paragraph("Een <em>nadruk</em>, <strong>sterk</strong>, <del>weg</del> en "
                        "<code class=\"nl-code\">code</code>."));
    EXPECT_EQ(shown("a\nb\n\nc  \nd"), paragraph("a\nb") + paragraph("c<br>\nd"));
    EXPECT_EQ(shown(""), "");
}

TEST(Markdown, shows_raw_html_as_text) {
    EXPECT_EQ(shown("<b>x</b> & <script>"), paragraph("&lt;b&gt;x&lt;/b&gt; &amp; &lt;script&gt;"));
    EXPECT_EQ(shown("<div onclick=x>\n"), paragraph("&lt;div onclick=x&gt;"));
}

TEST(Markdown, shifts_headings_and_leaves_no_level_out) {
    EXPECT_EQ(shown("# a"), "<h3 class=\"nl-heading nl-heading--level-3\">a</h3>\n");
    EXPECT_EQ(shown("## a\n#### b\n# c", 2),
              "<h2 class=\"nl-heading nl-heading--level-2\">a</h2>\n"
              "<h3 class=\"nl-heading nl-heading--level-3\">b</h3>\n"
              "<h2 class=\"nl-heading nl-heading--level-2\">c</h2>\n");
    EXPECT_EQ(shown("# a\n## b", 6),
              "<h6 class=\"nl-heading nl-heading--level-6\">a</h6>\n"
              "<h6 class=\"nl-heading nl-heading--level-6\">b</h6>\n");
    EXPECT_EQ(shown("#\n\na"), paragraph("a"));
}

TEST(Markdown, writes_lists_quotes_rules_and_code) {
    EXPECT_EQ(shown("- a\n- b\n"), "<ul class=\"utrecht-unordered-list\">\n<li>a</li>\n<li>b</li>\n</ul>\n");
    EXPECT_EQ(shown("3. a\n4. b\n"),
              "<ol class=\"utrecht-ordered-list\" start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n");
    EXPECT_EQ(shown("> a"),
              "<blockquote class=\"utrecht-blockquote\">\n" + paragraph("a") + "</blockquote>\n");
    EXPECT_EQ(shown("***"), "<hr class=\"utrecht-separator\">\n");
    EXPECT_EQ(shown("```html\n<p>\n```"), "<pre class=\"nl-code-block\"><code>&lt;p&gt;\n</code></pre>\n");
    EXPECT_EQ(shown("- [ ] geen vakje"),
              "<ul class=\"utrecht-unordered-list\">\n<li>[ ] geen vakje</li>\n</ul>\n");
}

TEST(Markdown, gives_tables_a_scope_and_no_empty_head) {
    EXPECT_EQ(
        shown("| Eis | |\n|---|---|\n| a | b |\n"),
        "<table class=\"utrecht-table\">\n<thead>\n<tr><th scope=\"col\">Eis</th><td></td></tr>\n</thead>\n"
        "<tbody>\n<tr><td>a</td><td>b</td></tr>\n</tbody>\n</table>\n");
}

TEST(Markdown, links_to_the_web_and_to_mail_alone) {
    EXPECT_EQ(shown("[x](https://voorbeeld.nl/a?b=1&c=2)"),
              paragraph(linked("https://voorbeeld.nl/a?b=1&amp;c=2", "x")));
    EXPECT_EQ(shown("<https://voorbeeld.nl> https://voorbeeld.org/a"),
              paragraph(linked("https://voorbeeld.nl", "https://voorbeeld.nl") + " " +
                        linked("https://voorbeeld.org/a", "https://voorbeeld.org/a")));
    EXPECT_EQ(shown("[x](mailto:a@b.nl)"), paragraph(linked("mailto:a@b.nl", "x")));
    EXPECT_EQ(shown("[x](javascript:alert(1)) [y](/vragen) [z](ftp://a.nl) www.voorbeeld.nl"),
              paragraph("x y z www.voorbeeld.nl"));
    EXPECT_EQ(shown("[x](https://voorbeeld.nl/é%20ü \"titel\")"),
              paragraph(linked("https://voorbeeld.nl/%C3%A9%20%C3%BC", "x")));
}

TEST(Markdown, resolves_references_before_it_judges_an_address) {
    EXPECT_EQ(shown("[x](https&#58;//a.nl/?a&amp;b)"), paragraph(linked("https://a.nl/?a&amp;b", "x")));
    EXPECT_EQ(shown("[x](&#x6A;avascript:alert(1))"), paragraph("x"));
    EXPECT_EQ(shown("[x](javascript&colon;alert(1))"), paragraph("x"));
    EXPECT_EQ(shown("[x](https://a.nl/?a&copy;b)"), paragraph(linked("https://a.nl/?a&amp;copy;b", "x")));
    EXPECT_EQ(shown("&eacute; &#233; &#0; &nosuch; &lt;b&gt;"),
              paragraph("&eacute; é \xEF\xBF\xBD &nosuch; &lt;b&gt;"));
}

TEST(Markdown, turns_pictures_into_links) {
    EXPECT_EQ(shown("![een *stoel*](https://a.nl/s.png)"),
              paragraph(linked("https://a.nl/s.png", "een stoel")));
    EXPECT_EQ(shown("![](https://a.nl/s.png)"),
              paragraph(linked("https://a.nl/s.png", "https://a.nl/s.png")));
    EXPECT_EQ(shown("![stoel](data:image/png;base64,AA)"), paragraph("stoel"));
    EXPECT_EQ(shown("[![stoel](https://a.nl/s.png)](https://b.nl)"),
              paragraph(linked("https://b.nl", "stoel")));
    EXPECT_EQ(shown("![a [b](https://c.nl)](https://a.nl)"), paragraph(linked("https://a.nl", "a b")));
}

TEST(Markdown, gives_a_link_without_words_its_address) {
    EXPECT_EQ(shown("[](https://a.nl)"), paragraph(linked("https://a.nl", "https://a.nl")));
}

TEST(Markdown, closes_what_it_opened_where_the_parser_loses_count) {
    EXPECT_EQ(shown("[x](javascript:alert*x)*"), paragraph("x"));
    EXPECT_EQ(markdown_words("[x](https://a.nl/*y)* z"), "x z");
}

TEST(Markdown, reads_nothing_behind_the_text_it_is_given) {
    const std::string_view text = "[x](https://a.nl)";
    EXPECT_EQ(shown(text.substr(0, text.size() - 1)),
              paragraph("[x](" + linked("https://a.nl", "https://a.nl")));
}

TEST(Markdown, shows_too_much_as_it_was_typed) {
    const std::string large(markdown_bytes_max + 1, '<');
    EXPECT_EQ(shown(large).substr(0, 36), "<pre class=\"nl-code-block\">\n&lt;&lt;");
    EXPECT_EQ(shown(large).size(), 28 + large.size() * 4 + 7);
    const std::string deep = std::string(60, '>') + " a";
    EXPECT_EQ(shown(deep).substr(0, 36), "<pre class=\"nl-code-block\">\n&gt;&gt;");
    std::string wide;
    for (int i = 0; i < 1000; ++i) wide += "|a";
    wide += "|\n";
    for (int i = 0; i < 1000; ++i) wide += "|---";
    wide += "|\n";
    for (int i = 0; i < 5000; ++i) wide += "|a\n";
    EXPECT_EQ(shown(wide).substr(0, 32), "<pre class=\"nl-code-block\">\n|a|a");
}

TEST(MarkdownWords, leaves_the_words_alone) {
    EXPECT_EQ(markdown_words(
                  "# Een  *kop*\n\nTekst\nvervolgt [hier](https://a.nl) &amp; &#233;\n\n- a\n- b\n  - c\n"),
              "Een kop\nTekst vervolgt hier & é\na\nb\nc");
    EXPECT_EQ(markdown_words("| a | b |\n|---|---|\n| c | d |"), "a b\nc d");
    EXPECT_EQ(markdown_words("![een stoel](https://a.nl/s.png)  \n<b>x</b>"), "een stoel <b>x</b>");
    EXPECT_EQ(markdown_words("```\na\nb\n```"), "a\nb");
    EXPECT_EQ(markdown_words(""), "");
    EXPECT_EQ(markdown_words(std::string(markdown_bytes_max, ' ') + " a  *b*"), "a *b*");
}
