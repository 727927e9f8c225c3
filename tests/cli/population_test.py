# SPDX-License-Identifier: EUPL-1.2
"""Shows: every shipped file of figures gives a population that fits within half a per cent or says why not, that says of
each figure whether it was published, and that does not depend on the order of the file; bad files write nothing."""

import csv
import json
import pathlib
import re
import tempfile
import unittest

import program

SHIPPED = sorted(p for p in (program.ROOT / "data/population").glob("*.toml") if p.name != "structure.toml")
EXAMPLE = program.ROOT / "data/examples/population.toml"


def blocks(text):
    """The head, and each table with its lines."""
    return re.split(r"\n(?=\[)", text)


class Population(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.out = self.folder / "out"

    def make(self, file, *more, out=None):
        return program.run("population", file, "--out", out or self.out, "--format", "json", *more)

    def made(self, file, *more, out=None):
        done = self.make(file, *more, out=out)
        self.assertEqual(0, done.returncode, done.stdout + done.stderr)
        return json.loads(done.stdout)

    def variant(self, old, new):
        text = EXAMPLE.read_text("utf-8")
        self.assertIn(old, text)
        file = self.folder / "figures.toml"
        file.write_text(text.replace(old, new, 1), "utf-8")
        return file

    def test_shipped_files_fit_within_half_a_per_cent(self):
        self.assertEqual(5, len(SHIPPED))
        for file in SHIPPED:
            answer = self.made(file, *(("--households", 93_000) if file.stem == "nederland" else ()))
            self.assertTrue(answer["converged"], file)
            for row in answer["fit"]:
                fits = abs(row["difference"]) <= 0.005 * row["wanted"]
                self.assertTrue(fits or row["cause"] != "fits", (file, row))
                self.assertNotIn(row["cause"], ("contradiction", "rounding"), (file, row))
            self.assertTrue(answer["invented"])
            self.assertEqual(12, len(answer["checks"]))
            self.assertEqual(0, sum(check["failed"] for check in answer["checks"]))

    def test_small_ones_are_off_by_no_more_than_one(self):
        for file in SHIPPED:
            answer = self.made(file, "--households", 400)
            self.assertEqual(400, answer["households"])
            self.assertLessEqual(max(abs(row["difference"]) for row in answer["fit"]), 2, file)

    def test_each_figure_is_published_with_source_and_year_or_assumed(self):
        for file in SHIPPED:
            answer = self.made(file, "--households", 400)
            self.assertGreater(answer["published"], 0)
            self.assertGreater(answer["assumed"], 0)
            for row in answer["fit"] + answer["variants"]:
                published = "source" in row and "year" in row
                self.assertEqual(row["origin"] == "published", published, row)
                if published and "bijstand" in row["variable"] + row["value"]:
                    self.assertIn("definition", row)

    def test_files_hold_what_they_say(self):
        answer = self.made(EXAMPLE)
        with open(self.out / "households.csv", encoding="utf-8", newline="") as file:
            households = list(csv.DictReader(file))
        with open(self.out / "residents.csv", encoding="utf-8", newline="") as file:
            residents = list(csv.DictReader(file))
        self.assertEqual((answer["households"], answer["residents"]), (len(households), len(residents)))
        self.assertEqual(len(residents), sum(int(row["residents"]) for row in households))
        with open(self.out / "fit.csv", encoding="utf-8", newline="") as file:
            fit = {(row["variable"], row["value"]): row for row in csv.DictReader(file)}
        on_bijstand = {row["household"] for row in residents if row["benefit"] == "bijstand"}
        self.assertEqual(int(fit["income_source", "bijstand"]["got"]), len(on_bijstand))
        counted = sum(row["benefit"] in ("bijstand", "ww") for row in residents)
        self.assertEqual(int(fit["benefit", "bijstand+ww"]["got"]), counted)
        owners = sum(row["tenure"] == "own" for row in households)
        self.assertEqual(int(fit["tenure", "own"]["got"]), owners)
        head = json.loads((self.out / "population.json").read_text("utf-8"))
        self.assertEqual(("passend-population/1", "GM0000", 1), (head["schema"], head["code"], head["seed"]))

    def test_reversed_rows_change_no_byte(self):
        head, *tables = blocks(SHIPPED[0].read_text("utf-8"))
        file = self.folder / "figures.toml"
        file.write_text("\n".join([head, *reversed(tables)]), "utf-8")
        self.made(SHIPPED[0], "--households", 3000)
        before = program.files_of(self.out)
        self.made(file, "--households", 3000)
        self.assertEqual(before, program.files_of(self.out))
        self.made(file, "--households", 3000, "--seed", 2)
        self.assertNotEqual(before["residents.csv"], program.files_of(self.out)["residents.csv"])

    def test_text_says_that_all_is_invented(self):
        for language, sentence in (("nl", "Alles in deze bevolking is verzonnen."), ("en", "Everything in this population is invented.")):
            done = program.run("population", EXAMPLE, "--out", self.out, "--households", 500, "--lang", language)
            self.assertEqual(0, done.returncode, done.stderr)
            self.assertIn(sentence, done.stdout)
            self.assertNotRegex(done.stdout, r"\[[a-z]+\.[a-z]|\{[a-z_]*\}")
            self.assertLessEqual(max(map(len, done.stdout.splitlines())), 80)

    def test_the_template_is_an_example_that_works(self):
        done = program.run("population", "--template")
        file = self.folder / "figures.toml"
        file.write_text(done.stdout, "utf-8")
        self.made(file, "--households", 300)

    def test_bad_files_are_one_fault_and_write_nothing(self):
        bad = {
            "toml-syntax": ("[residents]", "[residents"),
            "toml-key-missing": ("count = 42000\nassumed = true", "count = 42000"),
            "toml-key-unknown": ("[households]", "[households]\ncolour = 1"),
            "toml-type": ("count = 20000", "count = \"many\""),
            "out-of-range": ("count = 20000", "count = 0"),
            "not-a-date": ("date = 2026-01-01", "date = \"soon\""),
            "not-in-list": ("variable = \"tenure\"", "variable = \"colour\""),
            "code-unknown": ("GM0000", "0000"),
            "key-twice": ("counts = { bijstand = 900 }", "counts = { bijstand = 900 }\nshares = { bijstand = 1 }"),
            "contradiction": ("count = 42000", "count = 25000"),
            "no-value": ("date = 2026-01-01", "date = 2019-01-01"),
        }
        for code, (old, new) in bad.items():
            with self.subTest(code=code):
                done = self.make(self.variant(old, new))
                faults = json.loads(done.stdout)
                self.assertEqual((4 if code == "no-value" else 3, [code]), (done.returncode, [one["code"] for one in faults]))
                self.assertNotRegex(faults[0]["message"] + faults[0]["remedy"], r"\[[a-z]+\.|\{[a-z_]*\}")
                self.assertFalse(self.out.exists())
        self.assertEqual(3, self.make(self.folder / "none.toml").returncode)

    def test_a_folder_of_something_else_is_left_alone(self):
        self.out.mkdir()
        (self.out / "letter.txt").write_text("mine", "utf-8")
        self.assertEqual(3, self.make(EXAMPLE).returncode)
        self.assertEqual(["letter.txt"], [p.name for p in self.out.iterdir()])


if __name__ == "__main__":
    program.main()
