"""Drift: how columns and metrics of stored states differ from a reference."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from slicewise import _sides, _verdicts
from slicewise._calls import call, text_array
from slicewise._definitions import canonical
from slicewise._errors import translated
from slicewise._judged import Judged, together
from slicewise._result import Result
from slicewise._show import number

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, Row

Limit = float | str | tuple[float | None, float | None] | None


def _line(row: Row, method: str) -> _verdicts.Line:
    value, threshold = row["value"], row["threshold"]
    details = row["details"] or {}
    shown = _verdicts.interval(value, details.get("ci_low"), details.get("ci_high"))
    drawing = None
    if value is not None and threshold and row["direction"] == "above":
        # In shares of the limit, so that all methods have one scale.
        drawing = _verdicts.Drawing(min(value / threshold, 2.0), None, None, 1.0, "")
    return _verdicts.Line(
        _verdicts.label(row["slice"]),
        (
            row["window"] or "",
            row["column"],
            # Of a metric the column says which.
            "change" if row["method"] == "metric_drift" else method,
            f"{row['n_reference']:,} / {row['n_current']:,}",
            "" if threshold is None else f"{row['direction']} {number(threshold)}",
            shown,
        ),
        row["verdict"],
        row["reason"],
        drawing,
    )


class Drift(Judged):
    """Findings of drift: a column or metric of a slice, by one method, beside its reference.

    Shown by notebooks as a table, what drifted first. ``to_spark()`` and ``to_pandas()`` give the
    columns of the command line's ``drift.json``: ``window`` (null without windows), ``slices``,
    ``slice``, ``column``, ``method``, ``params``, ``value``, ``error_bound``, ``threshold``,
    ``direction`` (on which side of the threshold drift begins), ``verdict`` (drift, no_drift,
    inconclusive, shown, undefined), ``p_value`` and ``p_adjusted`` (which decide nothing),
    ``n_reference``, ``n_current``, ``details``, ``reason``.
    """

    _shown = _verdicts.Kind(
        "findings",
        ("drift", "inconclusive", "no_drift", "shown", "undefined"),
        False,
        ("window", "column", "method", "rows before / now", "limit", "value"),
        "method",
        _line,
    )


def drift(
    reference: DataFrame | Result,
    current: DataFrame | Result,
    *,
    by: str | None = None,
    columns: str | Sequence[str] | None = None,
    methods: str | Sequence[str] | None = None,
    metrics: str | Sequence[str] | None = None,
    slices: str | Sequence[str | Sequence[str]] | None = None,
    thresholds: Mapping[str, Limit] | None = None,
    min_rows: int = 30,
    confidence: float = 0.95,
) -> Drift:
    """Finds out whether rows changed: columns and metrics beside a reference, slice by slice.

    Reads no row: both sides are states, of one list of metrics. A column is compared when the
    states remember it, which takes the metric ``column_profile(column=…)`` in
    :func:`slicewise.evaluate`; every drift method can be asked of it afterwards. What is found is,
    to the digit, what ``slicewise drift`` writes for the same states.

    Parameters
    ----------
    reference, current : Result or pyspark.sql.DataFrame
        Results of :func:`slicewise.evaluate`, :func:`slicewise.merge` or
        :func:`slicewise.read_states`, or frames with columns ``definition``, ``slice_key`` and
        ``state``: what is compared with, and what is compared.
    by : str, optional
        The dimension of ``current`` that tells windows apart, such as ``"month"`` or the
        ``"window"`` of ``read_states(…, window="month")``. Each window is compared with the whole
        reference, whose slices do not have it: ``"month, carrier"`` with ``"carrier"``.
    columns : str or sequence of str, optional
        Which columns, such as ``["distance", "month:categories"]``; all that the states remember
        unless given.
    methods : str or sequence of str, optional
        How, such as ``["psi", "js_distance(bins=20)"]``; what is usual for a column's kind unless
        given. ``missing_rate_shift`` is always asked.
    metrics : str or sequence of str, optional
        Metrics whose change is shown with an interval; those of the states unless given, none of
        them with an empty list.
    slices : str or sequence, optional
        Which definitions, as in :func:`slicewise.evaluate`; all that are stored unless given.
    thresholds : mapping, optional
        What counts as drift, by method (``{"psi": 0.2}``), column and method
        (``{"distance.mean_shift": (-0.3, 0.3)}``) or metric, by how much it may get worse
        (``{"mae": "10%"}``). None shows a value without a verdict. Methods have usual thresholds,
        metrics have none.
    min_rows : int, default 30
        Usable rows on a side below which nothing is decided.
    confidence : float, default 0.95
        Of the intervals of changes of metrics, in (0, 1).

    Returns
    -------
    Drift
        Verdicts go by size: drift is a value beyond its threshold, and beyond what samples of
        these sizes show without drift (else it is inconclusive). p-values are shown, adjusted by
        Benjamini and Hochberg over slices and columns of a window, and decide nothing. A slice
        that only one side has is a finding with a reason, and without a value.

    Raises
    ------
    SlicewiseError
        When the states do not remember what is asked, are of different plans, or have no
        definition in common; the message says what to do.

    Examples
    --------
    >>> asked = {"label": "arr_delay", "prediction": "predicted_delay",
    ...          "metrics": ["mae", "column_profile(column=distance)"]}
    >>> winter = slicewise.evaluate(flights.where("month <= 3"), **asked)
    >>> later = slicewise.evaluate(flights.where("month > 3"), **asked, slices="month")
    >>> slicewise.drift(winter, later, by="month", thresholds={"mae": "10%"})
    """
    with translated():
        before = _sides.expect_states(reference, "reference")
        after = _sides.expect_states(current, "current")
        _sides.expect_one_plan(before, after)
        named = None if slices is None else canonical(before.sparkSession, slices)
        joined, definitions = _sides.beside(
            _sides.Side.of(before, "the reference", named),
            _sides.Side.of(after, "the current states", named, by),
            windows=by is not None,
        )
        found = call(
            "eval_drift",
            joined["reference"],
            joined["current"],
            columns=_list(columns),
            methods=_list(methods),
            metrics=_list(metrics),
            thresholds=text_array(
                f"{name}={_limit(limit)}" for name, limit in (thresholds or {}).items()
            ),
            min_rows=min_rows,
            confidence=confidence,
        )
        keyed = joined.select(
            "window_key", "window", *_sides.shown(definitions), found.alias("found")
        )
        return Drift(together(keyed, "eval_drift_adjusted", min_rows=min_rows))


def _list(said: str | Sequence[str] | None) -> str | None:
    return said if said is None or isinstance(said, str) else ", ".join(said)


def _limit(limit: Limit) -> str:
    if limit is None:
        return "none"
    if isinstance(limit, tuple):
        return "..".join("" if end is None else repr(float(end)) for end in limit)
    return limit if isinstance(limit, str) else repr(float(limit))
