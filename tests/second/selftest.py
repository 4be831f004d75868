#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""The models of the second implementation against the golden cases of the method. Usage: selftest.py"""
from fractions import Fraction as F
import math

import award_model as award
import fleet_model as fleet
from distributions import Empirical, Lognormal, NORMAL, Pert, Triangular, Uniform

passed, faults = 0, []


def near(name, found, told, digits=6):
    global passed
    if abs(float(found) - told) <= 0.5000001 * 10.0 ** -digits:
        passed += 1
    else:
        faults.append(f"not ok - {name}: {float(found)!r}, expected {told}")


def question(route, seats=1000, tec=20, price=None, **more):
    """A fleet of one line in the format of documents: the golden cases' laptop."""
    route = {name: value if name in ("kind", "take_back", "costs") else F(value) for name, value in route.items()}
    device = {"id": "laptop", "embodied": F(250), "energy": F(tec)}
    grid = {"id": "nl", "factor": F("0.2527"), **more.pop("grid", {})}
    return {"horizon": F(8), "devices": [device], "grids": [grid],
            "fleet": [{"id": "all", "seats": F(seats), "grid": "nl"}],
            "options": [{"id": "one", "parts": [{"line": "all", "device": "laptop", "route": route}]}], **more}


def assessed(*told, **more):
    asked = question(*told, **more)
    return fleet.Assessment(asked, fleet.Centres).option(asked["options"][0])[0]


def emissions():
    new = {"kind": "new", "life": 4}
    longer = {"kind": "extended", "life": 6}
    again = {"kind": "refurbished", "life": 4, "first_life": 4, "process": 25}
    near("S1", assessed(new)["total"], 540432)
    near("S2", assessed({**longer, "parts": 10})["total"], 387098.666667)
    near("S2 discrete", assessed(longer, acquisition="discrete")["embodied"], 333333.333333)
    near("S2 discrete", assessed(longer, acquisition="discrete")["bought"], 2000)
    near("S3 cut-off", assessed(again, tec=24)["total"], 98518.4)
    near("S3 life share", assessed(again, tec=24)["other_rule"], 348518.4)
    near("S3 life share", assessed(again, tec=24, burden="life_share")["total"], 348518.4)
    near("S4", assessed({"kind": "remanufactured", "life": 5, "remade": "0.0634"}, tec=22)["total"], 69835.2)
    back = {"reused": F("0.7"), "displaced": F("0.5"), "second_life": F(3), "reference_life": F(4), "process": F(25)}
    lease = assessed({"kind": "leased", "life": 4, "take_back": back})
    near("S5", lease["total"], 540432)
    near("S5 credit", lease["credit"], 113750)
    near("falling grid", assessed(new, grid={"decline": F("0.05")})["total"], 534021.462805)


def costs():
    economy = {"discount": F("0.03"), "electricity": F("0.25")}

    def cost(life, tec=20, kind="new", **costs):
        route = {"kind": kind, "life": life, "costs": {name: told if name == "ageing" else F(told)
                                                       for name, told in costs.items()}}
        return assessed(route, seats=1, tec=tec, economy=economy)["ownership"]

    old = {"from_age": F(5), "maintenance": F(55)}
    near("S1 cost", cost(4, price=900, maintenance=30, residual=90), 1874.280739)
    near("S2 purchase", 900 * fleet.purchase_worth(F("0.03"), 8, F(6)), 1653.735831)
    near("S2 cost", cost(6, kind="extended", price=900, maintenance=30, residual=450, ageing=old), 1586.693228)
    near("S3 cost", cost(4, tec=24, price=450, maintenance=45, residual=30), 1184.141196)
    near("S5 cost", cost(4, kind="leased", lease=24 * 12), 2056.769812)
    for price, told in (("0.05", 27021.6), ("0.116", 62690.112), ("0.130", 70256.16)):
        route = {"kind": "new", "life": 4}
        near("shadow cost", assessed(route, economy={"shadow_price": F(price)})["life_cycle"], told)


