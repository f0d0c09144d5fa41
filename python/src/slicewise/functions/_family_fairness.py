"""Fairness: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = [
    "accuracy_parity",
    "accuracy_parity_difference",
    "demographic_parity_difference",
    "demographic_parity_ratio",
    "equal_opportunity_difference",
    "equalized_odds_difference",
    "equalized_odds_ratio",
    "group_calibration_gap",
    "group_metric_gap",
    "predictive_parity_difference",
]


def accuracy_parity(
    label: ColumnOrName, prediction: ColumnOrName, sensitive: ColumnOrName, *, threshold: float |
    None = None, method: str | None = None, min_group_size: int | None = None, weight: ColumnOrName
    | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Accuracy parity: how far the accuracy is apart between groups.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    sensitive : Column or str
        The group that a row belongs to; text, a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    method : str, optional
        between_groups: the largest value against the smallest; to_overall: the group farthest from
        all rows against them; between_groups | to_overall; between_groups unless given.
    min_group_size : int, optional
        groups of fewer rows are not compared; in [1, 1e9]; 30 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max − min over groups of (tp + tn) / n.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: The first look at who a model serves worse. Equal accuracy can hide opposite errors:
      false alarms for one group, misses for another.
    * Exactness: the values of groups are as exact as the metric; one rounding more.
    * Source: fairlearn 0.10 MetricFrame(accuracy_score).difference().
    * Edge: fewer than two groups of min_group_size rows with a value: undefined.
    * Edge: a smaller group: left out, detail groups_small counts them.
    * Edge: equal accuracies: 0.
    * Edge: sensitive is NULL: row skipped, n_null.
    * Edge: more than 1,000 groups: those kept by hash, detail groups_truncated = 1.
    * Edge: no usable rows: undefined.
    * Also called: accuracy_parity_difference.

    Examples
    --------
    >>> df.groupBy("city").agg(F.accuracy_parity("label", "prediction", "sensitive"))
    """
    parameters: Parameters = {"threshold": threshold, "method": method, "min_group_size": min_group_size}
    return call_metric("slicewise_accuracy_parity", {"label": label, "prediction": prediction, "sensitive": sensitive}, parameters, weight, profile, columns)


def demographic_parity_difference(
    label: ColumnOrName, prediction: ColumnOrName, sensitive: ColumnOrName, *, threshold: float |
    None = None, method: str | None = None, min_group_size: int | None = None, weight: ColumnOrName
    | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Demographic parity difference: how far the shares predicted positive are apart between
    groups.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    sensitive : Column or str
        The group that a row belongs to; text, a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    method : str, optional
        between_groups: the largest value against the smallest; to_overall: the group farthest from
        all rows against them; between_groups | to_overall; between_groups unless given.
    min_group_size : int, optional
        groups of fewer rows are not compared; in [1, 1e9]; 30 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max − min over groups of #{p ≥ threshold} / n.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: Whether a decision falls on groups equally often, whatever the labels say. Where base
      rates differ, a perfect classifier does not have parity: read it beside
      equalized_odds_difference.
    * Exactness: the values of groups are as exact as the metric; one rounding more.
    * Source: fairlearn 0.10 demographic_parity_difference, but without groups below min_group_size.
    * Edge: fewer than two groups of min_group_size rows with a value: undefined.
    * Edge: a smaller group: left out, detail groups_small counts them.
    * Edge: equal rates: 0.
    * Edge: sensitive is NULL: row skipped, n_null.
    * Edge: more than 1,000 groups: those kept by hash, detail groups_truncated = 1.
    * Edge: no usable rows: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.demographic_parity_difference("label", "prediction", "sensitive"))
    """
    parameters: Parameters = {"threshold": threshold, "method": method, "min_group_size": min_group_size}
    return call_metric("slicewise_demographic_parity_difference", {"label": label, "prediction": prediction, "sensitive": sensitive}, parameters, weight, profile, columns)


def demographic_parity_ratio(
    label: ColumnOrName, prediction: ColumnOrName, sensitive: ColumnOrName, *, threshold: float |
    None = None, method: str | None = None, min_group_size: int | None = None, weight: ColumnOrName
    | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Demographic parity ratio: the smallest share predicted positive over the largest.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    sensitive : Column or str
        The group that a row belongs to; text, a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    method : str, optional
        between_groups: the largest value against the smallest; to_overall: the group farthest from
        all rows against them; between_groups | to_overall; between_groups unless given.
    min_group_size : int, optional
        groups of fewer rows are not compared; in [1, 1e9]; 30 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: min / max over groups of #{p ≥ threshold} / n.
    * Range: [0, 1].
    * Units: none.
    * Better: one.
    * Use: The four-fifths rule of US employment law asks for 0.8: detail four_fifths_pass. It says
      nothing about errors, and with small rates the ratio jumps by single rows.
    * Exactness: the values of groups are as exact as the metric; one rounding more.
    * Source: fairlearn 0.10 demographic_parity_ratio; 29 CFR 1607.4(D).
    * Edge: fewer than two groups of min_group_size rows with a value: undefined.
    * Edge: a smaller group: left out, detail groups_small counts them.
    * Edge: nobody is predicted positive: undefined.
    * Edge: sensitive is NULL: row skipped, n_null.
    * Edge: more than 1,000 groups: those kept by hash, detail groups_truncated = 1.
    * Edge: no usable rows: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.demographic_parity_ratio("label", "prediction", "sensitive"))
    """
    parameters: Parameters = {"threshold": threshold, "method": method, "min_group_size": min_group_size}
    return call_metric("slicewise_demographic_parity_ratio", {"label": label, "prediction": prediction, "sensitive": sensitive}, parameters, weight, profile, columns)


