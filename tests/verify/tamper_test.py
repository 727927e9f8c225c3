# SPDX-License-Identifier: EUPL-1.2
"""Plans of the program itself, end to end: the verifier accepts them, and refuses every one that was tampered with,
also when all hashes were computed anew. Needs the built program: PASSEND names it, else the dev build is used."""
import csv
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PASSEND = os.environ.get("PASSEND", str(ROOT / "build/dev/apps/passend/passend"))
DATE = "2026-11-03"


def run(*command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=False)


def make_plan(snapshot, plan, *options):
    done = run(PASSEND, "plan", snapshot, "--out", plan, "--date", DATE, *options)
    assert done.returncode == 0, done.stderr


def verify(folder):
    return run(sys.executable, "-B", ROOT / "tools/verify_plan.py", folder / "plan", folder / "snapshot",
               "--lang", "en")


def seal(folder):
    """Every hash anew, as someone would who can write in both folders."""
    manifest = read(folder, "manifest.json")
    for name in manifest["files"]:
        manifest["files"][name] = hashlib.sha256((folder / "plan" / name).read_bytes()).hexdigest()
    for name in manifest["inputs"]:
        if name.startswith("snapshot/"):
            manifest["inputs"][name] = hashlib.sha256((folder / name).read_bytes()).hexdigest()
    write(folder, "manifest.json", manifest)


def read(folder, name):
    return json.loads((folder / "plan" / name).read_text(encoding="utf-8"))


def write(folder, name, value):
    text = json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False) + "\n"
    (folder / "plan" / name).write_text(text, encoding="utf-8")


