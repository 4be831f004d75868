// SPDX-License-Identifier: EUPL-1.2
// The page functions of this room, gathered here for the route table in pages.cpp.
#pragma once

#include "domain/desk/visit.hpp"

namespace kring::workshop {

web::Response list_networks(const desk::Visit& visit);
web::Response show_network(const desk::Visit& visit);

web::Response show_series(const desk::Visit& visit);
web::Response new_series(const desk::Visit& visit);
web::Response post_new_series(const desk::Visit& visit);
web::Response edit_series(const desk::Visit& visit);
web::Response post_series(const desk::Visit& visit);

/// A series made after the template or a former one, and a workshop made after another.
web::Response new_outline(const desk::Visit& visit);
web::Response post_outline(const desk::Visit& visit);
web::Response new_copy(const desk::Visit& visit);
web::Response post_copy(const desk::Visit& visit);

web::Response new_workshop(const desk::Visit& visit);
web::Response post_new_workshop(const desk::Visit& visit);
web::Response edit_workshop(const desk::Visit& visit);
web::Response post_workshop(const desk::Visit& visit);

web::Response show_session(const desk::Visit& visit);
web::Response new_session(const desk::Visit& visit);
web::Response post_new_session(const desk::Visit& visit);
web::Response edit_session(const desk::Visit& visit);
web::Response post_session(const desk::Visit& visit);

web::Response show_participants(const desk::Visit& visit);
web::Response post_participants(const desk::Visit& visit);

/// Saying that a workshop will not take place, and undoing that.
web::Response new_cancellation(const desk::Visit& visit);
web::Response post_cancellation(const desk::Visit& visit);
web::Response post_reinstatement(const desk::Visit& visit);

/// Taking a workshop or a session back, and undoing that.
web::Response post_withdrawal(const desk::Visit& visit);
web::Response post_restoration(const desk::Visit& visit);

}  // namespace kring::workshop
