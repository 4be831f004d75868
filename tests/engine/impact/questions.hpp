// SPDX-License-Identifier: EUPL-1.2
// Questions for the tests of impact, made from few words.
#pragma once

#include "engine/impact/impact.hpp"

namespace kring::impact::example {

using chance::Distribution;

/// A question in the making: one source for all numbers, one grid, one line, until more are added.
struct Builder {
    Builder();

    template <class U>
    Estimate<U> known(double value) const {
        return {Quantity<U>(value), source};
    }
    template <class U>
    Estimate<U> about(const Distribution& distribution) const {
        return {distribution, source};
    }

    Device device(const std::string& id, double embodied, double energy) const;
    Route route(RouteKind kind, double life) const;
    /// Adds an option by which all of the first line goes one way, with the first device.
    Option& add(const std::string& id, const Route& route);

    Question question;
    SourceId source;
};

/// The golden cases of the research, section 6.5 and 6.6: 1,000 laptops for 8 years; S1, S2, S3, S4, S5 in
/// order.
Builder golden();

/// The fleet of the reference program numpy_fleet.py, variant tri: 20 types, six triangular inputs each; the
/// reused share is written as what is left of the emissions when remanufactured.
Builder triangular_fleet();
/// The same, variant mix: lognormal, PERT, triangular and uniform.
Builder mixed_fleet();

/// Something of everything: three lines, three options with all routes, every family of distribution.
Builder mixed();

double central(const Assessment& assessment, std::size_t option, Output output);
const Figure& figure(const Assessment& assessment, std::size_t option, Output output);

/// All numbers of an answer, in order, for comparing bits.
std::vector<double> numbers_of(const Assessment& assessment);

}  // namespace kring::impact::example
