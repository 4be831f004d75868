# SPDX-License-Identifier: EUPL-1.2
"""Compares what `kring assess` answers with the second model: central values to 1e-12, draws by chance."""
from fractions import Fraction
import json
import math
import random

import numpy

import fleet_model as fleet
from random_fleets import FleetQuestion

OWN_DRAWS = 10_000
CORNERS = 6
SHARES = {"p5": 0.05, "p50": 0.5, "p95": 0.95}


def exact(question):
    return json.loads(json.dumps(question), parse_float=Fraction, parse_int=Fraction)


class Corner(fleet.Draws):
    """Every estimate at one of its ends, by lot."""

    def __init__(self, question, seed):
        super().__init__(question, 1, 1)
        self.lot, self.ends = random.Random(seed), {}

    def take(self, key, told):
        if fleet.is_fixed(told):
            return super().take(key, told)
        place = (key, json.dumps(told))
        if place not in self.ends:
            self.ends[place] = self.lot.choice(fleet.law_of(told).ends())
        return self.ends[place]

    def share_of_burden(self, chance):
        return float(self.lot.random() < 0.5) if 0 < chance < 1 else float(chance)


def all_fixed(told):
    """Whether no estimate in the document is a distribution."""
    if isinstance(told, list):
        return all(all_fixed(one) for one in told)
    if not isinstance(told, dict):
        return True
    uncertain = {"uniform", "triangular", "pert", "lognormal", "lognormal_mean", "normal", "empirical"}
    return not uncertain & set(told) and all(all_fixed(one) for one in told.values())


