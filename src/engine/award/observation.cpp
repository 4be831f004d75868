// SPDX-License-Identifier: EUPL-1.2
#include "engine/award/observation.hpp"

#include <algorithm>
#include <cmath>

namespace kring::award {

namespace {

constexpr double grams_a_kg = 1000;
constexpr std::size_t at_own = 1;
constexpr std::size_t first_other = 2;

/// The first point of the grid at or beyond a part.
std::size_t grid_point(double part) {
    constexpr double steps = grid_size - 1;
    auto point = static_cast<std::size_t>(std::max(0.0, part * steps - 1));
    while (static_cast<double>(point) / steps < part) ++point;
    return point;
}

class Observer {
public:
    Observer(const std::vector<Rules>& rules, const Field& field, const Tender& tender)
        : rules_(rules), field_(field), tender_(tender), block_(field) {
        seen_.extra_cents.assign(grid_size + 1, 0);
        seen_.avoided_grams.assign(grid_size + 1, 0);
        seen_.variances.assign(tender.criteria.size(), 0);
        seen_.others.resize(rules.size() - first_other);
    }

    void look(std::uint64_t first, std::size_t count) {
        block_.draw(field_, first, count, true);
        const bool needs_logarithms = std::any_of(rules_.begin(), rules_.end(),
                                                  [](const Rules& one) { return one.needs_logarithms(); });
        if (needs_logarithms) block_.take_logarithms();
        for (std::size_t at = 0; at < count; ++at) {
            look_at_curve(at);
            look_at_spreads(at);
            for (std::size_t other = first_other; other < rules_.size(); ++other) {
                compare(rules_[other], at, seen_.others[other - first_other]);
            }
        }
    }

    Observation seen() { return std::move(seen_); }

private:
    std::int64_t cents(std::size_t bidder, std::size_t at) const {
        return static_cast<std::int64_t>(block_.price(bidder)[at]);
    }
    std::int64_t grams(std::size_t bidder, std::size_t at) const {
        return std::llround(block_.real_kg(bidder)[at] * grams_a_kg);
    }

    void look_at_curve(std::size_t at) {
        const Rules& rules = rules_.front();
        const Stakes stakes = rules.stakes(block_, at);
        const std::size_t before = seen_.changes.size();
        const std::size_t start = rules.walk(stakes, block_, at, seen_.changes);
        const double greenest = *std::max_element(stakes.green.begin(), stakes.green.begin() + stakes.count);
        seen_.green_start += stakes.green[start] == greenest ? 1 : 0;
        ++seen_.starts[stakes.who[start]];
        for (std::size_t one = before; one < seen_.changes.size(); ++one) {
            Change& change = seen_.changes[one];
            change.from = stakes.who[change.from];
            change.to = stakes.who[change.to];
            const std::size_t point = grid_point(change.at);
            seen_.extra_cents[point] += cents(change.to, at) - cents(change.from, at);
            seen_.avoided_grams[point] += grams(change.from, at) - grams(change.to, at);
        }
        const std::size_t own = compare(rules_[at_own], at, seen_.own);
        if (own != stakes.who[start]) add_own(stakes.who[start], own, at);
    }

    void add_own(std::size_t start, std::size_t own, std::size_t at) {
        const std::int64_t extra = cents(own, at) - cents(start, at);
        const std::int64_t avoided = grams(start, at) - grams(own, at);
        seen_.own_cents += extra;
        seen_.own_grams += avoided;
        const auto x = static_cast<double>(extra);
        const auto y = static_cast<double>(avoided);
        seen_.own_squares[0] += x * x;
        seen_.own_squares[1] += x * y;
        seen_.own_squares[2] += y * y;
    }

    /// Gives the winner at the tender's own value.
    std::size_t compare(const Rules& rules, std::size_t at, Counts& counts) {
        const Stakes stakes = rules.stakes(block_, at);
        const First own = rules.first(stakes, rules.own_part(), block_, at);
        const First none = rules.first(stakes, 0, block_, at);
        const double greenest = *std::max_element(stakes.green.begin(), stakes.green.begin() + stakes.count);
        counts.green += stakes.green[own.place] == greenest ? 1 : 0;
        counts.decisive += own.place != none.place ? 1 : 0;
        counts.tied += own.is_tied ? 1 : 0;
        if (rules.can_reverse() && stakes.count > 2)
            look_for_reversals(rules, at, stakes.who[own.place], counts);
        return stakes.who[own.place];
    }

