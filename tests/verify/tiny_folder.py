# SPDX-License-Identifier: EUPL-1.2
"""Tables of tiny municipalities, and a temporary repository with a plan by the naive planner in it."""
import contextlib
import io
import json
import random
import tempfile
from pathlib import Path

import tiny_world as tiny
from naive_gates import World
from naive_planner import Planner, as_json, digest
from tiny_world import CLEANER, HEAD_WAITER, WAITER
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
