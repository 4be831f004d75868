// SPDX-License-Identifier: EUPL-1.2
// Rows of equal length in one piece of memory.
#pragma once

#include <cstddef>
#include <vector>

namespace kring::seating {

template <class T>
class Grid {
public:
    Grid() = default;
    Grid(int rows, int columns, T value = T())
        : columns_(static_cast<std::size_t>(columns)),
          cells_(static_cast<std::size_t>(rows) * static_cast<std::size_t>(columns), value) {}

    T* operator[](int row) { return cells_.data() + static_cast<std::size_t>(row) * columns_; }
    const T* operator[](int row) const { return cells_.data() + static_cast<std::size_t>(row) * columns_; }

private:
    std::size_t columns_ = 0;
    std::vector<T> cells_;
};

}  // namespace kring::seating
