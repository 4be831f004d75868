// SPDX-License-Identifier: EUPL-1.2
// Walks the HTML of a template byte by byte and knows, wherever a tag stands, which escaper
// makes a value safe there. Stricter than a browser: whatever browsers would have to repair, and
// whatever cannot be made safe, it refuses. Private to platform/html.
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "platform/html/escape.hpp"

namespace kring::html {

/// Why a template is refused; the parser adds the template's name and the line.
struct Refusal : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Where in the HTML we are.
enum class Stand : std::uint8_t {
    text,
    own_text,       // <title>, <textarea>: text without elements
    raw,            // <script>, <style>, <iframe>: nothing can be escaped here
    tag_begin,      // behind "<"
    end_tag_begin,  // behind "</"
    declaration,    // behind "<!"
    comment,
    tag_name,
    between,     // in a tag, behind a space
    after_part,  // in a tag, behind a name or a value: needs a space, "/" or ">"
    attribute_name,
    value_begin,  // behind "="
    value_double,
    value_single,
    value_unquoted,
    closing_slash,  // behind "/" in a tag
};

/// How far an address attribute has come.
enum class AddressPart : std::uint8_t { begin, lead, root, path, query, mailbox, unchecked };

struct Place {
    Stand stand = Stand::text;
    AddressPart part = AddressPart::begin;
    bool is_end_tag = false;
    bool has_http_equiv = false;
    bool has_value = false;  // a value stands in this tag
    std::string element;     // the tag we are in, or whose raw text
    std::string attribute;   // the attribute we are in
    std::string seen;        // what of an unfinished piece must be remembered

    bool operator==(const Place&) const = default;
};

class HtmlWalk {
public:
    /// All of these throw Refusal.
    void feed(char byte);

    /// The escaper for a value here. `next` is the byte behind the tag.
    Escaper value_here(char next);
    /// Words of our own, as a phrase or a date: as a value, but never in an address.
    void words_here();
    /// The place where a block begins, turns or ends: an unfinished name ends here too.
    Place block_here();
    /// Goes back to where a block began, for its {{else}}.
    void go_to(const Place& place) { place_ = place; }
    /// Two ways through an if have come together: this one and `other`. Where they leave an
    /// address at different parts, no further value may stand in it.
    void join(Place other, std::string_view what);
    /// The end of a body that began at `start` and may run again, or not at all.
    void close_loop(Place start, std::string_view what);

    bool in_text() const { return place_.stand == Stand::text; }
    /// True right behind <textarea>, where a browser drops one line break. Asking makes it false.
    bool takes_line_break();
    void end();

private:
    void feed_tag_begin(char byte);
    void feed_declaration(char byte);
    void feed_comment(char byte);
    void feed_own_text(char byte);
    void feed_tag_name(char byte);
    void feed_between(char byte);
    void feed_attribute_name(char byte);
    void feed_value_begin(char byte);
    void feed_value(char byte);
    void feed_unquoted(char byte);
    void end_of_part(char byte);
    void end_of_tag();
    void check_element() const;
    void check_attribute();
    void leave_attribute();
    bool in_address() const;
    Escaper attribute_value_here(char next);
    Escaper address_here(char next);

    Place place_;
    bool just_opened_textarea_ = false;
};

}  // namespace kring::html
