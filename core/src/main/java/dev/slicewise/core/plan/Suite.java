package dev.slicewise.core.plan;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import java.util.List;
import java.util.StringJoiner;

/**
 * What is asked of the rows: metrics, and what has to be remembered for intervals.
 *
 * @param metrics in the order of the report
 * @param weighted whether rows carry weights
 * @param intervals whether closed-form intervals are wanted
 * @param jackknife whether 32 hash groups are kept, for intervals of any metric
 */
public record Suite(
    List<NamedMetric> metrics, boolean weighted, boolean intervals, boolean jackknife) {
  /** Freezes the list and refuses an empty one. */
  public Suite {
    metrics = List.copyOf(metrics);
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("expected at least one metric, found none");
    }
  }

  /** Unweighted metrics by name, with closed-form intervals. */
  public static Suite of(String metrics) {
    return new Suite(MetricCatalog.standard().parseList(metrics), false, true, false);
  }

  /** This suite on weighted rows. */
  public Suite withWeights() {
    return new Suite(metrics, true, intervals, jackknife);
  }

  /** This suite without intervals: less to remember. */
  public Suite withoutIntervals() {
    return new Suite(metrics, weighted, false, false);
  }

  /** This suite with hash groups. */
  public Suite withJackknife() {
    return new Suite(metrics, weighted, true, true);
  }

  /** One line from which the suite can be read back; metrics in alphabetical order. */
  public String text() {
    StringJoiner joined = new StringJoiner(", ");
    metrics.stream().map(NamedMetric::text).sorted().distinct().forEach(joined::add);
    return (weighted ? "w" : "-")
        + (intervals ? "i" : "-")
        + (jackknife ? "j" : "-")
        + " "
        + joined;
  }

  /** Reads {@link #text()}. */
  public static Suite parse(String text, MetricCatalog catalog) {
    if (text.length() < 5 || text.charAt(3) != ' ') {
      throw new IllegalArgumentException("expected a suite, found '" + text + "'");
    }
    return new Suite(
        catalog.parseList(text.substring(4)),
        text.charAt(0) == 'w',
        text.charAt(1) == 'i',
        text.charAt(2) == 'j');
  }
}
