// SPDX-License-Identifier: EUPL-1.2
// The chain as a picture: from the kinds of records on the left to the chapters on the right, a band
// for each pair, as wide as the number of times it was placed. Pure: the same version, the same bytes.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/summary/summary.hpp"

namespace kring::summary {

/// How often records of each kind stand in each chapter.
struct ChainPicture {
    struct KindCount {
        std::string kind;
        std::int64_t records = 0;     ///< different ones
        std::int64_t placements = 0;  ///< times placed
    };
    std::vector<KindCount> kinds;                       ///< those that occur, in the order of the chain
    std::vector<std::vector<std::int64_t>> placements;  ///< [chapter][kind]
};

ChainPicture chain_picture(const std::vector<FrozenChapter>& chapters);

/// The words in the picture, in one language; kinds and chapters in the order of the picture.
struct ChartWords {
    std::string title;
    std::string description;
    std::vector<std::string> kinds;
    std::vector<std::string> chapters;
};

/// An SVG with role "img", for pages and print alike: presentation attributes, no style, text as text.
std::string draw(const ChainPicture& picture, const ChartWords& words);

/// The colour of a kind's bands: at least 3:1 on white, and on the dark scheme's ground.
std::string_view colour_of(std::string_view kind);

}  // namespace kring::summary
