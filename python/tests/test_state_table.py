"""State tables of the command line, read from Python: the states of its merge, byte for byte."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from conftest import said_by
from pyspark.sql import SparkSession

import slicewise
from slicewise._table import Publication, _refuse_overlap


def states(frame: object) -> dict[tuple[str, str], bytes]:
    rows = frame.collect()  # type: ignore[attr-defined]
    return {(row["definition"], str(row["slice"])): bytes(row["state"]) for row in rows}


def test_windows_are_those_of_merge(spark: SparkSession, state_table: Path, merged: Path) -> None:
    spring = slicewise.read_states(
        spark, str(state_table), model="boosting", start="2013-03-01", end=datetime.date(2013, 6, 1)
    )
    expected = states(spark.read.parquet(str(merged / "states")))
    assert len(expected) > 50
    assert states(spring.states) == expected
    lines = json.loads((merged / "metrics.json").read_text("utf-8"))
    mae = {
        tuple(line["slice"].items()): (line["value"], line["ci_low"], line["ci_high"], line["n"])
        for line in lines
        if line["metric"] == "mean_absolute_error"
    }
    found = {
        tuple(row["slice"].items()): (row["value"], row["ci_low"], row["ci_high"], row["n"])
        for row in spring.select("mae").to_spark().collect()
    }
    assert found == mae


def test_all_windows_are_the_year(spark: SparkSession, state_table: Path) -> None:
    whole = slicewise.read_states(spark, str(state_table), metrics="mae")
    everything = whole.to_spark().where("size(slices) = 0").collect()
    assert [row["n"] for row in everything] == [327346]


def test_a_choice_that_is_not_there(
    spark: SparkSession, state_table: Path, merged: Path, tmp_path: Path
) -> None:
    def said(path: Path, **asked: object) -> str:
        with pytest.raises(slicewise.SlicewiseError) as caught:
            slicewise.read_states(spark, str(path), **asked)  # type: ignore[arg-type]
        message = str(caught.value)
        assert "\n" not in message
        return message

    assert "found 'bosting'; did you mean 'boosting'?" in said(state_table, model="bosting")
    assert "found none; the table has" in said(state_table, start="2015-01-01")
    assert "found them inside 2013-03-01T00:00:00Z" in said(state_table, start="2013-03-09")
    assert "expected a date or time" in said(state_table, end="next week")
    assert said(merged / "states", model="boosting").startswith("expected a state table at")
    assert "PATH" not in said(tmp_path / "nowhere")


def test_windows_that_overlap_are_refused() -> None:
    def one(start: int | None, end: int | None, plan: str = "a") -> Publication:
        return Publication("m", start, end, ("",), plan, (), f"{start} to {end}")

    _refuse_overlap([one(0, 5), one(5, 9)])
    _refuse_overlap([one(0, 5), one(0, 5, "b")])
    with pytest.raises(slicewise.SlicewiseError, match="found 0 to 5 and 4 to 9; rows of both"):
        _refuse_overlap([one(0, 5), one(4, 9)])
    with pytest.raises(slicewise.SlicewiseError, match="without a window beside them"):
        _refuse_overlap([one(None, None), one(0, 5)])


def test_coarser_slices_are_those_of_an_evaluation(spark: SparkSession, cli: Path) -> None:
    stored = spark.read.parquet(str(cli / "states"))
    expected = states(stored.where("definition IN ('', 'origin', 'carrier')"))
    made = slicewise.merge(stored.where("definition = 'carrier, origin'"), slices=["", "carrier"])
    assert len(expected) == 17
    assert states(made.states) == expected
    other_order = slicewise.merge(made, slices="carrier")
    assert states(other_order.states).items() <= expected.items()
    assert len(states(other_order.states)) == 16


def test_windows_and_slices_that_cannot_be_made(
    spark: SparkSession, state_table: Path, cli: Path
) -> None:
    def said(**asked: object) -> str:
        return said_by(lambda: slicewise.read_states(spark, str(state_table), **asked))  # type: ignore[arg-type]

    assert "expected window to be one of hour, day" in said(window="fortnight")
    assert "expected windows that lie within one week each, found 2013-01-01" in said(window="week")
    assert "expected a stored definition with all dimensions of slices 'dest'" in said(
        slices="dest"
    )
    assert "most frequent values of one window" in said(slices="top(carrier, 3)")
    stored = spark.read.parquet(str(cli / "states"))
    lists = slicewise.evaluate(
        spark.createDataFrame(
            [([1.0, 0.0], [0.5, 0.2], "a")], "y array<double>, p array<double>, s string"
        ),
        label="y",
        prediction="p",
        metrics="ndcg_at_k",
        slices="s",
    )
    assert "candidates of a query" in said_by(lambda: slicewise.merge(lists, slices=""))
    assert slicewise.merge(stored, slices="top(dest, 3)").to_pandas()["n"].sum() > 0
