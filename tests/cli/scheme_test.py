# SPDX-License-Identifier: EUPL-1.2
"""Shows: schemes can be listed, read, compared, checked and asked; each answer has its article, and its exit code."""

import json
import pathlib
import tempfile
import tomllib
import unittest

import program

FACTS = program.ROOT / "data/examples/facts.toml"
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

    def test_what_is_asked_wrongly_is_told(self):
        for words, code, fault in ((("show", "bestaat_niet"), 3, "unknown-scheme"),
                                   (("show", "rotterdams_scholingsfonds", "--date", "2030-01-01"), 3, "unknown-scheme"),
                                   (("check", "bestaat_niet.toml"), 3, "file-missing"),
                                   (("eligible", "--facts", "bestaat_niet.toml"), 3, "file-missing"),
                                   (("diff", "rotterdams_scholingsfonds"), 2, "wrong-use")):
            wrong = program.run("scheme", *words)
            self.assertEqual(code, wrong.returncode, words)
            self.assertIn(f" {fault}: ", wrong.stderr)
            self.assertEqual("", wrong.stdout)


if __name__ == "__main__":
    program.main()
