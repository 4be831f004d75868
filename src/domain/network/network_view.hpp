// SPDX-License-Identifier: EUPL-1.2
// What all pages in a network share: the way to it, who sees it, its card in a list, and form
// fields for a text in two languages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/desk/form.hpp"
#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"
#include "domain/network/network.hpp"

namespace kring::network {

/// Networks, then this one; the page itself follows. `is_last` leaves out the network's address.
std::vector<desk::Crumb> crumbs_to(const desk::Visit& visit, const Network& network, bool is_last = false);

/// For the pages of the network itself.
chain::VisibleFor visible_for(const desk::Visit& visit, const Network& network);

/// For pages on which its facilitators and administrators change something.
chain::VisibleFor visible_to_facilitators(const desk::Visit& visit, const Network& network);

/// A network_card: name, its first lines, `meta` (counts, in words), and whether it is closed.
html::View card(const desk::Visit& visit, const Network& network, const std::string& meta);

/// "42 leden", from store's member_counts.
std::string members_in_words(const desk::Visit& visit,
                             const std::vector<std::pair<std::string, std::int64_t>>& counts,
                             std::string_view network);

/// A link in a list of actions: href, label.
html::View link(std::string_view href, std::string label);

/// What was typed in a field: without spaces around it, line ends as LF.
std::string typed(const desk::Visit& visit, std::string_view field);

/// The fields `stem`_nl and `stem`_en.
Bilingual typed_pair(const desk::Visit& visit, std::string_view stem);

/// Two one-line fields `stem`_nl and `stem`_en; their labels are the phrases `label`.nl and `label`.en.
void add_texts(desk::Form& form, const desk::Visit& visit, std::string_view stem, std::string_view label,
               const Bilingual& value, bool is_required);

/// Two areas for Markdown, not required; `hint` is a phrase key or "".
void add_areas(desk::Form& form, const desk::Visit& visit, std::string_view stem, std::string_view label,
               const Bilingual& value, std::string_view hint);

/// A field for a day, a clock or a whole number, not required; a plain one when what was typed is
/// none, since a browser would throw that away.
desk::Extra day_field(std::string_view value);
desk::Extra clock_field(std::string_view value);
desk::Extra number_field(std::string_view value);

/// Days "from" and "until" (2027-01-14), not required: the fields `starts` and `ends`.
void add_days(desk::Form& form, std::string_view starts, std::string_view ends);

/// A page that is one form: title, then network_form with the form in it.
web::Response show_form(const desk::Visit& visit, desk::Frame frame, const desk::Form& form, int status);

/// The status of a form shown anew: that of its first problem; 200 without one.
int status_of_form(const Problems& problems);

/// "14 januari 2027 tot 3 maart 2027", or what is known of it; "" when nothing is.
std::string period_in_words(const desk::Visit& visit, std::string_view starts, std::string_view ends);

}  // namespace kring::network
