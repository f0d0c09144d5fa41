"""A class and a probability for each class."""

from collections.abc import Callable

import numpy as np
from sklearn import metrics as sk

from differential import draw
from differential.family import Family
from differential.oracle import NULL, ONE, Oracle, Scale
from differential.table import Array, Drawn, Table

NAN = frozenset({"nan"})

KINDS: dict[str, Callable[[draw.Rng, int, int], Array]] = {
    "smooth": lambda r, n, k: r.dirichlet(np.ones(k), n),
    "sharp": lambda r, n, k: r.dirichlet(np.full(k, 0.1), n),
    "ties": lambda r, n, k: _shares(r.integers(1, 4, (n, k))),
    "certain": lambda r, n, k: np.eye(k)[r.integers(0, k, n)],
    "even": lambda r, n, k: np.full((n, k), 1 / k),
}


def _shares(counts: Array) -> Array:
    return counts / counts.sum(axis=1, keepdims=True)


def tables(seed: int) -> list[Drawn]:
    """Two to five classes, not all of which need to occur."""
    drawn = []
    for size in draw.SIZES:
        for kind, probabilities in KINDS.items():
            rng = draw.generator(seed, "class scores", size, kind)
            k = int(rng.integers(2, 6))
            p = probabilities(rng, size, k)
            likely = np.array([rng.choice(k, p=row / row.sum()) for row in p])
            y = np.where(rng.random(size) < 0.7, likely, rng.integers(0, k, size))
            columns = {"label": y, "prediction": p.tolist()}
            drawn.append(draw.drawn(f"{size} {kind} of {k}", rng, columns))
    return drawn


def matrix(t: Table) -> Array:
    return np.array(t.p)


def classes(t: Table) -> Array:
    return np.arange(len(t.p[0]))


def position(t: Table) -> Array:
    return t.y.astype(int)


def own(t: Table) -> Array:
    """The probability of the class that came true, as the logarithm reads it."""
    return np.clip(matrix(t)[np.arange(len(t)), position(t)], 2**-52, 1 - 2**-52)


def argmax(t: Table) -> Array:
    return matrix(t).argmax(axis=1)


def cross_entropy(t: Table) -> float:
    return float(sk.log_loss(t.y, matrix(t), sample_weight=t.w, labels=classes(t)))


def brier(t: Table) -> float:
    """The sum over classes; scikit-learn itself halves that of two classes."""
    return float(
        sk.brier_score_loss(
            t.y, matrix(t), sample_weight=t.w, labels=classes(t), scale_by_half=False
        )
    )


def better(t: Table) -> Array:
    """How many classes rank above the row's own, lower positions first among equals."""
    p, y = matrix(t), position(t)
    mine = p[np.arange(len(t)), y][:, None]
    return ((p > mine) | ((p == mine) & (classes(t)[None, :] < y[:, None]))).sum(axis=1)


def top_k(t: Table, k: int) -> float:
    return t.mean(better(t) < k)


def top_k_of_sklearn(t: Table, k: int) -> float:
    # It wants scores of one column for two classes.
    scores = matrix(t) if len(classes(t)) > 2 else matrix(t)[:, 1]
    return float(sk.top_k_accuracy_score(t.y, scores, k=k, sample_weight=t.w, labels=classes(t)))


def one_against_rest(
    t: Table, of_class: Callable[[Array, Array, Array | None], float], average: str
) -> float:
    """The mean over the classes of which there are both; weighted by how many of each."""
    found, sizes = [], []
    for k in classes(t):
        y = (t.y == k).astype(int)
        if 0 < y.sum() < len(y):
            found.append(of_class(y, matrix(t)[:, k], t.w))
            sizes.append(t.sum(y))
    if not found:
        return NULL
    return float(np.average(found, weights=sizes if average == "weighted" else None))


def auc(y: Array, p: Array, w: Array | None) -> float:
    return float(sk.roc_auc_score(y, p, sample_weight=w))


def ovr(t: Table, average: str) -> float:
    """scikit-learn's where every class occurs; it has no value otherwise."""
    if len(classes(t)) > 2 and len(set(t.y)) == len(classes(t)):
        return float(
            sk.roc_auc_score(t.y, matrix(t), sample_weight=t.w, multi_class="ovr", average=average)
        )
    return one_against_rest(t, auc, average)


def focal(t: Table) -> float:
    return t.mean(-((1 - own(t)) ** 2) * np.log(own(t)))


def top_label_ece(t: Table, n: int) -> float:
    p = matrix(t).max(axis=1)
    right = (argmax(t) == position(t)).astype(float)
    w = np.ones(len(t)) if t.w is None else t.w
    which = np.minimum(n - 1, (p * n).astype(int))
    return float(np.abs(np.bincount(which, w * (p - right), n)).sum() / w.sum())


LOGS = Scale("scikit-learn divides by the probabilities' sum, near 1", lambda t: 1.0)

ORACLES = (
    Oracle("categorical_cross_entropy", cross_entropy, scale=LOGS),
    Oracle("brier_multiclass", brier, scale=ONE),
    Oracle("brier_multiclass(scale_by_half=true)", lambda t: brier(t) / 2, scale=ONE),
    Oracle("categorical_focal", focal, scale=LOGS),
    *(
        Oracle(
            f"top_k_accuracy(k={k})",
            lambda t, k=k: top_k(t, k),
            differs="of equal scores the lower position is first; in scikit-learn the higher",
            library=lambda t, k=k: top_k_of_sklearn(t, k),
        )
        for k in (1, 2)
    ),
    Oracle(
        "accuracy(task=multiclass_scores)",
        lambda t: sk.accuracy_score(t.y, argmax(t), sample_weight=t.w),
    ),
    Oracle(
        "f1_score(task=multiclass_scores,average=macro)",
        lambda t: sk.f1_score(t.y, argmax(t), sample_weight=t.w, average="macro"),
    ),
    Oracle("roc_auc(task=multiclass,average=macro)", lambda t: ovr(t, "macro")),
    Oracle("roc_auc(task=multiclass,average=weighted)", lambda t: ovr(t, "weighted")),
    Oracle(
        "expected_calibration_error(task=multiclass)", lambda t: top_label_ece(t, 15), scale=ONE
    ),
)

FAMILY = Family("class_scores", "label INT, prediction ARRAY<DOUBLE>", tables, ORACLES)
