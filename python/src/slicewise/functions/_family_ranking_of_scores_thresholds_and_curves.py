"""Ranking of scores, thresholds and curves: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = [
    "accuracy_ratio",
    "ap",
    "auc",
    "auc_pr",
    "auc_roc",
    "average_precision",
    "average_precision_score",
    "best_f1",
    "best_threshold",
    "brier_skill_score",
    "bss",
    "capture_rate",
    "coefficient_of_discrimination",
    "cumulative_gain",
    "cumulative_gains",
    "d2_brier_score",
    "d2_log_loss",
    "d2_log_loss_score",
    "f1_max",
    "fpr95",
    "fpr_at_recall",
    "fpr_at_tpr",
    "gain",
    "gini",
    "gini_coefficient",
    "kolmogorov_smirnov",
    "ks",
    "ks_statistic",
    "lift",
    "lift_at",
    "max_f1",
    "mcfadden_r2",
    "min_expected_cost",
    "minimum_expected_cost",
    "ne",
    "normalized_cross_entropy",
    "normalized_entropy",
    "normalized_gini",
    "normalized_gini_coefficient",
    "optimal_threshold",
    "pr_auc",
    "pr_auc_trapezoid",
    "precision_at_recall",
    "recall_at_false_positive_rate",
    "recall_at_fpr",
    "recall_at_precision",
    "recall_at_specificity",
    "roc_auc",
    "roc_auc_score",
    "sensitivity_at_specificity",
    "somers_d",
    "specificity_at_recall",
    "specificity_at_sensitivity",
    "tjur_r2",
    "tjur_r_squared",
    "tnr_at_tpr",
    "tpr_at_fpr",
    "tpr_at_tnr",
    "trapezoidal_pr_auc",
]


def average_precision(
    label: ColumnOrName, prediction: ColumnOrName, *, average: str | None = None, task: str | None =
    None, classes: str | None = None, zero_division: str | None = None, weight: ColumnOrName | None
    = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Average precision: the precision at each positive's score, averaged.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    average : str, optional
        micro, macro, weighted or none (a point a class) for several classes; binary: label 1
        against label 0, with another task macro; binary | micro | macro | weighted | none; binary
        unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: a class and an array of scores, each class
        against the rest; multilabel: an array of 0 and 1 and an array of scores; binary |
        multiclass | multilabel; binary unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    zero_division : str, optional
        what 0/0 gives: null (undefined), 0 or 1; null | 0 | 1; null unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ_b (a_b/P)·TP_b/(TP_b + FP_b), one step for each distinct score.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: Chance is the prevalence, not 0.5: slices with other base rates have another scale. The
      step form is not the optimistic trapezoid.
    * Exactness: exact up to final rounding for at most 4,096 distinct scores, else with a
      certificate: the value is the middle of the bins' positives last and first, the certificate
      reaches the farther extreme.
    * Source: scikit-learn 1.2 average_precision_score.
    * Edge: no row with label 1: undefined, or zero_division (scikit-learn says 0).
    * Edge: no row with label 0: 1.
    * Edge: average or task for several classes: one that no row has is left out and counted in
      undefined_classes.
    * Edge: all scores equal: the prevalence.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: average_precision_score, ap, pr_auc, auc_pr.

    Examples
    --------
    >>> df.groupBy("city").agg(F.average_precision("label", "prediction"))
    """
    parameters: Parameters = {"average": average, "task": task, "classes": classes, "zero_division": zero_division}
    return call_metric("slicewise_average_precision", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def d2_brier_score(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Brier skill score: the share of the base rate's Brier score that the model removes.

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
    * Formula: 1 − brier / var(y); var(y) = π(1−π) for labels 0 and 1, π the slice's mean label.
    * Range: (-inf, 1].
    * Units: none.
    * Better: higher.
    * Use: Comparable over slices with other base rates, where the Brier score is not: for rare
      events that one is small for any model.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.5 d2_brier_score.
    * Edge: all labels equal: undefined.
    * Edge: no usable rows: undefined.
    * Edge: label outside [0, 1] or probability beyond tolerance: row skipped, n_domain.
    * Also called: brier_skill_score, bss.

    Examples
    --------
    >>> df.groupBy("city").agg(F.d2_brier_score("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_d2_brier_score", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def d2_log_loss_score(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """D² of the log loss: the share of the base rate's log loss that the model removes.

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
    * Formula: 1 − log_loss / H(π), H(π) = −[π·ln π + (1−π)·ln(1−π)], π the slice's mean label.
    * Range: (-inf, 1].
    * Units: none.
    * Better: higher.
    * Use: Comparable over slices with other base rates, where log loss is not. The base rate is the
      slice's own, so a model worse than it is below 0.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.5 d2_log_loss_score.
    * Edge: all labels 0 or all 1: undefined.
    * Edge: no usable rows: undefined.
    * Edge: label outside [0, 1] or probability beyond tolerance: row skipped, n_domain.
    * Also called: d2_log_loss, mcfadden_r2.

    Examples
    --------
    >>> df.groupBy("city").agg(F.d2_log_loss_score("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_d2_log_loss_score", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def fpr_at_tpr(
    label: ColumnOrName, prediction: ColumnOrName, *, tpr: float | None = None, weight: ColumnOrName
    | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """False positive rate at a true positive rate, at the highest threshold allowed.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    tpr : float, optional
        the true positive rate to keep; in (0, 1]; 0.95 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: FP/N at the highest threshold with TP ≥ ⌈tpr·P⌉.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: fpr95 is the usual number of out-of-distribution detection.
    * Exactness: exact up to final rounding for at most 4,096 distinct scores, else with a
      certificate, the share of negatives in the bin of the threshold.
    * Source: scikit-learn 1.2 roc_curve; Hendrycks, Gimpel 2017.
    * Edge: one class only: undefined.
    * Edge: weighted: TP ≥ tpr·P, without rounding up.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: fpr_at_recall.

    Examples
    --------
    >>> df.groupBy("city").agg(F.fpr_at_tpr("label", "prediction"))
    """
    parameters: Parameters = {"tpr": tpr}
    return call_metric("slicewise_fpr_at_tpr", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def fpr95(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """False positive rate at a true positive rate, at the highest threshold allowed.

    This is ``fpr_at_tpr`` with tpr = 0.95.

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
    * Formula: FP/N at the highest threshold with TP ≥ ⌈tpr·P⌉.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: fpr95 is the usual number of out-of-distribution detection.
    * Exactness: exact up to final rounding for at most 4,096 distinct scores, else with a
      certificate, the share of negatives in the bin of the threshold.
    * Source: scikit-learn 1.2 roc_curve; Hendrycks, Gimpel 2017.
    * Edge: one class only: undefined.
    * Edge: weighted: TP ≥ tpr·P, without rounding up.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: fpr_at_recall.

    Examples
    --------
    >>> df.groupBy("city").agg(F.fpr95("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("fpr95", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def gain(
    label: ColumnOrName, prediction: ColumnOrName, *, fraction: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Gain, or capture rate: the share of all positives that the top-scored rows hold.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    fraction : float, optional
        the share of rows taken, by score from the top; in (0, 1]; 0.1 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: tp_k/P in the k = ⌈fraction·n⌉ rows with the highest scores.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: Recall at a capacity instead of a threshold; the fraction itself is what chance gives.
    * Exactness: exact up to final rounding for at most 4,096 distinct scores, else with a
      certificate, what the bin at the cut leaves open.
    * Source: definition; ties in proportion, whereas sorted lists break them by accident.
    * Edge: no row with label 1: undefined.
    * Edge: rows tied at the cut: positives in proportion.
    * Edge: weighted: the cut lies at fraction·W; equal weights count as rows do.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: cumulative_gain, cumulative_gains, capture_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.gain("label", "prediction"))
    """
    parameters: Parameters = {"fraction": fraction}
    return call_metric("slicewise_gain", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def gini(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Gini coefficient: ROC AUC on a scale where chance is 0 and perfect is 1.

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
    * Formula: 2·roc_auc − 1.
    * Range: [-1, 1].
    * Units: none.
    * Better: higher.
    * Use: The scorecard world's name for AUC; it shares its blindness to calibration.
    * Exactness: exact up to final rounding for at most 4,096 distinct scores, else with a
      certificate, twice that of roc_auc.
    * Source: 2·scikit-learn 1.2 roc_auc_score − 1.
    * Edge: one class only: undefined.
    * Edge: all scores equal: 0.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: gini_coefficient, accuracy_ratio, somers_d.

    Examples
    --------
    >>> df.groupBy("city").agg(F.gini("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_gini", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def ks_statistic(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """KS statistic: the largest gap between true and false positive rate.

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
    * Formula: max over thresholds of |TP/P − FP/N|.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: The best separation at any one threshold, given as the detail 'threshold'; it says
      nothing of all the others.
    * Exactness: exact up to final rounding for at most 4,096 distinct scores, else with a
      certificate; the true value is never below the one given.
    * Source: scipy 1.10 ks_2samp of the scores of both classes.
    * Edge: one class only: undefined.
    * Edge: all scores equal: 0.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: ks, kolmogorov_smirnov.

    Examples
    --------
    >>> df.groupBy("city").agg(F.ks_statistic("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_ks_statistic", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def lift(
    label: ColumnOrName, prediction: ColumnOrName, *, fraction: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Lift: how many times more positives the top-scored rows hold than any rows would.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    fraction : float, optional
        the share of rows taken, by score from the top; in (0, 1]; 0.1 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (tp_k/k) / (P/n) in the k = ⌈fraction·n⌉ rows with the highest scores.
    * Range: [0, inf).
    * Units: none.
    * Better: higher.
    * Use: For campaigns that can reach a fixed share. Its ceiling is min(n/k, n/P): a lift of 2 is
      perfect where half the rows are positive.
    * Exactness: exact up to final rounding for at most 4,096 distinct scores, else with a
      certificate, what the bin at the cut leaves open.
    * Source: definition; ties in proportion, whereas sorted lists break them by accident.
    * Edge: no row with label 1: undefined.
    * Edge: rows tied at the cut: positives in proportion.
    * Edge: weighted: the cut lies at fraction·W; equal weights count as rows do.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: lift_at.

    Examples
    --------
    >>> df.groupBy("city").agg(F.lift("label", "prediction"))
    """
    parameters: Parameters = {"fraction": fraction}
    return call_metric("slicewise_lift", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def max_f1(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """The best F1 of any threshold.

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
    * Formula: max over thresholds of 2TP/(TP + FP + P).
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: What thresholding could reach, chosen with hindsight: each slice takes its own best
      threshold (the detail 'threshold'), a deployed model has one.
    * Exactness: exact up to final rounding for at most 4,096 distinct scores, else with a
      certificate; the true value is never below the one given.
    * Source: best of scikit-learn 1.2 f1_score over all thresholds.
    * Edge: no row with label 1: undefined.
    * Edge: equal values: the highest threshold.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: best_f1, f1_max.

    Examples
    --------
    >>> df.groupBy("city").agg(F.max_f1("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_max_f1", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def min_expected_cost(
    label: ColumnOrName, prediction: ColumnOrName, *, cost_fp: float | None = None, cost_fn: float |
    None = None, cost_tp: float | None = None, cost_tn: float | None = None, weight: ColumnOrName |
    None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """The least expected cost of any threshold.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    cost_fp : float, optional
        cost of a false positive; a gain is negative; in [-1e15, 1e15]; 1 unless given.
    cost_fn : float, optional
        cost of a false negative; in [-1e15, 1e15]; 1 unless given.
    cost_tp : float, optional
        cost of a true positive; in [-1e15, 1e15]; 0 unless given.
    cost_tn : float, optional
        cost of a true negative; in [-1e15, 1e15]; 0 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: min over thresholds of (c_fp·FP + c_fn·FN + c_tp·TP + c_tn·TN)/n.
    * Range: (-inf, inf).
    * Units: units of the costs.
    * Better: lower.
    * Use: Details: argmin_threshold; bayes_threshold = (c_fp−c_tn)/(c_fp−c_tn+c_fn−c_tp), right for
      calibrated probabilities; regret, what the latter costs more (at the next score bin). A large
      regret means miscalibration.
    * Exactness: exact up to final rounding for at most 4,096 distinct scores, else with a
      certificate; the true value is never above the one given.
    * Source: Elkan 2001, The foundations of cost-sensitive learning.
    * Edge: equal costs: the highest threshold.
    * Edge: predicting none is cheapest: argmin_threshold +Infinity.
    * Edge: an error does not cost more than a hit: no bayes_threshold and no regret.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: minimum_expected_cost.

    Examples
    --------
    >>> df.groupBy("city").agg(F.min_expected_cost("label", "prediction"))
    """
    parameters: Parameters = {"cost_fp": cost_fp, "cost_fn": cost_fn, "cost_tp": cost_tp, "cost_tn": cost_tn}
    return call_metric("slicewise_min_expected_cost", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def normalized_entropy(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Normalized entropy: the log loss relative to that of the base rate.

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
    * Formula: log_loss / H(π), H(π) = −[π·ln π + (1−π)·ln(1−π)], π the slice's mean label.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: Below 1 the model knows more than the base rate; the usual number of click prediction.
    * Exactness: exact up to final rounding.
    * Source: He et al. 2014, Practical lessons from predicting clicks on ads; 1 − D².
    * Edge: all labels 0 or all 1: undefined.
    * Edge: no usable rows: undefined.
    * Edge: label outside [0, 1] or probability beyond tolerance: row skipped, n_domain.
    * Also called: ne, normalized_cross_entropy.

    Examples
    --------
    >>> df.groupBy("city").agg(F.normalized_entropy("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_normalized_entropy", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def normalized_gini(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Normalized Gini: how well predictions order real labels, 1 for their own order.

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
    * Formula: G(order by p) / G(order by y), G = W·Y − Σ_b w_b·(2·Y_<b + Y_b) over ties b in
      ascending order, Y = Σ w·y.
    * Range: [-1, 1].
    * Units: none.
    * Better: higher.
    * Use: Ranks risks whose size matters, such as claims; monotone changes of the prediction leave
      it alone, so it says nothing of bias. Meant for labels of one sign.
    * Exactness: exact up to final rounding for at most 1,024 distinct predictions and labels, else
      with a certificate from the mass of the largest bin.
    * Source: the Kaggle definition; ties share their mass instead of being broken by row order.
    * Edge: labels sum to 0: undefined.
    * Edge: all labels equal: undefined.
    * Edge: all predictions equal: 0.
    * Edge: no usable rows: undefined.
    * Also called: normalized_gini_coefficient.

    Examples
    --------
    >>> df.groupBy("city").agg(F.normalized_gini("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_normalized_gini", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def optimal_threshold(
    label: ColumnOrName, prediction: ColumnOrName, *, objective: str | None = None, cost_fp: float |
    None = None, cost_fn: float | None = None, cost_tp: float | None = None, cost_tn: float | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """The threshold at which F1, Youden's J, Matthews correlation or the cost is best.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    objective : str, optional
        what is best: f1, youden, cost (least) or mcc; f1 | youden | cost | mcc; f1 unless given.
    cost_fp : float, optional
        cost of a false positive; a gain is negative; in [-1e15, 1e15]; 1 unless given.
    cost_fn : float, optional
        cost of a false negative; in [-1e15, 1e15]; 1 unless given.
    cost_tp : float, optional
        cost of a true positive; in [-1e15, 1e15]; 0 unless given.
    cost_tn : float, optional
        cost of a true negative; in [-1e15, 1e15]; 0 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: argmax over all distinct scores and +∞ of the objective.
    * Range: (-inf, inf].
    * Units: units of the score.
    * Better: none.
    * Use: The detail 'objective_value' says what it reaches. Chosen with hindsight on these rows:
      try it on others before believing it.
    * Exactness: exact for at most 4,096 distinct scores; else the best edge of a score bin, an
      estimate.
    * Source: exhaustive search; Youden 1950 for J = tpr + tnr − 1.
    * Edge: equal values: the highest threshold.
    * Edge: predicting none is best: +Infinity.
    * Edge: f1 without positives, youden and mcc with one class: undefined.
    * Edge: mcc with a single distinct score: undefined.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: best_threshold.

    Examples
    --------
    >>> df.groupBy("city").agg(F.optimal_threshold("label", "prediction"))
    """
    parameters: Parameters = {"objective": objective, "cost_fp": cost_fp, "cost_fn": cost_fn, "cost_tp": cost_tp, "cost_tn": cost_tn}
    return call_metric("slicewise_optimal_threshold", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def pr_auc_trapezoid(
    label: ColumnOrName, prediction: ColumnOrName, *, start: str | None = None, zero_division: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Area under the precision-recall curve by trapezoids.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    start : str, optional
        precision at recall 0: one, or highest_score, that of the highest score; one |
        highest_score; one unless given.
    zero_division : str, optional
        what 0/0 gives: null (undefined), 0 or 1; null | 0 | 1; null unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ_b (R_b − R_{b+1})·(p_b + p_{b+1})/2, and precision 1 at recall 0, or that of the
      highest score.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: For comparison with tools that draw straight lines between points, which no threshold
      reaches: it flatters. Prefer average_precision.
    * Exactness: exact up to final rounding for at most 4,096 distinct scores, else with a
      certificate.
    * Source: scikit-learn 1.2 auc(recall, precision); Davis, Goadrich 2006 on why not.
    * Edge: no row with label 1: undefined, or zero_division.
    * Edge: no row with label 0: 1.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: trapezoidal_pr_auc.

    Examples
    --------
    >>> df.groupBy("city").agg(F.pr_auc_trapezoid("label", "prediction"))
    """
    parameters: Parameters = {"start": start, "zero_division": zero_division}
    return call_metric("slicewise_pr_auc_trapezoid", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def precision_at_recall(
    label: ColumnOrName, prediction: ColumnOrName, *, recall: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Precision at a recall: the best precision of all thresholds that keep the recall.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    recall : float, optional
        the recall to keep; in (0, 1]; 0.9 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max TP/(TP+FP) over thresholds with TP ≥ ⌈recall·P⌉.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: What a filter costs that may miss next to nothing; the detail 'threshold' reaches it. The
      threshold is chosen on the rows it is judged by: on few positives that flatters.
    * Exactness: exact up to final rounding for at most 4,096 distinct scores, else with a
      certificate; the true value is never below the one given.
    * Source: best of scikit-learn 1.2 precision_recall_curve; the recall is taken as a decimal.
    * Edge: no row with label 1: undefined.
    * Edge: equal precisions: the one with the higher recall.
    * Edge: weighted: TP ≥ recall·P, without rounding up.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.precision_at_recall("label", "prediction"))
    """
    parameters: Parameters = {"recall": recall}
    return call_metric("slicewise_precision_at_recall", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def recall_at_false_positive_rate(
    label: ColumnOrName, prediction: ColumnOrName, *, fpr: float | None = None, weight: ColumnOrName
    | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Recall at a false positive rate: the best one of all thresholds that keep it.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    fpr : float, optional
        the largest false positive rate; in [0, 1]; 0.05 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max TP/P over thresholds with FP ≤ ⌊fpr·N⌋.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: sensitivity_at_specificity(specificity = 1 − fpr), for rates that are easier to say.
    * Exactness: exact up to final rounding for at most 4,096 distinct scores, else with a
      certificate; the true value is never below the one given.
    * Source: TensorFlow Model Analysis RecallAtFalsePositiveRate.
    * Edge: one class only: undefined.
    * Edge: every threshold has too many false positives: 0, at threshold +Infinity.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: recall_at_fpr, tpr_at_fpr.

    Examples
    --------
    >>> df.groupBy("city").agg(F.recall_at_false_positive_rate("label", "prediction"))
    """
    parameters: Parameters = {"fpr": fpr}
    return call_metric("slicewise_recall_at_false_positive_rate", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def recall_at_precision(
    label: ColumnOrName, prediction: ColumnOrName, *, precision: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Recall at a precision: the best recall of all thresholds that keep the precision.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    precision : float, optional
        the precision to keep; in (0, 1]; 0.9 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max TP/P over thresholds with TP ≥ precision·(TP+FP) > 0.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: How much an automatic decision can take over at a promised quality. Precision is not
      monotone in the threshold: a lower one may keep it too.
    * Exactness: exact up to final rounding for at most 4,096 distinct scores, else with a
      certificate; the true value is never below the one given.
    * Source: best of scikit-learn 1.2 precision_recall_curve; the precision is taken as a decimal.
    * Edge: no threshold reaches the precision: undefined.
    * Edge: no row with label 1: undefined.
    * Edge: equal recalls: the one with the higher precision.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.recall_at_precision("label", "prediction"))
    """
    parameters: Parameters = {"precision": precision}
    return call_metric("slicewise_recall_at_precision", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def roc_auc(
    label: ColumnOrName, prediction: ColumnOrName, *, max_fpr: float | None = None, average: str |
    None = None, task: str | None = None, classes: str | None = None, multi_class: str | None =
    None, one_class: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """ROC AUC: how often a positive row scores higher than a negative one.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    max_fpr : float, optional
        only the part up to this false positive rate, standardised; in (0, 1]; not set unless given.
    average : str, optional
        micro, macro, weighted or none (a point a class) for several classes; binary: label 1
        against label 0, with another task macro; binary | micro | macro | weighted | none; binary
        unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: a class and an array of scores, each class
        against the rest; multilabel: an array of 0 and 1 and an array of scores; binary |
        multiclass | multilabel; binary unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    multi_class : str, optional
        ovr: each class against the rest; ovo: against each other one, for at most 31 classes, with
        average macro or weighted; ovr | ovo; ovr unless given.
    one_class : str, optional
        what one class gives: null (undefined), 0, or anchored, the corners' area; null | 0 |
        anchored; null unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ over pairs of 1{s⁺ > s⁻} + ½·1{s⁺ = s⁻}, over PN; with max_fpr = f the area A up to
      fpr = f as ½(1 + (A − f²/2)/(f − f²/2)).
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: Chance is 0.5 whatever the base rate, and monotone changes of the score leave it alone:
      it says nothing of calibration. With rare positives it looks good long before precision does.
    * Exactness: exact up to final rounding for at most 4,096 distinct scores, else with a
      certificate of ±Σ a_b·c_b/(2PN) over bins.
    * Source: scikit-learn 1.2 roc_auc_score; McClish 1989 for max_fpr.
    * Edge: one class only: undefined; with one_class=0 it is 0, with anchored 1 without negatives
      and 0 without positives; always undefined with max_fpr.
    * Edge: all scores equal: 0.5.
    * Edge: average or task for several classes: one that all or no rows have is left out and
      counted in undefined_classes.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: auc, roc_auc_score, auc_roc.

    Examples
    --------
    >>> df.groupBy("city").agg(F.roc_auc("label", "prediction"))
    """
    parameters: Parameters = {"max_fpr": max_fpr, "average": average, "task": task, "classes": classes, "multi_class": multi_class, "one_class": one_class}
    return call_metric("slicewise_roc_auc", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def sensitivity_at_specificity(
    label: ColumnOrName, prediction: ColumnOrName, *, specificity: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Sensitivity at a specificity: the best one of all thresholds that keep it.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    specificity : float, optional
        the true negative rate to keep; in [0, 1]; 0.9 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max TP/P over thresholds with FP ≤ ⌊(1−specificity)·N⌋.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: How much is found when the false alarms are rationed.
    * Exactness: exact up to final rounding for at most 4,096 distinct scores, else with a
      certificate; the true value is never below the one given.
    * Source: Keras SensitivityAtSpecificity, without its grid of thresholds.
    * Edge: one class only: undefined.
    * Edge: every threshold has too many false positives: 0, at threshold +Infinity.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: recall_at_specificity, tpr_at_tnr.

    Examples
    --------
    >>> df.groupBy("city").agg(F.sensitivity_at_specificity("label", "prediction"))
    """
    parameters: Parameters = {"specificity": specificity}
    return call_metric("slicewise_sensitivity_at_specificity", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def specificity_at_sensitivity(
    label: ColumnOrName, prediction: ColumnOrName, *, sensitivity: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Specificity at a sensitivity: what is left of it at the highest threshold allowed.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    sensitivity : float, optional
        the true positive rate to keep; in (0, 1]; 0.9 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: TN/N at the highest threshold with TP ≥ ⌈sensitivity·P⌉.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: For tests that must not miss: at 99.9 % sensitivity it hangs on the one positive in a
      thousand that scores lowest, so look at the support.
    * Exactness: exact up to final rounding for at most 4,096 distinct scores, else with a
      certificate, the share of negatives in the bin of the threshold.
    * Source: Keras SpecificityAtSensitivity, without its grid of thresholds.
    * Edge: one class only: undefined.
    * Edge: weighted: TP ≥ sensitivity·P, without rounding up.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: specificity_at_recall, tnr_at_tpr.

    Examples
    --------
    >>> df.groupBy("city").agg(F.specificity_at_sensitivity("label", "prediction"))
    """
    parameters: Parameters = {"sensitivity": sensitivity}
    return call_metric("slicewise_specificity_at_sensitivity", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def tjur_r2(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Tjur's R²: how much higher the mean probability is where the label is 1.

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
    * Formula: mean(p | y = 1) − mean(p | y = 0).
    * Range: [-1, 1].
    * Units: none.
    * Better: higher.
    * Use: An R² that reads off a histogram of scores by class; over-confidence raises it.
    * Exactness: exact up to final rounding.
    * Source: Tjur 2009, doi:10.1198/tast.2009.08210.
    * Edge: one class only: undefined.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1, or probability beyond tolerance: row skipped, n_domain.
    * Also called: coefficient_of_discrimination, tjur_r_squared.

    Examples
    --------
    >>> df.groupBy("city").agg(F.tjur_r2("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_tjur_r2", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


average_precision_score = average_precision
ap = average_precision
pr_auc = average_precision
auc_pr = average_precision
brier_skill_score = d2_brier_score
bss = d2_brier_score
d2_log_loss = d2_log_loss_score
mcfadden_r2 = d2_log_loss_score
fpr_at_recall = fpr_at_tpr
cumulative_gain = gain
cumulative_gains = gain
capture_rate = gain
gini_coefficient = gini
accuracy_ratio = gini
somers_d = gini
ks = ks_statistic
kolmogorov_smirnov = ks_statistic
lift_at = lift
best_f1 = max_f1
f1_max = max_f1
minimum_expected_cost = min_expected_cost
ne = normalized_entropy
normalized_cross_entropy = normalized_entropy
normalized_gini_coefficient = normalized_gini
best_threshold = optimal_threshold
trapezoidal_pr_auc = pr_auc_trapezoid
recall_at_fpr = recall_at_false_positive_rate
tpr_at_fpr = recall_at_false_positive_rate
auc = roc_auc
roc_auc_score = roc_auc
auc_roc = roc_auc
recall_at_specificity = sensitivity_at_specificity
tpr_at_tnr = sensitivity_at_specificity
specificity_at_recall = specificity_at_sensitivity
tnr_at_tpr = specificity_at_sensitivity
coefficient_of_discrimination = tjur_r2
tjur_r_squared = tjur_r2
