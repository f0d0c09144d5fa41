"""python -m browser FOLDER REPORT.html…: opens every report and prints what is wrong with it.

`python -m browser FOLDER` alone writes the directories to make reports of, and nothing else.
"""

import sys
from pathlib import Path

from . import fixtures


def main(folder, reports):
    if not reports:
        fixtures.write(folder / "ordinary")
        fixtures.write(folder / "hostile", hostile=True)
        return 0
    from .check import check

    checks, problems = check(folder, reports)
    for problem in problems:
        print(problem)
    print(f"{checks} checks of {len(reports)} reports, {len(problems)} problems")
    return 1 if problems else 0


sys.exit(main(Path(sys.argv[1]), [Path(report) for report in sys.argv[2:]]))
