"""Drift: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = [
    "anderson_darling",
    "anderson_darling_ksamp",
    "centroid_distance",
    "chebyshev_distance",
    "chi2",
    "chi_squared",
    "cosine_shift",
    "cramers_v",
    "distinct_count_ratio",
    "drift_kl_divergence",
    "drift_ks_statistic",
    "emd",
    "energy_distance",
    "fid",
    "frechet_distance",
    "generalization_gap",
    "hellinger",
    "hellinger_distance",
    "jensen_shannon_distance",
    "js_distance",
    "ks_p_value",
    "l_infinity_distance",
    "mean_shift",
    "metric_drift",
    "mismatch_rate",
    "missing_rate_shift",
    "new_category_rate",
    "population_stability_index",
    "psi",
    "std_ratio",
    "total_variation",
    "training_serving_skew",
    "tv_distance",
    "wasserstein_1",
    "wasserstein_distance",
]


def anderson_darling_ksamp(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, reference: str | None =
    None, current: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """Anderson–Darling test of two samples: like Kolmogorov–Smirnov, with as much weight on the
    tails.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (A² − 1)/σ by midranks; detail p_value, interpolated and cut to [0.001, 0.25].
    * Range: (-inf, inf).
    * Units: none.
    * Better: lower.
    * Use: More sensitive than drift_ks_statistic to what happens far out. It grows with n: read it
      with an effect size.
    * Exactness: a few roundings a bin up to 4,096 distinct values a side and for integers and
      float32; else of values rounded to histogram bins, marked estimated.
    * Source: scipy 1.17 stats.anderson_ksamp(midrank=True); Scholz and Stephens 1987.
    * Edge: fewer than two distinct values, or four rows: undefined.
    * Edge: weighted rows: n = W²/Σw² of a side.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.
    * Edge: weights that vanish below 2^-61: undefined.
    * Also called: anderson_darling.

    Examples
    --------
    >>> df.groupBy("city").agg(F.anderson_darling_ksamp("split", "value"))
    """
    parameters: Parameters = {"column": column, "reference": reference, "current": current}
    return call_metric("slicewise_anderson_darling_ksamp", {"split": split, "value": value}, parameters, weight, profile, columns)


def centroid_distance(
    embedding: ColumnOrName, split: ColumnOrName, *, column: str | None = None, dimension: int |
    None = None, reference: str | None = None, current: str | None = None, weight: ColumnOrName |
    None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Distance between the mean points of both sides.

    Parameters
    ----------
    embedding : Column or str
        The column in this role; an array of numbers or an ML vector.
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    column : str, optional
        the column of arrays; embedding unless given.
    dimension : int, optional
        elements of an array; rows with another number are skipped. 0: whatever they have, all the
        same; in [0, 512]; 0 unless given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: ‖mean_c − mean_r‖, Euclidean.
    * Range: [0, inf).
    * Units: units of the elements.
    * Better: lower.
    * Use: The cheapest look at an embedding: d sums a side. It does not see spread:
      frechet_distance.
    * Exactness: a few roundings an element.
    * Source: numpy linalg.norm.
    * Edge: equal means: 0.
    * Edge: arrays of different lengths: undefined, unless dimension says which to take.
    * Edge: an empty array, or one of more than 512 elements: row skipped, n_domain.
    * Edge: a sum that overflows: undefined.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.

    Examples
    --------
    >>> df.groupBy("city").agg(F.centroid_distance("embedding", "split"))
    """
    parameters: Parameters = {"column": column, "dimension": dimension, "reference": reference, "current": current}
    return call_metric("slicewise_centroid_distance", {"embedding": embedding, "split": split}, parameters, weight, profile, columns)


