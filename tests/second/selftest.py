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


def emissions():
    grid = fleet.grid_path(F("0.2527"), F(0), 8)

    def totals(route, life, tec=20, mode="annualised", path=grid, **burden):
        bought, back = fleet.counted(F(8), F(life), mode)
        made = 1000 * bought * fleet.embodied_per_device(route, F(250), **burden) - 1000 * back * 250
        return made, made + 1000 * fleet.use(F(tec), F(1), path)

    near("S1", totals("new", 4)[1], 540432)
    near("S2", totals("extend", 6, parts=F(10))[1], 387098.666667)
    near("S2 discrete", totals("extend", 6, mode="discrete")[0], 333333.333333)
    near("S2 annualised without battery", totals("extend", 6)[0], 333333.333333)
    near("S3 cut-off", totals("refurbished", 4, 24, process=F(25))[1], 98518.4)
    share = fleet.life_share(F(4), F(4))
    near("S3 life share", totals("refurbished", 4, 24, process=F(25), burden=share)[1], 348518.4)
    near("S4", totals("remanufactured", 5, 22, ratio=F("0.0634"))[1], 69835.2)
    near("S5", totals("lease", 4)[1], 540432)
    near("S5 credit", fleet.credit(1000, 2, F("0.7"), F("0.5"), F(250), F(3), F(4), F(25)), 113750)
    near("falling grid", totals("new", 4, path=fleet.grid_path(F("0.2527"), F("0.05"), 8))[1], 534021.462805)


def costs():
    rate, power = F("0.03"), F("0.25")
    ends = range(1, 9)

    def at_end(*yearly):
        return fleet.present_value(rate, list(zip(ends, yearly)))

    def bought(price, life):
        return fleet.present_value(rate, [(t, F(price)) for t in fleet.purchase_times(F(8), F(life))])

    back = fleet.discount(rate, 8)
    s1 = bought(900, 4) + at_end(*[20 * power] * 8) + at_end(*[30] * 8) - 90 * back
    kept = at_end(30, 30, 30, 30, 55, 55, 30, 30)
    s2 = bought(900, 6) + at_end(*[20 * power] * 8) + kept - 450 * back
    s3 = bought(450, 4) + at_end(*[24 * power] * 8) + at_end(*[45] * 8) - 30 * back
    near("S1 cost", s1, 1874.280739)
    near("S2 purchase", bought(900, 6), 1653.735831)
    near("S2 maintenance", kept, 253.093092)
    near("S2 cost", s2, 1586.693228)
    near("S3 cost", s3, 1184.141196)
    near("S5 cost", at_end(*[24 * 12] * 8) + at_end(*[5] * 8), 2056.769812)
    for price, told in (("0.05", 27021.6), ("0.116", 62690.112), ("0.130", 70256.16)):
        near("shadow cost", F(price) * 540432, told)


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
        near("triangular", grid.quantile(share), told, 9)
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


def formulas():
    bids = {"A": (F(100000), F("0.6")), "B": (F(110000), F("0.8")), "C": (F(125000), F("0.95"))}
    told = {"F1": (76, 84.363636, 89), "F2": (62.666667, 68, 67), "F3a": (76, 84, 87), "F3b": (76, 72, 57),
            "F4": (76, 82.499859, 84.122876)}
    for formula, expected in told.items():
        found = points(formula, bids.values())
        for one, value in zip(found, expected):
            near(f"golden 4 {formula}", one, value)
    for (price, quality), low, high, six, utility in zip(
            bids.values(), (70000, 70000, 77500), (46000, 38000, 39500), (0.6, 0.727273, 0.76),
            (0.475, 0.704545, 0.8)):
        near("F5", award.worth(price, 50000, quality), low)
        near("F5", award.worth(price, 90000, quality), high)
        near("F6a", award.value_for_money(quality, price) * 100000, six)
        near("F6b", award.utility_index(quality, F("0.95"), price, 100000, F("1.5")), utility)
    for price, rate, value in ((100000, 0, 100000), (110000, "0.04", 105600), (125000, "0.1", 112500)):
        near("F8", award.notional(price, F(rate)), value)
    kilograms = (F(540432), F("387098") + F(2, 3), F("98518.4"))
    for rate, *expected in (("0.05", 927021.6, 949354.933333, 909925.92),
                            ("0.130", 970256.16, 980322.826667, 917807.392)):
        for price, kg, value in zip((900000, 930000, 905000), kilograms, expected):
            near("F7", award.shadow(price, F(rate), kg), value)


def points(formula, bids):
    bids = list(bids)
    prices = [price for price, _ in bids]
    return [60 * quality + 40 * award.points_of_price(formula, price, prices, 80000, 140000, F(2))
            for price, quality in bids]


def reversals():
    a, b, d, e = (F(100), F("0.6")), (F(120), F("0.7")), (F(60), F("0.05")), (F(300), F(0))
    dear = (F(120), F("0.75"))
    for formula, bids, told in (
            ("F1", (a, b), (76, 75.333333)), ("F1", (a, b, d), (60, 62, 43)), ("F3a", (a, dear), (76, 77)),
            ("F3a", (a, dear, d), (49.333333, 45, 43)), ("F3b", (a, dear), (76, 45)),
            ("F3b", (a, dear, e), (76, 81, 0)), ("F4", (a, b), (76, 71.478624)),
            ("F4", (a, b, d), (46.521376, 42, 43))):
        for one, value in zip(points(formula, bids), told):
            near(f"golden 6 {formula}", one, value)


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
