// SPDX-License-Identifier: EUPL-1.2
// The exact scores of one set of bids: what `score` ranks, and what is reckoned again without one of them.
#pragma once

#include <vector>

#include "engine/award/award.hpp"

namespace kring::award {

inline Exact euros(Cents cents) { return Exact(cents, 100); }

Exact price_weight(const Tender& tender);
/// Of all criteria but price together.
Exact quality_weight(const Tender& tender);
/// By criterion, 0 for price: the worths told, or those that follow from weights and bounds (see Method).
std::vector<Exact> worths_of(const Tender& tender);
/// Not clipped.
Exact share_of(const Criterion& criterion, const Exact& given);
Exact clipped(const Exact& share);

/// One bid's account. `shares` by criterion, clipped; that of price only of formulas with weights.
struct Reckoned {
    const Bid* bid = nullptr;
    std::vector<Exact> shares;
    Score price_share;
    Score unrounded;  ///< the total without any rounding
    Score total;
    std::vector<Step> steps;
};

struct Reckoning {
    std::vector<Step> shared;
    std::vector<Reckoned> bids;  ///< in the order given
};

/// Of a tender and bids without problems; at least one bid. `tells`: steps have their expressions.
Reckoning reckon(const Tender& tender, const std::vector<const Bid*>& bids, bool tells = false);

/// Puts them in order of places, ties settled as the tender says.
struct Ranking {
    std::vector<std::size_t> order;  ///< numbers in Reckoning::bids
    std::vector<int> places;         ///< by the same numbers
    std::vector<TieStep> ties;

    std::vector<std::size_t> winners() const;
};
Ranking rank(const Tender& tender, const Reckoning& reckoning, const Lots& lots);

/// What can be said of a tender with its bids.
std::vector<Notice> notices_of(const Tender& tender, const Reckoning& reckoning, const Ranking& ranking,
                               const Lots& lots);
std::vector<Weighing> weighings_of(const Tender& tender, const Reckoning& reckoning);

}  // namespace kring::award
