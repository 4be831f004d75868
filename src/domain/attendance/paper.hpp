// SPDX-License-Identifier: EUPL-1.2
// The attendance list to sign, the name badges, and the list as a flat table.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/attendance/sheets.hpp"
#include "domain/attendance/store.hpp"
#include "domain/desk/visit.hpp"
#include "platform/press/paper.hpp"
#include "platform/sheet/sheet.hpp"

namespace kring::attendance {

inline constexpr std::size_t badges_per_sheet = 8;

/// What to print, but for the style (platform/press/paper.css). The list holds everybody, and empty lines
/// for who walks in; badges are for who comes to the room.
press::Paper paper_of(db::Connection& in, const desk::Site& site, const SheetState& sheet);

/// Everybody who was expected or came, with where, when and how.
sheet::Sheet table_of(const desk::Site& site, html::Language language, const std::vector<Listed>& all);

/// "inkoper", "leverancier" …; "" for none.
std::string side_in_words(const html::Phrases& phrases, html::Language language, std::optional<Side> side);

}  // namespace kring::attendance
