"""What every generated function does: columns and parameters become one call."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeAlias, Union

from slicewise._calls import Constant, call, named_columns
from slicewise._errors import SlicewiseError
from slicewise._session import require_functions

if TYPE_CHECKING:
    from pyspark.sql import Column

ColumnOrName: TypeAlias = Union["Column", str]
Parameters: TypeAlias = Mapping[str, Constant | None]


def call_metric(
    function: str,
    roles: Mapping[str, ColumnOrName],
    parameters: Parameters,
    weight: ColumnOrName | None,
    profile: str | None,
    columns: Mapping[str, ColumnOrName],
) -> Column:
    """A call of a SQL function with everything by name."""
    expect_functions()
    named = named_columns({**roles, "weight": weight, **columns})
    return call(function, **named, **parameters, profile=profile)


def expect_functions() -> None:
    """Says what to do where the session in use has no functions; none at all is Spark's to say."""
    from pyspark.sql import SparkSession

    try:
        spark = SparkSession.getActiveSession()
    except (AttributeError, RuntimeError) as error:
        raise SlicewiseError("expected a running Spark session, found none; start one") from error
    if spark is not None:
        require_functions(spark)
