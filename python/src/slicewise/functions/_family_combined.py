"""Combined: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = [
    "business_objective",
    "composite",
    "elastic_net",
    "elastic_net_penalty",
    "gradnorm",
    "l1_penalty",
    "l2_penalty",
    "lasso_penalty",
    "moe_load_balance",
    "ridge_penalty",
    "weight_decay",
]


def composite(
    label: ColumnOrName, prediction: ColumnOrName, *, of: str | None = None, weight: ColumnOrName |
    None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """A linear combination of other metrics: one number for several objectives.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    of : str, optional
        the combination, such as '0.7*log_loss + 0.3*brier - 2*recall'; mean_squared_error unless
        given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ c_i · metric_i, written as of='0.7*log_loss + 0.3*brier'.
    * Range: (-inf, inf).
    * Units: those of its parts, which should agree.
    * Better: lower.
    * Use: A training objective with its penalties, or costs put in one currency. Which side is good
      depends on the signs; the default reading is a loss. Without hash groups it has no interval.
      Report the parts beside it: a sum can stand still while they move apart.
    * Exactness: as exact as its parts; certificates are added up.
    * Edge: no usable rows: undefined.
    * Edge: a part that is undefined, or a curve: undefined.
    * Edge: parts of different rows: each on the rows it can use; n is the first one's.
    * Also called: business_objective.

    Examples
    --------
    >>> df.groupBy("city").agg(F.composite("label", "prediction"))
    """
    parameters: Parameters = {"of": of}
    return call_metric("slicewise_composite", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def elastic_net_penalty(
    label: ColumnOrName, prediction: ColumnOrName, *, weights: str | None = None, lambda_: float |
    None = None, l1_ratio: float | None = None, weight: ColumnOrName | None = None, profile: str |
    None = None, **columns: ColumnOrName
) -> Column:
    """Elastic-net penalty of a model's weights: the L1 and half the L2 penalty, mixed.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weights : str, optional
        the model's weights, separated by semicolons: '0.5;-2;0;1'; 0 unless given.
    lambda_ : float, optional
        strength of the penalty; in [0, inf); 1 unless given.
    l1_ratio : float, optional
        share of the L1 penalty; in [0, 1]; 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: λ·(r·Σ|w_i| + ½(1 − r)·Σ w_i²), r = l1_ratio.
    * Range: [0, inf).
    * Units: units of the loss it is added to.
    * Better: lower.
    * Use: Of inputs that say the same the L1 penalty keeps one by chance; some L2 keeps them
      together.
    * Exactness: exact up to final rounding.
    * Source: Zou, Hastie 2005; scikit-learn ElasticNet.
    * Edge: no usable rows: undefined.
    * Edge: all weights 0: 0.
    * Edge: a weight that is no number: refused.
    * Also called: elastic_net.

    Examples
    --------
    >>> df.groupBy("city").agg(F.elastic_net_penalty("label", "prediction"))
    """
    parameters: Parameters = {"weights": weights, "lambda": lambda_, "l1_ratio": l1_ratio}
    return call_metric("slicewise_elastic_net_penalty", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def gradnorm(
    grad_norms: ColumnOrName, loss_ratios: ColumnOrName, *, alpha: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """GradNorm: how far tasks' gradient norms are from what their progress asks for.

    Parameters
    ----------
    grad_norms : Column or str
        The column in this role; an array of numbers or an ML vector.
    loss_ratios : Column or str
        The column in this role; an array of numbers or an ML vector.
    alpha : float, optional
        how strongly slow tasks are pulled along; in [0, 100]; 1.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ_t |G_t − Ḡ·(r_t/r̄)^α|, G_t and r_t the means of the elements of columns grad_norms
      (weighted gradient norms) and loss_ratios (L_t/L_t(0)), bars their means over tasks.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: 0 where every task's gradient is as large as its lag in training asks for. It is of means
      over rows, not a mean of rows' values.
    * Exactness: exact up to final rounding.
    * Source: Chen et al. 2018, arXiv:1711.02257.
    * Edge: no usable rows: undefined.
    * Edge: every ratio 0: undefined.
    * Edge: a negative number, or arrays of unequal length: row skipped, n_domain.
    * Edge: sums that overflow: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.gradnorm("grad_norms", "loss_ratios"))
    """
    parameters: Parameters = {"alpha": alpha}
    return call_metric("slicewise_gradnorm", {"grad_norms": grad_norms, "loss_ratios": loss_ratios}, parameters, weight, profile, columns)


def l1_penalty(
    label: ColumnOrName, prediction: ColumnOrName, *, weights: str | None = None, lambda_: float |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """L1 penalty of a model's weights: minus the log of a Laplace prior.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weights : str, optional
        the model's weights, separated by semicolons: '0.5;-2;0;1'; 0 unless given.
    lambda_ : float, optional
        strength of the penalty; in [0, inf); 1 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: λ·Σ|w_i|; derivative λ·sign(w_i).
    * Range: [0, inf).
    * Units: units of the loss it is added to.
    * Better: lower.
    * Use: Drives weights to exactly 0, one after the other. It depends on the units of the inputs:
      standardise them first.
    * Exactness: exact up to final rounding.
    * Source: Tibshirani 1996.
    * Edge: no usable rows: undefined.
    * Edge: all weights 0: 0.
    * Edge: a weight that is no number: refused.
    * Also called: lasso_penalty.

    Examples
    --------
    >>> df.groupBy("city").agg(F.l1_penalty("label", "prediction"))
    """
    parameters: Parameters = {"weights": weights, "lambda": lambda_}
    return call_metric("slicewise_l1_penalty", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def l2_penalty(
    label: ColumnOrName, prediction: ColumnOrName, *, weights: str | None = None, lambda_: float |
    None = None, half: bool | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """L2 penalty of a model's weights: minus the log of a Gaussian prior.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weights : str, optional
        the model's weights, separated by semicolons: '0.5;-2;0;1'; 0 unless given.
    lambda_ : float, optional
        strength of the penalty; in [0, inf); 1 unless given.
    half : bool, optional
        whether the penalty is halved; false unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: λ·Σ w_i², halved with half=true; derivative 2λ·w_i, or λ·w_i.
    * Range: [0, inf).
    * Units: units of the loss it is added to.
    * Better: lower.
    * Use: Shrinks all weights, none to 0. Libraries differ by the factor ½ that half=true gives.
    * Exactness: exact up to final rounding.
    * Source: Hoerl, Kennard 1970; scikit-learn Ridge without, LogisticRegression with the half.
    * Edge: no usable rows: undefined.
    * Edge: all weights 0: 0.
    * Edge: a weight that is no number: refused.
    * Also called: ridge_penalty, weight_decay.

    Examples
    --------
    >>> df.groupBy("city").agg(F.l2_penalty("label", "prediction"))
    """
    parameters: Parameters = {"weights": weights, "lambda": lambda_, "half": half}
    return call_metric("slicewise_l2_penalty", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def moe_load_balance(
    prediction: ColumnOrName, *, assignment: str | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Load balance of a mixture of experts: 1 balanced, E when one of E does everything.

    Parameters
    ----------
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    assignment : str, optional
        argmax: a token goes to its most probable expert; expert: to the position in column expert;
        argmax | expert; argmax unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: E·Σ_e f_e·P_e, f_e the share of tokens given to expert e and P_e its mean router
      probability; E experts as in the longest array.
    * Range: [0, inf).
    * Units: none.
    * Better: one.
    * Use: A router that collapses shows here long before the loss does. Values below 1 mean that
      experts get most tokens where their probability is low.
    * Exactness: exact up to final rounding.
    * Source: Fedus, Zoph, Shazeer 2021, Switch Transformer, arXiv:2101.03961, without its factor.
    * Edge: no usable rows: undefined.
    * Edge: probabilities that are no distribution: row skipped, n_domain.
    * Edge: assignment=expert and no such position: row skipped, n_domain.
    * Edge: all weights below 2^-61: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.moe_load_balance("prediction"))
    """
    parameters: Parameters = {"assignment": assignment}
    return call_metric("slicewise_moe_load_balance", {"prediction": prediction}, parameters, weight, profile, columns)


business_objective = composite
elastic_net = elastic_net_penalty
lasso_penalty = l1_penalty
ridge_penalty = l2_penalty
weight_decay = l2_penalty
