# SPDX-License-Identifier: EUPL-1.2
"""One change to the code or the values of the law, and a sample of them that a change elsewhere leaves alone."""
import hashlib
from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    file: str  # from the root of the tree
    line: int
    kind: str  # "comparison", "rounding", …, or the parameter with its cell
    before: str
    after: str
    start: int  # place of `before` in the file
    code: str  # what stays the same when lines shift: the source line, or the day from which a value holds
    valid: tuple = ("", "9999")  # days on which a changed value counts

    @property
    def name(self):
        return f"{self.file}:{self.line}:{self.change}"

    @property
    def change(self):
        return f"{self.kind}:{self.before}→{self.after or 'itself'}"

    @property
    def key(self):
        """Names the mutant in tools/mutate_law_equivalent.csv."""
        return self.file, self.change, self.code

    @property
    def is_parameter(self):
        return self.file.endswith(".toml")


def changed_text(text, mutant):
    assert text.startswith(mutant.before, mutant.start)
    return text[: mutant.start] + mutant.after + text[mutant.start + len(mutant.before):]


def sample(mutants, count, seed):
    """Those with the lowest digest of seed and key: a new line of code elsewhere does not change the draw."""
    def digest(mutant):
        return hashlib.sha256(f"{seed}|{mutant.key}|{mutant.start if mutant.is_parameter else 0}".encode()).digest()

    return sorted(sorted(mutants, key=digest)[:count], key=lambda mutant: (mutant.file, mutant.start))
