# SPDX-License-Identifier: EUPL-1.2
"""A tiny plan tampered with, every hash recomputed, is refused for its reason."""
import json
import unittest

import tiny_world as tiny
from gates_test import with_schemes
from naive_planner import Planner
from tiny_folder import Folder, RULES, person, schemed_tables, tables, wish, work
from verify_plan import main


class Refused(unittest.TestCase):
    def tampered(self, expected, change, facts=None, rules=RULES, previous=None, schemes=None):
        """After `change` and with all hashes recomputed the plan is refused, for this reason among others."""
        with Folder(facts or tables(), rules, previous, schemes) as folder:
            self.assertEqual(folder.verify()[0], 0)
            change(folder)
            folder.seal()
            code, text = folder.verify()
            self.assertEqual(code, 1, text)
            self.assertIn(f": {expected}: ", text)
            self.assertRegex(text.splitlines()[-1], r"^not accepted: [0-9]+ problems$")

    def in_plan(self, edit):
        def change(folder):
            plan = folder.read("plan.json")
            edit(plan)
            folder.write("plan.json", plan)
        return change

    def in_both(self, edit):
        """The same change of levels in plan.json and certificate.json."""
        def change(folder):
            plan, certificate = folder.read("plan.json"), folder.read("certificate.json")
            edit([level for level in plan["levels"] if level["round"] == 1])
            edit(certificate["rounds"][0]["levels"])
            folder.write("plan.json", plan)
            folder.write("certificate.json", certificate)
        return change

    def test_two_voorstellen_swapped(self):
        def swap(plan):
            one, other = [e for e in plan["proposals"] if e["round"] == 1][:2]
            one["work"], other["work"] = other["work"], one["work"]
        self.tampered("proposal.parts", self.in_plan(swap))

    def worse(self, folder, claim_value_as_bound):
        """A plan with two voorstellen changed round and everything else made to fit: score, parts, reasons, values."""
        planner = Planner(folder.planner.w)
        best, honest = planner.best_plan, planner.bound

        def swapped_plan(options, capacities, weights):
            choice = dict(best(options, capacities, weights))
            return sorted(self.swapped(choice, options, capacities).items())

        def claimed(name, *rest):
            prices, keep, _ = honest(name, *rest)
            return prices, keep, rest[-1][name]
        planner.best_plan = swapped_plan
        if claim_value_as_bound:
            planner.bound = claimed
        before = folder.read("plan.json")["proposals"]
        for name, content in planner.files().items():
            (folder.plan / name).write_text(content, encoding="utf-8")
        self.assertNotEqual(before, folder.read("plan.json")["proposals"])

    def test_two_voorstellen_swapped_with_everything_recomputed(self):
        """Then either the bound does not follow from the prices, or it is not reached."""
        self.tampered("level.bound", lambda folder: self.worse(folder, True))
        self.tampered("level.exact", lambda folder: self.worse(folder, False))

    @staticmethod
    def swapped(choice, options, capacities):
        """The choice with one person at another free work, or two people changed round."""
        for one in sorted(choice):
            for other in sorted(choice):
                a, b = choice[one], choice[other]
                if a != b and b in options[one] and a in options[other]:
                    return {**choice, one: b, other: a}
        for one in sorted(choice):
            for w in options[one]:
                if w != choice[one] and list(choice.values()).count(w) < capacities[w]:
                    return {**choice, one: w}
        return choice

    def test_voorstel_left_out(self):
        self.tampered("level.value", self.in_plan(lambda plan: plan["proposals"].pop(0)))

    def test_score_part_one_higher(self):
        def higher(plan):
            plan["proposals"][0]["parts"]["wish"] += 1
        self.tampered("proposal.parts", self.in_plan(higher))

    def test_score_and_value_one_higher(self):
        def higher(plan):
            plan["proposals"][0]["score"] += 1
        self.tampered("proposal.score", self.in_plan(higher))

    def test_question_hidden(self):
        def hide(plan):
            next(e for e in plan["proposals"] if e["conditional"])["conditional"].pop()
        self.tampered("proposal.conditional", self.in_plan(hide))

    def test_reason_and_displaces_changed(self):
        self.tampered("proposal.reasons", self.in_plan(lambda plan: plan["proposals"][0]["reasons"].pop()))
        self.tampered("proposal.displaces", self.in_plan(
            lambda plan: plan["proposals"][0]["displaces"].update(also=7)))

    def test_bound_one_lower(self):
        def lower(levels):
            next(level for level in levels if level["name"] == "score")["bound"] -= 1
        self.tampered("level.bound", self.in_both(lower))

    def test_bound_one_higher(self):
        def higher(levels):
            next(level for level in levels if level["name"] == "placed")["bound"] += 1
        self.tampered("level.exact", self.in_both(higher))

    def test_bound_differs_between_the_files(self):
        self.tampered("certificate.levels", self.in_plan(lambda plan: plan["levels"][0].update(bound=99)))

    def test_price_changed_so_that_the_bound_no_longer_holds(self):
        for change in ({}, None, "0.5"):
            with self.subTest(change=change):
                self.tampered("level.bound", lambda folder: self.change_price(folder, change))

    @staticmethod
    def change_price(folder, change):
        certificate = folder.read("certificate.json")
        level = next(x for x in certificate["rounds"][0]["levels"] if x["name"] == "score")
        if change == {}:
            level["work"] = {}
        elif change is None:
            level["work"].pop(min(level["work"]))
        else:
            level["work"][min(level["work"])] += ".5"
            level["work"]["w5"] = "1"
        folder.write("certificate.json", certificate)

    def test_price_of_wrong_form(self):
        for price in ("-1", "0", "1e3", "1.1234567890123", 5):
            def change(folder, price=price):
                certificate = folder.read("certificate.json")
                certificate["rounds"][0]["levels"][0]["work"]["w5"] = price
                folder.write("certificate.json", certificate)
            self.tampered("certificate.price", change)

    def test_fact_changed(self):
        self.tampered("proposal.parts", lambda folder: folder.edit_fact("people", "16,24", "16,25"))
        self.tampered("proposal.gates", lambda folder: folder.edit_fact("work", "1600", "1400"))

    def test_candidate_left_out(self):
        """A person whose better work was never looked at: facts gain a candidate the bounds do not know."""
        self.tampered("level.bound", lambda folder: folder.edit_fact("work", "1000", "1600"))

    def test_budget_overspent_by_a_cent(self):
        facts = tables()
        facts["resources"][1]["amount"] = "200000"
        self.tampered("round.budget", lambda folder: folder.edit_fact("resources", "200000", "199999"), facts)

    def test_support_hours_overspent(self):
        facts = tables()
        facts["resources"][0]["amount"] = "1.5"
        self.tampered("round.budget", lambda folder: folder.edit_fact("resources", "1.5", "1.49"), facts)

    def test_person_twice_work_full_pair_repeated(self):
        def double(plan):
            plan["proposals"].insert(0, dict(plan["proposals"][0]))
        self.tampered("proposal.twice", self.in_plan(double))
        self.tampered("round.capacity", lambda folder: folder.edit_fact("work", ",2,nee", ",1,nee"))

        def repeat(plan):
            first = next(e for e in plan["proposals"] if e["person"] == "p2" and e["round"] == 1)
            second = next(e for e in plan["proposals"] if e["person"] == "p2" and e["round"] == 2)
            second["work"] = first["work"]
        self.tampered("proposal.repeated", self.in_plan(repeat))

    def test_statutory_order_broken(self):
        """The place of the longest indicated goes to the other."""
        self.tampered("proposal.statutory", lambda folder: folder.edit_fact("indications", "2024-02-01", "2026-02-01"))

    def test_bytes_order_and_numbers(self):
        def spaced(folder):
            path = folder.plan / "plan.json"
            path.write_text(path.read_text() + "\n")
        self.tampered("plan.bytes", spaced)
        self.tampered("plan.order", self.in_plan(lambda plan: plan["proposals"].reverse()))
        self.tampered("plan.form", self.in_plan(lambda plan: plan["proposals"][0].update(score=1.0)))
        self.tampered("plan.form", self.in_plan(lambda plan: plan["proposals"][0]["parts"].update(wish=1.0)))

    def test_other_date_or_seed(self):
        self.tampered("level.value", self.in_plan(lambda plan: plan.update(seed=2)))
        self.tampered("proposal.no_wish", self.in_plan(lambda plan: plan.update(date="2026-09-01")))

    def in_csv(self, name, old, new):
        def change(folder):
            path = folder.plan / name
            self.assertIn(old, path.read_text())
            path.write_text(path.read_text().replace(old, new, 1))
        return change

    def with_schemes(self, expected, change):
        self.tampered(expected, change, schemed_tables(), schemes=tiny.SCHEMES)

    def test_learning_and_pays(self):
        self.with_schemes("learning.row", self.in_csv("learning.csv", "p8,t1,1,8", "p8,t1,2,8"))
        self.with_schemes("learning.row", self.in_csv("learning.csv", ",s4", ","))
        self.with_schemes("learning.missing", self.in_csv("learning.csv", "p8,t1,1,8,,s4\n", ""))
        self.with_schemes("learning.extra", self.in_csv("learning.csv", "who_pays\n", "who_pays\np1,t1,1,8,,s4\n"))
        self.with_schemes("learning.header", self.in_csv("learning.csv", "works", "work"))
        self.with_schemes("learning.order", self.in_csv("learning.csv", "p8,t1,1,8,,s4\n", "p8,t1,1,8,,s4\n" * 2))
        self.with_schemes("pays.row", self.in_csv("pays.csv", "100005", "100004"))
        self.with_schemes("pays.row", self.in_csv("pays.csv", "w2,s1,geld", "w2,,geld"))
        self.with_schemes("pays.row", self.in_csv("pays.csv", "coach,1.50", "coach,1.5"))
        self.with_schemes("pays.missing", self.in_csv("pays.csv", "p2,1,w2,,coach,1.50\n", ""))
        self.with_schemes("pays.extra", self.in_csv("pays.csv", "p2,1,w2,,coach", "p2,1,w2,,coach,1\np2,1,w2,,cash"))
        self.with_schemes("pays.header", self.in_csv("pays.csv", "amount", "much"))

        def turned(folder):
            header, *lines = (folder.plan / "pays.csv").read_text().splitlines(keepends=True)
            (folder.plan / "pays.csv").write_text("".join([header, *reversed(lines)]))
        self.with_schemes("pays.order", turned)

    def test_learning_or_pays_missing(self):
        for name in ("learning.csv", "pays.csv"):
            self.tampered("manifest.missing", lambda folder, name=name: (folder.plan / name).unlink())

    def test_a_scheme_changed(self):
        def in_scheme(name, old, new):
            def change(folder):
                path = folder.snapshot / "schemes" / name
                self.assertIn(old, path.read_text())
                path.write_text(path.read_text().replace(old, new))
            return change
        uses = "a_money_from_uses.toml"
        self.with_schemes("round.budget", in_scheme("b.toml", "places = 2", "places = 1"))
        self.with_schemes("round.budget", in_scheme("b.toml", "eurocent = 100000", "eurocent = 79999"))
        self.with_schemes("proposal.gates", in_scheme("b.toml", 'none_of = ["scholier"]', 'any_of = ["scholier"]'))
        self.with_schemes("proposal.gates", in_scheme(uses, "2026-11-02", "2026-11-03"))
        self.with_schemes("proposal.conditional", in_scheme(uses, 'predicate = "benefit"', 'predicate = "residence"'))
        self.with_schemes("proposal.gates", lambda folder: folder.edit_fact("people", "bijstand", "geen"))

    def test_inputs_of_schemes_are_listed(self):
        with Folder(schemed_tables(), schemes=tiny.SCHEMES) as folder:
            sealed = folder.read("manifest.json")
            self.assertEqual(folder.verify()[0], 0)
            for name in ("snapshot/schemes/b.toml", "law/aow.toml"):
                inputs = {key: value for key, value in sealed["inputs"].items() if key != name}
                folder.write("manifest.json", {**sealed, "inputs": inputs})
                self.assertIn(f"manifest.input_unlisted: {name}", folder.verify()[1])
            folder.write("manifest.json", sealed)
            (folder.snapshot / "schemes/b.toml").write_text(tiny.SCHEMES["b.toml"] + "\n")
            self.assertIn("manifest.input: snapshot/schemes/b.toml", folder.verify()[1])
        with Folder(tables()) as folder:
            (folder.data / "law/aow.toml").unlink()
            folder.seal()
            self.assertEqual(folder.verify()[0], 0)

    def test_places_waiting_fairness_reach_and_previous(self):
        in_csv = self.in_csv
        self.tampered("places.row", in_csv("places.csv", "w1,1,1", "w1,1,0"))
        self.tampered("waiting.missing", in_csv("waiting.csv", "plek", "plak"))
        self.tampered("waiting.row", in_csv("waiting.csv", "werkgever,1", "werkgever,2"))

        def in_json(name, edit):
            def change(folder):
                value = folder.read(name)
                edit(value)
                folder.write(name, value)
            return change
        self.tampered("fairness.figure", in_json("fairness.json", lambda v: v["total"].update(voorstel=5)))
        self.tampered("fairness.groups", in_json("fairness.json", lambda v: v["groups"].pop()))
        self.tampered("reach.value", in_json("certificate.json", lambda v: v["reach"]["lang"].update(value=9)))
        self.tampered("reach.cover", in_json("certificate.json", lambda v: v["reach"]["lang"].update(cover=["p1"])))
        self.tampered("previous.form", in_json("previous.json", lambda v: v.append({"person": "p1"})))
        self.tampered("level.names", in_json("previous.json", lambda v: v.append(
            {"person": "p1", "round": 1, "work": "w1"})))

    def test_rules(self):
        def rewrite(old, new):
            def change(folder):
                for path in (folder.plan / "rules.toml", folder.snapshot / "rules.toml"):
                    path.write_text(path.read_text().replace(old, new))
            return change
        self.tampered("rules.weights", rewrite("known = 150", "known = 151"))
        floor = RULES + tiny.FLOOR.format(people=1)
        self.tampered("rules.floor_fields", rewrite('ground = "beleidsregel"\n', ""), rules=floor)
        self.tampered("rules.floor_group", rewrite('group = "lang"', 'group = "kort"'), rules=floor)
        self.tampered("rules.copy", lambda folder: (folder.plan / "rules.toml").write_text(RULES + "\n"))

    def test_hashes_and_state(self):
        with Folder(tables()) as folder:
            folder.seal("stopped")
            self.assertIn("manifest.state", folder.verify()[1])
            folder.seal()
            folder.edit_fact("people", "6512", "6511")
            self.assertIn("manifest.input: ", folder.verify()[1])
        with Folder(tables()) as folder:
            (folder.plan / "report.html").write_text("<p>")
            code, text = folder.verify()
            self.assertEqual(code, 1)
            self.assertIn("manifest.unlisted", text)
            self.assertIn("report.html", text)


if __name__ == "__main__":
    unittest.main()
