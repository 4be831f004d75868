// SPDX-License-Identifier: EUPL-1.2
#include "engine/impact/row.hpp"

#include <algorithm>
#include <memory>
#include <new>
#include <vector>

namespace kring::impact {

namespace {

struct alignas(64) Block {
    double values[Row::length];
};

/// Blocks that were used last are used first: they are still near.
std::vector<std::unique_ptr<Block>>& spare_blocks() {
    thread_local std::vector<std::unique_ptr<Block>> blocks;
    return blocks;
}

double* take_block() {
    auto& spare = spare_blocks();
    if (spare.empty()) return (new Block)->values;
    Block* const block = spare.back().release();
    spare.pop_back();
    return block->values;
}

void give_block(double* values) { spare_blocks().emplace_back(reinterpret_cast<Block*>(values)); }

}  // namespace

Row::Row(const Row& other) : constant_(other.constant_) {
    if (other.values_ == nullptr) return;
    values_ = take_block();
    std::copy_n(other.values_, length, values_);
}

Row::~Row() {
    if (values_ != nullptr) give_block(values_);
}

std::span<double> Row::fresh() {
    if (values_ == nullptr) values_ = take_block();
    return {values_, length};
}

std::span<double> Row::open() {
    if (values_ == nullptr) {
        values_ = take_block();
        std::fill_n(values_, length, constant_);
    }
    return {values_, length};
}

/// own * this + others * other.
void Row::combine(double own, double others, const Row& other) {
    if (other.is_constant() && is_constant()) {
        constant_ = own * constant_ + others * other.constant_;
    } else if (other.is_constant()) {
        chance::lines(open(), own, others * other.constant_);
    } else if (is_constant()) {
        const double term = own * constant_;
        *this = other;
        chance::lines(open(), others, term);
    } else {
        chance::blend(own, open(), others, other.values());
    }
}

Row& Row::operator+=(const Row& other) {
    combine(1, 1, other);
    return *this;
}

Row& Row::operator-=(const Row& other) {
    combine(1, -1, other);
    return *this;
}

Row& Row::operator*=(const Row& other) {
    if (other.is_constant() && is_constant()) {
        constant_ *= other.constant_;
    } else if (other.is_constant()) {
        if (other.constant_ != 1) chance::lines(open(), other.constant_, 0);
    } else if (is_constant()) {
        const double factor = constant_;
        *this = other;
        if (factor != 1) chance::lines(open(), factor, 0);
    } else {
        chance::multiply(open(), other.values());
    }
    return *this;
}

Row& Row::operator/=(const Row& other) {
    if (!other.is_constant()) {
        chance::divide(open(), other.values());
    } else if (is_constant()) {
        constant_ /= other.constant_;
    } else {
        const Row divisor = [&] {
            Row row(other.constant_);
            row.open();
            return row;
        }();
        chance::divide(open(), divisor.values());
    }
    return *this;
}

void add_to(std::span<double> to, const Row& row) {
    if (row.is_constant()) {
        if (row.constant() != 0) chance::lines(to, 1, row.constant());
        return;
    }
    chance::blend(1, to, 1, row.values().first(to.size()));
}

Row exponential(Row x) {
    if (x.is_constant()) return chance::exponential(x.constant());
    chance::exponentials(x.open());
    return x;
}

Row logarithm(Row x) {
    if (x.is_constant()) return chance::logarithm(x.constant());
    chance::logarithms(x.open());
    return x;
}

}  // namespace kring::impact
