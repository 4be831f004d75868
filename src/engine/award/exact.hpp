// SPDX-License-Identifier: EUPL-1.2
// Numbers without rounding: fractions of whole numbers of any length, and what the logarithmic price formula
// makes of them. Two bids whose scores differ in the thirtieth decimal differ; two that are equal are a tie.
#pragma once

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace kring::award {

/// A fraction of whole numbers, always in lowest terms. A value: copying is cheap, nothing changes it.
class Exact {
public:
    Exact() : Exact(0) {}
    Exact(std::int64_t whole) : Exact(whole, 1) {}
    /// `denominator` is not 0.
    Exact(std::int64_t numerator, std::int64_t denominator);

    /// "12", "-0.25", "387098.666667" or "2/3": at most 18 digits on either side of the point or the stroke.
    /// Nothing when it is anything else, or when the denominator is 0.
    static std::optional<Exact> parse(std::string_view text);
    /// Exactly what the double holds; `number` is finite.
    static Exact of_double(double number);

    Exact operator-() const;
    friend Exact operator+(const Exact& one, const Exact& other);
    friend Exact operator-(const Exact& one, const Exact& other);
    friend Exact operator*(const Exact& one, const Exact& other);
    /// `other` is not 0; throws std::logic_error when it is.
    friend Exact operator/(const Exact& one, const Exact& other);
    friend std::strong_ordering operator<=>(const Exact& one, const Exact& other);
    friend bool operator==(const Exact& one, const Exact& other) { return (one <=> other) == 0; }

    /// The nearest number of so many decimals (0 to 30), halves away from zero.
    Exact rounded(int decimals) const;
    /// "84.363636": rounded, with exactly so many decimals and a point; "-0" is never written.
    std::string decimal(int decimals) const;
    /// "2/3", or "12" for a whole number; the whole truth.
    std::string fraction() const;
    /// The shortest way to write it: the decimals when they end within `decimals`, else that many and "…".
    std::string shortest(int decimals = 6) const;
    /// The nearest double.
    double approximate() const;

private:
    struct Parts;
    explicit Exact(std::shared_ptr<const Parts> parts) : parts_(std::move(parts)) {}
    std::shared_ptr<const Parts> parts_;
    friend class Score;
    friend struct Inside;
};

/// What bids are ranked by: a fraction, less `factor` times the logarithm of `of` to the base `base` (only
/// the logarithmic formula has that part). Compared rigorously: equal scores are found equal by whether the
/// logarithm is a fraction, others by bounds that are narrowed until they differ.
class Score {
public:
    Score() = default;
    Score(Exact fraction) : fraction_(std::move(fraction)) {}
    /// fraction − factor × log_base(of); `base` > 1, `of` > 0. A logarithm that is a fraction becomes one.
    Score(Exact fraction, Exact factor, const Exact& of, Exact base);

    bool is_fraction() const { return !has_logarithm_; }
    /// The whole of it when it is a fraction, else the fraction beside the logarithm.
    const Exact& fraction() const { return fraction_; }

    /// Both have the same base, and the same factor, or no logarithm.
    friend std::strong_ordering operator<=>(const Score& one, const Score& other);
    friend bool operator==(const Score& one, const Score& other) { return (one <=> other) == 0; }

    /// The nearest number of so many decimals (0 to 30), halves away from zero; right to the last digit.
    Exact rounded(int decimals) const;
    std::string decimal(int decimals) const { return rounded(decimals).decimal(decimals); }
    double approximate() const { return rounded(17).approximate(); }

    /// Adds a fraction.
    Score plus(const Exact& fraction) const;

private:
    std::strong_ordering against_zero() const;

    Exact fraction_;
    Exact factor_;
    Exact of_{1};
    Exact base_{2};
    bool has_logarithm_ = false;
};

}  // namespace kring::award
