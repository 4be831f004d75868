// SPDX-License-Identifier: EUPL-1.2
// The page of one workshop, for the room above to put something beside it.
#pragma once

#include "domain/desk/visit.hpp"
#include "platform/html/view.hpp"

namespace kring::workshop {

/// `beside` is the view of registration_panel, or holds nothing.
web::Response show_workshop(const desk::Visit& visit, html::View beside);

}  // namespace kring::workshop
