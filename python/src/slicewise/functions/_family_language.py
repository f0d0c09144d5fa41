"""Language: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = [
    "bits_per_byte",
    "bits_per_token",
    "byte_perplexity",
    "perplexity",
    "sequence_mean",
    "sequence_nll",
    "sequence_nll_mean",
    "word_perplexity",
]


def bits_per_byte(
    bytes: ColumnOrName, token_logprobs: ColumnOrName, *, masked: bool | None = None, logprob_floor:
    float | None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Cross-entropy per UTF-8 byte of the text in bits; column bytes holds their number.

    Parameters
    ----------
    bytes : Column or str
        The column in this role; a number or a boolean.
    token_logprobs : Column or str
        The column in this role; an array of numbers or an ML vector.
    masked : bool, optional
        whether a column mask says which tokens count (1) and which do not (0); false unless given.
    logprob_floor : float, optional
        lower log-probabilities, −Infinity among them, are raised to it; in (-inf, 0]; not set
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σw·nll / (ln 2·Σw·bytes), nll = −Σ ln p over the tokens of a row.
    * Range: [0, inf).
    * Units: bits per byte.
    * Better: lower.
    * Use: Compares models of different tokenizers on the same text. Give the bytes of the text that
      the tokens stand for, with a mask those of the unmasked part.
    * Exactness: exact up to the rounding of each row's sum and of the result.
    * Source: Gao et al. 2020, The Pile.
    * Edge: bytes of 0 in every row: undefined; a negative count: n_domain.
    * Edge: a log-probability above 1e-6: n_domain; −Infinity: n_inf, unless logprob_floor is given.
    * Edge: a mask of another length, or with other values than 0 and 1: n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.bits_per_byte("bytes", "token_logprobs"))
    """
    parameters: Parameters = {"masked": masked, "logprob_floor": logprob_floor}
    return call_metric("slicewise_bits_per_byte", {"bytes": bytes, "token_logprobs": token_logprobs}, parameters, weight, profile, columns)


def bits_per_token(
    token_logprobs: ColumnOrName, *, masked: bool | None = None, logprob_floor: float | None = None,
    weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Cross-entropy per token in bits.

    Parameters
    ----------
    token_logprobs : Column or str
        The column in this role; an array of numbers or an ML vector.
    masked : bool, optional
        whether a column mask says which tokens count (1) and which do not (0); false unless given.
    logprob_floor : float, optional
        lower log-probabilities, −Infinity among them, are raised to it; in (-inf, 0]; not set
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σw·nll / (ln 2·Σw·tokens), nll = −Σ ln p over the tokens of a row.
    * Range: [0, inf).
    * Units: bits per token.
    * Better: lower.
    * Use: What an ideal coder would spend on a token. Depends on the tokenizer, as perplexity does.
    * Exactness: exact up to the rounding of each row's sum and of the result.
    * Source: information theory.
    * Edge: no token that counts in any row: undefined.
    * Edge: a log-probability above 1e-6: n_domain; −Infinity: n_inf, unless logprob_floor is given.
    * Edge: a mask of another length, or with other values than 0 and 1: n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.bits_per_token("token_logprobs"))
    """
    parameters: Parameters = {"masked": masked, "logprob_floor": logprob_floor}
    return call_metric("slicewise_bits_per_token", {"token_logprobs": token_logprobs}, parameters, weight, profile, columns)


def byte_perplexity(
    bytes: ColumnOrName, token_logprobs: ColumnOrName, *, masked: bool | None = None, logprob_floor:
    float | None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Perplexity per UTF-8 byte of the text; column bytes holds their number.

    Parameters
    ----------
    bytes : Column or str
        The column in this role; a number or a boolean.
    token_logprobs : Column or str
        The column in this role; an array of numbers or an ML vector.
    masked : bool, optional
        whether a column mask says which tokens count (1) and which do not (0); false unless given.
    logprob_floor : float, optional
        lower log-probabilities, −Infinity among them, are raised to it; in (-inf, 0]; not set
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: exp(Σw·nll / Σw·bytes), nll = −Σ ln p over the tokens of a row.
    * Range: [1, inf).
    * Units: none.
    * Better: lower.
    * Use: Two to the power of bits_per_byte; compares models of different tokenizers on the same
      text.
    * Exactness: exact up to the rounding of each row's sum and of the result.
    * Source: lm-evaluation-harness byte_perplexity.
    * Edge: bytes of 0 in every row: undefined; a negative count: n_domain.
    * Edge: a log-probability above 1e-6: n_domain; −Infinity: n_inf, unless logprob_floor is given.
    * Edge: a mask of another length, or with other values than 0 and 1: n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.byte_perplexity("bytes", "token_logprobs"))
    """
    parameters: Parameters = {"masked": masked, "logprob_floor": logprob_floor}
    return call_metric("slicewise_byte_perplexity", {"bytes": bytes, "token_logprobs": token_logprobs}, parameters, weight, profile, columns)


