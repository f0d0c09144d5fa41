package dev.slicewise.core.metric.multiclass;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.loss.TopKError;
import java.util.List;

/** How often the class is among the k best; everything else in its {@link MetricInfo}. */
@MetricInfo(
    id = "top_k_accuracy",
    aliases = {"top_k_accuracy_score", "top_k_categorical_accuracy"},
    presets = {"top_5_accuracy = k: 5", "top_3_accuracy = k: 3"},
    summary = "Top-k accuracy: the share of rows whose class is among the k highest scores.",
    formula = "Σ w·1{fewer than k classes score higher than y} / W",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "no usable rows: undefined",
      "label that is no class of the array: row skipped, n_domain",
      "k at least the number of classes: 1",
      "scores tied at the boundary: the lower position wins"
    },
    use =
        "For products that show several guesses. k close to the number of classes makes it 1"
            + " whatever the model.",
    source = "scikit-learn 1.2 top_k_accuracy_score, which lets the higher position win ties")
public record TopKAccuracy(
    @Parameter(doc = "how many guesses are allowed", range = "[1, 1000]") int k,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements Metric {
  /** Two guesses. */
  public TopKAccuracy() {
    this(2, "");
  }

  private RightRows rows() {
    return new RightRows(CellCounts.of(new TopKError(k, classes)), true);
  }

  @Override
  public List<Statistic<?>> needs() {
    return rows().needs();
  }

  @Override
  public MetricValue value(StateView states) {
    return rows().value(states);
  }

  @Override
  public IntervalMethod interval() {
    return rows().interval();
  }
}
