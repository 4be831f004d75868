// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp, and what they share.
#pragma once

#include "domain/desk/frame.hpp"
#include "domain/desk/visit.hpp"
#include "domain/preparation/message.hpp"

namespace kring::preparation {

web::Response show_overview(const desk::Visit& visit);

web::Response show_messages(const desk::Visit& visit);
web::Response new_message(const desk::Visit& visit);
/// Looks over, goes back to the form, or sends: by its field "step".
web::Response post_message(const desk::Visit& visit);
web::Response show_message(const desk::Visit& visit);

web::Response show_discuss(const desk::Visit& visit);
web::Response post_discuss(const desk::Visit& visit);

/// The workshop or the series in the address; `not_found` unless the visitor may read it, `conflict` when
/// the workshop was withdrawn.
Result<Subject> find_subject(db::Connection& in, const desk::Visit& visit);
/// The same, and `forbidden` unless they get it ready.
Result<Subject> find_subject_to_prepare(const desk::Visit& visit);

/// Its own page, and the list of messages about it.
std::string subject_address(const desk::Visit& visit, const Subject& subject);
std::string messages_address(const desk::Visit& visit, const Subject& subject, std::string_view below = "");

/// "Eisen en criteria"
std::string subject_in_words(const desk::Visit& visit, const Subject& subject);

/// Page title, crumbs down to the workshop or series, and this page; for its facilitators.
desk::Frame frame_of(const desk::Visit& visit, const Subject& subject, std::string title);

}  // namespace kring::preparation
