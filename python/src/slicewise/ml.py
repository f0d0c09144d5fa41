"""Any metric to select models by: for ``CrossValidator`` and ``TrainValidationSplit`` of MLlib."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pyspark.ml.evaluation import JavaEvaluator
from pyspark.ml.param import Param, Params, TypeConverters
from pyspark.ml.param.shared import HasLabelCol, HasPredictionCol, HasWeightCol
from pyspark.ml.util import JavaMLWritable

from slicewise._calls import call
from slicewise._errors import SlicewiseError, translated
from slicewise._frame import expect_frame
from slicewise._session import check_version, require_functions

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

_CLASS = "dev.slicewise.spark.ml.SlicewiseEvaluator"


class SlicewiseEvaluator(
    JavaEvaluator, HasLabelCol, HasPredictionCol, HasWeightCol, JavaMLWritable
):
    """Evaluates predictions by one metric, on a classic session and on Spark Connect.

    The jar best comes when Spark starts: :func:`slicewise.configure`, ``spark.jars``, or
    ``--jars`` of a Connect server, which finds the evaluator by itself.

    Parameters
    ----------
    metricName : str
        A metric that is one number and of which more or less is better, its parameters in
        parentheses: ``"rmse"``, ``"fbeta_score(beta=2, threshold=0.3)"``.
    labelCol, predictionCol : str
        Columns or SQL expressions. A metric that reads one probability a row takes that of class 1
        from a vector of two classes, so ``predictionCol="probability"``.
    weightCol : str, optional
        Of a row; without it every row weighs 1.
    profile : str, default "slicewise"
        Whose conventions parameters follow that are not given.
    roles : mapping of str to str, optional
        Further roles that the metric reads, such as ``{"baseline": "old_prediction"}``.

    Examples
    --------
    >>> CrossValidator(
    ...     estimator=LogisticRegression(), estimatorParamMaps=grid,
    ...     evaluator=SlicewiseEvaluator(metricName="roc_auc", predictionCol="probability"),
    ... ).fit(rows)
    """

    metricName: Param[str] = Param(
        Params._dummy(),
        "metricName",
        "a metric of the catalogue, its parameters in parentheses",
        typeConverter=TypeConverters.toString,
    )
    profile: Param[str] = Param(
        Params._dummy(),
        "profile",
        "whose conventions parameters follow that are not given",
        typeConverter=TypeConverters.toString,
    )
    roles: Param[list[str]] = Param(
        Params._dummy(),
        "roles",
        "columns of other roles, each written role=column",
        typeConverter=TypeConverters.toListString,
    )

    def __init__(
        self,
        *,
        metricName: str | None = None,
        labelCol: str = "label",
        predictionCol: str = "prediction",
        weightCol: str | None = None,
        profile: str = "slicewise",
        roles: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__()
        check_version()
        try:
            self._java_obj = self._new_java_obj(_CLASS, self.uid)
        except TypeError:
            # What Py4J makes of a class that it does not know is a package.
            raise SlicewiseError(
                "expected a session that was started with the Slicewise jar, found none or one that"
                " got it later, which MLlib cannot see; start it with slicewise.configure(builder)"
            ) from None
        self._setDefault(labelCol="label", predictionCol="prediction", profile="slicewise")
        said = {
            "metricName": metricName,
            "labelCol": labelCol,
            "predictionCol": predictionCol,
            "weightCol": weightCol,
            "profile": profile,
            "roles": [f"{role}={column}" for role, column in (roles or {}).items()] or None,
        }
        self._set(**{name: value for name, value in said.items() if value is not None})

    def isLargerBetter(self) -> bool:
        """Whether more of the metric is better, as the catalogue says."""
        from pyspark.sql import SparkSession
        from pyspark.sql import functions as sf

        session = SparkSession.active()
        require_functions(session)
        metric = sf.lit(self.getOrDefault(self.metricName))
        profile = self.getOrDefault(self.profile)
        with translated():
            plan = call("eval_plan", metric, sf.array(sf.lit("")), profile=profile)
            row = session.range(1).select(plan.getField("better").alias("better")).first()
        assert row is not None
        (better,) = row["better"]
        return bool(better == "higher")

    def _evaluate(self, dataset: DataFrame) -> float:
        expect_frame(dataset)
        if not self.isDefined(self.metricName):
            raise SlicewiseError(
                "expected the name of a metric in metricName, found none; say metricName='rmse'"
            )
        try:
            with translated():
                return float(super()._evaluate(dataset))
        except SlicewiseError as error:
            if not ("Unsupported" in str(error) and _CLASS in str(error)):
                raise
            raise SlicewiseError(
                "expected the Connect server to have been started with the Slicewise jar, without"
                " which its MLlib has no such evaluator, found none; start it with --jars"
                " slicewise.jar_path()"
            ) from None

    @classmethod
    def load(cls, path: str) -> SlicewiseEvaluator:
        """Reads an evaluator that was saved, here, in Java or in Scala."""
        from pyspark.sql import SparkSession

        with translated():
            row = SparkSession.active().read.text(f"{path}/metadata").first()
        saved: dict[str, Any] = {} if row is None else json.loads(row["value"])
        if saved.get("class") != _CLASS:
            raise SlicewiseError(
                f"expected a saved {_CLASS} at {path}, found {saved.get('class', 'none')}"
            )
        evaluator = cls()
        evaluator._resetUid(saved["uid"])
        evaluator._set(**saved["paramMap"])
        return evaluator
