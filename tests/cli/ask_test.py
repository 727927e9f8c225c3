# SPDX-License-Identifier: EUPL-1.2
"""Shows: every figure of an answer is what this test counts from the same CSV rows with its own code, by the filter the
answer names and again by the definition; the same question gives the same bytes; a question that can be meant in more
ways returns the choices; small numbers of people are nowhere; motions and letters hold every figure with its command."""

import calendar
import csv
import datetime
import html.parser
import json
import pathlib
import random
import re
import shutil
import tempfile
import tomllib
import unittest
import xml.etree.ElementTree

import program

DAY = datetime.date(2026, 12, 1)
PAID = {"regulier", "met_ondersteuning", "basisbaan", "beschut", "wsw", "leerbaan", "detachering"}
HOLE = re.compile(r"\[questions\.|\{[a-z_]+\}")
QUESTIONS = tomllib.loads((program.ROOT / "data/insight/questions.toml").read_text("utf-8"))["question"]


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text):
    return datetime.date.fromisoformat(text) if text else None


def plus_months(date, months):
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    return datetime.date(year, month + 1, min(date.day, calendar.monthrange(year, month + 1)[1]))


def half_up(part, whole):
    return (2 * 1000 * part + whole) // (2 * whole)


def write(path, lines):
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def make_snapshot(folder, seed):
    """An invented municipality, large enough that most counts may be shown."""
    draw = random.Random(seed)
    folder.mkdir()
    some_day = lambda first, last: (first + datetime.timedelta(draw.randrange((last - first).days))).isoformat()
    benefits = ["bijstand"] * 6 + ["ioaw", "ioaz", "bbz", "ww", "geen", ""]
    people = ["person,birth_date,pc4,status,benefit,benefit_since"]
    for i in range(3000):
        benefit = draw.choice(benefits)
        since = "" if benefit in ("", "geen") or draw.random() < 0.05 else some_day(datetime.date(2016, 1, 1), DAY)
        born = "" if draw.random() < 0.02 else some_day(datetime.date(1961, 1, 1), datetime.date(2007, 1, 1))
        people.append(f"p{i},{born},,zoekend,{benefit},{since}")
    write(folder / "people.csv", people)
    write(folder / "employers.csv", ["employer,name,sector_sbi"] + [f"e{i},Bedrijf {i}," for i in range(40)])
    kinds = sorted(PAID) + ["proefplaatsing"] * 6 + ["werkervaringsplaats", "participatieplaats", "vrijwilligerswerk"]
    works = ["work,employer,kind,places,hourly_eurocent,until,non_displacement"]
    for i in range(400):
        kind = draw.choice(kinds)
        until = some_day(datetime.date(2025, 1, 1), datetime.date(2028, 1, 1)) if draw.random() < 0.2 else ""
        checked = some_day(datetime.date(2024, 1, 1), DAY) if draw.random() < 0.6 else ""
        works.append(f"w{i},e{draw.randrange(40)},{kind},9,{2000 if kind in PAID else ''},{until},{checked}")
    write(folder / "work.csv", works)
    placements = ["person,work,from,until,hourly_eurocent,hours_week,agreed,confirmed_by"]
    for i in range(2500):
        begin = datetime.date(2023, 1, 1) + datetime.timedelta(draw.randrange(1500))
        until = (begin + datetime.timedelta(draw.randrange(20, 900))).isoformat() if draw.random() < 0.6 else ""
        pay = 1000 if i % 40 == 0 else 2000
        hours = "" if draw.random() < 0.3 else draw.choice(["16", "24.5", "32"])
        start = "" if i % 100 == 0 else begin.isoformat()
        placements.append(f"p{draw.randrange(3000)},w{draw.randrange(400)},{start},{until},{pay},{hours},"
                          f"{begin.isoformat() if i % 3 == 0 else ''},")
    write(folder / "placements.csv", placements)
    groups = ["person,group,kind"]
    for i in range(3000):
        groups.append(f"p{i},gebied_{i % 3},area")
        if draw.random() < 0.3:
            groups.append(f"p{i},zonder_startkwalificatie,education")
    write(folder / "groups.csv", groups)
    history = ["host,kind,occupation,date"]
    for i in range(60):
        history.append(f"e{i % 40},{draw.choice(['vacature', 'ontslag', 'minder_vrijwilligers'])},,"
                       f"{some_day(datetime.date(2025, 1, 1), DAY)}")
    write(folder / "host_history.csv", history)


