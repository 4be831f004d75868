// SPDX-License-Identifier: EUPL-1.2
// Pictures: those of their own are decoded and encoded anew, so that nothing but pixels is left; those in
// documents keep their pixels as they are and lose what is said beside them. Private to platform/upload.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/upload/upload.hpp"

namespace kring::upload {

/// Most pixels a picture may have, told before one is decoded; and its longest side when it is kept.
inline constexpr std::uint64_t pixels_max = 40'000'000;
inline constexpr std::uint32_t kept_side_max = 1600;

/// Pixels in rows of red, green, blue (and alpha, for PNG).
struct Pixels {
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    std::uint32_t channels = 3;
    std::string bytes;
};

Result<Accepted> accept_jpeg(std::string_view bytes);
Result<Accepted> accept_png(std::string_view bytes);

/// At most kept_side_max long, by taking the mean of whole squares; and turned as EXIF says (1 to 8).
Pixels scaled(Pixels pixels);
Pixels turned(const Pixels& pixels, int orientation);

/// What a camera noted (TIFF 6.0 as in EXIF 2.32).
struct CameraNotes {
    int orientation = 1;
    std::vector<Found> found;
};
CameraNotes read_exif(std::string_view tiff);

/// What is said beside the pixels of a JPEG or PNG; takes anything.
CameraNotes notes_of_jpeg(std::string_view bytes);
CameraNotes notes_of_png(std::string_view bytes);

/// Whether it goes on to its last chunk; what stands behind that does not count.
bool is_whole_png(std::string_view bytes);

/// Takes notes and comments out of a JPEG or PNG inside a document; other endings stay as they are. False
/// when it is not what its ending says.
bool bare_picture(std::string& bytes, std::string_view ending, std::vector<Found>& found);

}  // namespace kring::upload