def rows(folder, table):
    with (folder / "snapshot" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_rows(folder, table, content):
    with (folder / "snapshot" / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, content[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(content)


class RealPlan(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.base = Path(cls.temporary.name) / "base"
        done = run(PASSEND, "demo", "--out", cls.base, "--people", "300", "--places", "170", "--no-serve")
        assert done.returncode == 0, done.stderr
        make_plan(cls.base / "snapshot", cls.base / "plan")

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def setUp(self):
        self.folder = Path(self.temporary.name) / "case"
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.base, self.folder)

    def assert_refused(self, reason):
        """For this reason among others."""
        seal(self.folder)
        done = verify(self.folder)
        self.assertEqual(done.returncode, 1, done.stdout + done.stderr)
        self.assertIn("not accepted", done.stdout)
        self.assertIn(f": {reason}: ", done.stdout)

    def edit_plan(self, change):
        plan = read(self.folder, "plan.json")
        change([proposal for proposal in plan["proposals"] if proposal["round"] == 1], plan)
        write(self.folder, "plan.json", plan)

    def edit_level(self, name, change):
        """The same in plan.json and certificate.json, round 1."""
        plan, certificate = read(self.folder, "plan.json"), read(self.folder, "certificate.json")
        for levels in ([one for one in plan["levels"] if one["round"] == 1], certificate["rounds"][0]["levels"]):
            change(next(level for level in levels if level["name"] == name))
        write(self.folder, "plan.json", plan)
        write(self.folder, "certificate.json", certificate)


class Accepted(RealPlan):
    def assert_accepted(self):
        done = verify(self.folder)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertTrue(done.stdout.splitlines()[-1].startswith("accepted: "), done.stdout)

    def test_as_made_and_sealed_again(self):
        self.assert_accepted()
        before = {path.name: path.read_bytes() for path in (self.folder / "plan").iterdir()}
        for name in ("plan.json", "certificate.json"):
            write(self.folder, name, read(self.folder, name))
        seal(self.folder)
        self.assertEqual(before, {path.name: path.read_bytes() for path in (self.folder / "plan").iterdir()})

    def test_another_seed_and_the_plan_before(self):
        make_plan(self.folder / "snapshot", self.folder / "plan", "--seed", "7", "--previous", self.base / "plan")
        self.assertIn("kept", {level["name"] for level in read(self.folder, "plan.json")["levels"]})
        self.assert_accepted()

    def test_other_municipalities(self):
        for seed in (2, 3):
            with self.subTest(seed=seed):
                shutil.rmtree(self.folder)
                done = run(PASSEND, "demo", "--out", self.folder, "--people", "200", "--places", "120", "--seed", seed,
                           "--no-serve")
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assert_accepted()


class Refused(RealPlan):
    def test_two_voorstellen_swapped(self):
        def swap(first, _):
            one = first[0]
            other = next(proposal for proposal in first if proposal["work"] != one["work"])
            one["work"], other["work"] = other["work"], one["work"]
        self.edit_plan(swap)
        self.assert_refused("level.value")

    def test_one_dropped(self):
        self.edit_plan(lambda first, plan: plan["proposals"].remove(first[0]))
        self.assert_refused("level.value")

    def test_a_score_part_one_higher(self):
        def raise_part(first, _):
            first[0]["parts"]["travel"] += 1
        self.edit_plan(raise_part)
        self.assert_refused("proposal.parts")

    def test_a_score_one_higher(self):
        def raise_score(first, _):
            first[0]["score"] += 1
        self.edit_plan(raise_score)
        self.assert_refused("proposal.score")

    def test_a_bound_one_lower(self):
        def lower(level):
            self.assertGreater(level["bound"], level["value"])
            level["bound"] -= 1
        self.edit_level("score", lower)
        self.assert_refused("level.bound")

    def test_a_price_that_proves_less(self):
        def free(level):
            if "work" in level:
                self.assertTrue(level["work"])
                level["work"] = {}
        self.edit_level("score", free)
        self.assert_refused("level.bound")

    def test_a_fact_that_changes_a_gate(self):
        plan = read(self.folder, "plan.json")
        work = next(proposal["work"] for proposal in plan["proposals"]
                    if proposal["round"] == 1 and any(reason.startswith("wage:") for reason in proposal["reasons"]))
        works = rows(self.folder, "work")
        next(row for row in works if row["work"] == work)["hourly_eurocent"] = "100"
        write_rows(self.folder, "work", works)
        self.assert_refused("proposal.gates")

    def test_a_budget_one_cent_too_small(self):
        plan = read(self.folder, "plan.json")
        scheme_of = {row["work"]: row["scheme"] for row in rows(self.folder, "work")}
        spent = {}
        for use in rows(self.folder, "uses"):
            amount = sum(int(use["amount_per_person"]) for proposal in plan["proposals"] if proposal["round"] == 1
                         and use["kind"] == "scheme" and scheme_of[proposal["work"]] == use["id"]
                         and "_budget" in use["resource"])
            spent[use["resource"]] = spent.get(use["resource"], 0) + amount
        budgets = rows(self.folder, "resources")
        row = next(row for row in budgets if spent.get(row["resource"], 0) > 0)
        row["amount"] = str(spent[row["resource"]] - 1)
        write_rows(self.folder, "resources", budgets)
        self.assert_refused("round.budget")

    def test_a_candidate_left_out(self):
        """Made without one candidate, presented with the facts that have it."""
        facts = (self.folder / "snapshot/exclusions.csv").read_bytes()
        plan = read(self.folder, "plan.json")
        pair = next(proposal for proposal in plan["proposals"] if proposal["round"] == 1)
        excluded = rows(self.folder, "exclusions")
        excluded.append({"person": pair["person"], "kind": "work", "code": pair["work"]})
        write_rows(self.folder, "exclusions", excluded)
        make_plan(self.folder / "snapshot", self.folder / "plan")
        self.assertEqual(verify(self.folder).returncode, 0)
        (self.folder / "snapshot/exclusions.csv").write_bytes(facts)
        self.assert_refused("reach.value")

    def edit_table(self, name, change):
        """One change of the lines below the header."""
        path = self.folder / "plan" / name
        header, *lines = path.read_text(encoding="utf-8").splitlines()
        self.assertTrue(lines)
        path.write_text("\n".join([header, *change(lines)]) + "\n", encoding="utf-8")

    def test_who_pays_one_cent_less(self):
        def lower(lines):
            place = next(n for n, line in enumerate(lines) if "_budget," in line)
            start, amount = lines[place].rsplit(",", 1)
            return [*lines[:place], f"{start},{int(amount) - 1}", *lines[place + 1:]]
        self.edit_table("pays.csv", lower)
        self.assert_refused("pays.row")

    def test_a_line_of_learning_or_pays_left_out(self):
        for name in ("learning", "pays"):
            with self.subTest(name=name):
                self.edit_table(f"{name}.csv", lambda lines: lines[1:])
                self.assert_refused(f"{name}.missing")

    def test_a_scheme_that_has_ended(self):
        """Made while it held, presented with the version that no longer does."""
        plan = read(self.folder, "plan.json")
        placed = {proposal["work"] for proposal in plan["proposals"]}
        scheme = next(row["scheme"] for row in rows(self.folder, "work") if row["scheme"] and row["work"] in placed)
        path = self.folder / f"snapshot/schemes/{scheme}.toml"
        text = path.read_text(encoding="utf-8")
        self.assertIn("from = 2020-01-01\n", text)
        ended = text.replace("from = 2020-01-01\n", "from = 2020-01-01\nuntil = 2026-11-02\n")
        path.write_text(ended, encoding="utf-8")
        self.assert_refused("proposal.gates")

    def test_a_plan_that_was_stopped(self):
        manifest = read(self.folder, "manifest.json")
        manifest["state"] = "stopped"
        write(self.folder, "manifest.json", manifest)
        self.assert_refused("manifest.state")


del RealPlan

if __name__ == "__main__":
    unittest.main()
