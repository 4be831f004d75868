// SPDX-License-Identifier: EUPL-1.2
// The pages on which members choose the topics of a series.
#pragma once

#include <string_view>
#include <vector>

#include "domain/desk/visit.hpp"
#include "domain/workshop/workshop_page.hpp"

namespace kring::topic {

std::vector<desk::Route> routes();

/// To join: while topics of its series are chosen. To read: the topics that a workshop takes up.
void add_doors(const desk::Visit& visit, std::string_view workshop, workshop::Beside& beside);

}  // namespace kring::topic
