// SPDX-License-Identifier: EUPL-1.2
// Tenders and bids as section 6.8 of the research on impact and award tells them.
#pragma once

#include <string>
#include <vector>

#include "engine/award/award.hpp"

namespace kring::award::made {

inline Exact number(const std::string& text) { return Exact::parse(text).value(); }

/// Price 40, quality 60 on a scale of 0 to 1; bounds 80 000 to 140 000; ties to the lowest price, then lots.
Tender sixty_forty(Formula formula);
/// A bid of so many euros with such a share of quality.
Bid bid(const std::string& id, Cents euros, const std::string& quality);
/// A 100 000, 0.60; B 110 000, 0.80; C 125 000, 0.95.
std::vector<Bid> three_bids();
/// By kg: price and an effect "kg", of none at `none` and full at 0.
Tender with_kg(const std::string& shadow_price, const std::string& none);

const Standing& standing(const Award& award, const std::string& id);

}  // namespace kring::award::made
