# SPDX-License-Identifier: EUPL-1.2
"""Shows: 80 payslips worked out by hand and random ones of an oracle that shares only the definition get the same
answer to the cent; five languages say the same; bad slips are refused; nothing is kept."""

import csv
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import tomllib
import unittest

import program

CASES = program.CASES / "payslips"
ORACLE = program.ROOT / "tests/oracle/payslip/payslip_oracle.py"
RANDOM = int(os.environ.get("PASSEND_ORACLE_COUNT", "300"))
LANGUAGES = ("nl", "en", "pl", "ro", "bg")
GOOD = (program.ROOT / "data/examples/payslip.toml").read_text(encoding="utf-8")


def answer(file):
    done = program.run("fair", "payslip", file, "--format", "json")
    return done.returncode, json.loads(done.stdout) if done.returncode in (0, 1) else None


def findings(said):
    return [(one["finding"], one["kind"], one["owed_eurocent"]) for one in said["findings"]]


class HandWork(unittest.TestCase):
    def test_every_planted_breach_is_found_and_none_extra(self):
        rows = list(csv.DictReader((CASES / "expected.csv").open(encoding="utf-8")))
        self.assertEqual(80, len(rows))
        for row in rows:
            with self.subTest(row["file"]):
                code, said = answer(CASES / row["file"])
                self.assertEqual(int(row["exit"]), code)
                if said is None:
                    continue
                found = ";".join(f"{name}:{kind or ''}:{owed}" for name, kind, owed in findings(said))
                self.assertEqual((row["findings"], row["owed_eurocent"]), (found, str(said["owed_eurocent"])))
                self.assertTrue(all(one["article"] for one in said["findings"]))


class Table(unittest.TestCase):
    """The CSV form says the same as the TOML form of each slip."""

    def test_the_hand_work_as_tables(self):
        slips = 0
        for file in sorted(CASES.glob("*.toml")):
            code, said = answer(file)
            slip = tomllib.loads(file.read_text(encoding="utf-8"))
            kinds = [one["kind"] for one in slip.get("deduction", [])]
            pays = [one["kind"] for one in slip.get("pay", [])]
            if said is None or "worked" in slip or len(set(kinds)) < len(kinds) or len(set(pays)) < len(pays):
                continue
            row = {"slip": file.stem}
            for key, value in slip.items():
                if key == "pay":
                    row.update({f"pay.{one['kind']}": one["eurocent"] for one in value})
                elif key == "deduction":
                    for one in value:
                        row[f"deduction.{one['kind']}"] = one["eurocent"]
                        row.update({f"deduction.{one['kind']}.{name}": text for name, text in one.items()
                                    if name not in ("kind", "eurocent")})
                elif isinstance(value, dict):
                    row.update({f"{key}.{name}": text for name, text in value.items()})
                else:
                    row[key] = value
            row = {name: ("ja" if cell else "nee") if isinstance(cell, bool) else cell for name, cell in row.items()}
            with tempfile.TemporaryDirectory() as folder:
                table = pathlib.Path(folder) / "slips.csv"
                with table.open("w", encoding="utf-8", newline="") as out:
                    writer = csv.DictWriter(out, list(row))
                    writer.writeheader()
                    writer.writerows([row, {**row, "slip": "again"}])
                same, many = answer(table)
            self.assertEqual((code, 2), (same, len(many["slips"])))
            for one in many["slips"]:
                self.assertEqual(findings(said), findings(one), file.stem)
            slips += 1
        self.assertGreater(slips, 40)

    def test_each_fault_has_its_row(self):
        head = "slip,birth_date,from,until,period,hours_worked,pay.basis\n"
        good = "a,1990-01-01,2026-09-01,2026-09-30,month,160,256000\n"
        cases = {
            head + good.replace("1990-01-01", "1990-13-01"): [("not-a-date", 2)],
            head + good + good: [("key-twice", 3)],
            head + good + "b" + good[1:].replace("160", "x"): [("toml-type", 3)],
            head.replace("pay.basis", "pay.bonus") + good: [("not-in-list", 2)],
            head.replace("pay.basis", "naam") + good: [("toml-key-unknown", 2)],
            head.replace("slip,", "code,") + good: [("column-missing", 1)],
            head: [("cell-empty", 1)],
        }
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "slips.csv"
            for text, wanted in cases.items():
                file.write_text(text, encoding="utf-8")
                done = program.run("fair", "payslip", file, "--format", "json")
                self.assertEqual(3, done.returncode, text)
                self.assertEqual(wanted, [(one["code"], one["line"]) for one in json.loads(done.stdout)], text)

    def test_five_languages(self):
        for language in LANGUAGES:
            text = program.run("fair", "payslip", "data/examples/payslips.csv", "--lang", language).stdout
            self.assertIn("strook-2", text)
            self.assertNotIn("[", text)


