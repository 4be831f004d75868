# SPDX-License-Identifier: EUPL-1.2
"""Compares what `kring award` tells of a study with the second model: exactly where every draw is alike, by chance
where bids are uncertain or expected."""
from fractions import Fraction
import json
import math
import random

import numpy

import award_draws
import award_model

OWN_DRAWS = 12_000
PLACES = (0, 20, 100, 200, 350, 500, 750, 1000)
STEPS = 40


class Study:
    """What both kinds of study share: check is the check of the whole document."""

    def __init__(self, check):
        self.tally, self.name, self.question, self.asked = check.tally, check.name, check.question, check.asked
        self.told, self.tender = check.answer["study"], award_model.Tender({**check.asked, "rounding": {}})
        self.knob, self.own = self.tender.knob()
        self.most = max(self.asked.get("knob_most", Fraction(1)), self.own)  # never less than the tender's own

    def run(self):
        self.tally.same("study: knob", self.name, self.told["knob"], self.knob)
        self.tally.near("study: own value", self.name, self.told["knob_own"], self.own, 1)
        self.tally.near("study: end of the knob", self.name, self.told["knob_most"], self.most)
        self.tally.same("study: 1,001 values", self.name, [len(self.told["grid"]), len(self.told["curve"]["green"])],
                        [1001, 1001])
        for place in (1, 500, 1000):
            self.tally.near("study: values", self.name, self.told["grid"][place]["knob"], self.value(place))
        for threshold in self.told["thresholds"]:
            self.threshold(threshold["share"], threshold["knob"])
        self.compare()

    def value(self, place):
        return self.most * place / 1000

    def threshold(self, share, knob):
        """Below it `green` nowhere exceeds the share, as the curve of the same answer says."""
        chances = self.told["curve"]["green"]
        below = [place for place in range(1001) if knob is None or self.value(place) < Fraction(knob) - SLACK]
        early = [place for place in below if chances[place] > share]
        self.tally.same("study: nothing exceeds before its threshold", f"{self.name} {share}", early, [])


SLACK = Fraction(1, 10 ** 9)
BESIDE = Fraction(1, 10 ** 4)  # wide enough for scores in whole cents


class Certain(Study):
    """Bids without uncertainty: one draw, and exact fractions for every value."""

    def compare(self):
        self.bids = {bid["id"]: bid for bid in self.asked["bids"]}
        self.greenest = self.tender.greenest(self.asked["bids"])
        self.first = self.winner_at(Fraction(0))
        wins = self.told["curve"]["wins"]
        for place in self.places(wins):
            self.at(f"{self.name} at {place}", self.value(place), self.told["grid"][place],
                    {name: column[place] for name, column in wins.items()})
        self.at(f"{self.name} at its own", self.own, self.told["own"], None)
        self.reversals()

    def places(self, wins):
        """By lot, and both sides of every change."""
        lot = random.Random(self.name)
        changes = [place for place in range(1, 1001)
                   if any(column[place] != column[place - 1] for column in wins.values())][:10]
        return sorted({0, 1000, *lot.sample(range(1001), STEPS), *changes, *(place - 1 for place in changes)})

    def winner_at(self, value):
        """The one winner, or None when a lot decides, or eight-byte numbers may."""
        tender = self.tender.turned(value)
        groups, totals = tender.standings(self.asked["bids"])
        if len(groups[0]) > 1:
            return None
        best = groups[0][0]["id"]
        full = abs(totals[best]) + 1
        near = [one for one, total in totals.items() if 0 < abs(total - totals[best]) < full / 10 ** 9]
        return None if near else best

    def at(self, place, value, told, wins):
        winner = self.winner_at(value)
        if winner is None:
            return
        if wins is not None:
            found = {name for name, share in wins.items() if share}
            self.tally.same("study: winner of certain bids", place, found, {winner})
        self.tally.same("study: greenest of certain bids", place, told["green"]["share"],
                        float(winner in self.greenest))
        if self.first is None:
            return
        decided = winner != self.first
        self.tally.same("study: decided", place, told["decisive"]["share"], float(decided))
        now, before = self.bids[winner], self.bids[self.first]
        euros = now["price"] - before["price"] if decided else Fraction(0)
        self.tally.near("study: extra euros", place, told["extra_euros"], euros, now["price"])
        green = award_draws.green_of(self.asked)
        if green["kind"] == "effect":
            amounts = [bid["given"][green["id"]] for bid in (before, now)]
            avoided = amounts[0] - amounts[1] if decided else Fraction(0)
            self.tally.near("study: kilograms", place, told["kg_avoided"], avoided, max(amounts))
            if decided and avoided > 0:
                self.tally.near("study: euros per kg", place, told["euros_per_kg"], euros / avoided)

    def reversals(self):
        reversing = self.tender.reversing(self.asked["bids"])
        told = self.told["as_is"]["reversals"]
        if reversing is None or self.winner_at(self.own) is None:
            return
        self.tally.same("study: reversals", self.name, told["any"]["share"], float(bool(reversing)))
        by_bidder = {name for name, one in zip(self.told["bidders"], told["by_bidder"]) if one["share"]}
        self.tally.same("study: reversals by bidder", self.name, by_bidder, reversing)


