"""Functions on states: what is remembered of a group, merged and asked later."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise._calls import call, named_columns
from slicewise.functions._metric import ColumnOrName, expect_functions

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = ["eval_merge", "eval_metric", "eval_metrics", "eval_results", "eval_state"]


def eval_state(
    metrics: str,
    label: ColumnOrName | None = None,
    prediction: ColumnOrName | None = None,
    *,
    weight: ColumnOrName | None = None,
    key: ColumnOrName | None = None,
    intervals: bool | None = None,
    jackknife: bool | None = None,
    profile: str | None = None,
    **columns: ColumnOrName,
) -> Column:
    """The state of a group for a list of metrics, as binary: an aggregate.

    Parameters
    ----------
    metrics : str
        A list such as ``"mae, quantile_abs_error(q=0.99)"``.
    label, prediction : Column or str, optional
        Where the metrics read them.
    weight : Column or str, optional
        Of a row, finite and at least 0; without it every row weighs 1.
    key : Column or str, optional
        What identifies a row, for hash groups and ties.
    intervals : bool, optional
        Whether closed-form intervals can be asked of the state; true unless given.
    jackknife : bool, optional
        Whether 32 hash groups are kept, for an interval of any metric; false unless given.
    profile : str, optional
        Whose conventions parameters follow that are not given.
    **columns : Column or str
        Further roles.

    Returns
    -------
    pyspark.sql.Column
        Binary; any coarser question is answered by merging such states.

    Examples
    --------
    >>> days = df.groupBy("day", "city").agg(F.eval_state("mae, rmse", "y", "p").alias("state"))
    """
    from pyspark.sql import functions as sf

    expect_functions()
    roles = named_columns(
        {"label": label, "prediction": prediction, "weight": weight, "key": key, **columns}
    )
    return call(
        "eval_state",
        sf.lit(metrics),
        **roles,
        intervals=intervals,
        jackknife=jackknife,
        profile=profile,
    )


def eval_merge(state: ColumnOrName) -> Column:
    """All states of a group merged into one, exactly: an aggregate.

    Parameters
    ----------
    state : Column or str
        Binary of :func:`eval_state`, all for the same metrics.

    Returns
    -------
    pyspark.sql.Column
        Binary, equal to the state of all rows at once.

    Examples
    --------
    >>> week = days.groupBy("city").agg(F.eval_merge("state").alias("state"))
    """
    expect_functions()
    return call("eval_merge", **named_columns({"state": state}))


def eval_metric(state: ColumnOrName, metric: str, *, profile: str | None = None) -> Column:
    """The value of a metric on a state.

    Parameters
    ----------
    state : Column or str
        Binary of :func:`eval_state` or :func:`eval_merge`.
    metric : str
        Any metric that needs no more than the state remembers.
    profile : str, optional
        Whose conventions parameters follow that are not given.

    Returns
    -------
    pyspark.sql.Column
        A number; NULL where it is undefined.

    Examples
    --------
    >>> week.select("city", F.eval_metric("state", "rmse"))
    """
    expect_functions()
    return call("eval_metric", **named_columns({"state": state}), metric=metric, profile=profile)


def eval_metrics(state: ColumnOrName) -> Column:
    """The values of all metrics of a state.

    Parameters
    ----------
    state : Column or str
        Binary of :func:`eval_state` or :func:`eval_merge`.

    Returns
    -------
    pyspark.sql.Column
        A map from metric to number.

    Examples
    --------
    >>> week.select("city", F.eval_metrics("state"))
    """
    expect_functions()
    return call("eval_metrics", **named_columns({"state": state}))


def eval_results(
    state: ColumnOrName,
    *,
    metrics: str | None = None,
    confidence: float | None = None,
    invalid: str | None = None,
) -> Column:
    """The results of a state in long form: values, rows, intervals, reasons, counters, curves.

    Parameters
    ----------
    state : Column or str
        Binary of :func:`eval_state` or :func:`eval_merge`.
    metrics : str, optional
        A list; the metrics that the state was made for unless given.
    confidence : float, optional
        Of the intervals, in (0, 1); 0 for none; 0.95 unless given.
    invalid : {"skip", "fail", "null"}, optional
        What happens to rows that a metric cannot use; skip unless given.

    Returns
    -------
    pyspark.sql.Column
        An array of structs, one for each metric.

    Examples
    --------
    >>> week.select("city", sf.inline(F.eval_results("state")))
    """
    expect_functions()
    return call(
        "eval_results",
        **named_columns({"state": state}),
        metrics=metrics,
        confidence=confidence,
        invalid=invalid,
    )
