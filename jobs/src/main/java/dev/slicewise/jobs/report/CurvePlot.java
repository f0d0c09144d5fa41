package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.MetricValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A curve in a square.
 *
 * @param id of the metric
 * @param x name of the horizontal axis
 * @param y name of the vertical axis
 * @param points drawn points, all finite
 * @param dots whether points are bins, drawn as dots with whiskers; else they are joined
 * @param diagonal whether the diagonal means something, and then what; else empty
 */
record CurvePlot(String id, String x, String y, List<Point> points, boolean dots, String diagonal) {
  private static final double LEFT = 46;
  private static final double TOP = 24;
  private static final double SIDE = 262;
  private static final double BOTTOM = TOP + SIDE;

  /** Known pairs of columns, with what the diagonal means. */
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("mean_prediction", "mean_label", "prediction = label"),
          List.of("false_positive_rate", "true_positive_rate", "chance"),
          List.of("false_positive_rate", "recall", "chance"),
          List.of("fpr", "tpr", "chance"),
          List.of("recall", "precision", ""),
          List.of("false_positive_rate", "false_negative_rate", ""),
          List.of("fpr", "fnr", ""));

  /**
   * One point.
   *
   * @param low lower end of its whisker; NaN for none
   * @param high upper end of its whisker; NaN for none
   * @param weight its share of all rows; NaN when unknown
   */
  record Point(double x, double y, double low, double high, double weight) {}

  /** The plot of a curve, or null when its columns are not known or it has no finite point. */
  static CurvePlot of(String id, MetricValue.Curve curve) {
    for (List<String> pair : PAIRS) {
      int x = curve.columns().indexOf(pair.get(0));
      int y = curve.columns().indexOf(pair.get(1));
      if (x >= 0 && y >= 0) {
        boolean dots = pair.get(0).equals("mean_prediction");
        List<Point> points = points(curve, x, y);
        return points.isEmpty()
            ? null
            : new CurvePlot(id, words(pair.get(0)), words(pair.get(1)), points, dots, pair.get(2));
      }
    }
    return null;
  }

  private static List<Point> points(MetricValue.Curve curve, int x, int y) {
    int low = column(curve, "_low");
    int high = column(curve, "_high");
    int n = curve.columns().indexOf("n");
    double total = 0;
    for (List<Double> row : curve.points()) {
      total += n < 0 ? Double.NaN : at(row, n);
    }
    List<Point> points = new ArrayList<>();
    for (List<Double> row : curve.points()) {
      if (Double.isFinite(at(row, x)) && Double.isFinite(at(row, y))) {
        double weight = at(row, n) / total;
        points.add(new Point(at(row, x), at(row, y), at(row, low), at(row, high), weight));
      }
    }
    return points;
  }

  private static int column(MetricValue.Curve curve, String ending) {
    for (int i = 0; i < curve.columns().size(); i++) {
      if (curve.columns().get(i).endsWith(ending)) {
        return i;
      }
    }
    return -1;
  }

  private static double at(List<Double> row, int column) {
    return column < 0 || row.get(column) == null ? Double.NaN : row.get(column);
  }

  private static String words(String column) {
    return column.replace('_', ' ');
  }

  void write(Html html) {
    Scale across = unit() ? new Scale(0, 1) : common();
    Scale up = across;
    html.open("svg", "curve").attribute("viewBox", "0 0 320 332").attribute("role", "img");
    html.attribute("aria-label", id + ": " + y + " by " + x + ", " + points.size() + " points");
    grid(html, across);
    if (!diagonal.isEmpty()) {
      html.open("line", "diagonal").attribute("x1", right(across, across.low()));
      html.attribute("y1", down(up, up.low())).attribute("x2", right(across, across.high()));
      html.attribute("y2", down(up, up.high())).close();
    }
    html.open("path", "curve").attribute("d", path(across, up)).close();
    if (dots) {
      points.forEach(point -> dot(html, across, up, point));
    }
    label(html, x + " →", LEFT + SIDE, BOTTOM + 38, "end");
    label(html, "↑ " + y, LEFT, TOP - 12, "start");
    html.close();
    if (!diagonal.isEmpty()) {
      String size = dots ? "; larger dots: more rows" : "";
      html.element("p", "note", "Dashed: " + diagonal + size);
    }
  }

  private boolean unit() {
    return points.stream().allMatch(p -> p.x() >= 0 && p.x() <= 1 && p.y() >= 0 && p.y() <= 1);
  }

  private Scale common() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Point point : points) {
      low = Math.min(low, Math.min(point.x(), point.y()));
      high = Math.max(high, Math.max(point.x(), point.y()));
    }
    return Scale.around(low, high);
  }

  private static void grid(Html html, Scale scale) {
    for (BigDecimal tick : scale.ticks()) {
      double at = tick.doubleValue();
      line(html, right(scale, at), coordinate(TOP), right(scale, at), coordinate(BOTTOM));
      line(html, coordinate(LEFT), down(scale, at), coordinate(LEFT + SIDE), down(scale, at));
      label(html, Scale.text(tick), LEFT + scale.position(at) * SIDE, BOTTOM + 17, "middle");
      label(html, Scale.text(tick), LEFT - 7, BOTTOM - scale.position(at) * SIDE + 4, "end");
    }
  }

  private static void line(Html html, String x1, String y1, String x2, String y2) {
    html.open("line", "grid").attribute("x1", x1).attribute("y1", y1);
    html.attribute("x2", x2).attribute("y2", y2).close();
  }

  private static void label(Html html, String text, double x, double y, String anchor) {
    html.open("text", "tick").attribute("x", coordinate(x)).attribute("y", coordinate(y));
    html.attribute("text-anchor", anchor).text(text).close();
  }

  private static void dot(Html html, Scale across, Scale up, Point point) {
    String x = right(across, point.x());
    if (!Double.isNaN(point.low()) && !Double.isNaN(point.high())) {
      html.open("line", "whisker").attribute("x1", x).attribute("y1", down(up, point.low()));
      html.attribute("x2", x).attribute("y2", down(up, point.high())).close();
    }
    double share = Double.isNaN(point.weight()) ? 0.1 : point.weight();
    double radius = 2 + 6 * Math.sqrt(Math.max(0, Math.min(1, share)));
    html.open("circle", "dot").attribute("cx", x).attribute("cy", down(up, point.y()));
    html.attribute("r", coordinate(radius)).close();
  }

  /** The points joined, without those that fall on the one before. */
  private String path(Scale across, Scale up) {
    StringBuilder path = new StringBuilder();
    String last = "";
    for (Point point : points) {
      String at = right(across, point.x()) + " " + down(up, point.y());
      if (!at.equals(last)) {
        path.append(path.isEmpty() ? "M" : "L").append(at);
        last = at;
      }
    }
    return path.toString();
  }

  private static String right(Scale scale, double value) {
    return coordinate(LEFT + scale.position(value) * SIDE);
  }

  private static String down(Scale scale, double value) {
    return coordinate(BOTTOM - scale.position(value) * SIDE);
  }

  private static String coordinate(double value) {
    return Scale.coordinate(value);
  }
}
