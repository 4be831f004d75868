// SPDX-License-Identifier: EUPL-1.2
// One drawn tender under one formula: each bid's score as a straight line of the knob, in whole numbers, so
// that who is ahead, where lines cross and what is a tie do not hang on rounding.
#pragma once

#include <array>
#include <vector>

#include "engine/award/draws.hpp"
#include "engine/award/lead.hpp"

namespace kring::award {

using Each = std::array<double, places_max>;  ///< by place in Stakes

/// Scores are start + part × slope for part 0 to 1 of the most the knob is turned to; the highest wins.
/// Weights: in units of 2^-40 of the full score; money: in cents, below zero.
struct Stakes {
    std::size_t count = 0;
    std::array<std::uint8_t, places_max> who{};  ///< the bidder at each place
    Each start{};
    Each slope{};
    Each green{};           ///< the greenest have the highest
    Each price_ratio{};     ///< F6b: Pb/P
    double price_part = 0;  ///< F6b: the price's part of the weights but green
    bool is_curved = false;
};

/// A place in Stakes, and whether the rule for ties had to find it.
struct First {
    std::size_t place = 0;
    bool is_tied = false;
};

/// A tender with one method, in doubles, made ready for many draws.
class Rules {
public:
    /// `most`: of money knobs, in euros, euros per unit, or a share of the price; 0 for a sensible one.
    Rules(const Tender& tender, const Field& field, double most, Cents usual_price);

    Formula formula() const { return formula_; }
    double most() const { return most_; }
    double own() const { return own_; }
    /// own as a part of most; 0 when there is no telling.
    double own_part() const { return own_part_; }
    /// Taking a bid away may change the scores of others.
    bool can_reverse() const { return is_relative_; }
    bool needs_logarithms() const { return formula_ == Formula::logarithm; }
    bool needs_kg() const { return formula_ == Formula::shadow; }

    /// `without`: a bidder to leave out, or nobody.
    static constexpr std::size_t nobody = places_max;
    Stakes stakes(const Block& block, std::size_t at, std::size_t without = nobody) const;
    /// The price's share of its full score, by bidder (F1–F4).
    std::vector<double> price_shares(const Block& block, std::size_t at) const;

    /// Whether one bidder goes before another of the same score.
    bool is_preferred(const Block& block, std::size_t at, std::size_t one, std::size_t other) const;
    First first(const Stakes& stakes, double part, const Block& block, std::size_t at) const;
    /// Who wins with the knob at 0, and every change on the way to its end, in order.
    std::size_t walk(const Stakes& stakes, const Block& block, std::size_t at,
                     std::vector<Change>& changes) const;

    /// Whether find_leaders knows the formula; and the block as it is told to it, at the tender's own
    /// weights.
    bool has_lead() const {
        return !is_money(formula_) && formula_ != Formula::per_euro && formula_ != Formula::utility;
    }
    Lead lead(const Block& block, std::size_t bidders) const;

private:
    struct Prices {
        double lowest = 0;
        double highest = 0;
        double log_lowest = 0;
    };
    Prices prices_of(const Stakes& stakes, const Block& block, std::size_t at) const;
    double price_share(double price, double log_price, const Prices& prices) const;
    void take_knob(const Tender& tender, double most, Cents usual_price);
    void add_points(const Block& block, std::size_t at, Stakes& stakes) const;
    void add_money(const Block& block, std::size_t at, Stakes& stakes) const;
    void walk_lines(const Stakes& stakes, const Block& block, std::size_t at,
                    std::vector<Change>& changes) const;
    void walk_grid(const Stakes& stakes, const Block& block, std::size_t at,
                   std::vector<Change>& changes) const;
    std::uint64_t lot(std::uint64_t draw, std::size_t bidder) const;
    std::size_t steepest(const Stakes& stakes, const Block& block, std::size_t at, std::size_t one,
                         std::size_t other) const;

    struct Tie {
        TieRule::By by;
        std::size_t criterion;  ///< place in Field::criteria
    };

    Formula formula_;
    bool clipped_;
    bool is_relative_;
    double low_;
    double high_;
    double logarithm_of_base_;
    std::uint64_t seed_;
    std::vector<std::size_t> lots_;  ///< as in Field
    std::size_t green_;
    std::vector<double> parts_;  ///< by Field::criteria: of all weights but green; 0 for green
    double price_part_ = 0;
    std::vector<double> weights_;  ///< by Field::criteria, of all
    double price_weight_ = 0;
    std::vector<double> worths_;  ///< by Field::criteria, in cents, or a share of the price; 0 for green
    double most_ = 1;
    double own_ = 0;
    double own_part_ = 0;
    std::vector<Tie> ties_;
};

}  // namespace kring::award
