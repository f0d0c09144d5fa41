"""Comparison of models: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = [
    "metric_difference",
    "model_metric",
]


def metric_difference(
    label: ColumnOrName, prediction: ColumnOrName, baseline: ColumnOrName, *, metric: str | None =
    None, model: str | None = None, other: str | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Metric difference: any metric of one model less that of another, on the same rows.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    baseline : Column or str
        The prediction of another model; a number or a boolean.
    metric : str, optional
        the metric, with its parameters if any, in single quotes; mean_absolute_error unless given.
    model : str, optional
        the role of the predictions that are compared; prediction unless given.
    other : str, optional
        the role of the predictions that they are compared with; baseline unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: metric(label, model) − metric(label, other), on rows that both can be judged on.
    * Range: (-inf, inf).
    * Units: units of the metric.
    * Better: none.
    * Use: Whether a new model is better, with an interval far narrower than that of either value:
      what makes a row hard for both cancels. A difference that is not significant is no proof of
      equality: state a margin.
    * Exactness: as exact as the metric for both models; one rounding more.
    * Source: catalogue D.7; DeLong 1988 for areas, McNemar 1947 and Bonett and Price 2012 for
      shares.
    * Edge: a row that either model cannot be judged on: skipped for both, counted by its reason.
    * Edge: no usable rows, or the metric undefined for either model: undefined.
    * Edge: equal models: 0, and an interval that holds 0.
    * Edge: details: value and baseline_value, that of the other model; where every row has a
      number, rows_lower, rows_equal and rows_higher, the rows (or their weight) where the model's
      number is below, equal to or above the other's.

    Examples
    --------
    >>> df.groupBy("city").agg(F.metric_difference("label", "prediction", "baseline"))
    """
    parameters: Parameters = {"metric": metric, "model": model, "other": other}
    return call_metric("slicewise_metric_difference", {"label": label, "prediction": prediction, "baseline": baseline}, parameters, weight, profile, columns)


def model_metric(
    label: ColumnOrName, baseline: ColumnOrName, *, metric: str | None = None, model: str | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Model metric: any metric of another model's predictions, read in the same pass.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    baseline : Column or str
        The prediction of another model; a number or a boolean.
    metric : str, optional
        the metric, with its parameters if any, in single quotes; mean_absolute_error unless given.
    model : str, optional
        the role of the model's predictions; baseline unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: metric(label, model instead of prediction).
    * Range: (-inf, inf).
    * Units: units of the metric.
    * Better: none.
    * Use: Several models in one scan: their values differ in rows as well as in models where some
      rows are unusable for one of them; metric_difference takes the rows of both.
    * Exactness: as exact as the metric.
    * Source: the metric's own; its value is that of the metric on that column.
    * Edge: as the metric; rows that this model cannot be judged on are skipped and counted.

    Examples
    --------
    >>> df.groupBy("city").agg(F.model_metric("label", "baseline"))
    """
    parameters: Parameters = {"metric": metric, "model": model}
    return call_metric("slicewise_model_metric", {"label": label, "baseline": baseline}, parameters, weight, profile, columns)
