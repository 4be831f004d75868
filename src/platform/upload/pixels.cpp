// SPDX-License-Identifier: EUPL-1.2
#include <algorithm>

#include "platform/upload/image.hpp"

namespace kring::upload {

namespace {

// The mean of a square of `step` by `step` pixels, cut off at the edge.
unsigned char mean(const Pixels& from, std::uint32_t column, std::uint32_t row, std::uint32_t step,
                   std::uint32_t channel) {
    std::uint64_t sum = 0;
    std::uint64_t count = 0;
    const std::uint32_t bottom = std::min(from.height, (row + 1) * step);
    const std::uint32_t right = std::min(from.width, (column + 1) * step);
    for (std::uint32_t y = row * step; y < bottom; ++y) {
        for (std::uint32_t x = column * step; x < right; ++x, ++count) {
            const std::size_t at = (std::size_t{y} * from.width + x) * from.channels + channel;
            sum += static_cast<unsigned char>(from.bytes[at]);
        }
    }
    return static_cast<unsigned char>(count == 0 ? 0 : sum / count);
}

}  // namespace

Pixels scaled(Pixels pixels) {
    const std::uint32_t side = std::max(pixels.width, pixels.height);
    const std::uint32_t step = (side + kept_side_max - 1) / kept_side_max;
    if (step <= 1) return pixels;
    Pixels small{(pixels.width + step - 1) / step, (pixels.height + step - 1) / step, pixels.channels, ""};
    small.bytes.reserve(std::size_t{small.width} * small.height * small.channels);
    for (std::uint32_t i = 0; i < small.width * small.height * small.channels; ++i) {
        const std::uint32_t pixel = i / small.channels;
        small.bytes += static_cast<char>(
            mean(pixels, pixel % small.width, pixel / small.width, step, i % small.channels));
    }
    return small;
}

Pixels turned(const Pixels& from, int orientation) {
    if (orientation <= 1 || orientation > 8) return from;
    const bool is_on_its_side = orientation >= 5;
    Pixels to{is_on_its_side ? from.height : from.width, is_on_its_side ? from.width : from.height,
              from.channels, ""};
    to.bytes.resize(from.bytes.size());
    const bool flips_x = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    const bool flips_y = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    for (std::uint32_t y = 0; y < to.height; ++y) {
        for (std::uint32_t x = 0; x < to.width; ++x) {
            const std::uint32_t source_x = is_on_its_side ? y : x;
            const std::uint32_t source_y = is_on_its_side ? x : y;
            const std::uint32_t column = flips_x ? from.width - 1 - source_x : source_x;
            const std::uint32_t row = flips_y ? from.height - 1 - source_y : source_y;
            const std::size_t source = (std::size_t{row} * from.width + column) * from.channels;
            const std::size_t target = (std::size_t{y} * to.width + x) * to.channels;
            std::copy_n(from.bytes.begin() + static_cast<std::ptrdiff_t>(source), from.channels,
                        to.bytes.begin() + static_cast<std::ptrdiff_t>(target));
        }
    }
    return to;
}

}  // namespace kring::upload
