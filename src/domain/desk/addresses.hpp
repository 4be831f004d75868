// SPDX-License-Identifier: EUPL-1.2
// Addresses in both languages from one Dutch pattern: "/vragen/{id}" is "/en/questions/{id}".
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "domain/chain/record.hpp"
#include "domain/desk/visit.hpp"

namespace kring::desk {

/// Whether the address is there in English too: all are but those of the API and files, and of files the
/// feeds and tables.
bool has_english(std::string_view dutch_pattern);

/// The English pattern, "/en" in front and every fixed word translated. Throws std::logic_error on a
/// word that has no translation, so a route cannot start half-translated.
std::string english_pattern(std::string_view dutch_pattern);

/// Fills the pattern's {parts} in order, percent-encoded, in the language given.
std::string address(html::Language language, std::string_view dutch_pattern,
                    std::initializer_list<std::string_view> parts = {});
inline std::string address(const Visit& visit, std::string_view dutch_pattern,
                           std::initializer_list<std::string_view> parts = {}) {
    return address(visit.language, dutch_pattern, parts);
}

/// Where a record is shown: its own page; an answer on its question's page ("…/vragen/Q#ID").
std::string address_of(html::Language language, const chain::Record& record);

}  // namespace kring::desk
