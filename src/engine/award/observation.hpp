// SPDX-License-Identifier: EUPL-1.2
// What is counted while tenders are drawn. Counts and sums of money and mass are whole numbers, and the few
// that are not are added in the order of the parts: the same bits for any number of threads.
#pragma once

#include <array>
#include <vector>

#include "engine/award/stakes.hpp"

namespace kring::award {

struct Counts {
    std::int64_t green = 0;
    std::int64_t decisive = 0;
    std::int64_t tied = 0;
    std::int64_t reversed = 0;
    std::array<std::int64_t, places_max> by_bidder{};

    void add(const Counts& other);
};

struct Observation {
    std::array<std::int64_t, places_max> starts{};
    std::int64_t green_start = 0;
    std::vector<Change> changes;
    std::vector<std::int64_t> extra_cents;  ///< by grid point: what begins to count there
    std::vector<std::int64_t> avoided_grams;
    Counts own;  ///< at the tender's own value of the knob
    std::int64_t own_cents = 0;
    std::int64_t own_grams = 0;
    std::array<double, 3> own_squares{};  ///< cents², cents × grams, grams²
    std::vector<double> variances;        ///< of shares within a tender, by criterion of the tender
    std::vector<Counts> others;

    void add(const Observation& other);
};

/// The study's own rules first, as far as the knob is turned; then the same as far as the tender's own value,
/// so that what holds there hangs on nothing else; then others.
Observation observe(const std::vector<Rules>& rules, const Field& field, const Tender& tender,
                    std::uint64_t first, std::size_t count);

}  // namespace kring::award
