package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.StepPair;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** The p-value of max |F_r − F_c|; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "ks_p_value",
    summary =
        "Kolmogorov–Smirnov test: the probability of so large a gap between distributions"
            + " without drift.",
    formula = "Q(√(nm/(n + m))·D), Q(λ) = 2 Σ (−1)^(j−1) exp(−2j²λ²); detail statistic: D",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "equal distributions: 1",
      "weighted rows: n = W²/Σw² of a side",
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS,
      "weights that vanish below 2^-61: undefined"
    },
    exactness =
        "asymptotic in n; of the gap at the edges of histogram bins, which is the exact one"
            + " up to 4,096 distinct values a side",
    use =
        "Among many rows it is 0 whatever happened: gate on drift_ks_statistic. Ties make it"
            + " too large.",
    source = "scipy 1.17 special.kolmogorov; ks_2samp(method=asymp) rounds n differently")
public record KsPValue(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements NumberDrift {
  /** Of the column in the role value, current against reference. */
  public KsPValue() {
    this(Kind.DEFAULT_COLUMN, "reference", "current");
  }

  @Override
  public MetricValue distance(StepPair steps, double referenceRows, double currentRows) {
    double distance = steps.kolmogorovSmirnov().value();
    double p = StepPair.kolmogorovProbability(distance, referenceRows, currentRows);
    return MetricValue.estimated(p).with("statistic", distance);
  }
}
