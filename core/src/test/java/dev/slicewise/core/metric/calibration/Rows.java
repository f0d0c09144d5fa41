package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of one slice by column, and what metrics say about them. */
record Rows(Map<Role, double[]> columns) {
  /** The rows of golden cases metric_calibration and metric_hosmer_lemeshow. */
  static final Rows GOLDEN =
      of(
          new double[] {0, 0, 1, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 1, 0, 0, 1, 1, 0, 1},
          new double[] {
            .02, .08, .15, .18, .22, .29, .31, .37, .42, .45, .51, .58, .63, .66, .71, .05, .84,
            .88, .93, .97
          });

  static Rows of(double[] labels, double[] predictions) {
    return new Rows(Map.of(Role.LABEL, labels, Role.PREDICTION, predictions));
  }

  Rows with(Role role, double... values) {
    Map<Role, double[]> more = new LinkedHashMap<>(columns);
    more.put(role, values);
    return new Rows(more);
  }

  SliceState state(Suite suite) {
    EvaluationPlan plan = EvaluationPlan.of(suite);
    SliceState slice = plan.emptyState();
    BatchEvaluator evaluator = new BatchEvaluator(plan);
    int rows = columns.get(Role.LABEL).length;
    for (int from = 0; from < rows; from += Batch.CAPACITY) {
      Batch batch = evaluator.newBatch();
      int count = Math.min(Batch.CAPACITY, rows - from);
      for (int c = 0; c < plan.roles().size(); c++) {
        System.arraycopy(columns.get(plan.roles().get(c)), from, batch.column(c), 0, count);
      }
      batch.rows(count);
      evaluator.add(batch, slice);
    }
    return slice;
  }

  MetricResult result(String metric) {
    boolean weighted = columns.containsKey(Role.WEIGHT);
    Suite suite = new Suite(List.of(MetricCatalog.standard().parse(metric)), weighted, true, false);
    return Finish.DEFAULT.results(state(suite)).get(0);
  }

  MetricValue value(String metric) {
    return result(metric).value();
  }

  MetricValue.Scalar scalar(String metric) {
    return (MetricValue.Scalar) value(metric);
  }

  double number(String metric) {
    return scalar(metric).value();
  }

  /** One column of a curve. */
  List<Double> curve(String metric, String column) {
    MetricValue.Curve curve = (MetricValue.Curve) value(metric);
    int index = curve.columns().indexOf(column);
    return curve.points().stream().map(point -> point.get(index)).toList();
  }

  String reason(String metric) {
    return ((MetricValue.Undefined) value(metric)).reason();
  }
}
