"""One jar, every Spark 4, every Java: ``python3 src-test/src/test/python/versions --help``."""

import argparse
import os
import sys
from pathlib import Path

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from versions import environment, reference
from versions.cell import Cell, run

VERSIONS = ["4.1.0", "4.1.3", "4.2.0", "4.3.0"]
"""The first and a later patch of the oldest line, the line with checksums, the newest line."""

SUITES = ["classic", "streaming", "connect", "lost_executor"]


def main() -> int:
    parser = argparse.ArgumentParser(prog="versions", description=__doc__)
    parser.add_argument("--spark", default=",".join(VERSIONS), help="versions, by commas")
    parser.add_argument(
        "--jdk",
        action="append",
        help="home of a JDK, may be repeated; else those that JAVA_HOME and JAVA_HOME_<version>…"
        " name, else the java on the path",
    )
    parser.add_argument("--suites", default=",".join(SUITES), help="by commas")
    parser.add_argument("--folder", type=Path, default=environment.TARGET, help="for everything")
    asked = parser.parse_args()
    jdks = environment.jdks(asked.jdk)
    known = reference.make(asked.folder / "reference", jdks)
    cells = []
    for spark in asked.spark.split(","):
        python = environment.python(asked.folder / spark, spark)
        for java in jdks:
            cell = Cell(spark, java, python, asked.folder / "cells" / f"{spark}-java{java.version}")
            cells.append(run(cell, asked.suites.split(","), known))
            print(cells[-1].line(), flush=True)
    print("\n" + "\n".join(table(cells)))
    for cell in cells:
        for problem in cell.problems:
            print(f"\nSpark {cell.spark}, Java {cell.java.version}: {problem}", file=sys.stderr)
    return 1 if any(cell.problems for cell in cells) or not cells else 0


def table(cells: list[Cell]) -> list[str]:
    """The matrix in Markdown: passed tests, and skipped ones where there are any."""
    javas = sorted({cell.java.version for cell in cells})
    lines = ["| Spark | " + " | ".join(f"Java {java}" for java in javas) + " |"]
    lines.append("|---" * (len(javas) + 1) + "|")
    for spark in dict.fromkeys(cell.spark for cell in cells):
        row = {cell.java.version: cell.counts() for cell in cells if cell.spark == spark}
        lines.append(f"| {spark} | " + " | ".join(row.get(java, "") for java in javas) + " |")
    return lines


if __name__ == "__main__":
    os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
    sys.exit(main())
