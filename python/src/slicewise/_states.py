"""Stored states: read from files, merged into coarser or longer ones, asked again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from typing import TYPE_CHECKING

from slicewise import _definitions
from slicewise._calls import call
from slicewise._coarser import Part, expect_aligned, projected
from slicewise._errors import SlicewiseError, sentence, spark_errors, translated
from slicewise._frame import expect_frame
from slicewise._result import NEEDED, Asked, Result, stored
from slicewise._session import require_functions
from slicewise._table import Moment, chosen, publications

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession


def read_states(
    spark: SparkSession,
    path: str,
    *,
    model: str | None = None,
    start: Moment | None = None,
    end: Moment | None = None,
    window: str | None = None,
    slices: str | Sequence[str | Sequence[str]] | None = None,
    metrics: str | Sequence[str] | None = None,
    confidence: float = 0.95,
) -> Result:
    """The results of stored states: of a state table, or ``states/`` of ``slicewise evaluate``.

    Parameters
    ----------
    spark : pyspark.sql.SparkSession
        Classic or Connect.
    path : str
        A state table in a directory, as ``slicewise evaluate --state-table`` keeps it, or a folder
        of Parquet files with states. Spark reads it: with Connect it is a path of the server.
    model : str, optional
        Of a state table: whose states; needed when the table has those of several models.
    start, end : str, date or datetime, optional
        Of a state table: the windows from ``start`` until ``end``, which is excluded; all unless
        given. Texts such as ``"2026-11-21"`` are read by the session's time zone. States cannot be
        divided, so both must lie between windows.
    window : {"hour", "day", "week", "month", "quarter", "year"}, optional
        Of a state table: the windows to make, as the first dimension ``window`` of all slices, by
        the session's time zone; one from the first to the last unless given.
    slices : str or sequence, optional
        Definitions to make, as in :func:`slicewise.evaluate`, from the stored ones or finer ones;
        those that are stored unless given.
    metrics : str or sequence of str, optional
        Which metrics to ask; those that the states were made for unless given. Any metric that
        needs no more than the states remember can be asked.
    confidence : float, default 0.95
        Of the intervals, in (0, 1); 0 for none.

    Returns
    -------
    Result
        Equal slices of several files or windows are one slice, to the bit what ``slicewise merge``
        gives with the same ``--from``, ``--to``, ``--window`` and ``--slice``. Slice definitions
        that some window has not, or that are cut to the most frequent values of each, are left out
        with a warning.

    Raises
    ------
    SlicewiseError
        When there are no such states, windows overlap, or states are of different plans.

    Examples
    --------
    >>> slicewise.read_states(spark, "out/late/states").to_pandas()
    >>> slicewise.read_states(spark, "out/states", start="2013-01-01", end="2013-07-01")
    >>> slicewise.read_states(spark, "out/states", window="month", slices=["", "carrier"])
    """
    require_functions(spark)
    with translated():
        known = publications(spark, path)
        wanted = None if slices is None else _definitions.canonical(spark, slices)
        if known is not None:
            parts, windows = chosen(spark, path, known, model, start, end)
            if window is not None:
                expect_aligned(parts, window)
            frame = projected(parts, wanted, windows=windows > 1, unit=window)
            return _merged(frame, metrics, confidence)
        if not (model is None and start is None and end is None and window is None):
            raise SlicewiseError(
                f"expected a state table at {path}, found none; `slicewise evaluate --state-table`"
                " publishes to one, and folders of states are read without model, start, end and"
                " window"
            )
        frame = _parquet(spark, path)
    return merge(frame, slices=slices, metrics=metrics, confidence=confidence)


def _parquet(spark: SparkSession, path: str) -> DataFrame:
    try:
        frame = spark.read.parquet(path)
        # Connect looks for the folder only now.
        _ = frame.columns
    except spark_errors() as error:
        raise SlicewiseError(
            f"expected a state table or a folder of states at {path}, found: {sentence(error)}"
        ) from None
    return frame


def merge(
    *states: DataFrame | Result,
    slices: str | Sequence[str | Sequence[str]] | None = None,
    metrics: str | Sequence[str] | None = None,
    confidence: float = 0.95,
) -> Result:
    """States of many runs as one: days become a week, shards a whole; no row is read.

    Parameters
    ----------
    *states : pyspark.sql.DataFrame or Result
        Results, or frames with columns ``definition``, ``slice_key`` and ``state``, all for the
        same metrics and of different rows.
    slices : str or sequence, optional
        Definitions to make, as in :func:`slicewise.evaluate`, from the stored ones or finer ones
        (``"carrier"`` from ``"carrier, origin"``); those that are stored unless given.
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
    >>> slicewise.merge(week, slices=["", "carrier"])
    """
    if not states:
        raise SlicewiseError("expected at least one result or frame of states, found none")
    frames = [each.states if isinstance(each, Result) else expect_frame(each) for each in states]
    for frame in frames:
        require_functions(frame.sparkSession)
        missing = [name for name in NEEDED if name not in frame.columns]
        if missing:
            raise SlicewiseError(
                f"expected columns {', '.join(NEEDED)} of stored states, found no {missing[0]}"
                f" among {', '.join(frame.columns)}"
            )
    with translated():
        if slices is None:
            united = reduce(
                lambda a, b: a.unionByName(b), [each.select(*NEEDED) for each in frames]
            )
            return _merged(_renumbered(united), metrics, confidence)
        parts = [
            Part(each, _definitions.stored(each), f"the states given as number {i}")
            for i, each in enumerate(frames, 1)
        ]
        wanted = _definitions.canonical(frames[0].sparkSession, slices)
        return _merged(projected(parts, wanted, windows=len(parts) > 1), metrics, confidence)


def _merged(keyed: DataFrame, metrics: str | Sequence[str] | None, confidence: float) -> Result:
    """Equal slices as one, finished when they are asked."""
    text = metrics if isinstance(metrics, str) or metrics is None else ", ".join(metrics)
    merged = stored(keyed).persist()
    _expect_one_plan(merged)
    return Result(merged, Asked(text, confidence, "skip", None), facts=[])


def _renumbered(states: DataFrame) -> DataFrame:
    """Keys whose definition is numbered anew: the same one may have other numbers elsewhere."""
    from pyspark.sql import functions as sf

    definitions = _definitions.stored(states)
    if not definitions:
        raise SlicewiseError("expected stored states, found none")
    key = sf.concat(_definitions.number(definitions), _definitions.values(sf.col("slice_key")))
    return states.select("definition", key.alias("slice_key"), "state")


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
