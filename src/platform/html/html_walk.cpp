// SPDX-License-Identifier: EUPL-1.2
#include "platform/html/html_walk.hpp"

#include "platform/html/html_names.hpp"

namespace kring::html {

namespace {

bool is_space(char byte) { return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r'; }
char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte; }
bool is_letter(char byte) { return lower(byte) >= 'a' && lower(byte) <= 'z'; }
bool is_name_byte(char byte) {
    return is_letter(byte) || (byte >= '0' && byte <= '9') || byte == '-' || byte == ':' || byte == '_' ||
           byte == '.';
}

[[noreturn]] void refuse(const std::string& why) { throw Refusal(why); }

}  // namespace

void HtmlWalk::feed(char byte) {
    just_opened_textarea_ = false;
    switch (place_.stand) {
        case Stand::text:
            if (byte == '<') place_.stand = Stand::tag_begin;
            return;
        case Stand::own_text:
        case Stand::raw:
            return feed_own_text(byte);
        case Stand::tag_begin:
        case Stand::end_tag_begin:
            return feed_tag_begin(byte);
        case Stand::declaration:
            return feed_declaration(byte);
        case Stand::comment:
            return feed_comment(byte);
        case Stand::tag_name:
            return feed_tag_name(byte);
        case Stand::between:
            return feed_between(byte);
        case Stand::after_part:
            return end_of_part(byte);
        case Stand::attribute_name:
            return feed_attribute_name(byte);
        case Stand::value_begin:
            return feed_value_begin(byte);
        case Stand::value_double:
        case Stand::value_single:
            return feed_value(byte);
        case Stand::value_unquoted:
            return feed_unquoted(byte);
        case Stand::closing_slash:
            if (byte != '>') refuse("a slash in a tag must stand before its >");
            if (holds_own_text(place_.element) || holds_raw_text(place_.element)) {
                refuse("<" + place_.element + "/> does not close itself");
            }
            return end_of_tag();
    }
}

void HtmlWalk::feed_tag_begin(char byte) {
    const bool may_turn = place_.stand == Stand::tag_begin;
    if (is_letter(byte)) {
        place_.is_end_tag = !may_turn;
        place_.element = lower(byte);
        place_.stand = Stand::tag_name;
        return;
    }
    if (may_turn && byte == '/')
        place_.stand = Stand::end_tag_begin;
    else if (may_turn && byte == '!')
        place_.stand = Stand::declaration;
    else
        refuse("a < that begins no tag; write &lt;");
}

void HtmlWalk::feed_declaration(char byte) {
    place_.seen += lower(byte);
    if (place_.seen == "--") {
        place_ = Place{};
        place_.stand = Stand::comment;
        return;
    }
    constexpr std::string_view doctype = "doctype html>";
    if (place_.seen == doctype)
        place_ = Place{};
    else if (place_.seen != doctype.substr(0, place_.seen.size()) && place_.seen != "-") {
        refuse("only <!doctype html> and comments may begin with <!");
    }
}

/// `seen` holds the hyphens just read, after a first "x" once the comment has begun.
void HtmlWalk::feed_comment(char byte) {
    std::string& seen = place_.seen;
    if (byte == '>' && seen == "x--") {
        place_ = Place{};
        return;
    }
    if (seen.size() == 3 || (byte == '>' && (seen.empty() || seen == "-"))) {
        refuse("a comment that browsers end elsewhere");
    }
    if (byte != '-')
        seen = "x";
    else
        seen += '-';
    if (seen == "--") refuse("a comment that begins with a hyphen");
}

void HtmlWalk::feed_own_text(char byte) {
    std::string& seen = place_.seen;
    const std::string end = "</" + place_.element;
    if (seen.empty()) {
        if (byte == '<') seen = "<";
        return;
    }
    if (seen.size() == end.size() && (is_space(byte) || byte == '>' || byte == '/')) {
        seen.clear();
        place_.is_end_tag = true;
        return end_of_part(byte);
    }
    seen += lower(byte);
    if (seen == end.substr(0, seen.size())) return;
    if (place_.stand == Stand::own_text) refuse("a < in <" + place_.element + ">; write &lt;");
    if (seen == "<!") refuse("a <! in <" + place_.element + ">");
    seen = byte == '<' ? "<" : "";
}

void HtmlWalk::feed_tag_name(char byte) {
    if (is_name_byte(byte)) {
        place_.element += lower(byte);
        return;
    }
    check_element();
    end_of_part(byte);
}

void HtmlWalk::check_element() const {
    if (is_refused_element(place_.element)) refuse("<" + place_.element + "> is not allowed");
}

/// Behind a name or a value in a tag.
void HtmlWalk::end_of_part(char byte) {
    leave_attribute();
    if (is_space(byte))
        place_.stand = Stand::between;
    else if (byte == '/' && !place_.is_end_tag)
        place_.stand = Stand::closing_slash;
    else if (byte == '>')
        end_of_tag();
    else
        refuse("a tag <" + place_.element + "> that browsers would have to repair");
}

void HtmlWalk::feed_between(char byte) {
    if (is_space(byte)) return;
    if (byte == '>' || byte == '/') return end_of_part(byte);
    if (!is_letter(byte) || place_.is_end_tag) {
        refuse("no attribute of <" + place_.element + "> can begin here");
    }
    place_.attribute = lower(byte);
    place_.stand = Stand::attribute_name;
}

void HtmlWalk::feed_attribute_name(char byte) {
    if (is_name_byte(byte)) {
        place_.attribute += lower(byte);
        return;
    }
    check_attribute();
    if (byte != '=') return end_of_part(byte);
    place_.stand = Stand::value_begin;
}

void HtmlWalk::check_attribute() {
    if (is_refused_attribute(place_.attribute))
        refuse("the attribute " + place_.attribute + " is not allowed");
    if (place_.attribute == "http-equiv") place_.has_http_equiv = true;
}

void HtmlWalk::feed_value_begin(char byte) {
    place_.part = AddressPart::begin;
    if (byte == '"')
        place_.stand = Stand::value_double;
    else if (byte == '\'')
        place_.stand = Stand::value_single;
    else {
        place_.stand = Stand::value_unquoted;
        if (byte == '>' || is_space(byte))
            refuse("the attribute " + place_.attribute + " has no value behind its =");
        feed_unquoted(byte);
    }
}

void HtmlWalk::feed_value(char byte) {
    const char quote = place_.stand == Stand::value_double ? '"' : '\'';
    if (byte == quote) {
        leave_attribute();
        place_.stand = Stand::after_part;
        return;
    }
    if (!in_address()) return;
    if (place_.part == AddressPart::lead && place_.seen.empty() && byte != '/' && byte != '?' &&
        byte != '#' && byte != '&') {
        refuse("behind the value that begins an address only / ? # or & may follow");
    }
    place_.seen += byte;
}

void HtmlWalk::feed_unquoted(char byte) {
    if (is_space(byte) || byte == '>') return end_of_part(byte);
    if (std::string_view("\"'<=`").find(byte) != std::string_view::npos) {
        refuse("the value of " + place_.attribute + " needs quotes");
    }
}

void HtmlWalk::leave_attribute() {
    place_.attribute.clear();
    place_.seen.clear();
    place_.part = AddressPart::begin;
}

void HtmlWalk::end_of_tag() {
    if (place_.element == "meta" && place_.has_http_equiv && place_.has_value) {
        refuse("no values in a <meta> with http-equiv");
    }
    Place next;
    if (!place_.is_end_tag && holds_own_text(place_.element)) next.stand = Stand::own_text;
    if (!place_.is_end_tag && holds_raw_text(place_.element)) next.stand = Stand::raw;
    if (next.stand != Stand::text) next.element = place_.element;
    just_opened_textarea_ = next.element == "textarea";
    place_ = next;
}

bool HtmlWalk::takes_line_break() {
    const bool takes = just_opened_textarea_;
    just_opened_textarea_ = false;
    return takes;
}

void HtmlWalk::end() {
    if (place_.stand != Stand::text)
        refuse("the template ends inside a tag, a comment or <" + place_.element + ">");
}

}  // namespace kring::html