def spreads():
    sheet = Lognormal.of_mean(250, 0.2)
    near("sigma", sheet.sigma, 0.198042200, 9)
    near("mu", sheet.mu, 5.501850561, 9)
    for share, told in ((0.05, 176.991220), (0.5, 245.145169), (0.95, 339.543135)):
        near("lognormal", sheet.quantile(share), told)
    lives = Lognormal.of_mean(5, 0.15)
    ratio = Lognormal(sheet.mu - lives.mu, math.hypot(sheet.sigma, lives.sigma))
    near("ratio", ratio.sigma, 0.247934108, 9)
    near("ratio mean", ratio.mean(), 51.125)
    for share, told in ((0.05, 32.974108), (0.5, 49.577542), (0.95, 74.541295)):
        near("ratio", ratio.quantile(share), told)
    pert = Pert(3, 4, 6)
    near("pert alpha", pert.shape()[0], 2.333333)
    near("pert beta", pert.shape()[1], 3.666667)
    near("pert mean", pert.mean(), 4.166667)
    near("pert deviation", pert.deviation(), 0.552771)
    grid = Triangular(0.20, 0.253, 0.33)
    near("triangular mode", grid.below_mode(), 0.407692308, 9)
    for share, told in ((0.05, 0.218560711), (0.5, 0.259253975), (0.95, 0.307628143)):
        near("triangular", grid.of(share), told, 9)
    near("triangular mean", grid.mean(), 0.261)
    near("triangular deviation", grid.deviation(), 0.026686451, 9)
    near("inverse life", Triangular(3, 4, 6).mean_of_inverse(), 0.235566071, 9)
    near("uniform", Uniform(1, 3).mean(), 2)
    near("empirical", Empirical((0, 0.5, 1), (1, 2, 5)).mean(), 2.5)
    for rho, told in ((0, 0.044721), (0.5, 0.144270), (1, 0.2)):
        near("shared cause by logarithms", shared_cause(rho), told)


def shared_cause(rho, ratio=0.2, types=20):
    """Of lognormals whose logarithms share a cause: their covariance is exp(rho sigma^2) - 1 of the squared mean."""
    variance = math.log1p(ratio * ratio)
    return math.sqrt(ratio ** 2 / types + (1 - 1 / types) * math.expm1(rho * variance))


def anchor_fleet():
    total = 0
    for k in range(20):
        made, power, years = 50 + 22.5 * k, 5 + 5.75 * k, 3 + 0.25 * k
        e = Triangular(0.5 * made, made, 2 * made).mean()
        inverse = Triangular(0.6 * years, years, 1.6 * years).mean_of_inverse()
        reuse = Triangular(0, 0.1, 0.3).mean()
        work = Triangular(0.5 * power, power, 2 * power).mean() * Triangular(0.7, 1, 1.5).mean() * 0.261
        total += 100 * (k + 1) * (e * (1 - reuse) * inverse * 1.02 + work)
    near("anchor", total, 1641249.785, 3)


def tender(formula, bids, places=(60, 40), **more):
    criteria = [{"id": "price", "kind": "price", "weight": F(places[1])},
                {"id": "quality", "kind": "quality", "weight": F(places[0]), "full": F(1), **more.pop("worth", {})},
                *more.pop("also", [])]
    method = {"formula": formula, "price_low": F(80000), "price_high": F(140000), **more.pop("method", {})}
    asked = award.Tender({"criteria": criteria, "method": method, **more})
    return asked, [{"id": name, "price": F(price), "given": {"quality": F(quality), **dict(given)}}
                   for name, (price, quality, *given) in bids.items()]


