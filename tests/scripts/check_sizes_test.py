#!/usr/bin/env python3
"""Tests scripts/check_sizes.py: what a function is, and each limit one over."""
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "scripts"))
import check_sizes  # noqa: E402


def functions(text):
    """(name, lines) of every function in the text."""
    return [(header.split("(")[0].split()[-1], last - first + 1)
            for kind, header, first, last, _ in check_sizes.blocks(check_sizes.code_of(text)) if kind == "function"]


def faults_of(name, text):
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / name
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
        return check_sizes.check(pathlib.Path(folder))[1]


class CheckSizes(unittest.TestCase):
    def test_functions_are_found_in_classes_and_namespaces(self):
        text = "namespace a {\nstruct B {\n  B() : c_{1}, d_{2} {\n    x();\n  }\n  bool operator==(int) const { return true; }\n};\n}\n"
        self.assertEqual(functions(text), [("B", 3), ("operator==", 1)])

    def test_strings_and_comments_hide_their_braces(self):
        text = 'int f() {\n  // {\n  g("{", \'{\', R"sql({ {)sql"); /* {\n */\n  return 1\'000;\n}\nint h() {}\n'
        self.assertEqual(functions(text), [("f", 6), ("h", 1)])

    def test_tables_and_types_are_no_functions(self):
        self.assertEqual(functions("const std::map<int, int> table = {\n{f(1), 2},\n};\nenum class E { a };\nextern \"C\" {\n}\n"), [])

    def test_a_template_is_a_function(self):
        self.assertEqual(functions("template <class F>\nauto f(F&& g) -> decltype(g()) {\n  return g();\n}\n"), [("f", 4)])

    def test_a_function_of_71_lines_is_refused(self):
        self.assertEqual(faults_of("src/a/long.cpp", "void f() {\n" + "x();\n" * 68 + "}\n"), [])
        self.assertEqual(faults_of("src/a/long.cpp", "void f() {\n" + "x();\n" * 69 + "}\n"),
                         ["src/a/long.cpp:1: f has 71 lines, at most 70"])

    def test_a_file_of_401_lines_is_refused(self):
        self.assertEqual(faults_of("tests/a/page.html", "<p>\n" * 400), [])
        self.assertEqual(faults_of("tests/a/page.html", "<p>\n" * 401), ["tests/a/page.html:401: 401 lines, at most 400"])

    def test_a_line_of_111_columns_is_refused(self):
        self.assertEqual(faults_of("src/a/wide.hpp", "//" + "é" * 108 + "\n"), [])
        self.assertEqual(faults_of("src/a/wide.hpp", "//" + "é" * 109 + "\n"), ["src/a/wide.hpp:1: 111 columns, at most 110"])

    def test_a_fourth_block_is_refused(self):
        three = "void f() {\n  for (;;) {\n    if (a) {\n      while (b) {\n@      }\n    }\n  }\n}\n"
        self.assertEqual(faults_of("src/a/deep.cpp", three.replace("@", "")), [])
        self.assertEqual(faults_of("src/a/deep.cpp", three.replace("@", "if (c) {\n}\n")),
                         ["src/a/deep.cpp:5: 4 blocks deep, at most 3"])

    def test_a_name_that_says_nothing_is_refused(self):
        self.assertEqual(faults_of("src/utils/text.cpp", ""), ["src/utils/text.cpp:1: a name that says nothing: utils"])
        self.assertEqual(faults_of("src/people/common_words.cpp", ""), [])


if __name__ == "__main__":
    unittest.main()
