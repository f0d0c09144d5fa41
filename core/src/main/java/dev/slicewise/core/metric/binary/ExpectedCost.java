package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.term.Parameter;

/**
 * (c_fp·fp + c_fn·fn + c_tp·tp + c_tn·tn) / n; everything else about it stands in its {@link
 * MetricInfo}.
 */
@MetricInfo(
    id = "expected_cost",
    summary = "Expected cost: what a decision costs on average at given prices.",
    formula = "(c_fp·fp + c_fn·fn + c_tp·tp + c_tn·tn) / n",
    units = "units of the costs",
    range = "(-inf, inf)",
    better = Direction.LOWER,
    edges = {"no usable rows: undefined", "label other than 0 or 1: row skipped, n_domain"},
    use =
        "The number a business case is made of; at costs 10 to 1 the threshold ½ is rarely"
            + " right: see min_expected_cost.",
    source = "Elkan 2001, The foundations of cost-sensitive learning")
public record ExpectedCost(
    @Parameter(doc = "cost of a false positive; a gain is negative", range = Confusion.FINITE)
        double costFp,
    @Parameter(doc = "cost of a false negative", range = Confusion.FINITE) double costFn,
    @Parameter(doc = "cost of a true positive", range = Confusion.FINITE) double costTp,
    @Parameter(doc = "cost of a true negative", range = Confusion.FINITE) double costTn,
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements ConfusionRatio {
  /** Every error costs 1, at ½. */
  public ExpectedCost() {
    this(1.0, 1.0, 0.0, 0.0, Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public double[] numerator() {
    return Confusion.cells(costTp, costFp, costFn, costTn);
  }

  @Override
  public double[] denominator() {
    return Confusion.cells(1, 1, 1, 1);
  }

  @Override
  public String whenZero() {
    return "no rows";
  }
}
