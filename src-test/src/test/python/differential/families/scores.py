"""Labels of 0 and 1 with a probability: curves, what is under them, proper scores."""

import numpy as np
from scipy import stats
from sklearn import metrics as sk

from differential.families import binary_tables
from differential.families.binary_tables import UNDEFINED, one_class
from differential.family import Family
from differential.oracle import NULL, ONE, Oracle, Scale
from differential.table import Array, Table


def auc(t: Table) -> float:
    return float(sk.roc_auc_score(t.y, t.p, sample_weight=t.w))


def ks(t: Table) -> float:
    """scipy has no weights: the largest gap of the ROC curve otherwise."""
    if one_class(t):
        return NULL
    if t.w is None:
        return float(stats.ks_2samp(t.p[t.y == 1], t.p[t.y == 0]).statistic)
    fpr, tpr, _ = roc(t)
    return float(np.max(np.abs(tpr - fpr)))


def roc(t: Table) -> tuple[Array, Array, Array]:
    return sk.roc_curve(t.y, t.p, sample_weight=t.w, drop_intermediate=False)


def precision_recall(t: Table) -> tuple[Array, Array, Array]:
    """From the highest threshold down, without the point that predicts nothing."""
    precision, recall, thresholds = sk.precision_recall_curve(t.y, t.p, sample_weight=t.w)
    return precision[-2::-1], recall[-2::-1], thresholds[::-1]


def average_precision(t: Table) -> float:
    return float(sk.average_precision_score(t.y, t.p, sample_weight=t.w))


def pr_trapezoid(t: Table) -> float:
    if not t.y.any():
        return NULL
    precision, recall, _ = sk.precision_recall_curve(t.y, t.p, sample_weight=t.w)
    return float(sk.auc(recall, precision))


def roc_points(t: Table) -> Array:
    fpr, tpr, thresholds = roc(t)
    return NULL if one_class(t) else np.concatenate([thresholds, fpr, tpr])


def pr_points(t: Table) -> Array:
    """Slicewise also lists the threshold that predicts none, of no precision."""
    if not t.y.any():
        return NULL
    precision, recall, thresholds = precision_recall(t)
    return np.concatenate([[np.inf], thresholds, [NULL], precision, [0], recall])


def pr_points_of_sklearn(t: Table) -> Array:
    precision, recall, thresholds = precision_recall(t)
    return np.concatenate([[np.inf], thresholds, [1], precision, [0], recall])


def det_points(t: Table) -> Array:
    fpr, tpr, thresholds = roc(t)
    return NULL if one_class(t) else np.concatenate([thresholds, fpr, 1 - tpr])


def count_points(t: Table) -> Array:
    tns, fps, fns, tps, thresholds = sk.confusion_matrix_at_thresholds(t.y, t.p, sample_weight=t.w)
    n, p = (t.sum(t.y == 0), t.sum(t.y == 1))
    none = ([np.inf], [0], [0], [p], [n])
    return np.concatenate(
        [np.concatenate(c) for c in zip(none, (thresholds, tps, fps, fns, tns), strict=True)]
    )


def best(values: Array, allowed: Array) -> float:
    return float(np.max(values[allowed])) if allowed.any() else NULL


def precision_at_recall(t: Table, at_least: float) -> float:
    if not t.y.any():
        return NULL
    precision, recall, _ = precision_recall(t)
    return best(precision, recall >= at_least)


def recall_at_precision(t: Table, at_least: float) -> float:
    if not t.y.any():
        return NULL
    precision, recall, _ = precision_recall(t)
    return best(recall, precision >= at_least)


def specificity_at(t: Table, sensitivity: float) -> float:
    if one_class(t):
        return NULL
    fpr, tpr, _ = roc(t)
    return 1 - float(fpr[np.argmax(tpr >= sensitivity)])


def recall_at(t: Table, fpr_at_most: float) -> float:
    if one_class(t):
        return NULL
    fpr, tpr, _ = roc(t)
    return best(tpr, fpr <= fpr_at_most)


def max_f1(t: Table) -> float:
    if not t.y.any():
        return NULL
    precision, recall, _ = precision_recall(t)
    return best(2 * precision * recall / (precision + recall), precision + recall > 0)


def min_cost(t: Table, fp: float, fn: float) -> float:
    _, fps, fns, _, _ = sk.confusion_matrix_at_thresholds(t.y, t.p, sample_weight=t.w)
    cost = np.append(fp * fps + fn * fns, fn * t.sum(t.y))
    return float(np.min(cost)) / t.sum(np.ones(len(t)))


def tjur(t: Table) -> float:
    if one_class(t):
        return NULL
    hits, misses = t.sum(t.y * t.p) / t.sum(t.y), t.sum((1 - t.y) * t.p) / t.sum(1 - t.y)
    return hits - misses


def log_loss(t: Table) -> float:
    return float(sk.log_loss(t.y, t.p, sample_weight=t.w, labels=[0, 1]))


