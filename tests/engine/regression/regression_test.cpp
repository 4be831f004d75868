// SPDX-License-Identifier: EUPL-1.2
// Statistics and matrices against what other tools give.
#include <gtest/gtest.h>

#include "engine/regression/dense.hpp"
#include "engine/regression/statistics.hpp"

namespace kring::regression {
namespace {

TEST(Statistics, are_those_of_other_tools) {
    // numpy.quantile and statistics.stdev of the same.
    EXPECT_DOUBLE_EQ(quantile({4, 1, 3, 2}, 0.5), 2.5);
    EXPECT_DOUBLE_EQ(quantile({4, 1, 3, 2}, 0.05), 1.15);
    EXPECT_DOUBLE_EQ(quantile({4, 1, 3, 2}, 0.95), 3.85);
    EXPECT_DOUBLE_EQ(quantile({7}, 0.95), 7);
    EXPECT_DOUBLE_EQ(standard_deviation({2, 4, 4, 4, 5, 5, 7, 9}), 2.1380899352993952);
    EXPECT_EQ(standard_deviation({3}), 0);
}

TEST(Inverse, times_its_matrix_is_one) {
    Dense matrix(4);
    for (std::size_t row = 0; row < 4; ++row) {
        for (std::size_t column = 0; column < 4; ++column)
            matrix[row][column] = 1.0 / static_cast<double>(row + column + 1) + (row == column ? 0.5 : 0);
    }
    const Dense inverted = inverse(matrix).value();
    for (std::size_t row = 0; row < 4; ++row) {
        for (std::size_t column = 0; column < 4; ++column) {
            double sum = 0;
            for (std::size_t at = 0; at < 4; ++at) sum += matrix[row][at] * inverted[at][column];
            EXPECT_NEAR(sum, row == column ? 1 : 0, 1e-12);
        }
    }
    matrix[0][0] = -1;
    EXPECT_FALSE(inverse(matrix));
}

}  // namespace
}  // namespace kring::regression
