// SPDX-License-Identifier: EUPL-1.2
// What devices are called in Dutch, English, German and French, folded, and by product lines of makers that
// sell to organisations. Private to engine/inventory.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "engine/inventory/inventory.hpp"

namespace kring::inventory {

enum class Weight {
    plain,
    weak,     ///< says little: a product line overrules it
    ending,   ///< also as the last part of a longer word: "thuiswerklaptop"
    stronger  ///< goes before other devices in the same text: "laptop dock"
};

struct Word {
    std::string_view words;
    std::optional<Device> device;  ///< nothing: no equipment
    Weight weight = Weight::plain;
};

/// All names, each before its parts.
const std::vector<Word>& word_list();

}  // namespace kring::inventory
