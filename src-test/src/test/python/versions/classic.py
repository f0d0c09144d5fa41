"""Functions, states, observation and model selection from PySpark, with the jar in the session."""

import json
import math
import os
import unittest
from contextlib import nullcontext

from pyspark.sql import Observation, SparkSession
from pyspark.sql import functions as F

from versions.selection import Selection
from versions.suite import COLUMNS, FLIGHTS, METRICS, PROJECT, jar, states


def is_number(value):
    return isinstance(value, (int, float)) and math.isfinite(value)


def literal(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"'{value}'" if isinstance(value, str) else f"{value!r}D"


def mean_of(case):
    """A query of the mean of a golden case's loss over its rows."""
    names = list(case["inputs"])
    rows = zip(*case["inputs"].values(), strict=True)
    values = ", ".join(f"({', '.join(map(literal, map(float, row)))})" for row in rows)
    arguments = [f"{name} => {name}" for name in names]
    arguments += [f"{name} => {literal(value)}" for name, value in case["params"].items()]
    call = f"slicewise_{case['name']}({', '.join(arguments)})"
    table = f"VALUES {values} AS t({', '.join(names)})"
    return f"SELECT '{case['id']}' AS id, {call} AS value FROM {table}"


class Classic(Selection, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.spark = (
            SparkSession.builder.master("local[2]")
            .config("spark.jars", jar())
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.shuffle.partitions", "4")
            .getOrCreate()
        )
        cls.spark.read.parquet(str(FLIGHTS)).createOrReplaceTempView("flights")

    @classmethod
    def tearDownClass(cls):
        cls.spark.stop()

    def selecting(self):
        return nullcontext(self.spark)

    def test_the_version_is_the_one_asked_for(self):
        self.assertEqual(self.spark.version, os.environ["SLICEWISE_SPARK"])

    def test_losses_have_their_golden_means(self):
        cases = json.loads((PROJECT / "core/src/test/resources/golden.json").read_text())["cases"]
        asked = {}
        for case in cases:
            columns = list(case["inputs"].values())
            numbers = all(isinstance(c, list) and all(map(is_number, c)) for c in columns)
            scalars = all(isinstance(p, (int, float, str)) for p in case["params"].values())
            if case["kind"] == "loss" and "mean" in case["expected"] and numbers and scalars:
                asked[case["id"]] = case
        self.assertGreater(len(asked), 25)
        rows = self.spark.sql(" UNION ALL ".join(map(mean_of, asked.values()))).collect()
        self.assertEqual({row.id for row in rows}, set(asked))
        for row in rows:
            expected, limits = asked[row.id]["expected"]["mean"], asked[row.id]["tolerance"]
            close = math.isclose(row.value, expected, rel_tol=limits["rel"], abs_tol=limits["abs"])
            self.assertTrue(close, f"{row.id}: expected {expected}, found {row.value}")

    def test_states_are_those_of_the_command_line(self):
        for definition in ("", "carrier", "carrier, origin"):
            expected = states(self.spark, definition)
            self.assertGreater(len(expected), 0)
            by = f", {definition}" if definition else ""
            group = f" GROUP BY {definition}" if definition else ""
            rows = self.spark.sql(
                f"SELECT eval_state('{METRICS}', {COLUMNS}){by} FROM flights{group}"
            ).collect()
            self.assertEqual({tuple(row[1:]): bytes(row[0]) for row in rows}, expected)

    def test_a_write_is_observed_by_slice(self):
        seen = Observation("quality")
        sliced = f"eval_sliced_state('{METRICS}', carrier, {COLUMNS})"
        # A session that has observed cannot select models any more (Spark 4.1).
        frame = self.spark.newSession().read.parquet(str(FLIGHTS))
        observed = frame.observe(seen, F.expr(sliced).alias("states"))
        observed.write.format("noop").mode("overwrite").save()
        found = {(carrier,): bytes(state) for carrier, state in seen.get["states"].items()}
        self.assertEqual(found, states(self.spark, "carrier"))

    def test_functions_are_called_on_columns(self):
        frame = self.spark.table("flights")
        row = frame.agg(F.call_function("mae", "arr_delay", "predicted_delay")).first()
        (sql,) = self.spark.sql("SELECT mae(arr_delay, predicted_delay) FROM flights").first()
        self.assertEqual(row[0], sql)

    def test_a_new_session_has_the_functions(self):
        (value,) = self.spark.newSession().sql("SELECT rmse(1D, 3D)").first()
        self.assertEqual(value, 2.0)