def d2_log_loss(t: Table) -> float:
    return NULL if one_class(t) else sk.d2_log_loss_score(t.y, t.p, sample_weight=t.w)


def d2_brier(t: Table) -> float:
    return NULL if one_class(t) else sk.d2_brier_score(t.y, t.p, sample_weight=t.w)


def hinge(t: Table) -> float:
    """scikit-learn's, unless there is one class only."""
    if not one_class(t):
        return hinge_of_sklearn(t)
    return t.mean(np.maximum(0, 1 - np.where(t.y == 1, 1, -1) * t.p))


def hinge_of_sklearn(t: Table) -> float:
    return float(sk.hinge_loss(t.y, t.p, sample_weight=t.w, labels=[0, 1]))


def small(t: Table) -> bool:
    """Curves of more points are thinned out."""
    return len(t) <= 900


LOGS = Scale(
    "scikit-learn divides probabilities by their sum, near 1, before the logarithm: 1 - 2e-16 may"
    " become 1",
    lambda t: 1.0,
)

NO_POSITIVE = "no label 1 is NULL; scikit-learn says 0"

ORACLES = (
    Oracle("roc_auc", auc, UNDEFINED),
    Oracle(
        "metric_difference(metric='roc_auc')",
        lambda t: auc(t) - float(sk.roc_auc_score(t.y, t["baseline"], sample_weight=t.w)),
        UNDEFINED,
        ONE,
    ),
    Oracle("gini", lambda t: 2 * auc(t) - 1, UNDEFINED, ONE),
    Oracle("ks_statistic", ks, scale=ONE),
    Oracle("pr_auc_trapezoid", pr_trapezoid),
    Oracle(
        "average_precision",
        lambda t: average_precision(t) if t.y.any() else NULL,
        differs=NO_POSITIVE,
        library=average_precision,
    ),
    Oracle("roc_curve", roc_points, columns=("threshold", "fpr", "tpr"), tables=small),
    Oracle("det_curve", det_points, scale=ONE, columns=("threshold", "fpr", "fnr"), tables=small),
    Oracle(
        "pr_curve",
        pr_points,
        columns=("threshold", "precision", "recall"),
        tables=small,
        differs="the precision of predicting none is NULL; scikit-learn says 1",
        library=pr_points_of_sklearn,
    ),
    Oracle(
        "confusion_matrix_at_thresholds",
        count_points,
        scale=Scale("counts are differences of sums", lambda t: t.sum(np.ones(len(t)))),
        columns=("threshold", "tp", "fp", "fn", "tn"),
        tables=small,
    ),
    Oracle(
        "precision_at_recall(recall=0.75)", lambda t: precision_at_recall(t, 0.75), weights=False
    ),
    Oracle(
        "recall_at_precision(precision=0.75)",
        lambda t: recall_at_precision(t, 0.75),
        weights=False,
    ),
    Oracle(
        "specificity_at_sensitivity(sensitivity=0.75)",
        lambda t: specificity_at(t, 0.75),
        scale=ONE,
        weights=False,
    ),
    Oracle(
        "fpr_at_tpr(tpr=0.75)",
        lambda t: 1 - specificity_at(t, 0.75) if not one_class(t) else NULL,
        scale=ONE,
        weights=False,
    ),
    Oracle("recall_at_false_positive_rate(fpr=0.25)", lambda t: recall_at(t, 0.25), weights=False),
    Oracle(
        "sensitivity_at_specificity(specificity=0.75)", lambda t: recall_at(t, 0.25), weights=False
    ),
    Oracle("max_f1", max_f1),
    Oracle("min_expected_cost(cost_fp=1,cost_fn=5)", lambda t: min_cost(t, 1, 5), scale=ONE),
    Oracle("tjur_r2", tjur, scale=ONE),
    Oracle("log_loss", log_loss, scale=LOGS),
    Oracle("log_loss(base=2)", lambda t: log_loss(t) / np.log(2), scale=LOGS),
    Oracle("brier", lambda t: sk.brier_score_loss(t.y, t.p, sample_weight=t.w, labels=[0, 1])),
    Oracle("d2_log_loss_score", d2_log_loss, scale=ONE),
    Oracle("d2_brier_score", d2_brier, scale=ONE),
    Oracle("normalized_entropy", lambda t: NULL if one_class(t) else 1 - d2_log_loss(t), scale=ONE),
    Oracle(
        "hinge",
        hinge,
        differs="scikit-learn takes the only class of a table for the positive one",
        library=hinge_of_sklearn,
    ),
    Oracle(
        "squared_hinge", lambda t: t.mean(np.maximum(0, 1 - np.where(t.y == 1, 1, -1) * t.p) ** 2)
    ),
)

FAMILY = Family("scores", binary_tables.SCHEMA, binary_tables.tables, ORACLES)
