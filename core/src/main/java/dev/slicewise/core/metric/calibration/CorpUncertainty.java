package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/** The Brier score of the base rate; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "corp_uncertainty",
    aliases = {"unc", "corp_unc"},
    summary = "CORP uncertainty: the Brier score of always predicting the base rate.",
    formula = "UNC = π(1 − π), π the slice's mean label; brier = MCB − DSC + UNC",
    units = "probability",
    range = "[0, 0.25]",
    better = Direction.NONE,
    edges = {
      "no usable rows: undefined",
      "label other than 0 or 1, or probability beyond tolerance: row skipped, n_domain",
      "one class: 0",
      "all weights below 2^-61: undefined"
    },
    use = "A property of the slice, not of the model: compare Brier scores only where it agrees.",
    source = "Dimitriadis, Gneiting, Jordan 2021, doi:10.1073/pnas.2016191118; R reliabilitydiag")
public record CorpUncertainty() implements Metric {
  @Override
  public List<Statistic<?>> needs() {
    return CorpDecomposition.NEEDS;
  }

  @Override
  public MetricValue value(StateView states) {
    CorpDecomposition terms = CorpDecomposition.of(states);
    return terms == null ? CalibrationBins.VANISHED : MetricValue.exact(terms.uncertainty());
  }
}
