// SPDX-License-Identifier: EUPL-1.2
// A figure in words: what it is, its value with its range and unit, where it comes from and how sure it is.
// For pages and for paper, so it asks for no visit.
#pragma once

#include <string>
#include <string_view>

#include "domain/scenario/figures.hpp"
#include "platform/html/phrases.hpp"

namespace kring::scenario {

/// "Laptop: uitstoot bij het maken", "Stroom: uitstoot per kWh".
std::string figure_name(const html::Phrases& phrases, html::Language language, std::string_view key);

/// "241 (135 tot 386) kg CO2e".
std::string value_in_words(const html::Phrases& phrases, html::Language language, const Figure& figure);

/// Source, year and licence: "Ember, 2024, CC-BY-SA-4.0".
std::string origin_in_words(const html::Phrases& phrases, html::Language language, const Figure& figure);

/// "Ember, 2024, CC-BY-SA-4.0, zekerheid hoog", "Aanname van Kring, niet bevestigd".
std::string source_in_words(const html::Phrases& phrases, html::Language language, const Figure& figure);

std::string unit_in_words(const html::Phrases& phrases, html::Language language, std::string_view unit);

}  // namespace kring::scenario
