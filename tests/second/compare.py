# SPDX-License-Identifier: EUPL-1.2
"""How two answers are compared: exactly, to 1e-12, or by what chance allows.

Chance: each comparison of draws is allowed five standard errors, which chance alone exceeds once in 1.7 million
comparisons. Of the 100,000 or fewer that one run makes, less than 0.06 is expected to fail by chance; none may.
Seeds are fixed on both sides, so that a run that was green stays green."""
from concurrent.futures import ThreadPoolExecutor
import json
import math
import os
import pathlib
import subprocess
import tempfile

import numpy

ROOT = pathlib.Path(__file__).resolve().parents[2]
ALLOWED = 5.0
EXACT = 1e-12


def program():
    """The program under test: KRING_PROGRAM, or the release that stands here."""
    found = pathlib.Path(os.environ.get("KRING_PROGRAM", ROOT / "build/release/kring"))
    if not found.exists():
        raise SystemExit(f"no program at {found}; set KRING_PROGRAM or run ./test")
    return found.resolve()


def clean_environment():
    """Without KRING_PROGRAM and the like: Kring refuses settings that it does not know."""
    return {name: value for name, value in os.environ.items() if not name.startswith("KRING_")}


class Kring:
    """Runs `kring VERB FILE --json` on many questions, as many at once as there are cores."""

    def __init__(self, options=("--json",)):
        self.folder = tempfile.TemporaryDirectory(prefix="kring-second-")
        self.path, self.options, self.environment = program(), list(options), clean_environment()

    def ask(self, verb, name, question):
        """(exit status, answer or None, what it said)."""
        file = pathlib.Path(self.folder.name) / f"{name}.json"
        text = question if isinstance(question, str) else json.dumps(question)
        file.write_text(text, encoding="utf-8")
        done = subprocess.run([self.path, verb, file, *self.options], capture_output=True, text=True, timeout=60,
                              cwd=self.folder.name, env=self.environment, check=False)
        file.unlink()
        try:
            return done.returncode, json.loads(done.stdout), done.stdout + done.stderr
        except ValueError:
            return done.returncode, None, done.stdout + done.stderr

    def ask_all(self, verb, questions):
        """questions: (name, question); their answers in the same order."""
        with ThreadPoolExecutor(os.cpu_count() or 2) as pool:
            return list(pool.map(lambda one: self.ask(verb, *one), questions))


class Tally:
    """Counts what agrees; remembers what does not, each with its question's name."""

    def __init__(self):
        self.agreed, self.faults, self.farthest, self.by_kind = 0, [], 0.0, {}

    def check(self, kind, name, good, told):
        agreed, differed = self.by_kind.get(kind, (0, 0))
        self.by_kind[kind] = (agreed + bool(good), differed + (not good))
        if good:
            self.agreed += 1
        else:
            self.faults.append((kind, name, told))
        return good

    def same(self, kind, name, found, expected):
        return self.check(kind, name, found == expected, f"kring {found!r}, second {expected!r}")

    def near(self, kind, name, found, expected, scale=0.0):
        """To 1e-12 of the value; or of `scale`, what it is the difference of."""
        if found is None or isinstance(found, (str, dict, list)):
            return self.check(kind, name, False, f"kring {found!r}, second {expected!r}")
        room = EXACT * max(abs(float(expected)), abs(float(scale)), 1e-290)
        told = f"kring {found!r}, second {float(expected)!r}"
        return self.check(kind, name, abs(float(found) - float(expected)) <= room, told)

    def within(self, kind, name, found, expected, error):
        """Within five standard errors."""
        if error > 0 and abs(found - expected) > EXACT * abs(expected):
            self.farthest = max(self.farthest, abs(found - expected) / error)
        told = f"kring {found!r}, second {expected!r}, standard error {error!r}"
        return self.check(kind, name, abs(found - expected) <= ALLOWED * error + EXACT * abs(expected), told)

    def share(self, kind, name, found, found_draws, own, own_draws):
        """Two shares of draws; rare events are allowed two draws more."""
        pooled = (found * found_draws + own * own_draws + 1) / (found_draws + own_draws + 2)
        error = math.sqrt(pooled * (1 - pooled) * (1 / found_draws + 1 / own_draws))
        return self.within(kind, name, found, own, error + 0.4 * max(1 / found_draws, 1 / own_draws))

    def mean(self, kind, name, found, found_draws, own):
        error = float(numpy.std(own)) * math.sqrt(1 / found_draws + 1 / len(own))
        return self.within(kind, name, found, float(numpy.mean(own)), error)

    def quantile(self, kind, name, found, share, found_draws, own):
        """The found quantile, looked up among the second's draws: a share to compare with the one asked for."""
        spread = 1e-12 * abs(found)
        below = numpy.count_nonzero(own < found - spread) / len(own)
        upto = numpy.count_nonzero(own <= found + spread) / len(own)
        at = min(max(share, below), upto)
        error = math.sqrt(share * (1 - share) * (1 / found_draws + 1 / len(own)))
        return self.within(kind, f"{name}: share below {found!r}", share, at, error + 0.4 / found_draws)
