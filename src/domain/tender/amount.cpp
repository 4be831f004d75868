// SPDX-License-Identifier: EUPL-1.2
#include "domain/tender/amount.hpp"

#include <algorithm>
#include <cctype>

#include "platform/base/text.hpp"

namespace kring::tender {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::int64_t power_of_ten(int places) {
    std::int64_t power = 1;
    for (int i = 0; i < places; ++i) power *= 10;
    return power;
}

// Without what may stand around a number: spaces of any kind, the euro sign, per cent.
std::string bare(std::string_view typed) {
    std::string text;
    for (std::size_t i = 0; i < typed.size();) {
        const std::string_view rest = typed.substr(i);
        if (rest.starts_with("€") || rest.starts_with("\u202F")) {
            i += 3;
        } else if (rest.starts_with("\u00A0")) {
            i += 2;
        } else {
            if (typed[i] != ' ' && typed[i] != '%') text += typed[i];
            ++i;
        }
    }
    return text;
}

// "80.000" and "1.250.000": one to three digits not beginning with 0, then groups of three.
bool is_grouped(std::string_view text, char sign) {
    const auto groups = split(text, sign);
    if (groups.size() < 2 || groups.front().empty() || groups.front().size() > 3) return false;
    if (groups.front().front() == '0') return false;
    return std::all_of(groups.begin() + 1, groups.end(), [](std::string_view g) { return g.size() == 3; });
}

// Whole part and decimals; `decimal` is the sign of this language, the other one groups thousands.
struct Split {
    std::string whole;
    std::string decimals;
};

Split split_number(const std::string& text, char decimal) {
    const char grouping = decimal == ',' ? '.' : ',';
    std::string whole = text;
    std::string decimals;
    bool has_decimals = false;
    if (const auto at = text.rfind(decimal); at != std::string::npos) {
        whole = text.substr(0, at);
        decimals = text.substr(at + 1);
        has_decimals = true;
    }
    if (is_grouped(whole, grouping)) {
        std::erase(whole, grouping);
    } else if (!has_decimals && std::count(whole.begin(), whole.end(), grouping) == 1) {
        const auto at = whole.find(grouping);
        decimals = whole.substr(at + 1);
        whole.resize(at);
    }
    return {whole, decimals};
}

bool are_digits(std::string_view text) { return std::all_of(text.begin(), text.end(), is_digit); }

std::string digits_of(std::int64_t amount, int places) {
    std::string digits = std::to_string(amount < 0 ? -amount : amount);
    if (digits.size() <= static_cast<std::size_t>(places))
        digits.insert(0, static_cast<std::size_t>(places) + 1 - digits.size(), '0');
    return digits;
}

char decimal_sign(html::Language language) { return language == html::Language::nl ? ',' : '.'; }

}  // namespace

std::optional<std::int64_t> read_amount(std::string_view typed, int places, html::Language language) {
    std::string text = bare(typed);
    const bool is_negative = text.starts_with("-");
    if (is_negative) text.erase(0, 1);
    auto [whole, decimals] = split_number(text, decimal_sign(language));
    while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
    if (whole.empty() || whole.size() > 13 || !are_digits(whole) || !are_digits(decimals))
        return std::nullopt;
    if (decimals.size() > static_cast<std::size_t>(places)) return std::nullopt;
    decimals.append(static_cast<std::size_t>(places) - decimals.size(), '0');
    const std::int64_t before = std::stoll(whole);
    if (before > amount_max) return std::nullopt;
    const std::int64_t after = decimals.empty() ? 0 : std::stoll(decimals);
    const std::int64_t amount = before * power_of_ten(places) + after;
    return is_negative ? -amount : amount;
}

std::string amount_in_field(std::int64_t amount, int places, html::Language language) {
    const std::string digits = digits_of(amount, places);
    const std::size_t point = digits.size() - static_cast<std::size_t>(places);
    std::string decimals = digits.substr(point);
    while (!decimals.empty() && decimals.back() == '0') decimals.pop_back();
    std::string text = amount < 0 ? "-" : "";
    text += digits.substr(0, point);
    if (!decimals.empty()) text += decimal_sign(language) + decimals;
    return text;
}

std::string amount_in_words(std::int64_t amount, int places, int shown, html::Language language) {
    const std::string digits = digits_of(amount, places);
    const std::size_t point = digits.size() - static_cast<std::size_t>(places);
    std::string decimals = digits.substr(point);
    while (decimals.size() > static_cast<std::size_t>(shown) && decimals.back() == '0') decimals.pop_back();
    std::string text = amount < 0 ? "-" : "";
    for (std::size_t i = 0; i < point; ++i) {
        if (i > 0 && (point - i) % 3 == 0) text += language == html::Language::nl ? '.' : ',';
        text += digits[i];
    }
    if (!decimals.empty()) text += decimal_sign(language) + decimals;
    return text;
}

std::string euros(Cents amount, html::Language language) {
    const bool is_round = amount % 100 == 0;
    return "€ " +
           amount_in_words(is_round ? amount / 100 : amount, is_round ? 0 : 2, is_round ? 0 : 2, language);
}

}  // namespace kring::tender
