"""How columns are drawn: what real tables have, and what breaks metrics."""

import math
import zlib
from collections.abc import Callable
from typing import Any

import numpy as np

from differential.table import Array, Drawn

Rng = np.random.Generator

SIZES = (1, 2, 3, 4, 5, 7, 10, 17, 40, 120)
"""Tables of one to three rows are where definitions end."""

LARGE = 9000
"""More rows, and distinct values, than Slicewise keeps apart: its certificates are at work."""


def generator(seed: int, *names: object) -> Rng:
    """A generator of its own for everything that has a name."""
    return np.random.default_rng([seed, zlib.crc32(repr(names).encode())])


REALS: dict[str, Callable[[Rng, int], Array]] = {
    "normal": lambda r, n: r.normal(size=n),
    "ties": lambda r, n: r.integers(-2, 3, n).astype(float),
    "zeros": lambda r, n: r.normal(size=n) * r.integers(0, 2, n),
    "constant": lambda r, n: np.full(n, float(r.integers(-2, 3))),
    "heavy": lambda r, n: r.standard_t(1.5, n) * r.lognormal(0, 2, n),
    "offset": lambda r, n: 1e5 + r.normal(size=n),
    "small": lambda r, n: r.normal(size=n) * 1e-7,
    "large": lambda r, n: r.normal(size=n) * 1e9,
}

POSITIVES: dict[str, Callable[[Rng, int], Array]] = {
    "gamma": lambda r, n: r.gamma(2.0, 3.0, n),
    "counts": lambda r, n: 1.0 + r.poisson(3.0, n),
    "constant": lambda r, n: np.full(n, float(r.integers(1, 4))),
    "heavy": lambda r, n: np.exp(r.normal(size=n) * 3),
    "offset": lambda r, n: 1e4 + r.gamma(2.0, 3.0, n),
}

PROBABILITIES: dict[str, Callable[[Rng, int], Array]] = {
    "uniform": lambda r, n: r.random(n),
    "tenths": lambda r, n: r.integers(0, 11, n) / 10,
    "rare": lambda r, n: r.beta(0.5, 20, n),
    "certain": lambda r, n: r.integers(0, 2, n).astype(float),
    "constant": lambda r, n: np.full(n, 0.3),
    "sharp": lambda r, n: r.beta(0.2, 0.2, n),
}

WEIGHTS: tuple[Callable[[Rng, int], Array], ...] = (
    lambda r, n: r.uniform(0.1, 3.0, n),
    lambda r, n: r.integers(0, 4, n).astype(float),
    lambda r, n: r.lognormal(0, 2, n),
    lambda r, n: np.ones(n),
)


def weights(rng: Rng, n: int) -> Array:
    """Weights of one of several kinds; once in a while all are 0."""
    return np.zeros(n) if rng.random() < 0.03 else WEIGHTS[rng.integers(len(WEIGHTS))](rng, n)


def drawn(name: str, rng: Rng, columns: dict[str, Any]) -> Drawn:
    """A table with weights, and in one table of six with rows that do not count."""
    lists = {n: [_plain(v) for v in c] for n, c in columns.items()}
    lists["weight"] = [float(w) for w in weights(rng, len(lists["label"]))]
    if rng.random() < 1 / 6:
        name += ", with bad rows"
        _spoil(lists, rng)
    return Drawn(name, lists)


def _plain(value: Any) -> Any:
    return value.item() if isinstance(value, np.generic) else value


def _spoil(columns: dict[str, list[Any]], rng: Rng) -> None:
    """Adds copies of rows with a bad weight, or with nothing but missing or infinite values.

    A metric leaves a row out for what it reads itself; since metrics read different columns, all
    of them are spoiled at once, so that the same rows count for each.
    """
    rows = len(columns["label"])
    for bad in ("weight", math.nan, math.inf, None):
        source = int(rng.integers(rows))
        for name, column in columns.items():
            value = column[source]
            if bad == "weight":
                column.append((-1.0, math.nan, None)[rng.integers(3)] if name == bad else value)
            elif name == "weight":
                column.append(value)
            else:
                column.append(bad if isinstance(value, float) else None)
