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

  /** Height of the tallest bar of the counts below bins. */
  private static final double COUNTS = 34;

  /** Instead of a diagonal the horizontal line at 0. */
  private static final String ZERO = "no error on average";

  /** Known pairs of columns, with what the diagonal means. */
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("mean_prediction", "mean_label", "prediction = label"),
          List.of("mean_prediction", "mean_error", ZERO),
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
    boolean flat = diagonal.equals(ZERO);
    Scale across = unit() ? new Scale(0, 1) : flat ? range(true) : common();
    Scale up = flat ? range(false) : across;
    boolean counts = dots && points.stream().allMatch(point -> !Double.isNaN(point.weight()));
    html.open("svg", "curve").attribute("viewBox", "0 0 320 " + (counts ? "376" : "332"));
    html.attribute("role", "img");
    html.element("title", id + ": " + y + " by " + x + ", " + points.size() + " points");
    grid(html, across, up);
    if (flat) {
      line(html, "diagonal", coordinate(LEFT), down(up, 0), coordinate(LEFT + SIDE), down(up, 0));
    } else if (!diagonal.isEmpty()) {
      html.open("line", "diagonal").attribute("x1", right(across, across.low()));
      html.attribute("y1", down(up, up.low())).attribute("x2", right(across, across.high()));
      html.attribute("y2", down(up, up.high())).close();
    }
    html.open("path", "curve").attribute("d", path(across, up)).close();
    if (dots) {
      points.forEach(point -> dot(html, across, up, point));
    }
    if (counts) {
      counts(html, across);
    }
    label(html, x + " →", LEFT + SIDE, BOTTOM + 38, "end");
    label(html, "↑ " + y, LEFT, TOP - 12, "start");
    html.close();
    if (!diagonal.isEmpty()) {
      String size = counts ? "; bars: rows of each point" : "";
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

  /** The values of one axis, and 0 on the vertical one. */
  private Scale range(boolean horizontal) {
    RowPlot.Extent extent = new RowPlot.Extent();
    points.forEach(point -> extent.add(horizontal ? point.x() : point.y()));
    return (horizontal ? extent : extent.add(0.0)).scale();
  }

  /** How many rows each point stands for, as bars below the axis. */
  private void counts(Html html, Scale across) {
    double most = points.stream().mapToDouble(Point::weight).max().orElse(1);
    for (Point point : points) {
      double height = Math.max(0.5, COUNTS * point.weight() / most);
      html.open("rect", "count");
      html.attribute("x", coordinate(LEFT + across.position(point.x()) * SIDE - 3));
      html.attribute("y", coordinate(BOTTOM + 86 - height)).attribute("width", "6");
      html.attribute("height", coordinate(height)).close();
    }
    label(html, "rows", LEFT - 7, BOTTOM + 86, "end");
  }

  private static void grid(Html html, Scale across, Scale up) {
    for (BigDecimal tick : across.ticks()) {
      double at = tick.doubleValue();
      String x = right(across, at);
      line(html, "grid", x, coordinate(TOP), x, coordinate(BOTTOM));
      label(html, Scale.text(tick), LEFT + across.position(at) * SIDE, BOTTOM + 17, "middle");
    }
    for (BigDecimal tick : up.ticks()) {
      double at = tick.doubleValue();
      line(html, "grid", coordinate(LEFT), down(up, at), coordinate(LEFT + SIDE), down(up, at));
      label(html, Scale.text(tick), LEFT - 7, BOTTOM - up.position(at) * SIDE + 4, "end");
    }
  }

  private static void line(Html html, String css, String x1, String y1, String x2, String y2) {
    html.open("line", css).attribute("x1", x1).attribute("y1", y1);
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
    html.open("circle", "dot").attribute("cx", x).attribute("cy", down(up, point.y()));
    html.attribute("r", "4").close();
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
