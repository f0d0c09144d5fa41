"""One Spark on one Java: runs the suites in processes of their own and counts what passed."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from versions import environment, reference
from versions.environment import PROJECT, Jdk
from versions.reference import Reference

SECONDS = 900

TESTS = PROJECT / "src-test/src/test/python"

LAST_JAVA = {"4.1": 22}
"""The last Java that a line of Spark runs on, where its Hadoop calls what later ones refuse."""


@dataclass
class Cell:
    """What is tested, and then how many tests passed."""

    spark: str
    java: Jdk
    python: Path
    folder: Path
    passed: int = 0
    skipped: int = 0
    problems: list[str] = field(default_factory=list)

    def possible(self) -> bool:
        line = self.spark.rpartition(".")[0]
        return self.java.version <= LAST_JAVA.get(line, self.java.version)

    def counts(self) -> str:
        if not self.possible():
            return "Spark does not run on it: getSubject is not supported"
        more = f", {self.skipped} skipped" if self.skipped else ""
        return f"{self.passed} passed{more}" + (", FAILED" if self.problems else "")

    def line(self) -> str:
        return f"Spark {self.spark}, Java {self.java.version}: {self.counts()}"


def run(cell: Cell, suites: list[str], known: Reference) -> Cell:
    """Runs the command line and the suites."""
    if not cell.possible():
        return cell
    shutil.rmtree(cell.folder, ignore_errors=True)
    cell.folder.mkdir(parents=True)
    home = environment.home(cell.python)
    java = cell.java.environment()
    try:
        out = reference.evaluate(cell.folder / "evaluated", java | {"SPARK_HOME": str(home)})
        if (out / "metrics.json").read_bytes() != known.metrics():
            raise AssertionError(f"{out}/metrics.json differs from the one in {known.folder}")
        cell.passed += 1
    except AssertionError as problem:
        cell.problems.append(str(problem))
    settings = {
        # The package as it stands; the jar is the session's.
        "PYTHONPATH": os.pathsep.join([str(TESTS), str(PROJECT / "python/src")]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYSPARK_PYTHON": str(cell.python),
        "SPARK_HOME": str(home),
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SLICEWISE_JAR": str(known.jar),
        "SLICEWISE_REFERENCE": str(known.folder),
        "SLICEWISE_FOLDER": str(cell.folder),
        "SLICEWISE_SPARK": cell.spark,
    }
    for suite in suites:
        _run_suite(cell, suite, {**os.environ, **java, **settings})
    return cell


def _run_suite(cell: Cell, suite: str, variables: dict[str, str]) -> None:
    result = cell.folder / f"{suite}.json"
    log = cell.folder / f"{suite}.log"
    with log.open("w") as output:
        subprocess.run(
            [cell.python, "-m", "versions.suite", f"versions.{suite}", result],
            env=variables,
            stdout=output,
            stderr=subprocess.STDOUT,
            timeout=SECONDS,
            check=False,
        )
    if not result.exists():
        cell.problems.append(f"{suite} ended early, see {log}")
        return
    counted = json.loads(result.read_text())
    cell.passed += counted["passed"]
    cell.skipped += counted["skipped"]
    cell.problems += [f"{suite}: {problem}" for problem in counted["problems"]]
    if counted["passed"] + counted["skipped"] + len(counted["problems"]) == 0:
        cell.problems.append(f"{suite} holds no test")
