# SPDX-License-Identifier: EUPL-1.2
"""Schemes against figures worked out by hand: conditions in three values, ceilings as resources, learning."""
import tempfile
import tomllib
import unittest
from datetime import date
from decimal import Decimal
from pathlib import Path

import tiny_world as tiny
from verify.context import Context
from verify.kinds import WORK_KINDS
from verify.learning import Learning
from verify.pairs import PairMaker
from verify.pays import amount_text
from verify.reading import day
from verify.reference import read_reference
from verify.rules import read_rules
from verify.scheme_gate import SchemeGate
from verify.schemes import all_hold, any_holds, condition, months_between, scheme_of
from verify.snapshot import read_snapshot
from verify.support import work_uses

ON = date(2026, 11, 2)
NOT_STATED = {"predicate": "not_stated", "what": "niet gezegd"}
KNOWN_YES, KNOWN_NO = {"predicate": "pays_floor", "is": True}, {"predicate": "pays_floor", "is": False}


def holds(table, **facts):
    return condition(table).holds({"pays_floor": True, **facts})


class Months(unittest.TestCase):
    def test_whole_months(self):
        for start, end, months in (((2026, 10, 2), (2026, 11, 2), 1), ((2026, 10, 3), (2026, 11, 2), 0),
                                   ((2026, 11, 2), (2026, 11, 2), 0), ((2026, 11, 3), (2026, 11, 2), -1),
                                   ((2025, 12, 31), (2026, 2, 28), 1), ((2025, 12, 31), (2026, 3, 1), 2),
                                   ((2004, 2, 29), (2025, 2, 28), 251), ((2004, 2, 29), (2025, 3, 1), 252),
                                   ((2027, 1, 1), (2026, 11, 2), -2)):
            self.assertEqual(months_between(date(*start), date(*end)), months, (start, end))


