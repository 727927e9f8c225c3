# SPDX-License-Identifier: EUPL-1.2
"""Builds the program once with all code mutants in it; the environment variable PASSEND_MUTANT switches one on.

Works on a copy of the sources in a temporary folder: the checkout is never written to. Compile and link commands are
those of a finished build (Ninja), whose libraries lie behind the changed files."""
import json
import re
import shlex
import shutil
import subprocess
from pathlib import Path

SWITCH = Path(__file__).parent / "mutant_switch.hpp.in"
# What the statutes are compiled into; the rest comes from the libraries.
OF_LINES = ("answer", "employer_cost", "household_columns", "participatiewet", "rule_book", "law_values")
OF_CASES = (*OF_LINES, "law_cases", "law_cases_of_allowances", "law_cases_of_assistance", "law_cases_of_pay")

OPERATOR_NAMES = {"<": "Less", "<=": "LessEqual", ">": "Greater", ">=": "GreaterEqual", "==": "Equal",
                  "!=": "NotEqual", "+": "Plus", "-": "Minus", "+=": "PlusInto"}
# Changes of a function, in the order of its switch.
CALLS = {"down": ("up", "half_up"), "up": ("down", "half_up"), "half_up": ("down",), "half_away": ("down",),
         "lesser": ("greater",), "greater": ("lesser",), "std::min": ("std::max",), "std::max": ("std::min",),
         "positive": ("",)}
NOBODY = -2
# The operators around a switch; those that are not named stand around their own.
SHELLS = {**dict.fromkeys(("<", "<=", ">", ">="), ("<", ">")), "!=": ("==", "==")}
SPACE = "passend::income::mutant::"


def switched(numbered):
    """The text in place of what the mutants of one place change: {mutant: number}."""
    before = next(iter(numbered)).before
    by_after = {mutant.after: number for mutant, number in numbered.items()}
    if before in CALLS:
        numbers = [by_after.get(after, NOBODY) for after in (*CALLS[before], None)][:2]
        return f"{SPACE}changed_{before.removeprefix('std::')}<{numbers[0]}, {numbers[1]}>"
    (number,) = by_after.values()
    if before.isdigit():
        return f"{SPACE}one_more<{number}>({before})"
    first, second = SHELLS.get(before, (before, before))
    return f"{first} {SPACE}{OPERATOR_NAMES[before]}<{number}>{{}} {second}"


def switched_text(text, numbered):
    """A source with the switches of its mutants."""
    places = {}
    for mutant, number in numbered.items():
        assert text.startswith(mutant.before, mutant.start), mutant.name
        places.setdefault(mutant.start, {})[mutant] = number
    for start in sorted(places, reverse=True):
        before = next(iter(places[start])).before
        text = text[:start] + switched(places[start]) + text[start + len(before):]
    # A named constant may not be constexpr any more.
    return re.sub(rf"\bconstexpr ((?:double|int) k\w+ = {SPACE})", r"const \1", text)


class SwitchedBuild:
    """The programs with the mutants in them, in a folder of its own."""

    def __init__(self, root, build, folder, mutants):
        self.root, self.build, self.folder = root, build, folder
        self.numbers = {mutant: number for number, mutant in enumerate(mutants)}
        self.compiled = set()
        self.write_sources()
        commands = json.loads((build / "compile_commands.json").read_text())
        self.commands = {entry["file"]: entry["command"] for entry in commands}

    def write_sources(self):
        shutil.copytree(self.root / "src", self.folder / "src")
        shutil.copy(SWITCH, self.folder / "src/income/mutant_switch.hpp")
        lane = self.folder / "src/income/lane.hpp"
        lane.write_text(lane.read_text() + '\n#include "income/mutant_switch.hpp"\n')
        for file in {mutant.file for mutant in self.numbers}:
            path = self.folder / file
            numbered = {mutant: number for mutant, number in self.numbers.items() if mutant.file == file}
            path.write_text(switched_text(path.read_text(), numbered))

    def program(self, target, names):
        """Path of the program `target` of the build, linked with the changed files before its libraries."""
        program = self.folder / Path(target).name
        if not program.exists():
            objects = [self.compile(name) for name in names]
            self.link(target, program, objects)
        return program

    def compile(self, name):
        out = self.folder / f"{name}.o"
        if out.exists():
            return out
        command = shlex.split(self.commands[str(self.root / f"src/income/{name}.cpp")])
        command = [word for word in command if not word.endswith("ccache") and word not in ("-Werror", "-g")]
        command[command.index("-o") + 1] = str(out)
        command = [word.replace(f"{self.root}/src", f"{self.folder}/src") for word in command]
        run([*command, "-O1", "-w"], self.build)
        return out

    def link(self, target, program, objects):
        listed = run(["ninja", "-t", "commands", target], self.build).splitlines()
        command = next(line for line in reversed(listed) if f" -o {target} " in line)
        words = " ".join(shlex.quote(str(one)) for one in objects)
        command = command.replace(f" -o {target} ", f" {words} -o {shlex.quote(str(program))} ")
        run(["sh", "-c", command], self.build)

    def environment(self, mutant):
        return {"PASSEND_MUTANT": str(self.numbers.get(mutant, -1))}


def run(command, folder):
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{shlex.join(command)[:400]}\n{(done.stdout + done.stderr)[:3000]}")
    return done.stdout
