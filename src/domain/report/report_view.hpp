// SPDX-License-Identifier: EUPL-1.2
// What the pages of this room share: the workshop a page is about, and a part with links to what it tells of.
#pragma once

#include <map>
#include <vector>

#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"
#include "domain/network/network.hpp"
#include "domain/report/parts.hpp"
#include "domain/report/report.hpp"
#include "domain/workshop/workshop.hpp"
#include "platform/html/view.hpp"

namespace kring::report {

struct Place {
    workshop::Workshop workshop;
    workshop::Series series;
    network::Network network;
};

/// `not_found` unless the visitor may read it and it is a workshop.
Result<Place> find_place(db::Connection& in, const desk::Visit& visit, std::string_view workshop);

/// The same, when the workshop is over and the visitor may see the draft of its report; `to_edit`: may edit
/// it.
Result<Place> find_draft_place(db::Connection& in, const desk::Visit& visit, bool to_edit);

/// Crumbs down to the workshop, its report and, unless `title` is that, this page.
desk::Frame frame_of(const desk::Visit& visit, const Place& place, std::string title);

std::string draft_address(const desk::Visit& visit, const Place& place);
std::string part_name(const desk::Visit& visit, PartKind kind);

/// A guest speaker, as far as they agree at this moment.
struct Spoken {
    std::string named_as;
    bool has_slides = false;  ///< that the visitor may have
};

/// What the visitor may know of what lines tell of, by id.
struct Known {
    std::map<std::string, chain::Record> records;
    std::map<std::string, Spoken> guests;
};
Known known_of(db::Connection& in, const desk::Visit& visit, const std::vector<Part>& parts);

/// Views of report_part; lines have a link where the visitor may read the record. Parts that are left out or
/// empty are not among them. `language` of the words between, "" for that of the page.
html::List part_views(const desk::Visit& visit, const std::vector<Part>& parts, const Known& known,
                      std::string_view language = "");

}  // namespace kring::report
