package dev.slicewise.jobs.report;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.jobs.findings.Window;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A metric over windows: dots with whiskers, joined; another line in grey to hold it against. */
final class SeriesPlot {
  private static final double LEFT = 48;
  private static final double RIGHT = 322;
  private static final double TOP = 12;
  private static final double BOTTOM = 142;
  private static final int LABELS = 3;

  private final List<Window> windows;
  private final Map<Window, MetricResult> values;
  private final Map<Window, MetricResult> others;
  private final Scale scale;

  /**
   * A plot.
   *
   * @param others of all rows, drawn behind; empty for none
   */
  SeriesPlot(
      List<Window> windows, Map<Window, MetricResult> values, Map<Window, MetricResult> others) {
    this.windows = windows;
    this.values = values;
    this.others = others;
    RowPlot.Extent extent = new RowPlot.Extent();
    for (Window window : windows) {
      extent.add(value(others.get(window)));
      MetricResult result = values.get(window);
      if (value(result) != null) {
        extent.add(value(result), result.interval());
      }
    }
    this.scale = extent.scale();
  }

  /** The number of a result; null for none. */
  static Double value(MetricResult result) {
    return result != null
            && result.value() instanceof MetricValue.Scalar scalar
            && Double.isFinite(scalar.value())
        ? (Double) scalar.value()
        : null;
  }

  void write(Html html, String title) {
    html.open("svg", "series").attribute("viewBox", "0 0 336 166").attribute("role", "img");
    html.element("title", title).element("desc", description());
    for (BigDecimal tick : scale.ticks()) {
      double y = down(tick.doubleValue());
      line(html, "grid", LEFT, y, RIGHT, y);
      label(html, Scale.text(tick), LEFT - 6, y + 4, "end");
    }
    int step = Math.max(1, (windows.size() + LABELS - 2) / (LABELS - 1));
    for (int i = 0; i < windows.size(); i += step) {
      String anchor = i == 0 ? "start" : i == windows.size() - 1 ? "end" : "middle";
      label(html, brief(windows.get(i)), anchor.equals("start") ? LEFT : x(i), 160, anchor);
    }
    joined(html, "others", others);
    joined(html, "line", values);
    for (int i = 0; i < windows.size(); i++) {
      MetricResult result = values.get(windows.get(i));
      if (value(result) != null) {
        dot(html, x(i), value(result), result.interval());
      }
    }
    html.close();
  }

  private static String brief(Window window) {
    String label = window.label();
    return label.length() > 12 && label.indexOf(' ') > 0
        ? label.substring(0, Math.min(10, label.indexOf(' ')))
        : VisibleText.cut(label, 12);
  }

  /** What is drawn, in words, for those who do not see it. */
  private String description() {
    StringBuilder said = new StringBuilder();
    for (Window window : windows) {
      MetricResult result = values.get(window);
      said.append(said.length() == 0 ? "" : "; ").append(window.label()).append(' ');
      said.append(
          value(result) == null ? "no value" : Numbers.estimate(value(result), result.interval()));
    }
    return said.toString();
  }

  /** A gap where a window has no value. */
  private void joined(Html html, String css, Map<Window, MetricResult> results) {
    StringBuilder path = new StringBuilder();
    boolean pen = false;
    for (int i = 0; i < windows.size(); i++) {
      Double value = value(results.get(windows.get(i)));
      if (value != null) {
        path.append(pen ? "L" : "M").append(at(x(i))).append(' ').append(at(down(value)));
      }
      pen = value != null;
    }
    if (path.length() > 0) {
      html.open("path", css).attribute("d", path.toString()).close();
    }
  }

  private void dot(Html html, double x, double value, Interval interval) {
    if (interval != null) {
      double low = interval.low() == null ? scale.low() : interval.low();
      double high = interval.high() == null ? scale.high() : interval.high();
      line(html, "whisker", x, down(low), x, down(high));
    }
    html.open("circle", "dot").attribute("cx", at(x)).attribute("cy", at(down(value)));
    html.attribute("r", windows.size() > 40 ? "1.5" : "3").close();
  }

  private double x(int index) {
    double room = (RIGHT - LEFT) / Math.max(1, windows.size());
    return LEFT + room * (index + 0.5);
  }

  private double down(double value) {
    return BOTTOM - (BOTTOM - TOP) * scale.position(value);
  }

  private static void line(Html html, String css, double x1, double y1, double x2, double y2) {
    html.open("line", css).attribute("x1", at(x1)).attribute("y1", at(y1));
    html.attribute("x2", at(x2)).attribute("y2", at(y2)).close();
  }

  private static void label(Html html, String text, double x, double y, String anchor) {
    html.open("text", "tick").attribute("x", at(x)).attribute("y", at(y));
    html.attribute("text-anchor", anchor).text(text).close();
  }

  private static String at(double coordinate) {
    return Scale.coordinate(coordinate);
  }
}
