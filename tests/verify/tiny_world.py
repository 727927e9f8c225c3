# SPDX-License-Identifier: EUPL-1.2
"""Hand-made snapshots and reference data for the verifier's tests, written to a temporary folder."""
import csv
import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parents[2] / "tools"
sys.path.insert(0, str(TOOLS))

from verify.schema import TABLES  # noqa: E402

DATE = "2026-11-02"
WAITER = "11111111-0000-0000-0000-000000000001"
HEAD_WAITER = "11111111-0000-0000-0000-000000000002"
CLEANER = "11111111-0000-0000-0000-000000000003"

DATA = {
    "geo/pc4.csv": """pc4,place,lat,lon,quality,x_m,y_m
6511,A,1,1,ok,0,0
6512,A,1,1,shared_point,3000,4000
6513,A,1,1,ok,20000,0
6514,A,1,1,suspect,10,10
""",
    "occupations/isco08.csv": """isco08,level,label_nl
5,1,dienstverlenend
51,2,persoonlijk
513,3,bediening
5131,4,kelners
9,1,elementair
91,2,schoonmaak
911,3,schoonmaak
9112,4,schoonmakers
""",
    "occupations/esco.csv": f"""occupation_id,isco08,esco_code,label_nl
{WAITER},5131,5131.1,kelner
{HEAD_WAITER},5131,5131.1.1,hoofdkelner
{CLEANER},9112,9112.1,schoonmaker
""",
    "occupations/broader.csv": f"""child,parent
isco:C51,isco:C5
occ:{WAITER},isco:C5131
occ:{HEAD_WAITER},occ:{WAITER}
occ:{CLEANER},isco:C9112
""",
    "work/items.csv": """code,group,item_nl,item_en,kind,unit,levels
IV.13,d,tillen,lifting,ordinal,kg,15|10|5|2
II.1,s,zien,seeing,flags,,norm|beperkt
III.8,o,allergie,allergy,flags,,norm|allergie|infectie|huid
I.8a,v,vast,stable,condition,,
III.1a,o,hitte,heat,threshold,,35
III.1b,o,koude,cold,threshold,,-15
IV.1,d,hand,hand,info,,links|rechts
IV.16,d,lopen,walking,ordinal,min,60|30|15|5
""",
    "work/demand_templates.csv": """isco08,item,level,source
51,IV.16,30,demo
9112,IV.16,60,demo
9112,IV.13,10,demo
""",
    "law/minimum_wage.toml": """
[[parameter]]
id = "minimum_wage_hourly_adult"
values = [{from="2026-01-01", value=14.71}, {from="2026-07-01", value=14.99}, {from="2027-01-01", value="unknown"}]
[[parameter]]
id = "minimum_wage_youth_percentage"
values = [{from="2024-01-01", value=[[20,0.80],[19,0.60],[18,0.50],[17,0.395],[16,0.345],[15,0.30]]}]
[[parameter]]
id = "minimum_wage_bbl_percentage"
values = [{from="2024-01-01", value=[[20,0.615],[19,0.525],[18,0.455]]}]
""",
    "law/aow.toml": """
[[parameter]]
id = "aow_gross_single"
values = [{from="2024-01-01", value=1541.53}]
[[parameter]]
id = "aow_age"
values = [{from="2024-01-01", value=[67, 0]}, {from="2026-11-02", value=[67, 3]}, {from="2026-11-03", value=[68, 0]}]
""",
    "rules/voorbeeld.toml": """
[rules]
title = "t"
[plan]
rounds = 2
offers_per_place = 2
leximin_steps = 0
seed = 1
start_horizon_days = 60
[wage]
floor_hourly_eurocent = 1500
floor_from_age = 21
[stage]
allowance_month_eurocent = 40000
full_week_hours = 36
[travel]
default_max_km = 25
default_max_minutes = 60
min_straight_m = 500
[travel.mode.fiets]
detour_per_mille = 1300
metres_per_hour = 15000
fixed_minutes = 2
[travel.mode.ov]
detour_per_mille = 1400
metres_per_hour = 25000
fixed_minutes = 12
[score]
wish = 300
skills = 200
travel = 250
hours = 100
known = 150
wish_step = 200
""",
}
FLOOR = """
[[floor]]
group = "lang"
people = {people}
ground = "beleidsregel"
organ = "college"
from = 2026-01-01
until = 2026-12-31
justification = "wacht het langst"
"""

