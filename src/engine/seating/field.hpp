// SPDX-License-Identifier: EUPL-1.2
// Finite fields: numbers 0 to q-1 that can be added, multiplied and divided, for q a power of a prime.
// Lines over such a field meet at most once, which is what makes perfect seatings.
#pragma once

#include <optional>

#include "engine/seating/grid.hpp"

namespace kring::seating {

class Field {
public:
    /// Nothing when the order is not a power of a prime; 2 to 128.
    static std::optional<Field> of_order(int order);

    int order() const { return order_; }
    int add(int one, int other) const { return sums_[one][other]; }
    int multiply(int one, int other) const { return products_[one][other]; }

private:
    Field(int prime, int degree, int order, int modulus);

    int order_;
    Grid<int> sums_;
    Grid<int> products_;
};

}  // namespace kring::seating
