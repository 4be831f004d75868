// SPDX-License-Identifier: EUPL-1.2
// What the pages of this room share: the workshop a page is about, and the table of answers.
#pragma once

#include <vector>

#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"
#include "domain/evaluation/evaluation.hpp"
#include "domain/network/network.hpp"
#include "platform/sheet/sheet.hpp"

namespace kring::evaluation {

struct Place {
    workshop::Workshop workshop;
    workshop::Series series;
    network::Network network;
    std::optional<Asked> asked;
};

/// The workshop in the address; `not_found` unless the visitor may read it and it is one.
Result<Place> find_place(db::Connection& in, const desk::Visit& visit);

/// The same for its facilitators; `forbidden` for others.
Result<Place> find_place_to_see(db::Connection& in, const desk::Visit& visit);

/// Crumbs down to the workshop and this page.
desk::Frame frame_of(const desk::Visit& visit, const Place& place, std::string title);

std::string address_of(const desk::Visit& visit, const Place& place, std::string_view pattern);

/// Every answer as a row, in an order that tells nothing; the columns are described in docs/evaluations.md
/// and stay as they are. Below `division_least` answers the scores are left out.
sheet::Sheet sheet_of(const Place& place, const std::vector<Answer>& answers);

}  // namespace kring::evaluation
