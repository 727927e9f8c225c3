# SPDX-License-Identifier: EUPL-1.2
"""A whole tiny plan by the naive planner is accepted; the same plan tampered with, every hash recomputed, is not."""
import contextlib
import io
import json
import random
import shutil
import tempfile
import unittest
from pathlib import Path

import tiny_world as tiny
from gates_test import learning_tables, random_tables, with_schemes
from naive_gates import World
from naive_planner import Planner, as_json, digest
from tiny_world import CLEANER, HEAD_WAITER, TOOLS, WAITER
from verify.reading import day
from verify.reference import read_reference
from verify.rules import read_rules
from verify.snapshot import read_snapshot
from verify_plan import main

RULES = tiny.DATA["rules/voorbeeld.toml"]


def person(name, **cells):
    return {**tiny.PERSON, "person": name, **cells}


def wish(name, rank=1, **cells):
    return {**tiny.WISH, "person": name, "rank": str(rank), **cells}


def work(name, **cells):
    return {**tiny.WORK, "work": name, **cells}


def tables():
    """Six people, five works: a first choice for two people, a sheltered place for two, a budget, support, groups,
    someone without wish, someone who waits."""
    return {
        "people": [person("p1"), person("p2", pc4="6512"), person("p3", hours_max="24"), person("p4"), person("p5"),
                   person("p6", pc4=""), person("p7")],
        "wishes": [wish("p1", occupation=HEAD_WAITER), wish("p1", 2, occupation="5"), wish("p2"),
                   wish("p3", kind="beschut"), wish("p4", kind="beschut"), wish("p4", 2, mode=""),
                   wish("p5", occupation=CLEANER), wish("p6", occupation="9"), wish("p7", confirmed="")],
        "employers": [{"employer": "e1"}, {"employer": "e2"}],
        "work": [work("w1", occupation=HEAD_WAITER), work("w2", occupation=WAITER, places="2", scheme="s1"),
                 work("w3", kind="beschut", occupation=CLEANER, employer="e2"),
                 work("w4", occupation=CLEANER, closed=""), work("w5", occupation=CLEANER, hourly_eurocent="1000")],
        "indications": [{"person": "p3", "kind": "beschut", "since": "2025-02-01"},
                        {"person": "p4", "kind": "beschut", "since": "2024-02-01"}],
        "support": [{"person": "p2", "kind": "jobcoach", "hours_week": "1.5"}],
        "resources": [{"resource": "coach", "kind": "jobcoach", "amount": "20"},
                      {"resource": "geld", "kind": "geld", "amount": "300000"}],
        "uses": [{"kind": "scheme", "id": "s1", "resource": "geld", "amount_per_person": "100000"}],
        "groups": [{"person": p, "group": "lang", "kind": "waiting"} for p in ("p1", "p2", "p5")],
        "conditions": [{"person": "p1", "item": "IV.16", "level": "60"},
                       {"person": "p5", "item": "IV.16", "level": "geen"}],
        "languages": [{"person": "p1", "language": "nl", "level": "A2"}],
        "requirements": [{"work": "w1", "kind": "language", "code": "nl", "level": "B1", "trainable": "ja"}]}


def schemed_tables():
    """The same with schemes: s1 pays from a budget, s2 is places and money of which one is taken, s4 is places; p8
    waits for a licence, p9 for another scheme."""
    facts = tables()
    facts["people"] = [{**row, "status": "zoekend", "benefit": "bijstand"} for row in facts["people"]]
    facts["people"] += [person("p8", benefit="ww"), person("p9", status="scholier")]
    facts["wishes"] += [wish("p8", kind="leerbaan"), wish("p9", kind="basisbaan")]
    facts["work"][0] |= {"scheme": "s2", "places": "2"}
    facts["work"][2]["scheme"] = "s4"
    facts["work"] += [work("w6", kind="leerbaan", scheme="s1"), work("w8", kind="leerbaan", scheme="s1"),
                      work("w7", kind="basisbaan", scheme="s2", non_displacement="2026-10-01")]
    facts["placements"] = [{"person": "p7", "work": "w1", "from": "2026-01-01"}]
    facts["uses"].append({"kind": "work", "id": "w2", "resource": "geld", "amount_per_person": "5"})
    facts["licences"] = [{"person": "p8", "licence": code, "has": "nee"} for code in ("B", "vca")]
    facts["requirements"] += [{"work": w, "kind": "licence", "code": code, "trainable": "nee"}
                              for w, code in (("w6", "B"), ("w6", "vca"), ("w8", "B"))]
    facts["training"] = [{"training": "t1", "gives_kind": "licence", "gives_code": "B", "weeks": "8", "scheme": "s4"},
                         {"training": "t2", "gives_kind": "licence", "gives_code": "vca", "weeks": "1"}]
    return facts


