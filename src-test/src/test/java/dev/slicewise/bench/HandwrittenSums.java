package dev.slicewise.bench;

import java.util.List;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Aggregator;
import scala.Tuple2;

/** Sums of doubles as people write them with Spark's Aggregator: one loss a class, or several. */
final class HandwrittenSums extends Aggregator<Tuple2<Double, Double>, double[], double[]> {
  private static final long serialVersionUID = 1L;

  /** What is added for each row. */
  enum RowLoss {
    ROWS,
    ABSOLUTE,
    ERROR,
    SQUARED,
    LABEL,
    LABEL_SQUARED,
    HUBER,
    PINBALL,
    LOG;

    double of(double label, double prediction) {
      double error = prediction - label;
      return switch (this) {
        case ROWS -> 1;
        case ABSOLUTE -> Math.abs(error);
        case ERROR -> error;
        case SQUARED -> error * error;
        case LABEL -> label;
        case LABEL_SQUARED -> label * label;
        case HUBER ->
            Math.abs(error) <= 0.25 ? 0.5 * error * error : 0.25 * (Math.abs(error) - 0.125);
        case PINBALL -> error < 0 ? -0.9 * error : 0.1 * error;
        case LOG -> -Math.log(label == 1 ? prediction : 1 - prediction);
      };
    }
  }

  private final RowLoss[] losses;

  /** Adds these losses in this order. */
  HandwrittenSums(List<RowLoss> losses) {
    this.losses = losses.toArray(RowLoss[]::new);
  }

  @Override
  public double[] zero() {
    return new double[losses.length];
  }

  @Override
  public double[] reduce(double[] sums, Tuple2<Double, Double> row) {
    if (row._1 != null && row._2 != null) {
      double label = row._1;
      double prediction = row._2;
      for (int s = 0; s < losses.length; s++) {
        sums[s] += losses[s].of(label, prediction);
      }
    }
    return sums;
  }

  @Override
  public double[] merge(double[] sums, double[] others) {
    for (int s = 0; s < sums.length; s++) {
      sums[s] += others[s];
    }
    return sums;
  }

  @Override
  public double[] finish(double[] sums) {
    return sums;
  }

  // Kryo's encoder cannot be serialised in Spark 4.1, so sums travel as arrays.
  @Override
  public Encoder<double[]> bufferEncoder() {
    return SparkSession.active().implicits().newDoubleArrayEncoder();
  }

  @Override
  public Encoder<double[]> outputEncoder() {
    return SparkSession.active().implicits().newDoubleArrayEncoder();
  }
}
