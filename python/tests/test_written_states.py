"""States that Python writes to a state table are those that the command line publishes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sf

import slicewise

WHAT_IS_SAID = ["model", "window_start", "window_end", "definition", "slice_key", "run_id", "state"]


def rows(frame: DataFrame, *but: str) -> list[dict[str, Any]]:
    """The rows of a state table in order, without some columns."""
    return [row.asDict() for row in frame.drop(*but).orderBy("window_start", "slice_key").collect()]


def load(spark: SparkSession, path: Path) -> DataFrame:
    return spark.read.format("slicewise").load(str(path))


def test_what_is_read_can_be_written(
    spark: SparkSession, state_table: Path, tmp_path: Path
) -> None:
    table = load(spark, state_table)
    spring = table.where("month(window_start) IN (3, 4) AND definition IN ('', 'carrier')")
    writer = spring.select(*WHAT_IS_SAID).write.format("slicewise").mode("append")
    for _ in range(2):
        writer.save(str(tmp_path / "states"))
    assert rows(load(spark, tmp_path / "states")) == rows(spring)
    written = slicewise.read_states(spark, str(tmp_path / "states"), metrics="mae").states
    months = {"start": "2013-03-01", "end": "2013-05-01", "metrics": "mae"}
    published = slicewise.read_states(spark, str(state_table), **months).states  # type: ignore
    expected = published.where("definition IN ('', 'carrier')")
    assert expected.count() == spring.select("slice_key").distinct().count() > 10
    assert [row["state"] for row in written.collect()] == [
        row["state"] for row in expected.collect()
    ]


def test_wrong_states_are_refused(spark: SparkSession, state_table: Path, tmp_path: Path) -> None:
    march = load(spark, state_table).where("month(window_start) = 3")

    def said(frame: DataFrame, mode: str = "append", path: Path = tmp_path / "states") -> str:
        with pytest.raises(Exception, match=r".") as caught:
            frame.write.format("slicewise").mode(mode).save(str(path))
        return str(caught.value).split("\n")[0]

    assert said(march, "overwrite").startswith("expected mode append for a state table")
    assert said(march.drop("state")).startswith("expected a column state of states, found model")
    assert said(march.withColumn("carrier", sf.lit(1))).endswith("found 'carrier'.")
    half = march.withColumn("window_end", sf.lit(None).cast("timestamp"))
    assert said(half).startswith("expected a window that starts before it ends, or neither")
    assert said(march.union(march)).startswith("expected one state of each slice in a window")
    (auc,) = spark.sql("SELECT eval_state('roc_auc', 1D, 1D)").first() or ()
    other = march.limit(1).withColumn("state", sf.lit(auc))
    assert said(march.union(other)).startswith("expected a state of plan ")
    assert not (tmp_path / "states").exists()
