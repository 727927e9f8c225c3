# SPDX-License-Identifier: EUPL-1.2
"""Published models of other countries as peers for bench_income: people of 40 alone on pay, the pay of the invented population taken as
so much a year in the currency of that country. Each works out what its authors call net income, with all their rules for such a person.

build() makes a simulation with the people in it, net() works it out; both are timed.
"""

import importlib
import importlib.metadata

BIRTH = "1986-05-01"
AGE = 40


def version(package):
    return f"{package} {importlib.metadata.version(package)}"


class OpenFiscaFrance:
    def __init__(self):
        from openfisca_core.simulation_builder import SimulationBuilder
        from openfisca_france import FranceTaxBenefitSystem

        self.name = version("openfisca-france")
        self.builder = SimulationBuilder
        self.system = FranceTaxBenefitSystem()

    def build(self, pay):
        import numpy

        simulation = self.builder().build_default_simulation(self.system, len(pay))
        simulation.set_input("date_naissance", "ETERNITY", numpy.full(len(pay), BIRTH, "datetime64[D]"))
        simulation.set_input("salaire_de_base", "2025", pay)
        return simulation

    def net(self, simulation):
        return simulation.calculate("revenu_disponible", "2025")


class PolicyEngine:
    """The two countries have one interface."""

    def __init__(self, package, module):
        self.name = version(package)
        self.simulation = importlib.import_module(module).Simulation

    def build(self, pay):
        axis = {"name": "employment_income", "count": len(pay), "min": 0, "max": 1, "period": "2026"}
        person = {"age": {"2026": AGE}, "employment_income": {"2026": 0}}
        simulation = self.simulation(situation={"people": {"you": person}, "axes": [[axis]]})
        simulation.set_input("employment_income", "2026", pay)
        return simulation

    def net(self, simulation):
        return simulation.calculate("household_net_income", "2026")


PEERS = {
    "openfisca-france": OpenFiscaFrance,
    "policyengine-uk": lambda: PolicyEngine("policyengine-uk", "policyengine_uk"),
    "policyengine-us": lambda: PolicyEngine("policyengine-us", "policyengine_us"),
}
