# SPDX-License-Identifier: EUPL-1.2
"""The families of distributions of the second implementation, written from the documents only (see README.md).

Each knows its central value (exact), its mean, and its value at standard normals or at shares of a whole."""
from dataclasses import dataclass
from fractions import Fraction
import functools
import math
from statistics import NormalDist

import numpy

NORMAL = NormalDist()
_phi = numpy.vectorize(lambda z: 0.5 * math.erfc(-z / math.sqrt(2)), otypes=[float])


def shares_of(normals):
    return _phi(normals)


@functools.lru_cache(maxsize=4096)
def beta_table(alpha, beta, points=4001):
    """(shares, values) of the quantile function of Beta(alpha, beta), both at least 1, by the trapezium rule on a grid
    that is dense at both ends."""
    values = (1 - numpy.cos(numpy.linspace(0, math.pi, points))) / 2
    density = values ** (alpha - 1) * (1 - values) ** (beta - 1)
    steps = (density[1:] + density[:-1]) / 2 * numpy.diff(values)
    shares = numpy.concatenate([[0], numpy.cumsum(steps)])
    return shares / shares[-1], values


class Law:
    """normal_based: what of(z) takes is a standard normal; otherwise a share between 0 and 1."""
    normal_based = False

    def at_normal(self, normals):
        return self.of(normals if self.normal_based else shares_of(normals))

    def ends(self):
        return float(self.of(numpy.float64(0))), float(self.of(numpy.float64(1)))


@dataclass(frozen=True)
class Fixed(Law):
    value: object

    def central(self):
        return self.value

    def mean(self):
        return float(self.value)

    def of(self, _):
        return float(self.value)


@dataclass(frozen=True)
class Uniform(Law):
    low: object
    high: object

    def central(self):
        return (self.low + self.high) / 2

    def mean(self):
        return float(self.central())

    def of(self, share):
        return float(self.low) + share * float(self.high - self.low)


@dataclass(frozen=True)
class Triangular(Law):
    low: object
    mode: object
    high: object

    def central(self):
        return self.mode

    def mean(self):
        return float(self.low + self.mode + self.high) / 3

    def deviation(self):
        a, c, b = self.low, self.mode, self.high
        return math.sqrt((a * a + b * b + c * c - a * b - a * c - b * c) / 18)

    def below_mode(self):
        return (self.mode - self.low) / (self.high - self.low)

    def of(self, share):
        a, c, b = float(self.low), float(self.mode), float(self.high)
        if a == b:
            return a + 0 * share
        rising = a + numpy.sqrt(share * (b - a) * (c - a))
        return numpy.where(share < (c - a) / (b - a), rising, b - numpy.sqrt((1 - share) * (b - a) * (b - c)))

    def mean_of_inverse(self):
        """E[1/X], from the integral of the density over x; for 0 < low."""
        a, c, b = self.low, self.mode, self.high
        rise = 1 - a * math.log(c / a) / (c - a) if c > a else 0
        fall = b * math.log(b / c) / (b - c) - 1 if b > c else 0
        return 2 / (b - a) * (rise + fall)


@dataclass(frozen=True)
class Pert(Law):
    low: object
    mode: object
    high: object

    def shape(self):
        width = self.high - self.low
        return float(1 + 4 * (self.mode - self.low) / width), float(1 + 4 * (self.high - self.mode) / width)

    def central(self):
        return self.mode

    def mean(self):
        return float(self.low + 4 * self.mode + self.high) / 6

    def deviation(self):
        alpha, beta = self.shape()
        total = alpha + beta
        return float(self.high - self.low) * math.sqrt(alpha * beta / (total * total * (total + 1)))

    def of(self, share):
        if self.low == self.high:
            return float(self.low) + 0 * share
        return float(self.low) + float(self.high - self.low) * numpy.interp(share, *beta_table(*self.shape()))


@dataclass(frozen=True)
class Lognormal(Law):
    """told: the central value, when that is not the median."""
    mu: float
    sigma: float
    told: object = None
    normal_based = True

    @classmethod
    def of_mean(cls, mean, ratio):
        """From a mean and a standard deviation given as a share of it."""
        variance = math.log1p(float(ratio) ** 2)
        return cls(math.log(mean) - variance / 2, math.sqrt(variance), mean)

    @classmethod
    def of_median(cls, median, geometric_deviation):
        return cls(math.log(median), math.log(geometric_deviation), median)

    def central(self):
        return self.told

    def mean(self):
        return math.exp(self.mu + self.sigma ** 2 / 2)

    def of(self, normal):
        return numpy.exp(self.mu + self.sigma * normal)

    def quantile(self, share):
        return float(self.of(NORMAL.inv_cdf(share)))

    def ends(self):
        return self.quantile(0.001), self.quantile(0.999)


@dataclass(frozen=True)
class Normal(Law):
    middle: object
    deviation: object
    normal_based = True

    def central(self):
        return self.middle

    def mean(self):
        return float(self.middle)

    def of(self, normal):
        return float(self.middle) + float(self.deviation) * normal

    def ends(self):
        return float(self.of(NORMAL.inv_cdf(0.001))), float(self.of(NORMAL.inv_cdf(0.999)))


@dataclass(frozen=True)
class Empirical(Law):
    """A table of quantiles, straight between its points."""
    shares: tuple
    values: tuple

    def central(self):
        half = Fraction(1, 2)
        for place in range(len(self.shares) - 1):
            begin, end = Fraction(self.shares[place]), Fraction(self.shares[place + 1])
            if begin <= half <= end and end > begin:
                first, last = Fraction(self.values[place]), Fraction(self.values[place + 1])
                return first + (last - first) * (half - begin) / (end - begin)
        raise ValueError("no share 0.5 inside")

    def mean(self):
        points = list(zip(self.shares, self.values))
        return float(sum((p2 - p1) * (v1 + v2) / 2 for (p1, v1), (p2, v2) in zip(points, points[1:])))

    def of(self, share):
        return numpy.interp(share, [float(p) for p in self.shares], [float(v) for v in self.values])


def law_of(told):
    """The law of an estimate of a document: a number, or an object with one member that names the family."""
    if not isinstance(told, dict):
        return Fixed(told)
    family, given = next((name, value) for name, value in told.items() if name != "source")
    if family == "value":
        return Fixed(given)
    if family == "lognormal":
        return Lognormal.of_median(given["median"], given["gsd"])
    if family == "lognormal_mean":
        return Lognormal.of_mean(given["mean"], given["cv"])
    if family == "normal":
        return Normal(given["mean"], given["sd"])
    if family == "empirical":
        return Empirical(tuple(p for p, _ in given), tuple(v for _, v in given))
    return {"uniform": Uniform, "triangular": Triangular, "pert": Pert}[family](*given)
