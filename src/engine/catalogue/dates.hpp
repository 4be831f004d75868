// SPDX-License-Identifier: EUPL-1.2
// Days as the sheets' collectors wrote them.
#pragma once

#include <optional>
#include <string_view>

#include "engine/catalogue/catalogue.hpp"

namespace kring::catalogue {

/// "November 2020", "Feb 2021", "June 6 2022", "June 6, 2022", "6 June 2022", "2021-6-16", "2021-06",
/// "26/07/2019", "27-05-2022", "07/2019", "2019". Day before month where digits alone tell it. Nothing when
/// it is none of these, or no day that exists between 1990 and 2100.
std::optional<Date> read_date(std::string_view text);

}  // namespace kring::catalogue