class Conditions(unittest.TestCase):
    def test_three_values_joined(self):
        for parts, every, some in (((), True, False), ((True, True), True, True), ((True, None), None, True),
                                   ((None, False), False, None), ((True, None, False), False, True),
                                   ((False, False), False, False), ((None,), None, None)):
            self.assertEqual((all_hold(parts), any_holds(parts)), (every, some), parts)

    def test_age_from_and_below(self):
        table = {"predicate": "age", "from": 18, "below": 27, "ground": "wet"}
        for years, months, expected in ((17, 11, False), (18, 0, True), (26, 11, True), (27, 0, False)):
            self.assertIs(holds(table, age=12 * years + months), expected, (years, months))
        self.assertIsNone(holds(table))
        self.assertIsNone(holds({"predicate": "age"}))

    def test_age_in_years_is_that_of_the_wage(self):
        for born, on, years in (((2004, 2, 29), (2022, 2, 28), 17), ((2004, 2, 29), (2022, 3, 1), 18),
                                ((2008, 11, 2), (2026, 11, 2), 18), ((2008, 11, 3), (2026, 11, 2), 17)):
            months = months_between(date(*born), date(*on))
            self.assertIs(holds({"predicate": "age", "from": years, "below": years + 1}, age=months), True)

    def test_age_until_aow(self):
        table = {"predicate": "age", "from": 18, "until_aow": True}
        for months, expected in ((12 * 67 + 2, True), (12 * 67 + 3, False), (12 * 17, False)):
            self.assertIs(holds(table, age=months, aow=12 * 67 + 3), expected)
        self.assertIsNone(holds(table, age=12 * 50))
        self.assertIs(holds(table, age=12 * 17), False)  # too young, whatever the AOW age is
        self.assertIs(holds({**table, "until_aow": False}, age=12 * 80), True)

    def test_words(self):
        both = {"predicate": "indication", "any_of": ["lks", "beschut"], "none_of": ["geen", "praktijkroute"]}
        for words, expected in ((("lks",), True), (("banenafspraak",), False), (("lks", "praktijkroute"), False),
                                (("banenafspraak", "beschut"), True), (("geen",), False)):
            self.assertIs(holds(both, indication=frozenset(words)), expected, words)
        self.assertIs(holds({"predicate": "benefit", "none_of": ["ww"]}, benefit=frozenset({"geen"})), True)
        self.assertIsNone(holds(both))
        self.assertIsNone(holds({"predicate": "residence", "none_of": ["Utrecht"]}))

    def test_range_includes_both_ends(self):
        table = {"predicate": "education", "at_least": 2, "at_most": 4}
        self.assertEqual([holds(table, education=n) for n in range(7)], [False, False, True, True, True, False, False])
        self.assertIs(holds({"predicate": "hours_week", "at_least": Decimal("24.5")}, hours_week=25), True)
        self.assertIsNone(holds(table))

    def test_months_include_the_lower_end(self):
        table = {"predicate": "benefit_duration", "at_least": 12, "below": 24}
        self.assertEqual([holds(table, benefit_duration=n) for n in (-1, 11, 12, 23, 24)],
                         [False, False, True, True, False])
        self.assertIsNone(holds(table))

    def test_a_limit_that_is_unknown_or_none(self):
        table = {"predicate": "waiting_duration", "at_least": "unknown", "below": 24}
        self.assertEqual([holds(table, waiting_duration=n) for n in (5, 24)], [None, False])
        self.assertIs(holds({**table, "at_least": "none"}, waiting_duration=5), True)

    def test_yes_or_no(self):
        self.assertIs(holds(KNOWN_YES), True)
        self.assertIs(holds(KNOWN_NO), False)
        self.assertIsNone(holds({"predicate": "better_off", "is": True}))
        self.assertIsNone(holds({"predicate": "leerplichtig", "is": False}))

    def test_any_and_all_with_unknown(self):
        for form, parts, expected in (("any", [KNOWN_NO, NOT_STATED], None), ("any", [KNOWN_YES, NOT_STATED], True),
                                      ("any", [KNOWN_NO, KNOWN_NO], False), ("all", [KNOWN_YES, NOT_STATED], None),
                                      ("all", [KNOWN_NO, NOT_STATED], False), ("all", [KNOWN_YES], True)):
            self.assertIs(holds({form: parts, "article": "art. 1"}), expected, (form, parts))
        deep = {"any": [{"all": [KNOWN_YES, {"any": [NOT_STATED, KNOWN_NO]}]}, KNOWN_NO]}
        self.assertIsNone(holds(deep))
        self.assertIs(holds({"all": [deep, KNOWN_NO]}), False)

    def test_what_a_condition_depends_on(self):
        kind = {"predicate": "work_kind", "any_of": []}
        table = {"any": [{"predicate": "age", "from": 1}, {"all": [kind, NOT_STATED]}]}
        self.assertEqual(condition(table).asks, {"age", "aow", "work_kind"})

    def test_what_is_no_condition(self):
        for table in ({}, {"any": []}, {"any": [KNOWN_YES], "all": [KNOWN_YES]}, {"predicate": "luck"}, {"any": "x"},
                      {"predicate": "pays_floor", "is": "ja"}, {"predicate": "status"},
                      {"predicate": "age", "from": "x"}, {"predicate": "status", "any_of": "zoekend"},
                      {"predicate": "education", "at_most": True}):
            with self.assertRaises(ValueError):
                condition(table)

    def test_every_scheme_of_the_library_is_read(self):
        files = sorted((tiny.TOOLS.parent / "data/schemes").glob("*.toml"))
        self.assertGreaterEqual(len(files), 20)
        for path in files:
            with self.subTest(path=path.name):
                scheme = scheme_of(tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal))
                self.assertEqual(scheme.scheme, path.stem)
                self.assertTrue(scheme.versions)


