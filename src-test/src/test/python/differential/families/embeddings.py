"""Vectors side by side: representation losses."""

from collections.abc import Callable

import numpy as np
from scipy.spatial import distance

from differential import draw
from differential.family import Family
from differential.oracle import NULL, ONE, Oracle
from differential.table import Array, Drawn, Table

VECTORS = ("anchor", "positive", "negative", "left", "right", "image", "text")


def tables(seed: int) -> list[Drawn]:
    """Vectors of one to six numbers, some near each other."""
    drawn = []
    for size in (1, 2, 3, 10, 40):
        for kind in ("normal", "near", "whole"):
            rng = draw.generator(seed, "embeddings", size, kind)
            d = int(rng.integers(2, 7))
            centre = rng.normal(size=(size, d))
            columns: dict[str, object] = {
                name: _vectors(rng, kind, centre).tolist() for name in VECTORS
            }
            columns |= {
                # 1 is similar; what is not is 0 in one loss and -1 in another.
                "label": rng.choice([1.0, 0.0, -1.0], size),
            }
            drawn.append(draw.drawn(f"{size} {kind} of {d}", rng, columns))
    return drawn


def _vectors(rng: draw.Rng, kind: str, centre: Array) -> Array:
    if kind == "whole":
        # Never all zeros, which have no direction.
        return rng.integers(1, 4, centre.shape).astype(float)
    return (
        rng.normal(size=centre.shape)
        if kind == "normal"
        else centre + rng.normal(size=centre.shape, scale=0.3)
    )


def each(t: Table, a: str, b: str, of: Callable[[Array, Array], float]) -> Array:
    return np.array([of(np.array(x), np.array(y)) for x, y in zip(t[a], t[b], strict=True)])


def among(t: Table, values: Array, used: Array) -> float:
    """The weighted mean over the rows that a loss admits."""
    if not used.any():
        return NULL
    return float(np.average(values[used], weights=None if t.w is None else t.w[used]))


def cosine(a: Array, b: Array) -> float:
    return 1 - float(distance.cosine(a, b))


def triplet(t: Table, p: float) -> float:
    near = each(t, "anchor", "positive", lambda a, b: float(distance.minkowski(a, b, p)))
    far = each(t, "anchor", "negative", lambda a, b: float(distance.minkowski(a, b, p)))
    return t.mean(np.maximum(0, near - far + 1))


def contrastive(t: Table) -> float:
    d = each(t, "left", "right", lambda a, b: float(distance.euclidean(a, b)))
    losses = np.where(t.y == 1, d**2 / 2, np.maximum(0, 1.5 - d) ** 2 / 2)
    return among(t, losses, t.y >= 0)


def cosine_embedding(t: Table) -> float:
    c = each(t, "left", "right", cosine)
    return among(t, np.where(t.y == 1, 1 - c, np.maximum(0, c - 0.2)), t.y != 0)


def clip_score(t: Table) -> float:
    return t.mean(np.maximum(0, 100 * each(t, "image", "text", cosine)))


ORACLES = (
    Oracle("triplet_margin", lambda t: triplet(t, 2), scale=ONE),
    Oracle("triplet_margin(p=1)", lambda t: triplet(t, 1), scale=ONE),
    Oracle("contrastive(margin=1.5)", contrastive, scale=ONE),
    Oracle("cosine_embedding(margin=0.2)", cosine_embedding, scale=ONE),
    Oracle("clip_score", clip_score, scale=ONE),
)

FAMILY = Family(
    "embeddings",
    "label DOUBLE, " + ", ".join(f"{name} ARRAY<DOUBLE>" for name in VECTORS),
    tables,
    ORACLES,
)
