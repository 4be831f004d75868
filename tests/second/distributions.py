# SPDX-License-Identifier: EUPL-1.2
"""The families of distributions of the second implementation, written from the documents only (see README.md).

Each one knows its quantile function's ends, its mean in closed form where there is one, and how to draw."""
import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy

NORMAL = NormalDist()


@dataclass(frozen=True)
class Fixed:
    value: object

    def draw(self, generator, count):
        return numpy.full(count, float(self.value))

    def mean(self):
        return float(self.value)

    def quantile(self, _):
        return float(self.value)


@dataclass(frozen=True)
class Uniform:
    low: float
    high: float

    def draw(self, generator, count):
        return generator.uniform(self.low, self.high, count)

    def mean(self):
        return (self.low + self.high) / 2

    def quantile(self, p):
        return self.low + p * (self.high - self.low)


@dataclass(frozen=True)
class Triangular:
    low: float
    mode: float
    high: float

    def draw(self, generator, count):
        if self.low == self.high:
            return numpy.full(count, float(self.low))
        return generator.triangular(self.low, self.mode, self.high, count)

    def mean(self):
        return (self.low + self.mode + self.high) / 3

    def deviation(self):
        a, c, b = self.low, self.mode, self.high
        return math.sqrt((a * a + b * b + c * c - a * b - a * c - b * c) / 18)

    def below_mode(self):
        return (self.mode - self.low) / (self.high - self.low)

    def quantile(self, p):
        a, c, b = self.low, self.mode, self.high
        if p < self.below_mode():
            return a + math.sqrt(p * (b - a) * (c - a))
        return b - math.sqrt((1 - p) * (b - a) * (b - c))

    def mean_of_inverse(self):
        """E[1/X], from the integral of the density over x; for 0 < low."""
        a, c, b = self.low, self.mode, self.high
        rise = 1 - a * math.log(c / a) / (c - a) if c > a else 0
        fall = b * math.log(b / c) / (b - c) - 1 if b > c else 0
        return 2 / (b - a) * (rise + fall)


@dataclass(frozen=True)
class Pert:
    low: float
    mode: float
    high: float

    def shape(self):
        width = self.high - self.low
        return 1 + 4 * (self.mode - self.low) / width, 1 + 4 * (self.high - self.mode) / width

    def draw(self, generator, count):
        if self.low == self.high:
            return numpy.full(count, float(self.low))
        return self.low + (self.high - self.low) * generator.beta(*self.shape(), count)

    def mean(self):
        return (self.low + 4 * self.mode + self.high) / 6

    def deviation(self):
        alpha, beta = self.shape()
        total = alpha + beta
        return (self.high - self.low) * math.sqrt(alpha * beta / (total * total * (total + 1)))


@dataclass(frozen=True)
class Lognormal:
    mu: float
    sigma: float

    @classmethod
    def of_mean(cls, mean, ratio):
        """From a mean and a standard deviation given as a share of it."""
        variance = math.log1p(ratio * ratio)
        return cls(math.log(mean) - variance / 2, math.sqrt(variance))

    @classmethod
    def of_median(cls, median, geometric_deviation):
        return cls(math.log(median), math.log(geometric_deviation))

    def draw(self, generator, count):
        return self.of_normal(generator.standard_normal(count))

    def of_normal(self, normal):
        return numpy.exp(self.mu + self.sigma * normal)

    def mean(self):
        return math.exp(self.mu + self.sigma ** 2 / 2)

    def quantile(self, p):
        return math.exp(self.mu + self.sigma * NORMAL.inv_cdf(p))


@dataclass(frozen=True)
class Empirical:
    """A table of quantiles, straight between its points."""
    shares: tuple
    values: tuple

    def draw(self, generator, count):
        return numpy.interp(generator.random(count), self.shares, self.values)

    def mean(self):
        points = list(zip(self.shares, self.values))
        inner = sum((p2 - p1) * (v1 + v2) / 2 for (p1, v1), (p2, v2) in zip(points, points[1:]))
        return inner + self.shares[0] * self.values[0] + (1 - self.shares[-1]) * self.values[-1]

    def quantile(self, p):
        return float(numpy.interp(p, self.shares, self.values))
