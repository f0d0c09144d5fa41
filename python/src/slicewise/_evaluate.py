"""Evaluates a frame: states at the finest grain, rolled up to every definition of slices."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from slicewise._calls import call
from slicewise._definitions import entries, texts
from slicewise._errors import SlicewiseError, translated
from slicewise._frame import Columns, expect_frame
from slicewise._grain import rolled_up
from slicewise._result import CANONICAL, Asked, Result
from slicewise._session import check_version, require_functions

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, Row


def evaluate(
    df: DataFrame,
    *,
    label: Column | str | None = None,
    prediction: Column | str | None = None,
    weight: Column | str | None = None,
    baseline: Column | str | None = None,
    metrics: str | Sequence[str],
    slices: str | Sequence[str | Sequence[str]] = ("",),
    roles: Mapping[str, Column | str] | None = None,
    key: Column | str | None = None,
    positive_label: str | None = None,
    confidence: float = 0.95,
    jackknife: bool = False,
    invalid: str = "skip",
    profile: str | None = None,
) -> Result:
    """Evaluates predictions: all metrics, for every slice, reading the rows once.

    Parameters
    ----------
    df : pyspark.sql.DataFrame
        Of a classic session or of Spark Connect.
    label, prediction : Column or str, optional
        The observed and the predicted value: a column, its name or a SQL expression. A role that is
        not given stands for the column of its own name.
    weight : Column or str, optional
        Of a row, finite and at least 0; without it every row weighs 1.
    baseline : Column or str, optional
        Another model's predictions on the same rows. Every metric is evaluated of both, and their
        difference remembered for :func:`slicewise.compare`.
    metrics : str or sequence of str
        Names with parameters, such as ``"mae"``, ``"quantile_abs_error(q=0.99)"``.
    slices : str or sequence, default all rows
        Definitions of slices: a text as ``--slice`` takes it (``"carrier"``, ``"carrier, origin"``,
        ``"bucket(distance, 500, 1000)"``, ``"time(day, month)"``, ``"top(dest, 10)"``, a SQL
        expression ``AS`` a name; ``""`` for all rows), or a list of such dimensions.
    roles : mapping of str to Column or str, optional
        Further roles that metrics read, such as ``{"baseline": "old_prediction"}``.
    key : Column or str, optional
        What identifies a row, for hash groups and ties; without it, the columns that are read.
    positive_label : str, optional
        The label that counts as 1, for labels that are not 0, 1 or boolean.
    confidence : float, default 0.95
        Of the intervals, in (0, 1); 0 for none, which needs less memory.
    jackknife : bool, default False
        Intervals for every metric from 32 hash groups: up to 32 times the memory a slice.
    invalid : {"skip", "fail", "null"}, default "skip"
        What happens to rows that a metric cannot use; they are counted in any case.
    profile : str, optional
        Whose conventions parameters follow that are not given: slicewise, sklearn, mllib,
        torchmetrics or tfma.

    Returns
    -------
    Result
        Lazy but for the states, which Spark keeps until :meth:`Result.close`.

    Raises
    ------
    SlicewiseError
        When the question cannot be answered; the message says what to do.

    Examples
    --------
    >>> result = slicewise.evaluate(
    ...     flights, label="arr_delay", prediction="predicted_delay",
    ...     metrics=["mae", "rmse"], slices=["", "carrier", ["carrier", "origin"]],
    ... )
    >>> result.to_pandas()
    """
    check_version()
    frame = expect_frame(df)
    require_functions(frame.sparkSession)
    if not isinstance(confidence, (int, float)) or not 0 <= confidence < 1:
        raise SlicewiseError(f"expected a confidence in (0, 1) or 0 for none, found {confidence!r}")
    given: dict[str, Column | str | None] = {"label": label, "prediction": prediction}
    given |= {**(roles or {}), "weight": weight}
    if baseline is not None:
        given["baseline"] = baseline
    flags: dict[str, Any] = {
        "intervals": confidence > 0,
        "jackknife": jackknife,
        "profile": profile,
    }
    with translated():
        asking = {**flags, "weighted": weight is not None, "compared": baseline is not None}
        plan = _plan(frame, _metrics(metrics), texts(slices) or [""], asking)
        columns = Columns(frame)
        found = _roles(columns, plan, given)
        if positive_label is not None and "label" in found:
            found["label"] = _positive(found["label"], positive_label)
        if key is not None:
            found["key"] = columns.of(key, "row key")
        prepared, read = _prepared(frame, columns, plan, found)
        text = ", ".join(plan.metrics)
        flags["profile"] = CANONICAL
        state = functools.partial(call, "eval_state", _literal(text), **flags)
        states = rolled_up(prepared, read, plan, state).persist()
        asked = Asked(text, confidence, invalid)
        facts = [f"{role}: {said}" for role, said in given.items() if isinstance(said, str)]
        models = {
            role: said
            for role, said in given.items()
            if role in ("prediction", "baseline") and isinstance(said, str)
        }
        result = Result(states, asked, facts=facts, names=models)
        # The work is done here, so that what is wrong is said here.
        states.count()
    return result


def _metrics(metrics: str | Iterable[str]) -> str:
    text = metrics if isinstance(metrics, str) else ", ".join(entries("metrics", metrics))
    if not text.strip():
        raise SlicewiseError("expected at least one metric, such as metrics=['mae'], found none")
    return text


def _literal(value: object) -> Column:
    from pyspark.sql import functions as sf

    return sf.lit(value)


def _plan(df: DataFrame, metrics: str, slices: list[str], asking: dict[str, Any]) -> Row:
    """What Slicewise makes of the question: roles, dimensions, definitions."""
    from pyspark.sql import functions as sf

    definitions = sf.array(*[sf.lit(text) for text in slices])
    plan = call("eval_plan", sf.lit(metrics), definitions, **asking)
    row = df.sparkSession.range(1).select(plan.alias("plan")).first()
    assert row is not None
    found: Row = row["plan"]
    return found


def _roles(columns: Columns, plan: Row, given: dict[str, Column | str | None]) -> dict[str, Column]:
    unknown = [
        role
        for role, said in given.items()
        if said is not None
        and role not in plan.roles
        and role not in ("label", "prediction", "weight")
    ]
    if unknown:
        raise SlicewiseError(
            f"expected roles that the metrics read, {', '.join(plan.roles)}, found"
            f" '{unknown[0]}'; correct it or leave it out"
        )
    found: dict[str, Column] = {}
    for role in plan.roles:
        said = given.get(role)
        if said is None and not columns.has(role):
            raise SlicewiseError(
                f"expected a column as {role}, which the metrics read, found none; give it as"
                + (f" {role}='…'" if role in given else f" roles={{'{role}': '…'}}")
            )
        found[role] = columns.of(role if said is None else said, role)
    return found


def _positive(label: Column, positive: str) -> Column:
    from pyspark.sql import functions as sf

    is_positive = (label.cast("string") == sf.lit(positive)).cast("double")
    return sf.when(label.isNotNull(), is_positive)


def _prepared(
    df: DataFrame, columns: Columns, plan: Row, found: dict[str, Column]
) -> tuple[DataFrame, dict[str, Column]]:
    """The rows with just what is read: roles, key, values of the finest grain's dimensions."""
    from pyspark.sql import functions as sf

    selected = [column.alias(f"slicewise_{role}") for role, column in found.items()]
    for i, dimension in enumerate(plan.dimensions):
        source = columns.of(dimension.source, f"slice {dimension.name}")
        value = call("slice_value", sf.lit(dimension.text), source)
        selected.append(value.alias(f"slicewise_dimension_{i}"))
    return df.select(*selected), {role: sf.col(f"slicewise_{role}") for role in found}
