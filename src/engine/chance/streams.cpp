// SPDX-License-Identifier: EUPL-1.2
// Streams, and the kernels put to work on rows of any length.
#include <algorithm>
#include <array>
#include <atomic>

#include "engine/chance/chance.hpp"
#include "engine/chance/kernels.hpp"

namespace kring::chance {

namespace {

Width widest() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512vl")) {
        return Width::avx512;
    }
    if (__builtin_cpu_supports("avx2")) return Width::avx2;
#endif
    return Width::base;
}

std::atomic<Width>& chosen() {
    static std::atomic<Width> width = widest();
    return width;
}

std::uint64_t mixed(std::uint64_t word) {
    word = (word ^ (word >> 30U)) * 0xBF58476D1CE4E5B9U;
    word = (word ^ (word >> 27U)) * 0x94D049BB133111EBU;
    return word ^ (word >> 31U);
}

/// What fills whole groups, for a row whose last group may be cut short.
template <class Fill>
void fill_groups(std::span<double> out, std::uint64_t first, const Fill& fill) {
    KRING_ASSERT(first % group_size == 0);
    const std::size_t whole = out.size() / group_size;
    fill(first, out.data(), whole);
    const std::span<double> rest = out.subspan(whole * group_size);
    if (rest.empty()) return;
    std::array<double, group_size> group{};
    fill(first + whole * group_size, group.data(), 1);
    std::copy_n(group.begin(), rest.size(), rest.begin());
}

/// The same for what changes a row in place.
template <class Change>
void change_groups(std::span<double> x, const Change& change) {
    const std::size_t whole = x.size() / group_size;
    change(x.data(), whole);
    const std::span<double> rest = x.subspan(whole * group_size);
    if (rest.empty()) return;
    std::array<double, group_size> group;
    group.fill(1);
    std::copy(rest.begin(), rest.end(), group.begin());
    change(group.data(), 1);
    std::copy_n(group.begin(), rest.size(), rest.begin());
}

/// The same for what changes a row by another.
template <class Change>
void change_groups(std::span<double> to, std::span<const double> from, const Change& change) {
    KRING_ASSERT(to.size() == from.size());
    const std::size_t whole = to.size() / group_size;
    change(to.data(), from.data(), whole);
    const std::size_t done = whole * group_size;
    if (done == to.size()) return;
    std::array<double, group_size> one;
    std::array<double, group_size> other;
    one.fill(1);
    other.fill(1);
    std::copy(to.begin() + static_cast<std::ptrdiff_t>(done), to.end(), one.begin());
    std::copy(from.begin() + static_cast<std::ptrdiff_t>(done), from.end(), other.begin());
    change(one.data(), other.data(), 1);
    std::copy_n(one.begin(), to.size() - done, to.begin() + static_cast<std::ptrdiff_t>(done));
}

std::uint64_t counter_at(const Stream& stream, std::uint64_t n) {
    return stream.start() + (n + 1) * golden_gamma;
}

}  // namespace

Width width() { return chosen(); }

void set_width(Width wanted) { chosen() = std::min(wanted, widest()); }

const Kernels& kernels() {
#if defined(__x86_64__)
    const Width set = chosen().load(std::memory_order_relaxed);
    if (set == Width::avx512) return kernels_avx512;
    if (set == Width::avx2) return kernels_avx2;
#endif
    return kernels_base;
}

Stream::Stream(std::uint64_t seed, std::uint64_t stream)
    : start_(mixed(mixed(seed + golden_gamma) ^ (stream * 0xD1342543DE82EF95U + golden_gamma))) {}

std::uint64_t Stream::word(std::uint64_t n) const { return mixed(counter_at(*this, n)); }

void uniforms(const Stream& stream, std::uint64_t first, std::span<double> out) {
    fill_groups(out, first, [&](std::uint64_t at, double* to, std::size_t groups) {
        kernels().uniforms(counter_at(stream, at), to, groups);
    });
}

void normals(const Stream& stream, std::uint64_t first, std::span<double> out) {
    fill_groups(out, first, [&](std::uint64_t at, double* to, std::size_t groups) {
        kernels().normals(counter_at(stream, at), to, groups);
    });
}

void least_and_greatest(const Stream& stream, std::uint64_t first, std::span<double> out, double base,
                        double lesser, double greater) {
    fill_groups(out, first, [&](std::uint64_t at, double* to, std::size_t groups) {
        kernels().least_and_greatest(counter_at(stream, at), to, groups, base, lesser, greater);
    });
}

void exponentials(std::span<double> x) {
    change_groups(x, [](double* to, std::size_t groups) { kernels().exponentials(to, groups); });
}

void logarithms(std::span<double> x) {
    change_groups(x, [](double* to, std::size_t groups) { kernels().logarithms(to, groups); });
}

void lines(std::span<double> x, double factor, double term) {
    change_groups(x, [=](double* to, std::size_t groups) { kernels().lines(to, groups, factor, term); });
}

void blend(double a, std::span<double> to, double b, std::span<const double> from) {
    change_groups(to, from, [=](double* one, const double* other, std::size_t groups) {
        kernels().blend(a, one, b, other, groups);
    });
}

void multiply(std::span<double> to, std::span<const double> from) {
    change_groups(to, from, [](double* one, const double* other, std::size_t groups) {
        kernels().multiply(one, other, groups);
    });
}

void divide(std::span<double> to, std::span<const double> from) {
    change_groups(to, from, [](double* one, const double* other, std::size_t groups) {
        kernels().divide(one, other, groups);
    });
}

double exponential(double x) {
    std::array<double, 1> one{x};
    exponentials(one);
    return one[0];
}

double logarithm(double x) {
    std::array<double, 1> one{x};
    logarithms(one);
    return one[0];
}

}  // namespace kring::chance
