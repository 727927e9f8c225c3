#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Verifies a plan folder without trusting the program that made it. Standard library only; written from docs/plan.md.

Exit 0 accepted (or sampled without problems), 1 not accepted, 2 wrong use, 3 unreadable input."""
import argparse
import gc
import sys
from pathlib import Path

from verify.reading import Unreadable
from verify.verifier import verify


def positive(text: str) -> int:
    if int(text) < 1:
        raise argparse.ArgumentTypeError("must be at least 1")
    return int(text)


def arguments(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="verify_plan.py", description=__doc__)
    parser.add_argument("plan", type=Path, metavar="PLAN", help="plan folder")
    parser.add_argument("snapshot", type=Path, metavar="DIR", help="snapshot folder")
    parser.add_argument("--data", type=Path, default=Path(__file__).resolve().parent.parent / "data",
                        help="reference data (default: data/ of this repository)")
    parser.add_argument("--sample", type=positive, metavar="N", help="check N people only; never says accepted")
    parser.add_argument("--lang", choices=("nl", "en"), default="nl", help="language of the texts")
    return parser.parse_args(argv)


def main(argv: list[str]) -> int:
    options = arguments(argv)
    try:
        verdict = verify(options.plan, options.snapshot, options.data, options.sample, options.lang)
    except Unreadable as error:
        print(error, file=sys.stderr)
        return 3
    for line in verdict.problems.lines():
        print(line)
    if verdict.problems.count():
        print(f"not accepted: {verdict.problems.count()} problems")
        return 1
    print(verdict.summary)
    return 0


if __name__ == "__main__":
    gc.disable()  # millions of small values and no cycles: collecting would only cost time
    sys.exit(main(sys.argv[1:]))
