"""Labels of 0 and 1 under the profile sklearn: what differs otherwise, differs no more."""

import numpy as np
from sklearn import metrics as sk
from sklearn.calibration import calibration_curve

from differential.families import binary_tables
from differential.families.decisions import ask
from differential.family import Family
from differential.oracle import NULL, ONE, Oracle
from differential.table import Array, Table


def bins(t: Table) -> Array:
    """Mean predictions, then mean labels, of bins (i/5, (i+1)/5]."""
    y, p = calibration_curve(t.y, t.p, n_bins=5)
    return np.concatenate([p, y])


def r2(t: Table) -> float:
    return NULL if len(t) < 2 else sk.r2_score(t.y, t.p, sample_weight=t.w)


def explained(t: Table) -> float:
    if len(t) < 2:
        return NULL
    if np.ptp(t.e) == 0:
        # Equal errors explain everything; in scikit-learn their mean may round to another number,
        # and what that leaves over constant labels, who have no variance, makes the score 0.
        return 1.0
    return sk.explained_variance_score(t.y, t.p, sample_weight=t.w)


ORACLES = (
    # Saying 0 and not "warn" changes no value, and no warning stops the generator.
    Oracle("precision", ask(sk.precision_score, zero_division=0)),
    Oracle("recall", ask(sk.recall_score, zero_division=0)),
    Oracle("f1_score", ask(sk.f1_score, zero_division=0)),
    Oracle("jaccard", ask(sk.jaccard_score, zero_division=0)),
    Oracle("specificity", ask(sk.recall_score, zero_division=0, pos_label=0)),
    Oracle("npv", ask(sk.precision_score, zero_division=0, pos_label=0)),
    Oracle("matthews_corrcoef", ask(sk.matthews_corrcoef), scale=ONE),
    Oracle("average_precision", lambda t: sk.average_precision_score(t.y, t.p, sample_weight=t.w)),
    Oracle("r2_score", r2, scale=ONE),
    Oracle("explained_variance_score", explained, scale=ONE),
    Oracle(
        "mean_absolute_percentage_error",
        lambda t: sk.mean_absolute_percentage_error(t.y, t.p, sample_weight=t.w),
    ),
    Oracle(
        "median_absolute_error", lambda t: sk.median_absolute_error(t.y, t.p, sample_weight=t.w)
    ),
    Oracle(
        "reliability_curve",
        bins,
        scale=ONE,
        weights=False,
        columns=("mean_prediction", "mean_label"),
    ),
)

FAMILY = Family(
    "profile_sklearn", binary_tables.SCHEMA, binary_tables.tables, ORACLES, profile="sklearn"
)
