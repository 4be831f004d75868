// SPDX-License-Identifier: EUPL-1.2
#include "domain/acquaintance/match.hpp"

#include <algorithm>
#include <optional>

#include "platform/base/secret.hpp"

namespace kring::acquaintance {

namespace {

using Place = std::size_t;  // in the order of the lots

std::string lot(std::string_view seed, std::string_view what) {
    return sha256_hex(std::string(seed) + "\n" + std::string(what));
}

void sort_by_lot(std::vector<Wisher>& wishers, std::string_view seed) {
    std::vector<std::pair<std::string, Wisher>> drawn;
    for (Wisher& one : wishers) drawn.emplace_back(lot(seed, one.person), std::move(one));
    std::sort(drawn.begin(), drawn.end(),
              [](const auto& left, const auto& right) { return left.first < right.first; });
    wishers.clear();
    for (auto& [number, one] : drawn) wishers.push_back(std::move(one));
}

class Matcher {
public:
    Matcher(std::vector<Wisher> wishers, const Met& met, std::string_view seed)
        : all_(std::move(wishers)), seed_(seed) {
        sort_by_lot(all_, seed);
        const auto none = std::vector<bool>(all_.size());
        may_.assign(all_.size(), none);
        is_new_ = may_;
        is_free_.assign(all_.size(), true);
        for (Place i = 0; i < all_.size(); ++i) {
            for (Place j = 0; j < all_.size(); ++j) {
                may_[i][j] = may_meet(all_[i], all_[j]);
                is_new_[i][j] = may_[i][j] && met.count(std::minmax(all_[i].person, all_[j].person)) == 0;
            }
        }
    }

    Matching run() {
        while (const auto one = most_constrained(nullptr)) {
            const Place other = most_constrained(&is_new_[*one]).value();
            is_free_[*one] = is_free_[other] = false;
            groups_.push_back({*one, other});
        }
        for (Place one = 0; one < all_.size(); ++one) {
            if (is_free_[one]) join_a_pair(one);
        }
        return result();
    }

private:
    std::int64_t choices(Place one) const {
        std::int64_t count = 0;
        for (Place other = 0; other < all_.size(); ++other) count += is_free_[other] && is_new_[one][other];
        return count;
    }

    // The free one with the fewest choices, but at least one; the lowest lot of those.
    std::optional<Place> most_constrained(const std::vector<bool>* among) const {
        std::optional<Place> found;
        std::int64_t fewest = 0;
        for (Place one = 0; one < all_.size(); ++one) {
            if (!is_free_[one] || (among && !(*among)[one])) continue;
            const std::int64_t count = choices(one);
            if (count == 0 || (found && count >= fewest)) continue;
            found = one;
            fewest = count;
        }
        return found;
    }

    std::string theme_of(const std::vector<Place>& group) const {
        std::string found;
        std::string lowest;
        for (const std::string_view theme : themes) {
            const bool is_common =
                std::all_of(group.begin(), group.end(), [&](Place one) { return wants(all_[one], theme); });
            std::string drawn = lot(seed_, theme);
            if (!is_common || (!found.empty() && drawn > lowest)) continue;
            found = theme;
            lowest = std::move(drawn);
        }
        return found;
    }

    void join_a_pair(Place one) {
        for (std::vector<Place>& group : groups_) {
            if (group.size() != 2 || !is_new_[one][group[0]] || !is_new_[one][group[1]]) continue;
            if (theme_of({group[0], group[1], one}).empty()) continue;
            group.push_back(one);
            is_free_[one] = false;
            return;
        }
    }

    Left why_left(Place one) const {
        const auto has_any = [](const std::vector<bool>& row) {
            return std::find(row.begin(), row.end(), true) != row.end();
        };
        if (!has_any(may_[one])) return Left::no_common;
        return has_any(is_new_[one]) ? Left::odd : Left::all_met;
    }

    Matching result() const {
        Matching matching;
        for (const std::vector<Place>& places : groups_) {
            Group group{theme_of(places), {}};
            for (const Place one : places) group.people.push_back(all_[one].person);
            matching.groups.push_back(std::move(group));
        }
        for (Place one = 0; one < all_.size(); ++one) {
            if (is_free_[one]) matching.left.emplace_back(all_[one].person, why_left(one));
        }
        return matching;
    }

    std::vector<Wisher> all_;
    std::string_view seed_;
    std::vector<std::vector<bool>> may_;
    std::vector<std::vector<bool>> is_new_;
    std::vector<bool> is_free_;
    std::vector<std::vector<Place>> groups_;
};

}  // namespace

std::string_view word(Left left) {
    switch (left) {
        case Left::no_mail:
            return "no_mail";
        case Left::no_common:
            return "no_common";
        case Left::all_met:
            return "all_met";
        case Left::odd:
            break;
    }
    return "odd";
}

Matching match(std::vector<Wisher> wishers, const Met& met, std::string_view seed) {
    return Matcher(std::move(wishers), met, seed).run();
}

}  // namespace kring::acquaintance
