# SPDX-License-Identifier: EUPL-1.2
"""A deliberately naive planner for tiny snapshots: one pair at a time, gate after gate as docs/plan.md words them, and
the best plan by trying every one. Slow and plain, so that the verifier's bit sets and bounds have something to be held
against."""
import json
from datetime import date, timedelta
from functools import lru_cache
from hashlib import sha256
from itertools import product
from math import isqrt

import tiny_world  # noqa: F401  (puts tools/ on the path)
from verify.kinds import WORK_KINDS
from verify.reading import h

SCALE_A1 = ["A1", "A2", "B1", "B2", "C1", "C2"]
GATES = ["closed", "wish", "exclusion", "resting", "hours", "day_parts", "start", "permit", "travel", "language", "licence",
         "diploma", "conditions", "support", "indication", "displacement", "pay", "wage"]


def conjunction(parts):
    """Parts are 'yes', 'no' or a question. Gives (outcome, questions)."""
    questions = {part for part in parts if part not in ("yes", "no")}
    if "no" in parts:
        return "no", set()
    return ("unknown", questions) if questions else ("yes", set())


class World:
    def __init__(self, snapshot, reference, rules, on, seed):
        self.s, self.r, self.rules, self.on, self.seed = snapshot, reference, rules, on, seed

    # -- section 4
    def live(self, p):
        return [w for w in self.s.wishes_of.get(p.person, []) if w.confirmed and w.confirmed <= self.on
                and (not w.expires or w.expires >= self.on)]

    def counts(self, row):
        start = vars(row)["from"]
        if not (row.agreed or row.confirmed_by or start):
            return False
        if row.until and row.until < self.on:
            return False
        return not start or start <= self.on or bool(row.agreed)

    def free(self, w):
        if w.places is None:
            return 1
        return w.places - len([row for row in self.s.placements if row.work == w.work and self.counts(row)])

    # -- section 5
    def start_of(self, p, w):
        return max([self.on] + [d for d in (vars(p)["from"], vars(w)["from"]) if d])

    def lies_in(self, code, outer):
        return outer in self.r.occupations.ancestors(code)

    def g_wish(self, row, w):
        if row.kind != w.kind:
            return ["no"]
        if row.occupation is None:
            return ["yes"]
        if w.occupation is None:
            return ["work.occupation"]
        if self.lies_in(w.occupation, row.occupation):
            return ["yes"]
        return ["work.occupation"] if self.lies_in(row.occupation, w.occupation) else ["no"]

    def ways(self, p, w):
        if p.pc4 not in self.r.points or w.pc4 not in self.r.points:
            return None
        (a, b), (c, d) = self.r.points[p.pc4], self.r.points[w.pc4]
        straight = max(self.rules.min_straight_m, isqrt((a - c) ** 2 + (b - d) ** 2))
        out = {}
        for name, mode in self.rules.modes.items():
            route = straight * mode.detour_per_mille // 1000
            out[name] = (route, (route * 60 + mode.metres_per_hour - 1) // mode.metres_per_hour + mode.fixed_minutes)
        return out

    def limits(self, row):
        metres = row.max_km if row and row.max_km is not None else self.rules.max_metres
        minutes = row.max_minutes if row and row.max_minutes is not None else self.rules.max_minutes
        return metres, minutes

    def g_travel(self, p, row, w):
        ways, (metres, limit) = self.ways(p, w), self.limits(row)
        if ways is None:
            return [f"{side}.pc4" for side, one in (("person", p), ("work", w)) if one.pc4 not in self.r.points]
        fits = {name: route <= metres and time <= limit for name, (route, time) in ways.items()}
        if row and row.mode:
            return ["yes" if fits[row.mode] else "no"]
        if all(fits.values()):
            return ["yes"]
        return ["person.mode"] if any(fits.values()) else ["no"]

    def minutes(self, p, row, w):
        ways, (metres, limit) = self.ways(p, w), self.limits(row)
        if ways is None:
            return None
        return max(time for name, (route, time) in ways.items()
                   if (not row.mode or name == row.mode) and route <= metres and time <= limit)

    def g_pay(self, row, w):
        if row is None or row.min_hourly_eurocent is None:
            return ["yes"]
        if not WORK_KINDS[w.kind].paid:
            return ["no"]
        if w.hourly_eurocent is None:
            return ["work.hourly"]
        return ["yes" if w.hourly_eurocent >= row.min_hourly_eurocent else "no"]

    def wish_of(self, p, w):
        """(position, row) or (0, None)."""
        rows = [(n, row) for n, row in enumerate(self.live(p), 1) if row.kind == w.kind]
        for n, row in rows:
            if "no" not in self.g_wish(row, w) + self.g_travel(p, row, w) + self.g_pay(row, w):
                return n, row
        for n, row in rows:
            if "no" not in self.g_wish(row, w):
                return n, row
        return 0, None

    def g_closed(self, p, w):
        mine = any(row.person == p.person and row.work == w.work and self.counts(row) for row in self.s.placements)
        if w.closed == "ja" or self.free(w) <= 0 or mine:
            return ["no"]
        return (["work.closed"] if w.closed is None else []) + (["work.places"] if w.places is None else [])

    def g_exclusion(self, p, w):
        parts = []
        for row in self.s.exclusions_of.get(p.person, []):
            if row.kind != "occupation":
                parts.append("no" if row.code == vars(w)[row.kind] else "yes")
            elif w.occupation is None:
                parts.append("work.occupation")
            elif self.lies_in(w.occupation, row.code):
                parts.append("no")
            elif self.lies_in(row.code, w.occupation):
                parts.append("work.occupation")
        return parts

    def g_resting(self, p, w):
        return ["no" for row in self.s.resting_of.get(p.person, [])
                if row.work == w.work and (row.until is None or row.until >= self.on)]

    def g_hours(self, p, w):
        if p.hours_min is not None and w.hours_max is not None and w.hours_max < p.hours_min:
            return ["no"]
        if p.hours_max is not None and w.hours_min is not None and w.hours_min > p.hours_max:
            return ["no"]
        return [f"{side}.hours" for side, one in (("person", p), ("work", w))
                if one.hours_min is None or one.hours_max is None]

    def g_day_parts(self, p, w):
        if p.day_parts is None or w.day_parts is None:
            return [f"{side}.day_parts" for side, one in (("person", p), ("work", w)) if one.day_parts is None]
        return ["yes" if all(part in p.day_parts for part in w.day_parts) else "no"]

    def g_start(self, p, w):
        s = self.start_of(p, w)
        late = p.until and s > p.until or w.until and s > w.until
        return ["no" if late or s > self.on + timedelta(days=self.rules.start_horizon_days) else "yes"]

    def g_permit(self, p, w):
        return ["no" if p.may_work_until and p.may_work_until < self.start_of(p, w) else "yes"]

    def standing(self, p, row):
        if row.kind == "language":
            for own in self.s.languages_of.get(p.person, []):
                if own.language == row.code and own.level:
                    enough = own.level != "geen" and SCALE_A1.index(own.level) >= SCALE_A1.index(row.level or "A1")
                    return "met" if enough else "lacking"
            return "not known"
        if row.kind == "licence":
            for own in self.s.licences_of.get(p.person, []):
                if own.licence == row.code and own.has:
                    return "met" if own.has == "ja" else "lacking"
            return "not known"
        rows = self.s.education_of.get(p.person, [])
        if row.code:
            levels = [own.level for own in rows if own.diploma_code == row.code]
            return "not known" if not levels else "lacking" if set(levels) == {"geen"} else "met"
        levels = [own.level for own in rows if own.level]
        if any(level != "geen" and int(level) >= int(row.level or 0) for level in levels):
            return "met"
        return "lacking" if levels else "not known"

    def requirement(self, p, row):
        standing, code = self.standing(p, row), row.code or row.level
        if standing == "met" or row.trainable == "ja":
            return "yes"
        if standing == "not known":
            return f"person.{row.kind}:{code}"
        return "no" if row.trainable == "nee" else f"work.trainable:{row.kind}:{code}"

    def g_required(self, p, w, kind):
        return [self.requirement(p, row) for row in self.s.requirements_of.get(w.work, []) if row.kind == kind]

    def demand_rows(self, w):
        own = {row.item: row for row in self.s.demands_of.get(w.work, [])}
        template = self.r.template(w.occupation)
        for item in {*own, *template}:
            row = own.get(item)
            if self.r.items[item].kind == "info":
                continue
            if row and row.level:
                yield item, row.level, row.assumed == "ja", row.adaptable
            elif item in template:
                yield item, template[item], True, None
            else:
                yield item, None, False, None

    def demand(self, p, item, level, assumed, adaptable):
        """yes, no, a question, or 'adapt'."""
        if level is None:
            return f"work.demand:{item}"
        if level == "geen":
            return "yes"
        own = [row for row in self.s.conditions_of.get(p.person, []) if row.item == item and row.level
               and (not row.expires or row.expires >= self.on)]
        if not own:
            return f"person.condition:{item}"
        if self.holds(item, own[0].level, level):
            return "yes"
        if assumed:
            return f"work.demand:{item}"
        return {"ja": "adapt", "nee": "no", None: f"work.adaptable:{item}"}[adaptable]

    def holds(self, item, mine, asked):
        kind, levels = self.r.items[item].kind, self.r.items[item].levels
        if mine == "geen" or kind == "condition" and mine == "nee":
            return True
        if kind == "condition":
            return asked == "ja"
        if kind == "threshold":
            return float(mine) <= float(asked) if item == "III.1b" else float(mine) >= float(asked)
        if kind == "flags" and len(levels) > 2:
            return mine == levels[0] or asked not in (levels[0], mine)
        return levels.index(mine) <= levels.index(asked)

    def g_conditions(self, p, w):
        parts = [self.demand(p, *row) for row in self.demand_rows(w)]
        return ["yes" if part == "adapt" else part for part in parts]

    def supported(self, p, w):
        """(part, resource, centihours) per need."""
        out = []
        for need in self.s.support_of.get(p.person, []):
            offers = [row for row in self.s.support_offered_of.get(w.work, []) if row.kind == need.kind]
            resources = sorted(row.resource for row in self.s.resources if row.kind == need.kind)
            if need.hours_week is None:
                out.append((f"person.support:{need.kind}", None, 0, need.kind))
            elif need.hours_week == 0 or any(o.hours_week is not None and o.hours_week >= need.hours_week for o in offers):
                continue
            elif resources:
                out.append(("yes", resources[0], need.hours_week, need.kind))
            elif not offers or offers[0].hours_week is None:
                out.append((f"work.support:{need.kind}", None, 0, need.kind))
            else:
                out.append(("no", None, 0, need.kind))
        return out

    def valid(self, p, kind):
        return [row for row in self.s.indications_of.get(p.person, []) if row.kind == kind
                and (not row.until or row.until >= self.on) and (not row.since or row.since <= self.on)]

    def g_indication(self, p, w):
        kind = WORK_KINDS[w.kind].indication
        if not kind or self.valid(p, kind):
            return ["yes"]
        has = any(row.kind == kind for row in self.s.indications_of.get(p.person, []))
        return ["no" if has else f"person.indication:{kind}"]

    def g_displacement(self, p, w):
        if not WORK_KINDS[w.kind].needs_non_displacement:
            return ["yes"]
        if w.non_displacement is None:
            return ["work.non_displacement"]
        return ["yes" if w.non_displacement <= self.on else "no"]

    def age(self, p, on):
        years = on.year - p.birth_date.year
        month, day = p.birth_date.month, p.birth_date.day
        if (month, day) == (2, 29):
            try:
                birthday = date(on.year, 2, 29)
            except ValueError:
                birthday = date(on.year, 3, 1)
        else:
            birthday = date(on.year, month, day)
        return years if on >= birthday else years - 1

    def g_wage(self, p, w):
        rule = WORK_KINDS[w.kind].wage_rule
        if rule == "none":
            return ["yes"]
        if rule == "allowance":
            week = min(self.rules.full_week, w.hours_max if w.hours_max is not None else self.rules.full_week)
            norm, rest = divmod(self.rules.allowance_month_eurocent * week, self.rules.full_week)
            norm += rest > 0
            if norm == 0:
                return ["yes"]
            if w.allowance_month_eurocent is None:
                return ["work.allowance"]
            return ["yes" if w.allowance_month_eurocent >= norm else "no"]
        return self.floor_parts(p, w)

    def floor_parts(self, p, w):
        s = self.start_of(p, w)
        law = self.r.wage.on(s)
        if w.hourly_eurocent is None:
            return ["work.hourly"]
        if law is None:
            return [f"law.wml:{s}"]
        if p.birth_date is None:
            floor = max(law.adult, w.cao_floor_eurocent or 0, self.rules.floor_hourly_eurocent)
            return ["yes" if w.hourly_eurocent >= floor else "person.birth_date"]
        age = self.age(p, s)
        if age < 15:
            return ["no"]
        own = self.rules.floor_hourly_eurocent if age >= self.rules.floor_from_age else 0

        def floor(bbl):
            scale = {**dict(law.youth), **(dict(law.bbl) if bbl else {})}
            statutory = law.adult if age >= 21 else (law.adult * scale[age] * 2 + 1000) // 2000
            return max(statutory, w.cao_floor_eurocent or 0, own)

        if w.hourly_eurocent >= floor(w.bbl == "ja"):
            return ["yes"]
        if self.valid(p, "loondispensatie"):
            return ["uwv.supplement"]
        open_bbl = w.bbl is None and w.kind == "leerbaan" and w.hourly_eurocent >= floor(True)
        return ["work.bbl" if open_bbl else "no"]

    @lru_cache(maxsize=None)
    def gates(self, person, work):
        """gate → (outcome, questions)."""
        p, w = self.s.persons[person], self.s.works[self.s.index[work]]
        _, row = self.wish_of(p, w)
        parts = {"closed": self.g_closed(p, w), "wish": self.g_wish(row, w) if row else ["no"],
                 "exclusion": self.g_exclusion(p, w), "resting": self.g_resting(p, w), "hours": self.g_hours(p, w),
                 "day_parts": self.g_day_parts(p, w), "start": self.g_start(p, w), "permit": self.g_permit(p, w),
                 "travel": self.g_travel(p, row, w), "conditions": self.g_conditions(p, w),
                 "support": [part for part, *_ in self.supported(p, w)], "indication": self.g_indication(p, w),
                 "displacement": self.g_displacement(p, w), "pay": self.g_pay(row, w), "wage": self.g_wage(p, w)}
        for kind in ("language", "licence", "diploma"):
            parts[kind] = self.g_required(p, w, kind)
        return {gate: conjunction(parts[gate]) for gate in GATES}

    def candidate(self, person, work):
        return all(outcome != "no" for outcome, _ in self.gates(person, work).values())

    # -- section 8
    def parts(self, person, work):
        p, w = self.s.persons[person], self.s.works[self.s.index[work]]
        position, row = self.wish_of(p, w)
        skills = [need.code for need in self.s.requirements_of.get(work, []) if need.kind == "skill"]
        own = [skill.code for skill in self.s.skills_of.get(person, []) if skill.level != "geen"]
        covered = [code for code in skills if any(mine == code or mine.startswith(code + ".") for mine in own)]
        minutes, limit = self.minutes(p, row, w), self.limits(row)[1]
        unknown = sum(outcome == "unknown" for outcome, _ in self.gates(person, work).values())
        return {"wish": max(0, 1000 - self.rules.wish_step * (position - 1)),
                "skills": 1000 * len(covered) // len(skills) if skills else 500,
                "travel": 1000 * (limit - minutes) // limit if minutes is not None and limit else 0,
                "hours": 1000 * min(p.hours_max, w.hours_max) // p.hours_max if p.hours_max and w.hours_max is not None
                else 0, "known": 1000 * (18 - unknown) // 18}

    def score(self, person, work):
        return sum(self.rules.weights[name] * part for name, part in self.parts(person, work).items()) // 1000

    def reasons(self, person, work):
        p, w = self.s.persons[person], self.s.works[self.s.index[work]]
        _, row = self.wish_of(p, w)
        out = [f"wish:{row.rank}"]
        minutes = self.minutes(p, row, w)
        out += [f"travel:{row.mode or 'onbekend'}:{minutes}"] if minutes is not None else []
        if p.hours_max is not None and w.hours_max is not None:
            out.append(f"hours:{min(p.hours_max, w.hours_max)}")
        out += [f"wage:{w.hourly_eurocent}"] if w.hourly_eurocent is not None else []
        needs = [need for need in self.s.requirements_of.get(work, []) if need.kind != "skill"]
        out += sorted({f"learn:{need.kind}:{need.code or need.level}" for need in needs
                       if need.trainable == "ja" and self.standing(p, need) != "met"})
        out += sorted(f"adapt:{row[0]}" for row in self.demand_rows(w) if self.demand(p, *row) == "adapt")
        return out + sorted(f"support:{kind}" for part, resource, _, kind in self.supported(p, w) if resource)

    def uses(self, person, work):
        p, w = self.s.persons[person], self.s.works[self.s.index[work]]
        out = {}
        for kind, code in (("work", work), ("scheme", w.scheme)):
            for row in self.s.uses_of.get((kind, code), []):
                out[row.resource] = out.get(row.resource, 0) + row.amount_per_person
        for _, resource, amount, _ in self.supported(p, w):
            if resource:
                out[resource] = out.get(resource, 0) + amount
        return out


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
        limits = {**self.w.s.budgets, **{f"work {work}": n for work, n in capacities.items()}}
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
              "permit": ("werkvergunning", "gemeente", "hulp bij de vergunning"), "language": ("taal", "opleiding", None),
              "licence": ("rijbewijs of certificaat", "opleiding", None), "diploma": ("diploma", "opleiding", None),
              "conditions": ("werk vraagt te veel", "werkgever", "aanpassing"),
              "support": ("steun ontbreekt", "gemeente", "begeleiding"),
              "indication": ("indicatie niet geldig", "gemeente", "nieuw advies"),
              "displacement": ("verdringing niet getoetst", "werkgever", "verklaring"),
              "wage": ("loon onder de vloer", "werkgever", "hoger loon")}

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
                "previous.json": as_json([{k: e[k] for k in ("person", "round", "work")} for e in self.previous or []]),
                "fairness.json": as_json(self.fairness(first, reach))}

    def fairness(self, first, reach):
        keys = sorted({(row.group, row.kind) for row in self.w.s.groups})
        everyone = {p.person for p in self.w.s.people}
        floors = dict(self.floors)
        groups = [{"group": g, "kind": kind, **self.row(self.members[g], first, reach[g]["value"]),
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
