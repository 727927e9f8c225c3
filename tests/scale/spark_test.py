# SPDX-License-Identifier: EUPL-1.2
"""Shows: tools/simulate_spark.py on a Spark of two executors in processes of their own (local-cluster) gives the bytes of the direct run;
a part that fails gives a fault and no result. A long run: PySpark, PyArrow and pandas of this Python, and a Java runtime.

    build/spark/bin/python -B tests/scale/spark_test.py PROGRAM
"""

import os
import pathlib
import sys
import tempfile
import unittest

import pyspark
import scale

TOOL = scale.ROOT / "tools/simulate_spark.py"
MASTER = "local-cluster[2,1,1024]"
SPARK = {"SPARK_HOME": os.path.dirname(pyspark.__file__), "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}


class Spark(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.temporary.cleanup)
        cls.run_ = scale.Run(PROGRAM, cls.temporary.name)

    def play(self, parts, out, fails=False, **environment):
        return self.run_.call(sys.executable, TOOL, self.run_.scenario, "--population", self.run_.people, "--parts", parts,
                              "--master", MASTER, "--out", self.run_.folder / out, fails=fails, **SPARK, **environment)

    def test_any_number_of_parts_gives_the_bytes_of_the_direct_run(self):
        for parts in (2, 9):  # 9: more than there are replications
            self.play(parts, f"out{parts}")
            self.assertEqual([], self.run_.differences(self.run_.folder / f"out{parts}"))

    def test_a_part_that_fails_gives_a_fault_and_no_result(self):
        broken = self.run_.folder / "broken"
        broken.write_text(f'#!/bin/sh\n[ "$2 $4" = "run 2" ] && exit 70\nexec {self.run_.program} "$@"\n', encoding="utf-8")
        broken.chmod(0o755)
        said = self.play(3, "never", fails=True, PASSEND=str(broken))
        self.assertIn("exit 70", said)
        self.assertFalse((self.run_.folder / "never").exists())


if __name__ == "__main__":
    PROGRAM = sys.argv.pop(1)
    unittest.main()
