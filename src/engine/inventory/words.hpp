// SPDX-License-Identifier: EUPL-1.2
// The word lists: what kinds of device, columns, states and totals are called in Dutch, English, German and
// French, all folded. Documented in docs/inventory.md. Private to engine/inventory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/inventory/inventory.hpp"

namespace kring::inventory {

/// What a text names. `is_weak`: only by a word that says little ("computer"), which a product line
/// overrules.
struct Named {
    std::vector<Device> devices;  ///< each once
    bool is_weak = false;
    bool is_not_ict = false;  ///< it names a thing that is no equipment, and no device
};
Named named_in(std::string_view text);

/// How well a heading says this: 0 not at all, 1 among other words, 2 exactly.
int heading_fit(std::string_view heading, Meaning meaning);

/// "Type" means the kind to some and the model to others.
bool is_either_kind_or_model(std::string_view heading);

bool says_total(std::string_view text);
bool says_gone(std::string_view text);
bool says_nothing(std::string_view text);  ///< "n/a", "-", "onbekend"

/// Whether the folded text holds the folded words one after another.
bool holds_words(std::string_view folded_text, std::string_view folded_words);

}  // namespace kring::inventory
