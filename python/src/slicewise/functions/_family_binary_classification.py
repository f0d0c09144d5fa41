"""Binary classification: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = [
    "accuracy",
    "accuracy_score",
    "actual_positives",
    "balanced_accuracy",
    "balanced_accuracy_score",
    "balanced_log_loss",
    "base_rate",
    "binary_accuracy",
    "bookmaker_informedness",
    "boolean_flip_rate",
    "class_balanced_log_loss",
    "cohen_kappa",
    "cohen_kappa_score",
    "critical_success_index",
    "csi",
    "diagnostic_odds_ratio",
    "dor",
    "error_rate",
    "expected_cost",
    "f0_5",
    "f1",
    "f1_score",
    "f2",
    "fall_out",
    "false_discovery_rate",
    "false_negative_rate",
    "false_negatives",
    "false_omission_rate",
    "false_positive_rate",
    "false_positives",
    "fbeta",
    "fbeta_score",
    "fdr",
    "flip_rate",
    "fn",
    "fnr",
    "fowlkes_mallows",
    "fowlkes_mallows_index",
    "fp",
    "fpr",
    "hamming_loss",
    "hit_rate",
    "informedness",
    "iou",
    "jaccard",
    "jaccard_score",
    "kappa",
    "lr_minus",
    "lr_plus",
    "markedness",
    "matthews_corrcoef",
    "mcc",
    "mcnemar",
    "mcnemar_p_value",
    "misclassification_rate",
    "miss_rate",
    "multilabel_hamming_loss",
    "neg_to_pos_flip_rate",
    "negative_likelihood_ratio",
    "negative_predictive_value",
    "npv",
    "overall_precision",
    "overall_recall",
    "phi_coefficient",
    "pos_to_neg_flip_rate",
    "positive_likelihood_ratio",
    "positive_predictive_value",
    "positive_rate",
    "positives",
    "ppv",
    "precision",
    "precision_score",
    "predicted_positive_rate",
    "prevalence",
    "recall",
    "recall_score",
    "selection_rate",
    "selectivity",
    "sensitivity",
    "specificity",
    "stage1_pass_rate",
    "stage1_recall",
    "stage2_conditional_recall",
    "stage2_precision",
    "subset_accuracy",
    "support",
    "threat_score",
    "tn",
    "tnr",
    "tp",
    "tpr",
    "true_negative_rate",
    "true_negatives",
    "true_positive_rate",
    "true_positives",
    "youden",
    "youden_j",
    "zero_one_loss",
]


def accuracy(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, task: str |
    None = None, classes: str | None = None, weight: ColumnOrName | None = None, profile: str | None
    = None, **columns: ColumnOrName
) -> Column:
    """Accuracy: the share of rows decided rightly.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; multilabel: an array of 0 and 1 and an
        array of scores; binary | multiclass | multiclass_scores | multilabel; binary unless given.
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
    * Formula: (tp + tn) / n; of several labels a row, the share of rows with all of them right.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: With 1 % positives, always saying no is 99 % accurate: read balanced_accuracy or
      matthews_corrcoef beside it.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 accuracy_score.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: accuracy_score, binary_accuracy.

    Examples
    --------
    >>> df.groupBy("city").agg(F.accuracy("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "task": task, "classes": classes}
    return call_metric("slicewise_accuracy", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def subset_accuracy(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, classes: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Accuracy: the share of rows decided rightly.

    This is ``accuracy`` with task = multilabel.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
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
    * Formula: (tp + tn) / n; of several labels a row, the share of rows with all of them right.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: With 1 % positives, always saying no is 99 % accurate: read balanced_accuracy or
      matthews_corrcoef beside it.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 accuracy_score.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: accuracy_score, binary_accuracy.

    Examples
    --------
    >>> df.groupBy("city").agg(F.subset_accuracy("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "classes": classes}
    return call_metric("subset_accuracy", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def balanced_accuracy(
    label: ColumnOrName, prediction: ColumnOrName, *, adjusted: bool | None = None, threshold: float
    | None = None, task: str | None = None, classes: str | None = None, weight: ColumnOrName | None
    = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Balanced accuracy: the mean of recall and specificity.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    adjusted : bool, optional
        rescale so that chance is 0 and perfect 1; false unless given.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; binary | multiclass | multiclass_scores;
        binary unless given.
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
    * Formula: (tp/P + tn/N) / 2; adjusted: that times 2, minus 1.
    * Range: [0, 1]; [-1, 1] adjusted.
    * Units: none.
    * Better: higher.
    * Use: A useless model scores ½ whatever the base rate (0 when adjusted).
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 balanced_accuracy_score.
    * Edge: one class only: the rate of that class; undefined when adjusted.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: balanced_accuracy_score.

    Examples
    --------
    >>> df.groupBy("city").agg(F.balanced_accuracy("label", "prediction"))
    """
    parameters: Parameters = {"adjusted": adjusted, "threshold": threshold, "task": task, "classes": classes}
    return call_metric("slicewise_balanced_accuracy", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def balanced_log_loss(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Balanced log loss: the mean of the log losses of the two classes.

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
    * Formula: (Σ₁ w·ℓ / P + Σ₀ w·ℓ / N) / 2, that is, weighted log loss with weights n/(2·n_k).
    * Range: [0, inf).
    * Units: nats.
    * Better: lower.
    * Use: A rare class counts as much as a common one. Its optimum is not calibrated, and a slice's
      weights follow from its own base rate.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 log_loss(sample_weight=compute_sample_weight('balanced')).
    * Edge: one class only: its log loss.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: class_balanced_log_loss.

    Examples
    --------
    >>> df.groupBy("city").agg(F.balanced_log_loss("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_balanced_log_loss", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def cohen_kappa(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, weights: str |
    None = None, task: str | None = None, classes: str | None = None, weight: ColumnOrName | None =
    None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Cohen's kappa: agreement of label and decision beyond what chance gives.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weights : str, optional
        distance of classes in their order: none (all alike), linear or quadratic; none | linear |
        quadratic; none unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; binary | multiclass | multiclass_scores;
        binary unless given.
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
    * Formula: (p_o − p_e) / (1 − p_e), p_o = (tp+tn)/n, p_e = (P̂·P + N̂·N)/n².
    * Range: [-1, 1].
    * Units: none.
    * Better: higher.
    * Use: Its chance term moves with both margins, so the same recall and fpr give other kappas at
      other base rates.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 cohen_kappa_score.
    * Edge: chance agreement is certain (p_e = 1): undefined.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: cohen_kappa_score, kappa.

    Examples
    --------
    >>> df.groupBy("city").agg(F.cohen_kappa("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "weights": weights, "task": task, "classes": classes}
    return call_metric("slicewise_cohen_kappa", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def diagnostic_odds_ratio(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Diagnostic odds ratio: the odds of a positive decision among positives over those among
    negatives.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (tp·tn) / (fp·fn).
    * Range: [0, inf).
    * Units: none.
    * Better: higher.
    * Use: One number for both likelihood ratios; with few errors it swings wildly.
    * Exactness: exact up to final rounding.
    * Source: Glas et al. 2003.
    * Edge: no false positive or no false negative: undefined.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: dor.

    Examples
    --------
    >>> df.groupBy("city").agg(F.diagnostic_odds_ratio("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_diagnostic_odds_ratio", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def expected_cost(
    label: ColumnOrName, prediction: ColumnOrName, *, cost_fp: float | None = None, cost_fn: float |
    None = None, cost_tp: float | None = None, cost_tn: float | None = None, threshold: float | None
    = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Expected cost: what a decision costs on average at given prices.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    cost_fp : float, optional
        cost of a false positive; a gain is negative; in (-inf, inf); 1 unless given.
    cost_fn : float, optional
        cost of a false negative; in (-inf, inf); 1 unless given.
    cost_tp : float, optional
        cost of a true positive; in (-inf, inf); 0 unless given.
    cost_tn : float, optional
        cost of a true negative; in (-inf, inf); 0 unless given.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (c_fp·fp + c_fn·fn + c_tp·tp + c_tn·tn) / n.
    * Range: (-inf, inf).
    * Units: units of the costs.
    * Better: lower.
    * Use: The number a business case is made of; at costs 10 to 1 the threshold ½ is rarely right:
      see min_expected_cost.
    * Exactness: exact up to final rounding.
    * Source: Elkan 2001, The foundations of cost-sensitive learning.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.expected_cost("label", "prediction"))
    """
    parameters: Parameters = {"cost_fp": cost_fp, "cost_fn": cost_fn, "cost_tp": cost_tp, "cost_tn": cost_tn, "threshold": threshold}
    return call_metric("slicewise_expected_cost", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def f1_score(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, zero_division:
    str | None = None, average: str | None = None, task: str | None = None, classes: str | None =
    None, labels: str | None = None, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """F1: the harmonic mean of precision and recall.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    zero_division : str, optional
        what 0/0 gives: null (undefined), 0 or 1; null | 0 | 1; null unless given.
    average : str, optional
        micro, macro, weighted or none (a point a class) for several classes; binary: label 1
        against label 0, with another task macro; binary | micro | macro | weighted | none; binary
        unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; multilabel: an array of 0 and 1 and an
        array of scores; binary | multiclass | multiclass_scores | multilabel; binary unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    labels : str, optional
        the classes to average over, a;b;c; empty: those that label or prediction have in the slice;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 2tp / (2tp + fp + fn).
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: It ignores true negatives and rises with the base rate: two slices with different base
      rates cannot be compared by it.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 f1_score.
    * Edge: tp = fp = fn = 0: undefined, or zero_division.
    * Edge: positives but none predicted: 0.
    * Edge: no usable rows: undefined.
    * Edge: average or task for several classes: a class with an undefined value is left out and
      counted in undefined_classes.
    * Edge: more than 1,000 classes: undefined, micro apart.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: f1.

    Examples
    --------
    >>> df.groupBy("city").agg(F.f1_score("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "zero_division": zero_division, "average": average, "task": task, "classes": classes, "labels": labels}
    return call_metric("slicewise_f1_score", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def false_discovery_rate(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, average: str |
    None = None, task: str | None = None, classes: str | None = None, labels: str | None = None,
    weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """False discovery rate: of the rows predicted positive, the share that is not.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    average : str, optional
        micro, macro, weighted or none (a point a class) for several classes; binary: label 1
        against label 0, with another task macro; binary | micro | macro | weighted | none; binary
        unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; multilabel: an array of 0 and 1 and an
        array of scores; binary | multiclass | multiclass_scores | multilabel; binary unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    labels : str, optional
        the classes to average over, a;b;c; empty: those that label or prediction have in the slice;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: fp / (fp + tp).
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: 1 − precision: the share of alarms that are false.
    * Exactness: exact up to final rounding.
    * Source: 1 − scikit-learn 1.2 precision_score.
    * Edge: no row predicted positive: undefined.
    * Edge: no usable rows: undefined.
    * Edge: average or task for several classes: a class with an undefined value is left out and
      counted in undefined_classes.
    * Edge: more than 1,000 classes: undefined, micro apart.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: fdr.

    Examples
    --------
    >>> df.groupBy("city").agg(F.false_discovery_rate("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "average": average, "task": task, "classes": classes, "labels": labels}
    return call_metric("slicewise_false_discovery_rate", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def false_negatives(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """False negatives: rows with label 1 that are predicted negative.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{y = 1, s < threshold}.
    * Range: [0, inf).
    * Units: rows, or their weight.
    * Better: none.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 confusion_matrix.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: fn.

    Examples
    --------
    >>> df.groupBy("city").agg(F.false_negatives("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_false_negatives", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def false_omission_rate(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, average: str |
    None = None, task: str | None = None, classes: str | None = None, labels: str | None = None,
    weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """False omission rate: of the rows predicted negative, the share that is positive.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    average : str, optional
        micro, macro, weighted or none (a point a class) for several classes; binary: label 1
        against label 0, with another task macro; binary | micro | macro | weighted | none; binary
        unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; multilabel: an array of 0 and 1 and an
        array of scores; binary | multiclass | multiclass_scores | multilabel; binary unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    labels : str, optional
        the classes to average over, a;b;c; empty: those that label or prediction have in the slice;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: fn / (fn + tn).
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: 1 − npv: what slips through among the rows let go.
    * Exactness: exact up to final rounding.
    * Source: 1 − scikit-learn 1.2 precision_score(pos_label=0).
    * Edge: no row predicted negative: undefined.
    * Edge: no usable rows: undefined.
    * Edge: average or task for several classes: a class with an undefined value is left out and
      counted in undefined_classes.
    * Edge: more than 1,000 classes: undefined, micro apart.
    * Edge: label other than 0 or 1: row skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.false_omission_rate("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "average": average, "task": task, "classes": classes, "labels": labels}
    return call_metric("slicewise_false_omission_rate", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def false_positives(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """False positives: rows with label 0 that are predicted positive.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{y = 0, s ≥ threshold}.
    * Range: [0, inf).
    * Units: rows, or their weight.
    * Better: none.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 confusion_matrix.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: fp.

    Examples
    --------
    >>> df.groupBy("city").agg(F.false_positives("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_false_positives", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def fbeta_score(
    label: ColumnOrName, prediction: ColumnOrName, *, beta: float | None = None, threshold: float |
    None = None, zero_division: str | None = None, average: str | None = None, task: str | None =
    None, classes: str | None = None, labels: str | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """F-beta: precision and recall in one number, recall counting beta times as much.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    beta : float, optional
        below 1 favours precision, above 1 recall; in (0, 1e6]; 1 unless given.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    zero_division : str, optional
        what 0/0 gives: null (undefined), 0 or 1; null | 0 | 1; null unless given.
    average : str, optional
        micro, macro, weighted or none (a point a class) for several classes; binary: label 1
        against label 0, with another task macro; binary | micro | macro | weighted | none; binary
        unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; multilabel: an array of 0 and 1 and an
        array of scores; binary | multiclass | multiclass_scores | multilabel; binary unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    labels : str, optional
        the classes to average over, a;b;c; empty: those that label or prediction have in the slice;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (1+β²)·tp / ((1+β²)·tp + β²·fn + fp).
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: A beta is a price of a miss in false alarms only roughly; expected_cost says it outright.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 fbeta_score.
    * Edge: tp = fp = fn = 0: undefined, or zero_division.
    * Edge: positives but none predicted: 0.
    * Edge: no usable rows: undefined.
    * Edge: average or task for several classes: a class with an undefined value is left out and
      counted in undefined_classes.
    * Edge: more than 1,000 classes: undefined, micro apart.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: fbeta.

    Examples
    --------
    >>> df.groupBy("city").agg(F.fbeta_score("label", "prediction"))
    """
    parameters: Parameters = {"beta": beta, "threshold": threshold, "zero_division": zero_division, "average": average, "task": task, "classes": classes, "labels": labels}
    return call_metric("slicewise_fbeta_score", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def f0_5(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, zero_division:
    str | None = None, average: str | None = None, task: str | None = None, classes: str | None =
    None, labels: str | None = None, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """F-beta: precision and recall in one number, recall counting beta times as much.

    This is ``fbeta_score`` with beta = 0.5.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    zero_division : str, optional
        what 0/0 gives: null (undefined), 0 or 1; null | 0 | 1; null unless given.
    average : str, optional
        micro, macro, weighted or none (a point a class) for several classes; binary: label 1
        against label 0, with another task macro; binary | micro | macro | weighted | none; binary
        unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; multilabel: an array of 0 and 1 and an
        array of scores; binary | multiclass | multiclass_scores | multilabel; binary unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    labels : str, optional
        the classes to average over, a;b;c; empty: those that label or prediction have in the slice;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (1+β²)·tp / ((1+β²)·tp + β²·fn + fp).
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: A beta is a price of a miss in false alarms only roughly; expected_cost says it outright.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 fbeta_score.
    * Edge: tp = fp = fn = 0: undefined, or zero_division.
    * Edge: positives but none predicted: 0.
    * Edge: no usable rows: undefined.
    * Edge: average or task for several classes: a class with an undefined value is left out and
      counted in undefined_classes.
    * Edge: more than 1,000 classes: undefined, micro apart.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: fbeta.

    Examples
    --------
    >>> df.groupBy("city").agg(F.f0_5("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "zero_division": zero_division, "average": average, "task": task, "classes": classes, "labels": labels}
    return call_metric("f0_5", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def f2(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, zero_division:
    str | None = None, average: str | None = None, task: str | None = None, classes: str | None =
    None, labels: str | None = None, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """F-beta: precision and recall in one number, recall counting beta times as much.

    This is ``fbeta_score`` with beta = 2.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    zero_division : str, optional
        what 0/0 gives: null (undefined), 0 or 1; null | 0 | 1; null unless given.
    average : str, optional
        micro, macro, weighted or none (a point a class) for several classes; binary: label 1
        against label 0, with another task macro; binary | micro | macro | weighted | none; binary
        unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; multilabel: an array of 0 and 1 and an
        array of scores; binary | multiclass | multiclass_scores | multilabel; binary unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    labels : str, optional
        the classes to average over, a;b;c; empty: those that label or prediction have in the slice;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (1+β²)·tp / ((1+β²)·tp + β²·fn + fp).
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: A beta is a price of a miss in false alarms only roughly; expected_cost says it outright.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 fbeta_score.
    * Edge: tp = fp = fn = 0: undefined, or zero_division.
    * Edge: positives but none predicted: 0.
    * Edge: no usable rows: undefined.
    * Edge: average or task for several classes: a class with an undefined value is left out and
      counted in undefined_classes.
    * Edge: more than 1,000 classes: undefined, micro apart.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: fbeta.

    Examples
    --------
    >>> df.groupBy("city").agg(F.f2("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "zero_division": zero_division, "average": average, "task": task, "classes": classes, "labels": labels}
    return call_metric("f2", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def flip_rate(
    label: ColumnOrName, prediction: ColumnOrName, baseline: ColumnOrName, *, threshold: float |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Flip rate: the share of rows that two models decide differently.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    baseline : Column or str
        The prediction of another model; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{ŷ_A ≠ ŷ_B} / n, A the baseline.
    * Range: [0, 1].
    * Units: none.
    * Better: none.
    * Use: Two models of equal accuracy can disagree on many rows; each of them is somebody who
      notices.
    * Exactness: exact up to final rounding.
    * Source: TensorFlow Model Analysis BooleanFlipRates, which counts scores above, not at, the
      threshold.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: boolean_flip_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.flip_rate("label", "prediction", "baseline"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_flip_rate", {"label": label, "prediction": prediction, "baseline": baseline}, parameters, weight, profile, columns)


def fnr(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, average: str |
    None = None, task: str | None = None, classes: str | None = None, labels: str | None = None,
    weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """False negative rate: of the positive rows, the share that is missed.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    average : str, optional
        micro, macro, weighted or none (a point a class) for several classes; binary: label 1
        against label 0, with another task macro; binary | micro | macro | weighted | none; binary
        unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; multilabel: an array of 0 and 1 and an
        array of scores; binary | multiclass | multiclass_scores | multilabel; binary unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    labels : str, optional
        the classes to average over, a;b;c; empty: those that label or prediction have in the slice;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: fn / (fn + tp).
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: 1 − recall, for those who count misses.
    * Exactness: exact up to final rounding.
    * Source: fairlearn false_negative_rate.
    * Edge: no row with label 1: undefined.
    * Edge: no usable rows: undefined.
    * Edge: average or task for several classes: a class with an undefined value is left out and
      counted in undefined_classes.
    * Edge: more than 1,000 classes: undefined, micro apart.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: false_negative_rate, miss_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.fnr("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "average": average, "task": task, "classes": classes, "labels": labels}
    return call_metric("slicewise_fnr", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def fowlkes_mallows(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Fowlkes–Mallows index: the geometric mean of precision and recall.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: √(tp/(tp+fp) · tp/(tp+fn)).
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: Above F1, and equal to it where precision is recall.
    * Exactness: exact up to final rounding.
    * Source: Fowlkes, Mallows 1983.
    * Edge: no row positive, or none predicted so: undefined.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: fowlkes_mallows_index.

    Examples
    --------
    >>> df.groupBy("city").agg(F.fowlkes_mallows("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_fowlkes_mallows", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def fpr(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, average: str |
    None = None, task: str | None = None, classes: str | None = None, labels: str | None = None,
    weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """False positive rate: of the negative rows, the share predicted positive.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    average : str, optional
        micro, macro, weighted or none (a point a class) for several classes; binary: label 1
        against label 0, with another task macro; binary | micro | macro | weighted | none; binary
        unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; multilabel: an array of 0 and 1 and an
        array of scores; binary | multiclass | multiclass_scores | multilabel; binary unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    labels : str, optional
        the classes to average over, a;b;c; empty: those that label or prediction have in the slice;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: fp / (fp + tn).
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: The false alarms per negative, not per alarm: that is false_discovery_rate.
    * Exactness: exact up to final rounding.
    * Source: fairlearn false_positive_rate.
    * Edge: no row with label 0: undefined.
    * Edge: no usable rows: undefined.
    * Edge: average or task for several classes: a class with an undefined value is left out and
      counted in undefined_classes.
    * Edge: more than 1,000 classes: undefined, micro apart.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: false_positive_rate, fall_out.

    Examples
    --------
    >>> df.groupBy("city").agg(F.fpr("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "average": average, "task": task, "classes": classes, "labels": labels}
    return call_metric("slicewise_fpr", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def hamming_loss(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, task: str |
    None = None, classes: str | None = None, weight: ColumnOrName | None = None, profile: str | None
    = None, **columns: ColumnOrName
) -> Column:
    """Hamming loss: the share of decisions that are wrong, each label of a row being one.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; multilabel: an array of 0 and 1 and an
        array of scores; binary | multiclass | multiclass_scores | multilabel; binary unless given.
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
    * Formula: (fp + fn) / n; multilabel Σ over labels of (fp + fn) / (tp + fp + fn + tn).
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: With many labels of which few hold, saying none is nearly right: read macro recall or
      f1_score beside it.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 hamming_loss.
    * Edge: one decision a row: the error rate.
    * Edge: no usable rows: undefined.
    * Edge: arrays of unequal length, or a label other than 0 or 1: row skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.hamming_loss("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "task": task, "classes": classes}
    return call_metric("slicewise_hamming_loss", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def multilabel_hamming_loss(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, classes: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Hamming loss: the share of decisions that are wrong, each label of a row being one.

    This is ``hamming_loss`` with task = multilabel.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
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
    * Formula: (fp + fn) / n; multilabel Σ over labels of (fp + fn) / (tp + fp + fn + tn).
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: With many labels of which few hold, saying none is nearly right: read macro recall or
      f1_score beside it.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 hamming_loss.
    * Edge: one decision a row: the error rate.
    * Edge: no usable rows: undefined.
    * Edge: arrays of unequal length, or a label other than 0 or 1: row skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.multilabel_hamming_loss("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "classes": classes}
    return call_metric("multilabel_hamming_loss", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def informedness(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Informedness: how much better than chance the decision is, whatever the base rate.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: tp/P + tn/N − 1.
    * Range: [-1, 1].
    * Units: none.
    * Better: higher.
    * Use: The height of the ROC curve above the diagonal; it prices a miss and a false alarm by the
      base rate.
    * Exactness: exact up to final rounding.
    * Source: Youden 1950.
    * Edge: no row of one class: undefined.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: youden_j, youden, bookmaker_informedness.

    Examples
    --------
    >>> df.groupBy("city").agg(F.informedness("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_informedness", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def jaccard(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, zero_division:
    str | None = None, average: str | None = None, task: str | None = None, classes: str | None =
    None, labels: str | None = None, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Jaccard index: of the rows that are positive or predicted so, the share that is both.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    zero_division : str, optional
        what 0/0 gives: null (undefined), 0 or 1; null | 0 | 1; null unless given.
    average : str, optional
        micro, macro, weighted or none (a point a class) for several classes; binary: label 1
        against label 0, with another task macro; binary | micro | macro | weighted | none; binary
        unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; multilabel: an array of 0 and 1 and an
        array of scores; binary | multiclass | multiclass_scores | multilabel; binary unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    labels : str, optional
        the classes to average over, a;b;c; empty: those that label or prediction have in the slice;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: tp / (tp + fp + fn).
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: A monotone function of F1, J = F1/(2 − F1): it ranks models the same way and looks worse.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 jaccard_score.
    * Edge: tp = fp = fn = 0: undefined, or zero_division.
    * Edge: no usable rows: undefined.
    * Edge: average or task for several classes: a class with an undefined value is left out and
      counted in undefined_classes.
    * Edge: more than 1,000 classes: undefined, micro apart.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: jaccard_score, threat_score, critical_success_index, csi, iou.

    Examples
    --------
    >>> df.groupBy("city").agg(F.jaccard("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "zero_division": zero_division, "average": average, "task": task, "classes": classes, "labels": labels}
    return call_metric("slicewise_jaccard", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def markedness(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Markedness: how much the decision says about the label.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: tp/(tp+fp) + tn/(tn+fn) − 1.
    * Range: [-1, 1].
    * Units: none.
    * Better: higher.
    * Use: The counterpart of informedness, seen from the decisions: their geometric mean is
      Matthews correlation.
    * Exactness: exact up to final rounding.
    * Source: Powers 2011, arXiv:2010.16061.
    * Edge: all rows decided alike: undefined.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.markedness("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_markedness", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def matthews_corrcoef(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, task: str |
    None = None, classes: str | None = None, zero_division: str | None = None, weight: ColumnOrName
    | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Matthews correlation: the correlation of label and decision.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; binary | multiclass | multiclass_scores;
        binary unless given.
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
    * Formula: (tp·tn − fp·fn) / √((tp+fp)(tp+fn)(tn+fp)(tn+fn)).
    * Range: [-1, 1].
    * Units: none.
    * Better: higher.
    * Use: High only if all four cells are good relative to both margins; the one number to read
      under imbalance.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 matthews_corrcoef.
    * Edge: one class, or all decided alike: undefined, or zero_division (scikit-learn says 0).
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: mcc, phi_coefficient.

    Examples
    --------
    >>> df.groupBy("city").agg(F.matthews_corrcoef("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "task": task, "classes": classes, "zero_division": zero_division}
    return call_metric("slicewise_matthews_corrcoef", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def mcnemar(
    label: ColumnOrName, prediction: ColumnOrName, baseline: ColumnOrName, *, threshold: float |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """McNemar's test: the p-value of two models being right equally often on the same rows.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    baseline : Column or str
        The prediction of another model; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: b rows only the baseline decides rightly, c only the prediction: χ² = (b−c)²/(b+c)
      with 1 degree of freedom; exact binomial below 25 discordant rows.
    * Range: [0, 1].
    * Units: none.
    * Better: none.
    * Use: Details: statistic, chi_squared_p, exact_p, only_baseline, only_prediction. With millions
      of rows any difference is significant: read the flip rates too.
    * Exactness: exact up to final rounding.
    * Source: McNemar 1947, no continuity correction.
    * Edge: no row decided rightly by one model only: 1.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Edge: weighted: b and c are scaled to effective counts, (b+c)/Σw² of the discordant rows.
    * Also called: mcnemar_p_value.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mcnemar("label", "prediction", "baseline"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_mcnemar", {"label": label, "prediction": prediction, "baseline": baseline}, parameters, weight, profile, columns)


def neg_to_pos_flip_rate(
    label: ColumnOrName, prediction: ColumnOrName, baseline: ColumnOrName, *, threshold: float |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Share of rows that the baseline decides negative and the prediction positive.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    baseline : Column or str
        The prediction of another model; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{ŷ_A = 0, ŷ_B = 1} / n, A the baseline.
    * Range: [0, 1].
    * Units: none.
    * Better: none.
    * Use: The denominator is all rows, so the two directions add up to flip_rate.
    * Exactness: exact up to final rounding.
    * Source: TensorFlow Model Analysis BooleanFlipRates, which counts scores above, not at, the
      threshold.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.neg_to_pos_flip_rate("label", "prediction", "baseline"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_neg_to_pos_flip_rate", {"label": label, "prediction": prediction, "baseline": baseline}, parameters, weight, profile, columns)


def negative_likelihood_ratio(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Negative likelihood ratio: what the odds of label 1 are multiplied by when the decision is
    negative.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: fnr / tnr.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: Below 0.1 a negative decision all but rules label 1 out.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 class_likelihood_ratios.
    * Edge: no true negative, or one class only: undefined.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: lr_minus.

    Examples
    --------
    >>> df.groupBy("city").agg(F.negative_likelihood_ratio("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_negative_likelihood_ratio", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def npv(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, average: str |
    None = None, task: str | None = None, classes: str | None = None, labels: str | None = None,
    zero_division: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """Negative predictive value: of the rows predicted negative, the share that is.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    average : str, optional
        micro, macro, weighted or none (a point a class) for several classes; binary: label 1
        against label 0, with another task macro; binary | micro | macro | weighted | none; binary
        unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; multilabel: an array of 0 and 1 and an
        array of scores; binary | multiclass | multiclass_scores | multilabel; binary unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    labels : str, optional
        the classes to average over, a;b;c; empty: those that label or prediction have in the slice;
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
    * Formula: tn / (tn + fn).
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: High for any model where positives are rare.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 precision_score(pos_label=0).
    * Edge: no row predicted negative: undefined, or zero_division.
    * Edge: no usable rows: undefined.
    * Edge: average or task for several classes: a class with an undefined value is left out and
      counted in undefined_classes.
    * Edge: more than 1,000 classes: undefined, micro apart.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: negative_predictive_value.

    Examples
    --------
    >>> df.groupBy("city").agg(F.npv("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "average": average, "task": task, "classes": classes, "labels": labels, "zero_division": zero_division}
    return call_metric("slicewise_npv", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def overall_precision(
    label: ColumnOrName, stage1: ColumnOrName, stage2: ColumnOrName, *, threshold: float | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Precision of a cascade: of the rows it takes, the share that is positive.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    stage1 : Column or str
        The column in this role; a number or a boolean.
    stage2 : Column or str
        The column in this role; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{y, stage1, stage2} / #{stage1, stage2}.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: Equal to stage2_precision.
    * Exactness: exact up to final rounding.
    * Edge: no row passes both stages: undefined.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.overall_precision("label", "stage1", "stage2"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_overall_precision", {"label": label, "stage1": stage1, "stage2": stage2}, parameters, weight, profile, columns)


def overall_recall(
    label: ColumnOrName, stage1: ColumnOrName, stage2: ColumnOrName, *, threshold: float | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Recall of a cascade: of the positive rows, the share that both stages pass.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    stage1 : Column or str
        The column in this role; a number or a boolean.
    stage2 : Column or str
        The column in this role; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{y, stage1, stage2} / #{y}.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: The product of stage1_recall and stage2_conditional_recall.
    * Exactness: exact up to final rounding.
    * Edge: no row with label 1: undefined.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.overall_recall("label", "stage1", "stage2"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_overall_recall", {"label": label, "stage1": stage1, "stage2": stage2}, parameters, weight, profile, columns)


def pos_to_neg_flip_rate(
    label: ColumnOrName, prediction: ColumnOrName, baseline: ColumnOrName, *, threshold: float |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Share of rows that the baseline decides positive and the prediction negative.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    baseline : Column or str
        The prediction of another model; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{ŷ_A = 1, ŷ_B = 0} / n, A the baseline.
    * Range: [0, 1].
    * Units: none.
    * Better: none.
    * Use: The denominator is all rows, so the two directions add up to flip_rate.
    * Exactness: exact up to final rounding.
    * Source: TensorFlow Model Analysis BooleanFlipRates, which counts scores above, not at, the
      threshold.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.pos_to_neg_flip_rate("label", "prediction", "baseline"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_pos_to_neg_flip_rate", {"label": label, "prediction": prediction, "baseline": baseline}, parameters, weight, profile, columns)


def positive_likelihood_ratio(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Positive likelihood ratio: how many times the odds of label 1 grow when the decision is
    positive.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: tpr / fpr.
    * Range: [0, inf).
    * Units: none.
    * Better: higher.
    * Use: Multiply prior odds by it; it does not depend on the base rate.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 class_likelihood_ratios.
    * Edge: no false positive, or one class only: undefined.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: lr_plus.

    Examples
    --------
    >>> df.groupBy("city").agg(F.positive_likelihood_ratio("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_positive_likelihood_ratio", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def precision(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, zero_division:
    str | None = None, average: str | None = None, task: str | None = None, classes: str | None =
    None, labels: str | None = None, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Precision: of the rows predicted positive, the share that is.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    zero_division : str, optional
        what 0/0 gives: null (undefined), 0 or 1; null | 0 | 1; null unless given.
    average : str, optional
        micro, macro, weighted or none (a point a class) for several classes; binary: label 1
        against label 0, with another task macro; binary | micro | macro | weighted | none; binary
        unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; multilabel: an array of 0 and 1 and an
        array of scores; binary | multiclass | multiclass_scores | multilabel; binary unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    labels : str, optional
        the classes to average over, a;b;c; empty: those that label or prediction have in the slice;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: tp / (tp + fp).
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: It depends on the base rate: the same model is less precise where positives are rarer, so
      compare slices with care.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 precision_score.
    * Edge: no row predicted positive: undefined, or zero_division.
    * Edge: no usable rows: undefined.
    * Edge: average or task for several classes: a class with an undefined value is left out and
      counted in undefined_classes.
    * Edge: more than 1,000 classes: undefined, micro apart.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: precision_score, ppv, positive_predictive_value.

    Examples
    --------
    >>> df.groupBy("city").agg(F.precision("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "zero_division": zero_division, "average": average, "task": task, "classes": classes, "labels": labels}
    return call_metric("slicewise_precision", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def predicted_positive_rate(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Selection rate: the share of rows predicted positive.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (tp + fp) / n.
    * Range: [0, 1].
    * Units: none.
    * Better: none.
    * Use: What a team downstream has to handle; equal rates over groups are demographic parity.
    * Exactness: exact up to final rounding.
    * Source: fairlearn selection_rate.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: selection_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.predicted_positive_rate("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_predicted_positive_rate", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def prevalence(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Prevalence: the share of rows with label 1.

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
    * Formula: P / n.
    * Range: [0, 1].
    * Units: none.
    * Better: none.
    * Use: What precision, F1 and average precision of a random score are measured against.
    * Exactness: exact up to final rounding.
    * Source: weighted mean of the label.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: base_rate, positive_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.prevalence("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_prevalence", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def recall(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, zero_division:
    str | None = None, average: str | None = None, task: str | None = None, classes: str | None =
    None, labels: str | None = None, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Recall: of the positive rows, the share that is predicted so.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    zero_division : str, optional
        what 0/0 gives: null (undefined), 0 or 1; null | 0 | 1; null unless given.
    average : str, optional
        micro, macro, weighted or none (a point a class) for several classes; binary: label 1
        against label 0, with another task macro; binary | micro | macro | weighted | none; binary
        unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; multilabel: an array of 0 and 1 and an
        array of scores; binary | multiclass | multiclass_scores | multilabel; binary unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    labels : str, optional
        the classes to average over, a;b;c; empty: those that label or prediction have in the slice;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: tp / (tp + fn).
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: Predicting everything positive makes it 1: read it with precision or fpr.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 recall_score.
    * Edge: no row with label 1: undefined, or zero_division.
    * Edge: no usable rows: undefined.
    * Edge: average or task for several classes: a class with an undefined value is left out and
      counted in undefined_classes.
    * Edge: more than 1,000 classes: undefined, micro apart.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: recall_score, tpr, sensitivity, true_positive_rate, hit_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.recall("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "zero_division": zero_division, "average": average, "task": task, "classes": classes, "labels": labels}
    return call_metric("slicewise_recall", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def specificity(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, average: str |
    None = None, task: str | None = None, classes: str | None = None, labels: str | None = None,
    zero_division: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """Specificity: of the negative rows, the share that is predicted so.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    average : str, optional
        micro, macro, weighted or none (a point a class) for several classes; binary: label 1
        against label 0, with another task macro; binary | micro | macro | weighted | none; binary
        unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; multilabel: an array of 0 and 1 and an
        array of scores; binary | multiclass | multiclass_scores | multilabel; binary unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    labels : str, optional
        the classes to average over, a;b;c; empty: those that label or prediction have in the slice;
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
    * Formula: tn / (tn + fp).
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: Where negatives abound, 99.9 % may still mean more false alarms than hits: read precision
      too.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 recall_score(pos_label=0).
    * Edge: no row with label 0: undefined, or zero_division.
    * Edge: no usable rows: undefined.
    * Edge: average or task for several classes: a class with an undefined value is left out and
      counted in undefined_classes.
    * Edge: more than 1,000 classes: undefined, micro apart.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: tnr, true_negative_rate, selectivity.

    Examples
    --------
    >>> df.groupBy("city").agg(F.specificity("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "average": average, "task": task, "classes": classes, "labels": labels, "zero_division": zero_division}
    return call_metric("slicewise_specificity", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def stage1_pass_rate(
    label: ColumnOrName, stage1: ColumnOrName, stage2: ColumnOrName, *, threshold: float | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Stage-1 pass rate of a cascade: the share of rows that stage 1 passes on.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    stage1 : Column or str
        The column in this role; a number or a boolean.
    stage2 : Column or str
        The column in this role; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{stage1} / n.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: What stage 2, the expensive one, has to look at.
    * Exactness: exact up to final rounding.
    * Edge: stage 1 passes nothing: 0.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.stage1_pass_rate("label", "stage1", "stage2"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_stage1_pass_rate", {"label": label, "stage1": stage1, "stage2": stage2}, parameters, weight, profile, columns)


def stage1_recall(
    label: ColumnOrName, stage1: ColumnOrName, stage2: ColumnOrName, *, threshold: float | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Stage-1 recall of a cascade: of the positive rows, the share that stage 1 passes on.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    stage1 : Column or str
        The column in this role; a number or a boolean.
    stage2 : Column or str
        The column in this role; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{y, stage1} / #{y}.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: It caps what the cascade can ever find: whatever stage 1 drops is lost.
    * Exactness: exact up to final rounding.
    * Edge: no row with label 1: undefined.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.stage1_recall("label", "stage1", "stage2"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_stage1_recall", {"label": label, "stage1": stage1, "stage2": stage2}, parameters, weight, profile, columns)


def stage2_conditional_recall(
    label: ColumnOrName, stage1: ColumnOrName, stage2: ColumnOrName, *, threshold: float | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Conditional recall of stage 2: of the positive rows that reach it, the share it passes.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    stage1 : Column or str
        The column in this role; a number or a boolean.
    stage2 : Column or str
        The column in this role; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{y, stage1, stage2} / #{y, stage1}.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: Tells a weak stage 2 from a stage 1 that starves it.
    * Exactness: exact up to final rounding.
    * Edge: no positive row reaches stage 2: undefined.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.stage2_conditional_recall("label", "stage1", "stage2"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_stage2_conditional_recall", {"label": label, "stage1": stage1, "stage2": stage2}, parameters, weight, profile, columns)


def stage2_precision(
    label: ColumnOrName, stage1: ColumnOrName, stage2: ColumnOrName, *, threshold: float | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Stage-2 precision of a cascade: of the rows both stages pass, the share that is positive.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    stage1 : Column or str
        The column in this role; a number or a boolean.
    stage2 : Column or str
        The column in this role; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{y, stage1, stage2} / #{stage1, stage2}.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: Stage 2 judged on the rows it gets to see; equal to overall_precision, since it has the
      last word.
    * Exactness: exact up to final rounding.
    * Edge: no row passes both stages: undefined.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.stage2_precision("label", "stage1", "stage2"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_stage2_precision", {"label": label, "stage1": stage1, "stage2": stage2}, parameters, weight, profile, columns)


def support(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Support: how many rows have label 1.

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
    * Formula: P = Σ w·1{y = 1}.
    * Range: [0, inf).
    * Units: rows, or their weight.
    * Better: none.
    * Use: Says how much any recall rests on.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 precision_recall_fscore_support.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: positives, actual_positives.

    Examples
    --------
    >>> df.groupBy("city").agg(F.support("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_support", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def true_negatives(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """True negatives: rows with label 0 that are predicted negative.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{y = 0, s < threshold}.
    * Range: [0, inf).
    * Units: rows, or their weight.
    * Better: none.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 confusion_matrix.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: tn.

    Examples
    --------
    >>> df.groupBy("city").agg(F.true_negatives("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_true_negatives", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def true_positives(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """True positives: rows with label 1 that are predicted positive.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{y = 1, s ≥ threshold}.
    * Range: [0, inf).
    * Units: rows, or their weight.
    * Better: none.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 confusion_matrix.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: tp.

    Examples
    --------
    >>> df.groupBy("city").agg(F.true_positives("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold}
    return call_metric("slicewise_true_positives", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def zero_one_loss(
    label: ColumnOrName, prediction: ColumnOrName, *, threshold: float | None = None, task: str |
    None = None, classes: str | None = None, weight: ColumnOrName | None = None, profile: str | None
    = None, **columns: ColumnOrName
) -> Column:
    """Error rate: the share of rows decided wrongly.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    threshold : float, optional
        a row is predicted positive if its score is at least this; in (-inf, inf); 0.5 unless given.
    task : str, optional
        binary: label 0 or 1 and a score; multiclass: two names of classes; multiclass_scores: a
        class and an array of scores, the largest decides; multilabel: an array of 0 and 1 and an
        array of scores; binary | multiclass | multiclass_scores | multilabel; binary unless given.
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
    * Formula: (fp + fn) / n.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: It elicits the likelier class; its gradient is 0 almost everywhere, hence a metric and
      not a training loss.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 zero_one_loss.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: error_rate, misclassification_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.zero_one_loss("label", "prediction"))
    """
    parameters: Parameters = {"threshold": threshold, "task": task, "classes": classes}
    return call_metric("slicewise_zero_one_loss", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


accuracy_score = accuracy
binary_accuracy = accuracy
balanced_accuracy_score = balanced_accuracy
class_balanced_log_loss = balanced_log_loss
cohen_kappa_score = cohen_kappa
kappa = cohen_kappa
dor = diagnostic_odds_ratio
f1 = f1_score
fdr = false_discovery_rate
fn = false_negatives
fp = false_positives
fbeta = fbeta_score
boolean_flip_rate = flip_rate
false_negative_rate = fnr
miss_rate = fnr
fowlkes_mallows_index = fowlkes_mallows
false_positive_rate = fpr
fall_out = fpr
youden_j = informedness
youden = informedness
bookmaker_informedness = informedness
jaccard_score = jaccard
threat_score = jaccard
critical_success_index = jaccard
csi = jaccard
iou = jaccard
mcc = matthews_corrcoef
phi_coefficient = matthews_corrcoef
mcnemar_p_value = mcnemar
lr_minus = negative_likelihood_ratio
negative_predictive_value = npv
lr_plus = positive_likelihood_ratio
precision_score = precision
ppv = precision
positive_predictive_value = precision
selection_rate = predicted_positive_rate
base_rate = prevalence
positive_rate = prevalence
recall_score = recall
tpr = recall
sensitivity = recall
true_positive_rate = recall
hit_rate = recall
tnr = specificity
true_negative_rate = specificity
selectivity = specificity
positives = support
actual_positives = support
tn = true_negatives
tp = true_positives
error_rate = zero_one_loss
misclassification_rate = zero_one_loss
