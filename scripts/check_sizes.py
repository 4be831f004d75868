#!/usr/bin/env python3
"""Checks the sizes: a file has at most 400 lines, a function 70, a line of C++ 110 columns, a block stands at most
3 deep; no file or folder has a name that says nothing. Usage: check_sizes.py [ROOT].
Prints FILE:LINE: FAULT and ends with 1 when there is one."""
import pathlib
import re
import sys

FILE_LINES, FUNCTION_LINES, COLUMNS, NESTING = 400, 70, 110, 3
FOLDERS = ["src", "tests", "scripts"]
CPP = {".cpp", ".hpp"}
SOURCES = CPP | {".html", ".css", ".mjs", ".js", ".py", ".sh", ".sql"}
BANNED = {"util", "utils", "helper", "helpers", "common", "misc", "stuff"}
CONTROL = re.compile(r"(else\s+)?(if|for|while|switch|else|do|try|catch)\b")
# In the order they are tried: a raw string, a comment, a string, a character, a preprocessor line.
NOT_CODE = re.compile(r'R"([^\s()\\]{0,16})\(.*?\)\1"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'
                      r"(?<![0-9A-Fa-f])'(?:\\.|[^'\\\n])+'|^[ \t]*#(?:\\\n|[^\n])*", re.DOTALL | re.MULTILINE)


def code_of(text):
    """The text with everything blanked that is no code; lines stay lines."""
    return NOT_CODE.sub(lambda found: '""' + re.sub(r"[^\n]", "", found[0]), text)


def kind_of(header):
    """What the block is that a brace opens after these words, outside any function."""
    plain = re.sub(r"<[^<>]*>", "", re.sub(r"<[^<>]*>", "", header))
    if re.search(r"\)\s*(noexcept\s*)?:[^:]", plain) and re.search(r"\w\s*$", plain):
        return "initialiser"  # of a member, before the body of a constructor
    if "(" not in plain:
        return "type" if re.search(r"\b(namespace|class|struct|union|enum|extern)\b", plain) else "data"
    return "data" if re.search(r"[^=!<>]=[^=]", re.sub(r"operator\s*\S+|\(.*\)", "()", plain, flags=re.DOTALL)) else "function"


def blocks(code):
    """(kind, header, first line, last line, nesting) of every function and every block of control in one."""
    open_blocks, start, line, parentheses = [], 0, 1, 0
    for at, character in enumerate(code):
        if character == "\n":
            line += 1
        elif character in "()":
            parentheses += 1 if character == "(" else -1
        elif character == ";" and parentheses == 0:
            start = at + 1
        elif character == "{":
            header = code[start:at].strip()
            around = [one[0] for one in open_blocks]
            if "function" in around:
                kind = "control" if CONTROL.match(header) else "inner"
            else:
                kind = kind_of(header)
            open_blocks.append((kind, header, line - code[start:at].lstrip().count("\n"), parentheses))
            parentheses = 0  # of a lambda's body, inside those of the call
            start = start if kind == "initialiser" else at + 1
        elif character == "}" and open_blocks:
            kind, header, first, parentheses = open_blocks.pop()
            if kind in ("function", "control"):
                yield kind, header, first, line, sum(one[0] == "control" for one in open_blocks) + 1
            start = start if kind == "initialiser" else at + 1


def faults_of_code(text):
    for number, line in enumerate(text.splitlines(), 1):
        if len(line) > COLUMNS:
            yield number, f"{len(line)} columns, at most {COLUMNS}"
    for kind, header, first, last, nesting in blocks(code_of(text)):
        if kind == "function" and last - first + 1 > FUNCTION_LINES:
            name = re.findall(r"([\w:~]+)\s*\(", header)
            yield first, f"{name[0] if name else header} has {last - first + 1} lines, at most {FUNCTION_LINES}"
        if kind == "control" and nesting > NESTING:
            yield first, f"{nesting} blocks deep, at most {NESTING}"


def check(root):
    """Every fault, one line each, and the number of files."""
    files = [path for folder in FOLDERS for path in sorted((root / folder).rglob("*"))
             if path.is_file() and "__pycache__" not in path.parts]
    faults = []
    for path in files:
        name = path.relative_to(root).as_posix()
        banned = BANNED & {part.split(".")[0] for part in path.relative_to(root).parts}
        faults += [f"{name}:1: a name that says nothing: {word}" for word in sorted(banned)]
        if path.suffix not in SOURCES:
            continue
        text = path.read_text(encoding="utf-8")
        if text.count("\n") > FILE_LINES:
            faults.append(f"{name}:{FILE_LINES + 1}: {text.count(chr(10))} lines, at most {FILE_LINES}")
        if path.suffix in CPP:
            faults += [f"{name}:{number}: {fault}" for number, fault in sorted(faults_of_code(text))]
    return files, faults


def main():
    files, faults = check(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parent.parent)
    print("\n".join(faults + [f"check_sizes: {len(files)} files, {len(faults)} faults"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
