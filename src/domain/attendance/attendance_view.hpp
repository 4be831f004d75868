// SPDX-License-Identifier: EUPL-1.2
// What the pages of this room share.
#pragma once

#include <string>
#include <string_view>

#include "domain/registration/registration_view.hpp"

namespace kring::attendance {

using registration::Place;

/// The workshop in the address, for its facilitator: `not_found`, or `forbidden` for others.
Result<Place> find_place_to_run(db::Connection& in, const desk::Visit& visit);

/// "/bijeenkomsten/ID/aanwezigheid" and what follows, in the reader's language.
std::string attendance_address(const desk::Visit& visit, std::string_view workshop,
                               std::string_view rest = "");

/// Page title and crumbs; visible to the facilitators.
desk::Frame frame_to_run(const desk::Visit& visit, const Place& place, std::string title);

/// Sets qr_size and qr_path to a QR code of the address that takes the code, and code to what one types.
void set_code(html::View& view, const desk::Visit& visit, std::string_view code);

}  // namespace kring::attendance