def formulas():
    bids = {"A": (100000, "0.6"), "B": (110000, "0.8"), "C": (125000, "0.95")}
    for formula, winner, *expected in (
            ("F1", "C", 76, 84.363636, 89), ("F2", "B", 62.666667, 68, 67), ("F3a", "C", 76, 84, 87),
            ("F3b", "A", 76, 72, 57), ("F4", "C", 76, 82.499859, 84.122876),
            ("F5", "B", 46000, 38000, 39500), ("F6a", "C", 0.6, 0.727273, 0.76), ("F6b", "C", 0.475, 0.704545, 0.8)):
        asked, offered = tender(formula, bids)
        for one, value in zip(asked.totals(offered).values(), expected):
            near(f"golden 4 {formula}", one, value)
        near(f"golden 4 {formula} is won by {winner}", asked.winners(offered) == {winner}, 1)
    asked, offered = tender("F5", bids, worth={"worth": F(50000)})
    near("F5 ties", list(asked.places(offered)[0].values()) == [1, 1, 3], 1)
    for price, rate, value in ((100000, 0, 100000), (110000, "0.4", 105600), (125000, 1, 112500)):
        asked, offered = tender("F8", {"A": (price, rate)}, worth={"worth": F("0.1")})
        near("F8", asked.totals(offered)["A"], value)
    kilograms = (F(540432), F("387098") + F(2, 3), F("98518.4"))
    for rate, *expected in (("0.05", 927021.6, 949354.933333, 909925.92),
                            ("0.130", 970256.16, 980322.826667, 917807.392)):
        bids = {str(price): (price, 0, ("kg", kg)) for price, kg in zip((900000, 930000, 905000), kilograms)}
        kg = {"id": "kg", "kind": "effect", "weight": F(0), "none": F(600000), "full": F(0)}
        asked, offered = tender("F7", bids, method={"shadow_price": F(rate)}, also=[kg], green="kg")
        for one, value in zip(asked.totals(offered).values(), expected):
            near("F7", one, value)


def reversals():
    a, b, d, e, dear = (100, "0.6"), (120, "0.7"), (60, "0.05"), (300, 0), (120, "0.75")
    for formula, bids, winner, told in (
            ("F1", (a, b), 0, (76, 75.333333)), ("F1", (a, b, d), 1, (60, 62, 43)), ("F3a", (a, dear), 1, (76, 77)),
            ("F3a", (a, dear, d), 0, (49.333333, 45, 43)), ("F3b", (a, dear), 0, (76, 45)),
            ("F3b", (a, dear, e), 1, (76, 81, 0)), ("F4", (a, b), 0, (76, 71.478624)),
            ("F4", (a, b, d), 0, (46.521376, 42, 43))):
        asked, offered = tender(formula, dict(enumerate(bids)), method={"clipped": False})
        for one, value in zip(asked.totals(offered).values(), told):
            near(f"golden 6 {formula}", one, value)
        near(f"golden 6 {formula} winner", asked.winners(offered) == {winner}, 1)
    asked, offered = tender("F1", dict(enumerate((a, b, d))))
    near("without D another wins", asked.reversing(offered) == {2}, 1)
    for formula, threshold in (("F2", 0.294118), ("F1", 0.185185)):
        asked, offered = tender(formula, {"green": (110000, "0.9"), "grey": (100000, "0.5")}, green="quality")
        for side, winner in ((-1, "grey"), (1, "green")):
            turned = asked.turned(F(str(threshold)) + side * F(1, 10 ** 6))
            near(f"break-even {formula}", turned.winners(offered) == {winner}, 1)


def two_bids():
    bound = 0.2 * 0.3 * math.log(2) / 0.8
    near("F4 chance", NORMAL.cdf((bound - 0.05) / 0.08), 0.509902917, 9)
    near("F1 chance", NORMAL.cdf((-math.log(1 - 0.2 * 0.3 / 0.8) - 0.05) / 0.08), 0.636650246, 9)


def main():
    for test in (emissions, costs, spreads, anchor_fleet, formulas, reversals, two_bids):
        test()
    print("\n".join(faults))
    print(f"{passed} passed, {len(faults)} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
