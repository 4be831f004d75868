// SPDX-License-Identifier: EUPL-1.2
// What the pages of this room share: the way to them, times in words, the steps of a series,
// speakers, and the line and button of what was withdrawn.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"
#include "domain/network/network.hpp"
#include "domain/workshop/workshop.hpp"

namespace kring::workshop {

/// Networks, the network, then the series; `is_last` leaves out the address of the series.
std::vector<desk::Crumb> crumbs_to(const desk::Visit& visit, const network::Network& network,
                                   const Series& series, bool is_last = false);

/// "Bijeenkomst 3", the last crumb but for pages below it.
desk::Crumb crumb_of(const desk::Visit& visit, const Workshop& workshop, bool is_last);

std::string series_address(const desk::Visit& visit, const Series& series);
std::string workshop_address(const desk::Visit& visit, std::string_view id);
std::string session_address(const desk::Visit& visit, std::string_view id);

/// For the forms of the network's facilitators.
chain::VisibleFor visible_to_planners(const desk::Visit& visit, const network::Network& network);

/// "13.00 uur", and "13.00 tot 15.30 uur" (either may be ""; "" when there is no start).
std::string clock_in_words(const desk::Visit& visit, std::string_view clock);
std::string clocks_in_words(const desk::Visit& visit, std::string_view from, std::string_view until);

/// "donderdag 14 januari 2027, 13.00 tot 15.30 uur", as far as it is known; "" without a day. For letters.
std::string moment_in_words(const html::Phrases& phrases, html::Language language, const Workshop& workshop);

/// The steps of component_steps, the current one (by id, may be "") among them.
html::List steps_of(const desk::Visit& visit, const std::vector<Workshop>& in_order,
                    std::string_view current);

/// Sets when_day, when_day_iso, when_time, day_note and place, place_note, each with …_language
/// where it is in two languages; "" for what is not known.
void set_when_and_where(html::View& view, const desk::Visit& visit, const Workshop& workshop);

/// Views of who, role, role_language, organisation (may be ""), is_first.
html::List speakers_of(const desk::Visit& visit, const Session& session);

/// Sets is_withdrawn and, when it is, withdrawn_text, restore_href and may_restore.
void set_withdrawn(html::View& view, const desk::Visit& visit, const chain::Record& record,
                   std::string_view restore_href);

/// Sets is_cancelled and, when it is, the names of workshop_cancelled; `may_plan` gives the way to undo it.
void set_cancellation(html::View& view, const desk::Visit& visit, const Workshop& workshop, bool may_plan);

/// Sets has_source and source, for component_source_line.
void set_source(html::View& view, const desk::Visit& visit, const chain::Record& record);

/// Badges of a record: who it is for when not everyone, and how certain it is.
html::List badges_of(const desk::Visit& visit, const chain::Record& record);

/// Those of its record, and that it will not take place.
html::List badges_of(const desk::Visit& visit, const Workshop& workshop);

/// The number in an address, 1 to 99; 0 when it is none.
std::int64_t number_part(const desk::Visit& visit, std::string_view part);

/// Problems that a form cannot show, since its subject or the right to it is gone.
bool is_beyond_the_form(const Problems& problems);

/// What stands in a number field: what was typed when a form comes back, else the number kept.
std::string number_shown(const desk::Visit& visit, std::string_view field, std::int64_t kept);

/// A whole number as typed; 0, which no number field allows, when it is none.
std::int64_t typed_number(const desk::Visit& visit, std::string_view field);

Problems forbidden();

}  // namespace kring::workshop
