# SPDX-License-Identifier: EUPL-1.2
"""Wrong use, unreadable input and faults in the snapshot end as agreed."""
import contextlib
import io
import json
import shutil
import unittest

import tiny_world as tiny
from tiny_folder import Folder, schemed_tables, tables, work
from tiny_world import TOOLS
from verify_plan import main


class Use(unittest.TestCase):
    def test_wrong_use_is_2(self):
        with self.assertRaises(SystemExit) as caught, contextlib.redirect_stderr(io.StringIO()):
            main(["only-one"])
        self.assertEqual(caught.exception.code, 2)

    def test_unreadable_input_is_3(self):
        with Folder(tables()) as folder:
            (folder.plan / "plan.json").write_text("{")
            self.assertEqual(folder.verify()[0], 3)
            shutil.rmtree(folder.plan)
            self.assertEqual(folder.verify()[0], 3)

    def test_fault_in_the_snapshot_is_3(self):
        for table, old, new in (("people", "p2", "p1"), ("wishes", "fiets", "raket"), ("work", "e1", "e8"),
                                ("work", "regulier", "slavernij"), ("people", "1990-01-01", "1990-13-01")):
            with self.subTest(table=table, new=new), Folder(tables()) as folder:
                folder.edit_fact(table, old, new)
                folder.seal()
                code, text = folder.verify()
                self.assertEqual(code, 3, text)
                self.assertIn(f"{table}.csv:", text)

    def test_fault_in_a_scheme_is_3(self):
        for old, new in (('id = "s2"', 'id = "s1"'), ('id = "s2"', 'id = "S2"'), ('"age"', '"aeg"'),
                         ("from = 18", 'from = "x"'), ("is = true", ""), ("none_of", "of"),
                         ("2026-11-02", "2026-11-32"), ("places = 2", "places = 1.5")):
            with self.subTest(new=new), Folder(schemed_tables(), schemes=tiny.SCHEMES) as folder:
                path = folder.snapshot / "schemes/b.toml"
                self.assertIn(old, path.read_text())
                path.write_text(path.read_text().replace(old, new))
                folder.seal()
                code, text = folder.verify()
                self.assertEqual(code, 3, text)
                self.assertIn("schemes/b.toml: ", text)

    def test_a_resource_named_as_a_scheme_is_3(self):
        with Folder(schemed_tables(), schemes=tiny.SCHEMES) as folder:
            path = folder.snapshot / "resources.csv"
            content = path.read_text()
            for name, expected in (("scheme:s2", 3), ("scheme:s4:places", 3), ("scheme:s4", 0),
                                   ("scheme:s3:places", 0)):
                path.write_text(content + f"{name},geld,1\n")
                folder.seal()
                code, text = folder.verify()
                self.assertEqual(code, expected, text)
                self.assertEqual("resources.csv:4:resource" in text, expected == 3)

    def test_many_problems_are_counted_and_capped(self):
        from verify.problems import Problems
        problems = Problems("plan", "en")
        for n in range(25):
            problems.add("plan.json", "proposal.unknown", what=n)
        self.assertEqual(len(problems.lines()), 21)
        self.assertIn("25 times in all", problems.lines()[-1])

    def test_entry_lies_in_tools(self):
        self.assertTrue((TOOLS / "verify_plan.py").is_file())


if __name__ == "__main__":
    unittest.main()
