package dev.slicewise.core.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Finish;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.term.Role;

/** What metrics say about rows of any columns; rows with weights are weighted. */
public final class Asked {
  private Asked() {}

  /** The result of one metric, from the rows in two halves that are merged. */
  public static MetricResult result(String metric, Rows rows) {
    Suite suite = Suite.of(metric);
    boolean weighted = rows.roles().contains(Role.WEIGHT);
    Kernel kernel = new Kernel(metric, EvaluationPlan.of(weighted ? suite.withWeights() : suite));
    SliceState state = kernel.state(rows.range(0, rows.count() / 2));
    state.merge(kernel.state(rows.range(rows.count() / 2, rows.count())));
    return Finish.DEFAULT.results(state).get(0);
  }

  /** The value of one metric. */
  public static MetricValue value(String metric, Rows rows) {
    return result(metric, rows).value();
  }

  /** The number that a metric must have. */
  public static MetricValue.Scalar scalar(String metric, Rows rows) {
    MetricValue value = value(metric, rows);
    assertThat(value).as(metric).isInstanceOf(MetricValue.Scalar.class);
    return (MetricValue.Scalar) value;
  }
}
