// SPDX-License-Identifier: EUPL-1.2
// Just enough linear algebra for the predictor: small symmetric matrices, in one fixed order of operations.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace kring::regression {

class Dense {
public:
    explicit Dense(std::size_t size = 0) : size_(size), cells_(size * size) {}

    std::size_t size() const { return size_; }
    double* operator[](std::size_t row) { return cells_.data() + row * size_; }
    const double* operator[](std::size_t row) const { return cells_.data() + row * size_; }

private:
    std::size_t size_;
    std::vector<double> cells_;
};

/// The inverse of a symmetric positive definite matrix (by Cholesky's factor); nothing when it is not.
std::optional<Dense> inverse(const Dense& matrix);

std::vector<double> product(const Dense& matrix, const std::vector<double>& vector);

}  // namespace kring::regression
