// SPDX-License-Identifier: EUPL-1.2
#include "domain/tender/tender.hpp"

#include <array>
#include <functional>
#include <numeric>

#include "platform/base/text.hpp"

namespace kring::tender {

namespace {

constexpr std::array<std::string_view, 3> type_words = {"price", "quality", "effect"};
constexpr std::array<std::string_view, 10> formula_words = {"f1", "f2",  "f3a", "f3b", "f4",
                                                            "f5", "f6a", "f6b", "f7",  "f8"};
constexpr std::array<std::string_view, 4> ties_words = {"lot", "quality", "green", "price"};

template <class Enum, std::size_t n>
std::optional<Enum> find_word(const std::array<std::string_view, n>& all, std::string_view word) {
    for (std::size_t i = 0; i < n; ++i) {
        if (all[i] == word) return static_cast<Enum>(i);
    }
    return std::nullopt;
}

// Length before text, so that no two drafts are written alike.
void put(std::string& to, std::string_view text) {
    to += std::to_string(text.size()) + ":" + std::string(text) + ";";
}
void put(std::string& to, std::int64_t number) { to += std::to_string(number) + ";"; }

// Spreads `whole` over the criteria in proportion to their weight, in whole thousandths; what rounding leaves
// goes to the last of them.
void spread(std::vector<Criterion>& criteria, bool is_green, Milli whole) {
    const Milli total = std::accumulate(
        criteria.begin(), criteria.end(), Milli{0},
        [&](Milli sum, const Criterion& one) { return one.is_green == is_green ? sum + one.weight : sum; });
    Milli given = 0;
    Criterion* last = nullptr;
    for (Criterion& one : criteria) {
        if (one.is_green != is_green) continue;
        if (total > 0 && one.weight == 0) continue;
        one.weight = total > 0 ? static_cast<Milli>(static_cast<__int128>(one.weight) * whole / total) : 0;
        given += one.weight;
        last = &one;
    }
    if (last) last->weight += whole - given;
}

}  // namespace

std::string_view word(CriterionType type) { return type_words[static_cast<std::size_t>(type)]; }
std::optional<CriterionType> criterion_type_of(std::string_view text) {
    return find_word<CriterionType>(type_words, text);
}
std::string_view word(Formula formula) { return formula_words[static_cast<std::size_t>(formula)]; }
std::optional<Formula> formula_of(std::string_view text) { return find_word<Formula>(formula_words, text); }
std::string_view word(Ties ties) { return ties_words[static_cast<std::size_t>(ties)]; }
std::optional<Ties> ties_of(std::string_view text) { return find_word<Ties>(ties_words, text); }

std::vector<Criterion> usual_criteria(std::string_view language) {
    const bool is_english = language == "en";
    const auto one = [](std::string name, CriterionType type, Milli weight, bool is_green) {
        Criterion criterion;
        criterion.name = std::move(name);
        criterion.type = type;
        criterion.weight = weight;
        criterion.is_green = is_green;
        return criterion;
    };
    return {one(is_english ? "Price" : "Prijs", CriterionType::price, 60'000, false),
            one(is_english ? "Quality" : "Kwaliteit", CriterionType::quality, 20'000, false),
            one(is_english ? "Sustainability" : "Duurzaamheid", CriterionType::quality, 20'000, true)};
}

Milli weight_total(const Tender& tender) {
    Milli total = 0;
    for (const Criterion& one : tender.criteria) total += one.weight;
    return total;
}

Milli weight_of(const Tender& tender, CriterionType type) {
    Milli total = 0;
    for (const Criterion& one : tender.criteria) total += one.type == type ? one.weight : 0;
    return total;
}

Milli green_weight(const Tender& tender) {
    Milli total = 0;
    for (const Criterion& one : tender.criteria) total += one.is_green ? one.weight : 0;
    return total;
}

Milli share(Milli weight, Milli total) {
    if (total <= 0) return 0;
    return static_cast<Milli>((static_cast<__int128>(weight) * 100'000 + total / 2) / total);
}

std::vector<Criterion> with_green_share(const Tender& tender, Milli share) {
    std::vector<Criterion> criteria = tender.criteria;
    spread(criteria, true, share);
    spread(criteria, false, 100'000 - share);
    return criteria;
}

std::vector<Level> levels_of(std::string_view guide, html::Language language, std::string_view field,
                             Problems& problems) {
    std::vector<Level> levels;
    int number = 0;
    for (const std::string_view line : split(guide, '\n')) {
        ++number;
        if (trim(line).empty()) continue;
        const auto colon = line.find(':');
        const auto points =
            colon == std::string_view::npos ? std::nullopt : read_amount(line.substr(0, colon), 3, language);
        const std::string_view earns =
            colon == std::string_view::npos ? std::string_view() : trim(line.substr(colon + 1));
        if (!points || *points < 0 || earns.empty()) {
            problems.push_back({Trouble::invalid,
                                "tender.problem.guide_line",
                                std::string(field),
                                {{"line", std::to_string(number)}}});
            continue;
        }
        levels.push_back({*points, std::string(earns)});
    }
    return levels;
}

std::string content_of(const Tender& tender) {
    std::string text;
    const Scoring& s = tender.scoring;
    const Market& m = tender.market;
    put(text, word(s.formula));
    for (const std::int64_t number :
         {s.price_low.value_or(-1), s.price_high.value_or(-1), s.log_base, s.quality_value, s.co2_price,
          s.discount, static_cast<std::int64_t>(s.decimals)})
        put(text, number);
    put(text, word(s.ties));
    for (const std::int64_t number :
         {static_cast<std::int64_t>(m.bidders_from), static_cast<std::int64_t>(m.bidders_to), m.price_level,
          m.price_spread, m.green_mean, m.green_spread, m.quality_mean, m.quality_spread, m.green_premium,
          m.correlation, m.kg_least, m.kg_most, m.draws, m.seed})
        put(text, number);
    for (const Criterion& one : tender.criteria) {
        put(text, word(one.type));
        put(text, one.weight);
        put(text, one.is_green ? 1 : 0);
        put(text, one.points);
    }
    text += "|";
    for (const ExpectedBid& bid : tender.expected) {
        put(text, bid.name);
        put(text, bid.price);
        put(text, bid.green);
        put(text, bid.quality);
    }
    return text;
}

}  // namespace kring::tender
