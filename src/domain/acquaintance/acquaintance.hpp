// SPDX-License-Identifier: EUPL-1.2
// Meeting a colleague by theme: members who ask for it are paired with somebody of another organisation
// who chose the same theme. The things, and the rules that hold for them whoever asks.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "domain/journal/actor.hpp"
#include "platform/base/result.hpp"
#include "platform/base/time.hpp"

namespace kring::acquaintance {

/// What one can meet about, in the order of the form.
inline constexpr std::array<std::string_view, 7> themes = {"criteria",  "law",   "market", "organisation",
                                                           "contracts", "reuse", "effect"};

/// What somebody chose, in one network.
struct Wish {
    std::vector<std::string> themes;  ///< in the order of the list above
    bool meets_other_side = false;    ///< purchasers also suppliers, and the other way round
};

/// The themes with a space between them, as kept.
std::string words(const Wish& wish);
/// Drops what is no theme.
std::vector<std::string> themes_of(std::string_view words);

/// `invalid` at the first theme when none was chosen.
Problems problems_of(const Wish& wish);

/// A member who wishes to meet somebody and whose account is open.
struct Wisher {
    std::string person;
    std::string name;
    std::string organisation;  ///< id, "" when none
    std::string organisation_name;
    std::string email;
    Side side = Side::adviser;
    Wish wish;
};

bool wants(const Wisher& one, std::string_view theme);

/// Of two organisations (having none is one's own), with a theme in common; a purchaser and a supplier only
/// when both asked for the other side. Advisers stand on neither.
bool may_meet(const Wisher& one, const Wisher& other);

}  // namespace kring::acquaintance
