#!/usr/bin/env python3
"""Says who may try the example: trial_accounts.py FOLDER --emails, or --password TEXT for the text that ./run shows.
Reads the folder's people, memberships and manifest; SITE stands for the address of the site."""
import pathlib
import re
import sys


def header(path):
    """The header lines of a record as a dictionary."""
    text = path.read_text(encoding="utf-8").split("---\n")[1]
    return dict(re.findall(r"^(\w+): (.*)$", text, re.MULTILINE))


def roles_of(person, record, memberships):
    roles = ["administrator"] if record.get("administrator") == "yes" else []
    for membership in memberships:
        if membership["person"] == person:
            special = [role for role in ("facilitator", "editor", "expert") if membership.get(role) == "yes"]
            roles.append(", ".join(special) if membership["side"] == "adviser" and special
                         else ", ".join([membership["side"], *special]))
    return "; ".join(roles) or "member of no network"


def table(rows):
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return ["  " + "  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in rows]


def main():
    folder = pathlib.Path(sys.argv[1])
    people = {path.stem: header(path) for path in sorted((folder / "people").glob("*.md"))}
    people = {person: record for person, record in people.items() if record["state"] == "active"}
    if sys.argv[2] == "--emails":
        print("\n".join(record["email"] for record in people.values()))
        return
    memberships = [header(path) for path in sorted((folder / "memberships").glob("*.md"))]
    manifest = header(folder / "kring.md")
    summary = manifest["freeze"]
    lines = ["Try it as one of these invented people, all with the password:  " + sys.argv[3], ""]
    lines += table([("who", "role", "e-mail")] + [
        (record["name"], roles_of(person, record, memberships), record["email"]) for person, record in people.items()])
    lines += ["", "  Sign in            SITE/aanmelden  (in English: SITE/en/sign-in)",
              f"  Published summary  SITE/publicaties/{summary}/1",
              f"  and as PDF         SITE/publicaties/{summary}/1/nl.pdf",
              f"  Working summary    SITE/samenvattingen/{summary}  (for those who are signed in)", ""]
    print("\n".join(lines))


main()
