// SPDX-License-Identifier: EUPL-1.2
// What award rules would do with bids that are not there yet: who wins at every weight of the green criterion
// at once, when that weight decides anything, what it costs per kg avoided, how often a losing bid changes
// the winner, and the same for other formulas on the same draws. Method: docs/award-method.md.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/award/award.hpp"
#include "engine/chance/chance.hpp"

namespace kring::award {

/// What is turned from 0 to see what it does; the rest of the tender stays as it is.
enum class Knob {
    weight,   ///< w: share of all weight that is on the green criterion, 0 to 1; the others are scaled by 1 −
              ///< w (F1–F4, F6b); F6a: its share among the criteria but price
    worth,    ///< F5: V, euros for the full green score
    shadow,   ///< F7: k, euros per kg
    discount  ///< F8: d, share of the price for the full green score, 0 to 1
};
Knob knob_of(Formula formula);

/// A share of full score, 0 to 1 (drawn values beyond are clipped), and how uncertain its assessment is.
struct Quality {
    chance::Distribution share = chance::Distribution::uniform(0, 1);
    double noise = 0;  ///< standard deviation of what assessors add, in shares of full score
};

/// One bidder known to be greener than the rest: always there, and the first.
struct Pioneer {
    chance::Distribution green;  ///< its share on the green criterion, instead of the market's
    double premium = 0;          ///< ln of its price against the others', beside the market's premium
};

/// The bids one expects.
struct Market {
    int bidders_least = 3;      ///< 2 to bidders_max
    int bidders_most = 5;       ///< each number between equally probable
    Cents price = 0;            ///< median of a bid with no green score, more than 0 and at most price_max
    double level_spread = 0;    ///< standard deviation of ln price that all bids of a tender share, 0 to 2
    double price_spread = 0.1;  ///< standard deviation of ln price between bids, 0 to 2
    double premium = 0;         ///< ln price that the full green score adds to none, -2 to 2
    double correlation = 0;     ///< of a bid's price within the spread and its green score, -1 to 1
    std::map<std::string, Quality> qualities;  ///< by criterion but price
    std::optional<Pioneer> pioneer;
    double kg_none = 0;  ///< kg CO2e of a bid with no green score; of an effect: taken from the criterion
    double kg_full = 0;  ///< and with the full score, on a straight line between
    double kg_uncertainty = 0;  ///< standard deviation of ln of the real kg about the stated, 0 to 2
};

/// Bids that are there, with what is uncertain about them.
struct Given {
    std::vector<Bid> bids;                ///< 2 to bidders_max
    double price_spread = 0;              ///< standard deviation of ln price, 0 to 2
    std::map<std::string, double> noise;  ///< by criterion but price, in shares of full score
    double kg_none = 0;
    double kg_full = 0;
    double kg_uncertainty = 0;
    Lots lots = {};  ///< told to the rule `lot`: who stands in it keeps its order among the others in it
};

inline constexpr int bidders_max = 12;
inline constexpr Cents price_max = 100'000'000'000;  ///< a thousand million euros
inline constexpr std::int64_t draws_max = 2'000'000;
inline constexpr int grid_size = 1001;  ///< the knob at 0, 1/1000 … 1 of `knob_most`

struct Run {
    std::int64_t draws = 100'000;  ///< 1 to draws_max
    std::uint64_t seed = 1;
    unsigned threads = 1;
    double knob_most =
        0;  ///< of money knobs: how far to look; 0: twice the tender's own, or what is sensible
    std::vector<Method> compare;  ///< other formulas, on the same draws
    chance::Progress progress;    ///< false stops the work
};

/// A share of draws, with the standard error of its estimate.
struct Chance {
    std::int64_t count = 0;
    std::int64_t of = 0;
    double value() const;
    double error() const;  ///< sqrt(p (1 − p) / of); 0 for one draw of what is certain
};

/// One step of who wins: from `at` on, `to` wins where `from` did.
struct Change {
    double at = 0;  ///< 0 to 1: part of knob_most
    std::uint8_t from = 0;
    std::uint8_t to = 0;
    std::int8_t green = 0;    ///< +1: the greenest bid begins to win, −1: it ceases to
    std::int8_t decides = 0;  ///< +1: from here the winner is another than at 0, −1: it is the same again
};

/// Who wins, as a function of the knob: right for every value of it, not only on a grid, and to the draw.
class Curve {
public:
    Curve() = default;
    /// Changes in any order; `starts` and `green_start` count who wins at 0.
    Curve(std::int64_t draws, std::vector<std::int64_t> starts, std::int64_t green_start,
          std::vector<Change> changes);

