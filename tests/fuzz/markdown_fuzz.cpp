// SPDX-License-Identifier: EUPL-1.2
// Any bytes as Markdown: the page a browser builds holds only elements and attributes of the
// allow-list, and only addresses of the web and of mail (R20).
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>

#include "platform/html/escape.hpp"
#include "platform/html/markdown.hpp"
#include "tests/fixtures/html_tree.hpp"

using kring::fixtures::HtmlNode;

namespace {

const std::set<std::string> elements = {"p",  "h3",         "h4",    "h5",    "h6", "a",  "ul",     "ol",
                                        "li", "blockquote", "pre",   "code",  "hr", "em", "strong", "del",
                                        "br", "table",      "thead", "tbody", "tr", "th", "td"};
const std::set<std::string> attributes = {"class", "href", "rel", "start", "scope"};

void check(const HtmlNode& node) {
    for (const HtmlNode& child : node.children) {
        if (!elements.contains(child.name)) std::abort();
        for (const auto& [name, value] : child.attributes) {
            if (!attributes.contains(name)) std::abort();
            if (name != "href") continue;
            const auto kind = kring::html::kind_of_address(value);
            if (kind != kring::html::Address::web && kind != kring::html::Address::mail) std::abort();
        }
        check(child);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check(kring::fixtures::parse_fragment(kring::html::markdown(text).markup()));
    kring::html::markdown_words(text);
    return 0;
}
