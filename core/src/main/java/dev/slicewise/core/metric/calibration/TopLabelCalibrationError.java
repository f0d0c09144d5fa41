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

/** How sure a classifier is against how often it is right; the rest in its {@link MetricInfo}. */
@MetricInfo(
    id = "top_label_calibration_error",
    aliases = {"multiclass_ece", "confidence_calibration_error"},
    summary =
        "Top-label calibration error: mean distance, over bins of the largest probability, between"
            + " it and the share of rows where it is the label's.",
    formula = "Σ_b |Σ_b w·max_k p_k − Σ_b w·1{argmax p = y}| / W over equal-width bins",
    units = "probability",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "label that is no class, or no distribution: row skipped, n_domain",
      "probabilities that tie for the largest: the first position",
      "all weights below 2^-61: undefined"
    },
    exactness = "exact up to final rounding; probabilities below 2^-8 are kept to 2^-60",
    use =
        "What most papers call the ECE of a classifier. It sees only the chosen class: read"
            + " classwise_calibration_error where all probabilities are used.",
    source = "Guo et al. 2017, arXiv:1706.04599, with p = 1 in the last bin")
public record TopLabelCalibrationError(
    @Parameter(doc = "number of equal-width bins of the probability", range = "[1, 10000]")
        int nBins,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements Metric {
  /** The default: 15 bins. */
  public TopLabelCalibrationError() {
    this(15, "");
  }

  @Override
  public Metric resolved() {
    return new ExpectedCalibrationError(nBins, ClassCalibration.Of.MULTICLASS, classes).resolved();
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
