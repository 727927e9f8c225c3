# SPDX-License-Identifier: EUPL-1.2
"""The verifier's arithmetic against figures worked out by hand: score parts, certificate, reach, intervals, files."""
import hashlib
import itertools
import random
import tempfile
import unittest
from array import array
from datetime import date
from pathlib import Path

import tiny_world as tiny
from verify.context import Context
from verify.fairness import STATES, hidden_counts, is_high, is_low
from verify.levels import Bound, Edges, RoundPairs, bound_of, nothing_can_bind, shortfall, weights_of
from verify.masks import flags, mask_of, positions
from verify.matching import largest
from verify.prices import Prices, counted, read_prices
from verify.reading import Unreadable, csv_rows, day, decoded, fitted, h, scaled
from verify.reference import read_reference
from verify.rounds import PersonCandidates, Round
from verify.rules import read_rules
from verify.score import hours_part, skill_codes, skills_part, travel_part
from verify.snapshot import read_snapshot
from verify.support import SupportUse
from verify.wage import age_on


class ScoreParts(unittest.TestCase):
    def test_travel(self):
        for minutes, limit, part in ((None, 60, 0), (0, 60, 1000), (59, 60, 16), (60, 60, 0), (7, 60, 883), (0, 0, 0)):
            self.assertEqual(travel_part(minutes, limit), part)

    def test_hours(self):
        for own, work, part in ((None, 2400, 0), (0, 2400, 0), (3200, None, 0), (3200, 2400, 750), (2400, 3600, 1000),
                                (2700, 900, 333)):
            self.assertEqual(hours_part(own, work), part)

    def test_skills_cover_by_code_and_beginning(self):
        class Row:
            def __init__(self, code, level=None):
                self.code, self.level = code, level
        covered = skill_codes([Row("S1.2.3"), Row("S4", "geen"), Row("S10")])
        for asked, part in (((), 500), (("S1.2",), 1000), (("S1.2.3", "S4"), 500), (("S1.2.3.4",), 0), (("S1",), 1000),
                            (("S1.2", "S4", "S5"), 333), (("S1.20",), 0)):
            self.assertEqual(skills_part(asked, covered), part)

    def test_draws_are_the_first_forty_bits(self):
        self.assertEqual(h("1|p1"), int(hashlib.sha256(b"1|p1").hexdigest()[:10], 16))


