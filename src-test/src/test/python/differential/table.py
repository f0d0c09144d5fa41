"""A table of rows: as it is given to Slicewise, and as an oracle reads it."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Table:
    """The rows of one table that count: complete, finite and, if weighted, of positive weight.

    A row of weight 0 influences nothing in Slicewise, as in the curves of scikit-learn; its other
    functions would still count such a row's class or error, so oracles do not see it.
    """

    name: str
    columns: dict[str, Any]
    w: Array | None

    def __len__(self) -> int:
        return len(self.columns["label"])

    def __getitem__(self, name: str) -> Any:
        return self.columns[name]

    @property
    def y(self) -> Any:
        return self.columns["label"]

    @property
    def p(self) -> Any:
        return self.columns["prediction"]

    @property
    def e(self) -> Array:
        return self.p - self.y

    def mean(self, values: Any) -> float:
        """The weighted mean."""
        return float(np.average(values, weights=self.w))

    def sum(self, values: Any) -> float:
        """The weighted sum."""
        return float(np.sum(values if self.w is None else values * self.w))


@dataclass(frozen=True)
class Drawn:
    """A table as drawn: columns by role, of which numbers may be missing or not finite."""

    name: str
    columns: dict[str, list[Any]]

    def rows(self) -> Iterator[dict[str, Any]]:
        """The rows for Slicewise."""
        names = list(self.columns)
        for values in zip(*self.columns.values(), strict=True):
            yield {"table": self.name} | {n: _text(v) for n, v in zip(names, values, strict=True)}

    def read(self, weighted: bool) -> Table:
        """What an oracle sees."""
        weights = self.columns["weight"]
        used = [
            i
            for i in range(len(weights))
            if all(_finite(c[i]) for n, c in self.columns.items() if n != "weight")
            and (not weighted or (_finite(weights[i]) and weights[i] > 0))
        ]
        columns = {
            n: _array([c[i] for i in used]) for n, c in self.columns.items() if n != "weight"
        }
        w = np.array([weights[i] for i in used], dtype=float) if weighted else None
        return Table(self.name, columns, w)


def _array(values: list[Any]) -> Any:
    numbers = all(isinstance(v, int | float) for v in values)
    return np.array(values, dtype=float) if numbers else values


def _finite(value: Any) -> bool:
    return value is not None and not (isinstance(value, float) and not math.isfinite(value))


def _text(value: Any) -> Any:
    """Spark's JSON reader takes NaN and infinities as quoted text."""
    if isinstance(value, float) and not math.isfinite(value):
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    return value
