// SPDX-License-Identifier: EUPL-1.2
// Expected bids for tests, and the very bids that the engine draws of them.
#pragma once

#include <vector>

#include "engine/award/study.hpp"
#include "tests/engine/award/second_opinion.hpp"

namespace kring::award::made {

/// Price 40, an effect "green" 30 in kg (1 000 to 400), service 20, delivery 10; bounds 70 000 to 150 000
/// euros; worth 30 000 euros or 12 %, 2 euros a kg.
Tender four_criteria(Formula formula);
/// So many bids about 100 000 euros, ln spread 0.15; greener ones dearer.
Market market(int least, int most);
/// The setting of that tender for the second opinion.
second::Setting setting_of(const Tender& tender);
/// The bids of the first so many draws.
std::vector<std::vector<second::Offer>> offers(const Tender& tender, const Market& market, std::uint64_t seed,
                                               std::size_t draws);

}  // namespace kring::award::made
