"""Runs the tests of one module and writes their counts: ``python -m versions.suite MODULE FILE``.

Also what the tests share: the settings of their cell.
"""

import json
import os
import sys
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[5]
FLIGHTS = PROJECT / "examples/flights/flights.parquet"

METRICS = (
    "mean_absolute_error, root_mean_squared_error, mean_error, r2_score, quantile_abs_error(q=0.99)"
)
"""Those of examples/flights/evaluate.yaml, whose states the reference holds."""

COLUMNS = "arr_delay, predicted_delay, key => flight_id"


def jar() -> str:
    return os.environ["SLICEWISE_JAR"]


def folder(name: str) -> Path:
    return Path(os.environ["SLICEWISE_FOLDER"]) / name


def states(spark, definition: str) -> dict[tuple, bytes]:
    """The reference's states of one definition, by the values of its dimensions."""
    table = spark.read.parquet(str(Path(os.environ["SLICEWISE_REFERENCE"]) / "states"))
    rows = table.where(table.definition == definition).collect()
    keys = [tuple(row["slice"][name] for name in row["slices"]) for row in rows]
    return dict(zip(keys, (bytes(row["state"]) for row in rows), strict=True))


def main(module: str, result: Path) -> None:
    suite = unittest.defaultTestLoader.loadTestsFromName(module)
    outcome = unittest.TextTestRunner(verbosity=2).run(suite)
    failed = outcome.failures + outcome.errors
    counts = {
        "passed": outcome.testsRun - len(outcome.skipped) - len(failed),
        "skipped": len(outcome.skipped),
        "problems": [f"{test.id()}: {text.strip().splitlines()[-1]}" for test, text in failed],
    }
    result.write_text(json.dumps(counts))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
