"""Quality: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = [
    "approx_distinct",
    "clipped_rate",
    "column_max",
    "column_mean",
    "column_min",
    "column_std",
    "count",
    "distinct_count",
    "distinct_labels",
    "distinct_predictions",
    "distinct_values",
    "example_count",
    "inf_rate",
    "infinity_rate",
    "invalid_rate",
    "label_inf_rate",
    "label_nan_rate",
    "label_null_rate",
    "label_zero_rate",
    "max_label",
    "max_prediction",
    "max_value",
    "mean_label",
    "mean_prediction",
    "mean_value",
    "min_label",
    "min_prediction",
    "min_value",
    "missing_rate",
    "nan_rate",
    "null_rate",
    "prediction_inf_rate",
    "prediction_nan_rate",
    "prediction_null_rate",
    "prediction_zero_rate",
    "row_count",
    "skipped_rate",
    "std_label",
    "std_prediction",
    "std_value",
    "sum_weight",
    "weighted_count",
    "weighted_example_count",
    "zero_rate",
]


def clipped_rate(
    label: ColumnOrName, prediction: ColumnOrName, *, eps: float | None = None, weight: ColumnOrName
    | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Clipped rate: the share of rows whose probability log_loss moves away from 0 or 1.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    eps : float, optional
        distance from 0 and 1 at which log_loss clips; in (0, 0.5); 2.220446049250313e-16 unless
        given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{p < eps or p > 1 − eps} / W.
    * Range: [0, 1].
    * Units: none.
    * Better: none.
    * Use: Each such row would have a log loss of 0 or infinity. Many of them are a finding about
      the model: it claims certainty.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Edge: label outside [0, 1] or probability beyond tolerance: row skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.clipped_rate("label", "prediction"))
    """
    parameters: Parameters = {"eps": eps}
    return call_metric("slicewise_clipped_rate", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def count(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Count: how many rows of the slice have a usable label and prediction.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: n_used; the counter n_rows beside it counts unusable rows as well.
    * Range: [1, inf).
    * Units: rows.
    * Better: none.
    * Use: Every other value is as sure as its count is large; a count that falls is often the first
      sign that data went missing.
    * Exactness: exact up to final rounding.
    * Source: TensorFlow Model Analysis ExampleCount, which counts unusable rows too.
    * Edge: no usable rows: undefined.
    * Edge: weighted rows: those of positive weight are counted, whatever it is.
    * Also called: example_count, row_count.

    Examples
    --------
    >>> df.groupBy("city").agg(F.count("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_count", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def distinct_count(
    value: ColumnOrName, *, column: str | None = None, precision: int | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Distinct values of a column, estimated.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    precision : int, optional
        bits that choose a register; in [4, 16]; 12 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{distinct x} over rows of positive weight, by 2^precision HyperLogLog registers and
      Ertl's estimator, rounded to a whole number.
    * Range: [1, inf).
    * Units: values.
    * Better: none.
    * Use: A model that returns twelve different predictions is a table of twelve; a column with as
      many values as rows is an identifier.
    * Exactness: estimated: the standard error is 1.04/√(2^precision) of the value, 1.6 % at
      precision 12; the interval is the estimate's.
    * Source: Ertl 2017, arXiv:1702.01284; the hash of catalogue D.9.
    * Edge: no usable rows: undefined.
    * Edge: −0.0 and 0.0: one value.
    * Edge: weights do not matter, but for 0, which excludes a row.
    * Also called: distinct_values, approx_distinct.

    Examples
    --------
    >>> df.groupBy("city").agg(F.distinct_count("value"))
    """
    parameters: Parameters = {"column": column, "precision": precision}
    return call_metric("slicewise_distinct_count", {"value": value}, parameters, weight, profile, columns)


def distinct_labels(
    value: ColumnOrName, *, precision: int | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Distinct values of a column, estimated.

    This is ``distinct_count`` with column = label.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    precision : int, optional
        bits that choose a register; in [4, 16]; 12 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{distinct x} over rows of positive weight, by 2^precision HyperLogLog registers and
      Ertl's estimator, rounded to a whole number.
    * Range: [1, inf).
    * Units: values.
    * Better: none.
    * Use: A model that returns twelve different predictions is a table of twelve; a column with as
      many values as rows is an identifier.
    * Exactness: estimated: the standard error is 1.04/√(2^precision) of the value, 1.6 % at
      precision 12; the interval is the estimate's.
    * Source: Ertl 2017, arXiv:1702.01284; the hash of catalogue D.9.
    * Edge: no usable rows: undefined.
    * Edge: −0.0 and 0.0: one value.
    * Edge: weights do not matter, but for 0, which excludes a row.
    * Also called: distinct_values, approx_distinct.

    Examples
    --------
    >>> df.groupBy("city").agg(F.distinct_labels("value"))
    """
    parameters: Parameters = {"precision": precision}
    return call_metric("distinct_labels", {"value": value}, parameters, weight, profile, columns)


def distinct_predictions(
    value: ColumnOrName, *, precision: int | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Distinct values of a column, estimated.

    This is ``distinct_count`` with column = prediction.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    precision : int, optional
        bits that choose a register; in [4, 16]; 12 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{distinct x} over rows of positive weight, by 2^precision HyperLogLog registers and
      Ertl's estimator, rounded to a whole number.
    * Range: [1, inf).
    * Units: values.
    * Better: none.
    * Use: A model that returns twelve different predictions is a table of twelve; a column with as
      many values as rows is an identifier.
    * Exactness: estimated: the standard error is 1.04/√(2^precision) of the value, 1.6 % at
      precision 12; the interval is the estimate's.
    * Source: Ertl 2017, arXiv:1702.01284; the hash of catalogue D.9.
    * Edge: no usable rows: undefined.
    * Edge: −0.0 and 0.0: one value.
    * Edge: weights do not matter, but for 0, which excludes a row.
    * Also called: distinct_values, approx_distinct.

    Examples
    --------
    >>> df.groupBy("city").agg(F.distinct_predictions("value"))
    """
    parameters: Parameters = {"precision": precision}
    return call_metric("distinct_predictions", {"value": value}, parameters, weight, profile, columns)


def inf_rate(
    value: ColumnOrName, *, column: str | None = None, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Infinity rate: the share of rows in which a column is plus or minus infinity.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{column is infinite} / n_rows; detail n is the number of rows.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: Overflow or a division by zero upstream; one such row would make any mean infinite, so
      they are skipped and counted.
    * Exactness: exact up to final rounding.
    * Edge: no rows, or no row of positive weight: undefined.
    * Edge: every row infinite: 1.
    * Edge: weighted rows: rows are counted, not weight, those of weight 0 included.
    * Also called: infinity_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.inf_rate("value"))
    """
    parameters: Parameters = {"column": column}
    return call_metric("slicewise_inf_rate", {"value": value}, parameters, weight, profile, columns)


def label_inf_rate(
    value: ColumnOrName, *, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Infinity rate: the share of rows in which a column is plus or minus infinity.

    This is ``inf_rate`` with column = label.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{column is infinite} / n_rows; detail n is the number of rows.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: Overflow or a division by zero upstream; one such row would make any mean infinite, so
      they are skipped and counted.
    * Exactness: exact up to final rounding.
    * Edge: no rows, or no row of positive weight: undefined.
    * Edge: every row infinite: 1.
    * Edge: weighted rows: rows are counted, not weight, those of weight 0 included.
    * Also called: infinity_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.label_inf_rate("value"))
    """
    parameters: Parameters = {}
    return call_metric("label_inf_rate", {"value": value}, parameters, weight, profile, columns)


def prediction_inf_rate(
    value: ColumnOrName, *, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Infinity rate: the share of rows in which a column is plus or minus infinity.

    This is ``inf_rate`` with column = prediction.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{column is infinite} / n_rows; detail n is the number of rows.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: Overflow or a division by zero upstream; one such row would make any mean infinite, so
      they are skipped and counted.
    * Exactness: exact up to final rounding.
    * Edge: no rows, or no row of positive weight: undefined.
    * Edge: every row infinite: 1.
    * Edge: weighted rows: rows are counted, not weight, those of weight 0 included.
    * Also called: infinity_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.prediction_inf_rate("value"))
    """
    parameters: Parameters = {}
    return call_metric("prediction_inf_rate", {"value": value}, parameters, weight, profile, columns)


def invalid_rate(
    label: ColumnOrName, prediction: ColumnOrName, *, of: str | None = None, weight: ColumnOrName |
    None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Invalid rate: the share of all rows that a metric could not use.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    of : str, optional
        a metric with its parameters, such as 'log_loss'; mean_absolute_error unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 1 − n_used / n_rows of the metric named by of; details say why: n_null, n_domain, ….
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: Rows that are skipped are not missing at random: a model looks best where its hardest
      rows have no label yet.
    * Exactness: exact up to final rounding.
    * Source: Catalogue A.5.
    * Edge: no rows, or no row of positive weight: undefined.
    * Edge: no row usable: 1.
    * Edge: rows of weight 0: not used, and so counted.
    * Edge: weighted rows: rows are counted, not weight.
    * Also called: skipped_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.invalid_rate("label", "prediction"))
    """
    parameters: Parameters = {"of": of}
    return call_metric("slicewise_invalid_rate", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def max_value(
    value: ColumnOrName, *, column: str | None = None, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Largest value of a column.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max x over rows of positive weight.
    * Range: (-inf, inf).
    * Units: units of the column.
    * Better: none.
    * Use: Values beyond what a column can be (a negative age, a price of 999999) are seen here and
      nowhere else. It has no interval: the next row may lie anywhere.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Also called: column_max.

    Examples
    --------
    >>> df.groupBy("city").agg(F.max_value("value"))
    """
    parameters: Parameters = {"column": column}
    return call_metric("slicewise_max_value", {"value": value}, parameters, weight, profile, columns)


def max_label(
    value: ColumnOrName, *, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Largest value of a column.

    This is ``max_value`` with column = label.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max x over rows of positive weight.
    * Range: (-inf, inf).
    * Units: units of the column.
    * Better: none.
    * Use: Values beyond what a column can be (a negative age, a price of 999999) are seen here and
      nowhere else. It has no interval: the next row may lie anywhere.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Also called: column_max.

    Examples
    --------
    >>> df.groupBy("city").agg(F.max_label("value"))
    """
    parameters: Parameters = {}
    return call_metric("max_label", {"value": value}, parameters, weight, profile, columns)


def max_prediction(
    value: ColumnOrName, *, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Largest value of a column.

    This is ``max_value`` with column = prediction.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max x over rows of positive weight.
    * Range: (-inf, inf).
    * Units: units of the column.
    * Better: none.
    * Use: Values beyond what a column can be (a negative age, a price of 999999) are seen here and
      nowhere else. It has no interval: the next row may lie anywhere.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Also called: column_max.

    Examples
    --------
    >>> df.groupBy("city").agg(F.max_prediction("value"))
    """
    parameters: Parameters = {}
    return call_metric("max_prediction", {"value": value}, parameters, weight, profile, columns)


def mean_label(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean label, over the rows with a usable label and prediction.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·y / W.
    * Range: (-inf, inf).
    * Units: units of the label.
    * Better: none.
    * Use: What there was to predict: a slice whose mean label moves has changed, whatever the model
      does.
    * Exactness: exact up to final rounding.
    * Source: TensorFlow Model Analysis MeanLabel.
    * Edge: no usable rows: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_label("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_mean_label", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def mean_prediction(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean prediction, over the rows with a usable label and prediction.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·p / W.
    * Range: (-inf, inf).
    * Units: units of the label.
    * Better: none.
    * Use: What was predicted, without waiting for labels to mature; its difference to mean_label is
      mean_error.
    * Exactness: exact up to final rounding.
    * Source: TensorFlow Model Analysis MeanPrediction.
    * Edge: no usable rows: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_prediction("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_mean_prediction", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def mean_value(
    value: ColumnOrName, *, column: str | None = None, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean of a column: the average latency, price or size of a slice.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·x / W over the rows where the column is usable.
    * Range: (-inf, inf).
    * Units: units of the column.
    * Better: none.
    * Use: It needs no label. One outlier moves it; quantile_value at 0.5 does not follow.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Also called: column_mean.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_value("value"))
    """
    parameters: Parameters = {"column": column}
    return call_metric("slicewise_mean_value", {"value": value}, parameters, weight, profile, columns)


def min_value(
    value: ColumnOrName, *, column: str | None = None, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Smallest value of a column.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: min x over rows of positive weight.
    * Range: (-inf, inf).
    * Units: units of the column.
    * Better: none.
    * Use: Values beyond what a column can be (a negative age, a price of 999999) are seen here and
      nowhere else. It has no interval: the next row may lie anywhere.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Also called: column_min.

    Examples
    --------
    >>> df.groupBy("city").agg(F.min_value("value"))
    """
    parameters: Parameters = {"column": column}
    return call_metric("slicewise_min_value", {"value": value}, parameters, weight, profile, columns)


def min_label(
    value: ColumnOrName, *, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Smallest value of a column.

    This is ``min_value`` with column = label.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: min x over rows of positive weight.
    * Range: (-inf, inf).
    * Units: units of the column.
    * Better: none.
    * Use: Values beyond what a column can be (a negative age, a price of 999999) are seen here and
      nowhere else. It has no interval: the next row may lie anywhere.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Also called: column_min.

    Examples
    --------
    >>> df.groupBy("city").agg(F.min_label("value"))
    """
    parameters: Parameters = {}
    return call_metric("min_label", {"value": value}, parameters, weight, profile, columns)


def min_prediction(
    value: ColumnOrName, *, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Smallest value of a column.

    This is ``min_value`` with column = prediction.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: min x over rows of positive weight.
    * Range: (-inf, inf).
    * Units: units of the column.
    * Better: none.
    * Use: Values beyond what a column can be (a negative age, a price of 999999) are seen here and
      nowhere else. It has no interval: the next row may lie anywhere.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Also called: column_min.

    Examples
    --------
    >>> df.groupBy("city").agg(F.min_prediction("value"))
    """
    parameters: Parameters = {}
    return call_metric("min_prediction", {"value": value}, parameters, weight, profile, columns)


def nan_rate(
    value: ColumnOrName, *, column: str | None = None, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """NaN rate: the share of rows in which a column is NaN.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{column is NaN} / n_rows; detail n is the number of rows.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: A NaN is a computation that failed (0/0, a missing value in pandas), not a value that was
      never there.
    * Exactness: exact up to final rounding.
    * Edge: no rows, or no row of positive weight: undefined.
    * Edge: every row NaN: 1.
    * Edge: weighted rows: rows are counted, not weight, those of weight 0 included.

    Examples
    --------
    >>> df.groupBy("city").agg(F.nan_rate("value"))
    """
    parameters: Parameters = {"column": column}
    return call_metric("slicewise_nan_rate", {"value": value}, parameters, weight, profile, columns)


def label_nan_rate(
    value: ColumnOrName, *, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """NaN rate: the share of rows in which a column is NaN.

    This is ``nan_rate`` with column = label.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{column is NaN} / n_rows; detail n is the number of rows.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: A NaN is a computation that failed (0/0, a missing value in pandas), not a value that was
      never there.
    * Exactness: exact up to final rounding.
    * Edge: no rows, or no row of positive weight: undefined.
    * Edge: every row NaN: 1.
    * Edge: weighted rows: rows are counted, not weight, those of weight 0 included.

    Examples
    --------
    >>> df.groupBy("city").agg(F.label_nan_rate("value"))
    """
    parameters: Parameters = {}
    return call_metric("label_nan_rate", {"value": value}, parameters, weight, profile, columns)


def prediction_nan_rate(
    value: ColumnOrName, *, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """NaN rate: the share of rows in which a column is NaN.

    This is ``nan_rate`` with column = prediction.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{column is NaN} / n_rows; detail n is the number of rows.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: A NaN is a computation that failed (0/0, a missing value in pandas), not a value that was
      never there.
    * Exactness: exact up to final rounding.
    * Edge: no rows, or no row of positive weight: undefined.
    * Edge: every row NaN: 1.
    * Edge: weighted rows: rows are counted, not weight, those of weight 0 included.

    Examples
    --------
    >>> df.groupBy("city").agg(F.prediction_nan_rate("value"))
    """
    parameters: Parameters = {}
    return call_metric("prediction_nan_rate", {"value": value}, parameters, weight, profile, columns)


def null_rate(
    value: ColumnOrName, *, column: str | None = None, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Null rate: the share of rows in which a column is NULL.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{column is NULL} / n_rows; detail n is the number of rows.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: Missing values that come in waves are the earliest sign of a broken feed. NaN is not
      NULL: nan_rate counts it.
    * Exactness: exact up to final rounding.
    * Edge: no rows, or no row of positive weight: undefined.
    * Edge: every row NULL: 1.
    * Edge: weighted rows: rows are counted, not weight, those of weight 0 included.
    * Also called: missing_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.null_rate("value"))
    """
    parameters: Parameters = {"column": column}
    return call_metric("slicewise_null_rate", {"value": value}, parameters, weight, profile, columns)


def label_null_rate(
    value: ColumnOrName, *, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Null rate: the share of rows in which a column is NULL.

    This is ``null_rate`` with column = label.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{column is NULL} / n_rows; detail n is the number of rows.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: Missing values that come in waves are the earliest sign of a broken feed. NaN is not
      NULL: nan_rate counts it.
    * Exactness: exact up to final rounding.
    * Edge: no rows, or no row of positive weight: undefined.
    * Edge: every row NULL: 1.
    * Edge: weighted rows: rows are counted, not weight, those of weight 0 included.
    * Also called: missing_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.label_null_rate("value"))
    """
    parameters: Parameters = {}
    return call_metric("label_null_rate", {"value": value}, parameters, weight, profile, columns)


def prediction_null_rate(
    value: ColumnOrName, *, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Null rate: the share of rows in which a column is NULL.

    This is ``null_rate`` with column = prediction.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{column is NULL} / n_rows; detail n is the number of rows.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: Missing values that come in waves are the earliest sign of a broken feed. NaN is not
      NULL: nan_rate counts it.
    * Exactness: exact up to final rounding.
    * Edge: no rows, or no row of positive weight: undefined.
    * Edge: every row NULL: 1.
    * Edge: weighted rows: rows are counted, not weight, those of weight 0 included.
    * Also called: missing_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.prediction_null_rate("value"))
    """
    parameters: Parameters = {}
    return call_metric("prediction_null_rate", {"value": value}, parameters, weight, profile, columns)


def std_value(
    value: ColumnOrName, *, column: str | None = None, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Standard deviation of a column.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: √(Σ w(x − mean)² / W), evaluated in exact integers.
    * Range: [0, inf).
    * Units: units of the column.
    * Better: none.
    * Use: A prediction whose spread collapses has stopped using its inputs. Divides by W, not by W
      − 1.
    * Exactness: exact up to final rounding.
    * Source: numpy 1.24 std with ddof=0.
    * Edge: fewer than 2 rows: undefined.
    * Edge: a constant column: 0.
    * Edge: squares that overflow: undefined.
    * Also called: column_std.

    Examples
    --------
    >>> df.groupBy("city").agg(F.std_value("value"))
    """
    parameters: Parameters = {"column": column}
    return call_metric("slicewise_std_value", {"value": value}, parameters, weight, profile, columns)


def std_label(
    value: ColumnOrName, *, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Standard deviation of a column.

    This is ``std_value`` with column = label.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: √(Σ w(x − mean)² / W), evaluated in exact integers.
    * Range: [0, inf).
    * Units: units of the column.
    * Better: none.
    * Use: A prediction whose spread collapses has stopped using its inputs. Divides by W, not by W
      − 1.
    * Exactness: exact up to final rounding.
    * Source: numpy 1.24 std with ddof=0.
    * Edge: fewer than 2 rows: undefined.
    * Edge: a constant column: 0.
    * Edge: squares that overflow: undefined.
    * Also called: column_std.

    Examples
    --------
    >>> df.groupBy("city").agg(F.std_label("value"))
    """
    parameters: Parameters = {}
    return call_metric("std_label", {"value": value}, parameters, weight, profile, columns)


def std_prediction(
    value: ColumnOrName, *, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Standard deviation of a column.

    This is ``std_value`` with column = prediction.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: √(Σ w(x − mean)² / W), evaluated in exact integers.
    * Range: [0, inf).
    * Units: units of the column.
    * Better: none.
    * Use: A prediction whose spread collapses has stopped using its inputs. Divides by W, not by W
      − 1.
    * Exactness: exact up to final rounding.
    * Source: numpy 1.24 std with ddof=0.
    * Edge: fewer than 2 rows: undefined.
    * Edge: a constant column: 0.
    * Edge: squares that overflow: undefined.
    * Also called: column_std.

    Examples
    --------
    >>> df.groupBy("city").agg(F.std_prediction("value"))
    """
    parameters: Parameters = {}
    return call_metric("std_prediction", {"value": value}, parameters, weight, profile, columns)


def weighted_count(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Weighted count: the weight of all rows with a usable label and prediction.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: W = Σw; detail effective_rows is W²/Σw².
    * Range: (0, inf).
    * Units: units of the weight; rows without weights.
    * Better: none.
    * Use: effective_rows says how many rows of equal weight would say as much: far below the count,
      a few rows decide every value.
    * Exactness: exact up to final rounding.
    * Source: TensorFlow Model Analysis WeightedExampleCount; Kish 1965 for the effective rows.
    * Edge: no usable rows: undefined.
    * Edge: unweighted rows: their number.
    * Edge: weights that overflow: +Infinity.
    * Also called: weighted_example_count, sum_weight.

    Examples
    --------
    >>> df.groupBy("city").agg(F.weighted_count("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_weighted_count", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def zero_rate(
    value: ColumnOrName, *, column: str | None = None, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Zero rate: the share of a column's usable rows that hold 0.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{x = 0} / W over the rows where the column is usable.
    * Range: [0, 1].
    * Units: none.
    * Better: none.
    * Use: Missing values that were filled with 0 show here; so does a label of which percentages
      cannot be taken.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Edge: −0.0: counts as 0.

    Examples
    --------
    >>> df.groupBy("city").agg(F.zero_rate("value"))
    """
    parameters: Parameters = {"column": column}
    return call_metric("slicewise_zero_rate", {"value": value}, parameters, weight, profile, columns)


def label_zero_rate(
    value: ColumnOrName, *, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Zero rate: the share of a column's usable rows that hold 0.

    This is ``zero_rate`` with column = label.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{x = 0} / W over the rows where the column is usable.
    * Range: [0, 1].
    * Units: none.
    * Better: none.
    * Use: Missing values that were filled with 0 show here; so does a label of which percentages
      cannot be taken.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Edge: −0.0: counts as 0.

    Examples
    --------
    >>> df.groupBy("city").agg(F.label_zero_rate("value"))
    """
    parameters: Parameters = {}
    return call_metric("label_zero_rate", {"value": value}, parameters, weight, profile, columns)


def prediction_zero_rate(
    value: ColumnOrName, *, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Zero rate: the share of a column's usable rows that hold 0.

    This is ``zero_rate`` with column = prediction.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{x = 0} / W over the rows where the column is usable.
    * Range: [0, 1].
    * Units: none.
    * Better: none.
    * Use: Missing values that were filled with 0 show here; so does a label of which percentages
      cannot be taken.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Edge: −0.0: counts as 0.

    Examples
    --------
    >>> df.groupBy("city").agg(F.prediction_zero_rate("value"))
    """
    parameters: Parameters = {}
    return call_metric("prediction_zero_rate", {"value": value}, parameters, weight, profile, columns)


example_count = count
row_count = count
distinct_values = distinct_count
approx_distinct = distinct_count
infinity_rate = inf_rate
skipped_rate = invalid_rate
column_max = max_value
column_mean = mean_value
column_min = min_value
missing_rate = null_rate
column_std = std_value
weighted_example_count = weighted_count
sum_weight = weighted_count
