"""Any real label and prediction."""

import numpy as np
from scipy import special, stats
from sklearn import metrics as sk

from differential.families.regression_tables import SCHEMA, tables
from differential.family import Family
from differential.oracle import NULL, ONE, Oracle, Scale
from differential.table import Array, Table

ERRORS = Scale("errors of both signs cancel", lambda t: t.mean(np.abs(t.e)))
PREDICTIONS = Scale(
    "log 2 is subtracted from every row's logarithm, and tiny errors leave nothing else",
    lambda t: 1.0,
)


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


def concordance(t: Table) -> float:
    if len(t) < 2 or constant(t.y) or constant(t.p):
        return NULL
    spread = covariance(t, t.y, t.y) + covariance(t, t.p, t.p)
    return float(2 * covariance(t, t.y, t.p) / (spread + (mean(t, t.y) - mean(t, t.p)) ** 2))


def quantile(values: Array, q: float, t: Table) -> float:
    return float(np.quantile(values, q, method="inverted_cdf", weights=t.w))


def d2_pinball(t: Table, alpha: float) -> float:
    """One minus the loss over that of the labels' own quantile."""
    if len(t) < 2 or constant(t.y):
        return NULL
    method = "linear" if t.w is None or constant(t.w) else "inverted_cdf"
    q = np.quantile(t.y, alpha, method=method, weights=None if method == "linear" else t.w)
    return 1 - _pinball(t, alpha) / sk.mean_pinball_loss(
        t.y, np.full_like(t.y, q), sample_weight=t.w, alpha=alpha
    )


def r2(t: Table) -> float:
    return sk.r2_score(t.y, t.p, sample_weight=t.w, force_finite=False)


def explained(t: Table) -> float:
    if len(t) < 2:
        return NULL
    return sk.explained_variance_score(t.y, t.p, sample_weight=t.w, force_finite=False)


def ratio(numerator: float, denominator: float) -> float:
    """A quotient, or no value."""
    return numerator / denominator if denominator != 0 else NULL


def msle(t: Table) -> float:
    """Of the rows that have a logarithm."""
    inside = (t.y >= 0) & (t.p >= 0)
    w = None if t.w is None else t.w[inside]
    return (
        sk.mean_squared_log_error(t.y[inside], t.p[inside], sample_weight=w)
        if inside.any()
        else NULL
    )


def crps(t: Table) -> float:
    z = -t.e / t["stddev"]
    terms = z * (2 * stats.norm.cdf(z) - 1) + 2 * stats.norm.pdf(z) - 1 / np.sqrt(np.pi)
    return t.mean(t["stddev"] * terms)


def skill(t: Table) -> float:
    return 1 - ratio(t.mean(t.e**2), t.mean((t["baseline"] - t.y) ** 2))


UNDEFINED = frozenset({"nan", "warning"})

CONSTANT = "of constant labels NULL; scikit-learn says 0 or 1 unless force_finite=False"

