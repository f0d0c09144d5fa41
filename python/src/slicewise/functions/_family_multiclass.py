"""Multiclass: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = [
    "balanced_cross_entropy",
    "class_balanced_cross_entropy",
    "top_3_accuracy",
    "top_5_accuracy",
    "top_k_accuracy",
    "top_k_accuracy_score",
    "top_k_categorical_accuracy",
]


def balanced_cross_entropy(
    label: ColumnOrName, prediction: ColumnOrName, *, from_logits: bool | None = None, classes: str
    | None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Balanced cross entropy: the mean over classes of each class's mean cross entropy.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    from_logits : bool, optional
        the prediction holds logits, not probabilities; false unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ_k (Σ w·1{y=k}·ℓ / Σ w·1{y=k}) / K, that is, class weights n/(K·n_k).
    * Range: [0, inf).
    * Units: nats.
    * Better: lower.
    * Use: A rare class counts as much as a common one. Its optimum is not calibrated, and a slice's
      weights follow from its own balance.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 log_loss(sample_weight=compute_sample_weight('balanced')).
    * Edge: a class that is no row's label: left out of K.
    * Edge: one class only: its cross entropy.
    * Edge: no usable rows: undefined.
    * Edge: label that is no class of the array: row skipped, n_domain.
    * Also called: class_balanced_cross_entropy.

    Examples
    --------
    >>> df.groupBy("city").agg(F.balanced_cross_entropy("label", "prediction"))
    """
    parameters: Parameters = {"from_logits": from_logits, "classes": classes}
    return call_metric("slicewise_balanced_cross_entropy", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def top_k_accuracy(
    label: ColumnOrName, prediction: ColumnOrName, *, k: int | None = None, classes: str | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Top-k accuracy: the share of rows whose class is among the k highest scores.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    k : int, optional
        how many guesses are allowed; in [1, 1000]; 2 unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{fewer than k classes score higher than y} / W.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: For products that show several guesses. k close to the number of classes makes it 1
      whatever the model.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 top_k_accuracy_score, which lets the higher position win ties.
    * Edge: no usable rows: undefined.
    * Edge: label that is no class of the array: row skipped, n_domain.
    * Edge: k at least the number of classes: 1.
    * Edge: scores tied at the boundary: the lower position wins.
    * Also called: top_k_accuracy_score, top_k_categorical_accuracy.

    Examples
    --------
    >>> df.groupBy("city").agg(F.top_k_accuracy("label", "prediction"))
    """
    parameters: Parameters = {"k": k, "classes": classes}
    return call_metric("slicewise_top_k_accuracy", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def top_3_accuracy(
    label: ColumnOrName, prediction: ColumnOrName, *, classes: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Top-k accuracy: the share of rows whose class is among the k highest scores.

    This is ``top_k_accuracy`` with k = 3.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{fewer than k classes score higher than y} / W.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: For products that show several guesses. k close to the number of classes makes it 1
      whatever the model.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 top_k_accuracy_score, which lets the higher position win ties.
    * Edge: no usable rows: undefined.
    * Edge: label that is no class of the array: row skipped, n_domain.
    * Edge: k at least the number of classes: 1.
    * Edge: scores tied at the boundary: the lower position wins.
    * Also called: top_k_accuracy_score, top_k_categorical_accuracy.

    Examples
    --------
    >>> df.groupBy("city").agg(F.top_3_accuracy("label", "prediction"))
    """
    parameters: Parameters = {"classes": classes}
    return call_metric("top_3_accuracy", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def top_5_accuracy(
    label: ColumnOrName, prediction: ColumnOrName, *, classes: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Top-k accuracy: the share of rows whose class is among the k highest scores.

    This is ``top_k_accuracy`` with k = 5.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{fewer than k classes score higher than y} / W.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: For products that show several guesses. k close to the number of classes makes it 1
      whatever the model.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 top_k_accuracy_score, which lets the higher position win ties.
    * Edge: no usable rows: undefined.
    * Edge: label that is no class of the array: row skipped, n_domain.
    * Edge: k at least the number of classes: 1.
    * Edge: scores tied at the boundary: the lower position wins.
    * Also called: top_k_accuracy_score, top_k_categorical_accuracy.

    Examples
    --------
    >>> df.groupBy("city").agg(F.top_5_accuracy("label", "prediction"))
    """
    parameters: Parameters = {"classes": classes}
    return call_metric("top_5_accuracy", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


class_balanced_cross_entropy = balanced_cross_entropy
top_k_accuracy_score = top_k_accuracy
top_k_categorical_accuracy = top_k_accuracy
