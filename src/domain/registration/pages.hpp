// SPDX-License-Identifier: EUPL-1.2
// The pages of registration, and one's place on a workshop's own page.
#pragma once

#include <vector>

#include "domain/desk/visit.hpp"
#include "domain/workshop/workshop_page.hpp"

namespace kring::registration {

std::vector<desk::Route> routes();

/// For "Mijn Kring": the visitor's active registrations for workshops to come that they may read, by day.
/// A list of title, title_language, href, when, state (in words).
html::List own_registrations(const desk::Visit& visit);

/// Puts the visitor's place on the page of a workshop.
void add_doors(const desk::Visit& visit, std::string_view workshop, workshop::Beside& beside);

}  // namespace kring::registration
