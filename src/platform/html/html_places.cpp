// SPDX-License-Identifier: EUPL-1.2
// The half of HtmlWalk that answers what may stand at a place, and how blocks meet there.
#include <algorithm>

#include "platform/base/text.hpp"
#include "platform/html/html_names.hpp"
#include "platform/html/html_walk.hpp"

namespace kring::html {

namespace {

[[noreturn]] void refuse(const std::string& why) { throw Refusal(why); }

/// Where "https://host" ends in `literal`; 0 when there is no whole host, only letters, digits, . - and :
std::size_t host_end(std::string_view literal) {
    const std::string scheme = ascii_lower(literal.substr(0, 8));
    const std::size_t begin = scheme == "https://" ? 8 : scheme.substr(0, 7) == "http://" ? 7 : 0;
    if (begin == 0) return 0;
    const auto end = ascii_lower(literal).find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-:", begin);
    if (end == std::string::npos || end == begin) return 0;
    return std::string_view("/?#").find(literal[end]) == std::string_view::npos ? 0 : end;
}

AddressPart part_of_beginning(std::string_view literal) {
    if (literal[0] == '/') {
        if (literal.size() == 1) return AddressPart::root;
        return literal[1] == '/' ? AddressPart::unchecked : AddressPart::path;
    }
    if (literal[0] == '?' || literal[0] == '#') return AddressPart::query;
    if (ascii_lower(literal.substr(0, 7)) == "mailto:") return AddressPart::mailbox;
    return host_end(literal) > 0 ? AddressPart::path : AddressPart::unchecked;
}

/// How far an address has come once `literal` is read behind `before`.
AddressPart part_behind(AddressPart before, std::string_view literal) {
    if (literal.empty() || before == AddressPart::unchecked) return before;
    const std::size_t asked = before == AddressPart::query ? 0 : literal.find_first_of("?#");
    // A character reference could hide a slash, and browsers drop white space and turn backslashes.
    const auto odd = literal.find_first_of("\\& \t\r\n");
    const bool is_led_query = before == AddressPart::lead && odd == 0 && literal[0] == '&';
    if (odd < asked && !is_led_query) return AddressPart::unchecked;
    if (before == AddressPart::root && literal[0] == '/') return AddressPart::unchecked;
    const AddressPart here = before == AddressPart::begin  ? part_of_beginning(literal)
                             : before == AddressPart::lead ? AddressPart::path
                             : before == AddressPart::root ? AddressPart::path
                                                           : before;
    if (here == AddressPart::unchecked) return here;
    return is_led_query || asked != std::string_view::npos ? AddressPart::query : here;
}

/// What a tag has had on either way, it may have had.
void merge(Place& one, Place& other) {
    one.has_http_equiv = other.has_http_equiv = one.has_http_equiv || other.has_http_equiv;
    one.has_value = other.has_value = one.has_value || other.has_value;
}

}  // namespace

bool HtmlWalk::in_address() const { return is_address(place_.attribute); }

Escaper HtmlWalk::value_here(char next) {
    switch (place_.stand) {
        case Stand::text:
            return Escaper::markup;
        case Stand::own_text:
            if (!place_.seen.empty()) refuse("no value inside a tag name");
            return Escaper::text;
        case Stand::raw:
            refuse("no value inside <" + place_.element + ">; use a data- attribute");
        case Stand::comment:
        case Stand::declaration:
            refuse("no value inside a comment or declaration");
        case Stand::tag_begin:
        case Stand::end_tag_begin:
        case Stand::tag_name:
            refuse("a value cannot be the name of a tag");
        case Stand::between:
        case Stand::after_part:
        case Stand::attribute_name:
        case Stand::closing_slash:
            refuse("a value cannot be the name of an attribute");
        case Stand::value_begin:
        case Stand::value_unquoted:
            refuse("the value of " + place_.attribute + " needs quotes");
        case Stand::value_double:
        case Stand::value_single:
            return attribute_value_here(next);
    }
    refuse("no value can stand here");
}

void HtmlWalk::words_here() {
    if (value_here('\0') > Escaper::text) refuse("no words of our own inside an address");
}

Escaper HtmlWalk::attribute_value_here(char next) {
    const std::string where = "<" + place_.element + " " + place_.attribute + ">";
    const bool is_script = place_.element == "script" && place_.attribute == "src";
    if (takes_no_values(place_.element) && !is_script) refuse("no value in " + where);
    place_.has_value = true;
    if (in_address()) return address_here(next);
    if (!is_plain(place_.element, place_.attribute))
        refuse("no value in " + where + ": not on the list of inert attributes");
    return Escaper::text;
}

Escaper HtmlWalk::address_here(char next) {
    const AddressPart part = part_behind(place_.part, place_.seen);
    const bool is_whole =
        part == AddressPart::begin && next == (place_.stand == Stand::value_double ? '"' : '\'');
    const bool is_own = place_.element == "link" || place_.element == "script";
    if (is_own && !is_whole) refuse("the address of a <" + place_.element + "> must be one value");
    place_.seen.clear();
    switch (part) {
        case AddressPart::begin:
            place_.part = AddressPart::lead;
            if (is_own) return place_.element == "link" ? Escaper::address_own : Escaper::script_own;
            if (is_whole) return Escaper::address;
            return next == '?' || next == '#' ? Escaper::address_asked : Escaper::address_lead;
        case AddressPart::root:
            place_.part = AddressPart::path;
            return Escaper::first_segment;
        case AddressPart::path:
            place_.part = part;
            return Escaper::segment;
        case AddressPart::query:
            place_.part = part;
            return Escaper::query;
        case AddressPart::mailbox:
            place_.part = part;
            return Escaper::mailbox;
        case AddressPart::lead:
            refuse("two values cannot begin an address together");
        case AddressPart::unchecked:
            break;
    }
    refuse("an address with a value must begin with / ? # http(s)://host/ or mailto:");
}

Place HtmlWalk::block_here() {
    switch (place_.stand) {
        case Stand::text:
        case Stand::between:
        case Stand::after_part:
            break;
        case Stand::own_text:
            if (!place_.seen.empty()) refuse("no block inside a tag name");
            break;
        case Stand::tag_name:
            check_element();
            place_.stand = Stand::after_part;
            break;
        case Stand::attribute_name:
            check_attribute();
            leave_attribute();
            place_.stand = Stand::after_part;
            break;
        case Stand::value_double:
        case Stand::value_single:
            if (in_address()) place_.part = part_behind(place_.part, place_.seen);
            place_.seen.clear();
            break;
        default:
            refuse("no block can begin or end here");
    }
    if (place_.is_end_tag) refuse("no block inside an end tag");
    return place_;
}

void HtmlWalk::join(Place other, std::string_view what) {
    Place here = block_here();
    merge(here, other);
    // One way ends behind a space and the other does not: the stricter of the two holds for both.
    const auto in_tag = [](const Place& p) {
        return p.stand == Stand::between || p.stand == Stand::after_part;
    };
    if (in_tag(here) && in_tag(other)) here.stand = other.stand = std::max(here.stand, other.stand);
    if (here.part != other.part) here.part = other.part = AddressPart::unchecked;
    if (here != other) refuse(std::string(what) + " must end at the same place in the HTML");
    place_ = here;
}

void HtmlWalk::close_loop(Place start, std::string_view what) {
    Place here = block_here();
    merge(here, start);
    if (start.stand == Stand::after_part && here.stand == Stand::between) here.stand = Stand::after_part;
    if (here != start) refuse(std::string(what) + " must end where it began in the HTML");
    place_ = here;
}

}  // namespace kring::html
