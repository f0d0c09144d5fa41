"""Text: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = [
    "bleu",
    "cer",
    "character_error_rate",
    "clip_score",
    "corpus_bleu",
    "exact_match",
    "rouge1",
    "rouge2",
    "rouge_l",
    "rouge_n",
    "token_f1",
    "wer",
    "word_error_rate",
]


def character_error_rate(
    hypothesis: ColumnOrName, reference: ColumnOrName, *, max_characters: int | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Character error rate: edits from hypotheses to references, per character of these.

    Parameters
    ----------
    hypothesis : Column or str
        The column in this role; text, a number or a boolean.
    reference : Column or str
        The column in this role; text, a number or a boolean.
    max_characters : int, optional
        longest text, since time grows with its square; in [1, 1000000]; 10000 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σw·(substitutions + deletions + insertions) / Σw·characters of the reference; columns
      hypothesis, reference as plain text.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: For optical character recognition and languages without spaces. Characters are Unicode
      code points, so one letter with a combining accent is two: normalise both columns alike.
    * Exactness: exact up to final rounding.
    * Source: Levenshtein distance; jiwer 4 cer without transformations.
    * Edge: no character in any reference: undefined.
    * Edge: an empty reference: the characters of its hypothesis are insertions.
    * Edge: a text longer than max_characters: n_domain.
    * Also called: cer.

    Examples
    --------
    >>> df.groupBy("city").agg(F.character_error_rate("hypothesis", "reference"))
    """
    parameters: Parameters = {"max_characters": max_characters}
    return call_metric("slicewise_character_error_rate", {"hypothesis": hypothesis, "reference": reference}, parameters, weight, profile, columns)


def clip_score(
    image: ColumnOrName, text: ColumnOrName, *, weight: ColumnOrName | None = None, profile: str |
    None = None, **columns: ColumnOrName
) -> Column:
    """CLIP score: how well texts fit images, by the cosine of their embeddings.

    Parameters
    ----------
    image : Column or str
        The column in this role; an array of numbers or an ML vector.
    text : Column or str
        The column in this role; an array of numbers or an ML vector.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: mean of max(100·cos(image, text), 0); columns image and text hold the embeddings.
    * Range: [0, 100].
    * Units: none.
    * Better: higher.
    * Use: For image captions and generated images. It is only as good as the embedding, whose name
      belongs beside the number: scores of two models do not compare.
    * Exactness: exact up to the rounding of each row's value and of their mean.
    * Source: Hessel et al. 2021 with w = 100, as torchmetrics CLIPScore.
    * Edge: a zero vector, or vectors of different length: n_domain.
    * Edge: vectors that point apart: 0.

    Examples
    --------
    >>> df.groupBy("city").agg(F.clip_score("image", "text"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_clip_score", {"image": image, "text": text}, parameters, weight, profile, columns)


def corpus_bleu(
    hypothesis: ColumnOrName, reference: ColumnOrName, *, max_order: int | None = None,
    smooth_method: str | None = None, smooth_value: float | None = None, weight: ColumnOrName | None
    = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Corpus BLEU of tokens: how many n-grams of the hypotheses a reference has.

    Parameters
    ----------
    hypothesis : Column or str
        The column in this role; an array of text.
    reference : Column or str
        The column in this role; an array of arrays of text, or one array of text.
    max_order : int, optional
        the longest n-grams; in [1, 16]; 4 unless given.
    smooth_method : str, optional
        what an order without a match counts: exp, 1/2, 1/4, … matches in turn; floor, smooth_value
        matches; add_k, smooth_value more of matches and n-grams from n = 2 on; none, 0; exp | none
        | floor | add_k; exp unless given.
    smooth_value : float, optional
        of floor (by default 0.1) and add_k (by default 1); null for these; in [0, inf); not set
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 100·BP·exp(mean over n of ln(Σ matches_n / Σ n-grams_n)), BP = min(1, exp(1 − Σ
      reference length / Σ hypothesis length)); columns hypothesis, reference.
    * Range: [0, 100].
    * Units: none.
    * Better: higher.
    * Use: For translation, over a whole corpus and never as a mean of sentences. Tokenisation
      decides it: numbers compare only between equal tokenizers, and this one is that of your
      columns (white space for plain text, not sacrebleu's 13a). Smoothed values depend on how much
      text there is.
    * Exactness: the counts are exact, and the value has a few roundings of one logarithm each.
    * Source: Papineni et al. 2002; sacrebleu 2.5 compute_bleu with tokenize=none.
    * Edge: no match of any n-gram, or empty hypotheses: 0.
    * Edge: no hypothesis as long as max_order: 0, as in sacrebleu without effective order.
    * Edge: an order without a match: smoothed as smooth_method says; with none, 0.
    * Edge: several references: each n-gram counts up to its largest count in one of them; the
      closest length counts, the shorter of two as close.
    * Edge: a row without a reference: n_domain.
    * Also called: bleu.

    Examples
    --------
    >>> df.groupBy("city").agg(F.corpus_bleu("hypothesis", "reference"))
    """
    parameters: Parameters = {"max_order": max_order, "smooth_method": smooth_method, "smooth_value": smooth_value}
    return call_metric("slicewise_corpus_bleu", {"hypothesis": hypothesis, "reference": reference}, parameters, weight, profile, columns)


