// SPDX-License-Identifier: EUPL-1.2
// What the pages of this room share: the workshop and its tables, names, addresses, and seats in words.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/breakout/breakout.hpp"
#include "domain/breakout/store.hpp"
#include "domain/desk/form.hpp"
#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"
#include "domain/network/network.hpp"
#include "domain/workshop/workshop.hpp"

namespace kring::breakout {

/// The workshop a page is about.
struct Place {
    workshop::Workshop workshop;
    workshop::Series series;
    network::Network network;
    std::optional<Breakout> breakout;
    std::vector<Seat> seats;               ///< as published
    std::map<std::string, Sitter> people;  ///< by id
    std::vector<chain::Record> questions;  ///< that can lie on a table

    const std::string& id() const { return workshop.record.id; }
    std::string name_of(std::string_view person) const;
    std::vector<std::string> names_at(std::int64_t round, std::string_view table) const;
};

/// The workshop in the address for who may see its tables (may_see); `not_found` for anybody else.
Result<Place> find_place(db::Connection& in, const desk::Visit& visit);

/// The same for who runs them; `forbidden` for others who may read the workshop.
Result<Place> find_place_to_run(db::Connection& in, const desk::Visit& visit);

/// An address below /bijeenkomsten/{id}/tafels: "" for that itself, or "/indeling" and so on.
std::string address_of(const desk::Visit& visit, const Place& place, std::string_view below = "");
std::string table_address(const desk::Visit& visit, const Place& place, std::int64_t table);
std::string notes_address(const desk::Visit& visit, const Place& place, std::int64_t table,
                          std::int64_t round);

/// Page title, and the crumbs down to it.
desk::Frame frame_of(const desk::Visit& visit, const Place& place, std::string title);

/// For pages that all who take part may see.
chain::VisibleFor visible_to_participants(const desk::Visit& visit, const Place& place);

/// Sets workshop, workshop_language, workshop_href.
void set_place(html::View& view, const desk::Visit& visit, const Place& place);

/// The questions on a table, each title, href, language.
html::List questions_of(const desk::Visit& visit, const Place& place, const Table& table);

/// "Ronde 2 van 3, tot 14.20 uur"; what to wait for when none goes on.
std::string standing_in_words(const desk::Visit& visit, const Place& place);

/// A number typed in a hidden or number field, or in the address; 0 when it is none.
std::int64_t number_of(std::string_view text);

/// A view of breakout_button: a form that is one button and sends `step` and the fields.
struct Button {
    std::string step;
    std::string label;  ///< phrase key
    std::vector<std::pair<std::string, std::string>> fields;
    bool is_primary = false;
};
html::View button_form(const desk::Visit& visit, std::string_view action, const Button& button);

}  // namespace kring::breakout
