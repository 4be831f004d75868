// SPDX-License-Identifier: EUPL-1.2
#include "domain/acquaintance/acquaintance.hpp"

#include <algorithm>

#include "platform/base/text.hpp"

namespace kring::acquaintance {

std::string words(const Wish& wish) {
    std::string all;
    for (const std::string& theme : wish.themes) all += (all.empty() ? "" : " ") + theme;
    return all;
}

std::vector<std::string> themes_of(std::string_view words) {
    std::vector<std::string> found;
    const auto given = split(words, ' ');
    for (const std::string_view theme : themes) {
        if (std::find(given.begin(), given.end(), theme) != given.end()) found.emplace_back(theme);
    }
    return found;
}

Problems problems_of(const Wish& wish) {
    if (!wish.themes.empty()) return {};
    return {{Trouble::invalid, "acquaintance.problem.no_theme", "theme-" + std::string(themes.front()), {}}};
}

bool wants(const Wisher& one, std::string_view theme) {
    const auto& own = one.wish.themes;
    return std::find(own.begin(), own.end(), theme) != own.end();
}

bool may_meet(const Wisher& one, const Wisher& other) {
    if (one.person == other.person) return false;
    if (!one.organisation.empty() && one.organisation == other.organisation) return false;
    const bool is_across = one.side != other.side && one.side != Side::adviser && other.side != Side::adviser;
    if (is_across && !(one.wish.meets_other_side && other.wish.meets_other_side)) return false;
    return std::any_of(one.wish.themes.begin(), one.wish.themes.end(),
                       [&](const std::string& theme) { return wants(other, theme); });
}

}  // namespace kring::acquaintance