ORACLES = (
    Oracle("mean_error", lambda t: t.mean(t.e), scale=ERRORS),
    Oracle("mae", lambda t: sk.mean_absolute_error(t.y, t.p, sample_weight=t.w)),
    Oracle("mse", lambda t: sk.mean_squared_error(t.y, t.p, sample_weight=t.w)),
    Oracle("rmse", lambda t: sk.root_mean_squared_error(t.y, t.p, sample_weight=t.w)),
    Oracle("max_error", lambda t: sk.max_error(t.y, t.p)),
    Oracle("min_signed_error", lambda t: np.min(t.e)),
    Oracle("max_signed_error", lambda t: np.max(t.e)),
    Oracle("over_rate", lambda t: t.mean(t.e > 0)),
    Oracle("under_rate", lambda t: t.mean(t.e < 0)),
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
    Oracle(
        "mean_squared_log_error",
        msle,
        scale=Scale("logarithms are subtracted", lambda t: t.mean(np.log1p(np.abs(t.p)) ** 2)),
        differs="negative numbers are counted as out of domain; scikit-learn refuses the table",
        library=lambda t: sk.mean_squared_log_error(t.y, t.p, sample_weight=t.w),
    ),
    Oracle("mean_pinball_loss(alpha=0.9)", lambda t: _pinball(t, 0.9)),
    Oracle("quantile(alpha=0.25)", lambda t: _pinball(t, 0.25)),
    Oracle("squared_error", lambda t: sk.mean_squared_error(t.y, t.p, sample_weight=t.w)),
    Oracle("absolute_error", lambda t: sk.mean_absolute_error(t.y, t.p, sample_weight=t.w)),
    Oracle("huber(delta=0.8)", lambda t: t.mean(special.huber(0.8, t.e))),
    Oracle("smooth_l1(beta=0.8)", lambda t: t.mean(special.huber(0.8, t.e)) / 0.8),
    Oracle(
        "pseudo_huber(delta=1.5)",
        lambda t: t.mean(special.pseudo_huber(1.5, t.e)),
        scale=Scale("scipy subtracts one from a square root", lambda t: 1.5**2),
    ),
    Oracle("log_cosh", lambda t: t.mean(np.logaddexp(t.e, -t.e) - np.log(2)), scale=PREDICTIONS),
    Oracle("epsilon_insensitive(epsilon=0.5)", lambda t: t.mean(np.maximum(0, np.abs(t.e) - 0.5))),
    Oracle(
        "squared_epsilon_insensitive(epsilon=0.5)",
        lambda t: t.mean(np.maximum(0, np.abs(t.e) - 0.5) ** 2),
    ),
    Oracle(
        "mean_expectile_loss(alpha=0.8)",
        lambda t: t.mean(np.where(t.e > 0, 0.2, 0.8) * t.e**2),
    ),
    Oracle(
        "asymmetric_cost(cost_over=2,cost_under=3)",
        lambda t: t.mean(np.where(t.e > 0, 2 * t.e, -3 * t.e)),
    ),
    Oracle(
        "gaussian_nll(full=true)",
        lambda t: t.mean(-stats.norm.logpdf(t.y, t.p, np.sqrt(t["variance"]))),
        scale=Scale("log densities of both signs", lambda t: 1.0),
    ),
    Oracle(
        "laplace_nll",
        # scipy's laplace.logpdf is the logarithm of a density that underflows.
        lambda t: t.mean(np.log(2 * t["scale"]) + np.abs(t.e) / t["scale"]),
        scale=Scale("logarithms of both signs", lambda t: 1.0),
    ),
    Oracle("mean_absolute_scaled_error", lambda t: t.mean(np.abs(t.e) / t["scale"])),
    Oracle("normalized_rmse(by=range)", lambda t: ratio(_rmse(t), float(np.ptp(t.y)))),
    Oracle("wape", lambda t: ratio(t.mean(np.abs(t.e)), t.mean(np.abs(t.y)))),
    Oracle("smape", lambda t: t.mean(_smape(t))),
    Oracle(
        "relative_absolute_error",
        lambda t: ratio(t.mean(np.abs(t.e)), t.mean(np.abs(t["baseline"] - t.y))),
    ),
    Oracle(
        "mean_directional_accuracy",
        lambda t: t.mean(np.sign(t.y - t["previous"]) == np.sign(t.p - t["previous"])),
    ),
    Oracle("interval_coverage", lambda t: t.mean((t["lower"] <= t.y) & (t.y <= t["upper"]))),
    Oracle("mean_interval_width", lambda t: t.mean(t["upper"] - t["lower"])),
    Oracle("quantile_abs_error(q=0.9)", lambda t: quantile(np.abs(t.e), 0.9, t)),
    Oracle("quantile_signed_error(q=0.25)", lambda t: quantile(t.e, 0.25, t)),
    Oracle("tail_rate(limit=1)", lambda t: t.mean(np.abs(t.e) > 1)),
    Oracle("pearson_corrcoef", pearson, UNDEFINED, ONE),
    Oracle("squared_pearson", lambda t: pearson(t) ** 2, UNDEFINED, ONE),
    Oracle("concordance_corrcoef", concordance, UNDEFINED, ONE),
    Oracle(
        "quantile_abs_error(q=0.9,method=linear)",
        lambda t: np.quantile(np.abs(t.e), 0.9),
        weights=False,
    ),
    Oracle(
        "median_absolute_error",
        lambda t: sk.median_absolute_error(t.y, t.p, sample_weight=t.w),
    ),
    Oracle("skill_score", skill, UNDEFINED, ONE),
    Oracle("relative_squared_error", lambda t: 1 - r2(t), UNDEFINED, ONE),
    Oracle(
        "mean_interval_score(alpha=0.2)",
        lambda t: t.mean(
            t["upper"]
            - t["lower"]
            + 10 * np.maximum(0, t["lower"] - t.y)
            + 10 * np.maximum(0, t.y - t["upper"])
        ),
    ),
    Oracle("quantile_coverage(tau=0.5)", lambda t: t.mean(t.y <= t.p)),
    Oracle(
        "crps_gaussian",
        crps,
        scale=Scale("terms of both signs", lambda t: t.mean(np.abs(t.e) + t["stddev"])),
    ),
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


def _pinball(t: Table, alpha: float) -> float:
    return sk.mean_pinball_loss(t.y, t.p, sample_weight=t.w, alpha=alpha)


def _rmse(t: Table) -> float:
    return sk.root_mean_squared_error(t.y, t.p, sample_weight=t.w)


def _smape(t: Table) -> Array:
    size = np.abs(t.y) + np.abs(t.p)
    return np.divide(2 * np.abs(t.e), size, out=np.zeros_like(size), where=size > 0)


FAMILY = Family(
    "regression",
    SCHEMA,
    tables,
    ORACLES,
)
