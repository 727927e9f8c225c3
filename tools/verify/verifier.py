# SPDX-License-Identifier: EUPL-1.2
"""The whole verification, in the order of docs/plan.md."""
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from .certificate import Certificate, values_of
from .context import Context
from .fairness import FairnessRow, check_fairness
from .folder import PlanFolder, check_manifest, read_plan
from .learning import Learning
from .levels import Edges
from .pairs import PairMaker
from .pays import pays_rows
from .problems import Problems, Refused
from .proposals import Proposals, check_capacity, check_offers, check_round
from .reading import Unreadable, h
from .reference import read_reference
from .rounds import PersonCandidates, Round, make_round
from .rules import read_rules, rule_problems
from .scheme_resources import resource_faults
from .score import Scorer
from .snapshot import read_snapshot, rows_set_aside
from .support import work_uses
from .tables import LEARNING, PAYS, check_places, check_sampled_waiting, check_waiting
from .waiting import all_rows, gate_rows


@dataclass
class Facts:
    """What one pass over the people leaves."""
    people: list[PersonCandidates]
    gate_rows: dict[str, list]  # person without voorstel in round 1 → rows of waiting.csv that follow from the gates
    learning: list[list[str]]  # rows of learning.csv
    scores: dict[tuple[int, str], int]  # (round, person) → score of the voorstel


@dataclass
class Verdict:
    problems: Problems
    summary: str


def verify(plan_path: Path, snapshot_path: Path, data: Path, sample: int | None, language: str) -> Verdict:
    problems = Problems(str(plan_path), language)
    try:
        summary = _verify(plan_path, snapshot_path, data, sample, problems)
    except Refused:
        summary = ""
    return Verdict(problems, summary)


def _verify(plan_path: Path, snapshot_path: Path, data: Path, sample: int | None, problems: Problems) -> str:
    check_manifest(plan_path, snapshot_path, data, problems)
    plan = read_plan(plan_path, problems)
    reference, rules = read_reference(data), read_rules(plan_path / "rules.toml")
    snapshot, faults = read_snapshot(snapshot_path, reference, rules, rows_set_aside(plan_path))
    if snapshot is None:
        raise Unreadable("\n".join(f"{snapshot_path}/{fault}" for fault in faults))
    for code, arguments in rule_problems(rules, snapshot.group_kinds):
        problems.add("rules.toml", code, **arguments)
    context = Context(snapshot, reference, rules, plan.on, plan.seed)
    faults = resource_faults(snapshot, context.scheme_resources)
    if faults:
        raise Unreadable("\n".join(f"{snapshot_path}/{fault}" for fault in faults))
    proposals = Proposals(context, plan.plan["proposals"], problems)
    certificate = Certificate(plan.plan, plan.certificate, problems)
    certificate.check_rounds(rules.rounds, rules.floors_on(plan.on), plan.previous)
    if sample is not None:
        return _sampled(context, plan, proposals, certificate, sample, problems)
    return _full(context, plan, proposals, certificate, problems)


def _pass_over(context: Context, proposals: Proposals, chosen: set[str] | None, problems: Problems) -> Facts:
    """Every person with a live wish (or the chosen ones) against every work."""
    maker, scorer, facts = PairMaker(context), Scorer(context), Facts([], {}, [], {})
    learning = Learning(context)
    for person in context.snapshot.people:
        name = person.person
        if context.state(name) != "live" or chosen is not None and name not in chosen:
            continue
        pairs = maker.pairs(person)
        works, scores = scorer.scores(pairs)
        facts.people.append(PersonCandidates(name, pairs.candidates, works, scores, pairs.support_uses))
        proposals.check_person(pairs, scorer)
        if name not in proposals.placed[1]:
            facts.gate_rows[name] = gate_rows(context, pairs)
            row = learning.row(pairs)
            facts.learning += [row] if row else []
        own = dict(zip(works, scores)) if proposals.of_person.get(name) else {}
        for entry in proposals.of_person.get(name, ()):
            score = own.get(context.snapshot.index[entry["work"]], entry["score"])
            facts.scores[entry["round"], name] = score
    return facts


def _previous(plan: PlanFolder, number: int) -> dict[str, str]:
    return {entry["person"]: entry["work"] for entry in plan.previous if entry["round"] == number}


def _members(context: Context) -> dict[str, set[str]]:
    members = defaultdict(set)
    for row in context.snapshot.groups:
        members[row.group].add(row.person)
    return members


