# SPDX-License-Identifier: EUPL-1.2
"""Shows: docs/snapshot.md tells the columns the program reads, and the program tells them in Dutch too.

After a change of a column or its text: PASSEND_RESET_GOLDEN=1 ctest --preset dev -R cli.columns."""

import re
import unittest

import program

DOCUMENT = program.ROOT / "docs/snapshot.md"
FIRST = "\n## people.csv"


def columns(language):
    run = program.run("check-data", "--columns", "--lang", language)
    return run.stdout if run.returncode == 0 else ""


def names(text):
    return re.findall(r"^(?:## (\w+\.csv)|\| `(\w+)`)", text, re.MULTILINE)


class Columns(unittest.TestCase):
    def test_the_document_ends_with_what_the_program_says(self):
        text = DOCUMENT.read_text(encoding="utf-8")
        introduction = text[: text.index(FIRST)] if FIRST in text else text
        if program.RESET:
            DOCUMENT.write_text(introduction + columns("en"), encoding="utf-8")
        self.assertEqual(DOCUMENT.read_text(encoding="utf-8"), introduction + columns("en"))

    def test_both_languages_tell_the_same_columns(self):
        self.assertGreater(len(names(columns("nl"))), 120)
        self.assertEqual(names(columns("nl")), names(columns("en")))
        for language in program.LANGUAGES:
            self.assertNotRegex(columns(language), r"\[(cli|column)\.|\{\w*\}")


if __name__ == "__main__":
    program.main()
