# SPDX-License-Identifier: EUPL-1.2
"""Shows: a scenario on a small invented municipality, in parts of any number and order with the same bytes; wrong parts
refused; no change equals the base exactly; money adds up in every row; each fault is one line and writes nothing."""

import csv
import json
import pathlib
import shutil
import tempfile
import unittest

import program

SCENARIOS = program.ROOT / "data/scenarios"
MARGINALS = program.ROOT / "data/population/oude_ijsselstreek.toml"


class Simulate(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.folder = pathlib.Path(cls.temporary.name)
        done = program.run("population", MARGINALS, "--households", "3000", "--out", cls.folder / "people")
        assert done.returncode == 0, done.stderr + done.stdout
        cls.small = cls.scenario("small.toml", years=2, replications=4)
        cls.whole = cls.play(cls.small, "whole")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def scenario(cls, name, more="", **values):
        text = (SCENARIOS / "basis.toml").read_text(encoding="utf-8")
        for key, value in values.items():
            text = "\n".join(f"{key} = {value}" if line.startswith(f"{key} = ") else line for line in text.split("\n"))
        text = text.replace("places = [400]", "places = [20]")  # as few vacancies as so few people would see
        file = cls.folder / name
        file.write_text(text + more, encoding="utf-8")
        return file

    @classmethod
    def play(cls, scenario, name, *more):
        out = cls.folder / name
        done = program.run("simulate", scenario, "--population", cls.folder / "people", "--out", out, *more)
        assert done.returncode == 0, done.stderr + done.stdout
        return out

    def rows(self, out):
        with (out / "results.csv").open(encoding="utf-8") as file:
            next(file)
            return list(csv.DictReader(file))

    def test_money_adds_up_to_nought_in_every_row(self):
        sums, moved = {}, 0
        for row in self.rows(self.whole):
            if row["indicator"].startswith("balance."):
                key = (row["replication"], row["year"])
                sums[key] = sums.get(key, 0) + int(row["value"])
                moved += abs(int(row["value"]))
        self.assertEqual(8, len(sums))
        self.assertEqual({0}, set(sums.values()))
        self.assertGreater(moved, 0)

    def test_bands_are_those_of_the_rows(self):
        values = {}
        for row in self.rows(self.whole):
            values.setdefault((row["year"], row["indicator"]), []).append(int(row["value"]))
        with (self.whole / "bands.csv").open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                ranked = sorted(values[row["year"], row["indicator"]])
                self.assertEqual([ranked[0], ranked[1], ranked[3]],
                                 [int(row[name]) for name in ("low", "middle", "high")])

    def test_what_was_simulated_is_not_missing(self):
        def missing(*words):
            found = json.loads(program.run("ask", "gain_of_work", *words, "--format", "json").stdout)
            return [one["part"] for one in found["missing"]]

        self.assertEqual(["population", "household_incomes"], missing())
        self.assertEqual(["household_incomes"], missing("--simulation", self.whole))

    def test_any_number_of_parts_in_any_order_gives_the_same_bytes(self):
        for parts in (1, 2, 3, 4):
            work = self.folder / f"work{parts}"
            program.run("simulate", "plan", self.small, "--population", self.folder / "people", "--parts", str(parts),
                        "--out", work)
            for part in reversed(range(1, parts + 1)):
                done = program.run("simulate", "run", work, str(part))
                self.assertEqual(0, done.returncode, done.stderr)
            out = self.folder / f"merged{parts}"
            done = program.run("simulate", "merge", work, "--out", out)
            self.assertEqual(0, done.returncode, done.stderr)
            for name in ("results.csv", "bands.csv", "simulation.json"):
                self.assertEqual((self.whole / name).read_bytes(), (out / name).read_bytes(), (parts, name))

    def test_missing_doubled_and_mixed_parts_are_refused(self):
        work = self.folder / "broken"
        program.run("simulate", "plan", self.small, "--population", self.folder / "people", "--out", work)
        program.run("simulate", "run", work, "1")
        merge = lambda: program.run("simulate", "merge", work, "--out", self.folder / "never", "--format", "json")
        self.assertEqual((3, "reference-missing"), (merge().returncode, json.loads(merge().stdout)[0]["code"]))
        shutil.copy(work / "part-1.csv", work / "part-2.csv")
        self.assertEqual("key-twice", json.loads(merge().stdout)[0]["code"])
        other = (work / "part-1.csv").read_text().replace("# scenario ", "# scenario 0", 1)
        (work / "part-2.csv").write_text(other)
        self.assertEqual("contradiction", json.loads(merge().stdout)[0]["code"])
        self.assertFalse((self.folder / "never").exists())
        self.assertEqual(3, program.run("simulate", "run", work, "9").returncode)

    def test_no_change_is_the_base_to_the_byte_and_a_change_is_not(self):
        (self.folder / "none.toml").write_text('base = "small.toml"\n')
        none = self.play(self.folder / "none.toml", "none")
        self.assertEqual((self.whole / "results.csv").read_bytes(), (none / "results.csv").read_bytes())
        (self.folder / "more.toml").write_text('base = "small.toml"\ntitle = "meer"\n[[places]]\nkind = "basisbaan"\n'
                                               'places = [60]\nhours_week = 32\npaid_per_mille = 1000\n')
        more = self.play(self.folder / "more.toml", "more")
        text = program.run("simulate", "compare", self.whole, none, "--lang", "en").stdout
        self.assertIn("no difference", text)
        answer = json.loads(program.run("simulate", "compare", self.whole, more, "--format", "json").stdout)
        last = answer["differences"][0]["years"][-1]
        self.assertGreater(last["running.basisbaan"]["middle"], 0)
        self.assertLess(last["balance.municipality"]["middle"], 0)

    def test_shipped_scenarios_are_read_and_played(self):
        for file in sorted(SCENARIOS.glob("*.toml")):
            if file.name == "basis.toml":
                continue
            copy = self.folder / "one.toml"
            copy.write_text(f'base = "{file}"\nyears = 1\nreplications = 1\n', encoding="utf-8")
            self.play(copy, "one")

    def test_which_assumptions_matter(self):
        one = self.scenario("one_year.toml", years=1, replications=2)
        done = program.run("simulate", one, "--population", self.folder / "people", "--sensitivity", "one", "--format",
                           "json")
        effects = {(row["parameter"], row["indicator"]): row for row in json.loads(done.stdout)["effects"]}
        self.assertLess(effects["wants.bijstand", "wants_work"]["at_low"], 0)
        self.assertGreater(effects["wants.bijstand", "wants_work"]["at_high"], 0)
        self.assertEqual((0, 0), tuple(effects["pension.employer", "wants_work"][key] for key in ("at_low", "at_high")))
        done = program.run("simulate", one, "--population", self.folder / "people", "--sensitivity", "global",
                           "--samples", "30", "--format", "json")
        effects = {(row["parameter"], row["indicator"]): row["coefficient_per_mille"]
                   for row in json.loads(done.stdout)["effects"]}
        self.assertGreater(effects["wants.bijstand", "wants_work"], 500)
        self.assertLess(abs(effects["pension.employer", "wants_work"]), 500)

    def test_words(self):
        for language in program.LANGUAGES:
            text = program.run("simulate", self.small, "--population", self.folder / "people", "--out",
                               self.folder / "words", "--lang", language).stdout
            self.assertNotIn("[", text)
            self.assertNotIn("{", text)
            self.assertLessEqual(max(map(len, text.splitlines())), 80)

    def test_each_fault_is_one_and_nothing_is_written(self):
        good = self.small.read_text(encoding="utf-8")
        parameter = '[[parameter]]\nid = "{}"\nvalue = {}\nassumed = true\n'
        cases = {
            good.replace("years = 2", "years = 11"): "out-of-range",
            good.replace('kind = "beschut"', 'kind = "stage"'): "not-in-list",
            good.replace('kind = "beschut"', 'kind = "regulier"'): "key-twice",
            good.replace('id = "accept"', 'id = "accepts"'): "not-in-list",
            good.replace('id = "accept"\nvalue = 600', 'id = "accept"\nvalue = 1600'): "out-of-range",
            good + parameter.format("accept", 5): "key-twice",
            good.replace('source = "Divosa', 'zource = "Divosa'): "toml-key-unknown",
            good + "[law_change]\nno_such_parameter = 5\n": "unknown-parameter",
            good + '[law_change]\nminimum_wage_hourly_adult = "x"\n': "toml-type",
            'base = "self.toml"\n': "cannot-be",
            good.replace("law = 2026-12-01", "law = 2031-01-01"): "no-value",
        }
        for text, code in cases.items():
            file = self.folder / "self.toml"
            file.write_text(text, encoding="utf-8")
            out = self.folder / "bad"
            done = program.run("simulate", file, "--population", self.folder / "people", "--out", out, "--format",
                               "json")
            self.assertIn(done.returncode, (3, 4), code)
            self.assertEqual(code, json.loads(done.stdout)[0]["code"])
            self.assertFalse(out.exists())
        self.assertEqual(2, program.run("simulate", self.small).returncode)


if __name__ == "__main__":
    program.main()
