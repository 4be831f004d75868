# SPDX-License-Identifier: EUPL-1.2
"""The effect of a fleet, computed a second time: equations of the method, written from the documents only.

Every function works on exact fractions, on floats and on numpy arrays alike: what comes in decides. The numbers in
brackets are those of the equations in docs/assess-format.md."""
from fractions import Fraction
import json
import math

import numpy

from distributions import Fixed, law_of, Lognormal, Normal, Pert, Triangular

REUSED = ("refurbished", "remanufactured")
NEARLY = Fraction(1, 10 ** 9)
SUMS = ("embodied", "use", "energy", "other_rule", "total", "bought", "material", "reused", "waste", "credit",
        "ownership", "life_cycle")
OUTPUTS = (*SUMS, "reused_share")


def whole_up(value):
    if isinstance(value, numpy.ndarray):
        return numpy.ceil(value - float(NEARLY)).astype(int)
    return math.ceil(value - NEARLY)


def whole_down(value):
    return numpy.floor(value + float(NEARLY)) if isinstance(value, numpy.ndarray) else math.floor(value + NEARLY)


def life_share(first, second):
    """Burden of the first life that the second one carries, by years served."""
    return second / (first + second)


def embodied_per_device(route, e_new, parts=0, burden=0, process=0, transport=0, ratio=1):
    """kg CO2e that one acquisition brings along [2]."""
    if route in ("new", "leased"):
        return e_new
    if route == "extended":
        return e_new + parts
    if route == "refurbished":
        return burden * e_new + process + parts + transport
    if route == "remanufactured":
        return ratio * e_new
    raise ValueError(route)


def grid_path(first, decline, years):
    """kg per kWh of each year."""
    return [first * (1 - decline) ** year for year in range(years)]


def credit(seats, bought, share, displaced, e_new, second_life, reference_life, process):
    """(kg avoided elsewhere by devices that were taken back, what it is the difference of) [11]."""
    times = seats * bought * share * displaced
    gain = e_new * second_life / reference_life
    return times * (gain - process), times * (gain + process)


def discount(rate, time):
    """Worth today of one euro at that time (years): exact when the time is whole."""
    if isinstance(rate, numpy.ndarray) or isinstance(time, (numpy.ndarray, float)):
        return (1.0 + rate) ** (-1.0 * time)
    if Fraction(time).denominator == 1:
        return (1 + Fraction(rate)) ** -int(time)
    return float(1 + rate) ** -float(time)


def present_value(rate, flows):
    """flows: (time in years, euro)."""
    return sum(amount * discount(rate, time) for time, amount in flows)


def purchase_worth(rate, horizon, life):
    """Worth today of buying for one euro at the start of each service life."""
    bought = whole_up(horizon / life)
    if not isinstance(bought, numpy.ndarray):
        return sum(discount(rate, number * life) for number in range(bought))
    total = 0.0
    for number in range(int(bought.max())):
        total = total + numpy.where(number < bought, discount(rate, number * life), 0.0)
    return total


def age_at(year, life):
    return year - life * whole_down((year - 1) / life)


def maintained(year, life, usual, ageing):
    """Maintenance of that year: more for a device that is old enough."""
    if ageing is None:
        return usual
    from_age, dear = ageing
    age = age_at(year, life)
    if isinstance(age, numpy.ndarray) or isinstance(from_age, numpy.ndarray):
        return numpy.where(age + float(NEARLY) >= from_age, dear, usual)
    return dear if age + NEARLY >= from_age else usual


class Centres:
    """Every estimate at its central value, exactly."""
    number = Fraction
    share_of_burden = staticmethod(lambda chance: chance)

    @staticmethod
    def take(_, told):
        return law_of(told).central()