def perplexity(
    token_logprobs: ColumnOrName, *, masked: bool | None = None, logprob_floor: float | None = None,
    weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Perplexity: among how many equally likely tokens the model in effect chooses.

    Parameters
    ----------
    token_logprobs : Column or str
        The column in this role; an array of numbers or an ML vector.
    masked : bool, optional
        whether a column mask says which tokens count (1) and which do not (0); false unless given.
    logprob_floor : float, optional
        lower log-probabilities, −Infinity among them, are raised to it; in (-inf, 0]; not set
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: exp(Σw·nll / Σw·tokens), nll = −Σ ln p over the tokens of a row.
    * Range: [1, inf).
    * Units: none.
    * Better: lower.
    * Use: The exponential of token_nll, over all tokens and never a mean of the rows' perplexities.
      Models of different tokenizers do not compare: use bits_per_byte or word_perplexity.
    * Exactness: exact up to the rounding of each row's sum and of the result.
    * Source: language modelling; Jelinek et al. 1977.
    * Edge: no token that counts in any row: undefined.
    * Edge: a log-probability above 1e-6: n_domain; −Infinity: n_inf, unless logprob_floor is given.
    * Edge: a mask of another length, or with other values than 0 and 1: n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.perplexity("token_logprobs"))
    """
    parameters: Parameters = {"masked": masked, "logprob_floor": logprob_floor}
    return call_metric("slicewise_perplexity", {"token_logprobs": token_logprobs}, parameters, weight, profile, columns)


def sequence_nll(
    token_logprobs: ColumnOrName, *, masked: bool | None = None, logprob_floor: float | None = None,
    weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Negative log-likelihood per text: the mean over rows of the cost of all their tokens.

    Parameters
    ----------
    token_logprobs : Column or str
        The column in this role; an array of numbers or an ML vector.
    masked : bool, optional
        whether a column mask says which tokens count (1) and which do not (0); false unless given.
    logprob_floor : float, optional
        lower log-probabilities, −Infinity among them, are raised to it; in (-inf, 0]; not set
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σw·nll / Σw, nll = −Σ ln p over the tokens of a row.
    * Range: [0, inf).
    * Units: nats per text.
    * Better: lower.
    * Use: How likely whole answers are, as preference training sees them. Long texts cost more, so
      slices of other lengths do not compare: token_nll is per token.
    * Exactness: exact up to the rounding of each row's sum and of the result.
    * Source: language modelling.
    * Edge: a row without a token that counts: 0.
    * Edge: a log-probability above 1e-6: n_domain; −Infinity: n_inf, unless logprob_floor is given.
    * Edge: a mask of another length, or with other values than 0 and 1: n_domain.
    * Also called: sequence_nll_mean, sequence_mean.

    Examples
    --------
    >>> df.groupBy("city").agg(F.sequence_nll("token_logprobs"))
    """
    parameters: Parameters = {"masked": masked, "logprob_floor": logprob_floor}
    return call_metric("slicewise_sequence_nll", {"token_logprobs": token_logprobs}, parameters, weight, profile, columns)


def word_perplexity(
    token_logprobs: ColumnOrName, words: ColumnOrName, *, masked: bool | None = None, logprob_floor:
    float | None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Perplexity per word of the text; column words holds their number.

    Parameters
    ----------
    token_logprobs : Column or str
        The column in this role; an array of numbers or an ML vector.
    words : Column or str
        The column in this role; a number or a boolean.
    masked : bool, optional
        whether a column mask says which tokens count (1) and which do not (0); false unless given.
    logprob_floor : float, optional
        lower log-probabilities, −Infinity among them, are raised to it; in (-inf, 0]; not set
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: exp(Σw·nll / Σw·words), nll = −Σ ln p over the tokens of a row.
    * Range: [1, inf).
    * Units: none.
    * Better: lower.
    * Use: Compares models of different tokenizers on the same text, once words are counted alike.
      It is large, since a word is several tokens.
    * Exactness: exact up to the rounding of each row's sum and of the result.
    * Source: lm-evaluation-harness word_perplexity.
    * Edge: words of 0 in every row: undefined; a negative count: n_domain.
    * Edge: a log-probability above 1e-6: n_domain; −Infinity: n_inf, unless logprob_floor is given.
    * Edge: a mask of another length, or with other values than 0 and 1: n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.word_perplexity("token_logprobs", "words"))
    """
    parameters: Parameters = {"masked": masked, "logprob_floor": logprob_floor}
    return call_metric("slicewise_word_perplexity", {"token_logprobs": token_logprobs, "words": words}, parameters, weight, profile, columns)


sequence_nll_mean = sequence_nll
sequence_mean = sequence_nll