def equal_opportunity_difference(
    label: ColumnOrName, prediction: ColumnOrName, sensitive: ColumnOrName, *, threshold: float |
    None = None, method: str | None = None, min_group_size: int | None = None, weight: ColumnOrName
    | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Equal opportunity difference: how far the recall is apart between groups.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    sensitive : Column or str
        The group that a row belongs to; text, a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    method : str, optional
        between_groups: the largest value against the smallest; to_overall: the group farthest from
        all rows against them; between_groups | to_overall; between_groups unless given.
    min_group_size : int, optional
        groups of fewer rows are not compared; in [1, 1e9]; 30 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max − min over groups of tp / (tp + fn).
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: Whether those who deserve a positive decision get it equally often. It depends on the
      labels, which may carry the very unfairness that is looked for.
    * Exactness: the values of groups are as exact as the metric; one rounding more.
    * Source: fairlearn 0.10 equal_opportunity_difference; Hardt et al. 2016, arXiv:1610.02413.
    * Edge: fewer than two groups of min_group_size rows with a value: undefined.
    * Edge: a smaller group: left out, detail groups_small counts them.
    * Edge: a group without label 1: left out, detail groups_undefined counts them.
    * Edge: sensitive is NULL: row skipped, n_null.
    * Edge: more than 1,000 groups: those kept by hash, detail groups_truncated = 1.
    * Edge: no usable rows: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.equal_opportunity_difference("label", "prediction", "sensitive"))
    """
    parameters: Parameters = {"threshold": threshold, "method": method, "min_group_size": min_group_size}
    return call_metric("slicewise_equal_opportunity_difference", {"label": label, "prediction": prediction, "sensitive": sensitive}, parameters, weight, profile, columns)


def equalized_odds_difference(
    label: ColumnOrName, prediction: ColumnOrName, sensitive: ColumnOrName, *, threshold: float |
    None = None, method: str | None = None, min_group_size: int | None = None, agg: str | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Equalized odds difference: the larger of the gaps of recall and of false positive rate
    between groups.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    sensitive : Column or str
        The group that a row belongs to; text, a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    method : str, optional
        between_groups: the largest value against the smallest; to_overall: the group farthest from
        all rows against them; between_groups | to_overall; between_groups unless given.
    min_group_size : int, optional
        groups of fewer rows are not compared; in [1, 1e9]; 30 unless given.
    agg : str, optional
        worst_case: the larger gap of both rates; mean: their mean; worst_case | mean; worst_case
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max(max − min tpr, max − min fpr) over groups; their mean with agg = mean.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: Whether errors of both kinds fall on groups equally often. It cannot hold together with
      equal precision where base rates differ, unless the model is perfect.
    * Exactness: the values of groups are as exact as the metric; one rounding more.
    * Source: fairlearn 0.10 equalized_odds_difference; Hardt et al. 2016, arXiv:1610.02413.
    * Edge: fewer than two groups of min_group_size rows with a value: undefined.
    * Edge: a smaller group: left out, detail groups_small counts them.
    * Edge: a group without label 1 has no recall, one without label 0 no false positive rate: left
      out of that gap.
    * Edge: sensitive is NULL: row skipped, n_null.
    * Edge: more than 1,000 groups: those kept by hash, detail groups_truncated = 1.
    * Edge: no usable rows: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.equalized_odds_difference("label", "prediction", "sensitive"))
    """
    parameters: Parameters = {"threshold": threshold, "method": method, "min_group_size": min_group_size, "agg": agg}
    return call_metric("slicewise_equalized_odds_difference", {"label": label, "prediction": prediction, "sensitive": sensitive}, parameters, weight, profile, columns)


