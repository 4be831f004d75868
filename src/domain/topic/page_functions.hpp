// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp, and what they share.
#pragma once

#include <optional>

#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"
#include "domain/network/network.hpp"
#include "domain/topic/topic.hpp"
#include "domain/workshop/workshop.hpp"

namespace kring::topic {

web::Response show_topics(const desk::Visit& visit);
web::Response edit_round(const desk::Visit& visit);
web::Response post_round(const desk::Visit& visit);
web::Response post_closing(const desk::Visit& visit);

web::Response new_topic(const desk::Visit& visit);
web::Response post_topic(const desk::Visit& visit);
web::Response post_vote(const desk::Visit& visit);
web::Response post_taking_out(const desk::Visit& visit);
web::Response post_workshop(const desk::Visit& visit);

/// The series in the address with its round, as far as the visitor may see it.
struct Place {
    network::Network network;
    workshop::Series series;
    std::optional<Round> round;
};

/// `not_found` for whom the round is not; without a round, for who is no member.
Result<Place> find_place(db::Connection& in, const desk::Visit& visit);

/// `below`: "/ronde", "/nieuw" or "/sluiting".
std::string topics_address(const desk::Visit& visit, const workshop::Series& series,
                           std::string_view below = "");

/// Page title, and crumbs down to this page, or to a page below the topics.
desk::Frame frame_of(const desk::Visit& visit, const Place& place, std::string title, bool is_below);

}  // namespace kring::topic
