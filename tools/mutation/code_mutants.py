# SPDX-License-Identifier: EUPL-1.2
"""Mutants of the statutes in src/income: every comparison, sum, rounding, choice and constant, flipped.

The sources have one format: a binary operator has space on both sides, a bracket of a template has not."""
import re
from dataclasses import dataclass

from mutation.mutant import Mutant

TOKEN = re.compile(
    r"""(?P<comment>//[^\n]*) | (?P<text>"(?:\\.|[^"\\])*") | (?P<directive>^\#[^\n]*)
      | (?P<number>\d[\w.']*) | (?P<word>[A-Za-z_]\w*(?:::[A-Za-z_]\w*)*)
      | (?P<sign><=>|<=|>=|==|!=|&&|\|\||\+=|-=|\+\+|--|->|<<|>>|::|[^\s\w]) | (?P<space>\s+)""",
    re.VERBOSE | re.MULTILINE,
)

# What stands here: what it becomes.
COMPARISONS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
SUMS = {"+": "-", "-": "+", "+=": "-="}
ROUNDINGS = {"down": "up", "up": "down", "half_up": "down", "half_away": "down"}
MORE_ROUNDINGS = {"up": "half_up", "down": "half_up"}
CHOICES = {"lesser": "greater", "greater": "lesser", "std::min": "std::max", "std::max": "std::min"}
SIGNS = {"positive": ""}
OPERATORS = {"comparison": COMPARISONS, "sum": SUMS}
FUNCTIONS = {"rounding": (ROUNDINGS, MORE_ROUNDINGS), "choice": (CHOICES,), "sign": (SIGNS,)}
ARITHMETIC = set(COMPARISONS) | {"+", "-", "*", "/", "%"}

# Comparisons and constants that are no statute.
NO_STATUTE = (
    (re.compile(r"\bfor \([^;)]*;[^;]*;[^)]*\)"), "a loop over a table or over the adults"),
    (re.compile(r"(==|!=) \S*\.?(end|cend)\(\)"), "a search in a list"),
    (re.compile(r"^.*\b(?:use|note)\(.*$", re.MULTILINE), "names what stands beside the amounts"),
    (re.compile(r"\bdecltype\([^;]*\)"), "names a type"),
)
CONSTANT = re.compile(r"(?<!static )\bconstexpr (?:double|int) k\w+ = $")  # a named constant of a statute


@dataclass(frozen=True)
class Token:
    kind: str
    text: str
    start: int


EDGE = Token("space", "", 0)


def tokens_of(text):
    found = [Token(found.lastgroup, found.group(), found.start()) for found in TOKEN.finditer(text)]
    return [EDGE, *found, EDGE]


class Finder:
    """Mutants of one file."""

    def __init__(self, file, text):
        self.file, self.text = file, text
        self.tokens = tokens_of(text)
        self.skipped = [found.span() for pattern, _ in NO_STATUTE for found in pattern.finditer(text)]

    def found(self):
        mutants = []
        for n, token in enumerate(self.tokens):
            if not any(start <= token.start < end for start, end in self.skipped):
                mutants += self.of_operator(n) + self.of_function(n) + self.of_constant(n)
        return mutants

    def near(self, n, step):
        """The next token that is no space, from there."""
        n += step
        while 0 <= n < len(self.tokens) and self.tokens[n].kind in ("space", "comment"):
            n += step
        return self.tokens[n] if 0 <= n < len(self.tokens) else EDGE

    def is_binary(self, n):
        return {self.tokens[n - 1].kind, self.tokens[n + 1].kind} == {"space"}

    def of_operator(self, n):
        token = self.tokens[n]
        if token.kind != "sign" or not self.is_binary(n):
            return []
        if token.text in SUMS and self.near(n, 1).text == "-":  # a day before: the constant is changed
            return []
        return [self.mutant(kind, token, table[token.text]) for kind, table in OPERATORS.items() if token.text in table]

    def of_function(self, n):
        token = self.tokens[n]
        is_call = token.kind == "word" and self.near(n, 1).text == "(" and self.near(n, -1).kind != "word"
        if not is_call and not (token.kind == "word" and self.near(n, -1).text == "return"):
            return []
        return [self.mutant(kind, token, table[token.text])
                for kind, tables in FUNCTIONS.items() for table in tables if token.text in table]

    def of_constant(self, n):
        token = self.tokens[n]
        if token.kind != "number" or not token.text.isdigit() or not self.is_constant(n):
            return []
        return [self.mutant("constant", token, str(int(token.text) + 1))]

    def is_constant(self, n):
        """Right of an operator, negative, alone in L(…), or named."""
        before, first = self.tokens[n - 1], self.near(n, -1)
        if CONSTANT.search(self.text[: self.tokens[n].start]):
            return True
        if before.kind == "space":
            return first.text in ARITHMETIC and self.tokens[n - 2].text == first.text
        if before.text == "-":
            return self.tokens[n - 2].kind == "space"
        return before.text == "(" and self.tokens[n - 2].text == "L" and self.near(n, 1).text == ")"

    def mutant(self, kind, token, after):
        line = self.text.count("\n", 0, token.start) + 1
        code = " ".join(self.text.splitlines()[line - 1].split())
        return Mutant(self.file, line, kind, token.text, after, token.start, code)


def mutants_of(file, text):
    """All mutants; a second one of the same name on a line has #2 in its kind."""
    count, named = {}, []
    for one in Finder(file, text).found():
        count[one.name] = count.get(one.name, 0) + 1
        kind = one.kind if count[one.name] == 1 else f"{one.kind}#{count[one.name]}"
        named.append(Mutant(one.file, one.line, kind, one.before, one.after, one.start, one.code))
    return named
