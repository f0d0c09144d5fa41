"""Any real label and prediction: how much of the labels' variation is explained."""

from collections.abc import Callable
from typing import Any

import numpy as np
from scipy import stats
from sklearn import metrics as sk

from differential.families.regression import pinball, ratio
from differential.families.regression_tables import SCHEMA, tables
from differential.family import Family
from differential.oracle import NULL, ONE, Oracle, Scale
from differential.table import Array, Table

UNDEFINED = frozenset({"nan", "warning"})

CONSTANT = "of constant labels NULL; scikit-learn says 0 or 1 unless force_finite=False"


def constant(values: Array) -> bool:
    """Whether all values are the same."""
    return bool(np.all(values == values[0]))


def mean(t: Table, values: Array) -> np.longdouble:
    """The weighted mean with 64 bits, so that differences of means keep 53."""
    return np.average(values.astype(np.longdouble), weights=t.w)


def covariance(t: Table, a: Array, b: Array) -> np.longdouble:
    """The weighted population covariance."""
    return mean(t, (a - mean(t, a)) * (b - mean(t, b)))


def pearson(t: Table) -> float:
    """scipy has no weights: numpy's covariance with analytic weights otherwise."""
    if len(t) < 2 or constant(t.y) or constant(t.p):
        return NULL
    if t.w is None:
        return float(stats.pearsonr(t.y, t.p).statistic)
    c = np.cov(t.y, t.p, ddof=0, aweights=t.w)
    return float(c[0, 1] / np.sqrt(c[0, 0] * c[1, 1]))


def rank(function: Callable[..., Any]) -> Callable[[Table], float]:
    """scipy's correlation of ranks."""
    return lambda t: (
        NULL
        if len(t) < 2 or constant(t.y) or constant(t.p)
        else float(function(t.y, t.p).statistic)
    )


def concordance(t: Table) -> float:
    if len(t) < 2 or constant(t.y) or constant(t.p):
        return NULL
    spread = covariance(t, t.y, t.y) + covariance(t, t.p, t.p)
    return float(2 * covariance(t, t.y, t.p) / (spread + (mean(t, t.y) - mean(t, t.p)) ** 2))


def d2_pinball(t: Table, alpha: float) -> float:
    """One minus the loss over that of the labels' own quantile."""
    if len(t) < 2 or constant(t.y):
        return NULL
    method = "linear" if t.w is None or constant(t.w) else "inverted_cdf"
    q = np.quantile(t.y, alpha, method=method, weights=None if method == "linear" else t.w)
    return 1 - pinball(t, alpha) / sk.mean_pinball_loss(
        t.y, np.full_like(t.y, q), sample_weight=t.w, alpha=alpha
    )


def r2(t: Table) -> float:
    return sk.r2_score(t.y, t.p, sample_weight=t.w, force_finite=False)


def explained(t: Table) -> float:
    if len(t) < 2:
        return NULL
    return sk.explained_variance_score(t.y, t.p, sample_weight=t.w, force_finite=False)


def skill(t: Table) -> float:
    return 1 - ratio(t.mean(t.e**2), t.mean((t["baseline"] - t.y) ** 2))


def _rmse(t: Table) -> float:
    return sk.root_mean_squared_error(t.y, t.p, sample_weight=t.w)


ORACLES = (
    Oracle(
        "r2_score",
        r2,
        UNDEFINED,
        ONE,
        differs=CONSTANT,
        library=lambda t: sk.r2_score(t.y, t.p, sample_weight=t.w),
    ),
    Oracle(
        "r2_score(force_finite=true)",
        lambda t: sk.r2_score(t.y, t.p, sample_weight=t.w),
        UNDEFINED,
        ONE,
    ),
    Oracle(
        "explained_variance_score",
        explained,
        UNDEFINED,
        ONE,
        differs=CONSTANT,
        library=lambda t: sk.explained_variance_score(t.y, t.p, sample_weight=t.w),
    ),
    Oracle(
        "explained_variance_score(force_finite=true)",
        lambda t: NULL if len(t) < 2 else sk.explained_variance_score(t.y, t.p, sample_weight=t.w),
        UNDEFINED,
        ONE,
    ),
    Oracle("normalized_rmse(by=range)", lambda t: ratio(_rmse(t), float(np.ptp(t.y)))),
    Oracle(
        "relative_absolute_error",
        lambda t: ratio(t.mean(np.abs(t.e)), t.mean(np.abs(t["baseline"] - t.y))),
    ),
    Oracle("pearson_corrcoef", pearson, UNDEFINED, ONE),
    Oracle("squared_pearson", lambda t: pearson(t) ** 2, UNDEFINED, ONE),
    Oracle("spearman_corrcoef", rank(stats.spearmanr), UNDEFINED, ONE, weights=False),
    Oracle("kendall_tau", rank(stats.kendalltau), UNDEFINED, ONE, weights=False),
    Oracle("concordance_corrcoef", concordance, UNDEFINED, ONE),
    Oracle("skill_score", skill, UNDEFINED, ONE),
    Oracle("relative_squared_error", lambda t: 1 - r2(t), UNDEFINED, ONE),
    *(
        Oracle(
            f"d2_pinball_score(alpha={alpha})",
            lambda t, alpha=alpha: d2_pinball(t, alpha),
            UNDEFINED,
            ONE,
            differs="scikit-learn 1.8 and later take the quantile of type 2, before and here it is"
            " type 7, of weighted labels type 1; its score of constant labels is 0 or 1",
            library=lambda t, alpha=alpha: sk.d2_pinball_score(
                t.y, t.p, sample_weight=t.w, alpha=alpha
            ),
        )
        for alpha in (0.5, 0.8)
    ),
    Oracle(
        "d2_absolute_error_score",
        lambda t: NULL if constant(t.y) else sk.d2_absolute_error_score(t.y, t.p),
        UNDEFINED,
        ONE,
        weights=False,
    ),
    Oracle(
        "linear_calibration_slope",
        lambda t: NULL if constant(t.p) else stats.linregress(t.p, t.y).slope,
        weights=False,
        scale=Scale(
            "a covariance near 0 of large deviations",
            lambda t: float(np.std(t.y) / (np.std(t.p) or 1)),
        ),
    ),
)

FAMILY = Family(
    "association",
    SCHEMA,
    tables,
    ORACLES,
)
