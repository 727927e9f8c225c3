# SPDX-License-Identifier: EUPL-1.2
"""Shows: whatever the program says, in either language, is words: no [key] without text and no {place} left open."""

import json
import pathlib
import re
import tempfile
import tomllib
import unittest

import program

SOURCES = sorted((program.ROOT / "src/cli").glob("*.?pp"))
LITERAL = re.compile(r'"((?:cli|reason|column)\.[a-z0-9_.-]+?)(\.\{\})?"(\s*\+)?')
HOLE = re.compile(r"\[[a-z]+\.[a-z]|\{[a-z_]*\}")
WORDS = {  # keys made of a fixed part and a name that other code gives
    "cli.command.": "demo check-data plan verify explain options wage law law-show law-doubts",
    "cli.heading.": "usage options subcommands positionals required subcommand option text number",
    "cli.stage.": "read candidates round matching bound search explain demo",
    "cli.reason.": "wish travel hours wage learn adapt support",
    "cli.learn.": "language licence diploma skill",
    "cli.options.column.": "work occupation kind travel hours wage",
    "cli.law.column.": "id from value confidence state",
    "cli.law.confidences.": "confirmed single memory",
    "cli.law.states.": "vastgesteld aangekondigd onbekend",
    "reason.": "weights-sum floor-incomplete floor-group-missing floor-age-ground floor-twice set-key required"
               " command-required extra option-value",
}


def names_in(path, pattern):
    return re.findall(pattern, (program.ROOT / path).read_text(encoding="utf-8"))


def composed():
    """Every key that code puts together, from the tables it uses."""
    keys = {start + name for start, names in WORDS.items() for name in names.split()}
    gates = names_in("src/work/gate.hpp", r'\{"([a-z_]+)", (?:true|false)\}')
    keys |= {f"cli.{table}.{gate}" for gate in gates for table in ("gate", "opening")}
    keys |= {f"cli.kind.{kind}" for kind in names_in("src/work/work_kind.hpp", r'\{"([a-z_]+)", (?:true|false), ')}
    quality = names_in("src/matching/data_quality.cpp", r'(?:counted\(|QualityCount \w+\{)"([a-z_]+)"')
    keys |= {f"cli.check.quality.{name}" for name in quality}
    columns = names_in("src/exchange/snapshot_columns.cpp", r'\{"([a-z_]+)\.csv", "([a-z0-9_]+)", k')
    keys |= {f"column.{file}.{column}" for file, column in columns}
    types = names_in("src/exchange/snapshot_columns.hpp", r"(?m)^  (k\w+),")
    keys |= {f"cli.columns.type.{number}" for number in range(len(types))}
    return keys, (len(gates), len(quality), len(columns), len(types))


def texts(language):
    def flat(table, prefix):
        for key, value in table.items():
            yield from flat(value, f"{prefix}{key}.") if isinstance(value, dict) else [(prefix + key, value)]

    found = {}
    for path in sorted((program.ROOT / "data/messages" / language).glob("*.toml")):
        found.update(flat(tomllib.loads(path.read_text(encoding="utf-8")), ""))
    return found


class Catalogue(unittest.TestCase):
    def test_every_key_that_code_puts_together_is_there(self):
        keys, (gates, quality, columns, types) = composed()
        self.assertEqual((gates, types), (19, 13))
        self.assertGreaterEqual(quality, 14)
        self.assertGreaterEqual(columns, 120)
        for language in program.LANGUAGES:
            self.assertEqual(keys - set(texts(language)), set(), language)

    def test_every_key_written_in_code_is_there(self):
        for language in program.LANGUAGES:
            known = texts(language)
            for path in SOURCES:
                for key, open_end, plus in LITERAL.findall(path.read_text(encoding="utf-8")):
                    start = key.rstrip(".") + "."
                    is_start = open_end or plus or key.endswith(".")
                    found = any(name.startswith(start) for name in known) if is_start else key in known
                    self.assertTrue(found, f"{path.name}: {key}")

    def test_every_column_text_belongs_to_a_column(self):
        keys, _ = composed()
        for key in texts("nl"):
            if key.startswith("column."):
                self.assertIn(key, keys)
            if key.startswith("cli.columns.empty."):
                self.assertIn(key.replace("cli.columns.empty.", "column."), keys)


