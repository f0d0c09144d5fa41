package dev.slicewise.core.metric;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a metric says about a slice: a number with its exactness, a curve, or why there is none. */
public sealed interface MetricValue {

  /** How far a number can be from the definition's value on the same rows. */
  enum Exactness {
    /** The definition's value, up to final rounding. */
    EXACT,
    /** Within a certificate. */
    BOUNDED,
    /** A statistical estimate. */
    ESTIMATED
  }

  /**
   * A number.
   *
   * @param value finite, or an infinity for genuine overflow; never NaN
   * @param exactness how exact it is
   * @param errorBound absolute certificate when bounded, else 0
   * @param details what else was found on the way, such as the threshold, by name
   */
  record Scalar(double value, Exactness exactness, double errorBound, Map<String, Double> details)
      implements MetricValue {
    /** Refuses NaN: undefined is {@link Undefined}. Normalises −0.0. */
    public Scalar {
      if (Double.isNaN(value)) {
        throw new AssertionError("a metric returned NaN instead of saying why it is undefined");
      }
      value = value + 0.0;
      details = Map.copyOf(details);
    }

    /** This number with one more detail. */
    public Scalar with(String name, double detail) {
      Map<String, Double> more = new java.util.TreeMap<>(details);
      more.put(name, detail);
      return new Scalar(value, exactness, errorBound, more);
    }
  }

  /**
   * A table of points.
   *
   * @param columns their names
   * @param points rows of as many values; null where a value is undefined
   * @param classes names of the classes that columns called class, group, category, label,
   *     prediction or statistic number from 0; empty where those are numbers themselves
   */
  record Curve(List<String> columns, List<List<Double>> points, List<String> classes)
      implements MetricValue {
    /** A table without names of classes. */
    public Curve(List<String> columns, List<List<Double>> points) {
      this(columns, points, List.of());
    }

    /** Freezes the columns. */
    public Curve {
      columns = List.copyOf(columns);
      classes = List.copyOf(classes);
      points = java.util.Collections.unmodifiableList(points);
    }

    private static final Set<String> NUMBERED =
        Set.of("class", "group", "category", "label", "prediction", "statistic");

    /** Whether people read a column as names of classes rather than as numbers. */
    public boolean named(int column) {
      return !classes.isEmpty() && NUMBERED.contains(columns.get(column));
    }

    /** What a point has in a column, as people read it: a number, a class's name, or null. */
    public Object cell(int point, int column) {
      Double value = points.get(point).get(column);
      return value != null && named(column) ? classes.get(value.intValue()) : value;
    }
  }

  /** No value, and why, in a phrase. */
  record Undefined(String reason) implements MetricValue {}

  /** An exact number. */
  static Scalar exact(double value) {
    return new Scalar(value, Exactness.EXACT, 0.0, Map.of());
  }

  /** A number within {@code errorBound} of the truth; exact when the bound is 0. */
  static Scalar bounded(double value, double errorBound) {
    return errorBound == 0.0
        ? exact(value)
        : new Scalar(value, Exactness.BOUNDED, errorBound, Map.of());
  }

  /** A statistical estimate. */
  static Scalar estimated(double value) {
    return new Scalar(value, Exactness.ESTIMATED, 0.0, Map.of());
  }

  /** No value. */
  static Undefined undefined(String reason) {
    return new Undefined(reason);
  }

  /** An exact {@code numerator / denominator}, or undefined with a reason when it is x/0. */
  static MetricValue ratio(double numerator, double denominator, String whenZero) {
    return denominator == 0.0 || Double.isNaN(numerator) || Double.isNaN(denominator)
        ? undefined(denominator == 0.0 ? whenZero : "sums overflowed in both directions")
        : finite(numerator / denominator);
  }

  /** An exact number, or undefined when ∞/∞ left nothing. */
  static MetricValue finite(double value) {
    return Double.isNaN(value) ? undefined("sums overflowed") : exact(value);
  }
}
