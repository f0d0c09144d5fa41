"""Findings over many slices: adjusted together, kept by Spark, shown by notebooks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from slicewise import _show, _verdicts
from slicewise._calls import Constant, call
from slicewise._errors import translated
from slicewise._kept import Kept
from slicewise._result import pandas_of

if TYPE_CHECKING:
    import pandas
    from pyspark.sql import Column, DataFrame

# What sorts findings, beside their position in a slice.
KEYS = ("window_key", "window", "slice_key", "slices", "slice")


def together(found: DataFrame, adjust: str, **said: Constant) -> DataFrame:
    """Adjusts the arrays ``found`` of all slices of a window in one call."""
    from pyspark.sql import functions as sf

    each = found.select(*KEYS, sf.posexplode("found").alias("pos", "finding"))
    rest = sf.struct("slice_key", "slices", "slice", "pos", "finding")
    windows = each.groupBy("window_key", "window").agg(sf.collect_list(rest).alias("all"))
    findings = sf.transform("all", lambda one: one["finding"])
    pairs = sf.arrays_zip(sf.col("all"), call(adjust, findings, **said).alias("adjusted"))
    return windows.select("window_key", "window", sf.explode(pairs).alias("pair")).select(
        "window_key",
        "window",
        "pair.all.slice_key",
        "pair.all.slices",
        "pair.all.slice",
        "pair.all.pos",
        "pair.adjusted.*",
    )


class Judged(Kept):
    """Findings about slices, one line each; Spark keeps them until :meth:`close`."""

    _shown: ClassVar[_verdicts.Kind]

    def __init__(self, findings: DataFrame) -> None:
        with translated():
            self._findings = findings.persist()
            # The work is done here, so that what is wrong is said here.
            self._findings.count()

    def _sorted(self, *leading: Column) -> DataFrame:
        return self._findings.orderBy(*leading, "window_key", "slice_key", "pos")

    def to_spark(self) -> DataFrame:
        """The findings as a frame, one row each, sorted by window, slice and question."""
        return self._sorted().drop("window_key", "slice_key", "pos")

    def to_pandas(self) -> pandas.DataFrame:
        """The findings as a pandas frame; the columns of :meth:`to_spark`."""
        return pandas_of(self.to_spark())

    def _lines(self, limit: int) -> tuple[dict[str, int], list[_verdicts.Line]]:
        """How many there are of each verdict, and those to be shown."""
        from pyspark.sql import functions as sf

        grave = sf.lit(len(self._shown.verdicts))
        for place, verdict in reversed(list(enumerate(self._shown.verdicts))):
            grave = sf.when(sf.col("verdict") == verdict, place).otherwise(grave)
        part = sf.size("slices") > 0
        order = [part, grave] if self._shown.whole_first else [grave, part]
        with translated():
            counts = {
                row["verdict"]: row["count"]
                for row in self._findings.groupBy("verdict").count().collect()
            }
            rows = self._sorted(*order).limit(limit).collect()
        return counts, self._shown.lines(rows)

    def __repr__(self) -> str:
        return _verdicts.text(self._shown, *self._lines(_show.TEXT_SLICES))

    def _repr_html_(self) -> str:
        return _verdicts.html(self._shown, *self._lines(_show.HTML_SLICES))

    def close(self) -> None:
        """Lets Spark forget the findings; asked again, they are computed again."""
        self._findings.unpersist()
