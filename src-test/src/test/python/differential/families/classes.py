"""Classes by name: what was and what was predicted."""

from collections.abc import Callable
from typing import Any

import numpy as np
from sklearn import metrics as sk

from differential import draw
from differential.family import Family
from differential.oracle import NULL, ONE, Oracle
from differential.table import Drawn, Table

NAN = frozenset({"nan"})

NAMES = np.array(["ant", "Bee", "cat", "dog", "élan"])


def tables(seed: int) -> list[Drawn]:
    """Between one and five classes; predictions often right, at random, or all alike."""
    drawn = []
    for size in draw.SIZES:
        for classes in range(1, len(NAMES) + 1):
            rng = draw.generator(seed, "classes", size, classes)
            y = rng.integers(0, classes, size)
            guess = rng.integers(0, classes, size)
            kind = ["good", "random", "alike"][rng.choice(3, p=[0.6, 0.25, 0.15])]
            p = {
                "good": np.where(rng.random(size) < 0.7, y, guess),
                "random": guess,
                "alike": np.full(size, rng.integers(0, classes)),
            }[kind]
            columns = {"label": NAMES[y], "prediction": NAMES[p]}
            drawn.append(draw.drawn(f"{size} of {classes} {kind}", rng, columns))
    return drawn


def ask(function: Callable[..., Any], **options: Any) -> Callable[[Table], Any]:
    """scikit-learn's function of labels, predictions and weights."""
    return lambda t: function(t.y, t.p, sample_weight=t.w, **options)


def known(function: Callable[..., Any], average: str, **options: Any) -> Callable[[Table], Any]:
    """scikit-learn's, but for the precision by support of labels that are never predicted.

    Each of them is 0/0 and left out; what is left has no support, which scikit-learn takes for 0.
    """
    score = ask(function, average=average, **options)
    if function is not sk.precision_score or average != "weighted":
        return score
    return lambda t: score(t) if {*t.y} & {*t.p} else NULL


def averaged(metric: str, function: Callable[..., Any], **options: Any) -> tuple[Oracle, ...]:
    """By every averaging: a class that is 0/0 is left out unless zero_division says 0."""
    name, _, arguments = metric.rstrip(")").partition("(")
    more = "," + arguments if arguments else ""
    undefined = {} if function is sk.jaccard_score else {"zero_division": np.nan}
    return tuple(
        oracle
        for average in ("micro", "macro", "weighted")
        for oracle in (
            Oracle(
                f"{name}(average={average}{more})",
                known(function, average, **undefined, **options),
                NAN,
            ),
            Oracle(
                f"{name}(average={average},zero_division=0{more})",
                ask(function, average=average, zero_division=0, **options),
            ),
        )
    )


def mcc(t: Table) -> float:
    """0/0, where one side has a single class, is NULL; scikit-learn says 0."""
    if len(set(t.y)) == 1 or len(set(t.p)) == 1:
        return NULL
    return float(sk.matthews_corrcoef(t.y, t.p, sample_weight=t.w))


def kappa(weights: str | None) -> Callable[[Table], float]:
    return lambda t: (
        NULL
        if len({*t.y, *t.p}) == 1
        else sk.cohen_kappa_score(t.y, t.p, sample_weight=t.w, weights=weights)
    )


ORACLES = (
    Oracle("accuracy(task=multiclass)", ask(sk.accuracy_score)),
    Oracle("zero_one_loss(task=multiclass)", ask(sk.zero_one_loss), scale=ONE),
    Oracle("hamming_loss(task=multiclass)", ask(sk.hamming_loss)),
    Oracle("balanced_accuracy(task=multiclass)", ask(sk.balanced_accuracy_score)),
    *averaged("precision", sk.precision_score),
    *averaged("recall", sk.recall_score),
    *averaged("f1_score", sk.f1_score),
    *averaged("fbeta_score(beta=2)", sk.fbeta_score, beta=2),
    *averaged("jaccard", sk.jaccard_score),
    Oracle(
        "matthews_corrcoef(task=multiclass)",
        mcc,
        scale=ONE,
        differs="0/0 is NULL; scikit-learn says 0",
        library=ask(sk.matthews_corrcoef),
    ),
    Oracle("cohen_kappa(task=multiclass)", kappa(None), scale=ONE),
    Oracle("cohen_kappa(task=multiclass,weights=linear)", kappa("linear"), scale=ONE),
    Oracle("cohen_kappa(task=multiclass,weights=quadratic)", kappa("quadratic"), scale=ONE),
)

FAMILY = Family("classes", "label STRING, prediction STRING", tables, ORACLES)