class Versions(unittest.TestCase):
    def test_days_and_gaps(self):
        scheme = scheme_of(tomllib.loads(tiny.SCHEMES["ended.toml"]))
        self.assertEqual([scheme.on(date(*on)) is not None for on in (
            (2019, 12, 31), (2020, 1, 1), (2026, 11, 1), (2026, 11, 2), (2026, 11, 3), (2099, 1, 1))],
            [False, True, True, False, True, True])

    def test_versions_that_share_a_day_are_refused(self):
        for until in ("until = 2026-11-03", ""):
            with self.assertRaises(ValueError):
                scheme_of(tomllib.loads(tiny.SCHEMES["ended.toml"].replace("until = 2026-11-01", until)))

    def test_ceiling_of_the_year_or_without(self):
        version = scheme_of(tomllib.loads(tiny.SCHEMES["b.toml"])).versions[0]
        self.assertEqual((version.ceiling(2026).eurocent, version.ceiling(2025).eurocent), (100000, 1))
        version = scheme_of(tomllib.loads(tiny.SCHEMES["z.toml"])).versions[0]
        self.assertEqual((version.ceiling(2026).eurocent, version.ceiling(2026).places), (None, 3))
        self.assertIsNone(version.ceiling(2027))


class World(unittest.TestCase):
    def setUp(self):
        self._folder = tempfile.TemporaryDirectory()
        self.addCleanup(self._folder.cleanup)
        self.root = Path(self._folder.name)
        tiny.write_data(self.root / "data")

    def context(self, schemes=None, **tables):
        tiny.write_snapshot(self.root / "snapshot", {**tiny.base(), **tables}, schemes=schemes or tiny.SCHEMES)
        reference, rules = read_reference(self.root / "data"), read_rules(self.root / "data/rules/voorbeeld.toml")
        snapshot, faults = read_snapshot(self.root / "snapshot", reference, rules)
        self.assertEqual(faults, [])
        return Context(snapshot, reference, rules, day(tiny.DATE), 1)


def works(*schemes):
    return [{**tiny.WORK, "work": f"w{n}", "places": "5", "scheme": scheme} for n, scheme in enumerate(schemes)]


class AowAge(World):
    def test_by_date(self):
        reference = read_reference(self.root / "data")
        self.assertEqual([reference.aow_months(date(*on)) for on in (
            (2023, 12, 31), (2024, 1, 1), (2026, 11, 1), (2026, 11, 2), (2026, 11, 3))], [None, 804, 804, 807, 816])
        path = self.root / "data/law/aow.toml"
        path.write_text(path.read_text().replace("[67, 3]", '"unknown"'))
        self.assertIsNone(read_reference(self.root / "data").aow_months(ON))
        path.unlink()
        self.assertIsNone(read_reference(self.root / "data").aow_months(ON))


class Facts(World):
    def facts(self, person=None, **tables):
        context = self.context(people=[{**tiny.PERSON, **(person or {})}], **tables)
        return SchemeGate(context).facts(context.snapshot.people[0])

    def test_empty_cells_are_not_known(self):
        facts = self.facts({"birth_date": ""})
        self.assertEqual({name for name, value in facts.items() if value is not None},
                         {"pays_floor", "displacement_passed", "aow"})

    def test_cells(self):
        facts = self.facts({"status": "zoekend", "benefit": "geen", "benefit_since": "2025-11-03",
                            "waiting_since": "2026-11-03"})
        self.assertEqual((facts["status"], facts["benefit"]), ({"zoekend"}, {"geen"}))
        self.assertEqual((facts["benefit_duration"], facts["waiting_duration"], facts["age"]), (11, -1, 442))

    def test_highest_known_education(self):
        for levels, expected in ((("",), None), (("geen",), 0), (("geen", "3", ""), 3), (("2", "8"), 8)):
            rows = [{"person": "p1", "level": level, "diploma_code": "x"} for level in levels]
            self.assertEqual(self.facts(education=rows)["education"], expected, levels)

    def test_valid_indications(self):
        def indication(kind, since="", until=""):
            return {"person": "p1", "kind": kind, "since": since, "until": until}
        ended, begun, later = "2026-11-01", "2026-11-02", "2026-11-03"
        for rows, expected in (([], None), ([indication("lks", until=ended)], {"geen"}),
                               ([indication("lks", since=later)], {"geen"}),
                               ([indication("lks", begun, begun)], {"lks"}),
                               ([indication("lks"), indication("lks", begun), indication("beschut", "", ended),
                                 indication("banenafspraak")], {"lks", "banenafspraak"})):
            self.assertEqual(self.facts(indications=rows)["indication"], expected, rows)


