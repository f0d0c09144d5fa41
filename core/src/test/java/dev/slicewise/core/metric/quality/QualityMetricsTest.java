package dev.slicewise.core.metric.quality;

import static dev.slicewise.core.metric.Asked.result;
import static dev.slicewise.core.metric.Asked.scalar;
import static dev.slicewise.core.metric.Asked.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.term.Role;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected values are worked out by hand from rows of few digits. */
class QualityMetricsTest {
  private static final double NAN = Double.NaN;
  private static final double INF = Double.POSITIVE_INFINITY;

  /** Eight rows; the first prediction is NULL, the first label and value NaN. */
  private static final Rows SPOILED =
      new Rows(
          List.of(Role.LABEL, Role.PREDICTION, Role.VALUE),
          new double[][] {
            {1, 1, 0, NAN, 0, 1, 1, 0},
            {0, 0.5, 1, 0.25, 1.5, INF, 1, 0},
            {NAN, INF, -INF, INF, 0, -0.0, 7, 3}
          },
          new boolean[][] {
            new boolean[8], {true, false, false, false, false, false, false, false}, new boolean[8]
          },
          null);

  private static final Rows WEIGHTED =
      Rows.of(
          List.of(Role.LABEL, Role.PREDICTION, Role.WEIGHT),
          new double[] {1, 0, 1, 0},
          new double[] {0.5, 0, 1, 0.25},
          new double[] {1, 2, 1, 0});

  @Test
  void missingValuesAreSharesOfAllRows() {
    assertThat(scalar("null_rate(column=prediction)", SPOILED).value()).isEqualTo(1 / 8.0);
    assertThat(scalar("prediction_null_rate", SPOILED).details()).containsEntry("n", 1.0);
    assertThat(scalar("label_null_rate", SPOILED).value()).isZero();
    assertThat(scalar("label_nan_rate", SPOILED).value()).isEqualTo(1 / 8.0);
    assertThat(scalar("nan_rate", SPOILED).value()).isEqualTo(1 / 8.0);
    assertThat(scalar("inf_rate", SPOILED).value()).isEqualTo(3 / 8.0);
    // Of the four usable values two are zero, one of them negative.
    assertThat(scalar("zero_rate", SPOILED).value()).isEqualTo(2 / 4.0);
  }

  @Test
  void everyValueMissingIsAShareOfOne() {
    boolean[] all = {true, true};
    Rows missing = new Rows(List.of(Role.VALUE), new double[1][2], new boolean[][] {all}, null);
    assertThat(scalar("null_rate", missing).value()).isEqualTo(1);
    assertThat(scalar("nan_rate", missing).value()).isZero();
    assertThat(value("zero_rate", missing)).isInstanceOf(MetricValue.Undefined.class);
    assertThat(value("null_rate", missing.range(0, 0))).isInstanceOf(MetricValue.Undefined.class);
  }

  @Test
  void rowsThatAMetricCannotUseAreExplained() {
    MetricValue.Scalar absolute = scalar("invalid_rate", SPOILED);
    assertThat(absolute.value()).isEqualTo(3 / 8.0);
    assertThat(absolute.details()).containsOnlyKeys("n_null", "n_nan", "n_inf");
    MetricValue.Scalar logLoss = scalar("invalid_rate(of='log_loss')", SPOILED);
    assertThat(logLoss.value()).isEqualTo(4 / 8.0);
    assertThat(logLoss.details()).containsEntry("n_domain", 1.0);
    assertThat(scalar("invalid_rate", WEIGHTED).value()).isEqualTo(1 / 4.0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> value("invalid_rate(of=mea)", SPOILED))
        .withMessageContaining("Did you mean 'mae'?");
  }

  @Test
  void countsAndMeans() {
    assertThat(scalar("count", SPOILED).value()).isEqualTo(5);
    assertThat(scalar("weighted_count", SPOILED).value()).isEqualTo(5);
    assertThat(scalar("count", WEIGHTED).value()).isEqualTo(3);
    // Kish: 4²/(1 + 4 + 1).
    assertThat(scalar("weighted_count", WEIGHTED))
        .isEqualTo(MetricValue.exact(4).with("effective_rows", 16 / 6.0));
    assertThat(scalar("mean_label", WEIGHTED).value()).isEqualTo(0.5);
    assertThat(scalar("mean_prediction", WEIGHTED).value()).isEqualTo(0.375);
    assertThat(scalar("mean_value", SPOILED).value()).isEqualTo(2.5);
  }

