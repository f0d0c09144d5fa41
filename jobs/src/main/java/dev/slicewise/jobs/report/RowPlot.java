package dev.slicewise.jobs.report;

import dev.slicewise.core.interval.Interval;
import java.math.BigDecimal;

/**
 * The drawn cell of a table's row: a dot with a whisker over lines that all rows share. Positions
 * are percentages, so that it fits any width.
 */
final class RowPlot {
  private static final String HEIGHT = "26";

  /** How far beyond the dots whiskers may stretch a scale, in widths of the dots' range. */
  private static final double STRETCH = 0.75;

  private final Scale scale;

  RowPlot(Scale scale) {
    this.scale = scale;
  }

  /** What rows and lines take up; grows as they are added. */
  static final class Extent {
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private double whiskerLow = low;
    private double whiskerHigh = high;

    /** A dot or a line. */
    Extent add(Double value) {
      if (value != null && Double.isFinite(value)) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
      return this;
    }

    /** A dot and its whisker. */
    Extent add(Double value, Interval interval) {
      add(value);
      whiskerLow = Math.min(whiskerLow, end(interval == null ? null : interval.low(), low));
      whiskerHigh = Math.max(whiskerHigh, end(interval == null ? null : interval.high(), high));
      return this;
    }

    private static double end(Double end, double otherwise) {
      return end == null || !Double.isFinite(end) ? otherwise : end;
    }

    Scale scale() {
      if (low > high) {
        return new Scale(0, 1);
      }
      double stretch = high > low ? (high - low) * STRETCH : Double.POSITIVE_INFINITY;
      return Scale.around(
          Math.min(low, Math.max(whiskerLow, low - stretch)),
          Math.max(high, Math.min(whiskerHigh, high + stretch)));
    }
  }

  Scale scale() {
    return scale;
  }

  /** Opens a row's drawing; closed by the caller. */
  void open(Html html) {
    html.open("svg").attribute("width", "100%").attribute("height", HEIGHT);
    html.attribute("aria-hidden", "true");
  }

  /** A line across the row. */
  void line(Html html, String css, double at) {
    line(html, css, at, at, "0", HEIGHT);
  }

  /** A band across the row. */
  void band(Html html, String css, Double low, Double high) {
    double from = low == null ? 0 : scale.position(low);
    double to = high == null ? 1 : scale.position(high);
    html.open("rect", css).attribute("x", Scale.coordinate(from * 100) + "%");
    html.attribute("y", "0").attribute("width", Scale.coordinate((to - from) * 100) + "%");
    html.attribute("height", HEIGHT).close();
  }

  /** A dot, with a whisker if there is an interval, cut where it leaves the scale. */
  void dot(Html html, double value, Interval interval) {
    if (interval != null) {
      double low = interval.low() == null ? Double.NEGATIVE_INFINITY : interval.low();
      double high = interval.high() == null ? Double.POSITIVE_INFINITY : interval.high();
      line(html, "whisker", low, high, "13", "13");
      cut(html, low < scale.low(), "0%", "start", "‹");
      cut(html, high > scale.high(), "100%", "end", "›");
    }
    html.open("circle", "dot").attribute("cx", scale.percent(value)).attribute("cy", "13");
    html.attribute("r", "4.5").close();
  }

  private void line(Html html, String css, double from, double to, String y1, String y2) {
    html.open("line", css).attribute("x1", scale.percent(from)).attribute("x2", scale.percent(to));
    html.attribute("y1", y1).attribute("y2", y2).close();
  }

  private static void cut(Html html, boolean beyond, String x, String anchor, String arrow) {
    if (beyond) {
      html.open("text", "cut").attribute("x", x).attribute("y", "18");
      html.attribute("text-anchor", anchor).text(arrow).close();
    }
  }

  /** A word above a line, moved so that it stays within the cell. */
  void heading(Html html, double at, String words) {
    html.open("svg").attribute("width", "100%").attribute("height", "18");
    html.attribute("role", "img").attribute("aria-label", words);
    double position = scale.position(at);
    html.open("text", "all").attribute("x", scale.percent(at)).attribute("y", "12");
    html.attribute("text-anchor", position < 0.2 ? "start" : position > 0.8 ? "end" : "middle");
    html.text(words).close().close();
  }

  /** The axis below the rows. */
  void axis(Html html) {
    html.open("svg").attribute("width", "100%").attribute("height", "24");
    html.attribute("aria-hidden", "true");
    html.open("line", "axis").attribute("x1", "0%").attribute("x2", "100%");
    html.attribute("y1", "0.5").attribute("y2", "0.5").close();
    for (BigDecimal tick : scale.ticks()) {
      double at = tick.doubleValue();
      line(html, "axis", at, at, "0", "5");
      html.open("text", "tick").attribute("x", scale.percent(at)).attribute("y", "18");
      double position = scale.position(at);
      html.attribute("text-anchor", position < 0.05 ? "start" : position > 0.95 ? "end" : "middle");
      html.text(Scale.text(tick)).close();
    }
    html.close();
  }
}
