# SPDX-License-Identifier: EUPL-1.2
"""Shows: contracts and bids with planted breaches are all found and nothing else, a clause leaves earlier tenders alone,
the register is written, and bad files are one clear fault each with nothing written."""

import csv
import json
import pathlib
import random
import tempfile
import unittest

import program

CLAUSES = "data/examples/internship_clause.toml"
BIDS = "data/examples/bids.toml"


def tender(*arguments):
    done = program.run("fair", "tender", *arguments, "--format", "json")
    return done, json.loads(done.stdout)


class Examples(unittest.TestCase):
    def test_the_shipped_files(self):
        done, answer = tender(CLAUSES, BIDS, "--date", "2027-04-01")
        self.assertEqual(1, done.returncode)
        rows = {row["id"]: row for row in answer["undertakings"]}
        self.assertEqual("meets", rows["inschrijving-1"]["verdict"])
        self.assertEqual("fails", rows["inschrijving-2"]["verdict"])
        self.assertEqual([("below", 14445), ("evidence_missing", None)],
                         [(one["reason"], one.get("short_month_eurocent")) for one in rows["inschrijving-2"]["findings"]])
        self.assertEqual("not_covered", rows["contract-7"]["verdict"])
        self.assertEqual([370370], rows["inschrijving-1"]["points_eurocent"])  # 10,000 * 5/12 * 32/36
        self.assertEqual([None], rows["inschrijving-2"]["points_eurocent"])

    def test_words_in_both_languages(self):
        for language in program.LANGUAGES:
            text = program.run("fair", "tender", CLAUSES, BIDS, "--date", "2027-04-01", "--lang", language).stdout
            self.assertNotIn("[", text)
            self.assertNotIn("{", text)
            self.assertIn("1.10", text)
            self.assertLessEqual(max(map(len, text.splitlines())), 80)


class Planted(unittest.TestCase):
    """300 contracts, each made fair and then given at most one breach; the expectation comes from the planting."""

    def test_every_planted_breach_and_no_other(self):
        dice = random.Random(7)
        lines, expected = [], {}
        for number in range(300):
            name = f"c{number}"
            breach = dice.choice(["none", "none", "below", "evidence_missing", "not_agreed", "agreement_unknown",
                                  "amount_unknown", "hours_unknown", "check_late", "unequal", "earlier", "level_open"])
            announced = "2026-12-31" if breach == "earlier" else dice.choice(["2027-01-01", "2027-02-03"])
            lines += ["[[contract]]", f'id = "{name}"', f'lot = "{dice.choice(["groen", "schoonmaak"])}"',
                      f"announced = {announced}", "from = 2027-03-01",
                      f"checked = {'2027-03-15' if breach == 'check_late' else '2028-01-10'}"]
            if breach != "agreement_unknown":
                lines.append(f"agrees = {'false' if breach == 'not_agreed' else 'true'}")
            hours = dice.choice([8, 16, 24, 32, 36, 40])
            due = -(-50000 * min(hours, 36) // 36)
            for at, level in enumerate(["mbo", "hbo"]):
                month = due
                if breach in ("below", "earlier") and at == 0:
                    month -= dice.choice([1, 100, due])
                if breach == "unequal" and at == 1:
                    month += 5000
                if breach == "level_open" and at == 0:
                    level = "vmbo"
                lines += ["  [[contract.internship]]", f'  level = "{level}"', '  kind = "bpv_bol"']
                if not (breach == "hours_unknown" and at == 0):
                    lines.append(f"  hours_week = {hours}")
                if not (breach == "amount_unknown" and at == 0):
                    lines.append(f"  month_eurocent = {month}")
                papers = '"stageovereenkomst"' if breach == "evidence_missing" and at == 0 else \
                    '"betaalbewijs", "stageovereenkomst"'
                lines.append(f"  evidence = [{papers}]")
            expected[name] = [] if breach in ("none", "earlier") else [breach]
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "contracts.toml"
            file.write_text("\n".join(lines) + "\n")
            register = pathlib.Path(folder) / "register.csv"
            _, answer = tender(CLAUSES, file, "--date", "2028-06-01", "--register", register)
            rows = list(csv.DictReader(register.open()))
        found = {row["id"]: [one["reason"] for one in row["findings"]] for row in answer["undertakings"]}
        self.assertEqual(expected, found)
        self.assertEqual(found, {row["contract"]: row["reasons"].split() for row in rows})
        self.assertGreater(sum(map(bool, found.values())), 100)


class Faults(unittest.TestCase):
    def test_bad_files_are_one_fault_with_a_line_and_leave_no_register(self):
        cases = {
            "[[bid]]\nid = \"a\"\nlot = \"groen\"\nannounced = 2027-13-01\n": "toml-syntax",
            "[[bid]]\nid = \"a\"\nlot = \"groen\"\nannounced = 2027-03-01\nnaam = \"x\"\n": "toml-key-unknown",
            "[[bid]]\nid = \"a\"\nannounced = 2027-03-01\n": "toml-key-missing",
            "[[bid]]\nid = \"a\"\nlot = \"groen\"\nannounced = 2027-03-01\nfrom = 2027-04-01\n": "toml-key-unknown",
            "[[contract]]\nid = \"a\"\nlot = \"g\"\nannounced = 2027-03-01\nfrom = 2027-02-01\n": "interval-reversed",
            "": "toml-key-missing",
        }
        with tempfile.TemporaryDirectory() as folder:
            register = pathlib.Path(folder) / "register.csv"
            for text, code in cases.items():
                file = pathlib.Path(folder) / "bids.toml"
                file.write_text(text)
                done, faults = tender(CLAUSES, file, "--register", register)
                self.assertEqual((3, [code]), (done.returncode, [fault["code"] for fault in faults]), text)
                self.assertFalse(register.exists())

    def test_a_register_that_cannot_be_written_is_a_fault(self):
        done = program.run("fair", "tender", CLAUSES, BIDS, "--register", "/no/such/folder/x.csv")
        self.assertEqual(3, done.returncode)


if __name__ == "__main__":
    program.main()
