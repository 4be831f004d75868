// SPDX-License-Identifier: EUPL-1.2
// Compression of answers (RFC 1952, by zlib). Only for what reflects nothing and holds no secret that stays
// the same: the length of a compressed page tells what stands in it (BREACH).
#pragma once

#include <string>
#include <string_view>

namespace kring::web {

/// The bytes as a gzip member without a time stamp, so that equal bytes give equal results.
/// `level` 1 (fast) to 9 (small). Throws std::runtime_error when out of memory.
std::string gzip(std::string_view bytes, int level);

/// True when an Accept-Encoding header names gzip with a weight above 0.
bool accepts_gzip(std::string_view accept_encoding);

/// True for text, scripts, JSON, XML and SVG; the rest is packed already.
bool is_compressible(std::string_view content_type);

}  // namespace kring::web
