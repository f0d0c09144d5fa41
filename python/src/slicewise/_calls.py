"""Calls of the SQL functions through Spark's public column API, the same on classic and Connect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import Column

Constant = str | float | int | bool


def call(name: str, *columns: Column, **named: Column | Constant | None) -> Column:
    """A function with positional columns and named arguments; None stands for not given."""
    from pyspark.sql import functions as sf

    arguments = list(columns)
    fields = [_column(value).alias(key) for key, value in named.items() if value is not None]
    if fields:
        # Columns know no named arguments; the functions take a last struct for them.
        arguments.append(sf.struct(*fields))
    return sf.call_function(name, *arguments)


def _column(value: Column | Constant) -> Column:
    from pyspark.sql import functions as sf

    return sf.lit(value) if isinstance(value, (str, float, int, bool)) else value


def text_array(texts: Iterable[str]) -> Column | None:
    """A constant array of texts; None for none, since an array of nothing has no type."""
    from pyspark.sql import functions as sf

    found = [sf.lit(text) for text in texts]
    return sf.array(*found) if found else None


def named_columns(columns: Mapping[str, Column | Constant | None]) -> dict[str, Column]:
    """Names of columns as columns; what is not given is left out."""
    from pyspark.sql import functions as sf

    return {
        key: sf.col(value) if isinstance(value, str) else _column(value)
        for key, value in columns.items()
        if value is not None
    }
