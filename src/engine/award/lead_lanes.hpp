// SPDX-License-Identifier: EUPL-1.2
// Some tenders at once, in vector extensions of the compiler, that mean the same at every width.
// Included by lead.cpp alone, once within each region that is compiled for a width.
#ifndef KRING_LANES
#error "included by lead.cpp alone"
#endif

#define KRING_INLINE static inline __attribute__((always_inline))

namespace kring::award::KRING_LANES {

using Real = double __attribute__((vector_size(KRING_LANE_BYTES)));

constexpr std::size_t lanes = KRING_LANE_BYTES / 8;

KRING_INLINE void load(Real& to, const double* from) { __builtin_memcpy(&to, from, sizeof to); }
KRING_INLINE void store(double* to, const Real& from) { __builtin_memcpy(to, &from, sizeof from); }

struct Prices {
    Real lowest;
    Real highest;
    Real log_lowest;
};

template <Formula formula>
KRING_INLINE void take_prices(const Lead& lead, std::size_t at, Prices& prices) {
    load(prices.lowest, lead.price[0] + at);
    prices.highest = prices.lowest;
    if constexpr (formula == Formula::logarithm) load(prices.log_lowest, lead.log_price[0] + at);
    for (std::size_t bidder = 1; bidder < lead.bidders; ++bidder) {
        Real price;
        load(price, lead.price[bidder] + at);
        prices.lowest = price < prices.lowest ? price : prices.lowest;
        prices.highest = price > prices.highest ? price : prices.highest;
        if constexpr (formula != Formula::logarithm) continue;
        load(price, lead.log_price[bidder] + at);
        prices.log_lowest = price < prices.log_lowest ? price : prices.log_lowest;
    }
}

template <Formula formula>
KRING_INLINE void take_price_share(const Lead& lead, std::size_t bidder, std::size_t at, const Prices& prices,
                                   Real& share) {
    const Real none = {};
    const Real full = none + 1.0;
    Real price;
    load(price, lead.price[bidder] + at);
    if constexpr (formula == Formula::lowest) share = prices.lowest / price;
    if constexpr (formula == Formula::bounds) share = (lead.high - price) / (lead.high - lead.low);
    if constexpr (formula == Formula::excess) share = 2.0 - price / prices.lowest;
    if constexpr (formula == Formula::range) {
        const Real part = (prices.highest - price) / (prices.highest - prices.lowest);
        share = prices.highest > prices.lowest ? part : full;
    }
    if constexpr (formula == Formula::logarithm) {
        load(price, lead.log_price[bidder] + at);
        share = 1.0 - (price - prices.log_lowest) / lead.logarithm_of_base;
    }
    if constexpr (formula == Formula::excess) share = share > none ? share : none;
    if constexpr (formula == Formula::bounds || formula == Formula::logarithm) {
        const Real kept = share < none ? none : (share > full ? full : share);
        share = lead.clipped ? kept : share;
    }
}

template <Formula formula>
static void find(const Lead& lead, const Leaders& leaders, std::size_t count) {
    for (std::size_t at = 0; at < count; at += lanes) {
        Prices prices;
        take_prices<formula>(lead, at, prices);
        const Real none = {};
        Real best = none - 1e300;
        Real second = best;
        Real who = none;
        for (std::size_t bidder = 0; bidder < lead.bidders; ++bidder) {
            Real score;
            take_price_share<formula>(lead, bidder, at, prices, score);
            score = score * lead.price_weight;
            for (std::size_t one = 0; one < lead.criteria; ++one) {
                Real share;
                load(share, lead.share[one][bidder] + at);
                score = score + share * lead.weights[one];
            }
            const Real number = none + static_cast<double>(bidder);
            const Real lesser = score < best ? score : best;
            second = lesser > second ? lesser : second;
            who = score > best ? number : who;
            best = score > best ? score : best;
        }
        store(leaders.who + at, who);
        store(leaders.by + at, best - second);
    }
}

static void find_any(const Lead& lead, const Leaders& leaders, std::size_t count) {
    switch (lead.formula) {
        case Formula::lowest:
            return find<Formula::lowest>(lead, leaders, count);
        case Formula::bounds:
            return find<Formula::bounds>(lead, leaders, count);
        case Formula::excess:
            return find<Formula::excess>(lead, leaders, count);
        case Formula::range:
            return find<Formula::range>(lead, leaders, count);
        default:
            return find<Formula::logarithm>(lead, leaders, count);
    }
}

}  // namespace kring::award::KRING_LANES

#undef KRING_INLINE
#undef KRING_LANES
#undef KRING_LANE_BYTES