def exact_match(
    hypothesis: ColumnOrName, reference: ColumnOrName, *, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Share of hypotheses whose tokens are those of a reference, in order.

    Parameters
    ----------
    hypothesis : Column or str
        The column in this role; an array of text.
    reference : Column or str
        The column in this role; an array of arrays of text, or one array of text.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σw·1{hypothesis = a reference} / Σw; columns hypothesis, reference.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: For short answers. Case, punctuation and articles count here; SQuAD's script removes them
      first, so do the same to both columns before comparing with its numbers.
    * Exactness: exact up to final rounding.
    * Source: Rajpurkar et al. 2016, without its normalisation of answers.
    * Edge: an empty hypothesis and an empty reference: a match.
    * Edge: several references: any of them.
    * Edge: a row without a reference: n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.exact_match("hypothesis", "reference"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_exact_match", {"hypothesis": hypothesis, "reference": reference}, parameters, weight, profile, columns)


def rouge_l(
    hypothesis: ColumnOrName, reference: ColumnOrName, *, measure: str | None = None, max_tokens:
    int | None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """ROUGE-L: the longest common subsequence of hypothesis and reference.

    Parameters
    ----------
    hypothesis : Column or str
        The column in this role; an array of text.
    reference : Column or str
        The column in this role; an array of arrays of text, or one array of text.
    measure : str, optional
        precision, recall or fmeasure; precision | recall | fmeasure; fmeasure unless given.
    max_tokens : int, optional
        longest text, since time grows with its square; in [1, 1000000]; 4096 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: precision = LCS / tokens of the hypothesis, recall = LCS / tokens of the reference,
      fmeasure = 2PR/(P + R); mean Σw·value / Σw; columns hypothesis, reference.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: For summaries: words in the same order, wherever they stand. It is of the whole text, not
      the sentence-wise union that other tools call rougeLsum.
    * Exactness: exact up to the rounding of each row's value and of their mean.
    * Source: Lin 2004; rouge_score 0.1 RougeScorer rougeL without stemmer.
    * Edge: an empty side: 0.
    * Edge: several references: the one of the largest fmeasure, the first of equals.
    * Edge: a text longer than max_tokens, or a row without a reference: n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.rouge_l("hypothesis", "reference"))
    """
    parameters: Parameters = {"measure": measure, "max_tokens": max_tokens}
    return call_metric("slicewise_rouge_l", {"hypothesis": hypothesis, "reference": reference}, parameters, weight, profile, columns)


def rouge_n(
    hypothesis: ColumnOrName, reference: ColumnOrName, *, n: int | None = None, measure: str | None
    = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """ROUGE-N: n-grams that a hypothesis shares with its reference, averaged over texts.

    Parameters
    ----------
    hypothesis : Column or str
        The column in this role; an array of text.
    reference : Column or str
        The column in this role; an array of arrays of text, or one array of text.
    n : int, optional
        the length of n-grams; in [1, 16]; 1 unless given.
    measure : str, optional
        precision, recall or fmeasure; precision | recall | fmeasure; fmeasure unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: shared = Σ of the smaller count of each n-gram; precision = shared / those of the
      hypothesis, recall = shared / those of the reference, fmeasure = 2PR/(P + R); mean Σw·value /
      Σw; columns hypothesis, reference.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: For summaries. Recall alone rewards length, so fmeasure is the default; no stemming and
      no lower-casing happens here, and other tools do both.
    * Exactness: exact up to the rounding of each row's value and of their mean.
    * Source: Lin 2004; rouge_score 0.1 RougeScorer without stemmer.
    * Edge: a side without an n-gram: 0.
    * Edge: several references: the one of the largest fmeasure, the first of equals.
    * Edge: a row without a reference: n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.rouge_n("hypothesis", "reference"))
    """
    parameters: Parameters = {"n": n, "measure": measure}
    return call_metric("slicewise_rouge_n", {"hypothesis": hypothesis, "reference": reference}, parameters, weight, profile, columns)


def rouge1(
    hypothesis: ColumnOrName, reference: ColumnOrName, *, measure: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """ROUGE-N: n-grams that a hypothesis shares with its reference, averaged over texts.

    This is ``rouge_n`` with n = 1.

    Parameters
    ----------
    hypothesis : Column or str
        The column in this role; an array of text.
    reference : Column or str
        The column in this role; an array of arrays of text, or one array of text.
    measure : str, optional
        precision, recall or fmeasure; precision | recall | fmeasure; fmeasure unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: shared = Σ of the smaller count of each n-gram; precision = shared / those of the
      hypothesis, recall = shared / those of the reference, fmeasure = 2PR/(P + R); mean Σw·value /
      Σw; columns hypothesis, reference.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: For summaries. Recall alone rewards length, so fmeasure is the default; no stemming and
      no lower-casing happens here, and other tools do both.
    * Exactness: exact up to the rounding of each row's value and of their mean.
    * Source: Lin 2004; rouge_score 0.1 RougeScorer without stemmer.
    * Edge: a side without an n-gram: 0.
    * Edge: several references: the one of the largest fmeasure, the first of equals.
    * Edge: a row without a reference: n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.rouge1("hypothesis", "reference"))
    """
    parameters: Parameters = {"measure": measure}
    return call_metric("rouge1", {"hypothesis": hypothesis, "reference": reference}, parameters, weight, profile, columns)


def rouge2(
    hypothesis: ColumnOrName, reference: ColumnOrName, *, measure: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """ROUGE-N: n-grams that a hypothesis shares with its reference, averaged over texts.

    This is ``rouge_n`` with n = 2.

    Parameters
    ----------
    hypothesis : Column or str
        The column in this role; an array of text.
    reference : Column or str
        The column in this role; an array of arrays of text, or one array of text.
    measure : str, optional
        precision, recall or fmeasure; precision | recall | fmeasure; fmeasure unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: shared = Σ of the smaller count of each n-gram; precision = shared / those of the
      hypothesis, recall = shared / those of the reference, fmeasure = 2PR/(P + R); mean Σw·value /
      Σw; columns hypothesis, reference.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: For summaries. Recall alone rewards length, so fmeasure is the default; no stemming and
      no lower-casing happens here, and other tools do both.
    * Exactness: exact up to the rounding of each row's value and of their mean.
    * Source: Lin 2004; rouge_score 0.1 RougeScorer without stemmer.
    * Edge: a side without an n-gram: 0.
    * Edge: several references: the one of the largest fmeasure, the first of equals.
    * Edge: a row without a reference: n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.rouge2("hypothesis", "reference"))
    """
    parameters: Parameters = {"measure": measure}
    return call_metric("rouge2", {"hypothesis": hypothesis, "reference": reference}, parameters, weight, profile, columns)


def token_f1(
    hypothesis: ColumnOrName, reference: ColumnOrName, *, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """F1 of the tokens that a hypothesis shares with its best reference.

    Parameters
    ----------
    hypothesis : Column or str
        The column in this role; an array of text.
    reference : Column or str
        The column in this role; an array of arrays of text, or one array of text.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 2PR/(P + R), P = shared / tokens of the hypothesis, R = shared / tokens of the
      reference, order ignored; mean Σw·F1 / Σw; columns hypothesis, reference.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: For short answers that may be nearly right. Common words count as much as the answer
      itself, and SQuAD's script normalises both sides first.
    * Exactness: exact up to the rounding of each row's value and of their mean.
    * Source: Rajpurkar et al. 2016, without its normalisation of answers.
    * Edge: both sides empty: 1; one empty: 0.
    * Edge: several references: the largest F1.
    * Edge: a row without a reference: n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.token_f1("hypothesis", "reference"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_token_f1", {"hypothesis": hypothesis, "reference": reference}, parameters, weight, profile, columns)


def word_error_rate(
    hypothesis: ColumnOrName, reference: ColumnOrName, *, max_tokens: int | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Word error rate: edits from hypotheses to references, per word of the references.

    Parameters
    ----------
    hypothesis : Column or str
        The column in this role; an array of text.
    reference : Column or str
        The column in this role; an array of text.
    max_tokens : int, optional
        longest text, since time grows with its square; in [1, 1000000]; 4096 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σw·(substitutions + deletions + insertions) / Σw·words of the reference; columns
      hypothesis, reference.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: For speech recognition. Over all words, not a mean of texts; above 1 when much is
      inserted. Case and punctuation count here.
    * Exactness: exact up to final rounding.
    * Source: Levenshtein distance; jiwer 4 wer without transformations.
    * Edge: no word in any reference: undefined.
    * Edge: an empty reference: the words of its hypothesis are insertions.
    * Edge: a text longer than max_tokens: n_domain.
    * Also called: wer.

    Examples
    --------
    >>> df.groupBy("city").agg(F.word_error_rate("hypothesis", "reference"))
    """
    parameters: Parameters = {"max_tokens": max_tokens}
    return call_metric("slicewise_word_error_rate", {"hypothesis": hypothesis, "reference": reference}, parameters, weight, profile, columns)


cer = character_error_rate
bleu = corpus_bleu
wer = word_error_rate
