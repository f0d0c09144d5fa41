"""Losses: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = [
    "absolute_error",
    "absolute_percentage_error",
    "ape",
    "approx_ndcg",
    "asymmetric_linear",
    "bce",
    "binary_crossentropy",
    "binary_focal",
    "bradley_terry",
    "bradley_terry_loss",
    "brier",
    "brier_multiclass",
    "brier_score",
    "brier_score_loss",
    "business_cost",
    "categorical_cross_entropy",
    "categorical_crossentropy",
    "categorical_focal",
    "categorical_focal_crossentropy",
    "class_weighted_cross_entropy",
    "contrastive",
    "cosine_embedding",
    "cross_entropy",
    "crps",
    "crps_gaussian",
    "crps_quantiles",
    "direct_preference_optimization",
    "distillation",
    "distillation_kl",
    "dpo",
    "dpo_loss",
    "epsilon_insensitive",
    "epsilon_insensitive_loss",
    "expectile",
    "expectile_loss",
    "focal",
    "focal_loss",
    "gamma_deviance",
    "gaussian_nll",
    "gaussian_nll_loss",
    "hinge",
    "hinge_loss",
    "huber",
    "huber_loss",
    "info_nce",
    "jensen_shannon_divergence",
    "js_divergence",
    "kendall_loss",
    "kl_divergence",
    "kullback_leibler",
    "lambda_ndcg",
    "lambdarank",
    "laplace_nll",
    "laplace_nll_loss",
    "linex",
    "linex_loss",
    "listnet",
    "listwise_softmax",
    "log_cosh",
    "log_cosh_error",
    "log_loss",
    "logcosh",
    "margin_ranking",
    "mean_approx_ndcg",
    "mean_asymmetric_linear",
    "mean_binary_focal",
    "mean_bradley_terry",
    "mean_brier",
    "mean_brier_multiclass",
    "mean_categorical_cross_entropy",
    "mean_categorical_focal",
    "mean_contrastive",
    "mean_cosine_embedding",
    "mean_crps_gaussian",
    "mean_crps_quantiles",
    "mean_distillation_kl",
    "mean_dpo",
    "mean_epsilon_insensitive",
    "mean_expectile",
    "mean_gaussian_nll",
    "mean_hinge",
    "mean_huber",
    "mean_info_nce",
    "mean_jensen_shannon_divergence",
    "mean_kl_divergence",
    "mean_lambda_ndcg",
    "mean_laplace_nll",
    "mean_linex",
    "mean_listnet",
    "mean_listwise_softmax",
    "mean_log_cosh",
    "mean_log_loss",
    "mean_multi_task_sum",
    "mean_pairwise_hinge",
    "mean_pairwise_logistic",
    "mean_poisson_nll",
    "mean_pseudo_huber",
    "mean_quantile",
    "mean_reconstruction_error",
    "mean_router_z_loss",
    "mean_smooth_l1",
    "mean_squared_epsilon_insensitive",
    "mean_squared_hinge",
    "mean_symmetric_absolute_percentage_error",
    "mean_token_nll",
    "mean_top_k_cross_entropy",
    "mean_top_k_error",
    "mean_triplet_margin",
    "mean_uncertainty_weighting",
    "mean_weighted_cross_entropy",
    "mean_weighted_log_loss",
    "multi_task_sum",
    "multiclass_brier_score",
    "multiclass_log_loss",
    "next_token_cross_entropy",
    "nt_xent",
    "pairwise_hinge",
    "pairwise_logistic",
    "pinball",
    "pinball_loss",
    "poisson_deviance",
    "poisson_nll",
    "poisson_nll_loss",
    "pseudo_huber",
    "pseudo_huber_loss",
    "quadratic_score",
    "quantile",
    "quantile_crps",
    "quantile_loss",
    "ranknet",
    "reconstruction_error",
    "relative_entropy",
    "reward_model_loss",
    "router_z_loss",
    "sape",
    "sigmoid_focal_loss",
    "smooth_l1",
    "smooth_l1_loss",
    "softmax_cross_entropy",
    "sparse_categorical_cross_entropy",
    "sparse_categorical_crossentropy",
    "squared_epsilon_insensitive",
    "squared_epsilon_insensitive_loss",
    "squared_error",
    "squared_hinge",
    "squared_hinge_loss",
    "squared_log_error",
    "symmetric_absolute_percentage_error",
    "token_nll",
    "top_k_cross_entropy",
    "top_k_error",
    "triplet",
    "triplet_margin",
    "truncated_top_k_entropy",
    "tweedie_deviance",
    "uncertainty_weighting",
    "weighted_binary_crossentropy",
    "weighted_cross_entropy",
    "weighted_log_loss",
]


def absolute_error(
    label: ColumnOrName, prediction: ColumnOrName, *, reduction: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Absolute error: every unit of error costs the same.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: |e|.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Rewards: median.
    * Trap: on a skewed label the median that it rewards is biased in the mean.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scikit-learn 1.2 mean_absolute_error.
    * Also called: reg:absoluteerror.

    Examples
    --------
    >>> df.groupBy("city").agg(F.absolute_error("label", "prediction"))
    """
    parameters: Parameters = {"reduction": reduction}
    return call_metric("slicewise_absolute_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def absolute_percentage_error(
    label: ColumnOrName, prediction: ColumnOrName, *, zero_label: str | None = None, eps: float |
    None = None, reduction: str | None = None, weight: ColumnOrName | None = None, profile: str |
    None = None, **columns: ColumnOrName
) -> Column:
    """Absolute percentage error, as a share of the label (0.2 is 20 %).

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    zero_label : str, optional
        what a label of 0 does: skip, epsilon or null; skip | epsilon | null; skip unless given.
    eps : float, optional
        with zero_label=epsilon, the least |y| that is divided by; in (0, inf);
        2.220446049250313e-16 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: |e|/|y|.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Rewards: median of the law of y reweighted by 1/|y|, which lies below the median.
    * Trap: small labels decide everything; on low-volume items use the weighted form (wape)
      instead.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scikit-learn 1.2 mean_absolute_percentage_error (zero_label=epsilon).
    * Edge: y = 0 with zero_label=skip: the row is skipped, n_zero_label.
    * Edge: y = 0 with zero_label=epsilon: |y| is at least eps; 2^-52 is scikit-learn's, 1.17e-6
      torchmetrics'.
    * Edge: y = 0 with zero_label=null: the mean is undefined.
    * Also called: ape.

    Examples
    --------
    >>> df.groupBy("city").agg(F.absolute_percentage_error("label", "prediction"))
    """
    parameters: Parameters = {"zero_label": zero_label, "eps": eps, "reduction": reduction}
    return call_metric("slicewise_absolute_percentage_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def approx_ndcg(
    label: ColumnOrName, prediction: ColumnOrName, *, temperature: float | None = None,
    max_pairs_list: int | None = None, reduction: str | None = None, weight: ColumnOrName | None =
    None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """ApproxNDCG: the negative of NDCG with ranks smoothed by a sigmoid.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    temperature : float, optional
        T, in units of the score: how far apart scores decide; in (0, inf); 0.1 unless given.
    max_pairs_list : int, optional
        longest list, since every pair is looked at; in [1, 100000]; 1000 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: −Σ (2^y_i − 1)/log₂(1 + r_i) / ideal DCG, r_i = 1 + Σ over j ≠ i of 1/(1 + exp(−(s_j
      − s_i)/T)).
    * Range: [-1, 0].
    * Units: none.
    * Better: lower.
    * Rewards: an order that NDCG likes, as T goes to 0.
    * Trap: the temperature has the scale of the scores: too small and the gradient vanishes, too
      large and every rank is the middle one.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Qin et al. 2010; TF-Ranking ApproxNDCGLoss.
    * Edge: a list without a positive label, or empty: skipped, n_groups_skipped.
    * Edge: a negative label, or one above 960: n_domain.
    * Edge: a list longer than max_pairs_list: n_domain.
    * Also called: mean_approx_ndcg.

    Examples
    --------
    >>> df.groupBy("city").agg(F.approx_ndcg("label", "prediction"))
    """
    parameters: Parameters = {"temperature": temperature, "max_pairs_list": max_pairs_list, "reduction": reduction}
    return call_metric("slicewise_approx_ndcg", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def asymmetric_linear(
    label: ColumnOrName, prediction: ColumnOrName, *, cost_over: float | None = None, cost_under:
    float | None = None, reduction: str | None = None, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Business cost: a price for every unit over-predicted, another for every unit under.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    cost_over : float, optional
        price of one unit of over-prediction; in [0, inf); 1 unless given.
    cost_under : float, optional
        price of one unit of under-prediction; in [0, inf); 1 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: cost_over·max(e, 0) + cost_under·max(−e, 0).
    * Range: [0, inf).
    * Units: units of the costs times units of the label: money when costs are money per unit.
    * Better: lower.
    * Rewards: quantile at cost_under/(cost_over + cost_under).
    * Trap: accuracy may improve while this grows: a forecast that is closer on average but falls
      short more often loses money.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: (cost_over + cost_under) times scikit-learn 1.2 mean_pinball_loss.
    * Edge: both costs 0: refused.
    * Also called: business_cost, mean_asymmetric_linear.

    Examples
    --------
    >>> df.groupBy("city").agg(F.asymmetric_linear("label", "prediction"))
    """
    parameters: Parameters = {"cost_over": cost_over, "cost_under": cost_under, "reduction": reduction}
    return call_metric("slicewise_asymmetric_linear", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def binary_focal(
    label: ColumnOrName, prediction: ColumnOrName, *, alpha: float | None = None, gamma: float |
    None = None, reduction: str | None = None, weight: ColumnOrName | None = None, profile: str |
    None = None, **columns: ColumnOrName
) -> Column:
    """Focal loss: log loss that fades for rows already predicted well.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    alpha : float, optional
        weight of label 1, label 0 weighs 1-alpha; null: both 1; in [0, 1]; 0.25 unless given.
    gamma : float, optional
        how fast easy rows fade; in [0, inf); 2 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: −α_t·u^γ·ln p_t with p_t = q for label 1, 1−q for label 0, u = 1−p_t, α_t = α or 1−α.
    * Range: [0, inf).
    * Units: nats.
    * Better: lower.
    * Rewards: no probability: at π = 0.3, γ = 2 and no α it asks for 0.4215.
    * Trap: It rewards under-confidence; recalibrate before reading the score as a probability.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Lin et al. 2017, arXiv:1708.02002; torchvision sigmoid_focal_loss.
    * Edge: no usable rows: undefined.
    * Edge: gamma=0 and no alpha: the log loss.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Edge: probability clipped at 2^-52: row kept, counted in the detail 'clipped'.
    * Also called: focal, focal_loss, sigmoid_focal_loss, mean_binary_focal.

    Examples
    --------
    >>> df.groupBy("city").agg(F.binary_focal("label", "prediction"))
    """
    parameters: Parameters = {"alpha": alpha, "gamma": gamma, "reduction": reduction}
    return call_metric("slicewise_binary_focal", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def bradley_terry(
    reward_chosen: ColumnOrName, reward_rejected: ColumnOrName, *, margin: float | None = None,
    reduction: str | None = None, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Bradley–Terry loss: how surprised two rewards are by which answer was chosen.

    Parameters
    ----------
    reward_chosen : Column or str
        The column in this role; a number or a boolean.
    reward_rejected : Column or str
        The column in this role; a number or a boolean.
    margin : float, optional
        how much larger the chosen reward shall be; in [0, inf); 0 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: −ln σ(r_c − r_r − m), columns reward_chosen and reward_rejected.
    * Range: [0, inf).
    * Units: nats.
    * Better: lower.
    * Rewards: r_c − r_r = m + the log-odds of the choice; the rewards only up to a constant.
    * Trap: Rewards have no zero: a constant added to both changes nothing, so rewards of different
      prompts are not comparable.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Bradley, Terry 1952; Ouyang et al. 2022, arXiv:2203.02155; margin as in Llama 2.
    * Edge: no usable rows: undefined.
    * Edge: equal rewards without margin: ln 2.
    * Edge: a difference that overflows: +Infinity.
    * Also called: reward_model_loss, bradley_terry_loss, mean_bradley_terry.

    Examples
    --------
    >>> df.groupBy("city").agg(F.bradley_terry("reward_chosen", "reward_rejected"))
    """
    parameters: Parameters = {"margin": margin, "reduction": reduction}
    return call_metric("slicewise_bradley_terry", {"reward_chosen": reward_chosen, "reward_rejected": reward_rejected}, parameters, weight, profile, columns)


def brier(
    label: ColumnOrName, prediction: ColumnOrName, *, from_logits: bool | None = None, reduction:
    str | None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Brier score: squared distance of the predicted probability from what happened.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    from_logits : bool, optional
        the prediction is a logit, not a probability; false unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (p − y)²; from logits (σ(s) − y)².
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Rewards: the probability of label 1 (strictly proper).
    * Trap: For rare events it is small for any model, even for one that always says 0: compare with
      d2_brier_score. From logits its gradient vanishes when confidently wrong, so it measures well
      and trains badly.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scikit-learn 1.2 brier_score_loss; Brier 1950.
    * Edge: no usable rows: undefined.
    * Edge: label outside [0, 1] or probability beyond tolerance: row skipped, n_domain.
    * Also called: brier_score, brier_score_loss, mean_brier.

    Examples
    --------
    >>> df.groupBy("city").agg(F.brier("label", "prediction"))
    """
    parameters: Parameters = {"from_logits": from_logits, "reduction": reduction}
    return call_metric("slicewise_brier", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def brier_multiclass(
    label: ColumnOrName, prediction: ColumnOrName, *, scale_by_half: bool | None = None, soft: bool
    | None = None, classes: str | None = None, reduction: str | None = None, weight: ColumnOrName |
    None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Brier score over classes: squared distance of the predicted distribution.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    scale_by_half : bool, optional
        halve it, so that two classes give the binary Brier score; false unless given.
    soft : bool, optional
        the label is an array too: a distribution over the classes; false unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ_k (p_k − y_k)², halved with scale_by_half.
    * Range: [0, 2].
    * Units: none.
    * Better: lower.
    * Rewards: the class probabilities (strictly proper).
    * Trap: With two classes it is twice the binary brier; scale_by_half makes them agree, which
      scikit-learn does by itself from 1.7 on.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Brier 1950; scikit-learn 1.7 brier_score_loss.
    * Edge: no usable rows: undefined.
    * Edge: label that is no class of the array: row skipped, n_domain.
    * Edge: fewer than 2 probabilities, one outside [0, 1] or a sum off 1 by more than 1e-4: row
      skipped, n_domain.
    * Also called: multiclass_brier_score, quadratic_score, mean_brier_multiclass.

    Examples
    --------
    >>> df.groupBy("city").agg(F.brier_multiclass("label", "prediction"))
    """
    parameters: Parameters = {"scale_by_half": scale_by_half, "soft": soft, "classes": classes, "reduction": reduction}
    return call_metric("slicewise_brier_multiclass", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def categorical_cross_entropy(
    label: ColumnOrName, prediction: ColumnOrName, *, eps: float | None = None, from_logits: bool |
    None = None, soft: bool | None = None, base: str | None = None, label_smoothing: float | None =
    None, classes: str | None = None, reduction: str | None = None, weight: ColumnOrName | None =
    None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Cross entropy over classes: minus the log of the probability of the true class.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    eps : float, optional
        probabilities are clipped to [eps, 1-eps] before the logarithm; in [0, 0.5);
        2.220446049250313e-16 unless given.
    from_logits : bool, optional
        the prediction holds logits, not probabilities; false unless given.
    soft : bool, optional
        the label is an array too: a distribution over the classes; false unless given.
    base : str, optional
        base of the logarithm: e gives nats, 2 bits, 10 bans; e | 2 | 10; e unless given.
    label_smoothing : float, optional
        the label becomes y(1-s) + s/K; in [0, 1); 0 unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: −Σ_k y_k·ln q_k, q = p clipped to [eps, 1−eps], y the class or with soft a
      distribution; from logits Σ_k y_k·(logsumexp(s) − s_k), never clipped.
    * Range: [0, inf).
    * Units: nats; bits with base=2.
    * Better: lower.
    * Rewards: the class probabilities (strictly proper).
    * Trap: Guessing evenly costs ln K: values of problems with different numbers of classes do not
      compare. Accuracy may stay while it moves.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scikit-learn 1.2 log_loss, without renormalising; torch CrossEntropyLoss for logits.
    * Edge: no usable rows: undefined.
    * Edge: label that is no class of the array: row skipped, n_domain.
    * Edge: fewer than 2 probabilities, one outside [0, 1] or a sum off 1 by more than 1e-4: row
      skipped, n_domain.
    * Edge: probability clipped: row kept, counted in the detail 'clipped'.
    * Edge: eps=0 and a certain error: +Infinity.
    * Also called: categorical_crossentropy, sparse_categorical_crossentropy,
      sparse_categorical_cross_entropy, softmax_cross_entropy, cross_entropy, multiclass_log_loss,
      mean_categorical_cross_entropy.

    Examples
    --------
    >>> df.groupBy("city").agg(F.categorical_cross_entropy("label", "prediction"))
    """
    parameters: Parameters = {"eps": eps, "from_logits": from_logits, "soft": soft, "base": base, "label_smoothing": label_smoothing, "classes": classes, "reduction": reduction}
    return call_metric("slicewise_categorical_cross_entropy", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def categorical_focal(
    label: ColumnOrName, prediction: ColumnOrName, *, gamma: float | None = None, alpha: str | None
    = None, classes: str | None = None, reduction: str | None = None, weight: ColumnOrName | None =
    None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Focal loss over classes: cross entropy that hardly sees rows it gets right.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    gamma : float, optional
        how fast easy rows fade; in [0, inf); 2 unless given.
    alpha : str, optional
        null: 1; a number for all classes; or a weight for each class, 0:1;1:2.5, by name where
        classes are named; others weigh 1; null unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: −α_y·(1−q_y)^γ·ln q_y.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Rewards: nothing proper: probabilities that minimise it are less sure than the true ones.
    * Trap: Recalibrate before using such scores as probabilities.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Lin et al. 2017, arXiv:1708.02002; Keras CategoricalFocalCrossentropy.
    * Edge: no usable rows: undefined.
    * Edge: label that is no class of the array: row skipped, n_domain.
    * Edge: fewer than 2 probabilities, one outside [0, 1] or a sum off 1 by more than 1e-4: row
      skipped, n_domain.
    * Edge: probability clipped: row kept, counted in the detail 'clipped'.
    * Edge: gamma=0: cross entropy weighted by alpha.
    * Also called: categorical_focal_crossentropy, mean_categorical_focal.

    Examples
    --------
    >>> df.groupBy("city").agg(F.categorical_focal("label", "prediction"))
    """
    parameters: Parameters = {"gamma": gamma, "alpha": alpha, "classes": classes, "reduction": reduction}
    return call_metric("slicewise_categorical_focal", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def contrastive(
    label: ColumnOrName, left: ColumnOrName, right: ColumnOrName, *, margin: float | None = None,
    reduction: str | None = None, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Contrastive loss of pairs: similar ones together, the others a margin apart.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    left : Column or str
        The column in this role; an array of numbers or an ML vector.
    right : Column or str
        The column in this role; an array of numbers or an ML vector.
    margin : float, optional
        how far apart dissimilar pairs should be; in (0, inf); 1 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: ½·y·d² + ½·(1 − y)·max(0, margin − d)², d = ‖left − right‖; label y is 1 for similar
      pairs and 0 for others.
    * Range: [0, inf).
    * Units: units of the embedding, squared.
    * Better: lower.
    * Rewards: distances: 0 for similar pairs, at least the margin for others.
    * Trap: some write 1 for dissimilar pairs, and some leave out the halves: compare the formula.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Hadsell, Chopra and LeCun 2006, with label 1 = similar.
    * Edge: a label that is neither 0 nor 1: n_domain.
    * Edge: vectors of different length or without elements: n_domain.
    * Also called: mean_contrastive.

    Examples
    --------
    >>> df.groupBy("city").agg(F.contrastive("label", "left", "right"))
    """
    parameters: Parameters = {"margin": margin, "reduction": reduction}
    return call_metric("slicewise_contrastive", {"label": label, "left": left, "right": right}, parameters, weight, profile, columns)


def cosine_embedding(
    label: ColumnOrName, left: ColumnOrName, right: ColumnOrName, *, margin: float | None = None,
    reduction: str | None = None, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Cosine embedding loss: similar pairs point the same way, the others do not.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    left : Column or str
        The column in this role; an array of numbers or an ML vector.
    right : Column or str
        The column in this role; an array of numbers or an ML vector.
    margin : float, optional
        cosine that dissimilar pairs may have for nothing; in [-1, 1]; 0 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 1 − cos(left, right) for label 1; max(0, cos(left, right) − margin) for label −1.
    * Range: [0, 2].
    * Units: none.
    * Better: lower.
    * Rewards: directions; lengths do not matter.
    * Trap: the label is 1 or −1, not 1 or 0; and a length that means confidence is lost.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: torch CosineEmbeddingLoss.
    * Edge: a label that is neither 1 nor −1: n_domain.
    * Edge: a zero vector has no direction: n_domain.
    * Edge: vectors of different length: n_domain.
    * Also called: mean_cosine_embedding.

    Examples
    --------
    >>> df.groupBy("city").agg(F.cosine_embedding("label", "left", "right"))
    """
    parameters: Parameters = {"margin": margin, "reduction": reduction}
    return call_metric("slicewise_cosine_embedding", {"label": label, "left": left, "right": right}, parameters, weight, profile, columns)


def crps_gaussian(
    label: ColumnOrName, prediction: ColumnOrName, stddev: ColumnOrName, *, reduction: str | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Continuous ranked probability score of a normal forecast (columns prediction and stddev).

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    stddev : Column or str
        The column in this role; a number or a boolean.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: s(z(2Φ(z) − 1) + 2φ(z) − 1/√π), z = (y − m)/s, for s > 0.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Rewards: the whole distribution; its mean and standard deviation here.
    * Trap: in the units of the label, so it favours the models of small series when pooled.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Gneiting and Raftery 2007, doi:10.1198/016214506000001437.
    * Edge: s ≤ 0: the row is skipped, n_domain.
    * Also called: crps, mean_crps_gaussian.

    Examples
    --------
    >>> df.groupBy("city").agg(F.crps_gaussian("label", "prediction", "stddev"))
    """
    parameters: Parameters = {"reduction": reduction}
    return call_metric("slicewise_crps_gaussian", {"label": label, "prediction": prediction, "stddev": stddev}, parameters, weight, profile, columns)


def crps_quantiles(
    label: ColumnOrName, quantiles: ColumnOrName, *, levels: str | None = None, reduction: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """CRPS from quantiles: twice the mean quantile loss of several predicted quantiles.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    quantiles : Column or str
        The column in this role; an array of numbers or an ML vector.
    levels : str, optional
        levels of the quantiles in their order, joined by ';'; 0.1;0.5;0.9 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 2/K · Σ_k (α_k·max(y − q_k, 0) + (1 − α_k)·max(q_k − y, 0)), q in column quantiles.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Rewards: the quantiles of the levels.
    * Trap: It nears the true CRPS only with many evenly spread levels; compare models on the same
      levels.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Gneiting, Raftery 2007; Laio, Tamea 2007.
    * Edge: no usable rows: undefined.
    * Edge: as many quantiles as levels, else row skipped, n_domain.
    * Edge: crossing quantiles: fine; quantile_crossing_rate counts them.
    * Also called: quantile_crps, mean_crps_quantiles.

    Examples
    --------
    >>> df.groupBy("city").agg(F.crps_quantiles("label", "quantiles"))
    """
    parameters: Parameters = {"levels": levels, "reduction": reduction}
    return call_metric("slicewise_crps_quantiles", {"label": label, "quantiles": quantiles}, parameters, weight, profile, columns)


def distillation_kl(
    label: ColumnOrName, prediction: ColumnOrName, *, temperature: float | None = None, reduction:
    str | None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Distillation: divergence of a student's softened distribution from its teacher's.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    temperature : float, optional
        above 1 softens both distributions; in [1e-6, 1e6]; 1 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: T²·D(softmax(t/T)‖softmax(s/T)), t the label's and s the prediction's logits.
    * Range: [0, inf).
    * Units: nats times T².
    * Better: lower.
    * Rewards: the teacher's distribution at temperature T.
    * Trap: Values at different temperatures do not compare, and agreement with the teacher is not
      agreement with the labels.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Hinton, Vinyals, Dean 2015, arXiv:1503.02531.
    * Edge: no usable rows: undefined.
    * Edge: fewer than 2 logits, or arrays of other length: row skipped, n_domain.
    * Also called: distillation, mean_distillation_kl.

    Examples
    --------
    >>> df.groupBy("city").agg(F.distillation_kl("label", "prediction"))
    """
    parameters: Parameters = {"temperature": temperature, "reduction": reduction}
    return call_metric("slicewise_distillation_kl", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def dpo(
    policy_chosen_logps: ColumnOrName, policy_rejected_logps: ColumnOrName, reference_chosen_logps:
    ColumnOrName, reference_rejected_logps: ColumnOrName, *, beta: float | None = None,
    label_smoothing: float | None = None, loss_type: str | None = None, reduction: str | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """DPO loss: how surprised the model's implicit rewards are by which answer was chosen.

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
    label_smoothing : float, optional
        share of choices taken to be mistaken; in [0, 0.5); 0 unless given.
    loss_type : str, optional
        sigmoid, hinge or ipo; sigmoid | hinge | ipo; sigmoid unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: −(1−s)·ln σ(h) − s·ln σ(−h); hinge max(0, 1−h); ipo (h/β − 1/(2β))²; h = β·[(ln π_c −
      ln ref_c) − (ln π_r − ln ref_r)], columns policy_chosen_logps, policy_rejected_logps,
      reference_chosen_logps, reference_rejected_logps.
    * Range: [0, inf).
    * Units: nats; hinge none; ipo nats squared.
    * Better: lower.
    * Rewards: h = the log-odds of the choice, tilted towards 0 by s; ipo h = ½ at most.
    * Trap: It falls while both answers become less likely, as long as the rejected one does so
      faster: watch the log-probability of the chosen answers beside it.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Rafailov et al. 2023, arXiv:2305.18290; ipo Azar et al. 2023, arXiv:2310.12036.
    * Edge: no usable rows: undefined.
    * Edge: equal log-probabilities in model and reference: ln 2.
    * Edge: label_smoothing with hinge or ipo: refused.
    * Edge: a margin that overflows: +Infinity.
    * Also called: dpo_loss, direct_preference_optimization, mean_dpo.

    Examples
    --------
    >>> df.groupBy("city").agg(F.dpo("policy_chosen_logps", "policy_rejected_logps", "reference_chosen_logps", "reference_rejected_logps"))
    """
    parameters: Parameters = {"beta": beta, "label_smoothing": label_smoothing, "loss_type": loss_type, "reduction": reduction}
    return call_metric("slicewise_dpo", {"policy_chosen_logps": policy_chosen_logps, "policy_rejected_logps": policy_rejected_logps, "reference_chosen_logps": reference_chosen_logps, "reference_rejected_logps": reference_rejected_logps}, parameters, weight, profile, columns)


def epsilon_insensitive(
    label: ColumnOrName, prediction: ColumnOrName, *, epsilon: float | None = None, reduction: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Epsilon-insensitive loss: errors within epsilon are free, the excess costs linearly.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    epsilon : float, optional
        half width of the free zone, in units of the label; in [0, inf); 0.1 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max(0, |e| − ε).
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Rewards: a set of values around the median.
    * Trap: 0 does not mean perfect, only within tolerance.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scikit-learn 1.2 SVR, SGDRegressor.
    * Also called: epsilon_insensitive_loss, mean_epsilon_insensitive.

    Examples
    --------
    >>> df.groupBy("city").agg(F.epsilon_insensitive("label", "prediction"))
    """
    parameters: Parameters = {"epsilon": epsilon, "reduction": reduction}
    return call_metric("slicewise_epsilon_insensitive", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def expectile(
    label: ColumnOrName, prediction: ColumnOrName, *, alpha: float | None = None, reduction: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Expectile loss: the squared error, weighted by the side it falls on.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    alpha : float, optional
        weight of under-predictions, a share; in (0, 1); 0.5 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: α·max(−e, 0)² + (1 − α)·max(e, 0)².
    * Range: [0, inf).
    * Units: units of the label, squared.
    * Better: lower.
    * Rewards: alpha-expectile.
    * Trap: an expectile is no quantile: it moves with every value of the tail; at ½ it is half e².
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Newey and Powell 1987, doi:10.2307/1911031.
    * Edge: |e| above 1.34e154: +Infinity, counted in n_overflow.
    * Also called: expectile_loss, mean_expectile.

    Examples
    --------
    >>> df.groupBy("city").agg(F.expectile("label", "prediction"))
    """
    parameters: Parameters = {"alpha": alpha, "reduction": reduction}
    return call_metric("slicewise_expectile", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def gamma_deviance(
    label: ColumnOrName, prediction: ColumnOrName, *, reduction: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Gamma deviance: for positive amounts whose relative spread is constant.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 2(ln(p/y) + y/p − 1), for y > 0 and p > 0.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Rewards: mean.
    * Trap: not convex in p (it is in ln p): its second derivative can be negative; and a label of 0
      is outside the domain.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scikit-learn 1.2 mean_gamma_deviance, in a form that keeps its digits when p is near
      y.
    * Edge: y ≤ 0 or p ≤ 0: the row is skipped, n_domain.
    * Also called: reg:gamma.

    Examples
    --------
    >>> df.groupBy("city").agg(F.gamma_deviance("label", "prediction"))
    """
    parameters: Parameters = {"reduction": reduction}
    return call_metric("slicewise_gamma_deviance", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def gaussian_nll(
    label: ColumnOrName, prediction: ColumnOrName, variance: ColumnOrName, *, eps: float | None =
    None, full: bool | None = None, reduction: str | None = None, weight: ColumnOrName | None =
    None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Gaussian negative log-likelihood of a predicted mean and variance (column variance).

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    variance : Column or str
        The column in this role; a number or a boolean.
    eps : float, optional
        floor of the variance, in units of the label squared; in (0, inf); 1e-06 unless given.
    full : bool, optional
        whether to add ½ ln 2π; false unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: ½(ln v + e²/v), plus ½ ln 2π with full; v floored at eps.
    * Range: (-inf, inf).
    * Units: nats.
    * Better: lower.
    * Rewards: mean and variance.
    * Trap: its value changes with the unit of the label (by ln of the factor): compare models, not
      data sets.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: torch GaussianNLLLoss.
    * Edge: v < 0: the row is skipped, n_domain.
    * Edge: v < eps: floored; detail clipped says how many rows.
    * Also called: gaussian_nll_loss, mean_gaussian_nll.

    Examples
    --------
    >>> df.groupBy("city").agg(F.gaussian_nll("label", "prediction", "variance"))
    """
    parameters: Parameters = {"eps": eps, "full": full, "reduction": reduction}
    return call_metric("slicewise_gaussian_nll", {"label": label, "prediction": prediction, "variance": variance}, parameters, weight, profile, columns)


def hinge(
    label: ColumnOrName, prediction: ColumnOrName, *, margin: float | None = None, reduction: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Hinge loss: how far a decision value falls short of the margin on the right side.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    margin : float, optional
        how far on the right side is far enough; in [0, inf); 1 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max(0, m − t·s) with t = 2y − 1 and s the decision value.
    * Range: [0, inf).
    * Units: units of the decision value.
    * Better: lower.
    * Rewards: the more likely class, not a probability.
    * Trap: Labels are 0 and 1 here, and the prediction is a decision value around 0: with
      probabilities every row of label 0 counts as an error.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scikit-learn 1.2 hinge_loss (which also demands both classes).
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Also called: hinge_loss, mean_hinge.

    Examples
    --------
    >>> df.groupBy("city").agg(F.hinge("label", "prediction"))
    """
    parameters: Parameters = {"margin": margin, "reduction": reduction}
    return call_metric("slicewise_hinge", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def huber(
    label: ColumnOrName, prediction: ColumnOrName, *, delta: float | None = None, reduction: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Huber loss: quadratic up to delta, linear beyond it.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    delta : float, optional
        where the loss turns from quadratic to linear, in units of the label; in (0, inf); 1 unless
        given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: ½e² if |e| ≤ δ, else δ(|e| − ½δ).
    * Range: [0, inf).
    * Units: units of the label, squared.
    * Better: lower.
    * Rewards: Huber's location, between the mean (δ → ∞) and the median (δ → 0).
    * Trap: delta has the unit of the label: 1 is no sensible default for prices in cents; and the
      tail is linear, not bounded.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scipy 1.10 special.huber, torch HuberLoss.
    * Also called: huber_loss, mean_huber.

    Examples
    --------
    >>> df.groupBy("city").agg(F.huber("label", "prediction"))
    """
    parameters: Parameters = {"delta": delta, "reduction": reduction}
    return call_metric("slicewise_huber", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def info_nce(
    positive_index: ColumnOrName, similarities: ColumnOrName, *, temperature: float | None = None,
    inputs: str | None = None, reduction: str | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """InfoNCE: log loss of picking the positive among candidates by similarity.

    Parameters
    ----------
    positive_index : Column or str
        The column in this role; a number or a boolean.
    similarities : Column or str
        The column in this role; an array of numbers or an ML vector.
    temperature : float, optional
        T: how much a difference of similarity decides; in (0, inf); 0.07 unless given.
    inputs : str, optional
        similarities: columns similarities (array) and positive_index (from 0); embeddings: columns
        anchor, positive and negatives (vectors end to end), compared by cosine; similarities |
        embeddings; similarities unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: −s₊/T + ln Σ exp(s_k/T) over the positive and the other candidates.
    * Range: [0, inf).
    * Units: nats.
    * Better: lower.
    * Rewards: s/T = the log density ratio of positives and negatives, up to a constant.
    * Trap: its value depends on how many candidates there are: only ln(candidates) − loss, a lower
      bound on mutual information, compares.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: van den Oord et al. 2018; Chen et al. 2020, NT-Xent.
    * Edge: positive_index that is no index of similarities: n_domain.
    * Edge: inputs=embeddings: a zero vector, or negatives that are not vectors of the anchor's
      length end to end: n_domain.
    * Also called: nt_xent, mean_info_nce.

    Examples
    --------
    >>> df.groupBy("city").agg(F.info_nce("positive_index", "similarities"))
    """
    parameters: Parameters = {"temperature": temperature, "inputs": inputs, "reduction": reduction}
    return call_metric("slicewise_info_nce", {"positive_index": positive_index, "similarities": similarities}, parameters, weight, profile, columns)


def jensen_shannon_divergence(
    label: ColumnOrName, prediction: ColumnOrName, *, base: str | None = None, reduction: str | None
    = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Jensen–Shannon divergence: how far two distributions are from their middle.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    base : str, optional
        base of the logarithm: e gives nats, 2 bits, 10 bans; e | 2 | 10; e unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: ½·D(y‖m) + ½·D(p‖m), m = (y + p)/2, at least 0.
    * Range: [0, ln 2].
    * Units: nats; bits with base=2.
    * Better: lower.
    * Rewards: no simple functional of the label distributions.
    * Trap: scipy's jensenshannon and js_distance are its square root.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scipy 1.10 spatial.distance.jensenshannon, squared; Lin 1991.
    * Edge: no usable rows: undefined.
    * Edge: label or prediction that is no distribution, or of other length: row skipped, n_domain.
    * Edge: a probability of 0 is fine.
    * Also called: js_divergence, mean_jensen_shannon_divergence.

    Examples
    --------
    >>> df.groupBy("city").agg(F.jensen_shannon_divergence("label", "prediction"))
    """
    parameters: Parameters = {"base": base, "reduction": reduction}
    return call_metric("slicewise_jensen_shannon_divergence", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def kl_divergence(
    label: ColumnOrName, prediction: ColumnOrName, *, eps: float | None = None, base: str | None =
    None, reduction: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """Kullback–Leibler divergence of the predicted distribution from the label's.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    eps : float, optional
        probabilities are raised to this before the logarithm; in [0, 0.5); 2.220446049250313e-16
        unless given.
    base : str, optional
        base of the logarithm: e gives nats, 2 bits, 10 bans; e | 2 | 10; e unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ_k y_k·ln(y_k / q_k), 0·ln 0 = 0, q = max(p, eps).
    * Range: [0, inf).
    * Units: nats; bits with base=2.
    * Better: lower.
    * Rewards: the mean of the label distributions.
    * Trap: Not symmetric: D(y‖p) punishes missing mass, D(p‖y) invented mass. It is cross entropy
      less the label's own entropy, so both have the same minimum.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scipy 1.10 stats.entropy(y, p).
    * Edge: no usable rows: undefined.
    * Edge: label or prediction that is no distribution, or of other length: row skipped, n_domain.
    * Edge: probability clipped: row kept, counted in the detail 'clipped'.
    * Edge: eps=0 and a class ruled out wrongly: +Infinity.
    * Also called: kullback_leibler, relative_entropy, mean_kl_divergence.

    Examples
    --------
    >>> df.groupBy("city").agg(F.kl_divergence("label", "prediction"))
    """
    parameters: Parameters = {"eps": eps, "base": base, "reduction": reduction}
    return call_metric("slicewise_kl_divergence", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def lambda_ndcg(
    label: ColumnOrName, prediction: ColumnOrName, *, sigma: float | None = None, gain: str | None =
    None, max_pairs_list: int | None = None, reduction: str | None = None, weight: ColumnOrName |
    None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """LambdaRank: logistic loss of pairs, each weighted by what swapping it does to NDCG.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    sigma : float, optional
        steepness: how fast a difference of scores decides; in (0, inf); 1 unless given.
    gain : str, optional
        linear: y; exponential: 2^y − 1; linear | exponential; exponential unless given.
    max_pairs_list : int, optional
        longest list, since every pair is looked at; in [1, 100000]; 1000 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ over y_i > y_j of |ΔNDCG_ij|·ln(1 + exp(−σ(s_i − s_j))), |ΔNDCG| = |g_i −
      g_j|·|1/log₂(1 + r_i) − 1/log₂(1 + r_j)| / ideal DCG.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Rewards: an order that NDCG likes, most of all at the top.
    * Trap: it jumps where two items change places, so it is watched, not minimised: LambdaRank
      follows its gradient with ranks held fixed.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Burges 2010, From RankNet to LambdaRank to LambdaMART; Wang et al. 2018.
    * Edge: a list without a positive label, or empty: skipped, n_groups_skipped.
    * Edge: a negative label, or one whose gain would overflow: n_domain.
    * Edge: a list longer than max_pairs_list: n_domain.
    * Edge: equal scores: ranked in the order of the array.
    * Also called: lambdarank, mean_lambda_ndcg.

    Examples
    --------
    >>> df.groupBy("city").agg(F.lambda_ndcg("label", "prediction"))
    """
    parameters: Parameters = {"sigma": sigma, "gain": gain, "max_pairs_list": max_pairs_list, "reduction": reduction}
    return call_metric("slicewise_lambda_ndcg", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def laplace_nll(
    label: ColumnOrName, prediction: ColumnOrName, scale: ColumnOrName, *, reduction: str | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Laplace negative log-likelihood of a predicted median and scale (column scale).

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    scale : Column or str
        The column in this role; a number or a boolean.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: ln 2b + |e|/b, for b > 0.
    * Range: (-inf, inf).
    * Units: nats.
    * Better: lower.
    * Rewards: median and mean absolute deviation.
    * Trap: its value changes with the unit of the label: compare models, not data sets.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scipy 1.10 stats.laplace.logpdf, negated.
    * Edge: b ≤ 0: the row is skipped, n_domain.
    * Also called: laplace_nll_loss, mean_laplace_nll.

    Examples
    --------
    >>> df.groupBy("city").agg(F.laplace_nll("label", "prediction", "scale"))
    """
    parameters: Parameters = {"reduction": reduction}
    return call_metric("slicewise_laplace_nll", {"label": label, "prediction": prediction, "scale": scale}, parameters, weight, profile, columns)


def linex(
    label: ColumnOrName, prediction: ColumnOrName, *, a: float | None = None, b: float | None =
    None, reduction: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """LINEX loss: exponentially dear on one side, nearly linear on the other.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    a : float, optional
        steepness and side, per unit of the label; positive punishes over-prediction; in (-inf, 0)
        or (0, inf); 1 unless given.
    b : float, optional
        price of the whole; in (0, inf); 1 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: b(e^(ae) − ae − 1).
    * Range: [0, inf).
    * Units: units of b.
    * Better: lower.
    * Rewards: −ln E[e^(−aY)]/a.
    * Trap: a has the unit 1/label: errors of a few tens at a = 1 already dwarf everything else.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Varian 1975; Zellner 1986, doi:10.1080/01621459.1986.10478289.
    * Edge: ae above 709.78: +Infinity, counted in n_overflow.
    * Also called: linex_loss, mean_linex.

    Examples
    --------
    >>> df.groupBy("city").agg(F.linex("label", "prediction"))
    """
    parameters: Parameters = {"a": a, "b": b, "reduction": reduction}
    return call_metric("slicewise_linex", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def listnet(
    label: ColumnOrName, prediction: ColumnOrName, *, reduction: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """ListNet: cross-entropy between the softmax of labels and the softmax of scores.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: −Σ softmax(y)_i·ln softmax(s)_i.
    * Range: [0, inf).
    * Units: nats.
    * Better: lower.
    * Rewards: s = y, up to a constant.
    * Trap: its least value is the entropy of softmax(y), not 0, and irrelevant items have a share
      of the target.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Cao et al. 2007, top-one ListNet.
    * Edge: an empty list: skipped, n_groups_skipped.
    * Edge: labels and scores of different length: n_domain.
    * Also called: mean_listnet.

    Examples
    --------
    >>> df.groupBy("city").agg(F.listnet("label", "prediction"))
    """
    parameters: Parameters = {"reduction": reduction}
    return call_metric("slicewise_listnet", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def listwise_softmax(
    label: ColumnOrName, prediction: ColumnOrName, *, label_normalization: str | None = None,
    reduction: str | None = None, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Softmax cross-entropy of a list: relevance is where probability should be.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    label_normalization : str, optional
        none: labels as they are; sum: labels over their sum; none | sum; none unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: −Σ y_i·ln softmax(s)_i.
    * Range: [0, inf).
    * Units: nats.
    * Better: lower.
    * Rewards: softmax(s) = the expected share of relevance, up to a constant in s.
    * Trap: without label_normalization=sum a list with many relevant items weighs more than one
      with few.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: TF-Ranking SoftmaxLoss; Bruch et al. 2019.
    * Edge: a list without a positive label, or empty: skipped, n_groups_skipped.
    * Edge: a negative label: n_domain.
    * Edge: labels and scores of different length: n_domain.
    * Also called: mean_listwise_softmax.

    Examples
    --------
    >>> df.groupBy("city").agg(F.listwise_softmax("label", "prediction"))
    """
    parameters: Parameters = {"label_normalization": label_normalization, "reduction": reduction}
    return call_metric("slicewise_listwise_softmax", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def log_cosh(
    label: ColumnOrName, prediction: ColumnOrName, *, scale: float | None = None, reduction: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Log-cosh: half the square near zero, the absolute error far out.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    scale : float, optional
        c, the error at which the bend lies, in units of the label; in (0, inf); 1 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: c²·ln cosh(e/c).
    * Range: [0, inf).
    * Units: units of the label, squared.
    * Better: lower.
    * Rewards: a smooth compromise of mean and median.
    * Trap: with scale 1 it is not the same loss in metres and in kilometres: set the scale; the
      textbook ln(cosh e) overflows beyond 710 and is 0 below 1e-8, this one is neither.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: torchmetrics log_cosh_error (scale 1).
    * Also called: logcosh, log_cosh_error, mean_log_cosh.

    Examples
    --------
    >>> df.groupBy("city").agg(F.log_cosh("label", "prediction"))
    """
    parameters: Parameters = {"scale": scale, "reduction": reduction}
    return call_metric("slicewise_log_cosh", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def log_loss(
    label: ColumnOrName, prediction: ColumnOrName, *, eps: float | None = None, from_logits: bool |
    None = None, base: str | None = None, label_smoothing: float | None = None, task: str | None =
    None, classes: str | None = None, reduction: str | None = None, weight: ColumnOrName | None =
    None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Log loss: minus the log-likelihood of the label under the predicted probability.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    eps : float, optional
        probabilities are clipped to [eps, 1-eps] before the logarithm; in [0, 0.5);
        2.220446049250313e-16 unless given.
    from_logits : bool, optional
        the prediction is a logit, not a probability; false unless given.
    base : str, optional
        base of the logarithm: e gives nats, 2 bits, 10 bans; e | 2 | 10; e unless given.
    label_smoothing : float, optional
        the label becomes y(1-s) + s/2; in [0, 1); 0 unless given.
    task : str, optional
        multiclass: the prediction is an array of probabilities of classes, as
        categorical_cross_entropy; binary | multiclass; binary unless given.
    classes : str, optional
        multiclass: names of the classes at array positions, a;b;c; empty: labels are the positions
        0, 1, …;  unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: −[y·ln q + (1−y)·ln(1−q)], q = p clipped to [eps, 1−eps]; from logits max(s,0) +
      ln(1+e^−|s|) − y·s, never clipped.
    * Range: [0, inf).
    * Units: nats; bits with base=2.
    * Better: lower.
    * Rewards: the probability of label 1 (strictly proper).
    * Trap: It can fall while no decision changes, and a handful of clipped rows can own the mean:
      look at the detail 'clipped' and at accuracy beside it.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scikit-learn 1.2 log_loss.
    * Edge: no usable rows: undefined.
    * Edge: label outside [0, 1] or probability beyond tolerance: row skipped, n_domain.
    * Edge: probability clipped: row kept, counted in the detail 'clipped'.
    * Edge: eps=0 and a certain error: +Infinity.
    * Also called: binary_crossentropy, bce, binary:logistic, mean_log_loss.

    Examples
    --------
    >>> df.groupBy("city").agg(F.log_loss("label", "prediction"))
    """
    parameters: Parameters = {"eps": eps, "from_logits": from_logits, "base": base, "label_smoothing": label_smoothing, "task": task, "classes": classes, "reduction": reduction}
    return call_metric("slicewise_log_loss", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def multi_task_sum(
    losses: ColumnOrName, *, weights: str | None = None, reduction: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Multi-task sum: the weighted sum of the losses of several tasks.

    Parameters
    ----------
    losses : Column or str
        The column in this role; an array of numbers or an ML vector.
    weights : str, optional
        a weight a task, 0.25;2; all: 1 each, whatever their number; all unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ_t a_t·L_t, L_t the elements of column losses.
    * Range: (-inf, inf).
    * Units: units of the losses.
    * Better: lower.
    * Rewards: what each task's loss elicits.
    * Trap: Losses of other units add up to nothing meaningful unless the weights convert them.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Edge: no usable rows: undefined.
    * Edge: a task's loss that is null: the row counts in n_null.
    * Edge: other than one loss a weight: row skipped, n_domain.
    * Also called: mean_multi_task_sum.

    Examples
    --------
    >>> df.groupBy("city").agg(F.multi_task_sum("losses"))
    """
    parameters: Parameters = {"weights": weights, "reduction": reduction}
    return call_metric("slicewise_multi_task_sum", {"losses": losses}, parameters, weight, profile, columns)


def pairwise_hinge(
    label: ColumnOrName, prediction: ColumnOrName, *, margin: float | None = None, pair_reduction:
    str | None = None, max_pairs_list: int | None = None, reduction: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Pairwise hinge: each more relevant item should lead by a margin.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    margin : float, optional
        by how much the more relevant item should lead; in [0, inf); 1 unless given.
    pair_reduction : str, optional
        mean or sum over the pairs of a list; mean | sum; mean unless given.
    max_pairs_list : int, optional
        longest list, since every pair is looked at; in [1, 100000]; 1000 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: mean over pairs y_i > y_j of max(0, margin − (s_i − s_j)).
    * Range: [0, inf).
    * Units: units of the score.
    * Better: lower.
    * Rewards: an order; scores carry no probability.
    * Trap: the margin has the scale of the scores: scores that shrink can fit nothing.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Herbrich et al. 2000; torch MarginRankingLoss on pairs.
    * Edge: a list whose labels are all equal, or empty: skipped, n_groups_skipped.
    * Edge: a list longer than max_pairs_list: n_domain.
    * Edge: labels and scores of different length: n_domain.
    * Also called: margin_ranking, mean_pairwise_hinge.

    Examples
    --------
    >>> df.groupBy("city").agg(F.pairwise_hinge("label", "prediction"))
    """
    parameters: Parameters = {"margin": margin, "pair_reduction": pair_reduction, "max_pairs_list": max_pairs_list, "reduction": reduction}
    return call_metric("slicewise_pairwise_hinge", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def pairwise_logistic(
    label: ColumnOrName, prediction: ColumnOrName, *, sigma: float | None = None, pair_reduction:
    str | None = None, max_pairs_list: int | None = None, reduction: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """RankNet: logistic loss of every pair of items of which one is more relevant.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    sigma : float, optional
        steepness: how fast a difference of scores decides; in (0, inf); 1 unless given.
    pair_reduction : str, optional
        mean or sum over the pairs of a list; mean | sum; mean unless given.
    max_pairs_list : int, optional
        longest list, since every pair is looked at; in [1, 100000]; 1000 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: mean over pairs y_i > y_j of ln(1 + exp(−σ(s_i − s_j))).
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Rewards: an order: scores whose differences are the log odds of pairs.
    * Trap: a swap at the bottom costs what a swap at the top costs, so it can fall while NDCG
      falls; TF-Ranking divides by the length of the list, not by the pairs.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Burges et al. 2005, RankNet.
    * Edge: a list whose labels are all equal, or empty: skipped, n_groups_skipped.
    * Edge: a list longer than max_pairs_list: n_domain.
    * Edge: labels and scores of different length: n_domain.
    * Also called: ranknet, mean_pairwise_logistic.

    Examples
    --------
    >>> df.groupBy("city").agg(F.pairwise_logistic("label", "prediction"))
    """
    parameters: Parameters = {"sigma": sigma, "pair_reduction": pair_reduction, "max_pairs_list": max_pairs_list, "reduction": reduction}
    return call_metric("slicewise_pairwise_logistic", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def poisson_deviance(
    label: ColumnOrName, prediction: ColumnOrName, *, reduction: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Poisson deviance: for counts, whose variance grows with their mean.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 2(y ln(y/p) − y + p), 2p at y = 0; for y ≥ 0 and p > 0.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Rewards: mean.
    * Trap: a prediction of 0 is outside the domain and its row is skipped (n_domain): floor the
      predictions of a linear model first.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scikit-learn 1.2 mean_poisson_deviance, in a form that keeps its digits when p is near
      y.
    * Edge: y < 0 or p ≤ 0: the row is skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.poisson_deviance("label", "prediction"))
    """
    parameters: Parameters = {"reduction": reduction}
    return call_metric("slicewise_poisson_deviance", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def poisson_nll(
    label: ColumnOrName, prediction: ColumnOrName, *, log_input: bool | None = None, full: bool |
    None = None, reduction: str | None = None, weight: ColumnOrName | None = None, profile: str |
    None = None, **columns: ColumnOrName
) -> Column:
    """Poisson negative log-likelihood, of a predicted mean or its logarithm.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    log_input : bool, optional
        whether the prediction is the logarithm of the mean; true unless given.
    full : bool, optional
        whether to add ln Γ(y + 1), which no prediction can change; false unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: e^s − ys with log_input, else p − y ln p; plus ln Γ(y + 1) with full.
    * Range: (-inf, inf).
    * Units: nats.
    * Better: lower.
    * Rewards: logarithm of the mean with log_input, else the mean.
    * Trap: log_input is the default, as in torch: fed with means it is nonsense that still looks
      like a loss; and without full its value says nothing by itself.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: torch PoissonNLLLoss; full adds ln Γ(y + 1) itself, torch Stirling's approximation.
    * Edge: y < 0, or p ≤ 0 without log_input: the row is skipped, n_domain.
    * Edge: s above 709.78: +Infinity, counted in n_overflow.
    * Also called: poisson_nll_loss, count:poisson, mean_poisson_nll.

    Examples
    --------
    >>> df.groupBy("city").agg(F.poisson_nll("label", "prediction"))
    """
    parameters: Parameters = {"log_input": log_input, "full": full, "reduction": reduction}
    return call_metric("slicewise_poisson_nll", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def pseudo_huber(
    label: ColumnOrName, prediction: ColumnOrName, *, delta: float | None = None, reduction: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Pseudo-Huber loss: quadratic near zero, linear far out, smooth between.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    delta : float, optional
        scale of the transition, in units of the label; in (0, inf); 1 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: e²/(√(1 + (e/δ)²) + 1) = δ²(√(1 + (e/δ)²) − 1).
    * Range: [0, inf).
    * Units: units of the label, squared.
    * Better: lower.
    * Rewards: a smooth compromise of mean and median.
    * Trap: the textbook form δ²(√(1 + (e/δ)²) − 1) returns 0 for |e/δ| below 1e-8; this one does
      not.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scipy 1.10 special.pseudo_huber.
    * Also called: pseudo_huber_loss, reg:pseudohubererror, mean_pseudo_huber.

    Examples
    --------
    >>> df.groupBy("city").agg(F.pseudo_huber("label", "prediction"))
    """
    parameters: Parameters = {"delta": delta, "reduction": reduction}
    return call_metric("slicewise_pseudo_huber", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def quantile(
    label: ColumnOrName, prediction: ColumnOrName, *, alpha: float | None = None, reduction: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Pinball loss: the loss whose best prediction is the alpha-quantile.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    alpha : float, optional
        the quantile predicted, a probability; in (0, 1); 0.5 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: α·max(−e, 0) + (1 − α)·max(e, 0).
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Rewards: alpha-quantile.
    * Trap: alpha above ½ punishes under-prediction (stock-outs), not over-prediction; at ½ it is
      half the absolute error.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scikit-learn 1.2 mean_pinball_loss.
    * Also called: pinball, pinball_loss, quantile_loss, reg:quantileerror, mean_quantile.

    Examples
    --------
    >>> df.groupBy("city").agg(F.quantile("label", "prediction"))
    """
    parameters: Parameters = {"alpha": alpha, "reduction": reduction}
    return call_metric("slicewise_quantile", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def reconstruction_error(
    label: ColumnOrName, prediction: ColumnOrName, *, norm: str | None = None, reduction: str | None
    = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Reconstruction error: mean squared or absolute difference of two arrays' elements.

    Parameters
    ----------
    label : Column or str
        The observed value; an array of numbers or an ML vector.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    norm : str, optional
        squared or absolute differences; squared | absolute; squared unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (1/d)·Σ (p_k − y_k)², or (1/d)·Σ |p_k − y_k|, over the d elements.
    * Range: [0, inf).
    * Units: units of the elements, squared or not.
    * Better: lower.
    * Rewards: per element the mean, or the median.
    * Trap: many easy elements (a background) hide a few bad ones; and elements of different scale
      do not weigh alike.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: autoencoders; torch MSELoss and L1Loss of a row.
    * Edge: arrays of different length or without elements: n_domain.
    * Edge: rows weigh alike, however many elements they have.
    * Also called: mean_reconstruction_error.

    Examples
    --------
    >>> df.groupBy("city").agg(F.reconstruction_error("label", "prediction"))
    """
    parameters: Parameters = {"norm": norm, "reduction": reduction}
    return call_metric("slicewise_reconstruction_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def router_z_loss(
    prediction: ColumnOrName, *, reduction: str | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Router z-loss: how large the logits of a router of experts are.

    Parameters
    ----------
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (ln Σ_e exp s_e)², s the logits in the prediction column.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Rewards: logits whose exponentials sum to 1.
    * Trap: It says nothing of balance between experts; read moe_load_balance for that.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Zoph et al. 2022, ST-MoE, arXiv:2202.08906.
    * Edge: no usable rows: undefined.
    * Edge: no logits, or more than 1,000: row skipped, n_domain.
    * Edge: huge logits: no overflow before the square.
    * Also called: mean_router_z_loss.

    Examples
    --------
    >>> df.groupBy("city").agg(F.router_z_loss("prediction"))
    """
    parameters: Parameters = {"reduction": reduction}
    return call_metric("slicewise_router_z_loss", {"prediction": prediction}, parameters, weight, profile, columns)


def smooth_l1(
    label: ColumnOrName, prediction: ColumnOrName, *, beta: float | None = None, reduction: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Smooth L1: the absolute error with its kink rounded off within beta.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    beta : float, optional
        how far the quadratic part reaches, in units of the label; in (0, inf); 1 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: ½e²/β if |e| ≤ β, else |e| − ½β; huber(β)/β.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Rewards: Huber's location with δ = β.
    * Trap: equals huber only at beta = 1.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: torch SmoothL1Loss.
    * Also called: smooth_l1_loss, mean_smooth_l1.

    Examples
    --------
    >>> df.groupBy("city").agg(F.smooth_l1("label", "prediction"))
    """
    parameters: Parameters = {"beta": beta, "reduction": reduction}
    return call_metric("slicewise_smooth_l1", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def squared_epsilon_insensitive(
    label: ColumnOrName, prediction: ColumnOrName, *, epsilon: float | None = None, reduction: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Squared epsilon-insensitive loss: errors within epsilon are free, the excess squared.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    epsilon : float, optional
        half width of the free zone, in units of the label; in [0, inf); 0.1 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max(0, |e| − ε)².
    * Range: [0, inf).
    * Units: units of the label, squared.
    * Better: lower.
    * Rewards: a set of values around the mean.
    * Trap: 0 does not mean perfect, only within tolerance.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scikit-learn 1.2 LinearSVR, SGDRegressor.
    * Edge: |e| − ε above 1.34e154: +Infinity, counted in n_overflow.
    * Also called: squared_epsilon_insensitive_loss, mean_squared_epsilon_insensitive.

    Examples
    --------
    >>> df.groupBy("city").agg(F.squared_epsilon_insensitive("label", "prediction"))
    """
    parameters: Parameters = {"epsilon": epsilon, "reduction": reduction}
    return call_metric("slicewise_squared_epsilon_insensitive", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def squared_error(
    label: ColumnOrName, prediction: ColumnOrName, *, half: bool | None = None, reduction: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Squared error: an error twice as large costs four times as much.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    half : bool, optional
        whether the loss is ½e², whose gradient is e; false unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: e², or ½e² with half=true.
    * Range: [0, inf).
    * Units: units of the label, squared.
    * Better: lower.
    * Rewards: mean.
    * Trap: a single bad label can decide the comparison of two models; look at huber beside it.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scikit-learn 1.2 mean_squared_error; torch MSELoss has no half.
    * Edge: |e| above 1.34e154: +Infinity, counted in n_overflow.
    * Also called: reg:squarederror.

    Examples
    --------
    >>> df.groupBy("city").agg(F.squared_error("label", "prediction"))
    """
    parameters: Parameters = {"half": half, "reduction": reduction}
    return call_metric("slicewise_squared_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def squared_hinge(
    label: ColumnOrName, prediction: ColumnOrName, *, margin: float | None = None, reduction: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Squared hinge loss: the square of what a decision value lacks of the margin.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    margin : float, optional
        how far on the right side is far enough; in [0, inf); 1 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max(0, m − t·s)² with t = 2y − 1 and s the decision value.
    * Range: [0, inf).
    * Units: squared units of the decision value.
    * Better: lower.
    * Rewards: 2π − 1, hence a probability after (s+1)/2.
    * Trap: Labels are 0 and 1 here; the prediction is a decision value, not a probability.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Keras SquaredHinge, with labels 0 and 1.
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Edge: an error whose square overflows: +Infinity.
    * Also called: squared_hinge_loss, mean_squared_hinge.

    Examples
    --------
    >>> df.groupBy("city").agg(F.squared_hinge("label", "prediction"))
    """
    parameters: Parameters = {"margin": margin, "reduction": reduction}
    return call_metric("slicewise_squared_hinge", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def squared_log_error(
    label: ColumnOrName, prediction: ColumnOrName, *, reduction: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Squared log error: the squared error of ln(1 + p) against ln(1 + y).

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (ln(1 + p) − ln(1 + y))², for y ≥ 0 and p ≥ 0.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Rewards: expm1(E ln(1 + Y)), close to the geometric mean.
    * Trap: what it elicits lies below the mean: minimising it biases totals low.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scikit-learn 1.2 mean_squared_log_error, which raises where this skips.
    * Edge: y < 0 or p < 0: the row is skipped, n_domain.
    * Also called: reg:squaredlogerror.

    Examples
    --------
    >>> df.groupBy("city").agg(F.squared_log_error("label", "prediction"))
    """
    parameters: Parameters = {"reduction": reduction}
    return call_metric("slicewise_squared_log_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def symmetric_absolute_percentage_error(
    label: ColumnOrName, prediction: ColumnOrName, *, scale: str | None = None, eps: float | None =
    None, reduction: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """Symmetric percentage error: the error over the mean size of label and prediction.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    scale : str, optional
        the largest value: 0_2 means [0, 2], 0_1 half of that, 0_200 percent; 0_2 | 0_1 | 0_200; 0_2
        unless given.
    eps : float, optional
        the least |y| + |p| that is divided by; in [0, inf); 0 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 2|e|/max(|y| + |p|, eps), halved or times 100 by scale.
    * Range: [0, 200].
    * Units: none.
    * Better: lower.
    * Rewards: nothing usable.
    * Trap: not symmetric despite its name: an under-prediction costs more than an over-prediction
      of the same size; three scales are in use, so say which.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: torchmetrics symmetric_mean_absolute_percentage_error (scale 0_2, eps 1.17e-6).
    * Edge: y = p = 0: 0, counted in n_zero_label.
    * Also called: sape, mean_symmetric_absolute_percentage_error.

    Examples
    --------
    >>> df.groupBy("city").agg(F.symmetric_absolute_percentage_error("label", "prediction"))
    """
    parameters: Parameters = {"scale": scale, "eps": eps, "reduction": reduction}
    return call_metric("slicewise_symmetric_absolute_percentage_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def token_nll(
    token_logprobs: ColumnOrName, *, masked: bool | None = None, logprob_floor: float | None = None,
    reduction: str | None = None, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Next-token cross-entropy: negative log-likelihood per token of a text.

    Parameters
    ----------
    token_logprobs : Column or str
        The column in this role; an array of numbers or an ML vector.
    masked : bool, optional
        whether a column mask says which tokens count (1) and which do not (0); false unless given.
    logprob_floor : float, optional
        lower log-probabilities, −Infinity among them, are raised to it and counted; in (-inf, 0];
        not set unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: row: −Σ ln p(token); mean: Σw·(row) / Σw·tokens; columns token_logprobs, mask.
    * Range: [0, inf).
    * Units: nats per token.
    * Better: lower.
    * Rewards: the distribution of the next token.
    * Trap: the mean is over tokens, not over texts, and tokens differ between tokenizers: compare
      models of different tokenizers by bits_per_byte.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: language modelling; supervised fine-tuning with the prompt masked out.
    * Edge: no token that counts in any row: undefined.
    * Edge: a log-probability above 1e-6: n_domain; −Infinity: n_inf, unless logprob_floor is given.
    * Edge: a mask of another length, or with other values than 0 and 1: n_domain.
    * Edge: the first token's missing log-probability is NULL in some libraries' output: n_null;
      write 0 there and mask it.
    * Also called: next_token_cross_entropy, mean_token_nll.

    Examples
    --------
    >>> df.groupBy("city").agg(F.token_nll("token_logprobs"))
    """
    parameters: Parameters = {"masked": masked, "logprob_floor": logprob_floor, "reduction": reduction}
    return call_metric("slicewise_token_nll", {"token_logprobs": token_logprobs}, parameters, weight, profile, columns)


def top_k_cross_entropy(
    label: ColumnOrName, prediction: ColumnOrName, *, k: int | None = None, classes: str | None =
    None, reduction: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """Top-k cross entropy: cross entropy against all but the k−1 strongest rivals.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    k : int, optional
        how many guesses are allowed; in [1, 1000]; 5 unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: −ln(q_y / (q_y + Σ_{j∈J} p_j)), J the K−k smallest probabilities of other classes.
    * Range: [0, inf).
    * Units: nats.
    * Better: lower.
    * Rewards: a distribution whose k largest classes are right.
    * Trap: Not a proper score for k > 1: it says nothing about the order within the first k.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Lapin, Hein, Schiele 2016, arXiv:1512.00486.
    * Edge: no usable rows: undefined.
    * Edge: label that is no class of the array: row skipped, n_domain.
    * Edge: fewer than 2 probabilities, one outside [0, 1] or a sum off 1 by more than 1e-4: row
      skipped, n_domain.
    * Edge: k=1: cross entropy.
    * Edge: k at least the number of classes: 0.
    * Edge: probability clipped: row kept, counted in the detail 'clipped'.
    * Also called: truncated_top_k_entropy, mean_top_k_cross_entropy.

    Examples
    --------
    >>> df.groupBy("city").agg(F.top_k_cross_entropy("label", "prediction"))
    """
    parameters: Parameters = {"k": k, "classes": classes, "reduction": reduction}
    return call_metric("slicewise_top_k_cross_entropy", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def top_k_error(
    label: ColumnOrName, prediction: ColumnOrName, *, k: int | None = None, classes: str | None =
    None, reduction: str | None = None, weight: ColumnOrName | None = None, profile: str | None =
    None, **columns: ColumnOrName
) -> Column:
    """Top-k error: the true class is not among the k highest scores.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    k : int, optional
        how many guesses are allowed; in [1, 1000]; 5 unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 0 where fewer than k classes score higher than y or as high at a lower position, else
      1.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Rewards: the k most probable classes.
    * Trap: A large k hides much: beside 1,000 classes 5 guesses are few, beside 10 they are half.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scikit-learn 1.2 top_k_accuracy_score, which lets the higher position win ties.
    * Edge: no usable rows: undefined.
    * Edge: label that is no class of the array: row skipped, n_domain.
    * Edge: k at least the number of classes: 0.
    * Edge: scores tied at the boundary: the lower position wins.
    * Also called: mean_top_k_error.

    Examples
    --------
    >>> df.groupBy("city").agg(F.top_k_error("label", "prediction"))
    """
    parameters: Parameters = {"k": k, "classes": classes, "reduction": reduction}
    return call_metric("slicewise_top_k_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def triplet_margin(
    anchor: ColumnOrName, negative: ColumnOrName, positive: ColumnOrName, *, margin: float | None =
    None, p: float | None = None, eps: float | None = None, reduction: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Triplet loss: the anchor should be nearer to the positive than to the negative.

    Parameters
    ----------
    anchor : Column or str
        The column in this role; an array of numbers or an ML vector.
    negative : Column or str
        The column in this role; an array of numbers or an ML vector.
    positive : Column or str
        The column in this role; an array of numbers or an ML vector.
    margin : float, optional
        by how much nearer, in units of distance; in (0, inf); 1 unless given.
    p : float, optional
        degree of the norm; in [1, inf); 2 unless given.
    eps : float, optional
        added to each difference of elements; in [0, inf); 0 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max(0, ‖a − p‖ − ‖a − n‖ + margin), with columns anchor, positive, negative.
    * Range: [0, inf).
    * Units: units of the embedding.
    * Better: lower.
    * Rewards: distances in an order, no probabilities.
    * Trap: most triplets soon cost nothing, so the mean falls because they are easy; report the
      share that is active beside it.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Schroff et al. 2015; torch TripletMarginLoss with eps=0.
    * Edge: vectors of different length or without elements: n_domain.
    * Edge: torch adds 1e-6 to each difference: eps=1e-6 reproduces it.
    * Also called: triplet, mean_triplet_margin.

    Examples
    --------
    >>> df.groupBy("city").agg(F.triplet_margin("anchor", "negative", "positive"))
    """
    parameters: Parameters = {"margin": margin, "p": p, "eps": eps, "reduction": reduction}
    return call_metric("slicewise_triplet_margin", {"anchor": anchor, "negative": negative, "positive": positive}, parameters, weight, profile, columns)


def tweedie_deviance(
    label: ColumnOrName, prediction: ColumnOrName, *, power: float | None = None, reduction: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Tweedie deviance: for amounts whose variance is a power of their mean.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    power : float, optional
        ρ, the power of the mean in the variance; in (-inf, 0] or [1, inf); 1.5 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 2(max(y, 0)^(2−ρ)/((1−ρ)(2−ρ)) − y·p^(1−ρ)/(1−ρ) + p^(2−ρ)/(2−ρ)); ρ = 0 is the
      squared error, 1 Poisson, 2 Gamma.
    * Range: [0, inf).
    * Units: units of the label to the power 2 − ρ.
    * Better: lower.
    * Rewards: mean.
    * Trap: the domain depends on ρ and rows outside it are skipped: compare two models only where
      n_domain agrees.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: scikit-learn 1.2 mean_tweedie_deviance, in a form that keeps its digits when p is near
      y.
    * Edge: 0 < ρ < 1: refused, no such distribution exists.
    * Edge: ρ < 0: p ≤ 0 is skipped, n_domain.
    * Edge: 1 ≤ ρ < 2: y < 0 or p ≤ 0 is skipped, n_domain.
    * Edge: ρ ≥ 2: y ≤ 0 or p ≤ 0 is skipped, n_domain.
    * Also called: reg:tweedie.

    Examples
    --------
    >>> df.groupBy("city").agg(F.tweedie_deviance("label", "prediction"))
    """
    parameters: Parameters = {"power": power, "reduction": reduction}
    return call_metric("slicewise_tweedie_deviance", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def uncertainty_weighting(
    losses: ColumnOrName, *, log_variances: str | None = None, task_types: str | None = None,
    reduction: str | None = None, weight: ColumnOrName | None = None, profile: str | None = None,
    **columns: ColumnOrName
) -> Column:
    """Uncertainty weighting: task losses weighted by the noise each task is given.

    Parameters
    ----------
    losses : Column or str
        The column in this role; an array of numbers or an ML vector.
    log_variances : str, optional
        the log variance of each task, 0.3;-0.2; 0 unless given.
    task_types : str, optional
        regression or classification for each task, joined by ';'; one for all; regression unless
        given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ_t c_t·e^(−s_t)·L_t + s_t/2, s_t the log variance of task t, c_t ½ for regression
      and 1 for classification, L_t the elements of column losses.
    * Range: (-inf, inf).
    * Units: none.
    * Better: lower.
    * Rewards: what each task's loss elicits.
    * Trap: It can go below 0, and falls when a task is given up as noise.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: Kendall, Gal, Cipolla 2018, arXiv:1705.07115.
    * Edge: no usable rows: undefined.
    * Edge: a task's loss that is null: the row counts in n_null.
    * Edge: other than one loss a log variance: row skipped, n_domain.
    * Also called: kendall_loss, mean_uncertainty_weighting.

    Examples
    --------
    >>> df.groupBy("city").agg(F.uncertainty_weighting("losses"))
    """
    parameters: Parameters = {"log_variances": log_variances, "task_types": task_types, "reduction": reduction}
    return call_metric("slicewise_uncertainty_weighting", {"losses": losses}, parameters, weight, profile, columns)


def weighted_cross_entropy(
    label: ColumnOrName, prediction: ColumnOrName, *, class_weight: str | None = None,
    normalization: str | None = None, eps: float | None = None, from_logits: bool | None = None,
    classes: str | None = None, reduction: str | None = None, weight: ColumnOrName | None = None,
    profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Cross entropy over classes in which classes weigh differently.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; an array of numbers or an ML vector.
    class_weight : str, optional
        a weight for each class, 0:1;1:2.5, by name where classes are named; others weigh 1; 0:1;1:1
        unless given.
    normalization : str, optional
        what the mean divides by: n rows, or the sum of their class weights; n | class_weight; n
        unless given.
    eps : float, optional
        probabilities are clipped to [eps, 1-eps] before the logarithm; in [0, 0.5);
        2.220446049250313e-16 unless given.
    from_logits : bool, optional
        the prediction holds logits, not probabilities; false unless given.
    classes : str, optional
        names of the classes at array positions, a;b;c; empty: labels are the positions 0, 1, …;
        unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: −c_y·ln q_y, as categorical_cross_entropy; the mean divides by n, or with
      normalization=class_weight by Σ c_y.
    * Range: [0, inf).
    * Units: nats.
    * Better: lower.
    * Rewards: the tilted probabilities c_k·π_k / Σ c_j·π_j.
    * Trap: Probabilities trained on it are not calibrated: divide each by its c and renormalise.
      torch divides by Σ c, most others by n: the values differ, the minimum does not.
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: torch CrossEntropyLoss(weight=…) for normalization=class_weight.
    * Edge: no usable rows: undefined.
    * Edge: label that is no class of the array: row skipped, n_domain.
    * Edge: fewer than 2 probabilities, one outside [0, 1] or a sum off 1 by more than 1e-4: row
      skipped, n_domain.
    * Edge: probability clipped: row kept, counted in the detail 'clipped'.
    * Edge: normalization=class_weight and all weights 0: undefined.
    * Also called: class_weighted_cross_entropy, mean_weighted_cross_entropy.

    Examples
    --------
    >>> df.groupBy("city").agg(F.weighted_cross_entropy("label", "prediction"))
    """
    parameters: Parameters = {"class_weight": class_weight, "normalization": normalization, "eps": eps, "from_logits": from_logits, "classes": classes, "reduction": reduction}
    return call_metric("slicewise_weighted_cross_entropy", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def weighted_log_loss(
    label: ColumnOrName, prediction: ColumnOrName, *, pos_weight: float | None = None, neg_weight:
    float | None = None, reduction: str | None = None, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Log loss in which the two classes weigh differently.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    pos_weight : float, optional
        weight of rows with label 1; in [0, inf); 1 unless given.
    neg_weight : float, optional
        weight of rows with label 0; in [0, inf); 1 unless given.
    reduction : str, optional
        mean: Σwℓ/W; sum: Σwℓ; mean | sum; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: −[w₁·y·ln q + w₀·(1−y)·ln(1−q)], q = p clipped to [2^-52, 1−2^-52].
    * Range: [0, inf).
    * Units: nats.
    * Better: lower.
    * Rewards: the tilted probability w₁π / (w₁π + w₀(1−π)).
    * Trap: Scores trained on it are not calibrated; undo the tilt with π = p·w₀ / (p·w₀ +
      (1−p)·w₁).
    * Exactness: exact up to final rounding of the sum of the rows' losses.
    * Source: mean over all rows, not over weights (torch BCEWithLogitsLoss pos_weight).
    * Edge: no usable rows: undefined.
    * Edge: label other than 0 or 1: row skipped, n_domain.
    * Edge: probability clipped: row kept, counted in the detail 'clipped'.
    * Also called: weighted_binary_crossentropy, mean_weighted_log_loss.

    Examples
    --------
    >>> df.groupBy("city").agg(F.weighted_log_loss("label", "prediction"))
    """
    parameters: Parameters = {"pos_weight": pos_weight, "neg_weight": neg_weight, "reduction": reduction}
    return call_metric("slicewise_weighted_log_loss", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


ape = absolute_percentage_error
mean_approx_ndcg = approx_ndcg
business_cost = asymmetric_linear
mean_asymmetric_linear = asymmetric_linear
focal = binary_focal
focal_loss = binary_focal
sigmoid_focal_loss = binary_focal
mean_binary_focal = binary_focal
reward_model_loss = bradley_terry
bradley_terry_loss = bradley_terry
mean_bradley_terry = bradley_terry
brier_score = brier
brier_score_loss = brier
mean_brier = brier
multiclass_brier_score = brier_multiclass
quadratic_score = brier_multiclass
mean_brier_multiclass = brier_multiclass
categorical_crossentropy = categorical_cross_entropy
sparse_categorical_crossentropy = categorical_cross_entropy
sparse_categorical_cross_entropy = categorical_cross_entropy
softmax_cross_entropy = categorical_cross_entropy
cross_entropy = categorical_cross_entropy
multiclass_log_loss = categorical_cross_entropy
mean_categorical_cross_entropy = categorical_cross_entropy
categorical_focal_crossentropy = categorical_focal
mean_categorical_focal = categorical_focal
mean_contrastive = contrastive
mean_cosine_embedding = cosine_embedding
crps = crps_gaussian
mean_crps_gaussian = crps_gaussian
quantile_crps = crps_quantiles
mean_crps_quantiles = crps_quantiles
distillation = distillation_kl
mean_distillation_kl = distillation_kl
dpo_loss = dpo
direct_preference_optimization = dpo
mean_dpo = dpo
epsilon_insensitive_loss = epsilon_insensitive
mean_epsilon_insensitive = epsilon_insensitive
expectile_loss = expectile
mean_expectile = expectile
gaussian_nll_loss = gaussian_nll
mean_gaussian_nll = gaussian_nll
hinge_loss = hinge
mean_hinge = hinge
huber_loss = huber
mean_huber = huber
nt_xent = info_nce
mean_info_nce = info_nce
js_divergence = jensen_shannon_divergence
mean_jensen_shannon_divergence = jensen_shannon_divergence
kullback_leibler = kl_divergence
relative_entropy = kl_divergence
mean_kl_divergence = kl_divergence
lambdarank = lambda_ndcg
mean_lambda_ndcg = lambda_ndcg
laplace_nll_loss = laplace_nll
mean_laplace_nll = laplace_nll
linex_loss = linex
mean_linex = linex
mean_listnet = listnet
mean_listwise_softmax = listwise_softmax
logcosh = log_cosh
log_cosh_error = log_cosh
mean_log_cosh = log_cosh
binary_crossentropy = log_loss
bce = log_loss
mean_log_loss = log_loss
mean_multi_task_sum = multi_task_sum
margin_ranking = pairwise_hinge
mean_pairwise_hinge = pairwise_hinge
ranknet = pairwise_logistic
mean_pairwise_logistic = pairwise_logistic
poisson_nll_loss = poisson_nll
mean_poisson_nll = poisson_nll
pseudo_huber_loss = pseudo_huber
mean_pseudo_huber = pseudo_huber
pinball = quantile
pinball_loss = quantile
quantile_loss = quantile
mean_quantile = quantile
mean_reconstruction_error = reconstruction_error
mean_router_z_loss = router_z_loss
smooth_l1_loss = smooth_l1
mean_smooth_l1 = smooth_l1
squared_epsilon_insensitive_loss = squared_epsilon_insensitive
mean_squared_epsilon_insensitive = squared_epsilon_insensitive
squared_hinge_loss = squared_hinge
mean_squared_hinge = squared_hinge
sape = symmetric_absolute_percentage_error
mean_symmetric_absolute_percentage_error = symmetric_absolute_percentage_error
next_token_cross_entropy = token_nll
mean_token_nll = token_nll
truncated_top_k_entropy = top_k_cross_entropy
mean_top_k_cross_entropy = top_k_cross_entropy
mean_top_k_error = top_k_error
triplet = triplet_margin
mean_triplet_margin = triplet_margin
kendall_loss = uncertainty_weighting
mean_uncertainty_weighting = uncertainty_weighting
class_weighted_cross_entropy = weighted_cross_entropy
mean_weighted_cross_entropy = weighted_cross_entropy
weighted_binary_crossentropy = weighted_log_loss
mean_weighted_log_loss = weighted_log_loss
