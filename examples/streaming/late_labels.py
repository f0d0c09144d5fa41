"""Evaluates a stream whose labels come hours after the predictions, window by window.

    spark-submit --jars slicewise-app.jar late_labels.py PREDICTIONS LABELS STATES CHECKPOINT

reads two folders of JSON files as they arrive and publishes the states of every hour, of all rows
and by carrier, to a state table: one that `slicewise merge`, `drift`, `compare` and `report` read,
and `slicewise evaluate --state-table` publishes to as well.
"""

import sys

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

METRICS = "mae, rmse, quantile_abs_error(q=0.99)"
MODEL = "boosted"
PREDICTIONS = "flight_id BIGINT, predicted_at TIMESTAMP, carrier STRING, predicted_delay DOUBLE"
LABELS = "flight_id BIGINT, landed_at TIMESTAMP, arr_delay DOUBLE"


def windows(predictions: DataFrame, labels: DataFrame) -> DataFrame:
    """The states of each hour of predictions and carrier, of streams or of tables."""
    labelled = predictions.withWatermark("predicted_at", "10 minutes").join(
        labels.withWatermark("landed_at", "10 minutes").withColumnRenamed("flight_id", "landed"),
        # A label that takes longer is not waited for: the stream could never forget a prediction.
        F.expr(
            "flight_id = landed"
            " AND landed_at BETWEEN predicted_at AND predicted_at + INTERVAL 3 HOURS"
        ),
    )
    state = F.expr(f"eval_state('{METRICS}', arr_delay, predicted_delay, key => flight_id)")
    return (
        labelled.groupBy(F.window("predicted_at", "1 hour").alias("hour"), "carrier")
        .agg(state.alias("state"))
        .select(
            F.col("hour.start").alias("window_start"),
            F.col("hour.end").alias("window_end"),
            "carrier",
            "state",
        )
    )


def slices(hours: DataFrame) -> DataFrame:
    """The rows of a state table: all rows, merged from the carriers, and every carrier."""
    whole = hours.groupBy("window_start", "window_end").agg(F.expr("eval_merge(state) AS state"))
    return whole.selectExpr(
        "window_start", "window_end", "'' AS definition", "slice_key(0) AS slice_key", "state"
    ).unionByName(
        hours.selectExpr(
            "window_start",
            "window_end",
            "'carrier' AS definition",
            "slice_key(1, carrier) AS slice_key",
            "state",
        )
    )


def publish(hours: DataFrame, run_id: str, states: str) -> None:
    """Publishes whole windows, all at once; those of a batch done again take their own place."""
    options = {"model": MODEL, "run_id": run_id}
    slices(hours).write.format("slicewise").options(**options).mode("append").save(states)


def start(spark: SparkSession, predictions: str, labels: str, states: str, checkpoint: str):
    """Starts the query on what has arrived; run it again for what arrives later."""

    def write(batch: DataFrame, number: int) -> None:
        publish(batch, f"late-labels-{number}", states)

    return (
        windows(
            spark.readStream.schema(PREDICTIONS).json(predictions),
            spark.readStream.schema(LABELS).json(labels),
        )
        # A window is put out once, whole, when no label of it can come any more. In update mode
        # a batch would hold only the carriers that changed, which are no window to publish.
        .writeStream.outputMode("append")
        .option("checkpointLocation", checkpoint)
        .foreachBatch(write)
        .trigger(availableNow=True)
        .start()
    )


if __name__ == "__main__":
    start(SparkSession.builder.getOrCreate(), *sys.argv[1:5]).awaitTermination()
