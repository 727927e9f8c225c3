# SPDX-License-Identifier: EUPL-1.2
"""What catches a mutant: an answer that differs from the oracle's, or a worked example that fails."""
import json
import os
import signal
import subprocess

CASES = ("tests/cases/income/work.toml", "tests/cases/income/allowances.toml")
SECONDS = 300


def outcome(line):
    """The answer, or the kind of refusal: its words may differ."""
    try:
        answer = json.loads(line)
    except json.JSONDecodeError:
        return None
    return answer if "before" in answer else next(iter(answer))


def first_difference(program, law, households, expected, environment=None):
    """Number of the first household whose answer is not the expected one; None when all are. `expected` holds lines of
    answers; what is equal as text is not read any further."""
    with households.open("rb") as lines:
        process = subprocess.Popen([str(program), str(law)], stdin=lines, stdout=subprocess.PIPE,
                                   stderr=subprocess.DEVNULL, env={**os.environ, **(environment or {})})
    signal.signal(signal.SIGALRM, lambda *_: process.kill())
    signal.alarm(SECONDS)
    try:
        return first_other_line(process.stdout, expected)
    finally:
        signal.alarm(0)
        process.kill()
        process.stdout.close()
        process.wait()


def first_other_line(lines, expected):
    count = 0
    for found, one in zip(lines, expected):
        if found != one and outcome(found) != outcome(one):
            return count
        count += 1
    return count if count < len(expected) else None


def cases_fail(program, root, data, environment=None):
    """Whether a worked example does not come out."""
    command = [str(program), "law", "cases", "--data", str(data), *(str(root / case) for case in CASES)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS, check=False,
                          env={**os.environ, **(environment or {})})
    return not done.stdout.strip().endswith(" 0 failed")
