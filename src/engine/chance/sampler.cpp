// SPDX-License-Identifier: EUPL-1.2
// Draws from distributions, block by block.
#include <algorithm>
#include <array>
#include <cmath>

#include "engine/chance/chance.hpp"
#include "engine/chance/special.hpp"

namespace kring::chance {

namespace {

/// PERT's value is a smooth function of a standard normal: kept at equal steps of z with its slopes, and
/// cubic (Hermite) between them, it is right to 1e-8 of the range.
constexpr double z_end = 8.75;
constexpr int z_steps = 350;
constexpr double z_step = 2 * z_end / z_steps;

/// Value and slope over 0 to 1, in turn.
std::vector<double> grid_of(const Beta& beta) {
    std::vector<double> grid;
    double x = 0;
    for (int step = 0; step <= z_steps; ++step) {
        const double z = step * z_step - z_end;
        const double start = step == 0 ? 1e-4 : std::min(x + grid.back() * z_step, 0.5 * (x + 1));
        x = beta.quantile(normal_probability(z), x, start);
        const double density = beta.density(x);
        grid.push_back(x);
        grid.push_back(density > 0 ? normal_density(z) / density : 0);
    }
    return grid;
}

double on_grid(const double* grid, double z) {
    const double inside = std::min(std::max(z, -z_end), z_end);
    const double place = (inside + z_end) / z_step;
    const auto step = std::min(static_cast<std::int64_t>(place), std::int64_t{z_steps} - 1);
    const double t = place - static_cast<double>(step);
    const double* const at = grid + 2 * step;
    const double rise = at[2] - at[0];
    const double bend = z_step * at[1] - rise;
    const double turn = rise - z_step * at[3];
    return at[0] + t * (rise + (1 - t) * (bend * (1 - t) + turn * t));
}

}  // namespace

Sampler::Sampler(const Distribution& distribution) : distribution_(distribution) {
    KRING_ASSERT(check(distribution, "").empty());
    const auto [first, second, third] = distribution.given;
    switch (distribution.family) {
        case Family::uniform:
            base_ = first;
            slope_ = second - first;
            break;
        case Family::triangular:
            base_ = first;
            slope_ = third - second;
            other_slope_ = second - first;
            break;
        case Family::lognormal:
            base_ = logarithm(first);
            slope_ = logarithm(second);
            break;
        case Family::lognormal_mean: {
            const double variance = logarithm(1 + second * second);
            base_ = logarithm(first) - 0.5 * variance;
            slope_ = std::sqrt(variance);
            break;
        }
        case Family::pert:
            base_ = first;
            slope_ = third - first;
            grid_ = grid_of(Beta(1 + 4 * (second - first) / slope_, 1 + 4 * (third - second) / slope_));
            break;
        default:
            base_ = first;
            slope_ = second;
    }
}

void Sampler::draw(const Stream& stream, std::uint64_t first, std::span<double> out) const {
    switch (distribution_.family) {
        case Family::fixed:
            std::fill(out.begin(), out.end(), base_);
            return;
        case Family::uniform:
            uniforms(stream, first, out);
            lines(out, slope_, base_);
            return;
        case Family::triangular:
            least_and_greatest(stream, first, out, base_, slope_, other_slope_);
            return;
        case Family::empirical:
            uniforms(stream, first, out);
            for (double& one : out) one = quantile(distribution_, one);
            return;
        default:
            normals(stream, first, out);
            from_normals(out, out);
    }
}

void Sampler::from_normals(std::span<const double> z, std::span<double> out) const {
    KRING_ASSERT(z.size() == out.size());
    switch (distribution_.family) {
        case Family::fixed:
            std::fill(out.begin(), out.end(), base_);
            return;
        case Family::normal:
        case Family::lognormal:
        case Family::lognormal_mean:
            if (z.data() != out.data()) std::copy(z.begin(), z.end(), out.begin());
            lines(out, slope_, base_);
            if (distribution_.family != Family::normal) exponentials(out);
            return;
        case Family::pert:
            for (std::size_t at = 0; at < z.size(); ++at) {
                out[at] = base_ + slope_ * on_grid(grid_.data(), z[at]);
            }
            return;
        default:
            for (std::size_t at = 0; at < z.size(); ++at) {
                const double share = normal_probability(z[at]);
                out[at] = quantile(distribution_, std::clamp(share, 0x1p-60, 1 - 0x1p-53));
            }
    }
}

}  // namespace kring::chance
