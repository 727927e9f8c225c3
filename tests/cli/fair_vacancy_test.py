# SPDX-License-Identifier: EUPL-1.2
"""Shows: a work text is refused with article and alternative, the measure on texts of other hands is printed by the
command, and bad files are one clear fault."""

import json
import pathlib
import tempfile
import unittest

import program

TEXTS = program.CASES / "work_texts"


def measured(half):
    return json.loads(program.run("fair", "vacancy", "--measure", TEXTS / f"{half}.csv", "--format", "json").stdout)


class OneText(unittest.TestCase):
    def test_each_finding_has_article_alternative_and_lawful_exception(self):
        for language in program.LANGUAGES:
            done = program.run("fair", "vacancy", "data/examples/work_text.txt", "--lang", language, "--format", "json")
            self.assertEqual(1, done.returncode)
            found = json.loads(done.stdout)["findings"]
            self.assertEqual(["young_team", "language"], [one["ground"] for one in found])
            for one in found:
                for key in ("article", "alternative", "exception", "phrase"):
                    self.assertTrue(one[key] and not one[key].startswith("["), (key, one))

    def test_a_text_that_asks_nothing_forbidden_passes(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "text.txt"
            file.write_bytes("U werkt in een café en tilt tot 15 kilo.".encode("cp1252"))
            self.assertEqual(0, program.run("fair", "vacancy", file).returncode)

    def test_a_hidden_form_is_said_where_no_open_one_stands(self):
        hidden = "Na het werk spelen we bierpong."
        for text, expected in ((hidden, [("young_team", True)]), (f"Wij zoeken een vrouw. {hidden}", [("sex", False)])):
            with tempfile.TemporaryDirectory() as folder:
                file = pathlib.Path(folder) / "text.txt"
                file.write_text(text, encoding="utf-8")
                found = json.loads(program.run("fair", "vacancy", file, "--format", "json").stdout)["findings"]
                self.assertEqual(expected, [(one["ground"], one["hidden"]) for one in found])

    def test_every_ground_has_its_words(self):
        for language in program.LANGUAGES:
            text = program.run("fair", "vacancy", "--measure", TEXTS / "open.csv", "--lang", language).stdout
            self.assertNotIn("[", text)

    def test_bad_files_are_one_fault(self):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "text.txt"
            for content in (b"", b" \n\t", b"\x00\x01", b"x" * 1_000_001):
                file.write_bytes(content)
                done = program.run("fair", "vacancy", file, "--format", "json")
                self.assertEqual((3, 1), (done.returncode, len(json.loads(done.stdout))), content[:9])


class Corpus(unittest.TestCase):
    def test_both_halves_are_whole_and_share_no_text(self):
        halves = [measured(half) for half in ("open", "held_back")]
        for half in halves:
            self.assertEqual((280, 140), (half["texts"], half["clean"]))
        rows = [(TEXTS / f"{half}.csv").read_text(encoding="utf-8").splitlines()[1:] for half in ("open", "held_back")]
        self.assertFalse(set(rows[0]) & set(rows[1]))

    def test_our_own_texts_are_all_read(self):
        own = measured("own")
        rows = (TEXTS / "own.csv").read_text(encoding="utf-8").splitlines()[1:]
        self.assertEqual(len(rows), own["texts"])


if __name__ == "__main__":
    program.main()
