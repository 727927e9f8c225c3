# SPDX-License-Identifier: EUPL-1.2
"""The best plan of a tiny snapshot by trying every one, with its certificate and all files of the plan folder."""
import json
from datetime import date
from functools import lru_cache
from hashlib import sha256
from itertools import product

import tiny_world  # noqa: F401  (puts tools/ on the path)
from verify.reading import h


def best_value(options, capacities, weight):
    """Most weight of a placement without budgets or floors, by trying everything person by person."""
    people = sorted(options)

    @lru_cache(maxsize=None)
    def best(n, left):
        if n == len(people):
            return 0
        most = best(n + 1, left)
        for work in options[people[n]]:
            spot = index[work]
            if left[spot]:
                rest = left[:spot] + (left[spot] - 1,) + left[spot + 1:]
                most = max(most, weight(people[n], work) + best(n + 1, rest))
        return most

    works = sorted(capacities)
    index = {work: n for n, work in enumerate(works)}
    return best(0, tuple(capacities[work] for work in works))


class Planner:
    def __init__(self, world, previous=None):
        self.w, self.previous = world, previous
        self.people = [p.person for p in world.s.people if world.live(p)]
        self.works = [w.work for w in world.s.works]
        self.free = {w.work: world.free(w) for w in world.s.works}
        self.floors = world.rules.floors_on(world.on)
        self.members = {}
        for row in world.s.groups:
            self.members.setdefault(row.group, set()).add(row.person)
        self.used, self.offered = set(), {}
        self.proposals, self.levels, self.certificates, self.rounds = [], [], [], []

    def placeable(self, options, capacities):
        return best_value(options, capacities, lambda p, w: 1)

    def statutory(self, options, capacities):
        """Options after the statutory order, and who lost pairs."""
        w = self.w
        kind_of = {one.work: one.kind for one in w.s.works}
        queue = [p for p in options if any(kind_of[work] == "beschut" for work in options[p])]

        def since(p):
            dates = [row.since for row in w.valid(w.s.persons[p], "beschut") if row.since]
            return min(dates) if dates else date.max
        queue.sort(key=lambda p: (since(p), -h(f"{w.seed}|{p}"), p))
        admitted, lost = {}, set()
        for p in queue:
            mine = [work for work in options[p] if kind_of[work] == "beschut"]
            if self.placeable({**admitted, p: mine}, capacities) == len(admitted) + 1:
                admitted[p] = mine
            else:
                lost.add(p)
        return {p: [x for x in works if not (p in lost and kind_of[x] == "beschut")]
                for p, works in options.items()}, lost

    def weights(self, number):
        seed = self.w.seed
        before = {(e["person"], e["work"]) for e in self.previous or [] if e["round"] == number}
        out = {"placed": lambda p, w: 1, "score": lru_cache(None)(self.w.score)}
        if self.previous is not None:
            out["kept"] = lambda p, w: int((p, w) in before)
        out["lottery"] = lru_cache(None)(lambda p, w: h(f"{seed}|{p}"))
        out["lottery2"] = lru_cache(None)(lambda p, w: h(f"{seed}|{p}|{w}"))
        return out

    def allowed(self, choice, capacities):
        """Whether a choice (person, work) list keeps capacities and budgets."""
        used = {}
        for person, work in choice:
            for resource, amount in {f"work {work}": 1, **self.w.uses(person, work)}.items():
                used[resource] = used.get(resource, 0) + amount
        limits = {**self.w.budgets, **{f"work {work}": n for work, n in capacities.items()}}
        return all(amount <= limits[resource] for resource, amount in used.items())

    def shortfall(self, choice):
        placed = {p for p, _ in choice}
        return sum(max(0, people - len(self.members.get(group, set()) & placed)) for group, people in self.floors)

    def best_plan(self, options, capacities, weights):
        people = [p for p in sorted(options) if options[p]]
        best = None
        for picks in product(*[[None, *options[p]] for p in people]):
            choice = [(p, work) for p, work in zip(people, picks) if work]
            value = (-self.shortfall(choice), *(sum(f(p, w) for p, w in choice) for f in weights.values()))
            if (best is None or value > best[0]) and self.allowed(choice, capacities):
                best = (value, choice)
        return best[1] if best else []

    def prices(self, options, capacities, weight):
        """Least optimal prices without budgets and floors: what one more place would be worth."""
        base = best_value(options, capacities, weight)
        return {work: best_value(options, {**capacities, work: capacities[work] + 1}, weight) - base
                for work in capacities}

    def bound(self, name, options, capacities, weights, values):
        """(prices, earlier, bound): earlier levels weigh so much that they are kept, unless one has a gap."""
        earlier = [one for one in weights if list(weights).index(one) < list(weights).index(name)]
        tight = all(values[one] == self.bounds[one] for one in earlier)
        keep, size = {}, 2 ** 60
        for one in reversed(earlier if tight else []):
            keep[one], size = size, size * 2 ** 60

        def weight(p, w):
            return weights[name](p, w) + sum(z * weights[one](p, w) for one, z in keep.items())
        y = self.prices(options, capacities, weight)
        people = sum(max([0] + [weight(p, w) - y[w] for w in works]) for p, works in options.items())
        d = people + sum(capacities[w] * y[w] for w in y) - sum(z * values[one] for one, z in keep.items())
        return y, keep, d

    def plan_round(self, number):
        capacities = {w: max(0, min(f, self.w.rules.offers_per_place * f - self.offered.get(w, 0)))
                      for w, f in self.free.items()}
        options = {p: [w for w in self.works if (p, w) not in self.used and self.w.candidate(p, w)]
                   for p in self.people}
        options, lost = self.statutory(options, capacities)
        weights = self.weights(number)
        choice = self.best_plan(options, capacities, weights)
        self.rounds.append((options, capacities, choice, lost))
        self.certify(number, options, capacities, weights, choice)
        placed = {p for p, _ in choice}
        for p, w in choice:
            also = sum(w in options[q] for q in options if q not in placed)
            self.propose(p, w, number, {"also": also, "places": capacities[w]})
        for p, w in choice:
            self.used.add((p, w))
            self.offered[w] = self.offered.get(w, 0) + 1

    def propose(self, p, w, number, displaces):
        questions = sorted({q for _, asked in self.w.gates(p, w).values() for q in asked})
        self.proposals.append({"person": p, "work": w, "round": number, "conditional": questions,
                               "score": self.w.score(p, w), "parts": self.w.parts(p, w),
                               "reasons": self.w.reasons(p, w), "displaces": displaces})

    def certify(self, number, options, capacities, weights, choice):
        values = {name: sum(f(p, w) for p, w in choice) for name, f in weights.items()}
        self.bounds, levels = {}, []
        if self.floors:
            levels.append({"name": "floors", "value": self.shortfall(choice), "bound": 0, "work": {}, "resource": {},
                           "group": {}, "earlier": {}})
        for name in weights:
            y, keep, d = self.bound(name, options, capacities, weights, values)
            self.bounds[name] = d
            levels.append({"name": name, "value": values[name], "bound": d, "resource": {}, "group": {},
                           "work": {w: str(price) for w, price in y.items() if price},
                           "earlier": {one: str(z) for one, z in keep.items()}})
        self.certificates.append({"levels": levels})
        self.levels += [{"round": number, **{k: level[k] for k in ("name", "value", "bound")}} for level in levels]

    def reach(self, members):
        options, capacities, _, _ = self.rounds[0]
        alone = {p: works for p, works in options.items() if p in members}
        value = self.placeable(alone, capacities)
        works = sorted({w for mine in alone.values() for w in mine})
        for picks in product((False, True), repeat=len(works)):
            cover = [w for w, take in zip(works, picks) if take]
            cover += [p for p, mine in alone.items() if set(mine) - set(cover)]
            if sum(capacities.get(one, 1) for one in cover) == value:
                return {"value": value, "cover": sorted(cover)}
        raise AssertionError("no cover")

    # -- section 9
    def waiting(self):
        options, _, choice, lost = self.rounds[0]
        placed = {p for p, _ in choice}
        rows = []
        for p in self.people:
            if p not in placed:
                mine = self.why(p)
                if options[p]:
                    mine["plekken"] = ("werkgever", str(len(options[p])), "extra plek", "")
                if p in lost:
                    mine["wettelijke volgorde"] = ("gemeente", "", "", "")
                if not mine:
                    mine["geen werk"] = ("gemeente", "0", "", "")
                rows += [(p, cause, *cells) for cause, cells in sorted(mine.items())]
        return [("person", "cause", "side", "works", "what", "who_pays"), *rows]

    CAUSES = {"closed": ("plek vol of dicht", "werkgever", "extra plek"),
              "permit": ("werkvergunning", "gemeente", "hulp bij de vergunning"),
              "language": ("taal", "opleiding", None),
              "licence": ("rijbewijs of certificaat", "opleiding", None), "diploma": ("diploma", "opleiding", None),
              "conditions": ("werk vraagt te veel", "werkgever", "aanpassing"),
              "support": ("steun ontbreekt", "gemeente", "begeleiding"),
              "indication": ("indicatie niet geldig", "gemeente", "nieuw advies"),
              "displacement": ("verdringing niet getoetst", "werkgever", "verklaring"),
              "wage": ("loon onder de vloer", "werkgever", "hoger loon"),
              "scheme": ("regeling past niet", "gemeente", "andere regeling")}

    def why(self, p):
        rows, count, codes = {}, {}, {}
        for w in self.works:
            failing = [gate for gate, (outcome, _) in self.w.gates(p, w).items() if outcome == "no"]
            if failing and not set(failing) & set(self.CAUSES):
                if "wish" not in failing:
                    rows["eigen keuze"] = ("eigen keuze", "", "", "")
            elif len(failing) == 1:
                count[failing[0]] = count.get(failing[0], 0) + 1
                person = self.w.s.persons[p]
                codes.setdefault(failing[0], set()).update(
                    row.code or row.level for row in self.w.s.requirements_of.get(w, [])
                    if row.kind == failing[0] and self.w.requirement(person, row) == "no")
        for gate, n in count.items():
            cause, side, what = self.CAUSES[gate]
            give = [t for t in self.w.s.training if t.gives_kind == gate and t.gives_code in codes[gate]]
            pays = " ".join(sorted({t.scheme for t in give if t.scheme}))
            ids = " ".join(sorted(t.training for t in give))
            rows[cause] = (side, str(n), ids if what is None else what, pays)
        return rows

    def learning(self):
        placed = {p for p, _ in self.rounds[0][2]}
        rows = [self.learning_row(p) for p in self.people if p not in placed]
        return [("person", "trainings", "works", "weeks", "eurocent", "who_pays"), *(row for row in rows if row)]

    @staticmethod
    def total(trainings, cell):
        """Sum of the cells as (not known, sum), so that not known comes last."""
        cells = [vars(t)[cell] for t in trainings]
        return (True, 0) if None in cells else (False, sum(cells))

    def trainings_for(self, p, w):
        """The trainings that open a work, or none."""
        failing = [gate for gate, (outcome, _) in self.w.gates(p, w).items() if outcome == "no"]
        if len(failing) != 1 or failing[0] not in ("language", "licence", "diploma"):
            return None
        taken = {}
        for row in self.w.s.requirements_of.get(w, []):
            if row.kind == failing[0] and self.w.requirement(self.w.s.persons[p], row) == "no":
                give = [t for t in self.w.s.training if t.gives_kind == row.kind
                        and t.gives_code == (row.code or row.level)]
                if not give:
                    return None
                best = min(give, key=lambda t: (self.total([t], "weeks"), self.total([t], "eurocent"), t.training))
                taken[best.training] = best
        return taken

    def learning_row(self, p):
        options = {w: self.trainings_for(p, w) for w in self.works}
        options = {w: list(taken.values()) for w, taken in options.items() if taken}
        if not options:
            return None
        best = min(options, key=lambda w: (self.total(options[w], "weeks"), self.total(options[w], "eurocent"), w))
        ids = {t.training for t in options[best]}
        works = sum({t.training for t in taken} <= ids for taken in options.values())
        weeks, money = (self.total(options[best], cell) for cell in ("weeks", "eurocent"))
        return (p, " ".join(sorted(ids)), works, "" if weeks[0] else weeks[1], "" if money[0] else money[1],
                " ".join(sorted({t.scheme for t in options[best] if t.scheme})))

    def pays(self):
        kinds = {row.resource: row.kind for row in self.w.s.resources}
        rows = []
        for e in sorted(self.proposals, key=lambda e: (e["person"], e["round"])):
            scheme = self.w.s.works[self.w.s.index[e["work"]]].scheme or ""
            for resource, amount in sorted(self.w.uses(e["person"], e["work"]).items()):
                by_scheme = scheme and resource in self.w.brought(scheme)
                shown = f"{amount / 100:.2f}" if kinds.get(resource) in ("jobcoach", "taalmaatje") else amount
                rows.append((e["person"], e["round"], e["work"], scheme if by_scheme else "", resource, shown))
        return [("person", "round", "work", "scheme", "resource", "amount"), *rows]

    # -- sections 10 and 11: figures small enough that every count from 1 to 9 is hidden
    def files(self):
        for number in range(1, self.w.rules.rounds + 1):
            self.plan_round(number)
        self.proposals.sort(key=lambda e: (e["person"], e["round"]))
        first = {p: w for p, w in self.rounds[0][2]}
        asked = {e["person"] for e in self.proposals if e["round"] == 1 and e["conditional"]}
        places = [("work", "free", "filled", "conditional")]
        for w in self.works:
            here = [p for p in first if first[p] == w]
            places.append((w, self.free[w], len(here), sum(p in asked for p in here)))
        reach = {group: self.reach(members) for group, members in self.members.items()}
        return {"plan.json": as_json({"schema": "passend-plan/1", "date": self.w.on.isoformat(), "seed": self.w.seed,
                                      "levels": self.levels, "proposals": self.proposals}),
                "certificate.json": as_json({"rounds": self.certificates, "reach": reach}),
                "places.csv": as_csv(places), "waiting.csv": as_csv(self.waiting()),
                "learning.csv": as_csv(self.learning()), "pays.csv": as_csv(self.pays()),
                "previous.json": as_json([{k: e[k] for k in ("person", "round", "work")} for e in self.previous or []]),
                "fairness.json": as_json(self.fairness(first))}

    def fairness(self, first):
        keys = sorted({(row.group, row.kind) for row in self.w.s.groups})
        everyone = {p.person for p in self.w.s.people}
        floors = dict(self.floors)
        of = {key: {r.person for r in self.w.s.groups if (r.group, r.kind) == key} for key in keys}
        groups = [{"group": g, "kind": kind, **self.row(of[g, kind], first, self.reach(of[g, kind])["value"]),
                   "floor": floors.get(g)} for g, kind in keys]
        return {"schema": "passend-fairness/1", "groups": groups,
                "total": self.row(everyone, first, self.reach(everyone)["value"])}

    def row(self, members, first, reach):
        options = self.rounds[0][0]
        counts = {"people": len(members), "without_wish": 0, "unconfirmed": 0, "expired": 0,
                  "candidate": sum(bool(options.get(p)) for p in members), "voorstel": sum(p in first for p in members),
                  "reach": reach}
        live = 0
        for p in members:
            wishes = self.w.s.wishes_of.get(p, [])
            if not wishes:
                counts["without_wish"] += 1
            elif self.w.live(self.w.s.persons[p]):
                live += 1
            elif any(not row.expires or row.expires >= self.w.on for row in wishes):
                counts["unconfirmed"] += 1
            else:
                counts["expired"] += 1
        small = {name for name, n in counts.items() if 1 <= n <= 9}
        states = {**{k: counts[k] for k in ("without_wish", "unconfirmed", "expired")}, "live": live}
        hidden = [name for name, n in states.items() if 1 <= n <= 9]
        if len(hidden) == 1:
            small.add(min((n, i, name) for i, (name, n) in enumerate(states.items()) if name not in hidden)[2])
        return self.figures(counts, small - {"live"})

    def figures(self, counts, small):
        row = {name: None if name in small else n for name, n in counts.items()}
        row |= {"share": None, "low": None, "high": None, "floor": None, "price": None}
        if counts["candidate"] == 0:
            row |= {"low": 0, "high": 1000}
        assert small or not counts["reach"], "the naive planner is for tiny snapshots"
        return row | ({"suppressed": True} if small else {})


def as_json(value):
    return json.dumps(value, sort_keys=True, indent=1, ensure_ascii=False) + "\n"


def as_csv(rows):
    return "".join(",".join(str(cell) for cell in row) + "\n" for row in rows)


def digest(content):
    return sha256(content if isinstance(content, bytes) else content.encode()).hexdigest()
