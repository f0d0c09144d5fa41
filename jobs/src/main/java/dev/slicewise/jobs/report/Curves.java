package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.MetricResult;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The curves of all rows: drawn when their columns are known, and always as numbers. */
final class Curves {
  private static final int TABLE_POINTS = 20;

  private Curves() {}

  static void write(Html html, Results results) {
    for (MetricResult result : results.curves()) {
      int metric = results.input().metrics().indexOf(result.metric());
      html.open("figure").open("figcaption");
      if (metric >= 0) {
        results.words().get(metric).link(html, "", metric);
      } else {
        MetricWords.of(result.metric()).name(html);
      }
      html.close();
      figure(html, result.metric().id(), (MetricValue.Curve) result.value());
      html.close();
    }
  }

  private static void figure(Html html, String id, MetricValue.Curve curve) {
    CurvePlot plot = CurvePlot.of(id, curve);
    if (plot == null) {
      table(html, id, curve);
    } else {
      plot.write(html);
      html.open("details").element("summary", "The numbers");
      table(html, id, curve);
      html.close();
    }
  }

  private static void table(Html html, String id, MetricValue.Curve curve) {
    List<List<Double>> points = curve.points();
    RowCounts.scrollable(html, "Points of " + id);
    html.open("table", "points").open("caption");
    html.text(
        points.size() > TABLE_POINTS
            ? TABLE_POINTS + " of " + Numbers.count(points.size()) + " points; all in metrics.json"
            : points.size() == 1 ? "1 point" : points.size() + " points");
    html.close().open("thead").open("tr");
    for (String column : curve.columns()) {
      html.open("th").attribute("scope", "col").text(column.replace('_', ' ')).close();
    }
    html.close().close().open("tbody");
    for (int index : evenly(points.size())) {
      html.open("tr");
      for (int column = 0; column < curve.columns().size(); column++) {
        Double value = points.get(index).get(column);
        if (value == null) {
          html.element("td", "none", "–");
        } else if (curve.cell(index, column) instanceof String name) {
          html.open("td");
          KeptSlice.writeValue(html, VisibleText.cut(name, KeptSlice.MOST_CHARACTERS));
          html.close();
        } else {
          html.open("td").attribute("title", Numbers.full(value));
          html.text(Numbers.text(value, Numbers.decimals(value, null))).close();
        }
      }
      html.close();
    }
    html.close().close().close();
  }

  /** Positions of points to show: all, or some spread evenly with the first and the last. */
  private static Set<Integer> evenly(int size) {
    Set<Integer> indices = new TreeSet<>();
    int shown = Math.min(size, TABLE_POINTS);
    for (int i = 0; i < shown; i++) {
      indices.add(shown == 1 ? 0 : (int) ((long) i * (size - 1) / (shown - 1)));
    }
    return indices;
  }
}
