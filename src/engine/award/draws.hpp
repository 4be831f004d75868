// SPDX-License-Identifier: EUPL-1.2
// Bids as they are drawn: a block of tenders at a time, in columns. Every number follows from the seed, the
// tender's number and the place it is drawn for; formulas and weights change no draw.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "engine/award/reckoning.hpp"
#include "engine/award/study.hpp"

namespace kring::award {

inline constexpr std::size_t draws_in_block = 256;
inline constexpr std::size_t places_max = bidders_max;

/// One criterion but price, as draws need it.
struct DrawnCriterion {
    std::size_t criterion = 0;  ///< its number in the tender
    bool is_green = false;
    std::vector<chance::Sampler> samplers;  ///< one for each bidder, or one for all
    std::vector<double> noise;              ///< by bidder, or one for all
    bool may_pass_bounds = false;           ///< of 0 and 1
};

/// A field of bidders made ready for drawing.
struct Field {
    std::size_t least = 2;
    std::size_t most = 2;
    std::vector<double> log_price;  ///< by bidder: ln of cents
    double level_spread = 0;
    double price_spread = 0;
    double premium = 0;
    double correlation = 0;
    std::vector<double> green_mean;   ///< by bidder, for the correlation
    std::vector<double> green_scale;  ///< 1 / sd, 0 when there is none
    std::vector<DrawnCriterion> criteria;
    std::size_t green = 0;  ///< place in `criteria`
    double kg_none = 0;
    double kg_full = 0;
    std::vector<double> kg_given;  ///< by bidder, when the kg are stated and not drawn
    double kg_uncertainty = 0;
    std::vector<std::size_t> lots;  ///< bidders whose lots came out, in that order
    std::uint64_t seed = 1;
};

Field field_of(const Tender& tender, const Market& market, std::uint64_t seed);
Field field_of(const Tender& tender, const Given& given, std::uint64_t seed);

/// The bids of up to draws_in_block tenders. Columns stand by bidder.
class Block {
public:
    explicit Block(const Field& field);

    /// Draws `count` tenders from number `first`, a multiple of draws_in_block.
    void draw(const Field& field, std::uint64_t first, std::size_t count, bool with_kg);

    std::size_t count() const { return count_; }
    std::uint64_t first() const { return first_; }
    std::size_t bidders(std::size_t draw) const { return bidders_[draw]; }
    /// Whole cents, 1 to 2^40.
    const double* price(std::size_t bidder) const { return &prices_[bidder * draws_in_block]; }
    const double* log_price(std::size_t bidder) const { return &logarithms_[bidder * draws_in_block]; }
    /// Fills log_price, that is 0 until then.
    void take_logarithms();
    /// 0 to 1; `criterion` is a place in Field::criteria.
    const double* share(std::size_t criterion, std::size_t bidder) const {
        return &shares_[(criterion * most_ + bidder) * draws_in_block];
    }
    const double* stated_kg(std::size_t bidder) const { return &stated_[bidder * draws_in_block]; }
    const double* real_kg(std::size_t bidder) const { return &real_[bidder * draws_in_block]; }

private:
    std::span<double> row(std::vector<double>& columns, std::size_t at) const {
        return {&columns[at * draws_in_block], count_};
    }
    void draw_bidders(const Field& field);
    void draw_shares(const Field& field);
    void draw_prices(const Field& field);
    void draw_kg(const Field& field);
    void draw_noise(const Field& field);
    static void clip(std::span<double> shares);

    std::size_t most_;
    std::size_t count_ = 0;
    std::uint64_t first_ = 0;
    std::vector<std::size_t> bidders_;
    std::vector<double> prices_;
    std::vector<double> logarithms_;
    std::vector<double> shares_;
    std::vector<double> stated_;
    std::vector<double> real_;
    std::vector<double> level_;
    std::vector<double> scratch_;
};

/// The lot of a bidder in a tender: the lower goes first.
std::uint64_t lot_of(std::uint64_t seed, std::uint64_t draw, std::size_t bidder);

}  // namespace kring::award
