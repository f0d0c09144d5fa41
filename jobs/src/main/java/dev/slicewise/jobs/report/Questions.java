package dev.slicewise.jobs.report;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.SliceStates;
import dev.slicewise.spark.SliceTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * What a report asks the states of all rows beyond the metrics of the run: whatever draws the shape
 * of the errors, and what the run happens to remember enough for.
 */
public final class Questions {
  /** Shares of the rows: the ends of the bins of a density, and the quantiles that are listed. */
  static final List<String> LEVELS =
      List.of(
          "0.01", "0.05", "0.1", "0.15", "0.2", "0.25", "0.3", "0.35", "0.4", "0.45", "0.5", "0.55",
          "0.6", "0.65", "0.7", "0.75", "0.8", "0.85", "0.9", "0.95", "0.99", "0.999");

  static final String ABSOLUTE = "quantile_abs_error";
  static final String SIGNED = "quantile_signed_error";

  private static final List<String> CURVES =
      List.of(
          "reliability_curve",
          "roc_curve(max_points=200)",
          "pr_curve(max_points=200)",
          "calibration_by_bin",
          "residuals_by_bin");

  private Questions() {}

  /** The questions that a plan's states can answer. */
  public static List<NamedMetric> of(EvaluationPlan plan) {
    MetricCatalog catalog = MetricCatalog.standard();
    Set<String> asked = new HashSet<>();
    plan.suite().metrics().forEach(metric -> asked.add(metric.id()));
    List<NamedMetric> questions = new ArrayList<>();
    for (String curve : CURVES) {
      NamedMetric metric = catalog.parse(curve);
      if (!asked.contains(metric.id()) && remembers(plan, metric)) {
        questions.add(metric);
      }
    }
    for (String id : List.of(ABSOLUTE, SIGNED)) {
      if (remembers(plan, catalog.parse(id))) {
        LEVELS.forEach(level -> questions.add(catalog.parse(id + "(q=" + level + ")")));
      }
    }
    return questions;
  }

  /** What the states of all rows in a table say to the questions that they can answer. */
  public static List<MetricResult> answers(SliceTable table) {
    List<NamedMetric> questions = of(table.plan());
    if (questions.isEmpty()) {
      return List.of();
    }
    Iterator<SliceStates> slices = table.sliceStates();
    while (slices.hasNext()) {
      SliceStates slice = slices.next();
      if (slice.definition().equals(SliceSpec.ALL)) {
        return table.finish().results(slice.state(), questions);
      }
    }
    return List.of();
  }

  private static boolean remembers(EvaluationPlan plan, NamedMetric metric) {
    Suite suite = plan.suite();
    Suite alone = new Suite(List.of(metric), suite.weighted(), false, false);
    return plan.descriptors().containsAll(EvaluationPlan.of(alone).descriptors());
  }
}
