#!/usr/bin/env python3
"""Checks that every test named as a proof in docs/security.md and docs/accessibility.md exists, in the file named
after it. Usage: check_proofs.py. Prints a line per fault and ends with 1 when there is one."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROOF = re.compile(r"`([A-Z]\w+)\.([a-z]\w+)`")
FILE = re.compile(r"\(([a-z_]+/[\w/]+_test\.cpp)\)")


def faults_of(page):
    """A group of proofs stands before the file it lies in."""
    faults, proofs = [], 0
    for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), 1):
        begin = 0
        for file in FILE.finditer(line):
            path = ROOT / "tests" / file[1]
            text = path.read_text(encoding="utf-8") if path.exists() else ""
            for suite, name in PROOF.findall(line[begin:file.start()]):
                proofs += 1
                if not re.search(rf"\bTEST(?:_F|_P)?\(\s*{suite},\s*{name}\)", text):
                    faults.append(f"{page.relative_to(ROOT)}:{number}: no test {suite}.{name} in tests/{file[1]}")
            begin = file.end()
        faults += [f"{page.relative_to(ROOT)}:{number}: {suite}.{name} names no file" for suite, name in PROOF.findall(line[begin:])]
        faults += [f"{page.relative_to(ROOT)}:{number}: no file tests/{path}" for path in re.findall(r"(?:reliability|fuzz)/\w+\.(?:py|cpp)", line)
                   if not (ROOT / "tests" / path).exists()]
    return faults, proofs


def main():
    found = [faults_of(ROOT / "docs" / name) for name in ("security.md", "accessibility.md")]
    faults = [fault for faults, _ in found for fault in faults]
    print(*faults, sep="\n", end="\n" if faults else "")
    print(f"check_proofs: {sum(count for _, count in found)} proofs, {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
