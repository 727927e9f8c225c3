# SPDX-License-Identifier: EUPL-1.2
"""Shows: outcomes of a plan and of counts from a file are compared by group; small numbers cannot be seen or
subtracted; sex and origin have no road but the separate file."""

import json
import pathlib
import re
import tempfile
import unittest

import program

HOLE = re.compile(r"\[[a-z]+\.[a-z]|\{[a-z_]*\}")


class Totals(unittest.TestCase):
    def ask(self, rows, *words):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "totals.csv"
            file.write_text(rows, encoding="utf-8")
            return program.run("fair", "monitor", "totals", file, *words)

    def test_the_template_asks_where_a_group_is_behind_and_not_where_it_is_ahead(self):
        done = program.run("fair", "monitor", "totals", "data/examples/outcome_totals.csv", "--format", "json")
        self.assertEqual(1, done.returncode, done.stderr)
        rows = [row for kind in json.loads(done.stdout)["kinds"] for row in kind["groups"]]
        # The best of sex is not the group of 24 people, whose rate is the highest.
        self.assertEqual(["vrouw", "buiten Europa"], [row["group"] for row in rows if row["question"]])

    def test_a_small_group_hides_the_next(self):
        done = self.ask("group_kind,group,people,placed\nk,a,100,50\nk,b,9,4\nk,c,300,150\n", "--format", "json")
        hidden = [row for row in json.loads(done.stdout)["kinds"][0]["groups"] if row["hidden"]]
        self.assertEqual([{"group": "a", "hidden": True}, {"group": "b", "hidden": True}], hidden)
        self.assertEqual(0, done.returncode)

    def test_both_languages_are_whole_fit_a_terminal_and_say_a_difference_is_a_question(self):
        for language, word in (("nl", "vraag"), ("en", "question")):
            said = program.run("fair", "monitor", "totals", "data/examples/outcome_totals.csv", "--lang", language).stdout
            self.assertNotRegex(said, HOLE)
            self.assertLessEqual(max(map(len, said.splitlines())), 80)
            self.assertIn(word, said)

    def test_bad_files_are_one_fault(self):
        for bad in ("", "group_kind,group,people,placed\n", "group_kind,group,people,placed\nk,a,1,2\n"):
            done = self.ask(bad, "--format", "json")
            self.assertEqual((3, 1), (done.returncode, len(json.loads(done.stdout))), bad)


class PlanOutcomes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.demo = pathlib.Path(cls.folder.name) / "demo"
        done = program.run("demo", "--people", "600", "--places", "350", "--no-serve", "--out", cls.demo)
        assert done.returncode == 0, done.stderr

    def ask(self, *words):
        return program.run("fair", "monitor", "plan", *words, self.demo / "plan", self.demo / "snapshot")

    def test_every_count_is_that_of_the_files(self):
        answer = json.loads(self.ask("--by", "benefit,area", "--format", "json").stdout)
        plan = json.loads((self.demo / "plan/plan.json").read_text("utf-8"))
        placed = {p["person"] for p in plan["proposals"] if p["round"] == 1}
        lines = (self.demo / "snapshot/people.csv").read_text("utf-8").splitlines()
        at = lines[0].split(",").index("benefit")
        benefit = {line.split(",")[0]: line.split(",")[at] for line in lines[1:]}
        kind, area = answer["kinds"]
        self.assertEqual("area", area["kind"])
        self.assertEqual(len(placed), kind["placed"])
        shown = [row for row in kind["groups"] if not row["hidden"]]
        self.assertGreater(len(shown), 1)
        for row in shown:
            self.assertEqual(sum(benefit[p] == row["group"] for p in placed), row["placed"], row)

    def test_nothing_small_is_shown(self):
        for outcome in ("voorstel", "placement"):
            done = self.ask("--outcome", outcome, "--format", "json")
            self.assertIn(done.returncode, (0, 1), done.stderr)
            kinds = json.loads(done.stdout)["kinds"]
            self.assertIn("age_band", [kind["kind"] for kind in kinds])
            for kind in kinds:
                for row in kind["groups"]:
                    if not row["hidden"]:
                        for count in (row["people"], row["placed"], row["people"] - row["placed"]):
                            self.assertTrue(count == 0 or count >= 10, row)

    def test_sex_and_origin_are_no_groups_of_a_plan(self):
        for word in ("sex", "origin", "geslacht", "afkomst", "nationality"):
            self.assertEqual(2, self.ask("--by", word).returncode)

    def test_both_languages_are_whole(self):
        for language in program.LANGUAGES:
            said = self.ask("--lang", language).stdout
            self.assertNotRegex(said, HOLE)
            self.assertLessEqual(max(map(len, said.splitlines())), 80)

    def test_a_plan_of_other_people_is_one_fault(self):
        plan = self.demo / "plan/plan.json"
        before = plan.read_text("utf-8")
        person = json.loads(before)["proposals"][0]["person"]
        try:
            plan.write_text(before.replace(f'"{person}"', '"stranger"'), encoding="utf-8")
            done = self.ask("--format", "json")
            self.assertEqual((3, 1), (done.returncode, len(json.loads(done.stdout))))
        finally:
            plan.write_text(before, encoding="utf-8")


if __name__ == "__main__":
    program.main()
