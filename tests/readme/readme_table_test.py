# SPDX-License-Identifier: EUPL-1.2
"""Shows: the README answers every demand once, with a command or with the words "not built"; and the two commands
for a newcomer are targets of the Makefile."""

import pathlib
import re
import unittest

import readme_table

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEMANDS = [f"D{number}" for number in range(1, 25)]


def faults(rows):
    if [row.demand for row in rows] != DEMANDS:
        yield "the demands are not D1 to D24, each once"
    for row in rows:
        if bool(row.commands) == (row.shows == "not built"):
            yield f"{row.demand}: either a command, or exactly the words 'not built'"
        for command in row.commands:
            if not command.startswith("passend "):
                yield f"{row.demand}: '{command}' is no command of the program"


class Table(unittest.TestCase):
    def setUp(self):
        self.readme = (ROOT / "README.md").read_text(encoding="utf-8")

    def test_every_demand_is_answered(self):
        self.assertEqual([], list(faults(readme_table.rows(self.readme))))

    def test_make_commands_exist(self):
        targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
        named = set(re.findall(r"\bmake ([a-z]+)(?=`|\s+#)", self.readme))
        self.assertEqual({"run", "test"}, named & {"run", "test"})
        self.assertEqual(set(), named - targets)

    def test_a_breach_is_found(self):
        text = "| D1 | a | | |\n| D2 | b | `passend plan` | not built |\n| D3 | c | `rm` | x |\n"
        self.assertEqual(4, len(list(faults(readme_table.rows(text)))))


if __name__ == "__main__":
    unittest.main()
