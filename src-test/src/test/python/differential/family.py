"""Tables of one kind, with all that is asked of them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from differential.oracle import Oracle
from differential.table import Drawn


@dataclass(frozen=True)
class Family:
    """A kind of tables.

    ``schema`` is the columns' types as Spark reads them; columns are named by role. ``profile`` is
    the library whose conventions Slicewise is asked for.
    """

    name: str
    schema: str
    draw: Callable[[int], list[Drawn]]
    oracles: tuple[Oracle, ...]
    profile: str = "slicewise"

    def described(self) -> dict[str, Any]:
        """What the test has to know beyond rows and values."""
        return {
            "profile": self.profile,
            "schema": f"table STRING, {self.schema}, weight DOUBLE",
            "oracles": [
                {
                    "metric": o.metric,
                    "weights": o.weights,
                    "columns": list(o.columns),
                    "scale": o.scale.reason if o.scale else "",
                    "differs": o.differs,
                    "estimate": o.estimate,
                }
                for o in self.oracles
            ],
        }