class Oracle(unittest.TestCase):
    def test_random_slips_get_the_answer_of_the_oracle(self):
        with tempfile.TemporaryDirectory() as folder:
            law = ["--law", program.ROOT / "data/law"]
            run = [sys.executable, "-B", ORACLE]
            subprocess.run([*run, "random", "--seed", "5", "--count", str(RANDOM), "--out", folder, *law], check=True,
                           capture_output=True)
            files = sorted(pathlib.Path(folder).rglob("*.toml"))
            lines = subprocess.run([*run, *files, *law], check=True, capture_output=True, encoding="utf-8").stdout
            expected = [json.loads(line) for line in lines.splitlines()]
            self.assertEqual(RANDOM, len(expected))
            for file, wanted in zip(files, expected):
                code, said = answer(file)
                if said is None:
                    self.assertEqual((4, 4), (code, wanted.get("exit")), file.read_text(encoding="utf-8"))
                    continue
                self.assertEqual([(o["finding"], o["kind"], o["owed_eurocent"]) for o in wanted["findings"]],
                                 findings(said), file.read_text(encoding="utf-8"))
                for key in ("due_eurocent", "counted_eurocent", "agreed_eurocent", "owed_eurocent"):
                    self.assertEqual(wanted[key], said[key], file.read_text(encoding="utf-8"))
                self.assertEqual(set(wanted["questions"]), set(said["questions"]))


class Words(unittest.TestCase):
    def test_every_language_says_all_findings_without_an_open_place(self):
        texts = set()
        for language in LANGUAGES:
            done = program.run("fair", "payslip", "data/examples/payslip.toml", "--lang", language)
            self.assertEqual(1, done.returncode)
            self.assertNotRegex(done.stdout, r"\{[a-z_]+\}|\[[a-z]+\.")
            self.assertEqual(10, done.stdout.count("(") - len(re.findall(r"[a-z]\(", done.stdout)), done.stdout)
            texts.add(done.stdout)
        self.assertEqual(len(LANGUAGES), len(texts))

    def test_the_languages_of_the_payslip_speak_english_elsewhere(self):
        self.assertEqual(program.run("law", "doubts", "--lang", "en").stdout,
                         program.run("law", "doubts", "--lang", "pl").stdout)


class BadSlips(unittest.TestCase):
    def test_each_fault_is_named_with_its_line_and_nothing_is_computed(self):
        changes = [("1994-03-02", "1994", "birth_date"), ('"month"', '"jaar"', "period"), ("172.5", "-1", "hours_worked"),
                   ('"boete"', '"kado"', "kind"), ("eurocent = 5000", "eurocent = 50.5", "eurocent"), ("2026-10-04", "2026-09-01", "until"),
                   ("people = 4", "people = 0", "people"), ('"logies"', '"tent"', "kind"), ("admitted = true", 'admitted = "ja"', "admitted"),
                   ("hourly_eurocent = 1499", "hourly_eurocent = 1499\nmonth_eurocent = 1", "month_eurocent"),
                   ("period =", "colour = 1\nperiod =", "colour"), ("gross = true", "grosz = true", "grosz"), ("from = 2026-09-07", "", "from")]
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "slip.toml"
            for old, new, key in changes:
                self.assertIn(old, GOOD)
                file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")
                done = program.run("fair", "payslip", file, "--format", "json")
                self.assertEqual(3, done.returncode, (new, done.stdout))
                faults = json.loads(done.stdout)
                self.assertEqual([key], [fault["column"] for fault in faults], faults)
                self.assertGreater(faults[0]["line"], 0)
            self.assertEqual(["slip.toml"], os.listdir(folder))


if __name__ == "__main__":
    program.main()
