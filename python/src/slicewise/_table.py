"""State tables in a directory: which files a choice of model and windows is in."""

from __future__ import annotations

import datetime
import itertools
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from slicewise._coarser import Part
from slicewise._errors import SlicewiseError, nearest, sentence, spark_errors

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

Moment = str | datetime.date

_FORMAT_VERSION = 1
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.timezone.utc)
_MICROSECOND = datetime.timedelta(microseconds=1)

# What Spark would take for a pattern of many paths.
_PATTERN = re.compile(r"([\\{}\[\]*?])")


@dataclass(frozen=True)
class Publication:
    """One model on one window under one plan, as a manifest lists it; instants in microseconds."""

    model: str
    start: int | None
    end: int | None
    definitions: tuple[str, ...]
    fingerprint: str
    files: tuple[str, ...]
    window: str

    @staticmethod
    def of(said: dict[str, Any]) -> Publication:
        """Reads an entry of a manifest."""
        start, end = said["window_start"], said["window_end"]
        return Publication(
            said["model"],
            _micros(start),
            _micros(end),
            tuple(said["definitions"]),
            said["fingerprint"],
            tuple(f"{said['folder']}/{name}" for name in said["files"]),
            "no window" if start is None else f"{start} to {end}",
        )


def _micros(instant: str | None) -> int | None:
    if instant is None:
        return None
    moment = datetime.datetime.fromisoformat(instant.replace("Z", "+00:00"))
    return (moment - _EPOCH) // _MICROSECOND


def publications(spark: SparkSession, location: str) -> list[Publication] | None:
    """What a state table has, in order of model and time; None where there is no table."""
    try:
        # A classic session looks for the folder at once, Connect when rows are asked for.
        manifests = spark.read.text(f"{_literal(location)}/manifests", wholetext=True)
        found = manifests.select("_metadata.file_name", "value").collect()
    except spark_errors() as error:
        if "PATH_NOT_FOUND" in str(error):
            return None
        raise SlicewiseError(
            f"expected to read the state table {location}, found: {sentence(error)}"
        ) from None
    numbered = [row for row in found if re.fullmatch(r"\d{20}\.json", row["file_name"])]
    if not numbered:
        return None
    manifest = json.loads(max(numbered, key=lambda row: row["file_name"])["value"])
    if manifest["format_version"] > _FORMAT_VERSION:
        raise SlicewiseError(
            f"expected a state table of format {_FORMAT_VERSION} at {location}, found format"
            f" {manifest['format_version']}; read it with a newer slicewise"
        )
    entries = [Publication.of(said) for said in manifest["publications"]]
    # Those without a window come first, so that whatever comes after them is beside them.
    return sorted(entries, key=lambda one: (one.model, one.start is not None, one.start or 0))


def chosen(
    spark: SparkSession,
    location: str,
    known: list[Publication],
    model: str | None,
    start: Moment | None,
    end: Moment | None,
) -> tuple[list[Part], int]:
    """The states of one model in whole windows, those of equal definitions together, and how many
    windows they are of."""
    own = _of_model(location, known, model)
    first, last = _instant(spark, "start", start), _instant(spark, "end", end)
    within = [one for one in own if _is_within(one, first, last)]
    if not within:
        raise SlicewiseError(
            f"expected states of model '{own[0].model}' from {start or 'the first window'} to"
            f" {end or 'the last'} in {location}, found none; the table has"
            f" {own[0].window}{f', …, {own[-1].window}' if len(own) > 1 else ''}"
        )
    _refuse_overlap(within)
    together: dict[tuple[str, ...], list[Publication]] = {}
    for one in within:
        together.setdefault(one.definitions, []).append(one)
    parts = []
    for definitions, ones in together.items():
        paths = [f"{_literal(location)}/{_literal(name)}" for one in ones for name in one.files]
        parts.append(Part(spark.read.parquet(*paths), definitions, ones[0].window))
    return parts, len(within)


def _of_model(location: str, known: list[Publication], model: str | None) -> list[Publication]:
    models = list(dict.fromkeys(one.model for one in known))
    if not models:
        raise SlicewiseError(f"expected publications in the state table {location}, found none")
    if model is None and len(models) > 1:
        raise SlicewiseError(
            f"expected model to be one of {', '.join(models)}, found none; {location} has several"
        )
    if model is not None and model not in models:
        raise SlicewiseError(
            f"expected model to be one of {', '.join(models)}, found '{model}'"
            f"{nearest(model, models)}"
        )
    return [one for one in known if one.model == (model or models[0])]


def _instant(spark: SparkSession, name: str, said: Moment | None) -> int | None:
    """Microseconds of a date or time, by the session's clock as Spark reads it."""
    from pyspark.sql import functions as sf

    if said is None:
        return None
    text = said if isinstance(said, str) else said.isoformat()
    moment = sf.try_to_timestamp(sf.lit(text))
    row = spark.range(1).select(sf.unix_micros(moment).alias("micros")).first()
    assert row is not None
    if row["micros"] is None:
        raise SlicewiseError(
            f"expected a date or time such as '2026-11-21' as {name}, found '{text}'"
        )
    return int(row["micros"])


def _is_within(one: Publication, first: int | None, last: int | None) -> bool:
    if first is None and last is None:
        return True
    if one.start is None or one.end is None:
        return False
    if (first is not None and one.end <= first) or (last is not None and one.start >= last):
        return False
    if (first is not None and one.start < first) or (last is not None and one.end > last):
        raise SlicewiseError(
            f"expected start and end between windows, found them inside {one.window}; states"
            " cannot be divided"
        )
    return True


def _refuse_overlap(within: list[Publication]) -> None:
    """A row of two overlapping windows would count twice, and nobody could tell."""
    for before, after in itertools.pairwise(within):
        if before.fingerprint != after.fingerprint:
            # States of two plans are refused by whoever merges them, in words that say so.
            continue
        if before.end is None:
            raise SlicewiseError(
                "expected states of windows, found some without a window beside them, which may be"
                " of the same rows; say which windows with start and end"
            )
        if after.start is not None and after.start < before.end:
            raise SlicewiseError(
                f"expected windows that do not overlap, found {before.window} and {after.window};"
                " rows of both would count twice, so say which with start and end"
            )


def _literal(path: str) -> str:
    return _PATTERN.sub(r"\\\1", path)
