"""The flights from Python are those of the command line, to the last digit and byte."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import FLIGHTS
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sf

import slicewise
from slicewise import functions as F

METRICS = ["mae", "rmse", "mean_error", "r2_score", "quantile_abs_error(q=0.99)"]
SLICES = [
    "",
    "carrier",
    ["carrier", "origin"],
    "bucket(distance, 500, 1000) AS far, month",
    "top(dest, 3)",
    "time(time, quarter)",
]


@pytest.fixture(scope="module")
def result(flights: DataFrame) -> slicewise.Result:
    return slicewise.evaluate(
        flights,
        label="arr_delay",
        prediction="predicted_delay",
        key="flight_id",
        metrics=METRICS,
        slices=SLICES,
    )


def test_six_lines_of_a_notebook(spark: SparkSession, cli: Path) -> None:
    flights = spark.read.parquet(FLIGHTS)
    by_carrier = slicewise.evaluate(
        flights, label="arr_delay", prediction="predicted_delay", metrics=METRICS, slices="carrier"
    )
    table = by_carrier.to_pandas()

    expected = {
        (line["slice"]["carrier"], line["metric"]): line
        for line in json.loads((cli / "metrics.json").read_text("utf-8"))
        if line["slices"] == ["carrier"]
    }
    assert len(table) == len(expected) == 16 * len(METRICS)
    for row in table.to_dict("records"):
        line = expected[row["slice"]["carrier"], row["metric"]]
        for column in ("value", "n", "weight_sum", "exactness"):
            assert row[column] == line[column]
        for column in ("ci_low", "ci_high", "ci_method", "error_bound", "reason"):
            found = None if row[column] != row[column] else row[column]
            assert found == line.get(column)


def test_states_are_those_of_the_command_line(
    spark: SparkSession, result: slicewise.Result, cli: Path
) -> None:
    written = spark.read.parquet(str(cli / "states")).orderBy("slice_key")
    assert result.states.columns == written.columns
    ours, theirs = result.states.collect(), written.collect()
    assert len(ours) == 96
    assert [row.asDict() for row in ours] == [row.asDict() for row in theirs]


def test_long_form_is_that_of_the_command_line(
    spark: SparkSession, result: slicewise.Result, cli: Path
) -> None:
    written = spark.read.parquet(str(cli / "metrics"))
    ours = result.to_spark()
    assert ours.columns == written.columns
    said = [json.loads(line["json"]) for line in ours.select(as_json(ours)).collect()]
    expected = [json.loads(line["json"]) for line in written.select(as_json(written)).collect()]
    assert said == expected


def as_json(frame: DataFrame) -> object:
    return sf.to_json(sf.struct(*frame.columns)).alias("json")


def test_functions_say_the_same(flights: DataFrame, result: slicewise.Result) -> None:
    rows = (
        flights.groupBy("carrier")
        .agg(
            F.rmse("arr_delay", "predicted_delay").alias("rmse"),
            F.quantile_abs_error(sf.col("arr_delay"), "predicted_delay", q=0.99).alias("p99"),
            F.p99_abs("arr_delay", "predicted_delay").alias("preset"),
            F.eval_state(", ".join(METRICS), "arr_delay", "predicted_delay").alias("state"),
        )
        .select("*", F.eval_metric("state", "rmse").alias("of_state"))
        .collect()
    )
    values = {
        (row["slice"]["carrier"], row["metric"]): row["value"]
        for row in result.to_spark().collect()
        if row["slices"] == ["carrier"]
    }
    assert len(rows) == 16
    for row in rows:
        assert row["rmse"] == row["of_state"] == values[row.carrier, "root_mean_squared_error"]
        assert row["p99"] == row["preset"] == values[row.carrier, "quantile_abs_error"]


def test_months_merge_to_the_year(flights: DataFrame, result: slicewise.Result) -> None:
    halves = [
        slicewise.evaluate(
            flights.where(condition),
            label="arr_delay",
            prediction="predicted_delay",
            key="flight_id",
            metrics=METRICS,
            slices=slices,
        )
        # Numbered otherwise, which does not keep equal definitions apart.
        for condition, slices in (("month <= 6", ["carrier", ""]), ("month > 6", ["", "carrier"]))
    ]
    merged = {
        (row["definition"], str(row["slice"])): row["state"]
        for row in slicewise.merge(*halves).states.collect()
    }
    whole = {
        (row["definition"], str(row["slice"])): row["state"]
        for row in result.states.where("definition IN ('', 'carrier')").collect()
    }
    assert len(whole) == 17
    assert merged == whole


def test_stored_states_are_asked_again(spark: SparkSession, cli: Path) -> None:
    stored = slicewise.read_states(spark, str(cli / "states"), metrics="rmse", confidence=0)
    table = stored.to_pandas()
    assert set(table["metric"]) == {"root_mean_squared_error"}
    assert table["ci_low"].isna().all()
    other = stored.select("mae", confidence=0.9).to_pandas()
    assert set(other["metric"]) == {"mean_absolute_error"}
    assert other["ci_low"].notna().any()


def test_report_is_the_page_of_the_command_line(
    result: slicewise.Result, tmp_path: Path, cli: Path
) -> None:
    page = result.report(tmp_path / "report.html", title="Evaluation of flights.parquet")
    assert (tmp_path / "report.html").read_text("utf-8") == page
    written = (cli / "report.html").read_text("utf-8")
    for mark in ("Content-Security-Policy", "<h1>", "172.375", "UA"):
        assert (mark in page) == (mark in written)
    assert "<script" not in page
