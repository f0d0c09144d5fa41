"""Writes tables and oracles' values: ``python -m differential FOLDER SEED [FAMILY…]``."""

import json
import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from sklearn import config_context

from differential.families import FAMILIES


def write(folder: Path, name: str, seed: int) -> str:
    """Writes one family: its rows, then what is expected of every metric on every table."""
    family = FAMILIES[name]
    path = folder / name
    path.mkdir(parents=True, exist_ok=True)
    tables = family.draw(seed)
    with (path / "rows.json").open("w") as rows:
        for table in tables:
            rows.writelines(json.dumps(row) + "\n" for row in table.rows())
    # The tables are valid by construction, and validating them takes most of scikit-learn's time.
    with (
        (path / "expected.json").open("w") as lines,
        config_context(assume_finite=True, skip_parameter_validation=True),
    ):
        for drawn in tables:
            for weighted in (False, True):
                table = drawn.read(weighted)
                for oracle in family.oracles:
                    if weighted and not oracle.weights:
                        continue
                    row = oracle.row(table)
                    if row is not None:
                        row |= {"table": drawn.name, "weighted": weighted}
                        lines.write(json.dumps(row) + "\n")
    (path / "family.json").write_text(json.dumps(family.described()))
    return f"{name}: {len(tables)} tables, {len(family.oracles)} oracles"


def main(arguments: list[str]) -> None:
    folder, seed = Path(arguments[0]), int(arguments[1])
    shutil.rmtree(folder, ignore_errors=True)
    asked = arguments[2:] or list(FAMILIES)
    with ProcessPoolExecutor(max_workers=2) as pool:
        for said in pool.map(write, [folder] * len(asked), asked, [seed] * len(asked)):
            print(said, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
