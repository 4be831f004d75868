// SPDX-License-Identifier: EUPL-1.2
// One fitted model: a Gaussian process (Rasmussen and Williams 2006, chapter 2) over traits, with its few
// settings chosen, and its width set, by leaving out family after family (their closed form:
// equations 5.10-12).
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "engine/regression/dense.hpp"
#include "engine/regression/sample.hpp"

namespace kring::regression {

struct Guess {
    double centre = 0;  ///< logarithm
    double half = 0;    ///< half the 90 % interval, on the logarithm
};

class Process {
public:
    /// At least three samples.
    explicit Process(std::vector<Sample> samples);

    Guess guess(const Traits& traits) const;
    const std::vector<Sample>& samples() const { return samples_; }

private:
    /// How alike two devices are: the parts, each from 0 to about 1 for the same device.
    struct Alike {
        double group = 0;     ///< the same
        double linear = 0;    ///< product of the numbers, each in standard deviations
        double distance = 0;  ///< squared, between them
    };
    struct Settings {
        double noise = 0.2;
        double reach = 1.0;  ///< standard deviations over which numbers tell about each other
    };
    struct Fitted {
        Dense inverse;
        std::vector<double> weights;
        std::vector<double> errors;  ///< of each sample when its family is left out
        std::vector<double> widths;  ///< standard deviation expected of each
    };

    void scale();
    Alike alike(const Traits& one, const Traits& other) const;
    static double covariance(const Alike& alike, const Settings& settings);
    std::optional<Fitted> fit(const std::vector<Alike>& pairs, const Settings& settings) const;
    void leave_out(Fitted& fitted) const;
    void choose();

    std::vector<Sample> samples_;
    std::array<double, 4> centres_{};
    std::array<double, 4> spreads_{};
    double centre_ = 0;
    double spread_ = 1;
    Settings settings_;
    Fitted fitted_;
    double stretch_ = 1;  ///< of the widths, so that nine of ten left out lie within
};

}  // namespace kring::regression
