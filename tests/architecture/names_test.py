# SPDX-License-Identifier: EUPL-1.2
"""Shows: file names are snake_case and unique, folders say what lies in them, code names no municipality,
and nothing unfinished or switched off is left in the sources."""

import collections
import re
import unittest

import tree

SNAKE = re.compile(r"^(__init__|[a-z][a-z0-9_]*)$")
# Names that a tool asks for, one per folder.
REPEATED = {"CMakeLists.txt", "README.md", "__init__.py", "main.cpp"}
VAGUE_FOLDERS = {"utils", "util", "common", "helpers", "misc", "lib", "shared"}
# A sample is enough: whoever hard-codes a place does it for one of these first.
MUNICIPALITIES = (
    "amsterdam|rotterdam|den haag|'s-gravenhage|utrecht|eindhoven|groningen|tilburg|almere|breda|nijmegen|"
    "apeldoorn|arnhem|haarlem|haarlemmermeer|enschede|amersfoort|zaanstad|zwolle|leeuwarden|maastricht|"
    "dordrecht|alkmaar|emmen|venlo|deventer|delft|heerlen|helmond|hilversum|roosendaal|oude ijsselstreek"
)
PLACE = re.compile(rf"\b({MUNICIPALITIES})\b", re.IGNORECASE)
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|HA" r"CK|GTEST_" r"SKIP|DISA" r"BLED_\w+)\b|unittest\.sk" r"ip")
CODE = (".cpp", ".hpp", ".py", ".mjs", ".js")


def lines_with(pattern, *folders, suffixes):
    for path in tree.files(*folders, suffixes=suffixes):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if pattern.search(line):
                yield f"{tree.name(path)}:{number}: {line.strip()}"


class Names(unittest.TestCase):
    def test_source_files_are_snake_case(self):
        paths = tree.files("src", "apps", "tests", "bench", "fuzz", "tools", suffixes=CODE)
        self.assertEqual([], [tree.name(path) for path in paths if not SNAKE.match(path.stem)])

    def test_source_file_names_are_unique(self):
        paths = tree.files("src", "apps", "tests", "bench", "fuzz", "tools", suffixes=CODE)
        count = collections.Counter(path.name for path in paths if path.name not in REPEATED)
        self.assertEqual([], [name for name, times in count.items() if times > 1])

    def test_folders_say_what_lies_in_them(self):
        folders = {part for path in tree.files(*tree.SOURCE_FOLDERS) for part in tree.name(path).split("/")[:-1]}
        self.assertEqual(set(), folders & VAGUE_FOLDERS)

    def test_code_names_no_municipality(self):
        self.assertEqual([], list(lines_with(PLACE, "src", "apps", suffixes=CODE)))

    def test_nothing_is_unfinished_or_switched_off(self):
        folders = ("src", "apps", "tests", "bench", "fuzz", "tools")
        self.assertEqual([], list(lines_with(UNFINISHED, *folders, suffixes=CODE)))

    def test_the_patterns_find_what_they_should(self):
        self.assertTrue(PLACE.search('if (name == "Nijmegen")'))
        self.assertFalse(PLACE.search("possible, across, crossing"))
        self.assertTrue(UNFINISHED.search("// TO" "DO: later"))


if __name__ == "__main__":
    unittest.main()