class Assessment:
    """One document, counted with the values that a source of them takes: central ones or draws."""

    def __init__(self, question, values):
        self.question, self.values = question, values
        self.horizon, self.none, self.one = [values.number(told) for told in (question["horizon"], 0, 1)]
        self.devices = {one["id"]: one for one in question["devices"]}
        self.grids = {one["id"]: one for one in question["grids"]}
        self.uses = {one["id"]: one for one in question.get("uses", [])}
        self.lines = {one["id"]: one for one in question["fleet"]}
        rule = question.get("burden", "cut_off")
        chance = question.get("life_share_chance", values.number(1) / 2)
        self.years = [values.number(year) for year in range(int(self.horizon) + 1)]
        self.counts_share = {"cut_off": lambda: 0, "life_share": lambda: 1,
                             "drawn": lambda: values.share_of_burden(chance)}[rule]()
        self.other_share = 0 if rule == "life_share" else 1
        economy = question.get("economy", {})
        self.rate, self.power, self.shadow = [
            values.take(("economy", name), economy.get(name, self.none))
            for name in ("discount", "electricity", "shadow_price")]
        self.worth_of_year = [discount(self.rate, year) for year in self.years]

    def option(self, option):
        """Every output of one option; `sizes` tells what differences are the difference of."""
        totals = {name: 0 for name in SUMS}
        sizes, materials, seats, again = {"credit": 0, "ownership": 0, "life_cycle": 0}, {}, 0, 0
        for part in option["parts"]:
            found, sized, elements = self.part(part)
            for name, value in found.items():
                totals[name] = totals[name] + value
            for name, value in sized.items():
                sizes[name] = sizes[name] + value
            for element, grams in elements.items():
                materials[element] = materials.get(element, 0) + grams
            count = self.seats(part)
            seats, again = seats + count, again + (count if part["route"]["kind"] in REUSED else 0)
        totals["reused_share"] = again / seats
        return totals, sizes, materials

    def seats(self, part):
        return self.lines[part["line"]]["seats"] * part.get("share", self.one)

    def of_route(self, part, name, default=0):
        """A parameter of a route by its path, as drawn for that line of the fleet."""
        place = part["route"]
        for step in name.split("."):
            if not isinstance(place, dict) or step not in place:
                return self.values.number(default)
            place = place[step]
        return self.values.take(("route", part["line"], name), place)

    def part(self, part):
        route, device = part["route"], self.devices[part["device"]]
        line, seats = self.lines[part["line"]], self.seats(part)
        life, spare = self.of_route(part, "life"), self.of_route(part, "spare")
        e_new = self.values.take(("device", device["id"], "embodied"), device["embodied"])
        once = self.horizon / life
        with_spares = once * (1 + spare)
        counted, other = [seats * with_spares * self.burden_of(part, e_new, life, rule)
                          for rule in (self.counts_share, self.other_share)]
        energy, use, working = self.running(part, device, line, seats)
        reused = self.of_route(part, "take_back.reused")
        kind_new = self.of_route(part, "new_material") if route["kind"] in REUSED else self.one
        mass = self.values.take(("device", device["id"], "mass"), device.get("mass", self.none))
        bought = whole_up(once) if self.question.get("acquisition") == "discrete" else once
        found = {"embodied": counted, "use": use, "energy": energy, "total": counted + use, "other_rule": other + use,
                 "bought": seats * bought * (1 + spare), "material": seats * with_spares * mass * kind_new,
                 "waste": seats * once * mass * (1 - reused),
                 "reused": seats * with_spares * mass * (1 - kind_new) if route["kind"] in REUSED else self.none}
        found["credit"], credit_size = self.credit_of(part, seats, once, e_new, reused)
        cost, cost_size = self.cost(part, life, spare, working)
        found["ownership"] = seats * cost
        found["life_cycle"] = found["ownership"] + self.shadow * found["total"]
        sizes = {"credit": credit_size, "ownership": seats * cost_size,
                 "life_cycle": seats * cost_size + self.shadow * found["total"]}
        return found, sizes, self.elements(device, seats * with_spares * kind_new)

    def burden_of(self, part, e_new, life, rule):
        route = part["route"]
        share = 0
        if route["kind"] == "refurbished" and "first_life" in route:
            share = rule * life_share(self.of_route(part, "first_life"), life)
        return embodied_per_device(route["kind"], e_new, self.of_route(part, "parts"), share,
                                   self.of_route(part, "process"), self.of_route(part, "transport"),
                                   self.of_route(part, "remade", 1))

    def running(self, part, device, line, seats):
        """(kWh of all seats and years, their kg, kWh of one seat and year) [4, 5]."""
        grid, use = self.grids[line["grid"]], self.uses.get(line.get("use"))
        intensity = self.values.take(("use", use["id"]), use["intensity"]) if use else self.one
        yearly = (self.of_route(part, "energy") if "energy" in part["route"]
                  else self.values.take(("device", device["id"], "energy"), device["energy"]))
        path = grid_path(self.values.take(("grid", grid["id"], "factor"), grid["factor"]),
                         self.values.take(("grid", grid["id"], "decline"), grid.get("decline", self.none)),
                         int(self.horizon))
        working = yearly * intensity
        return seats * self.horizon * working, seats * working * sum(path), working

    def credit_of(self, part, seats, once, e_new, reused):
        if "take_back" not in part["route"]:
            return self.none, self.none
        displaced, second, reference, process = [
            self.of_route(part, f"take_back.{name}")
            for name in ("displaced", "second_life", "reference_life", "process")]
        return credit(seats, once, reused, displaced, e_new, second, reference, process)

    def cost(self, part, life, spare, working):
        """(cost of ownership of one seat, the same with the residual added instead) [13]."""
        price, lease, usual, residual = [self.of_route(part, f"costs.{name}")
                                         for name in ("price", "lease", "maintenance", "residual")]
        ageing = None
        if "ageing" in part["route"].get("costs", {}):
            ageing = (self.of_route(part, "costs.ageing.from_age"), self.of_route(part, "costs.ageing.maintenance"))
        paid = price * (1 + spare) * purchase_worth(self.rate, self.horizon, life)
        steady = lease + working * self.power
        for year in self.years[1:]:
            paid = paid + (steady + maintained(year, life, usual, ageing)) * self.worth_of_year[int(year)]
        back = residual * self.worth_of_year[-1]
        return paid - back, paid + back

    def elements(self, device, times):
        grams = {}
        for place, one in enumerate(device.get("materials", [])):
            content = self.values.take(("device", device["id"], "content", place), one["content"])
            recycled = self.values.take(("device", device["id"], "recycled", place), one.get("recycled", self.none))
            grams[one["element"]] = grams.get(one["element"], 0) + times * content * (1 - recycled)
        return grams


