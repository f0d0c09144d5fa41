"""The notebooks run, and say what they said when they were committed, to the last digit."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import nbformat
import pyspark
import pytest
from conftest import PROJECT
from nbclient import NotebookClient

import slicewise

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