class Certificate(unittest.TestCase):
    """Two people, works w1 (one place) and w2 (two places, 100 eurocent each), p2 needs 2 hours of coach at w2."""

    def setUp(self):
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            tiny.write_data(root / "data")
            tables = tiny.base()
            tables["people"] = [{**tiny.PERSON, "person": p} for p in ("p1", "p2")]
            tables["work"] = [{**tiny.WORK, "work": "w1"}, {**tiny.WORK, "work": "w2", "places": "2"}]
            tables["resources"] = [{"resource": "coach", "kind": "jobcoach", "amount": "3"},
                                   {"resource": "geld", "kind": "geld", "amount": "150"}]
            tiny.write_snapshot(root / "snapshot", tables)
            reference, rules = read_reference(root / "data"), read_rules(root / "data/rules/voorbeeld.toml")
            snapshot, faults = read_snapshot(root / "snapshot", reference, rules)
        self.assertEqual(faults, [])
        self.context = Context(snapshot, reference, rules, day(tiny.DATE), 1)
        self.people = [PersonCandidates("p1", 0b11, array("I", [0, 1]), array("I", [900, 700])),
                       PersonCandidates("p2", 0b11, array("I", [0, 1]), array("I", [800, 500]),
                                        [SupportUse("coach", 200, 0b10)])]
        self.edges = Edges(self.context, self.people, {"lang": ["p2"]}, [{}, {"geld": 100}])
        self.round = Round(1, [1, 2], {}, {}, {})

    def bound(self, name, floors=(), values=None, previous=None, skip_full=False, **prices):
        read, wrong = read_prices(prices, {"work": {"w1", "w2"}, "resource": {"coach", "geld"}, "group": {"lang"},
                                           "earlier": {"placed", "score", "kept", "lottery"}})
        self.assertEqual(wrong, [])
        bound = Bound(RoundPairs(self.edges, self.round), previous or {}, weights_of(name, read), read)
        return bound_of(bound, name, read, list(floors), values or {}, skip_full)

    def test_without_prices_each_person_has_the_dearest_pair(self):
        self.assertEqual(self.bound("placed"), 2)
        self.assertEqual(self.bound("score"), 1700)

    def test_work_prices(self):
        # p1: max(900-300, 700) = 700; p2: max(800-300, 500) = 500; the place costs 300
        self.assertEqual(self.bound("score", work={"w1": "300"}), 1500)
        # p1: 799.5; p2: 699.5; the place costs 100.5; 1599.5 is rounded down
        self.assertEqual(self.bound("score", work={"w1": "100.5"}), 1599)

    def test_resource_prices(self):
        # geld 1 per cent: w2 costs 100; coach 0.5 per centihour: p2 pays 100 more at w2; budgets 150 and 300 x 0.5
        # p1: max(900-600, 700-100) = 600; p2: max(800-600, 500-200) = 300
        self.assertEqual(self.bound("score", work={"w1": "600"}, resource={"geld": "1", "coach": "0.5"}),
                         600 + 300 + 600 + 150 + 150)

    def test_group_prices_and_floors(self):
        # p2 gains 0.25 and the floor of one member costs 0.25
        self.assertEqual(self.bound("placed", floors=[("lang", 1)], group={"lang": "0.25"}), 2)
        self.assertEqual(self.bound("placed", floors=[("lang", 2)], group={"lang": "0.25"}), 1)

    def test_earlier_levels(self):
        # score 0 for everyone gains 1000 each for being placed, and 2000 is asked back
        self.assertEqual(self.bound("score", values={"placed": 2}, earlier={"placed": "1000"}), 1700)
        self.assertEqual(self.bound("score", values={"placed": 1}, earlier={"placed": "1000"}), 2700)
        self.assertEqual(self.bound("placed", values={"score": 1500}, earlier={"score": "0.001"}), 2)

    def test_kept_and_lotteries(self):
        draws = {p: h(f"1|{p}") for p in ("p1", "p2")}
        pairs = {p: max(h(f"1|{p}|w1"), h(f"1|{p}|w2")) for p in ("p1", "p2")}
        self.assertEqual(self.bound("kept", previous={"p1": "w2", "p2": "w9"}), 1)
        self.assertEqual(self.bound("lottery"), sum(draws.values()))
        self.assertEqual(self.bound("lottery2"), sum(pairs.values()))
        self.assertEqual(self.bound("lottery2", values={"lottery": 0}, earlier={"lottery": "1"}),
                         sum(draws.values()) + sum(pairs.values()))
        self.assertEqual(self.bound("lottery", values={"kept": 1}, previous={"p1": "w2"}, earlier={"kept": "3"}),
                         sum(draws.values()))

    def test_floors_level(self):
        # one member, three asked: D' = 0.5 (y) + max(0, 1 - 0.5) + max(0, 0 - 0.5) over w1; w2 free: 1
        self.assertEqual(self.bound("floors", floors=[("lang", 3)], group={"lang": "1"}), 2)
        self.assertEqual(self.bound("floors", floors=[("lang", 3)], group={"lang": "0.3"}), 1)  # ceil(0.9 - 0.3)
        self.assertEqual(self.bound("floors", floors=[("lang", 1)], group={"lang": "1"}), 0)
        self.assertEqual(self.bound("floors", floors=[("lang", 1)], work={"w1": "5"}), 0)
        self.assertEqual(shortfall([("lang", 3), ("kort", 1)], {"lang": 1, "kort": 4}), 2)

    def test_pairs_of_earlier_rounds_are_no_candidates(self):
        self.round.removed["p1"] = 0b01
        self.assertEqual(self.bound("score"), 700 + 800)
        self.round.removed["p1"] = 0b11
        self.assertEqual(self.bound("score"), 800)

    def test_a_work_without_places_needs_no_price(self):
        self.round.capacities[0] = 0
        self.assertEqual(self.bound("score"), 1700)
        self.assertEqual(self.bound("score", skip_full=True), 1200)

    def test_when_nothing_can_bind(self):
        budgets = self.context.budgets
        self.assertFalse(nothing_can_bind(self.edges, self.round, []))  # two places of 100, 150 there
        budgets["geld"] = 200
        self.assertTrue(nothing_can_bind(self.edges, self.round, []))
        self.assertTrue(nothing_can_bind(self.edges, self.round, [("lang", 0)]))
        self.assertFalse(nothing_can_bind(self.edges, self.round, [("lang", 1)]))
        budgets["coach"] = 199
        self.assertFalse(nothing_can_bind(self.edges, self.round, []))

    def test_prices_are_decimal_text(self):
        for text, value in (("1", 10**12), ("0.000000000001", 1), ("12.5", 125 * 10**11), ("-1", None), ("1.", None),
                            (".5", None), ("1.1234567890123", None), (1, None), ("1e3", None), ("", None)):
            self.assertEqual(counted(text), value)
        _, wrong = read_prices({"work": {"w9": "1"}, "group": []}, {name: set() for name in Prices._fields})
        self.assertEqual(len(wrong), 2)


