"""The same rows give the same bytes through Python, Java, SQL, a stream and the command line."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyspark.sql import DataFrame, SparkSession

import slicewise

METRICS = "mae, rmse, r2_score, wape, quantile_abs_error(q=0.99)"
DOORS = {"java": "java", "sql": "sql", "streaming": "streaming", "cli": "cli/states"}

States = dict[tuple[str, bytes], bytes]


def states(frame: DataFrame) -> States:
    found = frame.select("definition", "slice_key", "state").collect()
    by_slice = {(row[0], bytes(row[1])): bytes(row[2]) for row in found}
    assert len(by_slice) == len(found)
    return by_slice


@pytest.fixture(scope="module")
def result(spark: SparkSession, doors: Path) -> slicewise.Result:
    return slicewise.evaluate(
        spark.read.parquet(str(doors / "rows")),
        label="arr_delay",
        prediction="predicted_delay",
        weight="distance",
        key="flight_id",
        metrics=METRICS,
        slices=["", "airline, origin"],
    )


def test_rows_have_what_is_hard(spark: SparkSession, doors: Path, result: slicewise.Result) -> None:
    """Else equal bytes would say little."""
    lines = result.select("mae").to_spark().collect()
    pairs = spark.read.parquet(str(doors / "rows")).select("airline", "origin").distinct()
    assert len(lines) == pairs.count() + 1 > 30
    assert sum(1 for row in lines if row["slice"].get("airline", "") is None) == 3
    counters = lines[0]["counters"]
    for reason in ("n_null", "n_nan", "n_inf", "n_bad_weight"):
        assert counters[reason] > 100, counters
    assert lines[0]["weight_sum"] != lines[0]["n"]


@pytest.mark.parametrize("door", DOORS)
def test_bytes_are_equal(
    spark: SparkSession, doors: Path, result: slicewise.Result, door: str
) -> None:
    expected = states(result.states)
    assert len(set(expected.values())) == len(expected)
    assert states(spark.read.parquet(str(doors / DOORS[door]))) == expected
