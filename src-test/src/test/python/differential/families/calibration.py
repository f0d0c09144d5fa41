"""Labels of 0 and 1 with a probability: whether the probability is meant."""

import math

import numpy as np
from scipy import optimize, special, stats
from sklearn.calibration import calibration_curve

from differential.families import binary_tables
from differential.families.binary_tables import one_class
from differential.family import Family
from differential.oracle import NULL, ONE, Oracle
from differential.table import Array, Table


def bins(t: Table, n: int) -> tuple[Array, Array, Array]:
    """Weight, mean probability and mean label of the bins [i/n, (i+1)/n)."""
    which = np.minimum(n - 1, (t.p * n).astype(int))
    w = np.ones(len(t)) if t.w is None else t.w
    weight, p, y = (np.bincount(which, v, n) for v in (w, w * t.p, w * t.y))
    used = weight > 0
    return weight[used], p[used] / weight[used], y[used] / weight[used]


def ece(t: Table, n: int) -> float:
    weight, p, y = bins(t, n)
    return float(np.average(np.abs(p - y), weights=weight))


def rms(t: Table, n: int) -> float:
    weight, p, y = bins(t, n)
    return float(np.sqrt(np.average((p - y) ** 2, weights=weight)))


def mce(t: Table, n: int) -> float:
    _, p, y = bins(t, n)
    return float(np.max(np.abs(p - y)))


def reliability(t: Table, n: int) -> float:
    weight, p, y = bins(t, n)
    return float(np.average((p - y) ** 2, weights=weight))


def resolution(t: Table, n: int) -> float:
    weight, _, y = bins(t, n)
    return float(np.average((y - t.mean(t.y)) ** 2, weights=weight))


def uncertainty(t: Table) -> float:
    return t.mean(t.y) * (1 - t.mean(t.y))


def curve(t: Table, n: int) -> Array:
    _, p, y = bins(t, n)
    return np.concatenate([p, y])


def curve_of_sklearn(t: Table, n: int) -> Array:
    y, p = calibration_curve(t.y, t.p, n_bins=n)
    return np.concatenate([p, y])


def spiegelhalter(t: Table) -> float:
    w = np.ones(len(t)) if t.w is None else t.w
    variance = np.sum(w**2 * (1 - 2 * t.p) ** 2 * t.p * (1 - t.p))
    z = np.sum(w * (t.y - t.p) * (1 - 2 * t.p))
    return float(z / np.sqrt(variance)) if variance > 0 else NULL


def offset(t: Table) -> float:
    """The shift of all logits at which as many labels are 1 as are expected."""
    if one_class(t):
        return NULL
    s = special.logit(np.clip(t.p, 2**-52, 1 - 2**-52))

    w = np.ones(len(t)) if t.w is None else t.w

    def excess(a: float) -> float:
        # Rows decided wrongly count 1 but for a rest; the ones of both sides may cancel and leave
        # the rests to decide, so that fsum has to add them up exactly.
        z = a + s
        wrong = np.where(z >= 0, t.y - 1, t.y)
        rest = np.where(z >= 0, special.expit(-z), -special.expit(z))
        return math.fsum(np.concatenate([w * wrong, w * rest]))

    return float(optimize.brentq(excess, -80, 80, xtol=1e-14))


ORACLES = (
    Oracle("expected_calibration_error(n_bins=10)", lambda t: ece(t, 10), scale=ONE),
    Oracle("expected_calibration_error", lambda t: ece(t, 15), scale=ONE),
    Oracle("maximum_calibration_error(n_bins=10)", lambda t: mce(t, 10), scale=ONE),
    Oracle("rms_calibration_error(n_bins=10)", lambda t: rms(t, 10), scale=ONE),
    Oracle("signed_calibration_error", lambda t: t.mean(t.p - t.y), scale=ONE),
    Oracle("murphy_reliability(n_bins=10)", lambda t: reliability(t, 10), scale=ONE),
    Oracle("murphy_resolution(n_bins=10)", lambda t: resolution(t, 10), scale=ONE),
    Oracle("murphy_uncertainty", uncertainty, scale=ONE),
    Oracle(
        "refinement(n_bins=10)",
        lambda t: t.mean((t.y - t.p) ** 2) - reliability(t, 10),
        scale=ONE,
    ),
    Oracle(
        "reliability_curve(n_bins=10)",
        lambda t: curve(t, 10),
        scale=ONE,
        weights=False,
        columns=("mean_prediction", "mean_label"),
        differs="bins are [i/n, (i+1)/n); scikit-learn's are (i/n, (i+1)/n]",
        library=lambda t: curve_of_sklearn(t, 10),
    ),
    Oracle("spiegelhalter_z", spiegelhalter, scale=ONE),
    Oracle("calibration_intercept_offset", offset, scale=ONE, estimate=2e-4),
    Oracle(
        "linear_calibration_slope",
        lambda t: NULL if np.all(t.p == t.p[0]) else stats.linregress(t.p, t.y).slope,
        weights=False,
        scale=ONE,
    ),
)

FAMILY = Family("calibration", binary_tables.SCHEMA, binary_tables.tables, ORACLES)
