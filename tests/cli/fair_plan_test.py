# SPDX-License-Identifier: EUPL-1.2
"""Shows: twins of a demo municipality get the same plan, and columns with name, sex and nationality change no byte."""

import json
import pathlib
import tempfile
import unittest

import program


class FairPlan(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.demo = pathlib.Path(cls.folder.name) / "demo"
        done = program.run("demo", "--people", "400", "--places", "250", "--no-serve", "--out", cls.demo)
        assert done.returncode == 0, done.stderr
        cls.plan = pathlib.Path(cls.folder.name) / "plan"
        done = program.run("plan", cls.demo / "snapshot", "--out", cls.plan, *program.DATE)
        assert done.returncode == 0, done.stderr

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_a_hundred_thousand_twins_show_no_difference(self):
        done = program.run("fair", "plan", self.plan, self.demo / "snapshot", "--twins", "100000", "--format", "json")
        answer = json.loads(done.stdout)
        self.assertEqual((0, 0), (done.returncode, answer["differences"]))
        self.assertGreaterEqual(answer["twins"], 100000)
        self.assertGreater(min(row["twins"] for row in answer["changes"] if row["change"] != "pc4"), 0, answer)

    def test_columns_of_name_sex_and_nationality_change_no_byte_of_the_plan(self):
        people = self.demo / "snapshot/people.csv"
        before = people.read_text(encoding="utf-8")
        lines = before.splitlines()
        extra = ["name,sex,nationality"] + [f"x{i},{'vm'[i % 2]},{'abc'[i % 3]}" for i in range(len(lines) - 1)]
        try:
            people.write_text("\n".join(f"{a},{b}" for a, b in zip(lines, extra)) + "\n", encoding="utf-8")
            again = pathlib.Path(self.folder.name) / "again"
            self.assertEqual(0, program.run("plan", self.demo / "snapshot", "--out", again, *program.DATE).returncode)
            for name in ("plan.json", "waiting.csv", "certificate.json", "fairness.json"):
                self.assertEqual((self.plan / name).read_bytes(), (again / name).read_bytes(), name)
        finally:
            people.write_text(before, encoding="utf-8")

    def test_a_folder_without_a_plan_is_one_fault(self):
        done = program.run("fair", "plan", self.demo / "snapshot", self.demo / "snapshot")
        self.assertEqual(3, done.returncode)
        self.assertIn("plan.json", done.stderr)


if __name__ == "__main__":
    program.main()
