#!/usr/bin/env python3
"""Tests scripts/check_rooms.py on a small house: clean as it is, and with one planted fault at a time."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts"))
import check_rooms  # noqa: E402

ROOMS = "app domain/* platform/*\ndomain/work domain/people platform/*\ndomain/people platform/base\nplatform/db platform/base\nplatform/base\n"
FILES = {
    "main.cpp": '#include "app/commands.hpp"\n',
    "app/commands.hpp": '#include "domain/work/pages.hpp"\n',
    "domain/work/pages.hpp": "#include <string>\n",
    "domain/work/pages.cpp": '#include "domain/work/pages.hpp"\n#include "domain/people/person.hpp"\n',
    "domain/people/person.hpp": '#include "platform/base/text.hpp"\n',
    "platform/base/text.hpp": "#include <string_view>\n",
    "platform/base/secret.cpp": "#include <sodium.h>\n",
    "platform/db/db.hpp": '#include "platform/base/text.hpp"\n',
    "platform/db/sqlite.cpp": '#include <sqlite3.h>\n#include <sys/stat.h>\n#include "platform/db/db.hpp"\n',
}


def faults_with(changes):
    """The faults of the house after these files are replaced."""
    with tempfile.TemporaryDirectory() as folder:
        source = pathlib.Path(folder)
        for path, text in ({"ROOMS": ROOMS} | FILES | changes).items():
            (source / path).parent.mkdir(parents=True, exist_ok=True)
            (source / path).write_text(text, encoding="utf-8")
        return check_rooms.check(source)[1]


class CheckRooms(unittest.TestCase):
    def test_a_clean_house_has_no_faults(self):
        self.assertEqual(faults_with({}), [])

    def test_a_room_that_was_not_granted_is_refused(self):
        self.assertEqual(faults_with({"domain/people/person.hpp": '#include "platform/db/db.hpp"\n'}),
                         ["domain/people/person.hpp:1: domain/people may not enter platform/db: platform/db/db.hpp"])

    def test_a_room_above_is_refused(self):
        self.assertEqual(faults_with({"platform/base/text.hpp": '\n#include "app/commands.hpp"\n'}),
                         ["platform/base/text.hpp:2: platform/base may not enter app: app/commands.hpp"])

    def test_a_grant_upwards_is_refused(self):
        rooms = ROOMS.replace("domain/people platform/base\n", "domain/people domain/work\n", 1)
        self.assertIn("ROOMS:3: domain/people may not enter domain/work, which stands above it",
                      faults_with({"ROOMS": rooms}))

    def test_an_unknown_room_is_refused(self):
        self.assertEqual(faults_with({"ROOMS": ROOMS.replace("platform/db platform/base", "platform/db platform/bas")})[0],
                         "ROOMS:4: unknown room platform/bas")

    def test_an_engine_enters_engines_below_it_that_were_granted_and_no_others(self):
        rooms = ROOMS.replace("platform/db ", "engine/effect engine/lots platform/base\nengine/lots platform/base\n"
                              "engine/seats platform/base\nplatform/db ")
        files = {"ROOMS": rooms, "engine/lots/lots.hpp": "", "engine/seats/seats.hpp": ""}
        self.assertEqual(faults_with(files | {"engine/effect/effect.hpp": '#include "engine/lots/lots.hpp"\n'}), [])
        self.assertEqual(faults_with(files | {"engine/effect/effect.hpp": '#include "engine/seats/seats.hpp"\n'}),
                         ["engine/effect/effect.hpp:1: engine/effect may not enter engine/seats: engine/seats/seats.hpp"])
        self.assertEqual(faults_with(files | {"engine/lots/lots.hpp": '#include "engine/effect/effect.hpp"\n',
                                              "engine/effect/effect.hpp": ""}),
                         ["engine/lots/lots.hpp:1: engine/lots may not enter engine/effect: engine/effect/effect.hpp"])

    def test_a_file_outside_every_room_is_refused(self):
        self.assertEqual(faults_with({"domain/guest/guest.cpp": ""}), ["domain/guest/guest.cpp:1: lies in no room of ROOMS"])

    def test_pages_are_for_the_roof_alone(self):
        rooms = "app domain/* platform/*\ndomain/top domain/work\n" + ROOMS.split("\n", 1)[1]
        self.assertEqual(faults_with({"ROOMS": rooms, "domain/top/top.cpp": '#include "domain/work/pages.hpp"\n'}),
                         ["domain/top/top.cpp:1: only app enters domain/work/pages.hpp"])

    def test_a_library_outside_its_file_is_refused(self):
        self.assertEqual(faults_with({"platform/db/db.hpp": "#include <sqlite3.h>\n"}),
                         ["platform/db/db.hpp:1: <sqlite3.h> belongs in platform/db/sqlite.cpp"])

    def test_a_library_nobody_named_is_refused(self):
        self.assertEqual(faults_with({"platform/db/db.hpp": "#include <fmt/format.h>\n"}),
                         ["platform/db/db.hpp:1: unknown library <fmt/format.h>; name its one file in check_rooms.py"])

    def test_a_header_that_is_not_there_is_told(self):
        self.assertEqual(faults_with({"platform/db/db.hpp": '#include "platform/base/none.hpp"\n'}),
                         ["platform/db/db.hpp:1: platform/base/none.hpp does not exist"])


if __name__ == "__main__":
    unittest.main()
