# SPDX-License-Identifier: EUPL-1.2
"""What the long runs of this folder share: a small scenario on a small population, and the result of the direct run."""

import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
RESULT = ("results.csv", "bands.csv", "simulation.json")
REPLICATIONS = 6
ENVIRONMENT = {**os.environ, "PASSEND_DATA": str(ROOT / "data")}


class Run:
    """`program` on a scenario of 1 year and 6 replications, played directly into folder/direct."""

    def __init__(self, program, folder):
        self.program = str(pathlib.Path(program).resolve())
        self.folder = pathlib.Path(folder)
        self.people = self.folder / "people"
        self.environment = {**ENVIRONMENT, "PASSEND": self.program}
        self.scenario = self.folder / "small.toml"
        self.scenario.write_text(f'base = "{ROOT}/data/scenarios/basis.toml"\nyears = 1\n'
                                 f'replications = {REPLICATIONS}\nassignment = "capacity"\n', encoding="utf-8")
        self.passend("population", ROOT / "data/population/oude_ijsselstreek.toml", "--households", "3000", "--out",
                     self.people)
        self.direct = self.folder / "direct"
        self.passend("simulate", self.scenario, "--population", self.people, "--out", self.direct)

    def passend(self, *words):
        return self.call(self.program, *words)

    def call(self, *words, fails=False, **more):
        done = subprocess.run([*map(str, words)], capture_output=True, encoding="utf-8", timeout=600, check=False,
                              env={**self.environment, **more})
        assert (done.returncode != 0) == fails, f"{words}: {done.returncode}\n{done.stdout}{done.stderr}"
        return done.stdout + (done.stderr if fails else "")

    def plan(self, name, parts):
        self.passend("simulate", "plan", self.scenario, "--population", self.people, "--parts", parts, "--out",
                     self.folder / name)
        return self.folder / name

    def differences(self, out):
        """The files of a result that differ from the direct run; none is what is wanted."""
        return [name for name in RESULT if (out / name).read_bytes() != (self.direct / name).read_bytes()]