class Uncertain(Study):
    """Drawn bids: both sides draw, and chance decides how far they may lie apart."""

    def compare(self):
        question, seed = json.loads(json.dumps(self.question)), sum(map(ord, self.name)) + self.question["seed"]
        draw = award_draws.draw_market if "market" in question else award_draws.draw_given
        self.study = award_draws.Study(self.tender, draw(question, OWN_DRAWS, seed))
        self.count = question["draws"]
        self.first, _ = self.study.winners(Fraction(0))
        curve = self.told["curve"]
        for place in PLACES:
            winners = self.at(f"{self.name} at {place}", self.value(place), self.told["grid"][place])
            for number, name in enumerate(self.told["bidders"]):
                self.share("study: chance of a bidder", f"{self.name} {name} at {place}", curve["wins"][name][place],
                           winners == number)
            self.tally.same("study: curve and grid agree", f"{self.name} at {place}",
                            (curve["green"][place], curve["decides"][place]),
                            (self.told["grid"][place]["green"]["share"], self.told["grid"][place]["decisive"]["share"]))
        self.at_own()
        self.weighings()
        for threshold in self.told["thresholds"]:
            if threshold["knob"]:
                self.chance_at(threshold["share"], Fraction(threshold["knob"]))

    def chance_at(self, share, knob):
        """Where many draws have one break-even the chance jumps: the share lies between both sides of it."""
        step = Fraction(1, 1000) if self.tender.formula == "F6b" else knob * BESIDE  # F6b: of the 1,001 values
        below, above = [float(numpy.mean(self.study.green_wins(self.study.winners(beside)[0])))
                        for beside in (knob - step, knob + knob * BESIDE)]
        beside = min(max(share, min(below, above)), max(below, above))
        self.tally.share("study: chance at a threshold", f"{self.name} {share} at {float(knob)}", share, self.count,
                         beside, OWN_DRAWS)

    def share(self, kind, place, told, own):
        self.tally.share(kind, place, told, self.count, float(numpy.mean(own)), OWN_DRAWS)

    def at(self, place, value, told):
        winners, _ = self.study.winners(value)
        decided = winners != self.first
        self.share("study: chance of the greenest", place, told["green"]["share"], self.study.green_wins(winners))
        self.share("study: chance that it decides", place, told["decisive"]["share"], decided)
        if decided.sum() < 50:
            return winners
        euros, avoided = self.differences(winners, decided)
        drawn, there = self.study.drawn, self.study.drawn.there()
        for name, own, table in (("extra_euros", euros, drawn.prices), ("kg_avoided", avoided, drawn.real)):
            least = min(max(told["decisive"]["count"], 1), len(own))
            rare = float(numpy.ptp(table[there])) / least  # a draw or two of a kind that the other has none of
            both = math.sqrt(1 / max(told["decisive"]["count"], 1) + 1 / len(own))
            error = float(numpy.std(own)) * both + 0.4 * rare
            self.tally.within(f"study: {name}", place, told[name], float(numpy.mean(own)), error)
        if told["kg_avoided"] > 0:
            ratio = told["extra_euros"] / told["kg_avoided"]
            self.tally.near("study: euros per kg", place, told["euros_per_kg"], ratio)
        return winners

    def differences(self, winners, decided):
        """(price of the winner less that of the winner at 0, kilograms avoided) in the draws that are decided."""
        study, drawn = self.study, self.study.drawn
        euros = study.of(drawn.prices, winners) - study.of(drawn.prices, self.first)
        avoided = study.of(drawn.real, self.first) - study.of(drawn.real, winners)
        return euros[decided], avoided[decided]

    def at_own(self):
        winners = self.at(f"{self.name} at its own", self.own, self.told["own"])
        _, equal = self.study.winners()
        told = self.told["as_is"]
        self.share("study: chance of a tie", self.name, told["tied"]["share"], equal > 1)
        self.share("study: as it is, the greenest", self.name, told["green"]["share"], self.study.green_wins(winners))
        self.share("study: as it is, decisive", self.name, told["decisive"]["share"], winners != self.first)
        some, by_bidder = self.study.reversals(winners)
        self.share("study: chance of a reversal", self.name, told["reversals"]["any"]["share"], some)
        for number, one in enumerate(told["reversals"]["by_bidder"]):
            self.share("study: reversal by bidder", f"{self.name} {number}", one["share"], by_bidder[:, number])

    def weighings(self):
        if self.tender.formula not in award_model.WITH_POINTS:
            return
        price = next(one["id"] for one in self.question["criteria"] if one["kind"] == "price")
        told = {one["criterion"]: one for one in self.told["weighings"]}
        for criterion, variances in self.study.spreads().items():
            one, mean = told[criterion or price], float(numpy.mean(variances))
            error = float(numpy.std(variances)) * math.sqrt(1 / self.count + 1 / OWN_DRAWS)
            error += 0.4 * max(0.25, float(variances.max())) / OWN_DRAWS  # a rare draw that the other has none of
            place = f"{self.name} {criterion or price}"
            self.tally.within("study: spread", place, one["spread"] ** 2, mean, error)
        moving = sum(one["nominal"] * one["spread"] for one in told.values())
        for name, one in told.items():
            share = one["nominal"] * one["spread"] / moving if moving else 0.0
            self.tally.near("study: effective weight", f"{self.name} {name}", one["effective"], share, 1)
