// SPDX-License-Identifier: EUPL-1.2
#include "engine/regression/dense.hpp"

#include <cmath>

namespace kring::regression {

namespace {

/// Takes `times` another row off a row, from column `from` on: the loop that compilers make wide.
void take_off(double* row, const double* other, double times, std::size_t from, std::size_t to) {
    for (std::size_t at = from; at < to; ++at) row[at] -= times * other[at];
}

}  // namespace

std::optional<Dense> inverse(const Dense& matrix) {
    const std::size_t size = matrix.size();
    // The factor U with matrix = Uᵀ U, by rows, so that every step goes along one.
    Dense factor = matrix;
    for (std::size_t at = 0; at < size; ++at) {
        const double pivot = factor[at][at];
        if (!(pivot > 0)) return std::nullopt;
        const double root = std::sqrt(pivot);
        for (std::size_t column = at; column < size; ++column) factor[at][column] /= root;
        for (std::size_t row = at + 1; row < size; ++row)
            take_off(factor[row], factor[at], factor[at][row], row, size);
    }
    // Rows of the inverse of Uᵀ, by substitution forwards; then their products.
    Dense lower(size);
    for (std::size_t row = 0; row < size; ++row) {
        lower[row][row] = 1;
        for (std::size_t above = 0; above < row; ++above)
            take_off(lower[row], lower[above], factor[above][row], 0, above + 1);
        for (std::size_t column = 0; column <= row; ++column) lower[row][column] /= factor[row][row];
    }
    Dense inverted(size);
    for (std::size_t row = 0; row < size; ++row) {
        for (std::size_t one = 0; one <= row; ++one)
            take_off(inverted[one], lower[row], -lower[row][one], 0, row + 1);
    }
    return inverted;
}

std::vector<double> product(const Dense& matrix, const std::vector<double>& vector) {
    std::vector<double> result(matrix.size(), 0.0);
    for (std::size_t row = 0; row < matrix.size(); ++row) {
        for (std::size_t column = 0; column < matrix.size(); ++column)
            result[row] += matrix[row][column] * vector[column];
    }
    return result;
}

}  // namespace kring::regression
