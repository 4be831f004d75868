#!/usr/bin/env python3
"""Checks that the pages which the program writes are as it writes them now: settings, addresses, manual page and
tables. Usage: check_docs.py KRING [--write]; --write puts them right. Ends with 1 when one differs."""
import difflib
import os
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = {
    "docs/configuration.md": ["config", "--page"],
    "docs/http.md": ["routes", "--page"],
    "packaging/kring.1": ["manual"],
}


def told(program, *arguments):
    """What the program prints, with nothing of this machine's environment in it."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("KRING_")}
    with tempfile.TemporaryDirectory() as empty:  # no kring.conf there
        return subprocess.run([program, *arguments], cwd=empty, env=environment, check=True, capture_output=True, text=True).stdout


def schema(program):
    """Every table of a new SQLite database, as created, by name; the shadow tables of the search index left out."""
    with tempfile.TemporaryDirectory() as folder:
        file = f"{folder}/kring.db"
        told(program, "migrate", "--database", file)
        with sqlite3.connect(f"file:{file}?mode=ro", uri=True) as database:
            rows = database.execute("select type, name, tbl_name, sql from sqlite_master where sql is not null").fetchall()
    virtual = [name for kind, name, _, sql in rows if sql.lower().startswith("create virtual")]
    order = {"table": 0, "index": 1, "trigger": 2, "view": 3}
    shown = [row for row in rows if not any(row[1].startswith(name + "_") for name in virtual)]
    shown.sort(key=lambda row: (row[2], order[row[0]], row[1]))
    text = "-- The tables after all migrations, in SQLite; written by scripts/check_docs.py. PostgreSQL has the same, but\n" \
           "-- for search: migrations/*_search.postgres.sql.\n"
    for kind, _, _, sql in shown:
        text += ("\n" if kind == "table" else "") + re.sub(r"[ \t]+\n", "\n", sql.strip()) + ";\n"
    return text


def main():
    program, is_writing = str(pathlib.Path(sys.argv[1]).resolve()), "--write" in sys.argv[2:]
    wanted = {path: told(program, *arguments) for path, arguments in PAGES.items()}
    wanted["docs/schema.sql"] = schema(program)
    behind = 0
    for path, text in wanted.items():
        file = ROOT / path
        found = file.read_text(encoding="utf-8") if file.exists() else ""
        if found == text:
            continue
        if is_writing:
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8")
            print(f"{path}: written")
            continue
        behind += 1
        print("".join(list(difflib.unified_diff(found.splitlines(True), text.splitlines(True), path, "as the program says"))[:20]))
        print(f"{path} differs from what the program writes; ./test --approve puts it right")
    print(f"check_docs: {len(wanted)} pages, {behind} faults")
    return 1 if behind else 0


sys.exit(main())
