"""Results of an evaluation: kept as states, finished when they are asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from slicewise import _show
from slicewise._calls import call
from slicewise._errors import SlicewiseError, translated
from slicewise._kept import Kept

if TYPE_CHECKING:
    import os

    import pandas
    from pyspark.sql import Column, DataFrame

# Canonical texts of metrics mean the same in every session, whatever profile that one sets.
CANONICAL = "slicewise"

# The columns of stored states without which they are none.
NEEDED = ("definition", "slice_key", "state")


@dataclass(frozen=True)
class Asked:
    """What is asked of the states: metrics (those of the states when None), and how."""

    metrics: str | None
    confidence: float
    invalid: str
    profile: str | None = CANONICAL

    def results(self) -> Column:
        """The results of a state as an array in long form."""
        from pyspark.sql import functions as sf

        return call(
            "eval_results",
            sf.col("state"),
            metrics=self.metrics,
            confidence=self.confidence,
            invalid=self.invalid,
            profile=self.profile,
        )


def stored(keyed: DataFrame) -> DataFrame:
    """States by definition and key, equal slices merged, with what a reader wants to see."""
    from pyspark.sql import functions as sf

    merged = keyed.groupBy("definition", "slice_key").agg(
        call("eval_merge", sf.col("state")).alias("state")
    )
    slice_map = call("slice_map", sf.col("definition"), sf.col("slice_key"))
    info = call("eval_info", sf.col("state"))
    return merged.select(
        "definition",
        sf.map_keys(slice_map).alias("slices"),
        slice_map.alias("slice"),
        "slice_key",
        info.getField("rows").alias("rows"),
        info.getField("fingerprint").alias("fingerprint"),
        "state",
    )


def pandas_of(frame: DataFrame) -> pandas.DataFrame:
    """A frame of Spark as one of pandas, which need not be installed for anything else."""
    try:
        import pandas as pd
    except ImportError:
        raise SlicewiseError(
            "expected pandas, found none; install it with pip install pandas"
        ) from None
    with translated():
        rows = frame.collect()
    return pd.DataFrame([row.asDict() for row in rows], columns=frame.columns)


class Result(Kept):
    """One line per slice and metric, sorted by definition, then value by value.

    Shown by notebooks as a table with intervals. Spark keeps the states until :meth:`close`, or
    the end of a ``with`` block.
    """

    def __init__(
        self,
        states: DataFrame,
        asked: Asked,
        *,
        facts: Sequence[str],
        names: Mapping[str, str] | None = None,
    ) -> None:
        self._states = states
        self._asked = asked
        self._facts = list(facts)
        # What the user calls the columns of models, by their role.
        self._names = dict(names or {})

    @property
    def states(self) -> DataFrame:
        """One row per slice, as ``slicewise evaluate`` writes it: ``definition``, ``slices``,
        ``slice``, ``slice_key``, ``rows``, ``fingerprint``, ``state``. Merges with others of the
        same metrics by :func:`slicewise.merge`."""
        return self._states.orderBy("slice_key")

    def to_spark(self) -> DataFrame:
        """The results in long form, one row per slice and metric.

        Returns
        -------
        pyspark.sql.DataFrame
            Columns ``slices``, ``slice``, ``metric``, ``params``, ``value``, ``n``,
            ``weight_sum``, ``exactness``, ``error_bound``, ``ci_low``, ``ci_high``, ``ci_method``,
            ``reason`` (why there is no value), ``counters`` (rows by what happened to them),
            ``details``, ``curve``, ``curve_names``.
        """
        return self._long(self._states)

    def _long(self, states: DataFrame) -> DataFrame:
        from pyspark.sql import functions as sf

        with translated():
            return (
                states.select("slice_key", "slices", "slice", sf.posexplode(self._asked.results()))
                .orderBy("slice_key", "pos")
                .select("slices", "slice", "col.*")
            )

    def to_pandas(self) -> pandas.DataFrame:
        """The results in long form as a pandas frame; the columns of :meth:`to_spark`."""
        return pandas_of(self.to_spark())

    def select(self, metrics: str | Sequence[str], *, confidence: float | None = None) -> Result:
        """Other questions to the same states, which no row is read for.

        Parameters
        ----------
        metrics : str or sequence of str
            Any metrics that need no more than the states remember.
        confidence : float, optional
            Of the intervals; as before unless given.
        """
        text = metrics if isinstance(metrics, str) else ", ".join(metrics)
        asked = replace(self._asked, metrics=text, profile=None)
        if confidence is not None:
            asked = replace(asked, confidence=confidence)
        selected = Result(self._states, asked, facts=self._facts, names=self._names)
        # Asked of one state, so that what they do not remember is said here.
        selected._rows(1)
        return selected

    def report(
        self, path: str | os.PathLike[str] | None = None, *, title: str | None = None
    ) -> str:
        """The HTML report that the command line writes: one page that loads nothing.

        Parameters
        ----------
        path : path, optional
            Where to write it as well, on this machine.
        title : str, optional
            Its heading.

        Returns
        -------
        str
            The page.
        """
        from pyspark.sql import functions as sf

        if self._states.isEmpty():
            raise SlicewiseError(
                "expected a slice to report on, found none, since there were no rows; the slice of"
                " all rows is always there: slices=['', …]"
            )
        slices = sf.collect_list(sf.struct("definition", "slice_key", "state"))
        page = call(
            "eval_report",
            sf.col("slices"),
            metrics=self._asked.metrics,
            title=title or "Evaluation",
            facts="\n".join(self._facts),
            confidence=self._asked.confidence,
            profile=self._asked.profile,
        )
        with translated():
            row = self._states.agg(slices.alias("slices")).select(page.alias("html")).first()
        assert row is not None
        html = str(row["html"])
        if path is not None:
            Path(path).write_text(html, encoding="utf-8")
        return html

    def _rows(self, slices: int) -> list[_show.Line]:
        """The results of the first slices."""
        first = self.states.limit(slices)
        with translated():
            return [_show.Line.of(row) for row in self._long(first).collect()]

    def __repr__(self) -> str:
        with translated():
            count = self._states.count()
        return _show.text(self._rows(_show.TEXT_SLICES), count)

    def _repr_html_(self) -> str:
        with translated():
            count = self._states.count()
        return _show.html(self._rows(_show.HTML_SLICES), count)

    def close(self) -> None:
        """Lets Spark forget the states; asked again, they are computed again."""
        self._states.unpersist()
