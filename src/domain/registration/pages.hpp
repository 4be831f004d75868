// SPDX-License-Identifier: EUPL-1.2
// The pages of registration, and a workshop's own page with one's place on it.
#pragma once

#include <vector>

#include "domain/desk/visit.hpp"

namespace kring::registration {

std::vector<desk::Route> routes();

/// For "Mijn Kring": the visitor's active registrations for workshops to come that they may read, by day.
/// A list of title, title_language, href, when, state (in words).
html::List own_registrations(const desk::Visit& visit);

}  // namespace kring::registration