class Resources(World):
    def test_what_is_left_of_a_ceiling(self):
        context = self.context(work=works("s1", "s2", "s2", "s4", "name"))
        self.assertEqual([(one.resource, one.amount, one.use) for one in context.scheme_resources],
                         [("scheme:s1:places", 1, 1), ("scheme:s2", 100000, 40000), ("scheme:s2:places", 2, 1),
                          ("scheme:s4:places", 3, 1)])
        both = {"scheme:s2": 40000, "scheme:s2:places": 1}
        self.assertEqual(work_uses(context), [{"scheme:s1:places": 1}, both, both, {"scheme:s4:places": 1}, {}])

    def test_running_placements_are_taken_off_and_never_below_zero(self):
        rows = [{"person": "p1", "work": "w0", "from": "2026-01-01"},
                {"person": "p1", "work": "w1", "from": "2027-01-01", "agreed": "2026-10-01"},
                {"person": "p1", "work": "w2", "from": "2026-01-01"},
                {"person": "p1", "work": "w0", "from": "2026-01-01", "until": "2026-11-01"}]
        for n, money, places in ((1, 60000, 1), (2, 20000, 0), (4, 20000, 0)):
            budgets = self.context(work=works("s2", "s2", "s4"), placements=rows[:n]).budgets
            self.assertEqual((budgets["scheme:s2"], budgets["scheme:s2:places"]), (money, places))
        budgets = self.context(work=works("s2", "s2", "s4"), placements=rows * 2).budgets
        self.assertEqual((budgets["scheme:s2"], budgets["scheme:s2:places"], budgets["scheme:s4:places"]), (0, 0, 1))

    def test_a_scheme_with_rows_in_uses_is_none(self):
        context = self.context(
            work=works("s1", "s2"), resources=[{"resource": "geld", "kind": "geld", "amount": "9"}],
            uses=[{"kind": "scheme", "id": "s2", "resource": "geld", "amount_per_person": "0"},
                  {"kind": "work", "id": "w0", "resource": "geld", "amount_per_person": "3"}])
        self.assertEqual([one.resource for one in context.scheme_resources], ["scheme:s1:places", "scheme:s4:places"])
        self.assertEqual(work_uses(context), [{"scheme:s1:places": 1, "geld": 3}, {}])

    def test_a_place_that_costs_nothing_is_dropped(self):
        free = {"b.toml": tiny.SCHEMES["b.toml"].replace("40000", "0").replace("places = 2", 'places = "unknown"')}
        context = self.context(free, work=works("s2"))
        self.assertEqual((context.budgets, work_uses(context)), ({"scheme:s2": 100000}, [{}]))

    def test_only_the_first_offer_of_work_counts(self):
        text = tiny.SCHEMES["b.toml"].replace("40000", '"x"').replace('"unknown"', "40000").replace('"x"', '"unknown"')
        self.assertEqual(self.context({"b.toml": text}, work=works("s2")).budgets, {"scheme:s2:places": 2})

    def test_amounts_in_words_of_the_file(self):
        self.assertEqual([amount_text(n, True) for n in (5, 150, 2400)], ["0.05", "1.50", "24.00"])
        self.assertEqual(amount_text(150, False), "150")


