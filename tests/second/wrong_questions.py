# SPDX-License-Identifier: EUPL-1.2
"""Documents that their page says are errors, each with the JSON pointer that the answer has to name."""
import copy
import json

FLEET = {
    "format": "kring.assess/1", "horizon": 8,
    "devices": [{"id": "laptop", "embodied": 250, "energy": 20, "mass": 2}],
    "grids": [{"id": "nl", "factor": 0.2527}],
    "fleet": [{"id": "all", "seats": 1000, "grid": "nl"}],
    "options": [{"id": "one", "parts": [{"line": "all", "device": "laptop", "route": {"kind": "new", "life": 4}}]}]}

TENDER = {
    "format": "kring.award/1",
    "criteria": [{"id": "price", "kind": "price", "weight": 40}, {"id": "quality", "kind": "quality", "weight": 60},
                 {"id": "kg", "kind": "effect", "weight": 10, "none": 500, "full": 0}],
    "method": {"formula": "F1"},
    "bids": [{"id": "A", "price": 100, "given": {"quality": 6, "kg": 250}},
             {"id": "B", "price": 120, "given": {"quality": 7, "kg": 200}}]}

EXPECTED = {**TENDER, "green": "kg", "draws": 100, "method": {"formula": "F7", "shadow_price": 0.1}}
WEIGHED = {**FLEET, "outputs": ["waste"]}

ROUTE = "/options/0/parts/0/route"
GONE = object()

# pointer to the place that is changed; what is put there; the pointer that is named, if another.
WRONG_FLEETS = [
    ("/format", "kring.assess/2"), ("/horizon", 0), ("/horizon", 51), ("/horizon", 2.5), ("/horizon", "8"),
    ("/horizon", GONE), ("/surprise", 1), ("/mode", "guess"), ("/mode", "draws", "/draws"), ("/draws", 4_000_001),
    ("/draws", -1), ("/seed", -1), ("/seed", 9007199254740992), ("/burden", "half"), ("/life_share_chance", 1.5),
    ("/method_correlation", -0.1), ("/acquisition", "weekly"), ("/outputs", ["joy"], "/outputs/0"),
    ("/compared", "joy"), ("/devices", []), ("/devices/0/embodied", GONE), ("/devices/0/energy", "twenty"),
    ("/devices/0/colour", "grey"), ("/grids", []), ("/fleet", []), ("/fleet/0/seats", 0), ("/fleet/0/seats", -3),
    ("/fleet/0/grid", "be"), ("/fleet/0/use", "night"), ("/options", []), ("/options/0/parts/0/line", "none"),
    ("/options/0/parts/0/device", "phone"), ("/options/0/parts", []),
    ("/options/0/parts/0/share", 0, "/options/0/parts"),
    ("/options/0/parts/0/share", 1.5),
    ("/options/0/parts/0/share", 0.9, "/options/0"), (f"{ROUTE}/life", 0), (f"{ROUTE}/life", -4),
    (f"{ROUTE}/life", GONE), (f"{ROUTE}/kind", "borrowed"), (f"{ROUTE}/parts", 3), (f"{ROUTE}/process", 3),
    (f"{ROUTE}/remade", 0.1), (f"{ROUTE}/new_material", 0.1), (f"{ROUTE}/first_life", 3),
    (ROUTE, {"kind": "remanufactured", "life": 4}, f"{ROUTE}/remade"),
    (f"{ROUTE}/take_back", {"reused": 0.5}, f"{ROUTE}/take_back"),
    (f"{ROUTE}/costs", {"bribe": 5}, f"{ROUTE}/costs/bribe"),
    ("/devices/0/embodied", {"uniform": [1, 2], "value": 3}), ("/devices/0/embodied", {"triangular": [3, 2, 4]}),
    ("/devices/0/embodied", {"uniform": [5, 4]}), ("/devices/0/embodied", {"lognormal": {"median": 5}}),
    ("/devices/0/embodied", {"empirical": [[0, 1], [0.5, 3]]}), ("/devices/0/embodied", {"cauchy": [1, 2]}),
    ("/devices/0/embodied", {"value": 5, "source": "nobody"}), ("/sensitivity", True, "/draws"),
    ("/options", [{**FLEET["options"][0], "id": f"o{number}"} for number in range(13)]),
    (ROUTE, {"kind": "refurbished", "life": 4}, f"{ROUTE}/process"), ("/horizon", 0.5),
    (f"{ROUTE}/life", {"normal": {"mean": 4, "sd": 0.1}}), (f"{ROUTE}/life", 101),
    (f"{ROUTE}/life", {"lognormal": {"median": 60, "gsd": 1.3}}),
    (f"{ROUTE}/life", {"lognormal": {"median": 0.1, "gsd": 6}}),
    (f"{ROUTE}/spare", {"lognormal": {"median": 0.01, "gsd": 1.1}}),
    (f"{ROUTE}/costs", {"ageing": {"from_age": 2.5, "maintenance": 5}}, f"{ROUTE}/costs/ageing/from_age"),
    (f"{ROUTE}/costs", {"price": {"normal": {"mean": 900, "sd": 1}}}, f"{ROUTE}/costs/price"),
    ("/devices/0/embodied", {"normal": {"mean": 250, "sd": 5}}), ("/uses", [{"id": "u", "intensity": 11}],
     "/uses/0/intensity"), ("/uses", [{"id": "u", "intensity": {"lognormal": {"median": 5, "gsd": 1.3}}}],
                            "/uses/0/intensity"),
    ("/options/0/parts", [{"line": "all", "device": "laptop", "route": {
        "kind": "refurbished", "life": 4, "process": 5, "take_back": {
            "reused": 0.5, "displaced": 0.5, "second_life": 2, "reference_life": 4, "process": 5}}}])]
