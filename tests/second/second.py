#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Runs `kring assess` and `kring award` on 1,000 random fleets and 1,000 random tenders and compares every number with
the second implementation. Usage: second.py [--scale PART] [--only NAME]; the program by KRING_PROGRAM.
Ends with a line `N passed, N failed`."""
import argparse
import collections
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
import os
import time

import check_awards
import check_fleets
from compare import Kring, Tally
import wrong_questions

DRAWS = 20_000
SHOWN = 120


def questions(part):
    def some(count):
        return max(1, int(count * part))
    fleets = check_fleets.questions(some(750), some(250), DRAWS)
    tenders = check_awards.questions(some(600), some(150), some(100), some(150), DRAWS)
    return [("assess", *one) for one in fleets] + [("award", *one) for one in tenders]


def examine(batch):
    """Asks the program and the second implementation the same questions."""
    kring, tally = Kring(), Tally()
    for verb, name, question in batch:
        status, answer, said = kring.ask(verb, name, question)
        good = status == 0 and answer is not None
        if not tally.check(f"{verb}: answered", name, good, f"exit {status}: {said[:300]}"):
            continue
        try:
            (check_fleets if verb == "assess" else check_awards).check(tally, name, question, answer)
        except (KeyError, TypeError, IndexError) as fault:
            tally.check(f"{verb}: the answer has its form", name, False, f"{type(fault).__name__}: {fault}")
    return tally


def examine_wrong(batch):
    kring, tally = Kring(), Tally()
    for verb, name, question, pointer in batch:
        status, _, said = kring.ask(verb, name, question)
        tally.check(f"{verb}: refused with its place", name, status == 1 and pointer in said,
                    f"exit {status}, {pointer} expected in: {said[:300]}")
    return tally


def merged(tallies):
    whole = Tally()
    for one in tallies:
        whole.agreed += one.agreed
        whole.faults += one.faults
        whole.farthest = max(whole.farthest, one.farthest)
        for kind, (good, bad) in one.by_kind.items():
            known = whole.by_kind.get(kind, (0, 0))
            whole.by_kind[kind] = (known[0] + good, known[1] + bad)
    return whole


def report(tally, seconds):
    for kind, (good, bad) in sorted(tally.by_kind.items()):
        print(f"{'not ok' if bad else 'ok'} {kind}: {good} agree, {bad} differ")
    shown = collections.Counter()
    for kind, name, told in sorted(tally.faults, key=lambda fault: len(fault[2])):
        shown[kind] += 1
        if shown[kind] <= max(1, SHOWN // len(tally.by_kind)) + 2:
            print(f"  {kind}: {name}: {told}")
    print(f"farthest apart of all draws: {tally.farthest:.2f} standard errors; {seconds:.1f} s")
    print(f"{tally.agreed} passed, {len(tally.faults)} failed")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--scale", type=float, default=1.0, help="part of the questions to ask")
    parser.add_argument("--only", default="", help="questions whose name begins so")
    options = parser.parse_args()
    begun = time.monotonic()
    asked = [one for one in questions(options.scale) if one[1].startswith(options.only)]
    wrong = [one for one in wrong_questions.questions() if one[1].startswith(options.only)]
    batches = [asked[start::64] for start in range(64)]
    # Not by fork: numpy has threads of its own, and a fork between them may wait for ever.
    with ProcessPoolExecutor(os.cpu_count() or 2, get_context("spawn")) as pool:
        tallies = [*pool.map(examine, batches), *pool.map(examine_wrong, [wrong[::2], wrong[1::2]])]
    tally = merged(tallies)
    report(tally, time.monotonic() - begun)
    return 1 if tally.faults else 0


if __name__ == "__main__":
    raise SystemExit(main())
