// SPDX-License-Identifier: EUPL-1.2
#include "engine/seating/field.hpp"

#include <algorithm>
#include <vector>

namespace kring::seating {

namespace {

/// A polynomial over the numbers below the prime: its coefficients are the digits of a number, lowest first.
using Digits = std::vector<int>;

Digits digits_of(int number, int prime, int count) {
    Digits digits;
    for (int digit = 0; digit < count; ++digit) {
        digits.push_back(number % prime);
        number /= prime;
    }
    return digits;
}

int number_of(const Digits& digits, int prime, int count) {
    int number = 0;
    for (int digit = count - 1; digit >= 0; --digit)
        number = number * prime + digits[static_cast<std::size_t>(digit)];
    return number;
}

/// The product of two polynomials below the degree, less the multiples of x^degree + modulus.
int product(int one, int other, int prime, int degree, int modulus) {
    const Digits left = digits_of(one, prime, degree);
    const Digits right = digits_of(other, prime, degree);
    const Digits rest = digits_of(modulus, prime, degree);
    const auto count = static_cast<std::size_t>(degree);
    Digits sum(2 * count, 0);
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t j = 0; j < count; ++j) sum[i + j] = (sum[i + j] + left[i] * right[j]) % prime;
    }
    for (std::size_t high = 2 * count; high-- > count;) {
        for (std::size_t j = 0; j < count; ++j) {
            int& digit = sum[high - count + j];
            digit = (digit + (prime - rest[j]) * sum[high]) % prime;
        }
    }
    return number_of(sum, prime, degree);
}

/// Whether every number but 0 times every number but 0 is not 0: then the multiples form a field.
bool is_irreducible(int modulus, int prime, int degree, int order) {
    for (int one = 1; one < order; ++one) {
        for (int other = one; other < order; ++other) {
            if (product(one, other, prime, degree, modulus) == 0) return false;
        }
    }
    return true;
}

}  // namespace

std::optional<Field> Field::of_order(int order) {
    if (order < 2 || order > 128) return std::nullopt;
    int prime = 2;
    while (order % prime != 0) ++prime;
    int degree = 0;
    int power = 1;
    for (; power < order; power *= prime) ++degree;
    if (power != order) return std::nullopt;
    int modulus = 0;
    while (degree > 1 && !is_irreducible(modulus, prime, degree, order)) ++modulus;
    return Field(prime, degree, order, modulus);
}

Field::Field(int prime, int degree, int order, int modulus)
    : order_(order), sums_(order, order), products_(order, order) {
    for (int one = 0; one < order; ++one) {
        const Digits left = digits_of(one, prime, degree);
        for (int other = 0; other < order; ++other) {
            Digits sum = digits_of(other, prime, degree);
            for (std::size_t digit = 0; digit < sum.size(); ++digit) {
                sum[digit] = (sum[digit] + left[digit]) % prime;
            }
            sums_[one][other] = number_of(sum, prime, degree);
            products_[one][other] = product(one, other, prime, degree, modulus);
        }
    }
}

}  // namespace kring::seating
