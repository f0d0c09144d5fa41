"""Brings the functions of the jar to a Spark session, and says when they are not there."""

from __future__ import annotations

import re
import weakref
from importlib import resources
from typing import TYPE_CHECKING

from slicewise._errors import SlicewiseError, sentence, spark_errors

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

EXTENSIONS = "dev.slicewise.spark.SlicewiseExtensions"
_CATALOG = ("spark.sql.catalog.slicewise", "dev.slicewise.spark.SlicewiseCatalog")
_OLDEST = (4, 1)
_NEXT = (5, 0)

# A function that only a jar of this release has.
_PROBE = "eval_plan"

# Sessions whose functions were found, so that each is asked once.
_attached: weakref.WeakSet[SparkSession] = weakref.WeakSet()


def jar_path() -> str:
    """Where the application jar lies, for ``--jars`` or ``spark.jars``.

    Returns
    -------
    str
        A path on this machine.

    Raises
    ------
    SlicewiseError
        When this copy of the package was not built with its jar.
    """
    folder = resources.files("slicewise").joinpath("jars")
    jars = sorted(str(entry) for entry in folder.iterdir() if entry.name.endswith(".jar"))
    if not jars:
        raise SlicewiseError(
            f"expected the application jar in {folder}, found none; install the wheel that"
            " python/build.sh makes"
        )
    return jars[-1]


def check_version() -> None:
    """Refuses a PySpark that is not installed or not supported."""
    try:
        import pyspark
    except ImportError:
        raise SlicewiseError(
            "expected PySpark, found none; install it with pip install 'slicewise[pyspark]'"
        ) from None
    found = tuple(int(part) for part in re.findall(r"\d+", pyspark.__version__)[:2])
    if not _OLDEST <= found < _NEXT:
        raise SlicewiseError(
            f"expected PySpark 4.1 or a later 4.x, found {pyspark.__version__}; install one with"
            " pip install 'pyspark>=4.1,<5'"
        )


def configure(builder: SparkSession.Builder) -> SparkSession.Builder:
    """Adds the jar and its functions to the configuration of a session to be started.

    Parameters
    ----------
    builder : SparkSession.Builder
        Of a classic session. What it already says about jars and extensions is kept. For Spark
        Connect start the session first, then call :func:`attach`.

    Returns
    -------
    SparkSession.Builder
        The same builder.

    Examples
    --------
    >>> spark = slicewise.configure(SparkSession.builder.appName("quality")).getOrCreate()
    """
    check_version()
    said = dict(getattr(builder, "_options", {}))
    if said.get("spark.remote"):
        raise SlicewiseError(
            "expected the builder of a classic session, found one of Spark Connect; start it with"
            " getOrCreate() and call slicewise.attach(spark)"
        )
    for key, value in (("spark.jars", jar_path()), ("spark.sql.extensions", EXTENSIONS)):
        values = [entry for entry in str(said.get(key, "")).split(",") if entry]
        if value not in values:
            values.append(value)
        builder = builder.config(key, ",".join(values))
    return builder


def attach(spark: SparkSession) -> SparkSession:
    """Brings the functions to a session that already runs.

    Parameters
    ----------
    spark : SparkSession
        Classic or Connect. A session that has the functions is left as it is. To a Connect server
        the jar is uploaded, for this session alone.

    Returns
    -------
    SparkSession
        The same session.

    Examples
    --------
    >>> slicewise.attach(spark).sql("SELECT rmse(label, prediction) FROM predictions")
    """
    check_version()
    if has_functions(spark):
        return spark
    jar = jar_path()
    try:
        if is_connect(spark):
            spark.addArtifacts(jar)
        else:
            quote = '"' if "'" in jar else "'"
            spark.sql(f"ADD JAR {quote}{jar}{quote}")
        spark.conf.set(*_CATALOG)
        spark.sql("SELECT slicewise.register()").collect()
    except spark_errors() as error:
        raise SlicewiseError(
            f"expected Spark to take the jar {jar}, found: {sentence(error)}; start it with that"
            f" jar in spark.jars and spark.sql.extensions={EXTENSIONS}"
        ) from None
    require_functions(spark)
    return spark


def is_connect(spark: SparkSession) -> bool:
    """Whether a session is one of Spark Connect."""
    return type(spark).__module__.startswith("pyspark.sql.connect")


def has_functions(spark: SparkSession) -> bool:
    """Whether a session has the functions of this release."""
    if spark in _attached:
        return True
    if spark.catalog.functionExists(_PROBE):
        _attached.add(spark)
        return True
    return False


def require_functions(spark: SparkSession) -> None:
    """Says what to do where the functions are not there."""
    check_version()
    if not has_functions(spark):
        where = "the Connect server" if is_connect(spark) else "this Spark session"
        old = spark.catalog.functionExists("eval_state")
        found = "an older jar" if old else "no Slicewise jar"
        todo = (
            "start it with the jar of this package, slicewise.jar_path()"
            if old
            else "call slicewise.attach(spark) first"
        )
        raise SlicewiseError(f"expected {where} to have Slicewise, found {found}; {todo}")
