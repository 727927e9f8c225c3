# SPDX-License-Identifier: EUPL-1.2
"""Shows: tools/simulate_slurm.sh on a Slurm of one node, started here on the loopback address and stopped after, gives the bytes of the
direct run; a part that fails means no merge and no result. A long run, as root: Debian packages slurm-wlm and munge.

    python3 -B tests/scale/slurm_test.py PROGRAM
"""

import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest

import scale

TOOL = scale.ROOT / "tools/simulate_slurm.sh"
CONFIG = """ClusterName=passend
SlurmctldHost={host}(127.0.0.1)
SlurmctldPort={control}
SlurmdPort={node}
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket={folder}/munge/socket
CredType=cred/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
ReturnToService=2
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerParameters=sched_interval=2,batch_sched_delay=1
NodeName={host} NodeAddr=127.0.0.1 CPUs=2 RealMemory=1000 State=UNKNOWN
PartitionName=here Nodes={host} Default=YES MaxTime=INFINITE State=UP
"""


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class OneNode:
    """munged, slurmctld and slurmd in the foreground, known by their process."""

    def __init__(self, folder):
        self.folder = folder
        self.processes = []
        for name in ("munge", "state", "spool"):
            (folder / name).mkdir(mode=0o755)
        self.config = folder / "slurm.conf"
        self.config.write_text(CONFIG.format(host=socket.gethostname(), control=free_port(), node=free_port(), folder=folder))
        key = folder / "munge/key"
        subprocess.run(["mungekey", "-c", "-k", key], check=True)
        self.start("munged", "--foreground", "--force", "--key-file", key, "--socket", folder / "munge/socket", "--pid-file",
                   folder / "munge/pid", "--log-file", folder / "munge/log", "--seed-file", folder / "munge/seed")
        self.wait(lambda: (folder / "munge/socket").exists(), "munged")
        self.start("slurmctld", "-D", "-f", self.config)
        self.start("slurmd", "-D", "-f", self.config, "-N", socket.gethostname())
        self.wait(lambda: "idle" in self.ask("sinfo", "-h", "-o", "%T"), "the node")

    def start(self, name, *words):
        program = shutil.which(name, path="/usr/sbin:/usr/bin")
        with (self.folder / f"{name}.out").open("wb") as log:
            self.processes.append(subprocess.Popen([program, *map(str, words)], stdout=log, stderr=log,
                                                   env={**scale.ENVIRONMENT, "SLURM_CONF": str(self.config)}))

    def ask(self, *words):
        done = subprocess.run(words, env={**scale.ENVIRONMENT, "SLURM_CONF": str(self.config)}, capture_output=True,
                              encoding="utf-8", timeout=60, check=False)
        return done.stdout

    def wait(self, condition, what, seconds=120):
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                logs = "\n".join(f"{file.name}: {file.read_text()[-1500:]}" for file in sorted(self.folder.glob("*.[lo][ou][gt]")))
                raise TimeoutError(f"{what} did not come\n{logs}")
            time.sleep(0.2)

    def drain(self, seconds=300):
        self.wait(lambda: self.ask("squeue", "-h") == "", "the end of the queue", seconds)

    def stop(self):
        for process in reversed(self.processes):
            process.terminate()
            process.wait(timeout=60)


class Slurm(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        folder = pathlib.Path(cls.temporary.name)
        cls.run_ = scale.Run(PROGRAM, folder)
        (folder / "slurm").mkdir(mode=0o755)
        cls.slurm = OneNode(folder / "slurm")
        cls.addClassCleanup(cls.slurm.stop)

    def submit(self, *words):
        return self.run_.call(TOOL, *words, SLURM_CONF=str(self.slurm.config)).split()

    def test_two_plans_of_other_partitions_give_the_bytes_of_the_direct_run(self):
        pairs = [(self.run_.plan(f"work{parts}", parts), self.run_.folder / f"out{parts}") for parts in (2, 5)]
        jobs = self.submit(*(path for pair in pairs for path in pair))
        self.assertEqual(2, len(jobs))
        self.slurm.drain()
        for work, out in pairs:
            self.assertEqual([], self.run_.differences(out), (work / "merge.log").read_text())

    def test_without_one_of_its_parts_no_merge_starts(self):
        work, out = self.run_.plan("broken", 3), self.run_.folder / "never"
        (work / "part-2.csv").mkdir()  # the program cannot write its part there
        self.submit(work, out)
        self.slurm.drain()
        self.assertTrue((work / "part-1.csv").exists())
        self.assertFalse(out.exists())
        self.assertFalse((work / "merge.log").exists())

    def test_wrong_use_is_refused(self):
        self.run_.call(TOOL, "one", fails=True)


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
