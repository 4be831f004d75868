// SPDX-License-Identifier: EUPL-1.2
// Numbers drawn by lot from a seed: streams, distributions, quantiles of many results, work on several
// threads. Draw n of a stream follows from (seed, stream, n) alone, so results are the same bits for any
// number of threads, any compiler, any width of vector unit. Method and sources: docs/impact-method.md.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "platform/base/result.hpp"

namespace kring::chance {

/// Draws are made in groups of so many: `first` is a multiple of it; a block may be shorter than a group.
inline constexpr std::size_t group_size = 16;
/// Draws in a block that stays in the nearest cache while several blocks are worked on; a proposal.
inline constexpr std::size_t block_size = 512;

/// An endless row of 64 random bits each, to be entered anywhere: SplitMix64 (Steele, Lea, Flood 2014) as a
/// function of the counter.
class Stream {
public:
    Stream(std::uint64_t seed, std::uint64_t stream);
    std::uint64_t start() const { return start_; }
    std::uint64_t word(std::uint64_t n) const;

private:
    std::uint64_t start_;
};

/// Draws `first`, `first` + 1, … of the stream, `first` a multiple of group_size.
/// uniforms: strictly between 0 and 1, (k + 1/2) / 2^52. normals: Box and Muller 1958.
void uniforms(const Stream& stream, std::uint64_t first, std::span<double> out);
void normals(const Stream& stream, std::uint64_t first, std::span<double> out);

/// base + lesser * min(u, v) + greater * max(u, v), u and v the two uniforms of 32 bits in each word.
void least_and_greatest(const Stream& stream, std::uint64_t first, std::span<double> out, double base,
                        double lesser, double greater);

/// In place, each number on its own; within 2 units in the last place, and the same bits everywhere.
/// exponentials: e^x; below -708 it is 0 and above 709 infinite. logarithms: ln x of positive normal numbers.
void exponentials(std::span<double> x);
void logarithms(std::span<double> x);
double exponential(double x);
double logarithm(double x);

/// Arithmetic on rows of equal length. lines: x = factor * x + term. blend: to = a * to + b * from; with
/// a = sqrt(1 - r²) and b = r, normals that correlate by r with `from`.
void lines(std::span<double> x, double factor, double term);
void multiply(std::span<double> to, std::span<const double> from);
void divide(std::span<double> to, std::span<const double> from);
void blend(double a, std::span<double> to, double b, std::span<const double> from);

/// P(Z <= z) of the standard normal law (Marsaglia 2004) and its inverse, 0 < p < 1, to about 1e-15; in the
/// tails relative to 4e-13.
double normal_probability(double z);
double normal_quantile(double p);

enum class Family {
    fixed,           ///< value
    uniform,         ///< low, high
    triangular,      ///< low, mode, high
    pert,            ///< low, mode, high: beta with shape 4 (Malcolm et al. 1959)
    lognormal,       ///< median, geometric standard deviation
    lognormal_mean,  ///< mean, coefficient of variation: sigma² = ln(1 + cv²)
    normal,          ///< mean, standard deviation
    empirical        ///< a table of quantiles, straight lines between them
};

/// One point of an empirical distribution: a share of all values lies below `value`.
struct Quantile {
    double share = 0;  ///< 0 to 1
    double value = 0;
    bool operator==(const Quantile&) const = default;
};

/// What is known of a number. Plain data: it may be nonsense until `check` says it is not.
struct Distribution {
    Family family = Family::fixed;
    std::array<double, 3> given{};  ///< in the order told with the family
    std::vector<Quantile> table;    ///< empirical: share 0 first, share 1 last, both rising

    static Distribution fixed(double value) { return {Family::fixed, {value}, {}}; }
    static Distribution uniform(double low, double high) { return {Family::uniform, {low, high}, {}}; }
    static Distribution triangular(double low, double mode, double high) {
        return {Family::triangular, {low, mode, high}, {}};
    }
    static Distribution pert(double low, double mode, double high) {
        return {Family::pert, {low, mode, high}, {}};
    }
    static Distribution lognormal(double median, double gsd) {
        return {Family::lognormal, {median, gsd}, {}};
    }
    static Distribution lognormal_mean(double mean, double cv) {
        return {Family::lognormal_mean, {mean, cv}, {}};
    }
    static Distribution normal(double mean, double sd) { return {Family::normal, {mean, sd}, {}}; }
    static Distribution empirical(std::vector<Quantile> table) {
        return {Family::empirical, {}, std::move(table)};
    }

    bool is_fixed() const { return family == Family::fixed; }
    bool operator==(const Distribution&) const = default;
};

/// What makes no sense in it: phrases chance.problem.*, each with `place` as its field; a number that is not
/// finite, bounds in the wrong order, a median that is not positive, and so on.
Problems check(const Distribution& distribution, std::string_view place);

/// Exact, of a distribution that was checked. `low` and `high`: the least and greatest possible value, maybe
/// infinite. quantile: 0 < p < 1; of PERT to 1e-12 of its range.
double mean(const Distribution& distribution);
double sd(const Distribution& distribution);
double low(const Distribution& distribution);
double high(const Distribution& distribution);
double quantile(const Distribution& distribution, double p);
/// P(X <= x).
double probability(const Distribution& distribution, double x);

/// A checked distribution made ready for drawing. Each draw takes one word of the stream. Lognormal, normal
/// and PERT draws rise with the normals of the stream, triangular ones with two uniforms (Stein and Keblis
/// 2009), uniform and empirical ones with one: equal streams are common random numbers for distributions of a
/// family.
class Sampler {
public:
    explicit Sampler(const Distribution& distribution);

    void draw(const Stream& stream, std::uint64_t first, std::span<double> out) const;
    /// The value whose share below equals that of the standard normal z: the law for normals that correlate.
    void from_normals(std::span<const double> z, std::span<double> out) const;
    bool is_fixed() const { return distribution_.is_fixed(); }

private:
    Distribution distribution_;
    double base_ = 0;           // of a line: base + slope * what is drawn
    double slope_ = 0;          // triangular: that of the lesser, lognormal: sigma
    double other_slope_ = 0;    // triangular: that of the greater
    std::vector<double> grid_;  // PERT: value and slope at equal steps of z
};

/// The quantiles at `shares` (each 0 to 1, rising) by selection, as NumPy's default (type 7 of Hyndman and
/// Fan 1996). Orders `values` anew; not empty.
std::vector<double> quantiles(std::span<double> values, std::span<const double> shares);

/// Called now and then, from one thread at a time, with parts done of all; false stops the work.
using Progress = std::function<bool(std::size_t done, std::size_t of)>;

/// Does `work(part)` for parts 0 to `parts` - 1 on so many threads (at least 1), each part once, in any
/// order. False when `progress` stopped it; parts not yet begun are then never done. An exception of `work`
/// is thrown again here.
bool for_each_part(std::size_t parts, unsigned threads, const std::function<void(std::size_t)>& work,
                   const Progress& progress = nullptr);

/// The vector unit that is used: results are the same at each, only speed differs. Set for tests and
/// measuring; never wider than the machine has.
enum class Width { base, avx2, avx512 };
Width width();
void set_width(Width wanted);

}  // namespace kring::chance
