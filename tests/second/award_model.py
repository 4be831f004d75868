# SPDX-License-Identifier: EUPL-1.2
"""Award formulas, computed a second time in exact fractions (logarithms: decimals of sixty digits), written from the
documents only."""
from decimal import Decimal, getcontext
from fractions import Fraction

getcontext().prec = 60

LESS_IS_BETTER = ("F5", "F7", "F8")


def logarithm(value):
    """ln of a fraction, as a fraction of 60 digits; exactly 0 at 1."""
    if value == 1:
        return Fraction(0)
    return Fraction((Decimal(value.numerator) / Decimal(value.denominator)).ln())


def points_of_price(formula, price, prices, low=None, high=None, base=None):
    """What a price earns, as a share of its weight; not bounded."""
    lowest, highest = min(prices), max(prices)
    if formula == "F1":
        return lowest / price
    if formula == "F2":
        return (high - price) / (high - low)
    if formula == "F3a":
        return max(Fraction(0), 2 - price / lowest)
    if formula == "F3b":
        return (highest - price) / (highest - lowest) if highest != lowest else Fraction(1)
    if formula == "F4":
        return 1 - logarithm(price / lowest) / logarithm(base)
    raise ValueError(formula)


def value_for_money(quality, price):
    return quality / price


def utility_index(quality, best_quality, price, lowest, ratio):
    return (1 - (best_quality - quality) * ratio) / price * lowest


def worth(price, value, quality):
    return price - value * quality


def shadow(price, euro_per_kg, kilograms):
    return price + euro_per_kg * kilograms


def notional(price, discount):
    return price * (1 - discount)
