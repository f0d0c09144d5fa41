"""Hypotheses and references as tokens."""

from collections.abc import Callable

from rouge_score import rouge_scorer, tokenizers
from sacrebleu.metrics import BLEU

from differential import draw
from differential.family import Family
from differential.oracle import Oracle
from differential.table import Drawn, Table

WORDS = ("the", "cat", "dog", "sat", "on", "a", "mat", "ran", "Ünder", "fish")

Tokens = list[str]


def tables(seed: int) -> list[Drawn]:
    """Hypotheses with edits of one of their references; some sides are empty."""
    drawn = []
    for size in (1, 2, 3, 7, 20):
        for kind in ("close", "far", "empty", "short"):
            for references in (1, 3):
                rng = draw.generator(seed, "texts", size, kind, references)
                rows = [_row(rng, kind, references) for _ in range(size)]
                columns = {
                    "hypothesis": [h for h, _ in rows],
                    "reference": [r for _, r in rows],
                    "label": [0] * size,
                }
                drawn.append(draw.drawn(f"{size} {kind} {references} references", rng, columns))
    return drawn


def _row(rng: draw.Rng, kind: str, references: int) -> tuple[Tokens, list[Tokens]]:
    longest = 3 if kind == "short" else 14
    refs = [_words(rng, int(rng.integers(1, longest))) for _ in range(references)]
    if kind == "empty" and rng.random() < 0.5:
        return [], refs
    if kind == "far":
        return _words(rng, int(rng.integers(1, longest))), refs
    edited = [w if rng.random() < 0.8 else str(rng.choice(WORDS)) for w in refs[0]]
    return edited[: max(1, len(edited) - int(rng.integers(0, 3)))], refs


def _words(rng: draw.Rng, n: int) -> Tokens:
    return [str(w) for w in rng.choice(WORDS, n)]


def bleu(method: str, value: float | None = None, order: int = 4) -> Callable[[Table], float]:
    """sacrebleu's of the tokens as they are."""

    def score(t: Table) -> float:
        scorer = BLEU(
            tokenize="none",
            force=True,
            smooth_method=method,
            smooth_value=value,
            max_ngram_order=order,
        )
        texts = [" ".join(h) for h in t["hypothesis"]]
        references = [[" ".join(r[i]) for r in t["reference"]] for i in range(_count(t))]
        return float(scorer.corpus_score(texts, references).score)

    return score


def _count(t: Table) -> int:
    return len(t["reference"][0])


class _Words(tokenizers.Tokenizer):
    """The tokens as they are."""

    def tokenize(self, text: str) -> Tokens:
        return text.split()


def rouge(kind: str, measure: str) -> Callable[[Table], float]:
    """The mean of rouge_score's; of several references the one of the largest fmeasure."""
    scorer = rouge_scorer.RougeScorer([kind], tokenizer=_Words())

    def score(t: Table) -> float:
        return t.mean(
            [
                getattr(
                    scorer.score_multi([" ".join(r) for r in references], " ".join(h))[kind],
                    measure,
                )
                for h, references in zip(t["hypothesis"], t["reference"], strict=True)
            ]
        )

    return score


def exact_match(t: Table) -> float:
    return t.mean([h in r for h, r in zip(t["hypothesis"], t["reference"], strict=True)])


ORACLES = (
    Oracle("corpus_bleu", bleu("exp"), weights=False),
    Oracle("corpus_bleu(smooth_method=none)", bleu("none"), weights=False),
    Oracle("corpus_bleu(smooth_method=floor)", bleu("floor"), weights=False),
    Oracle("corpus_bleu(smooth_method=add_k)", bleu("add-k"), weights=False),
    Oracle("corpus_bleu(max_order=2)", bleu("exp", order=2), weights=False),
    *(
        Oracle(f"rouge_n(n={n},measure={measure})", rouge(f"rouge{n}", measure))
        for n in (1, 2)
        for measure in ("precision", "recall", "fmeasure")
    ),
    *(
        Oracle(f"rouge_l(measure={measure})", rouge("rougeL", measure))
        for measure in ("precision", "recall", "fmeasure")
    ),
    Oracle("exact_match", exact_match),
)

FAMILY = Family(
    "texts",
    "hypothesis ARRAY<STRING>, reference ARRAY<ARRAY<STRING>>, label INT",
    tables,
    ORACLES,
)
