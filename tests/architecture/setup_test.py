# SPDX-License-Identifier: EUPL-1.2
"""Shows: tools/setup names what is missing and why, installs that and nothing else, and with nothing missing calls
nothing. The system's programs are replaced by small ones that write down how they were called."""

import os
import pathlib
import subprocess
import tempfile
import unittest

import tree

# dpkg-query -W -f FORMAT PACKAGE: installed unless named in $ABSENT
DPKG = 'case " $ABSENT " in *" $4 "*) exit 1 ;; esac; printf installed'


class SetUp(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.bin = pathlib.Path(folder.name)
        self.log = self.bin / "log"
        self.stub("dpkg-query", DPKG)
        self.stub("apt-get", f'echo "apt-get $*" >> {self.log}')
        self.stub("sudo", f'echo "sudo $*" >> {self.log}')
        self.stub("id", "echo $USER_ID")

    def stub(self, name, line):
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
        path.chmod(0o755)

    def run_setup(self, *purposes, absent="", user="0"):
        path = f"{self.bin}:{os.environ['PATH']}"
        done = subprocess.run(
            [tree.ROOT / "tools/setup", *purposes],
            env={"PATH": path, "ABSENT": absent, "USER_ID": user},
            text=True,
            capture_output=True,
            check=False,
        )
        calls = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        return done, calls

    def test_nothing_missing_calls_nothing(self):
        done, calls = self.run_setup("build", "test")
        self.assertEqual((0, "", "", []), (done.returncode, done.stdout, done.stderr, calls))

    def test_a_missing_package_is_named_with_its_reason_and_installed(self):
        done, calls = self.run_setup("build", "test", absent="libgtest-dev libbenchmark-dev")
        self.assertEqual(0, done.returncode)
        self.assertIn("libgtest-dev", done.stderr)
        self.assertIn("the test framework", done.stderr)
        self.assertIn("runs as root", done.stderr)
        self.assertEqual("apt-get update -qq", calls[0])
        self.assertEqual(["libgtest-dev"], [word for word in calls[1].split() if word.startswith("lib")])

    def test_one_of_two_alternatives_is_enough(self):
        self.assertEqual([], self.run_setup("build", absent="libboost-dev")[1])
        calls = self.run_setup("build", absent="libboost-dev libboost1.81-dev")[1]
        self.assertTrue(calls[1].endswith(" libboost-dev"), calls)

    def test_sudo_is_used_by_others_than_root_only(self):
        calls = self.run_setup("build", absent="cmake", user="1000")[1]
        self.assertTrue(all(call.startswith("sudo env DEBIAN_FRONTEND=noninteractive apt-get") for call in calls))
        self.assertEqual(2, len(calls))

    def test_wrong_use(self):
        self.assertEqual(2, self.run_setup()[0].returncode)
        self.assertEqual(2, self.run_setup("everything")[0].returncode)


if __name__ == "__main__":
    unittest.main()
