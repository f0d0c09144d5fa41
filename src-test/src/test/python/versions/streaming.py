"""Structured Streaming: states live in the state store, across restarts, and end as in batch."""

import json
import os
import runpy
import shutil
import signal
import subprocess
import threading
import unittest
from pathlib import Path
from time import monotonic, sleep

from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql.streaming import StreamingQueryListener

from versions.suite import PROJECT, folder, jar

EXAMPLE = PROJECT / "examples/streaming/late_labels.py"
SECONDS = 180

CHECKPOINTS = PROJECT / "src-test/src/test/resources/checkpoints"

SCHEMA = "id BIGINT, at TIMESTAMP, slice STRING, y DOUBLE, p DOUBLE"
STATE = "eval_state('mae, rmse, quantile_abs_error(q=0.9)', y, p)"
SLICED = "eval_sliced_state('mae, median_absolute_error', slice, y, p, max_slices => 2)"


def rows(first: int, count: int) -> list[dict]:
    """Rows of five slices, one a minute, with errors that no binary fraction ends."""
    return [
        {
            "id": i,
            "at": f"2026-01-01T{i // 60:02d}:{i % 60:02d}:00Z",
            "slice": "abcde"[i * i % 5],
            "y": (i * 7919 % 1000) / 7,
            "p": (i * 104729 % 1000) / 9,
        }
        for i in range(first, first + count)
    ]


class Streaming(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.spark = (
            SparkSession.builder.master("local[2]")
            .config("spark.jars", jar())
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.shuffle.partitions", "2")
            .getOrCreate()
        )

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()

    def setUp(self):
        self.folder = folder(f"streaming/{self.id().rpartition('.')[2]}")
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "in").mkdir(parents=True)
        self.results = {}

    def arrive(self, first, count):
        file = self.folder / f"in/{first:05d}.json"
        file.write_text("\n".join(json.dumps(row) for row in rows(first, count)))

    def stream(self):
        reader = self.spark.readStream.schema(SCHEMA).option("maxFilesPerTrigger", 1)
        return reader.json(str(self.folder / "in"))

    def run_once(self, frame, mode):
        """Runs a query on what has arrived, from its checkpoint, and keeps what it puts out."""

        def keep(batch, _):
            for row in batch.collect():
                self.results[row["key"]] = row["states"]

        query = (
            frame.writeStream.outputMode(mode)
            .option("checkpointLocation", str(self.folder / f"checkpoint-{mode}"))
            .foreachBatch(keep)
            .trigger(availableNow=True)
            .start()
        )
        query.awaitTermination()

    def expected(self, aggregate):
        everything = self.spark.read.schema(SCHEMA).json(str(self.folder / "in"))
        return {row["key"]: row["states"] for row in aggregate(everything).collect()}

    def by_slice(self, frame):
        return frame.groupBy(F.col("slice").alias("key")).agg(F.expr(STATE).alias("states"))

    def by_hour(self, frame):
        hours = frame.groupBy(F.window("at", "1 hour")).agg(F.expr(SLICED).alias("states"))
        return hours.select(F.col("window.start").alias("key"), "states")

    def test_update_mode_goes_on_from_its_checkpoint(self):
        self.arrive(0, 50)
        self.arrive(50, 30)
        self.run_once(self.by_slice(self.stream()), "update")
        self.arrive(80, 70)
        self.run_once(self.by_slice(self.stream()), "update")
        self.assertEqual(self.results, self.expected(self.by_slice))
        self.assertEqual(len(self.results), 3)

    def test_complete_mode_goes_on_from_its_checkpoint(self):
        self.arrive(0, 50)
        self.run_once(self.by_slice(self.stream()), "complete")
        self.arrive(50, 100)
        self.run_once(self.by_slice(self.stream()), "complete")
        self.assertEqual(self.results, self.expected(self.by_slice))

    def test_checkpoints_of_earlier_releases_go_on(self):
        releases = sorted(path for path in CHECKPOINTS.iterdir() if path.is_dir())
        self.assertGreaterEqual(len(releases), 1)
        for release in releases:
            query = (release / "query.sql").read_text()
            for store in ("hdfs", "rocksdb"):
                with self.subTest(release=release.name, store=store):
                    self.goes_on(query, release / store)

    def goes_on(self, query, written):
        """Runs the second batch from a copy of the checkpoint that the first one left."""
        checkpoint, found = self.folder / written.parent.name / written.name, {}
        shutil.copytree(written, checkpoint)
        arrivals = self.spark.readStream.format("rate-micro-batch").option("rowsPerBatch", 40)
        arrivals = arrivals.option("numPartitions", 2).option("startTimestamp", 0).load()
        arrivals.createOrReplaceTempView("arrivals")

        def keep(batch, _):
            found.update({row["slice"]: row for row in batch.collect()})

        running = self.spark.sql(query).writeStream.outputMode("update").foreachBatch(keep)
        running = running.option("checkpointLocation", str(checkpoint)).trigger(availableNow=True)
        running.start().awaitTermination()
        self.spark.range(80).withColumnRenamed("id", "value").createOrReplaceTempView("arrivals")
        expected = {row["slice"]: row for row in self.spark.sql(query).collect()}
        self.assertEqual(len(expected), 4)
        self.assertEqual(found, expected)

    def test_windows_behind_the_watermark_are_put_out_once_and_whole(self):
        def stream():
            return self.by_hour(self.stream().withWatermark("at", "30 minutes"))

        for first in (0, 60, 120, 180):
            self.arrive(first, 60)
            self.run_once(stream(), "append")
        whole = self.expected(self.by_hour)
        self.assertGreaterEqual(len(self.results), 2)
        self.assertLess(len(self.results), len(whole))
        for start, found in self.results.items():
            self.assertEqual(found, whole[start])

    def test_listeners_see_what_is_observed(self):
        seen, arrived = [], threading.Event()

        class Listener(StreamingQueryListener):
            def onQueryStarted(self, event):
                pass

            def onQueryProgress(self, event):
                if "quality" in event.progress.observedMetrics:
                    seen.append(event.progress.observedMetrics["quality"]["metrics"])
                    arrived.set()

            def onQueryTerminated(self, event):
                pass

        listener = Listener()
        self.spark.streams.addListener(listener)
        self.arrive(0, 50)
        observed = self.stream().observe(
            "quality", F.expr(f"eval_sliced_metrics({SLICED})").alias("metrics")
        )
        query = observed.writeStream.format("noop").trigger(availableNow=True).start()
        query.awaitTermination()
        self.assertTrue(arrived.wait(60), "no progress with what was observed")
        self.spark.streams.removeListener(listener)
        batch = self.spark.read.schema(SCHEMA).json(str(self.folder / "in"))
        (expected,) = batch.selectExpr(f"eval_sliced_metrics({SLICED})").first()
        self.assertEqual(seen[0], expected)

    def test_the_example_of_late_labels_is_killed_and_gives_what_a_batch_gives(self):
        example = runpy.run_path(str(EXAMPLE))
        names = ("predictions", "labels", "states", "checkpoint")
        places = [str(self.folder / name) for name in names]
        for hour in range(9):
            # Some labels come hours after their predictions, one of three never.
            now = range(hour * 60, hour * 60 + 60)
            write(self.folder / "predictions", hour, [prediction(i) for i in now])
            landed = [i for i in range(now.stop) if i % 3 and i + i % 150 in now]
            write(self.folder / "labels", hour, [label(i) for i in landed])
            if hour == 4:
                kill_once_it_published(places, self.folder / "killed.log")
                before = self.spark.read.format("slicewise").load(places[2]).count()
                self.assertGreater(before, 0)
        example["start"](self.spark, *places).awaitTermination()
        batch = example["windows"](
            self.spark.read.schema(example["PREDICTIONS"]).json(places[0]),
            self.spark.read.schema(example["LABELS"]).json(places[1]),
        )
        found = states_of(self.spark.read.format("slicewise").load(places[2]))
        expected = states_of(example["slices"](batch))
        self.assertGreaterEqual(len(found), 9)
        self.assertGreater(len(found), before)
        self.assertLess(len(found), len(expected))
        self.assertEqual(found, {key: expected[key] for key in found})