    int bidders() const { return static_cast<int>(starts_.size()); }
    std::span<const Change> changes() const { return changes_; }
    /// `part` of knob_most, 0 to 1. Each looks through all changes: take several points at once.
    Chance wins(int bidder, double part) const;
    Chance green_wins(double part) const;
    Chance decides(double part) const;
    /// At rising parts. Rows: green, decides, bidder 0, 1 …
    std::vector<std::vector<Chance>> sample(std::span<const double> parts) const;
    /// The least part at which the greenest wins in more than this share of draws; nothing when never.
    std::optional<double> green_exceeds(double share) const;

private:
    std::int64_t draws_ = 0;
    std::vector<std::int64_t> starts_;
    std::int64_t green_start_ = 0;
    std::vector<Change> changes_;
};

/// What one value of the knob does.
struct Point {
    double knob = 0;
    Chance green;            ///< a bid with the highest green score wins
    Chance decisive;         ///< the winner is another than with the knob at 0
    double extra_euros = 0;  ///< mean over the decisive draws: price of the winner less that of the one at 0
    double kg_avoided = 0;   ///< the same of real kg, the other way round
    std::optional<double> euros_per_kg;  ///< the ratio of both; nothing when no kg are avoided
};

/// Where P(green wins) passes a share.
struct Threshold {
    double share = 0;
    std::optional<double> knob;
};

struct Reversals {
    Chance any;                     ///< taking away some losing bid changes the winner
    std::vector<Chance> by_bidder;  ///< taking away this one does, having lost
};

/// One formula, at the tender's own weights.
struct Compared {
    Method method;
    Chance green;
    Chance decisive;  ///< against no weight (worth, price, discount) for the green criterion
    Chance tied;      ///< the first place had to be settled by the rule for ties
    Reversals reversals;
    bool can_reverse = false;  ///< of the formula, whatever the bids
};

struct Study {
    std::int64_t draws = 0;
    std::uint64_t seed = 0;
    Knob knob = Knob::weight;
    double knob_most = 1;
    double knob_own = 0;                       ///< the tender's own value
    std::vector<std::string> bidders;          ///< ids of bids that are given; "1", "2" … of expected ones
    Curve curve;                               ///< of F6b at the points of the grid alone
    bool is_exact_everywhere = true;           ///< false for F6b
    std::vector<Point> grid;                   ///< grid_size points
    Point own;                                 ///< at knob_own
    std::optional<double> euros_per_kg_error;  ///< standard error of own.euros_per_kg
    std::vector<Threshold> thresholds;         ///< 0.50, 0.80, 0.95
    std::vector<Weighing> weighings;           ///< spreads: within a tender, over all draws
    Compared as_is;                            ///< the tender's own formula
    std::vector<Compared> others;              ///< in the order of Run::compare
    std::vector<Notice> notices;
};

/// Everything wrong with it, at once: "market.price", "given.bids[0].price", "run.draws" …
Problems problems_of(const Tender& tender, const Market& market, const Run& run);
Problems problems_of(const Tender& tender, const Given& given, const Run& run);

/// The tender has a green criterion. Same input, same bits, for any number of threads. Problems: as above,
/// and `conflict` with award.problem.stopped when progress stopped it.
Result<Study> study(const Tender& tender, const Market& market, const Run& run);
Result<Study> study(const Tender& tender, const Given& given, const Run& run);

/// Who wins at the tender's own weights, without anything else: the quick look. Counts by bidder.
Result<std::vector<std::int64_t>> tally(const Tender& tender, const Market& market, const Run& run);

/// All formulas, with bounds and worths that follow from the market and the weights, for Run::compare.
std::vector<Method> usual_methods(const Tender& tender, Cents lowest_expected, Cents highest_expected);

}  // namespace kring::award
