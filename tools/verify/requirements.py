# SPDX-License-Identifier: EUPL-1.2
"""Gates 10 to 12, language, licence and diploma: docs/plan.md section 5."""
from collections import defaultdict

from .context import Context
from .masks import Gathering, Outcome, mask_of
from .schema import LANGUAGE_SCALE

MET, LACKING, NOT_KNOWN = "met", "lacking", "not known"


def language(rows: list, code: str, level: str | None) -> str:
    for row in rows:
        if row.language == code and row.level is not None:
            if row.level == "geen":
                return LACKING
            reached = LANGUAGE_SCALE.index(row.level) >= LANGUAGE_SCALE.index(level or "A1")
            return MET if reached else LACKING
    return NOT_KNOWN


def licence(rows: list, code: str, _level: str | None) -> str:
    for row in rows:
        if row.licence == code and row.has is not None:
            return MET if row.has == "ja" else LACKING
    return NOT_KNOWN


def diploma(rows: list, code: str, level: str | None) -> str:
    if code:
        own = [row.level for row in rows if row.diploma_code == code]
        if not own:
            return NOT_KNOWN
        return MET if any(one != "geen" for one in own) else LACKING
    known = [row.level for row in rows if row.level is not None]
    if any(one != "geen" and int(one) >= int(level or 0) for one in known):
        return MET
    return LACKING if known else NOT_KNOWN


_STANDING = {"language": language, "licence": licence, "diploma": diploma}
_ROWS = {"language": "languages_of", "licence": "licences_of", "diploma": "education_of"}


class Requirements:
    """One of the three kinds."""

    def __init__(self, context: Context, kind: str):
        self._kind, self._standing = kind, _STANDING[kind]
        self._rows = getattr(context.snapshot, _ROWS[kind])
        works = defaultdict(list)
        for work, rows in context.snapshot.requirements_of.items():
            for row in rows:
                if row.kind == kind:
                    works[row.code or "", row.level, row.trainable].append(context.snapshot.index[work])
        self._asked = [(*asked, mask_of(members)) for asked, members in works.items()]

    def gate(self, person: str) -> Outcome:
        rows, parts = self._rows.get(person, []), Gathering()
        for code, level, trainable, works in self._asked:
            standing = self._standing(rows, code, level)
            if standing != MET:
                self._unmet(parts, standing, code or level or "", trainable, works)
        return parts.outcome()

    def _unmet(self, parts: Gathering, standing: str, code: str, trainable: str | None, works: int):
        if trainable == "ja":
            parts.note(f"learn:{self._kind}:{code}", works)
        elif standing == NOT_KNOWN:
            parts.ask(f"person.{self._kind}:{code}", works)
        elif trainable is None:
            parts.ask(f"work.trainable:{self._kind}:{code}", works)
        else:
            parts.fail(works, code)
