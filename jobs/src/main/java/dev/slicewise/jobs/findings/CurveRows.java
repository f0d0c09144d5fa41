package dev.slicewise.jobs.findings;

import dev.slicewise.core.metric.MetricValue.Curve;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The points of a curve, from objects with a field per column. */
final class CurveRows {
  private CurveRows() {}

  static Curve of(List<Fields> objects) {
    List<Map<String, Object>> rows = objects.stream().map(Fields::all).toList();
    List<String> columns = List.copyOf(rows.get(0).keySet());
    Set<String> names = new LinkedHashSet<>();
    for (Map<String, Object> row : rows) {
      for (Object cell : row.values()) {
        if (cell instanceof String text && number(text) == null) {
          names.add(text);
        }
      }
    }
    List<String> classes = new ArrayList<>(names);
    List<List<Double>> points = new ArrayList<>();
    for (Map<String, Object> row : rows) {
      List<Double> point = new ArrayList<>();
      for (String column : columns) {
        Object cell = row.get(column);
        int name = cell instanceof String text ? classes.indexOf(text) : -1;
        point.add(name >= 0 ? Double.valueOf(name) : number(cell));
      }
      points.add(point);
    }
    return new Curve(columns, points, classes);
  }

  /** A number, also an infinite one written as text; null when it is none. */
  static Double number(Object cell) {
    if (cell instanceof Number number) {
      return number.doubleValue();
    }
    return cell instanceof String text && text.matches("-?Infinity") ? Double.valueOf(text) : null;
  }
}
