# SPDX-License-Identifier: EUPL-1.2
"""Shows: the program and the independent oracle give the same answer, to the cent and in every part, for random
households of all dates and for those at the limits of the law.
A long run: PASSEND_ORACLE_COUNT=100000 PASSEND_ORACLE_YEARS=20000 python3 tests/income/against_oracle_test.py"""

import json
import os
import pathlib
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
LINES = os.environ.get("PASSEND_INCOME_LINES", str(ROOT / "build/dev/tests/income_lines"))
COUNT = int(os.environ.get("PASSEND_ORACLE_COUNT", "3000"))
YEARS = int(os.environ.get("PASSEND_ORACLE_YEARS", "500"))  # households of which the calendar year is compared
SEED = os.environ.get("PASSEND_ORACLE_SEED", "1")
ORACLE = ROOT / "tests/oracle/income"


def run(*command, text=None):
    done = subprocess.run([str(word) for word in command], input=text, capture_output=True, text=True, check=True)
    return done.stdout


def outcome(line):
    """The answer, or the kind of refusal: its words may differ."""
    return kind_of(json.loads(line))


def kind_of(answer):
    if "before" not in answer:
        return next(iter(answer))
    return {key: kind_of_year(value) if key.startswith("year_") else value for key, value in answer.items()}


def kind_of_year(year):
    return year if year is None or "net" in year else next(iter(year))


def differences(households, expected, found):
    return [f"{household}\n  oracle {one}\n  program {other}"
            for household, one, other in zip(households.splitlines(), expected, found)
            if outcome(one) != outcome(other)]


class AgainstOracle(unittest.TestCase):
    def test_every_answer_is_the_same(self):
        households = run(sys.executable, ORACLE / "edges.py")
        count = len(households.splitlines()) + COUNT
        households += run(sys.executable, ORACLE / "households.py", "--seed", SEED, "--count", COUNT)
        expected = run(sys.executable, ORACLE / "oracle.py", text=households).splitlines()
        found = run(LINES, ROOT / "data/law", text=households).splitlines()
        self.assertEqual((len(expected), len(found)), (count, count))
        differ = differences(households, expected, found)
        self.assertEqual(len(differ), 0, "\n".join(differ[:5]))
        answered = sum("before" in json.loads(line) for line in expected)
        self.assertGreater(answered, count * 8 // 10)

    def test_every_calendar_year_is_the_same(self):
        households = run(sys.executable, ORACLE / "households.py", "--years", "--seed", SEED, "--count", YEARS)
        expected = run(sys.executable, ORACLE / "oracle.py", "--years", text=households).splitlines()
        found = run(LINES, ROOT / "data/law", "--years", text=households).splitlines()
        self.assertEqual((len(expected), len(found)), (YEARS, YEARS))
        differ = differences(households, expected, found)
        self.assertEqual(len(differ), 0, "\n".join(differ[:5]))
        years = [json.loads(line).get("year_after") for line in expected]
        self.assertGreater(sum(year is not None and "net" in year for year in years), YEARS * 6 // 10)

    def test_a_changed_cent_is_seen(self):
        line = '{"before":{"net_month_eurocent":1}}'
        self.assertNotEqual(outcome(line), outcome(line.replace("1", "2")))


if __name__ == "__main__":
    unittest.main()
