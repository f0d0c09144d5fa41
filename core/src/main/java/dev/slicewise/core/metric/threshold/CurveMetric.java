package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.metric.MetricValue;
import java.util.ArrayList;
import java.util.List;

/** A table with one point for each threshold, from +∞ downwards. */
interface CurveMetric extends ScoreMetric {
  String MAX_POINTS = "more points are thinned out, corners of the ROC curve's hull kept";
  String POINTS_RANGE = "[2, 100000]";
  int DEFAULT_POINTS = 1000;
  String EXACTNESS = "every point is exact; beyond 4,096 distinct scores some are left out";

  int maxPoints();

  /** Names of the values after the threshold. */
  List<String> columns();

  /** The values at an edge; NaN where undefined. */
  double[] point(ScoreCurve curve, int edge);

  /** Why there is no curve, or null. */
  String missing(ScoreCurve curve);

  @Override
  default MetricValue value(ScoreCurve curve) {
    String reason = missing(curve);
    if (reason != null) {
      return MetricValue.undefined(reason);
    }
    List<String> columns = new ArrayList<>();
    columns.add("threshold");
    columns.addAll(columns());
    List<List<Double>> points = new ArrayList<>();
    for (int edge : Thinning.edges(curve, maxPoints())) {
      List<Double> point = new ArrayList<>();
      point.add(curve.threshold(edge));
      for (double value : point(curve, edge)) {
        point.add(Double.isNaN(value) ? null : Double.valueOf(value + 0.0));
      }
      points.add(point);
    }
    return new MetricValue.Curve(columns, points);
  }
}
