// SPDX-License-Identifier: EUPL-1.2
#include "engine/inventory/numbers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "engine/inventory/words.hpp"
#include "platform/base/text.hpp"

namespace kring::inventory {

namespace {

constexpr int year_least = 1980;
constexpr int year_most = 2100;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

// Groups of three behind a first one of one to three.
bool is_grouped(std::string_view text, char mark) {
    const auto groups = split(text, mark);
    if (groups.front().empty() || groups.front().size() > 3) return false;
    return std::all_of(groups.begin() + 1, groups.end(),
                       [](std::string_view group) { return group.size() == 3; });
}

std::string without(std::string_view text, char mark) {
    std::string out;
    for (const char c : text) {
        if (c != mark) out += c;
    }
    return out;
}

// Marks between thousands: spaces of every width and the Swiss apostrophe.
std::string without_spaces_between(std::string_view text) {
    std::string out(text);
    for (const std::string_view space : {"\xE2\x80\xAF", "\xE2\x80\x89", "\xC2\xA0", "'", "\xE2\x80\x99"}) {
        for (auto at = out.find(space); at != std::string::npos; at = out.find(space)) {
            out.replace(at, space.size(), " ");
        }
    }
    return is_grouped(out, ' ') ? without(out, ' ') : out;
}

// In XML's spelling; "" when it is no number. One mark before three digits: thousands when `are_thousands`.
std::string plain_number(std::string_view text, bool are_thousands) {
    const bool is_negative = text.starts_with('-');
    if (is_negative || text.starts_with('+')) text.remove_prefix(1);
    std::string number = without_spaces_between(text);
    for (const char c : number) {
        if (!is_digit(c) && c != '.' && c != ',') return "";
    }
    const auto last = number.find_last_of(".,");
    if (last != std::string::npos) {
        const char mark = number[last];
        const char other = mark == '.' ? ',' : '.';
        const bool is_once = number.find(mark) == last;
        const bool has_other = number.find(other) != std::string::npos;
        const bool looks_grouped = is_grouped(number, mark) && number.front() != '0';
        const bool is_grouping = !has_other && looks_grouped && (!is_once || are_thousands);
        if (!is_grouping && !is_once) return "";
        const std::string_view whole = std::string_view(number).substr(0, is_grouping ? number.size() : last);
        if (has_other && !is_grouped(whole, other)) return "";
        number = is_grouping ? without(number, mark) : without(whole, other) + "." + number.substr(last + 1);
    }
    if (!has_digit(number) || number.starts_with('.') || number.ends_with('.')) return "";
    return (is_negative ? "-" : "") + number;
}

std::optional<double> value_of(const std::string& plain) {
    double value = 0;
    const auto [end, error] = std::from_chars(plain.data(), plain.data() + plain.size(), value);
    if (plain.empty() || error != std::errc() || end != plain.data() + plain.size()) return std::nullopt;
    return value;
}

struct Measure {
    std::string number;
    std::string unit;  // folded
};

// The text around its number: "1,4 kg" is "1,4" and "kg".
Measure parts_of(std::string_view text) {
    const auto is_part = [](char c) { return is_digit(c) || c == '.' || c == ','; };
    const auto begin = std::find_if(text.begin(), text.end(), is_digit);
    const auto end = std::find_if_not(begin, text.end(), is_part);
    const std::string_view before(text.begin(), begin);
    const std::string_view after(end, text.end());
    if (has_digit(after) || !folded(before).empty()) return {};
    std::string unit = folded(after);
    if (unit.empty() && trim(after).starts_with('"')) unit = "inch";
    return {std::string(begin, end), unit};
}

bool is_one_of(std::string_view unit, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), unit) != names.end();
}

// The unit a heading tells: "Gewicht (g)".
std::string unit_told(std::string_view heading, std::initializer_list<std::string_view> names) {
    const std::string text = folded(heading);
    for (const std::string_view name : names) {
        if (holds_words(text, name)) return std::string(name);
    }
    return "";
}

std::variant<std::int64_t, Reason> whole(double value) {
    if (value < 0) return Reason::quantity_negative;
    if (value != std::floor(value)) return Reason::quantity_fraction;
    if (value > static_cast<double>(quantity_max)) return Reason::quantity_too_big;
    return static_cast<std::int64_t>(value);
}

