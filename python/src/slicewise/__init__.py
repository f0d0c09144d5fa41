"""Finds out whether a model is right: exact, mergeable evaluation on Apache Spark.

>>> import slicewise
>>> spark = slicewise.configure(SparkSession.builder).getOrCreate()
>>> result = slicewise.evaluate(
...     flights, label="arr_delay", prediction="predicted_delay",
...     metrics=["mae", "rmse"], slices=["", "carrier"],
... )
>>> result.to_pandas()

``slicewise.functions`` holds every metric as an aggregate function for ``groupBy().agg()``.
"""

from slicewise._compare import Comparison, compare
from slicewise._drift import Drift, drift
from slicewise._errors import SlicewiseError
from slicewise._evaluate import evaluate
from slicewise._result import Result
from slicewise._session import attach, configure, jar_path
from slicewise._states import merge, read_states

__all__ = [
    "Comparison",
    "Drift",
    "Result",
    "SlicewiseError",
    "attach",
    "compare",
    "configure",
    "drift",
    "evaluate",
    "jar_path",
    "merge",
    "read_states",
]

__version__ = "0.1.0"
