"""Comparisons from Python are those of the command line, to the last digit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from conftest import said_by
from pyspark.sql import DataFrame, SparkSession

import slicewise

LATE: dict[str, Any] = {
    "label": "late",
    "prediction": "p_late",
    "baseline": "p_late_baseline",
    "key": "flight_id",
    "metrics": ["log_loss", "accuracy(threshold=0.5)"],
    "slices": ["", "carrier"],
    "jackknife": True,
}


@pytest.fixture(scope="module")
def december(flights: DataFrame) -> slicewise.Result:
    return slicewise.evaluate(flights.where("month = 12"), **LATE)


def expect_lines(found: slicewise.Comparison, path: Path, count: int, **names: str) -> None:
    lines = json.loads((path / "comparison.json").read_text("utf-8"))
    rows = [row.asDict(recursive=True) for row in found.to_spark().collect()]
    assert len(rows) == len(lines) == count

    def named(line: dict[str, Any]) -> str:
        return f"{line['slices']} {line['slice']} {line['metric']}"

    expected = {named(line): line for line in lines}
    assert len(expected) == count
    assert list(rows[0]) == list(lines[0])
    for row in rows:
        line = {**expected[named(row)], **names}
        for cell in row:
            if cell != "params":
                assert row[cell] == line[cell], (cell, line)


def test_models_on_the_same_rows_are_those_of_the_command_line(
    spark: SparkSession, december: slicewise.Result, paired: Path
) -> None:
    written = spark.read.parquet(str(paired / "states")).orderBy("slice_key")
    ours, theirs = december.states.collect(), written.collect()
    assert [row.asDict() for row in ours] == [row.asDict() for row in theirs]
    assert len(ours) > 10
    found = slicewise.compare(december, metrics=LATE["metrics"], margins={"log_loss": 0.001})
    expect_lines(found, paired, 2 * len(ours))
    # The states of the command line are asked as well.
    stored = slicewise.read_states(spark, str(paired / "states"))
    found = slicewise.compare(
        stored,
        metrics=LATE["metrics"],
        margins={"log_loss": 0.001},
        names=("p_late", "p_late_baseline"),
    )
    expect_lines(found, paired, 2 * len(ours))


def test_models_on_other_rows_are_those_of_the_command_line(
    spark: SparkSession, state_table: Path, merged: Path, unpaired: Path
) -> None:
    found = slicewise.compare(
        slicewise.read_states(spark, str(merged / "states")),
        slicewise.read_states(spark, str(state_table)),
        metrics=["mae", "r2_score"],
        margins={"mae": 0.5},
        names=("spring", "year"),
    )
    expect_lines(found, unpaired, 2 * 55, model="spring", baseline="year")


def test_what_a_notebook_shows(december: slicewise.Result) -> None:
    found = slicewise.compare(december)
    said = repr(found).split("\n")
    assert said[1].startswith("all rows") and "p_late_baseline" in said[1]
    # The loss is taken apart: its parts are compared as well.
    assert any("corp_miscalibration" in line for line in said)
    assert " better" in said[-1] and said[-1].split()[1] == "comparisons:"
    page = found._repr_html_()
    assert "<script" not in page and page.count("<svg") > 20 and "✓ better" in page
    table = found.to_pandas()
    assert set(table["paired"]) == {True}
    assert set(table["verdict"]) <= set(found._shown.verdicts)


def test_small_slices_are_not_judged(december: slicewise.Result) -> None:
    table = slicewise.compare(december, metrics="log_loss", min_rows=10**6).to_pandas()
    assert not set(table["verdict"]) & {"better", "worse"}
    assert "the slice has fewer than 1000000 rows" in set(table["reason"])


def test_nothing_to_compare_is_no_exception(flights: DataFrame) -> None:
    nothing = slicewise.evaluate(flights.limit(0), **LATE)
    table = slicewise.compare(nothing).to_pandas()
    assert set(table["verdict"]) == {"undefined"}
    assert table["reason"].str.contains("no rows").all()
    by_carrier = slicewise.evaluate(flights.limit(0), **{**LATE, "slices": "carrier"})
    assert slicewise.compare(by_carrier).to_pandas().empty
    assert slicewise.compare(by_carrier, by_carrier).to_pandas().empty


def test_questions_that_cannot_be_answered(december: slicewise.Result, flights: DataFrame) -> None:
    def said(*states: Any, **asked: Any) -> str:
        return said_by(lambda: slicewise.compare(*states, **asked))

    rows = flights.limit(50)
    plain = slicewise.evaluate(rows, label="late", prediction="p_late", metrics="log_loss")
    assert "expected states that remember the difference of two models" in said(plain)
    assert "evaluate again with a baseline" in said(plain)
    assert "expected metrics whose difference the states remember" in said(
        december, metrics="roc_auc"
    )
    assert "whose statistics the states remember" in said(plain, plain, metrics="mae")
    assert "unknown metric 'maee'. Did you mean 'mae'?" in said(plain, plain, metrics="maee")
    assert said(december, plain).startswith("expected states of one plan, found those of 2")
    assert "expected a margin above 0, found log_loss=-1" in said(
        december, margins={"log_loss": -1}
    )
    assert "expected confidence in (0, 1), found 95" in said(december, confidence=95)
    assert "expected slice definitions that are stored" in said(december, slices="origin")
    by_origin = slicewise.evaluate(
        rows, label="late", prediction="p_late", metrics="log_loss", slices="origin"
    )
    assert said(plain, by_origin).startswith("expected slices that both sides have")
    assert "rows become states by slicewise.evaluate" in said(flights)
    assert said(flights.limit(1).toPandas()).startswith("expected a Spark DataFrame")
    assert "slicewise.read_states(spark, …)" in said("out")
