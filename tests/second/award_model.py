# SPDX-License-Identifier: EUPL-1.2
"""Who wins a tender, computed a second time in exact fractions (logarithms: sixty digits), written from the documents
only. Names are those of docs/award-format.md."""
from decimal import Decimal, getcontext
from fractions import Fraction
import functools
import math

getcontext().prec = 70
LEAST_WINS = ("F5", "F7", "F8")
WITH_POINTS = ("F1", "F2", "F3a", "F3b", "F4")
# Two sums of logarithms that differ by less are equal in truth: their digits are good for sixty places.
SAME = Fraction(1, 10 ** 50)


@functools.lru_cache(maxsize=65536)
def logarithm(value):
    """ln of a fraction, to some 65 digits; exactly 0 at 1."""
    if value == 1:
        return Fraction(0)
    return Fraction((Decimal(value.numerator) / Decimal(value.denominator)).ln())


def rounded(value, decimals):
    """Halves away from zero; None: as it is."""
    if decimals is None:
        return value
    scale = 10 ** decimals
    size = math.floor(abs(value) * scale + Fraction(1, 2) + SAME)
    return Fraction(size if value >= 0 else -size, scale)


def share_of_price(method, price, prices):
    """What a price earns, as a share of its weight."""
    formula, lowest, highest = method["formula"], min(prices), max(prices)
    if formula == "F1":
        return lowest / price
    if formula == "F2":
        share = (method["price_high"] - price) / (method["price_high"] - method["price_low"])
        return min(max(share, Fraction(0)), Fraction(1)) if method.get("clipped", True) else share
    if formula == "F3a":
        return max(Fraction(0), 2 - price / lowest)
    if formula == "F3b":
        return (highest - price) / (highest - lowest) if highest != lowest else Fraction(1)
    if formula == "F4":
        share = 1 - logarithm(price / lowest) / logarithm(method.get("base", Fraction(2)))
        return max(share, Fraction(0)) if method.get("clipped", True) else share
    raise ValueError(formula)


def share_of(criterion, amount):
    none, full = criterion.get("none", Fraction(0)), criterion.get("full", Fraction(10))
    return min(max((amount - none) / (full - none), Fraction(0)), Fraction(1))


