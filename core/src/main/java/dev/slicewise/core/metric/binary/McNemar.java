package dev.slicewise.core.metric.binary;

import dev.slicewise.core.interval.McNemarTest;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** McNemar's test; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "mcnemar",
    aliases = {"mcnemar_p_value"},
    summary =
        "McNemar's test: the p-value of two models being right equally often on the same rows.",
    formula =
        "b rows only the baseline decides rightly, c only the prediction: χ² = (b−c)²/(b+c) with 1"
            + " degree of freedom; exact binomial below 25 discordant rows",
    range = "[0, 1]",
    better = Direction.NONE,
    edges = {
      "no row decided rightly by one model only: 1",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain",
      "weighted: b and c are scaled to effective counts, (b+c)/Σw² of the discordant rows"
    },
    use =
        "Details: statistic, chi_squared_p, exact_p, only_baseline, only_prediction. With millions"
            + " of rows any difference is significant: read the flip rates too.",
    source = "McNemar 1947, no continuity correction")
public record McNemar(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold)
    implements Metric {
  /** At ½. */
  public McNemar() {
    this(Confusion.DEFAULT_THRESHOLD);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(PairedDecisions.table(threshold));
  }

  @Override
  public MetricValue value(StateView states) {
    CellCounts.State cells = states.state(PairedDecisions.table(threshold));
    double onlyBaseline = 0;
    double onlyPrediction = 0;
    double squares = 0;
    for (int cell = 0; cell < cells.cells(); cell++) {
      boolean label = (cell & 1) != 0;
      boolean prediction = (cell & 2) != 0;
      boolean baseline = (cell & 4) != 0;
      if (prediction != baseline) {
        double mass = cells.mass(cell).toDouble();
        onlyBaseline += baseline == label ? mass : 0;
        onlyPrediction += prediction == label ? mass : 0;
        squares += cells.squaredWeight(cell);
      }
    }
    double scale = squares == 0 ? 1.0 : (onlyBaseline + onlyPrediction) / squares;
    McNemarTest test = McNemarTest.of(onlyBaseline * scale, onlyPrediction * scale);
    return MetricValue.exact(test.pValue())
        .with("statistic", test.statistic())
        .with("chi_squared_p", test.chiSquaredP())
        .with("exact_p", test.exactP())
        .with("only_baseline", onlyBaseline)
        .with("only_prediction", onlyPrediction);
  }
}
