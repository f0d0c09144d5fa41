package dev.slicewise.jobs.report;

import dev.slicewise.core.interval.Interval;

/** A table's cell that shows a difference. */
final class Difference {
  private Difference() {}

  /** Writes the cell: the difference with its sign, and its interval. */
  static void cell(Html html, Double difference, Interval interval, String css) {
    if (difference == null) {
      html.element("td", "none", "–");
      return;
    }
    int decimals = Numbers.decimals(difference, interval);
    html.open("td", css).attribute("title", title(difference, interval));
    html.text(Numbers.signed(difference, decimals));
    if (interval != null) {
      html.element("small", Numbers.range(interval, decimals));
    }
    html.close();
  }

  private static String title(double difference, Interval interval) {
    String full = Numbers.full(difference);
    return interval == null ? full : full + " " + Cell.interval(interval);
  }
}
