// SPDX-License-Identifier: EUPL-1.2
#include "platform/web/gzip.hpp"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

#include "platform/base/text.hpp"

namespace kring::web {

std::string gzip(std::string_view bytes, int level) {
    constexpr int gzip_window_bits = 15 + 16;  // 16 asks zlib for the gzip wrapping
    z_stream stream{};
    if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window_bits, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error("zlib cannot start");
    }
    std::string packed(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib only reads it
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const int result = deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    if (result != Z_STREAM_END) throw std::runtime_error("zlib could not finish");
    return packed;
}

bool accepts_gzip(std::string_view accept_encoding) {
    for (std::string_view item : split(accept_encoding, ',')) {
        const auto parts = split(item, ';');
        if (ascii_lower(trim(parts[0])) != "gzip") continue;
        if (parts.size() == 1) return true;
        const std::string weight = ascii_lower(trim(parts[1]));
        // "q=0", "q=0.0", "q=0.000": not at any price.
        return weight.substr(0, 2) == "q=" && weight.find_first_of("123456789") != std::string::npos;
    }
    return false;
}

bool is_compressible(std::string_view content_type) {
    const std::string type =
        ascii_lower(content_type.substr(0, std::min(content_type.find(';'), content_type.size())));
    const auto ends = [&](std::string_view end) {
        return type.size() >= end.size() && type.compare(type.size() - end.size(), end.size(), end) == 0;
    };
    return type.substr(0, 5) == "text/" || ends("json") || ends("/xml") || ends("+xml") ||
           ends("/javascript");
}

}  // namespace kring::web