class LearningRows(World):
    """One person who lacks everything, and works that ask licences."""

    def row(self, asked, training):
        kinds = ("B", "C", "vca")
        context = self.context(
            work=[{**tiny.WORK, "work": w} for w in asked], training=training,
            licences=[{"person": "p1", "licence": code, "has": "nee"} for code in kinds],
            education=[{"person": "p1", "level": "1"}],
            requirements=[{"work": w, "trainable": "nee", **need} for w, needs in asked.items() for need in needs])
        return Learning(context).row(PairMaker(context).pairs(context.snapshot.people[0]))

    @staticmethod
    def licence(code, **cells):
        return {"kind": "licence", "code": code, **cells}

    @staticmethod
    def training(name, code, weeks="", eurocent="", scheme="", kind="licence"):
        return {"training": name, "gives_kind": kind, "gives_code": code, "weeks": weeks, "eurocent": eurocent,
                "scheme": scheme}

    def test_the_shortest_then_the_cheapest_then_by_id(self):
        asked = {"w1": [self.licence("B")]}
        for rows, expected in (([("t1", "B", "", "1"), ("t2", "B", "9", "")], ["t2", "1", "9", "", ""]),
                               ([("t1", "B", "8", ""), ("t2", "B", "8", "5")], ["t2", "1", "8", "5", ""]),
                               ([("t2", "B", "8", "5"), ("t1", "B", "8", "5", "s1")], ["t1", "1", "8", "5", "s1"]),
                               ([("t2", "B"), ("t1", "B")], ["t1", "1", "", "", ""])):
            self.assertEqual(self.row(asked, [self.training(*cells) for cells in rows]), ["p1", *expected])

    def test_trainings_of_a_work_are_added(self):
        asked = {"w1": [self.licence("vca"), self.licence("B")]}
        b, vca = self.training("t2", "B", "8", "100", "s2"), self.training("t1", "vca", "1", "", "s1")
        self.assertEqual(self.row(asked, [b, vca]), ["p1", "t1 t2", "1", "9", "", "s1 s2"])
        self.assertEqual(self.row(asked, [b, {**vca, "scheme": "s2"}]), ["p1", "t1 t2", "1", "9", "", "s2"])
        self.assertIsNone(self.row(asked, [b]))

    def test_the_nearest_work_and_how_many_it_opens(self):
        asked = {"w1": [self.licence("B"), self.licence("vca")], "w2": [self.licence("C")], "w3": [self.licence("B")],
                 "w4": [self.licence("B"), self.licence("C", trainable="ja")], "w5": [self.licence("vca")]}
        rows = [self.training(*cells) for cells in (("b", "B", "3", "5"), ("v", "vca", "4", "5"), ("c", "C", "3", "5"))]
        self.assertEqual(self.row(asked, rows), ["p1", "c", "1", "3", "5", ""])  # w2 comes before w3 and w4
        rows[2]["weeks"] = ""
        self.assertEqual(self.row(asked, rows), ["p1", "b", "2", "3", "5", ""])
        del asked["w3"], asked["w4"], asked["w5"], asked["w2"]
        self.assertEqual(self.row({**asked, "w2": [self.licence("B"), self.licence("vca")]}, rows)[1:3], ["b v", "2"])

    def test_a_smaller_set_counts_too(self):
        asked = {"w1": [self.licence("B"), self.licence("vca")], "w2": [self.licence("vca")]}
        rows = [self.training("b", "B", "3"), self.training("v", "vca", "")]
        self.assertEqual(self.row(asked, rows), ["p1", "b v", "2", "", "", ""])  # nothing is known: least work id

    def test_another_gate_or_another_kind(self):
        b = self.training("t1", "B", "8")
        diploma = {"kind": "diploma", "code": "", "level": "3"}
        self.assertIsNone(self.row({"w1": [self.licence("B"), diploma]}, [b]))  # fails two gates
        self.assertIsNone(self.row({"w1": [self.licence("B", trainable="")]}, [b]))  # a question, not a no
        self.assertIsNone(self.row({"w1": [diploma]}, [b]))
        self.assertIsNone(self.row({"w1": [diploma]}, [self.training("t1", "3", "8", kind="language")]))
        self.assertEqual(self.row({"w1": [diploma]}, [self.training("t1", "3", "8", kind="diploma")]),
                         ["p1", "t1", "1", "8", "", ""])


class WorkKinds(World):
    def test_the_kind_of_work_is_asked_per_work(self):
        text = """
id = "s9"
[[version]]
name = "een"
from = 2026-01-01
  [[version.target]]
  predicate = "work_kind"
  any_of = ["basisbaan", "beschut"]
"""
        kinds = sorted(WORK_KINDS)
        context = self.context({"s9.toml": text}, work=[
            {**tiny.WORK, "work": f"w{n:02}", "kind": kind, "scheme": "s9"} for n, kind in enumerate(kinds)])
        gate = SchemeGate(context)
        for _ in range(2):  # the second time from what was found
            outcome = gate.gate(context.snapshot.people[0])
            self.assertEqual([kind for n, kind in enumerate(kinds) if not outcome.no >> n & 1],
                             ["basisbaan", "beschut"])


if __name__ == "__main__":
    unittest.main()
