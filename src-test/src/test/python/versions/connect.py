"""Spark Connect: the jar at the server, none at the client; sessions one after the other."""

import os
import socket
import subprocess
import time
import unittest
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import slicewise
from pyspark.errors import AnalysisException
from pyspark.sql import Observation, SparkSession
from pyspark.sql import functions as F
from slicewise import SlicewiseError
from slicewise.ml import SlicewiseEvaluator

from versions.selection import Selection
from versions.suite import COLUMNS, FLIGHTS, METRICS, folder, jar, states

SECONDS = 180


@contextmanager
def server(name: str, *options: str):
    """A server in a process of its own; gives the address for clients."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        Path(os.environ["SPARK_HOME"]) / "bin/spark-submit",
        *("--master", "local[2]"),
        *("--class", "org.apache.spark.sql.connect.service.SparkConnectServer"),
        *("--conf", f"spark.connect.grpc.binding.port={port}"),
        *("--conf", "spark.connect.grpc.binding.address=127.0.0.1"),
        *("--conf", "spark.ui.enabled=false"),
        *("--conf", "spark.sql.shuffle.partitions=4"),
        *options,
        "spark-internal",
    ]
    log = folder(f"{name}.log")
    with log.open("w") as output:
        process = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
    try:
        _await(port, process, log)
        yield f"sc://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(60)


def _await(port: int, process: subprocess.Popen, log: Path) -> None:
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise AssertionError(f"the Connect server did not start, see {log}")


def session(address: str) -> SparkSession:
    return SparkSession.builder.remote(address).getOrCreate()


@contextmanager
def closing(spark: SparkSession):
    try:
        yield spark
    finally:
        spark.stop()


class Connect(Selection, unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls._server = server("with-jar", "--jars", jar())
        cls.address = cls._server.__enter__()

    @classmethod
    def tearDownClass(cls):
        cls._server.__exit__(None, None, None)

    def selecting(self):
        return closing(session(self.address))

    def test_two_sessions_in_a_row_give_the_states_of_the_command_line(self):
        for _ in range(2):
            spark = session(self.address)
            try:
                spark.read.parquet(str(FLIGHTS)).createOrReplaceTempView("flights")
                state = f"eval_state('{METRICS}', {COLUMNS})"
                rows = spark.sql(f"SELECT carrier, {state} FROM flights GROUP BY carrier").collect()
                found = {(row[0],): bytes(row[1]) for row in rows}
                self.assertEqual(found, states(spark, "carrier"))
            finally:
                spark.stop()

    def test_functions_are_called_on_columns(self):
        spark = session(self.address)
        frame = spark.read.parquet(str(FLIGHTS))
        called = frame.agg(F.call_function("rmse", "arr_delay", "predicted_delay")).first()[0]
        frame.createOrReplaceTempView("flights")
        (sql,) = spark.sql("SELECT rmse(arr_delay, predicted_delay) FROM flights").first()
        self.assertEqual(called, sql)
        spark.stop()

    def test_rows_on_their_way_are_observed_by_slice(self):
        spark = session(self.address)
        seen = Observation("quality")
        sliced = f"eval_sliced_state('{METRICS}', carrier, {COLUMNS})"
        frame = spark.read.parquet(str(FLIGHTS)).observe(seen, F.expr(sliced).alias("states"))
        self.assertEqual(frame.count(), 336776)
        found = {(carrier,): bytes(state) for carrier, state in seen.get["states"].items()}
        self.assertEqual(found, states(spark, "carrier"))
        spark.stop()

    def test_what_is_misspelt_is_said_to_the_client(self):
        spark = session(self.address)
        with self.assertRaisesRegex(Exception, "Did you mean 'root_mean_squared_error'"):
            spark.sql("SELECT eval_state('root_mean_squared_eror', 1D, 2D)").collect()
        spark.stop()


class WithoutTheJar(unittest.TestCase):
    def test_the_function_is_named(self):
        with server("without-jar") as address, closing(session(address)) as spark:
            with self.assertRaisesRegex(AnalysisException, "UNRESOLVED_ROUTINE.*`rmse`"):
                spark.sql("SELECT rmse(1D, 2D)").collect()
            frame = spark.createDataFrame([(1.0, 2.0)], ["label", "prediction"])
            with self.assertRaisesRegex(
                SlicewiseError, "^expected the Connect server to have been"
            ):
                SlicewiseEvaluator(metricName="mae").evaluate(frame)

    def test_a_session_is_given_the_jar(self):
        with server("given-the-jar") as address, closing(session(address)) as spark:
            with patch.object(slicewise._session, "jar_path", jar):
                slicewise.attach(spark)
            rows = spark.createDataFrame([(1.0, 3.0)], ["label", "prediction"])
            asked = slicewise.evaluate(rows, label="label", prediction="prediction", metrics="rmse")
            self.assertEqual(asked.to_pandas()["value"].tolist(), [2.0])
            evaluator = SlicewiseEvaluator(metricName="rmse")
            self.assertEqual(evaluator.evaluate(rows), 2.0)
