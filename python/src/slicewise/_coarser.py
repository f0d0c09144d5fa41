"""Longer windows and coarser slices of stored states, each from the coarsest that has them."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING

from slicewise import _definitions
from slicewise._calls import call
from slicewise._definitions import Definition, described
from slicewise._errors import SlicewiseError

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_UNITS = ("hour", "day", "week", "month", "quarter", "year")
_START, _END = "window_start", "window_end"


@dataclass(frozen=True)
class Part:
    """States that are merged with others: which definitions they have, and of what they are."""

    states: DataFrame
    definitions: Sequence[str]
    what: str


def window_definition(unit: str) -> str:
    """The dimension of windows of a unit, as a text."""
    if unit not in _UNITS:
        raise SlicewiseError(f"expected window to be one of {', '.join(_UNITS)}, found '{unit}'")
    return f"time({_START}, {unit}) AS window"


def projected(
    parts: Sequence[Part],
    slices: Sequence[str] | None,
    *,
    windows: bool,
    unit: str | None = None,
) -> DataFrame:
    """The states of all parts under the keys of what is made of them; equal keys are not merged.

    ``windows`` says whether the parts are of different windows, in which the most frequent values
    are others.
    """
    spark = parts[0].states.sparkSession
    made = _made(parts, slices, windows)
    window = None if unit is None else described(spark, [window_definition(unit)])[0].text
    projects = False
    frames = []
    for part in parts:
        stored = described(spark, part.definitions)
        for number, wanted in enumerate(made):
            source = _source(wanted, stored, part.what)
            projects |= len(source.names) > len(wanted.names)
            positions = [source.dimensions.index(text) for text in wanted.dimensions]
            frames.append(_of(part.states, source, wanted, number, positions, window))
    all_states = reduce(lambda a, b: a.unionByName(b), frames)
    if projects:
        _refuse_queries(parts[0].states)
    return all_states


def _made(parts: Sequence[Part], slices: Sequence[str] | None, windows: bool) -> list[Definition]:
    spark = parts[0].states.sparkSession
    if slices is not None:
        asked = described(spark, slices)
        for each in asked:
            if windows and each.has_top:
                raise SlicewiseError(
                    "expected definitions that mean the same everywhere as slices, found"
                    f" '{each.text}': the most frequent values of one window are not those of"
                    " another; evaluate the rows with it, or name definitions without top()"
                )
        return asked
    every = list(dict.fromkeys(text for part in parts for text in part.definitions))
    kept = [
        each
        for each in described(spark, every)
        if all(each.text in part.definitions for part in parts) and not (windows and each.has_top)
    ]
    said = [each.text for each in kept]
    if not kept:
        raise SlicewiseError(
            "expected a slice definition that means the same in all windows, found"
            f" {', '.join(repr(text) for text in every)}, none of them; choose windows with start"
            " and end, or say with slices what to make of them"
        )
    if len(kept) < len(every):
        left = ", ".join(repr(text) for text in every if text not in said)
        warnings.warn(
            f"not every window has slices by {left} that mean the same: they are left out",
            stacklevel=4,
        )
    return kept


def _source(wanted: Definition, stored: list[Definition], what: str) -> Definition:
    finer = [each for each in stored if set(wanted.dimensions) <= set(each.dimensions)]
    if not finer:
        raise SlicewiseError(
            f"expected a stored definition with all dimensions of slices '{wanted.text}', found"
            f" {', '.join(repr(each.text) for each in stored)} in {what}; evaluate those rows with"
            " it"
        )
    return min(finer, key=lambda each: len(each.names))


def _of(
    states: DataFrame,
    source: Definition,
    wanted: Definition,
    number: int,
    positions: list[int],
    window: str | None,
) -> DataFrame:
    from pyspark.sql import functions as sf

    values = _definitions.part(positions)
    text = wanted.text
    if window is not None:
        value = call("slice_value", sf.lit(window), sf.col(_START))
        values = sf.concat(_definitions.values(call("slice_key", sf.lit(0), value)), values)
        text = f"{window}, {text}" if text else window
    key = sf.concat(sf.lit(_definitions.bearing(number)), values)
    return states.where(sf.col("definition") == sf.lit(source.text)).select(
        sf.lit(text).alias("definition"), key.alias("slice_key"), "state"
    )


def _refuse_queries(states: DataFrame) -> None:
    from pyspark.sql import functions as sf

    queries = call("eval_info", sf.col("state")).getField("queries").alias("queries")
    row = states.select(queries).first()
    if row is not None and row["queries"]:
        raise SlicewiseError(
            "expected stored definitions as slices, found finer ones of states of queries; the"
            " candidates of a query are in several slices, so that slices of queries cannot be"
            " joined; evaluate the rows with the definition"
        )


def expect_aligned(parts: Sequence[Part], unit: str) -> None:
    """Refuses states of no window, and of windows that do not lie within one of the unit."""
    from pyspark.sql import functions as sf

    dimension = sf.lit(window_definition(unit))
    last = sf.col(_END) - sf.expr("INTERVAL 0.000001 SECOND")
    ends = [call("slice_value", dimension, end) for end in (sf.col(_START), last)]
    for part in parts:
        windows = part.states.select(_START, _END).distinct()
        wrong = (
            windows.where(~ends[0].eqNullSafe(ends[1]) | ends[0].isNull()).orderBy(_START).first()
        )
        if wrong is not None and wrong[_START] is None:
            raise SlicewiseError(
                f"expected states of windows to make one of each {unit}, found some without a"
                " window; leave out window, or choose others with start and end"
            )
        if wrong is not None:
            raise SlicewiseError(
                f"expected windows that lie within one {unit} each, found {wrong[_START]} to"
                f" {wrong[_END]}, which does"
                " not by the session's clock (spark.sql.session.timeZone); choose another window"
            )
