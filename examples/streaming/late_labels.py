"""Evaluates a stream whose labels come hours after the predictions, window by window.

    spark-submit --jars slicewise-app.jar late_labels.py PREDICTIONS LABELS STATES CHECKPOINT

reads two folders of JSON files as they arrive and writes one row a window and carrier: the state of
its predictions, from which every metric in METRICS and every coarser slice and longer window can be
asked without reading a prediction again. The columns are those of a table of states.
"""

import sys

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

METRICS = "mae, rmse, quantile_abs_error(q=0.99)"
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
            F.lit("carrier").alias("definition"),
            F.expr("slice_key(0, carrier)").alias("slice_key"),
            "state",
        )
    )


def start(spark: SparkSession, predictions: str, labels: str, states: str, checkpoint: str):
    """Starts the query on what has arrived; run it again for what arrives later."""

    def write(batch: DataFrame, number: int) -> None:
        # A batch that is tried again replaces what it wrote.
        batch.write.mode("overwrite").parquet(f"{states}/batch={number}")

    return (
        windows(
            spark.readStream.schema(PREDICTIONS).json(predictions),
            spark.readStream.schema(LABELS).json(labels),
        )
        .writeStream.outputMode("append")
        .option("checkpointLocation", checkpoint)
        .foreachBatch(write)
        .trigger(availableNow=True)
        .start()
    )


if __name__ == "__main__":
    start(SparkSession.builder.getOrCreate(), *sys.argv[1:5]).awaitTermination()
