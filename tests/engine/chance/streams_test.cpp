// SPDX-License-Identifier: EUPL-1.2
// Streams: the same bits however they are entered, cut or computed; exponentials and logarithms to the last
// place.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>

#include "engine/chance/chance.hpp"

namespace kring::chance {

namespace {

/// Puts the vector unit back that was used before.
class Widths : public testing::Test {
protected:
    ~Widths() override { set_width(before_); }

private:
    Width before_ = width();
};

using Streams = Widths;

std::vector<std::uint64_t> bits_of(const std::vector<double>& numbers) {
    std::vector<std::uint64_t> bits(numbers.size());
    std::memcpy(bits.data(), numbers.data(), numbers.size() * sizeof(double));
    return bits;
}

/// A little of everything that is computed at every width.
std::vector<double> everything() {
    constexpr std::size_t count = 1000;  // no multiple of a group
    std::vector<double> all;
    std::vector<double> row(count);
    const auto keep = [&] { all.insert(all.end(), row.begin(), row.end()); };
    uniforms(Stream(1, 2), 0, row);
    keep();
    logarithms(row);
    keep();
    normals(Stream(1, 3), 32, row);
    keep();
    std::vector<double> other = row;
    exponentials(row);
    keep();
    lines(row, 3, -0.1);
    blend(0.6, row, 0.8, other);
    keep();
    multiply(row, other);
    divide(row, other);
    keep();
    for (const Distribution& one :
         {Distribution::triangular(1, 2, 4), Distribution::pert(1, 2, 4), Distribution::lognormal(3, 1.5)}) {
        Sampler(one).draw(Stream(9, 9), 16, row);
        keep();
    }
    return all;
}

}  // namespace

TEST_F(Streams, give_the_same_bits_at_every_width_of_the_vector_unit) {
    set_width(Width::base);
    const auto expected = bits_of(everything());
    for (const Width wanted : {Width::avx2, Width::avx512}) {
        set_width(wanted);
        EXPECT_EQ(bits_of(everything()), expected);
    }
}

TEST_F(Streams, give_the_bits_that_they_always_gave) {
    std::uint64_t sum = 0;  // of another machine, compiler or build it must be the same
    for (const std::uint64_t bits : bits_of(everything())) sum = (sum ^ bits) * 0x100000001B3U;
    EXPECT_EQ(sum, 3610692723173702722U);
    const Stream stream(1, 2);
    EXPECT_EQ(stream.word(0), 14633177667630103719U);
}

TEST_F(Streams, may_be_entered_anywhere_and_cut_anyhow) {
    const Stream stream(5, 6);
    for (const auto fill : {&uniforms, &normals}) {
        std::vector<double> whole(4096);
        fill(stream, 0, whole);
        std::vector<double> pieces;
        for (std::uint64_t first = 0; first < 4096; first += 48) {
            std::vector<double> piece(std::min<std::uint64_t>(48, 4096 - first));
            fill(stream, first, piece);
            pieces.insert(pieces.end(), piece.begin(), piece.end());
        }
        EXPECT_EQ(bits_of(pieces), bits_of(whole));
        std::vector<double> cut(7);
        fill(stream, 64, cut);
        EXPECT_TRUE(std::equal(cut.begin(), cut.end(), whole.begin() + 64));
    }
}

TEST_F(Streams, of_uniforms_follow_their_words) {
    const Stream stream(77, 3);
    std::vector<double> row(64);
    uniforms(stream, 128, row);
    for (std::size_t at = 0; at < row.size(); ++at) {
        const auto upper = static_cast<double>(stream.word(128 + at) >> 12U);
        EXPECT_EQ(row[at], (upper + 0.5) / 4503599627370496.0);
    }
}

TEST_F(Streams, of_different_numbers_do_not_go_together) {
    constexpr std::size_t count = 65536;
    std::vector<std::vector<double>> rows;
    for (std::uint64_t stream = 0; stream < 12; ++stream) {
        uniforms(Stream(3, stream), 0, rows.emplace_back(count));
    }
    for (std::size_t one = 0; one < rows.size(); ++one) {
        for (std::size_t other = 0; other < one; ++other) {
            double sum = 0;
            for (std::size_t at = 0; at < count; ++at) sum += (rows[one][at] - 0.5) * (rows[other][at] - 0.5);
            const double correlation = 12 * sum / count;
            EXPECT_LT(std::abs(correlation), 4.5 / std::sqrt(count)) << one << ' ' << other;
        }
    }
}

TEST_F(Streams, of_normals_have_moments_and_no_memory) {
    constexpr std::size_t count = 400000;
    std::vector<double> row(count);
    normals(Stream(8, 1), 0, row);
    std::array<double, 5> sums{};
    double lagged = 0;
    for (std::size_t at = 0; at < count; ++at) {
        double power = 1;
        for (double& sum : sums) {
            sum += power;
            power *= row[at];
        }
        lagged += row[at] * row[(at + 8) % count];
    }
    const double root = std::sqrt(static_cast<double>(count));
    EXPECT_NEAR(sums[1] / count, 0, 4 / root);
    EXPECT_NEAR(sums[2] / count, 1, 4 * std::sqrt(2.0) / root);
    EXPECT_NEAR(sums[3] / count, 0, 4 * std::sqrt(15.0) / root);
    EXPECT_NEAR(sums[4] / count, 3, 4 * std::sqrt(96.0) / root);
    EXPECT_NEAR(lagged / count, 0, 4 / root);
}

TEST_F(Streams, give_normals_that_correlate_as_asked) {
    constexpr std::size_t count = 200000;
    std::vector<double> one(count);
    std::vector<double> other(count);
    normals(Stream(8, 1), 0, one);
    normals(Stream(8, 2), 0, other);
    blend(0.8, other, 0.6, one);
    double product = 0;
    double square = 0;
    for (std::size_t at = 0; at < count; ++at) {
        product += one[at] * other[at];
        square += other[at] * other[at];
    }
    EXPECT_NEAR(product / count, 0.6, 4 * std::sqrt(1 + 0.36) / std::sqrt(count));
    EXPECT_NEAR(square / count, 1, 4 * std::sqrt(2.0) / std::sqrt(count));
}

TEST_F(Streams, take_exponentials_and_logarithms_to_two_units_in_the_last_place) {
    constexpr double unit = 2.220446049250313e-16;
    for (double x = -700; x < 700; x += 0.3137) {
        EXPECT_NEAR(exponential(x) / std::exp(x), 1, 2 * unit) << x;
    }
    for (double x = 1e-300; x < 1e300; x *= 1.37) {
        EXPECT_NEAR(logarithm(x), std::log(x), 2 * unit * std::abs(std::log(x))) << x;
    }
    for (double x = 0.5; x < 2; x += 0.00037) {
        EXPECT_NEAR(logarithm(x), std::log(x), 2 * unit * std::abs(std::log(x))) << x;
    }
    EXPECT_EQ(exponential(0), 1);
    EXPECT_EQ(logarithm(1), 0);
    EXPECT_EQ(exponential(-709), 0);
    EXPECT_EQ(exponential(710), std::numeric_limits<double>::infinity());
}

}  // namespace kring::chance
