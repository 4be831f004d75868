// SPDX-License-Identifier: EUPL-1.2
// What the pages of this room share: a commitment as a row, and the workshop a page is about.
#pragma once

#include <vector>

#include "domain/commitment/commitment.hpp"
#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"
#include "domain/network/network.hpp"
#include "domain/workshop/workshop.hpp"
#include "platform/html/view.hpp"

namespace kring::commitment {

/// The workshop a page is about, with the way to it.
struct Place {
    workshop::Workshop workshop;
    workshop::Series series;
    network::Network network;
};

/// `not_found` unless the visitor may read it and it is a workshop.
Result<Place> find_place(db::Connection& in, const desk::Visit& visit, std::string_view workshop);

/// Crumbs down to the workshop and this page.
desk::Frame frame_of(const desk::Visit& visit, const Place& place, std::string title);

/// Rows of commitment_row; `with_owner` names whose they are.
html::List rows_of(const desk::Visit& visit, const std::vector<Commitment>& all, bool with_owner);

std::string state_in_words(const desk::Visit& visit, const Commitment& one);

}  // namespace kring::commitment