def equalized_odds_ratio(
    label: ColumnOrName, prediction: ColumnOrName, sensitive: ColumnOrName, *, threshold: float |
    None = None, method: str | None = None, min_group_size: int | None = None, agg: str | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Equalized odds ratio: the smaller of the ratios, lowest to highest group, of recall and of
    false positive rate.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    sensitive : Column or str
        The group that a row belongs to; text, a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    method : str, optional
        between_groups: the largest value against the smallest; to_overall: the group farthest from
        all rows against them; between_groups | to_overall; between_groups unless given.
    min_group_size : int, optional
        groups of fewer rows are not compared; in [1, 1e9]; 30 unless given.
    agg : str, optional
        worst_case: the larger gap of both rates; mean: their mean; worst_case | mean; worst_case
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: min(min / max tpr, min / max fpr) over groups; their mean with agg = mean.
    * Range: [0, 1].
    * Units: none.
    * Better: one.
    * Use: As equalized_odds_difference, in relative terms: a false positive rate of 0.2 % against
      0.1 % is a ratio of one half, and may be noise.
    * Exactness: the values of groups are as exact as the metric; one rounding more.
    * Source: fairlearn 0.10 equalized_odds_ratio.
    * Edge: fewer than two groups of min_group_size rows with a value: undefined.
    * Edge: a smaller group: left out, detail groups_small counts them.
    * Edge: a rate that is 0 in all groups: undefined.
    * Edge: sensitive is NULL: row skipped, n_null.
    * Edge: more than 1,000 groups: those kept by hash, detail groups_truncated = 1.
    * Edge: no usable rows: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.equalized_odds_ratio("label", "prediction", "sensitive"))
    """
    parameters: Parameters = {"threshold": threshold, "method": method, "min_group_size": min_group_size, "agg": agg}
    return call_metric("slicewise_equalized_odds_ratio", {"label": label, "prediction": prediction, "sensitive": sensitive}, parameters, weight, profile, columns)


def group_calibration_gap(
    label: ColumnOrName, prediction: ColumnOrName, sensitive: ColumnOrName, *, n_bins: int | None =
    None, method: str | None = None, min_group_size: int | None = None, weight: ColumnOrName | None
    = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Group calibration gap: how far groups are apart in by how much probabilities are too high on
    average.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    sensitive : Column or str
        The group that a row belongs to; text, a number or a boolean.
    n_bins : int, optional
        number of equal-width bins of the calibration error; in [1, 10000]; 15 unless given.
    method : str, optional
        between_groups: the largest value against the smallest; to_overall: the group farthest from
        all rows against them; between_groups | to_overall; between_groups unless given.
    min_group_size : int, optional
        groups of fewer rows are not compared; in [1, 1e9]; 30 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max − min over groups of Σ w·(p − y) / W; detail max_group_ece: the largest expected
      calibration error of a group.
    * Range: [0, 2].
    * Units: probability.
    * Better: lower.
    * Use: Whether a probability means the same for every group; calibration over all rows can hide
      two opposite errors. Small groups have a large calibration error from noise alone.
    * Exactness: the values of groups are as exact as the metric; one rounding more.
    * Source: Pleiss et al. 2017, arXiv:1709.02012.
    * Edge: fewer than two groups of min_group_size rows with a value: undefined.
    * Edge: a smaller group: left out, detail groups_small counts them.
    * Edge: probability outside [0, 1]: row skipped, n_domain.
    * Edge: sensitive is NULL: row skipped, n_null.
    * Edge: more than 1,000 groups: those kept by hash, detail groups_truncated = 1.
    * Edge: no usable rows: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.group_calibration_gap("label", "prediction", "sensitive"))
    """
    parameters: Parameters = {"n_bins": n_bins, "method": method, "min_group_size": min_group_size}
    return call_metric("slicewise_group_calibration_gap", {"label": label, "prediction": prediction, "sensitive": sensitive}, parameters, weight, profile, columns)


