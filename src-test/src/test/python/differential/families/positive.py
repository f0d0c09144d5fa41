"""Positive labels and predictions: deviances, logarithmic errors, percentages."""

import numpy as np
from sklearn import metrics as sk

from differential import draw
from differential.family import Family
from differential.oracle import NULL, ONE, Oracle, Scale
from differential.table import Drawn, Table

UNDEFINED = frozenset({"nan", "warning"})


def tables(seed: int) -> list[Drawn]:
    """Every kind of label, half of them with zeros, with predictions near and far."""
    drawn = []
    for size in draw.SIZES:
        for label, labels in draw.POSITIVES.items():
            for zeros in (False, True):
                rng = draw.generator(seed, "positive", size, label, zeros)
                y = labels(rng, size)
                p = (y * rng.lognormal(0, 0.5, size), labels(rng, size))[rng.integers(2)]
                if zeros:
                    y = y * rng.integers(0, 2, size)
                name = f"{size} {label}{' zeros' if zeros else ''}"
                drawn.append(draw.drawn(name, rng, {"label": y, "prediction": p}))
    return drawn


def deviance(t: Table, power: float) -> float:
    """scikit-learn's, over the rows that the power's domain admits; it refuses the others."""
    inside = t.y > 0 if power >= 2 else t.y >= 0
    if not inside.any():
        return NULL
    w = None if t.w is None else t.w[inside]
    return sk.mean_tweedie_deviance(t.y[inside], t.p[inside], sample_weight=w, power=power)


def d2(t: Table, power: float) -> float:
    inside = t.y > 0 if power >= 2 else t.y >= 0
    y = t.y[inside]
    if len(y) < 2 or np.all(y == y[0]):
        return NULL
    w = None if t.w is None else t.w[inside]
    return sk.d2_tweedie_score(y, t.p[inside], sample_weight=w, power=power)


def mape(t: Table) -> float:
    inside = t.y != 0
    w = None if t.w is None else t.w[inside]
    if not inside.any():
        return NULL
    return sk.mean_absolute_percentage_error(t.y[inside], t.p[inside], sample_weight=w)


# scikit-learn adds the three terms of a deviance in doubles, each as large as the label's own
# power; the deviance of a good prediction is what little they leave.
TERMS = {
    power: Scale(
        "a deviance is the difference of terms as large as the label",
        lambda t, power=power: t.mean(np.maximum(t.y, t.p) ** (2 - power)) + (power == 2),
    )
    for power in (1, 1.5, 2, 3)
}

LOGS = Scale(
    "logarithms are subtracted, and their rounding counts with the difference",
    lambda t: t.mean(np.abs(np.log1p(t.p) - np.log1p(t.y)) * np.log1p(t.p)),
)

ORACLES = (
    Oracle("mean_poisson_deviance", lambda t: deviance(t, 1), scale=TERMS[1]),
    Oracle("poisson_deviance", lambda t: deviance(t, 1), scale=TERMS[1]),
    Oracle("mean_gamma_deviance", lambda t: deviance(t, 2), scale=TERMS[2]),
    Oracle("gamma_deviance", lambda t: deviance(t, 2), scale=TERMS[2]),
    Oracle("mean_tweedie_deviance(power=1.5)", lambda t: deviance(t, 1.5), scale=TERMS[1.5]),
    Oracle("tweedie_deviance(power=3)", lambda t: deviance(t, 3), scale=TERMS[3]),
    Oracle("mean_tweedie_deviance(power=0)", lambda t: deviance(t, 0)),
    Oracle(
        "mean_squared_log_error",
        lambda t: sk.mean_squared_log_error(t.y, t.p, sample_weight=t.w),
        scale=LOGS,
    ),
    Oracle(
        "root_mean_squared_log_error",
        lambda t: sk.root_mean_squared_log_error(t.y, t.p, sample_weight=t.w),
        scale=Scale("logarithms are subtracted", lambda t: t.mean(np.log1p(t.p))),
    ),
    Oracle(
        "squared_log_error",
        lambda t: sk.mean_squared_log_error(t.y, t.p, sample_weight=t.w),
        scale=LOGS,
    ),
    Oracle(
        "mape(zero_label=epsilon)",
        lambda t: sk.mean_absolute_percentage_error(t.y, t.p, sample_weight=t.w),
    ),
    Oracle(
        "mean_absolute_percentage_error",
        mape,
        differs="labels of 0 are left out and counted; scikit-learn divides by 2^-52",
        library=lambda t: sk.mean_absolute_percentage_error(t.y, t.p, sample_weight=t.w),
    ),
    Oracle("calibration_ratio", lambda t: t.mean(t.p) / t.mean(t.y) if t.mean(t.y) else NULL),
    *(
        Oracle(
            f"d2_tweedie_score(power={power})", lambda t, power=power: d2(t, power), UNDEFINED, ONE
        )
        for power in (0, 1, 1.5, 2)
    ),
)

FAMILY = Family("positive", "label DOUBLE, prediction DOUBLE", tables, ORACLES)
