// SPDX-License-Identifier: EUPL-1.2
// JPEG through libjpeg-turbo, whose faults jump: what must be cleaned up stands outside the functions that
// may be jumped out of.
#include <csetjmp>
#include <cstddef>
#include <cstdio>
#include <cstdlib>

#include <jpeglib.h>

#include "platform/upload/image.hpp"
#include "platform/upload/refusal.hpp"

namespace kring::upload {

namespace {

constexpr int quality = 85;

struct Faults {
    jpeg_error_mgr manager;
    std::jmp_buf back;
    bool is_damaged;
};

void jump(j_common_ptr jpeg) {
    auto* faults = reinterpret_cast<Faults*>(jpeg->err);
    std::longjmp(faults->back, 1);
}

// A warning is about damage too: a whole picture gives none. Level -1 is a warning, others are gossip.
void see(j_common_ptr jpeg, int level) {
    if (level < 0) reinterpret_cast<Faults*>(jpeg->err)->is_damaged = true;
}

void prepare(Faults& faults) {
    jpeg_std_error(&faults.manager);
    faults.manager.error_exit = jump;
    faults.manager.emit_message = see;
    faults.is_damaged = false;
}

struct Source {
    jpeg_decompress_struct jpeg;
    Faults faults;
};

// Each returns false on a fault. They hold nothing of their own that a jump would lose.
bool read_head(Source& source, const unsigned char* bytes, unsigned long size) {
    if (setjmp(source.faults.back) != 0) return false;
    jpeg_create_decompress(&source.jpeg);
    jpeg_mem_src(&source.jpeg, bytes, size);
    return jpeg_read_header(&source.jpeg, TRUE) == JPEG_HEADER_OK;
}

bool begin_rows(Source& source) {
    if (setjmp(source.faults.back) != 0) return false;
    source.jpeg.out_color_space = JCS_RGB;
    source.jpeg.mem->max_memory_to_use = 512L * 1024 * 1024;
    return jpeg_start_decompress(&source.jpeg) != FALSE;
}

bool read_rows(Source& source, unsigned char* rows, std::size_t row_bytes) {
    if (setjmp(source.faults.back) != 0) return false;
    while (source.jpeg.output_scanline < source.jpeg.output_height) {
        JSAMPROW row = rows + row_bytes * source.jpeg.output_scanline;
        if (jpeg_read_scanlines(&source.jpeg, &row, 1) != 1) return false;
    }
    return jpeg_finish_decompress(&source.jpeg) != FALSE && !source.faults.is_damaged;
}

bool write_rows(jpeg_compress_struct& jpeg, Faults& faults, const Pixels& pixels, unsigned char** made,
                unsigned long* size) {
    if (setjmp(faults.back) != 0) return false;
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, made, size);
    jpeg.image_width = pixels.width;
    jpeg.image_height = pixels.height;
    jpeg.input_components = 3;
    jpeg.in_color_space = JCS_RGB;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, quality, TRUE);
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        const std::size_t at = std::size_t{jpeg.next_scanline} * pixels.width * 3;
        auto* row = reinterpret_cast<JSAMPROW>(const_cast<char*>(pixels.bytes.data() + at));
        jpeg_write_scanlines(&jpeg, &row, 1);
    }
    jpeg_finish_compress(&jpeg);
    return true;
}

std::string encoded(const Pixels& pixels) {
    jpeg_compress_struct jpeg{};
    Faults faults{};
    prepare(faults);
    jpeg.err = &faults.manager;
    unsigned char* made = nullptr;
    unsigned long size = 0;
    const bool is_made = write_rows(jpeg, faults, pixels, &made, &size);
    std::string bytes;
    if (is_made) bytes.assign(reinterpret_cast<const char*>(made), size);
    jpeg_destroy_compress(&jpeg);
    std::free(made);
    return bytes;
}

// The pixels, or why there are none.
Result<Pixels> decoded(Source& source, std::string_view bytes) {
    const auto* data = reinterpret_cast<const unsigned char*>(bytes.data());
    if (!read_head(source, data, bytes.size())) return refusal("damaged");
    if (std::uint64_t{source.jpeg.image_width} * source.jpeg.image_height > pixels_max)
        return refusal("pixels");
    if (!begin_rows(source)) return refusal("damaged");
    Pixels pixels{source.jpeg.output_width, source.jpeg.output_height, 3, ""};
    const std::size_t row_bytes = std::size_t{pixels.width} * 3;
    pixels.bytes.resize(row_bytes * pixels.height);
    auto* rows = reinterpret_cast<unsigned char*>(pixels.bytes.data());
    if (!read_rows(source, rows, row_bytes)) return refusal("damaged");
    return pixels;
}

}  // namespace

Result<Accepted> accept_jpeg(std::string_view bytes) {
    CameraNotes notes = notes_of_jpeg(bytes);
    Source source{};
    prepare(source.faults);
    source.jpeg.err = &source.faults.manager;
    auto pixels = decoded(source, bytes);
    jpeg_destroy_decompress(&source.jpeg);
    if (!pixels) return pixels.problems();
    std::string made = encoded(turned(scaled(std::move(*pixels)), notes.orientation));
    if (made.empty()) return refusal("damaged");
    return Accepted{Kind::jpg, std::move(made), std::move(notes.found)};
}

}  // namespace kring::upload
