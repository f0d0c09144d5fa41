"""An executor is killed while results are read: lost map outputs are made again, byte for byte.

From 4.2 Spark compares the checksums of what is made again and aborts the job where they differ.
"""

import os
import signal
import threading
import time
import unittest
from pathlib import Path

from pyspark.sql import SparkSession

from versions.suite import jar

PARTITIONS = 12
READ = 4
SECONDS = 600

ROWS = """
SELECT pmod(id, 1009) AS slice,
  pmod(xxhash64(id), 1000) / 7D AS y, pmod(xxhash64(id, 1), 1000) / 7D AS p
FROM range(0, 200000, 1, 8)
"""

STATES = f"""
SELECT slice, eval_state('mae, rmse, median_absolute_error', y, p) AS state
FROM ({ROWS}) GROUP BY slice
"""

# A slow reading of each slice, so that the executor is lost while some are read and others are not.
SLOWLY = f"SELECT slice, state, reflect('java.lang.Thread', 'sleep', 10L) FROM ({STATES})"


def executors() -> list[int]:
    """The processes of executors below this one, from the process table."""
    parents, found = {}, []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                after_name = (entry / "stat").read_text().rpartition(")")[2]
                parents[int(entry.name)] = int(after_name.split()[1])
                if b"CoarseGrainedExecutorBackend" in (entry / "cmdline").read_bytes():
                    found.append(int(entry.name))
            except (FileNotFoundError, ProcessLookupError):
                continue

    def ours(process):
        while process > 1:
            if process == os.getpid():
                return True
            process = parents.get(process, 0)
        return False

    return sorted(filter(ours, found))


class LostExecutor(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.spark = (
            SparkSession.builder.master("local-cluster[2,1,1024]")
            .config("spark.jars", jar())
            .config("spark.executor.memory", "1g")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.adaptive.enabled", "false")
            .config("spark.sql.shuffle.partitions", str(PARTITIONS))
            .getOrCreate()
        )

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()

    def test_the_job_finishes_with_the_same_bytes(self):
        expected = {row[0]: bytes(row[1]) for row in self.spark.sql(STATES).collect()}
        self.assertEqual(len(expected), 1009)
        self.assertEqual(len(executors()), 2)
        tracker = self.spark.sparkContext.statusTracker()
        attempts, killed = set(), []

        def watch():
            until = time.monotonic() + SECONDS
            while time.monotonic() < until and not done.is_set():
                for stage in map(tracker.getStageInfo, tracker.getActiveStageIds()):
                    if stage is None:
                        continue
                    attempts.add((stage.stageId, stage.currentAttemptId))
                    reading = stage.numTasks == PARTITIONS and stage.numCompletedTasks >= READ
                    if reading and not killed:
                        killed.append(executors()[0])
                        os.kill(killed[0], signal.SIGKILL)
                time.sleep(0.02)

        done = threading.Event()
        watcher = threading.Thread(target=watch)
        watcher.start()
        try:
            found = {row[0]: bytes(row[1]) for row in self.spark.sql(SLOWLY).collect()}
        finally:
            done.set()
            watcher.join()
        self.assertEqual(len(killed), 1, "no executor was killed")
        retried = any(attempt > 0 for _, attempt in attempts)
        self.assertTrue(retried, f"nothing was retried: {attempts}")
        self.assertEqual(found, expected)
