// SPDX-License-Identifier: EUPL-1.2
// Every payload at every place a value may stand (R21): the page that a browser builds has the
// same elements and attributes as with a harmless value, and reads the same value back.
#include <gtest/gtest.h>

#include "platform/base/text.hpp"
#include "platform/html/escape.hpp"
#include "platform/html/template.hpp"
#include "tests/fixtures/catalogue_bytes.hpp"
#include "tests/fixtures/html_tree.hpp"

using namespace kring::html;
using kring::fixtures::HtmlNode;
using kring::fixtures::parse_page;

namespace {

const std::string_view payloads[] = {
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg onload=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "' onfocus='alert(1)' autofocus='",
    "x onmouseover=alert(1)",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    " javascript:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "data:image/svg+xml;base64,PHN2Zz4=",
    "vbscript:msgbox(1)",
    "//voorbeeld.nl",
    "/\\voorbeeld.nl",
    "/\t/voorbeeld.nl",
    "https://voorbeeld.nl/?a=\"><b>",
    "..",
    "../../uitloggen",
    "%2e%2e",
    "?a=b&c=d#e",
    "</title><script>alert(1)</script>",
    "</textarea><script>alert(1)</script>",
    "--><script>alert(1)</script>",
    "]]><script>alert(1)</script>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "{{x}} {{#if y}}",
    "\xC0\xBCscript\xC0\xBE",
    "\n<b>\n",
    "`'\"<>&",
    "",
};

/// Each place holds one {{v}}; its value is read back from the first such element.
struct Spot {
    const char* text;
    const char* element;
    const char* attribute;  ///< "" for the element's text
    bool is_address;
};

const Spot spots[] = {
    {"<p>{{v}}</p>", "p", "", false},
    {"<p>a{{#if yes}}{{v}}{{/if}}b</p>", "p", "", false},
    {"<title>{{v}}</title>", "title", "", false},
    {"<textarea>{{v}}</textarea>", "textarea", "", false},
    {"<svg><title>{{v}}</title></svg>", "svg", "", false},
    {"<noscript><p>{{v}}</p></noscript>", "p", "", false},
    {"<select><option>{{v}}</option></select>", "option", "", false},
    {"<table><tr><td>{{v}}</td></tr></table>", "td", "", false},
    {"<p title=\"{{v}}\">x</p>", "p", "title", false},
    {"<p title='{{v}}'>x</p>", "p", "title", false},
    {"<p data-x=\"a {{v}} b\">x</p>", "p", "data-x", false},
    {"<input value=\"{{v}}\">", "input", "value", false},
    {"<meta name=\"description\" content=\"{{v}}\">", "meta", "content", false},
    {"<p {{#if yes}}title=\"{{v}}\"{{/if}}>x</p>", "p", "title", false},
    {"<p aria-label=\"{{t \"a.who\" who=v}}\">x</p>", "p", "aria-label", false},
    {"<p>{{t \"a.who\" who=v}}</p>", "p", "", false},
    {"<a href=\"{{v}}\">x</a>", "a", "href", true},
    {"<a href='{{v}}'>x</a>", "a", "href", true},
    {"<img alt=\"\" src=\"{{v}}\">", "img", "src", true},
    {"<form action=\"{{v}}\"></form>", "form", "action", true},
    {"<button formaction=\"{{v}}\">x</button>", "button", "formaction", true},
    {"<video poster=\"{{v}}\"></video>", "video", "poster", true},
    {"<blockquote cite=\"{{v}}\"></blockquote>", "blockquote", "cite", true},
    {"<svg><a xlink:href=\"{{v}}\"><text>x</text></a></svg>", "a", "href", true},
    {"<link rel=\"stylesheet\" href=\"{{v}}\">", "link", "href", true},
    {"<a href=\"{{v}}/bewerk\">x</a>", "a", "href", true},
    {"<a href=\"{{v}}?pagina=2\">x</a>", "a", "href", true},
    {"<a href=\"/{{v}}/x\">x</a>", "a", "href", true},
    {"<a href=\"/vragen/{{v}}\">x</a>", "a", "href", true},
    {"<a href=\"/vragen/{{v}}/stem\">x</a>", "a", "href", true},
    {"<a href=\"/zoek?q={{v}}&amp;p=1\">x</a>", "a", "href", true},
    {"<a href=\"#{{v}}\">x</a>", "a", "href", true},
    {"<a href=\"https://voorbeeld.nl/{{v}}\">x</a>", "a", "href", true},
    {"<a href=\"mailto:{{v}}\">x</a>", "a", "href", true},
};

const Templates& one(const Spot& spot) {
    static const std::string catalogue = kring::fixtures::catalogue_bytes({{"a.who", "[{who}]"}});
    static const Phrases phrases(catalogue, catalogue);
    static std::vector<std::pair<const Spot*, std::unique_ptr<Templates>>> made;
    for (const auto& [of, templates] : made) {
        if (of == &spot) return *templates;
    }
    made.emplace_back(&spot,
                      std::make_unique<Templates>(std::vector<TemplateFile>{{"page", spot.text}}, phrases));
    return *made.back().second;
}

HtmlNode page_with(const Spot& spot, std::string_view value) {
    const View view = View().set("v", value).set("yes", true);
    return parse_page("<!doctype html>" + one(spot).render("page", view, Language::nl));
}

std::string read_back(const HtmlNode& page, const Spot& spot) {
    const auto found = page.all(spot.element);
    if (found.empty()) return "no such element";
    if (*spot.attribute == '\0') return found[0]->text;
    const std::string* value = found[0]->attribute(spot.attribute);
    return value ? *value : "no such attribute";
}

/// What the value must be on the page: itself, between what the template puts around it.
std::string expected(const Spot& spot, std::string_view value) {
    const std::string_view text = spot.text;
    const std::string whole(value);
    if (text.find("{{t ") != std::string_view::npos) return "[" + whole + "]";
    if (text.find("a {{v}} b") != std::string_view::npos) return "a " + whole + " b";
    if (text.find("{{#if yes}}{{v}}") != std::string_view::npos) return "a" + whole + "b";
    return whole;
}

}  // namespace

TEST(TemplateXss, no_payload_changes_the_elements_or_attributes_anywhere) {
    for (const Spot& spot : spots) {
        const std::string harmless = page_with(spot, "x").shape();
        for (const auto payload : payloads) {
            EXPECT_EQ(page_with(spot, payload).shape(), harmless) << spot.text << "\n" << payload;
        }
    }
}

TEST(TemplateXss, every_payload_reads_back_as_it_was) {
    for (const Spot& spot : spots) {
        if (spot.is_address) continue;
        for (const auto payload : payloads) {
            if (!kring::is_clean_text(payload)) continue;  // gumbo repairs broken UTF-8
            EXPECT_EQ(read_back(page_with(spot, payload), spot), expected(spot, payload)) << spot.text;
        }
    }
}

TEST(TemplateXss, no_payload_makes_an_address_a_browser_would_run_or_take_elsewhere) {
    for (const Spot& spot : spots) {
        if (!spot.is_address) continue;
        for (const auto payload : payloads) {
            const std::string address = read_back(page_with(spot, payload), spot);
            if (address == "mailto:") continue;  // to nobody: a browser opens an empty letter
            EXPECT_NE(kind_of_address(address), Address::refused) << spot.text << "\n"
                                                                  << payload << "\n"
                                                                  << address;
            if (std::string_view(spot.element) != "link") continue;
            EXPECT_TRUE(address == "#" || kind_of_address(address) == Address::local) << address;
        }
    }
}

TEST(TemplateXss, a_whole_address_is_kept_or_becomes_a_hash) {
    const Spot& link = spots[16];
    const auto href = [&](std::string_view value) { return read_back(page_with(link, value), link); };
    EXPECT_EQ(href("/vragen/12?a=1&b=2"), "/vragen/12?a=1&b=2");
    EXPECT_EQ(href("https://voorbeeld.nl/é"), "https://voorbeeld.nl/é");
    EXPECT_EQ(href("mailto:anna@voorbeeld.nl"), "mailto:anna@voorbeeld.nl");
    EXPECT_EQ(href("?pagina=2"), "?pagina=2");
    EXPECT_EQ(href("#x"), "#x");
    EXPECT_EQ(href("javascript:alert(1)"), "#");
    EXPECT_EQ(href("//voorbeeld.nl"), "#");
    EXPECT_EQ(href("data:image/png;base64,AAAA"), "#");
}

TEST(TemplateXss, a_part_of_an_address_cannot_leave_its_place) {
    const auto address = [](const char* text, std::string_view value) {
        const Spot spot{text, "a", "href", true};
        const std::string catalogue = kring::fixtures::catalogue_bytes({});
        const Phrases phrases(catalogue, catalogue);
        const Templates templates({{"page", text}}, phrases);
        return read_back(parse_page(templates.render("page", View().set("v", value), Language::nl)), spot);
    };
    EXPECT_EQ(address("<a href=\"/p/{{v}}\">", "a/b?c#d e&f"), "/p/a%2Fb%3Fc%23d%20e%26f");
    EXPECT_EQ(address("<a href=\"/p/{{v}}/x\">", ".."), "/p/%252E%252E/x");
    EXPECT_EQ(address("<a href=\"/p/{{v}}/x\">", "%2e%2e"), "/p/%252e%252e/x");
    EXPECT_EQ(address("<a href=\"/{{v}}/x\">", ""), "/-/x");
    EXPECT_EQ(address("<a href=\"/{{v}}\">", "/voorbeeld.nl"), "/%2Fvoorbeeld.nl");
    EXPECT_EQ(address("<a href=\"{{v}}/x\">", "/"), "/./x");
    EXPECT_EQ(address("<a href=\"{{v}}?p=1\">", "/"), "/?p=1");
    EXPECT_EQ(address("<a href=\"{{v}}{{#if v}}?p={{v}}{{/if}}\">", "/a"), "/a?p=%2Fa");
    EXPECT_EQ(address("<a href=\"/z?q={{v}}\">", "..&x=1"), "/z?q=..%26x%3D1");
    EXPECT_EQ(address("<a href=\"mailto:{{v}}\">", "a b@c.nl?cc=d@e.nl"),
              "mailto:a%20b@c.nl%3Fcc%3Dd%40e.nl");
}
