# SPDX-License-Identifier: EUPL-1.2
"""Random documents of the format kring.assess/1, by seed; between them they cover every rule of the page that
describes it. No number has more than six decimals, so that none lies by rounding at the edge of a rule."""
import random

KINDS = ("new", "extended", "refurbished", "remanufactured", "leased")
GROUPS = (("uniform", "empirical"), ("triangular",), ("pert", "lognormal", "lognormal_mean", "normal"))
UNBOUNDED = ("lognormal", "lognormal_mean", "normal")
OF_MASS = {"material", "reused", "waste"}
ALL_OUTPUTS = ["embodied", "use", "total", "energy", "other_rule", "bought", "material", "reused", "reused_share",
               "waste", "credit", "ownership", "life_cycle"]


class FleetQuestion:
    def __init__(self, seed, draws=0):
        self.random = random.Random(f"fleet {seed}")
        self.draws, self.seed = draws, seed
        self.uncertain = self.random.choice((0.0, 0.3, 0.8)) if not draws else self.random.choice((0.2, 0.5, 0.9))
        self.families = {}

    def pick(self, low, high, decimals=2):
        return round(self.random.uniform(low, high), decimals)

    def maybe(self, chance=0.5):
        return self.random.random() < chance

    def estimate(self, low, high, place=None, share=False, tails=False):
        """Somewhere between low and high. One group of families for one place: how groups hang together
        is not told. share: of what has an upper bound; tails: and yet takes lognormal laws."""
        middle = self.pick(low, high, 4)
        if not self.maybe(self.uncertain):
            return self.random.choice((middle, {"value": middle}))
        group = self.random.choice(GROUPS)
        if place:
            group = self.families.setdefault(place, group)
        family = self.random.choice([one for one in group if not share or tails or one not in UNBOUNDED])
        if family == "normal" and "residual" not in str(place):
            family = "lognormal"  # what may not be negative has no normal law
        told = {family: self.shaped(family, low, middle, high)}
        if self.maybe(0.2):
            told["source"] = "sheet"
        return told

    def shaped(self, family, low, middle, high):
        begin, end = self.pick(low, middle, 4), self.pick(middle, high, 4)
        middle = max(middle, 0.01)
        if family == "uniform":
            return [begin, end]
        if family in ("triangular", "pert"):
            if end - begin < 0.002:
                end = begin + 0.01
            return [begin, min(max(middle, begin), end), end]
        if family == "lognormal":
            return {"median": middle, "gsd": self.pick(1.05, 1.4)}
        if family == "lognormal_mean":
            return {"mean": middle, "cv": self.pick(0.05, 0.35)}
        if family == "normal":
            return {"mean": middle, "sd": round(middle * self.pick(0.02, 0.1), 6)}
        inner = sorted(self.random.sample(range(1, 10), self.random.randint(0, 3)))
        values = sorted(self.pick(begin, max(end, begin + 0.01), 4) for _ in range(len(inner) + 2))
        return [[share, value] for share, value in zip([0, *(one / 10 for one in inner), 1], values)]

    def device(self, number):
        told = {"id": f"d{number}", "embodied": self.estimate(20, 600), "energy": self.estimate(1, 250)}
        if OF_MASS & set(self.question["outputs"]) or self.maybe(0.7):
            told["mass"] = self.estimate(0.1, 12)
        if self.maybe(0.6):
            told["method"] = self.random.choice(("paia", "own"))
        if self.question.get("materials"):
            told["materials"] = [self.material(element) for element in self.random.sample(("Co", "Au", "Nd", "Al"), 2)]
        return told

    def material(self, element):
        told = {"element": element, "content": self.estimate(0.01, 500)}
        if self.maybe():
            told["recycled"] = self.estimate(0, 0.9, share=True)
        return told

    def route(self, line):
        kind = self.random.choice(KINDS)
        told = {"kind": kind}

        def put(name, low, high, chance=0.6, share=False, into=told, path=""):
            if self.maybe(chance):
                into[name] = self.estimate(low, high, (line, path + name), share, name.endswith("life"))

        put("life", *self.random.choice(((1.5, 9), (2, 4), (4, 7), (0.6, 2))), 1, True)
        if self.maybe(0.4):  # whole and dividing lives: the edges of rounding up
            told["life"] = self.random.choice((1, 2, 2.4, 2.5, 3, 4, 5, 6, 7.5, 8, 12))
        put("spare", 0, 0.15, share=True)
        put("energy", 1, 250, chance=0.3)
        if kind in ("extended", "refurbished"):
            put("parts", 0.5, 30)
        if kind == "refurbished":
            put("process", 0.5, 40, chance=1)
            put("transport", 0.5, 20)
            first = self.question.get("burden", "cut_off") != "cut_off" or "other_rule" in self.question["outputs"]
            put("first_life", 1, 6, 1 if first else 0.3, True)
        if kind == "remanufactured":
            put("remade", 0.01, 0.9, chance=1, share=True)
        if kind in ("refurbished", "remanufactured"):
            put("new_material", 0, 1, share=True)
        if self.maybe(0.35):
            back = told["take_back"] = {}
            for name, low, high, share in (
                    ("reused", 0, 1, True), ("displaced", 0, 1, True), ("second_life", 1, 5, True),
                    ("reference_life", 2, 6, True), ("process", 0.5, 40, False)):
                put(name, low, high, 1, share, back, "take_back.")
        if self.maybe(0.75):
            self.costs(told, line, put)
        return told

    def costs(self, told, line, put):
        costs = told["costs"] = {}
        for name, high in (("price", 2000), ("lease", 400), ("maintenance", 80), ("residual", 200)):
            put(name, 0.5, high, 0.6, False, costs, "costs.")
        if self.maybe(0.4):
            costs["ageing"] = {"from_age": self.random.choice((1, 2, 3, 4, 5)),
                               "maintenance": self.estimate(1, 150, (line, "costs.ageing.maintenance"))}

    def shares(self):
        """Two or three shares that add up to one."""
        first = self.pick(0.05, 0.9)
        if self.maybe():
            return [first, round(1 - first, 2)]
        second = round((1 - first) * 0.5, 3)
        return [first, second, round(1 - first - second, 3)]

    def option(self, number):
        parts = []
        for line in self.question["fleet"]:
            for share in self.shares() if self.maybe(0.35) else [None]:
                part = {"line": line["id"], "device": self.random.choice(self.question["devices"])["id"],
                        "route": self.route(line["id"])}
                if share is not None:
                    part["share"] = share
                parts.append(part)
        if self.question.get("burden") != "life_share" and any(p["route"]["kind"] == "refurbished" for p in parts):
            for part in parts:  # cut-off and a credit would count one benefit twice
                part["route"].pop("take_back", None)
        return {"id": f"o{number}", "parts": parts}

    def economy(self):
        told = {}
        for name, low, high, share in (("discount", 0, 0.08, True), ("electricity", 0.05, 0.6, False),
                                       ("shadow_price", 0.01, 0.9, False)):
            if self.maybe(0.7):
                told[name] = self.estimate(low, high, share=share)
        return told

    def line(self, number):
        told = {"id": f"l{number}", "grid": self.random.choice(self.question["grids"])["id"],
                "seats": self.random.choice((self.random.randint(1, 5000), self.pick(0.5, 900)))}
        if self.question["uses"] and self.maybe(0.7):
            told["use"] = self.random.choice(self.question["uses"])["id"]
        return told

    def rules(self):
        question = self.question
        if self.maybe(0.7):
            question["burden"] = self.random.choice(("cut_off", "life_share", "drawn"))
        if question.get("burden") == "drawn" and self.maybe(0.7):
            question["life_share_chance"] = self.pick(0, 1)
        if self.maybe(0.6):
            question["acquisition"] = self.random.choice(("annualised", "discrete"))
        if self.maybe(0.5):
            question["method_correlation"] = self.random.choice((0, 0.25, 0.7, 1))
        if self.maybe(0.4):
            question["materials"] = True
        if self.maybe(0.2):
            question["start_year"] = 2026

    def whole(self):
        """The document."""
        horizon = self.random.choice((1, 2, 5, 8, 8, 10, 12, 30))
        self.question = question = {"format": "kring.assess/1", "horizon": horizon, "outputs": list(ALL_OUTPUTS)}
        if self.draws:
            question |= {"mode": "draws", "draws": self.draws, "seed": self.seed}
        elif self.maybe(0.4):
            question["mode"] = "deterministic"
        if self.maybe(0.3):
            question["outputs"] = self.random.sample(ALL_OUTPUTS, self.random.randint(1, 6))
        question["compared"] = self.random.choice(question["outputs"])
        if self.maybe(0.2):
            del question["compared"]
        elif question["compared"] == "reused_share":
            question["compared"] = "embodied"
        self.rules()
        question["sources"] = [{"id": "sheet", "source": "a made-up sheet", "year": 2020, "certainty": "low"}]
        question["devices"] = [self.device(number) for number in range(self.random.randint(1, 4))]
        question["grids"] = [{"id": f"g{number}", "factor": self.estimate(0.02, 0.9)}
                             for number in range(self.random.randint(1, 2))]
        for grid in question["grids"]:
            if self.maybe(0.5):
                grid["decline"] = self.estimate(0, 0.2, share=True)
        question["uses"] = [{"id": f"u{number}", "intensity": self.estimate(0.5, 1.8, share=True, tails=True)}
                            for number in range(self.random.randint(0, 2))]
        question["fleet"] = [self.line(number) for number in range(self.random.randint(1, 3))]
        if self.maybe(0.8):
            question["economy"] = self.economy()
        question["options"] = [self.option(number) for number in range(self.random.randint(1, 4))]
        if self.maybe(0.25):  # an option against itself
            question["options"].append({**question["options"][0], "id": "again"})
        return question
