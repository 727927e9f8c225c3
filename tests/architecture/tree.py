# SPDX-License-Identifier: EUPL-1.2
"""The files of this repository, for the tests that read the tree itself."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCE_FOLDERS = ("src", "apps", "tests", "bench", "fuzz", "tools", "cmake", ".ci")
CPP = (".cpp", ".hpp")


def files(*folders, suffixes=None):
    """All files under the folders (of the root), sorted; only those with one of the suffixes when given."""
    found = []
    for folder in folders:
        for path in (ROOT / folder).rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts and (suffixes is None or path.suffix in suffixes):
                found.append(path)
    return sorted(found)


def name(path):
    """The path as people write it: from the root."""
    return path.relative_to(ROOT).as_posix()