// "ca. 10", "10-15", "> 5", "10+"
bool is_about(std::string_view text) {
    if (!has_digit(text)) return false;
    if (text.find_first_of("<>~+") != std::string_view::npos) return true;
    for (const std::string_view sign : {"\u00b1", "\u2248", "\u2265", "\u2264"}) {
        if (text.find(sign) != std::string_view::npos) return true;
    }
    const std::string words_only = folded(text);
    for (const std::string_view word : {"ca", "circa", "ongeveer", "ong", "about", "approx", "approximately",
                                        "etwa", "ungefahr", "environ", "env", "a", "tot", "to", "bis"}) {
        if (holds_words(words_only, word)) return true;
    }
    const auto dash = text.find('-', 1);
    return dash != std::string_view::npos && has_digit(text.substr(0, dash)) && has_digit(text.substr(dash));
}

std::string without_pieces(std::string_view text) {
    std::string_view rest = trim(text);
    const auto last_digit = rest.find_last_of("0123456789");
    if (last_digit == std::string_view::npos) return std::string(rest);
    const std::string behind = folded(rest.substr(last_digit + 1));
    const bool is_piece = is_one_of(behind, {"stuks", "stuk", "st", "stk", "pcs", "pc", "pieces", "x", "ex",
                                             "units", "unites", "stuck", "devices", "apparaten"});
    const std::string_view sign = trim(rest.substr(last_digit + 1));
    if (is_piece || sign == "\u00d7") rest = trim(rest.substr(0, last_digit + 1));
    return std::string(rest);
}

}  // namespace

std::variant<std::int64_t, Reason> quantity_in(const cells::Cell& cell) {
    if (cell.kind == cells::Kind::number) return whole(cell.number);
    if (cell.kind != cells::Kind::text) return Reason::quantity_no_number;
    const auto value = value_of(plain_number(without_pieces(cell.text), true));
    if (value) return whole(*value);
    return is_about(cell.text) ? Reason::quantity_about : Reason::quantity_no_number;
}

std::optional<double> weight_in(const cells::Cell& cell, std::string_view heading) {
    Measure measure = cell.kind == cells::Kind::number ? Measure{cell.text, ""} : parts_of(cell.text);
    if (measure.unit.empty()) measure.unit = unit_told(heading, {"kg", "gram", "gr", "g", "lbs", "lb"});
    const bool is_gram = is_one_of(measure.unit, {"g", "gr", "gram", "grams", "gramm", "grammes"});
    const bool is_pound = is_one_of(measure.unit, {"lb", "lbs", "pound", "pounds"});
    if (!is_gram && !is_pound &&
        !is_one_of(measure.unit, {"", "kg", "kilo", "kilogram", "kilograms", "kilos"}))
        return std::nullopt;
    const bool is_text = cell.kind == cells::Kind::text;
    const auto value = is_text ? value_of(plain_number(measure.number, is_gram)) : std::optional(cell.number);
    if (!value || (!is_text && cell.kind != cells::Kind::number)) return std::nullopt;
    const double kg = *value * (is_gram ? 0.001 : is_pound ? 0.45359237 : 1);
    if (kg < 0.01 || kg > 200) return std::nullopt;
    return kg;
}

std::optional<double> screen_in(const cells::Cell& cell, std::string_view heading) {
    Measure measure = cell.kind == cells::Kind::number ? Measure{cell.text, ""} : parts_of(cell.text);
    if (measure.unit.empty()) measure.unit = unit_told(heading, {"cm"});
    const bool is_cm = measure.unit == "cm";
    if (!is_cm && !is_one_of(measure.unit, {"", "inch", "inches", "in", "zoll", "pouces", "pouce"}))
        return std::nullopt;
    const bool is_text = cell.kind == cells::Kind::text;
    const auto value = is_text ? value_of(plain_number(measure.number, false)) : std::optional(cell.number);
    if (!value || (!is_text && cell.kind != cells::Kind::number)) return std::nullopt;
    const double inch = *value * (is_cm ? 1 / 2.54 : 1);
    if (inch < 3 || inch > 120) return std::nullopt;
    return inch;
}

std::optional<int> year_in(const cells::Cell& cell) {
    std::optional<int> found;
    const std::string& text = cell.text;
    for (std::size_t at = 0; at < text.size();) {
        const auto begin = text.begin() + static_cast<std::ptrdiff_t>(at);
        const auto end = std::find_if_not(begin, text.end(), is_digit);
        const auto size = static_cast<std::size_t>(end - begin);
        std::int64_t year = 0;
        const bool is_year = size == 4 && read_number(text.substr(at, 4), year_least, year_most, year);
        if (is_year && found && *found != static_cast<int>(year)) return std::nullopt;
        if (is_year) found = static_cast<int>(year);
        at += size > 0 ? size : 1;
    }
    return found;
}

}  // namespace kring::inventory