def chi2(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, kind: str | None = None,
    bins: int | None = None, null_bin: bool | None = None, reference: str | None = None, current:
    str | None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Pearson's chi-squared test that both sides have the same shares of bins or categories.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    kind : str, optional
        numbers: in bins of equal mass of the reference; categories: each value by itself; numbers |
        categories; numbers unless given.
    bins : int, optional
        number of equal-mass bins of the reference, for kind = numbers; in [2, 1000]; 10 unless
        given.
    null_bin : bool, optional
        whether rows whose value is NULL, NaN or infinite are a bin of their own; false unless
        given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: n_r·n_c·Σ (c − r)² / (n_r·r + n_c·c); details p_value, degrees_of_freedom, noise_95
      (the 95 % point of χ²), and rare: expected counts below 5.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: The significance of a drift, not its size: among many rows every p_value is 0. Gate on
      cramers_v or js_distance.
    * Exactness: exact counts in bins whose cuts are the reference's, within half a histogram bin of
      its quantiles; a few roundings a bin, none in the sum.
    * Source: scipy 1.17 stats.chi2_contingency(correction=False).
    * Edge: one bin: undefined.
    * Edge: expected counts below 5: detail rare counts them, and p_value is not to be relied on.
    * Edge: weighted rows: n_eff = W²/Σw² rows a side.
    * Edge: many equal numbers: never split, so there may be fewer bins.
    * Edge: more than 1,000 categories on a side: a sample by hash, the rest as one category; a
      lower bound, marked estimated, detail truncated = 1.
    * Edge: value NULL: row skipped, n_null, or a bin with null_bin = true.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.
    * Also called: chi_squared.

    Examples
    --------
    >>> df.groupBy("city").agg(F.chi2("split", "value"))
    """
    parameters: Parameters = {"column": column, "kind": kind, "bins": bins, "null_bin": null_bin, "reference": reference, "current": current}
    return call_metric("slicewise_chi2", {"split": split, "value": value}, parameters, weight, profile, columns)


def cosine_shift(
    embedding: ColumnOrName, split: ColumnOrName, *, column: str | None = None, dimension: int |
    None = None, reference: str | None = None, current: str | None = None, weight: ColumnOrName |
    None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Cosine distance between the mean points of both sides.

    Parameters
    ----------
    embedding : Column or str
        The column in this role; an array of numbers or an ML vector.
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    column : str, optional
        the column of arrays; embedding unless given.
    dimension : int, optional
        elements of an array; rows with another number are skipped. 0: whatever they have, all the
        same; in [0, 512]; 0 unless given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 1 − cos(mean_r, mean_c).
    * Range: [0, 2].
    * Units: none.
    * Better: lower.
    * Use: For embeddings whose length means nothing. Anisotropic embeddings have means that agree
      anyway: watch its change, not its size.
    * Exactness: a few roundings an element.
    * Source: scipy 1.17 spatial.distance.cosine.
    * Edge: equal directions: 0.
    * Edge: a mean of length 0: undefined.
    * Edge: arrays of different lengths: undefined, unless dimension says which to take.
    * Edge: an empty array, or one of more than 512 elements: row skipped, n_domain.
    * Edge: a sum that overflows: undefined.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.

    Examples
    --------
    >>> df.groupBy("city").agg(F.cosine_shift("embedding", "split"))
    """
    parameters: Parameters = {"column": column, "dimension": dimension, "reference": reference, "current": current}
    return call_metric("slicewise_cosine_shift", {"embedding": embedding, "split": split}, parameters, weight, profile, columns)


def cramers_v(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, kind: str | None = None,
    bins: int | None = None, bias_correction: bool | None = None, null_bin: bool | None = None,
    reference: str | None = None, current: str | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Cramér's V: the size of the association between side and bin or category.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    kind : str, optional
        numbers: in bins of equal mass of the reference; categories: each value by itself; numbers |
        categories; numbers unless given.
    bins : int, optional
        number of equal-mass bins of the reference, for kind = numbers; in [2, 1000]; 10 unless
        given.
    bias_correction : bool, optional
        whether the small-sample bias is taken off; false unless given.
    null_bin : bool, optional
        whether rows whose value is NULL, NaN or infinite are a bin of their own; false unless
        given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: √(χ²/(n·min(rows − 1, columns − 1))) of the 2 × bins table; details p_value (chi2 of
      the same bins) and noise_95, which one in twenty samples without drift exceeds.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: An effect size for chi2 that does not grow with n. With sides of very different size it
      stays small: compare like with like.
    * Exactness: exact counts in bins whose cuts are the reference's, within half a histogram bin of
      its quantiles; a few roundings a bin, none in the sum.
    * Source: scipy 1.17 stats.contingency.association(method=cramer); correction by Bergsma 2013,
      doi:10.1016/j.jkss.2012.10.002.
    * Edge: one bin: undefined.
    * Edge: bias_correction = true: what χ² is without association is taken off, down to 0.
    * Edge: weighted rows: n_eff = W²/Σw² rows a side.
    * Edge: many equal numbers: never split, so there may be fewer bins.
    * Edge: more than 1,000 categories on a side: a sample by hash, the rest as one category; a
      lower bound, marked estimated, detail truncated = 1.
    * Edge: value NULL: row skipped, n_null, or a bin with null_bin = true.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.

    Examples
    --------
    >>> df.groupBy("city").agg(F.cramers_v("split", "value"))
    """
    parameters: Parameters = {"column": column, "kind": kind, "bins": bins, "bias_correction": bias_correction, "null_bin": null_bin, "reference": reference, "current": current}
    return call_metric("slicewise_cramers_v", {"split": split, "value": value}, parameters, weight, profile, columns)


def distinct_count_ratio(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, reference: str | None =
    None, current: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """Ratio of how many distinct values occur on both sides.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; text, a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: distinct values of current / of reference.
    * Range: [0, inf).
    * Units: none.
    * Better: one.
    * Use: A join that multiplied keys or a default that replaced them shows here. Distinct counts
      grow with rows: compare windows of equal size.
    * Exactness: exact up to 1,000 categories a side; else estimated, with a relative error of about
      5 %.
    * Source: ratio of COUNT(DISTINCT).
    * Edge: more than 1,000 categories on a side: of a sample by hash, marked estimated, detail
      truncated = 1.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.

    Examples
    --------
    >>> df.groupBy("city").agg(F.distinct_count_ratio("split", "value"))
    """
    parameters: Parameters = {"column": column, "reference": reference, "current": current}
    return call_metric("slicewise_distinct_count_ratio", {"split": split, "value": value}, parameters, weight, profile, columns)


def drift_kl_divergence(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, kind: str | None = None,
    bins: int | None = None, epsilon: float | None = None, null_bin: bool | None = None, reference:
    str | None = None, current: str | None = None, weight: ColumnOrName | None = None, profile: str
    | None = None, **columns: ColumnOrName
) -> Column:
    """Kullback–Leibler divergence of the current shares from those of the reference.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    kind : str, optional
        numbers: in bins of equal mass of the reference; categories: each value by itself; numbers |
        categories; numbers unless given.
    bins : int, optional
        number of equal-mass bins of the reference, for kind = numbers; in [2, 1000]; 10 unless
        given.
    epsilon : float, optional
        shares below this are taken as this, so that no logarithm is infinite; in (0, 0.1]; 0.0001
        unless given.
    null_bin : bool, optional
        whether rows whose value is NULL, NaN or infinite are a bin of their own; false unless
        given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ c·ln(c/r) over bins, r and c the shares of reference and current, each at least
      epsilon; details p_value (chi2 of the same bins) and noise_95, which one in twenty samples
      without drift exceeds.
    * Range: (-inf, inf).
    * Units: none.
    * Better: lower.
    * Use: The extra nats that a code made for the reference costs. It is not symmetric, and one
      empty reference bin decides it: prefer js_distance to watch. kl_divergence is the loss of a
      row with two distributions.
    * Exactness: exact counts in bins whose cuts are the reference's, within half a histogram bin of
      its quantiles; a few roundings a bin, none in the sum.
    * Source: scipy 1.17 stats.entropy of the floored shares, not renormalised.
    * Edge: an empty bin on one side: its share is epsilon, and the sum may be a little below 0.
    * Edge: many equal numbers: never split, so there may be fewer bins.
    * Edge: more than 1,000 categories on a side: a sample by hash, the rest as one category; a
      lower bound, marked estimated, detail truncated = 1.
    * Edge: value NULL: row skipped, n_null, or a bin with null_bin = true.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.

    Examples
    --------
    >>> df.groupBy("city").agg(F.drift_kl_divergence("split", "value"))
    """
    parameters: Parameters = {"column": column, "kind": kind, "bins": bins, "epsilon": epsilon, "null_bin": null_bin, "reference": reference, "current": current}
    return call_metric("slicewise_drift_kl_divergence", {"split": split, "value": value}, parameters, weight, profile, columns)


def drift_ks_statistic(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, reference: str | None =
    None, current: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """Kolmogorov–Smirnov distance: the largest gap between the distribution functions of both
    sides.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max over x of |F_r(x) − F_c(x)|; details p_value (ks_p_value) and noise_95, which one
      in twenty samples without drift exceeds.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: An effect size from 0 to 1 in any unit, blind to how far values moved beyond each other.
      ks_statistic is the same gap between the scores of positives and negatives.
    * Exactness: exact up to 4,096 distinct values a side and for integers and float32; else within
      the reported bound, from the widths of the histogram's bins.
    * Source: scipy 1.17 stats.ks_2samp.
    * Edge: equal distributions: 0.
    * Edge: no overlap: 1.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.
    * Edge: weights that vanish below 2^-61: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.drift_ks_statistic("split", "value"))
    """
    parameters: Parameters = {"column": column, "reference": reference, "current": current}
    return call_metric("slicewise_drift_ks_statistic", {"split": split, "value": value}, parameters, weight, profile, columns)


def energy_distance(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, reference: str | None =
    None, current: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """Energy distance of the distributions of both sides.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: √(2·∫ (F_r − F_c)² dx).
    * Range: [0, inf).
    * Units: square root of the units of the column.
    * Better: lower.
    * Use: Like wasserstein_1 it knows how far values moved; a broad shift counts more than a long
      tail. In the square root of the column's units.
    * Exactness: exact up to 4,096 distinct values a side and for integers and float32; else within
      the reported bound, from the widths of the histogram's bins.
    * Source: scipy 1.17 stats.energy_distance.
    * Edge: equal distributions: 0.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.
    * Edge: weights that vanish below 2^-61: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.energy_distance("split", "value"))
    """
    parameters: Parameters = {"column": column, "reference": reference, "current": current}
    return call_metric("slicewise_energy_distance", {"split": split, "value": value}, parameters, weight, profile, columns)


def frechet_distance(
    embedding: ColumnOrName, split: ColumnOrName, *, column: str | None = None, dimension: int |
    None = None, reference: str | None = None, current: str | None = None, weight: ColumnOrName |
    None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Fréchet distance between two clouds of points, taken as normal: FID when the points are image
    embeddings.

    Parameters
    ----------
    embedding : Column or str
        The column in this role; an array of numbers or an ML vector.
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    column : str, optional
        the column of arrays; embedding unless given.
    dimension : int, optional
        elements of an array; rows with another number are skipped. 0: whatever they have, all the
        same; in [0, 512]; 0 unless given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: ‖mean_c − mean_r‖² + tr(C_r + C_c − 2·(C_r·C_c)^½), covariances with n − 1.
    * Range: [0, inf).
    * Units: units of the elements, squared.
    * Better: lower.
    * Use: The usual number for generated images and for embeddings in production. It is biased
      upward in small samples, and d² sums a slice are kept: at 512 elements about 3 MB and 131,328
      products a row.
    * Exactness: within 1e-9 of the sum of all variances.
    * Source: scipy 1.17 linalg.sqrtm; Heusel et al. 2017, arXiv:1706.08500.
    * Edge: one row on a side: undefined.
    * Edge: fewer rows than elements on a side: detail few_rows = 1.
    * Edge: arrays of different lengths: undefined, unless dimension says which to take.
    * Edge: an empty array, or one of more than 512 elements: row skipped, n_domain.
    * Edge: a sum that overflows: undefined.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.
    * Also called: fid.

    Examples
    --------
    >>> df.groupBy("city").agg(F.frechet_distance("embedding", "split"))
    """
    parameters: Parameters = {"column": column, "dimension": dimension, "reference": reference, "current": current}
    return call_metric("slicewise_frechet_distance", {"embedding": embedding, "split": split}, parameters, weight, profile, columns)


