#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Changes the law one step at a time and counts how many changes are noticed.

Each comparison, sum, rounding and constant of the statutes in src/income, and each value of data/law that they read for
a day of 2024 to 2026, is changed alone. A change is caught when an answer on a fixed set of households differs from the
oracle's (tests/oracle/income), or when a worked example of tests/cases/income fails.

    cmake --build --preset dev && tools/mutate_law.py     all of them; exit 1 when less than 95 % is caught
    tools/mutate_law.py --sample 16 --seed 1              a sample: three in four are parameters
    tools/mutate_law.py --only code --list                names alone

Sources and data are changed in a temporary copy only. Mutants that can make no difference stand with their reason in
tools/mutate_law_equivalent.csv; a figure of their own leaves them out."""
import argparse
import csv
import pathlib
import shutil
import signal
import sys
import tempfile

from mutation import catch, code_mutants, law_mutants
from mutation.corpus import Corpus
from mutation.mutant import changed_text, sample
from mutation.switched_build import OF_CASES, OF_LINES, SwitchedBuild

ROOT = pathlib.Path(__file__).resolve().parents[1]
EQUIVALENT = ROOT / "tools/mutate_law_equivalent.csv"
LEAST_PER_CENT = 95
# No statutes: arithmetic of lanes, reading of households, batches, sweeps, words of answers, worked examples. The calendar
# year and local schemes with remission and studietoeslag have tests of their own; the oracle does not know them.
NO_STATUTE = ("lane", "batch", "household.", "answer", "trace", "sweep", "law_case", "known_rules", "part.",
              "calendar_year", "local_", "kwijtschelding", "studietoeslag", "rests_on")


def statutes():
    return [path for path in sorted((ROOT / "src/income").iterdir()) if not path.name.startswith(NO_STATUTE)]


def all_code_mutants():
    files = [(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")) for path in statutes()]
    return [mutant for file, text in files for mutant in code_mutants.mutants_of(file, text)]


def all_parameter_mutants():
    ids = law_mutants.ids_in("".join(path.read_text(encoding="utf-8") for path in statutes()))
    return [
        mutant
        for path in sorted((ROOT / "data/law").glob("*.toml"))
        for mutant in law_mutants.mutants_of(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"), ids)
    ]


def chosen(options):
    parameters = all_parameter_mutants() if options.only != "code" else []
    code = all_code_mutants() if options.only != "parameters" else []
    if options.sample:
        equivalent = read_equivalent()
        parameters, code = ([one for one in group if one.key not in equivalent] for group in (parameters, code))
        of_code = options.sample if not parameters else options.sample // 4 if code else 0
        parameters = sample(parameters, options.sample - of_code, options.seed)
        code = sample(code, of_code, options.seed)
    return parameters + code


def read_equivalent():
    with EQUIVALENT.open(encoding="utf-8", newline="") as file:
        return {(row["file"], row["change"], row["code"]): row["reason"] for row in csv.DictReader(file)}


class Run:
    """One run over some mutants, in a temporary folder."""

    def __init__(self, options, folder, mutants):
        self.build, self.folder = options.build.resolve(), folder
        self.lines, self.passend = self.build / "tests/income_lines", self.build / "apps/passend/passend"
        self.corpus = Corpus(ROOT, options.work, options.households, options.corpus_seed)
        self.data = folder / "data"
        shutil.copytree(ROOT / "data", self.data)
        self.code = [mutant for mutant in mutants if not mutant.is_parameter]
        self.switched = None

    def fault(self):
        """Why nothing can be counted: something differs already without a mutant."""
        household = self.corpus.settle(self.lines, self.data / "law")
        if household:
            return f"without a mutant, program and oracle differ: {household}"
        if catch.cases_fail(self.passend, ROOT, self.data):
            return "without a mutant, a worked example fails"
        if self.code and self.is_caught_code(None):
            return "the build with all mutants switched off is caught"
        return ""

    def is_caught(self, mutant):
        return self.is_caught_parameter(mutant) if mutant.is_parameter else self.is_caught_code(mutant)

    def is_caught_parameter(self, mutant):
        path = self.folder / mutant.file
        text = path.read_text(encoding="utf-8")
        path.write_text(changed_text(text, mutant), encoding="utf-8")
        try:
            households, answers = self.corpus.between(*mutant.valid)
            difference = catch.first_difference(self.lines, self.data / "law", households, answers)
            return difference is not None or catch.cases_fail(self.passend, ROOT, self.data)
        finally:
            path.write_text(text, encoding="utf-8")

    def is_caught_code(self, mutant):
        if self.switched is None:
            self.switched = SwitchedBuild(ROOT, self.build, self.folder / "tree", self.code)
        environment = self.switched.environment(mutant)
        households, answers = self.corpus.between("", "9999")
        lines = self.switched.program("tests/income_lines", OF_LINES)
        if catch.first_difference(lines, self.data / "law", households, answers, environment) is not None:
            return True
        passend = self.switched.program("apps/passend/passend", OF_CASES)
        return catch.cases_fail(passend, ROOT, self.data, environment)


def show(progress):
    if sys.stderr.isatty():
        print(f"\r\033[K{progress}", end="", file=sys.stderr, flush=True)


def survivors_of(run, mutants):
    survivors = []
    for number, mutant in enumerate(mutants, 1):
        show(f"{number}/{len(mutants)}, {len(survivors)} survived  {mutant.name[:90]}")
        if not run.is_caught(mutant):
            survivors.append(mutant)
    show("")
    return survivors


def per_cent(part, whole):
    return 100 * part / whole if whole else 100.0


def report(mutants, survivors, equivalent):
    """Prints the figures; gives the exit code. What cannot make a difference cannot be caught, and does not decide."""
    count, caught = len(mutants), len(mutants) - len(survivors)
    alike = [mutant for mutant in survivors if mutant.key in equivalent]
    for mutant in survivors:
        if mutant not in alike:
            print(f"survived: {mutant.name}  | {mutant.code}")
    for mutant in mutants:
        if mutant.key in equivalent and mutant not in survivors:
            print(f"listed as equivalent, but caught: {mutant.name}")
    print(f"{count} mutants, {caught} caught, {len(survivors)} survived ({per_cent(caught, count):.1f} %)")
    figure = per_cent(caught, count - len(alike))
    print(f"{len(alike)} equivalent by {EQUIVALENT.name}; of the others {figure:.1f} % caught")
    return 0 if figure >= LEAST_PER_CENT else 1


def read_options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=("parameters", "code"))
    parser.add_argument("--list", action="store_true", help="names of the mutants, without a run")
    parser.add_argument("--sample", type=int, metavar="N", help="N mutants, those listed as equivalent left out")
    parser.add_argument("--seed", type=int, default=1, help="of the sample")
    parser.add_argument("--households", type=int, default=4000, metavar="N", help="random households beside the edges")
    parser.add_argument("--corpus-seed", type=int, default=1, metavar="S")
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/dev", metavar="FOLDER")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build/mutation", metavar="FOLDER",
                        help="where the oracle's answers are kept")
    return parser.parse_args()


def main():
    options = read_options()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(130))  # so that the temporary folder goes, too
    mutants = chosen(options)
    if options.list:
        print(*(mutant.name for mutant in mutants), sep="\n")
        return 0
    with tempfile.TemporaryDirectory(prefix="mutate-law-") as folder:
        run = Run(options, pathlib.Path(folder), mutants)
        fault = run.fault()
        if fault:
            print(fault, file=sys.stderr)
            return 2
        return report(mutants, survivors_of(run, mutants), read_equivalent())


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
