"""The frame that is evaluated: what it must be, and the columns that texts stand for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from slicewise._errors import SlicewiseError, nearest

if TYPE_CHECKING:
    from pyspark.sql import Column, DataFrame

_SHOWN = 40
_IDENTIFIER = re.compile(r"[A-Za-z_]\w*|`(?:[^`]|``)+`")


def expect_frame(df: Any) -> DataFrame:
    """Refuses what is no Spark DataFrame, saying how to make one of it."""
    from pyspark.sql import DataFrame

    if isinstance(df, DataFrame):
        return df
    module, name = type(df).__module__, type(df).__qualname__
    if module.startswith("pyspark.pandas"):
        todo = "pass df.to_spark()"
    elif module.startswith("pandas"):
        todo = "pass spark.createDataFrame(df)"
    else:
        todo = "pass what spark.read or spark.sql gives"
    raise SlicewiseError(f"expected a Spark DataFrame, found {module}.{name}; {todo}")


class Columns:
    """Finds the columns that names, SQL expressions and columns stand for."""

    def __init__(self, df: DataFrame) -> None:
        self._df = df
        self._names = df.columns

    def has(self, name: str) -> bool:
        """Whether the frame has a column of this name, in any case."""
        return any(name.lower() == known.lower() for known in self._names)

    def of(self, said: Column | str, what: str) -> Column:
        """The column; ``what`` says in a message what it was to be."""
        from pyspark.sql import Column
        from pyspark.sql import functions as sf

        if isinstance(said, Column):
            return said
        if not isinstance(said, str):
            raise SlicewiseError(
                f"expected a column or its name as {what}, found {type(said).__name__}"
            )
        quoted = len(said) > 1 and said.startswith("`") and said.endswith("`")
        name = said[1:-1].replace("``", "`") if quoted else said
        if self.has(name):
            return sf.col("`" + name.replace("`", "``") + "`")
        if _IDENTIFIER.fullmatch(said):
            shown = ", ".join(self._names[:_SHOWN])
            more = len(self._names) - _SHOWN
            raise SlicewiseError(
                f"expected a column of the frame as {what}, found '{said}'"
                f"{nearest(name, self._names) or ';'} the frame has"
                f" {shown}{f' and {more} more' if more > 0 else ''}"
            )
        return sf.expr(said)
