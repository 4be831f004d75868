// SPDX-License-Identifier: EUPL-1.2
#include "engine/award/stakes.hpp"

#include <algorithm>
#include <cmath>

namespace kring::award {

namespace {

constexpr double full_score = 1099511627776.0;  // 2^40
constexpr double magic = 6755399441055744.0;    // 1.5 × 2^52: adding it rounds to a whole number
// Scores on a line are off by 2^-11 at most, and others differ by more.
constexpr double tie = 1.0 / 64;

double whole(double number) { return (number + magic) - magic; }

double next_after(double number) { return std::nextafter(number, 2.0); }

}  // namespace

Rules::Rules(const Tender& tender, const Field& field, double most, Cents usual_price)
    : formula_(tender.method.formula),
      clipped_(tender.method.clipped),
      is_relative_(award::is_relative(formula_)),
      low_(static_cast<double>(tender.method.price_low)),
      high_(static_cast<double>(tender.method.price_high)),
      logarithm_of_base_(chance::logarithm(tender.method.base.approximate())),
      seed_(field.seed),
      lots_(field.lots),
      green_(field.green) {
    const std::vector<Exact> worths = worths_of(tender);
    const bool has_price = formula_ != Formula::per_euro;
    const Exact green = tender.criteria[field.criteria[green_].criterion].weight;
    const Exact all = quality_weight(tender) + (has_price ? award::price_weight(tender) : Exact(0));
    const Exact rest = all - green;
    const auto part = [](const Exact& one, const Exact& of) {
        return of == Exact(0) ? 0 : (one / of).approximate();
    };
    price_part_ = has_price ? part(award::price_weight(tender), rest) : 0;
    price_weight_ = has_price ? part(award::price_weight(tender), all) : 0;
    const double cents = formula_ == Formula::discount ? 1 : 100;
    for (std::size_t at = 0; at < field.criteria.size(); ++at) {
        const std::size_t criterion = field.criteria[at].criterion;
        parts_.push_back(at == green_ ? 0 : part(tender.criteria[criterion].weight, rest));
        weights_.push_back(part(tender.criteria[criterion].weight, all));
        worths_.push_back(at == green_ ? 0 : worths[criterion].approximate() * cents);
    }
    for (const TieRule& rule : tender.ties) {
        std::size_t place = 0;
        for (std::size_t at = 0; at < field.criteria.size(); ++at) {
            if (tender.criteria[field.criteria[at].criterion].id == rule.criterion) place = at;
        }
        ties_.push_back({rule.by, place});
    }
    if (formula_ == Formula::value || formula_ == Formula::discount) {
        own_ = worths[field.criteria[green_].criterion].approximate();
    } else if (formula_ == Formula::shadow) {
        own_ = tender.method.shadow_price.approximate();
    } else {
        own_ = part(green, all);
    }
    take_knob(tender, most, usual_price);
}

void Rules::take_knob(const Tender& tender, double most, Cents usual_price) {
    if (!is_money(tender.method.formula)) {
        own_part_ = own_;
        return;
    }
    most_ = most > 0 ? most : 2 * own_;
    if (most_ <= 0 && formula_ == Formula::value) most_ = static_cast<double>(usual_price) / 100;
    if (most_ <= 0) most_ = formula_ == Formula::shadow ? 1.0 : 0.2;
    if (formula_ == Formula::discount) most_ = std::min(most_, 1.0);
    most_ = std::max(most_, own_);
    own_part_ = own_ / most_;
}

double Rules::price_share(double price, double log_price, const Prices& prices) const {
    const auto& [lowest, highest, log_lowest] = prices;
    double share = 0;
    switch (formula_) {
        case Formula::lowest:
            return lowest / price;
        case Formula::bounds:
            share = (high_ - price) / (high_ - low_);
            break;
        case Formula::excess:
            return std::max(0.0, 2.0 - price / lowest);
        case Formula::range:
            return highest > lowest ? (highest - price) / (highest - lowest) : 1.0;
        case Formula::logarithm:
            share = 1.0 - (log_price - log_lowest) / logarithm_of_base_;
            break;
        default:
            return 0;
    }
    return clipped_ ? std::min(1.0, std::max(0.0, share)) : share;
}

Stakes Rules::stakes(const Block& block, std::size_t at, std::size_t without) const {
    Stakes stakes;
    for (std::size_t bidder = 0; bidder < block.bidders(at); ++bidder) {
        if (bidder != without) stakes.who[stakes.count++] = static_cast<std::uint8_t>(bidder);
    }
    if (is_money(formula_)) {
        add_money(block, at, stakes);
    } else {
        add_points(block, at, stakes);
    }
    return stakes;
}

Rules::Prices Rules::prices_of(const Stakes& stakes, const Block& block, std::size_t at) const {
    Prices prices{block.price(stakes.who[0])[at], block.price(stakes.who[0])[at],
                  block.log_price(stakes.who[0])[at]};
    for (std::size_t place = 1; place < stakes.count; ++place) {
        const double price = block.price(stakes.who[place])[at];
        if (price < prices.lowest) prices.log_lowest = block.log_price(stakes.who[place])[at];
        prices.lowest = std::min(prices.lowest, price);
        prices.highest = std::max(prices.highest, price);
    }
    return prices;
}

std::vector<double> Rules::price_shares(const Block& block, std::size_t at) const {
    Stakes stakes;
    for (std::size_t bidder = 0; bidder < block.bidders(at); ++bidder) {
        stakes.who[stakes.count++] = static_cast<std::uint8_t>(bidder);
    }
    const Prices prices = prices_of(stakes, block, at);
    std::vector<double> shares;
    for (std::size_t bidder = 0; bidder < stakes.count; ++bidder) {
        shares.push_back(price_share(block.price(bidder)[at], block.log_price(bidder)[at], prices));
    }
    return shares;
}

void Rules::add_points(const Block& block, std::size_t at, Stakes& stakes) const {
    const Prices prices = prices_of(stakes, block, at);
    stakes.is_curved = formula_ == Formula::utility;
    stakes.price_part = price_part_;
    for (std::size_t place = 0; place < stakes.count; ++place) {
        const std::size_t bidder = stakes.who[place];
        const double price = block.price(bidder)[at];
        double rest = price_part_ * price_share(price, block.log_price(bidder)[at], prices);
        double others = 0;
        for (std::size_t one = 0; one < parts_.size(); ++one) {
            rest += parts_[one] * block.share(one, bidder)[at];
            others += parts_[one];
        }
        double green = block.share(green_, bidder)[at];
        stakes.green[place] = whole(green * full_score);
        stakes.price_ratio[place] = prices.lowest / price;
        if (formula_ == Formula::per_euro) {
            // Without another criterion the whole of Q is green at any weight.
            rest = (others > 0 ? rest : green) * stakes.price_ratio[place];
            green *= stakes.price_ratio[place];
        }
        stakes.start[place] = whole(rest * full_score);
        stakes.slope[place] = whole(green * full_score) - stakes.start[place];
    }
}

Lead Rules::lead(const Block& block, std::size_t bidders) const {
    Lead lead;
    lead.formula = formula_;
    lead.clipped = clipped_;
    lead.low = low_;
    lead.high = high_;
    lead.logarithm_of_base = logarithm_of_base_;
    lead.bidders = bidders;
    lead.criteria = weights_.size();
    lead.price_weight = price_weight_;
    std::copy(weights_.begin(), weights_.end(), lead.weights.begin());
    for (std::size_t bidder = 0; bidder < bidders; ++bidder) {
        lead.price[bidder] = block.price(bidder);
        lead.log_price[bidder] = block.log_price(bidder);
        for (std::size_t one = 0; one < lead.criteria; ++one) {
            lead.share[one][bidder] = block.share(one, bidder);
        }
    }
    return lead;
}

void Rules::add_money(const Block& block, std::size_t at, Stakes& stakes) const {
    for (std::size_t place = 0; place < stakes.count; ++place) {
        const std::size_t bidder = stakes.who[place];
        const double price = block.price(bidder)[at];
        const double green = block.share(green_, bidder)[at];
        double off = 0;
        for (std::size_t one = 0; one < worths_.size(); ++one)
            off += worths_[one] * block.share(one, bidder)[at];
        if (formula_ == Formula::discount) off *= price;
        stakes.start[place] = whole(off - price);
        if (formula_ == Formula::shadow) {
            stakes.slope[place] = -whole(most_ * 100 * block.stated_kg(bidder)[at]);
        } else {
            stakes.slope[place] = whole(most_ * green * (formula_ == Formula::discount ? price : 100.0));
        }
        stakes.green[place] =
            formula_ == Formula::shadow ? -block.stated_kg(bidder)[at] : whole(green * full_score);
    }
}

bool Rules::is_preferred(const Block& block, std::size_t at, std::size_t one, std::size_t other) const {
    for (const Tie& rule : ties_) {
        if (rule.by == TieRule::By::lot) break;
        const bool by_price = rule.by == TieRule::By::price;
        // The least goes first: a price, or what is short of the full share.
        const double mine = by_price ? block.price(one)[at] : -block.share(rule.criterion, one)[at];
        const double theirs = by_price ? block.price(other)[at] : -block.share(rule.criterion, other)[at];
        if (mine != theirs) return mine < theirs;
    }
    const std::uint64_t draw = block.first() + at;
    return lot(draw, one) < lot(draw, other);
}

/// Those whose lots came out share out their drawn lots in that order: still a fair draw against the rest.
std::uint64_t Rules::lot(std::uint64_t draw, std::size_t bidder) const {
    const auto told = std::find(lots_.begin(), lots_.end(), bidder);
    if (told == lots_.end()) return lot_of(seed_, draw, bidder);
    std::vector<std::uint64_t> drawn;
    for (const std::size_t one : lots_) drawn.push_back(lot_of(seed_, draw, one));
    std::sort(drawn.begin(), drawn.end());
    return drawn[static_cast<std::size_t>(told - lots_.begin())];
}

First Rules::first(const Stakes& stakes, double part, const Block& block, std::size_t at) const {
    Each scores{};
    double best_quality = 0;
    for (std::size_t place = 0; place < stakes.count; ++place) {
        scores[place] = stakes.start[place] + part * stakes.slope[place];
        best_quality = place == 0 ? scores[place] : std::max(best_quality, scores[place]);
    }
    for (std::size_t place = 0; stakes.is_curved && place < stakes.count; ++place) {
        const double left = (1 - part) * stakes.price_part * full_score - (best_quality - scores[place]);
        scores[place] = left * stakes.price_ratio[place];
    }
    First first;
    for (std::size_t place = 1; place < stakes.count; ++place) {
        const double ahead = scores[place] - scores[first.place];
        const bool is_equal = ahead < tie && ahead > -tie;
        const bool is_better =
            is_equal ? is_preferred(block, at, stakes.who[place], stakes.who[first.place]) : ahead > 0;
        first.is_tied = is_equal || (first.is_tied && !is_better);
        if (is_better) first.place = place;
    }
    return first;
}

std::size_t Rules::walk(const Stakes& stakes, const Block& block, std::size_t at,
                        std::vector<Change>& changes) const {
    const std::size_t before = changes.size();
    const std::size_t start = first(stakes, 0, block, at).place;
    if (stakes.is_curved) {
        walk_grid(stakes, block, at, changes);
    } else {
        walk_lines(stakes, block, at, changes);
    }
    double greenest = stakes.green[0];
    for (std::size_t place = 1; place < stakes.count; ++place)
        greenest = std::max(greenest, stakes.green[place]);
    for (std::size_t one = before; one < changes.size(); ++one) {
        Change& change = changes[one];
        const int was = stakes.green[change.from] == greenest ? 1 : 0;
        const int is = stakes.green[change.to] == greenest ? 1 : 0;
        change.green = static_cast<std::int8_t>(is - was);
        const int differed = change.from != start ? 1 : 0;
        const int differs = change.to != start ? 1 : 0;
        change.decides = static_cast<std::int8_t>(differs - differed);
    }
    return start;
}

std::size_t Rules::steepest(const Stakes& stakes, const Block& block, std::size_t at, std::size_t one,
                            std::size_t other) const {
    if (stakes.slope[one] != stakes.slope[other])
        return stakes.slope[one] > stakes.slope[other] ? one : other;
    return is_preferred(block, at, stakes.who[one], stakes.who[other]) ? one : other;
}

/// Along the upper envelope: from each crossing the steepest line through it is ahead. At the crossing itself
/// all lines through it tie, and the rule for ties picks one.
void Rules::walk_lines(const Stakes& stakes, const Block& block, std::size_t at,
                       std::vector<Change>& changes) const {
    std::size_t winner = first(stakes, 0, block, at).place;
    std::size_t ahead = winner;
    for (std::size_t place = 0; place < stakes.count; ++place) {
        if (place == ahead || stakes.start[place] != stakes.start[ahead]) continue;
        ahead = steepest(stakes, block, at, place, ahead);
    }
    const auto change_to = [&changes, &winner](std::size_t to, double part) {
        if (to == winner || part > 1) return;
        changes.push_back({part, static_cast<std::uint8_t>(winner), static_cast<std::uint8_t>(to)});
        winner = to;
    };
    change_to(ahead, next_after(0));
    for (double here = 0; here <= 1;) {
        double crossing = 2;
        std::size_t next = ahead;
        std::size_t picked = ahead;
        for (std::size_t place = 0; place < stakes.count; ++place) {
            if (stakes.slope[place] <= stakes.slope[ahead]) continue;
            const double meets =
                (stakes.start[ahead] - stakes.start[place]) / (stakes.slope[place] - stakes.slope[ahead]);
            if (meets > crossing || meets > 1) continue;
            if (meets < crossing) next = picked = ahead;
            crossing = meets;
            next = next == ahead ? place : steepest(stakes, block, at, place, next);
            if (is_preferred(block, at, stakes.who[place], stakes.who[picked])) picked = place;
        }
        if (next == ahead) return;
        change_to(picked, crossing);
        change_to(next, next_after(crossing));
        ahead = next;
        here = crossing;
    }
}

void Rules::walk_grid(const Stakes& stakes, const Block& block, std::size_t at,
                      std::vector<Change>& changes) const {
    std::size_t winner = first(stakes, 0, block, at).place;
    for (int step = 1; step < grid_size; ++step) {
        const double part = static_cast<double>(step) / (grid_size - 1);
        const std::size_t place = first(stakes, part, block, at).place;
        if (place == winner) continue;
        changes.push_back({part, static_cast<std::uint8_t>(winner), static_cast<std::uint8_t>(place)});
        winner = place;
    }
}

}  // namespace kring::award
