// SPDX-License-Identifier: EUPL-1.2
#include <map>
#include <optional>
#include <string>

#include "engine/catalogue/boavizta.hpp"
#include "platform/base/text.hpp"

namespace kring::catalogue {

using namespace reading;

namespace {

constexpr double extreme_kg = 50'000;
constexpr double weeks_a_year = 365.25 / 7;

/// The shares of the life's stages together; nothing unless both use and manufacture are given.
std::optional<double> shares_together(const PcfRow& row) {
    if (!row.use_share || !row.manufacturing_share) return std::nullopt;
    return *row.use_share + *row.manufacturing_share + row.transport_share.value_or(0) +
           row.end_of_life_share.value_or(0);
}

std::optional<double> use_factor(const PcfRow& row, std::optional<double> yearly_kwh) {
    if (!row.total_kg || !row.use_share || !yearly_kwh || !row.life_years) return std::nullopt;
    return *row.total_kg * *row.use_share / (*yearly_kwh * *row.life_years);
}

void check_row(const PcfRow& row, Notes& notes) {
    const auto note = [&](Code code, std::string_view column, const std::string& value,
                          std::string_view other = "") { notes.add(code, row.line, column, value, other); };
    if (!embodied_kg(row)) note(Code::embodied_unknown, "", row.maker + " " + row.product);
    if (row.error_ratio && *row.error_ratio > 1)
        note(Code::error_ratio_above_one, "gwp_error_ratio", shown(*row.error_ratio));
    const std::optional<double> sum = shares_together(row);
    // A hair wider than the bounds, which sums of decimal fractions miss by rounding.
    if (sum && (*sum < 0.97 - 1e-9 || *sum > 1.03 + 1e-9))
        note(Code::shares_do_not_add_up, "", shown(*sum), "0.97..1.03");
    std::optional<double> yearly = row.tec_kwh;
    if (!yearly && row.weekly_kwh) yearly = *row.weekly_kwh * weeks_a_year;
    const std::optional<double> factor = use_factor(row, yearly);
    if (factor && (*factor < 0.1 || *factor > 0.9))
        note(Code::implied_factor_outside, "", shown(*factor), "0.1..0.9");
    if (row.total_kg && *row.total_kg > extreme_kg)
        note(Code::extreme_total, "gwp_total", shown(*row.total_kg));
}

}  // namespace

void check_rows(const std::vector<PcfRow>& rows, Notes& notes) {
    std::map<std::string, int> products;
    std::map<std::string, int> sheets;
    for (const PcfRow& row : rows) {
        check_row(row, notes);
        const std::string label = row.maker + " " + row.product;
        const auto product = products.emplace(ascii_lower(row.maker + "\n" + row.product), row.line);
        if (!product.second)
            notes.add(Code::repeated_product, row.line, "name", label, std::to_string(product.first->second));
        const std::string& sheet = row.sheet_hash.empty() ? row.source : row.sheet_hash;
        if (sheet.empty()) continue;
        const auto first = sheets.emplace(sheet, row.line);
        if (!first.second)
            notes.add(Code::shared_sheet, row.line, "sources", label, std::to_string(first.first->second));
    }
}

std::optional<double> embodied_kg(const PcfRow& row) {
    if (!row.total_kg || !row.use_share) return std::nullopt;
    return *row.total_kg * (1 - *row.use_share);
}

std::optional<double> implied_use_factor(const PcfRow& row) { return use_factor(row, row.tec_kwh); }

}  // namespace kring::catalogue
