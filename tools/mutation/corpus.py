# SPDX-License-Identifier: EUPL-1.2
"""Households with the oracle's answers: those at the limits first, then random ones. Kept in the work folder under the
digest of all they rest on."""
import hashlib
import json
import subprocess
import sys

from mutation.catch import outcome

ORACLE = "tests/oracle/income"


class Corpus:
    def __init__(self, root, work, count, seed):
        self.root = root
        self.folder = work / f"corpus-{self.digest(count, seed)}"
        self.make(count, seed)
        self.households = self.read("households.jsonl")
        self.answers = self.read("answers.jsonl")
        self.dates = [json.loads(line)["date"] for line in self.households]
        self.parts = {}

    def settle(self, program, law):
        """The unchanged program's own lines replace the oracle's, so that equal answers are equal text. Gives the first
        household in whose answer the two differ, or None."""
        with (self.folder / "households.jsonl").open("rb") as households:
            done = subprocess.run([str(program), str(law)], stdin=households, capture_output=True, check=True)
        found = done.stdout.splitlines(keepends=True)
        for household, one, other in zip(self.households, self.answers, found, strict=True):
            if outcome(one) != outcome(other):
                return household.decode()
        self.answers = found
        return None

    def digest(self, *facts):
        found = hashlib.sha256(repr(facts).encode())
        for folder, suffix in ((ORACLE, ".py"), ("data/law", ".toml")):
            for path in sorted((self.root / folder).glob(f"*{suffix}")):
                found.update(path.read_bytes())
        return found.hexdigest()[:16]

    def make(self, count, seed):
        if (self.folder / "answers.jsonl").exists():
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        lines = self.python("edges.py")
        lines += self.python("households.py", "--seed", str(seed), "--count", str(count))
        (self.folder / "households.jsonl").write_text(lines)
        answers = self.python("oracle.py", str(self.folder / "households.jsonl"))
        (self.folder / "answers.part").write_text(answers)
        (self.folder / "answers.part").rename(self.folder / "answers.jsonl")

    def python(self, script, *words):
        command = [sys.executable, "-B", str(self.root / ORACLE / script), *words]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout

    def read(self, name):
        return (self.folder / name).read_bytes().splitlines(keepends=True)

    def between(self, since, until):
        """(file of households, answers) of the days on which a value holds; it changes no other."""
        if (since, until) not in self.parts:
            kept = [n for n, day in enumerate(self.dates) if since <= day <= until]
            path = self.folder / f"households-{since}-{until}.jsonl"
            path.write_bytes(b"".join(self.households[n] for n in kept))
            self.parts[since, until] = path, [self.answers[n] for n in kept]
        return self.parts[since, until]
