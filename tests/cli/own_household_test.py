# SPDX-License-Identifier: EUPL-1.2
"""Shows: what work changes in a household of two is worked out for the one who asks, and never for a guess."""

import json
import pathlib
import re
import tempfile
import unittest

import program

TWO = """date = 2026-09-01
[[adult]]
id = "a"
birth_date = 1980-01-01
hours_week = 36
hourly_eurocent = 2000
[[adult]]
id = "b"
partner_of = "a"
birth_date = 1982-01-01
"""


class OwnHousehold(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        home = pathlib.Path(cls.folder.name)
        cls.household = home / "household.toml"
        cls.household.write_text(TWO, encoding="utf-8")
        made = program.run("demo", "--out", home / "demo", "--people", 200, "--places", 200, "--no-serve")
        assert made.returncode == 0, made.stderr
        cls.snapshot = home / "demo/snapshot"

    def options(self, person, *words):
        return program.run("options", self.snapshot, "--person", person, "--household", self.household, *words,
                           "--format", "json")

    def gains(self, adult):
        """What each work changes, for the first people of the demo."""
        texts = [self.options(f"p{number:04}", "--adult", adult).stdout for number in range(1, 12)]
        return [int(gain) for text in texts for gain in re.findall(r'"gain_month_eurocent": (-?\d+)', text)]

    def test_another_adult_has_another_gain(self):
        mine, other = self.gains("a"), self.gains("b")
        self.assertTrue(any(mine))
        self.assertNotEqual(mine, other)

    def test_with_two_adults_nobody_is_guessed(self):
        run = self.options("p0001")
        self.assertEqual(run.returncode, 3)
        self.assertEqual([fault["column"] for fault in json.loads(run.stdout)], ["--adult"])

    def test_an_adult_who_is_not_there_is_a_fault(self):
        run = self.options("p0001", "--adult", "c")
        self.assertEqual(run.returncode, 3)
        self.assertEqual([fault["value"] for fault in json.loads(run.stdout)], ["c"])


if __name__ == "__main__":
    program.main()
