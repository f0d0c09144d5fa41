package dev.slicewise.core.term.loss;

import dev.slicewise.core.term.LossInfo;
import dev.slicewise.core.term.NumberList;
import dev.slicewise.core.term.Parameter;
import java.util.Arrays;

/** Σ a_t·L_t of a row's task losses; everything else about it stands in its {@link LossInfo}. */
@LossInfo(
    id = "multi_task_sum",
    summary = "Multi-task sum: the weighted sum of the losses of several tasks.",
    formula = "Σ_t a_t·L_t, L_t the elements of column losses",
    gradient = "a_t by L_t",
    hessian = "0",
    units = "units of the losses",
    range = "(-inf, inf)",
    noiseModel = "independent tasks with fixed noise",
    elicits = "what each task's loss elicits",
    cost = "a_t units of the sum for each unit of task t.",
    trap = "Losses of other units add up to nothing meaningful unless the weights convert them.",
    edges = {
      "no usable rows: undefined",
      "a task's loss that is null: the row counts in n_null",
      "other than one loss a weight: row skipped, n_domain"
    })
public record MultiTaskSum(
    @Parameter(doc = "a weight a task, 0.25;2; all: 1 each, whatever their number") String weights)
    implements TaskLosses {
  private static final String ALL = "all";

  /** The plain sum. */
  public MultiTaskSum() {
    this(ALL);
  }

  /** Refuses what are no weights. */
  public MultiTaskSum {
    if (!weights.equals(ALL)) {
      NumberList.parse(weights);
    }
  }

  @Override
  public int tasks() {
    return weights.equals(ALL) ? 0 : NumberList.parse(weights).length;
  }

  @Override
  public double[] factors(int count) {
    if (!weights.equals(ALL)) {
      return NumberList.parse(weights);
    }
    double[] ones = new double[count];
    Arrays.fill(ones, 1.0);
    return ones;
  }

  @Override
  public double constant() {
    return 0;
  }
}
