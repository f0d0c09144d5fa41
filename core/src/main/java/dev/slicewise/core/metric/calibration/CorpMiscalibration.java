package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/**
 * What recalibration would take off the Brier score; everything else stands in its {@link
 * MetricInfo}.
 */
@MetricInfo(
    id = "corp_miscalibration",
    aliases = {"mcb", "corp_mcb"},
    summary =
        "CORP miscalibration: what the best increasing recalibration would take off the Brier score.",
    formula = "MCB = brier − brier of the isotonic regression of y on p; brier = MCB − DSC + UNC",
    units = "probability",
    range = "[0, 1]",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "label other than 0 or 1, or probability beyond tolerance: row skipped, n_domain",
      "one class: the Brier score",
      "all weights below 2^-61: undefined"
    },
    exactness =
        "exact up to 4,096 distinct probabilities; beyond, within the certificate, which is half of what"
            + " the order of rows inside the histogram's bins could change",
    use =
        "Needs no bins, so no choice of bins can hide it. The recalibration is fitted to the very rows it is measured on: small slices look worse than they are.",
    source = "Dimitriadis, Gneiting, Jordan 2021, doi:10.1073/pnas.2016191118; R reliabilitydiag")
public record CorpMiscalibration() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return CorpDecomposition.NEEDS;
  }

  @Override
  public MetricValue value(StateView states) {
    CorpDecomposition terms = CorpDecomposition.of(states);
    return terms == null ? CalibrationBins.VANISHED : terms.miscalibration();
  }
}
