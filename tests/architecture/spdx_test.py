# SPDX-License-Identifier: EUPL-1.2
"""Shows: every source file says its licence in one line on top, and no file carries a licence block besides."""

import re
import unittest

import tree

LINE = "SPDX-License-Identifier: EUPL-1.2"
BLOCK = re.compile(r"licensed under the|all rights reserved|copyright \(c\)|permission is hereby", re.IGNORECASE)
SOURCES = (".cpp", ".hpp", ".py", ".mjs", ".js", ".css", ".cmake", ".sh")


def is_source(path):
    return path.suffix in SOURCES or path.name in ("CMakeLists.txt", "Makefile") or is_script(path)


def is_script(path):
    with path.open("rb") as file:
        return file.read(2) == b"#!"


def fault(text):
    lines = text.splitlines()
    top = lines[1:2] if text.startswith("#!") else lines[:1]
    if not any(LINE in line for line in top):
        return "the first line is not the licence line"
    if BLOCK.search(text):
        return "a licence block"
    return ""


class Licences(unittest.TestCase):
    def test_every_source_file_has_its_line(self):
        paths = [path for path in tree.files(*tree.SOURCE_FOLDERS) if is_source(path)]
        paths += [tree.ROOT / "CMakeLists.txt", tree.ROOT / "Makefile"]
        own = tree.ROOT / "tests/architecture/spdx_test.py"
        found = {
            tree.name(path): text for path in paths if path != own and (text := fault(path.read_text(encoding="utf-8")))
        }
        self.assertEqual({}, found)

    def test_the_licence_itself_is_whole(self):
        text = (tree.ROOT / "LICENSE").read_text(encoding="utf-8")
        self.assertIn("EUROPEAN UNION PUBLIC LICENCE v. 1.2", text)
        articles = [int(number) for number in re.findall(r"^## (\d+)\.", text, re.MULTILINE)]
        self.assertEqual(list(range(1, 16)), articles)
        self.assertIn("## Appendix", text)

    def test_a_breach_is_found(self):
        self.assertEqual("the first line is not the licence line", fault("int main() {}\n"))
        self.assertEqual("a licence block", fault(f"// {LINE}\n// Licensed under the …\n"))
        self.assertEqual("", fault(f"#!/bin/sh\n# {LINE}\n"))


if __name__ == "__main__":
    unittest.main()
