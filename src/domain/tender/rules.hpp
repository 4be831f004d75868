// SPDX-License-Identifier: EUPL-1.2
// A draft in the words of the engine: the same rules for the simulator and for the account of real bids.
#pragma once

#include "domain/tender/tender.hpp"
#include "engine/award/award.hpp"
#include "engine/award/study.hpp"

namespace kring::tender {

/// The three criteria of the simulation: everything that counts as sustainability is one, in kg CO2e between
/// the draft's bounds; every other quality is one.
inline constexpr std::string_view price_id = "price";
inline constexpr std::string_view quality_id = "quality";
inline constexpr std::string_view green_id = "green";

award::Formula engine_formula(Formula formula);
Formula formula_of_engine(award::Formula formula);

/// A decimal of thousandths, exactly.
award::Exact exact_milli(Milli amount);

/// For the simulation: the three criteria.
award::Tender simulated_rules(const Tender& tender);
/// For real bids: the draft's own criteria, by their ids.
award::Tender full_rules(const Tender& tender);

award::Market market_of_engine(const Tender& tender);
award::Given expected_of_engine(const Tender& tender);

/// The least and greatest price that the simulation expects: bounds for formulas that need some and were
/// given none.
struct PriceRange {
    Cents low = 0;
    Cents high = 0;
};
PriceRange expected_prices(const Tender& tender);

}  // namespace kring::tender