class Matching(unittest.TestCase):
    def test_masks(self):
        rng = random.Random(1)
        for _ in range(50):
            chosen = sorted(rng.sample(range(300), rng.randint(0, 40)))
            self.assertEqual(positions(mask_of(chosen)), chosen)
            self.assertEqual(sum(flags(mask_of(chosen))), len(chosen))

    def test_largest_equals_the_best_of_all(self):
        rng = random.Random(2)
        for _ in range(200):
            works, people = rng.randint(1, 5), rng.randint(0, 6)
            capacities = [rng.randint(0, 2) for _ in range(works)]
            options = {f"p{i}": rng.getrandbits(works) for i in range(people)}
            best = 0
            for picks in itertools.product(*[[None, *positions(mask)] for mask in options.values()]):
                if all(picks.count(w) <= c for w, c in enumerate(capacities)):
                    best = max(best, sum(pick is not None for pick in picks))
            self.assertEqual(largest(options, capacities), best)


class Fairness(unittest.TestCase):
    def test_exact_interval(self):
        # Clopper-Pearson tables: 0/10 0..0.3085, 5/10 0.1871..0.8129, 10/10 0.6915..1, 50/100 0.3983..0.6017
        for hits, trials, low, high in ((0, 10, 0, 309), (5, 10, 187, 813), (10, 10, 691, 1000), (50, 100, 398, 602),
                                        (1, 10, 2, 446), (0, 0, 0, 1000)):
            self.assertTrue(is_low(low, hits, trials), (hits, trials))
            self.assertTrue(is_high(high, hits, trials), (hits, trials))
            for other in (-1, 1):
                self.assertFalse(is_low(low + other, hits, trials))
                self.assertFalse(is_high(high + other, hits, trials))

    def test_interval_of_many(self):
        found = [n for n in range(1001) if is_low(n, 3500, 7000)]
        self.assertEqual(found, [488])

    def test_small_counts_are_hidden_and_never_one_alone(self):
        def row(people, *states, candidate=0, voorstel=0, reach=0):
            return dict(zip(STATES, states)) | {"people": people, "candidate": candidate, "voorstel": voorstel,
                                                "reach": reach}
        self.assertEqual(hidden_counts(row(60, 10, 20, 0, 30)), set())
        self.assertEqual(hidden_counts(row(60, 5, 20, 10, 25)), {"without_wish", "expired"})
        self.assertEqual(hidden_counts(row(60, 5, 0, 30, 25)), {"without_wish", "unconfirmed"})
        self.assertEqual(hidden_counts(row(60, 5, 6, 24, 25)), {"without_wish", "unconfirmed"})
        self.assertEqual(hidden_counts(row(60, 20, 20, 15, 5)), {"expired"})  # live is the rest
        self.assertEqual(hidden_counts(row(60, 20, 20, 0, 20, candidate=9, reach=1)), {"candidate", "reach"})
        self.assertEqual(hidden_counts(row(9, 0, 0, 0, 9)), {"people", "without_wish"})