def generalization_gap(
    label: ColumnOrName, prediction: ColumnOrName, split: ColumnOrName, *, metric: str | None =
    None, reference: str | None = None, current: str | None = None, weight: ColumnOrName | None =
    None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Generalization gap: the value of any metric on validation rows less that on training rows.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    metric : str, optional
        the metric, with its parameters if any, in single quotes; mean_absolute_error unless given.
    reference : str, optional
        the value of split in the training rows; train unless given.
    current : str, optional
        the value of split in the validation rows; validation unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: metric(validation) − metric(train); details reference and current.
    * Range: (-inf, inf).
    * Units: units of the metric.
    * Better: zero.
    * Use: What a model learnt by heart. A gap is no fault while validation still improves; a model
      that is bad on both has none.
    * Exactness: as exact as the metric on both sides; one rounding more.
    * Source: Zou and Donner 2008 for the interval.
    * Edge: the metric undefined or without rows on a side: undefined.
    * Edge: a split that is neither side: row skipped, n_domain; NULL: row skipped, n_null.

    Examples
    --------
    >>> df.groupBy("city").agg(F.generalization_gap("label", "prediction", "split"))
    """
    parameters: Parameters = {"metric": metric, "reference": reference, "current": current}
    return call_metric("slicewise_generalization_gap", {"label": label, "prediction": prediction, "split": split}, parameters, weight, profile, columns)


def hellinger(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, kind: str | None = None,
    bins: int | None = None, null_bin: bool | None = None, reference: str | None = None, current:
    str | None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Hellinger distance of the shares of bins or categories.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    kind : str, optional
        numbers: in bins of equal mass of the reference; categories: each value by itself; numbers |
        categories; numbers unless given.
    bins : int, optional
        number of equal-mass bins of the reference, for kind = numbers; in [2, 1000]; 10 unless
        given.
    null_bin : bool, optional
        whether rows whose value is NULL, NaN or infinite are a bin of their own; false unless
        given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: √(1 − Σ √(r·c)), r and c the shares of reference and current; details p_value (chi2
      of the same bins) and noise_95, which one in twenty samples without drift exceeds.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: Bounded and symmetric, and more sensitive to rare categories than total_variation.
    * Exactness: exact counts in bins whose cuts are the reference's, within half a histogram bin of
      its quantiles; a few roundings a bin, none in the sum.
    * Source: Hellinger 1909.
    * Edge: equal shares: 0.
    * Edge: no bin in common: 1.
    * Edge: many equal numbers: never split, so there may be fewer bins.
    * Edge: more than 1,000 categories on a side: a sample by hash, the rest as one category; a
      lower bound, marked estimated, detail truncated = 1.
    * Edge: value NULL: row skipped, n_null, or a bin with null_bin = true.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.
    * Also called: hellinger_distance.

    Examples
    --------
    >>> df.groupBy("city").agg(F.hellinger("split", "value"))
    """
    parameters: Parameters = {"column": column, "kind": kind, "bins": bins, "null_bin": null_bin, "reference": reference, "current": current}
    return call_metric("slicewise_hellinger", {"split": split, "value": value}, parameters, weight, profile, columns)


def js_distance(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, kind: str | None = None,
    bins: int | None = None, base: float | None = None, null_bin: bool | None = None, reference: str
    | None = None, current: str | None = None, weight: ColumnOrName | None = None, profile: str |
    None = None, **columns: ColumnOrName
) -> Column:
    """Jensen–Shannon distance of the shares of bins or categories.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    kind : str, optional
        numbers: in bins of equal mass of the reference; categories: each value by itself; numbers |
        categories; numbers unless given.
    bins : int, optional
        number of equal-mass bins of the reference, for kind = numbers; in [2, 1000]; 10 unless
        given.
    base : float, optional
        base of the logarithms; in (1, 1000]; 2 unless given.
    null_bin : bool, optional
        whether rows whose value is NULL, NaN or infinite are a bin of their own; false unless
        given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: √(½ Σ r·log(r/m) + ½ Σ c·log(c/m)), m = (r + c)/2; details p_value (chi2 of the same
      bins) and noise_95, which one in twenty samples without drift exceeds.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: Bounded, symmetric and a metric, so one limit fits all columns: 0.1 is a common one. With
      few rows it is above 0 without any drift.
    * Exactness: exact counts in bins whose cuts are the reference's, within half a histogram bin of
      its quantiles; a few roundings a bin, none in the sum.
    * Source: scipy 1.17 spatial.distance.jensenshannon.
    * Edge: equal shares: 0.
    * Edge: no bin in common: 1 for base 2.
    * Edge: many equal numbers: never split, so there may be fewer bins.
    * Edge: more than 1,000 categories on a side: a sample by hash, the rest as one category; a
      lower bound, marked estimated, detail truncated = 1.
    * Edge: value NULL: row skipped, n_null, or a bin with null_bin = true.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.
    * Also called: jensen_shannon_distance.

    Examples
    --------
    >>> df.groupBy("city").agg(F.js_distance("split", "value"))
    """
    parameters: Parameters = {"column": column, "kind": kind, "bins": bins, "base": base, "null_bin": null_bin, "reference": reference, "current": current}
    return call_metric("slicewise_js_distance", {"split": split, "value": value}, parameters, weight, profile, columns)


def ks_p_value(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, reference: str | None =
    None, current: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """Kolmogorov–Smirnov test: the probability of so large a gap between distributions without
    drift.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Q(√(nm/(n + m))·D), Q(λ) = 2 Σ (−1)^(j−1) exp(−2j²λ²); detail statistic: D.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: Among many rows it is 0 whatever happened: gate on drift_ks_statistic. Ties make it too
      large.
    * Exactness: asymptotic in n; of the gap at the edges of histogram bins, which is the exact one
      up to 4,096 distinct values a side.
    * Source: scipy 1.17 special.kolmogorov; ks_2samp(method=asymp) rounds n differently.
    * Edge: equal distributions: 1.
    * Edge: weighted rows: n = W²/Σw² of a side.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.
    * Edge: weights that vanish below 2^-61: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.ks_p_value("split", "value"))
    """
    parameters: Parameters = {"column": column, "reference": reference, "current": current}
    return call_metric("slicewise_ks_p_value", {"split": split, "value": value}, parameters, weight, profile, columns)


def l_infinity_distance(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, kind: str | None = None,
    bins: int | None = None, null_bin: bool | None = None, reference: str | None = None, current:
    str | None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """L-infinity distance: by how much the share of one bin or category moved at most.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    kind : str, optional
        numbers: in bins of equal mass of the reference; categories: each value by itself; numbers |
        categories; numbers unless given.
    bins : int, optional
        number of equal-mass bins of the reference, for kind = numbers; in [2, 1000]; 10 unless
        given.
    null_bin : bool, optional
        whether rows whose value is NULL, NaN or infinite are a bin of their own; false unless
        given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max |c − r|, r and c the shares of reference and current; details p_value (chi2 of
      the same bins) and noise_95, which one in twenty samples without drift exceeds.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: What SageMaker and Vertex AI watch categories by: one category that took over is seen
      whatever the others do, many that moved a little are not (total_variation sees them).
    * Exactness: exact counts in bins whose cuts are the reference's, within half a histogram bin of
      its quantiles; a few roundings a bin, none in the sum.
    * Source: scipy 1.17 spatial.distance.chebyshev of the shares.
    * Edge: equal shares: 0.
    * Edge: many equal numbers: never split, so there may be fewer bins.
    * Edge: more than 1,000 categories on a side: a sample by hash, the rest as one category; a
      lower bound, marked estimated, detail truncated = 1.
    * Edge: value NULL: row skipped, n_null, or a bin with null_bin = true.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.
    * Also called: chebyshev_distance.

    Examples
    --------
    >>> df.groupBy("city").agg(F.l_infinity_distance("split", "value"))
    """
    parameters: Parameters = {"column": column, "kind": kind, "bins": bins, "null_bin": null_bin, "reference": reference, "current": current}
    return call_metric("slicewise_l_infinity_distance", {"split": split, "value": value}, parameters, weight, profile, columns)


def mean_shift(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, standardize: bool | None
    = None, reference: str | None = None, current: str | None = None, weight: ColumnOrName | None =
    None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean shift: by how much the mean moved, in standard deviations of the reference.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    standardize : bool, optional
        whether to divide by the standard deviation of the reference; true unless given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (mean_c − mean_r) / std_r, std with n; not divided with standardize = false; details
      p_value (Welch's t-test of W²/Σw² rows a side) and noise_95, which one in twenty samples
      without drift exceeds.
    * Range: (-inf, inf).
    * Units: standard deviations; units of the column when not standardised.
    * Better: zero.
    * Use: The first thing that drifts and the easiest to explain. It does not see spread or shape:
      std_ratio, wasserstein_1.
    * Exactness: exact up to final rounding.
    * Source: numpy mean, std.
    * Edge: standardize = true and a reference without spread: undefined.
    * Edge: a sum of squares that overflows: undefined.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_shift("split", "value"))
    """
    parameters: Parameters = {"column": column, "standardize": standardize, "reference": reference, "current": current}
    return call_metric("slicewise_mean_shift", {"split": split, "value": value}, parameters, weight, profile, columns)


def metric_drift(
    label: ColumnOrName, prediction: ColumnOrName, split: ColumnOrName, *, metric: str | None =
    None, margin: float | None = None, reference: str | None = None, current: str | None = None,
    weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Metric drift: the value of any metric on the current rows less that on the reference.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    metric : str, optional
        the metric, with its parameters if any, in single quotes; mean_absolute_error unless given.
    margin : float, optional
        by how much worse would be tolerated, in units of the metric; null: no test; in [0, inf);
        not set unless given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: metric(current) − metric(reference); details reference and current.
    * Range: (-inf, inf).
    * Units: units of the metric.
    * Better: zero.
    * Use: Whether a model got worse, with an interval, from labels that arrived. With a margin, the
      test that it did not by so much: absence of a significant change is not evidence of none.
    * Exactness: as exact as the metric on both sides; one rounding more.
    * Source: Zou and Donner 2008 for the interval; z = (worsening − margin)/se against −1.645.
    * Edge: the metric undefined or without rows on a side: undefined.
    * Edge: margin given: details z, p_value and non_inferior = 1 where p_value < 0.05.
    * Edge: margin given, and no standard error or one of 0: no test.
    * Edge: a split that is neither side: row skipped, n_domain; NULL: row skipped, n_null.

    Examples
    --------
    >>> df.groupBy("city").agg(F.metric_drift("label", "prediction", "split"))
    """
    parameters: Parameters = {"metric": metric, "margin": margin, "reference": reference, "current": current}
    return call_metric("slicewise_metric_drift", {"label": label, "prediction": prediction, "split": split}, parameters, weight, profile, columns)


def missing_rate_shift(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, kind: str | None = None,
    reference: str | None = None, current: str | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Missing rate shift: by how much the share of rows without a value rose.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    kind : str, optional
        what the column holds: numbers, categories (texts, or values that stand for themselves) or
        embedding (arrays of numbers); numbers | categories | embedding; numbers unless given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: missing_c/n_c − missing_r/n_r, NULL and NaN; details z (pooled) and p_value, and
      noise_95, which one in twenty samples without drift exceeds.
    * Range: [-1, 1].
    * Units: none.
    * Better: zero.
    * Use: A feed that broke shows here before any distribution does. Among many rows every p_value
      is 0: gate on the difference.
    * Exactness: exact up to final rounding.
    * Source: statsmodels 0.14 proportions_ztest; z² = scipy 1.17
      stats.chi2_contingency(correction=False).
    * Edge: nothing missing, or everything: difference 0, p_value 1, no z.
    * Edge: no row of a side has a value: undefined when that is so on both.
    * Edge: weighted rows: rows count, not weights.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.

    Examples
    --------
    >>> df.groupBy("city").agg(F.missing_rate_shift("split", "value"))
    """
    parameters: Parameters = {"column": column, "kind": kind, "reference": reference, "current": current}
    return call_metric("slicewise_missing_rate_shift", {"split": split, "value": value}, parameters, weight, profile, columns)


def new_category_rate(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, reference: str | None =
    None, current: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """New category rate: the share of current rows whose category never occurred in the reference.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; text, a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ c over categories with r = 0; detail new_categories counts them.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: What a model has never seen: encoders map it to nothing or to anything. A short reference
      makes every rare category new.
    * Exactness: exact up to 1,000 categories a side; else estimated.
    * Source: share of rows failing set membership.
    * Edge: no new category: 0.
    * Edge: more than 1,000 categories on a side: of a sample by hash, marked estimated, detail
      truncated = 1.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.

    Examples
    --------
    >>> df.groupBy("city").agg(F.new_category_rate("split", "value"))
    """
    parameters: Parameters = {"column": column, "reference": reference, "current": current}
    return call_metric("slicewise_new_category_rate", {"split": split, "value": value}, parameters, weight, profile, columns)


def population_stability_index(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, kind: str | None = None,
    bins: int | None = None, epsilon: float | None = None, null_bin: bool | None = None, reference:
    str | None = None, current: str | None = None, weight: ColumnOrName | None = None, profile: str
    | None = None, **columns: ColumnOrName
) -> Column:
    """Population stability index: how far the shares of bins or categories have moved.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    kind : str, optional
        numbers: in bins of equal mass of the reference; categories: each value by itself; numbers |
        categories; numbers unless given.
    bins : int, optional
        number of equal-mass bins of the reference, for kind = numbers; in [2, 1000]; 10 unless
        given.
    epsilon : float, optional
        shares below this are taken as this, so that no logarithm is infinite; in (0, 0.1]; 0.0001
        unless given.
    null_bin : bool, optional
        whether rows whose value is NULL, NaN or infinite are a bin of their own; false unless
        given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ (c − r)·ln(c/r) over bins, r and c the shares of reference and current, each at
      least epsilon; details p_value (chi2 of the same bins) and noise_95, which one in twenty
      samples without drift exceeds.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: The usual number for inputs and scores of a deployed model. The usual limits 0.1 and 0.25
      ignore n: detail psi_threshold_95 is what one in twenty undrifted samples exceeds.
    * Exactness: exact counts in bins whose cuts are the reference's, within half a histogram bin of
      its quantiles; a few roundings a bin, none in the sum.
    * Source: Yurdakul 2018, Statistical Properties of the Population Stability Index, for the
      threshold; floors as in most scorecard tools.
    * Edge: an empty bin on one side: its share is epsilon.
    * Edge: one bin: 0.
    * Edge: many equal numbers: never split, so there may be fewer bins.
    * Edge: more than 1,000 categories on a side: a sample by hash, the rest as one category; a
      lower bound, marked estimated, detail truncated = 1.
    * Edge: value NULL: row skipped, n_null, or a bin with null_bin = true.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.
    * Also called: psi.

    Examples
    --------
    >>> df.groupBy("city").agg(F.population_stability_index("split", "value"))
    """
    parameters: Parameters = {"column": column, "kind": kind, "bins": bins, "epsilon": epsilon, "null_bin": null_bin, "reference": reference, "current": current}
    return call_metric("slicewise_population_stability_index", {"split": split, "value": value}, parameters, weight, profile, columns)


def std_ratio(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, reference: str | None =
    None, current: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """Ratio of the standard deviations of both sides.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: std_c / std_r, std with n.
    * Range: [0, inf).
    * Units: none.
    * Better: one.
    * Use: A sensor that froze is 0, one that became noisy above 1; the mean may not have moved at
      all.
    * Exactness: exact up to final rounding.
    * Source: numpy std.
    * Edge: a reference without spread: undefined.
    * Edge: a current side without spread: 0.
    * Edge: a sum of squares that overflows: undefined.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.

    Examples
    --------
    >>> df.groupBy("city").agg(F.std_ratio("split", "value"))
    """
    parameters: Parameters = {"column": column, "reference": reference, "current": current}
    return call_metric("slicewise_std_ratio", {"split": split, "value": value}, parameters, weight, profile, columns)


def total_variation(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, kind: str | None = None,
    bins: int | None = None, null_bin: bool | None = None, reference: str | None = None, current:
    str | None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Total variation distance: the share of rows that would have to change their bin or category.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    kind : str, optional
        numbers: in bins of equal mass of the reference; categories: each value by itself; numbers |
        categories; numbers unless given.
    bins : int, optional
        number of equal-mass bins of the reference, for kind = numbers; in [2, 1000]; 10 unless
        given.
    null_bin : bool, optional
        whether rows whose value is NULL, NaN or infinite are a bin of their own; false unless
        given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: ½ Σ |c − r|, r and c the shares of reference and current; details p_value (chi2 of
      the same bins) and noise_95, which one in twenty samples without drift exceeds.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: The plainest to explain: 0.08 means that eight rows in a hundred moved. It does not see
      where to.
    * Exactness: exact counts in bins whose cuts are the reference's, within half a histogram bin of
      its quantiles; a few roundings a bin, none in the sum.
    * Source: ½ of scipy 1.17 spatial.distance.cityblock of the shares.
    * Edge: equal shares: 0.
    * Edge: no bin in common: 1.
    * Edge: many equal numbers: never split, so there may be fewer bins.
    * Edge: more than 1,000 categories on a side: a sample by hash, the rest as one category; a
      lower bound, marked estimated, detail truncated = 1.
    * Edge: value NULL: row skipped, n_null, or a bin with null_bin = true.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.
    * Also called: tv_distance.

    Examples
    --------
    >>> df.groupBy("city").agg(F.total_variation("split", "value"))
    """
    parameters: Parameters = {"column": column, "kind": kind, "bins": bins, "null_bin": null_bin, "reference": reference, "current": current}
    return call_metric("slicewise_total_variation", {"split": split, "value": value}, parameters, weight, profile, columns)


def training_serving_skew(
    offline: ColumnOrName, online: ColumnOrName, *, tolerance: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Training–serving skew: the share of rows whose feature was another when served than when
    trained on.

    Parameters
    ----------
    offline : Column or str
        The column in this role; a number or a boolean.
    online : Column or str
        The column in this role; a number or a boolean.
    tolerance : float, optional
        differences up to this are none, in units of the feature; in [0, inf); 0 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: #{|online − offline| > tolerance} / n; details mean_difference,
      mean_absolute_difference, rms_difference, max_absolute_difference, null_mismatch_rate.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: Logs of served requests joined with the features that training computes: what differs is
      a bug in one of the two pipelines, long before it shows in the model's errors.
    * Exactness: exact up to final rounding.
    * Source: TFX, rules of machine learning 29 to 32.
    * Edge: one of both NULL: row skipped, n_null; detail null_mismatch_rate is their share of all
      rows.
    * Edge: NaN or an infinity: row skipped, n_nan or n_inf.
    * Edge: a difference that overflows: a mismatch; its details are left out.
    * Edge: no usable rows: undefined.
    * Also called: mismatch_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.training_serving_skew("offline", "online"))
    """
    parameters: Parameters = {"tolerance": tolerance}
    return call_metric("slicewise_training_serving_skew", {"offline": offline, "online": online}, parameters, weight, profile, columns)


def wasserstein_1(
    split: ColumnOrName, value: ColumnOrName, *, column: str | None = None, standardize: bool | None
    = None, reference: str | None = None, current: str | None = None, weight: ColumnOrName | None =
    None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Wasserstein distance, the earth mover's: how far values moved on average.

    Parameters
    ----------
    split : Column or str
        Which side a row is on: reference or current; text, a number or a boolean.
    value : Column or str
        The value that is looked at; a number or a boolean.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    standardize : bool, optional
        whether to divide by the standard deviation of the reference; false unless given.
    reference : str, optional
        the value of split in the rows that are compared with; reference unless given.
    current : str, optional
        the value of split in the rows that are compared; current unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: ∫ |F_r − F_c| dx; divided by the standard deviation of the reference with standardize
      = true, and then detail noise_95: about what one in twenty samples without drift exceeds.
    * Range: [0, inf).
    * Units: units of the column; none when standardised.
    * Better: lower.
    * Use: In the column's own units, so a limit can be argued about; standardised, 0.1 is a common
      one. One far outlier weighs as much as it is far.
    * Exactness: exact up to 4,096 distinct values a side and for integers and float32; else within
      the reported bound, from the widths of the histogram's bins.
    * Source: scipy 1.17 stats.wasserstein_distance.
    * Edge: equal distributions: 0.
    * Edge: standardize = true and a reference without spread: undefined.
    * Edge: no usable row on a side: undefined.
    * Edge: another split: row skipped, n_domain; NULL: row skipped, n_null.
    * Edge: weights that vanish below 2^-61: undefined.
    * Also called: wasserstein_distance, emd.

    Examples
    --------
    >>> df.groupBy("city").agg(F.wasserstein_1("split", "value"))
    """
    parameters: Parameters = {"column": column, "standardize": standardize, "reference": reference, "current": current}
    return call_metric("slicewise_wasserstein_1", {"split": split, "value": value}, parameters, weight, profile, columns)


anderson_darling = anderson_darling_ksamp
chi_squared = chi2
fid = frechet_distance
hellinger_distance = hellinger
jensen_shannon_distance = js_distance
chebyshev_distance = l_infinity_distance
psi = population_stability_index
tv_distance = total_variation
mismatch_rate = training_serving_skew
wasserstein_distance = wasserstein_1
emd = wasserstein_1
