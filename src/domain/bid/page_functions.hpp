// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp, and what they share.
#pragma once

#include "domain/bid/acts.hpp"
#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"

namespace kring::bid {

web::Response list_bids(const desk::Visit& visit);
web::Response new_bid(const desk::Visit& visit);
web::Response post_new_bid(const desk::Visit& visit);
web::Response edit_bid(const desk::Visit& visit);
web::Response post_bid(const desk::Visit& visit);
web::Response post_removal(const desk::Visit& visit);
web::Response edit_assessment(const desk::Visit& visit);
web::Response post_assessment(const desk::Visit& visit);
web::Response edit_assessors(const desk::Visit& visit);
web::Response post_assessors(const desk::Visit& visit);

web::Response show_award(const desk::Visit& visit);
web::Response post_signing(const desk::Visit& visit);
web::Response show_sheet(const desk::Visit& visit);
web::Response send_sheet_file(const desk::Visit& visit);

/// The bids of the draft in the address, or `not_found`.
Result<Room> room_here(db::Connection& in, const desk::Visit& visit);
/// The same for its owner; `forbidden` for who may only see them.
Result<Room> room_to_run_here(db::Connection& in, const desk::Visit& visit);

std::string bid_address(const desk::Visit& visit, std::string_view rest,
                        std::initializer_list<std::string_view> parts = {});

/// Crumbs to the draft, its bids, and this page.
desk::Frame frame_of(const desk::Visit& visit, const Room& room, std::string title);

}  // namespace kring::bid
