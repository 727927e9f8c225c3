# SPDX-License-Identifier: EUPL-1.2
"""Shows: the way to an operator's licence is told with articles and certainty, the last day comes from the file of one
application, and nothing about a person fits in that file or comes out of it."""

import json
import pathlib
import tempfile
import unittest

import program

CHECKS = "[premises]\nfire_safety = true\npanic_button = {button}\n"


class FairLicence(unittest.TestCase):
    def setUp(self):
        temporary = tempfile.TemporaryDirectory()
        self.addCleanup(temporary.cleanup)
        self.file = pathlib.Path(temporary.name) / "licence.toml"

    def licence(self, text, *words, language="nl"):
        self.file.write_text(text, "utf-8")
        return program.run("fair", "licence", self.file, "--date", "2026-11-27", "--lang", language, *words)

    def test_the_template_is_a_file(self):
        template = program.run("fair", "licence", "--template").stdout
        for language in program.LANGUAGES:
            done = self.licence(template, language=language)
            self.assertEqual((0, ""), (done.returncode, done.stderr))
            self.assertIn("2026-12-03", done.stdout)
            self.assertNotRegex(done.stdout, r"\[(licence|cli)\.|\{[a-z]+\}")
            self.assertLessEqual(max(map(len, done.stdout.splitlines())), 80)

    def test_without_a_file_there_are_steps_and_checks(self):
        answer = json.loads(program.run("fair", "licence", "--format", "json").stdout)
        self.assertNotIn("term", answer)
        self.assertEqual({"papers", "premises", "plan"}, {one["group"] for one in answer["checks"]})
        for row in answer["steps"] + answer["checks"]:
            self.assertTrue(row["source"] and row["confidence"] in ("confirmed", "single", "memory"), row)
            if "uit het hoofd" in row["source"]:  # the weakest part decides
                self.assertEqual("memory", row["confidence"], row)

    def test_the_term_and_what_is_not_in_order(self):
        text = "received = 2026-09-01\n[apv]\ndecision_weeks = 8\nsilence = false\n" + CHECKS.format(button="false")
        done = self.licence(text, "--format", "json")
        answer = json.loads(done.stdout)
        self.assertEqual(1, done.returncode)
        self.assertEqual(("2026-10-27", "late", "none", False), tuple(
            answer["term"][key] for key in ("last", "state", "silence", "from_model")))
        outcomes = {one["id"]: one["outcome"] for one in answer["checks"]}
        self.assertEqual(("met", "not-met", "not-known"), (outcomes["fire_safety"], outcomes["panic_button"],
                                                           outcomes["door"]))

    def test_silence_that_the_file_does_not_name_is_unknown(self):
        for silence, said in (("", "unknown"), ("[apv]\nsilence = true\n", "licence")):
            answer = json.loads(self.licence("received = 2026-11-01\n" + silence, "--format", "json").stdout)
            self.assertEqual(said, answer["term"]["silence"])
            self.assertTrue(answer["term"]["from_model"])

    def test_a_person_does_not_fit_in(self):
        for key in ("name", "naam", "sekswerker", "workers", "bsn", "birth_date", "nationality", "health", "remarks"):
            for place in ("", "[premises]\n", "[papers]\n", "[plan]\n", "[apv]\n"):
                for language in program.LANGUAGES:
                    done = self.licence(f'received = 2026-09-01\n{place}{key} = "Jansen"\n', language=language)
                    self.assertEqual((3, "", 1), (done.returncode, done.stdout, len(done.stderr.splitlines())))
                    self.assertIn(f"{key}: toml-key-unknown: ", done.stderr)
                    self.assertNotIn("Jansen", done.stderr)
        done = self.licence('received = 2026-09-01\n[premises]\nlocker = "Jansen"\n')
        self.assertIn("locker: toml-type: ", done.stderr)
        self.assertNotIn("Jansen", done.stderr)

    def test_no_text_of_a_file_is_in_the_answer(self):
        """Negative control: the search finds the day, which does come out of the file."""
        done = self.licence("# Jansen\nreceived = 2026-09-01\ndecided = 2026-10-27\n", "--format", "json")
        self.assertIn("2026-12-08", done.stdout)
        self.assertNotIn("Jansen", done.stdout)


if __name__ == "__main__":
    program.main()
