# SPDX-License-Identifier: EUPL-1.2
"""Shows: every header compiles alone, with the flags its folder is built with, and may be included twice. A header that
its own source includes before anything else has been compiled alone by the build; the others are compiled here."""

import concurrent.futures
import json
import os
import pathlib
import re
import shlex
import subprocess
import unittest

import tree

BUILD = pathlib.Path(os.environ.get("PASSEND_BUILD", tree.ROOT / "build/dev"))
FLAGS = ("-I", "-D", "-W", "-std")


def flags_by_folder():
    """{folder: flags} of the compile commands, as far as they bear on what a header means."""
    found = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text(encoding="utf-8")):
        words = shlex.split(entry["command"])
        found.setdefault(pathlib.Path(entry["file"]).parent, [word for word in words if word.startswith(FLAGS)])
    return found


def complaint(header, folder, flags):
    """What the compiler says about a file that holds nothing but this include, twice."""
    command = [os.environ.get("CXX", "g++"), *flags, f"-I{folder}", "-fsyntax-only", "-x", "c++", "-"]
    run = subprocess.run(command, input=f'#include "{header}"\n' * 2, text=True, capture_output=True, check=False)
    return "" if run.returncode == 0 else f"{header}:\n{run.stderr}"


def is_first_in_its_source(header):
    source = header.with_suffix(".cpp")
    if not source.exists():
        return False
    first = re.search(r'^#include [<"](.+)[>"]', source.read_text(encoding="utf-8"), re.M)
    return bool(first) and header.as_posix().endswith("/" + first[1])


class Headers(unittest.TestCase):
    def test_each_may_be_included_twice(self):
        for folder in ("src", "tests", "apps", "bench", "fuzz"):
            for path in tree.files(folder, suffixes=(".hpp",)):
                self.assertIn("#pragma once\n", path.read_text(encoding="utf-8"), path)

    def test_each_stands_alone(self):
        flags = flags_by_folder()
        # A header outside a module's folder is included by the tests of modules.
        elsewhere = flags[tree.ROOT / "tests/base"]
        jobs = [
            (path.relative_to(tree.ROOT / folder).as_posix(), tree.ROOT / folder, flags.get(path.parent, elsewhere))
            for folder in ("src", "tests", "apps", "bench", "fuzz")
            for path in tree.files(folder, suffixes=(".hpp",))
            if not is_first_in_its_source(path)
        ]
        self.assertGreater(len(jobs), 0)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            found = [text for text in pool.map(lambda job: complaint(*job), jobs) if text]
        self.assertEqual([], found, "\n" + "\n".join(found))

    def test_a_missing_include_is_found(self):
        self.assertIn("no_such.hpp", complaint("no_such.hpp", tree.ROOT / "src", ["-std=c++23"]))


if __name__ == "__main__":
    unittest.main()
