"""Any real label and prediction: errors."""

import numpy as np
from scipy import special, stats
from sklearn import metrics as sk

from differential.families.regression_tables import SCHEMA, tables
from differential.family import Family
from differential.oracle import NULL, Oracle, Scale
from differential.table import Array, Table

ERRORS = Scale("errors of both signs cancel", lambda t: t.mean(np.abs(t.e)))
PREDICTIONS = Scale(
    "log 2 is subtracted from every row's logarithm, and tiny errors leave nothing else",
    lambda t: 1.0,
)


def quantile(values: Array, q: float, t: Table) -> float:
    return float(np.quantile(values, q, method="inverted_cdf", weights=t.w))


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


def pinball(t: Table, alpha: float) -> float:
    return sk.mean_pinball_loss(t.y, t.p, sample_weight=t.w, alpha=alpha)


def _smape(t: Table) -> Array:
    size = np.abs(t.y) + np.abs(t.p)
    return np.divide(2 * np.abs(t.e), size, out=np.zeros_like(size), where=size > 0)


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
        "mean_squared_log_error",
        msle,
        scale=Scale("logarithms are subtracted", lambda t: t.mean(np.log1p(np.abs(t.p)) ** 2)),
        differs="negative numbers are counted as out of domain; scikit-learn refuses the table",
        library=lambda t: sk.mean_squared_log_error(t.y, t.p, sample_weight=t.w),
    ),
    Oracle("mean_pinball_loss(alpha=0.9)", lambda t: pinball(t, 0.9)),
    Oracle("quantile(alpha=0.25)", lambda t: pinball(t, 0.25)),
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
    Oracle("wape", lambda t: ratio(t.mean(np.abs(t.e)), t.mean(np.abs(t.y)))),
    Oracle("smape", lambda t: t.mean(_smape(t))),
    Oracle(
        "mean_directional_accuracy",
        lambda t: t.mean(np.sign(t.y - t["previous"]) == np.sign(t.p - t["previous"])),
    ),
    Oracle("interval_coverage", lambda t: t.mean((t["lower"] <= t.y) & (t.y <= t["upper"]))),
    Oracle("mean_interval_width", lambda t: t.mean(t["upper"] - t["lower"])),
    Oracle("quantile_abs_error(q=0.9)", lambda t: quantile(np.abs(t.e), 0.9, t)),
    Oracle("quantile_signed_error(q=0.25)", lambda t: quantile(t.e, 0.25, t)),
    Oracle("tail_rate(limit=1)", lambda t: t.mean(np.abs(t.e) > 1)),
    Oracle(
        "quantile_abs_error(q=0.9,method=linear)",
        lambda t: np.quantile(np.abs(t.e), 0.9),
        weights=False,
    ),
    Oracle(
        "median_absolute_error",
        lambda t: sk.median_absolute_error(t.y, t.p, sample_weight=t.w),
    ),
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
    Oracle(
        "metric_difference(metric='mae')",
        lambda t: t.mean(np.abs(t.e)) - t.mean(np.abs(t["baseline"] - t.y)),
        scale=Scale("a difference of means", lambda t: t.mean(np.abs(t.e))),
    ),
    Oracle("model_metric(metric='mse')", lambda t: t.mean((t["baseline"] - t.y) ** 2)),
)

FAMILY = Family(
    "regression",
    SCHEMA,
    tables,
    ORACLES,
)
