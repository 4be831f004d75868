// SPDX-License-Identifier: EUPL-1.2
#include "platform/qr/qr.hpp"

#include <qrencode.h>

#include <memory>
#include <stdexcept>

namespace kring::qr {

namespace {

constexpr int quiet = 4;

struct Free {
    void operator()(QRcode* code) const { QRcode_free(code); }
};

// A run of dark modules in a row becomes one bar.
void add_bar(std::string& path, int x, int y, int width) {
    const std::string wide = std::to_string(width);
    path +=
        "M" + std::to_string(x + quiet) + " " + std::to_string(y + quiet) + "h" + wide + "v1h-" + wide + "z";
}

}  // namespace

Code code_of(std::string_view text) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    const std::unique_ptr<QRcode, Free> code(
        QRcode_encodeData(static_cast<int>(text.size()), bytes, 0, QR_ECLEVEL_M));
    if (!code) throw std::runtime_error("qr: the text does not fit");
    Code made{code->width + 2 * quiet, ""};
    for (int y = 0; y < code->width; ++y) {
        const unsigned char* row = code->data + static_cast<std::ptrdiff_t>(y) * code->width;
        for (int x = 0; x < code->width; ++x) {
            if ((row[x] & 1) == 0) continue;
            const int begin = x;
            while (x + 1 < code->width && (row[x + 1] & 1) != 0) ++x;
            add_bar(made.path, begin, y, x - begin + 1);
        }
    }
    return made;
}

}  // namespace kring::qr
