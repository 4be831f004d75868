// SPDX-License-Identifier: EUPL-1.2
// Pictures of numbers with their range, as SVG: for a page, a phone, paper and a screen reader. They say by
// place and shape what they say, never by colour; the same numbers always stand in a table beside them.
#pragma once

#include <string>
#include <vector>

namespace kring::outcome {

/// From P5 to P95, with a mark at P50; `value` is what stands behind the label, worded.
struct Range {
    std::string label;
    std::string value;
    double low = 0;
    double middle = 0;
    double high = 0;
};

struct Tick {
    double at = 0;
    std::string label;
};

struct RangePicture {
    std::string id;  ///< unique on the page
    std::string title;
    std::string description;  ///< what one sees, in a sentence
    std::vector<Range> ranges;
    std::vector<Tick> ticks;  ///< along the axis, in rising order
};

/// Bars from the least to the greatest of all ranges and nought. Text is escaped here.
std::string svg_of(const RangePicture& picture);

struct Part {
    std::string label;
    std::string value;  ///< "42 %"
    double share = 0;   ///< 0 to 1
};

struct PartPicture {
    std::string id;
    std::string title;
    std::string description;
    std::vector<Part> parts;
};

/// A bar for each part, as long as its share.
std::string svg_of(const PartPicture& picture);

}  // namespace kring::outcome
