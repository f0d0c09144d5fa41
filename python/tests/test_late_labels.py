"""The example of a stream with late labels, killed on the way, makes the command line's table."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import PROJECT
from pyspark.sql import DataFrame, SparkSession
from test_written_states import load, rows

HOURS = 9
STARTS = (4, 8)
"""After which hours the query is started."""


@pytest.fixture(scope="module")
def example() -> Any:
    path = PROJECT / "examples" / "streaming" / "late_labels.py"
    spec = importlib.util.spec_from_file_location("late_labels_example", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def moment(minute: int) -> str:
    return f"2026-01-01T{minute // 60:02d}:{minute % 60:02d}:00Z"


def arrive(folder: Path, hour: int) -> None:
    """An hour of predictions, and the labels that land in it, of one row in three never."""
    now = range(hour * 60, hour * 60 + 60)
    predictions = [
        {
            "flight_id": i,
            "predicted_at": moment(i),
            "carrier": "AB"[i % 2] if i % 7 else None,
            "predicted_delay": (i * 7919 % 1000) / 7,
        }
        for i in now
    ]
    labels = [
        {"flight_id": i, "landed_at": moment(i + i % 150), "arr_delay": (i * 104729 % 1000) / 9}
        for i in range(now.stop)
        if i % 3 and i + i % 150 in now
    ]
    for name, lines in (("predictions", predictions), ("labels", labels)):
        (folder / name).mkdir(exist_ok=True)
        (folder / name / f"{hour:03d}.json").write_text("\n".join(map(json.dumps, lines)))


def killed(real: Callable[..., None], folder: Path) -> Callable[..., None]:
    """Publishes, but dies once after a publish that Spark was not told of, and once before one."""

    def publish(hours: DataFrame, run_id: str, states: str) -> None:
        done = {mark: (folder / mark).exists() for mark in ("after", "before")}
        if hours.isEmpty() or all(done.values()):
            real(hours, run_id, states)
            return
        mark = "before" if done["after"] else "after"
        (folder / mark).touch()
        if mark == "after":
            real(hours, run_id, states)
        raise RuntimeError("killed")

    return publish


def evaluated(folder: Path, example: Any) -> Path:
    """The state table that the command line makes of the same rows."""
    query = (
        "SELECT p.flight_id, carrier, CAST(predicted_at AS TIMESTAMP) AS predicted_at,"
        f" predicted_delay, arr_delay FROM json.`{folder}/predictions` p"
        f" JOIN json.`{folder}/labels` l ON p.flight_id = l.flight_id"
    )
    options = {
        "sql": query,
        "metrics": example.METRICS,
        "label": "arr_delay",
        "prediction": "predicted_delay",
        "key": "flight_id",
        "model": example.MODEL,
        "time-column": "predicted_at",
        "window": "hour",
        "state-table": str(folder / "evaluated"),
    }
    command = [PROJECT / "bin" / "slicewise", "evaluate", "--slice=", "--slice=carrier", "--quiet"]
    command += [f"--{name}={value}" for name, value in options.items()]
    variables = {k: v for k, v in os.environ.items() if k not in ("SPARK_HOME", "PYTHONPATH")}
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return folder / "evaluated"


def test_labels_that_come_late_are_published(
    spark: SparkSession, example: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(example, "publish", killed(example.publish, tmp_path))
    places = [str(tmp_path / name) for name in ("predictions", "labels", "states", "checkpoint")]
    crashes = 0
    for hour in range(HOURS):
        arrive(tmp_path, hour)
        while hour in STARTS:
            query = example.start(spark, *places)
            try:
                query.awaitTermination()
                break
            except Exception as error:
                assert "killed" in str(error)
                crashes += 1
    assert crashes == 2

    expected = load(spark, evaluated(tmp_path, example))
    found = rows(load(spark, tmp_path / "states"), "run_id")
    windows = {row["window_start"] for row in found}
    assert 3 <= len(windows) < HOURS
    assert len(found) == 4 * len(windows)
    assert found == [row for row in rows(expected, "run_id") if row["window_start"] in windows]
    # Windows that are evaluated again, as when a label came too late, take their own place.
    again = example.windows(
        spark.read.schema(example.PREDICTIONS).json(places[0]),
        spark.read.schema(example.LABELS).json(places[1]),
    )
    example.publish(again, "again", places[2])
    assert rows(load(spark, tmp_path / "states"), "run_id") == rows(expected, "run_id")
