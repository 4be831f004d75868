// SPDX-License-Identifier: EUPL-1.2
// The log: one JSON object a line on standard error, every string escaped and capped (R33).
// It never holds a person's id, name, mail address or anything typed (R19).
#pragma once

#include <initializer_list>
#include <string_view>
#include <utility>

namespace kring {

using LogField = std::pair<std::string_view, std::string_view>;

void log_line(std::string_view level, std::string_view event, std::initializer_list<LogField> fields = {});

}  // namespace kring
