# SPDX-License-Identifier: EUPL-1.2
"""The effect of a fleet, computed a second time: equations of the method, written from the documents only.

Every function works on exact fractions, on floats and on numpy arrays alike: what comes in decides."""
from fractions import Fraction
import math

import numpy


def ceiling(value):
    return numpy.ceil(value) if isinstance(value, numpy.ndarray) else math.ceil(value)


def acquisitions(horizon, life):
    """Devices bought for one seat, as money flows: a whole number."""
    return ceiling(horizon / life)


def counted(horizon, life, mode):
    """(devices bought, what of the last one is written back, as a share of a device)."""
    if mode == "annualised":
        return horizon / life, 0 * life
    bought = acquisitions(horizon, life)
    return bought, (bought * life - horizon) / life


def life_share(first, second):
    """Burden of the first life that the second one carries, by years served."""
    return second / (first + second)


def embodied_per_device(route, e_new, parts=0, burden=0, process=0, transport=0, ratio=1):
    """kg CO2e that one acquisition brings along."""
    if route in ("new", "lease"):
        return e_new
    if route == "extend":
        return e_new + parts
    if route == "refurbished":
        return burden * e_new + process + parts + transport
    if route == "remanufactured":
        return ratio * e_new
    raise ValueError(route)


def grid_path(first, decline, years):
    """kg per kWh of each year."""
    return [first * (1 - decline) ** year for year in range(years)]


def use(tec, intensity, path):
    """kg of one seat over all years."""
    return sum(tec * intensity * factor for factor in path)


def credit(seats, bought, share, displaced, e_new, second_life, reference_life, process):
    """kg avoided elsewhere by devices that were taken back; apart from the rest."""
    return seats * bought * share * displaced * (e_new * second_life / reference_life - process)


def discount(rate, time):
    """Worth today of one euro at that time (years)."""
    if isinstance(time, Fraction) and time.denominator != 1:
        return float(1 + rate) ** -float(time)
    return (1 + rate) ** -(int(time) if isinstance(time, Fraction) else time)


def present_value(rate, flows):
    """flows: (time in years, euro)."""
    return sum(amount * discount(rate, time) for time, amount in flows)


def purchase_times(horizon, life):
    return [number * life for number in range(acquisitions(horizon, life))]


def total_of_equal_types(ratio, rho, types):
    """Relative standard deviation of the sum of equal types with one shared cause."""
    return ratio * math.sqrt(rho + (1 - rho) / types)
