"""Labels of 0 and 1 with a probability: decisions, rankings, calibration."""

import numpy as np
from scipy import stats
from sklearn import metrics as sk

from differential import draw
from differential.family import Family
from differential.oracle import NULL, ONE, Oracle
from differential.table import Array, Drawn, Table

WARNS = frozenset({"warning"})
UNDEFINED = frozenset({"nan", "warning", "error"})


def tables(seed: int) -> list[Drawn]:
    """Every kind of probability, with labels that follow it, do not, or are all the same."""
    drawn = []
    for size in draw.SIZES:
        for kind, probabilities in draw.PROBABILITIES.items():
            rng = draw.generator(seed, "binary", size, kind)
            p = probabilities(rng, size)
            follow = ["follow", "coin", "one class"][rng.choice(3, p=[0.6, 0.25, 0.15])]
            drawn.append(draw.drawn(f"{size} {kind} {follow}", rng, _columns(rng, p, follow)))
    for kind in ("uniform", "rare"):
        rng = draw.generator(seed, "binary", kind)
        p = draw.PROBABILITIES[kind](rng, draw.LARGE)
        drawn.append(draw.drawn(f"large {kind}", rng, _columns(rng, p, "follow")))
    return drawn


def _columns(rng: draw.Rng, p: Array, follow: str) -> dict[str, Array]:
    y = {
        "follow": rng.random(len(p)) < p,
        "coin": rng.random(len(p)) < 0.5,
        "one class": np.full(len(p), rng.random() < 0.5),
    }[follow]
    return {"label": y.astype(float), "prediction": p}


def one_class(t: Table) -> bool:
    return bool(np.all(t.y == t.y[0]))


def decided(t: Table) -> Array:
    return (t.p >= 0.5).astype(float)


def counts(t: Table) -> tuple[float, float, float, float]:
    """tn, fp, fn, tp."""
    c = sk.confusion_matrix(t.y, decided(t), sample_weight=t.w, labels=[0, 1])
    return tuple(float(v) for v in c.ravel())


def mcc(t: Table) -> float:
    tn, fp, fn, tp = counts(t)
    if 0 in (tp + fp, tp + fn, tn + fp, tn + fn):
        return NULL
    return sk.matthews_corrcoef(t.y, decided(t), sample_weight=t.w)


def auc(t: Table) -> float:
    return sk.roc_auc_score(t.y, t.p, sample_weight=t.w)


def ks(t: Table) -> float:
    """scipy has no weights: the largest gap of the ROC curve otherwise."""
    if one_class(t):
        return NULL
    if t.w is None:
        return float(stats.ks_2samp(t.p[t.y == 1], t.p[t.y == 0]).statistic)
    fpr, tpr, _ = sk.roc_curve(t.y, t.p, sample_weight=t.w)
    return float(np.max(np.abs(tpr - fpr)))


def pr_trapezoid(t: Table) -> float:
    if not t.y.any():
        return NULL
    precision, recall, _ = sk.precision_recall_curve(t.y, t.p, sample_weight=t.w)
    return sk.auc(recall, precision)


ORACLES = (
    Oracle("accuracy", lambda t: sk.accuracy_score(t.y, decided(t), sample_weight=t.w)),
    Oracle(
        "zero_one_loss", lambda t: sk.zero_one_loss(t.y, decided(t), sample_weight=t.w), scale=ONE
    ),
    Oracle("precision", lambda t: sk.precision_score(t.y, decided(t), sample_weight=t.w), WARNS),
    Oracle("recall", lambda t: sk.recall_score(t.y, decided(t), sample_weight=t.w), WARNS),
    Oracle(
        "specificity",
        lambda t: sk.recall_score(t.y, decided(t), sample_weight=t.w, pos_label=0),
        WARNS,
    ),
    Oracle(
        "npv", lambda t: sk.precision_score(t.y, decided(t), sample_weight=t.w, pos_label=0), WARNS
    ),
    Oracle("f1_score", lambda t: sk.f1_score(t.y, decided(t), sample_weight=t.w), WARNS),
    Oracle(
        "fbeta_score(beta=2)",
        lambda t: sk.fbeta_score(t.y, decided(t), sample_weight=t.w, beta=2),
        WARNS,
    ),
    Oracle("jaccard", lambda t: sk.jaccard_score(t.y, decided(t), sample_weight=t.w), WARNS),
    Oracle("matthews_corrcoef", mcc),
    Oracle("roc_auc", auc, UNDEFINED),
    Oracle("gini", lambda t: 2 * auc(t) - 1, UNDEFINED, ONE),
    Oracle("ks_statistic", ks),
    Oracle("pr_auc_trapezoid", pr_trapezoid),
    Oracle(
        "average_precision",
        lambda t: sk.average_precision_score(t.y, t.p, sample_weight=t.w) if t.y.any() else NULL,
    ),
    Oracle("log_loss", lambda t: sk.log_loss(t.y, t.p, sample_weight=t.w, labels=[0, 1])),
    Oracle("brier", lambda t: sk.brier_score_loss(t.y, t.p, sample_weight=t.w)),
)

FAMILY = Family("binary", "label DOUBLE, prediction DOUBLE", tables, ORACLES)
