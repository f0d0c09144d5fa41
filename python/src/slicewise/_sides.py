"""Two sets of stored states side by side: every slice of either, in every window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from slicewise import _definitions
from slicewise._calls import call
from slicewise._definitions import Definition
from slicewise._errors import SlicewiseError, nearest
from slicewise._frame import expect_frame
from slicewise._result import NEEDED, Result
from slicewise._session import require_functions

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame


def expect_states(said: Any, what: str) -> DataFrame:
    """The frame of states that was given as ``what``."""
    if isinstance(said, Result):
        return said._states.select(*NEEDED)
    if isinstance(said, str):
        raise SlicewiseError(
            f"expected a result or a frame of states as {what}, found the text '{said}'; states"
            " that are kept are read by slicewise.read_states(spark, …)"
        )
    frame = expect_frame(said)
    require_functions(frame.sparkSession)
    missing = [name for name in NEEDED if name not in frame.columns]
    if missing:
        raise SlicewiseError(
            f"expected columns {', '.join(NEEDED)} of stored states as {what}, found no"
            f" {missing[0]} among {', '.join(frame.columns)}; rows become states by"
            " slicewise.evaluate"
        )
    merged = call("eval_merge", frame["state"]).alias("state")
    return frame.groupBy("definition", "slice_key").agg(merged)


@dataclass(frozen=True)
class Side:
    """States by definition, window and the values of their slice."""

    states: DataFrame
    definitions: list[str]

    @staticmethod
    def of(states: DataFrame, what: str, slices: list[str] | None, by: str | None = None) -> Side:
        """Takes the window off the keys, and leaves out definitions that were not asked for."""
        known = _definitions.described(states.sparkSession, _definitions.stored(states))
        made = _made(known, what, by)
        texts = [text for _, text, _ in made]
        missing = [text for text in slices or [] if text not in texts]
        if missing and known:
            raise SlicewiseError(
                "expected slice definitions that are stored"
                f" ({', '.join(repr(text) for text in texts)}), found '{missing[0]}' for {what};"
                " slicewise.merge(states, slices=[…]) makes coarser ones"
            )
        kept = [each for each in made if slices is None or each[1] in slices]
        return Side(_keyed(states, kept), [text for _, text, _ in kept])


def _made(
    known: list[Definition], what: str, by: str | None
) -> list[tuple[Definition, str, int | None]]:
    """Of every definition with a window: itself, what it is without, and where the window is."""
    if by is None:
        return [(each, each.text, None) for each in known]
    made: list[tuple[Definition, str, int | None]] = []
    for each in known:
        if by in each.names:
            at = each.names.index(by)
            # "month, carrier" and "carrier, month" are the same slices, once.
            if each.without(at) not in [text for _, text, _ in made]:
                made.append((each, each.without(at), at))
    if known and not made:
        names = sorted({name for each in known for name in each.names})
        raise SlicewiseError(
            f"expected the dimension '{by}' in slice definitions of {what}, found"
            f" {', '.join(names) or 'none'}{nearest(by, names)}"
        )
    return made


def _keyed(states: DataFrame, kept: list[tuple[Definition, str, int | None]]) -> DataFrame:
    from pyspark.sql import functions as sf

    nothing = sf.lit(None)
    definition, window = nothing.cast("string"), nothing.cast("string")
    window_key, values = nothing.cast("binary"), nothing.cast("binary")
    key = sf.col("slice_key")
    for stored, text, at in kept:
        same = sf.col("definition") == sf.lit(stored.text)
        definition = sf.when(same, sf.lit(text)).otherwise(definition)
        if at is None:
            window_key = sf.when(same, sf.lit(bytearray())).otherwise(window_key)
            values = sf.when(same, _definitions.values(key)).otherwise(values)
            continue
        shown = call("slice_map", sf.col("definition"), key)[stored.names[at]]
        window = sf.when(same, shown).otherwise(window)
        window_key = sf.when(same, _definitions.part([at])).otherwise(window_key)
        others = [i for i in range(len(stored.names)) if i != at]
        values = sf.when(same, _definitions.part(others)).otherwise(values)
    return states.select(
        definition.alias("definition"),
        window.alias("window"),
        window_key.alias("window_key"),
        values.alias("values"),
        "state",
    ).where(sf.col("definition").isNotNull())


def expect_one_plan(first: DataFrame, second: DataFrame) -> None:
    """Refuses states that were made for different metrics, in words."""
    from pyspark.sql import functions as sf

    info = call("eval_info", sf.col("state")).alias("info")
    plans = [side.limit(1).select(info).collect() for side in (first, second)]
    if all(plans) and plans[0][0]["info"]["fingerprint"] != plans[1][0]["info"]["fingerprint"]:
        found = " and ".join(", ".join(plan[0]["info"]["metrics"]) for plan in plans)
        raise SlicewiseError(
            f"expected states of one plan, found those of 2: {found}; evaluate both sides with the"
            " same metrics, confidence and weight"
        )


def beside(before: Side, after: Side, *, windows: bool) -> tuple[DataFrame, list[str]]:
    """Every slice of either side in every window, with both of its states or one."""
    from pyspark.sql import functions as sf

    definitions = list(dict.fromkeys(after.definitions + before.definitions))
    if before.definitions and after.definitions:
        common = [text for text in before.definitions if text in after.definitions]
        if not common:
            raise SlicewiseError(
                "expected slices that both sides have, found those by"
                f" {', '.join(repr(text) for text in before.definitions)} and by"
                f" {', '.join(repr(text) for text in after.definitions)}; evaluate both with the"
                " same definitions, or merge one to coarser ones"
            )
    if windows:
        every = after.states.select("window_key", "window").distinct()
    else:
        every = before.states.sparkSession.range(1).select(
            sf.lit(bytearray()).alias("window_key"), sf.lit(None).cast("string").alias("window")
        )
    reference = before.states.select(
        "definition", "values", sf.col("state").alias("reference")
    ).crossJoin(every.select("window_key", sf.col("window").alias("other_window")))
    current = after.states.withColumnRenamed("state", "current")
    joined = reference.join(current, ["definition", "window_key", "values"], "full_outer")
    return joined.withColumn("window", sf.coalesce("window", "other_window")), definitions


def shown(definitions: Sequence[str]) -> list[Column]:
    """The key of a slice in one order for all, and what readers see of it."""
    from pyspark.sql import functions as sf

    key = sf.concat(_definitions.number(definitions), sf.col("values"))
    slice_map = call("slice_map", sf.col("definition"), key)
    return [
        key.alias("slice_key"),
        sf.map_keys(slice_map).alias("slices"),
        slice_map.alias("slice"),
    ]
