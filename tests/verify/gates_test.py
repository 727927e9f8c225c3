# SPDX-License-Identifier: EUPL-1.2
"""Each gate with yes, no and unknown, one table line per fact; and the bit sets against pair-by-pair gates."""
import copy
import random
import tempfile
import unittest
from datetime import date, timedelta
from pathlib import Path

import tiny_world as tiny
from naive_gates import GATES, World
from naive_planner import Planner
from tiny_world import CLEANER, HEAD_WAITER, WAITER
from verify.context import Context
from verify.learning import Learning
from verify.pairs import PairMaker
from verify.reading import day
from verify.reference import read_reference
from verify.rules import read_rules
from verify.score import Scorer
from verify.snapshot import read_snapshot
from verify.waiting import gate_rows


class Gates(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = Path(cls.folder.name)
        tiny.write_data(cls.path / "data")
        cls.reference = read_reference(cls.path / "data")
        cls.rules = read_rules(cls.path / "data/rules/voorbeeld.toml")

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def context(self, tables, schemes=None):
        with tempfile.TemporaryDirectory() as folder:
            tiny.write_snapshot(Path(folder), tables, schemes=schemes)
            snapshot, faults = read_snapshot(Path(folder), self.reference, self.rules)
        self.assertEqual(faults, [])
        return Context(snapshot, self.reference, self.rules, day(tiny.DATE), 1)

    def test_each_gate_in_three_values(self):
        """gate, expected outcome or question, changes per table."""
        for gate, expected, changes in TABLE:
            with self.subTest(gate=gate, expected=expected, changes=changes):
                tables = tiny.base()
                for name, change in changes.items():
                    if isinstance(change, dict):
                        tables[name][0].update(change)
                    else:
                        tables[name] = change
                context = self.context(tables, tiny.SCHEMES if gate == "scheme" else None)
                pairs = PairMaker(context).pairs(context.snapshot.people[0])
                outcome = pairs.outcomes[gate]
                if outcome.no:
                    found = "no"
                else:
                    found = " ".join(sorted(q for q, works in outcome.questions if works)) or "yes"
                self.assertEqual(found, expected)

    def test_base_pair_is_an_unconditional_candidate(self):
        context = self.context(tiny.base())
        pairs = PairMaker(context).pairs(context.snapshot.people[0])
        self.assertEqual(pairs.candidates, 1)
        self.assertEqual(pairs.questions(0), [])

    def test_bit_sets_equal_pair_by_pair_on_random_snapshots(self):
        for seed in range(60):
            with self.subTest(seed=seed):
                context = self.context(random_tables(random.Random(seed)))
                self.compare(context, World(context.snapshot, self.reference, self.rules, context.on, 1))

    def test_bit_sets_equal_pair_by_pair_on_random_snapshots_with_schemes(self):
        outcomes = set()
        for seed in range(200, 260):
            with self.subTest(seed=seed):
                context = self.context(with_schemes(random.Random(seed)), tiny.SCHEMES)
                world = World(context.snapshot, self.reference, self.rules, context.on, 1, tiny.SCHEMES)
                self.compare(context, world)
                self.assertEqual(context.budgets, world.budgets)
                outcomes |= {(work.scheme, world.gates(p.person, work.work)["scheme"][0])
                             for p in context.snapshot.people for work in context.works}
        for scheme, found in {None: {"yes"}, "name": {"yes"}, "s1": {"yes", "no", "unknown"},
                              "s2": {"yes", "no", "unknown"}, "s3": {"no"}, "s4": {"yes", "no", "unknown"}}.items():
            self.assertEqual({outcome for one, outcome in outcomes if one == scheme}, found)

    def test_learning_on_random_snapshots(self):
        trainings = set()
        for seed in range(40):
            with self.subTest(seed=seed):
                context = self.context(learning_tables(random.Random(seed)))
                self.compare(context, World(context.snapshot, self.reference, self.rules, context.on, 1))
                rows = map(Learning(context).row, map(PairMaker(context).pairs, context.snapshot.people))
                trainings |= {row and row[1].count(" ") for row in rows}
        self.assertGreaterEqual(trainings, {None, 0, 1})

    def compare(self, context, world):
        maker, scorer, planner = PairMaker(context), Scorer(context), Planner(world)
        for person in context.snapshot.people:
            pairs = maker.pairs(person)
            scores = dict(zip(*scorer.scores(pairs)))
            for index, work in enumerate(context.works):
                naive = world.gates(person.person, work.work)
                failing = [gate for gate in GATES if naive[gate][0] == "no"]
                self.assertEqual(pairs.failed_gates(index), failing)
                self.assertEqual(pairs.questions(index), sorted({q for _, asked in naive.values() for q in asked}))
                self.assertEqual(bool(pairs.candidates >> index & 1), not failing)
                if not failing:
                    self.assertEqual(scorer.parts(pairs, index), world.parts(person.person, work.work))
                    self.assertEqual(scores[index], world.score(person.person, work.work))
                    self.assertEqual(scorer.reasons(pairs, index), world.reasons(person.person, work.work))
            rows = {row.cause: (row.side, row.works, row.what, row.who_pays) for row in gate_rows(context, pairs)}
            self.assertEqual(rows, planner.why(person.person))
            row, naive_row = Learning(context).row(pairs), planner.learning_row(person.person)
            self.assertEqual(row, naive_row and [str(cell) for cell in naive_row])


def wish(**cells):
    return [{**tiny.WISH, **cells}]


def requirement(kind, code="", level="", trainable=""):
    return [{"work": "w1", "kind": kind, "code": code, "level": level, "trainable": trainable}]


def demand(item, level, adaptable="", assumed=""):
    return [{"work": "w1", "item": item, "level": level, "adaptable": adaptable, "assumed": assumed},
            {"work": "w1", "item": "IV.16", "level": "geen"}]


def condition(item, level, expires=""):
    return [{"person": "p1", "item": item, "level": level, "expires": expires}]


SPEAKS = [{"person": "p1", "language": "nl", "level": "B1"}]
DRIVES = [{"person": "p1", "licence": "B", "has": "ja"}]
NEED = [{"person": "p1", "kind": "jobcoach", "hours_week": "2.5"}]
COACH = [{"resource": "r2", "kind": "jobcoach", "amount": "10"}]
TABLE = [
    ("closed", "yes", {}),
    ("closed", "no", {"work": {"closed": "ja"}}),
    ("closed", "no", {"work": {"places": "0"}}),
    ("closed", "no", {"placements": [{"person": "p1", "work": "w1", "from": "2026-01-01"}], "work": {"places": "2"}}),
    ("closed", "yes", {"placements": [{"person": "p1", "work": "w1", "from": "2026-11-03"}]}),
    ("closed", "no", {"placements": [{"person": "p1", "work": "w1", "from": "2026-11-03", "agreed": "2026-10-30"}]}),
    ("closed", "yes", {"placements": [{"person": "p1", "work": "w1", "from": "2026-01-01", "until": "2026-11-01"}]}),
    ("closed", "work.closed work.places", {"work": {"closed": "", "places": ""}}),
    ("wish", "yes", {"wishes": wish(occupation="513")}),
    ("wish", "yes", {"wishes": wish(occupation=WAITER), "work": {"occupation": HEAD_WAITER}}),
    ("wish", "work.occupation", {"wishes": wish(occupation=HEAD_WAITER)}),
    ("wish", "work.occupation", {"wishes": wish(occupation="513"), "work": {"occupation": ""}}),
    ("wish", "no", {"wishes": wish(occupation=CLEANER)}),
    ("wish", "no", {"wishes": wish(kind="basisbaan")}),
    ("wish", "no", {"wishes": wish(confirmed="")}),
    ("wish", "no", {"wishes": wish(confirmed="2026-11-03")}),
    ("wish", "yes", {"wishes": wish(expires="2026-11-02")}),
    ("wish", "no", {"wishes": wish(expires="2026-11-01")}),
    ("exclusion", "yes", {"exclusions": [{"person": "p1", "kind": "employer", "code": "e9"}]}),
    ("exclusion", "no", {"exclusions": [{"person": "p1", "kind": "employer", "code": "e1"}]}),
    ("exclusion", "no", {"exclusions": [{"person": "p1", "kind": "work", "code": "w1"}]}),
    ("exclusion", "no", {"exclusions": [{"person": "p1", "kind": "occupation", "code": "5"}]}),
    ("exclusion", "work.occupation", {"exclusions": [{"person": "p1", "kind": "occupation", "code": HEAD_WAITER}]}),
    ("exclusion", "work.occupation", {"exclusions": [{"person": "p1", "kind": "occupation", "code": "9"}],
                                      "work": {"occupation": ""}}),
    ("resting", "yes", {"resting": [{"person": "p1", "work": "w1", "until": "2026-11-01"}]}),
    ("resting", "no", {"resting": [{"person": "p1", "work": "w1", "until": "2026-11-02"}]}),
    ("resting", "no", {"resting": [{"person": "p1", "work": "w1", "until": ""}]}),
    ("hours", "yes", {"work": {"hours_max": "16"}}),
    ("hours", "no", {"work": {"hours_min": "8", "hours_max": "15.99"}}),
    ("hours", "no", {"work": {"hours_min": "32.5", "hours_max": "36"}}),
    ("hours", "no", {"people": {"hours_max": ""}, "work": {"hours_min": "", "hours_max": "15"}}),
    ("hours", "person.hours work.hours", {"people": {"hours_max": ""}, "work": {"hours_min": ""}}),
    ("day_parts", "yes", {"work": {"day_parts": "ma-o"}}),
    ("day_parts", "no", {"work": {"day_parts": "ma-o za-a"}}),
    ("day_parts", "person.day_parts work.day_parts", {"people": {"day_parts": ""}, "work": {"day_parts": ""}}),
    ("start", "yes", {"work": {"from": "2027-01-01"}}),
    ("start", "no", {"work": {"from": "2027-01-02"}}),
    ("start", "no", {"people": {"until": "2026-11-01"}}),
    ("start", "no", {"people": {"from": "2026-12-02"}, "work": {"until": "2026-12-01"}}),
    ("permit", "yes", {"people": {"may_work_until": "2026-11-02"}}),
    ("permit", "no", {"people": {"may_work_until": "2026-11-30"}, "work": {"from": "2026-12-01"}}),
    ("travel", "yes", {"work": {"pc4": "6512"}}),
    ("travel", "no", {"work": {"pc4": "6513"}}),  # 26 km by bicycle
    ("travel", "yes", {"work": {"pc4": "6513"}, "wishes": wish(max_km="26", max_minutes="106")}),
    ("travel", "no", {"work": {"pc4": "6513"}, "wishes": wish(max_km="26", max_minutes="105")}),
    ("travel", "no", {"work": {"pc4": "6513"}, "wishes": wish(max_km="25.999", max_minutes="106")}),
    ("travel", "person.mode", {"work": {"pc4": "6513"}, "wishes": wish(max_km="26", max_minutes="200", mode="")}),
    ("travel", "no", {"work": {"pc4": "6513"}, "wishes": wish(mode="")}),
    ("travel", "yes", {"wishes": wish(mode="")}),
    ("travel", "person.pc4", {"people": {"pc4": ""}}),
    ("travel", "person.pc4 work.pc4", {"people": {"pc4": "6514"}, "work": {"pc4": ""}}),
    ("language", "yes", {"requirements": requirement("language", "nl", "B1", "nee"), "languages": SPEAKS}),
    ("language", "no", {"requirements": requirement("language", "nl", "B2", "nee"), "languages": SPEAKS}),
    ("language", "yes", {"requirements": requirement("language", "nl", "B2", "ja"), "languages": SPEAKS}),
    ("language", "work.trainable:language:nl", {"requirements": requirement("language", "nl", "B2"),
                                                "languages": SPEAKS}),
    ("language", "yes", {"requirements": requirement("language", "nl", "", "nee"), "languages": SPEAKS}),
    ("language", "person.language:en", {"requirements": requirement("language", "en", "A1", "nee"),
                                        "languages": SPEAKS}),
    ("language", "person.language:nl", {"requirements": requirement("language", "nl", "A1"),
                                        "languages": [{"person": "p1", "language": "nl", "level": ""}]}),
    ("language", "no", {"requirements": requirement("language", "nl", "", "nee"),
                        "languages": [{"person": "p1", "language": "nl", "level": "geen"}]}),
    ("licence", "yes", {"requirements": requirement("licence", "B"), "licences": DRIVES}),
    ("licence", "no", {"requirements": requirement("licence", "B", "", "nee"),
                       "licences": [{"person": "p1", "licence": "B", "has": "nee"}]}),
    ("licence", "person.licence:B", {"requirements": requirement("licence", "B")}),
    ("licence", "work.trainable:licence:B", {"requirements": requirement("licence", "B"),
                                             "licences": [{"person": "p1", "licence": "B", "has": "nee"}]}),
    ("diploma", "yes", {"requirements": requirement("diploma", "", "3", "nee"),
                        "education": [{"person": "p1", "level": "4"}]}),
    ("diploma", "no", {"requirements": requirement("diploma", "", "3", "nee"),
                       "education": [{"person": "p1", "level": "2"}]}),
    ("diploma", "work.trainable:diploma:3", {"requirements": requirement("diploma", "", "3"),
                                             "education": [{"person": "p1", "level": "geen"}]}),
    ("diploma", "person.diploma:3", {"requirements": requirement("diploma", "", "3", "nee")}),
    ("diploma", "yes", {"requirements": requirement("diploma", "vca", "", "nee"),
                        "education": [{"person": "p1", "level": "", "diploma_code": "vca"}]}),
    ("diploma", "no", {"requirements": requirement("diploma", "vca", "", "nee"),
                       "education": [{"person": "p1", "level": "geen", "diploma_code": "vca"}]}),
    ("diploma", "person.diploma:vca", {"requirements": requirement("diploma", "vca", "", "nee"),
                                       "education": [{"person": "p1", "level": "5"}]}),
    ("conditions", "yes", {}),
    ("conditions", "person.condition:IV.16", {"conditions": []}),
    ("conditions", "person.condition:IV.16", {"conditions": condition("IV.16", "60", "2026-11-01")}),
    ("conditions", "yes", {"conditions": condition("IV.16", "30", "2026-11-02")}),
    ("conditions", "work.demand:IV.16", {"conditions": condition("IV.16", "15")}),
    ("conditions", "yes", {"conditions": condition("IV.13", "10"), "demands": demand("IV.13", "10", "nee")}),
    ("conditions", "no", {"conditions": condition("IV.13", "5"), "demands": demand("IV.13", "10", "nee")}),
    ("conditions", "yes", {"conditions": condition("IV.13", "5"), "demands": demand("IV.13", "10", "ja")}),
    ("conditions", "work.adaptable:IV.13", {"conditions": condition("IV.13", "5"), "demands": demand("IV.13", "10")}),
    ("conditions", "work.demand:IV.13", {"conditions": condition("IV.13", "5"),
                                         "demands": demand("IV.13", "10", "nee", "ja")}),
    ("conditions", "work.demand:IV.13", {"demands": demand("IV.13", "")}),
    ("conditions", "person.condition:IV.13", {"demands": demand("IV.13", "5")}),
    ("conditions", "yes", {"conditions": condition("II.1", "norm"), "demands": demand("II.1", "beperkt", "nee")}),
    ("conditions", "no", {"conditions": condition("II.1", "beperkt"), "demands": demand("II.1", "norm", "nee")}),
    ("conditions", "no", {"conditions": condition("III.8", "huid"), "demands": demand("III.8", "huid", "nee")}),
    ("conditions", "no", {"conditions": condition("III.8", "huid"), "demands": demand("III.8", "norm", "nee")}),
    ("conditions", "yes", {"conditions": condition("III.8", "huid"), "demands": demand("III.8", "infectie", "nee")}),
    ("conditions", "yes", {"conditions": condition("I.8a", "ja"), "demands": demand("I.8a", "ja", "nee")}),
    ("conditions", "no", {"conditions": condition("I.8a", "ja"), "demands": demand("I.8a", "nee", "nee")}),
    ("conditions", "yes", {"conditions": condition("I.8a", "nee"), "demands": demand("I.8a", "nee", "nee")}),
    ("conditions", "no", {"conditions": condition("III.1a", "30"), "demands": demand("III.1a", "35", "nee")}),
    ("conditions", "yes", {"conditions": condition("III.1a", "35.5"), "demands": demand("III.1a", "35", "nee")}),
    ("conditions", "yes", {"conditions": condition("III.1b", "-20"), "demands": demand("III.1b", "-15", "nee")}),
    ("conditions", "no", {"conditions": condition("III.1b", "-10"), "demands": demand("III.1b", "-15", "nee")}),
    ("conditions", "yes", {"demands": demand("IV.1", "links", "nee")}),
    ("support", "yes", {"support": [{"person": "p1", "kind": "jobcoach", "hours_week": "0"}]}),
    ("support", "yes", {"support": NEED, "support_offered": [{"work": "w1", "kind": "jobcoach", "hours_week": "2.5"}]}),
    ("support", "no", {"support": NEED, "support_offered": [{"work": "w1", "kind": "jobcoach", "hours_week": "2.49"}]}),
    ("support", "yes", {"support": NEED, "resources": COACH}),
    ("support", "work.support:tolk", {"support": [{**NEED[0], "kind": "tolk"}],
                                      "resources": [{**COACH[0], "kind": "tolk"}]}),  # which does not count hours
    ("support", "work.support:jobcoach", {"support": NEED}),
    ("support", "work.support:jobcoach", {"support": NEED, "support_offered": [{"work": "w1", "kind": "jobcoach"}]}),
    ("support", "person.support:jobcoach", {"support": [{"person": "p1", "kind": "jobcoach"}], "resources": COACH}),
    ("indication", "yes", {"work": {"kind": "beschut"}, "indications": [{"person": "p1", "kind": "beschut"}]}),
    ("indication", "no", {"work": {"kind": "beschut"},
                          "indications": [{"person": "p1", "kind": "beschut", "until": "2026-11-01"}]}),
    ("indication", "person.indication:beschut", {"work": {"kind": "beschut"}}),
    ("displacement", "yes", {"work": {"kind": "basisbaan", "non_displacement": "2026-11-02"}}),
    ("displacement", "no", {"work": {"kind": "basisbaan", "non_displacement": "2026-11-03"}}),
    ("displacement", "work.non_displacement", {"work": {"kind": "vrijwilligerswerk"}}),
    ("pay", "yes", {"wishes": wish(min_hourly_eurocent="1600")}),
    ("pay", "no", {"wishes": wish(min_hourly_eurocent="1601")}),
    ("pay", "work.hourly", {"wishes": wish(min_hourly_eurocent="1600"), "work": {"hourly_eurocent": ""}}),
    ("pay", "no", {"wishes": wish(min_hourly_eurocent="1", kind="stage"), "work": {"kind": "stage"}}),
    ("wage", "yes", {"work": {"hourly_eurocent": "1500"}}),
    ("wage", "no", {"work": {"hourly_eurocent": "1499"}}),
    ("wage", "no", {"work": {"hourly_eurocent": "1600", "cao_floor_eurocent": "1601"}}),
    ("wage", "work.hourly", {"work": {"hourly_eurocent": ""}}),
    ("wage", "law.wml:2027-01-01", {"work": {"from": "2027-01-01"}}),
    ("wage", "yes", {"people": {"birth_date": "2006-11-01"}, "work": {"hourly_eurocent": "1199"}}),
    ("wage", "no", {"people": {"birth_date": "2006-11-01"}, "work": {"hourly_eurocent": "1198"}}),
    ("wage", "no", {"people": {"birth_date": "2012-01-01"}}),
    ("wage", "yes", {"people": {"birth_date": ""}, "work": {"hourly_eurocent": "1500"}}),
    ("wage", "person.birth_date", {"people": {"birth_date": ""}, "work": {"hourly_eurocent": "1499"}}),
    ("wage", "uwv.supplement", {"work": {"hourly_eurocent": "900"},
                                "indications": [{"person": "p1", "kind": "loondispensatie"}]}),
    ("wage", "yes", {"people": {"birth_date": "2006-11-01"},
                     "work": {"hourly_eurocent": "922", "bbl": "ja", "kind": "leerbaan"}}),
    ("wage", "work.bbl", {"people": {"birth_date": "2006-11-01"},
                          "work": {"hourly_eurocent": "922", "bbl": "", "kind": "leerbaan"}}),
    ("wage", "no", {"people": {"birth_date": "2006-11-01"},
                    "work": {"hourly_eurocent": "921", "bbl": "", "kind": "leerbaan"}}),
    ("wage", "no", {"people": {"birth_date": "2006-11-01"}, "work": {"hourly_eurocent": "922", "bbl": ""}}),
    ("wage", "yes", {"work": {"kind": "stage", "allowance_month_eurocent": "26667"}}),
    ("wage", "no", {"work": {"kind": "stage", "allowance_month_eurocent": "26666"}}),
    ("wage", "work.allowance", {"work": {"kind": "startersbeurs"}}),
    ("wage", "yes", {"work": {"kind": "proefplaatsing", "hourly_eurocent": ""}}),
    ("scheme", "yes", {}),
    ("scheme", "yes", {"work": {"scheme": "name"}}),
    ("scheme", "no", {"work": {"scheme": "s3"}}),  # ended yesterday, begins tomorrow
    ("scheme", "yes", {"work": {"scheme": "s1"}, "people": {"benefit": "ww"}}),
    ("scheme", "no", {"work": {"scheme": "s1"}, "people": {"benefit": "geen"}}),
    ("scheme", "scheme.target:s1", {"work": {"scheme": "s1"}}),
    ("scheme", "yes", {"work": {"scheme": "s2"}, "people": {"status": "zoekend"}}),
    ("scheme", "no", {"work": {"scheme": "s2"}, "people": {"status": "scholier"}}),
    ("scheme", "yes", {"work": {"scheme": "s2"}, "people": {"status": "scholier", "birth_date": "1999-11-03"}}),
    ("scheme", "scheme.target:s2", {"work": {"scheme": "s2"}, "people": {"status": "scholier", "birth_date": ""}}),
    ("scheme", "scheme.target:s2", {"work": {"scheme": "s2"}}),
    ("scheme", "scheme.target:s4", {"work": {"scheme": "s4"}}),
    ("scheme", "no", {"work": {"scheme": "s4"}, "people": {"birth_date": "1959-08-02"}}),  # 67 years and 3 months
    ("scheme", "yes", {"work": {"scheme": "s4"},
                       "people": {"birth_date": "1959-08-03", "benefit_since": "2025-11-02"}}),
    ("scheme", "scheme.target:s4", {"work": {"scheme": "s4"}, "people": {"benefit_since": "2025-11-03"}}),
    ("scheme", "yes", {"work": {"scheme": "s4", "kind": "basisbaan"}}),
]


def maybe(rng, *values):
    """One of the values or, one time in five, unknown."""
    return "" if rng.random() < 0.2 else rng.choice(values)


def near(rng, spread=50):
    return (date(2026, 11, 2) + timedelta(days=rng.randint(-spread, spread))).isoformat()


def distinct(rows, *key):
    return list({tuple(row[k] for k in key): row for row in rows}.values())


OCCUPATIONS = (WAITER, HEAD_WAITER, CLEANER, "5", "513", "9112")
KINDS = ("regulier", "regulier", "leerbaan", "basisbaan", "beschut", "stage", "vrijwilligerswerk")
LEVELS = {"IV.13": ("15", "10", "5", "geen"), "II.1": ("norm", "beperkt"), "III.8": ("norm", "huid", "infectie"),
          "I.8a": ("ja", "nee"), "III.1b": ("-15", "-5"), "III.1a": ("30", "35"), "IV.16": ("60", "30", "15")}


def random_person(rng, name):
    return {"person": name,
            "birth_date": maybe(rng, "1990-02-03", "2007-05-06", "2008-11-20", "2013-01-01", "2004-02-29"),
            "pc4": maybe(rng, "6511", "6512", "6513"), "hours_min": maybe(rng, "8", "16"),
            "hours_max": maybe(rng, "24", "32", "36"), "day_parts": maybe(rng, "ma-o ma-m di-o", "ma-o", "ma-o wo-a"),
            "from": maybe(rng, "", near(rng)), "until": rng.choice(("", "", "2026-12-31")),
            "may_work_until": rng.choice(("", "", near(rng)))}


def random_work(rng, name):
    return {"work": name, "employer": rng.choice(("e1", "e2")), "kind": rng.choice(KINDS),
            "occupation": maybe(rng, *OCCUPATIONS), "pc4": maybe(rng, "6511", "6512", "6513"),
            "places": maybe(rng, "1", "1", "2"), "closed": maybe(rng, "nee", "nee", "nee", "ja"),
            "bbl": maybe(rng, "ja", "nee"), "hours_min": maybe(rng, "8", "16", "28"),
            "hours_max": maybe(rng, "30", "36"), "day_parts": maybe(rng, "ma-o", "ma-o ma-m", "wo-a"),
            "hourly_eurocent": maybe(rng, "900", "1200", "1500", "1700"),
            "cao_floor_eurocent": rng.choice(("", "1600")), "allowance_month_eurocent": maybe(rng, "20000", "40000"),
            "from": rng.choice(("", near(rng), "2027-01-01")), "until": rng.choice(("", "2027-06-01")),
            "scheme": rng.choice(("", "s1")), "non_displacement": maybe(rng, "2026-10-01", "2026-12-01")}


def random_wishes(rng, person):
    return [{"person": person, "rank": rank, "kind": rng.choice(KINDS), "occupation": maybe(rng, *OCCUPATIONS),
             "min_hourly_eurocent": rng.choice(("", "", "1500")), "max_km": rng.choice(("", "6.5", "30")),
             "max_minutes": rng.choice(("", "30", "120")), "mode": maybe(rng, "fiets", "ov"),
             "confirmed": maybe(rng, "2026-10-01", "2026-10-02", "2026-12-01"),
             "expires": rng.choice(("", "", "2026-10-20"))} for rank in range(1, rng.randint(1, 5))]


def random_of_person(rng, p):
    return {
        "languages": [{"person": p, "language": "nl", "level": maybe(rng, "A2", "B2", "geen")}],
        "licences": [{"person": p, "licence": "B", "has": maybe(rng, "ja", "nee")}],
        "education": [{"person": p, "level": maybe(rng, "1", "4", "geen"), "diploma_code": rng.choice(("", "vca"))}],
        "skills": [{"person": p, "code": rng.choice(("S1.2.3", "S4", "S1.20")), "level": rng.choice(("", "geen"))}],
        "support": [{"person": p, "kind": rng.choice(("jobcoach", "tolk")), "hours_week": maybe(rng, "0", "2", "4")}],
        "conditions": [{"person": p, "item": item, "level": maybe(rng, *levels),
                        "expires": rng.choice(("", "", near(rng)))} for item, levels in LEVELS.items()
                       if rng.random() < 0.6],
        "indications": [{"person": p, "kind": rng.choice(("beschut", "loondispensatie")),
                         "since": maybe(rng, near(rng)), "until": rng.choice(("", near(rng)))}],
        "exclusions": [{"person": p, **rng.choice(({"kind": "employer", "code": "e2"}, {"kind": "work", "code": "w1"},
                                                   {"kind": "occupation", "code": rng.choice(OCCUPATIONS)}))}],
        "resting": [{"person": p, "work": rng.choice(("w0", "w1", "w2")), "until": rng.choice(("", near(rng)))}],
        "groups": [{"person": p, "group": "lang", "kind": "waiting"}, {"person": p, "group": "wijk", "kind": "area"}]}


def random_of_work(rng, w):
    needs = [{"work": w, "kind": kind, "code": code, "level": level, "trainable": maybe(rng, "ja", "nee")}
             for kind, code, level in (("language", "nl", "B1"), ("licence", "B", ""), ("diploma", "", "3"),
                                       ("diploma", "vca", ""), ("skill", "S1.2", ""), ("skill", "S4", ""))
             if rng.random() < 0.3]
    return {
        "requirements": needs,
        "demands": [{"work": w, "item": item, "level": maybe(rng, *levels), "adaptable": maybe(rng, "ja", "nee"),
                     "assumed": rng.choice(("", "ja"))} for item, levels in LEVELS.items() if rng.random() < 0.3],
        "support_offered": [{"work": w, "kind": "tolk", "hours_week": maybe(rng, "1", "3")}] * rng.randint(0, 1)}


def with_schemes(rng, *sizes):
    """A random snapshot whose works belong to schemes, and people of whom what a scheme asks is known or not."""
    tables = random_tables(rng, *sizes)
    for row in tables["work"]:
        row["scheme"] = rng.choice(("", "name", "s1", "s1", "s2", "s2", "s3", "s4", "s4"))
    for row in tables["people"]:
        row |= {"status": maybe(rng, "zoekend", "scholier"), "benefit": maybe(rng, "bijstand", "ww", "geen"),
                "benefit_since": maybe(rng, "2025-11-02", "2025-11-03", "2016-11-02", "2016-11-03", "2027-01-01"),
                "waiting_since": maybe(rng, "2024-11-02", "2024-11-03", "2026-10-31"),
                "birth_date": maybe(rng, row["birth_date"], "1959-08-02", "1959-08-03", "1999-11-02", "1999-11-03")}
    if rng.random() < 0.5:
        tables["uses"] = [row for row in tables["uses"] if row["kind"] == "work"]
    return tables


def learning_tables(rng, people=4, works=3):
    """Few obstacles but what can be learned, and trainings of which little or much is known."""
    tables, codes = tiny.base(), ("B", "C", "vca")
    names, posts = [f"p{i}" for i in range(people)], [f"w{i}" for i in range(works)]
    needs = [("licence", "B", ""), ("licence", "C", ""), ("licence", "vca", ""), ("diploma", "", "3"),
             ("language", "nl", "B1"), ("language", "nl", "B2")]
    tables |= {
        "people": [{**tiny.PERSON, "person": p} for p in names], "wishes": [{**tiny.WISH, "person": p} for p in names],
        "work": [{**tiny.WORK, "work": w} for w in posts], "conditions": [],
        "licences": [{"person": p, "licence": code, "has": rng.choice(("nee", "nee", "ja", ""))}
                     for p in names for code in codes],
        "education": [{"person": p, "level": rng.choice(("1", "4"))} for p in names],
        "languages": [{"person": p, "language": "nl", "level": rng.choice(("A2", "B1", "C1"))} for p in names],
        "requirements": [{"work": w, "kind": kind, "code": code, "level": level,
                          "trainable": rng.choice(("nee", "nee", "nee", "", "ja"))}
                         for w in posts for kind, code, level in needs
                         if rng.random() < (0.6 if kind == "licence" else 0.2)],
        "training": [{"training": f"t{rng.random()}", "gives_kind": kind, "gives_code": code or level,
                      "weeks": maybe(rng, "2", "4", "6"), "eurocent": maybe(rng, "0", "100"),
                      "scheme": rng.choice(("", "s1", "s2"))}
                     for kind, code, level in needs[:5] for _ in range(rng.randint(0, 3))]}
    return tables


def random_tables(rng, people=6, works=10):
    names, posts = [f"p{i}" for i in range(people)], [f"w{i}" for i in range(works)]
    tables = {"people": [random_person(rng, p) for p in names], "work": [random_work(rng, w) for w in posts],
              "employers": [{"employer": "e1"}, {"employer": "e2"}],
              "wishes": [row for p in names for row in random_wishes(rng, p)],
              "resources": [{"resource": "coach", "kind": "jobcoach", "amount": "8"},
                            {"resource": "geld", "kind": "geld", "amount": "100000"}],
              "uses": [{"kind": "scheme", "id": "s1", "resource": "geld", "amount_per_person": "40000"},
                       {"kind": "work", "id": "w1", "resource": "geld", "amount_per_person": "20001"}],
              "training": [{"training": "t2", "gives_kind": "licence", "gives_code": "B", "scheme": "s1",
                            "weeks": rng.choice(("", "8", "9")), "eurocent": rng.choice(("", "100", "50"))},
                           {"training": "t1", "gives_kind": "licence", "gives_code": "B", "scheme": "s2", "weeks": "8",
                            "eurocent": "100"},
                           {"training": "t3", "gives_kind": "diploma", "gives_code": "vca", "weeks": "4"},
                           {"training": "t4", "gives_kind": "diploma", "gives_code": "3", "scheme": "s1",
                            "eurocent": "70"}],
              "placements": [{"person": rng.choice(names), "work": rng.choice(posts), "from": maybe(rng, near(rng)),
                              "agreed": rng.choice(("", "2026-10-01")), "until": rng.choice(("", near(rng)))}]}
    for of, ids in ((random_of_person, names), (random_of_work, posts)):
        for one in ids:
            for table, rows in of(rng, one).items():
                tables.setdefault(table, []).extend(copy.deepcopy(rows))
    tables["wishes"] = tables["wishes"] or [{**tiny.WISH, "person": "p0"}]
    return tables


if __name__ == "__main__":
    unittest.main()
