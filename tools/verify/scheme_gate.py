# SPDX-License-Identifier: EUPL-1.2
"""Gate 19, scheme: docs/plan.md section 5."""
from collections.abc import Callable
from typing import NamedTuple

from .context import Context
from .masks import Gathering, Outcome, grouped
from .schemes import Condition, Facts, Truth, months_between

DECIDED_ELSEWHERE = {"pays_floor": True, "displacement_passed": True}  # gates 18 and 16


class Asked(NamedTuple):
    """Works that ask the same of everyone, and the outcomes found so far by the facts that matter."""
    question: str
    names: tuple[str, ...]
    holds: Callable[[Facts], Truth]
    kind: str | None
    works: int
    found: dict[tuple, Truth]


class SchemeGate:
    """Works are taken by scheme, and by kind only where the target asks for the kind of work."""

    def __init__(self, context: Context):
        self._context = context
        self._aow = context.reference.aow_months(context.on)
        self._ended = 0  # works of a scheme of which no version holds
        self._asked: list[Asked] = []
        versions = {name: scheme.on(context.on) for name, scheme in context.snapshot.schemes.items()}
        for (name, kind), works in grouped(context.works, lambda work: self._key(work, versions)).items():
            version = versions.get(name)
            if version is not None:
                self._asked.append(self._new(name, version.target, kind, works))
            elif name in versions:
                self._ended |= works

    @staticmethod
    def _key(work, versions: dict) -> tuple[str | None, str | None]:
        version = versions.get(work.scheme)
        return work.scheme, work.kind if version and "work_kind" in version.target.asks else None

    @staticmethod
    def _new(name: str, target: Condition, kind: str | None, works: int) -> Asked:
        return Asked(f"scheme.target:{name}", tuple(sorted(target.asks)), target.holds, kind, works, {})

    def facts(self, person) -> dict[str, object]:
        """By predicate, on the plan date, but for the kind of work; None: not known."""
        since = {"age": person.birth_date, "benefit_duration": person.benefit_since,
                 "waiting_duration": person.waiting_since}
        months = {name: day and months_between(day, self._context.on) for name, day in since.items()}
        words = {name: word and frozenset({word}) for name, word in
                 (("status", person.status), ("benefit", person.benefit))}
        return {**DECIDED_ELSEWHERE, **months, **words, "aow": self._aow, "education": self._education(person.person),
                "indication": self._indications(person.person)}

    def _education(self, person: str) -> int | None:
        levels = [row.level for row in self._context.snapshot.education_of.get(person, ()) if row.level is not None]
        return max((0 if level == "geen" else int(level) for level in levels), default=None)

    def _indications(self, person: str) -> frozenset[str] | None:
        kinds = {row.kind for row in self._context.snapshot.indications_of.get(person, ())}
        valid = frozenset(kind for kind in kinds if self._context.valid_indications(person, kind))
        return (valid or frozenset({"geen"})) if kinds else None

    def gate(self, person) -> Outcome:
        if not self._asked:
            return Outcome(self._ended)
        facts, parts = self.facts(person), Gathering()
        parts.fail(self._ended)
        for asked in self._asked:
            verdict = self._verdict(asked, facts)
            if verdict is None:
                parts.ask(asked.question, asked.works)
            elif not verdict:
                parts.fail(asked.works)
        return parts.outcome()

    @staticmethod
    def _verdict(asked: Asked, facts: dict[str, object]) -> Truth:
        key = tuple(facts.get(name) for name in asked.names)
        if key not in asked.found:
            kind = None if asked.kind is None else frozenset({asked.kind})
            asked.found[key] = asked.holds({**facts, "work_kind": kind})
        return asked.found[key]
