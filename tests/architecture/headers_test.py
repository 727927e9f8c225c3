# SPDX-License-Identifier: EUPL-1.2
"""Shows: every header compiles alone, and twice in one file."""

import concurrent.futures
import os
import subprocess
import unittest

import tree

WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Wconversion", "-Wshadow", "-Werror"]


def complaint(header, include_folder):
    """What the compiler says about a file that holds nothing but this include, twice."""
    line = f'#include "{header}"\n'
    command = [os.environ.get("CXX", "g++"), "-std=c++23", "-fsyntax-only", *WARNINGS, f"-I{include_folder}"]
    command += [f"-I{tree.ROOT / 'src'}", f'-DPASSEND_SOURCE_DIR="{tree.ROOT}"', "-x", "c++", "-"]
    run = subprocess.run(command, input=line * 2, text=True, capture_output=True, check=False)
    return "" if run.returncode == 0 else f"{header}:\n{run.stderr}"


class Headers(unittest.TestCase):
    def test_each_stands_alone(self):
        jobs = [
            (path.relative_to(tree.ROOT / folder).as_posix(), tree.ROOT / folder)
            for folder in ("src", "tests", "apps", "bench", "fuzz")
            for path in tree.files(folder, suffixes=(".hpp",))
        ]
        self.assertGreater(len(jobs), 0)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            found = [text for text in pool.map(lambda job: complaint(*job), jobs) if text]
        self.assertEqual([], found, "\n" + "\n".join(found))

    def test_a_missing_include_is_found(self):
        self.assertIn("no_such.hpp", complaint("no_such.hpp", tree.ROOT / "src"))


if __name__ == "__main__":
    unittest.main()
