# SPDX-License-Identifier: EUPL-1.2
"""Shows: a sweep goes over hours or over a wage, each under its own name, and a wrong call says what is wrong."""

import json
import unittest

import program

EXAMPLES = program.ROOT / "data/examples"
ASKED = ("income", EXAMPLES / "household.toml", "--offer", EXAMPLES / "offer.toml")


def answer(*words):
    return json.loads(program.run(*ASKED, *words, "--format", "json").stdout)


class Income(unittest.TestCase):
    def test_places_of_a_sweep_bear_the_name_of_its_axis(self):
        for words, has, lacks in ((("--hours", "8..32"), "hours", "hourly_eurocent"),
                                  (("--hourly", "1500..2500"), "hourly_eurocent", "hours")):
            found = answer(*words)
            self.assertTrue(found["sweep"] and found["kinks"])
            for place in found["sweep"] + found["cliffs"] + found["kinks"]:
                self.assertIn(has, place)
                self.assertNotIn(lacks, place)

    def test_the_sweep_passes_through_the_answer(self):
        found = answer("--hourly", "1600..1700")
        points = {point["hourly_eurocent"]: point["net_month_eurocent"] for point in found["sweep"]}
        self.assertEqual(points[1650], found["after"]["net_month_eurocent"])

    def test_the_lines_of_the_employer_add_up(self):
        employer = answer()["employer"]
        lines = {key: value for key, value in employer.items()
                 if key not in ("total", "unknown", "parameters", "flat_months", "weakest_confidence")}
        self.assertEqual(sum(lines.values()), employer["total"])
        self.assertTrue(all(p["article"] and p["source"] for p in employer["parameters"]))

    def test_a_wrong_call_is_told_once(self):
        wrong = {("--hours", "8..32", "--hourly", "1500..2500"): 2, ("--hourly", "0"): 3, ("--hourly", "9..1"): 3,
                 ("--hours", "12"): 3, ("--hours", "8..x"): 3, ("--hourly", "1600"): 3, ("--hourly", "1600..x"): 3}
        for words, code in wrong.items():
            run = program.run(*ASKED, *words)
            self.assertEqual((run.returncode, run.stdout, len(run.stderr.splitlines())), (code, "", 1), words)

    def test_no_hours_are_hours_too(self):
        found = answer("--hours", "0", "--hourly", "1600..1700")
        self.assertEqual(len({point["net_month_eurocent"] for point in found["sweep"]}), 1)

    def test_a_wage_without_hours_asks_for_them(self):
        run = program.run("income", EXAMPLES / "household.toml", "--hourly", "1500..1600")
        self.assertEqual(run.returncode, 3)
        self.assertIn("--hours", run.stderr)


if __name__ == "__main__":
    program.main()
