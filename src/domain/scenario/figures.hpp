// SPDX-License-Identifier: EUPL-1.2
// The figures a scenario reckons with, each with its range and where it comes from. They are kept with the
// scenario as they stood then, so that it can be computed again when newer figures have come.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/factor/factor.hpp"

namespace kring::scenario {

/// How the values between low and high are spread. For `lognormal` low and high are its 5th and 95th
/// percentile and likely its median; for `triangular` its ends and mode; `fixed` has one value.
enum class Shape { fixed, triangular, lognormal };
std::string_view word(Shape shape);
std::optional<Shape> shape_of(std::string_view word);

using factor::Certainty;

struct Figure {
    std::string key;   ///< "grid", "laptop.embodied", "refurbished.processing"; fits an address
    std::string unit;  ///< "kgCO2e", "kWh/yr" …: the phrase scenario.unit.UNIT words it
    Shape shape = Shape::fixed;
    double low = 0;
    double likely = 0;
    double high = 0;
    std::string source;  ///< "kring" for an assumption of Kring's own
    std::string url;
    std::string year;
    std::string license;  ///< of the source: "ODbL-1.0"; "" when it has none
    Certainty certainty = Certainty::unverified;
    std::string method;       ///< the maker's or the list's, to tell whether figures may be compared
    std::string origin;       ///< names the figure in its set: factor::Figure::id; "" for others
    std::string version;      ///< of the set it was taken from
    std::string derivation;   ///< how it was worked out; "" when as published
    std::int64_t sample = 0;  ///< how many rows it was derived from, 0 when not
    bool is_own = false;      ///< put in by whoever made the scenario

    bool operator==(const Figure&) const = default;
};

/// In order of key, with a way to ask for one.
class Figures {
public:
    Figures() = default;
    explicit Figures(std::vector<Figure> all);
    const std::vector<Figure>& all() const { return all_; }
    const Figure* find(std::string_view key) const;
    bool operator==(const Figures&) const = default;

private:
    std::vector<Figure> all_;
};

/// The canonical text, and its inverse; nothing when it is not exactly of that form.
std::string to_text(const Figures& figures);
std::optional<Figures> read_figures(std::string_view text);

}  // namespace kring::scenario
