# SPDX-License-Identifier: EUPL-1.2
"""Problems found, their texts in Dutch and English, and how they are printed. Codes and order do not depend on the
language."""
from collections import defaultdict

SHOWN_PER_CODE = 20

# code: (Dutch, English)
TEXTS = {
    "manifest.form": ("het manifest heeft niet de afgesproken vorm: {what}",
                      "the manifest is not of the agreed form: {what}"),
    "manifest.state": ("de stand is '{state}', niet 'complete'", "the state is '{state}', not 'complete'"),
    "manifest.file": ("{name}: de hash klopt niet", "{name}: the hash does not match"),
    "manifest.missing": ("{name} staat in het manifest maar is er niet", "{name} is in the manifest but is not there"),
    "manifest.unlisted": ("{name} is er maar staat niet in het manifest", "{name} is there but not in the manifest"),
    "manifest.input": ("{name}: de invoer is niet die van het plan", "{name}: the input is not the plan's"),
    "manifest.input_missing": ("{name}: invoer van het plan ontbreekt", "{name}: input of the plan is missing"),
    "manifest.input_unlisted": ("{name}: invoer staat niet in het manifest", "{name}: input is not in the manifest"),
    "rules.copy": ("rules.toml is niet {name}", "rules.toml is not {name}"),
    "rules.weights": ("de gewichten tellen op tot {sum}, niet 1000", "the weights add up to {sum}, not 1000"),
    "rules.floor_fields": ("ondergrens {number} mist {fields}", "floor {number} lacks {fields}"),
    "rules.floor_group": ("ondergrens {number}: groep {group} heeft geen rij in groups.csv",
                          "floor {number}: group {group} has no row in groups.csv"),
    "rules.floor_age": ("ondergrens {number}: leeftijdsgroep {group} zonder wettelijke grond",
                        "floor {number}: age group {group} without a statutory ground"),
    "plan.form": ("niet de afgesproken vorm: {what}", "not of the agreed form: {what}"),
    "plan.bytes": ("de bytes zijn niet de afgesproken schrijfwijze", "the bytes are not the agreed form of writing"),
    "plan.order": ("{person} ronde {round} staat niet op volgorde", "{person} round {round} is out of order"),
    "proposal.unknown": ("{what} bestaat niet", "{what} does not exist"),
    "proposal.round": ("{person}: ronde {round} bestaat niet", "{person}: round {round} does not exist"),
    "proposal.no_wish": ("{person} heeft geen geldende wens", "{person} has no live wish"),
    "proposal.gates": ("{person} en {work}: voldoet niet aan {gates}", "{person} and {work}: fails {gates}"),
    "proposal.twice": ("{person} heeft in ronde {round} meer dan een voorstel",
                       "{person} has more than one voorstel in round {round}"),
    "proposal.repeated": ("{person} en {work}: ook al in een eerdere ronde",
                          "{person} and {work}: used in an earlier round"),
    "proposal.statutory": ("{person} en {work}: in ronde {round} verloren aan de wettelijke volgorde",
                           "{person} and {work}: lost to the statutory order in round {round}"),
    "proposal.conditional": ("{person} en {work}: vragen zijn {found}, moeten zijn {expected}",
                             "{person} and {work}: questions are {found}, should be {expected}"),
    "proposal.score": ("{person} en {work}: score is {found}, moet zijn {expected}",
                       "{person} and {work}: score is {found}, should be {expected}"),
    "proposal.parts": ("{person} en {work}: delen zijn {found}, moeten zijn {expected}",
                       "{person} and {work}: parts are {found}, should be {expected}"),
    "proposal.reasons": ("{person} en {work}: redenen zijn {found}, moeten zijn {expected}",
                         "{person} and {work}: reasons are {found}, should be {expected}"),
    "proposal.displaces": ("{person} en {work}, ronde {round}: displaces is {found}, moet zijn {expected}",
                           "{person} and {work}, round {round}: displaces is {found}, should be {expected}"),
    "round.capacity": ("ronde {round}: {work} heeft {found} voorstellen en {expected} plekken",
                       "round {round}: {work} has {found} voorstellen and {expected} places"),
    "round.offers": ("{work} is over alle rondes {found} keer voorgesteld, ten hoogste {expected}",
                     "{work} is offered {found} times over all rounds, at most {expected}"),
    "round.budget": ("ronde {round}: {resource} gebruikt {found} van {expected}",
                     "round {round}: {resource} uses {found} of {expected}"),
    "level.names": ("ronde {round}: niveaus zijn {found}, moeten zijn {expected}",
                    "round {round}: levels are {found}, should be {expected}"),
    "level.value": ("ronde {round}, {name}: waarde is {found}, moet zijn {expected}",
                    "round {round}, {name}: value is {found}, should be {expected}"),
    "level.bound": ("ronde {round}, {name}: grens is {found}, de prijzen geven {expected}",
                    "round {round}, {name}: bound is {found}, the prices give {expected}"),
    "level.relation": ("ronde {round}, {name}: waarde {value} en grens {bound} kunnen niet samen",
                       "round {round}, {name}: value {value} and bound {bound} contradict each other"),
    "level.exact": ("ronde {round}, {name}: niets knelt, en toch is waarde {value} niet grens {bound}",
                    "round {round}, {name}: nothing binds, and yet value {value} is not bound {bound}"),
    "certificate.form": ("niet de afgesproken vorm: {what}", "not of the agreed form: {what}"),
    "certificate.levels": ("ronde {round}: niveaus, waarden of grenzen zijn niet die van plan.json",
                           "round {round}: levels, values or bounds are not those of plan.json"),
    "certificate.price": ("ronde {round}, {name}: {what}", "round {round}, {name}: {what}"),
    "reach.groups": ("bereik ontbreekt of is te veel voor: {groups}", "reach is missing or superfluous for: {groups}"),
    "reach.value": ("{group}: bereik is {found}, moet zijn {expected}",
                    "{group}: reach is {found}, should be {expected}"),
    "reach.cover": ("{group}: {what}", "{group}: {what}"),
    "previous.form": ("niet de afgesproken vorm: {what}", "not of the agreed form: {what}"),
    "places.header": ("de kop is {found}", "the header is {found}"),
    "places.row": ("{work}: is {found}, moet zijn {expected}", "{work}: is {found}, should be {expected}"),
    "places.order": ("de rijen staan niet op volgorde", "the rows are out of order"),
    "waiting.header": ("de kop is {found}", "the header is {found}"),
    "waiting.row": ("{person}, {cause}: is {found}, moet zijn {expected}",
                    "{person}, {cause}: is {found}, should be {expected}"),
    "waiting.missing": ("{person}: rij ontbreekt: {expected}", "{person}: row is missing: {expected}"),
    "waiting.extra": ("{person}: rij hoort er niet: {found}", "{person}: row does not belong: {found}"),
    "waiting.order": ("de rijen staan niet op volgorde", "the rows are out of order"),
    "learning.header": ("de kop is {found}", "the header is {found}"),
    "learning.row": ("{key}: is {found}, moet zijn {expected}", "{key}: is {found}, should be {expected}"),
    "learning.missing": ("{key}: rij ontbreekt: {expected}", "{key}: row is missing: {expected}"),
    "learning.extra": ("{key}: rij hoort er niet: {found}", "{key}: row does not belong: {found}"),
    "learning.order": ("de rijen staan niet op volgorde", "the rows are out of order"),
    "pays.header": ("de kop is {found}", "the header is {found}"),
    "pays.row": ("{key}: is {found}, moet zijn {expected}", "{key}: is {found}, should be {expected}"),
    "pays.missing": ("{key}: rij ontbreekt: {expected}", "{key}: row is missing: {expected}"),
    "pays.extra": ("{key}: rij hoort er niet: {found}", "{key}: row does not belong: {found}"),
    "pays.order": ("de rijen staan niet op volgorde", "the rows are out of order"),
    "fairness.form": ("niet de afgesproken vorm: {what}", "not of the agreed form: {what}"),
    "fairness.groups": ("groepen ontbreken of zijn te veel: {groups}", "groups are missing or superfluous: {groups}"),
    "fairness.figure": ("{group}, {figure}: is {found}, moet zijn {expected}",
                        "{group}, {figure}: is {found}, should be {expected}"),
}


class Refused(Exception):
    """A problem after which nothing further can be judged; it is already among the problems."""


class Problems:
    def __init__(self, plan: str, language: str):
        self._plan, self._language = plan, 0 if language == "nl" else 1
        self._found: dict[str, list[str]] = defaultdict(list)

    def add(self, file: str, code: str, **arguments):
        text = TEXTS[code][self._language].format(**arguments)
        self._found[code].append(f"{self._plan}/{file}: {code}: {text}")

    def refuse(self, file: str, code: str, **arguments):
        self.add(file, code, **arguments)
        raise Refused

    def count(self) -> int:
        return sum(len(lines) for lines in self._found.values())

    def codes(self) -> set[str]:
        return set(self._found)

    def lines(self) -> list[str]:
        """Grouped by code in the order of the table, at most SHOWN_PER_CODE of each."""
        out = []
        for code in TEXTS:
            found = self._found.get(code, [])
            out.extend(found[:SHOWN_PER_CODE])
            if len(found) > SHOWN_PER_CODE:
                more = ("… {} keer in totaal", "… {} times in all")[self._language].format(len(found))
                out.append(f"{found[0].split(': ', 1)[0]}: {code}: {more}")
        return out
