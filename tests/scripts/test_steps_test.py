#!/usr/bin/env python3
"""Tests scripts/test_steps.sh, which counts for ./test: what each runner says, and that trouble never counts as green."""
import pathlib
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
GTEST = "[==========] Running 9 tests from 2 test suites.\n[==========] 9 tests from 2 test suites ran. (12 ms total)\n"
BEGIN = f"set -euo pipefail\n. {ROOT}/scripts/install.sh\n. {ROOT}/scripts/test_steps.sh\nsteps_all=2\n"


def bash(script):
    """(exit status, standard output) of a script that sourced the steps, in an empty folder."""
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run(["bash", "-c", BEGIN + script], cwd=folder, capture_output=True, text=True)
    return done.returncode, done.stdout


def counted(status, log):
    """"PASSED FAILED" of a runner that ended with this status and printed this."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.write(log)
        file.flush()
        return bash(f"count_of {status} {file.name}")[1].strip()


class Count(unittest.TestCase):
    def test_shards_of_unit_tests_are_added_up(self):
        self.assertEqual(counted(0, (GTEST + "[  PASSED  ] 9 tests.\n") * 2), "18 0")

    def test_failed_unit_tests_are_counted(self):
        self.assertEqual(counted(1, GTEST + "[  PASSED  ] 7 tests.\n[  FAILED  ] 2 tests, listed below:\n 2 FAILED TESTS\n"), "7 2")

    def test_unit_tests_that_crash_have_failed(self):
        self.assertEqual(counted(139, "[ RUN      ] Form.reads\n"), "0 1")

    def test_a_shard_that_crashes_after_another_passed_has_failed(self):
        self.assertEqual(counted(139, GTEST + "[  PASSED  ] 9 tests.\n[ RUN      ] Form.reads\n"), "9 1")

    def test_unit_tests_that_ran_nothing_have_failed(self):
        self.assertEqual(counted(0, "[==========] 0 tests from 0 test suites ran. (0 ms total)\n[  PASSED  ] 0 tests.\n"), "0 1")

    def test_plain_closing_lines_are_added_up(self):
        self.assertEqual(counted(1, "ok 1\n26 passed, 0 failed\n7 passed, 1 failed\n"), "33 1")

    def test_python_tests_are_counted(self):
        self.assertEqual(counted(0, "Ran 10 tests in 0.1s\n\nOK\nRan 1 test in 0.1s\n\nOK\n"), "11 0")
        self.assertEqual(counted(1, "Ran 10 tests in 0.1s\n\nFAILED (failures=2, errors=1)\n"), "7 3")

    def test_a_check_counts_as_one(self):
        self.assertEqual(counted(0, "check_rooms: 15 rooms, 0 faults\n"), "1 0")
        self.assertEqual(counted(1, "check_rooms: 15 rooms, 2 faults\n"), "0 1")


class Steps(unittest.TestCase):
    def test_a_failing_step_fails_the_whole_and_the_next_still_runs(self):
        status, output = bash("run_step one One false\nrun_step two Two true\nsum_up\n")
        self.assertEqual((status, output.splitlines()[-1]), (1, "1 passed, 1 failed"))

    def test_all_green_ends_with_0(self):
        status, output = bash("run_step one One true\nrun_step two Two echo '5 passed, 0 failed'\nsum_up\n")
        self.assertEqual((status, output.splitlines()[-1]), (0, "6 passed, 0 failed"))

    def test_what_was_green_is_counted_but_not_run_again(self):
        status, output = bash("both() { echo ran >> times; echo '3 passed, 0 failed'; }\n"
                              "unless_green x hash1 X both\nunless_green x hash1 X both\nunless_green x hash2 X both\n"
                              "sum_up\nwc -l < times\n")
        self.assertEqual((status, output.splitlines()[-2:]), (0, ["9 passed, 0 failed", "2"]))

    def test_what_was_red_is_run_again(self):
        _, output = bash("red() { echo ran >> times; false; }\nunless_green x h X red\nunless_green x h X red\nwc -l < times\n")
        self.assertEqual(output.splitlines()[-1], "2")


if __name__ == "__main__":
    unittest.main()
