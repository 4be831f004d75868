// SPDX-License-Identifier: EUPL-1.2
// What the engine refuses, with the words it does so in: templates at load, views at render.
#include <gtest/gtest.h>

#include <stdexcept>

#include "platform/html/template.hpp"
#include "tests/fixtures/catalogue_bytes.hpp"

using namespace kring::html;
using kring::fixtures::catalogue_bytes;
using kring::fixtures::plural;

namespace {

const Phrases& phrases() {
    const std::string many = plural("a.many", "a.many");
    static const Phrases both(
        catalogue_bytes(
            {{"a.plain", "x"}, {"a.who", "{who}"}, {"a.dutch", "x"}, {many, plural("een", "meer")}}),
        catalogue_bytes({{"a.plain", "x"}, {"a.who", "{who}"}, {many, plural("one", "more")}}));
    return both;
}

std::string fault_of(auto act) {
    try {
        act();
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "no fault";
}

std::string load_fault(std::string_view text) {
    return fault_of([&] { Templates({{"page", text}}, phrases()); });
}

std::string render_fault(std::string_view text, const View& view) {
    const Templates templates({{"page", text}}, phrases());
    return fault_of([&] { templates.render("page", view, Language::nl); });
}

struct Refused {
    const char* text;
    const char* why;
};

class RefusedTemplate : public testing::TestWithParam<Refused> {};

const Refused values_in_bad_places[] = {
    {"<a href={{x}}>", "page:1: the value of href needs quotes"},
    {"<p class=a{{x}}>", "page:1: the value of class needs quotes"},
    {"<{{x}}>", "page:1: a value cannot be the name of a tag"},
    {"<p{{x}}>", "page:1: a value cannot be the name of a tag"},
    {"</{{x}}>", "page:1: a value cannot be the name of a tag"},
    {"<p {{x}}>", "page:1: a value cannot be the name of an attribute"},
    {"<p {{x}}=\"a\">", "page:1: a value cannot be the name of an attribute"},
    {"<p data-{{x}}=\"a\">", "page:1: a value cannot be the name of an attribute"},
    {"<p class=\"a\"{{x}}>", "page:1: a value cannot be the name of an attribute"},
    {"<!-- {{x}} -->", "page:1: no value inside a comment or declaration"},
    {"<!-- {{#if x}}{{/if}} -->", "page:1: no block can begin or end here"},
    {"<!{{x}}>", "page:1: no value inside a comment or declaration"},
    {"<script>{{x}}</script>", "page:1: no value inside <script>; use a data- attribute"},
    {"<script>a = '{{t \"a.plain\"}}'</script>", "page:1: no value inside <script>; use a data- attribute"},
    {"<style>{{x}}</style>", "page:1: no value inside <style>; use a data- attribute"},
    {"<iframe>{{x}}</iframe>", "page:1: no value inside <iframe>; use a data- attribute"},
    {"<iframe src=\"{{x}}\">", "page:1: no value in <iframe src>"},
    {"<embed src=\"{{x}}\">", "page:1: no value in <embed src>"},
    {"<object data=\"{{x}}\">", "page:1: no value in <object data>"},
    {"<base href=\"{{x}}\">", "page:1: no value in <base href>"},
    {"<svg><set to=\"{{x}}\">", "page:1: no value in <set to>"},
    {"<svg><animate values=\"{{x}}\">", "page:1: no value in <animate values>"},
    {"<script type=\"{{x}}\">", "page:1: no value in <script type>"},
    {"<script src=\"/a{{x}}\">", "page:1: the address of a <script> must be one value"},
    {"<link href=\"{{x}}/a\">", "page:1: the address of a <link> must be one value"},
    {"<meta http-equiv=\"refresh\" content=\"{{x}}\">", "page:1: no values in a <meta> with http-equiv"},
    {"<meta content=\"{{x}}\" http-equiv=\"refresh\">", "page:1: no values in a <meta> with http-equiv"},
    {"<meta {{#if x}}content=\"{{x}}\"{{/if}} http-equiv=\"refresh\">",
     "page:1: no values in a <meta> with http-equiv"},
    {"<meta http-equiv=\"{{x}}\">",
     "page:1: no value in <meta http-equiv>: not on the list of inert attributes"},
    {"<img srcset=\"{{x}}\">", "page:1: no value in <img srcset>: not on the list of inert attributes"},
    {"<a ping=\"{{x}}\">", "page:1: no value in <a ping>: not on the list of inert attributes"},
    {"<path fill=\"{{x}}\">", "page:1: no value in <path fill>: not on the list of inert attributes"},
    {"<p content=\"{{x}}\">", "page:1: no value in <p content>: not on the list of inert attributes"},
    {"<p made-up=\"{{x}}\">", "page:1: no value in <p made-up>: not on the list of inert attributes"},
};

const Refused addresses[] = {
    {"<a href=\"javascript:{{x}}\">",
     "page:1: an address with a value must begin with / ? # http(s)://host/ or mailto:"},
    {"<a href=\"{{x}}{{y}}\">", "page:1: two values cannot begin an address together"},
    {"<a href=\"{{x}}.nl\">", "page:1: behind the value that begins an address only / ? # or & may follow"},
    {"<a href=\"https://{{x}}/\">",
     "page:1: an address with a value must begin with / ? # http(s)://host/ or mailto:"},
    {"<a href=\"https://a.nl{{x}}\">",
     "page:1: an address with a value must begin with / ? # http(s)://host/ or mailto:"},
    {"<a href=\"https://a@{{x}}\">",
     "page:1: an address with a value must begin with / ? # http(s)://host/ or mailto:"},
    {"<a href=\"//{{x}}\">",
     "page:1: an address with a value must begin with / ? # http(s)://host/ or mailto:"},
    {"<a href=\"/\\{{x}}\">",
     "page:1: an address with a value must begin with / ? # http(s)://host/ or mailto:"},
    {"<a href=\"/&#47;{{x}}\">",
     "page:1: an address with a value must begin with / ? # http(s)://host/ or mailto:"},
    {"<a href=\"/\n/{{x}}\">",
     "page:2: an address with a value must begin with / ? # http(s)://host/ or mailto:"},
    {"<a href=\"/{{#if x}}/{{/if}}{{x}}\">",
     "page:1: an address with a value must begin with / ? # http(s)://host/ or mailto:"},
    {"<a href=\"vragen/{{x}}\">",
     "page:1: an address with a value must begin with / ? # http(s)://host/ or mailto:"},
    {"<a href=\"{{#if x}}/a{{else}}?b={{/if}}{{x}}\">",
     "page:1: an address with a value must begin with / ? # http(s)://host/ or mailto:"},
    {"<a href=\"/{{t \"a.plain\"}}\">", "page:1: no words of our own inside an address"},
    {"<a href=\"{{date x}}\">", "page:1: no words of our own inside an address"},
};

const Refused broken_html[] = {
    {"a < b", "page:1: a < that begins no tag; write &lt;"},
    {"<p onclick=\"x\">", "page:1: the attribute onclick is not allowed"},
    {"<p oNload>", "page:1: the attribute onload is not allowed"},
    {"<p style=\"x\">", "page:1: the attribute style is not allowed"},
    {"<iframe srcdoc=\"x\">", "page:1: the attribute srcdoc is not allowed"},
    {"<xmp>", "page:1: <xmp> is not allowed"},
    {"<plaintext>", "page:1: <plaintext> is not allowed"},
    {"<title>a<b></title>", "page:1: a < in <title>; write &lt;"},
    {"<textarea></textareas>", "page:1: a < in <textarea>; write &lt;"},
    {"<script><!-- </script>", "page:1: a <! in <script>"},
    {"<script/>", "page:1: <script/> does not close itself"},
    {"<!--> -->", "page:1: a comment that browsers end elsewhere"},
    {"<!-- a --!> -->", "page:1: a comment that browsers end elsewhere"},
    {"<!--->", "page:1: a comment that browsers end elsewhere"},
    {"<![CDATA[x]]>", "page:1: only <!doctype html> and comments may begin with <!"},
    {"<p class=\"a\"id=\"b\">", "page:1: a tag <p> that browsers would have to repair"},
    {"<p class =\"a\">", "page:1: no attribute of <p> can begin here"},
    {"<p \"a\">", "page:1: no attribute of <p> can begin here"},
    {"<p class=>", "page:1: the attribute class has no value behind its ="},
    {"<p class=a'b>", "page:1: the value of class needs quotes"},
    {"</p class=\"a\">", "page:1: no attribute of <p> can begin here"},
    {"<p / class>", "page:1: a slash in a tag must stand before its >"},
    {"<p", "page:1: the template ends inside a tag, a comment or <p>"},
    {"\n<title>a", "page:2: the template ends inside a tag, a comment or <title>"},
};

const Refused broken_tags[] = {
    {"{{", "page:1: {{ without }}"},
    {"{{}}", "page:1: an empty tag"},
    {"{{{x}}}", "page:1: a { inside a tag"},
    {"{{&x}}", "page:1: unknown tag {{&x}}"},
    {"{{X}}", "page:1: unknown tag {{X}}"},
    {"{{a b}}", "page:1: unknown tag {{a b}}"},
    {"{{#unless x}}", "page:1: unknown tag {{#unless}}"},
    {"{{#if x y}}", "page:1: unknown tag {{#if x y}}"},
    {"\n\n{{#if x}}\n", "page:3: {{#if}} is never closed"},
    {"{{/if}}", "page:1: {{/if}} closes no block that is open here"},
    {"{{#if x}}{{/each}}", "page:1: {{/each}} closes no block that is open here"},
    {"{{else}}", "page:1: {{else}} without {{#if}}"},
    {"{{#each x}}{{else}}{{/each}}", "page:1: {{else}} without {{#if}}"},
    {"{{#if x}}{{else}}{{else}}{{/if}}", "page:1: {{else}} without {{#if}}"},
    {"{{#if x}}<p {{/if}}>", "page:1: {{#if}} of line 1 must end at the same place in the HTML"},
    {"<p class=\"{{#if x}}\"{{else}}{{/if}}\">",
     "page:1: {{#if}} of line 1 must end at the same place in the HTML"},
    {"<p {{#each x}}data-a=\"1\"{{/each}}>",
     "page:1: {{#each}} of line 1 must end where it began in the HTML"},
    {"<a href=\"{{#each x}}{{y}}{{/each}}\">",
     "page:1: {{#each}} of line 1 must end where it began in the HTML"},
    {"{{#with x}}<textarea>{{/with}}", "page:1: {{#with}} of line 1 must end where it began in the HTML"},
    {"</p{{#if x}}{{/if}}>", "page:1: no block inside an end tag"},
    {"{{>}}", "page:1: {{>}} needs the name of a template"},
    {"<p {{>part}}>", "page:1: a partial can only stand between tags"},
    {"\n{{>part}}", "page:2: unknown partial \"part\""},
    {"{{t \"a.none\"}}", "page:1: phrase \"a.none\" is missing in nl"},
    {"{{t \"a.dutch\"}}", "page:1: phrase \"a.dutch\" is missing in en"},
    {"{{t \"a.who\"}}", "page:1: phrase \"a.who\" (nl) needs a value named who"},
    {"{{t \"a.who\" whom=x}}", "page:1: phrase \"a.who\" (nl) needs a value named who"},
    {"{{t \"a.many\"}}", "page:1: phrase \"a.many\" (nl) needs a value named count"},
    {"{{t \"a.plain\" who}}", "page:1: {{t}} takes values as name=name"},
    {"{{t \"a.plain}}", "page:1: {{t}} needs \"a.key\" or a name"},
    {"{{t key who=x}}", "page:1: {{t name}} takes no values"},
    {"{{link \"/vragen/{id}\" id}}", "page:1: a { inside a tag"},
};

}  // namespace

TEST_P(RefusedTemplate, says_why) {
    EXPECT_EQ(load_fault(GetParam().text), GetParam().why) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(values_in_bad_places, RefusedTemplate, testing::ValuesIn(values_in_bad_places));
INSTANTIATE_TEST_SUITE_P(addresses, RefusedTemplate, testing::ValuesIn(addresses));
INSTANTIATE_TEST_SUITE_P(broken_html, RefusedTemplate, testing::ValuesIn(broken_html));
INSTANTIATE_TEST_SUITE_P(broken_tags, RefusedTemplate, testing::ValuesIn(broken_tags));

TEST(Templates, refuse_two_of_one_name) {
    EXPECT_EQ(fault_of([] { Templates({{"page", "a"}, {"page", "b"}}, phrases()); }),
              "page:1: two templates have this name");
}

TEST(Templates, know_only_their_own_names) {
    const Templates templates({{"page", "a"}}, phrases());
    EXPECT_EQ(fault_of([&] { templates.render("other", View(), Language::nl); }),
              "unknown template \"other\"");
}

TEST(Rendering, stops_at_a_name_the_view_does_not_hold) {
    EXPECT_EQ(render_fault("\n<p>{{title}}</p>", View()), "page:2: unknown name \"title\"");
    EXPECT_EQ(render_fault("{{#if title}}{{/if}}", View()), "page:1: unknown name \"title\"");
    EXPECT_EQ(render_fault("{{t \"a.who\" who=title}}", View()), "page:1: unknown name \"title\"");
    EXPECT_EQ(render_fault("{{! a\n b }}\n{{#each r}}\n{{n}}{{/each}}", View().set("r", List{View()})),
              "page:4: unknown name \"n\"");
}

TEST(Rendering, stops_at_a_value_of_another_kind) {
    EXPECT_EQ(render_fault("{{x}}", View().set("x", true)), "page:1: \"x\" is no text");
    EXPECT_EQ(render_fault("{{x}}", View().set("x", List{})), "page:1: \"x\" is no text");
    EXPECT_EQ(render_fault("{{#each x}}{{/each}}", View().set("x", "a")), "page:1: \"x\" is no list");
    EXPECT_EQ(render_fault("{{#with x}}{{/with}}", View().set("x", "a")), "page:1: \"x\" is no view");
    EXPECT_EQ(render_fault("{{t \"a.who\" who=x}}", View().set("x", Html::trusted("a"))),
              "page:1: \"x\" is no text");
}

TEST(Rendering, keeps_markup_between_tags) {
    const View view = View().set("x", Html::trusted("<b>a</b>"));
    const std::string why = "page:1: \"x\" is markup and can only stand between tags";
    for (const char* text : {"<p title=\"{{x}}\">", "<title>{{x}}</title>", "<textarea>{{x}}</textarea>",
                             "<a href=\"{{x}}\">", "<a href=\"/a/{{x}}\">"}) {
        EXPECT_EQ(render_fault(text, view), why) << text;
    }
}

TEST(Rendering, stops_at_words_that_cannot_be_said) {
    EXPECT_EQ(render_fault("{{t key}}", View().set("key", "a.none")),
              "page:1: \"key\": phrase \"a.none\" (nl) is not in the catalogue");
    EXPECT_EQ(render_fault("{{t \"a.many\" count=n}}", View().set("n", "many")),
              "page:1: phrase \"a.many\" (nl) needs a whole number as count");
    EXPECT_EQ(render_fault("{{date x}}", View().set("x", "yesterday")),
              "page:1: \"x\": not a moment: yesterday");
    EXPECT_EQ(render_fault("{{day x}}", View().set("x", "2018-02-30")),
              "page:1: \"x\": not a day: 2018-02-30");
}

TEST(Rendering, stops_at_a_script_that_is_not_ours) {
    EXPECT_EQ(render_fault("<script src=\"{{x}}\"></script>", View().set("x", "https://voorbeeld.nl/x.js")),
              "page:1: not a script of our own");
}

TEST(Rendering, stops_at_a_partial_that_never_ends) {
    EXPECT_EQ(render_fault("{{>page}}", View()), "page:1: more than 32 partials inside one another");
}
