"""Labels of 0 and 1 with a probability, for all that reads them."""

import numpy as np

from differential import draw
from differential.table import Array, Drawn, Table

SCHEMA = "label DOUBLE, prediction DOUBLE, baseline DOUBLE"

UNDEFINED = frozenset({"nan", "warning"})


def tables(seed: int) -> list[Drawn]:
    """Every kind of probability, with labels that follow it, do not, or are all the same."""
    drawn = []
    for size in draw.SIZES:
        for kind, probabilities in draw.PROBABILITIES.items():
            rng = draw.generator(seed, "binary", size, kind)
            p = probabilities(rng, size)
            follow = ["follow", "coin", "one class"][rng.choice(3, p=[0.6, 0.25, 0.15])]
            drawn.append(draw.drawn(f"{size} {kind} {follow}", rng, columns(rng, p, follow)))
    for kind in ("uniform", "rare"):
        rng = draw.generator(seed, "binary", kind)
        p = draw.PROBABILITIES[kind](rng, draw.LARGE)
        drawn.append(draw.drawn(f"large {kind}", rng, columns(rng, p, "follow")))
    return drawn


def columns(rng: draw.Rng, p: Array, follow: str) -> dict[str, Array]:
    y = {
        "follow": rng.random(len(p)) < p,
        "coin": rng.random(len(p)) < 0.5,
        "one class": np.full(len(p), rng.random() < 0.5),
    }[follow]
    return {"label": y.astype(float), "prediction": p, "baseline": rng.random(len(p))}


def one_class(t: Table) -> bool:
    return bool(np.all(t.y == t.y[0]))
