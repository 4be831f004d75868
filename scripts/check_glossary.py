#!/usr/bin/env python3
"""Keeps docs/glossary.md equal to the words the site shows, with the noun in code beside each.

Usage: check_glossary.py [--write]. Without --write it only compares; it also fails when a noun of
src/app/glossary.cpp stands nowhere in the code, or a Dutch word is used for two terms.
"""
import pathlib
import re
import sys

import polib

ROOT = pathlib.Path(__file__).resolve().parent.parent
HEAD = """# Glossary

<!-- Written by `scripts/check_glossary.py --write` from src/app/glossary.cpp and locale/about.*.po; a check fails when it lags. -->

One term, one noun: in code and SQL the English one, on the page and in its address the reader's. The site
shows the same words at `/woordenlijst` and `/en/glossary`. A term without a noun in code is a word of the
practice that texts use.

| Dutch | English | noun in code | what it means |
|---|---|---|---|
"""


def main() -> None:
    nl, en = ({e.msgid: e.msgstr for e in polib.pofile(str(ROOT / f"locale/about.{code}.po"))} for code in ("nl", "en"))
    table = (ROOT / "src/app/glossary.cpp").read_text(encoding="utf-8")
    terms = re.findall(r'^\s*\{"(\w+)", "(\w*)"\},', table, re.M)
    code = "\n".join(path.read_text(encoding="utf-8") for path in [*ROOT.glob("src/*/**/*.[ch]pp"), *ROOT.glob("migrations/*.sql")]
                     if path.name != "glossary.cpp")
    faults = [f"noun {noun} stands nowhere in the code" for _, noun in terms if noun and not re.search(rf"\b{noun}", code)]
    words = [nl[f"about.term.{key}.word"] for key, _ in terms]
    faults += [f"“{word}” stands for two terms" for word in sorted({w for w in words if words.count(w) > 1})]
    page = HEAD
    for key, noun in terms:
        shown = f"`{noun}`" if noun else "–"
        page += f"| {nl[f'about.term.{key}.word']} | {en[f'about.term.{key}.word']} | {shown} | {en[f'about.term.{key}.meaning']} |\n"
    target = ROOT / "docs/glossary.md"
    if "--write" in sys.argv:
        target.write_text(page, encoding="utf-8")
    elif not target.exists() or target.read_text(encoding="utf-8") != page:
        faults.append("docs/glossary.md lags; run scripts/check_glossary.py --write")
    for fault in faults:
        print(fault)
    print(f"check_glossary: {len(terms)} terms, {len(faults)} faults")
    sys.exit(1 if faults else 0)


main()
