# SPDX-License-Identifier: EUPL-1.2
"""Shows: letters, separators, line ends and the order of rows and columns do not change a plan by one byte."""

import pathlib
import tempfile
import unittest

import program

FOLDER = program.CASES / "good_snapshots"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
OF_INPUTS = {"manifest.json", "report.html"}  # hashes and the path of the folder


def planned(name, folder):
    out = pathlib.Path(folder) / name
    run = program.run("plan", name, "--out", out, *program.DATE, cwd=FOLDER)
    return run, program.files_of(out)


class GoodSnapshots(unittest.TestCase):
    def test_every_form_gives_the_same_plan(self):
        with tempfile.TemporaryDirectory() as folder:
            _, expected = planned("utf8", folder)
            self.assertIn("zoë", expected["plan.json"].decode())
            self.assertIn("jürgen", expected["plan.json"].decode())
            for name in NAMES:
                with self.subTest(name=name):
                    run, files = planned(name, folder)
                    self.assertEqual(run.returncode, 0, run.stderr)
                    self.assertEqual(set(files), set(expected))
                    for file in set(files) - OF_INPUTS:
                        self.assertEqual(files[file], expected[file], file)

    def test_the_forms_are_what_they_are_called(self):
        people = {name: (FOLDER / name / "people.csv").read_bytes() for name in NAMES}
        self.assertTrue(people["byte_order_mark"].startswith(b"\xef\xbb\xbf"))
        self.assertTrue(people["sep_line"].startswith(b"sep=;\n"))
        self.assertIn(b"\r\n", people["crlf"])
        self.assertIn(b"zo\xeb", people["cp1252"])
        self.assertIn(b"person;", people["semicolon"])

    def test_a_column_of_your_own_is_told_and_ignored(self):
        run = program.run("check-data", "own_column", *program.DATE, "--lang", "en", cwd=FOLDER)
        self.assertEqual(run.returncode, 0)
        self.assertIn("own_column/people.csv: Passend does not know the column 'own note' and skips it.", run.stderr)


if __name__ == "__main__":
    program.main()
