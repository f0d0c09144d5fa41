"""What every cell must reproduce: the flights as the embedded Spark evaluates them."""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from versions import environment
from versions.environment import PROJECT, Jdk

CONFIG = PROJECT / "examples/flights/evaluate.yaml"


@dataclass(frozen=True)
class Reference:
    """A finished output directory, and the jar that wrote it."""

    folder: Path
    jar: Path

    def metrics(self) -> bytes:
        return (self.folder / "metrics.json").read_bytes()


def evaluate(out: Path, settings: dict[str, str]) -> Path:
    """Runs the command line on the flights."""
    shutil.rmtree(out, ignore_errors=True)
    variables = {k: v for k, v in os.environ.items() if k not in ("SPARK_HOME", "PYTHONPATH")}
    command = [PROJECT / "bin/slicewise", "evaluate", "--config", CONFIG, "--out", out, "--quiet"]
    done = subprocess.run(command, env=variables | settings, capture_output=True, text=True)
    if done.returncode != 0:
        raise AssertionError(f"{' '.join(map(str, command))} failed: {done.stderr[-2000:]}")
    return out


def make(out: Path, jdks: list[Jdk]) -> Reference:
    """Evaluates with the embedded Spark, on the oldest of the JDKs, which it runs on."""
    evaluate(out, jdks[0].environment())
    return Reference(out, environment.jar())
