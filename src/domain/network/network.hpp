// SPDX-License-Identifier: EUPL-1.2
// Programmes and the learning networks they pay for: the things, and the rules that hold for
// them whoever asks.
#pragma once

#include <string>
#include <vector>

#include "domain/network/bilingual.hpp"
#include "platform/base/result.hpp"

namespace kring::network {

/// What a funder pays for.
struct Programme {
    std::string id;
    Bilingual name;  ///< both languages needed
    std::string funder;
    std::string budget_line;
    std::string starts;  ///< day, "" when not known
    std::string ends;
    Bilingual goals;  ///< Markdown
};

/// A group that learns together about one topic or product type.
struct Network {
    std::string id;
    std::string programme;  ///< id
    Bilingual name;         ///< both languages needed
    bool is_open = false;   ///< everyone sees its own pages; otherwise its members alone
    Bilingual about;        ///< Markdown
    Bilingual house_rules;  ///< Markdown
};

inline constexpr std::size_t name_length_max = 200;
inline constexpr std::size_t text_length_max = 20000;

/// Everything wrong with it, all at once; the fields are named as in the forms.
Problems problems_of(const Programme& programme);
Problems problems_of(const Network& network);

/// Adds problems with a pair of days that may each be "": not a day, or ending before it starts.
void check_days(const std::string& starts, const std::string& ends, Problems& problems);

}  // namespace kring::network