class Draws:
    """Every estimate drawn `count` times, shared as the document says; the question's numbers are floats."""
    number = float

    def __init__(self, question, count, seed):
        self.generator, self.count = numpy.random.default_rng(seed), count
        self.normals, self.uniforms, self.values, self.rho = {}, {}, {}, question.get("method_correlation", 0.5)
        uncertain = [one for one in question["devices"] if not is_fixed(one["embodied"])]
        methods = [one["method"] for one in uncertain if "method" in one]
        self.methods = {one["id"]: one["method"] for one in uncertain
                        if "method" in one and methods.count(one["method"]) > 1}

    def normal(self, key):
        if key not in self.normals:
            self.normals[key] = self.generator.standard_normal(self.count)
        return self.normals[key]

    def shared_normal(self, key):
        """Of embodied estimates with one method: partly the method's own."""
        shared = self.normal(("method", self.methods[key[1]]))
        return math.sqrt(1 - self.rho) * self.normal(key) + math.sqrt(self.rho) * shared

    def take(self, key, told):
        law = law_of(told)
        if isinstance(law, Fixed):
            return float(law.value)
        place = (key, json.dumps(told))
        if place not in self.values:
            correlated = key[0] == "device" and key[2] == "embodied" and key[1] in self.methods
            self.values[place] = law.at_normal(self.shared_normal(key)) if correlated else self.drawn(law, key)
        return self.values[place]

    def drawn(self, law, key):
        """Different laws for one place rise together in three groups: by a normal, by a share, by a pair of shares."""
        if isinstance(law, (Pert, Lognormal, Normal)):
            return law.at_normal(self.normal((*key, "normal")))
        if not isinstance(law, Triangular):
            return law.of(self.share((*key, "share")))
        first, second = self.share((*key, "first")), self.share((*key, "second"))
        low, width = float(law.low), float(law.high - law.low)
        mode = float(law.below_mode()) if width else 0
        return low + width * ((1 - mode) * numpy.minimum(first, second) + mode * numpy.maximum(first, second))

    def share(self, key):
        if key not in self.uniforms:
            self.uniforms[key] = self.generator.random(self.count)
        return self.uniforms[key]

    def share_of_burden(self, chance):
        return (self.generator.random(self.count) < chance).astype(float)


def is_fixed(told):
    return isinstance(law_of(told), Fixed)