class Program(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.out = pathlib.Path(cls.folder.name)
        made = program.run("demo", "--out", cls.out, "--people", 300, "--places", 150, "--no-serve", "--lang", "en")
        cls.told = made.stdout + made.stderr
        cls.snapshot, cls.plan = cls.out / "snapshot", cls.out / "plan"
        cls.proposals = json.loads((cls.plan / "plan.json").read_text("utf-8"))["proposals"]

    def ask(self, code, *words):
        """What the program says in both languages."""
        for language in program.LANGUAGES:
            with self.subTest(words=words, language=language):
                run = program.run(*words, "--lang", language)
                self.assertEqual(run.returncode, code, run.stderr)
                self.assertNotRegex(run.stdout + run.stderr, HOLE)
                yield run

    def say(self, code, *words):
        return list(self.ask(code, *words))

    def test_demo_speaks_in_the_order_of_events(self):
        self.assertNotRegex(self.told, HOLE)
        self.assertLess(self.told.index("Why people are waiting"), self.told.index("accepted:"))

    def test_help_fits_a_terminal(self):
        commands = ["demo", "check-data", "plan", "verify", "explain", "options", "wage", "law"]
        for words in [[], *([command] for command in commands), ["law", "show"], ["law", "doubts"]]:
            for run in self.say(0, *words, "--help"):
                self.assertLessEqual(max(map(len, run.stdout.splitlines())), 100, run.stdout)
                self.assertEqual(run.stderr, "")
        dutch, english = self.say(0, "plan", "--help")
        for word in ("Usage", "REQUIRED", "Options", "Positionals", "TEXT", "INT"):
            self.assertNotIn(word, dutch.stdout)
        self.assertIn("Usage: passend plan", english.stdout)

    def test_plan_and_check_data(self):
        self.say(0, "plan", self.snapshot, "--out", self.out / "again", *program.DATE)
        for run in self.say(0, "check-data", self.snapshot, *program.DATE):
            self.assertLessEqual(max(map(len, run.stdout.splitlines())), 100)

    def test_explain(self):
        seen = set()
        for proposal in self.proposals:
            kinds = {text.split(":")[0] for text in proposal["reasons"] + proposal["conditional"]}
            if kinds <= seen:
                continue
            seen |= kinds
            self.say(0, "explain", self.plan, self.snapshot, "--person", proposal["person"])
            self.say(0, "explain", self.plan, self.snapshot, "--person", proposal["person"], "--work", proposal["work"])
        some = self.proposals[0]["person"]
        for work in sorted({proposal["work"] for proposal in self.proposals})[:6]:
            self.say(0, "explain", self.plan, self.snapshot, "--person", some, "--work", work)
        placed = {proposal["person"] for proposal in self.proposals}
        people = [row.split(",")[0] for row in (self.snapshot / "people.csv").read_text("utf-8").splitlines()[1:]]
        for person in [person for person in people if person not in placed][:3]:
            self.say(0, "explain", self.plan, self.snapshot, "--person", person)

    def test_options(self):
        for proposal in self.proposals[:40:10]:
            words = ["options", self.snapshot, "--person", proposal["person"], *program.DATE]
            self.say(0, *words)
            for run in self.say(0, *words, "--set", "hours_max=24", "--set", "max_km=15", "--wish-changes"):
                self.assertLessEqual(max(map(len, run.stdout.splitlines())), 120)

    def test_wage_and_law(self):
        wage = ["wage", "--birth-date", "2008-03-01", *program.DATE]
        self.say(0, *wage)
        self.say(0, *wage, "--hours", "104.5", "--gross", 100000, "--period", "month")
        self.say(1, *wage, "--hours", "104.5", "--gross", 10000, "--period", "month")
        self.say(0, "wage", "--birth-date", "2015-03-01", *program.DATE)
        self.say(4, "wage", "--birth-date", "1990-03-01", "--date", "2090-01-01")
        self.say(0, "law", "show", "minimum_wage_hourly_adult", *program.DATE)
        self.say(3, "law", "show", "no_such_value", *program.DATE)
        self.say(0, "law", "doubts")

    def test_wrong_use_names_what_is_wrong(self):
        person = ["options", self.snapshot, "--person", self.proposals[0]["person"]]
        for named, words in {
            "passend bogus": ["bogus"],
            "DIR": ["plan", "--out", "x"],
            "--out": ["plan", self.snapshot],
            "--port": ["demo", "--port", 99999],
            "--sample": ["verify", "a", "b", "--sample", "many"],
            "--strange": ["check-data", self.snapshot, "--strange"],
            "foo=1": [*person, "--set", "foo=1"],
            "hours_max=lots": [*person, "--set", "hours_max=lots"],
            "1-2-2003": ["wage", "--birth-date", "1-2-2003", *program.DATE],
        }.items():
            dutch, english = self.say(2, *words)
            self.assertNotRegex(dutch.stderr, "required|expected|subcommand")
            for run in (dutch, english):
                self.assertIn(named, run.stderr)
                self.assertEqual(run.stdout, "")
        self.assertEqual(program.run("--lang", "fr").returncode, 2)

    def test_unknown_person_and_work(self):
        some = self.proposals[0]["person"]
        self.say(3, "explain", self.plan, self.snapshot, "--person", "nobody")
        self.say(3, "explain", self.plan, self.snapshot, "--person", some, "--work", "nothing")
        self.say(3, "options", self.snapshot, "--person", "nobody", *program.DATE)

    def test_the_template_of_assign_is_solved_and_checked(self):
        example = program.run("assign", "--template")
        self.assertEqual((example.returncode, example.stderr), (0, ""))
        problem, solution = self.out / "example.txt", self.out / "example.solution"
        problem.write_text(example.stdout, encoding="utf-8")
        solved = program.run("assign", problem, "--out", solution)
        self.assertEqual((solved.returncode, solved.stderr), (0, ""))
        self.assertIn("l 2 placed 4 4\n", solution.read_text(encoding="utf-8"))
        check = program.run("assign", "--check", problem, solution)
        self.assertEqual(check.returncode, 0, check.stdout)

    def test_the_template_of_rules_is_read_as_rules(self):
        for words in (["plan"], ["check-data"], ["options"]):
            run = program.run(*words, "--template")
            self.assertEqual((run.returncode, run.stderr), (0, ""))
            self.assertIn("# [[floor]]", run.stdout)
        rules = self.out / "rules.toml"
        rules.write_text(run.stdout, encoding="utf-8")
        check = program.run("check-data", self.snapshot, *program.DATE, "--rules", rules)
        self.assertEqual(check.returncode, 0, check.stderr)
        floor = "\n".join(line[2:] if re.match(r"# (\[\[floor|\w+ = )", line) else line
                          for line in run.stdout.splitlines())
        rules.write_text(floor, encoding="utf-8")
        told = program.run("check-data", self.snapshot, *program.DATE, "--rules", rules).stderr
        self.assertIn("wacht langer dan een jaar", told)  # only the group is not of this snapshot
        self.assertEqual(len(told.splitlines()), 1, told)


if __name__ == "__main__":
    program.main()
