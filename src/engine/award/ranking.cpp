// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>
#include <functional>

#include "engine/award/reckoning.hpp"

namespace kring::award {

namespace {

using Group = std::vector<std::size_t>;

class Ranker {
public:
    Ranker(const Tender& tender, const Reckoning& reckoning, const Lots& lots)
        : tender_(tender), bids_(reckoning.bids), lots_(lots) {
        ranking_.places.assign(bids_.size(), 1);
    }

    Ranking rank() {
        Group all(bids_.size());
        for (std::size_t at = 0; at < all.size(); ++at) all[at] = at;
        const bool lowest_wins = is_money(tender_.method.formula);
        part(
            all,
            [this, lowest_wins](std::size_t one, std::size_t other) {
                const auto order = bids_[one].total <=> bids_[other].total;
                return lowest_wins ? order < 0 : order > 0;
            },
            1, 0, nullptr);
        return std::move(ranking_);
    }

private:
    using Before = std::function<bool(std::size_t, std::size_t)>;

    /// Puts a group in order, and hands each part of it that is still equal to the next rule.
    void part(Group group, const Before& before, int place, std::size_t next_rule, const TieRule* rule) {
        std::sort(group.begin(), group.end(), before);
        std::vector<Group> parts;
        for (const std::size_t bid : group) {
            if (parts.empty() || before(parts.back().back(), bid)) parts.emplace_back();
            parts.back().push_back(bid);
        }
        if (rule != nullptr) ranking_.ties.push_back({place, *rule, names(group), names(parts.front())});
        for (Group& equals : parts) {
            settle(equals, place, next_rule);
            place += static_cast<int>(equals.size());
        }
    }

    void settle(Group& equals, int place, std::size_t next_rule) {
        if (equals.size() > 1 && next_rule < tender_.ties.size()) {
            const TieRule& rule = tender_.ties[next_rule];
            part(equals, before_by(rule, equals), place, next_rule + 1, &rule);
            return;
        }
        std::sort(equals.begin(), equals.end(),
                  [this](std::size_t one, std::size_t other) { return id(one) < id(other); });
        for (const std::size_t bid : equals) {
            ranking_.order.push_back(bid);
            ranking_.places[bid] = place;
        }
    }

    Before before_by(const TieRule& rule, const Group& group) const {
        if (rule.by == TieRule::By::price) {
            return [this](std::size_t one, std::size_t other) {
                return bids_[one].bid->price < bids_[other].bid->price;
            };
        }
        if (rule.by == TieRule::By::criterion) {
            const auto found =
                std::find_if(tender_.criteria.begin(), tender_.criteria.end(),
                             [&rule](const Criterion& one) { return one.id == rule.criterion; });
            const auto at = static_cast<std::size_t>(found - tender_.criteria.begin());
            return [this, at](std::size_t one, std::size_t other) {
                return bids_[one].shares[at] > bids_[other].shares[at];
            };
        }
        // Lots that leave one of them out have not been drawn among these.
        const bool are_drawn = std::all_of(group.begin(), group.end(),
                                           [this](std::size_t bid) { return lot(bid) < lots_.size(); });
        return [this, are_drawn](std::size_t one, std::size_t other) {
            return are_drawn && lot(one) < lot(other);
        };
    }

    std::size_t lot(std::size_t bid) const {
        return static_cast<std::size_t>(std::find(lots_.begin(), lots_.end(), id(bid)) - lots_.begin());
    }
    const std::string& id(std::size_t bid) const { return bids_[bid].bid->id; }

    std::vector<std::string> names(const Group& group) const {
        std::vector<std::string> ids;
        for (const std::size_t bid : group) ids.push_back(id(bid));
        std::sort(ids.begin(), ids.end());
        return ids;
    }

    const Tender& tender_;
    const std::vector<Reckoned>& bids_;
    const Lots& lots_;
    Ranking ranking_;
};

}  // namespace

std::vector<std::size_t> Ranking::winners() const {
    std::vector<std::size_t> first;
    for (const std::size_t bid : order) {
        if (places[bid] == 1) first.push_back(bid);
    }
    return first;
}

Ranking rank(const Tender& tender, const Reckoning& reckoning, const Lots& lots) {
    return Ranker(tender, reckoning, lots).rank();
}

Result<Award> score(const Tender& tender, const std::vector<Bid>& bids, const Lots& lots) {
    if (Problems problems = problems_of(tender); !problems.empty()) return problems;
    if (Problems problems = problems_of(tender, bids, lots); !problems.empty()) return problems;
    std::vector<const Bid*> all;
    for (const Bid& bid : bids) all.push_back(&bid);
    Reckoning reckoning = reckon(tender, all, true);
    Ranking ranking = rank(tender, reckoning, lots);
    Award award;
    award.notices = notices_of(tender, reckoning, ranking, lots);
    award.weighings = weighings_of(tender, reckoning);
    award.shared = std::move(reckoning.shared);
    award.ties = std::move(ranking.ties);
    for (const std::size_t at : ranking.order) {
        Reckoned& one = reckoning.bids[at];
        award.standings.push_back(
            {one.bid->id, ranking.places[at], one.total, one.bid->price, std::move(one.steps)});
        if (ranking.places[at] == 1) award.winners.push_back(one.bid->id);
    }
    return award;
}

}  // namespace kring::award
