// SPDX-License-Identifier: EUPL-1.2
#include "domain/tender/picture.hpp"

#include <algorithm>
#include <cmath>

namespace kring::tender {

namespace {

// Tenths, written without the locale's help.
std::string tenths(double number) {
    const long whole = std::lround(number * 10);
    return std::to_string(whole / 10) + "." + std::to_string(whole % 10);
}

template <class Share>
std::string line(const std::vector<ShownPoint>& points, double most, Share share) {
    std::string path;
    for (const ShownPoint& point : points) {
        path += path.empty() ? "M" : "L";
        path += x_at(point.knob / most) + " " + y_at(share(point));
    }
    return path;
}

}  // namespace

std::string x_at(double part) {
    return tenths(plot_left + (plot_right - plot_left) * std::clamp(part, 0.0, 1.0));
}

std::string y_at(double share) {
    return tenths(plot_bottom - (plot_bottom - plot_top) * std::clamp(share, 0.0, 1.0));
}

Picture picture_of(const Answer& answer) {
    Picture picture;
    const double most = answer.knob_most > 0 ? answer.knob_most : 1;
    constexpr double wide = 1.96;
    picture.green = line(answer.points, most, [](const ShownPoint& p) { return p.green; });
    picture.decisive = line(answer.points, most, [](const ShownPoint& p) { return p.decisive; });
    const std::string upper =
        line(answer.points, most, [](const ShownPoint& p) { return p.green + wide * p.green_error; });
    std::vector<ShownPoint> backwards(answer.points.rbegin(), answer.points.rend());
    std::string lower =
        line(backwards, most, [](const ShownPoint& p) { return p.green - wide * p.green_error; });
    if (!lower.empty()) {
        lower.front() = 'L';
        picture.band = upper + lower + "Z";
    }
    picture.own = x_at(answer.knob_own / most);
    return picture;
}

}  // namespace kring::tender
