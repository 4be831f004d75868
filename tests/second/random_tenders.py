# SPDX-License-Identifier: EUPL-1.2
"""Random documents of the format kring.award/1, by seed; between them they cover every rule of the page that
describes it. Marks and prices are often coarse, so that bids tie and stand on the edge of rounding."""
import random

FORMULAS = ("F1", "F2", "F3a", "F3b", "F4", "F5", "F6a", "F6b", "F7", "F8")


class TenderQuestion:
    """kind: `award` (bids only), `turned` (bids, and every draw alike), `given` (uncertain bids) or `market`."""

    def __init__(self, seed, kind, draws=0):
        self.random = random.Random(f"tender {kind} {seed}")
        self.kind, self.draws, self.seed = kind, draws, seed
        self.formula = FORMULAS[seed % len(FORMULAS)]

    def pick(self, low, high, decimals=2):
        return round(self.random.uniform(low, high), decimals)

    def maybe(self, chance=0.5):
        return self.random.random() < chance

    def weight(self):
        return self.random.choice((self.random.randint(1, 60), self.pick(0.5, 60), "40/3", 20, 25))

    def criterion(self, number):
        kind = "effect" if self.maybe(0.3) else "quality"
        told = {"id": f"c{number}", "kind": kind, "weight": self.weight()}
        if kind == "effect":
            told |= {"none": self.random.choice((1000, 500.5)), "full": self.random.choice((0, 100, 250.25)),
                     "unit": "kg CO2e"}
        elif self.maybe():
            told |= self.random.choice(({"none": 0, "full": 100}, {"none": 0, "full": 1}, {"none": 1, "full": 5},
                                        {"none": 6, "full": 10}))
        if kind == "quality" and self.maybe(0.3):
            none, full = told.get("none", 0), told.get("full", 10)
            told["steps"] = [none, none + (full - none) * 0.25, none + (full - none) * 0.5, full]
        self.money(told)
        if number and self.maybe(0.05):
            del told["weight"]  # counts 0
        return told

    def money(self, told):
        """What full score is worth in euros; of some tenders it follows from the bounds instead."""
        if self.formula == "F5" and not self.bounded:
            told["worth"] = self.random.choice((0, 5000, self.pick(100, 60000), 25000))
        if self.formula == "F7" and self.maybe():
            told["worth"] = self.random.choice((5000, self.pick(100, 30000)))
        if self.formula == "F8" and not self.bounded:
            told["worth"] = self.random.choice((0.01, 0.04, 0.1, self.pick(0, 0.12, 3)))

    def method(self, formula):
        told = {"formula": formula}
        if formula == "F2" or (formula in ("F5", "F8") and self.bounded):
            told |= {"price_low": self.random.choice((80000, 90000, 95000.5)) if formula != "F8" else 117000,
                     "price_high": self.random.choice((140000, 120000, 118000.25))}
        if formula in ("F2", "F4") and self.maybe():
            told["clipped"] = self.maybe()
        if formula == "F4" and self.maybe(0.7):
            told["base"] = self.random.choice((1.5, 2, 3, "4/3", 1.1))
        if formula == "F7":
            told["shadow_price"] = self.random.choice((0.05, 0.116, 0.13, self.pick(0, 9.5)))
        return told

    def mark(self, one):
        if "steps" in one:
            return self.random.choice(one["steps"])
        none, full = one.get("none", 0), one.get("full", 10)
        if one["kind"] == "effect" and self.maybe(0.15):
            return self.random.choice((0, 1200, 50))
        share = self.random.choice((self.random.randint(0, 5) / 5, self.pick(0, 1, 3), self.pick(0, 1, 1)))
        return round(none + (full - none) * share, 3)

    def price(self):
        return self.random.choice((self.pick(80000, 140000), self.random.randint(8, 14) * 10000,
                                   self.random.randint(90, 110) * 1000))

    def bids(self, criteria):
        told = []
        for number in range(self.random.choice((2, 2, 3, 4, 5, 8, 12))):
            told.append({"id": f"b{number}", "price": self.price(), "given": {
                one["id"]: self.mark(one) for one in criteria if one["kind"] != "price"}})
        if self.maybe(0.3):  # one bid twice, or as dear as another
            last = told[-1]
            last["price"] = told[0]["price"]
            if self.maybe():
                last["given"] = dict(told[0]["given"])
        self.random.shuffle(told)
        return told

    def ties(self, criteria, bids):
        rules = [{"by": "price"}] + [{"by": "criterion", "criterion": one["id"]}
                                     for one in criteria if one["kind"] != "price"]
        chosen = self.random.sample(rules, self.random.randint(0, min(3, len(rules))))
        if bids and self.kind != "given" and self.maybe(0.4):
            chosen.append({"by": "lot"})
        return chosen

    def law(self, low, high):
        middle = self.pick(low, high, 3)
        begin, end = self.pick(low, middle, 3), self.pick(middle, high, 3) + 0.01
        return self.random.choice(({"uniform": [begin, end]}, {"triangular": [begin, middle, end]}, middle,
                                   {"pert": [begin, middle, end]}, {"normal": {"mean": middle, "sd": 0.1}},
                                   {"empirical": [[0, begin], [0.5, middle], [1, end]]}))

    def market(self, criteria):
        told = {"bidders_least": self.random.randint(2, 4), "price": self.random.choice((100000, 25000.5)),
                "bidders_most": self.random.choice((4, 5, 6, 12))}
        for name, high in (("level_spread", 0.2), ("price_spread", 0.15), ("premium", 0.3), ("kg_uncertainty", 0.3)):
            told[name] = self.pick(0.02, high, 3) if self.maybe(0.8) else 0
        told["correlation"] = self.pick(-0.9, 0.9) if self.maybe(0.6) else 0
        for name in ("bidders_least", "bidders_most", "level_spread", "price_spread", "premium", "kg_uncertainty",
                     "correlation"):
            if self.maybe(0.15):
                del told[name]  # the page says what is assumed
        told["qualities"] = {}
        for one in criteria:
            if one["kind"] != "price":
                told["qualities"][one["id"]] = {"share": self.law(0.05, 0.95),
                                                "noise": self.pick(0.01, 0.2, 3) if self.maybe(0.6) else 0}
        for one in told["qualities"].values():
            for name in [*one]:
                if self.maybe(0.1):
                    del one[name]
        if next(one for one in criteria if one["id"] == self.green)["kind"] == "quality":
            told |= {"kg_none": 900000, "kg_full": 100000}
        if self.maybe(0.3):
            told["pioneer"] = {"green": self.law(0.6, 0.98), "premium": self.pick(0, 0.15, 3)}
        return told

    def uncertainty(self, criteria):
        told = {"price_spread": self.pick(0.01, 0.1, 3)}
        if self.maybe(0.7):
            told["noise"] = {one["id"]: self.pick(0.01, 0.2, 3) for one in criteria
                             if one["kind"] != "price" and self.maybe(0.7)}
        if next(one for one in criteria if one["id"] == self.green)["kind"] == "quality":
            told |= {"kg_none": 900000, "kg_full": 100000}
        if self.maybe():
            told["kg_uncertainty"] = self.pick(0.05, 0.3, 3)
        return told

    def study(self, question, criteria):
        question |= {"draws": self.draws, "seed": self.seed, "green": self.green}
        if self.formula == "F5":
            question["knob_most"] = self.random.choice((50000, 120000.5))
        if self.formula == "F7":
            question["knob_most"] = self.random.choice((1, 8.5))
        if self.formula == "F8":
            question["knob_most"] = self.random.choice((0.2, 0.5))
        if self.kind == "given":
            question["uncertainty"] = self.uncertainty(criteria)
        if self.kind == "market":
            question["market"] = self.market(criteria)

    def whole(self):
        """The document."""
        self.bounded = self.formula in ("F5", "F8") and self.maybe()
        several = self.random.randint(2 if self.kind != "award" else 1, 5)
        criteria = [self.criterion(number) for number in range(several)]
        if self.formula == "F7" and all(one["kind"] != "effect" for one in criteria):
            criteria[0] = {"id": "c0", "kind": "effect", "weight": 10, "none": 1000, "full": 0}
        greens = [one["id"] for one in criteria if one["kind"] == "effect"] if self.formula == "F7" \
            else [one["id"] for one in criteria]
        self.green = self.random.choice(greens)
        weight = self.weight() if self.formula != "F8" else 240  # discounts stay below 1 together
        criteria.insert(self.random.randint(0, several), {"id": "price", "kind": "price", "weight": weight})
        question = {"format": "kring.award/1", "criteria": criteria, "method": self.method(self.formula)}
        if self.kind != "market":
            question["bids"] = self.bids(criteria)
        if self.formula == "F7":
            question["green"] = self.green
        if self.kind in ("award", "turned") and self.maybe():
            question["rounding"] = {name: self.random.choice((0, 1, 2, 3, 6)) for name in ("points", "total")
                                    if self.maybe(0.7)}
        question["ties"] = self.ties(criteria, question.get("bids"))
        if question["ties"] and question["ties"][-1]["by"] == "lot" and self.maybe(0.8):
            order = [bid["id"] for bid in question["bids"]]
            self.random.shuffle(order)
            question["lots"] = order[:self.random.choice((len(order), len(order), 2))]
        if self.kind != "award":
            self.study(question, criteria)
        return question
