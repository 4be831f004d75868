// SPDX-License-Identifier: EUPL-1.2
// PNG through libpng's simplified interface, which reports faults without jumping.
#include <png.h>

#include "platform/upload/image.hpp"
#include "platform/upload/refusal.hpp"

namespace kring::upload {

namespace {

// Frees what libpng holds, however the function ends.
struct Image : png_image {
    Image() : png_image{} { version = PNG_IMAGE_VERSION; }
    ~Image() { png_image_free(this); }
    Image(const Image&) = delete;
    Image& operator=(const Image&) = delete;
};

std::string encoded(const Pixels& pixels) {
    Image image;
    image.width = pixels.width;
    image.height = pixels.height;
    image.format = pixels.channels == 4 ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string bytes(size, '\0');
    if (!png_image_write_to_memory(&image, bytes.data(), &size, 0, pixels.bytes.data(), 0, nullptr))
        return "";
    bytes.resize(size);
    return bytes;
}

}  // namespace

Result<Accepted> accept_png(std::string_view bytes) {
    if (!is_whole_png(bytes)) return refusal("damaged");
    CameraNotes notes = notes_of_png(bytes);
    Image image;
    if (!png_image_begin_read_from_memory(&image, bytes.data(), bytes.size())) return refusal("damaged");
    if (std::uint64_t{image.width} * image.height > pixels_max) return refusal("pixels");
    const bool has_alpha = (image.format & PNG_FORMAT_FLAG_ALPHA) != 0;
    image.format = has_alpha ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
    Pixels pixels{image.width, image.height, has_alpha ? 4U : 3U, std::string(PNG_IMAGE_SIZE(image), '\0')};
    if (!png_image_finish_read(&image, nullptr, pixels.bytes.data(), 0, nullptr)) return refusal("damaged");
    std::string made = encoded(turned(scaled(std::move(pixels)), notes.orientation));
    if (made.empty()) return refusal("damaged");
    return Accepted{Kind::png, std::move(made), std::move(notes.found)};
}

}  // namespace kring::upload
