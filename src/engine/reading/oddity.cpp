// SPDX-License-Identifier: EUPL-1.2
#include "engine/reading/oddity.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace kring::reading {

namespace {

struct Named {
    Code code;
    std::string_view name;
    Severity severity;
};

using enum Severity;

/// In the order of the enumeration, which the lookup counts on.
constexpr auto table = std::to_array<Named>({
    {Code::empty_file, "empty_file", file_refused},
    {Code::too_large, "too_large", file_refused},
    {Code::binary_file, "binary_file", file_refused},
    {Code::utf16_file, "utf16_file", file_refused},
    {Code::nul_byte, "nul_byte", file_refused},
    {Code::not_utf8, "not_utf8", file_refused},
    {Code::control_character, "control_character", file_refused},
    {Code::html_instead, "html_instead", file_refused},
    {Code::json_instead, "json_instead", file_refused},
    {Code::unknown_header, "unknown_header", file_refused},
    {Code::missing_column, "missing_column", file_refused},
    {Code::doubled_column, "doubled_column", file_refused},
    {Code::only_header, "only_header", file_refused},
    {Code::too_many_rows, "too_many_rows", file_refused},
    {Code::unclosed_quote, "unclosed_quote", file_refused},
    {Code::not_data_literal, "not_data_literal", file_refused},
    {Code::too_deep, "too_deep", file_refused},
    {Code::no_data, "no_data", file_refused},
    {Code::ragged_row, "ragged_row", row_refused},
    {Code::mixed_separator, "mixed_separator", row_refused},
    {Code::truncated_row, "truncated_row", row_refused},
    {Code::stray_quote, "stray_quote", row_refused},
    {Code::field_too_long, "field_too_long", row_refused},
    {Code::repeated_header, "repeated_header", row_refused},
    {Code::missing_value, "missing_value", row_refused},
    {Code::unknown_class, "unknown_class", row_refused},
    {Code::unknown_figure, "unknown_figure", row_refused},
    {Code::wrong_unit, "wrong_unit", row_refused},
    {Code::range_reversed, "range_reversed", row_refused},
    {Code::outside_range, "outside_range", row_refused},
    {Code::repeated_code, "repeated_code", row_refused},
    {Code::not_a_number, "not_a_number", cell_refused},
    {Code::thousands_separator, "thousands_separator", cell_refused},
    {Code::wrong_decimal_mark, "wrong_decimal_mark", cell_refused},
    {Code::not_finite, "not_finite", cell_refused},
    {Code::negative, "negative", cell_refused},
    {Code::not_possible, "not_possible", cell_refused},
    {Code::share_above_one, "share_above_one", cell_refused},
    {Code::must_be_positive, "must_be_positive", cell_refused},
    {Code::unreadable_date, "unreadable_date", cell_refused},
    {Code::unreadable_text, "unreadable_text", cell_refused},
    {Code::weekly_tec, "weekly_tec", cell_refused},
    {Code::zero_is_unknown, "zero_is_unknown", cell_refused},
    {Code::byte_order_mark, "byte_order_mark", repaired},
    {Code::text_repaired, "text_repaired", repaired},
    {Code::text_in_doubt, "text_in_doubt", repaired},
    {Code::blank_repaired, "blank_repaired", repaired},
    {Code::location_unified, "location_unified", repaired},
    {Code::subcategory_unified, "subcategory_unified", repaired},
    {Code::class_unknown, "class_unknown", repaired},
    {Code::embodied_unknown, "embodied_unknown", noted},
    {Code::error_ratio_above_one, "error_ratio_above_one", noted},
    {Code::shares_do_not_add_up, "shares_do_not_add_up", noted},
    {Code::implied_factor_outside, "implied_factor_outside", noted},
    {Code::extreme_total, "extreme_total", noted},
    {Code::repeated_product, "repeated_product", noted},
    {Code::shared_sheet, "shared_sheet", noted},
    {Code::field_of_other_meaning, "field_of_other_meaning", noted},
    {Code::unusual_character, "unusual_character", noted},
    {Code::year_unknown, "year_unknown", noted},
    {Code::unknown_column, "unknown_column", noted},
    {Code::too_many_oddities, "too_many_oddities", noted},
});

constexpr bool is_in_order() {
    for (std::size_t at = 0; at < table.size(); ++at) {
        if (static_cast<std::size_t>(table[at].code) != at) return false;
    }
    return table.size() == static_cast<std::size_t>(Code::too_many_oddities) + 1;
}
static_assert(is_in_order());

const Named& entry(Code code) { return table[static_cast<std::size_t>(code)]; }

}  // namespace

Severity severity(Code code) { return entry(code).severity; }

std::string_view name(Code code) { return entry(code).name; }

const std::vector<Code>& all_codes() {
    static const std::vector<Code> codes = [] {
        std::vector<Code> all;
        for (const Named& named : table) all.push_back(named.code);
        return all;
    }();
    return codes;
}

bool is_refused(const Oddities& oddities) {
    return std::any_of(oddities.begin(), oddities.end(),
                       [](const Oddity& odd) { return severity(odd.code) == Severity::file_refused; });
}

}  // namespace kring::reading
