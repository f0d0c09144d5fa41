"""Stored states: read from files, merged into coarser or longer ones, asked again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING

from slicewise._calls import call
from slicewise._errors import SlicewiseError, translated
from slicewise._frame import expect_frame
from slicewise._result import Asked, Result, stored
from slicewise._session import require_functions

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

_NEEDED = ("definition", "slice_key", "state")


def read_states(
    spark: SparkSession,
    path: str,
    *,
    metrics: str | Sequence[str] | None = None,
    confidence: float = 0.95,
) -> Result:
    """The results of stored states, such as ``states/`` of ``slicewise evaluate``.

    Parameters
    ----------
    spark : pyspark.sql.SparkSession
        Classic or Connect.
    path : str
        A folder of Parquet files that Spark can read.
    metrics : str or sequence of str, optional
        Which metrics to ask; those that the states were made for unless given. Any metric that
        needs no more than the states remember can be asked.
    confidence : float, default 0.95
        Of the intervals, in (0, 1); 0 for none.

    Returns
    -------
    Result
        Equal slices of several files are one slice.

    Examples
    --------
    >>> slicewise.read_states(spark, "out/late/states").to_pandas()
    """
    require_functions(spark)
    with translated():
        frame = spark.read.parquet(path)
    return merge(frame, metrics=metrics, confidence=confidence)


def merge(
    *states: DataFrame | Result,
    metrics: str | Sequence[str] | None = None,
    confidence: float = 0.95,
) -> Result:
    """States of many runs as one: days become a week, shards a whole; no row is read.

    Parameters
    ----------
    *states : pyspark.sql.DataFrame or Result
        Results, or frames with columns ``definition``, ``slice_key`` and ``state``, all for the
        same metrics.
    metrics : str or sequence of str, optional
        Which metrics to ask; those that the states were made for unless given.
    confidence : float, default 0.95
        Of the intervals, in (0, 1); 0 for none.

    Returns
    -------
    Result
        Equal, to the bit, to the evaluation of all rows at once.

    Examples
    --------
    >>> week = slicewise.merge(*days)
    """
    if not states:
        raise SlicewiseError("expected at least one result or frame of states, found none")
    frames = [each.states if isinstance(each, Result) else expect_frame(each) for each in states]
    for frame in frames:
        require_functions(frame.sparkSession)
        missing = [name for name in _NEEDED if name not in frame.columns]
        if missing:
            raise SlicewiseError(
                f"expected columns {', '.join(_NEEDED)} of stored states, found no {missing[0]}"
                f" among {', '.join(frame.columns)}"
            )
    text = metrics if isinstance(metrics, str) or metrics is None else ", ".join(metrics)
    with translated():
        all_states = reduce(
            lambda a, b: a.unionByName(b), [frame.select(*_NEEDED) for frame in frames]
        )
        merged = stored(_renumbered(all_states)).persist()
        _expect_one_plan(merged)
        result = Result(merged, Asked(text, confidence, "skip", None), facts=[])
    return result


def _renumbered(states: DataFrame) -> DataFrame:
    """Keys whose definition is numbered anew: the same one may have other numbers elsewhere."""
    from pyspark.sql import functions as sf

    definitions = (
        states.groupBy("definition")
        .agg(sf.min(sf.substring("slice_key", 1, 2)).alias("number"))
        .orderBy("number", "definition")
        .collect()
    )
    if not definitions:
        raise SlicewiseError("expected stored states, found none")
    number = sf.lit(None).cast("binary")
    for position, row in enumerate(definitions):
        same = sf.col("definition") == sf.lit(row["definition"])
        number = sf.when(same, sf.lit(bytearray(position.to_bytes(2, "big")))).otherwise(number)
    rest = sf.expr("substring(slice_key, 3)")
    return states.select("definition", sf.concat(number, rest).alias("slice_key"), "state")


def _expect_one_plan(states: DataFrame) -> None:
    from pyspark.sql import functions as sf

    info = call("eval_info", sf.col("state")).getField("metrics").alias("metrics")
    plans = states.select("fingerprint", info).dropDuplicates(["fingerprint"]).collect()
    if len(plans) > 1:
        found = " and ".join(sorted(", ".join(plan["metrics"]) for plan in plans))
        raise SlicewiseError(
            f"expected states of one plan, found those of {len(plans)}: {found}; merge those of"
            " each by themselves, or evaluate again"
        )
