# SPDX-License-Identifier: EUPL-1.2
"""Shows: a practice test is designed, drawn and analysed by commands, in both languages, without a line about one
employer or pair; bad files are one fault and nothing is written."""

import csv
import io
import json
import pathlib
import random
import re
import tempfile
import unittest

import program

DESIGN = "data/examples/practice_design.toml"
HOLE = re.compile(r"\[[a-z]+\.[a-z]|\{[a-z_]*\}")


def answer(*words):
    done = program.run("fair", "practice-test", *words, "--format", "json")
    return done.returncode, json.loads(done.stdout)


class PracticeTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.out = pathlib.Path(self.folder.name)

    def filled(self, rates, seed=1, outcomes=True):
        """The log form of the example design, filled: rates = {member: chance of a call-back}."""
        program.run("fair", "practice-test", "design", DESIGN, "--seed", 7, "--out", self.out / "design")
        rows = list(csv.DictReader(io.StringIO((self.out / "design/log.csv").read_text("utf-8"))))
        draw = random.Random(seed)
        for row in rows:
            called = draw.random() < rates[row["member"]]
            row.update(sent="2026-10-01", called_back="ja" if called else "nee", retracted="2026-10-02" if called else "")
        file = self.out / "log.csv"
        with open(file, "w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, rows[0].keys())
            writer.writeheader()
            writer.writerows(rows)
        return file, rows

    def test_the_same_seed_gives_the_same_files_and_another_seed_another_draw(self):
        for name, seed in (("a", 7), ("b", 7), ("c", 8)):
            done = program.run("fair", "practice-test", "design", DESIGN, "--seed", seed, "--out", self.out / name)
            self.assertEqual(0, done.returncode, done.stderr)
        a, b, c = (program.files_of(self.out / name) for name in "abc")
        self.assertEqual(a, b)
        self.assertNotEqual(a["log.csv"], c["log.csv"])
        self.assertEqual({"design.json", "log.csv", "uitleg.txt"}, set(a))
        tests = json.loads(a["design.json"])["tests"]
        rows = list(csv.DictReader(io.StringIO(a["log.csv"].decode())))
        self.assertEqual(2 * sum(test["pairs"] for test in tests), len(rows))
        for test in tests:
            self.assertGreaterEqual(test["power_per_mille"], 800)

    def test_too_few_vacancies_is_no_and_nothing_is_written(self):
        file = self.out / "design.toml"
        file.write_text((program.ROOT / DESIGN).read_text("utf-8").replace("= 900", "= 90"), encoding="utf-8")
        done = program.run("fair", "practice-test", "design", file, "--seed", 7, "--out", self.out / "new")
        self.assertEqual(1, done.returncode, done.stderr)
        self.assertFalse((self.out / "new").exists())

    def test_a_planted_bias_is_found_and_fair_employers_are_not_accused(self):
        biased, _ = self.filled({"reference": 0.5, "tested": 0.25})
        code, found = answer("analyse", biased, "--design", DESIGN)
        self.assertEqual(1, code)
        self.assertEqual({"difference"}, {row["state"] for row in found["grounds"]})
        self.assertEqual(found["total"]["pairs"], sum(row["pairs"] for row in found["grounds"]))
        for row in found["grounds"]:
            self.assertEqual(row["pairs"], row["planned_pairs"])
        fair, _ = self.filled({"reference": 0.4, "tested": 0.4}, seed=3)
        code, found = answer("analyse", fair)
        self.assertEqual((0, {"none_shown"}), (code, {row["state"] for row in found["grounds"]}))

    def test_no_employer_pair_or_vacancy_is_named(self):
        file, rows = self.filled({"reference": 0.5, "tested": 0.25})
        codes = {row[name] for row in rows for name in ("pair", "vacancy", "employer")}
        for language in program.LANGUAGES:
            for form in ("text", "json"):
                done = program.run("fair", "practice-test", "analyse", file, "--lang", language, "--format", form)
                said = set(re.findall(r"[A-Z]\d{5}", done.stdout))
                self.assertEqual(set(), codes & said)

    def test_both_languages_are_whole_and_fit_a_terminal(self):
        file, _ = self.filled({"reference": 0.5, "tested": 0.25})
        for language in program.LANGUAGES:
            for words in (["design", DESIGN, "--seed", 7], ["analyse", file], ["analyse", file, "--design", DESIGN]):
                said = program.run("fair", "practice-test", *words, "--lang", language).stdout
                self.assertNotRegex(said, HOLE)
                self.assertLessEqual(max(map(len, said.splitlines())), 80)
            short = program.run("fair", "practice", "analyse", "data/examples/practice_log.csv", "--lang", language)
            self.assertEqual(0, short.returncode, short.stderr)  # too few pairs: no conclusion

    def test_templates_are_read_and_bad_files_are_one_fault(self):
        log = program.run("fair", "practice-test", "analyse", "--template").stdout
        file = self.out / "log.csv"
        for bad in (b"", b"pair,kind\n", log.replace("tested", "control", 1).encode(), b"\xff\xfe\x00"):
            file.write_bytes(bad)
            done = program.run("fair", "practice-test", "analyse", file, "--format", "json")
            faults = json.loads(done.stdout)
            self.assertEqual(3, done.returncode, bad[:40])
            if b"kind\n" not in bad:  # each missing column is a fault of its own
                self.assertEqual(1, len(faults), faults)
        design = self.out / "design.toml"
        for bad in ("x =", "power = 2\nvacancies = 1\n[[test]]\nkind = 'age'\nonly_reference = 0.2\nonly_tested = 0.1\n"):
            design.write_text(bad, encoding="utf-8")
            done = program.run("fair", "practice-test", "design", design, "--seed", 1, "--out", self.out / "no",
                               "--format", "json")
            self.assertEqual((3, 1), (done.returncode, len(json.loads(done.stdout))), bad)
        self.assertFalse((self.out / "no").exists())
        self.assertEqual(2, program.run("fair", "practice-test", "design", DESIGN).returncode)  # a seed is needed

    def test_a_folder_of_someone_else_is_left_alone(self):
        (self.out / "mine").mkdir()
        (self.out / "mine/letter.txt").write_text("x", encoding="utf-8")
        done = program.run("fair", "practice-test", "design", DESIGN, "--seed", 7, "--out", self.out / "mine")
        self.assertEqual(3, done.returncode)
        self.assertEqual({"letter.txt"}, set(program.files_of(self.out / "mine")))


if __name__ == "__main__":
    program.main()
