"""Any real label and prediction, with what else a regression may be given."""

import numpy as np

from differential import draw
from differential.table import Array, Drawn

SCHEMA = (
    "label DOUBLE, prediction DOUBLE, baseline DOUBLE, previous DOUBLE, lower DOUBLE,"
    " upper DOUBLE, scale DOUBLE, stddev DOUBLE, variance DOUBLE"
)


def tables(seed: int) -> list[Drawn]:
    """Every kind of label with every kind of error."""
    drawn = []
    for size in draw.SIZES:
        for label, labels in draw.REALS.items():
            rng = draw.generator(seed, "regression", size, label)
            y = labels(rng, size)
            kind = list(draw.REALS)[rng.integers(len(draw.REALS))]
            errors = draw.REALS[kind](rng, size)
            p = (y + errors, errors, y * 1.25, y)[rng.choice(4, p=[0.55, 0.3, 0.1, 0.05])]
            drawn.append(draw.drawn(f"{size} {label} {kind}", rng, _columns(rng, y, p)))
    for kind in ("normal", "heavy"):
        rng = draw.generator(seed, "regression", kind)
        y = draw.REALS[kind](rng, draw.LARGE)
        p = 0.7 * y + rng.normal(size=draw.LARGE)
        drawn.append(draw.drawn(f"large {kind}", rng, _columns(rng, y, p)))
    return drawn


def _columns(rng: draw.Rng, y: Array, p: Array) -> dict[str, Array]:
    width = rng.exponential(size=len(y))
    return {
        "label": y,
        "prediction": p,
        "baseline": np.round(y + rng.normal(size=len(y)), 1),
        "previous": y + rng.integers(-1, 2, len(y)),
        "lower": p - width,
        "upper": p + rng.exponential(size=len(y)),
        "scale": 0.1 + width,
        "stddev": 0.1 + width,
        "variance": 0.1 + width,
    }
