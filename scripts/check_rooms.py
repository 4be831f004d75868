#!/usr/bin/env python3
"""Checks the import rule: every room enters only the rooms that src/ROOMS grants it, always downwards; pages
are leaves; each foreign library is known to its own file alone. Usage: check_rooms.py [SOURCE_DIR].
Prints FILE:LINE: FAULT and ends with 1 when there is one."""
import pathlib
import re
import sys

FLOORS = ["app", "domain", "engine", "platform"]
# The one file a library is known to; a second one stands here with its reason. No header is, but those named.
LIBRARIES = {
    r"sqlite3\.h|fts5": ["platform/db/sqlite.cpp"],
    r"libpq-fe\.h": ["platform/db/postgres.cpp"],
    # Beast's parser is used apart from the server, and the server's coroutines share one inner header.
    r"boost/(asio|beast)": ["platform/web/server.cpp", "platform/web/connection.cpp", "platform/web/connection.hpp",
                            "platform/web/parser.cpp"],
    r"boost/multiprecision": ["engine/award/exact.cpp"],
    r"md4c": ["platform/html/markdown.cpp"],
    r"sodium": ["platform/base/secret.cpp"],
    r"curl/": ["platform/mail/send.cpp"],
    r"gmime/": ["platform/mail/incoming.cpp"],
    r"qrencode\.h": ["platform/qr/qr.cpp"],
    r"zlib\.h": ["platform/web/gzip.cpp", "platform/press/archive.cpp"],  # a stream of gzip, and members of a zip
    r"zip\.h": ["platform/upload/archive.cpp"],
    r"expat\.h": ["platform/upload/markup.cpp"],
    r"qpdf/": ["platform/upload/pdf.cpp"],
    r"jpeglib\.h": ["platform/upload/jpeg.cpp"],
    r"png\.h": ["platform/upload/png.cpp"],
    r"libstemmer\.h": ["domain/chain/words.cpp"],
    r"unicode/": ["domain/people/password.cpp"],
}
STANDARD = re.compile(r"[a-z0-9_]+|(sys|netinet|arpa)/[a-z_]+\.h|(unistd|fcntl|poll|spawn|termios|signal|netdb)\.h")


def room_of(path, rooms):
    """The longest room the path lies in; None when it lies in none."""
    return max((room for room in rooms if path.startswith(room + "/")), key=len, default=None)


def read_rooms(text, faults):
    """{room: rooms it may enter}, in the order of the file."""
    lines = [(number, line.split()) for number, line in enumerate(text.splitlines(), 1) if re.match("[a-z]", line)]
    order = [words[0] for _, words in lines]
    rooms = {}
    for number, (room, *grants) in lines:
        if room.split("/")[0] not in FLOORS or order.count(room) > 1:
            faults.append(f"ROOMS:{number}: {room} stands on no floor, or twice")
        rooms[room] = {room}
        for grant in grants:
            granted = [one for one in order if one == grant or (grant.endswith("/*") and one.startswith(grant[:-1]))]
            if not granted:
                faults.append(f"ROOMS:{number}: unknown room {grant}")
            for one in granted:
                if order.index(one) <= order.index(room):
                    faults.append(f"ROOMS:{number}: {room} may not enter {one}, which stands above it")
            rooms[room].update(granted)
    floors = [FLOORS.index(room.split("/")[0]) for room in order if room.split("/")[0] in FLOORS]
    if floors != sorted(floors):
        faults.append("ROOMS:1: the floors do not stand in order: " + " ".join(FLOORS))
    return rooms


def fault_inside(target, path, rooms, source):
    """What is wrong with #include "target" in the file; None when nothing is."""
    from_room, to_room = room_of(path, rooms), room_of(target, rooms)
    if not (source / target).is_file():
        return f"{target} does not exist"
    if to_room is None or (from_room and to_room not in rooms[from_room]):
        return f"{from_room} may not enter {to_room or 'an unknown room'}: {target}"
    if pathlib.PurePath(target).name == "pages.hpp" and from_room not in ("app", to_room):
        return f"only app enters {target}"
    return None


def fault_outside(target, path):
    """What is wrong with #include <target> in the file; None when nothing is."""
    if STANDARD.fullmatch(target):
        return None
    files = next((files for pattern, files in LIBRARIES.items() if re.match(pattern, target)), None)
    if files is None:
        return f"unknown library <{target}>; name its one file in {pathlib.Path(__file__).name}"
    return None if path in files else f"<{target}> belongs in {' or '.join(files)}"


def check(source):
    """Every fault of the tree, one line each."""
    faults = []
    rooms = read_rooms((source / "ROOMS").read_text(encoding="utf-8"), faults)
    for file in sorted([*source.rglob("*.cpp"), *source.rglob("*.hpp")]):
        path = file.relative_to(source).as_posix()
        if path != "main.cpp" and room_of(path, rooms) is None:
            faults.append(f"{path}:1: lies in no room of ROOMS")
            continue
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            include = re.match(r'\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)', line)
            if not include:
                continue
            inside, outside = include.groups()
            fault = fault_inside(inside, path, rooms, source) if inside else fault_outside(outside, path)
            if fault:
                faults.append(f"{path}:{number}: {fault}")
    return rooms, faults


def main():
    root = pathlib.Path(__file__).resolve().parent.parent
    rooms, faults = check(pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else root / "src")
    print("\n".join(faults + [f"check_rooms: {len(rooms)} rooms, {len(faults)} faults"]))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
