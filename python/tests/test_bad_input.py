"""What is wrong is one sentence that says what to do, never a stack trace of a JVM."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest
from conftest import said_by
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as sf

import slicewise
from slicewise import _session
from slicewise import functions as F

GOOD: dict[str, Any] = {"label": "arr_delay", "prediction": "predicted_delay", "metrics": "mae"}

WRONG: list[tuple[dict[str, Any], str]] = [
    ({"metrics": "maee"}, "unknown metric 'maee'. Did you mean 'mae'?"),
    (
        {"metrics": "huber(delta=-1)"},
        "expected parameter delta of huber to be in (0, inf), found -1",
    ),
    ({"metrics": []}, "expected at least one metric, such as metrics=['mae'], found none"),
    ({"metrics": None}, "expected metrics as a text or a list of texts, found None"),
    ({"metrics": [F.rmse]}, "found root_mean_squared_error, a function; write it as a text"),
    ({"slices": None}, "expected slices as a text or a list of definitions"),
    ({"slices": [1]}, "expected a slice as a text or a list of texts, found 1"),
    ({"confidence": "95%"}, "expected a confidence in (0, 1) or 0 for none, found '95%'"),
    ({"label": "arr_dely"}, "found 'arr_dely'; did you mean 'arr_delay'? the frame has flight_id"),
    ({"label": "arr_delay + nope"}, "`nope` cannot be resolved"),
    ({"label": "carrier"}, "expected a number or a boolean as label, found string"),
    ({"label": None}, "expected a column as label, which the metrics read, found none"),
    ({"slices": "carier"}, "found 'carier'; did you mean 'carrier'?"),
    ({"slices": "bucket(carrier, 1)"}, "expected a number to cut into buckets"),
    ({"slices": "bucket(distance, 2, 1)"}, "expected ascending finite edges"),
    ({"slices": "time(distance, month)"}, "expected a date or timestamp in slice"),
    ({"slices": "carrier, carrier"}, "found 'carrier' twice"),
    ({"roles": {"basline": "late"}}, "expected roles that the metrics read, label, prediction"),
    ({"weight": "distence"}, "expected a column of the frame as weight, found 'distence'"),
    ({"confidence": 95}, "expected a confidence in (0, 1) or 0 for none, found 95"),
    ({"invalid": "drop"}, "expected invalid => skip, fail or null, found 'drop'"),
    ({"profile": "sklern"}, "sklern"),
]


@pytest.mark.parametrize(("wrong", "expected"), WRONG, ids=[str(wrong) for wrong, _ in WRONG])
def test_a_question_that_cannot_be_answered(
    flights: DataFrame, wrong: dict[str, Any], expected: str
) -> None:
    assert expected in said_by(lambda: slicewise.evaluate(flights, **{**GOOD, **wrong}).to_pandas())


def test_the_jar_is_not_there(said_without_jar: list[str], connect: bool) -> None:
    where = "the Connect server" if connect else "this Spark session"
    for said in said_without_jar:
        assert said == (
            f"expected {where} to have Slicewise, found no Slicewise jar;"
            " call slicewise.attach(spark) first"
        )


def test_frames_of_other_kinds(spark: SparkSession, connect: bool) -> None:
    frame = pd.DataFrame({"y": [1.0], "p": [2.0]})
    said = said_by(lambda: slicewise.evaluate(frame, label="y", prediction="p", metrics="mae"))
    assert said == (
        "expected a Spark DataFrame, found pandas.DataFrame; pass spark.createDataFrame(df)"
    )
    said = said_by(lambda: slicewise.evaluate([1], label="y", prediction="p", metrics="mae"))
    assert said.startswith("expected a Spark DataFrame, found builtins.list")


def test_a_pandas_on_spark_frame() -> None:
    class Frame:
        """One that says it is of pandas on Spark, which this pandas is too new for."""

    Frame.__module__ = "pyspark.pandas.frame"
    Frame.__qualname__ = "DataFrame"
    said = said_by(lambda: slicewise.evaluate(Frame(), metrics="mae"))
    assert said == (
        "expected a Spark DataFrame, found pyspark.pandas.frame.DataFrame; pass df.to_spark()"
    )


def test_versions_that_are_not_supported(monkeypatch: pytest.MonkeyPatch) -> None:
    import pyspark

    for version in ("3.5.7", "4.0.1", "5.0.0"):
        monkeypatch.setattr(pyspark, "__version__", version)
        said = said_by(_session.check_version)
        assert said.startswith(f"expected PySpark 4.1 or a later 4.x, found {version};")
    for version in ("4.1.0", "4.2.0.dev1", "4.10.0"):
        monkeypatch.setattr(pyspark, "__version__", version)
        _session.check_version()


def test_a_misspelt_parameter_of_a_function(flights: DataFrame) -> None:
    with pytest.raises(Exception, match=r"unknown argument 'delt'.*Did you mean 'delta'"):
        flights.agg(F.huber("arr_delay", "predicted_delay", delt=sf.lit(2.0))).collect()


def test_states_that_do_not_fit(flights: DataFrame) -> None:
    mae = slicewise.evaluate(flights.limit(10), **GOOD)
    rmse = slicewise.evaluate(flights.limit(10), **{**GOOD, "metrics": "roc_auc"}, slices="carrier")
    assert said_by(lambda: slicewise.merge(mae, rmse)).startswith("expected states of one plan")
    assert said_by(lambda: slicewise.merge()).startswith("expected at least one result")
    assert "found no definition among" in said_by(lambda: slicewise.merge(flights))
    assert "whose statistics the states remember" in said_by(lambda: mae.select("roc_auc"))


def test_rows_that_must_not_be_there(flights: DataFrame) -> None:
    result = slicewise.evaluate(flights, **GOOD, invalid="fail")
    said = said_by(result.to_pandas)
    assert said.startswith("expected no invalid rows for mean_absolute_error, found {n_null=")


def test_an_empty_frame_gives_reasons(flights: DataFrame) -> None:
    empty = flights.limit(0)
    table = slicewise.evaluate(empty, **GOOD, slices=["", "carrier"]).to_pandas()
    assert table["reason"].tolist() == ["no rows"]
    assert table["value"].isna().all()
    assert slicewise.evaluate(empty, **GOOD, slices="carrier").to_pandas().empty
    nothing = slicewise.evaluate(empty, **GOOD, slices="carrier")
    assert said_by(nothing.report).startswith("expected a slice to report on, found none")


def test_states_that_are_not_there(spark: SparkSession) -> None:
    said = said_by(lambda: slicewise.read_states(spark, "/nowhere/at/all"))
    assert said.startswith("expected a state table or a folder of states at /nowhere/at/all, found")