def kill_once_it_published(places: list[str], log: Path) -> None:
    """Runs the example as people do, until the table is there, and kills it at once."""
    settings = ("spark.sql.shuffle.partitions=2", "spark.sql.session.timeZone=UTC")
    command = [Path(os.environ["SPARK_HOME"]) / "bin/spark-submit", "--master", "local[2]"]
    for setting in (*settings, "spark.ui.enabled=false"):
        command += ["--conf", setting]
    command += ["--jars", jar(), EXAMPLE, *places]
    with log.open("w") as output:
        running = subprocess.Popen(command, stdout=output, stderr=output, start_new_session=True)
    manifests = Path(places[2]) / "manifests"
    until = monotonic() + SECONDS
    while not list(manifests.glob("*.json")):
        if running.poll() is not None or monotonic() > until:
            raise AssertionError(f"the example did not publish, see {log}")
        sleep(0.02)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait(60)


def write(place, number: int, lines: list[dict]) -> None:
    place.mkdir(exist_ok=True)
    (place / f"{number:03d}.json").write_text("\n".join(map(json.dumps, lines)))


def time(minute: int) -> str:
    return f"2026-01-01T{minute // 60:02d}:{minute % 60:02d}:00Z"


def prediction(i: int) -> dict:
    delay = (i * 7919 % 1000) / 7
    return {
        "flight_id": i,
        "predicted_at": time(i),
        "carrier": "AB"[i % 2],
        "predicted_delay": delay,
    }


def label(i: int) -> dict:
    return {"flight_id": i, "landed_at": time(i + i % 150), "arr_delay": (i * 104729 % 1000) / 9}


def states_of(frame) -> dict[tuple, bytes]:
    rows = frame.select("window_start", "definition", "slice_key", "state").collect()
    found = {(row[0], row[1], bytes(row[2])): bytes(row[3]) for row in rows}
    assert len(found) == len(rows), "a window was put out twice"
    return found
