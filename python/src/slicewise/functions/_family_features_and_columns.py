"""Features and columns: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = [
    "condition_number",
]


def condition_number(
    features: ColumnOrName, *, dimension: int | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Condition number of the features' correlation matrix: collinearity in one number.

    Parameters
    ----------
    features : Column or str
        The column in this role; an array of numbers or an ML vector.
    dimension : int, optional
        how many features; rows with another number are skipped. 0: whatever they have, all the
        same; in [0, 64]; 0 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: largest / smallest eigenvalue of the correlation matrix.
    * Range: [1, inf).
    * Units: none.
    * Better: lower.
    * Use: Its square root is the condition index of standardised features: above 30 a linear
      model's coefficients are not to be read. variance_inflation_factor says which features.
    * Exactness: sums exact; the ratio within 1e-14 times itself, relatively.
    * Source: numpy 2.4 linalg.cond(corrcoef); Belsley, Kuh and Welsch 1980 without the intercept.
    * Edge: a feature that does not vary: undefined.
    * Edge: collinear features, or fewer rows than features: undefined.
    * Edge: one feature: 1.
    * Edge: arrays of different lengths: undefined, unless dimension says which to take.
    * Edge: an empty array, or one of more than 64 elements: row skipped, n_domain.
    * Edge: a sum that overflows, no usable rows: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.condition_number("features"))
    """
    parameters: Parameters = {"dimension": dimension}
    return call_metric("slicewise_condition_number", {"features": features}, parameters, weight, profile, columns)