def group_metric_gap(
    label: ColumnOrName, prediction: ColumnOrName, sensitive: ColumnOrName, *, metric: str | None =
    None, method: str | None = None, min_group_size: int | None = None, weight: ColumnOrName | None
    = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Group metric gap: how far any metric is apart between groups, with the variance of its
    values.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    sensitive : Column or str
        The group that a row belongs to; text, a number or a boolean.
    metric : str, optional
        the metric, with its parameters if any, in single quotes; mean_absolute_error unless given.
    method : str, optional
        between_groups: the largest value against the smallest; to_overall: the group farthest from
        all rows against them; between_groups | to_overall; between_groups unless given.
    min_group_size : int, optional
        groups of fewer rows are not compared; in [1, 1e9]; 30 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max − min of the metric over groups; details highest, lowest and variance (of the
      groups, each counted once).
    * Range: [0, inf).
    * Units: units of the metric.
    * Better: lower.
    * Use: For whatever a report cares about: the error of a forecast, the AUC of a score.
      group_metrics says which groups they are. The interval takes the two extreme groups as given;
      among many small groups some gap is certain.
    * Exactness: the values of groups are as exact as the metric; one rounding more.
    * Source: fairlearn 0.10 MetricFrame.difference().
    * Edge: fewer than two groups of min_group_size rows with a value: undefined.
    * Edge: a smaller group: left out, detail groups_small counts them.
    * Edge: a group where the metric is undefined or infinite: left out, detail groups_undefined
      counts them.
    * Edge: sensitive is NULL: row skipped, n_null.
    * Edge: more than 1,000 groups: those kept by hash, detail groups_truncated = 1.
    * Edge: no usable rows: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.group_metric_gap("label", "prediction", "sensitive"))
    """
    parameters: Parameters = {"metric": metric, "method": method, "min_group_size": min_group_size}
    return call_metric("slicewise_group_metric_gap", {"label": label, "prediction": prediction, "sensitive": sensitive}, parameters, weight, profile, columns)


def predictive_parity_difference(
    label: ColumnOrName, prediction: ColumnOrName, sensitive: ColumnOrName, *, threshold: float |
    None = None, method: str | None = None, min_group_size: int | None = None, weight: ColumnOrName
    | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Predictive parity difference: how far the precision is apart between groups.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    sensitive : Column or str
        The group that a row belongs to; text, a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    method : str, optional
        between_groups: the largest value against the smallest; to_overall: the group farthest from
        all rows against them; between_groups | to_overall; between_groups unless given.
    min_group_size : int, optional
        groups of fewer rows are not compared; in [1, 1e9]; 30 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max − min over groups of tp / (tp + fp).
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: Whether a positive decision means the same for every group. Precision follows the base
      rate: groups with rarer positives have less of it under the same model.
    * Exactness: the values of groups are as exact as the metric; one rounding more.
    * Source: Chouldechova 2017, doi:10.1089/big.2016.0047.
    * Edge: fewer than two groups of min_group_size rows with a value: undefined.
    * Edge: a smaller group: left out, detail groups_small counts them.
    * Edge: a group without a row predicted positive: left out, detail groups_undefined counts them.
    * Edge: sensitive is NULL: row skipped, n_null.
    * Edge: more than 1,000 groups: those kept by hash, detail groups_truncated = 1.
    * Edge: no usable rows: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.predictive_parity_difference("label", "prediction", "sensitive"))
    """
    parameters: Parameters = {"threshold": threshold, "method": method, "min_group_size": min_group_size}
    return call_metric("slicewise_predictive_parity_difference", {"label": label, "prediction": prediction, "sensitive": sensitive}, parameters, weight, profile, columns)


accuracy_parity_difference = accuracy_parity
