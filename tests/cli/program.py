# SPDX-License-Identifier: EUPL-1.2
"""Runs the program of this build as people run it."""

import os
import pathlib
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = ROOT / "tests/cases"
LANGUAGES = ("nl", "en")
DATE = ("--date", "2026-12-01")
RESET = "PASSEND_RESET_GOLDEN" in os.environ

_program = ""


def run(*words, cwd=ROOT):
    """The finished process, with text in and out. Paths in its messages are relative to cwd."""
    environment = {**os.environ, "PASSEND_DATA": str(ROOT / "data")}
    command = [_program, *map(str, words)]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, encoding="utf-8", timeout=120)


def files_of(folder):
    """{name: bytes} of a folder, to see whether it changed."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def main():
    """Takes the program's path off the command line and runs the tests of the calling file."""
    global _program
    _program = str(pathlib.Path(sys.argv.pop(1)).resolve())
    unittest.main(module="__main__")
