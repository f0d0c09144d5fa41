"""Queries: an array of relevances and one of scores each."""

from collections.abc import Callable

import numpy as np
from scipy import special
from sklearn import metrics as sk

from differential import draw
from differential.family import Family
from differential.oracle import NULL, ONE, Oracle
from differential.table import Array, Drawn, Table

OfList = Callable[[Array, Array], float]
"""A value of relevances and scores; NULL leaves the list out."""


def tables(seed: int) -> list[Drawn]:
    """Lists of one to nine items, graded or not, some without anything relevant."""
    drawn = []
    for size in (1, 2, 3, 10, 40):
        for kind in ("graded", "binary", "rare", "ties"):
            rng = draw.generator(seed, "lists", size, kind)
            lengths = rng.integers(1, 10, size)
            y = [_relevances(rng, kind, int(n)) for n in lengths]
            p = [
                (rng.integers(0, 4, n) / 4 if kind == "ties" else rng.normal(size=n)).tolist()
                for n in lengths
            ]
            drawn.append(draw.drawn(f"{size} {kind}", rng, {"label": y, "prediction": p}))
    return drawn


def _relevances(rng: draw.Rng, kind: str, n: int) -> list[float]:
    if kind == "rare":
        return (rng.random(n) < 0.15).astype(float).tolist()
    return rng.integers(0, 2 if kind == "binary" else 4, n).astype(float).tolist()


def mean(of_list: OfList) -> Callable[[Table], float]:
    """The weighted mean over the lists that have a value."""

    def value(t: Table) -> float:
        found = np.array([of_list(np.array(y), np.array(p)) for y, p in zip(t.y, t.p, strict=True)])
        used = ~np.isnan(found)
        if not used.any():
            return NULL
        return float(np.average(found[used], weights=None if t.w is None else t.w[used]))

    return value


def ndcg(k: int, exponential: bool = False) -> OfList:
    """scikit-learn's, which refuses a single item: that is in its right place."""

    def value(y: Array, p: Array) -> float:
        if not (y > 0).any():
            return NULL
        gain = 2**y - 1 if exponential else y
        return 1.0 if len(y) == 1 else float(sk.ndcg_score([gain], [p], k=k))

    return value


def ranked(y: Array, p: Array) -> Array:
    """Whether the items are relevant, best score first, equal scores in their order."""
    return (y >= 1)[np.argsort(-p, kind="stable")]


def precision(k: int) -> OfList:
    return lambda y, p: float(ranked(y, p)[:k].sum() / k) if (y >= 1).any() else NULL


def recall(k: int) -> OfList:
    return lambda y, p: float(ranked(y, p)[:k].sum() / (y >= 1).sum()) if (y >= 1).any() else NULL


def hit(k: int) -> OfList:
    return lambda y, p: float(ranked(y, p)[:k].any()) if (y >= 1).any() else NULL


def reciprocal_rank(y: Array, p: Array) -> float:
    hits = np.flatnonzero(ranked(y, p)[:10])
    return NULL if not (y >= 1).any() else 1 / (hits[0] + 1) if len(hits) else 0.0


def average_precision(y: Array, p: Array) -> float:
    """scikit-learn's label ranking average precision, where no scores are equal."""
    if not (y >= 1).any():
        return NULL
    return float(sk.label_ranking_average_precision_score([(y >= 1).astype(int)], [p]))


def pairs(y: Array, p: Array) -> Array:
    """Score differences of the pairs of which the first is more relevant."""
    return (p[:, None] - p[None, :])[y[:, None] > y[None, :]]


def of_pairs(value: Callable[[Array], float]) -> OfList:
    return lambda y, p: value(pairs(y, p)) if len(pairs(y, p)) else NULL


def softmax(y: Array, p: Array) -> float:
    return float(-np.sum(y * special.log_softmax(p))) if (y > 0).any() else NULL


def listnet(y: Array, p: Array) -> float:
    return float(-np.sum(special.softmax(y) * special.log_softmax(p)))


def no_ties(t: Table) -> bool:
    return "ties" not in t.name


ORACLES = (
    Oracle("ndcg_at_k(k=3)", mean(ndcg(3))),
    Oracle("ndcg_at_k(k=10)", mean(ndcg(10))),
    Oracle("ndcg_at_k(k=3,gain=exponential)", mean(ndcg(3, exponential=True))),
    Oracle("precision_at_k(k=3)", mean(precision(3))),
    Oracle("recall_at_k(k=3)", mean(recall(3))),
    Oracle("hit_rate_at_k(k=2)", mean(hit(2))),
    Oracle("mrr(k=10)", mean(reciprocal_rank)),
    Oracle("map_at_k(k=10,normalization=total_relevant)", mean(average_precision), tables=no_ties),
    Oracle(
        "pairwise_accuracy(average=macro)",
        mean(of_pairs(lambda d: float(np.mean((1 + np.sign(d)) / 2)))),
    ),
    Oracle("pairwise_logistic", mean(of_pairs(lambda d: float(np.mean(np.logaddexp(0, -d)))))),
    Oracle("pairwise_hinge", mean(of_pairs(lambda d: float(np.mean(np.maximum(0, 1 - d)))))),
    Oracle("listwise_softmax", mean(softmax), scale=ONE),
    Oracle("listnet", mean(listnet), scale=ONE),
)

FAMILY = Family("lists", "label ARRAY<DOUBLE>, prediction ARRAY<DOUBLE>", tables, ORACLES)
