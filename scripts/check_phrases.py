#!/usr/bin/env python3
"""Checks the phrase catalogues: every key used is there, in both languages, with the same placeholders;
no key is unused; every one has a comment for translators. Exit 1 with a line per fault."""
import pathlib
import re
import sys

import polib

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Keys put together at run time: the stem in the code, then what may follow.
COMPOSED = ["kind.", "audience.", "certainty.", "chain.", "source.", "trouble.", "flash.", "visible.", "problem.", "language."]


def catalogues(language):
    entries = {}
    for path in sorted((ROOT / "locale").glob(f"*.{language}.po")):
        for entry in polib.pofile(str(path)):
            if entry.msgid in entries:
                yield_fault(f"{path.name}: {entry.msgid} stands in two files")
            entries[entry.msgid] = (entry, path.name)
    return entries


faults = []


def yield_fault(text):
    faults.append(text)


def texts(entry):
    return [entry.msgstr] if entry.msgstr else list(entry.msgstr_plural.values())


def main():
    nl, en = catalogues("nl"), catalogues("en")
    for key in sorted(set(nl) ^ set(en)):
        yield_fault(f"{key}: only in {'nl' if key in nl else 'en'}")
    for key in sorted(set(nl) & set(en)):
        places = [set(re.findall(r"\{(\w+)\}", " ".join(texts(entries[key][0])))) for entries in (nl, en)]
        if places[0] != places[1]:
            yield_fault(f"{key}: placeholders differ: {sorted(places[0])} and {sorted(places[1])}")
        for entries in (nl, en):
            entry, name = entries[key]
            if not any(texts(entry)):
                yield_fault(f"{name}: {key} is empty")
            if not entry.comment:
                yield_fault(f"{name}: {key} has no comment for translators")

    code = ""
    for path in [*ROOT.glob("src/**/*.cpp"), *ROOT.glob("src/**/*.hpp"), *ROOT.glob("src/**/*.html")]:
        code += path.read_text(encoding="utf-8") + "\n"
    literals = set(re.findall(r'"([a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*\.?)"', code))
    stems = {one for one in literals if one.endswith(".")} | set(COMPOSED)
    # A string put behind a stem, or in front of one ("contribution.field." + name + "_low").
    parts = sorted(stems, key=len, reverse=True)
    for key in sorted(nl):
        used = key in literals or any(key.startswith(stem) for stem in parts)
        used = used or any(key.startswith(one + ".") for one in literals if one.count(".") >= 1)
        if not used:
            yield_fault(f"{nl[key][1]}: {key} is not used")
    for path in ROOT.glob("src/**/*.html"):
        for key in re.findall(r'\{\{t "([^"]+)"', path.read_text(encoding="utf-8")):
            if key not in nl:
                yield_fault(f"{path.name}: phrase {key} is missing")
    for path in ROOT.glob("src/**/*.cpp"):
        for key in re.findall(r'say\("([^"]+)"[,)]', path.read_text(encoding="utf-8")):
            if key not in nl:
                yield_fault(f"{path.name}: phrase {key} is missing")
    for fault in faults:
        print(fault)
    print(f"check_phrases: {len(nl)} phrases, {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
