package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/**
 * How much better than the base rate the recalibrated predictions are; everything else stands in
 * its {@link MetricInfo}.
 */
@MetricInfo(
    id = "corp_discrimination",
    aliases = {"dsc", "corp_dsc"},
    summary = "CORP discrimination: by how much recalibrated predictions beat the base rate.",
    formula = "DSC = UNC − brier of the isotonic regression of y on p; brier = MCB − DSC + UNC",
    units = "probability",
    range = "[0, 0.25]",
    better = Direction.HIGHER,
    edges = {
      "no usable rows: undefined",
      "label other than 0 or 1, or probability beyond tolerance: row skipped, n_domain",
      "one class, or all predictions equal: 0",
      "all weights below 2^-61: undefined"
    },
    exactness =
        "exact up to 4,096 distinct probabilities; beyond, within the certificate, which is half of what"
            + " the order of rows inside the histogram's bins could change",
    use =
        "What the order of the predictions is worth, whatever their size; the part that a better model, not a better calibration, can raise.",
    source = "Dimitriadis, Gneiting, Jordan 2021, doi:10.1073/pnas.2016191118; R reliabilitydiag")
public record CorpDiscrimination() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return CorpDecomposition.NEEDS;
  }

  @Override
  public MetricValue value(StateView states) {
    CorpDecomposition terms = CorpDecomposition.of(states);
    return terms == null ? CalibrationBins.VANISHED : terms.discrimination();
  }
}
