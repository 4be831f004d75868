// SPDX-License-Identifier: EUPL-1.2
// Some numbers at once, and the functions of chance on them. Written in vector extensions of the compiler,
// that mean the same at every width: +, -, *, / and sqrt are exact by IEEE 754, and nothing else is used.
// Included once by each lanes_<width>.cpp, within a region that is compiled for that width.
#ifndef KRING_LANES
#error "included by lanes_base.cpp, lanes_avx2.cpp and lanes_avx512.cpp alone"
#endif

#define KRING_INLINE static inline __attribute__((always_inline))

namespace kring::chance::KRING_LANES {

using Real = double __attribute__((vector_size(KRING_LANE_BYTES)));
using Word = std::uint64_t __attribute__((vector_size(KRING_LANE_BYTES)));

constexpr std::size_t lanes = KRING_LANE_BYTES / 8;
constexpr std::size_t group = 16;
constexpr std::size_t half_group = 8;
constexpr double two_52 = 4503599627370496.0;
constexpr std::uint64_t bits_of_two_52 = 0x4330000000000000U;
constexpr std::uint64_t bits_of_one = 0x3FF0000000000000U;
constexpr std::uint64_t fraction_bits = 0x000FFFFFFFFFFFFFU;
constexpr double ln2_high =
    0x1.62e42fee00000p-1;  // ends in zeros: its product with a small whole number is exact
constexpr double ln2_low = 0x1.a39ef35793c76p-33;

KRING_INLINE void load(Real& to, const double* from) { __builtin_memcpy(&to, from, sizeof to); }
KRING_INLINE void store(double* to, const Real& from) { __builtin_memcpy(to, &from, sizeof from); }

/// The counters of words that follow one another.
KRING_INLINE void count_from(Word& counters, std::uint64_t counter) {
    for (std::size_t lane = 0; lane < lanes; ++lane) counters[lane] = counter + lane * golden_gamma;
}

/// SplitMix64's output function.
KRING_INLINE void mix(Word& word) {
    word = (word ^ (word >> 30)) * 0xBF58476D1CE4E5B9U;
    word = (word ^ (word >> 27)) * 0x94D049BB133111EBU;
    word ^= word >> 31;
}

/// (k + 1/2) for k the upper 52 bits: a whole number below 2^52 becomes a fraction when it stands behind
/// 2^52.
KRING_INLINE void halves(Real& out, const Word& word) {
    out = (Real)((word >> 12) | bits_of_two_52) - (two_52 - 0.5);
}

/// ln x by 2 atanh((m - 1) / (m + 1)), m within a factor sqrt(2) of 1; terms of the series from the last on.
KRING_INLINE void take_logarithm(Real& x) {
    constexpr std::uint64_t bits_of_root_half = 0x3FE6A09E667F3BCDU;
    const Word shifted = (Word)x + (bits_of_one - bits_of_root_half);
    const Real power = (Real)((shifted >> 52) | bits_of_two_52) - (two_52 + 1023.0);
    const Real f = (Real)((shifted & fraction_bits) + bits_of_root_half) - 1.0;
    const Real s = f / (f + 2.0);
    const Real z = s * s;
    Real sum = z * (2.0 / 21.0) + 2.0 / 19.0;
    sum = sum * z + 2.0 / 17.0;
    sum = sum * z + 2.0 / 15.0;
    sum = sum * z + 2.0 / 13.0;
    sum = sum * z + 2.0 / 11.0;
    sum = sum * z + 2.0 / 9.0;
    sum = sum * z + 2.0 / 7.0;
    sum = sum * z + 2.0 / 5.0;
    sum = sum * z + 2.0 / 3.0;
    x = power * ln2_high + (f - (s * (f - z * sum) - power * ln2_low));
}

/// e^x by 2^k e^r, |r| at most ln(2)/2, and the series of e^r.
KRING_INLINE void take_exponential(Real& x) {
    constexpr double magic = 6755399441055744.0;  // 1.5 * 2^52: adding it rounds to a whole number
    const Real shifted = x * 1.4426950408889634 + magic;
    const Real power = shifted - magic;
    const Real r = (x - power * ln2_high) - power * ln2_low;
    Real sum = r * (1.0 / 6227020800.0) + 1.0 / 479001600.0;
    sum = sum * r + 1.0 / 39916800.0;
    sum = sum * r + 1.0 / 3628800.0;
    sum = sum * r + 1.0 / 362880.0;
    sum = sum * r + 1.0 / 40320.0;
    sum = sum * r + 1.0 / 5040.0;
    sum = sum * r + 1.0 / 720.0;
    sum = sum * r + 1.0 / 120.0;
    sum = sum * r + 1.0 / 24.0;
    sum = sum * r + 1.0 / 6.0;
    sum = sum * r + 0.5;
    sum = sum * r * r + r + 1.0;
    const Real scaled = sum * (Real)(((Word)shifted << 52) + bits_of_one);
    const Real zero = {};
    const Real infinite = zero + __builtin_inf();
    x = x < -708.0 ? zero : (x > 709.0 ? infinite : scaled);
}

KRING_INLINE void take_root(Real& x) {
    double each[lanes];
    store(each, x);
    for (std::size_t lane = 0; lane < lanes; ++lane) each[lane] = __builtin_sqrt(each[lane]);
    load(x, each);
}

/// Sine and cosine of |x| up to pi/4, by their series.
KRING_INLINE void take_sine(Real& sine, Real& cosine, const Real& x) {
    const Real z = x * x;
    Real odd = z * (-1.0 / 1307674368000.0) + 1.0 / 6227020800.0;
    odd = odd * z - 1.0 / 39916800.0;
    odd = odd * z + 1.0 / 362880.0;
    odd = odd * z - 1.0 / 5040.0;
    odd = odd * z + 1.0 / 120.0;
    odd = odd * z - 1.0 / 6.0;
    sine = odd * z * x + x;
    Real even = z * (1.0 / 20922789888000.0) - 1.0 / 87178291200.0;
    even = even * z + 1.0 / 479001600.0;
    even = even * z - 1.0 / 3628800.0;
    even = even * z + 1.0 / 40320.0;
    even = even * z - 1.0 / 720.0;
    even = even * z + 1.0 / 24.0;
    even = even * z - 0.5;
    cosine = even * z + 1.0;
}

static void uniforms(std::uint64_t counter, double* out, std::size_t groups) {
    Word counters;
    count_from(counters, counter);
    for (std::size_t at = 0; at < groups * group; at += lanes) {
        Word word = counters;
        mix(word);
        Real real;
        halves(real, word);
        store(out + at, real * (1.0 / two_52));
        counters += lanes * golden_gamma;
    }
}

/// One word gives the radius of two normals and another their angle: a part of 45 degrees either way, then
/// which of both is the greater, and the sign of each.
KRING_INLINE void take_normals(Real& one, Real& other, const Word& first, const Word& second) {
    constexpr double quarter_pi = 0.78539816339744830962;
    constexpr std::uint64_t sign = 0x8000000000000000U;
    Real radius;
    halves(radius, first);
    radius = radius * (1.0 / two_52);
    take_logarithm(radius);
    radius = radius * -2.0;
    take_root(radius);
    Real angle;
    halves(angle, second);
    angle = angle * (2.0 * quarter_pi / two_52) - quarter_pi;
    Real sine;
    Real cosine;
    take_sine(sine, cosine, angle);
    const Word turned = -(second & 1U);
    const Word exchange = ((Word)sine ^ (Word)cosine) & turned;
    one = (Real)((Word)sine ^ exchange ^ ((second << 62) & sign)) * radius;
    other = (Real)((Word)cosine ^ exchange ^ ((second << 61) & sign)) * radius;
}

/// The first eight words of a group give the radii and the last eight the angles.
static void normals(std::uint64_t counter, double* out, std::size_t groups) {
    Word counters;
    count_from(counters, counter);
    for (double* const end = out + groups * group; out != end; out += half_group) {
        for (double* const half = out + half_group; out != half; out += lanes) {
            Word first = counters;
            Word second = counters + half_group * golden_gamma;
            mix(first);
            mix(second);
            Real one;
            Real other;
            take_normals(one, other, first, second);
            store(out, one);
            store(out + half_group, other);
            counters += lanes * golden_gamma;
        }
        counters += half_group * golden_gamma;
    }
}

static void least_and_greatest(std::uint64_t counter, double* out, std::size_t groups, double base,
                               double lesser, double greater) {
    constexpr double two_32 = 4294967296.0;
    const double by_least = lesser / two_32;
    const double by_greatest = greater / two_32;
    Word counters;
    count_from(counters, counter);
    for (std::size_t at = 0; at < groups * group; at += lanes) {
        Word word = counters;
        mix(word);
        const Word upper = word >> 32;
        const Word lower = word & 0xFFFFFFFFU;
        const Word least = upper < lower ? upper : lower;
        const Word greatest = upper < lower ? lower : upper;
        const Real u = (Real)(least | bits_of_two_52) - (two_52 - 0.5);
        const Real v = (Real)(greatest | bits_of_two_52) - (two_52 - 0.5);
        store(out + at, (u * by_least + v * by_greatest) + base);
        counters += lanes * golden_gamma;
    }
}

static void exponentials(double* x, std::size_t groups) {
    for (double* const end = x + groups * group; x != end; x += lanes) {
        Real real;
        load(real, x);
        take_exponential(real);
        store(x, real);
    }
}

static void logarithms(double* x, std::size_t groups) {
    for (double* const end = x + groups * group; x != end; x += lanes) {
        Real real;
        load(real, x);
        take_logarithm(real);
        store(x, real);
    }
}

static void lines(double* x, std::size_t groups, double factor, double term) {
    for (double* const end = x + groups * group; x != end; x += lanes) {
        Real real;
        load(real, x);
        store(x, real * factor + term);
    }
}

static void blend(double a, double* to, double b, const double* from, std::size_t groups) {
    for (double* const end = to + groups * group; to != end; to += lanes, from += lanes) {
        Real one;
        Real other;
        load(one, to);
        load(other, from);
        store(to, one * a + other * b);
    }
}

static void multiply(double* to, const double* from, std::size_t groups) {
    for (double* const end = to + groups * group; to != end; to += lanes, from += lanes) {
        Real one;
        Real other;
        load(one, to);
        load(other, from);
        store(to, one * other);
    }
}

static void divide(double* to, const double* from, std::size_t groups) {
    for (double* const end = to + groups * group; to != end; to += lanes, from += lanes) {
        Real one;
        Real other;
        load(one, to);
        load(other, from);
        store(to, one / other);
    }
}

}  // namespace kring::chance::KRING_LANES

#undef KRING_INLINE
