// SPDX-License-Identifier: EUPL-1.2
// Where the readers write down what is odd, so that a file of nothing but faults stays small in memory.
#pragma once

#include <string>
#include <string_view>

#include "engine/reading/oddity.hpp"

namespace kring::reading {

/// Text as it may stand in an oddity: at most 200 bytes, cut at a character, with "…" for the rest.
std::string shown(std::string_view text);

/// A number with as few digits as tell it apart: "0.5245", "190000".
std::string shown(double number);
std::string shown(std::size_t number);

class Notes {
public:
    /// After `most_oddities` only what refuses the whole file is still written down.
    void add(Code code, int line = 0, std::string_view column = "", std::string_view value = "",
             std::string_view other = "");

    /// All of them by line; those about the whole file first.
    Oddities take();

private:
    Oddities oddities_;
    bool is_full_ = false;
};

}  // namespace kring::reading
