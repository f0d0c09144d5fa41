"""Tests and intervals of two models: ``python -m differential.comparisons IN OUT``.

IN holds tables of labels and of both models' predictions, a JSON object a line; OUT gets what numpy
and scipy say about each, by the definitions: all pairs for areas, rows for losses.
"""

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from scipy import stats

from differential.table import Array


def delong(y: Array, a: Array, b: Array) -> dict[str, float | None]:
    """The difference of areas from every pair of a positive and a negative."""
    positives, negatives = np.flatnonzero(y == 1), np.flatnonzero(y == 0)
    if min(len(positives), len(negatives)) < 2:
        return {"auc_delta": None, "auc_se": None}

    def wins(s: Array) -> Array:
        above = s[positives][:, None] - s[negatives][None, :]
        return (above > 0) + 0.5 * (above == 0)

    difference = wins(a) - wins(b)
    of_positives, of_negatives = difference.mean(axis=1), difference.mean(axis=0)
    variance = of_positives.var(ddof=1) / len(positives) + of_negatives.var(ddof=1) / len(negatives)
    return {"auc_delta": float(difference.mean()), "auc_se": float(np.sqrt(variance))}


def mcnemar(y: Array, a: Array, b: Array) -> dict[str, float]:
    """Rows that one model alone decides rightly, at a threshold of a half."""
    right_a, right_b = (a >= 0.5) == (y == 1), (b >= 0.5) == (y == 1)
    only_a, only_b = int(np.sum(right_a & ~right_b)), int(np.sum(right_b & ~right_a))
    discordant = only_a + only_b
    if discordant == 0:
        return {"mcnemar_p": 1.0}
    if discordant < 25:
        return {"mcnemar_p": float(stats.binomtest(only_a, discordant).pvalue)}
    return {"mcnemar_p": float(stats.chi2.sf((only_a - only_b) ** 2 / discordant, 1))}


def paired_t(y: Array, a: Array, b: Array) -> dict[str, float | None]:
    """Student's test of absolute errors, row by row."""
    first, second = np.abs(a - y), np.abs(b - y)
    if len(y) < 2 or np.ptp(first - second) == 0:
        return {"t_p": None, "t_low": None, "t_high": None}
    test = stats.ttest_rel(first, second)
    interval = test.confidence_interval(0.95)
    return {"t_p": float(test.pvalue), "t_low": interval.low, "t_high": interval.high}


def welch(y: Array, a: Array, b: Array) -> dict[str, float | None]:
    """The same errors as if they came from different rows, one of them fewer."""
    first, second = np.abs(a - y), np.abs(b - y)[: 2 * len(y) // 3]
    if len(second) < 2 or np.ptp(first) == 0 or np.ptp(second) == 0:
        return {"welch_p": None, "welch_low": None}
    test = stats.ttest_ind(first, second, equal_var=False)
    return {"welch_p": float(test.pvalue), "welch_low": test.confidence_interval(0.95).low}


def diebold_mariano(d: Array, horizon: int) -> float | None:
    """The p-value with the correction of Harvey, Leybourne and Newbold."""
    n = len(d)
    if n < 2 or horizon >= n:
        return None
    centred = d - d.mean()
    gamma = np.correlate(centred, centred, "full")[n - 1 :] / n
    variance = gamma[0] + 2 * gamma[1:horizon].sum()
    if not variance > 1e-12 * gamma[0]:
        return None
    corrected = np.sqrt((n + 1 - 2 * horizon + horizon * (horizon - 1) / n) / n)
    return float(2 * stats.t.sf(abs(corrected * d.mean() / np.sqrt(variance / n)), n - 1))


def answers(table: dict[str, Any]) -> dict[str, Any]:
    """All that is asked of one table."""
    y, a, b = (np.array(table[name], dtype=float) for name in ("label", "a", "b"))
    d = np.abs(a - y) - np.abs(b - y)
    return {
        **delong(y, a, b),
        **mcnemar(y, a, b),
        **paired_t(y, a, b),
        **welch(y, a, b),
        **{f"dm_{h}": diebold_mariano(d, h) for h in (1, 2, 3)},
    }


def main(source: str, target: str) -> None:
    lines = Path(source).read_text().splitlines()
    with Path(target).open("w") as out:
        for line in lines:
            out.write(json.dumps(answers(json.loads(line))) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
