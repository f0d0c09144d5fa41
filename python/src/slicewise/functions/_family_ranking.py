"""Ranking: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = [
    "fall_out_at_k",
    "gauc",
    "group_auc",
    "hit_rate_at_k",
    "map_at_k",
    "mean_average_precision_at_k",
    "mean_reciprocal_rank",
    "min_label_position",
    "mrr",
    "ndcg",
    "ndcg_at_k",
    "ndcg_score",
    "pairwise_accuracy",
    "precision_at_k",
    "query_statistics",
    "r_precision",
    "recall_at_k",
    "success_at_k",
]


def fall_out_at_k(
    label: ColumnOrName, prediction: ColumnOrName, *, k: int | None = None, relevance_threshold:
    float | None = None, empty_group: str | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Fall-out at k: the share of the irrelevant items that are among the first k.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    k : int, optional
        how many of the best scores are looked at; 0 for the whole list; in [0, inf); 10 unless
        given.
    relevance_threshold : float, optional
        least label of a relevant item; in (-inf, inf); 1 unless given.
    empty_group : str, optional
        a group without an irrelevant item: skip, or count as zero or one; skip | zero | one; skip
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σw·(irrelevant among the first k)/(irrelevant) / Σw.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: The false positive rate of a list. With many irrelevant items it is near 0 for any order,
      so it compares only at equal list lengths.
    * Exactness: exact up to the rounding of each group's value and of their mean.
    * Source: torchmetrics RetrievalFallOut with empty_target_action=skip.
    * Edge: a group without an irrelevant item: skipped and counted (n_groups_skipped), or 0, or 1,
      as empty_group says.
    * Edge: labels and scores of different length: n_domain.
    * Edge: equal scores: ranked in the order of the array.
    * Edge: no group with a value: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.fall_out_at_k("label", "prediction"))
    """
    parameters: Parameters = {"k": k, "relevance_threshold": relevance_threshold, "empty_group": empty_group}
    return call_metric("slicewise_fall_out_at_k", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def gauc(
    label: ColumnOrName, prediction: ColumnOrName, *, group_weight: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Group AUC: the area under the ROC curve within each group, averaged over groups.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    group_weight : str, optional
        what a group weighs: size, its items times the row's weight; weight, the row's weight alone;
        size | weight; size unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σw·size·AUC / Σw·size (group_weight=size), or Σw·AUC / Σw (group_weight=weight); AUC
      = (concordant + ½ tied)/pairs with y_i > y_j.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: How well a model orders what one user sees: a model that only knows which users click
      reaches a high AUC and a GAUC of ½. Users who clicked all or nothing are left out, so watch
      n_groups_skipped.
    * Exactness: exact up to the rounding of each group's value and of their mean.
    * Source: Zhu et al. 2017 (weighted by impressions).
    * Edge: a group whose labels are all equal, or empty: skipped and counted (n_groups_skipped).
    * Edge: labels and scores of different length: n_domain.
    * Edge: no group with a value: undefined.
    * Also called: group_auc.

    Examples
    --------
    >>> df.groupBy("city").agg(F.gauc("label", "prediction"))
    """
    parameters: Parameters = {"group_weight": group_weight}
    return call_metric("slicewise_gauc", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def hit_rate_at_k(
    label: ColumnOrName, prediction: ColumnOrName, *, k: int | None = None, relevance_threshold:
    float | None = None, empty_group: str | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Hit rate at k: the share of groups with a relevant item among the first k.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    k : int, optional
        how many of the best scores are looked at; 0 for the whole list; in [0, inf); 10 unless
        given.
    relevance_threshold : float, optional
        least label of a relevant item; in (-inf, inf); 1 unless given.
    empty_group : str, optional
        a group without a relevant item: skip, or count as zero or one; skip | zero | one; skip
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σw·1{a relevant item is among the first k} / Σw.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: For recommenders that need one good offer. Blind to where among the first k, and to how
      many.
    * Exactness: exact up to final rounding.
    * Source: torchmetrics RetrievalHitRate.
    * Edge: a group without a relevant item: skipped and counted (n_groups_skipped), or 0, or 1, as
      empty_group says.
    * Edge: labels and scores of different length: n_domain.
    * Edge: equal scores: ranked in the order of the array.
    * Edge: no group with a value: undefined.
    * Also called: success_at_k.

    Examples
    --------
    >>> df.groupBy("city").agg(F.hit_rate_at_k("label", "prediction"))
    """
    parameters: Parameters = {"k": k, "relevance_threshold": relevance_threshold, "empty_group": empty_group}
    return call_metric("slicewise_hit_rate_at_k", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def map_at_k(
    label: ColumnOrName, prediction: ColumnOrName, *, k: int | None = None, relevance_threshold:
    float | None = None, normalization: str | None = None, empty_group: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean average precision at k: how early the relevant items come.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    k : int, optional
        how many of the best scores are looked at; 0 for the whole list; in [0, inf); 10 unless
        given.
    relevance_threshold : float, optional
        least label of a relevant item; in (-inf, inf); 1 unless given.
    normalization : str, optional
        what precisions are averaged over: min_rk, the smaller of k and the relevant items;
        relevant_retrieved, those among the first k; total_relevant, all; min_rk |
        relevant_retrieved | total_relevant; min_rk unless given.
    empty_group : str, optional
        a group without a relevant item: skip, or count as zero or one; skip | zero | one; skip
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: AP = Σ over relevant ranks i ≤ k of precision(i), over min(R, k); mean over groups
      Σw·AP / Σw.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: Rewards all relevant items early, and does not know degrees of relevance. Libraries
      divide by three different numbers: normalization says which.
    * Exactness: exact up to the rounding of each group's value and of their mean.
    * Source: TREC average precision, cut at k; torchmetrics RetrievalMAP with
      normalization=relevant_retrieved.
    * Edge: a group without a relevant item: skipped and counted (n_groups_skipped), or 0, or 1, as
      empty_group says.
    * Edge: labels and scores of different length: n_domain.
    * Edge: equal scores: ranked in the order of the array.
    * Edge: no group with a value: undefined.
    * Also called: mean_average_precision_at_k.

    Examples
    --------
    >>> df.groupBy("city").agg(F.map_at_k("label", "prediction"))
    """
    parameters: Parameters = {"k": k, "relevance_threshold": relevance_threshold, "normalization": normalization, "empty_group": empty_group}
    return call_metric("slicewise_map_at_k", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def min_label_position(
    label: ColumnOrName, prediction: ColumnOrName, *, relevance_threshold: float | None = None,
    weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Rank of the first relevant item, averaged over groups; 1 is best.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    relevance_threshold : float, optional
        least label of a relevant item; in (-inf, inf); 1 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σw·(rank of the first relevant item) / Σw.
    * Range: [1, inf).
    * Units: none.
    * Better: lower.
    * Use: How far a user reads before something useful comes. Long lists can pull it far up; mrr is
      the bounded form.
    * Exactness: exact up to final rounding.
    * Source: TFMA MinLabelPosition (which is 0 where ours is undefined).
    * Edge: a group without a relevant item: skipped and counted (n_groups_skipped).
    * Edge: labels and scores of different length: n_domain.
    * Edge: equal scores: ranked in the order of the array.
    * Edge: no group with a value: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.min_label_position("label", "prediction"))
    """
    parameters: Parameters = {"relevance_threshold": relevance_threshold}
    return call_metric("slicewise_min_label_position", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def mrr(
    label: ColumnOrName, prediction: ColumnOrName, *, k: int | None = None, relevance_threshold:
    float | None = None, empty_group: str | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean reciprocal rank: one over the rank of the first relevant item.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    k : int, optional
        how many of the best scores are looked at; 0 for the whole list; in [0, inf); 0 unless
        given.
    relevance_threshold : float, optional
        least label of a relevant item; in (-inf, inf); 1 unless given.
    empty_group : str, optional
        a group without a relevant item: skip, or count as zero or one; skip | zero | one; skip
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σw·(1/rank of the first relevant item, 0 beyond k) / Σw.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: For questions with one answer. The step from rank 1 to 2 costs as much as from 2 to the
      end, and only the first relevant item counts.
    * Exactness: exact up to the rounding of each group's value and of their mean.
    * Source: TREC; torchmetrics RetrievalMRR.
    * Edge: a group without a relevant item: skipped and counted (n_groups_skipped), or 0, or 1, as
      empty_group says.
    * Edge: labels and scores of different length: n_domain.
    * Edge: equal scores: ranked in the order of the array.
    * Edge: no group with a value: undefined.
    * Also called: mean_reciprocal_rank.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mrr("label", "prediction"))
    """
    parameters: Parameters = {"k": k, "relevance_threshold": relevance_threshold, "empty_group": empty_group}
    return call_metric("slicewise_mrr", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def ndcg_at_k(
    label: ColumnOrName, prediction: ColumnOrName, *, k: int | None = None, gain: str | None = None,
    ties: str | None = None, empty_group: str | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Normalised discounted cumulative gain: graded relevance early in the list.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    k : int, optional
        how many of the best scores are looked at; 0 for the whole list; in [0, inf); 10 unless
        given.
    gain : str, optional
        linear: y, as scikit-learn; exponential: 2^y − 1, as XGBoost; linear | exponential; linear
        unless given.
    ties : str, optional
        equal scores: average of their gains, or stable by place in the array; average | stable;
        average unless given.
    empty_group : str, optional
        a group without a positive label: skip, or count as zero or one; skip | zero | one; skip
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: DCG = Σ over ranks i ≤ k of gain(y)/log₂(1 + i); NDCG = DCG over the DCG of the best
      order; mean over groups Σw·NDCG / Σw.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: Knows degrees of relevance and that the top matters most. Libraries differ in gain
      (linear or 2^y − 1) and in what a query without relevant items counts: compare numbers only
      with both known. Its value has no zero point: a random order may have 0.8.
    * Exactness: exact up to the rounding of each group's value and of their mean.
    * Source: Järvelin and Kekäläinen 2002; scikit-learn 1.2 ndcg_score with ties=average.
    * Edge: a group without a positive label: skipped and counted (n_groups_skipped), or 0, or 1, as
      empty_group says.
    * Edge: a negative label, or one whose gain would overflow: n_domain.
    * Edge: labels and scores of different length: n_domain.
    * Edge: equal scores: each gets the mean gain of the tie, or the order of the array, as ties
      says.
    * Edge: no group with a value: undefined.
    * Also called: ndcg, ndcg_score.

    Examples
    --------
    >>> df.groupBy("city").agg(F.ndcg_at_k("label", "prediction"))
    """
    parameters: Parameters = {"k": k, "gain": gain, "ties": ties, "empty_group": empty_group}
    return call_metric("slicewise_ndcg_at_k", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def pairwise_accuracy(
    label: ColumnOrName, prediction: ColumnOrName, *, average: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Share of pairs of a list's items that the scores put in the right order.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    average : str, optional
        micro: over all pairs; macro: over groups; micro | macro; micro unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (concordant + ½ tied) / pairs with y_i > y_j: Σw·right / Σw·pairs (micro), or the
      mean of each group's share (macro).
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: The AUC within groups: what pairwise losses aim at. Micro lets long lists dominate, since
      pairs grow with the square of the length.
    * Exactness: exact up to final rounding.
    * Source: Herbrich et al. 2000; concordance as in scipy 1.10 kendalltau.
    * Edge: a group whose labels are all equal, or empty: skipped and counted (n_groups_skipped).
    * Edge: labels and scores of different length: n_domain.
    * Edge: equal scores of a pair: half right.
    * Edge: no group with a value: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.pairwise_accuracy("label", "prediction"))
    """
    parameters: Parameters = {"average": average}
    return call_metric("slicewise_pairwise_accuracy", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def precision_at_k(
    label: ColumnOrName, prediction: ColumnOrName, *, k: int | None = None, relevance_threshold:
    float | None = None, adaptive_k: bool | None = None, empty_group: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Precision at k: the share of relevant items among the first k.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    k : int, optional
        how many of the best scores are looked at; 0 for the whole list; in [0, inf); 10 unless
        given.
    relevance_threshold : float, optional
        least label of a relevant item; in (-inf, inf); 1 unless given.
    adaptive_k : bool, optional
        whether a list shorter than k is divided by its length; false unless given.
    empty_group : str, optional
        a group without a relevant item: skip, or count as zero or one; skip | zero | one; skip
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σw·(relevant among the first k)/k / Σw.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: What a page of k results is worth. A list shorter than k cannot reach 1 unless
      adaptive_k; nor can a query with fewer than k relevant items.
    * Exactness: exact up to the rounding of each group's value and of their mean.
    * Source: TREC P@k; torchmetrics RetrievalPrecision.
    * Edge: a group without a relevant item: skipped and counted (n_groups_skipped), or 0, or 1, as
      empty_group says.
    * Edge: labels and scores of different length: n_domain.
    * Edge: equal scores: ranked in the order of the array.
    * Edge: no group with a value: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.precision_at_k("label", "prediction"))
    """
    parameters: Parameters = {"k": k, "relevance_threshold": relevance_threshold, "adaptive_k": adaptive_k, "empty_group": empty_group}
    return call_metric("slicewise_precision_at_k", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def query_statistics(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean number of items of a group, with the totals and the extremes as details.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σw·items / Σw; details total_queries = Σw, total_documents = Σw·items, min_documents,
      max_documents.
    * Range: [0, inf).
    * Units: items.
    * Better: none.
    * Use: What ranking metrics stand on: short lists make recall at k easy and precision at k hard,
      so two periods compare only when their lists do.
    * Exactness: exact up to final rounding.
    * Source: TFMA QueryStatistics.
    * Edge: labels and scores of different length: n_domain.
    * Edge: an empty list: a group of 0 items.
    * Edge: no usable rows: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.query_statistics("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_query_statistics", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def r_precision(
    label: ColumnOrName, prediction: ColumnOrName, *, relevance_threshold: float | None = None,
    empty_group: str | None = None, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """R-precision: precision at as many ranks as there are relevant items.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    relevance_threshold : float, optional
        least label of a relevant item; in (-inf, inf); 1 unless given.
    empty_group : str, optional
        a group without a relevant item: skip, or count as zero or one; skip | zero | one; skip
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σw·(relevant among the first R)/R / Σw, R the relevant items of the group.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: A cut that fits each query: precision and recall are equal there, and a perfect list
      reaches 1 whatever its length.
    * Exactness: exact up to the rounding of each group's value and of their mean.
    * Source: TREC; torchmetrics RetrievalRPrecision.
    * Edge: a group without a relevant item: skipped and counted (n_groups_skipped), or 0, or 1, as
      empty_group says.
    * Edge: labels and scores of different length: n_domain.
    * Edge: equal scores: ranked in the order of the array.
    * Edge: no group with a value: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.r_precision("label", "prediction"))
    """
    parameters: Parameters = {"relevance_threshold": relevance_threshold, "empty_group": empty_group}
    return call_metric("slicewise_r_precision", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def recall_at_k(
    label: ColumnOrName, prediction: ColumnOrName, *, k: int | None = None, relevance_threshold:
    float | None = None, empty_group: str | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Recall at k: the share of the relevant items that are among the first k.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    k : int, optional
        how many of the best scores are looked at; 0 for the whole list; in [0, inf); 10 unless
        given.
    relevance_threshold : float, optional
        least label of a relevant item; in (-inf, inf); 1 unless given.
    empty_group : str, optional
        a group without a relevant item: skip, or count as zero or one; skip | zero | one; skip
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σw·(relevant among the first k)/(relevant) / Σw.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: For candidate generation, where a later stage orders. Never falls as k grows, so compare
      at one k; with more than k relevant items it cannot reach 1.
    * Exactness: exact up to the rounding of each group's value and of their mean.
    * Source: TREC; torchmetrics RetrievalRecall.
    * Edge: a group without a relevant item: skipped and counted (n_groups_skipped), or 0, or 1, as
      empty_group says.
    * Edge: labels and scores of different length: n_domain.
    * Edge: equal scores: ranked in the order of the array.
    * Edge: no group with a value: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.recall_at_k("label", "prediction"))
    """
    parameters: Parameters = {"k": k, "relevance_threshold": relevance_threshold, "empty_group": empty_group}
    return call_metric("slicewise_recall_at_k", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


group_auc = gauc
success_at_k = hit_rate_at_k
mean_average_precision_at_k = map_at_k
mean_reciprocal_rank = mrr
ndcg = ndcg_at_k
ndcg_score = ndcg_at_k
