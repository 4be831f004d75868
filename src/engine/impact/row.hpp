// SPDX-License-Identifier: EUPL-1.2
// A number in all draws of one block at once, with the operators of a number, so that the equations are
// written once for exact values and for draws. What does not vary costs no memory and no time.
#pragma once

#include <cstddef>
#include <span>
#include <utility>

#include "engine/chance/chance.hpp"

namespace kring::impact {

class Row {
public:
    static constexpr std::size_t length = chance::block_size;

    Row(double constant = 0) : constant_(constant) {}
    Row(const Row& other);
    Row(Row&& other) noexcept : constant_(other.constant_), values_(std::exchange(other.values_, nullptr)) {}
    Row& operator=(Row other) noexcept {
        std::swap(constant_, other.constant_);
        std::swap(values_, other.values_);
        return *this;
    }
    ~Row();

    bool is_constant() const { return values_ == nullptr; }
    double constant() const { return constant_; }
    std::span<const double> values() const { return {values_, length}; }
    /// To be changed; a constant is written out first.
    std::span<double> open();
    /// To be filled: what it held is lost.
    std::span<double> fresh();

    Row& operator+=(const Row& other);
    Row& operator-=(const Row& other);
    Row& operator*=(const Row& other);
    Row& operator/=(const Row& other);

    friend Row operator+(Row one, const Row& other) { return std::move(one += other); }
    friend Row operator-(Row one, const Row& other) { return std::move(one -= other); }
    friend Row operator*(Row one, const Row& other) { return std::move(one *= other); }
    friend Row operator/(Row one, const Row& other) { return std::move(one /= other); }

private:
    void combine(double own, double others, const Row& other);

    double constant_;
    double* values_ = nullptr;
};

/// to += row, for the first draws of the block.
void add_to(std::span<double> to, const Row& row);

Row exponential(Row x);
Row logarithm(Row x);

/// What `number` gives of each pair of draws; slow.
template <class Function>
Row each(Row one, const Row& other, const Function& number) {
    if (one.is_constant() && other.is_constant()) return number(one.constant(), other.constant());
    const std::span<double> values = one.open();
    for (std::size_t at = 0; at < Row::length; ++at) {
        values[at] = number(values[at], other.is_constant() ? other.constant() : other.values()[at]);
    }
    return one;
}

}  // namespace kring::impact
