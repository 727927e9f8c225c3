# SPDX-License-Identifier: EUPL-1.2
"""Shows: rule code holds no legal number. Values live in data/law with date and source; code may count, halve,
and change units. Any other number stands in literals_allowed.csv with its reason."""

import csv
import re
import unittest

import tree

RULE_FOLDERS = ("src/law", "src/wage", "src/income", "src/scheme", "src/fairwork")
PLAIN = {"0", "1", "2", "12", "100", "1000"}
NOISE = re.compile(r'R"\((?:.|\n)*?\)"|"(?:\\.|[^"\\\n])*"|//[^\n]*|/\*.*?\*/|^\s*#[^\n]*', re.DOTALL | re.MULTILINE)
# The length of a table says nothing about the law.
LENGTH = re.compile(r"(std::array<[^;{}()]*?,\s*)\d+(\s*>)")
NUMBER = re.compile(r"(?<![\w.'])(?:0[xXbB][0-9a-fA-F']+|(?:\d[\d']*\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[uUlLfFzZ]*")


def literals(text):
    """[(line number, literal)] of the numbers in C++ code that are not plain."""
    code = NOISE.sub(lambda noise: "\n" * noise.group().count("\n"), text)
    code = LENGTH.sub(r"\1\2", code)
    found = []
    for match in NUMBER.finditer(code):
        value = match.group().rstrip("uUlLfFzZ").replace("'", "")
        if value not in PLAIN:
            found.append((code.count("\n", 0, match.start()) + 1, value))
    return found


def read_allowed():
    with open(tree.ROOT / "tests/architecture/literals_allowed.csv", encoding="utf-8", newline="") as file:
        return {(row["file"], row["literal"]): row["reason"] for row in csv.DictReader(file)}


class Literals(unittest.TestCase):
    def setUp(self):
        self.allowed = read_allowed()
        self.found = [
            (tree.name(path), line, value)
            for path in tree.files(*RULE_FOLDERS, suffixes=tree.CPP)
            for line, value in literals(path.read_text(encoding="utf-8"))
        ]

    def test_rule_code_holds_no_legal_number(self):
        faults = [f"{file}:{line}: {value}" for file, line, value in self.found if (file, value) not in self.allowed]
        self.assertEqual([], faults)

    def test_every_exception_is_needed_and_reasoned(self):
        used = {(file, value) for file, _, value in self.found}
        self.assertEqual([], sorted(set(self.allowed) - used))
        self.assertEqual([], [key for key, reason in self.allowed.items() if len(reason) < 10])

    def test_a_breach_is_found(self):
        self.assertEqual([(2, "13.27")], literals("int a = 0;\nauto wml = 13.27;\n"))
        self.assertEqual([(1, "1471")], literals("Eurocent floor{1'471L};"))
        self.assertEqual([], literals("const std::array<std::string_view, 8> kKeys{};"))
        self.assertEqual([], literals('std::int64_t x2 = 100; // art. 8.10\nauto s = "21"; /* 65 */ a[1] / 1000;'))


if __name__ == "__main__":
    unittest.main()
