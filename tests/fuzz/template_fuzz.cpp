// SPDX-License-Identifier: EUPL-1.2
// Any bytes as the value at every place of a template: the elements and attribute names that a
// browser builds are those of a harmless value (R21). Any bytes as a template: refused or not,
// never a crash.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <stdexcept>

#include "platform/html/escape.hpp"
#include "platform/html/template.hpp"
#include "tests/fixtures/catalogue_bytes.hpp"
#include "tests/fixtures/html_tree.hpp"

using namespace kring::html;
using kring::fixtures::HtmlNode;

namespace {

constexpr std::string_view every_place =
    "<!doctype html><html lang=\"{{v}}\"><head><title>{{v}}</title><meta name=\"description\" "
    "content=\"{{v}}\">"
    "<link rel=\"stylesheet\" href=\"{{v}}\"></head><body><h1 title='{{v}}'>{{v}}</h1>"
    "<p {{#if yes}}data-x=\"{{v}}\"{{/if}}>{{t \"a.who\" who=v}}</p><img alt=\"{{v}}\" src=\"{{v}}\">"
    "<a href=\"{{v}}\">a</a><a href='{{v}}/x'>b</a><a href=\"/{{v}}/x\">c</a><a "
    "href=\"/x/{{v}}?q={{v}}#{{v}}\">d</a>"
    "<a href=\"https://voorbeeld.nl/{{v}}\">e</a><a href=\"mailto:{{v}}\">f</a>"
    "<form action=\"{{v}}\"><textarea>{{v}}</textarea><input value=\"{{v}}\"><button "
    "formaction=\"{{v}}\">g</button>"
    "<select><option value='{{v}}'>{{v}}</option></select></form><svg><title>{{v}}</title></svg>"
    "<table><tr><td>{{v}}</td></tr></table><noscript><p title=\"{{v}}\">{{v}}</p></noscript></body></html>";

const Phrases& phrases() {
    static const std::string catalogue = kring::fixtures::catalogue_bytes({{"a.who", "{who}"}});
    static const Phrases both(catalogue, catalogue);
    return both;
}

HtmlNode page_with(std::string_view value) {
    static const Templates templates({{"page", every_place}}, phrases());
    const View view = View().set("v", value).set("yes", true);
    return kring::fixtures::parse_page(templates.render("page", view, Language::nl));
}

void check_addresses(const HtmlNode& page) {
    for (const HtmlNode* anchor : page.all("a")) {
        const std::string* href = anchor->attribute("href");
        if (!href) std::abort();
        if (*href != "mailto:" && kind_of_address(*href) == Address::refused) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::string harmless = page_with("x").shape();
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const HtmlNode page = page_with(text);
    if (page.shape() != harmless) std::abort();
    check_addresses(page);
    try {
        const Templates templates({{"page", text}}, phrases());
        templates.render("page", View().set("v", text), Language::en);
    } catch (const std::runtime_error&) {
        return 0;  // refused, as most bytes are
    }
    return 0;
}
