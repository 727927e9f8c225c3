# SPDX-License-Identifier: EUPL-1.2
"""Shows: on a demo municipality the command's alarms are those that its own CSV files give when read by this test, in
both languages, and bad input is one clear fault."""

import csv
import datetime
import json
import pathlib
import tempfile
import unittest

import program

DATE = datetime.date(2026, 9, 7)


def rows(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text):
    return datetime.date.fromisoformat(text) if text else None


class Demo(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        demo = pathlib.Path(cls.temporary.name) / "demo"
        cls.folder = demo / "snapshot"
        made = program.run("demo", "--people", "2000", "--places", "1200", "--no-serve", "--out", demo)
        assert made.returncode == 0, made.stderr

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def asked(self, *more):
        return program.run("fair", "placements", self.folder, "--date", DATE.isoformat(), *more)

    def test_ends_are_those_of_the_files(self):
        answer = json.loads(self.asked("--format", "json").stdout)
        works = {row["work"]: row for row in rows(self.folder, "work.csv")}
        unpaid = {"stage", "werkervaringsplaats", "proefplaatsing", "participatieplaats", "vrijwilligerswerk",
                  "startersbeurs"}
        running, sheltered, ends, opens = 0, 0, set(), set()
        for row in rows(self.folder, "placements.csv"):
            work = works[row["work"]]
            last = min((d for d in (day(row["until"]), day(work["until"])) if d), default=None)
            begins = day(row["from"])
            if not (begins or row["agreed"] or row["confirmed_by"]) or (begins and begins > DATE) or (last and last < DATE):
                continue
            running += 1
            sheltered += work["kind"] in ("beschut", "wsw")
            if work["kind"] in unpaid and last is None:
                opens.add((row["person"], row["work"]))
            if work["kind"] in unpaid and last and last <= DATE + datetime.timedelta(60):
                ends.add((row["person"], row["work"]))
        self.assertGreater(running, 50)
        self.assertEqual((running, sheltered), (answer["running"], answer["sheltered_now"]))
        of = lambda alarm: {(one["person"], one["work"]) for one in answer["findings"] if one["alarm"] == alarm}
        self.assertEqual(ends, of("unpaid_ends"))
        self.assertEqual(opens, of("unpaid_open"))

    def test_a_higher_floor_of_the_municipality_reaches_more_placements(self):
        before = json.loads(self.asked("--format", "json").stdout)
        rules = pathlib.Path(self.temporary.name) / "rules.toml"
        text = (program.ROOT / "data/rules/voorbeeld.toml").read_text()
        lines = ["floor_hourly_eurocent = 2500" if line.startswith("floor_hourly_eurocent") else line
                 for line in text.splitlines()]
        rules.write_text("\n".join(lines) + "\n")
        after = json.loads(self.asked("--format", "json", "--rules", rules).stdout)
        count = lambda answer: sum(one["alarm"] == "below_floor" for one in answer["findings"])
        self.assertGreater(count(after), count(before))
        for one in after["findings"]:
            if one["alarm"] == "below_floor":
                self.assertLess(one["pay_eurocent"], one["floor_eurocent"])

    def test_words(self):
        for language in program.LANGUAGES:
            text = self.asked("--lang", language).stdout
            self.assertNotIn("[", text)
            self.assertLessEqual(max(map(len, text.splitlines())), 80)

    def test_bad_input(self):
        self.assertEqual(3, program.run("fair", "placements", "/no/such/folder").returncode)
        self.assertEqual(2, self.asked("--days", "0").returncode)


if __name__ == "__main__":
    program.main()
