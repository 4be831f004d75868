// SPDX-License-Identifier: EUPL-1.2
// Numbers with a unit that the compiler checks: adding kilograms to kilowatt-hours does not compile, and a
// product has the product's unit. What converts between scales of one dimension is named and explicit.
#pragma once

#include <compare>
#include <cstdint>

namespace kring::impact {

/// Exponents of kg CO2e, kWh, yr, EUR and kg; two scales of one dimension differ in Scale.
template <int Carbon, int Energy, int Time, int Money, int Mass, int Scale = 0>
struct Unit {
    static constexpr bool is_base = Scale == 0;
};

template <class One, class Other, int Sign>
struct Product;

template <int C, int E, int T, int M, int G, int C2, int E2, int T2, int M2, int G2, int Sign>
struct Product<Unit<C, E, T, M, G>, Unit<C2, E2, T2, M2, G2>, Sign> {
    using Type = Unit<C + Sign * C2, E + Sign * E2, T + Sign * T2, M + Sign * M2, G + Sign * G2>;
};

using KgCo2e = Unit<1, 0, 0, 0, 0>;
using Kwh = Unit<0, 1, 0, 0, 0>;
using KwhPerYear = Unit<0, 1, -1, 0, 0>;
using Watt = Unit<0, 1, -1, 0, 0, 1>;  ///< on average over a year of 8,760 hours
using Year = Unit<0, 0, 1, 0, 0>;
using PerYear = Unit<0, 0, -1, 0, 0>;
using Euro = Unit<0, 0, 0, 1, 0>;
using EuroPerYear = Unit<0, 0, -1, 1, 0>;
using EuroPerKwh = Unit<0, -1, 0, 1, 0>;
using EuroPerKgCo2e = Unit<-1, 0, 0, 1, 0>;
using Kilogram = Unit<0, 0, 0, 0, 1>;
using Gram = Unit<0, 0, 0, 0, 1, 1>;
using KgCo2ePerKwh = Unit<1, -1, 0, 0, 0>;
using Ratio = Unit<0, 0, 0, 0, 0>;

template <class U>
class Quantity {
public:
    constexpr Quantity() = default;
    constexpr explicit Quantity(double value) : value_(value) {}
    constexpr double value() const { return value_; }

    constexpr Quantity& operator+=(Quantity other) {
        value_ += other.value_;
        return *this;
    }
    friend constexpr Quantity operator+(Quantity one, Quantity other) {
        return Quantity(one.value_ + other.value_);
    }
    friend constexpr Quantity operator-(Quantity one, Quantity other) {
        return Quantity(one.value_ - other.value_);
    }
    friend constexpr Quantity operator*(double times, Quantity one) { return Quantity(times * one.value_); }
    friend constexpr auto operator<=>(Quantity, Quantity) = default;

private:
    double value_ = 0;
};

template <class One, class Other>
    requires(One::is_base && Other::is_base)
constexpr auto operator*(Quantity<One> one, Quantity<Other> other) {
    return Quantity<typename Product<One, Other, 1>::Type>(one.value() * other.value());
}

template <class One, class Other>
    requires(One::is_base && Other::is_base)
constexpr auto operator/(Quantity<One> one, Quantity<Other> other) {
    return Quantity<typename Product<One, Other, -1>::Type>(one.value() / other.value());
}

constexpr Quantity<KwhPerYear> energy_of(Quantity<Watt> power) {
    return Quantity<KwhPerYear>(power.value() * 8.76);
}
constexpr Quantity<Kilogram> kilograms_of(Quantity<Gram> mass) {
    return Quantity<Kilogram>(mass.value() / 1000);
}
constexpr Quantity<Gram> grams_of(Quantity<Kilogram> mass) { return Quantity<Gram>(mass.value() * 1000); }

/// Money as it is paid: whole cents.
class Cents {
public:
    constexpr Cents() = default;
    constexpr explicit Cents(std::int64_t count) : count_(count) {}
    constexpr std::int64_t count() const { return count_; }
    constexpr Quantity<Euro> euros() const { return Quantity<Euro>(static_cast<double>(count_) / 100); }
    friend constexpr Cents operator+(Cents one, Cents other) { return Cents(one.count_ + other.count_); }
    friend constexpr Cents operator-(Cents one, Cents other) { return Cents(one.count_ - other.count_); }
    friend constexpr auto operator<=>(Cents, Cents) = default;

private:
    std::int64_t count_ = 0;
};

/// To whole cents, halves away from zero; within ± 9·10^13 EUR.
constexpr Cents cents_of(Quantity<Euro> money) {
    const double cents = money.value() * 100;
    return Cents(static_cast<std::int64_t>(cents < 0 ? cents - 0.5 : cents + 0.5));
}

}  // namespace kring::impact