  @Test
  void extremesAndSpreadOfOneColumn() {
    assertThat(scalar("min_value", SPOILED).value()).isZero();
    assertThat(scalar("max_value", SPOILED).value()).isEqualTo(7);
    assertThat(scalar("max_prediction", WEIGHTED).value()).isEqualTo(1);
    assertThat(scalar("min_label", WEIGHTED).value()).isZero();
    // 0, 0, 7, 3: mean 2.5, squares 58: 58/4 − 6.25 = 8.25.
    assertThat(scalar("std_value", SPOILED).value()).isEqualTo(Math.sqrt(8.25));
    assertThat(scalar("std_label", WEIGHTED).value()).isEqualTo(0.5);
    assertThat(value("std_value", SPOILED.range(6, 7)))
        .isEqualTo(MetricValue.undefined("expected at least 2 rows, found 1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MetricCatalog.standard().parse("std_value(column='a b')"));
  }

  @Test
  void clippedProbabilities() {
    // 1, 1 and 0 of the rows with label and probability; 1.5 is out of domain.
    assertThat(scalar("clipped_rate", SPOILED).value()).isEqualTo(3 / 4.0);
    assertThat(scalar("clipped_rate(eps=0.3)", WEIGHTED).value()).isEqualTo(3 / 4.0);
  }

  @Test
  void distinctValuesAreCountedWithTheirError() {
    MetricValue.Scalar few = scalar("distinct_count", SPOILED);
    assertThat(few).isEqualTo(MetricValue.estimated(3));
    double[] values = IntStream.range(0, 50_000).mapToDouble(i -> i % 25_000).toArray();
    MetricResult many = result("distinct_predictions", Rows.of(List.of(Role.PREDICTION), values));
    assertThat(many.interval().low()).isLessThan(25_000);
    assertThat(many.interval().high()).isGreaterThan(25_000);
    assertThat(many.interval().standardError()).isEqualTo(25_000 * 0.01625, within(40.0));
    assertThat(many.interval().method()).isEqualTo("sketch");
  }

  @Test
  void histogramsHoldEveryRowOnce() {
    double[] values = IntStream.rangeClosed(1, 100).mapToDouble(i -> i).toArray();
    Rows rows = Rows.of(List.of(Role.PREDICTION), values);
    List<List<Double>> points =
        ((MetricValue.Curve) value("prediction_histogram(bins=4)", rows)).points();
    assertThat(points)
        .containsExactly(
            List.of(1.0, 25.0, 25.0),
            List.of(26.0, 50.0, 25.0),
            List.of(51.0, 75.0, 25.0),
            List.of(76.0, 100.0, 25.0));
    // Ties are never split: nine of ten values are 5.
    Rows tied = Rows.of(List.of(Role.VALUE), new double[] {5, 5, 5, 5, 1, 5, 5, 5, 5, 5});
    points =
        ((MetricValue.Curve) value("prediction_histogram(bins=5,column=value)", tied)).points();
    assertThat(points).containsExactly(List.of(1.0, 5.0, 10.0));
    // More distinct values than bins of the state: every row lies in one bin, in order.
    double[] many = IntStream.range(0, 9000).mapToDouble(i -> Math.exp(i / 1000.0)).toArray();
    points =
        ((MetricValue.Curve) value("prediction_histogram", Rows.of(List.of(Role.PREDICTION), many)))
            .points();
    assertThat(points).hasSize(20);
    double low = 0;
    double total = 0;
    for (List<Double> point : points) {
      assertThat(point.get(0)).isGreaterThanOrEqualTo(low);
      assertThat(point.get(1)).isGreaterThan(point.get(0));
      assertThat(point.get(2)).isEqualTo(450, within(10.0));
      low = point.get(1);
      total += point.get(2);
    }
    assertThat(total).isEqualTo(9000);
  }
}