    void look_for_reversals(const Rules& rules, std::size_t at, std::size_t winner, Counts& counts) {
        bool any = false;
        for (std::size_t bidder = 0; bidder < block_.bidders(at); ++bidder) {
            if (bidder == winner || !may_matter(rules, at, bidder)) continue;
            const Stakes rest = rules.stakes(block_, at, bidder);
            if (rest.who[rules.first(rest, rules.own_part(), block_, at).place] == winner) continue;
            any = true;
            ++counts.by_bidder[bidder];
        }
        counts.reversed += any ? 1 : 0;
    }

    /// The scores of others hang on the lowest price, F3b's on the highest too, F6b's on the best quality.
    bool may_matter(const Rules& rules, std::size_t at, std::size_t bidder) const {
        if (rules.formula() == Formula::utility) return true;
        const double price = block_.price(bidder)[at];
        bool is_lowest = true;
        bool is_highest = rules.formula() == Formula::range;
        for (std::size_t other = 0; other < block_.bidders(at); ++other) {
            is_lowest = is_lowest && price <= block_.price(other)[at];
            is_highest = is_highest && price >= block_.price(other)[at];
        }
        return is_lowest || is_highest;
    }

    template <class Value>
    double variance(std::size_t bidders, const Value& value) const {
        double sum = 0;
        for (std::size_t bidder = 0; bidder < bidders; ++bidder) sum += value(bidder);
        const double mean = sum / static_cast<double>(bidders);
        double squares = 0;
        for (std::size_t bidder = 0; bidder < bidders; ++bidder) {
            squares += (value(bidder) - mean) * (value(bidder) - mean);
        }
        return squares / static_cast<double>(bidders);
    }

    void look_at_spreads(std::size_t at) {
        const std::size_t bidders = block_.bidders(at);
        for (std::size_t one = 0; one < field_.criteria.size(); ++one) {
            seen_.variances[field_.criteria[one].criterion] += variance(
                bidders, [this, one, at](std::size_t bidder) { return block_.share(one, bidder)[at]; });
        }
        const std::vector<double> prices = rules_.front().price_shares(block_, at);
        for (std::size_t one = 0; one < tender_.criteria.size(); ++one) {
            if (tender_.criteria[one].kind != Kind::price) continue;
            seen_.variances[one] +=
                variance(bidders, [&prices](std::size_t bidder) { return prices[bidder]; });
        }
    }

    const std::vector<Rules>& rules_;
    const Field& field_;
    const Tender& tender_;
    Block block_;
    Observation seen_;
};

}  // namespace

void Counts::add(const Counts& other) {
    green += other.green;
    decisive += other.decisive;
    tied += other.tied;
    reversed += other.reversed;
    for (std::size_t at = 0; at < by_bidder.size(); ++at) by_bidder[at] += other.by_bidder[at];
}

void Observation::add(const Observation& other) {
    for (std::size_t at = 0; at < starts.size(); ++at) starts[at] += other.starts[at];
    green_start += other.green_start;
    changes.insert(changes.end(), other.changes.begin(), other.changes.end());
    extra_cents.resize(other.extra_cents.size());
    avoided_grams.resize(other.avoided_grams.size());
    for (std::size_t at = 0; at < extra_cents.size(); ++at) {
        extra_cents[at] += other.extra_cents[at];
        avoided_grams[at] += other.avoided_grams[at];
    }
    own.add(other.own);
    own_cents += other.own_cents;
    own_grams += other.own_grams;
    for (std::size_t at = 0; at < own_squares.size(); ++at) own_squares[at] += other.own_squares[at];
    variances.resize(other.variances.size());
    for (std::size_t at = 0; at < variances.size(); ++at) variances[at] += other.variances[at];
    others.resize(other.others.size());
    for (std::size_t at = 0; at < others.size(); ++at) others[at].add(other.others[at]);
}

Observation observe(const std::vector<Rules>& rules, const Field& field, const Tender& tender,
                    std::uint64_t first, std::size_t count) {
    Observer observer(rules, field, tender);
    for (std::size_t done = 0; done < count; done += draws_in_block) {
        observer.look(first + done, std::min(draws_in_block, count - done));
    }
    return observer.seen();
}

}  // namespace kring::award