class Tender:
    """A document's tender; a knob may stand in place of what the document says."""

    def __init__(self, question):
        self.question, self.method = question, question["method"]
        self.formula, self.ties = self.method["formula"], question.get("ties", [])
        self.criteria = [one for one in question["criteria"] if one["kind"] != "price"]
        self.green = question.get("green")
        self.weights = {one["id"]: one.get("weight", 0) for one in self.criteria}
        self.price_weight = next(one.get("weight", 0) for one in question["criteria"] if one["kind"] == "price")
        self.quality_weight = sum(self.weights.values())
        self.worths = {one["id"]: self.worth_of(one) for one in self.criteria}
        self.shadow = self.method.get("shadow_price", Fraction(0))
        rounding = question.get("rounding", {})
        self.points_to, self.total_to = rounding.get("points"), rounding.get("total")

    def worth_of(self, criterion):
        """Euros off at full score (F8: share off), of the criterion or derived from F2's bounds."""
        if any("worth" in one for one in self.criteria):
            return criterion.get("worth", Fraction(0))
        low, high = self.method.get("price_low"), self.method.get("price_high")
        if self.formula not in ("F5", "F8") or low is None or high is None or low >= high or self.price_weight == 0:
            return Fraction(0)
        euros = criterion.get("weight", 0) / self.price_weight * (high - low)
        return euros / high if self.formula == "F8" else euros

    def knob(self):
        """(name, the tender's own value)."""
        if self.formula == "F5":
            return "worth", self.worths[self.green]
        if self.formula == "F7":
            return "shadow", self.shadow
        if self.formula == "F8":
            return "discount", self.worths[self.green]
        whole = self.quality_weight + (0 if self.formula == "F6a" else self.price_weight)
        return "weight", self.weights[self.green] / whole

    def turned(self, value):
        """The same tender, unrounded, with the knob at that value."""
        other = Tender({**self.question, "rounding": {}})
        other.worths, other.shadow = dict(self.worths), self.shadow
        if self.formula == "F7":
            other.shadow = value
        elif self.formula in ("F5", "F8"):
            other.worths[self.green] = value
        else:
            other.share_out(value)
        return other

    def share_out(self, green_share):
        """Puts that share of all weight on the green criterion; the others keep their proportion."""
        with_price = self.formula != "F6a"
        whole = self.quality_weight + (self.price_weight if with_price else 0)
        scale = (1 - green_share) * whole / (whole - self.weights[self.green])
        self.weights = {name: weight * scale for name, weight in self.weights.items()}
        self.weights[self.green] = green_share * whole
        self.price_weight = self.price_weight * scale if with_price else self.price_weight
        self.quality_weight = sum(self.weights.values())

    def shares(self, bid):
        return {one["id"]: share_of(one, bid["given"][one["id"]]) for one in self.criteria}

    def quality(self, shares):
        return sum(self.weights[name] * share for name, share in shares.items()) / self.quality_weight

    def total(self, bid, bids):
        """A bid's score among these bids, rounded as the tender says."""
        price, shares = bid["price"], self.shares(bid)
        prices = [one["price"] for one in bids]
        if self.formula in WITH_POINTS:
            points = [self.weights[name] * share for name, share in shares.items()]
            points.append(self.price_weight * share_of_price(self.method, price, prices))
            found = sum(rounded(one, self.points_to) for one in points)
        elif self.formula == "F6a":
            found = 100000 * self.quality(shares) / price
        elif self.formula == "F6b":
            best = max(self.quality(self.shares(one)) for one in bids)
            found = self.utility(best - self.quality(shares)) / price * min(prices)
        else:
            found = self.money(bid, price, shares)
        return rounded(found, self.total_to)

    def utility(self, behind):
        """F6b's index; its limit, but for scale, where no weight is left on the price."""
        return 1 - behind * self.quality_weight / self.price_weight if self.price_weight else -behind

    def money(self, bid, price, shares):
        found = price
        for name, share in shares.items():
            if self.formula == "F7" and name == self.green:
                found += rounded(self.shadow * bid["given"][name], self.points_to)
            else:
                times = price if self.formula == "F8" else 1
                found -= rounded(times * self.worths[name] * share, self.points_to)
        return found

    def totals(self, bids):
        return {bid["id"]: self.total(bid, bids) for bid in bids}

    def standings(self, bids):
        """Groups of bids that share a place, best first, and the totals."""
        totals = self.totals(bids)
        best_first = sorted(bids, key=lambda bid: totals[bid["id"]] * (1 if self.formula in LEAST_WINS else -1))
        groups = []
        for bid in best_first:
            if groups and abs(totals[groups[-1][-1]["id"]] - totals[bid["id"]]) < SAME:
                groups[-1].append(bid)
            else:
                groups.append([bid])
        for rule in self.ties:
            groups = [part for group in groups for part in self.parted(group, rule)]
        return groups, totals

    def parted(self, group, rule):
        lots = self.question.get("lots", [])
        if len(group) == 1 or (rule["by"] == "lot" and not all(bid["id"] in lots for bid in group)):
            return [group]
        if rule["by"] == "price":
            keys = {bid["id"]: bid["price"] for bid in group}
        elif rule["by"] == "criterion":
            keys = {bid["id"]: -self.shares(bid)[rule["criterion"]] for bid in group}
        else:
            keys = {bid["id"]: lots.index(bid["id"]) for bid in group}
        return [[bid for bid in group if keys[bid["id"]] == key] for key in sorted(set(keys.values()))]

    def places(self, bids):
        """Place and total of each bid."""
        groups, totals = self.standings(bids)
        places, place = {}, 1
        for group in groups:
            places |= {bid["id"]: place for bid in group}
            place += len(group)
        return places, totals

    def winners(self, bids):
        return {bid["id"] for bid in self.standings(bids)[0][0]}

    def greenest(self, bids):
        """The bids with the highest green share, or (F7) the fewest kilograms."""
        keys = {bid["id"]: bid["given"][self.green] if self.formula == "F7" else -self.shares(bid)[self.green]
                for bid in bids}
        return {name for name, key in keys.items() if key == min(keys.values())}

    def weighings(self, bids):
        """Nominal weight, spread and effective weight of each criterion, the price's under None."""
        columns = {one["id"]: [self.shares(bid)[one["id"]] for bid in bids] for one in self.criteria}
        prices = [bid["price"] for bid in bids]
        columns[None] = [share_of_price(self.method, price, prices) for price in prices]
        weights = {**self.weights, None: self.price_weight}
        spreads = {name: deviation(column) for name, column in columns.items()}
        moving = sum(float(weights[name]) * spread for name, spread in spreads.items())
        return {name: (float(weights[name] / sum(weights.values())), spread,
                       float(weights[name]) * spread / moving if moving else 0.0) for name, spread in spreads.items()}

    def reversing(self, bids):
        """The losers without whom another wins; None when a shared first place leaves that open."""
        first = self.winners(bids)
        found = set()
        for bid in bids:
            if bid["id"] in first:
                continue
            left = self.winners([one for one in bids if one is not bid])
            if len(left) > 1 or len(first) > 1:
                return None
            if left != first:
                found.add(bid["id"])
        return found


def deviation(column):
    mean = sum(column) / len(column)
    return math.sqrt(sum((one - mean) ** 2 for one in column) / len(column))
