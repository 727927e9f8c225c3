# SPDX-License-Identifier: EUPL-1.2
"""Deliberately naive gates, score parts and reasons: one pair at a time, as docs/plan.md words them. Slow and plain, so
that the verifier's bit sets have something to be held against."""
import tomllib
from datetime import date, timedelta
from functools import lru_cache
from math import isqrt

import tiny_world  # noqa: F401  (puts tools/ on the path)
from verify.kinds import WORK_KINDS

SCALE_A1 = ["A1", "A2", "B1", "B2", "C1", "C2"]
GATES = ["closed", "wish", "exclusion", "resting", "hours", "day_parts", "start", "permit", "travel", "language",
         "licence", "diploma", "conditions", "support", "indication", "displacement", "pay", "wage", "scheme"]


def conjunction(parts):
    """Parts are 'yes', 'no' or a question. Gives (outcome, questions)."""
    questions = {part for part in parts if part not in ("yes", "no")}
    if "no" in parts:
        return "no", set()
    return ("unknown", questions) if questions else ("yes", set())


class World:
    def __init__(self, snapshot, reference, rules, on, seed, schemes=None):
        """`schemes`: the text of the scheme files, read here once more and plainly."""
        self.s, self.r, self.rules, self.on, self.seed = snapshot, reference, rules, on, seed
        self.schemes = {table["id"]: table for table in map(tomllib.loads, (schemes or {}).values())}
        self.budgets = dict(snapshot.budgets)
        for scheme in self.schemes:
            self.budgets |= {resource: amount for resource, (amount, _) in self.scheme_resources(scheme).items()}

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
            resources = sorted(row.resource for row in self.s.resources if row.kind == need.kind
                               and row.kind in ("jobcoach", "taalmaatje", "begeleiding"))
            if need.hours_week is None:
                out.append((f"person.support:{need.kind}", None, 0, need.kind))
            elif need.hours_week == 0 or any((o.hours_week or -1) >= need.hours_week for o in offers):
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

    # -- gate 19
    def version(self, scheme):
        for version in self.schemes[scheme]["version"]:
            if version["from"] <= self.on and ("until" not in version or version["until"] >= self.on):
                return version
        return None

    def months(self, a, b):
        """Whole months, by counting them."""
        n = 0
        while (a.year * 12 + a.month + n, a.day) > (b.year * 12 + b.month, b.day):
            n -= 1
        while (a.year * 12 + a.month + n + 1, a.day) <= (b.year * 12 + b.month, b.day):
            n += 1
        return n

    def fact(self, p, w, name):
        """None is not known."""
        if name in ("pays_floor", "displacement_passed"):
            return True
        if name in ("status", "benefit"):
            return [vars(p)[name]] if vars(p)[name] else None
        if name in ("benefit_duration", "waiting_duration"):
            since = p.benefit_since if name == "benefit_duration" else p.waiting_since
            return self.months(since, self.on) if since else None
        if name == "education":
            levels = [row.level for row in self.s.education_of.get(p.person, []) if row.level]
            return max(int(level.replace("geen", "0")) for level in levels) if levels else None
        if name == "indication":
            rows = self.s.indications_of.get(p.person, [])
            return [row.kind for row in rows if row in self.valid(p, row.kind)] or ["geen"] if rows else None
        return [w.kind] if name == "work_kind" else None

    def target(self, p, w, t):
        """yes, no or unknown."""
        if "any" in t:
            found = [self.target(p, w, part) for part in t["any"]]
            return "yes" if "yes" in found else "unknown" if "unknown" in found else "no"
        if "all" in t:
            found = [self.target(p, w, part) for part in t["all"]]
            return "no" if "no" in found else "unknown" if "unknown" in found else "yes"
        if t["predicate"] == "age":
            return self.age_target(p, t)
        value = self.fact(p, w, t["predicate"])
        if value is None:
            return "unknown"
        if "is" in t:
            return "yes" if t["is"] == value else "no"
        if isinstance(value, int):
            low, top = t.get("at_least", value), t.get("at_most", value)
            return "yes" if low <= value <= top and ("below" not in t or value < t["below"]) else "no"
        some = "any_of" not in t or any(word in t["any_of"] for word in value)
        return "yes" if some and not any(word in t.get("none_of", []) for word in value) else "no"

    def age_target(self, p, t):
        if p.birth_date is None:
            return "unknown"
        age = self.age(p, self.on)
        ages = [value for start, value in sorted(self.r.aow_ages) if start <= self.on]
        before_aow = not t.get("until_aow") or self.months(p.birth_date, self.on) < 12 * ages[-1][0] + ages[-1][1]
        return "yes" if t.get("from", age) <= age and ("below" not in t or age < t["below"]) and before_aow else "no"

    def g_scheme(self, p, w):
        if not w.scheme or w.scheme not in self.schemes:
            return ["yes"]
        version = self.version(w.scheme)
        if version is None:
            return ["no"]
        found = [self.target(p, w, t) for t in version.get("target", [])]
        return [f"scheme.target:{w.scheme}" if one == "unknown" else one for one in found]

    def scheme_resources(self, scheme):
        """resource → (left, use)."""
        version = self.version(scheme)
        if version is None or any(key == ("scheme", scheme) for key in self.s.uses_of):
            return {}
        ceilings = sorted((c for c in version.get("ceiling", []) if c.get("year", self.on.year) == self.on.year),
                          key=lambda c: "year" not in c)
        prices = [offer.get("place_year_eurocent") for offer in version.get("offer", []) if offer["kind"] == "work"]
        price = prices[0] if prices and isinstance(prices[0], int) else None
        n = len([row for row in self.s.placements if self.counts(row)
                 and self.s.works[self.s.index[row.work]].scheme == scheme])
        out = {}
        if ceilings and isinstance(ceilings[0].get("places"), int):
            out[f"scheme:{scheme}:places"] = (max(0, ceilings[0]["places"] - n), 1)
        if ceilings and isinstance(ceilings[0].get("eurocent"), int) and price is not None:
            out[f"scheme:{scheme}"] = (max(0, ceilings[0]["eurocent"] - n * price), price)
        return out

    def brought(self, scheme):
        """resource → amount that the scheme brings to each of its works."""
        rows = {row.resource: row.amount_per_person for row in self.s.uses_of.get(("scheme", scheme), [])}
        own = self.scheme_resources(scheme) if scheme in self.schemes else {}
        return {**rows, **{resource: use for resource, (_, use) in own.items()}}

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
                 "displacement": self.g_displacement(p, w), "pay": self.g_pay(row, w), "wage": self.g_wage(p, w),
                 "scheme": self.g_scheme(p, w)}
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
                else 0, "known": 1000 * (19 - unknown) // 19}

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
        out = dict(self.brought(w.scheme)) if w.scheme else {}
        for row in self.s.uses_of.get(("work", work), []):
            out[row.resource] = out.get(row.resource, 0) + row.amount_per_person
        for _, resource, amount, _ in self.supported(p, w):
            if resource:
                out[resource] = out.get(resource, 0) + amount
        return out
