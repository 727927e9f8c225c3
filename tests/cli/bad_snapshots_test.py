# SPDX-License-Identifier: EUPL-1.2
"""Shows: every fault a snapshot or its rules can have is told in plain words, once, in both languages, and harms nothing.

tests/cases/bad_snapshots/NAME holds a snapshot with one fault, and beside it what the program says: expected.nl.txt,
expected.en.txt, and set_aside.csv where --lenient can go on without some rows. After a wanted change of a text:
PASSEND_RESET_GOLDEN=1 ctest --preset dev -R cli.bad_snapshots, then look at the difference."""

import json
import re
import tempfile
import pathlib
import unittest

import program

FOLDER = program.CASES / "bad_snapshots"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
FAULTS = program.ROOT / "src/base/fault.cpp"
# Not of a snapshot or its rules: writing, other commands, law files, assignment files; column-unknown is no fault.
ELSEWHERE = {
    "file-unwritable", "column-unknown", "law-order", "law-source", "no-value", "unknown-parameter", "unknown-person",
    "unknown-work", "wrong-use", "json-syntax", "problem-syntax", "too-large", "not-covered", "cannot-be",
    "ledger-refused", "overlap", "contradiction", "not-stated", "unknown-scheme",
    "receipt-form", "receipt-unknown", "report-unknown", "report-text", "report-damaged", "key-form", "no-memory",
}
LINE = re.compile(r"^([^:]+)(?::(\d+))?(?::([^:]+))?: ([a-z-]+): (.+)$")


def check(name, *words):
    return program.run("check-data", name, *program.DATE, *words, cwd=FOLDER)


def plan(name, out, *words):
    return program.run("plan", name, "--out", out, *program.DATE, *words, cwd=FOLDER)


def parsed(lines):
    """[(file, line, column, code)] of fault lines; line is None when not told."""
    rows = [LINE.match(line).groups()[:4] for line in lines.splitlines()]
    return [(file, int(line) if line else None, column, code) for file, line, column, code in rows]


class BadSnapshots(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        for name in NAMES if program.RESET else ():
            for language in program.LANGUAGES:
                (FOLDER / name / f"expected.{language}.txt").write_text(check(name, "--lang", language).stderr, "utf-8")

    def test_every_code_of_the_closed_list_has_a_case_or_lies_elsewhere(self):
        codes = set(re.findall(r'\{"([a-z-]+)", Exit::', FAULTS.read_text(encoding="utf-8")))
        shown = {row[3] for name in NAMES for row in parsed((FOLDER / name / "expected.nl.txt").read_text("utf-8"))}
        self.assertEqual(codes - ELSEWHERE, shown)

    def test_faults_are_told_as_agreed_in_both_languages_and_end_with_3(self):
        for name in NAMES:
            with self.subTest(name=name):
                told = {language: check(name, "--lang", language) for language in program.LANGUAGES}
                for language, run in told.items():
                    self.assertEqual((run.returncode, run.stdout), (3, ""))
                    self.assertNotRegex(run.stderr, r"\[[a-z]+\.|\{[a-z_]+\}")
                    expected = FOLDER / name / f"expected.{language}.txt"
                    self.assertEqual(run.stderr, expected.read_text("utf-8"), expected)
                rows = [parsed(run.stderr) for run in told.values()]
                self.assertEqual(rows[0], rows[1])
                if name != "several":
                    self.assertEqual(len(rows[0]), 1)

    def test_json_holds_the_same_faults(self):
        for name in NAMES:
            with self.subTest(name=name):
                run = check(name, "--format", "json")
                self.assertEqual((run.returncode, run.stderr), (3, ""))
                faults = json.loads(run.stdout)
                rows = [(fault["file"], fault["line"], fault["column"], fault["code"]) for fault in faults]
                self.assertEqual(rows, parsed((FOLDER / name / "expected.nl.txt").read_text("utf-8")))
                for fault in faults:
                    self.assertEqual(set(fault), {"file", "line", "column", "code", "value", "message", "remedy"})

    def test_a_plan_that_fails_leaves_its_folder_untouched(self):
        for name in NAMES:
            with self.subTest(name=name), tempfile.TemporaryDirectory() as folder:
                out = pathlib.Path(folder) / "plan"
                out.mkdir()
                (out / "manifest.json").write_text("an earlier plan", encoding="utf-8")
                run = plan(name, out)
                self.assertEqual(run.returncode, 3)
                self.assertEqual(run.stderr, (FOLDER / name / "expected.nl.txt").read_text("utf-8"))
                self.assertEqual(program.files_of(pathlib.Path(folder)), {"plan/manifest.json": b"an earlier plan"})

    def test_lenient_sets_aside_the_rows_at_fault_and_those_that_name_them(self):
        for name in NAMES:
            with self.subTest(name=name), tempfile.TemporaryDirectory() as folder:
                out = pathlib.Path(folder) / "plan"
                run = plan(name, out, "--lenient", "--lang", "en")
                expected = FOLDER / name / "set_aside.csv"
                if run.returncode == 3:
                    self.assertFalse(expected.exists(), "no plan, though rows can be set aside")
                    self.assertFalse(out.exists())
                    continue
                self.assertEqual(run.returncode, 0)
                aside = (out / "set-aside.csv").read_text("utf-8")
                if program.RESET:
                    expected.write_text(aside, "utf-8")
                self.assertEqual(aside, expected.read_text("utf-8"), expected)
                self.assertRegex(run.stderr, rf"^Passend left out {len(aside.splitlines()) - 1} rows? ")
                faults = {(file.split("/")[1], str(line), code) for file, line, _, code in
                          parsed((FOLDER / name / "expected.nl.txt").read_text("utf-8"))}
                told = {tuple(row.split(",")) for row in aside.splitlines()[1:]}
                self.assertLessEqual({row[:2] for row in faults}, {row[:2] for row in told})
                self.assertLessEqual({row[2] for row in told - faults}, {"reference-missing"})


if __name__ == "__main__":
    program.main()
