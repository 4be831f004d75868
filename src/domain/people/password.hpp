// SPDX-License-Identifier: EUPL-1.2
// Which passwords will do (R2): 12 to 128 characters, any characters, no rules of composition,
// but not what everybody guesses first: well-known words and runs, this site's and one's own names.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/people/people.hpp"
#include "platform/base/result.hpp"

namespace kring::people {

inline constexpr std::size_t password_length_min = 12;
inline constexpr std::size_t password_length_max = 128;

/// In Unicode normalisation form C, so that the same characters typed on another keyboard are the
/// same password. Text that is not clean UTF-8 stays as it is.
std::string normal_password(std::string_view typed);

/// Words of a person and of the site that somebody would try first, in ASCII lower case.
std::vector<std::string> own_words(const Person& person, std::string_view site_name);

/// True when the password is nothing but own words, at most two well-known words or keyboard runs, digits
/// and marks, however repeated, also with 3 for e and the like; or has under five different characters.
bool is_guessable(std::string_view password, const std::vector<std::string>& own);

/// The Problems of a new password, already normal, for the form field named.
Problems password_problems(std::string_view password, const std::vector<std::string>& own,
                           std::string_view field);

/// Some 450 words and runs that lists of leaked passwords are made of, longest first.
const std::vector<std::string_view>& common_words();

}  // namespace kring::people
