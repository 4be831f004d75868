# SPDX-License-Identifier: EUPL-1.2
"""What a tender's rules would do, drawn a second time with numpy, written from docs/award-format.md only. A bid that
is not there has price `inf` and takes no part."""
from dataclasses import dataclass
import math

import numpy

from distributions import Fixed, law_of

LEAST_WINS = ("F5", "F7", "F8")
# Scores of one draw that differ by less are taken for equal: sums of eight-byte numbers are not good for more.
SAME = 1e-11


@dataclass
class Drawn:
    """prices, shares by criterion, stated and real kilograms, lots: one row a draw, one column a bidder."""
    prices: numpy.ndarray
    shares: dict
    stated: numpy.ndarray
    real: numpy.ndarray
    lots: numpy.ndarray

    def there(self):
        return numpy.isfinite(self.prices)

    def without(self, bidder):
        prices = self.prices.copy()
        prices[:, bidder] = numpy.inf
        return Drawn(prices, self.shares, self.stated, self.real, self.lots)


def kept(shares):
    return numpy.clip(shares, 0.0, 1.0)


def cents(euros):
    return numpy.maximum(numpy.round(euros * 100), 1) / 100


def deviation_of(law):
    """Standard deviation of a law: of a million of its values, evenly spread, where no closed form is at hand."""
    if isinstance(law, Fixed):
        return 0.0
    if hasattr(law, "deviation") and callable(law.deviation):
        return float(law.deviation())
    if law.normal_based:
        if hasattr(law, "middle"):
            return float(law.deviation)
        return law.mean() * math.sqrt(math.expm1(law.sigma ** 2))
    return float(numpy.std(law.of((numpy.arange(1_000_000) + 0.5) / 1_000_000)))


def draw_law(generator, law, shape):
    if isinstance(law, Fixed):
        return numpy.full(shape, float(law.value))
    return law.of(generator.standard_normal(shape) if law.normal_based else generator.random(shape))


def green_of(question):
    return next(one for one in question["criteria"] if one["id"] == question["green"])


def kilograms(generator, none, full, spread, offered, stated=None):
    stated = none + (full - none) * offered if stated is None else stated
    return stated, stated * numpy.exp(spread * generator.standard_normal(offered.shape) - spread ** 2 / 2)


def draw_market(question, count, seed):
    generator, market = numpy.random.default_rng(seed), question["market"]
    most, green = market.get("bidders_most", 5), question["green"]
    shape = (count, most)
    bidders = generator.integers(market.get("bidders_least", 3), most, count, endpoint=True)
    offered, laws = {}, {}
    for one in question["criteria"]:
        if one["kind"] != "price":
            laws[one["id"]] = law_of(market["qualities"][one["id"]].get("share", {"uniform": [0, 1]}))
            offered[one["id"]] = kept(draw_law(generator, laws[one["id"]], shape))
    pioneer = market.get("pioneer")
    means, deviations = numpy.full(most, laws[green].mean()), numpy.full(most, deviation_of(laws[green]))
    if pioneer:
        law = law_of(pioneer["green"])
        offered[green][:, 0] = kept(draw_law(generator, law, count))
        means[0], deviations[0] = law.mean(), deviation_of(law)
    level = market.get("level_spread", 0) * generator.standard_normal((count, 1))
    rho = market.get("correlation", 0)
    standing = numpy.where(deviations > 0, (offered[green] - means) / numpy.where(deviations > 0, deviations, 1), 0)
    own = rho * standing + math.sqrt(1 - rho * rho) * generator.standard_normal(shape)
    logs = math.log(market["price"]) + market.get("premium", 0) * offered[green] + level \
        + market.get("price_spread", 0.1) * own
    if pioneer:
        logs[:, 0] += pioneer.get("premium", 0)
    prices = cents(numpy.exp(logs))
    prices[numpy.arange(most)[None, :] >= bidders[:, None]] = numpy.inf
    effect = green_of(question)
    none, full = [effect[name] if effect["kind"] == "effect" else market.get(f"kg_{name}", 0)
                  for name in ("none", "full")]
    stated, real = kilograms(generator, none, full, market.get("kg_uncertainty", 0), offered[green])
    shares = {name: kept(share + market["qualities"][name].get("noise", 0) * generator.standard_normal(shape))
              for name, share in offered.items()}
    return Drawn(prices, shares, stated, real, generator.random(shape))


def draw_given(question, count, seed):
    generator, bids = numpy.random.default_rng(seed), question["bids"]
    spread, shape = question.get("uncertainty", {}), (count, len(bids))
    prices = numpy.broadcast_to(numpy.array([float(bid["price"]) for bid in bids]), shape)
    noise = spread.get("price_spread", 0) * generator.standard_normal(shape)
    shares, offered = {}, {}
    for one in question["criteria"]:
        if one["kind"] == "price":
            continue
        none, full = one.get("none", 0), one.get("full", 10)
        given = numpy.array([(bid["given"][one["id"]] - none) / (full - none) for bid in bids])
        offered[one["id"]] = numpy.broadcast_to(kept(given), shape)
        error = spread.get("noise", {}).get(one["id"], 0) * generator.standard_normal(shape)
        shares[one["id"]] = kept(offered[one["id"]] + error)
    effect, stated = green_of(question), None
    if effect["kind"] == "effect":
        stated = numpy.broadcast_to(numpy.array([float(bid["given"][effect["id"]]) for bid in bids]), shape)
    stated, real = kilograms(generator, spread.get("kg_none", 0), spread.get("kg_full", 0),
                             spread.get("kg_uncertainty", 0), offered[effect["id"]], stated)
    return Drawn(cents(prices * numpy.exp(noise)), shares, stated, real, generator.random(shape))


