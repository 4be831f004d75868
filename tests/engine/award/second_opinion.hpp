// SPDX-License-Identifier: EUPL-1.2
// Award formulas a second time, written straight from section 6.8 of the research on impact and award in long
// double, knowing nothing of the engine but its words: what the engine is held against.
#pragma once

#include <cstddef>
#include <vector>

#include "engine/award/award.hpp"

namespace kring::award::second {

/// One bid: price in euros, the share on the green criterion, the other qualities' points and their weight.
struct Offer {
    long double price = 0;
    long double green = 0;
    long double kg = 0;
    std::vector<long double> others;
};

struct Setting {
    Formula formula = Formula::lowest;
    long double price_weight = 0;
    long double green_weight = 0;
    std::vector<long double> other_weights;
    long double low = 0;
    long double high = 0;
    long double base = 2;
    bool clipped = true;
    long double worth = 0;  ///< F5, F8: of green; F7: k
};

/// In the order of the offers; F5, F7, F8: the lowest wins.
std::vector<long double> totals(const Setting& setting, const std::vector<Offer>& offers);
/// The first of the best.
std::size_t winner(const Setting& setting, const std::vector<Offer>& offers);
/// The setting with weight w on green and the others scaled by 1 − w; of money formulas, w × most.
Setting turned(const Setting& setting, long double w, long double most);

}  // namespace kring::award::second
