package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.term.Parameter;

/** (tp·tn) / (fp·fn); everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "diagnostic_odds_ratio",
    aliases = {"dor"},
    summary =
        "Diagnostic odds ratio: the odds of a positive decision among positives over those"
            + " among negatives.",
    formula = "(tp·tn) / (fp·fn)",
    range = "[0, inf)",
    better = Direction.HIGHER,
    edges = {
      "no false positive or no false negative: undefined",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use = "One number for both likelihood ratios; with few errors it swings wildly.",
    source = "Glas et al. 2003")
public record DiagnosticOddsRatio(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements ConfusionMetric {
  /** At ½. */
  public DiagnosticOddsRatio() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public MetricValue value(Confusion counts) {
    return Confusion.ratio(
        counts.tp().times(counts.tn()),
        counts.fp().times(counts.fn()),
        "no false positive or no false negative");
  }
}
