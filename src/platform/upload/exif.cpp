// SPDX-License-Identifier: EUPL-1.2
// A TIFF structure inside a picture, read without trust: every offset is checked, nothing is followed twice.
#include <array>
#include <cstdio>

#include "platform/upload/image.hpp"
#include "platform/upload/refusal.hpp"

namespace kring::upload {

namespace {

constexpr std::uint32_t entries_most = 500;

class Tiff {
public:
    explicit Tiff(std::string_view bytes) : bytes_(bytes), is_little_(bytes.starts_with("II")) {}

    bool is_one() const { return bytes_.size() >= 8 && (is_little_ || bytes_.starts_with("MM")); }

    std::uint32_t number(std::size_t at, std::size_t width) const {
        std::uint32_t value = 0;
        if (at > bytes_.size() || width > bytes_.size() - at) return 0;
        for (std::size_t i = 0; i < width; ++i) {
            const std::size_t place = is_little_ ? at + width - 1 - i : at + i;
            value = (value << 8) | static_cast<unsigned char>(bytes_[place]);
        }
        return value;
    }

    /// Calls `each(tag, place of its value or offset, count)`.
    template <class Each>
    void directory(std::size_t at, Each&& each) const {
        const std::uint32_t count = number(at, 2);
        for (std::uint32_t i = 0; i < count && i < entries_most; ++i) {
            const std::size_t entry = at + 2 + std::size_t{12} * i;
            if (entry + 12 > bytes_.size()) return;
            each(number(entry, 2), entry + 8, number(entry + 4, 4));
        }
    }

    std::string_view words(std::size_t place, std::uint32_t count) const {
        const std::size_t at = count <= 4 ? place : number(place, 4);
        if (at > bytes_.size() || count > bytes_.size() - at) return "";
        const std::string_view text = bytes_.substr(at, count);
        return text.substr(0, text.find('\0'));
    }

    /// Degrees, minutes and seconds, each a fraction.
    double degrees(std::size_t place) const {
        const std::size_t at = number(place, 4);
        double sum = 0;
        double unit = 1;
        for (std::size_t i = 0; i < 3; ++i, unit *= 60) {
            const std::uint32_t below = number(at + 8 * i + 4, 4);
            if (below != 0) sum += number(at + 8 * i, 4) / (static_cast<double>(below) * unit);
        }
        return sum;
    }

private:
    std::string_view bytes_;
    bool is_little_;
};

struct Spoken {
    std::uint32_t tag;
    std::string_view what;
};
constexpr std::array<Spoken, 10> spoken = {{{0x010E, "title"},
                                            {0x010F, "device"},
                                            {0x0110, "device"},
                                            {0x0131, "program"},
                                            {0x0132, "moment"},
                                            {0x013B, "author"},
                                            {0x8298, "author"},
                                            {0x9003, "moment"},
                                            {0xA430, "author"},
                                            {0xA431, "device"}}};

void read_words(const Tiff& tiff, std::size_t at, CameraNotes& notes) {
    tiff.directory(at, [&](std::uint32_t tag, std::size_t place, std::uint32_t count) {
        for (const Spoken& one : spoken) {
            if (one.tag == tag) note(notes.found, one.what, tiff.words(place, count));
        }
    });
}

void read_place(const Tiff& tiff, std::size_t at, CameraNotes& notes) {
    double north = 0;
    double east = 0;
    bool has_place = false;
    tiff.directory(at, [&](std::uint32_t tag, std::size_t place, std::uint32_t count) {
        if (tag == 2) north = tiff.degrees(place);
        if (tag == 4) east = tiff.degrees(place);
        has_place |= tag == 2 || tag == 4;
        if (tag == 1 && tiff.words(place, count) == "S") north = -north;
    });
    if (!has_place) return;
    std::array<char, 64> text{};
    std::snprintf(text.data(), text.size(), "%.5f, %.5f", north, east);
    note(notes.found, "place", text.data());
}

}  // namespace

CameraNotes read_exif(std::string_view bytes) {
    CameraNotes notes;
    const Tiff tiff(bytes);
    if (!tiff.is_one()) return notes;
    const std::size_t first = tiff.number(4, 4);
    std::size_t camera = 0;
    std::size_t place_notes = 0;
    tiff.directory(first, [&](std::uint32_t tag, std::size_t place, std::uint32_t) {
        if (tag == 0x0112) notes.orientation = static_cast<int>(tiff.number(place, 2));
        if (tag == 0x8769) camera = tiff.number(place, 4);
        if (tag == 0x8825) place_notes = tiff.number(place, 4);
    });
    if (notes.orientation < 1 || notes.orientation > 8) notes.orientation = 1;
    read_words(tiff, first, notes);
    if (camera != 0) read_words(tiff, camera, notes);
    if (place_notes != 0) read_place(tiff, place_notes, notes);
    return notes;
}

}  // namespace kring::upload
