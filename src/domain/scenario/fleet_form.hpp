// SPDX-License-Identifier: EUPL-1.2
// The form by which a scenario is made: filled by hand, or from somebody's list of equipment.
#pragma once

#include <string>
#include <vector>

#include "domain/scenario/forms.hpp"

namespace kring::scenario {

struct NewForm {
    std::string network;
    std::string title;
    std::string note;
    std::vector<TypedRow> rows;
    std::size_t empty = 2;  ///< rows below
    html::View remarks;     ///< of scenario_remarks, or holds nothing
};

/// As it opens.
NewForm first_form(const desk::Visit& visit);
web::Response show_new(const desk::Visit& visit, const NewForm& typed, const Problems& problems);

}  // namespace kring::scenario
