"""The notebooks run, and say what they said when they were committed, to the last digit."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import nbformat
import pyspark
import pytest
from conftest import PROJECT
from nbclient import NotebookClient

import slicewise
from slicewise._show import number

FOLDER = PROJECT / "examples" / "notebooks"


def said(notebook: Any) -> list[list[str]]:
    """What cells wrote and showed; warnings on the error stream and pictures vary."""
    outputs = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            outputs.append(
                [
                    str(output.get("text") or output.get("data", {}).get("text/plain"))
                    for output in cell.outputs
                    if output.get("name") != "stderr"
                ]
            )
    return outputs


@pytest.fixture(autouse=True)
def java_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the first lines of the Java notebook ask for; other kernels do not read it."""
    jars = Path(pyspark.__file__).parent / "jars"
    monkeypatch.setenv("JJAVA_CLASSPATH", f"{jars}/*{os.pathsep}{slicewise.jar_path()}")
    monkeypatch.setenv("JJAVA_JVM_OPTS", f"@{PROJECT / 'bin' / 'spark.jvmargs'}")
    if "JAVA_HOME" in os.environ:
        java = Path(os.environ["JAVA_HOME"]) / "bin"
        monkeypatch.setenv("PATH", f"{java}{os.pathsep}{os.environ['PATH']}")


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ipynb")), ids=lambda path: path.stem)
def test_it_says_the_same(path: Path) -> None:
    committed = nbformat.read(path, as_version=4)
    run = nbformat.read(path, as_version=4)
    client = NotebookClient(run, timeout=240, resources={"metadata": {"path": str(FOLDER)}})
    client.execute()
    expected, found = said(committed), said(run)
    assert sum(len(outputs) for outputs in expected) >= 5
    for cell, (before, now) in enumerate(zip(expected, found, strict=True)):
        assert now == before, f"code cell {cell} of {path.name}"


def shown(first: str) -> list[list[str]]:
    """The cells of the committed table whose code begins like this, without head and summary."""
    notebook = nbformat.read(FOLDER / "flights.ipynb", as_version=4)
    [cell] = [each for each in notebook.cells if each.source.startswith(first)]
    text = cell.outputs[-1]["data"]["text/plain"]
    return [re.split(r"\s{2,}", line) for line in text.split("\n")[1:-1]]


def label(line: dict[str, Any]) -> str:
    return ", ".join(f"{key} = {value}" for key, value in line["slice"].items()) or "all rows"


def written(path: Path) -> list[dict[str, Any]]:
    lines: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return lines


def interval(value: float, low: float | None, high: float | None) -> str:
    return f"{number(value)} [{number(low)}, {number(high)}]"


def test_its_digits_are_those_of_the_command_line(cli: Path, drifted: Path, paired: Path) -> None:
    metrics = {(label(line), line["metric"]): line for line in written(cli / "metrics.json")}
    table = shown("result = slicewise.evaluate(")
    assert len(table) == 20
    for name, _, mae, *_ in table:
        line = metrics[name, "mean_absolute_error"]
        assert mae == interval(line["value"], line["ci_low"], line["ci_high"])

    compared = {(label(line), line["metric"]): line for line in written(paired / "comparison.json")}
    table = shown("both = slicewise.evaluate(")
    assert len(table) == 20
    for name, n, metric, baseline, before, model, now, delta, verdict in table:
        line = compared[name, metric]
        assert [baseline, model] == ["p_late_baseline", "p_late"]
        assert [n, before, now] == [
            f"{line['n']:,}",
            number(line["baseline_value"]),
            number(line["value"]),
        ]
        assert delta == interval(line["delta"], line["ci_low"], line["ci_high"])
        assert verdict.split()[1] == line["verdict"]

    findings = {
        (label(line), int(line["window_start"][5:7]), line["column"], line["method"]): line
        for line in written(drifted / "drift.json")
        if line["comparison"] == "BASELINE"
    }
    table = shown("asked = {")
    assert len(table) == 20
    for name, month, column, method, _, limit, value, verdict in table:
        line = findings[name, int(month), column, method.replace("change", "metric_drift")]
        assert limit == f"{line['direction']} {number(line['threshold'])}"
        assert value.split(" [")[0] == number(line["value"])
        assert verdict.split()[1] == line["verdict"]
