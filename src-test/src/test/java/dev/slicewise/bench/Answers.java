package dev.slicewise.bench;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.spark.catalyst.StoredStates;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an alternative says of the slices: all of them, or the ones it was asked to show. */
final class Answers {
  /** Text of the key of the totals over slices too many to collect. */
  static final String TOTAL = "total";

  /**
   * A number and its certificate.
   *
   * @param value as answered
   * @param bound how far it may be off by its own account, beyond rounding
   */
  record Answer(double value, double bound) {}

  /** Which slices an alternative answers for. */
  enum Coverage {
    /** Every slice of every definition. */
    SLICES,
    /** Every slice of the finest definition alone. */
    FINEST,
    /** All rows together, and perhaps how many slices there are. */
    TOTAL
  }

  /** How exactly an alternative claims to add. */
  enum Rounding {
    /** Once, at the end; so up to some units in the last place of the final arithmetic. */
    ONCE(1e-15),
    /** At every addition of up to 10⁹ rows: 10⁹·2⁻⁵³ of the sum of the magnitudes. */
    AT_EVERY_ROW(1e-7);

    private final double relative;

    Rounding(double relative) {
      this.relative = relative;
    }

    double relative() {
      return relative;
    }
  }

  private static final Finish POINTS = new Finish(0, Finish.InvalidRows.SKIP);

  private final Coverage coverage;
  private final Rounding rounding;
  private final Map<String, Map<Measure, Answer>> slices = new HashMap<>();
  private long sliceCount = -1;

  Answers(Coverage coverage, Rounding rounding) {
    this.coverage = coverage;
    this.rounding = rounding;
  }

  /** The key of a slice in these answers: the definition's number, then its values in order. */
  static String key(int definition, List<?> values) {
    return definition + ":" + values;
  }

  void put(String slice, Measure measure, double value) {
    put(slice, measure, value, 0);
  }

  void put(String slice, Measure measure, double value, double bound) {
    slices
        .computeIfAbsent(slice, s -> new EnumMap<>(Measure.class))
        .put(measure, new Answer(value, bound));
  }

  /** Takes the metrics of a slice as Slicewise finished them. */
  void put(String slice, List<MetricResult> results) {
    for (MetricResult result : results) {
      if (result.value() instanceof MetricValue.Scalar scalar) {
        Measure measure = Measure.ofMetric(result.metric().text());
        put(slice, measure, scalar.value(), scalar.errorBound());
        put(slice, Measure.COUNT, result.rows());
      }
    }
  }

  /** Takes a stored state and finishes it. */
  void putState(String slice, byte[] state) {
    put(slice, POINTS.results(StoredStates.read(state)));
  }

  /** Says how many slices there are where not all of them are shown. */
  void sliceCount(long count) {
    sliceCount = count;
  }

  /** Number of slices; −1 where totals are all that is answered. */
  long sliceCount() {
    return sliceCount >= 0 || coverage == Coverage.TOTAL ? sliceCount : slices.size();
  }

  Coverage coverage() {
    return coverage;
  }

  Rounding rounding() {
    return rounding;
  }

  Map<String, Map<Measure, Answer>> slices() {
    return slices;
  }
}
