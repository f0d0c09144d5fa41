package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** The calibration error of every class, averaged; the rest in its {@link MetricInfo}. */
@MetricInfo(
    id = "classwise_calibration_error",
    aliases = {"classwise_ece", "static_calibration_error"},
    summary =
        "Classwise calibration error: the expected calibration error of each class's probability"
            + " against the rest, averaged over classes.",
    formula = "Σ_k ECE(p_k, 1{y = k}) / K",
    units = "probability",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "label that is no class, or no distribution: row skipped, n_domain",
      "a class that no row has: its probabilities count as over-prediction",
      "all weights below 2^-61: undefined"
    },
    exactness = "exact up to final rounding; probabilities below 2^-8 are kept to 2^-60",
    use =
        "Looks at every probability, not only the largest. With many classes most are near 0 and"
            + " make it small: compare only equal numbers of classes.",
    source = "Kull et al. 2019, arXiv:1910.12656; Nixon et al. 2019, arXiv:1904.01685")
public record ClasswiseCalibrationError(
    @Parameter(doc = "number of equal-width bins of the probability", range = "[1, 10000]")
        int nBins,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements Metric {
  /** The default: 15 bins. */
  public ClasswiseCalibrationError() {
    this(15, "");
  }

  @Override
  public Metric resolved() {
    return new ExpectedCalibrationError(nBins, ClassCalibration.Of.CLASSWISE, classes).resolved();
  }

  @Override
  public List<Statistic<?>> needs() {
    return resolved().needs();
  }

  @Override
  public MetricValue value(StateView states) {
    return resolved().value(states);
  }
}
