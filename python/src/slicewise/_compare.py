"""Comparison of models: on the same rows, or each on its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from slicewise import _sides, _verdicts
from slicewise._calls import call, text_array
from slicewise._definitions import canonical
from slicewise._errors import translated
from slicewise._judged import Judged, together
from slicewise._result import Result
from slicewise._show import number

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, Row


def _line(row: Row, metric: str) -> _verdicts.Line:
    delta, low, high = row["delta"], row["ci_low"], row["ci_high"]
    drawing = None
    if delta is not None:
        drawing = _verdicts.Drawing(delta, low, high, 0.0, f"{row['model']}\0{metric}")
    return _verdicts.Line(
        _verdicts.label(row["slice"]),
        (
            f"{row['n']:,}",
            metric,
            row["baseline"],
            number(row["baseline_value"]),
            row["model"],
            number(row["value"]),
            _verdicts.interval(delta, low, high),
        ),
        row["verdict"],
        row["reason"],
        drawing,
    )


class Comparison(Judged):
    """Comparisons of a model with a baseline: one metric of one slice a line.

    Shown by notebooks as a table with the interval of the difference beside 0. ``to_spark()`` and
    ``to_pandas()`` give the columns of the command line's ``comparison.json``: ``slices``,
    ``slice``, ``metric``, ``params``, ``model``, ``baseline``, ``paired``, ``value``,
    ``baseline_value``, ``delta`` (value − baseline_value), ``ci_low``, ``ci_high``,
    ``ci_method``, ``p_value``, ``p_adjusted``, ``test``, ``n``, ``wins``, ``ties``, ``losses``,
    ``margin``, ``p_non_inferior``, ``verdict`` (better, worse, non_inferior, equivalent,
    inconclusive, undefined), ``reason``.
    """

    _shown = _verdicts.Kind(
        "comparisons",
        ("worse", "better", "non_inferior", "equivalent", "inconclusive", "undefined"),
        True,
        ("n", "metric", "baseline", "its value", "model", "its value", "difference"),
        "metric",
        _line,
    )


def compare(
    model: DataFrame | Result,
    baseline: DataFrame | Result | None = None,
    *,
    metrics: str | Sequence[str] | None = None,
    slices: str | Sequence[str | Sequence[str]] | None = None,
    margins: Mapping[str, float] | None = None,
    names: tuple[str, str] | None = None,
    min_rows: int = 30,
    confidence: float = 0.95,
) -> Comparison:
    """Finds out which model is better, where, and how sure that is. Reads no row.

    Of one result, two models on the same rows: it was evaluated with a ``baseline``. What makes a
    row hard for both cancels, so that small differences show. Of two results, each model on its
    own rows, or one model on two windows. What is found is, to the digit, what
    ``slicewise compare`` writes for the same states.

    Parameters
    ----------
    model : Result or pyspark.sql.DataFrame
        A result of :func:`slicewise.evaluate`, :func:`slicewise.merge` or
        :func:`slicewise.read_states`, or a frame with columns ``definition``, ``slice_key`` and
        ``state``.
    baseline : Result or pyspark.sql.DataFrame, optional
        The states of other rows to compare with, of the same metrics. Without it, the states of
        ``model`` must remember the differences.
    metrics : str or sequence of str, optional
        Which metrics; all that the states remember unless given.
    slices : str or sequence, optional
        Which definitions, as in :func:`slicewise.evaluate`; all that are stored unless given.
    margins : mapping, optional
        How much worse is tolerated, by metric and in its units: ``{"mae": 0.5}``. With it, a model
        can be called non_inferior or equivalent.
    names : tuple of str, optional
        What to call model and baseline; else as their columns, or ``("model", "baseline")``.
    min_rows : int, default 30
        Slices of fewer rows are called neither better nor worse, and do not count among many.
    confidence : float, default 0.95
        Of the intervals, in (0, 1).

    Returns
    -------
    Comparison
        Verdicts go by the interval of the difference and the direction of the metric. Better and
        worse also need the p-value adjusted by Benjamini and Hochberg over the slices of one metric
        to agree: among a hundred slices some intervals miss 0 by chance. A slice that only one side
        has is a line with a reason, and without a difference.

    Raises
    ------
    SlicewiseError
        When the states do not remember what is asked, are of different plans, or have no
        definition in common; the message says what to do.

    Examples
    --------
    >>> both = slicewise.evaluate(
    ...     flights, label="arr_delay", prediction="predicted_delay",
    ...     baseline="predicted_delay_baseline", metrics=["mae", "rmse"], slices=["", "carrier"],
    ... )
    >>> slicewise.compare(both, margins={"mae": 0.5})
    >>> slicewise.compare(this_week, last_week, names=("this week", "last week"))
    """
    with translated():
        after = _sides.expect_states(model, "model")
        named = None if slices is None else canonical(after.sparkSession, slices)
        said = {
            "metrics": metrics
            if metrics is None or isinstance(metrics, str)
            else ", ".join(metrics),
            "margins": text_array(f"{name}={size!r}" for name, size in (margins or {}).items()),
            "confidence": confidence,
        }
        if baseline is None:
            side = _sides.Side.of(after, "model", named)
            every, definitions = side.states, side.definitions
            found = call("eval_compare", every["state"], **said)
            of_roles = model._names if isinstance(model, Result) else {}
            called = {"prediction": names[0], "baseline": names[1]} if names else of_roles
        else:
            before = _sides.expect_states(baseline, "baseline")
            _sides.expect_one_plan(before, after)
            every, definitions = _sides.beside(
                _sides.Side.of(before, "the baseline", named),
                _sides.Side.of(after, "the model", named),
                windows=False,
            )
            found = call("eval_compare", every["current"], every["reference"], **said)
            called = dict(zip(("model", "baseline"), names or (), strict=False))
        keyed = every.select(
            "window_key", "window", *_sides.shown(definitions), found.alias("found")
        )
        judged = together(keyed, "eval_compare_adjusted", min_rows=min_rows, confidence=confidence)
        return Comparison(
            judged.drop("window")
            .withColumn("model", _called(judged["model"], called))
            .withColumn("baseline", _called(judged["baseline"], called))
        )


def _called(role: Column, names: Mapping[str, str]) -> Column:
    """What the user calls a model, where that is known."""
    from pyspark.sql import functions as sf

    name = role
    for known, said in names.items():
        name = sf.when(role == sf.lit(known), sf.lit(said)).otherwise(name)
    return name