# Schemes: s1 has rows in uses.csv in most cases, s2 is places and money, s3 has ended, s4 has everything to ask.
SCHEMES = {
    "a_money_from_uses.toml": """
id = "s1"
[[version]]
name = "eerste"
from = 2025-01-01
until = 2026-11-01
[[version]]
name = "tweede"
from = 2026-11-02
  [[version.target]]
  predicate = "benefit"
  any_of = ["bijstand", "ww"]
  [[version.ceiling]]
  eurocent = 100
  places = 1
""",
    "b.toml": """
id = "s2"
[[version]]
name = "2026"
from = 2026-01-01
until = 2026-11-02
  [[version.target]]
  any = [
    {predicate = "status", none_of = ["scholier"]},
    {all = [{predicate = "age", from = 18, below = 27, ground = "wet"}, {predicate = "pays_floor", is = true}]},
  ]
  [[version.offer]]
  kind = "coaching"
  place_year_eurocent = 1
  [[version.offer]]
  kind = "work"
  work = "regulier"
  place_year_eurocent = 40000
  [[version.offer]]
  kind = "work"
  work = "basisbaan"
  place_year_eurocent = "unknown"
  [[version.ceiling]]
  eurocent = 1
  places = 1
  [[version.ceiling]]
  year = 2026
  eurocent = 100000
  places = 2
""",
    "ended.toml": """
id = "s3"
[[version]]
name = "oud"
from = 2020-01-01
until = 2026-11-01
[[version]]
name = "nieuw"
from = 2026-11-03
""",
    "z.toml": """
id = "s4"
[[version]]
name = "alles"
from = 2026-11-02
  [[version.target]]
  predicate = "age"
  from = 16
  until_aow = true
  ground = "wet"
  [[version.target]]
  any = [
    {predicate = "benefit_duration", at_least = 12, below = 120},
    {predicate = "waiting_duration", at_least = 24},
    {predicate = "work_kind", any_of = ["beschut", "basisbaan"]},
    {all = [{predicate = "education", at_least = 0, at_most = 3}, {predicate = "school", none_of = ["vso"]}]},
    {predicate = "indication", any_of = ["beschut"], none_of = ["loondispensatie"]},
  ]
  [[version.target]]
  predicate = "displacement_passed"
  is = true
  [[version.ceiling]]
  year = 2026
  eurocent = "unknown"
  places = 3
""",
}

PERSON = {"person": "p1", "birth_date": "1990-01-01", "pc4": "6511", "hours_min": "16", "hours_max": "32",
          "day_parts": "ma-o ma-m di-o di-m wo-o"}
WISH = {"person": "p1", "rank": "1", "kind": "regulier", "mode": "fiets", "confirmed": "2026-10-01"}
WORK = {"work": "w1", "employer": "e1", "kind": "regulier", "occupation": WAITER, "pc4": "6511", "places": "1",
        "closed": "nee", "bbl": "nee", "hours_min": "16", "hours_max": "24", "day_parts": "ma-o di-o",
        "hourly_eurocent": "1600"}


def base() -> dict[str, list[dict]]:
    """One person and one work, every gate yes but conditions (the template asks for walking: answered too)."""
    return {"people": [dict(PERSON)], "wishes": [dict(WISH)], "employers": [{"employer": "e1"}], "work": [dict(WORK)],
            "conditions": [{"person": "p1", "item": "IV.16", "level": "geen"}]}


def write_snapshot(folder: Path, tables: dict[str, list[dict]], rules: str | None = None,
                   schemes: dict[str, str] | None = None):
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        with open(folder / f"{name}.csv", "w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(TABLES[name].columns), lineterminator="\n", restval="")
            writer.writeheader()
            writer.writerows(rows)
    if rules is not None:
        (folder / "rules.toml").write_text(rules, encoding="utf-8")
    for name, text in (schemes or {}).items():
        (folder / "schemes").mkdir(exist_ok=True)
        (folder / "schemes" / name).write_text(text, encoding="utf-8")


def write_data(folder: Path):
    for name, text in DATA.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
