"""Models are selected by metrics of the catalogue, on a classic session and on Connect alike."""

import shutil
from contextlib import AbstractContextManager

from pyspark.ml.classification import LogisticRegression
from pyspark.ml.evaluation import BinaryClassificationEvaluator
from pyspark.ml.linalg import Vectors
from pyspark.ml.tuning import CrossValidator, ParamGridBuilder
from pyspark.sql import DataFrame, SparkSession
from slicewise import SlicewiseError
from slicewise.ml import SlicewiseEvaluator

from versions.suite import folder


def rows(spark: SparkSession) -> DataFrame:
    data = [
        (float((i * 7919) % 101 < i % 100), Vectors.dense(i % 100, i % 7), 1.0 + i % 3)
        for i in range(300)
    ]
    return spark.createDataFrame(data, ["label", "features", "w"])


class Selection:
    """What a suite inherits that can say a session for a test."""

    def selecting(self) -> AbstractContextManager[SparkSession]:
        raise NotImplementedError

    def test_the_better_model_is_chosen(self):
        with self.selecting() as spark:
            frame = rows(spark)
            estimator = LogisticRegression(maxIter=5)
            grid = ParamGridBuilder().addGrid(estimator.regParam, [0.01, 50.0])
            grid = grid.addGrid(estimator.elasticNetParam, [1.0]).build()

            def metrics(evaluator):
                chosen = CrossValidator(
                    estimator=estimator,
                    estimatorParamMaps=grid,
                    evaluator=evaluator,
                    numFolds=2,
                    seed=7,
                ).fit(frame)
                self.assertGreater(chosen.bestModel.coefficients[0], 0)
                return chosen.avgMetrics

            ours = metrics(SlicewiseEvaluator(metricName="roc_auc", predictionCol="probability"))
            # Without bins MLlib's own is exact too, up to the last digits of its sums.
            theirs = metrics(BinaryClassificationEvaluator(numBins=0))
            for one, other in zip(ours, theirs, strict=True):
                self.assertAlmostEqual(one, other, delta=1e-12)
            losses = metrics(SlicewiseEvaluator(metricName="log_loss", predictionCol="probability"))
            self.assertLess(losses[0], losses[1])

    def test_an_evaluator_keeps_its_params(self):
        path = folder(f"{type(self).__name__}-evaluator")
        shutil.rmtree(path, ignore_errors=True)
        with self.selecting() as spark:
            predicted = rows(spark).selectExpr("*", "if(features IS NULL, 0D, w / 4) AS prediction")
            evaluator = SlicewiseEvaluator(
                metricName="skill_score", weightCol="w", roles={"baseline": "0.25D"}
            )
            value = evaluator.evaluate(predicted)
            unweighted = evaluator.copy({evaluator.weightCol: "1D"}).evaluate(predicted)
            self.assertNotEqual(value, unweighted)
            predicted.createOrReplaceTempView("predicted")
            (expected,) = spark.sql(
                "SELECT skill_score(label, prediction, 0.25D, weight => w) FROM predicted"
            ).first()
            self.assertEqual(value, expected)
            self.assertTrue(evaluator.isLargerBetter())
            self.assertFalse(evaluator.copy({evaluator.metricName: "mae"}).isLargerBetter())
            evaluator.write().save(str(path))
            read = SlicewiseEvaluator.load(str(path))
            self.assertEqual(read.extractParamMap(), evaluator.extractParamMap())
            self.assertEqual(read.evaluate(predicted), value)

    def test_a_metric_that_cannot_select_is_refused(self):
        with self.selecting() as spark:
            frame = rows(spark)
            wrong = {
                "rocauc": "Did you mean 'roc_auc'?",
                "mean_error": "of which 0 is the best value",
                "reliability_curve": "expected a metric that is one number",
                None: "expected the name of a metric in metricName, found none",
            }
            for metric, reason in wrong.items():
                with self.subTest(metric=metric), self.assertRaises(SlicewiseError) as caught:
                    SlicewiseEvaluator(metricName=metric, predictionCol="w").evaluate(frame)
                self.assertIn(reason, str(caught.exception))
                self.assertNotIn("\n", str(caught.exception))
            with self.assertRaisesRegex(SlicewiseError, "labl"):
                SlicewiseEvaluator(metricName="mae", labelCol="labl").evaluate(frame)
