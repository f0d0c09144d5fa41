"""Several labels at once: an array of 0 and 1 and one of probabilities."""

from collections.abc import Callable
from typing import Any

import numpy as np
from sklearn import metrics as sk

from differential import draw
from differential.family import Family
from differential.oracle import NULL, Oracle
from differential.table import Array, Drawn, Table

NAN = frozenset({"nan"})


def tables(seed: int) -> list[Drawn]:
    """Two to four labels, frequent or rare, some of which no row has."""
    drawn = []
    for size in draw.SIZES:
        for kind in ("even", "rare", "tenths"):
            rng = draw.generator(seed, "multilabel", size, kind)
            k = int(rng.integers(2, 5))
            p = rng.beta(0.5, 2.0 if kind == "rare" else 0.7, (size, k))
            p = np.round(p, 1) if kind == "tenths" else p
            y = (rng.random((size, k)) < p).astype(float)
            columns = {"label": y.tolist(), "prediction": p.tolist()}
            drawn.append(draw.drawn(f"{size} {kind} of {k}", rng, columns))
    return drawn


def labels(t: Table) -> Array:
    return np.array(t.y, dtype=int)


def scores(t: Table) -> Array:
    return np.array(t.p)


def ask(function: Callable[..., Any], **options: Any) -> Callable[[Table], Any]:
    """scikit-learn's function of label matrices, decided at one half."""
    return lambda t: function(
        labels(t), (scores(t) >= 0.5).astype(int), sample_weight=t.w, **options
    )


def averaged(metric: str, function: Callable[..., Any]) -> tuple[Oracle, ...]:
    """By every averaging; a label that is 0/0 counts as 0."""
    return tuple(
        Oracle(
            f"{metric}(task=multilabel,average={average},zero_division=0)",
            ask(function, average=average, zero_division=0),
        )
        for average in ("micro", "macro", "weighted")
    )


def ranked(function: Callable[..., Any], average: str) -> Callable[[Table], float]:
    """Of the labels that some rows have and some have not; scikit-learn has no value else."""

    def value(t: Table) -> float:
        y = labels(t)
        used = y.any(axis=0) & ~y.all(axis=0)
        if not used.any():
            return NULL
        return float(function(y[:, used], scores(t)[:, used], sample_weight=t.w, average=average))

    return value


ORACLES = (
    Oracle("accuracy(task=multilabel)", ask(sk.accuracy_score)),
    Oracle("hamming_loss(task=multilabel)", ask(sk.hamming_loss)),
    *averaged("precision", sk.precision_score),
    *averaged("recall", sk.recall_score),
    *averaged("f1_score", sk.f1_score),
    *averaged("jaccard", sk.jaccard_score),
    Oracle("roc_auc(task=multilabel,average=macro)", ranked(sk.roc_auc_score, "macro")),
    Oracle("roc_auc(task=multilabel,average=weighted)", ranked(sk.roc_auc_score, "weighted")),
    Oracle(
        "average_precision(task=multilabel,average=micro)",
        lambda t: (
            sk.average_precision_score(labels(t), scores(t), sample_weight=t.w, average="micro")
            if labels(t).any()
            else NULL
        ),
    ),
)

FAMILY = Family("multilabel", "label ARRAY<DOUBLE>, prediction ARRAY<DOUBLE>", tables, ORACLES)