class Filter:
    """Evaluates the filter of a trace as docs/questions.md says it is read."""

    def __init__(self, text):
        self.conditions = [part.split(" ", 2) for part in text.split(" and ")] if text else []

    def value(self, row, column):
        name, _, shift = column.partition("+")
        cell = row.get(name, "") or ""
        if not shift or not cell or not re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
            return "" if shift else cell
        moved = plus_months(day(cell), int(shift[:-1])) if shift[-1] == "m" else day(cell) + datetime.timedelta(int(shift[:-1]))
        return moved.isoformat()

    def meets(self, row):
        for column, sign, words in self.conditions:
            cell = self.value(row, column)
            listed = ["" if word == '""' else word for word in words.split("|")]
            if sign in ("=", "!="):
                if (cell in listed) != (sign == "="):
                    return False
                continue
            word = self.value(row, words[1:]) if words.startswith("@") else words
            if not cell or not word:
                return False
            if not {"<": cell < word, "<=": cell <= word, ">": cell > word, ">=": cell >= word}[sign]:
                return False
        return True


class Snapshot:
    """The rows of a snapshot with the columns that docs/questions.md says are added."""

    def __init__(self, folder):
        self.people, self.groups = rows(folder / "people.csv"), rows(folder / "groups.csv")
        self.works = rows(folder / "work.csv")
        self.history = rows(folder / "host_history.csv")
        by_work = {row["work"]: row for row in self.works}
        self.placements = []
        for row in rows(folder / "placements.csv"):
            if not (row["from"] or row["agreed"] or row["confirmed_by"]):
                continue
            row = dict(row, **{f"work.{name}": cell for name, cell in by_work[row["work"]].items()})
            ends = [end for end in (row["until"], row["work.until"]) if end]
            row["last_day"], row["first_day"] = min(ends, default="open"), row["from"] or "-"
            self.placements.append(row)

    def running(self, row):
        return row["first_day"] <= DAY.isoformat() <= row["last_day"]


