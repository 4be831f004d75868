// SPDX-License-Identifier: EUPL-1.2
// Reads XML as strictly as a parser that stops at the first fault: what is wrong, or "" when whole.
#pragma once

#include <string>
#include <string_view>

namespace kring::tests {

std::string fault_in_xml(std::string_view xml);

}  // namespace kring::tests
