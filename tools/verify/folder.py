# SPDX-License-Identifier: EUPL-1.2
"""The plan folder: manifest, hashes, and the form of its files (docs/plan.md section 10)."""
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from .problems import Problems
from .reading import Unreadable, canonical_json, csv_rows, day, decoded, parse_json, read_bytes, sha256
from .reference import AOW_FILE, REFERENCE_FILES
from .schema import TABLES
from .schemes import scheme_files

REQUIRED = ("plan.json", "certificate.json", "waiting.csv", "places.csv", "fairness.json", "rules.toml",
            "previous.json", "learning.csv", "pays.csv")
Csv = tuple[list[str], list[list[str]]]
DEFAULT_RULES = "rules/voorbeeld.toml"
LEVEL_KEYS = {"round": int, "name": str, "value": int, "bound": int}
PROPOSAL_KEYS = {"person": str, "work": str, "round": int, "conditional": list, "score": int, "parts": dict,
                 "reasons": list, "displaces": dict}
PREVIOUS_KEYS = {"person": str, "round": int, "work": str}


@dataclass
class PlanFolder:
    path: Path
    plan: dict
    certificate: dict
    fairness: dict
    previous: list[dict]
    waiting: Csv
    places: Csv
    learning: Csv | None  # None: missing, which is a problem already
    pays: Csv | None
    on: date
    seed: int


def _is(value, kind: type) -> bool:
    return isinstance(value, kind) and not (kind is int and isinstance(value, bool))


def matches(value, keys: dict[str, type]) -> bool:
    """A JSON object with exactly these keys of these types."""
    return isinstance(value, dict) and value.keys() == keys.keys() and all(_is(value[k], t) for k, t in keys.items())


def check_manifest(plan: Path, snapshot: Path, data: Path, problems: Problems):
    manifest = parse_json(read_bytes(plan / "manifest.json"), plan / "manifest.json")
    if not isinstance(manifest, dict) or not all(isinstance(manifest.get(name), dict) for name in ("files", "inputs")) \
            or manifest.keys() != {"files", "inputs", "program", "state"}:
        problems.refuse("manifest.json", "manifest.form", what="files, inputs, program, state")
    if manifest["state"] != "complete":
        problems.add("manifest.json", "manifest.state", state=manifest["state"])
    _check_files(plan, manifest["files"], problems)
    _check_inputs(plan, snapshot, data, manifest["inputs"], problems)


def _check_files(plan: Path, files: dict[str, str], problems: Problems):
    there = {str(path.relative_to(plan)) for path in plan.rglob("*") if path.is_file()} - {"manifest.json"}
    for name in sorted(there - files.keys()):
        problems.add(name, "manifest.unlisted", name=name)
    for name in sorted({*files, *REQUIRED}):
        if name not in there:
            problems.add("manifest.json", "manifest.missing", name=name)
        elif name in files and sha256(read_bytes(plan / name)) != files[name]:
            problems.add(name, "manifest.file", name=name)


def _input_path(name: str, snapshot: Path, data: Path) -> Path:
    folder, _, rest = name.partition("/")
    return snapshot / rest if folder == "snapshot" else data / name


def _read_files(snapshot: Path) -> set[str]:
    """Every input that the answer depends on, but for the rules."""
    tables = {f"snapshot/{table}.csv" for table in TABLES if (snapshot / f"{table}.csv").exists()}
    schemes = {f"snapshot/schemes/{path.name}" for path in scheme_files(snapshot)}
    return {*tables, *schemes, *REFERENCE_FILES, *([AOW_FILE] if schemes else [])}


def _check_inputs(plan: Path, snapshot: Path, data: Path, inputs: dict[str, str], problems: Problems):
    rules = _check_rules(plan, snapshot, data, inputs, problems)
    for name in sorted(_read_files(snapshot) - inputs.keys()):
        problems.add("manifest.json", "manifest.input_unlisted", name=name)
    for name in sorted(inputs.keys() - {rules}):
        path = _input_path(name, snapshot, data)
        if ".." in Path(name).parts or not path.is_file():
            problems.add("manifest.json", "manifest.input_missing", name=name)
        elif sha256(read_bytes(path)) != inputs[name]:
            problems.add("manifest.json", "manifest.input", name=name)


def _check_rules(plan: Path, snapshot: Path, data: Path, inputs: dict[str, str], problems: Problems) -> str | None:
    """The plan's rules.toml is the file as read: the input that holds rules. Its name among the inputs comes back."""
    expected = "snapshot/rules.toml" if (snapshot / "rules.toml").exists() else DEFAULT_RULES
    given = [name for name in inputs if name.startswith("rules/") and name not in (expected, DEFAULT_RULES)]
    name = given[0] if given and expected not in inputs else expected
    digest = sha256(read_bytes(plan / "rules.toml"))
    if name not in inputs:
        problems.add("manifest.json", "manifest.input_unlisted", name=name)
    elif inputs[name] != digest:
        problems.add("rules.toml", "rules.copy", name=name)
    if name == expected and sha256(read_bytes(_input_path(name, snapshot, data))) != digest:
        problems.add("rules.toml", "rules.copy", name=name)
    return name


def _read_csv(path: Path) -> Csv:
    header, rows = csv_rows(decoded(read_bytes(path), path), path)
    return header, [cells for _, cells in rows]


def _only_integers(value) -> bool:
    """Text and integers only, at every depth."""
    if isinstance(value, (dict, list)):
        return all(_only_integers(one) for one in (value.values() if isinstance(value, dict) else value))
    return isinstance(value, str) or _is(value, int)


def _check_form(plan, problems: Problems):
    keys = {"schema": str, "date": str, "seed": int, "levels": list, "proposals": list}
    if not matches(plan, keys) or plan["schema"] != "passend-plan/1":
        problems.refuse("plan.json", "plan.form", what=", ".join(keys))
    for name, of in (("levels", LEVEL_KEYS), ("proposals", PROPOSAL_KEYS)):
        if not all(matches(entry, of) for entry in plan[name]):
            problems.refuse("plan.json", "plan.form", what=f"{name}: {', '.join(of)}")
    if not _only_integers(plan):
        problems.refuse("plan.json", "plan.form", what="integers")


def _check_previous(previous, problems: Problems):
    if not isinstance(previous, list) or not all(matches(entry, PREVIOUS_KEYS) for entry in previous):
        problems.refuse("previous.json", "previous.form", what="person, round, work")
    if len({(entry["person"], entry["round"]) for entry in previous}) != len(previous):
        problems.add("previous.json", "previous.form", what="person, round")


def _json(path: Path):
    return parse_json(read_bytes(path), path)


def read_plan(path: Path, problems: Problems) -> PlanFolder:
    content = read_bytes(path / "plan.json")
    plan = parse_json(content, path / "plan.json")
    _check_form(plan, problems)
    if canonical_json(plan) != content:
        problems.add("plan.json", "plan.bytes")
    previous = _json(path / "previous.json")
    _check_previous(previous, problems)
    try:
        on = day(plan["date"])
    except ValueError as error:
        problems.refuse("plan.json", "plan.form", what=str(error))
    for name in ("certificate.json", "fairness.json"):
        if not isinstance(_json(path / name), dict):
            raise Unreadable(f"{path / name}: not an object")
    return PlanFolder(path, plan, _json(path / "certificate.json"), _json(path / "fairness.json"), previous,
                      _read_csv(path / "waiting.csv"), _read_csv(path / "places.csv"),
                      *(_read_csv(path / name) if (path / name).exists() else None
                        for name in ("learning.csv", "pays.csv")), on, plan["seed"])
