// SPDX-License-Identifier: EUPL-1.2
// What the pages of this room share: the workshop they are about with the way to it, how a
// registration stands at this moment, and places in words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/desk/form.hpp"
#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"
#include "domain/network/network.hpp"
#include "domain/registration/registration.hpp"
#include "domain/registration/store.hpp"

namespace kring::registration {

/// The workshop a page is about.
struct Place {
    workshop::Workshop workshop;
    workshop::Series series;
    network::Network network;
    std::optional<Terms> terms;
    Tally tally;
};

/// The workshop in the address; `not_found` unless the visitor may read it and it is one.
Result<Place> find_place(db::Connection& in, const desk::Visit& visit, std::string_view id);

/// The visitor's own registration there.
struct Own {
    std::optional<Registration> registration;
    std::int64_t position = 0;  ///< on the waiting list; 0 when not waiting
    Needs needs;
};
Own find_own(db::Connection& in, const desk::Visit& visit, const Place& place);

/// How it stands by the clock: an offer whose time is over has expired, also before a job has passed it on.
State state_now(const Registration& registration, const Place& place, Time when);

/// Whether the visitor can register now: open, not begun, a member.
bool can_register(const desk::Visit& visit, const Place& place);

/// Page title, crumbs down to the workshop and this page.
desk::Frame frame_of(const desk::Visit& visit, const Place& place, std::string title);

/// Sets workshop, workshop_language, workshop_href, and what set_when_and_where sets.
void set_place(html::View& view, const desk::Visit& visit, const Place& place);

/// The pools that have places, as radios; with how many are free when `says_free`.
std::vector<desk::Option> pool_options(const desk::Visit& visit, const Place& place, bool says_free);

std::string place_address(const desk::Visit& visit, const Place& place);          ///< one's own place
std::string registrations_address(const desk::Visit& visit, const Place& place);  ///< the facilitators' list

/// "In de zaal: nog 3 plaatsen", or how many wait.
std::string free_in_words(const desk::Visit& visit, const Place& place, Pool pool);

/// Fields for what one eats or needs, with the promise that it is deleted.
void add_needs(desk::Form& form, const desk::Visit& visit, const Place& place, const Needs& needs);
Needs typed_needs(const desk::Visit& visit);

}  // namespace kring::registration
