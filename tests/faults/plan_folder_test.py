# SPDX-License-Identifier: EUPL-1.2
"""plan_folder_test.py PASSEND: whatever happens while a plan is made, its folder holds the old plan or the new one,
whole. The same check finds the damage that a writer does which writes in place."""
import hashlib
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

PASSEND = Path(__file__).resolve().parents[2] / "build/dev/apps/passend/passend"
DATE = "2026-11-03"
RANDOM_KILLS, KILLS_WHILE_WRITING, INTERRUPTS = 6, 8, 6

# Writes new files over old ones, as a program does that knows no better, and waits half way.
IN_PLACE = """
import shutil, sys, time
from pathlib import Path
new, plan = Path(sys.argv[1]), Path(sys.argv[2])
names = sorted(path.name for path in new.iterdir())
for name in names[:len(names) // 2]:
    shutil.copy(new / name, plan / name)
print("half", flush=True)
time.sleep(60)
"""


def manifest_of(plan):
    return json.loads((plan / "manifest.json").read_text(encoding="utf-8"))


def is_whole(plan):
    """The files of the manifest, no others, each with its hash."""
    try:
        files = manifest_of(plan)["files"]
        there = {path.name for path in plan.iterdir()} - {"manifest.json"}
        return there == set(files) and all(
            hashlib.sha256((plan / name).read_bytes()).hexdigest() == digest for name, digest in files.items())
    except (OSError, ValueError, KeyError):
        return False


def content(plan):
    return {path.name: path.read_bytes() for path in sorted(plan.rglob("*")) if path.is_file()}


class PlanFolder(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.root = Path(cls.temporary.name)
        done = subprocess.run([PASSEND, "demo", "--out", cls.root, "--people", "300", "--places", "170", "--no-serve"],
                              capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        cls.old = cls.root / "old"
        cls.make(cls.old, 1)
        began = time.monotonic()
        cls.make(cls.root / "new", 2)
        cls.seconds = time.monotonic() - began
        cls.old_files, cls.new_files = content(cls.old), content(cls.root / "new")
        assert cls.old_files["plan.json"] != cls.new_files["plan.json"]

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    @classmethod
    def command(cls, plan, seed):
        return [PASSEND, "plan", cls.root / "snapshot", "--out", plan, "--date", DATE, "--seed", str(seed)]

    @classmethod
    def make(cls, plan, seed):
        subprocess.run(cls.command(plan, seed), check=True, capture_output=True)

    def start(self, **options):
        return subprocess.Popen(self.command(self.plan, 2), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                **options)

    def setUp(self):
        self.place = self.root / "place"
        self.plan = self.place / "plan"
        self.reset()

    def reset(self):
        shutil.rmtree(self.place, ignore_errors=True)
        self.place.mkdir()
        shutil.copytree(self.old, self.plan)

    def assert_old_or_new(self):
        self.assertTrue(is_whole(self.plan))
        found = content(self.plan)["plan.json"]
        self.assertIn(found, (self.old_files["plan.json"], self.new_files["plan.json"]))
        return found == self.new_files["plan.json"]

    def test_killed_at_any_moment(self):
        dice = random.Random(1)
        for _ in range(RANDOM_KILLS):
            self.reset()
            process = self.start()
            time.sleep(dice.uniform(0, 1.1 * self.seconds))
            process.kill()
            process.wait()
            self.assert_old_or_new()

    def test_killed_while_the_new_folder_is_written(self):
        dice = random.Random(2)
        caught = 0
        for _ in range(KILLS_WHILE_WRITING):
            self.reset()
            process = self.start()
            while process.poll() is None and len(list(self.place.iterdir())) == 1:
                pass
            time.sleep(dice.uniform(0, 0.02))
            caught += process.poll() is None
            process.kill()
            process.wait()
            self.assert_old_or_new()
            self.make(self.plan, 2)  # what was left behind is in nobody's way
            self.assertTrue(self.assert_old_or_new())
        self.assertGreater(caught, 0)

    def test_interrupted(self):
        """Exit 5 with the old folder or with a plan marked as stopped, or 0 with the whole new plan."""
        codes = []
        for step in range(INTERRUPTS):
            self.reset()
            blocked = lambda: signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # noqa: E731, until it listens
            process = self.start(preexec_fn=blocked)
            time.sleep(self.seconds * step / INTERRUPTS)
            process.send_signal(signal.SIGINT)
            codes.append(process.wait())
            self.assertTrue(is_whole(self.plan))
            self.assertIn(codes[-1], (0, 5))
            if codes[-1] == 0:
                self.assertTrue(self.assert_old_or_new())
                self.assertEqual(manifest_of(self.plan)["state"], "complete")
            elif content(self.plan) != self.old_files:
                self.assertEqual(manifest_of(self.plan)["state"], "stopped")
        self.assertIn(5, codes)

    def test_a_folder_that_is_no_plan_is_not_replaced(self):
        snapshot = self.place / "snapshot"
        shutil.copytree(self.root / "snapshot", snapshot)
        before = content(snapshot)
        process = subprocess.run([PASSEND, "plan", snapshot, "--out", snapshot, "--date", DATE], capture_output=True,
                                 text=True, check=False)
        self.assertEqual(process.returncode, 3, process.stderr)
        self.assertIn("file-unwritable", process.stderr)
        self.assertEqual(content(snapshot), before)

    def test_a_file_that_cannot_grow(self):
        limit = max(len(data) for data in self.old_files.values()) // 2
        process = subprocess.run(self.command(self.plan, 2), capture_output=True, text=True, check=False,
                                 restore_signals=False,  # an error to the program, not a signal
                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        self.assert_untouched(process)

    def test_a_full_disk(self):
        mount = self.root / "small"
        mount.mkdir()
        kilobytes = sum(len(data) for data in self.old_files.values()) * 3 // 2 // 1024
        mounted = os.geteuid() == 0 and subprocess.run(
            ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", mount], capture_output=True,
            check=False).returncode == 0
        if not mounted:
            return  # the test above shows the same without a disk of its own
        try:
            self.place, self.plan = mount, mount / "plan"
            shutil.copytree(self.old, self.plan)
            self.assert_untouched(
                subprocess.run(self.command(self.plan, 2), capture_output=True, text=True, check=False))
        finally:
            subprocess.run(["umount", mount], check=True)

    def assert_untouched(self, process):
        self.assertEqual(process.returncode, 3, process.stderr)
        self.assertIn("file-unwritable", process.stderr)
        self.assertEqual(content(self.plan), self.old_files)
        self.assertEqual([path.name for path in self.place.iterdir()], ["plan"])

    def test_the_check_finds_what_a_writer_in_place_leaves(self):
        self.assertTrue(is_whole(self.plan))
        process = subprocess.Popen([sys.executable, "-c", IN_PLACE, self.root / "new", self.plan],
                                   stdout=subprocess.PIPE)
        process.stdout.readline()
        process.kill()
        process.wait()
        process.stdout.close()
        self.assertFalse(is_whole(self.plan))


if __name__ == "__main__":
    PASSEND = Path(sys.argv.pop(1)) if len(sys.argv) > 1 else PASSEND
    unittest.main()
