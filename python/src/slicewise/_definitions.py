"""Slice definitions as Slicewise reads them: their dimensions, and keys of coarser slices."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from slicewise._calls import call
from slicewise._errors import SlicewiseError

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame, SparkSession


@dataclass(frozen=True)
class Definition:
    """A definition of slices: its text, and of every dimension the name and the text."""

    text: str
    names: tuple[str, ...]
    dimensions: tuple[str, ...]
    has_top: bool

    def without(self, position: int) -> str:
        """The definition with all other dimensions."""
        return ", ".join(self.dimensions[:position] + self.dimensions[position + 1 :])


def entries(what: str, said: Iterable[str]) -> list[str]:
    """A list of texts, and nothing that Python would join or walk through by mistake."""
    if not isinstance(said, Iterable):
        raise SlicewiseError(f"expected {what} as a text or a list of texts, found {said!r}")
    found = list(said)
    for entry in found:
        if not isinstance(entry, str):
            name = getattr(entry, "__name__", None) or repr(entry)
            raise SlicewiseError(
                f"expected {what} as a text or a list of texts, found {name}, a"
                f" {type(entry).__name__}; write it as a text"
            )
    return found


def texts(slices: str | Sequence[str | Sequence[str]]) -> list[str]:
    """Definitions as a text, texts, or lists of dimensions."""
    if isinstance(slices, str):
        return [slices]
    if not isinstance(slices, Iterable):
        raise SlicewiseError(
            f"expected slices as a text or a list of definitions, '' for all rows, found {slices!r}"
        )
    return [
        entry if isinstance(entry, str) else ", ".join(entries("a slice", entry))
        for entry in slices
    ]


def described(spark: SparkSession, said: Sequence[str]) -> list[Definition]:
    """Definitions in their canonical form, each once."""
    from pyspark.sql import functions as sf

    if not said:
        return []
    definitions = sf.array(*[sf.lit(text) for text in said])
    plan = call("eval_plan", sf.lit("count"), definitions).alias("plan")
    row = spark.range(1).select(plan).first()
    assert row is not None
    dimensions = row["plan"]["dimensions"]
    return [
        Definition(
            each["definition"],
            tuple(each["names"]),
            tuple(dimensions[i]["text"] for i in each["dimensions"]),
            any(dimensions[i]["top"] is not None for i in each["dimensions"]),
        )
        for each in row["plan"]["slices"]
    ]


def canonical(spark: SparkSession, slices: str | Sequence[str | Sequence[str]]) -> list[str]:
    """The texts of definitions as Slicewise writes them."""
    return [each.text for each in described(spark, texts(slices))]


def stored(states: DataFrame) -> list[str]:
    """The texts of the definitions that states are of, in the order of their keys."""
    from pyspark.sql import functions as sf

    found = (
        states.groupBy("definition")
        .agg(sf.min(sf.substring("slice_key", 1, 2)).alias("number"))
        .orderBy("number", "definition")
        .collect()
    )
    return [row["definition"] for row in found]


def number(definitions: Sequence[str]) -> Column:
    """The first two bytes of the key of a slice: the place of its definition among these."""
    from pyspark.sql import functions as sf

    found = sf.lit(None).cast("binary")
    for position, text in enumerate(definitions):
        same = sf.col("definition") == sf.lit(text)
        found = sf.when(same, sf.lit(bearing(position))).otherwise(found)
    return found


def bearing(position: int) -> bytearray:
    """The bytes of a definition's number."""
    return bytearray(position.to_bytes(2, "big"))


def values(key: Column) -> Column:
    """What follows the number of the definition in a key."""
    from pyspark.sql import functions as sf

    return sf.substr(key, sf.lit(3))


def part(positions: Sequence[int]) -> Column:
    """The values of a slice's key at these positions."""
    from pyspark.sql import functions as sf

    key = call("slice_part", sf.col("slice_key"), sf.lit(0), *[sf.lit(i) for i in positions])
    return values(key)
