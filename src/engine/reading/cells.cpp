// SPDX-License-Identifier: EUPL-1.2
#include "engine/reading/cells.hpp"

#include <algorithm>
#include <cmath>

#include "engine/reading/number.hpp"
#include "platform/base/text.hpp"

namespace kring::reading {

namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// Signs beyond ASCII: quotes, registered and other symbols; letters of any language are not.
bool is_unusual(std::string_view one) {
    return one.size() == 4 || one.starts_with("\xC2") || one.starts_with("\xE2");
}

/// True when three digits and no more follow the comma: 1,234 may be a thousand.
bool may_be_thousands(std::string_view text, std::size_t comma) {
    const std::string_view after = text.substr(comma + 1);
    const auto digits =
        static_cast<std::size_t>(std::find_if_not(after.begin(), after.end(), is_digit) - after.begin());
    return digits == 3 && comma > 0 && is_digit(text[comma - 1]);
}

}  // namespace

std::string_view Cells::raw(std::string_view name) const {
    const auto at = column(table_, name);
    return at ? std::string_view(row_->cells[*at]) : std::string_view();
}

std::string Cells::without_odd_blanks(std::string_view name) {
    const std::string_view found = raw(name);
    std::string text;
    std::string_view unusual;
    for (std::string_view rest = found; !rest.empty();) {
        const std::size_t taken = std::max<std::size_t>(sequence_length(rest), 1);
        const std::string_view one = rest.substr(0, taken);
        const bool is_blank =
            one == "\xC2\xA0" || one == "\xE2\x80\xAF" || one == "\t" || one == "\n" || one == "\r";
        if (!is_blank && is_unusual(one)) unusual = one;
        text += is_blank ? " " : one;
        rest.remove_prefix(taken);
    }
    text = std::string(trim(text));
    if (text != found) note(Code::blank_repaired, name, found, text);
    if (!unusual.empty()) note(Code::unusual_character, name, unusual, text);
    return text;
}

void Cells::mend_commas(std::string_view name, std::string& text, bool is_address) {
    if (decimal_mark_ != ',') return;
    const std::string found = text;
    bool is_doubtful = false;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        if (text[at] != ',' || !is_digit(text[at + 1])) continue;
        const bool is_thousands = !is_address && may_be_thousands(text, at);
        is_doubtful = is_doubtful || is_thousands;
        if (!is_thousands) text[at] = '.';
    }
    if (text != found) note(Code::text_repaired, name, found, text);
    if (is_doubtful) note(Code::text_in_doubt, name, text);
}

std::string Cells::text(std::string_view name) {
    std::string text = without_odd_blanks(name);
    mend_commas(name, text, false);
    return text;
}

std::string Cells::address(std::string_view name) {
    std::string text = without_odd_blanks(name);
    mend_commas(name, text, true);
    return text;
}

std::optional<double> Cells::number(std::string_view name, const Limits& limits) {
    const std::string_view cell = trim(raw(name));
    if (cell.empty()) return std::nullopt;
    const auto refuse = [&](Code code, std::string_view other = "") {
        note(code, name, cell, other);
        return std::optional<double>();
    };
    const ReadNumber read = read_number(cell, decimal_mark_);
    if (!read.value) return refuse(read.why);
    const double value = *read.value;
    if (value < 0) return refuse(Code::negative);
    if (value == 0 && limits.is_zero_unknown) return refuse(Code::zero_is_unknown);
    if (value == 0 && !limits.may_be_zero) return refuse(Code::must_be_positive);
    if (limits.is_share && value > 1) return refuse(Code::share_above_one, "0..1");
    if (value > limits.most) return refuse(Code::not_possible, shown(limits.most));
    return value;
}

}  // namespace kring::reading
