"""Log-probabilities of tokens, transcripts of words, and pairs of answers."""

import numpy as np
from scipy import special

from differential import draw
from differential.family import Family
from differential.oracle import NULL, ONE, Oracle
from differential.table import Array, Drawn, Table

WORDS = ("so", "we", "beat", "on", "boats", "ägäis")

REWARDS = (
    "policy_chosen_logps",
    "policy_rejected_logps",
    "reference_chosen_logps",
    "reference_rejected_logps",
    "reward_chosen",
    "reward_rejected",
)


def tables(seed: int) -> list[Drawn]:
    """Rows of one to twelve tokens, of which a mask leaves some."""
    drawn = []
    for size in (1, 2, 3, 10, 40):
        for kind in range(4):
            rng = draw.generator(seed, "language", size, kind)
            lengths = rng.integers(1, 13, size)
            said = [_words(rng) for _ in range(size)]
            columns: dict[str, object] = {
                "label": [0] * size,
                "token_logprobs": [(-rng.exponential(size=n)).tolist() for n in lengths],
                "mask": [rng.integers(0, 2, n).astype(float).tolist() for n in lengths],
                "bytes": rng.integers(1, 60, size).astype(float),
                "words": rng.integers(1, 12, size).astype(float),
                "reference": said,
                "hypothesis": [w if rng.random() < 0.3 else _heard(rng, w) for w in said],
            }
            columns |= {name: rng.normal(size=size) * 3 for name in REWARDS}
            drawn.append(draw.drawn(f"{size} {kind}", rng, columns))
    return drawn


def _words(rng: draw.Rng) -> list[str]:
    return [str(w) for w in rng.choice(WORDS, rng.integers(1, 9))]


def _heard(rng: draw.Rng, words: list[str]) -> list[str]:
    """With words lost, mistaken and added."""
    kept = [w if rng.random() < 0.7 else str(rng.choice(WORDS)) for w in words]
    return [w for w in kept if rng.random() < 0.8] + [str(rng.choice(WORDS))]


def nll(t: Table) -> Array:
    return np.array([-np.sum(row) for row in t["token_logprobs"]])


def masked(t: Table) -> float:
    pairs = list(zip(t["token_logprobs"], t["mask"], strict=True))
    tokens = t.sum(np.array([np.sum(m) for _, m in pairs]))
    if tokens == 0:
        return NULL
    return t.sum(np.array([-np.dot(row, m) for row, m in pairs])) / tokens


def tokens(t: Table) -> float:
    return t.sum(np.array([len(row) for row in t["token_logprobs"]]))


def edits(a: list[str], b: list[str]) -> int:
    """Levenshtein's distance."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


def word_error_rate(t: Table) -> float:
    pairs = list(zip(t["hypothesis"], t["reference"], strict=True))
    wrong = t.sum(np.array([edits(h, r) for h, r in pairs]))
    return wrong / t.sum(np.array([len(r) for _, r in pairs]))


def margin(t: Table) -> Array:
    policy = t["policy_chosen_logps"] - t["policy_rejected_logps"]
    return 0.1 * (policy - t["reference_chosen_logps"] + t["reference_rejected_logps"])


ORACLES = (
    Oracle("token_nll", lambda t: t.sum(nll(t)) / tokens(t)),
    Oracle("token_nll(masked=true)", masked),
    Oracle("perplexity", lambda t: np.exp(t.sum(nll(t)) / tokens(t))),
    Oracle("bits_per_token", lambda t: t.sum(nll(t)) / tokens(t) / np.log(2)),
    Oracle("bits_per_byte", lambda t: t.sum(nll(t)) / t.sum(t["bytes"]) / np.log(2)),
    Oracle("byte_perplexity", lambda t: np.exp(t.sum(nll(t)) / t.sum(t["bytes"]))),
    Oracle("word_perplexity", lambda t: np.exp(t.sum(nll(t)) / t.sum(t["words"])), scale=ONE),
    Oracle("sequence_nll", lambda t: t.mean(nll(t))),
    Oracle("word_error_rate", word_error_rate),
    Oracle("dpo", lambda t: t.mean(-special.log_expit(margin(t)))),
    Oracle(
        "bradley_terry",
        lambda t: t.mean(-special.log_expit(t["reward_chosen"] - t["reward_rejected"])),
    ),
)

FAMILY = Family(
    "language",
    "label INT, token_logprobs ARRAY<DOUBLE>, mask ARRAY<DOUBLE>, bytes DOUBLE, words DOUBLE,"
    " reference ARRAY<STRING>, hypothesis ARRAY<STRING>, "
    + ", ".join(f"{name} DOUBLE" for name in REWARDS),
    tables,
    ORACLES,
)
