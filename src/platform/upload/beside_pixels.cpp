// SPDX-License-Identifier: EUPL-1.2
// What stands beside the pixels of a JPEG (ITU T.81 annex B) and a PNG (ISO/IEC 15948): found, and left out.
#include <algorithm>
#include <array>

#include "platform/upload/image.hpp"
#include "platform/upload/refusal.hpp"

namespace kring::upload {

namespace {

constexpr std::string_view png_mark = "\x89PNG\r\n\x1a\n";
constexpr std::string_view jpeg_mark = "\xFF\xD8\xFF";
constexpr std::string_view exif_mark("Exif\0\0", 6);

std::size_t big_number(std::string_view bytes, std::size_t at, std::size_t width) {
    std::size_t value = 0;
    for (std::size_t i = 0; i < width; ++i) value = (value << 8) | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

// Calls each(marker, whole segment) up to the pixels; returns where they begin, 0 when it is broken.
template <class Each>
std::size_t segments(std::string_view jpeg, Each&& each) {
    if (!jpeg.starts_with(jpeg_mark)) return 0;
    std::size_t at = 2;
    while (at + 4 <= jpeg.size()) {
        const auto marker = static_cast<unsigned char>(jpeg[at + 1]);
        if (static_cast<unsigned char>(jpeg[at]) != 0xFF || marker < 0xC0) return 0;
        if (marker == 0xDA) return at;
        const std::size_t size = big_number(jpeg, at + 2, 2);
        if (size < 2 || size + 2 > jpeg.size() - at) return 0;
        each(marker, jpeg.substr(at, size + 2));
        at += size + 2;
    }
    return 0;
}

// Calls each(kind, whole chunk); false when the file does not end with its last chunk.
template <class Each>
bool chunks(std::string_view png, Each&& each) {
    if (!png.starts_with(png_mark)) return false;
    std::size_t at = png_mark.size();
    while (at + 12 <= png.size()) {
        const std::size_t size = big_number(png, at, 4);
        if (size > png.size() - at - 12) return false;
        const std::string_view kind = png.substr(at + 4, 4);
        each(kind, png.substr(at, size + 12));
        at += size + 12;
        if (kind == "IEND") return true;
    }
    return false;
}

bool is_note(unsigned char marker) {
    // APP0 says how to show it, APP2 its colours, APP14 its colour model; the rest tells of people.
    const bool is_needed = marker == 0xE0 || marker == 0xE2 || marker == 0xEE;
    return marker == 0xFE || (marker >= 0xE0 && marker <= 0xEF && !is_needed);
}

bool is_needed_chunk(std::string_view kind) {
    static constexpr std::array<std::string_view, 11> needed = {
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "pHYs", "sBIT"};
    return std::find(needed.begin(), needed.end(), kind) != needed.end();
}

bool bare_jpeg(std::string& bytes) {
    std::string bare = bytes.substr(0, 2);
    const std::size_t pixels = segments(bytes, [&](unsigned char marker, std::string_view segment) {
        if (!is_note(marker)) bare += segment;
    });
    if (pixels == 0) return false;
    const auto end = bytes.rfind("\xFF\xD9");
    if (end == std::string::npos || end < pixels) return false;
    bare.append(bytes, pixels, end + 2 - pixels);
    bytes = std::move(bare);
    return true;
}

bool bare_png(std::string& bytes) {
    std::string bare(png_mark);
    const bool is_whole = chunks(bytes, [&](std::string_view kind, std::string_view chunk) {
        if (is_needed_chunk(kind)) bare += chunk;
    });
    if (is_whole) bytes = std::move(bare);
    return is_whole;
}

}  // namespace

CameraNotes notes_of_jpeg(std::string_view bytes) {
    CameraNotes notes;
    segments(bytes, [&](unsigned char marker, std::string_view segment) {
        const std::string_view held = segment.substr(4);
        if (marker == 0xFE) note(notes.found, "other", held);
        if (marker != 0xE1 || !held.starts_with(exif_mark)) return;
        CameraNotes camera = read_exif(held.substr(exif_mark.size()));
        notes.orientation = camera.orientation;
        for (const Found& one : camera.found) note(notes.found, one.what, one.value);
    });
    return notes;
}

CameraNotes notes_of_png(std::string_view bytes) {
    CameraNotes notes;
    chunks(bytes, [&](std::string_view kind, std::string_view chunk) {
        const std::string_view held = chunk.substr(8, chunk.size() - 12);
        if (kind == "eXIf") {
            CameraNotes camera = read_exif(held);
            notes.orientation = camera.orientation;
            for (const Found& one : camera.found) note(notes.found, one.what, one.value);
        }
        const auto end = held.find('\0');
        if (kind != "tEXt" || end == std::string_view::npos) return;
        const std::string_view word = held.substr(0, end);
        note(notes.found,
             word == "Author"     ? "author"
             : word == "Software" ? "program"
                                  : "other",
             held.substr(end + 1));
    });
    return notes;
}

bool is_whole_png(std::string_view bytes) {
    return chunks(bytes, [](std::string_view, std::string_view) {});
}

bool bare_picture(std::string& bytes, std::string_view ending, std::vector<Found>& found) {
    const bool is_jpeg = ending == "jpg" || ending == "jpeg" || ending == "jfif";
    if (!is_jpeg && ending != "png") return true;
    const CameraNotes notes = is_jpeg ? notes_of_jpeg(bytes) : notes_of_png(bytes);
    for (const Found& one : notes.found) note(found, one.what, one.value);
    return is_jpeg ? bare_jpeg(bytes) : bare_png(bytes);
}

}  // namespace kring::upload
