# SPDX-License-Identifier: EUPL-1.2
"""Shows: schemes can be listed, read, compared, checked and asked; each answer has its article, and its exit code."""

import csv
import json
import pathlib
import shutil
import tempfile
import tomllib
import unittest

import program

FACTS = program.ROOT / "data/examples/facts.toml"
ADMINISTRATION = program.ROOT / "data/examples/administration"
VOUCHER = "voorbeeld_jongerenvoucher"
SCHEMES = sorted((program.ROOT / "data/schemes").glob("*.toml"))


def answer(*words):
    return json.loads(program.run("scheme", *words, "--format", "json").stdout)


class Scheme(unittest.TestCase):
    def test_every_shipped_file_is_in_order_and_listed(self):
        checked = program.run("scheme", "check", *SCHEMES)
        self.assertEqual((0, ""), (checked.returncode, checked.stderr))
        self.assertEqual(len(SCHEMES), len(checked.stdout.splitlines()))
        self.assertEqual([path.stem for path in SCHEMES], [row["id"] for row in answer("list")])

    def test_every_version_can_be_read_in_words_of_both_languages(self):
        for path in SCHEMES:
            for version in tomllib.loads(path.read_text())["version"]:
                for language in program.LANGUAGES:
                    shown = program.run("--lang", language, "scheme", "show", f"{path.stem}@{version['name']}")
                    self.assertEqual(0, shown.returncode, shown.stderr)
                    self.assertNotRegex(shown.stdout, r"\[scheme|\{[a-z]+\}", path.stem)
                    self.assertLessEqual(max(map(len, shown.stdout.splitlines())), 90)

    def test_the_same_person_is_eligible_in_2021_and_not_in_2022(self):
        for date, outcome, code in (("2021-05-10", "yes", 0), ("2022-05-10", "no", 1)):
            asked = program.run("scheme", "eligible", "rotterdams_scholingsfonds", "--facts", FACTS, "--date", date,
                                "--format", "json")
            found = json.loads(asked.stdout)
            self.assertEqual((code, outcome), (asked.returncode, found["outcome"]))
            self.assertTrue(all(row["article"] for row in found["predicates"]))

    def test_the_twente_cap_refuses_to_compute(self):
        with tempfile.TemporaryDirectory() as folder:
            facts = pathlib.Path(folder) / "facts.toml"
            facts.write_text(FACTS.read_text().replace('"scholingsadvies"', '"loopbaanadvies"'))
            asked = program.run("scheme", "eligible", "twents_fonds_voor_vakmanschap", "--facts", facts)
        self.assertEqual(4, asked.returncode)
        self.assertRegex(asked.stderr, r"twents_fonds_voor_vakmanschap.toml:\d+:cap_trajectory_eurocent: not-stated: ")
        self.assertEqual(1, len(asked.stderr.splitlines()))

    def test_a_difference_is_told_both_ways(self):
        a, b = "rotterdams_scholingsfonds@2020-2021", "rotterdams_scholingsfonds@2022"
        there = {(row["key"], row["before"], row["after"]) for row in answer("diff", a, b)}
        back = {(row["key"], row["after"], row["before"]) for row in answer("diff", b, a)}
        self.assertEqual(there, back)
        self.assertIn(("offer.training.cap_year_eurocent", "niet gevonden", "€\u00a02.500,00"), there)
        self.assertEqual([], answer("diff", a, a))

    def test_all_schemes_of_a_day_are_asked_at_once(self):
        rows = answer("eligible", "--facts", FACTS)
        self.assertGreater(len(rows), 5)
        self.assertEqual({"yes", "no", "unknown"}, {row["outcome"] for row in rows})

    def test_a_ceiling_is_divided_whatever_the_order_of_the_rows(self):
        words = ("--schemes", program.ROOT / "data/schemes", "--seed", 2026, "--date", "2026-11-26")
        first = answer("divide", VOUCHER, ADMINISTRATION, *words)
        granted = [row["application"] for row in first if row["answer"] == "granted"]
        self.assertEqual((181, 100), (len(first), len(granted)))
        self.assertTrue(all(row["place"] > 100 for row in first if row["answer"] == "no-place-left"))
        with tempfile.TemporaryDirectory() as folder:
            copy = pathlib.Path(folder) / "copy"
            shutil.copytree(ADMINISTRATION, copy)
            header, *rows = (copy / "applications.csv").read_text().splitlines()
            (copy / "applications.csv").write_text("\n".join([header, *reversed(rows)]) + "\n")
            self.assertEqual(first, answer("divide", VOUCHER, copy, *words))
        other = answer("divide", VOUCHER, ADMINISTRATION, "--seed", 7, "--date", "2026-11-26")
        self.assertNotEqual(granted, [row["application"] for row in other if row["answer"] == "granted"])

    def test_the_budget_adds_up_and_an_entry_above_the_ceiling_is_refused(self):
        for row in answer("budget", ADMINISTRATION):
            parts = sum(row[f"{part}_eurocent"] for part in ("reserved", "committed", "realised", "left", "lapsed"))
            self.assertEqual(row["ceiling_eurocent"], parts)
        with tempfile.TemporaryDirectory() as folder:
            ledger = pathlib.Path(folder) / "ledger.csv"
            ledger.write_text((ADMINISTRATION / "ledger.csv").read_text()
                              + "11,reserve,voorbeeld_basisbanen,2028,B04,44800001\n")
            refused = program.run("scheme", "budget", folder)
        self.assertEqual((3, ""), (refused.returncode, refused.stdout))
        self.assertRegex(refused.stderr, r"ledger.csv:15:entry: ledger-refused: .*44800000 eurocent")

    def test_division_needs_to_know_money_or_places_and_every_amount(self):
        rules = (ADMINISTRATION / "schemes" / f"{VOUCHER}.toml").read_text()
        applications = (ADMINISTRATION / "applications.csv").read_text()
        places_only = rules.replace("eurocent = 25000000\n", "")
        cases = ((rules.replace("25000000", '"unknown"').replace("places = 100", 'places = "unknown"'), applications, 4),
                 (rules.replace("year = 2026\n  eurocent", "year = 2025\n  eurocent"), applications, 4),
                 (rules, applications.replace(",250000,", ",,", 1), 3), (places_only, applications.replace(",250000,", ",,"), 0))
        for scheme, rows, code in cases:
            with tempfile.TemporaryDirectory() as folder:
                place = pathlib.Path(folder)
                (place / "schemes").mkdir()
                (place / "schemes" / f"{VOUCHER}.toml").write_text(scheme)
                (place / "applications.csv").write_text(rows)
                done = program.run("scheme", "divide", VOUCHER, place, "--seed", 1, "--date", "2026-11-26")
                self.assertEqual(code, done.returncode, done.stderr)

    def test_a_snapshot_is_not_replaced_by_built_jobs(self):
        with tempfile.TemporaryDirectory() as folder:
            self.assertEqual(0, program.run("demo", "--no-serve", "--people", 300, "--places", 100, "--out", folder).returncode)
            snapshot = pathlib.Path(folder) / "snapshot"
            before = program.files_of(snapshot)
            refused = program.run("scheme", "build", snapshot, "--scheme", "basisbaan", "--date", "2026-12-01", "--out",
                                  snapshot)
            self.assertEqual(3, refused.returncode)
            self.assertEqual(before, program.files_of(snapshot))

    def test_entries_keep_to_their_fund_and_numbers_to_their_range(self):
        opened = "entry,command,fund,year,obligation,eurocent\n1,ceiling,A,2026,,500\n2,reserve,A,2026,P,400\n"
        for row, fault in (("3,commit,B,2026,P,400", "ledger-refused"), ("3,ceiling,A,4294969322,,5", "out-of-range"),
                           ("2,reserve,B,2027,P,100", "key-twice")):
            with tempfile.TemporaryDirectory() as folder:
                (pathlib.Path(folder) / "ledger.csv").write_text(opened + row + "\n")
                refused = program.run("scheme", "budget", folder)
                self.assertEqual(3, refused.returncode)
                self.assertRegex(refused.stderr, rf"ledger.csv:4:\w+: {fault}: ")

    def test_what_is_due_is_listed_by_its_last_day(self):
        rows = answer("due", ADMINISTRATION, "--date", "2026-11-26")
        self.assertEqual(sorted(row["last"] for row in rows), [row["last"] for row in rows])
        self.assertEqual({"late", "running"}, {row["state"] for row in rows})
        self.assertTrue(all((row["last"] < "2026-11-26") == (row["state"] == "late") for row in rows))

    def test_money_for_an_employer_stays_within_de_minimis_aid(self):
        with tempfile.TemporaryDirectory() as folder:
            facts = pathlib.Path(folder) / "facts.toml"
            for received, code in ((29_750_000, 0), (29_750_001, 1)):
                facts.write_text("date = 2026-05-01\n[person]\nbirth_date = 2004-01-01\n[work]\ncontract_months = 6\n"
                                 f"pays_floor = true\n[employer]\nde_minimis_received_eurocent = {received}\n")
                asked = program.run("scheme", "eligible", VOUCHER, "--schemes", ADMINISTRATION / "schemes", "--facts",
                                    facts, "--format", "json")
                self.assertEqual(code, asked.returncode, asked.stderr)
                self.assertEqual(29_750_000 - received, json.loads(asked.stdout)["de_minimis"]["left_eurocent"])

    def test_jobs_are_built_within_the_money_of_tasks_that_passed(self):
        with tempfile.TemporaryDirectory() as folder:
            made = program.run("demo", "--no-serve", "--people", 600, "--places", 200, "--out", folder + "/demo")
            self.assertEqual(0, made.returncode, made.stderr)
            snapshot = pathlib.Path(folder) / "demo/snapshot"
            words = ("build", snapshot, "--scheme", "basisbaan", "--date", "2026-12-01", "--money", 12_000_000,
                     "--nodes", 50)
            found = answer(*words)
            self.assertEqual(found, answer(*words))
            self.assertTrue(found["jobs"])
            self.assertLessEqual(found["cost_eurocent"], 12_000_000)
            self.assertEqual(found["cost_eurocent"], sum(job["cost_eurocent"] for job in found["jobs"]))
            tasks = [task for job in found["jobs"] for task in job["tasks"]]
            self.assertEqual(len(tasks), len(set(tasks)))
            self.assertEqual({"passed"}, {found["tests"][task] for task in tasks})
            self.assertTrue(all(1200 <= job["centihours"] <= 3600 for job in found["jobs"]))
            for language in program.LANGUAGES:
                told = program.run("--lang", language, "scheme", *words)
                self.assertEqual(0, told.returncode)
                self.assertNotRegex(told.stdout, r"\[scheme|\{[a-z]+\}")
            out = pathlib.Path(folder) / "jobs"
            self.assertEqual(0, program.run("scheme", *words, "--out", out).returncode)
            for name in ("work", "demands", "support_offered"):
                with open(out / f"{name}.csv", newline="") as file:
                    rows = list(csv.DictReader(file))
                with open(snapshot / f"{name}.csv", newline="") as file:
                    header = next(csv.reader(file))
                with open(snapshot / f"{name}.csv", "a", newline="") as file:
                    csv.DictWriter(file, header, restval="", lineterminator="\n").writerows(rows)
            self.assertEqual(0, program.run("check-data", snapshot, "--date", "2026-12-01").returncode)
            plan = pathlib.Path(folder) / "plan"
            self.assertEqual(0, program.run("plan", snapshot, "--out", plan, "--date", "2026-12-01").returncode)
            self.assertEqual(0, program.run("verify", plan, snapshot).returncode)
            self.assertIn("job-", (plan / "places.csv").read_text())
            unstated = program.run("scheme", "build", snapshot, "--scheme", "basisbaan_groningen", "--date", "2026-12-01")
            self.assertEqual(4, unstated.returncode)
            carved = answer("carve", snapshot, "--date", "2026-12-01")
            self.assertTrue(all(1 <= len(way["items"]) <= 2 and way["people"] > 0 for way in carved))

    def test_what_a_place_costs_adds_up(self):
        cost = answer("cost", "basisbaan_groningen", "--date", "2026-03-01")
        self.assertIsNone(cost["gap_eurocent"])
        self.assertIsNone(cost["year_eurocent"]["coaching"])
        lines = {name: value or 0 for name, value in cost["year_eurocent"].items()}
        off = lines["lks"] + lines["host_share"] + lines["bijstand"]
        self.assertEqual(cost["known_gap_eurocent"], sum(lines.values()) - 2 * off)

    def test_what_is_asked_wrongly_is_told(self):
        for words, code, fault in ((("show", "bestaat_niet"), 3, "unknown-scheme"),
                                   (("show", "rotterdams_scholingsfonds", "--date", "2030-01-01"), 3, "unknown-scheme"),
                                   (("check", "bestaat_niet.toml"), 3, "file-missing"),
                                   (("eligible", "--facts", "bestaat_niet.toml"), 3, "file-missing"),
                                   (("divide", VOUCHER, ADMINISTRATION, "--seed", "-1"), 2, "wrong-use"),
                                   (("diff", "rotterdams_scholingsfonds"), 2, "wrong-use")):
            wrong = program.run("scheme", *words)
            self.assertEqual(code, wrong.returncode, words)
            self.assertIn(f" {fault}: ", wrong.stderr)
            self.assertEqual("", wrong.stdout)


if __name__ == "__main__":
    program.main()