WRONG_MASSES = [("/devices/0/mass", GONE)]
WRONG_STUDIES = [
    ("/knob_most", 11), ("/knob_most", -1), ("/method/shadow_price", 11), ("/bids/1", GONE, "/bids"),
    ("/method", {"formula": "F8", "price_low": 10, "price_high": 100}, "/criteria"),
    ("/uncertainty", {"noise": {"kg": 2}}, "/uncertainty/noise/kg"),
    ("/market", {"price": 100, "qualities": {"kg": {}}}, "/market/qualities/quality"),
    ("/market", {"qualities": {"kg": {}, "quality": {}}}, "/market/price"),
    ("/market", {"price": 100, "qualities": {"kg": {}, "quality": {"share": 2}}}, "/market/qualities/quality/share")]

WRONG_TENDERS = [
    ("/format", "kring.award/0"), ("/surprise", 1), ("/criteria", []), ("/criteria/1/kind", "price", "/criteria"),
    ("/criteria/0/kind", "quality", "/criteria"), ("/criteria/1/weight", -1),
    ("/criteria/1/full", 0), ("/criteria/1/colour", 3), ("/criteria/1/kind", "taste"), ("/method", GONE),
    ("/method/formula", "F9"), ("/method", {"formula": "F4", "base": 1}, "/method/base"),
    ("/method", {"formula": "F2"}, "/method"),
    ("/method", {"formula": "F2", "price_low": 9, "price_high": 8}, "/method"),
    ("/rounding", {"points": 7}, "/rounding/points"), ("/rounding", {"total": -1}, "/rounding/total"),
    ("/ties", [{"by": "lot"}, {"by": "price"}], "/ties"), ("/ties", [{"by": "beauty"}], "/ties/0"),
    ("/ties", [{"by": "criterion", "criterion": "none"}], "/ties/0"), ("/bids/0/price", 0), ("/bids/0/price", 10.005),
    ("/bids/0/price", -5), ("/bids/0/given/quality", 11), ("/bids/0/given/quality", -1),
    ("/bids/0/given/quality", GONE, "/bids/0/given"), ("/bids/0/given/price", 5), ("/bids/0/given/none", 5),
    ("/bids/1/id", "A"), ("/criteria/1/steps", [0, 5, 10], "/bids/0/given/quality"), ("/lots", ["C"], "/lots"),
    ("/draws", 2_000_001), ("/draws", 10, "/green"), ("/green", "none"), ("/green", "price"), ("/bids", GONE, "")]


def changed(document, pointer, value):
    copied = copy.deepcopy(document)
    *path, last = pointer.split("/")[1:]
    place = copied
    for step in path:
        place = place[int(step) if isinstance(place, list) else step]
    last = int(last) if isinstance(place, list) else last
    if value is GONE:
        del place[last]
    else:
        place[last] = value
    return copied


def questions():
    """(verb, name, document, pointer that has to be named)."""
    found = []
    for verb, document, wrongs in (("assess", FLEET, WRONG_FLEETS), ("award", TENDER, WRONG_TENDERS),
                                   ("assess", WEIGHED, WRONG_MASSES), ("award", EXPECTED, WRONG_STUDIES)):
        for number, (pointer, value, *named) in enumerate(wrongs):
            wrong = changed(document, pointer, value)
            found.append((verb, f"wrong-{verb}-{len(found)}", wrong, (named or [pointer])[0]))
        twice = json.dumps(document)[:-1] + ', "format": "kring.assess/1"}'
        found.append((verb, f"wrong-{verb}-twice", twice, "/format"))
        found.append((verb, f"wrong-{verb}-cut", json.dumps(document)[:-1], ""))
    return found
