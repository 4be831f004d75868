// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/html_names.hpp"

#include <algorithm>
#include <iterator>

namespace kring::html {

namespace {

template <std::size_t n>
bool is_in(std::string_view name, const std::string_view (&list)[n]) {
    return std::find(std::begin(list), std::end(list), name) != std::end(list);
}

constexpr std::string_view address_attributes[] = {"href",   "src",        "action",   "formaction",
                                                   "poster", "xlink:href", "cite",     "background",
                                                   "usemap", "longdesc",   "manifest", "itemid"};

// Neither here nor above, for example srcset, ping, fill, sandbox: a value there is refused.
constexpr std::string_view plain_attributes[] = {"abbr",
                                                 "accept",
                                                 "accesskey",
                                                 "alt",
                                                 "autocapitalize",
                                                 "autocomplete",
                                                 "autofocus",
                                                 "checked",
                                                 "class",
                                                 "cols",
                                                 "colspan",
                                                 "coords",
                                                 "cx",
                                                 "cy",
                                                 "d",
                                                 "datetime",
                                                 "dir",
                                                 "dirname",
                                                 "disabled",
                                                 "download",
                                                 "draggable",
                                                 "dx",
                                                 "dy",
                                                 "enctype",
                                                 "enterkeyhint",
                                                 "for",
                                                 "form",
                                                 "formmethod",
                                                 "headers",
                                                 "height",
                                                 "hidden",
                                                 "high",
                                                 "hreflang",
                                                 "id",
                                                 "inputmode",
                                                 "itemprop",
                                                 "kind",
                                                 "label",
                                                 "lang",
                                                 "list",
                                                 "low",
                                                 "max",
                                                 "maxlength",
                                                 "media",
                                                 "method",
                                                 "min",
                                                 "minlength",
                                                 "multiple",
                                                 "name",
                                                 "open",
                                                 "optimum",
                                                 "pattern",
                                                 "placeholder",
                                                 "points",
                                                 "property",
                                                 "r",
                                                 "readonly",
                                                 "rel",
                                                 "required",
                                                 "role",
                                                 "rows",
                                                 "rowspan",
                                                 "rx",
                                                 "ry",
                                                 "scope",
                                                 "selected",
                                                 "shape",
                                                 "size",
                                                 "sizes",
                                                 "span",
                                                 "spellcheck",
                                                 "start",
                                                 "step",
                                                 "summary",
                                                 "tabindex",
                                                 "target",
                                                 "text-anchor",
                                                 "title",
                                                 "transform",
                                                 "translate",
                                                 "type",
                                                 "value",
                                                 "viewbox",
                                                 "width",
                                                 "wrap",
                                                 "x",
                                                 "x1",
                                                 "x2",
                                                 "xml:lang",
                                                 "y",
                                                 "y1",
                                                 "y2"};

}  // namespace

bool holds_own_text(std::string_view element) { return element == "title" || element == "textarea"; }

bool holds_raw_text(std::string_view element) {
    return element == "script" || element == "style" || element == "iframe";
}

bool is_refused_element(std::string_view element) {
    constexpr std::string_view list[] = {"xmp",      "plaintext", "noembed", "noframes", "listing",
                                         "frameset", "frame",     "applet",  "portal",   "param"};
    return is_in(element, list);
}

bool takes_no_values(std::string_view element) {
    constexpr std::string_view list[] = {"script",           "style",         "iframe",  "embed",
                                         "object",           "base",          "animate", "set",
                                         "animatetransform", "animatemotion", "handler"};
    return is_in(element, list);
}

bool is_refused_attribute(std::string_view attribute) {
    return attribute.substr(0, 2) == "on" || attribute == "style" || attribute == "srcdoc";
}

bool is_address(std::string_view attribute) { return is_in(attribute, address_attributes); }

bool is_plain(std::string_view element, std::string_view attribute) {
    if (attribute.substr(0, 5) == "data-" || attribute.substr(0, 5) == "aria-") return true;
    if (attribute == "content") return element == "meta";
    return is_in(attribute, plain_attributes);
}

}  // namespace kring::html