class ReferenceData(unittest.TestCase):
    def reference(self, name, old, new):
        with tempfile.TemporaryDirectory() as folder:
            tiny.write_data(Path(folder))
            path = Path(folder) / name
            path.write_text(path.read_text().replace(old, new))
            return read_reference(Path(folder))

    def test_a_template_with_an_unknown_item_or_level_is_refused(self):
        for old, new in (("IV.16,30", "IV.99,30"), ("IV.16,30", "IV.16,31")):
            with self.assertRaises(Unreadable):
                self.reference("work/demand_templates.csv", old, new)

    def test_the_longest_group_gives_the_template(self):
        reference = self.reference("work/demand_templates.csv", "51,IV.16,30,demo", "51,IV.16,30,x\n5131,II.1,norm,x")
        self.assertEqual(reference.template(tiny.WAITER), {"II.1": "norm"})
        self.assertEqual(reference.template("513"), {"IV.16": "30"})
        self.assertEqual(reference.template("5"), {})
        self.assertEqual(reference.template(None), {})

    def test_minimum_wage_by_date_and_age(self):
        wage = self.reference("law/minimum_wage.toml", "", "").wage
        law = wage.on(date(2026, 11, 2))
        self.assertEqual([law.hourly(age, False) for age in (15, 16, 17, 18, 19, 20, 21, 60)],
                         [450, 517, 592, 750, 899, 1199, 1499, 1499])
        self.assertEqual([law.hourly(age, True) for age in (17, 18, 19, 20, 21)], [592, 682, 787, 922, 1499])
        self.assertEqual(wage.on(date(2026, 6, 30)).adult, 1471)
        self.assertIsNone(wage.on(date(2025, 12, 31)))
        self.assertIsNone(wage.on(date(2027, 1, 1)))


class Reading(unittest.TestCase):
    path = Path("x.csv")

    def rows(self, content):
        header, rows = csv_rows(decoded(content, self.path), self.path)
        return header, [cells for _, cells in rows]

    def test_csv_as_people_have_it(self):
        plain = (["a", "b"], [["1", "é"], ["x,y", 'q"']])
        for content in ('a,b\n1,é\n"x,y","q"""\n'.encode(), '\ufeffa;b\r\n1; é \r\n"x,y" ; "q"""\r\n'.encode(),
                        "sep=|\na|b\n1|é\n\n|\nx,y|\"q\"\"\"\n".encode(), 'a,b\n1,é\n"x,y","q"""'.encode("cp1252")):
            with self.subTest(content=content):
                self.assertEqual(self.rows(content), plain)

    def test_lines_are_counted_over_quoted_cells(self):
        _, rows = csv_rows('a,b\n"1\n2",3\n4,5\n', self.path)
        self.assertEqual([line for line, _ in rows], [2, 4])

    def test_what_cannot_be_read(self):
        for content in (b"", b"a\0b", b"\x81\x8d"):
            with self.assertRaises(Unreadable):
                self.rows(content)
        self.assertEqual(fitted(["a"], ["1", "", ""]), ["1"])
        self.assertIsNone(fitted(["a"], ["1", "2"]))
        self.assertIsNone(fitted(["a", "b"], ["1"]))

    def test_numbers_are_exact(self):
        self.assertEqual(scaled("24.5", 2), 2450)
        self.assertEqual(scaled("0.1", 3), 100)
        self.assertEqual(scaled("-15", 6), -15_000_000)
        for text in ("1,5", "1.234", "", "1e2", ".5", "1."):
            with self.assertRaises(ValueError):
                scaled(text, 2)

    def test_age(self):
        leap = date(2004, 2, 29)
        for on, age in ((date(2025, 2, 28), 20), (date(2025, 3, 1), 21), (date(2024, 2, 29), 20),
                        (date(2024, 2, 28), 19)):
            self.assertEqual(age_on(leap, on), age)


if __name__ == "__main__":
    unittest.main()
