"""A column of numbers and one of categories, of a reference and a current sample."""

import numpy as np
from scipy import stats
from scipy.spatial import distance

from differential import draw
from differential.family import Family
from differential.oracle import NULL, ONE, Oracle
from differential.table import Array, Drawn, Table


def tables(seed: int) -> list[Drawn]:
    """Samples that are alike, moved or of other shape; small ones may lack a side."""
    drawn = []
    for size in draw.SIZES:
        for kind, values in draw.REALS.items():
            rng = draw.generator(seed, "drift", size, kind)
            current = rng.random(size) < 0.4
            moved = values(rng, size) * rng.choice([1, 1, 2]) + rng.choice([0, 0, 1])
            categories = np.where(current, rng.integers(0, 5, size), rng.integers(0, 4, size))
            columns = {
                "label": [0] * size,
                "value": np.where(current, moved, values(rng, size)),
                "category": [f"c{c}" for c in categories],
                "split": ["current" if c else "reference" for c in current],
            }
            drawn.append(draw.drawn(f"{size} {kind}", rng, columns))
    return drawn


def sides(t: Table) -> tuple[Array, Array, Array, Array]:
    """Reference and current values, then their weights."""
    current = np.array([s == "current" for s in t["split"]], dtype=bool)
    w = np.ones(len(t)) if t.w is None else t.w
    return t["value"][~current], t["value"][current], w[~current], w[current]


def one_sided(t: Table) -> bool:
    return len(set(t["split"])) < 2


def wasserstein(t: Table) -> float:
    return NULL if one_sided(t) else float(stats.wasserstein_distance(*sides(t)))


def energy(t: Table) -> float:
    return NULL if one_sided(t) else float(stats.energy_distance(*sides(t)))


def ks(t: Table) -> float:
    if one_sided(t):
        return NULL
    reference, current, _, _ = sides(t)
    return float(stats.ks_2samp(reference, current).statistic)


def shares(t: Table) -> Array:
    """Weight of each category, of reference and current."""
    names = sorted(set(t["category"]))
    w = np.ones(len(t)) if t.w is None else t.w
    counts = np.zeros((2, len(names)))
    for split, name, weight in zip(t["split"], t["category"], w, strict=True):
        counts[int(split == "current"), names.index(name)] += weight
    return counts


def total_variation(t: Table) -> float:
    if one_sided(t):
        return NULL
    counts = shares(t)
    r, c = counts / counts.sum(axis=1, keepdims=True)
    return float(np.abs(r - c).sum() / 2)


def l_infinity(t: Table) -> float:
    if one_sided(t):
        return NULL
    counts = shares(t)
    r, c = counts / counts.sum(axis=1, keepdims=True)
    return float(distance.chebyshev(r, c))


def hellinger(t: Table) -> float:
    if one_sided(t):
        return NULL
    counts = shares(t)
    r, c = counts / counts.sum(axis=1, keepdims=True)
    return float(np.sqrt(np.sum((np.sqrt(r) - np.sqrt(c)) ** 2) / 2))


def chi2(t: Table) -> float:
    if one_sided(t) or len(set(t["category"])) < 2:
        return NULL
    return float(stats.chi2_contingency(shares(t), correction=False).statistic)


OF_CATEGORIES = "column=category,kind=categories"

ORACLES = (
    Oracle("wasserstein_1", wasserstein),
    Oracle("energy_distance", energy),
    Oracle("drift_ks_statistic", ks, weights=False),
    Oracle(f"total_variation({OF_CATEGORIES})", total_variation, scale=ONE),
    Oracle(f"l_infinity_distance({OF_CATEGORIES})", l_infinity, scale=ONE),
    Oracle(f"hellinger({OF_CATEGORIES})", hellinger, scale=ONE),
    Oracle(f"chi2({OF_CATEGORIES})", chi2, weights=False, scale=ONE),
)

FAMILY = Family("drift", "label INT, value DOUBLE, category STRING, split STRING", tables, ORACLES)
