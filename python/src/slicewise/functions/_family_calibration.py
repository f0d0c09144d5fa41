"""Calibration: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = [
    "ace",
    "adaptive_calibration_error",
    "calibration_in_the_large",
    "calibration_intercept",
    "calibration_intercept_offset",
    "calibration_slope",
    "classwise_calibration_error",
    "classwise_ece",
    "confidence_calibration_error",
    "corp_discrimination",
    "corp_dsc",
    "corp_mcb",
    "corp_miscalibration",
    "corp_unc",
    "corp_uncertainty",
    "dsc",
    "ece",
    "expected_calibration_error",
    "hosmer_lemeshow",
    "linear_calibration",
    "linear_calibration_intercept",
    "linear_calibration_slope",
    "max_log_calibration_ratio",
    "maximum_calibration_error",
    "mcb",
    "mce",
    "multiclass_ece",
    "murphy_reliability",
    "murphy_resolution",
    "murphy_uncertainty",
    "pit_chi_square",
    "pit_ks",
    "quantile_calibration_error",
    "refinement",
    "rms_calibration_error",
    "rmsce",
    "signed_calibration_error",
    "spiegelhalter_z",
    "static_calibration_error",
    "top_label_calibration_error",
    "unc",
    "within_bin_covariance",
    "within_bin_variance",
]


def adaptive_calibration_error(
    label: ColumnOrName, prediction: ColumnOrName, *, bins: int | None = None, task: str | None =
    None, classes: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """Adaptive calibration error: mean distance of predicted and observed over bins that hold equal
    shares of the rows.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    bins : int, optional
        number of equal-mass bins; in [1, 1000]; 15 unless given.
    task : str, optional
        binary: label 0 or 1 and a probability; multiclass: a class and an array of probabilities,
        how sure the largest is against how often it is right; classwise: each class's probability
        against the rest, averaged over classes; binary | multiclass | classwise; binary unless
        given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ_r |mean_r(p) − mean_r(y)| / R over the R non-empty groups (q_(r-1), q_r] between
      the r/bins quantiles of p.
    * Range: [0, 1].
    * Units: probability.
    * Better: lower.
    * Use: Sees miscalibration where the rows are, for instance below 0.05 for rare events, where
      equal-width bins put everything into one bin. Every group counts the same, so a group of one
      odd probability can dominate.
    * Exactness: exact up to 4,096 distinct probabilities; beyond, groups are cut between histogram
      bins and the value is marked as estimated.
    * Source: Nixon et al. 2019, Measuring Calibration in Deep Learning, arXiv:1904.01685.
    * Edge: no usable rows: undefined.
    * Edge: all probabilities equal: one group, |p − mean(y)|.
    * Edge: many equal probabilities: never split, so fewer groups than asked for; their number is
      the detail bins.
    * Edge: fewer rows than bins: one group a distinct probability.
    * Edge: all weights below 2^-61: undefined.
    * Also called: ace.

    Examples
    --------
    >>> df.groupBy("city").agg(F.adaptive_calibration_error("label", "prediction"))
    """
    parameters: Parameters = {"bins": bins, "task": task, "classes": classes}
    return call_metric("slicewise_adaptive_calibration_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def calibration_intercept(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Calibration intercept: a of the fit logit(P(y = 1)) = a + b·logit(p); 0 when calibrated.

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
    * Formula: argmax over (a, b) of Σ w·(y·ln s + (1 − y)·ln(1 − s)), s = 1 / (1 + exp(−a −
      b·logit(p))).
    * Range: (-inf, inf).
    * Units: log odds.
    * Better: zero.
    * Use: Read it with calibration_slope; alone it is the shift only where p is near one half. For
      the overall shift use calibration_intercept_offset.
    * Exactness: the maximum-likelihood fit to 1e-10 up to 4,096 distinct probabilities; beyond,
      rows are fitted at the mean of their histogram bin and the value is marked as estimated (2e-4
      off in the worst case measured).
    * Source: Cox 1958, doi:10.1093/biomet/45.3-4.562; Newton steps from the perfect fit.
    * Edge: no usable rows: undefined.
    * Edge: one class: undefined.
    * Edge: all probabilities equal: undefined.
    * Edge: probabilities that separate the classes, or touch at one value: undefined, for the fit
      has no finite optimum.
    * Edge: probabilities within 2^-52 of 0 or 1: taken as that far away.
    * Edge: all weights below 2^-61: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.calibration_intercept("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_calibration_intercept", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def calibration_intercept_offset(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Calibration offset: the shift of the log odds that makes the expected equal the observed
    total.

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
    * Formula: a with Σ w·(y − 1 / (1 + exp(−a − logit(p)))) = 0.
    * Range: (-inf, inf).
    * Units: log odds.
    * Better: zero.
    * Use: Positive means that probabilities are too low. In contrast to signed_calibration_error it
      can be compared between slices of very different base rates.
    * Exactness: the maximum-likelihood fit to 1e-10 up to 4,096 distinct probabilities; beyond,
      rows are fitted at the mean of their histogram bin and the value is marked as estimated (2e-4
      off in the worst case measured).
    * Source: Cox 1958, doi:10.1093/biomet/45.3-4.562; Newton steps from the perfect fit.
    * Edge: no usable rows: undefined.
    * Edge: one class: undefined.
    * Edge: all probabilities equal: logit(mean(y)) − logit(p).
    * Edge: probabilities within 2^-52 of 0 or 1: taken as that far away.
    * Edge: all weights below 2^-61: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.calibration_intercept_offset("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_calibration_intercept_offset", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def calibration_slope(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Calibration slope: b of the fit logit(P(y = 1)) = a + b·logit(p); below 1 means
    overconfident.

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
    * Formula: argmax over (a, b) of Σ w·(y·ln s + (1 − y)·ln(1 − s)), s = 1 / (1 + exp(−a −
      b·logit(p))).
    * Range: (-inf, inf).
    * Units: none.
    * Better: one.
    * Use: Below 1 probabilities are too extreme (the usual mark of over-fitting), above 1 too
      timid, near 0 uninformative. Compare it between slices together with n: it is noisy for few
      events.
    * Exactness: the maximum-likelihood fit to 1e-10 up to 4,096 distinct probabilities; beyond,
      rows are fitted at the mean of their histogram bin and the value is marked as estimated (2e-4
      off in the worst case measured).
    * Source: Cox 1958, doi:10.1093/biomet/45.3-4.562; Newton steps from the perfect fit.
    * Edge: no usable rows: undefined.
    * Edge: one class: undefined.
    * Edge: all probabilities equal: undefined.
    * Edge: probabilities that separate the classes, or touch at one value: undefined, for the fit
      has no finite optimum.
    * Edge: probabilities within 2^-52 of 0 or 1: taken as that far away.
    * Edge: all weights below 2^-61: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.calibration_slope("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_calibration_slope", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def classwise_calibration_error(
    label: ColumnOrName, prediction: ColumnOrName, *, n_bins: int | None = None, classes: str | None
    = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Classwise calibration error: the expected calibration error of each class's probability
    against the rest, averaged over classes.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    n_bins : int, optional
        number of equal-width bins of the probability; in [1, 10000]; 15 unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ_k ECE(p_k, 1{y = k}) / K.
    * Range: [0, 1].
    * Units: probability.
    * Better: lower.
    * Use: Looks at every probability, not only the largest. With many classes most are near 0 and
      make it small: compare only equal numbers of classes.
    * Exactness: exact up to final rounding; probabilities below 2^-8 are kept to 2^-60.
    * Source: Kull et al. 2019, arXiv:1910.12656; Nixon et al. 2019, arXiv:1904.01685.
    * Edge: no usable rows: undefined.
    * Edge: label that is no class, or no distribution: row skipped, n_domain.
    * Edge: a class that no row has: its probabilities count as over-prediction.
    * Edge: all weights below 2^-61: undefined.
    * Also called: classwise_ece, static_calibration_error.

    Examples
    --------
    >>> df.groupBy("city").agg(F.classwise_calibration_error("label", "prediction"))
    """
    parameters: Parameters = {"n_bins": n_bins, "classes": classes}
    return call_metric("slicewise_classwise_calibration_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def corp_discrimination(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """CORP discrimination: by how much recalibrated predictions beat the base rate.

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
    * Formula: DSC = UNC − brier of the isotonic regression of y on p; brier = MCB − DSC + UNC.
    * Range: [0, 0.25].
    * Units: probability.
    * Better: higher.
    * Use: What the order of the predictions is worth, whatever their size; the part that a better
      model, not a better calibration, can raise.
    * Exactness: exact up to 4,096 distinct probabilities; beyond, within the certificate, which is
      half of what the order of rows inside the histogram's bins could change.
    * Source: Dimitriadis, Gneiting, Jordan 2021, doi:10.1073/pnas.2016191118; R reliabilitydiag.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1, or probability beyond tolerance: row skipped, n_domain.
    * Edge: one class, or all predictions equal: 0.
    * Edge: all weights below 2^-61: undefined.
    * Also called: dsc, corp_dsc.

    Examples
    --------
    >>> df.groupBy("city").agg(F.corp_discrimination("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_corp_discrimination", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def corp_miscalibration(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """CORP miscalibration: what the best increasing recalibration would take off the Brier score.

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
    * Formula: MCB = brier − brier of the isotonic regression of y on p; brier = MCB − DSC + UNC.
    * Range: [0, 1].
    * Units: probability.
    * Better: lower.
    * Use: Needs no bins, so no choice of bins can hide it. The recalibration is fitted to the very
      rows it is measured on: small slices look worse than they are.
    * Exactness: exact up to 4,096 distinct probabilities; beyond, within the certificate, which is
      half of what the order of rows inside the histogram's bins could change.
    * Source: Dimitriadis, Gneiting, Jordan 2021, doi:10.1073/pnas.2016191118; R reliabilitydiag.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1, or probability beyond tolerance: row skipped, n_domain.
    * Edge: one class: the Brier score.
    * Edge: all weights below 2^-61: undefined.
    * Also called: mcb, corp_mcb.

    Examples
    --------
    >>> df.groupBy("city").agg(F.corp_miscalibration("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_corp_miscalibration", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def corp_uncertainty(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """CORP uncertainty: the Brier score of always predicting the base rate.

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
    * Formula: UNC = π(1 − π), π the slice's mean label; brier = MCB − DSC + UNC.
    * Range: [0, 0.25].
    * Units: probability.
    * Better: none.
    * Use: A property of the slice, not of the model: compare Brier scores only where it agrees.
    * Exactness: exact up to final rounding.
    * Source: Dimitriadis, Gneiting, Jordan 2021, doi:10.1073/pnas.2016191118; R reliabilitydiag.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1, or probability beyond tolerance: row skipped, n_domain.
    * Edge: one class: 0.
    * Edge: all weights below 2^-61: undefined.
    * Also called: unc, corp_unc.

    Examples
    --------
    >>> df.groupBy("city").agg(F.corp_uncertainty("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_corp_uncertainty", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def expected_calibration_error(
    label: ColumnOrName, prediction: ColumnOrName, *, n_bins: int | None = None, task: str | None =
    None, classes: str | None = None, edges: str | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Expected calibration error: the mean distance, over bins of the probability, between what was
    predicted and what happened.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    n_bins : int, optional
        number of equal-width bins of the probability; in [1, 10000]; 15 unless given.
    task : str, optional
        binary: label 0 or 1 and a probability; multiclass: a class and an array of probabilities,
        how sure the largest is against how often it is right; classwise: each class's probability
        against the rest, averaged over classes; binary | multiclass | classwise; binary unless
        given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    edges : str, optional
        left: bins [lo, hi), the last one closed; right: (lo, hi], the first one closed; last_alone:
        as left, with p = 1 in a bin of its own; left | right | last_alone; left unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ_b |Σ_b w·p − Σ_b w·y| / W over equal-width bins b of p.
    * Range: [0, 1].
    * Units: probability.
    * Better: lower.
    * Use: The number to watch when probabilities are used as such: 0.03 reads as three points off
      on average. Over- and under-prediction inside one bin cancel, so fewer bins give a smaller
      value, and small slices a larger one from noise alone: compare only equal n_bins and similar
      n.
    * Exactness: exact up to final rounding; probabilities below 2^-8 are kept to 2^-60.
    * Source: torchmetrics binary_calibration_error norm l1, which has edges=last_alone.
    * Edge: no usable rows: undefined.
    * Edge: an empty bin: contributes 0.
    * Edge: task=multiclass or classwise: a label that is no class or no distribution: row skipped,
      n_domain.
    * Edge: one class or equal probabilities: defined as for any other rows.
    * Edge: all weights below 2^-61: undefined.
    * Also called: ece.

    Examples
    --------
    >>> df.groupBy("city").agg(F.expected_calibration_error("label", "prediction"))
    """
    parameters: Parameters = {"n_bins": n_bins, "task": task, "classes": classes, "edges": edges}
    return call_metric("slicewise_expected_calibration_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def hosmer_lemeshow(
    label: ColumnOrName, prediction: ColumnOrName, *, groups: int | None = None, df: str | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Hosmer–Lemeshow statistic: squared distance of observed and expected events over groups of
    equal mass, in units of chance.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    groups : int, optional
        number of equal-mass groups; in [2, 1000]; 10 unless given.
    df : str, optional
        degrees of freedom of p_value; groups | groups_minus_2; groups unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ_g (O_g − E_g)² / (E_g·(1 − E_g/n_g)), O_g = Σ_g y, E_g = Σ_g p, groups between the
      g/groups quantiles of p; p_value = chi² tail.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: A test of calibration with the detail p_value: small means miscalibrated. With millions
      of rows it rejects every model; decide by expected_calibration_error or calibration_slope
      there. df = groups_minus_2 only on the rows the model was fitted to.
    * Exactness: exact up to 4,096 distinct probabilities; beyond, groups are cut between histogram
      bins and the value is marked as estimated.
    * Source: Hosmer, Lemeshow 1980, doi:10.1080/03610928008827941.
    * Edge: no usable rows: undefined.
    * Edge: one class: defined as for any other rows.
    * Edge: a group with E_g = 0 or n_g that came true: contributes 0.
    * Edge: a group with E_g = 0 or n_g that did not: undefined, for what was certain did not
      happen.
    * Edge: many equal probabilities: never split, so fewer groups and degrees of freedom; their
      number is the detail groups.
    * Edge: no degrees of freedom left: no p_value.
    * Edge: weighted rows: the statistic is multiplied by W/Σw², so that the scale of weights does
      not matter.
    * Edge: all weights below 2^-61: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.hosmer_lemeshow("label", "prediction"))
    """
    parameters: Parameters = {"groups": groups, "df": df}
    return call_metric("slicewise_hosmer_lemeshow", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def linear_calibration_intercept(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Intercept of the straight line that best turns predictions into labels; 0 when calibrated.

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
    * Formula: a = mean(y) − b·mean(p), b = cov(y, p) / var(p).
    * Range: (-inf, inf).
    * Units: units of the label.
    * Better: zero.
    * Use: Read it with linear_calibration_slope; where predictions lie far from 0 it alone says
      little, mean_error does.
    * Exactness: exact up to final rounding.
    * Source: Mincer, Zarnowitz 1969; numpy 1.24 polyfit(p, y, 1).
    * Edge: no usable rows: undefined.
    * Edge: one row, or all predictions equal: undefined.
    * Edge: all labels equal: that label.
    * Edge: sums that overflow: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.linear_calibration_intercept("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_linear_calibration_intercept", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def linear_calibration_slope(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Slope of the straight line that best turns predictions into labels; 1 when calibrated.

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
    * Formula: b = cov(y, p) / var(p), of the fit y = a + b·p.
    * Range: (-inf, inf).
    * Units: none.
    * Better: one.
    * Use: Below 1 predictions are spread too far, above 1 too little. It is one line over the whole
      range: calibration_by_bin shows where it bends.
    * Exactness: exact up to final rounding.
    * Source: Mincer, Zarnowitz 1969; numpy 1.24 polyfit(p, y, 1).
    * Edge: no usable rows: undefined.
    * Edge: one row, or all predictions equal: undefined.
    * Edge: all labels equal: 0.
    * Edge: sums that overflow: undefined.
    * Also called: linear_calibration.

    Examples
    --------
    >>> df.groupBy("city").agg(F.linear_calibration_slope("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_linear_calibration_slope", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def max_log_calibration_ratio(
    label: ColumnOrName, prediction: ColumnOrName, *, bins: int | None = None, weight: ColumnOrName
    | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Largest relative miscalibration: max |ln(total prediction / total label)| over equal-mass
    bins of the prediction.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    bins : int, optional
        number of equal-mass bins; in [1, 1000]; 10 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max_b |ln(Σ_b w·p / Σ_b w·y)|, bins between the i/bins quantiles of p.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: One number to gate on: 0.1 means no tenth of the predictions is off by more than about 10
      % in total. Meant for positive quantities. The detail ratio tells the direction.
    * Exactness: exact up to final rounding for up to 1,024 distinct predictions; beyond, bins are
      cut between histogram bins and the value is marked as estimated.
    * Source: our own; the points are those of calibration_by_bin.
    * Edge: no usable rows: undefined.
    * Edge: a bin whose total prediction or label is 0, or of opposite signs: undefined.
    * Edge: all predictions equal: one bin, |ln(calibration_ratio)|.
    * Edge: products with weights that overflow: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.max_log_calibration_ratio("label", "prediction"))
    """
    parameters: Parameters = {"bins": bins}
    return call_metric("slicewise_max_log_calibration_ratio", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def maximum_calibration_error(
    label: ColumnOrName, prediction: ColumnOrName, *, n_bins: int | None = None, min_bin_count: int
    | None = None, edges: str | None = None, weight: ColumnOrName | None = None, profile: str | None
    = None, **columns: ColumnOrName
) -> Column:
    """Maximum calibration error: the largest distance in any bin between mean prediction and mean
    label.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    n_bins : int, optional
        number of equal-width bins of the probability; in [1, 10000]; 15 unless given.
    min_bin_count : int, optional
        rows a bin needs to be looked at; in [1, inf); 1 unless given.
    edges : str, optional
        left: bins [lo, hi), the last one closed; right: (lo, hi], the first one closed; last_alone:
        as left, with p = 1 in a bin of its own; left | right | last_alone; left unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max_b |mean_b(p) − mean_b(y)| over the bins with at least min_bin_count rows.
    * Range: [0, 1].
    * Units: probability.
    * Better: lower.
    * Use: For uses where no range of probabilities may be off, such as triage by threshold. With
      few rows in a bin it is mostly noise: raise min_bin_count. The details name the mean
      prediction and mean label of the worst bin.
    * Exactness: exact up to final rounding; probabilities below 2^-8 are kept to 2^-60.
    * Source: torchmetrics binary_calibration_error norm max; min_bin_count is our own.
    * Edge: no usable rows: undefined.
    * Edge: no bin with min_bin_count rows: undefined.
    * Edge: one class or equal probabilities: defined as for any other rows.
    * Edge: weighted rows: a bin counts w·W/Σw² rows; min_bin_count = 1 takes every non-empty bin.
    * Edge: all weights below 2^-61: undefined.
    * Also called: mce.

    Examples
    --------
    >>> df.groupBy("city").agg(F.maximum_calibration_error("label", "prediction"))
    """
    parameters: Parameters = {"n_bins": n_bins, "min_bin_count": min_bin_count, "edges": edges}
    return call_metric("slicewise_maximum_calibration_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def murphy_reliability(
    label: ColumnOrName, prediction: ColumnOrName, *, n_bins: int | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Reliability of the Brier score: mean squared distance of bin means of prediction and label.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    n_bins : int, optional
        number of equal-width bins of the probability; in [1, 10000]; 15 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: REL = Σ_b W_b·(mean_b(p) − mean_b(y))² / W.
    * Range: [0, 1].
    * Units: probability.
    * Better: lower.
    * Use: What recalibration alone could take off the Brier score. Brier = REL − RES + UNC + WBV −
      WBC holds exactly for the same n_bins; the three classical terms alone do not add up unless a
      bin holds one probability.
    * Exactness: exact up to final rounding; probabilities below 2^-8 are kept to 2^-60.
    * Source: Murphy 1973; Stephenson, Coelho, Jolliffe 2008 for the two within-bin terms,
      doi:10.1175/2007WAF2006116.1.
    * Edge: no usable rows: undefined.
    * Edge: one class: defined as for any other rows.
    * Edge: all probabilities equal: (p − mean(y))².
    * Edge: all weights below 2^-61: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.murphy_reliability("label", "prediction"))
    """
    parameters: Parameters = {"n_bins": n_bins}
    return call_metric("slicewise_murphy_reliability", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def murphy_resolution(
    label: ColumnOrName, prediction: ColumnOrName, *, n_bins: int | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Resolution of the Brier score: how far the bins tell events from non-events.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    n_bins : int, optional
        number of equal-width bins of the probability; in [1, 10000]; 15 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: RES = Σ_b W_b·(mean_b(y) − mean(y))² / W.
    * Range: [0, 0.25].
    * Units: probability.
    * Better: higher.
    * Use: Skill that no recalibration can give or take. At most the uncertainty of the slice, so
      compare slices by RES / UNC.
    * Exactness: exact up to final rounding; probabilities below 2^-8 are kept to 2^-60.
    * Source: Murphy 1973; Stephenson, Coelho, Jolliffe 2008 for the two within-bin terms,
      doi:10.1175/2007WAF2006116.1.
    * Edge: no usable rows: undefined.
    * Edge: one class, or all rows in one bin: 0.
    * Edge: all weights below 2^-61: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.murphy_resolution("label", "prediction"))
    """
    parameters: Parameters = {"n_bins": n_bins}
    return call_metric("slicewise_murphy_resolution", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def murphy_uncertainty(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Uncertainty of the Brier score: what always predicting the base rate would score.

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
    * Formula: UNC = mean(y)·(1 − mean(y)).
    * Range: [0, 0.25].
    * Units: probability.
    * Better: none.
    * Use: A property of the slice, not of the model: why Brier scores of slices with different base
      rates cannot be compared. Brier = REL − RES + UNC + WBV − WBC.
    * Exactness: exact up to final rounding.
    * Source: Murphy 1973.
    * Edge: no usable rows: undefined.
    * Edge: one class: 0.

    Examples
    --------
    >>> df.groupBy("city").agg(F.murphy_uncertainty("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_murphy_uncertainty", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def pit_chi_square(
    label: ColumnOrName, prediction: ColumnOrName, stddev: ColumnOrName, *, n_bins: int | None =
    None, input: str | None = None, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Chi-squared statistic of the PIT histogram against a flat one.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    stddev : Column or str
        The column in this role; a number or a boolean.
    n_bins : int, optional
        number of equal-width bins of u; in [2, 4096]; 20 unless given.
    input : str, optional
        normal: columns prediction and stddev; cdf: column cdf, the forecast's F at the label;
        normal | cdf; normal unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: n·n_bins·Σ_b (share_b − 1/n_bins)²; p_value = chi² tail, n_bins − 1 degrees of
      freedom.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: A test of a normal forecast's whole distribution with the detail p_value. With millions
      of rows it rejects every forecast: look at pit_ks, which is a distance.
    * Exactness: exact up to final rounding.
    * Source: Pearson 1900; scipy 1.17 chisquare on pit_histogram.
    * Edge: no usable rows: undefined.
    * Edge: stddev <= 0, or cdf outside [0, 1]: the row is skipped and counted as n_domain.
    * Edge: one row: n_bins − 1.
    * Edge: weighted rows: shares of weight, and W²/Σw² for n.
    * Edge: all weights below 2^-61: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.pit_chi_square("label", "prediction", "stddev"))
    """
    parameters: Parameters = {"n_bins": n_bins, "input": input}
    return call_metric("slicewise_pit_chi_square", {"label": label, "prediction": prediction, "stddev": stddev}, parameters, weight, profile, columns)


def pit_ks(
    label: ColumnOrName, prediction: ColumnOrName, stddev: ColumnOrName, *, input: str | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Kolmogorov–Smirnov distance of the PIT values from uniform: how wrong any forecast
    probability of a normal forecast is at most.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    stddev : Column or str
        The column in this role; a number or a boolean.
    input : str, optional
        normal: columns prediction and stddev; cdf: column cdf, the forecast's F at the label;
        normal | cdf; normal unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: sup over u in [0, 1] of |share of rows with Phi((y − prediction) / stddev) or cdf <=
      u, minus u|.
    * Range: [0, 1].
    * Units: probability.
    * Better: lower.
    * Use: 0.05 reads as: no stated probability P(y <= x) is off by more than five points on average
      over the slice. Does not grow with n as a test statistic would.
    * Exactness: exact up to 4,096 distinct PIT values; beyond, a lower bound within the certificate
      (about 0.004 for calibrated forecasts).
    * Source: scipy 1.17 kstest(u, "uniform").statistic.
    * Edge: no usable rows: undefined.
    * Edge: stddev <= 0, or cdf outside [0, 1]: the row is skipped and counted as n_domain.
    * Edge: one row: max(u, 1 − u).
    * Edge: all weights below 2^-61: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.pit_ks("label", "prediction", "stddev"))
    """
    parameters: Parameters = {"input": input}
    return call_metric("slicewise_pit_ks", {"label": label, "prediction": prediction, "stddev": stddev}, parameters, weight, profile, columns)


def quantile_calibration_error(
    label: ColumnOrName, prediction: ColumnOrName, *, tau: float | None = None, lower_tau: float |
    None = None, upper_tau: float | None = None, levels: str | None = None, weight: ColumnOrName |
    None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Quantile calibration error: mean distance between the share of labels at or below a predicted
    quantile and its level.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    tau : float, optional
        level of the quantile in the prediction column; in (0, 1); 0.5 unless given.
    lower_tau : float, optional
        level of the quantile in column lower; null without; in (0, 1); not set unless given.
    upper_tau : float, optional
        level of the quantile in column upper; null without; in (0, 1); not set unless given.
    levels : str, optional
        levels of the quantiles in the array column quantiles, 0.1;0.5;0.9; then the other columns
        and levels are not read;  unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: mean of |Σ w·1{y <= q} / W − tau| over the supplied quantiles: prediction at tau,
      lower at lower_tau, upper at upper_tau.
    * Range: [0, 1].
    * Units: probability.
    * Better: lower.
    * Use: For quantile regression: 0.02 reads as two points off on average. The details coverage,
      coverage_lower and coverage_upper tell the direction. Right coverage alone is cheap; compare
      models by the quantile loss.
    * Exactness: exact up to final rounding.
    * Source: Kuleshov, Fenner, Ermon 2018, arXiv:1807.00263, with absolute distances.
    * Edge: no usable rows: undefined.
    * Edge: a level that is null: its column is neither needed nor read.
    * Edge: a label equal to the quantile: counts as covered.
    * Edge: all weights below 2^-61: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.quantile_calibration_error("label", "prediction"))
    """
    parameters: Parameters = {"tau": tau, "lower_tau": lower_tau, "upper_tau": upper_tau, "levels": levels}
    return call_metric("slicewise_quantile_calibration_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def refinement(
    label: ColumnOrName, prediction: ColumnOrName, *, n_bins: int | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Brier score less its reliability: the score after perfect recalibration of the bins.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    n_bins : int, optional
        number of equal-width bins of the probability; in [1, 10000]; 15 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Brier − REL = UNC − RES + WBV − WBC.
    * Range: [0, 1].
    * Units: probability.
    * Better: lower.
    * Use: Compare models by it when both will be recalibrated anyway. Depends on n_bins through
      REL.
    * Exactness: exact up to final rounding; probabilities below 2^-8 are kept to 2^-60.
    * Source: Murphy 1973; Stephenson, Coelho, Jolliffe 2008 for the two within-bin terms,
      doi:10.1175/2007WAF2006116.1.
    * Edge: no usable rows: undefined.
    * Edge: one distinct probability in each bin: the variance of the label inside the bins.
    * Edge: all weights below 2^-61: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.refinement("label", "prediction"))
    """
    parameters: Parameters = {"n_bins": n_bins}
    return call_metric("slicewise_refinement", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def rms_calibration_error(
    label: ColumnOrName, prediction: ColumnOrName, *, n_bins: int | None = None, debias: bool | None
    = None, edges: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """Root-mean-square calibration error: as the expected one, but large distances count more.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    n_bins : int, optional
        number of equal-width bins of the probability; in [1, 10000]; 15 unless given.
    debias : bool, optional
        whether the expected sampling noise of each bin is taken out; false unless given.
    edges : str, optional
        left: bins [lo, hi), the last one closed; right: (lo, hi], the first one closed; last_alone:
        as left, with p = 1 in a bin of its own; left | right | last_alone; left unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: sqrt(max(0, Σ_b W_b·(gap_b² − v_b) / W)), gap_b = mean_b(p) − mean_b(y); v_b = 0, or
      with debias mean_b(y)·(1 − mean_b(y)) / (n_b − 1).
    * Range: [0, 1].
    * Units: probability.
    * Better: lower.
    * Use: Its square is the reliability of the Brier score. Without debias it is above 0 on finite
      data even for perfect probabilities; debias = true takes the expected sampling noise out, so a
      good model on a small slice may show 0.
    * Exactness: exact up to final rounding; probabilities below 2^-8 are kept to 2^-60.
    * Source: Kumar, Liang, Ma 2019, Verified Uncertainty Calibration, arXiv:1909.10155.
    * Edge: no usable rows: undefined.
    * Edge: an empty bin: contributes 0.
    * Edge: debias, a bin of fewer than 2 rows: its v_b is 0.
    * Edge: debias takes more than there is: 0.
    * Edge: one class or equal probabilities: defined as for any other rows.
    * Edge: weighted rows: n_b is W_b·W/Σw².
    * Edge: all weights below 2^-61: undefined.
    * Also called: rmsce.

    Examples
    --------
    >>> df.groupBy("city").agg(F.rms_calibration_error("label", "prediction"))
    """
    parameters: Parameters = {"n_bins": n_bins, "debias": debias, "edges": edges}
    return call_metric("slicewise_rms_calibration_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def signed_calibration_error(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Calibration in the large: by how much probabilities are too high (positive) or too low on
    average.

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
    * Formula: Σ w·(p − y) / W.
    * Range: [-1, 1].
    * Units: probability.
    * Better: zero.
    * Use: The first thing to look at: expected totals against observed ones. 0 says nothing about
      single rows, for over- and under-prediction cancel; read it with the expected calibration
      error.
    * Exactness: exact up to final rounding.
    * Source: Van Calster et al. 2016, doi:10.1016/j.jclinepi.2015.12.005; here prediction − label.
    * Edge: no usable rows: undefined.
    * Edge: one class: mean(p) − 1 or mean(p).
    * Edge: all probabilities equal: p − mean(y).
    * Also called: calibration_in_the_large.

    Examples
    --------
    >>> df.groupBy("city").agg(F.signed_calibration_error("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_signed_calibration_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def spiegelhalter_z(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Spiegelhalter's z: how many standard errors the Brier score is from what calibrated
    probabilities would score.

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
    * Formula: Σ w·(y − p)·(1 − 2p) / sqrt(Σ w²·(1 − 2p)²·p·(1 − p)); p_value = two-sided normal
      tail.
    * Range: (-inf, inf).
    * Units: standard errors.
    * Better: zero.
    * Use: Needs no bins. Positive: probabilities are too extreme; negative: too timid. The detail
      p_value is small for every model once n is large; then decide by expected_calibration_error.
      Blind to errors at p = ½.
    * Exactness: exact up to the rounding of each row's terms.
    * Source: Spiegelhalter 1986, doi:10.1002/sim.4780050506.
    * Edge: no usable rows: undefined.
    * Edge: every probability is 0, ½ or 1: undefined, for nothing is left to chance.
    * Edge: weights whose squares over- or underflow (above 1e154, all below 1e-162): undefined.
    * Edge: one class: defined as for any other rows.

    Examples
    --------
    >>> df.groupBy("city").agg(F.spiegelhalter_z("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_spiegelhalter_z", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def top_label_calibration_error(
    label: ColumnOrName, prediction: ColumnOrName, *, n_bins: int | None = None, classes: str | None
    = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Top-label calibration error: mean distance, over bins of the largest probability, between it
    and the share of rows where it is the label's.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    n_bins : int, optional
        number of equal-width bins of the probability; in [1, 10000]; 15 unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ_b |Σ_b w·max_k p_k − Σ_b w·1{argmax p = y}| / W over equal-width bins.
    * Range: [0, 1].
    * Units: probability.
    * Better: lower.
    * Use: What most papers call the ECE of a classifier. It sees only the chosen class: read
      classwise_calibration_error where all probabilities are used.
    * Exactness: exact up to final rounding; probabilities below 2^-8 are kept to 2^-60.
    * Source: Guo et al. 2017, arXiv:1706.04599, with p = 1 in the last bin.
    * Edge: no usable rows: undefined.
    * Edge: label that is no class, or no distribution: row skipped, n_domain.
    * Edge: probabilities that tie for the largest: the first position.
    * Edge: all weights below 2^-61: undefined.
    * Also called: multiclass_ece, confidence_calibration_error.

    Examples
    --------
    >>> df.groupBy("city").agg(F.top_label_calibration_error("label", "prediction"))
    """
    parameters: Parameters = {"n_bins": n_bins, "classes": classes}
    return call_metric("slicewise_top_label_calibration_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def within_bin_covariance(
    label: ColumnOrName, prediction: ColumnOrName, *, n_bins: int | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Twice the covariance of probability and label inside bins: skill that the bins do not see.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    n_bins : int, optional
        number of equal-width bins of the probability; in [1, 10000]; 15 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: WBC = 2·Σ_b Σ_(i in b) w·(p − mean_b(p))·(y − mean_b(y)) / W.
    * Range: [-0.5, 0.5].
    * Units: probability.
    * Better: none.
    * Use: Makes the Brier decomposition add up: Brier = REL − RES + UNC + WBV − WBC. Clearly
      positive means that the model ranks inside bins: take more bins.
    * Exactness: exact up to final rounding; probabilities below 2^-8 are kept to 2^-60.
    * Source: Murphy 1973; Stephenson, Coelho, Jolliffe 2008 for the two within-bin terms,
      doi:10.1175/2007WAF2006116.1.
    * Edge: no usable rows: undefined.
    * Edge: one class, or one distinct probability in each bin: 0.
    * Edge: all weights below 2^-61: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.within_bin_covariance("label", "prediction"))
    """
    parameters: Parameters = {"n_bins": n_bins}
    return call_metric("slicewise_within_bin_covariance", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def within_bin_variance(
    label: ColumnOrName, prediction: ColumnOrName, *, n_bins: int | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Variance of the probabilities inside their bins: what binning hides from the reliability.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    n_bins : int, optional
        number of equal-width bins of the probability; in [1, 10000]; 15 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: WBV = Σ_b Σ_(i in b) w·(p − mean_b(p))² / W.
    * Range: [0, 0.25].
    * Units: probability.
    * Better: none.
    * Use: Makes the Brier decomposition add up: Brier = REL − RES + UNC + WBV − WBC. If it is not
      small beside REL, take more bins.
    * Exactness: exact up to final rounding; probabilities below 2^-8 are kept to 2^-60.
    * Source: Murphy 1973; Stephenson, Coelho, Jolliffe 2008 for the two within-bin terms,
      doi:10.1175/2007WAF2006116.1.
    * Edge: no usable rows: undefined.
    * Edge: one distinct probability in each bin: 0.
    * Edge: all weights below 2^-61: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.within_bin_variance("label", "prediction"))
    """
    parameters: Parameters = {"n_bins": n_bins}
    return call_metric("slicewise_within_bin_variance", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


ace = adaptive_calibration_error
classwise_ece = classwise_calibration_error
static_calibration_error = classwise_calibration_error
dsc = corp_discrimination
corp_dsc = corp_discrimination
mcb = corp_miscalibration
corp_mcb = corp_miscalibration
unc = corp_uncertainty
corp_unc = corp_uncertainty
ece = expected_calibration_error
linear_calibration = linear_calibration_slope
mce = maximum_calibration_error
rmsce = rms_calibration_error
calibration_in_the_large = signed_calibration_error
multiclass_ece = top_label_calibration_error
confidence_calibration_error = top_label_calibration_error
