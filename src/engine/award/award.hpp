// SPDX-License-Identifier: EUPL-1.2
// Who wins a tender by its own rules, exactly: award criteria, weights, the price formula, rounding, ties;
// each number accounted for, and warnings about what the rules do. Pure: no database, no clock, no web. What
// would happen with bids that are not there yet: study.hpp. Method and sources: docs/award-method.md.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/award/exact.hpp"
#include "platform/base/result.hpp"

namespace kring::award {

using Cents = std::int64_t;  ///< money, in hundredths of a euro

/// How price and quality become one number. Q is a criterion's share of its full score, P the price, Pb the
/// lowest price among the bids, W weights. Names as in the manuals of Negometrix, according to excerpts of
/// them.
enum class Formula {
    lowest,     ///< F1: WQ·Q + WP·Pb/P
    bounds,     ///< F2: WQ·Q + WP·(high − P)/(high − low), bounds set beforehand
    excess,     ///< F3a: WQ·Q + WP·max(0, 2 − P/Pb)
    range,      ///< F3b: WQ·Q + WP·(Pmax − P)/(Pmax − Pb); WP for all when all prices are equal
    logarithm,  ///< F4: WQ·Q + WP·(1 − ln(P/Pb)/ln A)
    value,      ///< F5: P − Σ V·Q, the lowest wins ("gunnen op waarde")
    per_euro,   ///< F6a: Q/P, Q weighed over the criteria but price
    utility,    ///< F6b: (1 − (Qbest − Q)·N)/P·Pb, N = WQ/WP
    shadow,     ///< F7: P + k·kg − Σ V·Q over the other criteria, the lowest wins
    discount    ///< F8: P·(1 − Σ d·Q), the lowest wins
};

/// "F1", "F3a" …: for the sheet, files and addresses.
std::string_view code_of(Formula formula);
std::optional<Formula> formula_of(std::string_view code);
/// F5, F7 and F8: the result is an amount in euros and the lowest wins; weights play no part.
bool is_money(Formula formula);
/// F1, F3a, F3b, F4 and F6b: a bid's score depends on other bids.
bool is_relative(Formula formula);

/// Where F5, F8 find no criterion with a worth, it follows from weights and bounds, when those are given:
/// V = W/WP·(high − low), which ranks as F2 does; d = V/high.
struct Method {
    Formula formula = Formula::lowest;
    Cents price_low = 0;   ///< F2: full score at and, when clipped, below; F2 needs 0 <= low < high
    Cents price_high = 0;  ///< F2: no score
    Exact base{2};         ///< F4: A, the ratio of prices at which the score is 0; more than 1
    bool clipped = true;   ///< F2, F4: the price's share is kept within 0 and 1; F3a is always
    Exact shadow_price;    ///< F7: k, in euros for each unit (kg CO2e) of the effect; not negative
};

enum class Kind {
    price,    ///< exactly one in a tender
    quality,  ///< assessed: a mark on a scale, more is better
    effect    ///< computed or promised: an amount such as kg CO2e, mostly less is better
};

struct Criterion {
    std::string id;
    Kind kind = Kind::quality;
    Exact weight;    ///< points at full score, not negative; not used by F5, F7, F8
    Exact none;      ///< the mark or amount that gives no score; of an effect the most kg, say
    Exact full{10};  ///< the mark or amount that gives full score; beyond both the share is clipped
    std::vector<Exact>
        steps;    ///< the scoring guide: only these marks may be given; empty: any within the scale
    Exact worth;  ///< at full score: F5, F7 euros off the price; F8 the share of the price (0 to 1) that goes
                  ///< off
    std::string unit = {};  ///< of an effect: "kg CO2e"
};

/// What decides between equal scores, in the order told. After the last the bids share the place.
struct TieRule {
    enum class By {
        price,      ///< the lowest price
        criterion,  ///< the highest share of full score on the named criterion, before rounding
        lot         ///< lots, drawn outside this program and told in `Lots`; always last
    };
    By by = By::price;
    std::string criterion = {};
};

struct Rounding {
    std::optional<int>
        points;  ///< decimals of each criterion's points or amount, 0 to 6; halves away from zero
    std::optional<int> total;  ///< decimals of the total, before ranking
};

inline constexpr int criteria_max = 20;
inline constexpr int bids_max = 200;

struct Tender {
    std::vector<Criterion> criteria;
    Method method;
    Rounding rounding;
    std::vector<TieRule> ties;
    std::string green;  ///< the criterion whose weight is in question; "" when none is
};

struct Bid {
    std::string id;
    Cents price = 0;                     ///< more than 0
    std::map<std::string, Exact> given;  ///< by criterion but price: the mark or amount
};

/// Ids of bids in the order in which lots came out.
using Lots = std::vector<std::string>;

enum class What {
    lowest_price,   ///< Pb among the bids
    highest_price,  ///< Pmax among the bids
    best_quality,   ///< Qbest among the bids
    share,          ///< a criterion's share of its full score, 0 to 1
    quality,        ///< Q: shares weighed, 0 to 1 (F6a, F6b)
    points,         ///< share × weight, or what the price formula gives
    amount,         ///< money off the price, or added to it (F5, F7, F8), in euros
    total
};

/// One line of the account.
struct Step {
    What what = What::points;
    std::string criterion;  ///< "" when it concerns no single one
    std::string
        expression;  ///< with the numbers filled in: "40 × 100000.00 / 110000.00"; decimal point, no groups
    Score exact;     ///< before rounding
    Score value;     ///< as it counts
    bool is_rounded = false;
    bool is_clipped = false;  ///< the mark, amount or price lay beyond a bound
};

struct Standing {
    std::string bid;
    int place = 1;  ///< from 1; equal for bids that nothing parted
    Score total;    ///< points, an index (F6), or euros (F5, F7, F8)
    Cents price = 0;
    std::vector<Step> steps;
};

/// How a tie at some place was settled, one line for each rule that was used.
struct TieStep {
    int place = 1;  ///< the best place they tied for
    TieRule rule;
    std::vector<std::string> bids;  ///< who tied
    std::vector<std::string> left;  ///< who still tie for that place afterwards; one when it is settled
};

enum class Warning {
    relative_reverses,      ///< this formula can change the winner when another bid is taken away
    reversed,               ///< without {bid}, which lost, {winner} would have won instead of {instead}
    beyond_bounds,          ///< {bid}: its {criterion} of {value} lies beyond {bound}
    shrunk_scale,           ///< {criterion}: marks given span {low} to {high} of a scale of {none} to {full}
    rounding_ties,          ///< {bids}: equal after rounding, not before
    small_price_spread,     ///< price points differ by {price} between best and worst, quality points by
                            ///< {quality}
    uneven_exchange,        ///< a full score is worth {low} euros at the lowest price, {high} at the highest
    weight_without_effect,  ///< {criterion}: its weight changes nothing in who wins
    weights_sum,            ///< the weights add up to {sum}, not 100
    weight_unused,          ///< {criterion}: this formula uses no weights; its worth is 0
    lots_needed             ///< {bids} share the first place until lots are drawn
};

/// "relative_reverses" …: the word by which phrases and files know it.
std::string_view code_of(Warning warning);

/// It warns, it never forbids.
struct Notice {
    Warning warning = Warning::relative_reverses;
    std::vector<std::pair<std::string, std::string>> values;  ///< the names in braces above; decimal point
    std::string source;       ///< who says so, "" when it follows from the numbers themselves
    bool is_verified = true;  ///< false: the source was read in an excerpt, or not at all
};

/// Nominal weights, and by how much each criterion really tells bids apart: weight × standard deviation of
/// its share over the bids, as parts of 1.
struct Weighing {
    std::string criterion;
    double nominal = 0;
    double effective = 0;
    double spread = 0;  ///< standard deviation of the share over the bids (over n)
};

struct Award {
    std::vector<Standing> standings;   ///< best first; those that share a place by id
    std::vector<Step> shared;          ///< Pb, Pmax, Qbest: what all bids' accounts refer to
    std::vector<TieStep> ties;         ///< places in order
    std::vector<std::string> winners;  ///< one, or more that only lots can part
    std::vector<Weighing> weighings;   ///< of formulas with weights, in the order of the criteria
    std::vector<Notice> notices;
};

/// What is wrong with a tender, everything at once: phrases award.problem.*, field "criteria[2].weight",
/// "method.price_low" and the like, counted from 0. Empty: it can be simulated and scored.
Problems problems_of(const Tender& tender);
/// The same of bids for a tender that has no problems: "bids[1].price", "bids[0].given.service".
Problems problems_of(const Tender& tender, const std::vector<Bid>& bids, const Lots& lots = {});

/// Scores and ranks bids; at least one. Every number exact, rounded only as the tender says, before ranking.
/// The order of bids changes nothing. Problems: those of the tender, or else of the bids.
Result<Award> score(const Tender& tender, const std::vector<Bid>& bids, const Lots& lots = {});

/// What can be said of the rules before any bid is there.
std::vector<Notice> notices_of(const Tender& tender);

/// What one bid needs to be told by: the exchange rate of full score (all criteria but price) in euros for a
/// bid of such a price, share of quality `quality` and lowest price `lowest`, `highest`: dP/dQ along equal
/// scores.
double implied_price(const Tender& tender, double price, double quality, double lowest, double highest);

/// Weights times spreads, as parts of 1: nominal 40/60 with spreads 6 and 18 gives 0.181818 and 0.818182.
std::vector<double> effective_weights(const std::vector<double>& weights, const std::vector<double>& spreads);

/// The knob (study.hpp tells what that is) at which two of the bids score the same, Pb and the rest as they
/// are; nothing when there is none from 0 up (for a weight: to 1), when they are equal at all, and of F6b.
std::optional<double> break_even(const Tender& tender, const std::vector<Bid>& bids, const std::string& one,
                                 const std::string& other);

}  // namespace kring::award
