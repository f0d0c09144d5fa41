"""Labels of 0 and 1 with a probability, decided at a threshold."""

import warnings
from collections.abc import Callable
from typing import Any

import numpy as np
from sklearn import metrics as sk

from differential.families import binary_tables
from differential.families.binary_tables import UNDEFINED, one_class
from differential.family import Family
from differential.oracle import NULL, ONE, Oracle
from differential.table import Array, Table

WARNS = frozenset({"warning"})


def decided(t: Table, threshold: float = 0.5) -> Array:
    return np.where(t.p >= threshold, 1.0, 0.0)


def ask(function: Callable[..., Any], **options: Any) -> Callable[[Table], Any]:
    """scikit-learn's function of labels, decisions and weights."""
    return lambda t: function(t.y, decided(t), sample_weight=t.w, **options)


def counts(t: Table) -> tuple[float, float, float, float]:
    """tn, fp, fn, tp."""
    c = sk.confusion_matrix(t.y, decided(t), sample_weight=t.w, labels=[0, 1])
    return float(c[0, 0]), float(c[0, 1]), float(c[1, 0]), float(c[1, 1])


def of_counts(formula: Callable[[float, float, float, float], float]) -> Callable[[Table], float]:
    """A formula of tn, fp, fn and tp; 0/0 and x/0 have no value."""

    def value(t: Table) -> float:
        try:
            return formula(*counts(t))
        except ZeroDivisionError:
            return NULL

    return value


def zero_division(metric: str, function: Callable[..., Any], **options: Any) -> tuple[Oracle, ...]:
    """Three lines for a score that may be 0/0: ours is NULL unless asked for scikit-learn's 0."""
    arguments = metric.split("(")[1].rstrip(")") + "," if "(" in metric else ""
    name = metric.split("(")[0]
    return (
        Oracle(
            metric,
            ask(function, **options),
            WARNS,
            differs="0/0 is NULL; scikit-learn warns and says 0",
            library=ask(function, **options),
        ),
        *(
            Oracle(
                f"{name}({arguments}zero_division={value})",
                ask(function, zero_division=value, **options),
            )
            for value in (0, 1)
        ),
    )


def mcc(t: Table) -> float:
    tn, fp, fn, tp = counts(t)
    if 0 in (tp + fp, tp + fn, tn + fp, tn + fn):
        return NULL
    return float(ask(sk.matthews_corrcoef)(t))


def likelihood_ratio(t: Table, which: int) -> float:
    if one_class(t):
        return NULL
    with warnings.catch_warnings():
        # It warns of either ratio, whichever is asked for; undefined ones are NaN.
        warnings.simplefilter("ignore")
        both = sk.class_likelihood_ratios(t.y, decided(t), sample_weight=t.w, labels=[0, 1])
    return float(both[which])


ORACLES = (
    Oracle("accuracy", ask(sk.accuracy_score)),
    Oracle(
        "accuracy(threshold=0.3)",
        lambda t: sk.accuracy_score(t.y, decided(t, 0.3), sample_weight=t.w),
    ),
    Oracle("zero_one_loss", ask(sk.zero_one_loss), scale=ONE),
    Oracle("balanced_accuracy", ask(sk.balanced_accuracy_score)),
    Oracle(
        "balanced_accuracy(adjusted=true)",
        ask(sk.balanced_accuracy_score, adjusted=True),
        UNDEFINED,
        ONE,
    ),
    *zero_division("precision", sk.precision_score),
    *zero_division("recall", sk.recall_score),
    *zero_division("f1_score", sk.f1_score),
    *zero_division("fbeta_score(beta=0.5)", sk.fbeta_score, beta=0.5),
    *zero_division("jaccard", sk.jaccard_score),
    Oracle("specificity", ask(sk.recall_score, pos_label=0), WARNS),
    Oracle("npv", ask(sk.precision_score, pos_label=0), WARNS),
    Oracle(
        "matthews_corrcoef",
        mcc,
        scale=ONE,
        differs="0/0 is NULL; scikit-learn says 0",
        library=ask(sk.matthews_corrcoef),
    ),
    Oracle("cohen_kappa", ask(sk.cohen_kappa_score, labels=[0, 1]), UNDEFINED, ONE),
    Oracle("positive_likelihood_ratio", lambda t: likelihood_ratio(t, 0), UNDEFINED),
    Oracle("negative_likelihood_ratio", lambda t: likelihood_ratio(t, 1), UNDEFINED),
    Oracle("true_negatives", lambda t: counts(t)[0]),
    Oracle("false_positives", lambda t: counts(t)[1]),
    Oracle("false_negatives", lambda t: counts(t)[2]),
    Oracle("true_positives", lambda t: counts(t)[3]),
    Oracle("support", lambda t: t.sum(t.y)),
    Oracle("prevalence", lambda t: t.mean(t.y)),
    Oracle("predicted_positive_rate", lambda t: t.mean(decided(t))),
    Oracle("fpr", of_counts(lambda tn, fp, fn, tp: fp / (fp + tn))),
    Oracle("fnr", of_counts(lambda tn, fp, fn, tp: fn / (fn + tp))),
    Oracle("false_discovery_rate", of_counts(lambda tn, fp, fn, tp: fp / (fp + tp))),
    Oracle("false_omission_rate", of_counts(lambda tn, fp, fn, tp: fn / (fn + tn))),
    Oracle(
        "informedness",
        of_counts(lambda tn, fp, fn, tp: tp / (tp + fn) + tn / (tn + fp) - 1),
        scale=ONE,
    ),
    Oracle(
        "markedness",
        of_counts(lambda tn, fp, fn, tp: tp / (tp + fp) + tn / (tn + fn) - 1),
        scale=ONE,
    ),
    Oracle(
        "fowlkes_mallows",
        of_counts(lambda tn, fp, fn, tp: np.sqrt(tp / (tp + fp) * (tp / (tp + fn)))),
    ),
    Oracle("diagnostic_odds_ratio", of_counts(lambda tn, fp, fn, tp: (tp * tn) / (fp * fn))),
    Oracle(
        "expected_cost(cost_fp=1,cost_fn=10)",
        of_counts(lambda tn, fp, fn, tp: (fp + 10 * fn) / (tn + fp + fn + tp)),
    ),
    Oracle("flip_rate", lambda t: t.mean(decided(t) != np.where(t["baseline"] >= 0.5, 1.0, 0.0))),
)

FAMILY = Family("decisions", binary_tables.SCHEMA, binary_tables.tables, ORACLES)
