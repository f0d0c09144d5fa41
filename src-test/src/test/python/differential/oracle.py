"""What a library says about a table, in a form that can be compared."""

import math
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import ConstantInputWarning
from sklearn.exceptions import UndefinedMetricWarning

from differential.table import Table

_PACKAGE = Path(__file__).parent

NULL = math.nan
"""What an oracle returns where Slicewise's definition has no value."""


@dataclass(frozen=True)
class Scale:
    """The magnitude of what an oracle adds or subtracts, where that exceeds its result.

    A library that computes 1 - a/b in doubles is right to 1e-16 of 1, not of the result; a
    deviation is measured against the larger of the two.
    """

    reason: str
    of: Callable[[Table], float]


ONE = Scale("one minus a quotient near one", lambda t: 1.0)


@dataclass(frozen=True)
class Oracle:
    """One metric, as ``--metrics`` takes it, and where its value comes from.

    ``undefined`` names how the library itself says that there is no value: ``nan`` (any result
    that is not finite), ``warning`` (an UndefinedMetricWarning or its kin, whatever the result) or
    ``error`` (a ValueError). Exactly then Slicewise has to say NULL; a library that says so
    without being expected to stops the generator.

    ``estimate`` is how far off the documentation says that a value marked as estimated may be.

    ``differs`` marks a deliberate difference: ``value`` is then the formula of what Slicewise says
    instead, and ``library`` what the library says. It has to differ on some table, or the
    difference has ceased to exist.
    """

    metric: str
    value: Callable[[Table], Any]
    undefined: frozenset[str] = frozenset()
    scale: Scale | None = None
    weights: bool = True
    columns: tuple[str, ...] = ()
    differs: str = ""
    library: Callable[[Table], Any] | None = None
    estimate: float = 0.0
    tables: Callable[[Table], bool] = field(default=lambda t: True)

    def row(self, table: Table) -> dict[str, Any] | None:
        """What is expected of the metric on this table; None if it is not asked of it."""
        if not self.tables(table):
            return None
        values = [NULL] if len(table) == 0 else self._checked(self.value, table)
        row: dict[str, Any] = {"metric": self.metric, "values": [_json(v) for v in values]}
        if self.scale is not None and len(table) > 0:
            row["scale"] = _json(float(self.scale.of(table)))
        if self.library is not None and len(table) > 0:
            said = [float(v) for v in np.ravel(_quietly(self.library, table)[0])]
            row["library"] = [_json(v) for v in said]
        return row

    def _checked(self, function: Callable[[Table], Any], table: Table) -> list[float]:
        value, complaint = _quietly(function, table)
        values = [float(v) for v in np.ravel(value)]
        if value is NULL:
            return [NULL]
        if not complaint and not self.columns and not all(map(math.isfinite, values)):
            complaint = "nan"
        if complaint and complaint not in self.undefined:
            raise AssertionError(
                f"expected {self.metric} of {table.name} to be defined, found {complaint}:"
                f" {value}. Name it in undefined, or say what differs."
            )
        return [NULL] if complaint else values


def _quietly(function: Callable[[Table], Any], table: Table) -> tuple[Any, str]:
    with warnings.catch_warnings(record=True) as caught, np.errstate(all="ignore"):
        warnings.simplefilter("always")
        try:
            value = function(table)
        except ValueError as error:
            # Only what a library refuses: our own mistakes should stop the generator.
            if error.__traceback__ is None or _ours(error):
                raise
            return math.nan, "error"
    undefined = (UndefinedMetricWarning, ConstantInputWarning)
    said = any(issubclass(w.category, undefined) for w in caught)
    return value, "warning" if said else ""


def _ours(error: ValueError) -> bool:
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return trace is not None and Path(trace.tb_frame.f_code.co_filename).is_relative_to(_PACKAGE)


def _json(value: float) -> float | str | None:
    """Spark's reader takes infinities as text; NULL is a missing number."""
    if math.isnan(value):
        return None
    return value if math.isfinite(value) else ("Infinity" if value > 0 else "-Infinity")
