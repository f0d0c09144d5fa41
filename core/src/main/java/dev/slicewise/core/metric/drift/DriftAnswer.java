package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.DriftLimit;
import dev.slicewise.core.drift.DriftVerdict;
import dev.slicewise.core.metric.MetricValue;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a comparison of two slices came to.
 *
 * @param value the value, or null when undefined
 * @param errorBound how far it may be from the truth; 0 when exact
 * @param limit what it was held to, or null
 * @param verdict what that says
 * @param reason why there is no value, or why it says nothing; null else
 * @param p the probability of as large a value without drift, or null; it decides nothing
 * @param details what else was found, by name
 * @param reference usable rows of the reference
 * @param current usable rows of the current side
 */
public record DriftAnswer(
    Double value,
    double errorBound,
    DriftLimit limit,
    DriftVerdict verdict,
    String reason,
    Double p,
    Map<String, Double> details,
    long reference,
    long current) {
  private static final String P = "p_value";

  /** Sorts the details. */
  public DriftAnswer {
    details = java.util.Collections.unmodifiableMap(new TreeMap<>(details));
  }

  /** No answer, and why. */
  public static DriftAnswer undefined(String reason) {
    return new DriftAnswer(null, 0, null, DriftVerdict.UNDEFINED, reason, null, Map.of(), 0, 0);
  }

  /** A value that nothing has been decided about. */
  static DriftAnswer shown(MetricValue.Scalar value) {
    Map<String, Double> others = new TreeMap<>(value.details());
    Double p = others.remove(P);
    return new DriftAnswer(
        value.value(), value.errorBound(), null, DriftVerdict.SHOWN, null, p, others, 0, 0);
  }

  /** This answer with the usable rows of both sides. */
  public DriftAnswer counted(long rowsOfReference, long rowsOfCurrent) {
    return new DriftAnswer(
        value, errorBound, limit, verdict, reason, p, details, rowsOfReference, rowsOfCurrent);
  }

  DriftAnswer held(DriftLimit to, DriftVerdict so, String why) {
    return new DriftAnswer(value, errorBound, to, so, why, p, details, reference, current);
  }

  DriftAnswer with(String name, Double detail) {
    Map<String, Double> more = new TreeMap<>(details);
    more.put(name, detail);
    return new DriftAnswer(value, errorBound, limit, verdict, reason, p, more, reference, current);
  }

  /** How far the value has come towards its limit, for sorting; 0 without either. */
  public double reached() {
    return value == null || limit == null ? 0 : limit.reached(value);
  }

  /** Whether both sides have so many usable rows. */
  public boolean hasRows(long least) {
    return reference >= least && current >= least;
  }

  /** This answer without a verdict when a side has too few rows for one. */
  DriftAnswer withRows(long least) {
    if (value == null || verdict == DriftVerdict.SHOWN || hasRows(least)) {
      return this;
    }
    return held(
        limit,
        DriftVerdict.INCONCLUSIVE,
        "expected at least "
            + least
            + " usable rows a side, found "
            + reference
            + " and "
            + current);
  }
}
