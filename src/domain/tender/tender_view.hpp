// SPDX-License-Identifier: EUPL-1.2
// What the pages of draft tenders share: the draft a page is about with the way to it, its criteria and
// warnings in words.
#pragma once

#include <string>
#include <vector>

#include "domain/desk/frame.hpp"
#include "domain/desk/table.hpp"
#include "domain/desk/visit.hpp"
#include "domain/network/network.hpp"
#include "domain/tender/tender.hpp"
#include "domain/tender/warnings.hpp"
#include "platform/html/view.hpp"

namespace kring::tender {

struct Place {
    Tender tender;
    network::Network network;
    bool has_bids = false;
    chain::VisibleFor visible_for;
};

/// The draft in the address, or `not_found`.
Result<Place> find_place(db::Connection& in, const desk::Visit& visit);
/// The same to change it: `forbidden` for who may not.
Result<Place> find_place_to_change(db::Connection& in, const desk::Visit& visit);

/// "/aanbestedingen/{id}" and what follows it.
std::string tender_address(const desk::Visit& visit, std::string_view id, std::string_view rest = "");

/// Crumbs down to the draft, and to this page when it has a title of its own.
desk::Frame frame_of(const desk::Visit& visit, const Place& place, std::string title = "");

/// "price", "quality", "green" or "effect", in words.
std::string type_in_words(const desk::Visit& visit, const Criterion& one);
desk::Table criteria_table(const desk::Visit& visit, const Tender& tender);
std::string formula_in_words(const desk::Visit& visit, Formula formula);

/// Rows of tender_warnings: text and source.
html::List warnings_view(const desk::Visit& visit, const std::vector<Warning>& warnings);

/// Problems that no form shows: not found, forbidden, conflict.
bool is_beyond_the_form(const Problems& problems);

}  // namespace kring::tender
