"""Where the Sparks and the JDKs of the matrix come from."""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[5]
TARGET = PROJECT / "src-test/target/spark"


@dataclass(frozen=True)
class Jdk:
    """A JDK; home is None for the java on the path."""

    version: int
    home: Path | None

    def environment(self) -> dict[str, str]:
        return {} if self.home is None else {"JAVA_HOME": str(self.home)}


def jdks(homes: list[str] | None) -> list[Jdk]:
    """The named JDKs, or those that the environment names, one of each version."""
    if not homes:
        names = [name for name in sorted(os.environ) if re.fullmatch(r"JAVA_HOME(_\d+.*)?", name)]
        homes = [os.environ[name] for name in names]
    found = [_jdk(Path(home)) for home in homes] or [_jdk(None)]
    return sorted({jdk.version: jdk for jdk in found}.values(), key=lambda jdk: jdk.version)


def _jdk(home: Path | None) -> Jdk:
    java = "java" if home is None else str(home / "bin/java")
    said = subprocess.run([java, "-version"], capture_output=True, text=True, check=True).stderr
    version = re.search(r'version "(\d+)', said)
    if version is None:
        sys.exit(f"expected a version from {java} -version, found {said!r}; name a JDK with --jdk")
    return Jdk(int(version[1]), home)


def python(folder: Path, spark: str) -> Path:
    """The interpreter of an environment with this Spark, made once."""
    interpreter = folder / "bin/python"
    wanted = f"pyspark[connect]=={spark}\n"
    # Written last: an environment without it was never finished.
    installed = folder / "requirements.txt"
    if not installed.exists() or installed.read_text() != wanted:
        subprocess.run([sys.executable, "-m", "venv", "--clear", folder], check=True)
        command = [interpreter, "-m", "pip", "install", "-q", wanted.strip()]
        subprocess.run(command, check=True)
        installed.write_text(wanted)
    return interpreter


def home(interpreter: Path) -> Path:
    """The SPARK_HOME that a pyspark wheel is."""
    (found,) = interpreter.parent.parent.glob("lib/python*/site-packages/pyspark")
    return found


def jar() -> Path:
    """The newest application jar."""
    jars = list((PROJECT / "jobs/target").glob("slicewise-jobs4_2.13-*-app.jar"))
    if not jars:
        sys.exit("expected the application jar in jobs/target, found none; run bin/slicewise once")
    return max(jars, key=lambda each: each.stat().st_mtime)
