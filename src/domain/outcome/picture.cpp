// SPDX-License-Identifier: EUPL-1.2
#include "domain/outcome/picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "platform/base/text.hpp"
#include "platform/html/view.hpp"

namespace kring::outcome {

namespace {

// In units of the picture: made for a phone of 360 pixels, and grown to at most twice that.
constexpr double width = 360;
constexpr double left = 6;
constexpr double right = 354;
constexpr double line_height = 16;
constexpr double row_height = 46;
constexpr double bar_height = 12;
constexpr std::size_t letters_most = 46;  // of a label and its value on one line
constexpr double axis_height = 26;

std::string number(double value) {
    std::array<char, 32> space{};
    const int length = std::snprintf(space.data(), space.size(), "%.1f", value);
    return {space.data(), static_cast<std::size_t>(std::max(length, 0))};
}

std::string begun(const std::string& id, const std::string& title, const std::string& description,
                  double height) {
    return "<svg class=\"k-range\" viewBox=\"0 0 " + number(width) + " " + number(height) +
           "\" role=\"img\" aria-labelledby=\"" + html::escaped(id) + "-title " + html::escaped(id) +
           "-text\" focusable=\"false\"><title id=\"" + html::escaped(id) + "-title\">" +
           html::escaped(title) + "</title><desc id=\"" + html::escaped(id) + "-text\">" +
           html::escaped(description) + "</desc>";
}

std::string text(double x, double y, std::string_view anchor, std::string_view words, bool is_bold = false) {
    return "<text x=\"" + number(x) + "\" y=\"" + number(y) + "\" text-anchor=\"" + std::string(anchor) +
           "\" font-size=\"13\"" + (is_bold ? " font-weight=\"700\"" : "") + " fill=\"currentColor\">" +
           html::escaped(words) + "</text>";
}

std::string line(double x1, double y1, double x2, double y2, std::string_view more) {
    return "<line x1=\"" + number(x1) + "\" y1=\"" + number(y1) + "\" x2=\"" + number(x2) + "\" y2=\"" +
           number(y2) + "\" stroke=\"currentColor\" " + std::string(more) + "/>";
}

std::string box(double x, double y, double w, std::string_view opacity) {
    return "<rect x=\"" + number(x) + "\" y=\"" + number(y) + "\" width=\"" + number(std::max(w, 0.5)) +
           "\" height=\"" + number(bar_height) + "\" fill=\"currentColor\" fill-opacity=\"" +
           std::string(opacity) + "\" stroke=\"currentColor\"/>";
}

// Label and value stand on one line where all of a picture's do, else below each other.
template <class Row>
bool is_tall(const std::vector<Row>& rows) {
    return std::any_of(rows.begin(), rows.end(),
                       [](const Row& one) { return length(one.label) + length(one.value) > letters_most; });
}

template <class Row>
std::string heading(const Row& row, double y, bool tall) {
    const std::string label = text(left, y + 15, "start", shortened(row.label, letters_most + 6), true);
    return label + (tall ? text(left, y + 15 + line_height, "start", row.value)
                         : text(right, y + 15, "end", row.value));
}

// A diamond: the middle is told by its shape.
std::string diamond(double x, double y) {
    return "<path d=\"M" + number(x) + " " + number(y - 9) + "L" + number(x + 6) + " " + number(y) + "L" +
           number(x) + " " + number(y + 9) + "L" + number(x - 6) + " " + number(y) +
           "Z\" fill=\"currentColor\"/>";
}

struct Axis {
    double least = 0;
    double greatest = 1;
    double place(double value) const { return left + (value - least) / (greatest - least) * (right - left); }
};

Axis axis_of(const RangePicture& picture) {
    Axis axis{0, 0};
    for (const Range& one : picture.ranges) {
        axis.least = std::min(axis.least, one.low);
        axis.greatest = std::max(axis.greatest, one.high);
    }
    if (!(axis.greatest > axis.least)) axis.greatest = axis.least + 1;
    return axis;
}

// The first and the last label stand inside the picture, whatever their length.
std::string_view anchor_at(double x) {
    if (x < left + 24) return "start";
    return x > right - 24 ? "end" : "middle";
}

}  // namespace

std::string svg_of(const RangePicture& picture) {
    const Axis axis = axis_of(picture);
    const bool tall = is_tall(picture.ranges);
    const double bar = 22 + (tall ? line_height : 0);
    const double height = row_height + (tall ? line_height : 0);
    const double bottom = static_cast<double>(picture.ranges.size()) * height;
    std::string out = begun(picture.id, picture.title, picture.description, bottom + axis_height);
    for (const Tick& tick : picture.ticks) {
        const double x = axis.place(tick.at);
        if (x < left - 0.5 || x > right + 0.5) continue;
        out += line(x, 2, x, bottom + 4, "stroke-opacity=\".35\" stroke-dasharray=\"2 3\"");
        out += text(x, bottom + 19, anchor_at(x), tick.label);
    }
    double y = 0;
    for (const Range& one : picture.ranges) {
        out += heading(one, y, tall);
        const double low = axis.place(one.low);
        out += box(low, y + bar, axis.place(one.high) - low, ".25");
        out += diamond(axis.place(one.middle), y + bar + bar_height / 2);
        y += height;
    }
    if (axis.least < 0) out += line(axis.place(0), 0, axis.place(0), bottom + 4, "stroke-width=\"2\"");
    return out + "</svg>";
}

std::string svg_of(const PartPicture& picture) {
    const bool tall = is_tall(picture.parts);
    const double bar = 22 + (tall ? line_height : 0);
    const double height = row_height + (tall ? line_height : 0);
    const double bottom = static_cast<double>(picture.parts.size()) * height;
    std::string out = begun(picture.id, picture.title, picture.description, bottom);
    double y = 0;
    for (const Part& one : picture.parts) {
        const double share = std::clamp(one.share, 0.0, 1.0);
        out += heading(one, y, tall);
        out += box(left, y + bar, right - left, "0") + box(left, y + bar, share * (right - left), ".6");
        y += height;
    }
    return out + "</svg>";
}

}  // namespace kring::outcome
