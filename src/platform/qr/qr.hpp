// SPDX-License-Identifier: EUPL-1.2
// A QR code (ISO/IEC 18004) as one path for an SVG, so that a template draws it and no page needs a
// picture from elsewhere.
#pragma once

#include <string>
#include <string_view>

namespace kring::qr {

struct Code {
    int size = 0;      ///< of a side in modules, with the four of quiet zone around it
    std::string path;  ///< the dark modules, for the d of a <path>, one unit a module
};

/// At level M: a seventh may be damaged. Throws std::runtime_error for text that does not fit, over
/// some 2,300 bytes, or that is empty.
Code code_of(std::string_view text);

}  // namespace kring::qr
