#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""A scenario in parts on Spark: the same bytes as `passend simulate SCENARIO --population DIR --out OUT`.

Each row of the job is a part number; an executor runs `passend simulate run` for it and gives the bytes of the part file back; the
driver merges. Executors have the program, scenario, population and data at the paths of the driver. Needs pyspark, pyarrow and pandas.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from pyspark.sql import SparkSession

PLAN = "parts.json"


def simulate(program, *words):
    """Runs the program; what it says on a fault is the message of the exception."""
    done = subprocess.run([program, "simulate", *map(str, words)], capture_output=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        raise RuntimeError(f"{' '.join(map(str, words))}: exit {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout


def player(program, plan, environment):
    """What an executor does with batches of part numbers: batches of (part, name, bytes)."""

    def play(batches):
        import pyarrow

        os.environ.update(environment)
        for batch in batches:
            for part in batch.column("id").to_pylist():
                with tempfile.TemporaryDirectory(prefix="passend-part-") as folder:
                    work = pathlib.Path(folder)
                    (work / PLAN).write_bytes(plan)
                    simulate(program, "run", work, part, "--threads", 1)
                    [file] = work.glob("*.csv")
                    yield pyarrow.RecordBatch.from_pydict({"name": [file.name], "bytes": [file.read_bytes()]})

    return play


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario", type=pathlib.Path)
    parser.add_argument("--population", type=pathlib.Path, required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    parser.add_argument("--parts", type=int, required=True)
    parser.add_argument("--master", help="as spark-submit takes it; without it that of the Spark configuration")
    arguments = parser.parse_args()
    program = shutil.which(os.environ.get("PASSEND", "passend"))
    if program is None:
        parser.error("no program passend on PATH or in PASSEND")
    program = os.path.realpath(program)

    with tempfile.TemporaryDirectory(prefix="passend-spark-") as folder:
        work = pathlib.Path(folder) / "work"
        simulate(program, "plan", arguments.scenario.resolve(), "--population", arguments.population.resolve(), "--parts",
                 arguments.parts, "--out", work)
        builder = SparkSession.builder.appName("passend simulate")
        spark = (builder.master(arguments.master) if arguments.master else builder).getOrCreate()
        try:
            plan = (work / PLAN).read_bytes()
            parts = json.loads(plan)["parts"]  # not more than there are replications
            environment = {key: value for key, value in os.environ.items() if key == "PASSEND_DATA"}
            play = player(program, plan, environment)
            numbers = spark.range(1, parts + 1, numPartitions=parts)
            for row in numbers.mapInArrow(play, "name string, bytes binary").toLocalIterator():
                with (work / row.name).open("xb") as file:  # a part that came twice is a fault
                    file.write(row.bytes)
        finally:
            spark.stop()
        sys.stdout.write(simulate(program, "merge", work, "--out", arguments.out))


if __name__ == "__main__":
    main()
