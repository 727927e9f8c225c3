# SPDX-License-Identifier: EUPL-1.2
"""Shows: the mutation run finds the places it should, changes only them, and tells a caught change from none."""

import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools"))

import mutate_law  # noqa: E402
from mutation import catch, code_mutants, law_mutants  # noqa: E402
from mutation.mutant import changed_text, sample  # noqa: E402
from mutation.switched_build import switched_text  # noqa: E402

LINES = os.environ.get("PASSEND_INCOME_LINES", str(ROOT / "build/dev/tests/income_lines"))
HOUSEHOLD = (b'{"date":"2026-01-01","adult":[{"id":"a","birth_date":"1980-05-05","hours_week":20,'
             b'"hourly_eurocent":1800}]}\n')


def changes(code):
    return [mutant.change for mutant in code_mutants.mutants_of("a.hpp", code)]


class CodeMutants(unittest.TestCase):
    def test_each_rule_finds_its_place(self):
        self.assertEqual(["comparison:<→<="], changes("return a < b;"))
        self.assertEqual(["comparison:==→!=", "constant:0→1"], changes("if (a == 0)"))
        self.assertEqual(["sum:+→-", "constant:1→2"], changes("norm(sharers() + 1)"))
        self.assertEqual(["rounding:up→down", "rounding:up→half_up"], changes("return up(x, y);"))
        self.assertEqual(["sign:positive→itself", "choice:lesser→greater"], changes("= positive(lesser(x, y));"))
        self.assertEqual(["constant:4→5"], changes("constexpr double kServiceItems = 4;"))
        self.assertEqual(["constant:1→2"], changes("age_on(birth, month + -1)"))
        self.assertEqual(["sum:+→-", "sum#2:+→-"], changes("a + b + c"))

    def test_what_is_no_statute_is_left_alone(self):
        for code in ("template <class L, class M>\nL up(L n, L d) {", "std::array<double, 2> a{};", "// a < b",
                     "for (int a = 0; a < 2; ++a)", 'law.cell("x", 0, 1)', '"a + b"', "#include <array>", "return -x;",
                     "if (find(a) == b.end())", "if (base < full) use(kPart, kId);"):
            self.assertEqual([], changes(code), code)

    def test_a_switch_stands_in_the_place_of_its_mutant(self):
        code = "x = up(a + b, d);\nif (a < 2)"
        numbered = {mutant: n for n, mutant in enumerate(code_mutants.mutants_of("a.hpp", code))}
        text = switched_text(code, numbered).replace("passend::income::mutant::", "")
        self.assertEqual("x = changed_up<0, 1>(a + Plus<2>{} + b, d);\nif (a < Less<3>{} > one_more<4>(2))", text)

    def test_a_sample_keeps_its_mutants_when_others_come(self):
        few = code_mutants.mutants_of("a.hpp", "a < b;\nc > d;\n")
        more = code_mutants.mutants_of("a.hpp", "e + f;\na < b;\nc > d;\n")
        drawn = {mutant.key for mutant in sample(more, 2, 1)} & {mutant.key for mutant in few}
        self.assertLessEqual(drawn, {mutant.key for mutant in sample(few, 2, 1)})


class LawMutants(unittest.TestCase):
    TEXT = ('[[parameter]]\nid = "limit"\nvalues = [\n'
            '  {from = "2023-01-01", value = 7},\n'
            '  {from = "2024-01-01", until = "2025-12-31", value = [[10, 0.50], [20, 0.50], [1000000000000, 0.9]]},\n'
            '  {from = "2027-01-01", value = 3},\n  {from = "2026-01-01", value = "unknown"},\n]\n'
            '\n[[parameter]]\nid = "other"\nvalues = [\n  {from = "2024-01-01", value = 1},\n]\n')

    def test_numbers_of_the_days_are_found(self):
        found = law_mutants.mutants_of("a.toml", self.TEXT, {"limit"})
        self.assertEqual(["limit[1]:0.50→0.51", "limit[2]:20→21", "limit[3]:0.50→0.51", "limit[5]:0.9→1.0"],
                         [mutant.change for mutant in found])
        self.assertEqual({("2024-01-01", "2025-12-31")}, {mutant.valid for mutant in found})
        changed = changed_text(self.TEXT, found[1])
        self.assertEqual(self.TEXT.replace("[20,", "[21,"), changed)

    def test_a_step_is_the_last_decimal(self):
        steps = {"8": "9", "0.099": "0.100", "4.50": "4.51", "0.000000559775": "0.000000559776", "false": "true"}
        self.assertEqual(steps, {before: law_mutants.step_up(before) for before in steps})


class Equivalent(unittest.TestCase):
    def test_every_exception_names_a_mutant_and_has_a_reason(self):
        mutants = mutate_law.all_parameter_mutants() + mutate_law.all_code_mutants()
        keys = [mutant.key for mutant in mutants]
        listed = mutate_law.read_equivalent()
        self.assertEqual(len(keys), len(set(keys)))
        self.assertEqual(set(), set(listed) - set(keys))
        self.assertEqual([], [key for key, reason in listed.items() if len(reason) < 15])


class Catching(unittest.TestCase):
    """The negative control: the same run, with a change and without one."""

    def difference(self, before, after):
        with tempfile.TemporaryDirectory() as folder:
            households = pathlib.Path(folder) / "households.jsonl"
            households.write_bytes(HOUSEHOLD)
            law = ROOT / "data/law"
            answers = subprocess.run([LINES, law], input=HOUSEHOLD, capture_output=True, check=True).stdout
            changed = pathlib.Path(folder) / "law"
            changed.mkdir()
            for path in law.glob("*.toml"):
                (changed / path.name).write_text(path.read_text(encoding="utf-8").replace(before, after), "utf-8")
            return catch.first_difference(LINES, changed, households, answers.splitlines(keepends=True))

    def test_a_changed_rate_is_caught(self):
        self.assertEqual(0, self.difference("[38883, 0.3575]", "[38883, 0.3585]"))

    def test_no_change_is_not_caught(self):
        self.assertIsNone(self.difference("[38883, 0.3575]", "[38883, 0.3575]"))

    def test_the_words_of_a_refusal_do_not_count_but_its_kind_does(self):
        expected = [b'{"refused": "benefit wia"}\n', b'{"fault": "adult"}\n']
        self.assertIsNone(catch.first_other_line([b'{"refused":"wia"}\n', b'{"fault":"age"}\n'], expected))
        self.assertEqual(1, catch.first_other_line([b'{"refused":"wia"}\n', b'{"no_value":"x"}\n'], expected))
        self.assertEqual(1, catch.first_other_line([b'{"refused":"wia"}\n'], expected))


if __name__ == "__main__":
    unittest.main()
