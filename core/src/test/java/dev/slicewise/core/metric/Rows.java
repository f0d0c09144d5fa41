package dev.slicewise.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Role;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows of a test, column by column, and what a metric says about them. */
public final class Rows {
  private final Map<Role, double[]> columns = new LinkedHashMap<>();

  private Rows() {}

  /** Labels and predictions. */
  public static Rows of(double[] label, double[] prediction) {
    return new Rows().with(Role.LABEL, label).with(Role.PREDICTION, prediction);
  }

  /** The columns of a golden case that a metric may need. */
  public static Rows of(GoldenCase golden) {
    Rows rows = new Rows();
    golden
        .inputs()
        .forEach(
            (name, values) -> {
              Role role = name.equals("predicted") ? Role.PREDICTION : new Role(name);
              rows.with(role, golden.input(name));
            });
    return rows;
  }

  /** One more column. */
  public Rows with(Role role, double[] values) {
    columns.put(role, values.clone());
    return this;
  }

  /** All rows with weight 1 or another constant. */
  public Rows weighing(double weight) {
    double[] weights = new double[columns.get(Role.LABEL).length];
    java.util.Arrays.fill(weights, weight);
    Rows weighted = new Rows();
    weighted.columns.putAll(columns);
    return weighted.with(Role.WEIGHT, weights);
  }

  /** The state of a suite of one metric, fed in two halves that are merged. */
  public SliceState state(String metric) {
    Suite suite = Suite.of(metric);
    if (columns.containsKey(Role.WEIGHT)) {
      suite = suite.withWeights();
    }
    EvaluationPlan plan = EvaluationPlan.of(suite);
    int rows = columns.get(Role.LABEL).length;
    SliceState left = plan.emptyState();
    SliceState right = plan.emptyState();
    add(plan, left, 0, rows / 2);
    add(plan, right, rows / 2, rows);
    left.merge(right);
    return left;
  }

  private void add(EvaluationPlan plan, SliceState state, int from, int to) {
    BatchEvaluator evaluator = new BatchEvaluator(plan);
    Batch batch = evaluator.newBatch();
    for (int start = from; start < to; start += batch.capacity()) {
      int end = Math.min(to, start + batch.capacity());
      batch.clear();
      for (int c = 0; c < plan.roles().size(); c++) {
        double[] values = columns.get(plan.roles().get(c));
        for (int i = start; i < end; i++) {
          batch.set(c, i - start, values[i]);
        }
      }
      batch.rows(end - start);
      evaluator.add(batch, state);
    }
  }

  /** The result of one metric, with its interval at 95 %. */
  public MetricResult result(String metric) {
    return Finish.DEFAULT.results(state(metric)).get(0);
  }

  /** The value of one metric. */
  public MetricValue value(String metric) {
    return result(metric).value();
  }

  /** The number that a metric must have. */
  public MetricValue.Scalar scalar(String metric) {
    MetricValue value = value(metric);
    assertThat(value).as(metric).isInstanceOf(MetricValue.Scalar.class);
    return (MetricValue.Scalar) value;
  }

  /** The interval of one metric, or null. */
  public Interval interval(String metric) {
    return result(metric).interval();
  }
}
