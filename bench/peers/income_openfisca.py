# SPDX-License-Identifier: EUPL-1.2
"""People alone on pay with OpenFisca: a peer for bench_income, with fewer rules than the other side works out."""

import json

import numpy as np
import openfisca_nl
from openfisca_core.simulation_builder import SimulationBuilder

YEAR = "2026"


class Peer:
    """As bench/income_peers uses it."""

    name = "OpenFisca"
    words = "singles"  # what bench_income is asked to time beside it
    settings = [1 << power for power in range(10, 17)]  # people in a simulation

    def __init__(self, folder):
        self.system = openfisca_nl.System(json.loads((folder / "rules.json").read_text()))
        gross, pension, *expected = np.fromfile(folder / "singles.f64").reshape(6, -1)
        self.inputs = {"gross": gross.astype(np.int32), "pension": pension.astype(np.int32)}
        self.households = len(gross)
        self.use(self.households)
        self.check(expected)

    def use(self, chunk):
        self.chunks = [slice(start, start + chunk) for start in range(0, self.households, chunk)]

    def simulation(self, chunk):
        inputs = {name: values[chunk] for name, values in self.inputs.items()}
        simulation = SimulationBuilder.build_default_simulation(self.system, len(inputs["gross"]))
        for name, values in inputs.items():
            simulation.set_input(name, YEAR, values)
        return simulation

    def check(self, expected):
        simulation = self.simulation(self.chunks[0])
        for name, wanted in zip(("tariff", "general_credit_used", "labour_credit_used"), expected):
            assert np.array_equal(simulation.calculate(name, YEAR), wanted), name
        assert np.array_equal(simulation.calculate("health_allowance", YEAR) * 100.0, expected[3]), "zorgtoeslag"

    def run(self):
        for chunk in self.chunks:
            self.simulation(chunk).calculate("net", YEAR)
