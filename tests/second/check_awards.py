# SPDX-License-Identifier: EUPL-1.2
"""Compares what `kring award` answers with the second model: awards exactly, studies of bids that are certain
exactly, drawn studies by chance."""
from fractions import Fraction
import json
import re

import award_model
import check_studies
from random_tenders import TenderQuestion


def exact(told):
    """The document in fractions; texts such as "40/3" too."""
    if isinstance(told, dict):
        return {name: exact(one) for name, one in told.items()}
    if isinstance(told, list):
        return [exact(one) for one in told]
    if isinstance(told, str) and re.fullmatch(r"-?\d+/\d+", told):
        return Fraction(told)
    return told


def read_exact(question):
    return exact(json.loads(json.dumps(question), parse_float=Fraction, parse_int=Fraction))


class AwardCheck:
    def __init__(self, tally, name, question, answer):
        self.tally, self.name, self.question, self.answer = tally, name, question, answer
        self.asked = read_exact(question)
        self.tender = award_model.Tender(self.asked)

    def run(self):
        if "bids" in self.question:
            self.award(self.answer["award"])
        if self.name.startswith("turned"):
            check_studies.Certain(self).run()
        elif self.question.get("draws"):
            check_studies.Uncertain(self).run()

    def award(self, told):
        bids = self.asked["bids"]
        places, totals = self.tender.places(bids)
        standings = {one["bid"]: one for one in told["standings"]}
        self.tally.same("award: bids", self.name, sorted(standings), sorted(places))
        for bid in bids:
            place, one = f"{self.name} {bid['id']}", standings[bid["id"]]
            self.tally.same("award: place", place, one["place"], places[bid["id"]])
            self.total(place, one["total"], totals[bid["id"]])
        order = [one["place"] for one in told["standings"]]
        self.tally.same("award: best first", self.name, order, sorted(order))
        winners = sorted(name for name, place in places.items() if place == 1)
        self.tally.same("award: winners", self.name, sorted(told["winners"]), winners)
        self.weighings(told.get("weighings", []))

    def total(self, place, told, expected):
        self.tally.near("award: total", place, told["number"], expected)
        decimal = award_model.rounded(expected, 12)
        self.tally.same("award: decimals", place, Fraction(told["decimal"]), decimal)
        if told["fraction"] is not None:
            self.tally.same("award: fraction", place, Fraction(told["fraction"]), expected)
        elif self.tender.formula != "F4":
            self.tally.check("award: fraction", place, False, "no fraction, though no logarithm stands in it")

    def weighings(self, told):
        if self.tender.formula not in award_model.WITH_POINTS:
            self.tally.same("award: no effective weights", self.name, told, [])
            return
        price = next(one["id"] for one in self.question["criteria"] if one["kind"] == "price")
        found = {one["criterion"]: one for one in told}
        for criterion, expected in self.tender.weighings(self.asked["bids"]).items():
            one = found.get(price if criterion is None else criterion, {})
            for what, value in zip(("nominal", "spread", "effective"), expected):
                self.tally.near(f"award: {what} weight", f"{self.name} {criterion or price}", one.get(what), value, 1)


def questions(awards, turned, given, market, draws):
    told = []
    for kind, count, drawn in (("award", awards, 0), ("turned", turned, 1), ("given", given, draws),
                               ("market", market, draws)):
        told += [(f"{kind}-{seed}", TenderQuestion(seed, kind, drawn).whole()) for seed in range(count)]
    return told


def check(tally, name, question, answer):
    AwardCheck(tally, name, question, answer).run()
