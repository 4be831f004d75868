#!/usr/bin/env python3
"""Measures the engines side by side with plain NumPy, in one run: the programs of ../shared/bench (when they are
there) and kring_engine_bench do the same work in turn, on one thread, ours also on two. Instructions are counted by
valgrind, so that noise does not decide. Usage: bench_engines.py [--repeats N] [--no-count] [--write].
KRING_ENGINE_BENCH names the program. --write puts the table in docs/performance.md."""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
REFERENCES = ROOT.parent / "shared/bench"
PAGE = ROOT / "docs/performance.md"
BEGIN, END = "<!-- engines: written by ./bench --only-engines --write -->", "<!-- /engines -->"
FLEET = r"^{}: ([\d.]+) s wall.*percentiles\(\+([\d.]+) s\)"
# What is measured: a name for people, the row of kring_engine_bench, its size and unit, the reference program with the
# pattern of its seconds (groups are added up), and how often the unit holds the draws that instructions are told for.
ROWS = [
    {"what": "fleet: 20 types × 6 triangular inputs, mean and P5-P50-P95", "row": "fleet_tri", "size": 1_000_000,
     "reference": ("numpy_fleet.py", FLEET.format("tri")), "draws": 120},
    {"what": "fleet: lognormal, PERT, triangular, uniform", "row": "fleet_mix", "size": 1_000_000,
     "reference": ("numpy_fleet.py", FLEET.format("mix")), "draws": 120},
    {"what": "one device, one option, with provenance", "row": "one_device", "size": 100_000, "reference": None, "draws": 1},
    {"what": "award: 5 bids × 4 criteria, F1, drawn, scored, winners counted", "row": "award_tally", "size": 1_000_000,
     "reference": ("numpy_award.py", r"^award: total ([\d.]+) s"), "draws": 1},
    {"what": "award: who wins at every weight, reversals, cost per kg", "row": "award_study", "size": 100_000, "reference": None,
     "draws": 1},
]


def ours(program, row, size, threads, repeats):
    """(seconds, what it found) of the best of the repeats."""
    told = subprocess.run([program, row, str(size), str(threads), str(repeats)], check=True, capture_output=True, text=True).stdout
    best, _, found = told.strip().split(" ", 2)
    return float(best), found


def reference(script, pattern, size, repeats):
    """Seconds of the reference program; None when it is not there."""
    if not (REFERENCES / script).is_file():
        return None
    told = subprocess.run(["taskset", "-c", "0", "/usr/bin/python3", str(REFERENCES / script), str(size), str(repeats)],
                          check=True, capture_output=True, text=True).stdout
    return sum(float(seconds) for seconds in re.search(pattern, told, re.MULTILINE).groups())


def instructions(program, row, small, draws):
    """Instructions for each draw: what a second run of twice the size takes more, by callgrind."""
    counts = []
    for size in (small, 2 * small):
        told = subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, row, str(size), "1", "1"],
                              check=True, capture_output=True, text=True).stderr
        counts.append(int(re.search(r"Collected : (\d+)", told)[1]))
    return (counts[1] - counts[0]) / (small * draws)


def measure(program, one, options):
    """One line of the table."""
    expected = reference(*one["reference"], one["size"], options.repeats) if one["reference"] else None
    single, found = ours(program, one["row"], one["size"], 1, options.repeats + 2)
    cells = [one["what"]]
    if not one["reference"]:
        cells += ["", f"{single / one['size'] * 1e6:.2f} µs each", ""]
    else:
        double, other = ours(program, one["row"], one["size"], 2, options.repeats + 2)
        if found != other:
            sys.exit(f"{one['row']}: one thread found {found}, two found {other}")
        ratio = lambda seconds: f"{seconds:.3f} s" + (f" = **{expected / seconds:.1f} ×**" if expected else "")
        cells += [f"{expected:.3f} s" if expected else "not there", ratio(single), ratio(double)]
    small = max(1000, one["size"] // 50)
    cells.append("" if options.no_count else f"{instructions(program, one['row'], small, one['draws']):.1f}")
    print(" | ".join(cells), "|", found, flush=True)
    return "| " + " | ".join(cells) + " |"


def write(text):
    """Puts the text between its marks in the page, or behind it."""
    page = PAGE.read_text(encoding="utf-8")
    block = f"{BEGIN}\n{text}\n{END}"
    if BEGIN in page:
        page = page[:page.index(BEGIN)] + block + page[page.index(END) + len(END):]
    else:
        page = page.rstrip() + "\n\n" + block + "\n"
    PAGE.write_text(page, encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--no-count", action="store_true")
    parser.add_argument("--write", action="store_true")
    options, _ = parser.parse_known_args()
    program = os.environ.get("KRING_ENGINE_BENCH", str(ROOT / "build/release/kring_engine_bench"))
    lines = [measure(program, one, options) for one in ROWS]
    cpu = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    text = ("## The engines\n\nSide by side in one run with plain NumPy on one thread (1,000,000 draws, float64, drawing and quantiles "
            f"included); best of {options.repeats} and {options.repeats + 2}. {os.cpu_count()} cores ({cpu[1] if cpu else 'unknown'}), "
            f"{time.strftime('%Y-%m-%d')}.\n\n| | NumPy | one thread | two threads | instructions per draw |\n|---|---|---|---|---|\n"
            + "\n".join(lines) + "\n\nInstructions are counted by valgrind, which has no AVX-512: with vectors of 256 bits, twice "
            "as many as where the time was measured on vectors of 512. A fleet's draw is one input of one type; the one device has "
            "none: its instructions are for each assessment, check, provenance and notices included. "
            "Those of awards are for each tender.")
    print("\n" + text)
    if options.write:
        write(text)


if __name__ == "__main__":
    main()
