"""The functions are those of the catalogue, and say what other libraries say."""

from __future__ import annotations

import inspect
import json
import math
import re
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import PROJECT
from pyspark.sql import Column, SparkSession

from slicewise import functions as F

# A library adds hundreds of doubles one after another; ours is the rounded exact sum.
RELATIVE = 1e-12


def test_they_are_made_from_this_catalogue(
    catalogue: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(PROJECT / "python" / "tools"))
    sys.modules.pop("functions", None)
    import functions as made  # type: ignore[import-not-found]

    made.write(catalogue, tmp_path)
    committed = PROJECT / "python" / "src" / "slicewise" / "functions"
    for written in sorted(tmp_path.iterdir()):
        same = (committed / written.name).read_text("utf-8") == written.read_text("utf-8")
        assert same, (
            f"{written.name} is stale; run bin/slicewise metrics --format json |"
            " python python/tools/functions.py python/src/slicewise/functions"
        )
    assert {path.name for path in committed.glob("_family_*.py")} == {
        path.name for path in tmp_path.glob("_family_*.py")
    }


def test_every_scalar_metric_is_a_documented_function(catalogue: list[dict[str, Any]]) -> None:
    scalar = [page for page in catalogue if page["scalar"]]
    assert len(scalar) > 250
    for page in scalar:
        function = getattr(F, page["id"])
        help_text = inspect.getdoc(function) or ""
        assert help_text.startswith(page["summary"].split()[0])
        for part in ("Parameters\n", "Returns\n", "Notes\n", "Examples\n"):
            assert part in help_text
        parameters = inspect.signature(function).parameters
        for role in page["roles"]:
            assert role in parameters
        assert {"weight", "profile", "columns"} <= parameters.keys()
    for page in catalogue:
        assert page["scalar"] or not hasattr(F, page["id"])


def test_every_function_is_known_to_spark(
    spark: SparkSession, catalogue: list[dict[str, Any]]
) -> None:
    known = {row["function"].split(".")[-1] for row in spark.sql("SHOW USER FUNCTIONS").collect()}
    for page in catalogue:
        if page["scalar"]:
            assert f"slicewise_{page['id']}" in known
            assert set(page["presets"]) <= known


def split(metric: str) -> tuple[str, dict[str, Any]]:
    """``huber(delta=2.0)`` as name and arguments."""
    name, _, rest = metric.partition("(")
    arguments: dict[str, Any] = {}
    for part in re.findall(r"(\w+)=('[^']*'|\[[^\]]*\]|[^,()]+)", rest):
        value = part[1].strip().strip("'")
        try:
            arguments[part[0]] = json.loads(value)
        except ValueError:
            arguments[part[0]] = value
    return name, arguments


def families(folder: Path) -> list[Path]:
    return sorted(path.parent for path in folder.glob("*/family.json"))


def test_they_say_what_other_libraries_say(spark: SparkSession, tables: Path) -> None:
    compared = 0
    for folder in families(tables):
        family = json.loads((folder / "family.json").read_text("utf-8"))
        rows = spark.read.schema(family["schema"]).json(str(folder / "rows.json"))
        columns = rows.columns
        expected = [json.loads(line) for line in (folder / "expected.json").open(encoding="utf-8")]
        calls = {
            oracle["metric"]: call(oracle["metric"], columns, family["profile"])
            for oracle in family["oracles"]
            if not oracle["columns"]
        }
        answers = {
            weighted: {
                row["table"]: row.asDict()
                for row in rows.groupBy("table")
                .agg(
                    *[
                        made(weighted).alias(metric)
                        for metric, made in calls.items()
                        if not weighted or knows_weights(family, metric)
                    ]
                )
                .collect()
            }
            for weighted in (False, True)
        }
        for line in expected:
            if line["metric"] not in calls:
                continue
            estimate = next(
                each["estimate"] for each in family["oracles"] if each["metric"] == line["metric"]
            )
            found = answers[line["weighted"]][line["table"]][line["metric"]]
            value = line["values"][0]
            said = f"{line['metric']} of {line['table']}: {found}, expected {value}"
            if value is None:
                assert found is None, said
            else:
                scale = max(abs(value), line.get("scale") or 0.0)
                near = max(RELATIVE * scale, estimate)
                assert found is not None and math.isclose(found, value, rel_tol=0, abs_tol=near), (
                    said
                )
            compared += 1
    assert compared > 1000


def knows_weights(family: dict[str, Any], metric: str) -> bool:
    return any(each["metric"] == metric and each["weights"] for each in family["oracles"])


def call(metric: str, columns: list[str], profile: str) -> Any:
    name, arguments = split(metric)
    function = getattr(F, name)
    roles = [
        parameter.name
        for parameter in inspect.signature(function).parameters.values()
        if parameter.kind is parameter.POSITIONAL_OR_KEYWORD
    ]
    assert set(roles) <= set(columns)

    def made(weighted: bool) -> Column:
        weight = "weight" if weighted else None
        column: Column = function(*roles, weight=weight, profile=profile, **arguments)
        return column

    return made
