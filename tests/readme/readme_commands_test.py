# SPDX-License-Identifier: EUPL-1.2
"""Shows: every command in the README's table of demands works as it stands there, against a small demo.

Use: readme_commands_test.py PROGRAM
"""

import os
import pathlib
import shlex
import subprocess
import sys
import tempfile
import unittest

import readme_table

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Ids are as wide as in the full demo: p0001.
SMALL_DEMO = ["demo", "--people", "1000", "--places", "600", "--out", "demo", "--no-serve"]


def run(program, arguments, folder):
    return subprocess.run([program, *arguments], cwd=folder, text=True, capture_output=True, check=False, timeout=300)


class Commands(unittest.TestCase):
    program = ""

    def test_each_command_of_the_table_works(self):
        rows = readme_table.rows((ROOT / "README.md").read_text(encoding="utf-8"))
        with tempfile.TemporaryDirectory() as folder:
            for name in ("data", "tests"):  # commands stand as typed in a clone
                os.symlink(ROOT / name, pathlib.Path(folder) / name)
            demo = run(self.program, SMALL_DEMO, folder)
            self.assertEqual(0, demo.returncode, demo.stderr)
            for row in rows:
                for command in row.commands:
                    with self.subTest(demand=row.demand, command=command):
                        done = run(self.program, shlex.split(command)[1:], folder)
                        answers = (0, 1) if command.startswith("passend fair ") else (0,)  # 1: something was found
                        self.assertIn(done.returncode, answers, done.stderr)
                        self.assertTrue(done.stdout.strip(), "nothing was printed")


if __name__ == "__main__":
    Commands.program = os.path.abspath(sys.argv.pop(1))
    unittest.main()