def _full(context: Context, plan: PlanFolder, proposals: Proposals, certificate: Certificate,
          problems: Problems) -> str:
    facts = _pass_over(context, proposals, None, problems)
    members, floors = _members(context), context.rules.floors_on(context.on)
    floor_members = {group: members.get(group, set()) for group, _ in floors}
    edges = Edges(context, facts.people, floor_members, work_uses(context))
    rounds: list[Round] = []
    for number in range(1, context.rules.rounds + 1):
        one = make_round(context, number, facts.people, rounds, proposals.placed[number])
        rounds.append(one)
        check_round(edges, one, proposals, problems)
        scores = {person: facts.scores[number, person] for person in one.placed}
        values, placed = values_of(edges, one, _previous(plan, number), scores, floors, floor_members)
        certificate.check_values(number, values)
        certificate.check_bounds(edges, one, _previous(plan, number), values, floors, placed)
    check_offers(context, rounds, problems)
    reach = certificate.check_reach(edges, rounds[0], members)
    check_places(context, plan.places, proposals, problems)
    _check_waiting(context, plan, facts, rounds[0], problems)
    LEARNING.check(plan.learning, facts.learning, problems)
    PAYS.check(plan.pays, pays_rows(edges, proposals.placed, context.snapshot.persons), problems)
    _check_fairness(context, plan, edges, rounds[0], certificate, reach, problems)
    pairs = sum(len(one.works) for one in facts.people)
    gaps = "; ".join(certificate.gaps) or "0"
    return (f"accepted: {len(context.snapshot.people)} people, {len(context.works)} works, {pairs} candidates, "
            f"{context.rules.rounds} rounds; gap: {gaps}")


def _check_waiting(context: Context, plan: PlanFolder, facts: Facts, first: Round, problems: Problems):
    expected = []
    for one in facts.people:
        if one.person not in first.placed:
            expected += all_rows(one.person, facts.gate_rows[one.person], first.mask(one).bit_count(),
                                 one.person in first.lost)
    check_waiting(plan.waiting, expected, problems)


def _check_fairness(context: Context, plan: PlanFolder, edges: Edges, first: Round, certificate: Certificate,
                    reach: dict[str, int], problems: Problems):
    floors = context.rules.floors_on(context.on)
    persons = defaultdict(set)
    for row in context.snapshot.groups:
        persons[row.group, row.kind].add(row.person)
    own_reach = certificate.reach_of(edges, first)
    with_candidate = {one.person for one in edges.people if first.mask(one)}
    states = {person.person: context.state(person.person) for person in context.snapshot.people}

    def row(label: str, members: set[str], group: str | None) -> FairnessRow:
        counts = Counter(states[person] for person in members)
        whole = group is not None and len(context.snapshot.group_kinds[group]) == 1
        figures = {"people": len(members), "candidate": len(members & with_candidate),
                   "voorstel": len(members & first.placed.keys()),
                   "reach": reach[group] if whole else own_reach(members),
                   **{state: counts[state] for state in ("without_wish", "unconfirmed", "expired", "live")}}
        asked = [people for name, people in floors if name == group]
        price = certificate.placed_prices.get(group, 0) if asked else None
        return FairnessRow(label, figures, sum(asked) if asked else None, price)

    groups = {key: row(f"{key[0]} ({key[1]})", members, key[0]) for key, members in persons.items()}
    check_fairness(plan.fairness, groups, row("total", set(states), None), problems)


def _sampled(context: Context, plan: PlanFolder, proposals: Proposals, certificate: Certificate, sample: int,
             problems: Problems) -> str:
    """Some people in full, chosen by hash; the rest only where the plan's own files suffice."""
    live = [one.person for one in context.snapshot.people if context.state(one.person) == "live"]
    chosen = set(sorted(live, key=lambda person: (h(f"sample|{person}"), person))[:sample])
    facts = _pass_over(context, proposals, chosen, problems)
    members, floors = _members(context), context.rules.floors_on(context.on)
    floor_members = {group: members.get(group, set()) for group, _ in floors}
    everyone = [PersonCandidates(person, 0, [], []) for person in live]
    edges = Edges(context, everyone, floor_members, [])
    rounds: list[Round] = []
    for number in range(1, context.rules.rounds + 1):
        one = make_round(context, number, everyone, rounds, proposals.placed[number])
        rounds.append(one)
        check_capacity(context, one, problems)
        scores = {person: proposals.entries[number, person]["score"] for person in one.placed}
        values, _ = values_of(edges, one, _previous(plan, number), scores, floors, floor_members)
        certificate.check_values(number, values)
    check_offers(context, rounds, problems)
    check_places(context, plan.places, proposals, problems)
    check_sampled_waiting(plan.waiting, facts.gate_rows, problems)
    LEARNING.check(plan.learning, facts.learning, problems, chosen)
    own = Edges(context, facts.people, {}, work_uses(context))
    PAYS.check(plan.pays, pays_rows(own, proposals.placed, chosen), problems, chosen)
    return f"sampled: {len(chosen)} of {len(live)} people with a live wish; bounds, budgets and reach were not checked"
