// SPDX-License-Identifier: EUPL-1.2
#include "engine/award/exact.hpp"

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>
#include <stdexcept>

namespace kring::award {

namespace {

using Whole = boost::multiprecision::cpp_int;
using Fraction = boost::multiprecision::cpp_rational;

Whole power(const Whole& base, unsigned exponent) { return boost::multiprecision::pow(base, exponent); }
Whole ten_to(int exponent) { return power(10, static_cast<unsigned>(exponent)); }
unsigned bits(const Whole& positive) { return static_cast<unsigned>(msb(positive)) + 1U; }

Whole without_decimals(const Fraction& value, int decimals) {
    const Fraction scaled = abs(value) * ten_to(decimals) + Fraction(1, 2);
    const Whole whole = numerator(scaled) / denominator(scaled);
    return value < 0 ? Whole(-whole) : whole;
}

struct Bounds {
    Fraction low;
    Fraction high;
};

struct Fixed {
    Whole value;  ///< in units of 2^-bits
    Whole error;  ///< the true value lies within so many units
};

/// 2·artanh(z) for 0 <= z <= 1/3, by its series. With floors, no power is off by more than 2 units, no term
/// by more than 3, and what is left out by less than 3.
Fixed twice_artanh(const Fraction& z, unsigned precision) {
    const Whole first = (numerator(z) << precision) / denominator(z);
    const Whole square = (first * first) >> precision;
    Whole sum = 0;
    unsigned terms = 0;
    for (Whole term = first; term > 0; ++terms) {
        sum += term / (2 * terms + 1);
        term = (term * square) >> precision;
    }
    return {2 * sum, Whole(6 * (terms + 1))};
}

Fixed natural_logarithm(const Fraction& of, unsigned precision) {
    const Whole& above = numerator(of);
    const Whole& below = denominator(of);
    const int twos = static_cast<int>(bits(above)) - static_cast<int>(bits(below));
    const Whole one = twos < 0 ? Whole(above << -twos) : above;
    const Whole other = twos > 0 ? Whole(below << twos) : below;
    const Fixed part = twice_artanh(Fraction(abs(one - other), one + other), precision);
    const Fixed two = twice_artanh(Fraction(1, 3), precision);
    const Whole value = twos * two.value + (one < other ? Whole(-part.value) : part.value);
    return {value, std::abs(twos) * two.error + part.error};
}

/// Bounds of the logarithm to a base above 1, some `precision` bits behind the point.
Bounds logarithm(const Fraction& of, const Fraction& base, unsigned precision) {
    const Fixed above = natural_logarithm(of, precision + 32);
    const Fixed below = natural_logarithm(base, precision + 32);
    // A base so near 1 that its logarithm is not yet told from 0.
    if (below.value <= below.error) return logarithm(of, base, 2 * precision);
    const Whole low = above.value - above.error;
    const Whole high = above.value + above.error;
    const Whole least = below.value - below.error;
    const Whole most = below.value + below.error;
    return {Fraction(low, low < 0 ? least : most), Fraction(high, high < 0 ? most : least)};
}

/// The whole n-th root; 0 when there is none.
Whole whole_root(const Whole& of, unsigned n) {
    Whole low = 1;
    Whole high = Whole(1) << (bits(of) / n + 1);
    while (low < high) {
        const Whole middle = (low + high) / 2;
        if (power(middle, n) < of) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return power(low, n) == of ? low : Whole(0);
}

/// log_base(of) when it is a fraction. Then both are whole powers of one number: of the last root of the
/// base.
std::optional<Fraction> logarithm_as_fraction(const Fraction& of, const Fraction& base) {
    if (of == 1) return Fraction(0);
    const bool is_below = of < 1;
    const Fraction target = is_below ? Fraction(denominator(of), numerator(of)) : of;
    for (unsigned root = bits(numerator(base)); root > 0; --root) {
        const Whole above = whole_root(numerator(base), root);
        const Whole below = whole_root(denominator(base), root);
        if (above == 0 || below == 0) continue;
        // `above` is 2 at least, for the base is more than 1: there are no more powers than bits.
        for (unsigned exponent = 1; exponent <= bits(numerator(target)); ++exponent) {
            const bool is_power =
                power(above, exponent) == numerator(target) && power(below, exponent) == denominator(target);
            if (is_power)
                return Fraction(is_below ? -static_cast<int>(exponent) : static_cast<int>(exponent), root);
        }
        return std::nullopt;
    }
    return std::nullopt;
}

constexpr std::size_t digits_max = 18;

bool are_digits(std::string_view text) {
    return !text.empty() && text.size() <= digits_max &&
           std::all_of(text.begin(), text.end(), [](char one) { return '0' <= one && one <= '9'; });
}

std::int64_t number_of(std::string_view digits) {
    std::int64_t number = 0;
    for (const char digit : digits) number = 10 * number + (digit - '0');
    return number;
}

}  // namespace

struct Exact::Parts {
    Fraction value;
};

/// The way in and out of an Exact, for this file.
struct Inside {
    static Exact make(Fraction value) {
        return Exact(std::make_shared<const Exact::Parts>(Exact::Parts{std::move(value)}));
    }
    static const Fraction& of(const Exact& exact) { return exact.parts_->value; }
};

Exact::Exact(std::int64_t numerator, std::int64_t denominator) {
    if (denominator == 0) throw std::logic_error("a fraction over 0");
    parts_ = std::make_shared<const Parts>(Parts{Fraction(numerator, denominator)});
}

std::optional<Exact> Exact::parse(std::string_view text) {
    const bool is_negative = text.starts_with('-');
    if (is_negative) text.remove_prefix(1);
    const std::size_t stroke = text.find_first_of("./");
    const std::string_view first = text.substr(0, stroke);
    const std::string_view second = stroke == std::string_view::npos ? "1" : text.substr(stroke + 1);
    if (!are_digits(first) || !are_digits(second)) return std::nullopt;
    const bool is_decimal = stroke != std::string_view::npos && text[stroke] == '.';
    if (!is_decimal && number_of(second) == 0) return std::nullopt;
    const Fraction part(number_of(second), is_decimal ? ten_to(static_cast<int>(second.size())) : Whole(1));
    const Fraction whole(number_of(first));
    const Fraction value = is_decimal ? Fraction(whole + part) : Fraction(whole / part);
    return Inside::make(is_negative ? Fraction(-value) : value);
}

Exact Exact::of_double(double number) { return Inside::make(Fraction(number)); }

Exact Exact::operator-() const { return Inside::make(-parts_->value); }
Exact operator+(const Exact& one, const Exact& other) {
    return Inside::make(one.parts_->value + other.parts_->value);
}
Exact operator-(const Exact& one, const Exact& other) {
    return Inside::make(one.parts_->value - other.parts_->value);
}
Exact operator*(const Exact& one, const Exact& other) {
    return Inside::make(one.parts_->value * other.parts_->value);
}
Exact operator/(const Exact& one, const Exact& other) {
    if (other.parts_->value == 0) throw std::logic_error("divided by 0");
    return Inside::make(one.parts_->value / other.parts_->value);
}

std::strong_ordering operator<=>(const Exact& one, const Exact& other) {
    return one.parts_->value.compare(other.parts_->value) <=> 0;
}

Exact Exact::rounded(int decimals) const {
    return Inside::make(Fraction(without_decimals(parts_->value, decimals), ten_to(decimals)));
}

std::string Exact::decimal(int decimals) const {
    const Whole whole = without_decimals(parts_->value, decimals);
    std::string digits = Whole(abs(whole)).str();
    const auto behind = static_cast<std::size_t>(decimals);
    if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
    if (behind > 0) digits.insert(digits.size() - behind, ".");
    if (whole < 0) digits.insert(0, "-");
    return digits;
}

std::string Exact::fraction() const { return parts_->value.str(); }

std::string Exact::shortest(int decimals) const {
    std::string text = decimal(decimals);
    if (rounded(decimals) != *this) return text + "…";
    if (decimals == 0) return text;
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

double Exact::approximate() const { return parts_->value.convert_to<double>(); }

Score::Score(Exact fraction, Exact factor, const Exact& of, Exact base)
    : fraction_(std::move(fraction)), factor_(std::move(factor)), of_(of), base_(std::move(base)) {
    const auto found = logarithm_as_fraction(Inside::of(of_), Inside::of(base_));
    has_logarithm_ = !found && factor_ != Exact(0);
    if (found) fraction_ = fraction_ - factor_ * Inside::make(*found);
}

/// A logarithm that is no fraction never makes the whole of it 0, so the bounds part from 0 at last.
std::strong_ordering Score::against_zero() const {
    if (!has_logarithm_) return fraction_ <=> Exact(0);
    const Fraction wanted = Inside::of(fraction_) / Inside::of(factor_);
    const bool is_positive = factor_ > Exact(0);
    for (unsigned precision = 64;; precision *= 2) {
        const Bounds bounds = logarithm(Inside::of(of_), Inside::of(base_), precision);
        if (wanted > bounds.high)
            return is_positive ? std::strong_ordering::greater : std::strong_ordering::less;
        if (wanted < bounds.low)
            return is_positive ? std::strong_ordering::less : std::strong_ordering::greater;
    }
}

std::strong_ordering operator<=>(const Score& one, const Score& other) {
    const Exact between = one.fraction_ - other.fraction_;
    if (!one.has_logarithm_ && !other.has_logarithm_) return between <=> Exact(0);
    if (!other.has_logarithm_) return Score(between, one.factor_, one.of_, one.base_).against_zero();
    if (!one.has_logarithm_) return Score(between, -other.factor_, other.of_, other.base_).against_zero();
    return Score(between, one.factor_, one.of_ / other.of_, one.base_).against_zero();
}

Exact Score::rounded(int decimals) const {
    if (!has_logarithm_) return fraction_.rounded(decimals);
    const Fraction& fraction = Inside::of(fraction_);
    const Fraction& factor = Inside::of(factor_);
    for (unsigned precision = 64;; precision *= 2) {
        const Bounds bounds = logarithm(Inside::of(of_), Inside::of(base_), precision);
        const Whole one = without_decimals(fraction - factor * bounds.low, decimals);
        const Whole other = without_decimals(fraction - factor * bounds.high, decimals);
        if (one == other) return Inside::make(Fraction(one, ten_to(decimals)));
    }
}

Score Score::plus(const Exact& fraction) const {
    Score sum = *this;
    sum.fraction_ = sum.fraction_ + fraction;
    return sum;
}

}  // namespace kring::award