def scarce_tables(rng):
    """Few obstacles and few places: who gets what is decided by orders, budgets and floors."""
    names, kinds = [f"p{i}" for i in range(5)], ("regulier", "regulier", "beschut", "basisbaan")
    return {
        "people": [person(p, pc4=rng.choice(("6511", "6512")), hours_max=rng.choice(("24", "32"))) for p in names],
        "wishes": [wish(p, rank, kind=rng.choice(kinds), occupation=rng.choice(("", "", "5", "9")), mode="")
                   for p in names for rank in range(1, rng.randint(2, 4))],
        "employers": [{"employer": "e1"}],
        "work": [work(f"w{i}", kind=rng.choice(kinds), occupation=rng.choice((WAITER, CLEANER)),
                      places=rng.choice(("1", "1", "2")), scheme=rng.choice(("", "s1")), non_displacement="2026-10-01")
                 for i in range(4)],
        "indications": [{"person": p, "kind": "beschut", "since": rng.choice(("2025-01-01", "2025-02-01", ""))}
                        for p in names if rng.random() < 0.9],
        "support": [{"person": p, "kind": "jobcoach", "hours_week": "1.5"} for p in names if rng.random() < 0.4],
        "resources": [{"resource": "coach", "kind": "jobcoach", "amount": rng.choice(("1.5", "20"))},
                      {"resource": "geld", "kind": "geld", "amount": rng.choice(("1", "2", "9"))}],
        "uses": [{"kind": "scheme", "id": "s1", "resource": "geld", "amount_per_person": "1"}],
        "groups": [{"person": p, "group": "lang", "kind": "waiting"} for p in names if rng.random() < 0.5]
        + [{"person": "p0", "group": "wijk", "kind": "area"}, {"person": "p1", "group": "wijk", "kind": "age"}]}


class Folder:
    """A temporary repository: data, snapshot, plan."""

    def __init__(self, facts, rules=RULES, previous=None, schemes=None):
        self._folder = tempfile.TemporaryDirectory()
        self.root = Path(self._folder.name)
        self.data, self.snapshot, self.plan = self.root / "data", self.root / "snapshot", self.root / "plan"
        tiny.write_data(self.data)
        tiny.write_snapshot(self.snapshot, facts, rules, schemes)
        self.plan.mkdir()
        self.schemes = schemes
        self.make(rules, previous)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._folder.cleanup()

    def make(self, rules, previous):
        (self.plan / "rules.toml").write_text(rules, encoding="utf-8")
        reference, read = read_reference(self.data), read_rules(self.plan / "rules.toml")
        snapshot, faults = read_snapshot(self.snapshot, reference, read)
        assert not faults, faults
        self.planner = Planner(World(snapshot, reference, read, day(tiny.DATE), 1, self.schemes), previous)
        for name, content in self.planner.files().items():
            (self.plan / name).write_text(content, encoding="utf-8")
        self.seal()

    def seal(self, state="complete"):
        """Every hash anew, as someone would who tampered with the plan or the facts."""
        files = {path.name: digest(path.read_bytes()) for path in self.plan.iterdir() if path.name != "manifest.json"}
        inputs = {f"snapshot/{path.relative_to(self.snapshot)}": digest(path.read_bytes())
                  for path in self.snapshot.rglob("*.*")}
        inputs |= {str(path.relative_to(self.data)): digest(path.read_bytes())
                   for path in self.data.rglob("*.*") if path.parent.name != "rules"}
        manifest = {"files": files, "inputs": inputs, "program": "naive", "state": state}
        (self.plan / "manifest.json").write_text(as_json(manifest), encoding="utf-8")

    def read(self, name):
        return json.loads((self.plan / name).read_text(encoding="utf-8"))

    def write(self, name, value):
        (self.plan / name).write_text(as_json(value), encoding="utf-8")

    def edit_fact(self, table, old, new):
        path = self.snapshot / f"{table}.csv"
        text = path.read_text(encoding="utf-8")
        assert old in text, text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    def verify(self, *options):
        """Exit code and what was printed."""
        out = io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
            code = main([str(self.plan), str(self.snapshot), "--data", str(self.data), "--lang", "en", *options])
        return code, out.getvalue()


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
