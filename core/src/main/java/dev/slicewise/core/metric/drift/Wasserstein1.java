package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.SampleNoise;
import dev.slicewise.core.drift.StepPair;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Moments;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Parameter;
import java.util.ArrayList;
import java.util.List;

/** ∫ |F_r − F_c| dx; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "wasserstein_1",
    aliases = {"wasserstein_distance", "emd"},
    summary = "Wasserstein distance, the earth mover's: how far values moved on average.",
    formula =
        "∫ |F_r − F_c| dx; divided by the standard deviation of the reference with"
            + " standardize = true, and then detail noise_95: about what one in twenty samples"
            + " without drift exceeds",
    units = "units of the column; none when standardised",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "equal distributions: 0",
      "standardize = true and a reference without spread: undefined",
      TwoSided.NO_SIDE,
      TwoSided.OTHER_SPLITS,
      "weights that vanish below 2^-61: undefined"
    },
    exactness = NumberDrift.EXACTNESS,
    use =
        "In the column's own units, so a limit can be argued about; standardised, 0.1 is a"
            + " common one. One far outlier weighs as much as it is far.",
    source = "scipy 1.17 stats.wasserstein_distance")
public record Wasserstein1(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = "whether to divide by the standard deviation of the reference")
        boolean standardize,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements NumberDrift {
  /** Of the column in the role value, in its units, current against reference. */
  public Wasserstein1() {
    this(Kind.DEFAULT_COLUMN, false, "reference", "current");
  }

  @Override
  public List<Statistic<?>> ofEachSide() {
    List<Statistic<?>> needs = new ArrayList<>(NumberDrift.super.ofEachSide());
    needs.addAll(standardize ? Spread.needs(column) : List.of());
    return needs;
  }

  @Override
  public MetricValue distance(StepPair steps, double referenceRows, double currentRows) {
    return NumberDrift.certified(steps.wasserstein());
  }

  @Override
  public MetricValue compare(StateView reference, StateView current) {
    MetricValue value = NumberDrift.super.compare(reference, current);
    if (!standardize || !(value instanceof MetricValue.Scalar distance)) {
      return value;
    }
    Moments moments = Spread.of(reference, column);
    double unit = moments == null ? 0.0 : Spread.deviation(moments);
    if (!(unit > 0)) {
      return MetricValue.undefined("the reference has no spread to standardise by");
    }
    Domain domain = Kind.NUMBERS.domain(column);
    double noise =
        SampleNoise.wasserstein(
            reference.rows(domain).effectiveRows(), current.rows(domain).effectiveRows());
    return MetricValue.bounded(distance.value() / unit, distance.errorBound() / unit)
        .with(SampleNoise.DETAIL, noise);
  }
}
