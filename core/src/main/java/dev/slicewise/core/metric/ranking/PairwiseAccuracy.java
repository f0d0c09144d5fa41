package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.MeanOfTerm;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.RatioOfSums;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Term;
import java.util.List;

/** Share of pairs put right; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "pairwise_accuracy",
    summary = "Share of pairs of a list's items that the scores put in the right order.",
    formula =
        "(concordant + ½ tied) / pairs with y_i > y_j: Σw·right / Σw·pairs (micro), or the mean of"
            + " each group's share (macro)",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "a group whose labels are all equal, or empty: skipped and counted (n_groups_skipped)",
      "labels and scores of different length: n_domain",
      "equal scores of a pair: half right",
      "no group with a value: undefined"
    },
    use =
        "The AUC within groups: what pairwise losses aim at. Micro lets long lists dominate, since"
            + " pairs grow with the square of the length.",
    source = "Herbrich et al. 2000; concordance as in scipy 1.10 kendalltau")
public record PairwiseAccuracy(
    @Parameter(doc = "micro: over all pairs; macro: over groups") Average average)
    implements RatioOfSums {
  private static final Term RIGHT = new PairTerm(PairTerm.Part.RIGHT);
  private static final Term PAIRS = new PairTerm(PairTerm.Part.PAIRS);
  private static final MeanOfTerm MACRO = () -> new PairTerm(PairTerm.Part.ACCURACY);

  /** What pairs are averaged over. */
  public enum Average {
    /** All pairs alike. */
    MICRO,
    /** All groups alike. */
    MACRO
  }

  /** Over all pairs. */
  public PairwiseAccuracy() {
    this(Average.MICRO);
  }

  @Override
  public Term numerator() {
    return RIGHT;
  }

  @Override
  public Term denominator() {
    return PAIRS;
  }

  @Override
  public String whenZero() {
    return "no pairs";
  }

  @Override
  public List<Statistic<?>> needs() {
    return average == Average.MACRO ? MACRO.needs() : RatioOfSums.super.needs();
  }

  @Override
  public MetricValue value(StateView states) {
    return average == Average.MACRO ? MACRO.value(states) : RatioOfSums.super.value(states);
  }

  @Override
  public IntervalMethod interval() {
    return average == Average.MACRO ? MACRO.interval() : RatioOfSums.super.interval();
  }
}
