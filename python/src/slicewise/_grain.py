"""States at the finest grain, and what they are rolled up to."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from slicewise._calls import call
from slicewise._result import stored

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, Row

_OTHER = "(other)"


def rolled_up(
    prepared: DataFrame, read: dict[str, Column], plan: Row, state: functools.partial[Column]
) -> DataFrame:
    """The states of all slices: rows are grouped once, by all dimensions together."""
    from pyspark.sql import functions as sf

    dimensions = [sf.col(f"slicewise_dimension_{i}") for i in range(len(plan.dimensions))]
    grain = prepared.groupBy(*dimensions).agg(state(**read).alias("state"))
    values: list[Column | tuple[Column, Column]] = list(dimensions)
    if any(dimension.top is not None for dimension in plan.dimensions):
        grain = grain.persist()
        values = [
            column if dimension.top is None else (column, _others(grain, column, dimension.top))
            for column, dimension in zip(dimensions, plan.dimensions, strict=True)
        ]
    slices = [
        sf.struct(
            sf.lit(each.definition).alias("definition"),
            _key(number, [values[i] for i in each.dimensions], []).alias("slice_key"),
        )
        for number, each in enumerate(plan.slices)
    ]
    keyed = grain.select(sf.explode(sf.array(*slices)).alias("of"), "state").select(
        "of.definition", "of.slice_key", "state"
    )
    for number, each in enumerate(plan.slices):
        if not each.dimensions:
            # All rows are a slice even when there are none. Merged in, no rows change nothing.
            keyed = keyed.unionByName(
                prepared.limit(0)
                .agg(state(**read).alias("state"))
                .select(
                    sf.lit(each.definition).alias("definition"),
                    call("slice_key", sf.lit(number)).alias("slice_key"),
                    "state",
                )
            )
    return stored(keyed)


def _others(grain: DataFrame, value: Column, limit: int) -> Column:
    """Whether a value is none of the most frequent ones; ties go by the order of keys."""
    from pyspark.sql import functions as sf

    rows = (
        grain.where(value.isNotNull())
        .groupBy(value.alias("value"))
        .agg(sf.sum(call("eval_info", sf.col("state")).getField("rows")).alias("rows"))
    )
    by_key = call("slice_key", sf.lit(0), sf.col("value"))
    kept = rows.orderBy(sf.col("rows").desc(), by_key.asc()).limit(limit).collect()
    if not kept:
        return sf.lit(False)
    return sf.coalesce(~value.isin([row["value"] for row in kept]), sf.lit(False))


def _key(number: int, values: list[Any], done: list[Column]) -> Column:
    """The key of a slice; a value that may stand for others is chosen row by row."""
    from pyspark.sql import functions as sf

    if not values:
        return call("slice_key", sf.lit(number), *done)
    first, rest = values[0], values[1:]
    if not isinstance(first, tuple):
        return _key(number, rest, [*done, first])
    column, is_other = first
    return sf.when(is_other, _key(number, rest, [*done, sf.lit(_OTHER)])).otherwise(
        _key(number, rest, [*done, column])
    )
