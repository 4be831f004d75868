// SPDX-License-Identifier: EUPL-1.2
// From a row as it is kept to the figures that it gives, each with its range and provenance.
#pragma once

#include "domain/factor/row.hpp"

namespace kring::factor {

/// Standard normal quantile of 0.95: low and high lie so many standard deviations from the median.
inline constexpr double z95 = 1.6448536269514722;

/// Every figure of a row of an imported or typed-in set, in order of quantity. What a row does not tell is no
/// figure. Embodied is total x (1 - use share); its spread that of the sheet (a lognormal with the sheet's
/// ratio as its coefficient of variation), else of the class.
std::vector<Figure> figures_of(const Set& set, int version, const Row& row);

/// The provenance that all figures of a row share.
Provenance provenance_of(const Set& set, int version, const Row& row);

/// Sets low, high and spread so that they agree: from a geometric standard deviation around the value, or
/// from bounds taken as P5 and P95.
void set_spread(Figure& figure, double geometric_sd);
void set_bounds(Figure& figure, double low, double high);

}  // namespace kring::factor
