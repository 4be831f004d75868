// SPDX-License-Identifier: EUPL-1.2
// A draft tender: what is bought, the award criteria with their weights and scoring guides, the price
// formula, and the market that is expected. A record of a network, read by its audience alone. It is a
// reckoning aid: it warns and never forbids what the law leaves to the purchaser.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/chain/record.hpp"
#include "domain/tender/amount.hpp"
#include "platform/base/result.hpp"

namespace kring::tender {

enum class CriterionType { price, quality, effect };
std::string_view word(CriterionType type);
std::optional<CriterionType> criterion_type_of(std::string_view word);

/// The formulas in use, as in impact.md 6.8 and the manuals of Negometrix and PIANOo's overview (as stated
/// there): relative to the lowest price; linear between bounds set beforehand; linear from the lowest; linear
/// between lowest and highest; logarithmic; gunnen op waarde; quality per euro; utility index; shadow price;
/// notional discount.
enum class Formula { f1, f2, f3a, f3b, f4, f5, f6a, f6b, f7, f8 };
inline constexpr Formula formulas[] = {Formula::f1, Formula::f2,  Formula::f3a, Formula::f3b, Formula::f4,
                                       Formula::f5, Formula::f6a, Formula::f6b, Formula::f7,  Formula::f8};
std::string_view word(Formula formula);
std::optional<Formula> formula_of(std::string_view word);

/// Who wins when scores are equal; never the order in which bids came in.
enum class Ties { lot, quality, green, price };
std::string_view word(Ties ties);
std::optional<Ties> ties_of(std::string_view word);

struct Criterion {
    std::string id;  ///< "" when new
    std::string name;
    CriterionType type = CriterionType::quality;
    Milli weight = 0;
    bool is_green = false;   ///< counts as sustainability; an effect in kg CO2e always does
    Milli points = 100'000;  ///< what earns full marks; for an effect the bounds in kg do that
    std::string guide;       ///< one level a line: "10: ten years of spare parts"
};

/// How prices become scores, and what happens after.
struct Scoring {
    Formula formula = Formula::f1;
    std::optional<Cents> price_low;   ///< F2: full marks at or below
    std::optional<Cents> price_high;  ///< F2: none at or above
    Milli log_base = 2'000;           ///< F4: A
    Cents quality_value = 5'000'000;  ///< F5: V, what full marks on everything are worth
    Milli co2_price = 130;            ///< F7 and the comparison: euro per kg CO2e; as the user set it
    Milli discount = 10'000;          ///< F8: per cent off the price for full marks on sustainability
    int decimals = -1;                ///< scores are rounded to so many, -1 for not at all
    Ties ties = Ties::quality;
};

/// What is expected of the bids; every number is an assumption of whoever made the draft.
struct Market {
    int bidders_from = 3;
    int bidders_to = 5;
    Cents price_level = 50'000'000;
    Milli price_spread = 8'000;  ///< per cent, one standard deviation of ln price
    Milli green_mean = 60'000;   ///< per cent of the points on sustainability
    Milli green_spread = 20'000;
    Milli quality_mean = 70'000;  ///< the same for the other quality
    Milli quality_spread = 15'000;
    Milli green_premium = 5'000;     ///< per cent on the price from no to full marks on sustainability
    Milli correlation = 0;           ///< of a bid's price within the spread and its sustainability, -1 to 1
    std::int64_t kg_least = 60'000;  ///< kg CO2e of the whole contract with full marks on sustainability
    std::int64_t kg_most = 100'000;  ///< and with none
    std::int64_t draws = 20'000;
    std::int64_t seed = 2018;
    bool is_own = false;  ///< somebody looked at these numbers and kept them
};

struct ExpectedBid {
    std::string name;
    Cents price = 0;
    Milli green = 0;    ///< per cent of the points
    Milli quality = 0;  ///< per cent of the points
};

struct Tender {
    chain::Record record;      ///< its title names the tender
    std::string organisation;  ///< id of the owner's when it was made, "" for none
    std::string subject;       ///< what is bought, Markdown
    std::string procedure;     ///< Markdown
    std::vector<Criterion> criteria;
    Scoring scoring;
    Market market;
    std::vector<ExpectedBid> expected;  ///< when there are two or more, they stand in for the market
};

inline constexpr std::size_t title_length_max = 200;
inline constexpr std::size_t text_length_max = 8'000;
inline constexpr std::size_t name_length_max = 120;
inline constexpr std::size_t guide_length_max = 4'000;
inline constexpr Cents price_max = 100'000'000'000;  ///< a thousand million euros, as the engine's
inline constexpr std::int64_t kg_max = 1'000'000'000;
inline constexpr std::size_t criteria_max = 12;
inline constexpr std::size_t bids_max = 12;                 ///< as many as the engine takes
inline constexpr std::int64_t draws_at_once_max = 100'000;  ///< more are a job
inline constexpr std::int64_t draws_max = 2'000'000;

/// Price, quality and sustainability at 60, 20 and 20; with the market's prefilled assumptions: a first
/// picture without typing a number. `language`: that of the names.
std::vector<Criterion> usual_criteria(std::string_view language);

Milli weight_total(const Tender& tender);
Milli weight_of(const Tender& tender, CriterionType type);
/// Of all criteria that count as sustainability.
Milli green_weight(const Tender& tender);
/// Share of all weight, in thousandths of per cent.
Milli share(Milli weight, Milli total);

/// The same tender with `share` (thousandths of per cent) of all weight on sustainability and the rest
/// scaled, each to a thousandth and together exactly 100; within a group in proportion.
std::vector<Criterion> with_green_share(const Tender& tender, Milli share);

/// One level of a scoring guide.
struct Level {
    Milli points = 0;
    std::string earns;
};
/// Reads a guide; a line that is not "points: text" is a problem at `field` that names the line.
std::vector<Level> levels_of(std::string_view guide, html::Language language, std::string_view field,
                             Problems& problems);

/// What a tender is made of, as stable text: the same text means the same reckoning. Engine's version apart.
std::string content_of(const Tender& tender);

}  // namespace kring::tender
