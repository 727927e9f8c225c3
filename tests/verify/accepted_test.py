# SPDX-License-Identifier: EUPL-1.2
"""A whole tiny plan by the naive planner is accepted, with schemes, budgets, floors and learning."""
import json
import random
import unittest

import tiny_world as tiny
from gates_test import learning_tables, random_tables, with_schemes
from naive_planner import digest
from tiny_folder import Folder, RULES, person, scarce_tables, schemed_tables, tables, work
from verify_plan import main


class Accepted(unittest.TestCase):
    def check(self, folder, start="accepted: "):
        code, text = folder.verify()
        self.assertEqual(code, 0, text)
        self.assertTrue(text.splitlines()[-1].startswith(start), text)

    def test_naive_plan(self):
        with Folder(tables()) as folder:
            self.check(folder)
            self.assertGreaterEqual(len(folder.read("plan.json")["proposals"]), 6)

    def test_naive_plan_with_previous(self):
        with Folder(tables()) as folder:
            previous = folder.read("plan.json")["proposals"]
        with Folder(tables(), previous=previous) as folder:
            self.check(folder)
            kept = [level for level in folder.read("plan.json")["levels"] if level["name"] == "kept"]
            self.assertGreater(kept[0]["value"], 0)

    def test_naive_plan_where_a_budget_and_a_floor_bind(self):
        facts = tables()
        facts["resources"][1]["amount"] = "100000"
        with Folder(facts, RULES + tiny.FLOOR.format(people=3)) as folder:
            self.check(folder)

    def test_naive_plan_with_schemes(self):
        with Folder(schemed_tables(), schemes=tiny.SCHEMES) as folder:
            self.check(folder)
            self.assertEqual((folder.plan / "learning.csv").read_text().splitlines()[1:], ["p8,t1,1,8,,s4"])
            waiting = (folder.plan / "waiting.csv").read_text()
            self.assertIn("p9,regeling past niet,gemeente,1,andere regeling,", waiting)
            pays = (folder.plan / "pays.csv").read_text()
            for line in ("p2,1,w2,,coach,1.50", "p2,1,w2,s1,geld,100005", "p1,1,w1,s2,scheme:s2,40000",
                         "p1,1,w1,s2,scheme:s2:places,1", "p4,1,w3,s4,scheme:s4:places,1"):
                self.assertIn(f"\n{line}\n", pays)
            code, text = folder.verify("--sample", "4")
            self.assertEqual(code, 0, text)

    def test_naive_plans_of_random_snapshots_with_schemes(self):
        for seed in range(300, 312):
            facts = with_schemes(random.Random(seed), 5, 7)
            with self.subTest(seed=seed), Folder(facts, schemes=tiny.SCHEMES) as folder:
                self.check(folder)

    def test_naive_plans_where_people_can_learn(self):
        lines = 0
        for seed in range(40, 48):
            with self.subTest(seed=seed), Folder(learning_tables(random.Random(seed), 5, 4)) as folder:
                self.check(folder)
                lines += (folder.plan / "learning.csv").read_text().count("\n") - 1
        self.assertGreater(lines, 3)

    def test_naive_plans_where_schemes_are_scarce(self):
        used = 0
        for seed in range(400, 408):
            rng = random.Random(seed)
            facts = scarce_tables(rng)
            facts["work"] = [{**row, "scheme": rng.choice(("s1", "s2", "s2"))} for row in facts["work"]]
            facts["people"] = [{**row, "status": "zoekend", "benefit": "ww"} for row in facts["people"]]
            facts["placements"] = [{"person": "p4", "work": "w0", "from": "2026-10-01"}] * rng.randint(0, 1)
            with self.subTest(seed=seed), Folder(facts, schemes=tiny.SCHEMES) as folder:
                self.check(folder)
                used += (folder.plan / "pays.csv").read_text().count(",s2,scheme:s2,40000")
        self.assertGreater(used, 0)

    def test_naive_plans_of_random_snapshots(self):
        for seed in range(12):
            with self.subTest(seed=seed), Folder(random_tables(random.Random(seed), 5, 7)) as folder:
                self.check(folder)

    def test_naive_plans_where_places_are_scarce(self):
        lost = 0
        for seed in range(100, 115):
            facts = scarce_tables(random.Random(seed))
            rules = RULES + tiny.FLOOR.format(people=2) if any(g["group"] == "lang" for g in facts["groups"]) else RULES
            with self.subTest(seed=seed), Folder(facts, rules) as folder:
                self.check(folder)
                lost += len(folder.planner.rounds[0][3])
                previous = folder.planner.proposals
            with self.subTest(seed=seed, previous=True), Folder(facts, RULES, previous) as folder:
                self.check(folder)
        self.assertGreater(lost, 0)

    def test_default_rules_without_rules_in_the_snapshot(self):
        with Folder(tables()) as folder:
            (folder.snapshot / "rules.toml").unlink()
            folder.seal()
            manifest = folder.read("manifest.json")
            rules = folder.data / "rules/voorbeeld.toml"
            manifest["inputs"]["rules/voorbeeld.toml"] = digest(rules.read_bytes())
            folder.write("manifest.json", manifest)
            self.check(folder)

    def test_snapshot_as_a_spreadsheet_saves_it(self):
        with Folder(tables()) as folder:
            path = folder.snapshot / "people.csv"
            text = "sep=;\r\n" + path.read_text().replace(",", ";").replace("\n", "\r\n")
            path.write_bytes(("\ufeff" + text.replace("p1;", '" p1";')).encode())
            folder.seal()
            self.check(folder)

    def test_sample_never_says_accepted(self):
        with Folder(tables()) as folder:
            code, text = folder.verify("--sample", "3")
            self.assertEqual(code, 0, text)
            self.assertTrue(text.splitlines()[-1].startswith("sampled: 3 of 6"))
            self.assertNotIn("accepted", text)


if __name__ == "__main__":
    unittest.main()
