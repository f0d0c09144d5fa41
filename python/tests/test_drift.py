"""Drift from Python is that of the command line, to the last digit, and says what is wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from conftest import said_by
from pyspark.sql import DataFrame, SparkSession

import slicewise

METRICS = [
    "mae",
    "column_profile(column=distance)",
    "column_profile(column=origin, kind=categories)",
]
CELLS = (
    "value error_bound threshold direction verdict p_value p_adjusted n_reference n_current"
    " details reason"
).split()


@pytest.fixture(scope="module")
def winter(spark: SparkSession, state_table: Path) -> slicewise.Result:
    return slicewise.read_states(spark, str(state_table), start="2013-01-01", end="2013-04-01")


@pytest.fixture(scope="module")
def months(spark: SparkSession, state_table: Path) -> slicewise.Result:
    return slicewise.read_states(
        spark, str(state_table), start="2013-04-01", window="month", slices=["", "origin"]
    )


def evaluated(df: DataFrame, slices: Any = "", metrics: Any = METRICS) -> slicewise.Result:
    return slicewise.evaluate(
        df, label="arr_delay", prediction="predicted_delay", metrics=metrics, slices=slices
    )


def test_findings_are_those_of_the_command_line(
    winter: slicewise.Result, months: slicewise.Result, drifted: Path
) -> None:
    found = slicewise.drift(
        winter,
        months,
        by="window",
        columns=["distance", "carrier"],
        metrics="mae",
        slices=["", "origin"],
        thresholds={"mae": "10%", "psi": 0.2},
    )
    lines = json.loads((drifted / "drift.json").read_text("utf-8"))
    expected = [line for line in lines if line["comparison"] == "BASELINE"]
    rows = [row.asDict(recursive=True) for row in found.to_spark().collect()]
    assert list(rows[0]) == ["window", "slices", "slice", "column", "method", "params", *CELLS]
    assert len(rows) == len(expected) == 9 * 4 * 14
    for row, line in zip(rows, expected, strict=True):
        assert row["window"] == line["window_start"][:7]
        for cell in ["slices", "slice", "column", "method", *CELLS]:
            assert row[cell] == line[cell], (cell, line)
        assert {key: value for key, value in row["params"].items() if value is not None} == {
            key: str(value).lower() if isinstance(value, bool) else str(value)
            for key, value in line["params"].items()
            if value is not None
        }
    verdicts = {row["verdict"] for row in rows}
    assert verdicts >= {"drift", "no_drift"}
    assert any(row["p_adjusted"] is not None for row in rows)
    table = found.to_pandas()
    assert isinstance(table, pd.DataFrame) and len(table) == len(rows)


def test_quarters_are_merged_months(spark: SparkSession, state_table: Path) -> None:
    def read(**asked: Any) -> slicewise.Result:
        return slicewise.read_states(
            spark, str(state_table), start="2013-04-01", slices=["origin", ""], **asked
        )

    whole = {str(row["slice"]): row["state"] for row in read(end="2013-07-01").states.collect()}
    assert len(whole) == 4
    found = {}
    for row in read(window="quarter").states.collect():
        named = dict(row["slice"])
        assert row["slices"][0] == "window"
        if named.pop("window") == "2013-Q2":
            found[str(named)] = row["state"]
    assert found == whole


def test_what_a_notebook_shows(flights: DataFrame) -> None:
    sample = flights.where("month = 1")
    states = evaluated(sample.where("distance > 400"), ["", "carrier"])
    found = slicewise.drift(evaluated(sample, ["", "carrier"]), states, thresholds={"mae": 1})
    said = repr(found).split("\n")
    assert (
        said[0].split()
        == "slice window column method rows before / now limit value verdict".split()
    )
    assert said[1].startswith("all rows")
    assert "▲ drift" in said[1]
    assert said[-1].endswith("20 are shown, the gravest first")
    page = found._repr_html_()
    assert "<script" not in page and page.count("<svg") > 5
    assert "▲ drift" in page
    with found:
        pass
    assert not found._findings.storageLevel.useMemory


def test_limits_are_said_in_python(flights: DataFrame) -> None:
    january = evaluated(flights.where("month = 1"))
    far = evaluated(flights.where("month = 1 AND distance > 1000"))
    found = slicewise.drift(
        january,
        far,
        methods=["mean_shift", "psi"],
        metrics=[],
        thresholds={"distance.mean_shift": (-0.3, 99.0), "origin.psi": (None, 7.5), "psi": None},
    ).to_pandas()
    told = {
        (row["column"], row["method"]): (row["verdict"], row["direction"], row["threshold"])
        for row in found.to_dict("records")
        if row["method"] != "missing_rate_shift"
    }
    assert told["distance", "mean_shift"] == ("no_drift", "outside", 99.0)
    assert told["origin", "population_stability_index"] == ("no_drift", "above", 7.5)
    assert told["distance", "population_stability_index"][0] == "shown"
    assert len(told) == 3


def test_a_slice_of_one_side_has_a_reason(flights: DataFrame) -> None:
    before = evaluated(flights.where("origin = 'JFK'"), "origin")
    after = evaluated(flights.where("origin = 'LGA'"), "origin")
    rows = slicewise.drift(before, after, methods="psi").to_pandas()
    assert set(rows["verdict"]) == {"undefined"}
    assert set(rows["reason"]) == {
        "the slice has no row in the reference: it appeared",
        "the slice has no row in this window: it vanished",
    }


def test_nothing_on_a_side_is_no_exception(flights: DataFrame) -> None:
    empty = evaluated(flights.limit(0))
    all_rows = slicewise.drift(empty, evaluated(flights.where("month = 1"))).to_pandas()
    assert set(all_rows["verdict"]) == {"undefined"}
    assert all_rows["reason"].str.len().min() > 5
    none = evaluated(flights.limit(0), "carrier")
    nothing = slicewise.drift(none, none)
    assert nothing.to_pandas().empty
    assert repr(nothing).endswith("no findings: there is no slice on either side")
    assert "no findings" in nothing._repr_html_()


def test_questions_that_cannot_be_answered(flights: DataFrame) -> None:
    few = evaluated(flights.limit(50))

    def said(**asked: Any) -> str:
        return said_by(lambda: slicewise.drift(few, few, **asked))

    assert "expected columns whose profile the states remember" in said(columns="month")
    assert "whose statistics the states remember, found roc_auc" in said(metrics="roc_auc")
    assert "found 'spi'. Did you mean 'psi'?" in said(methods="spi")
    assert "found one of 'distence'" in said(thresholds={"distence.psi": 1})
    assert "expected a limit such as" in said(thresholds={"psi": "much"})
    assert "expected min_rows of at least 1, found 0" in said(min_rows=0)
    assert "expected confidence in (0, 1), found 95" in said(confidence=95)
    assert "expected the dimension 'month' in slice definitions" in said(by="month")
    assert "expected slice definitions that are stored" in said(slices="dest")


def test_sides_that_do_not_fit(spark: SparkSession, flights: DataFrame, tmp_path: Path) -> None:
    rows = flights.limit(50)
    other = evaluated(rows, metrics=["mae", "rmse"])
    mine = evaluated(rows)
    assert said_by(lambda: slicewise.drift(mine, other)).startswith("expected states of one plan")
    by_origin = evaluated(rows, "origin")
    said = said_by(lambda: slicewise.drift(by_origin, evaluated(rows, "carrier")))
    assert said.startswith("expected slices that both sides have, found those by 'origin' and by")
    said = said_by(lambda: slicewise.drift(mine, by_origin, by="orign"))
    assert said.endswith("found origin; did you mean 'origin'?")
    said = said_by(lambda: slicewise.drift(pd.DataFrame({"state": [b""]}), mine))
    assert said.endswith("found pandas.DataFrame; pass spark.createDataFrame(df)")
    said = said_by(lambda: slicewise.drift(mine, flights))
    assert said.startswith("expected columns definition, slice_key, state of stored states as curr")
    said = said_by(lambda: slicewise.drift("out/states", mine))
    assert "found the text 'out/states'; states that are kept are read by" in said
    flights.limit(5).write.parquet(str(tmp_path / "rows"))
    said = said_by(lambda: slicewise.read_states(spark, str(tmp_path / "rows")))
    assert said.startswith("expected columns definition, slice_key, state of stored states, found")
    no_profile = evaluated(rows, metrics="mae")
    said = said_by(lambda: slicewise.drift(no_profile, no_profile, columns="distance"))
    assert "(none), found distance; evaluate again with the metric column_profile" in said
