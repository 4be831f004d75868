// SPDX-License-Identifier: EUPL-1.2
// What a request must be before it is believed: the shape of its head, how long its body is, where
// it goes. Two readings of one request are how requests are smuggled past a proxy (RFC 9112
// section 11.2), so all that is not plain is refused. Pure: bytes in, verdict out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "platform/web/request.hpp"

namespace kring::web {

/// A head as far as it came in. Offsets count from the first byte given to scan_head.
struct HeadScan {
    std::size_t begin = 0;    ///< 2 when a stray empty line came first, else 0
    std::size_t end = 0;      ///< just past the empty line that ends the head; 0 while it is not there
    std::size_t scanned = 0;  ///< bytes already looked at
    std::size_t line_begin = 0;
    bool has_first_line = false;
};

/// Looks at the bytes that came since the last call; `bytes` always begins at the same place.
/// Returns 0, or the status to refuse with: 400 bare CR or LF, control character, folded line or
/// misshapen first line; 414 or 431 past `most` bytes; 505 for another version than 1.0 and 1.1.
int scan_head(std::string_view bytes, std::size_t most, HeadScan& scan);

/// What the parser found beside the fields.
struct Head {
    std::string method;
    std::string target;
    bool is_http_1_0 = false;
};

/// How the rest of the request is to be read.
struct Framing {
    bool has_body = false;
    bool is_chunked = false;
    std::uint64_t length = 0;  ///< of a body that is not chunked, in bytes
    bool expects_continue = false;
};

/// Fills method, target, path, query and cookies of the request from its head and header fields.
/// Returns 0, or the status to refuse with: 400 405 411 413 414 415 501.
int check_head(const Head& head, std::uint64_t body_most, Request& request, Framing& framing);

/// Splits and decodes an origin-form target. False unless the path begins with "/" and holds,
/// once decoded, no control, backslash, "//", "." or ".." part, and hid no "/" in an escape.
bool read_target(std::string_view target, Request& request);

/// Reads the body of a POST into `request.form`, or `request.body` when it is JSON, by its Content-Type;
/// false when it is broken.
bool read_form(std::string_view body, Request& request);

}  // namespace kring::web
