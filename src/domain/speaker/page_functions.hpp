// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp; and what they share.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/desk/form.hpp"
#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"
#include "domain/speaker/guest.hpp"

namespace kring::speaker {

// For facilitators
web::Response show_guests(const desk::Visit& visit);
web::Response post_invitation(const desk::Visit& visit);
web::Response post_renewal(const desk::Visit& visit);
web::Response post_revocation(const desk::Visit& visit);
web::Response post_showing(const desk::Visit& visit);

// For readers
web::Response list_talks(const desk::Visit& visit);
web::Response send_photo(const desk::Visit& visit);
web::Response send_slides(const desk::Visit& visit);

// For a guest
web::Response show_link(const desk::Visit& visit);
web::Response post_link(const desk::Visit& visit);
web::Response post_departure(const desk::Visit& visit);
web::Response show_portal(const desk::Visit& visit);
web::Response show_talk(const desk::Visit& visit);
web::Response post_talk(const desk::Visit& visit);
web::Response show_consent(const desk::Visit& visit);
web::Response post_consent(const desk::Visit& visit);
web::Response show_photo(const desk::Visit& visit);
web::Response post_photo(const desk::Visit& visit);
web::Response post_photo_removal(const desk::Visit& visit);
web::Response send_own_photo(const desk::Visit& visit);
web::Response show_slides(const desk::Visit& visit);
web::Response post_slides(const desk::Visit& visit);
web::Response post_slides_removal(const desk::Visit& visit);
web::Response send_own_slides(const desk::Visit& visit);
web::Response show_passages(const desk::Visit& visit);
web::Response post_passage(const desk::Visit& visit);

/// Whose link this browser came in with; nothing when it works no more.
std::optional<Guest> guest_of(const desk::Visit& visit);
/// The page in place of a guest's own when there is no (working) link.
web::Response link_gone(const desk::Visit& visit);

/// A page below a guest's own; `title` is a phrase key.
desk::Frame frame_for_guest(const desk::Visit& visit, std::string_view title);

/// A page of a guest that is a form: speaker_form with what its head lists.
web::Response show_guest_form(const desk::Visit& visit, desk::Frame frame, std::string_view lead,
                              const desk::Form& form, html::View view, const Problems& problems);

/// A file on its way out: never shown by the browser itself, and powerless if it is.
web::Response send_file(std::string bytes, const Kept& file);
/// A photo: encoded anew when it came in, so it may be shown.
web::Response send_picture(std::string bytes, const Kept& file);

/// "pdf, 210 kB".
std::string size_in_words(const desk::Visit& visit, const Kept& file);

}  // namespace kring::speaker