class Page(html.parser.HTMLParser):
    VOID = {"meta", "br"}

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.links, self.tags, self.sources = [], set(), [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.tags.append(tag)
        self.ids.add(attrs.get("id"))
        self.links += [attrs["href"]] if tag == "a" else []
        self.sources += [attrs[key] for key in ("src", "href") if key in attrs and attrs[key].startswith("http")]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open and self.open[-1] == tag, (self.open, tag)
        self.open.pop()


class Asked(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(temporary.cleanup)
        cls.base = pathlib.Path(temporary.name)
        cls.folder = cls.base / "snapshot"
        make_snapshot(cls.folder, 5)
        cls.snapshot = Snapshot(cls.folder)
        cls.plan = cls.base / "plan"
        planned = program.run("plan", cls.folder, "--out", cls.plan, "--date", DAY)
        assert planned.returncode == 0, planned.stderr

    def ask(self, *words, code=0):
        run = program.run("ask", *words)
        self.assertEqual(run.returncode, code, run.stderr)
        return run.stdout

    def answer(self, question, *words, source=None, code=0):
        found = json.loads(self.ask(question, source or self.folder, "--date", DAY, "--format", "json", *words, code=code))
        self.figures = {one["id"]: one for one in found["figures"]}
        return found

    def value(self, name):
        return self.figures[name]["value"]

    def agrees(self, name, expected):
        """The figure is this number, or hidden."""
        found = self.figures[name]
        if found["shown"] == "small":
            self.assertIn(expected, range(1, 10), name)
        elif found["shown"] == "value":
            self.assertEqual(found["value"], expected, name)
            if found["unit"] == "people":
                self.assertNotIn(expected, range(1, 10), name)


class FiguresFromRows(Asked):
    def test_every_count_is_what_its_filter_gives(self):
        seen = 0
        tables = {"people.csv": self.snapshot.people, "placements.csv": self.snapshot.placements,
                  "work.csv": self.snapshot.works, "groups.csv": self.snapshot.groups,
                  "host_history.csv": self.snapshot.history}
        for question in ("long_in_bijstand", "placements_last", "minimum_wage", "displacement", "in_bijstand"):
            for variant in next(one for one in QUESTIONS if one["id"] == question)["variant"]:
                if variant["needs"] != "snapshot":
                    continue
                self.answer(question, "--variant", variant["id"])
                for one in self.figures.values():
                    trace = one["trace"]
                    if trace["how"] != "count" or one["shown"] != "value" or "has_place" in trace["filter"]:
                        continue
                    found = sum(map(Filter(trace["filter"]).meets, tables[trace["file"]]))
                    self.assertEqual(found, one["value"], (question, variant["id"], one["id"]))
                    seen += one["value"] > 0
        self.assertGreater(seen, 60)

    def test_long_in_bijstand(self):
        for variant, benefits in (("narrow", {"bijstand"}), ("broad", {"bijstand", "ioaw", "ioaz", "bbz"})):
            self.answer("long_in_bijstand", "--variant", variant)
            people = [row for row in self.snapshot.people if row["benefit"] in benefits]
            longer = lambda m: sum(1 for r in people if r["benefit_since"] and plus_months(day(r["benefit_since"]), m) < DAY)
            self.assertEqual((self.value("total"), self.value("longer_36"), self.value("longer_60")),
                             (len(people), longer(36), longer(60)))
            self.assertEqual(self.value("share_longer"), half_up(longer(36), len(people)))
            classes = [f"below_{m}" for m in (12, 24, 36, 60)] + ["longer_60_row", "since_unknown"]
            self.assertEqual(sum(self.value(name) for name in classes), len(people))

    def test_placements_that_last(self):
        for variant, year, kinds in (("paid_year", 2025, PAID), ("paid_all_years", None, PAID),
                                     ("basisbaan_all_years", None, {"basisbaan"})):
            self.answer("placements_last", "--variant", variant)
            began = [row for row in self.snapshot.placements
                     if row["work.kind"] in kinds and row["from"] and day(row["from"]) <= DAY
                     and (year is None or day(row["from"]).year == year)]
            self.agrees("began", len(began))
            for months in (6, 12, 24):
                could = [row for row in began if plus_months(day(row["from"]), months) <= DAY]
                still = [row for row in could if row["last_day"] == "open"
                         or day(row["last_day"]) >= plus_months(day(row["from"]), months)]
                self.agrees(f"could_{months}", len(could))
                self.agrees(f"still_{months}", len(still))
                if could:
                    self.agrees(f"share_{months}", half_up(len(still), len(could)))
        self.assertGreater(self.value("could_6"), 50)

    def test_another_year(self):
        self.answer("placements_last", "--year", 2024)
        self.assertEqual(self.value("began"), sum(1 for row in self.snapshot.placements
                                                  if row["work.kind"] in PAID and row["from"].startswith("2024")))

    def test_unpaid_trials(self):
        first, last = datetime.date(2025, 1, 1), datetime.date(2025, 12, 31)
        for variant, kinds in (("trial", {"proefplaatsing"}),
                               ("all_unpaid_work", {"proefplaatsing", "werkervaringsplaats", "participatieplaats"})):
            self.answer("unpaid_trials", "--variant", variant)
            centihour_days, trials, ended, after = 0, 0, 0, 0
            for row in self.snapshot.placements:
                if row["work.kind"] not in kinds or not row["from"]:
                    continue
                end = day(row["last_day"]) if row["last_day"] != "open" else last
                days = (min(end, last) - max(day(row["from"]), first)).days + 1
                if days > 0:
                    trials += 1
                    centihour_days += days * round(float(row["hours_week"] or 0) * 100)
                if row["last_day"] == "open" or not first <= end <= last:
                    continue
                ended += 1
                after += any(other["person"] == row["person"] and other["work.kind"] in PAID
                             and row["from"] < other["from"] <= (end + datetime.timedelta(30)).isoformat()
                             for other in self.snapshot.placements)
            self.agrees("trials", trials)
            self.agrees("paid_after", after)
            self.assertEqual(self.value("hours"), (2 * centihour_days + 7) // 14)
            self.assertGreater(trials, 100)

    def test_minimum_wage(self):
        self.answer("minimum_wage")
        low = sum(1 for row in self.snapshot.placements
                  if row["work.kind"] in PAID and self.snapshot.running(row) and row["hourly_eurocent"] == "1000")
        paid = sum(1 for row in self.snapshot.placements if row["work.kind"] in PAID and self.snapshot.running(row))
        self.agrees("paid", paid)
        self.agrees("below_floor", low)
        self.assertGreater(low, 9)
        alarms = json.loads(program.run("fair", "placements", self.folder, "--date", DAY, "--days", 1,
                                        "--format", "json").stdout)["findings"]
        self.agrees("below_floor", sum(one["alarm"] == "below_floor" for one in alarms))

    def test_displacement(self):
        self.answer("displacement")
        places = [row for row in self.snapshot.works if row["kind"] in ("basisbaan", "vrijwilligerswerk")]
        hosts = {row["employer"] for row in places}
        recent = [row for row in places if row["non_displacement"] and plus_months(day(row["non_displacement"]), 12) >= DAY]
        self.assertEqual((self.value("places"), self.value("checked")), (len(places), len(recent)))
        for kind in ("vacature", "ontslag", "minder_vrijwilligers"):
            events = [row for row in self.snapshot.history
                      if row["kind"] == kind and plus_months(day(row["date"]), 12) >= DAY]
            self.assertEqual(self.value(kind), len(events))
            self.assertEqual(self.value(f"{kind}_there"), sum(row["host"] in hosts for row in events))

    def test_fair_share_of_placed(self):
        self.answer("fair_share", "--variant", "placed")
        at_work = {row["person"] for row in self.snapshot.placements
                   if row["work.kind"] in PAID and self.snapshot.running(row)}
        for group in {row["group"] for row in self.snapshot.groups}:
            members = [row["person"] for row in self.snapshot.groups if row["group"] == group]
            self.agrees(f"{group}:people", len(members))
            self.agrees(f"{group}:placed", sum(person in at_work for person in members))
            self.agrees(f"{group}:share", half_up(sum(person in at_work for person in members), len(members)))

    def test_plan(self):
        proposals = json.loads((self.plan / "plan.json").read_text("utf-8"))["proposals"]
        waiting = rows(self.plan / "waiting.csv")
        self.answer("no_offer", "--snapshot", self.folder, source=self.plan)
        self.agrees("without", len({row["person"] for row in waiting}))
        self.agrees("with", len({row["person"] for row in proposals if row["round"] == 1}))
        for cause in {row["cause"] for row in waiting} - {"eigen keuze"}:
            self.agrees(f"cause:{cause}", len({row["person"] for row in waiting if row["cause"] == cause}))
        self.assertNotIn("cause:eigen keuze", self.figures)
        fairness = json.loads((self.plan / "fairness.json").read_text("utf-8"))
        for variant, whole in (("of_candidates", "candidate"), ("of_reach", "reach"), ("of_people", "people")):
            self.answer("fair_share", "--variant", variant, source=self.plan)
            for row in fairness["groups"]:
                if row["voorstel"] is not None and row[whole]:
                    self.assertEqual(self.value(row["group"] + ":share"), half_up(row["voorstel"], row[whole]))

    def test_demo_plan_by_age(self):
        demo = self.base / "demo"
        made = program.run("demo", "--people", 1500, "--places", 700, "--no-serve", "--out", demo)
        self.assertEqual(made.returncode, 0, made.stderr)
        found = self.answer("no_offer", "--snapshot", demo / "snapshot", source=demo / "plan")
        born = {row["person"]: day(row["birth_date"]) for row in rows(demo / "snapshot/people.csv")}
        when = day(found["date"])
        people = {row["person"] for row in rows(demo / "plan/waiting.csv")}
        age = lambda person: None if born[person] is None else sum(plus_months(born[person], 12 * a) <= when for a in (27, 50))
        self.assertGreater(len(people), 50)
        self.agrees("without", len(people))
        for band in (0, 1, 2):
            self.agrees(f"age_{band}", sum(age(person) == band for person in people))
        other = self.answer("no_offer", "--snapshot", self.folder, source=demo / "plan")
        self.assertIn("other_snapshot", [one["doubt"] for one in other["doubts"]])


class OtherSources(Asked):
    def test_published_tables(self):
        tables = self.base / "tables"
        tables.mkdir(exist_ok=True)
        # Invented; the form of CBS open data.
        write(tables / "invented_kwb.csv", [
            '"ID";"WijkenEnBuurten";"AantalInwoners_5";"PersonenPerSoortUitkeringBijstand_87"',
            '0;"GM0000    ";182500;6310', '1;"GM0001    ";100;.'])
        found = json.loads(self.ask(16, "--tables", tables, "--municipality", "GM0000", "--format", "json", "--date", DAY))
        self.figures = {one["id"]: one for one in found["figures"]}
        self.assertEqual(found["variant"], "published")
        self.assertEqual((self.value("published_people"), self.value("published_rate")),
                         (6310, (2 * 10000 * 6310 + 182500) // (2 * 182500)))
        self.assertEqual(self.figures["published_people"]["trace"]["column"], "PersonenPerSoortUitkeringBijstand_87")
        unknown = json.loads(self.ask(16, "--tables", tables, "--municipality", "GM0001", "--format", "json"))
        self.assertEqual({one["id"]: one["shown"] for one in unknown["figures"]}["published_people"], "unknown")
        self.ask(16, "--tables", tables, "--municipality", "GM9999", code=1)

    def test_administration(self):
        folder = self.base / "administration"
        folder.mkdir(exist_ok=True)
        (folder / "schemes").mkdir(exist_ok=True)
        source = program.ROOT / "data/examples/administration"
        (folder / "schemes/voucher.toml").write_bytes((source / "schemes/voorbeeld_jongerenvoucher.toml").read_bytes())
        draw, lines = random.Random(3), ["application,scheme,received,complete,points,eurocent,decided,outcome"]
        for i in range(200):
            received = datetime.date(2026, 1, 5) + datetime.timedelta(draw.randrange(200))
            decided = received + datetime.timedelta(draw.choice([20, 40, 90]))
            is_open = i % 5 == 0
            lines.append(f"A{i},voorbeeld_jongerenvoucher,{received},{received},,{draw.choice([100000, 250000])},"
                         f"{'' if is_open else decided},{'' if is_open else 'verleend'}")
        write(folder / "applications.csv", lines)
        write(folder / "ledger.csv", ["entry,command,fund,year,obligation,eurocent",
                                      "1,ceiling,voorbeeld_jongerenvoucher,2026,,25000000",
                                      "2,reserve,voorbeeld_jongerenvoucher,2026,B1,1000000",
                                      "3,commit,,2026,B1,900000", "4,pay,,2026,B1,300000",
                                      "5,reserve,voorbeeld_jongerenvoucher,2026,B2,500000"])
        cases = rows(folder / "applications.csv")
        granted = [row for row in cases if row["outcome"] == "verleend" and row["decided"] <= DAY.isoformat()]
        fund = "voorbeeld_jongerenvoucher"
        for variant, used in (("promised", 900000), ("with_reserved", 1400000), ("paid", 300000)):
            self.answer("fund_used", "--variant", variant, source=folder)
            self.assertEqual(self.value(f"{fund}:2026:used"), used)
            self.assertEqual(self.value(f"{fund}:share"), half_up(used, 25000000))
        amounts = sum(int(row["eurocent"]) for row in granted)
        self.assertEqual(self.value(f"{fund}:average"), (2 * amounts + len(granted)) // (2 * len(granted)))
        days = sorted((day(row["decided"]) - day(row["received"])).days for row in granted)
        self.assertEqual(self.value(f"{fund}:days"), days[len(days) // 2])
        self.answer("in_time", "--year", 2026, source=folder)
        # Eight weeks; 20 and 40 days are always in time, 90 days never.
        late = sum((day(row["decided"]) - day(row["received"])).days == 90 for row in granted)
        self.assertEqual((self.value("in_time"), self.value("late")), (len(granted) - late, late))
        self.assertEqual(self.value("share_in_time"), half_up(len(granted) - late, len(granted)))
        due = json.loads(program.run("scheme", "due", folder, "--date", DAY, "--format", "json").stdout)
        self.agrees("open_late", sum(one["state"] == "late" for one in due))

    def test_cost_is_that_of_the_scheme_command(self):
        words = ("--scheme", "basisbaan_groningen", "--hours", 30)
        found = json.loads(self.ask("cost_of_place", *words, "--date", "2026-03-01", "--format", "json"))
        self.figures = {one["id"]: one for one in found["figures"]}
        command = self.figures["net"]["trace"]["filter"].split()
        self.assertEqual(command[0], "passend")
        cost = json.loads(program.run(*command[1:], "--format", "json").stdout)
        told = json.dumps(cost)
        for name in ("wage", "charges", "bijstand", "net"):
            self.assertIn(str(self.value(name)), told, name)
        self.assertEqual(self.value("gross") - self.value("off"), self.value("net"))

    def test_contracts(self):
        examples = program.ROOT / "data/examples"
        words = ("--contracts", examples / "bids.toml", "--clauses", examples / "internship_clause.toml")
        found = json.loads(self.ask(14, *words, "--variant", "contracts_and_bids", "--date", "2027-06-01", "--format", "json"))
        self.figures = {one["id"]: one for one in found["figures"]}
        judged = json.loads(program.run("fair", "tender", words[3], words[1], "--date", "2027-06-01", "--format", "json").stdout)
        for verdict in ("meets", "incomplete", "fails", "not_covered"):
            self.assertEqual(self.value(verdict), sum(one["verdict"] == verdict for one in judged["undertakings"]))
        self.assertEqual(self.value("points"), sum(one["total_points_eurocent"] for one in judged["undertakings"]))

    def test_what_is_not_computed_says_why_and_who_has_it(self):
        for number, needs in ((5, "simulation"), (6, "outside"), (8, "simulation"), (15, "outside")):
            found = self.answer(number, code=1)
            self.assertEqual((found["needs"], found["figures"]), (needs, []))
            self.assertTrue(found["missing"])
            for language in program.LANGUAGES:
                text = self.ask(number, self.folder, "--lang", language, code=1)
                self.assertNotRegex(text, r"^- .*\d")
        self.assertIn("simulate", self.ask(8, code=1))

    def test_agreement(self):
        file = self.base / "agreement.toml"
        file.write_text(self.ask("agreement", "--template"), encoding="utf-8")
        found = json.loads(self.ask("agreement", file, self.folder, "--date", DAY, "--format", "json"))
        begun = {row["person"] for row in self.snapshot.placements
                 if row["work.kind"] in PAID and "2026-01-01" <= row["from"] <= DAY.isoformat()}
        target = {one["id"]: one for one in found["targets"]}["beginnen"]
        self.assertEqual(target["so_far"]["value"], len(begun))
        self.assertEqual(len(target["months"]), 12)
        self.assertTrue(len(begun) <= target["at_end"]["low"] <= target["at_end"]["high"])
        for language in program.LANGUAGES:
            self.assertNotRegex(self.ask("agreement", file, self.folder, "--date", DAY, "--lang", language), HOLE)
        page = self.base / "agreement.html"
        self.ask("agreement", file, self.folder, "--date", DAY, "--out", page)
        self.assertEqual(Page(page.read_text("utf-8")).open, [])


class Papers(Asked):
    SOURCES = {"snapshot": lambda self: (self.folder,), "plan": lambda self: (self.plan,)}

    def askable(self):
        for question in QUESTIONS:
            for variant in question["variant"]:
                if variant["needs"] in self.SOURCES:
                    yield question["id"], variant["id"], self.SOURCES[variant["needs"]](self)

    def test_every_question_has_words_in_both_languages(self):
        for language in program.LANGUAGES:
            texts = tomllib.loads((program.ROOT / f"data/messages/{language}/questions.toml").read_text("utf-8"))["questions"]
            for question in QUESTIONS:
                keys = {"title", "topic", "definition", "consider", "request"} | {one["id"] for one in question["variant"]}
                self.assertEqual(keys, set(texts[question["id"]]), question["id"])
                for one in question.get("missing", []):
                    self.assertIn(one["part"], texts["missing"])
                    self.assertIn(one["holder"], texts["holder"])
                for one in question.get("doubts", []):
                    self.assertIn(one, texts["doubt"])
            listed = self.ask("list", "--lang", language)
            self.assertNotRegex(listed, HOLE)
            for question in QUESTIONS:
                self.assertIn(question["id"], listed)
        self.assertEqual([one["number"] for one in QUESTIONS], list(range(1, 17)))

    def test_words_and_same_bytes(self):
        for question, variant, source in self.askable():
            for language in program.LANGUAGES:
                words = (question, *source, "--variant", variant, "--date", DAY, "--lang", language)
                first = self.ask(*words)
                self.assertNotRegex(first, HOLE, question)
                self.assertEqual(first, self.ask(*words))

    def test_the_order_of_rows_changes_nothing(self):
        other = self.base / "reversed"
        if not other.exists():
            other.mkdir()
            for path in self.folder.iterdir():
                lines = path.read_text("utf-8").splitlines()
                write(other / path.name, [lines[0], *reversed(lines[1:])])
        for question in ("long_in_bijstand", "placements_last", "unpaid_trials", "displacement"):
            values = lambda found: [(one["id"], one["value"], one["shown"]) for one in found["figures"]]
            self.assertEqual(values(self.answer(question)), values(self.answer(question, source=other)))

    def test_an_ambiguous_question_returns_the_choices_with_figures(self):
        narrow = self.answer("long_in_bijstand")
        self.assertEqual(narrow["variant"], "narrow")
        broad = self.answer("long_in_bijstand", "--variant", "broad")
        choice = {one["variant"]: one for one in narrow["choices"]}["broad"]
        self.assertEqual(choice["figure"]["value"], self.value("longer_36"))
        self.assertGreater(choice["figure"]["value"], narrow["figures"][0]["value"])
        self.assertIn("--variant broad", choice["command"])
        self.assertEqual(broad["choices"][0]["figure"]["value"], narrow["figures"][0]["value"])

    def test_no_small_number_of_people_anywhere(self):
        few = self.base / "few"
        few.mkdir(exist_ok=True)
        for path in self.folder.iterdir():
            keep = path.read_text("utf-8").splitlines()
            write(few / path.name, keep[:120] if path.name == "people.csv" else keep)
        people = {row["person"] for row in rows(few / "people.csv")}
        for name in ("placements.csv", "groups.csv"):
            lines = (self.folder / name).read_text("utf-8").splitlines()
            write(few / name, [lines[0], *(line for line in lines[1:] if line.split(",")[0] in people)])
        hidden = 0
        for question in ("long_in_bijstand", "placements_last", "unpaid_trials", "minimum_wage", "fair_share", "in_bijstand"):
            found = self.answer(question, source=few)
            for one in found["figures"] + [c["figure"] for c in found["choices"] if c["figure"]]:
                if one["unit"] == "people":
                    self.assertNotIn(one["value"], range(1, 10), (question, one["id"]))
                    hidden += one["value"] is None
                if one["trace"].get("whole") and self.figures.get(one["trace"]["whole"], one)["value"] is None:
                    self.assertIsNone(one["value"], (question, one["id"]))
        self.assertGreater(hidden, 10)

    def altered(self, name, **tables):
        """The snapshot with other rows: table=function from rows to rows."""
        folder = self.base / name
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        for table, change in tables.items():
            old = rows(folder / f"{table}.csv")
            with open(folder / f"{table}.csv", "w", encoding="utf-8", newline="") as file:
                out = csv.DictWriter(file, list(old[0]), lineterminator="\n")
                out.writeheader()
                out.writerows(change(old))
        return folder

    def shown(self, question, *words, source):
        found = self.answer(question, *words, source=source)
        return {one["id"]: one["value"] for one in found["figures"] if one["unit"] == "people" and one["value"] is not None}

    def test_variants_of_a_question_are_not_subtracted(self):
        def benefits(people):
            for i, row in enumerate(people):
                longer = "2026-06-01" if i % 100 < 55 else "2019-01-01"
                row["benefit"], row["benefit_since"] = ("bijstand" if i < 2000 else "ioaw" if i % 150 == 0 else "geen"), longer
            return people
        folder = self.altered("variants", people=benefits)
        narrow = self.shown("long_in_bijstand", "--variant", "narrow", source=folder)
        broad = self.shown("long_in_bijstand", "--variant", "broad", source=folder)
        self.assertEqual((narrow["total"], narrow["longer_36"]), (2000, 900))
        for name in narrow.keys() & broad.keys():
            self.assertNotIn(abs(narrow[name] - broad[name]), range(1, 10), name)
        choice = self.answer("long_in_bijstand", source=folder)["choices"][0]["figure"]
        self.assertEqual(choice["value"], broad.get("longer_36"))
        demo = self.base / "small"
        made = program.run("demo", "--people", 600, "--places", 300, "--no-serve", "--out", demo)
        self.assertEqual(made.returncode, 0, made.stderr)
        first, every = (self.shown("no_offer", "--snapshot", demo / "snapshot", "--variant", one, source=demo / "plan")
                        for one in ("first_round", "all_rounds"))
        self.assertTrue(first)
        for name in first.keys() & every.keys():
            self.assertNotIn(abs(first[name] - every[name]), range(1, 10), name)

    def test_years_are_not_subtracted_from_all_years(self):
        def few(placements):
            kept = [row for row in placements if row["from"].startswith("2024-")][:60]
            kept += [row for row in placements if row["from"].startswith("2023-")][:4]
            return kept + [row for row in placements if row["from"].startswith("2025-")][:80]
        folder = self.altered("years", placements=few)
        years = [self.shown("placements_last", "--variant", "paid_year", "--year", year, source=folder)
                 for year in range(2023, 2027)]
        everything = self.shown("placements_last", "--variant", "paid_all_years", source=folder)
        self.assertNotIn("began", years[0])
        self.assertTrue("began" in years[1] and "began" in years[2])
        self.assertNotIn("began", everything)
        self.assertTrue(everything or years[1])

    def test_parts_of_one_answer_are_not_subtracted(self):
        def benefits(people):
            for i, row in enumerate(people):
                row["benefit"] = next((b for b, n in (("ioaz", 5), ("bbz", 9), ("ioaw", 23), ("bijstand", 465)) if i < n), "geen")
                row["benefit_since"] = ""
            return people
        shown = self.shown("in_bijstand", "--variant", "broad", source=self.altered("parts", people=benefits))
        self.assertEqual(shown, {"total": 465, "benefit_bijstand": 442})
        since = ["2026-06-01"] * 30 + ["2025-06-01", "2024-06-01"] + ["2022-06-01"] * 40 + ["2015-01-01"] * 60
        def durations(people):
            for i, row in enumerate(people):
                row["benefit"], row["benefit_since"] = ("bijstand", since[i]) if i < len(since) else ("geen", "")
            return people
        shown = self.shown("long_in_bijstand", source=self.altered("durations", people=durations))
        self.assertEqual((shown["total"], shown["longer_36"]), (132, 100))
        self.assertNotIn("below_12", shown)

    def test_sizes_of_groups_are_not_subtracted_and_the_least_is_shown(self):
        def groups(members):
            areas = [row for row in members if row["kind"] == "area"]
            for i, row in enumerate(areas):
                row["group"] = "rand" if i < 5 else "centrum" if i < 900 else "noord"
            return areas
        folder = self.altered("sizes", groups=groups)
        shown = self.shown("fair_share", "--variant", "placed", source=folder)
        sizes = {name: value for name, value in shown.items() if name.endswith(":people")}
        self.assertEqual(sizes["all:people"], 3000)
        self.assertNotIn("rand:people", sizes)
        self.assertLess(len(sizes), 3, sizes)

        at_work = {row["person"] for row in self.snapshot.placements}
        quiet = [row["person"] for row in self.snapshot.people if row["person"] not in at_work][:300]
        running = next(row for row in self.snapshot.placements if row["work.kind"] in PAID and self.snapshot.running(row))
        idle = [{"person": one, "group": "stil", "kind": "education"} for one in [*quiet, "p0"] if one != "p0"]
        idle.append({"person": "p0", "group": "stil", "kind": "education"})
        begins = {"person": "p0", "work": running["work"], "from": "2026-01-01", "until": ""}
        folder = self.altered("least", groups=lambda old: old + idle, placements=lambda old: old + [{**old[0], **begins}])
        found = self.answer("fair_share", "--variant", "placed", source=folder)
        self.assertEqual(self.figures["stil:placed"]["shown"], "small")
        shares = [one["value"] for name, one in self.figures.items()
                  if name.endswith(":share") and name != "all:share" and one["value"] is not None]
        self.assertEqual(self.figures[found["lead"][1]]["value"], min(shares))

    def test_a_json_file_of_another_shape_is_one_fault(self):
        for name, text in (("manifest.json", '{"inputs": "x"}'), ("manifest.json", "[1]"),
                           ("manifest.json", '{"inputs": {"snapshot/people.csv": 7}}'),
                           ("fairness.json", '{"groups": [5], "total": {}}'), ("fairness.json", '{"groups": [], "total": 7}')):
            plan = self.base / "shape"
            shutil.copytree(self.plan, plan, dirs_exist_ok=True)
            (plan / name).write_text(text, encoding="utf-8")
            question = "no_offer" if name == "manifest.json" else "fair_share"
            run = program.run("ask", question, plan, "--snapshot", self.folder, "--lang", "en")
            self.assertEqual(run.returncode, 3, (text, run.stderr))
            self.assertEqual((len(run.stderr.splitlines()), run.stdout), (1, ""), run.stderr)
            self.assertIn(name, run.stderr)
            self.assertIn("json-syntax", run.stderr)

    def test_pages_stand_alone(self):
        for question, variant, source in self.askable():
            out = self.base / "answer.html"
            self.ask(question, *source, "--variant", variant, "--date", DAY, "--out", out)
            text = out.read_text("utf-8")
            page = Page(text)
            self.assertEqual((page.open, page.sources), ([], []))
            self.assertEqual(page.tags.count("h1"), 1)
            self.assertIn("main", page.tags)
            self.assertIn("table", page.tags)
            self.assertIn("svg", page.tags, question)
            for link in page.links:
                self.assertTrue(link.startswith("data:text/csv") or link[1:] in page.ids, link)
            self.assertIn("passend ask " + question, text)
            self.assertNotIn("<script", text)

    def test_documents_and_csv(self):
        out = self.base / "answer.fodt"
        self.ask("motion", 2, self.folder, "--date", DAY, "--out", out)
        root = xml.etree.ElementTree.parse(out).getroot()
        office = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
        self.assertEqual(root.tag, office + "document")
        self.assertEqual(root.get(office + "mimetype"), "application/vnd.oasis.opendocument.text")
        self.assertIn("verzoekt het college:", "".join(root.itertext()))
        table = self.base / "answer.csv"
        self.ask(2, self.folder, "--date", DAY, "--out", table)
        first = table.read_text("utf-8").split("\n\n")[0]
        counts = [int(row[1]) for row in list(csv.reader(first.splitlines()))[1:]]
        self.assertEqual(sum(counts), sum(row["benefit"] == "bijstand" for row in self.snapshot.people))

    def test_a_motion_holds_every_figure_its_definition_and_its_command(self):
        for question, variant, source in self.askable():
            words = (question, *source, "--variant", variant, "--date", DAY, "--lang", "en")
            motion = self.ask("motion", *words)
            found = json.loads(self.ask(*words, "--format", "json"))
            self.assertNotRegex(motion.replace("\\_", "_"), HOLE)
            for heading in ("finding that:", "considering that:", "asks the college:", "and proceeds to the order of the day."):
                self.assertIn(heading, motion)
            commands = [found["command"]] + [one["command"] for one in found["choices"] if one["figure"]]
            for command in commands:
                self.assertIn(command, motion)
            plain = motion.replace("\\", "")
            for one in found["figures"]:
                self.assertIn(one["label"], plain, question)
                self.assertIn(one["trace"]["filter"], plain)
            self.assertIn(found["definition"].split(". ")[0], plain)
            self.assertIn("……", motion)
        command = found["command"].split()
        again = json.loads(program.run(*command[1:], "--format", "json", "--lang", "en").stdout)
        self.assertEqual(again["figures"], found["figures"])

    def test_a_letter_asks_who_has_what_is_missing(self):
        for question in QUESTIONS:
            letter = self.ask("letter", question["id"])
            self.assertNotRegex(letter.replace("\\_", "_"), HOLE)
            texts = tomllib.loads((program.ROOT / "data/messages/nl/questions.toml").read_text("utf-8"))["questions"]
            for one in question.get("missing", []):
                self.assertIn(texts["missing"][one["part"]], letter)
                self.assertIn(texts["holder"][one["holder"]], letter)

    def test_bad_input_is_one_clear_fault(self):
        def fault(code, *words):
            run = program.run("ask", *words, "--lang", "en")
            self.assertEqual(run.returncode, code, run.stderr)
            self.assertEqual((len(run.stderr.splitlines()), run.stdout), (1, ""), run.stderr)
            return run.stderr

        self.assertIn("long_in_bijstand", fault(3, "no_such_question"))
        self.assertIn("QUESTION", fault(3))
        self.assertIn("narrow, broad", fault(3, 2, self.folder, "--variant", "wide"))
        self.assertIn("file-missing", fault(3, 2, self.base / "nowhere"))
        self.assertIn(".fodt", fault(3, 2, self.folder, "--out", self.base / "answer.docx"))
        self.assertFalse((self.base / "answer.docx").exists())
        self.assertIn("unknown-scheme", fault(3, 7, "--scheme", "nothing"))
        self.assertIn("file-missing", fault(3, 16, "--tables", self.base / "nowhere", "--municipality", "GM0000"))
        fault(2, 2, self.folder, "--year", 1)
        fault(2, 2, self.folder, "--date", "1-2-2026")
        broken = self.base / "broken"
        broken.mkdir(exist_ok=True)
        (broken / "plan.json").write_text("{", encoding="utf-8")
        self.assertIn("plan.json", fault(3, 1, broken))
        pact = self.base / "pact.toml"
        pact.write_text("title = 'x'\nsource = 'x'\nfrom = 2026-01-01\nuntil = 2026-02-01\n", encoding="utf-8")
        self.assertIn("target", fault(3, "agreement", pact, self.folder))


if __name__ == "__main__":
    program.main()
