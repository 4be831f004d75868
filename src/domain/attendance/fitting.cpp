// SPDX-License-Identifier: EUPL-1.2
#include "domain/attendance/fitting.hpp"

#include <algorithm>
#include <cmath>

#include "platform/base/text.hpp"

namespace kring::attendance {

namespace {

constexpr double mm_per_point = 25.4 / 72;
constexpr double line_height = 1.2;

// Widths in em, at least those of Noto Sans Bold.
double width_of(std::string_view sequence) {
    if (sequence.size() >= 3) return 1.3;
    const char c = sequence[0];
    if (sequence.size() == 2) return 0.9;
    if (c == 'W' || c == 'M' || c == '@' || c == '%' || c == 'm' || c == 'w') return 1.05;
    if (c >= 'A' && c <= 'Z') return 0.85;
    if (c == 'i' || c == 'j' || c == 'l' || c == ' ' || c == '.' || c == ',' || c == '\'') return 0.4;
    return 0.7;
}

double width_of_word(std::string_view word) {
    double width = 0;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t size = std::max<std::size_t>(sequence_length(word.substr(at)), 1);
        width += width_of(word.substr(at, size));
        at += size;
    }
    return width;
}

// Lines of so many em; a word longer than a line begins one of its own and goes on below.
int lines_of(std::string_view text, double most) {
    int lines = 1;
    double used = 0;
    for (const std::string_view word : words(text)) {
        const double width = width_of_word(word);
        const double space = used > 0 ? width_of(" ") : 0;
        if (used + space + width <= most) {
            used += space + width;
            continue;
        }
        if (used > 0) ++lines;
        const double rows = std::max(std::ceil(width / most), 1.0);
        lines += static_cast<int>(rows) - 1;
        used = width - (rows - 1) * most;
    }
    return lines;
}

}  // namespace

int fitting_size(std::string_view text, double width_mm, double height_mm, const std::vector<int>& sizes) {
    for (const int size : sizes) {
        const double em = size * mm_per_point;
        // What is broken anywhere wastes up to one character a line.
        const double most = std::max(width_mm / em - 1, 1.0);
        if (lines_of(text, most) * em * line_height <= height_mm) return size;
    }
    return sizes.back();
}

}  // namespace kring::attendance
