"""Two distributions over the same classes a row."""

from collections.abc import Callable

import numpy as np
from scipy import stats
from scipy.spatial import distance
from sklearn import metrics as sk

from differential import draw
from differential.family import Family
from differential.oracle import ONE, Oracle
from differential.table import Array, Drawn, Table


def tables(seed: int) -> list[Drawn]:
    """Even or concentrated, the label's also on one class alone, or both the same."""
    drawn = []
    for size in (1, 2, 3, 10, 40):
        for kind in ("even", "sharp", "one", "same"):
            rng = draw.generator(seed, "distributions", size, kind)
            k = int(rng.integers(2, 7))
            y = rng.dirichlet(np.full(k, 0.3 if kind == "sharp" else 2.0), size)
            if kind == "one":
                y = np.eye(k)[rng.integers(0, k, size)]
            p = y if kind == "same" else rng.dirichlet(np.ones(k), size)
            columns = {"label": y.tolist(), "prediction": p.tolist()}
            drawn.append(draw.drawn(f"{size} {kind} of {k}", rng, columns))
    return drawn


def mean(of_row: Callable[[Array, Array], float]) -> Callable[[Table], float]:
    return lambda t: t.mean(
        [of_row(np.array(y), np.array(p)) for y, p in zip(t.y, t.p, strict=True)]
    )


def jensen_shannon(y: Array, p: Array) -> float:
    return float(np.nan_to_num(distance.jensenshannon(y, p)) ** 2)


ORACLES = (
    Oracle("kl_divergence", mean(lambda y, p: float(stats.entropy(y, p))), scale=ONE),
    Oracle("kl_divergence(base=2)", mean(lambda y, p: float(stats.entropy(y, p, 2))), scale=ONE),
    Oracle("jensen_shannon_divergence", mean(jensen_shannon), scale=ONE),
    Oracle("reconstruction_error", mean(lambda y, p: sk.mean_squared_error(y, p))),
    Oracle("reconstruction_error(norm=absolute)", mean(lambda y, p: sk.mean_absolute_error(y, p))),
)

FAMILY = Family("distributions", "label ARRAY<DOUBLE>, prediction ARRAY<DOUBLE>", tables, ORACLES)
