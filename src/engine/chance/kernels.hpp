// SPDX-License-Identifier: EUPL-1.2
// What chance does on many numbers at once, compiled for each width of vector unit; all give the same bits.
#pragma once

#include <cstddef>
#include <cstdint>

namespace kring::chance {

/// SplitMix64's step.
inline constexpr std::uint64_t golden_gamma = 0x9E3779B97F4A7C15U;

/// `groups` of 16 numbers; `counter` is the stream's start plus (first + 1) times golden_gamma.
struct Kernels {
    void (*uniforms)(std::uint64_t counter, double* out, std::size_t groups);
    void (*normals)(std::uint64_t counter, double* out, std::size_t groups);
    /// base + lesser * min(u, v) + greater * max(u, v) of two uniforms of 32 bits.
    void (*least_and_greatest)(std::uint64_t counter, double* out, std::size_t groups, double base,
                               double lesser, double greater);
    void (*exponentials)(double* x, std::size_t groups);
    void (*logarithms)(double* x, std::size_t groups);
    void (*lines)(double* x, std::size_t groups, double factor, double term);
    void (*blend)(double a, double* to, double b, const double* from, std::size_t groups);
    void (*multiply)(double* to, const double* from, std::size_t groups);
    void (*divide)(double* to, const double* from, std::size_t groups);
};

extern const Kernels kernels_base;
extern const Kernels kernels_avx2;
extern const Kernels kernels_avx512;

/// Those of the width that is set.
const Kernels& kernels();

}  // namespace kring::chance
