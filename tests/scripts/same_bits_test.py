#!/usr/bin/env python3
"""Builds the engines that draw lots twice, as they are served (g++) and not optimised at all (clang++), and wants the
same bits from both, at each width of vector unit and for 1, 2 and 16 threads."""
import concurrent.futures
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCES = [*sorted((ROOT / "src/engine/chance").glob("*.cpp")), *sorted((ROOT / "src/engine/impact").glob("*.cpp")),
           ROOT / "tests/engine/impact/questions.cpp", ROOT / "tests/bits/engine_bits.cpp"]
STRICT = ["-std=c++20", "-ffp-contract=off"]
BUILDS = {
    "served": ["g++", *STRICT, "-O2", "-fno-math-errno", "-fno-trapping-math", "-D_GLIBCXX_ASSERTIONS"],
    "not optimised": ["clang++-19", *STRICT, "-O0"],
}
LAUNCHER = [shutil.which("ccache")] if shutil.which("ccache") else []


def build(words, folder):
    """The program, made in the folder."""
    os.makedirs(folder)

    def compiled(source):
        target = folder / (source.parent.name + "_" + source.stem + ".o")
        subprocess.run([*LAUNCHER, *words, f"-I{ROOT / 'src'}", f"-I{ROOT}", "-c", str(source), "-o", str(target)], check=True)
        return str(target)

    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        objects = list(pool.map(compiled, SOURCES))
    program = folder / "engine_bits"
    subprocess.run([words[0], *objects, "-o", str(program), "-lpthread"], check=True)
    return program


class SameBits(unittest.TestCase):
    def test_every_build_width_and_number_of_threads_gives_the_same_bits(self):
        with tempfile.TemporaryDirectory() as folder:
            programs = {name: build(words, pathlib.Path(folder) / str(number))
                        for number, (name, words) in enumerate(BUILDS.items())}
            expected = None
            for name, program in programs.items():
                for threads in (1, 2, 16) if name == "served" else (2,):
                    told = subprocess.run([program, str(threads)], check=True, capture_output=True, text=True).stdout.splitlines()
                    self.assertEqual(len(told), 24)
                    widths = [told[:8], told[8:16], told[16:]]
                    expected = expected or widths[0]
                    for width, found in enumerate(widths):
                        self.assertEqual(found, expected, f"{name}, width {width}, {threads} threads")


if __name__ == "__main__":
    unittest.main()
