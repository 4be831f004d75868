// SPDX-License-Identifier: EUPL-1.2
// Who is ahead in each of a block of tenders at one weight, many tenders at once: compiled for each width of
// vector unit. Where two bids are too near each other to tell, it says so, and the exact way decides.
#pragma once

#include <array>
#include <cstddef>

#include "engine/award/study.hpp"

namespace kring::award {

/// Rows are by tender; their length is a multiple of chance::group_size, `count` too.
struct Lead {
    Formula formula = Formula::lowest;  ///< F1, F2, F3a, F3b or F4
    bool clipped = true;
    double low = 0;
    double high = 0;
    double logarithm_of_base = 1;
    std::size_t bidders = 0;
    std::size_t criteria = 0;
    double price_weight = 0;
    std::array<double, criteria_max> weights{};
    std::array<const double*, bidders_max> price{};
    std::array<const double*, bidders_max> log_price{};
    std::array<std::array<const double*, bidders_max>, criteria_max> share{};
};

/// The number of the bidder who is ahead, and by how much, of 1.
struct Leaders {
    double* who = nullptr;
    double* by = nullptr;
};

void find_leaders(const Lead& lead, const Leaders& leaders, std::size_t count);

}  // namespace kring::award
