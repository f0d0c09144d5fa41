"""Regression: aggregate functions, made from the catalogue by tools/functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING

from slicewise.functions._metric import ColumnOrName, Parameters, call_metric

if TYPE_CHECKING:
    from pyspark.sql import Column

__all__ = [
    "abs_error_quantile",
    "adjusted_r2",
    "adjusted_r2_score",
    "asymmetric_cost",
    "bias",
    "bias_variance",
    "bias_variance_decomposition",
    "calibration",
    "calibration_ratio",
    "ccc",
    "column_quantile",
    "concordance_corrcoef",
    "concordance_correlation_coefficient",
    "correlation",
    "cvar",
    "d2_absolute_error_score",
    "d2_pinball_score",
    "d2_tweedie_score",
    "directional_accuracy",
    "error_quantile",
    "exceedance_rate",
    "expected_shortfall",
    "explained_variance",
    "explained_variance_score",
    "hit_rate_within",
    "interval_coverage",
    "interval_score",
    "kendall_rank_corrcoef",
    "kendall_tau",
    "kendalltau",
    "l1",
    "l2",
    "mae",
    "mape",
    "mase",
    "max_error",
    "max_signed_error",
    "mda",
    "me",
    "mean_absolute_error",
    "mean_absolute_percentage_error",
    "mean_absolute_scaled_error",
    "mean_asymmetric_cost",
    "mean_bias_error",
    "mean_directional_accuracy",
    "mean_error",
    "mean_expectile_loss",
    "mean_gamma_deviance",
    "mean_interval_score",
    "mean_interval_width",
    "mean_percentage_error",
    "mean_pinball_loss",
    "mean_poisson_deviance",
    "mean_prediction_interval_width",
    "mean_squared_error",
    "mean_squared_log_error",
    "mean_tweedie_deviance",
    "medae",
    "median_absolute_error",
    "min_error",
    "min_signed_error",
    "mpe",
    "mpiw",
    "mse",
    "msle",
    "normalized_rmse",
    "normalized_root_mean_squared_error",
    "nrmse",
    "over_prediction_rate",
    "over_rate",
    "p50_abs",
    "p90_abs",
    "p95_abs",
    "p999_abs",
    "p99_abs",
    "pearson",
    "pearson_corrcoef",
    "pearsonr",
    "picp",
    "prediction_interval_coverage",
    "quantile_abs_error",
    "quantile_coverage",
    "quantile_crossing_rate",
    "quantile_signed_error",
    "quantile_value",
    "r2",
    "r2_score",
    "rae",
    "relative_absolute_error",
    "relative_squared_error",
    "rmse",
    "rmsle",
    "rmsse",
    "root_mean_squared_error",
    "root_mean_squared_log_error",
    "root_mean_squared_scaled_error",
    "rse",
    "skill_score",
    "smape",
    "spearman",
    "spearman_corrcoef",
    "spearman_rho",
    "spearmanr",
    "squared_pearson",
    "squared_pearson_correlation",
    "symmetric_mean_absolute_percentage_error",
    "tail_mean_abs_error",
    "tail_rate",
    "tau_b",
    "under_prediction_rate",
    "under_rate",
    "wape",
    "weighted_mean_absolute_percentage_error",
    "winkler",
    "winkler_score",
    "within_tolerance_rate",
    "wmape",
]


def adjusted_r2(
    label: ColumnOrName, prediction: ColumnOrName, *, predictors: int | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """R² less what k predictors would explain by chance.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    predictors : int, optional
        k, how many predictors the model has, intercept excluded; in [0, 1000000]; 1 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 1 − (1 − R²)(n − 1)/(n − k − 1).
    * Range: (-inf, 1].
    * Units: none.
    * Better: higher.
    * Use: For linear models on the rows they were fitted to. On held-out rows nothing needs
      adjusting: read r2_score.
    * Exactness: exact up to final rounding.
    * Source: Theil 1961; n is the number of rows, weighted or not.
    * Edge: n ≤ k + 1: undefined.
    * Edge: constant label: undefined.
    * Edge: an overflow: undefined.
    * Also called: adjusted_r2_score.

    Examples
    --------
    >>> df.groupBy("city").agg(F.adjusted_r2("label", "prediction"))
    """
    parameters: Parameters = {"predictors": predictors}
    return call_metric("slicewise_adjusted_r2", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def asymmetric_cost(
    label: ColumnOrName, prediction: ColumnOrName, *, cost_over: float | None = None, cost_under:
    float | None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Mean cost per row, with one price for over- and another for under-prediction.

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
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w[cost_over·max(e, 0) + cost_under·max(−e, 0)] / W.
    * Range: [0, inf).
    * Units: units of the costs times units of the label: money when costs are money per unit.
    * Better: lower.
    * Use: What the errors cost, in money. Any costs can be asked after the fact, from the same
      states; the best forecast is the quantile cost_under/(cost_over + cost_under), not the mean.
    * Exactness: exact up to final rounding.
    * Source: (cost_over + cost_under) times scikit-learn 1.2 mean_pinball_loss.
    * Edge: no usable rows: undefined.
    * Edge: both costs 0: refused.
    * Edge: an error that overflows: +Infinity, counted in n_overflow.
    * Also called: mean_asymmetric_cost.

    Examples
    --------
    >>> df.groupBy("city").agg(F.asymmetric_cost("label", "prediction"))
    """
    parameters: Parameters = {"cost_over": cost_over, "cost_under": cost_under}
    return call_metric("slicewise_asymmetric_cost", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def bias_variance_decomposition(
    label: ColumnOrName, replicates: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Bias and variance: the mean squared error of several models' predictions, and how much of it
    they share.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    replicates : Column or str
        The column in this role; an array of numbers or an ML vector.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·[(m̄ − y)² + mean_j (m_j − m̄)²] / W, m_j the predictions in column replicates
      and m̄ their mean; details bias_squared and variance.
    * Range: [0, inf).
    * Units: squared units of the label.
    * Better: lower.
    * Use: Variance falls with more data or averaging, bias does not. The noise of the label is part
      of bias_squared: it cannot be told apart from here.
    * Exactness: exact up to final rounding.
    * Source: identity: bias² + variance is the mean squared error over replicates.
    * Edge: no usable rows: undefined.
    * Edge: fewer than 2 replicates: row skipped, n_domain.
    * Edge: sums that overflow: undefined.
    * Also called: bias_variance.

    Examples
    --------
    >>> df.groupBy("city").agg(F.bias_variance_decomposition("label", "replicates"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_bias_variance_decomposition", {"label": label, "replicates": replicates}, parameters, weight, profile, columns)


def calibration_ratio(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Predicted total over observed total: above 1 means over-prediction.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·p / Σ w·y.
    * Range: (-inf, inf).
    * Units: none.
    * Better: one.
    * Use: The bias as a factor, for amounts and for probabilities alike. 1 overall may be 2 in one
      slice and ½ in another; with labels of both signs it means little.
    * Exactness: exact up to final rounding.
    * Source: TFMA calibration.
    * Edge: no usable rows: undefined.
    * Edge: labels that sum to 0: undefined.
    * Edge: an overflow: undefined.
    * Also called: calibration.

    Examples
    --------
    >>> df.groupBy("city").agg(F.calibration_ratio("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_calibration_ratio", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def concordance_corrcoef(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Concordance correlation: how closely the predictions agree with the labels.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 2cov(y, p)/(var(y) + var(p) + (ȳ − p̄)²).
    * Range: [-1, 1].
    * Units: none.
    * Better: higher.
    * Use: The correlation with the line y = p itself: bias and wrong scale both lower it. Like R²
      it rises with the spread of the slice.
    * Exactness: exact up to final rounding.
    * Source: Lin 1989, doi:10.2307/2532051, with variances over n; torchmetrics 1.4.
    * Edge: fewer than 2 rows: undefined.
    * Edge: constant label or prediction: undefined.
    * Edge: an overflow: undefined.
    * Also called: ccc, concordance_correlation_coefficient.

    Examples
    --------
    >>> df.groupBy("city").agg(F.concordance_corrcoef("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_concordance_corrcoef", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def d2_absolute_error_score(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """D² of the absolute error: how much better than predicting the label's median.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 1 − Σ w·|e| / Σ w·|y − median of y|.
    * Range: (-inf, 1].
    * Units: none.
    * Better: higher.
    * Use: R² that a few large errors cannot decide. Where over half of the labels are 0 the median
      is 0 and hard to beat.
    * Exactness: exact up to 4,096 distinct labels and for integers and float32; else bounded, about
      1e-3 of the distance from 1; the bound is reported.
    * Source: scikit-learn 1.2 d2_absolute_error_score.
    * Edge: fewer than 2 rows: undefined.
    * Edge: constant label: undefined.
    * Edge: an overflow: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.d2_absolute_error_score("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_d2_absolute_error_score", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def d2_pinball_score(
    label: ColumnOrName, prediction: ColumnOrName, *, alpha: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """D² of the pinball loss: how much better than predicting the label's own quantile.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    alpha : float, optional
        the quantile predicted, a probability; in (0, 1); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 1 − Σ w·pinball(y, p) / Σ w·pinball(y, quantile of y).
    * Range: (-inf, 1].
    * Units: none.
    * Better: higher.
    * Use: R² for quantile forecasts, comparable over slices of different scale. Like R² it depends
      on the spread of the slice.
    * Exactness: exact up to 4,096 distinct labels and for integers and float32; else bounded, about
      1e-3 of the distance from 1; the bound is reported.
    * Source: scikit-learn 1.2 d2_pinball_score.
    * Edge: fewer than 2 rows: undefined.
    * Edge: constant label: undefined.
    * Edge: an overflow: undefined.
    * Edge: rows of unequal weight: the quantile is of type 1 instead of type 7.

    Examples
    --------
    >>> df.groupBy("city").agg(F.d2_pinball_score("label", "prediction"))
    """
    parameters: Parameters = {"alpha": alpha}
    return call_metric("slicewise_d2_pinball_score", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def d2_tweedie_score(
    label: ColumnOrName, prediction: ColumnOrName, *, power: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """D² of the Tweedie deviance: the share of it that the model explains.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    power : float, optional
        ρ, the power of the mean in the variance; in (-inf, 0] or [1, inf); 0 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 1 − Σ w·dev(y, p) / Σ w·dev(y, ȳ); R² at power 0.
    * Range: (-inf, 1].
    * Units: none.
    * Better: higher.
    * Use: R² for counts and amounts. Rows outside the domain do not count: compare models only
      where n_domain agrees.
    * Exactness: exact up to the rounding of each row's logarithm or power; where the labels are so
      alike that this matters, the bound is reported.
    * Source: scikit-learn 1.2 d2_tweedie_score.
    * Edge: fewer than 2 rows: undefined.
    * Edge: constant label, all labels 0, mean label not positive: undefined.
    * Edge: rows outside the domain of the power are skipped, n_domain.
    * Edge: an overflow: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.d2_tweedie_score("label", "prediction"))
    """
    parameters: Parameters = {"power": power}
    return call_metric("slicewise_d2_tweedie_score", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def explained_variance_score(
    label: ColumnOrName, prediction: ColumnOrName, *, force_finite: bool | None = None, definition:
    str | None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Explained variance: R² of a model whose constant bias is forgiven.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    force_finite : bool, optional
        whether a constant label gives 1 or 0 instead of no value; false unless given.
    definition : str, optional
        share: 1 − Var(e)/Var(y); about_mean_label: the mean of (p − ȳ)², as in MLlib; share |
        about_mean_label; share unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 1 − Var(e)/Var(y).
    * Range: (-inf, 1].
    * Units: none.
    * Better: higher.
    * Use: Its distance from r2_score is what the bias costs. Alone it praises a model that is off
      by a constant.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 explained_variance_score (whose default is force_finite=true).
    * Edge: fewer than 2 rows: undefined.
    * Edge: constant label: undefined; with force_finite 1 if all errors are equal, else 0.
    * Edge: definition=about_mean_label: Σ w(p − ȳ)²/W in squared units of the label, from one row
      on.
    * Edge: an overflow: undefined.
    * Also called: explained_variance.

    Examples
    --------
    >>> df.groupBy("city").agg(F.explained_variance_score("label", "prediction"))
    """
    parameters: Parameters = {"force_finite": force_finite, "definition": definition}
    return call_metric("slicewise_explained_variance_score", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def interval_coverage(
    label: ColumnOrName, lower: ColumnOrName, upper: ColumnOrName, *, weight: ColumnOrName | None =
    None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Share of labels inside their prediction interval (columns lower and upper).

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    lower : Column or str
        The column in this role; a number or a boolean.
    upper : Column or str
        The column in this role; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{lower ≤ y ≤ upper} / W; details below_rate and above_rate say on which side the
      others lie.
    * Range: [0, 1].
    * Units: none.
    * Better: none.
    * Use: Should equal the nominal level, neither less nor more, in every slice. Wide intervals
      cover everything: read mean_interval_score, which pays for width.
    * Exactness: exact up to final rounding.
    * Source: MAPIE 0.8 regression_coverage_score.
    * Edge: no usable rows: undefined.
    * Edge: lower > upper: the row is skipped, n_domain.
    * Edge: a label on an end is inside.
    * Also called: picp, prediction_interval_coverage.

    Examples
    --------
    >>> df.groupBy("city").agg(F.interval_coverage("label", "lower", "upper"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_interval_coverage", {"label": label, "lower": lower, "upper": upper}, parameters, weight, profile, columns)


def kendall_tau(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Kendall's tau-b: pairs of rows that label and prediction order alike, less others.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: (C − D)/√((n₀ − T_y)(n₀ − T_p)): C pairs ordered alike, D oppositely, T tied, of n₀
      in all; a pair of weighted rows counts as the product of their weights.
    * Range: [-1, 1].
    * Units: none.
    * Better: higher.
    * Use: Reads as a probability: 0.6 says that of two rows the predictions order 80 % rightly. For
      binary labels it is the Gini coefficient, shrunk by the ties.
    * Exactness: exact up to 4,096 distinct pairs; beyond, pairs that share a bin of a joint
      histogram count as tied, within a certificate for all they could be, 0.04 or less for
      continuous data around 0, more where values vary little beside their size.
    * Source: scipy 1.10 stats.kendalltau (variant b); Kendall 1945.
    * Edge: fewer than 2 rows: undefined.
    * Edge: constant label or prediction: undefined.
    * Edge: all values of one in a single bin, beyond 4,096 distinct pairs: undefined.
    * Also called: kendalltau, kendall_rank_corrcoef, tau_b.

    Examples
    --------
    >>> df.groupBy("city").agg(F.kendall_tau("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_kendall_tau", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def max_error(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Largest absolute error of the slice.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max |e| over rows of positive weight.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Use: Finds the one row to look at (worst_rows shows it). It only grows with the number of
      rows: compare quantile_abs_error(q=0.999) instead.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 max_error.
    * Edge: no usable rows: undefined.
    * Edge: an error that overflows: +Infinity.

    Examples
    --------
    >>> df.groupBy("city").agg(F.max_error("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_max_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def max_signed_error(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Largest signed error of the slice: the worst over-prediction.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: max e over rows of positive weight.
    * Range: (-inf, inf).
    * Units: units of the label.
    * Better: zero.
    * Use: Below 0, every row is under-predicted. Like every extreme it only grows with the number
      of rows.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Edge: an error that overflows: that infinity.

    Examples
    --------
    >>> df.groupBy("city").agg(F.max_signed_error("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_max_signed_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def mean_absolute_error(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean absolute error: how far off a prediction is on average.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·|e| / W.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Use: Every unit of error costs the same, so outliers do not dominate; it is minimised by the
      median, so a skewed label makes a good MAE biased low or high in the mean.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 mean_absolute_error.
    * Edge: no usable rows: undefined.
    * Edge: an error that overflows: +Infinity.
    * Also called: mae, l1.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_absolute_error("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_mean_absolute_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def mean_absolute_percentage_error(
    label: ColumnOrName, prediction: ColumnOrName, *, zero_label: str | None = None, eps: float |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Mean absolute percentage error, as a share (0.2 is 20 %).

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
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·|e|/|y| / W over rows with y ≠ 0.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: Known to everyone and easy to game: minimising it means forecasting low, and a few tiny
      labels decide it. Prefer weighted_mean_absolute_percentage_error on low volumes.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 mean_absolute_percentage_error (zero_label=epsilon).
    * Edge: no usable rows, as when all labels are 0: undefined.
    * Edge: y = 0 with zero_label=skip: the row is skipped, n_zero_label.
    * Edge: y = 0 with zero_label=epsilon: |y| is at least eps; 2^-52 is scikit-learn's, 1.17e-6
      torchmetrics'.
    * Edge: y = 0 with zero_label=null: undefined.
    * Also called: mape.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_absolute_percentage_error("label", "prediction"))
    """
    parameters: Parameters = {"zero_label": zero_label, "eps": eps}
    return call_metric("slicewise_mean_absolute_percentage_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def mean_absolute_scaled_error(
    label: ColumnOrName, prediction: ColumnOrName, scale: ColumnOrName, *, weight: ColumnOrName |
    None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean absolute error in units of the naive forecast's error in training (column scale).

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    scale : Column or str
        The column in this role; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·|e|/scale / W.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: Comparable over series of any unit; below 1 beats last-value-again. The scale must come
      from the training part of each series: this reads a column and cannot check it.
    * Exactness: exact up to final rounding.
    * Source: Hyndman and Koehler 2006, doi:10.1016/j.ijforecast.2006.03.001; sktime.
    * Edge: no usable rows: undefined.
    * Edge: scale ≤ 0: the row is skipped, n_domain.
    * Edge: a ratio that overflows: +Infinity, counted in n_overflow.
    * Also called: mase.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_absolute_scaled_error("label", "prediction", "scale"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_mean_absolute_scaled_error", {"label": label, "prediction": prediction, "scale": scale}, parameters, weight, profile, columns)


def mean_directional_accuracy(
    label: ColumnOrName, prediction: ColumnOrName, previous: ColumnOrName, *, weight: ColumnOrName |
    None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Share of rows whose change from the previous value (column previous) has the right sign.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    previous : Column or str
        The column in this role; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{sign(y − previous) = sign(p − previous)} / W, sign(0) = 0.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: Whether a forecast sees the turn, whatever its size. In a trending series always saying
      up scores high: compare with the share of rises.
    * Exactness: exact up to final rounding.
    * Source: numpy sign(label − previous) == sign(prediction − previous).
    * Edge: no usable rows: undefined.
    * Edge: no change is a direction of its own.
    * Also called: mda, directional_accuracy.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_directional_accuracy("label", "prediction", "previous"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_mean_directional_accuracy", {"label": label, "prediction": prediction, "previous": previous}, parameters, weight, profile, columns)


def mean_error(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean error, the bias: positive means over-prediction.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·e / W.
    * Range: (-inf, inf).
    * Units: units of the label.
    * Better: zero.
    * Use: Tells on which side a model errs. A mean of 0 says nothing about size: large errors of
      both signs cancel, within the slice and between slices.
    * Exactness: exact up to final rounding.
    * Source: numpy average of prediction − label; some papers use label − prediction.
    * Edge: no usable rows: undefined.
    * Edge: errors that overflow: that infinity; undefined when both signs do.
    * Also called: bias, me, mean_bias_error.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_error("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_mean_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def mean_expectile_loss(
    label: ColumnOrName, prediction: ColumnOrName, *, alpha: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean expectile loss: the squared error, weighted by the side it falls on.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    alpha : float, optional
        weight of under-predictions, a share; in (0, 1); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w[α·max(−e, 0)² + (1 − α)·max(e, 0)²] / W.
    * Range: [0, inf).
    * Units: units of the label, squared.
    * Better: lower.
    * Use: Ranks expectile forecasts, the tail risk that a mean squared error would call fine. At ½
      it is half the mean squared error.
    * Exactness: exact up to final rounding.
    * Source: Newey and Powell 1987, doi:10.2307/1911031.
    * Edge: no usable rows: undefined.
    * Edge: |e| above 1.34e154: +Infinity, counted in n_overflow.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_expectile_loss("label", "prediction"))
    """
    parameters: Parameters = {"alpha": alpha}
    return call_metric("slicewise_mean_expectile_loss", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def mean_gamma_deviance(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean Gamma deviance: for positive amounts whose relative spread is constant.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·2(ln(p/y) + y/p − 1) / W.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: Scale-free: 10 for 20 is as bad as 10,000 for 20,000. Labels of 0 are skipped: watch
      n_domain.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 mean_gamma_deviance.
    * Edge: no usable rows: undefined.
    * Edge: y ≤ 0 or p ≤ 0: the row is skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_gamma_deviance("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_mean_gamma_deviance", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def mean_interval_score(
    label: ColumnOrName, lower: ColumnOrName, upper: ColumnOrName, *, alpha: float | None = None,
    weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Interval score: the width of the interval and a fine for every label outside it.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    lower : Column or str
        The column in this role; a number or a boolean.
    upper : Column or str
        The column in this role; a number or a boolean.
    alpha : float, optional
        the share of labels meant to lie outside: 0.1 for 90 % intervals; in (0, 1); 0.1 unless
        given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w[(u − l) + 2/α·max(l − y, 0) + 2/α·max(y − u, 0)] / W.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Use: Strictly proper for the pair of quantiles α/2 and 1 − α/2: no interval beats the true
      one, so it ranks models where coverage and width disagree. alpha must be the level that the
      intervals were made for.
    * Exactness: exact up to final rounding.
    * Source: Gneiting and Raftery 2007, doi:10.1198/016214506000001437, equation 43.
    * Edge: no usable rows: undefined.
    * Edge: lower > upper: the row is skipped, n_domain.
    * Edge: a score that overflows: +Infinity, counted in n_overflow.
    * Also called: winkler, winkler_score, interval_score.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_interval_score("label", "lower", "upper"))
    """
    parameters: Parameters = {"alpha": alpha}
    return call_metric("slicewise_mean_interval_score", {"label": label, "lower": lower, "upper": upper}, parameters, weight, profile, columns)


def mean_interval_width(
    label: ColumnOrName, lower: ColumnOrName, upper: ColumnOrName, *, normalize: str | None = None,
    weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean width of the prediction intervals (columns lower and upper).

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    lower : Column or str
        The column in this role; a number or a boolean.
    upper : Column or str
        The column in this role; a number or a boolean.
    normalize : str, optional
        what the width is divided by: none, or the range of the label; none | range; none unless
        given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w(upper − lower) / W, over max y − min y with normalize=range.
    * Range: [0, inf).
    * Units: units of the label; none with normalize=range.
    * Better: lower.
    * Use: Sharpness, to be compared only at equal coverage: a width of 0 is the narrowest interval
      and covers nothing.
    * Exactness: exact up to final rounding.
    * Source: MAPIE 0.8 regression_mean_width_score.
    * Edge: no usable rows: undefined.
    * Edge: lower > upper: the row is skipped, n_domain.
    * Edge: a width that overflows: +Infinity.
    * Edge: normalize=range and a constant label: undefined.
    * Also called: mpiw, mean_prediction_interval_width.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_interval_width("label", "lower", "upper"))
    """
    parameters: Parameters = {"normalize": normalize}
    return call_metric("slicewise_mean_interval_width", {"label": label, "lower": lower, "upper": upper}, parameters, weight, profile, columns)


def mean_percentage_error(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean percentage error, signed, as a share: positive means over-prediction.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·e/y / W over rows with y ≠ 0.
    * Range: (-inf, inf).
    * Units: none.
    * Better: zero.
    * Use: The bias in percent, every row counting the same. Small labels decide it, and with
      negative labels its sign turns round; calibration_ratio is steadier.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows, as when all labels are 0: undefined.
    * Edge: y = 0: the row is skipped, n_zero_label.
    * Edge: a ratio that overflows: that infinity, counted in n_overflow.
    * Also called: mpe.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_percentage_error("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_mean_percentage_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def mean_pinball_loss(
    label: ColumnOrName, prediction: ColumnOrName, *, alpha: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean pinball loss of a predicted alpha-quantile.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    alpha : float, optional
        the quantile predicted, a probability; in (0, 1); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w[α·max(−e, 0) + (1 − α)·max(e, 0)] / W.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Use: Ranks quantile forecasts: the true quantile has the lowest. Values of different alpha are
      not comparable; at ½ it is half the mean absolute error.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 mean_pinball_loss.
    * Edge: no usable rows: undefined.
    * Edge: an error that overflows: +Infinity, counted in n_overflow.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_pinball_loss("label", "prediction"))
    """
    parameters: Parameters = {"alpha": alpha}
    return call_metric("slicewise_mean_pinball_loss", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def mean_poisson_deviance(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean Poisson deviance: for counts, whose variance grows with their mean.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·2(y ln(y/p) − y + p) / W.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Use: The right yardstick for counts of rare events, where squared errors see only the large
      ones. Predictions of 0 are skipped: floor them first and watch n_domain.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 mean_poisson_deviance.
    * Edge: no usable rows: undefined.
    * Edge: y < 0 or p ≤ 0: the row is skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_poisson_deviance("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_mean_poisson_deviance", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def mean_squared_error(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean squared error: the mean of the squared errors.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·e² / W.
    * Range: [0, inf).
    * Units: units of the label, squared.
    * Better: lower.
    * Use: Minimised by the mean and decomposes into bias² + variance. One outlier can decide it;
      read it beside mean_absolute_error and tail_mean_abs_error.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 mean_squared_error.
    * Edge: no usable rows: undefined.
    * Edge: |e| above 1.34e154: +Infinity, counted in n_overflow.
    * Also called: mse, l2.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_squared_error("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_mean_squared_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def mean_squared_log_error(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean squared log error: the mean squared error of ln(1 + p) against ln(1 + y).

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w(ln(1 + p) − ln(1 + y))² / W.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: For amounts over several magnitudes, where ratios matter. What it rewards lies below the
      mean, so totals come out low: read mean_error beside it.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 mean_squared_log_error, which raises where this skips.
    * Edge: no usable rows: undefined.
    * Edge: y < 0 or p < 0: the row is skipped, n_domain.
    * Also called: msle.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_squared_log_error("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_mean_squared_log_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def mean_tweedie_deviance(
    label: ColumnOrName, prediction: ColumnOrName, *, power: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Mean Tweedie deviance: for amounts whose variance is a power of their mean.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    power : float, optional
        ρ, the power of the mean in the variance; in (-inf, 0] or [1, inf); 1.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·2(max(y, 0)^(2−ρ)/((1−ρ)(2−ρ)) − y·p^(1−ρ)/(1−ρ) + p^(2−ρ)/(2−ρ)) / W.
    * Range: [0, inf).
    * Units: units of the label to the power 2 − ρ.
    * Better: lower.
    * Use: For claims, rain or sales with many zeros (1 < ρ < 2). Values of different power are not
      comparable, and neither are models with different n_domain.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 mean_tweedie_deviance.
    * Edge: no usable rows: undefined.
    * Edge: 0 < ρ < 1: refused, no such distribution exists.
    * Edge: rows outside the domain of ρ are skipped, n_domain.

    Examples
    --------
    >>> df.groupBy("city").agg(F.mean_tweedie_deviance("label", "prediction"))
    """
    parameters: Parameters = {"power": power}
    return call_metric("slicewise_mean_tweedie_deviance", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def median_absolute_error(
    label: ColumnOrName, prediction: ColumnOrName, *, method: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Median absolute error: half of the rows are off by no more.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    method : str, optional
        averaged_inverted_cdf, linear, or inverted_cdf, which takes the lower median; inverted_cdf |
        linear | averaged_inverted_cdf; averaged_inverted_cdf unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: median of |e|; the mean of the two middle values when n is even, or as method says.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Use: Untouched by outliers: up to half of the rows can be arbitrarily wrong without showing.
      Never read it alone.
    * Exactness: exact up to 4,096 distinct |e| and for integers and float32; else within half a
      bin, at most 0.4 % of the value for ordinary data; the bound is reported.
    * Source: scikit-learn 1.2 median_absolute_error (unweighted), 1.7 (weighted); before 1.7
      weighted rows have the lower median, method=inverted_cdf.
    * Edge: no usable rows: undefined.
    * Edge: method=linear with unequal weights: undefined.
    * Edge: weighted: the mean of the two neighbours where the weight splits exactly in half.
    * Also called: medae.

    Examples
    --------
    >>> df.groupBy("city").agg(F.median_absolute_error("label", "prediction"))
    """
    parameters: Parameters = {"method": method}
    return call_metric("slicewise_median_absolute_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def min_signed_error(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Smallest signed error of the slice: the worst under-prediction.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: min e over rows of positive weight.
    * Range: (-inf, inf).
    * Units: units of the label.
    * Better: zero.
    * Use: Above 0, every row is over-predicted. Like every extreme it only grows with the number of
      rows.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Edge: an error that overflows: that infinity.
    * Also called: min_error.

    Examples
    --------
    >>> df.groupBy("city").agg(F.min_signed_error("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_min_signed_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def normalized_rmse(
    label: ColumnOrName, prediction: ColumnOrName, *, by: str | None = None, weight: ColumnOrName |
    None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """RMSE as a share of the label's mean, range or standard deviation.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    by : str, optional
        the size of the label that the error is divided by; mean | range | std; mean unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: √(Σ w·e² / W) / d, d = |ȳ|, max y − min y, or √(Σ w(y − ȳ)² / W).
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: Compares slices of different scale. The three denominators differ by factors: say which;
      the range grows with the number of rows.
    * Exactness: exact up to final rounding.
    * Source: torchmetrics NormalizedRootMeanSquaredError.
    * Edge: no usable rows: undefined.
    * Edge: d = 0 (mean 0, constant label): undefined.
    * Edge: an overflow: undefined.
    * Also called: nrmse, normalized_root_mean_squared_error.

    Examples
    --------
    >>> df.groupBy("city").agg(F.normalized_rmse("label", "prediction"))
    """
    parameters: Parameters = {"by": by}
    return call_metric("slicewise_normalized_rmse", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def over_rate(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Share of rows whose prediction is above the label.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{e > 0} / W.
    * Range: [0, 1].
    * Units: none.
    * Better: none.
    * Use: With under_rate, how errors are distributed over the two sides; a model of the median has
      both near ½. It says nothing about the size of the errors.
    * Exactness: exact up to final rounding.
    * Source: numpy mean of prediction > label.
    * Edge: no usable rows: undefined.
    * Edge: e = 0 counts on neither side.
    * Also called: over_prediction_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.over_rate("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_over_rate", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def pearson_corrcoef(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Pearson correlation of label and prediction.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: cov(y, p)/√(var(y)·var(p)).
    * Range: [-1, 1].
    * Units: none.
    * Better: higher.
    * Use: Whether predictions rise with the labels along a line. Blind to bias and scale: 100·y + 7
      scores 1; concordance_corrcoef sees them.
    * Exactness: exact up to final rounding.
    * Source: scipy 1.10 stats.pearsonr.
    * Edge: fewer than 2 rows: undefined.
    * Edge: constant label or prediction: undefined.
    * Edge: an overflow: undefined.
    * Also called: pearson, pearsonr, correlation.

    Examples
    --------
    >>> df.groupBy("city").agg(F.pearson_corrcoef("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_pearson_corrcoef", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def quantile_abs_error(
    label: ColumnOrName, prediction: ColumnOrName, *, q: float | None = None, method: str | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Quantile of the absolute error: the share q of rows is off by no more.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    q : float, optional
        which quantile, a share of the rows; in (0, 1]; 0.95 unless given.
    method : str, optional
        inverted_cdf, linear (numpy's default) or averaged_inverted_cdf; inverted_cdf | linear |
        averaged_inverted_cdf; inverted_cdf unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: smallest x with F(x) ≥ q, F the distribution of |e| by weight.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Use: What the tail looks like, which means hide. A p99 of 200 rows rests on two of them: read
      the interval.
    * Exactness: exact up to 4,096 distinct |e| and for integers and float32; else within half a
      bin, at most 0.4 % of the value for ordinary data, at p99.9 as at p50; the bound is reported.
    * Source: numpy 1.24 quantile(method=…); ranks from the decimal q.
    * Edge: no usable rows: undefined.
    * Edge: n < 1/(1 − q): the largest |e|, with detail extrapolated = 1.
    * Edge: method=linear with unequal weights: undefined.
    * Also called: abs_error_quantile.

    Examples
    --------
    >>> df.groupBy("city").agg(F.quantile_abs_error("label", "prediction"))
    """
    parameters: Parameters = {"q": q, "method": method}
    return call_metric("slicewise_quantile_abs_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def p50_abs(
    label: ColumnOrName, prediction: ColumnOrName, *, method: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Quantile of the absolute error: the share q of rows is off by no more.

    This is ``quantile_abs_error`` with q = 0.5.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    method : str, optional
        inverted_cdf, linear (numpy's default) or averaged_inverted_cdf; inverted_cdf | linear |
        averaged_inverted_cdf; inverted_cdf unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: smallest x with F(x) ≥ q, F the distribution of |e| by weight.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Use: What the tail looks like, which means hide. A p99 of 200 rows rests on two of them: read
      the interval.
    * Exactness: exact up to 4,096 distinct |e| and for integers and float32; else within half a
      bin, at most 0.4 % of the value for ordinary data, at p99.9 as at p50; the bound is reported.
    * Source: numpy 1.24 quantile(method=…); ranks from the decimal q.
    * Edge: no usable rows: undefined.
    * Edge: n < 1/(1 − q): the largest |e|, with detail extrapolated = 1.
    * Edge: method=linear with unequal weights: undefined.
    * Also called: abs_error_quantile.

    Examples
    --------
    >>> df.groupBy("city").agg(F.p50_abs("label", "prediction"))
    """
    parameters: Parameters = {"method": method}
    return call_metric("p50_abs", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def p90_abs(
    label: ColumnOrName, prediction: ColumnOrName, *, method: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Quantile of the absolute error: the share q of rows is off by no more.

    This is ``quantile_abs_error`` with q = 0.9.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    method : str, optional
        inverted_cdf, linear (numpy's default) or averaged_inverted_cdf; inverted_cdf | linear |
        averaged_inverted_cdf; inverted_cdf unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: smallest x with F(x) ≥ q, F the distribution of |e| by weight.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Use: What the tail looks like, which means hide. A p99 of 200 rows rests on two of them: read
      the interval.
    * Exactness: exact up to 4,096 distinct |e| and for integers and float32; else within half a
      bin, at most 0.4 % of the value for ordinary data, at p99.9 as at p50; the bound is reported.
    * Source: numpy 1.24 quantile(method=…); ranks from the decimal q.
    * Edge: no usable rows: undefined.
    * Edge: n < 1/(1 − q): the largest |e|, with detail extrapolated = 1.
    * Edge: method=linear with unequal weights: undefined.
    * Also called: abs_error_quantile.

    Examples
    --------
    >>> df.groupBy("city").agg(F.p90_abs("label", "prediction"))
    """
    parameters: Parameters = {"method": method}
    return call_metric("p90_abs", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def p95_abs(
    label: ColumnOrName, prediction: ColumnOrName, *, method: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Quantile of the absolute error: the share q of rows is off by no more.

    This is ``quantile_abs_error`` with q = 0.95.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    method : str, optional
        inverted_cdf, linear (numpy's default) or averaged_inverted_cdf; inverted_cdf | linear |
        averaged_inverted_cdf; inverted_cdf unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: smallest x with F(x) ≥ q, F the distribution of |e| by weight.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Use: What the tail looks like, which means hide. A p99 of 200 rows rests on two of them: read
      the interval.
    * Exactness: exact up to 4,096 distinct |e| and for integers and float32; else within half a
      bin, at most 0.4 % of the value for ordinary data, at p99.9 as at p50; the bound is reported.
    * Source: numpy 1.24 quantile(method=…); ranks from the decimal q.
    * Edge: no usable rows: undefined.
    * Edge: n < 1/(1 − q): the largest |e|, with detail extrapolated = 1.
    * Edge: method=linear with unequal weights: undefined.
    * Also called: abs_error_quantile.

    Examples
    --------
    >>> df.groupBy("city").agg(F.p95_abs("label", "prediction"))
    """
    parameters: Parameters = {"method": method}
    return call_metric("p95_abs", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def p999_abs(
    label: ColumnOrName, prediction: ColumnOrName, *, method: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Quantile of the absolute error: the share q of rows is off by no more.

    This is ``quantile_abs_error`` with q = 0.999.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    method : str, optional
        inverted_cdf, linear (numpy's default) or averaged_inverted_cdf; inverted_cdf | linear |
        averaged_inverted_cdf; inverted_cdf unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: smallest x with F(x) ≥ q, F the distribution of |e| by weight.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Use: What the tail looks like, which means hide. A p99 of 200 rows rests on two of them: read
      the interval.
    * Exactness: exact up to 4,096 distinct |e| and for integers and float32; else within half a
      bin, at most 0.4 % of the value for ordinary data, at p99.9 as at p50; the bound is reported.
    * Source: numpy 1.24 quantile(method=…); ranks from the decimal q.
    * Edge: no usable rows: undefined.
    * Edge: n < 1/(1 − q): the largest |e|, with detail extrapolated = 1.
    * Edge: method=linear with unequal weights: undefined.
    * Also called: abs_error_quantile.

    Examples
    --------
    >>> df.groupBy("city").agg(F.p999_abs("label", "prediction"))
    """
    parameters: Parameters = {"method": method}
    return call_metric("p999_abs", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def p99_abs(
    label: ColumnOrName, prediction: ColumnOrName, *, method: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Quantile of the absolute error: the share q of rows is off by no more.

    This is ``quantile_abs_error`` with q = 0.99.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    method : str, optional
        inverted_cdf, linear (numpy's default) or averaged_inverted_cdf; inverted_cdf | linear |
        averaged_inverted_cdf; inverted_cdf unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: smallest x with F(x) ≥ q, F the distribution of |e| by weight.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Use: What the tail looks like, which means hide. A p99 of 200 rows rests on two of them: read
      the interval.
    * Exactness: exact up to 4,096 distinct |e| and for integers and float32; else within half a
      bin, at most 0.4 % of the value for ordinary data, at p99.9 as at p50; the bound is reported.
    * Source: numpy 1.24 quantile(method=…); ranks from the decimal q.
    * Edge: no usable rows: undefined.
    * Edge: n < 1/(1 − q): the largest |e|, with detail extrapolated = 1.
    * Edge: method=linear with unequal weights: undefined.
    * Also called: abs_error_quantile.

    Examples
    --------
    >>> df.groupBy("city").agg(F.p99_abs("label", "prediction"))
    """
    parameters: Parameters = {"method": method}
    return call_metric("p99_abs", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def quantile_coverage(
    label: ColumnOrName, prediction: ColumnOrName, *, tau: float | None = None, weight: ColumnOrName
    | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Share of labels at or below the prediction, which is meant to be their tau-quantile.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    tau : float, optional
        the quantile that the prediction claims to be; in (0, 1); 0.5 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{y ≤ p} / W, to be compared with tau; detail gap = value − tau.
    * Range: [0, 1].
    * Units: none.
    * Better: none.
    * Use: A forecast of the 90 % quantile covers 90 % of the labels, in every slice. Coverage alone
      is no merit: a huge constant covers everything; read mean_pinball_loss beside it.
    * Exactness: exact up to final rounding.
    * Source: numpy mean of label <= prediction.
    * Edge: no usable rows: undefined.
    * Edge: y = p counts as covered.

    Examples
    --------
    >>> df.groupBy("city").agg(F.quantile_coverage("label", "prediction"))
    """
    parameters: Parameters = {"tau": tau}
    return call_metric("slicewise_quantile_coverage", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def quantile_crossing_rate(
    lower: ColumnOrName, upper: ColumnOrName, *, given: str | None = None, weight: ColumnOrName |
    None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Share of rows whose lower quantile (column lower) exceeds the upper one (upper).

    Parameters
    ----------
    lower : Column or str
        The column in this role; a number or a boolean.
    upper : Column or str
        The column in this role; a number or a boolean.
    given : str, optional
        bounds: columns lower and upper; quantiles: an array in ascending order of level; bounds |
        quantiles; bounds unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{lower > upper} / W; of an array Σ w·1{some q_k > q_(k+1)} / W.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: Quantile models fitted one by one may contradict each other; anything above 0 is a
      defect. Interval metrics skip crossed rows (n_domain), so look here first.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Edge: lower = upper does not cross.

    Examples
    --------
    >>> df.groupBy("city").agg(F.quantile_crossing_rate("lower", "upper"))
    """
    parameters: Parameters = {"given": given}
    return call_metric("slicewise_quantile_crossing_rate", {"lower": lower, "upper": upper}, parameters, weight, profile, columns)


def quantile_signed_error(
    label: ColumnOrName, prediction: ColumnOrName, *, q: float | None = None, method: str | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Quantile of the signed error: where the errors lie, side by side.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    q : float, optional
        which quantile, a share of the rows; in (0, 1]; 0.5 unless given.
    method : str, optional
        inverted_cdf, linear (numpy's default) or averaged_inverted_cdf; inverted_cdf | linear |
        averaged_inverted_cdf; inverted_cdf unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: smallest x with F(x) ≥ q, F the distribution of e by weight.
    * Range: (-inf, inf).
    * Units: units of the label.
    * Better: zero.
    * Use: q = 0.05 and 0.95 together show a lopsided model that |e| hides. At q = 0.5 it is the
      median bias, robust where mean_error is not.
    * Exactness: exact up to 4,096 distinct values and for integers and float32; else within half a
      bin, at most 0.4 % of the value for ordinary data, at p99.9 as at p50; the bound is reported.
    * Source: numpy 1.24 quantile(method=…); ranks from the decimal q.
    * Edge: no usable rows: undefined.
    * Edge: n < 1/(1 − q) or n < 1/q: the largest or smallest e, with detail extrapolated = 1.
    * Edge: method=linear with unequal weights: undefined.
    * Also called: error_quantile.

    Examples
    --------
    >>> df.groupBy("city").agg(F.quantile_signed_error("label", "prediction"))
    """
    parameters: Parameters = {"q": q, "method": method}
    return call_metric("slicewise_quantile_signed_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def quantile_value(
    value: ColumnOrName, *, q: float | None = None, column: str | None = None, method: str | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Quantile of a column: p95 of a latency, the median of a label.

    Parameters
    ----------
    value : Column or str
        The value that is looked at; a number or a boolean.
    q : float, optional
        which quantile, a share of the rows; in (0, 1]; 0.95 unless given.
    column : str, optional
        the column, or a role such as label or prediction; value unless given.
    method : str, optional
        inverted_cdf, linear (numpy's default) or averaged_inverted_cdf; inverted_cdf | linear |
        averaged_inverted_cdf; inverted_cdf unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: smallest x with F(x) ≥ q, F the distribution of the column by weight.
    * Range: (-inf, inf).
    * Units: units of the column.
    * Better: none.
    * Use: Latencies and sizes beside the accuracy they were bought with. It needs no label; rows
      where only the label is missing count.
    * Exactness: exact up to 4,096 distinct values and for integers and float32; else within half a
      bin, at most 0.4 % of the value for ordinary data, at p99.9 as at p50; the bound is reported.
    * Source: numpy 1.24 quantile(method=…); ranks from the decimal q.
    * Edge: no usable rows: undefined.
    * Edge: n < 1/(1 − q) or n < 1/q: the largest or smallest value, with detail extrapolated = 1.
    * Edge: method=linear with unequal weights: undefined.
    * Also called: column_quantile.

    Examples
    --------
    >>> df.groupBy("city").agg(F.quantile_value("value"))
    """
    parameters: Parameters = {"q": q, "column": column, "method": method}
    return call_metric("slicewise_quantile_value", {"value": value}, parameters, weight, profile, columns)


def r2_score(
    label: ColumnOrName, prediction: ColumnOrName, *, force_finite: bool | None = None, total: str |
    None = None, weight: ColumnOrName | None = None, profile: str | None = None, **columns:
    ColumnOrName
) -> Column:
    """Coefficient of determination: how much better than predicting the slice's mean.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    force_finite : bool, optional
        whether a constant label gives 1 or 0 instead of no value; false unless given.
    total : str, optional
        Σw(y − ȳ)² as it is (weighted), or times (W − 1)/(W − Σw²/W) (unbiased), as MLlib; weighted
        | unbiased; weighted unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 1 − Σ w·e² / Σ w(y − ȳ)².
    * Range: (-inf, 1].
    * Units: none.
    * Better: higher.
    * Use: The share of the label's variance that the model explains. It compares with the mean of
      the slice itself, so the same errors give another R² in a slice of less spread; and a high R²
      can hide a bad tail.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.2 r2_score (whose default is force_finite=true).
    * Edge: fewer than 2 rows: undefined.
    * Edge: constant label: undefined; with force_finite 1 if all errors are 0, else 0.
    * Edge: total=unbiased with weights: changes when all weights double; undefined for W = 1.
    * Edge: an overflow: undefined.
    * Also called: r2.

    Examples
    --------
    >>> df.groupBy("city").agg(F.r2_score("label", "prediction"))
    """
    parameters: Parameters = {"force_finite": force_finite, "total": total}
    return call_metric("slicewise_r2_score", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def relative_absolute_error(
    label: ColumnOrName, prediction: ColumnOrName, baseline: ColumnOrName, *, weight: ColumnOrName |
    None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Total absolute error as a share of another model's (column baseline).

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
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
    * Formula: Σ w·|p − y| / Σ w·|b − y|.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: Below 1 beats the baseline. With last season's value as the baseline it is a MASE that
      needs no training data. A weak baseline flatters every model.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Edge: a perfect baseline: undefined.
    * Edge: an overflow: undefined.
    * Also called: rae.

    Examples
    --------
    >>> df.groupBy("city").agg(F.relative_absolute_error("label", "prediction", "baseline"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_relative_absolute_error", {"label": label, "prediction": prediction, "baseline": baseline}, parameters, weight, profile, columns)


def relative_squared_error(
    label: ColumnOrName, prediction: ColumnOrName, *, against: str | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Total squared error as a share of a reference's: the mean label, or another model.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    against : str, optional
        mean (of the slice's labels) or baseline (another model's column); mean | baseline; mean
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w(p − y)² / Σ w(y − ȳ)², or / Σ w(b − y)² with against=baseline.
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: Below 1 beats the reference. Against the mean it is 1 − r2_score and depends on the
      spread of the slice; against a baseline model it does not.
    * Exactness: exact up to final rounding.
    * Source: torchmetrics 1.4 RelativeSquaredError.
    * Edge: no usable rows: undefined.
    * Edge: a perfect baseline: undefined.
    * Edge: against=mean with fewer than 2 rows or a constant label: undefined.
    * Edge: an overflow: undefined.
    * Also called: rse.

    Examples
    --------
    >>> df.groupBy("city").agg(F.relative_squared_error("label", "prediction"))
    """
    parameters: Parameters = {"against": against}
    return call_metric("slicewise_relative_squared_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def root_mean_squared_error(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Root mean squared error: a typical error, large ones counting more.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: √(Σ w·e² / W).
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Use: Between the mean absolute error and √n times it; a large gap between the two means few
      large errors. It does not average over slices: average their squares.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.4 root_mean_squared_error.
    * Edge: no usable rows: undefined.
    * Edge: |e| above 1.34e154: +Infinity, counted in n_overflow.
    * Also called: rmse.

    Examples
    --------
    >>> df.groupBy("city").agg(F.root_mean_squared_error("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_root_mean_squared_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def root_mean_squared_log_error(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Root mean squared log error: a typical relative error, roughly.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: √(Σ w(ln(1 + p) − ln(1 + y))² / W).
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: 0.1 means about 10 % off, for values well above 1. Below 1 it measures differences rather
      than ratios.
    * Exactness: exact up to final rounding.
    * Source: scikit-learn 1.4 root_mean_squared_log_error, which raises where this skips.
    * Edge: no usable rows: undefined.
    * Edge: y < 0 or p < 0: the row is skipped, n_domain.
    * Also called: rmsle.

    Examples
    --------
    >>> df.groupBy("city").agg(F.root_mean_squared_log_error("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_root_mean_squared_log_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def root_mean_squared_scaled_error(
    label: ColumnOrName, prediction: ColumnOrName, scale: ColumnOrName, *, weight: ColumnOrName |
    None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Root mean squared error in units of the naive forecast's root mean squared error in training
    (column scale).

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    scale : Column or str
        The column in this role; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: √(Σ w·(e/scale)² / W).
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: The accuracy measure of the M5 competition: comparable over series of any unit, and for
      the mean rather than the median as mean_absolute_scaled_error is. The scale must come from the
      training part of each series: this reads a column and cannot check it.
    * Exactness: exact up to the rounding of each row's ratio and final rounding.
    * Source: Makridakis, Spiliotis and Assimakopoulos 2022, doi:10.1016/j.ijforecast.2021.11.013.
    * Edge: no usable rows: undefined.
    * Edge: scale ≤ 0: the row is skipped, n_domain.
    * Edge: a ratio that overflows: +Infinity, counted in n_overflow.
    * Also called: rmsse.

    Examples
    --------
    >>> df.groupBy("city").agg(F.root_mean_squared_scaled_error("label", "prediction", "scale"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_root_mean_squared_scaled_error", {"label": label, "prediction": prediction, "scale": scale}, parameters, weight, profile, columns)


def skill_score(
    label: ColumnOrName, prediction: ColumnOrName, baseline: ColumnOrName, *, against: str | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Skill: the share of another model's squared error that this one removes (column baseline).

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    baseline : Column or str
        The prediction of another model; a number or a boolean.
    against : str, optional
        mean (of the slice's labels) or baseline (another model's column); mean | baseline; baseline
        unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: 1 − Σ w(p − y)² / Σ w(b − y)², or 1 − Σ w(p − y)² / Σ w(y − ȳ)² with against=mean.
    * Range: (-inf, 1].
    * Units: none.
    * Better: higher.
    * Use: 0 is no better than the baseline, 1 perfect, negative worse: climatology, last week or
      the model in production make honest baselines.
    * Exactness: exact up to final rounding.
    * Source: Murphy 1988, doi:10.1175/1520-0493(1988)116<2417:SSBOTM>2.0.CO;2.
    * Edge: no usable rows: undefined.
    * Edge: a perfect baseline: undefined.
    * Edge: against=mean with fewer than 2 rows or a constant label: undefined.
    * Edge: an overflow: undefined.

    Examples
    --------
    >>> df.groupBy("city").agg(F.skill_score("label", "prediction", "baseline"))
    """
    parameters: Parameters = {"against": against}
    return call_metric("slicewise_skill_score", {"label": label, "prediction": prediction, "baseline": baseline}, parameters, weight, profile, columns)


def spearman_corrcoef(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Spearman correlation: the correlation of the ranks of label and prediction.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: cov(R(y), R(p))/√(var R(y)·var R(p)), R the mean rank of equal values, by weight
      (rows of smaller values, and half of the equal ones).
    * Range: [-1, 1].
    * Units: none.
    * Better: higher.
    * Use: Whether predictions rise with the labels, along any increasing curve; outliers have one
      rank's worth of influence. The right order is not the right size.
    * Exactness: exact up to 4,096 distinct pairs; beyond, on the ranks of a joint histogram's bins
      within a certificate, 0.03 or less for continuous data around 0, more where values vary little
      beside their size.
    * Source: scipy 1.10 stats.spearmanr; Spearman 1904.
    * Edge: fewer than 2 rows: undefined.
    * Edge: constant label or prediction: undefined.
    * Edge: all values of one in a single bin, beyond 4,096 distinct pairs: undefined.
    * Also called: spearman, spearmanr, spearman_rho.

    Examples
    --------
    >>> df.groupBy("city").agg(F.spearman_corrcoef("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_spearman_corrcoef", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def squared_pearson(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Squared Pearson correlation: R² after the best linear recalibration.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: cov(y, p)²/(var(y)·var(p)).
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: Its distance from r2_score is what a straight line through the predictions would win
      back. Often reported as R², which it is not: it cannot be negative.
    * Exactness: exact up to final rounding.
    * Source: TFMA squared_pearson_correlation.
    * Edge: fewer than 2 rows: undefined.
    * Edge: constant label or prediction: undefined.
    * Edge: an overflow: undefined.
    * Also called: squared_pearson_correlation.

    Examples
    --------
    >>> df.groupBy("city").agg(F.squared_pearson("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_squared_pearson", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def symmetric_mean_absolute_percentage_error(
    label: ColumnOrName, prediction: ColumnOrName, *, scale: str | None = None, eps: float | None =
    None, weight: ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Symmetric mean absolute percentage error.

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
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·2|e|/max(|y| + |p|, eps) / W, halved or times 100 by scale.
    * Range: [0, 200].
    * Units: none.
    * Better: lower.
    * Use: Bounded, so a label of 0 does no harm; but not symmetric despite its name, and published
      with three different scales: say which.
    * Exactness: exact up to final rounding.
    * Source: torchmetrics 1.4 SymmetricMeanAbsolutePercentageError (scale 0_2, eps 1.17e-6).
    * Edge: no usable rows: undefined.
    * Edge: y = p = 0: the row counts as 0, n_zero_label.
    * Also called: smape.

    Examples
    --------
    >>> df.groupBy("city").agg(F.symmetric_mean_absolute_percentage_error("label", "prediction"))
    """
    parameters: Parameters = {"scale": scale, "eps": eps}
    return call_metric("slicewise_symmetric_mean_absolute_percentage_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def tail_mean_abs_error(
    label: ColumnOrName, prediction: ColumnOrName, *, q: float | None = None, weight: ColumnOrName |
    None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Expected shortfall: the mean absolute error of the worst rows.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    q : float, optional
        the share of the rows that is left out, the best ones; in [0, 1); 0.95 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: mean of the largest (1 − q)·W of |e|, the row on the boundary counted in part.
    * Range: [0, inf).
    * Units: units of the label.
    * Better: lower.
    * Use: How bad the bad cases are; a p99 only says where they begin. A model may lower every mean
      and raise this.
    * Exactness: exact up to 4,096 distinct values and for integers and float32; else within half a
      bin, at most 0.4 % of the value for ordinary data, at p99.9 as at p50; the bound is reported.
    * Source: Rockafellar and Uryasev 2002, doi:10.1016/S0378-4266(02)00271-6.
    * Edge: no usable rows: undefined.
    * Edge: q = 0: the mean absolute error.
    * Edge: less than one row in the tail: the largest |e|.
    * Edge: an error that overflows: +Infinity.
    * Also called: cvar, expected_shortfall.

    Examples
    --------
    >>> df.groupBy("city").agg(F.tail_mean_abs_error("label", "prediction"))
    """
    parameters: Parameters = {"q": q}
    return call_metric("slicewise_tail_mean_abs_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def tail_rate(
    label: ColumnOrName, prediction: ColumnOrName, *, limit: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Share of rows whose absolute error exceeds a limit.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    limit : float, optional
        the largest error that is tolerated, in units of the label; in [0, inf); 1 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{|e| > limit} / W.
    * Range: [0, 1].
    * Units: none.
    * Better: lower.
    * Use: A tolerance that the business agreed on, as a rate. How far beyond the limit does not
      matter here; tail_mean_abs_error tells.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Edge: |e| = limit does not exceed.
    * Also called: exceedance_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.tail_rate("label", "prediction"))
    """
    parameters: Parameters = {"limit": limit}
    return call_metric("slicewise_tail_rate", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def under_rate(
    label: ColumnOrName, prediction: ColumnOrName, *, weight: ColumnOrName | None = None, profile:
    str | None = None, **columns: ColumnOrName
) -> Column:
    """Share of rows whose prediction is below the label.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{e < 0} / W.
    * Range: [0, 1].
    * Units: none.
    * Better: none.
    * Use: Stock-outs, missed deadlines, short staffing: how often the model fell short. It says
      nothing about by how much; asymmetric_cost does.
    * Exactness: exact up to final rounding.
    * Source: numpy mean of prediction < label.
    * Edge: no usable rows: undefined.
    * Edge: e = 0 counts on neither side.
    * Also called: under_prediction_rate.

    Examples
    --------
    >>> df.groupBy("city").agg(F.under_rate("label", "prediction"))
    """
    parameters: Parameters = {}
    return call_metric("slicewise_under_rate", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def weighted_mean_absolute_percentage_error(
    label: ColumnOrName, prediction: ColumnOrName, *, eps: float | None = None, weight: ColumnOrName
    | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Total absolute error as a share of the total label (0.2 is 20 %).

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    eps : float, optional
        the least total label that is divided by, in its units; in [0, inf); 0 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·|e| / max(Σ w·|y|, eps).
    * Range: [0, inf).
    * Units: none.
    * Better: lower.
    * Use: The percentage error for low volumes and zeros: each row counts by its size. Large items
      decide it; slice by size to see the small ones.
    * Exactness: exact up to final rounding.
    * Source: torchmetrics 1.4 WeightedMeanAbsolutePercentageError.
    * Edge: no usable rows: undefined.
    * Edge: all labels 0: undefined, unless eps > 0.
    * Edge: an overflow: undefined.
    * Also called: wape, wmape.

    Examples
    --------
    >>> df.groupBy("city").agg(F.weighted_mean_absolute_percentage_error("label", "prediction"))
    """
    parameters: Parameters = {"eps": eps}
    return call_metric("slicewise_weighted_mean_absolute_percentage_error", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


def within_tolerance_rate(
    label: ColumnOrName, prediction: ColumnOrName, *, limit: float | None = None, weight:
    ColumnOrName | None = None, profile: str | None = None, **columns: ColumnOrName
) -> Column:
    """Share of rows whose absolute error is at most a limit.

    Parameters
    ----------
    label : Column or str
        The observed value; a number or a boolean.
    prediction : Column or str
        The predicted value, probability or score; a number or a boolean.
    limit : float, optional
        the largest error that is tolerated, in units of the label; in [0, inf); 1 unless given.
    weight, profile, **columns
        As for every function: see ``help(slicewise.functions)``.

    Returns
    -------
    pyspark.sql.Column
        One number for a group; NULL where it is undefined.

    Notes
    -----
    * Formula: Σ w·1{|e| ≤ limit} / W = 1 − tail_rate.
    * Range: [0, 1].
    * Units: none.
    * Better: higher.
    * Use: A promise such as within five minutes, as a rate. It cannot tell a near miss from a wild
      one.
    * Exactness: exact up to final rounding.
    * Edge: no usable rows: undefined.
    * Edge: |e| = limit is within.
    * Also called: hit_rate_within.

    Examples
    --------
    >>> df.groupBy("city").agg(F.within_tolerance_rate("label", "prediction"))
    """
    parameters: Parameters = {"limit": limit}
    return call_metric("slicewise_within_tolerance_rate", {"label": label, "prediction": prediction}, parameters, weight, profile, columns)


adjusted_r2_score = adjusted_r2
mean_asymmetric_cost = asymmetric_cost
bias_variance = bias_variance_decomposition
calibration = calibration_ratio
ccc = concordance_corrcoef
concordance_correlation_coefficient = concordance_corrcoef
explained_variance = explained_variance_score
picp = interval_coverage
prediction_interval_coverage = interval_coverage
kendalltau = kendall_tau
kendall_rank_corrcoef = kendall_tau
tau_b = kendall_tau
mae = mean_absolute_error
l1 = mean_absolute_error
mape = mean_absolute_percentage_error
mase = mean_absolute_scaled_error
mda = mean_directional_accuracy
directional_accuracy = mean_directional_accuracy
bias = mean_error
me = mean_error
mean_bias_error = mean_error
winkler = mean_interval_score
winkler_score = mean_interval_score
interval_score = mean_interval_score
mpiw = mean_interval_width
mean_prediction_interval_width = mean_interval_width
mpe = mean_percentage_error
mse = mean_squared_error
l2 = mean_squared_error
msle = mean_squared_log_error
medae = median_absolute_error
min_error = min_signed_error
nrmse = normalized_rmse
normalized_root_mean_squared_error = normalized_rmse
over_prediction_rate = over_rate
pearson = pearson_corrcoef
pearsonr = pearson_corrcoef
correlation = pearson_corrcoef
abs_error_quantile = quantile_abs_error
error_quantile = quantile_signed_error
column_quantile = quantile_value
r2 = r2_score
rae = relative_absolute_error
rse = relative_squared_error
rmse = root_mean_squared_error
rmsle = root_mean_squared_log_error
rmsse = root_mean_squared_scaled_error
spearman = spearman_corrcoef
spearmanr = spearman_corrcoef
spearman_rho = spearman_corrcoef
squared_pearson_correlation = squared_pearson
smape = symmetric_mean_absolute_percentage_error
cvar = tail_mean_abs_error
expected_shortfall = tail_mean_abs_error
exceedance_rate = tail_rate
under_prediction_rate = under_rate
wape = weighted_mean_absolute_percentage_error
wmape = weighted_mean_absolute_percentage_error
hit_rate_within = within_tolerance_rate