class FleetCheck:
    """One document and its answer."""

    def __init__(self, tally, name, question, answer):
        self.tally, self.name, self.question, self.answer = tally, name, question, answer
        self.floats = json.loads(json.dumps(question))
        self.drawn = {}

    def run(self):
        self.tally.same("fleet: number of options", self.name, len(self.answer["options"]),
                        len(self.question["options"]))
        self.central()
        self.bounds()
        if self.question.get("draws"):
            self.draws()

    def place(self, option, output):
        return f"{self.name} {option['id']} {output}"

    def central(self):
        asked = exact(self.question)
        counted = fleet.Assessment(asked, fleet.Centres)
        middles = []
        for option, answered in zip(asked["options"], self.answer["options"]):
            found, sizes, materials = counted.option(option)
            self.tally.same("fleet: outputs", self.place(option, "names"), sorted(answered["outputs"]),
                            sorted(self.question["outputs"]))
            for output, told in answered["outputs"].items():
                self.tally.near(f"fleet: central {output}", self.place(option, output), told["central"], found[output],
                                sizes.get(output, 0))
            if self.question.get("materials"):
                told = {one["element"]: one["central"] for one in answered.get("materials", [])}
                for element, grams in materials.items():
                    self.tally.near("fleet: central material", self.place(option, element), told.get(element), grams)
            middles.append((found, sizes))
        compared = self.question.get("compared", "total")
        for (one, other), told in zip(pairs(middles), self.answer.get("comparisons", [])):
            size = abs(one[0][compared]) + abs(other[0][compared]) + one[1].get(compared, 0) + other[1].get(compared, 0)
            self.tally.near("fleet: central difference", f"{self.name} {told['one']}-{told['other']}",
                            told["difference"]["central"], one[0][compared] - other[0][compared], size)
        found = [(told["one"], told["other"]) for told in self.answer.get("comparisons", [])]
        expected = [(one["id"], other["id"]) for one, other in pairs(self.question["options"])]
        self.tally.same("fleet: pairs", self.name, found, expected)

    def bounds(self):
        """Both ends hold what any corner gives; of fixed documents they are the central value."""
        fixed = all_fixed(self.question) and self.question.get("burden") != "drawn"
        corners = [fleet.Assessment(self.floats, Corner(self.floats, f"{self.name} {number}"))
                   for number in range(CORNERS)]
        for option, answered in zip(self.floats["options"], self.answer["options"]):
            at_corners = [corner.option(option) for corner in corners]
            for output, told in answered["outputs"].items():
                if fixed:
                    self.tally.same("fleet: bounds of fixed numbers", self.place(option, output),
                                    (told["low"], told["high"]), (told["central"],) * 2)
                    continue
                room = 1e-9 * max([abs(told["central"])] + [at[1].get(output, 0) for at in at_corners])
                low, high = told["low"], told["high"]
                inside = all((low is None or low <= float(at[0][output]) + room) and
                             (high is None or float(at[0][output]) - room <= high)
                             for at in [*at_corners, ({output: told["central"]}, {})])
                self.tally.check("fleet: bounds hold every corner", self.place(option, output), inside,
                                 f"[{low}, {high}] against {[float(at[0][output]) for at in at_corners]}")

    def draws(self):
        count = self.question["draws"]
        drawn = fleet.Draws(self.floats, OWN_DRAWS, sum(map(ord, self.name)) + self.question["seed"])
        counted = fleet.Assessment(self.floats, drawn)
        compared, columns = self.question.get("compared", "total"), []
        for option, answered in zip(self.floats["options"], self.answer["options"]):
            found, sizes, materials = counted.option(option)
            for output, told in answered["outputs"].items():
                self.spread(self.place(option, output), told, as_column(found[output]), count, sizes.get(output, 0))
            for told in answered.get("materials", []) if self.question.get("materials") else []:
                grams = as_column(materials.get(told["element"], 0.0))
                self.spread(self.place(option, told["element"]), told, grams, count, 0)
            columns.append((as_column(found[compared]), as_column(abs(found[compared]) + sizes.get(compared, 0))))
        for (one, other), told in zip(pairs(columns), self.answer["comparisons"]):
            place = f"{self.name} {told['one']}-{told['other']} {compared}"
            room = 1e-11 * (one[1] + other[1])
            less, equal = numpy.mean(one[0] < other[0] - room), numpy.mean(abs(one[0] - other[0]) <= room)
            self.tally.share("fleet: chance of less", place, told["chance_less"], count, float(less), OWN_DRAWS)
            self.tally.share("fleet: chance of equal", place, told["chance_equal"], count, float(equal), OWN_DRAWS)
            self.spread(place, told["difference"], one[0] - other[0], count, float(max(one[1]) + max(other[1])))

    def spread(self, place, told, own, count, size):
        """Mean, deviation and quantiles of draws; `size` is what a difference is the difference of."""
        size, deviation = float(numpy.max(size)), float(numpy.std(own, ddof=1))
        if deviation <= 1e-10 * max(float(numpy.abs(own).max()), size):
            for name in ("mean", "p5", "p50", "p95"):
                self.tally.near("fleet: draws that are all alike", f"{place} {name}", told[name], own[0],
                                1000 * max(size, abs(own[0])))
            return
        self.tally.mean("fleet: mean", place, told["mean"], count, own)
        fourth = float(numpy.mean((own - own.mean()) ** 4))
        error = math.sqrt(max(fourth - deviation ** 4, 0) * (1 / count + 1 / len(own))) / (2 * deviation)
        self.tally.within("fleet: standard deviation", place, told["sd"], deviation,
                          error + 0.02 * deviation / count ** 0.5)
        self.tally.near("fleet: standard error", place, told["standard_error"], told["sd"] / math.sqrt(count))
        for name, share in SHARES.items():
            self.tally.quantile("fleet: quantiles", f"{place} {name}", told[name], share, count, own)


def pairs(items):
    return [(items[one], items[other]) for one in range(len(items)) for other in range(one + 1, len(items))]


def as_column(value):
    return numpy.broadcast_to(numpy.asarray(value, dtype=float), (OWN_DRAWS,))


def questions(plain, drawn, draws):
    """(name, document): reckoned with central values, and with draws."""
    return [(f"fleet-{seed}", FleetQuestion(seed).whole()) for seed in range(plain)] + \
        [(f"drawn-{seed}", FleetQuestion(seed, draws).whole()) for seed in range(drawn)]


def check(tally, name, question, answer):
    FleetCheck(tally, name, question, answer).run()