def in_floats(tender):
    tender.quality_weight, tender.price_weight = float(tender.quality_weight), float(tender.price_weight)
    return tender


class Study:
    """tender: the award_model.Tender of the same document, whose knob is turned."""

    def __init__(self, tender, drawn):
        self.tender, self.drawn = tender, drawn

    def price_share(self, tender, drawn):
        prices, method = drawn.prices, tender.method
        lowest = prices.min(axis=1, keepdims=True)
        if tender.formula == "F1":
            return lowest / prices
        if tender.formula == "F2":
            low, high = float(method["price_low"]), float(method["price_high"])
            share = (high - prices) / (high - low)
            return kept(share) if method.get("clipped", True) else share
        if tender.formula == "F3a":
            return numpy.maximum(0, 2 - prices / lowest)
        if tender.formula == "F3b":
            highest = numpy.where(drawn.there(), prices, 0).max(axis=1, keepdims=True)
            width = numpy.where(highest > lowest, highest - lowest, 1)
            return numpy.where(highest > lowest, (highest - prices) / width, 1.0)
        share = 1 - numpy.log(prices / lowest) / math.log(method.get("base", 2))
        return numpy.maximum(share, 0) if method.get("clipped", True) else share

    def scores(self, tender, drawn):
        """The higher, the better."""
        weights = {name: float(weight) for name, weight in tender.weights.items()}
        sums = sum(weights[name] * share for name, share in drawn.shares.items())
        prices = numpy.where(drawn.there(), drawn.prices, 1.0)
        if tender.formula in ("F1", "F2", "F3a", "F3b", "F4"):
            found = sums + float(tender.price_weight) * numpy.where(drawn.there(), self.price_share(tender, drawn), 0)
        elif tender.formula == "F6a":
            found = sums / float(tender.quality_weight) / prices * 1e5
        elif tender.formula == "F6b":
            quality, tender = sums / float(tender.quality_weight), in_floats(tender)
            best = numpy.where(drawn.there(), quality, -numpy.inf).max(axis=1, keepdims=True)
            found = tender.utility(best - quality) / prices * drawn.prices.min(axis=1, keepdims=True)
        else:
            off = sum(float(tender.worths[name]) * share for name, share in drawn.shares.items()
                      if tender.formula != "F7" or name != tender.green)
            found = -(prices * (1 - off)) if tender.formula == "F8" else off - prices
            if tender.formula == "F7":
                found = found - float(tender.shadow) * drawn.stated
        return numpy.where(drawn.there(), found, -numpy.inf)

    def winners(self, value=None, drawn=None):
        """(the winner of each draw, how many stood first before the rules for ties)."""
        drawn = drawn or self.drawn
        tender = self.tender if value is None else self.tender.turned(value)
        scores = self.scores(tender, drawn)
        best = scores.max(axis=1, keepdims=True)
        first = scores >= best - SAME * numpy.maximum(1, numpy.abs(best))
        equal = first.sum(axis=1)
        for rule in tender.ties:
            if rule["by"] != "lot":
                keys = drawn.prices if rule["by"] == "price" else -drawn.shares[rule["criterion"]]
                keys = numpy.where(first, keys, numpy.inf)
                first = first & (keys <= keys.min(axis=1, keepdims=True))
        return numpy.where(first, drawn.lots, -1).argmax(axis=1), equal

    def greenest(self):
        drawn = self.drawn
        key = -drawn.stated if self.tender.formula == "F7" else drawn.shares[self.tender.green]
        key = numpy.where(drawn.there(), key, -numpy.inf)
        return key >= key.max(axis=1, keepdims=True)

    def green_wins(self, winners):
        return self.greenest()[numpy.arange(len(winners)), winners]

    def of(self, table, winners):
        return table[numpy.arange(len(winners)), winners]

    def reversals(self, winners):
        """(draws that some loser reverses, the same by loser), at the tender's own value."""
        by_bidder = numpy.zeros_like(self.drawn.there())
        for bidder in range(self.drawn.prices.shape[1]):
            drawn = self.drawn.without(bidder)
            lost = self.drawn.there()[:, bidder] & (winners != bidder)
            others, _ = self.winners(None, drawn)
            by_bidder[:, bidder] = lost & (others != winners)
        return by_bidder.any(axis=1), by_bidder

    def spreads(self):
        """Root of the mean variance within a draw of each criterion's share, the price's under None."""
        columns = {**self.drawn.shares}
        if self.tender.formula in ("F1", "F2", "F3a", "F3b", "F4"):
            columns[None] = numpy.where(self.drawn.there(), self.price_share(self.tender, self.drawn), 0)
        there = self.drawn.there()
        many = there.sum(axis=1)
        found = {}
        for name, column in columns.items():
            mean = numpy.where(there, column, 0).sum(axis=1) / many
            found[name] = numpy.where(there, (column - mean[:, None]) ** 2, 0).sum(axis=1) / many
        return found
