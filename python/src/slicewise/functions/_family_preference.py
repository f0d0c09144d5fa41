"""Preference: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = [
    "implicit_reward_accuracy",
    "implicit_reward_margin",
    "kl_from_reference",
    "kl_penalized_reward",
    "mean_kl",
    "pairwise_preference_accuracy",
    "policy_kl",
    "preference_accuracy",
    "reward_accuracy",
    "reward_margin",
    "reward_model_accuracy",
    "rlhf_objective",
    "win_rate",
]


def kl_penalized_reward(
    policy_logps: ColumnOrName, reference_logps: ColumnOrName, reward: ColumnOrName, *, beta: float
    | None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """KL-penalised reward: the mean reward less what leaving the reference model costs.

    Parameters
    ----------
    policy_logps : Column or str
        The column in this role; a number or a boolean.
    reference_logps : Column or str
        The column in this role; a number or a boolean.
    reward : Column or str
        The column in this role; a number or a boolean.
    beta : float, optional
        price of a nat of divergence, in units of the reward; in [0, inf); 0.1 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·(r − β(ln π − ln ref)) / W, columns reward, policy_logps and reference_logps, for
      answers drawn from π.
    * Range: (-inf, inf).
    * Units: units of the reward.
    * Better: higher.
    * Use: Two policies of equal value may pay with very different divergence: read mean_kl beside
      it. Answers of another policy make it meaningless.
    * Exactness: exact up to final rounding.
    * Source: Ouyang et al. 2022, arXiv:2203.02155, equation 2 without the pre-training term.
    * Edge: no usable rows: undefined.
    * Edge: a row that overflows: infinite, or undefined when both infinities occur.
    * Also called: rlhf_objective.

    Examples
    --------
    >>> df.groupBy("city").agg(F.kl_penalized_reward("policy_logps", "reference_logps", "reward"))
    """
    parameters: Parameters = {"beta": beta}
    return call_metric("slicewise_kl_penalized_reward", {"policy_logps": policy_logps, "reference_logps": reference_logps, "reward": reward}, parameters, weight, profile, columns)


def mean_kl(
    policy_logps: ColumnOrName, reference_logps: ColumnOrName, *, weight: ColumnOrName | None =
    None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean KL: how far a policy has moved from its reference, on its own answers.

    Parameters
    ----------
    policy_logps : Column or str
        The column in this role; a number or a boolean.
    reference_logps : Column or str
        The column in this role; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·(ln π − ln ref) / W, columns policy_logps and reference_logps.
    * Range: (-inf, inf).
    * Units: nats an answer.
    * Better: zero.
    * Use: An unbiased estimate of the divergence when the answers were drawn from π; single rows,
      and so small slices, can be negative. Longer answers have more of it.
    * Exactness: exact up to final rounding.
    * Source: Ziegler et al. 2019, arXiv:1909.08593.
    * Edge: no usable rows: undefined.
    * Edge: a difference that overflows: infinite, or undefined when both infinities occur.
    * Also called: policy_kl, kl_from_reference.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_kl("policy_logps", "reference_logps"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_mean_kl", {"policy_logps": policy_logps, "reference_logps": reference_logps}, parameters, weight, profile, columns)


def preference_accuracy(
    reward_chosen: ColumnOrName, reward_rejected: ColumnOrName, *, weight: ColumnOrName | None =
    None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Preference accuracy: the share of pairs in which the chosen answer has the higher reward.

    Parameters
    ----------
    reward_chosen : Column or str
        The column in this role; a number or a boolean.
    reward_rejected : Column or str
        The column in this role; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (#{r_c > r_r} + ½·#{r_c = r_r}) / n, columns reward_chosen and reward_rejected.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: Chance is ½. Human raters agree with one another on 60 to 80 % of such pairs, which
      bounds what can be hoped for.
    * Exactness: exact up to final rounding.
    * Source: Ouyang et al. 2022, arXiv:2203.02155, with ties.
    * Edge: no usable rows: undefined.
    * Edge: a tie: half a row; detail ties is the share of ties.
    * Also called: reward_model_accuracy, pairwise_preference_accuracy.

    Examples
    --------
    >>> df.groupBy("city").agg(F.preference_accuracy("reward_chosen", "reward_rejected"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_preference_accuracy", {"reward_chosen": reward_chosen, "reward_rejected": reward_rejected}, parameters, weight, profile, columns)


def reward_accuracy(
    policy_chosen_logps: ColumnOrName, policy_rejected_logps: ColumnOrName, reference_chosen_logps:
    ColumnOrName, reference_rejected_logps: ColumnOrName, *, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Reward accuracy: the share of pairs in which DPO's implicit reward of the chosen answer is
    higher.

    Parameters
    ----------
    policy_chosen_logps : Column or str
        The column in this role; a number or a boolean.
    policy_rejected_logps : Column or str
        The column in this role; a number or a boolean.
    reference_chosen_logps : Column or str
        The column in this role; a number or a boolean.
    reference_rejected_logps : Column or str
        The column in this role; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (#{h > 0} + ½·#{h = 0}) / n, h as in dpo.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: Whatever beta is: only the sign counts. A model equal to its reference has ½ by ties, not
      by merit; look at the detail.
    * Exactness: exact up to final rounding.
    * Source: TRL 0.9 rewards/accuracies, which counts ties as losses.
    * Edge: no usable rows: undefined.
    * Edge: a tie: half a row; detail ties is the share of ties.
    * Also called: implicit_reward_accuracy.

    Examples
    --------
    >>> df.groupBy("city").agg(F.reward_accuracy("policy_chosen_logps", "policy_rejected_logps", "reference_chosen_logps", "reference_rejected_logps"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_reward_accuracy", {"policy_chosen_logps": policy_chosen_logps, "policy_rejected_logps": policy_rejected_logps, "reference_chosen_logps": reference_chosen_logps, "reference_rejected_logps": reference_rejected_logps}, parameters, weight, profile, columns)


def reward_margin(
    policy_chosen_logps: ColumnOrName, policy_rejected_logps: ColumnOrName, reference_chosen_logps:
    ColumnOrName, reference_rejected_logps: ColumnOrName, *, beta: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Reward margin: by how much DPO's implicit reward of the chosen answer is higher.

    Parameters
    ----------
    policy_chosen_logps : Column or str
        The column in this role; a number or a boolean.
    policy_rejected_logps : Column or str
        The column in this role; a number or a boolean.
    reference_chosen_logps : Column or str
        The column in this role; a number or a boolean.
    reference_rejected_logps : Column or str
        The column in this role; a number or a boolean.
    beta : float, optional
        how far the model may leave its reference; in (0, inf); 0.1 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·h / W, h = β·[(ln π_c − ln ref_c) − (ln π_r − ln ref_r)], columns as in dpo.
    * Range: (-inf, inf).
    * Units: nats.
    * Better: higher.
    * Use: Grows with training long after reward_accuracy stands still; a margin that grows because
      both answers become less likely is over-optimisation.
    * Exactness: exact up to final rounding.
    * Source: TRL 0.9 rewards/margins.
    * Edge: no usable rows: undefined.
    * Edge: a margin that overflows: infinite, or undefined when both infinities occur.
    * Also called: implicit_reward_margin.

    Examples
    --------
    >>> df.groupBy("city").agg(F.reward_margin("policy_chosen_logps", "policy_rejected_logps", "reference_chosen_logps", "reference_rejected_logps"))
    """
    parameters: Parameters = {"beta": beta}
    return call_metric("slicewise_reward_margin", {"policy_chosen_logps": policy_chosen_logps, "policy_rejected_logps": policy_rejected_logps, "reference_chosen_logps": reference_chosen_logps, "reference_rejected_logps": reference_rejected_logps}, parameters, weight, profile, columns)


def win_rate(
    prediction: ColumnOrName, baseline: ColumnOrName, *, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Win rate: the share of rows on which the score (prediction) beats another model's (baseline).

    Parameters
    ----------
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    baseline : Column or str
        The prediction of another model; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (#{p > b} + ½·#{p = b}) / n.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: For judged comparisons, with the scores as columns: a judge that only names the winner is
      p = 1, b = 0, a tie p = b. It says how often, not by how much.
    * Exactness: exact up to final rounding.
    * Source: Catalogue B.6.
    * Edge: no usable rows: undefined.
    * Edge: a tie: half a row; detail ties is the share of ties.

    Examples
    --------
    >>> df.groupBy("city").agg(F.win_rate("prediction", "baseline"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_win_rate", {"prediction": prediction, "baseline": baseline}, parameters, weight, profile, columns)


rlhf_objective = kl_penalized_reward
policy_kl = mean_kl
kl_from_reference = mean_kl
reward_model_accuracy = preference_accuracy
pairwise_preference_accuracy = preference_accuracy
implicit_reward_accuracy = reward_accuracy
implicit_reward_margin = reward_margin
