#!/usr/bin/env python3
"""Changes the audience rule for the worse, one place at a time, in a copy, and expects the tests to notice each
change: those of the rule itself, and those that only look at pages, searches and exports.
Usage: mutate_audience.py [BUILD], a build folder with kring_tests in it (build/dev).
Prints a table and how many were noticed; ends with 1 when one was not."""
import json
import pathlib
import shlex
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src/domain/chain/audience.cpp"
RULE = "on/AudienceRule.*/sqlite"
PAGES = "on/ReadMatrix.*/sqlite:on/Canary.*/sqlite"
SECONDS = 900

# What goes wrong; the text that stands there now, once; what stands there instead. What is wrong in one of the
# two rules alone may not reach a page: then only the tests of the rule can tell.
MUTATIONS = [
    ("suppliers count as purchasers", True,
     "if (membership.side == Side::supplier) return false;", "if (membership.side == Side::supplier) return true;"),
    ("advisers without a task count as purchasers", True,
     "return membership.is_facilitator || membership.is_editor || membership.is_expert;", "return true;"),
    ("members of any network read every network, in SQL", True,
     'sql += " or (" + audience + " = \'network\' and " + c.is_among("network_id", all) + ")";',
     'sql += " or " + audience + " = \'network\'";'),
    ("a workshop's participants need not be members", True,
     "return membership && (membership->is_facilitator || actor.takes_part_in(record.audience_of));",
     "return actor.takes_part_in(record.audience_of);"),
    ("any organisation will do", True,
     "return !actor.organisation.empty() && actor.organisation == record.audience_of;",
     "return !actor.organisation.empty();"),
    ("what is withdrawn is read by its audience", True,
     "if (record.is_withdrawn) return is_own(actor, record) && *record.withdrawn_at + undo_ms > when;", ""),
    ("what is withdrawn is read by its audience, in SQL", True,
     '"(" + c.column("state") + " = \'open\' and "', '"("'),
    ("what is withdrawn is its owner's for ever", True,
     "return is_own(actor, record) && *record.withdrawn_at + undo_ms > when;", "return is_own(actor, record);"),
    ("below a withdrawn parent all stays open", True,
     "!parent_is_open(in, record)) return false;", "false) return false;"),
    ("below a withdrawn parent all stays open, in SQL", True,
     '" and parent.state = \'open\')))"', '")))"'),
    ("members read the working summary", True,
     "return membership && edits(*membership);", "return membership != nullptr;"),
    ("members find the working summary, in SQL", True,
     'c.is_among("network_id", networks_where(actor, edits))', '"1 = 1"'),
    ("named readers are not asked for by name, in SQL", True,
     '" and rr.person_id = " + c.given(actor.person) + "))"', '"))"'),
]


def command_for(build):
    """How the build compiles that file, and how it links the tests, each as words."""
    commands = json.loads((build / "compile_commands.json").read_text())
    compiled = next(shlex.split(one["command"]) for one in commands if one["file"] == str(SOURCE))
    linked = subprocess.run(["ninja", "-C", str(build), "-t", "commands", "-s", "kring_tests"], capture_output=True,
                            text=True, check=True).stdout
    link = shlex.split(next(line for line in reversed(linked.splitlines()) if "-o kring_tests" in line))
    return [one for one in compiled if one not in ("ccache", "/usr/bin/ccache")], link[2:] if link[:2] == [":", "&&"] else link


def built(compile_words, link_words, build, folder, text):
    """The tests with this text as the audience rule."""
    copy, thing, program = folder / "audience.cpp", folder / "audience.o", folder / "kring_tests"
    copy.write_text(text, encoding="utf-8")
    words = [str(copy) if one == str(SOURCE) else one for one in compile_words]
    words[words.index("-o") + 1] = str(thing)
    # A mutation may leave a name unused: no warnings.
    subprocess.run([*words, "-w"], cwd=build, check=True)
    end = link_words.index("&&") if "&&" in link_words else len(link_words)
    words = [str(thing) if one.endswith("/chain/audience.cpp.o") else one for one in link_words[:end]]
    words[words.index("-o") + 1] = str(program)
    subprocess.run(words, cwd=build, check=True)
    return program


def passes(program, tests):
    """From the root, where the tests find the example folder."""
    run = subprocess.run([str(program), f"--gtest_filter={tests}", "--gtest_brief=1"], cwd=ROOT, capture_output=True,
                         text=True, timeout=SECONDS)
    if run.returncode not in (0, 1):
        sys.exit(f"the tests broke off with {run.returncode}:\n{run.stderr[-2000:]}")
    return run.returncode == 0


def main():
    build = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "build/dev").resolve()
    original = SOURCE.read_text(encoding="utf-8")
    for what, _, before, _ in MUTATIONS:
        if original.count(before) != 1:
            sys.exit(f"{what}: its text stands {original.count(before)} times in {SOURCE.name}; this list must follow it")
    subprocess.run(["ninja", "-C", str(build), "kring_tests"], check=True, stdout=subprocess.DEVNULL)
    compile_words, link_words = command_for(build)
    missed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        program = built(compile_words, link_words, build, folder, original)
        if not passes(program, RULE + ":" + PAGES):
            sys.exit("the tests fail without any mutation")
        print(f"{'mutation':<55} {'rule tests':<12} page tests")
        for what, reaches_pages, before, after in MUTATIONS:
            program = built(compile_words, link_words, build, folder, original.replace(before, after))
            by_rule, by_pages = not passes(program, RULE), not passes(program, PAGES)
            is_noticed = by_rule and (by_pages or not reaches_pages)
            missed += not is_noticed
            words = {True: "noticed", False: "not noticed"}
            print(f"{what:<55} {words[by_rule]:<12} {words[by_pages]}{'' if is_noticed else '   <-- missed'}", flush=True)
    print(f"{len(MUTATIONS) - missed} passed, {missed} failed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
