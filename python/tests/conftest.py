"""A session of Spark, classic or Connect, and where the command line left its results."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pyspark.sql import DataFrame, SparkSession

import slicewise

PROJECT = Path(__file__).resolve().parents[2]
FLIGHTS = str(PROJECT / "examples" / "flights" / "flights.parquet")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--connect", action="store_true", help="a session of Spark Connect")
    parser.addoption("--cli", default="", help="what slicewise evaluate wrote for the flights")
    parser.addoption("--catalogue", default="", help="what slicewise metrics --format json wrote")
    parser.addoption("--year", default="", help="a state table and what merge wrote of a spring")
    parser.addoption("--doors", default="", help="states of the same rows through other doors")
    parser.addoption("--tables", default="", help="tables with values of other libraries")


@pytest.fixture(scope="session")
def connect(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--connect"))


@pytest.fixture(scope="session")
def bare(connect: bool) -> Iterator[SparkSession]:
    """A session that does not have the jar."""
    builder = SparkSession.builder.config("spark.sql.shuffle.partitions", "2")
    if connect:
        session = builder.remote("local[2]").getOrCreate()
    else:
        builder = builder.master("local[2]").config("spark.ui.enabled", "false")
        session = builder.getOrCreate()
    yield session
    session.stop()


@pytest.fixture(scope="session")
def said_without_jar(bare: SparkSession) -> list[str]:
    """What is said while the session does not have the jar."""
    from slicewise import functions

    said = []
    frame = bare.createDataFrame([(1.0, 2.0)], "y double, p double")
    for ask in (
        lambda: slicewise.evaluate(frame, label="y", prediction="p", metrics="mae"),
        lambda: functions.mae("y", "p"),
        lambda: slicewise.read_states(bare, "nowhere"),
    ):
        with pytest.raises(slicewise.SlicewiseError) as caught:
            ask()
        said.append(str(caught.value))
    return said


@pytest.fixture(scope="session")
def spark(bare: SparkSession, said_without_jar: list[str]) -> SparkSession:
    """The same session with the jar."""
    assert said_without_jar
    return slicewise.attach(bare)


@pytest.fixture(scope="session")
def flights(spark: SparkSession) -> DataFrame:
    return spark.read.parquet(FLIGHTS)


def said_by(ask: Callable[[], object]) -> str:
    """The one sentence in which something is refused."""
    with pytest.raises(slicewise.SlicewiseError) as caught:
        ask()
    said = str(caught.value)
    assert "\n" not in said and "Exception" not in said and "JVM" not in said
    return said


def option(request: pytest.FixtureRequest, name: str) -> Path:
    path = request.config.getoption(name)
    if not path:
        pytest.skip(f"needs {name}")
    return Path(path)


@pytest.fixture(scope="session")
def cli(request: pytest.FixtureRequest) -> Path:
    return option(request, "--cli")


@pytest.fixture(scope="session")
def catalogue(request: pytest.FixtureRequest) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(option(request, "--catalogue").read_text("utf-8"))
    return found


@pytest.fixture(scope="session")
def tables(request: pytest.FixtureRequest) -> Path:
    return option(request, "--tables")


@pytest.fixture(scope="session")
def state_table(request: pytest.FixtureRequest) -> Path:
    return option(request, "--year") / "states"


@pytest.fixture(scope="session")
def merged(request: pytest.FixtureRequest) -> Path:
    return option(request, "--year") / "merged"


@pytest.fixture(scope="session")
def doors(request: pytest.FixtureRequest) -> Path:
    return option(request, "--doors")


@pytest.fixture(scope="session")
def drifted(request: pytest.FixtureRequest) -> Path:
    return option(request, "--year") / "drift"


@pytest.fixture(scope="session")
def paired(request: pytest.FixtureRequest) -> Path:
    return option(request, "--year") / "paired"


@pytest.fixture(scope="session")
def unpaired(request: pytest.FixtureRequest) -> Path:
    return option(request, "--year") / "unpaired"
