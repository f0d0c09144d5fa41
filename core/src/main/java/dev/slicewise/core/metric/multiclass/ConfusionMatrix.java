package dev.slicewise.core.metric.multiclass;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Curve;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Which classes are taken for which; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "confusion_matrix",
    aliases = {"contingency_table"},
    summary = "Confusion matrix: how many rows of each class were predicted to be of each.",
    formula =
        "(label, prediction, n, share) for every pair of classes that rows have; share is n over"
            + " the label's rows (normalize=true), the prediction's (pred) or all",
    range = "[0, inf)",
    better = Direction.NONE,
    curve = true,
    edges = {
      "no usable rows: undefined",
      "a pair that no row has: left out",
      "weighted rows: n is weight",
      "text longer than 256 characters: row skipped, n_domain",
      "more than 1,000 classes: undefined"
    },
    use =
        "The first thing to look at when accuracy disappoints: mistakes sit in few pairs. Where"
            + " classes have names, label and prediction are their numbers in the curve's classes.",
    source = "scikit-learn 1.2 confusion_matrix, pairs without rows left out")
public record ConfusionMatrix(
    @Parameter(doc = "what share is a share of: true labels, predictions, all; none: no share")
        Normalize normalize,
    @Parameter(doc = "multiclass: two names of classes; multiclass_scores: a class and scores")
        Input task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements Metric {
  /** What a share is a share of. */
  public enum Normalize {
    /** No shares. */
    NONE,
    /** Rows of the label. */
    TRUE,
    /** Rows of the prediction. */
    PRED,
    /** All rows. */
    ALL
  }

  /** What label and prediction are. */
  public enum Input {
    /** The name of a class each. */
    MULTICLASS,
    /** A class and an array with one score a class. */
    MULTICLASS_SCORES
  }

  /** Counts of names. */
  public ConfusionMatrix() {
    this(Normalize.NONE, Input.MULTICLASS, "");
  }

  private ClassInput input() {
    return new ClassInput(Task.valueOf(task.name()), classes, 0);
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(input().statistic());
  }

  @Override
  public MetricValue value(StateView states) {
    ClassTable table = input().table(states);
    if (table == null) {
      return ClassInput.TRUNCATED;
    }
    double[] numbers = ClassTable.numbers(table.names());
    List<List<Double>> points = new ArrayList<>();
    for (ClassTable.Pair pair : table.pairs()) {
      List<Double> point = new ArrayList<>();
      point.add(numbers == null ? pair.label() : numbers[pair.label()]);
      point.add(numbers == null ? pair.predicted() : numbers[pair.predicted()]);
      point.add(pair.mass().toDouble());
      if (normalize != Normalize.NONE) {
        Dyadic whole = whole(table, pair);
        point.add(whole.signum() == 0 ? null : (Double) pair.mass().over(whole));
      }
      points.add(point);
    }
    List<String> columns = new ArrayList<>(List.of("label", "prediction", "n"));
    if (normalize != Normalize.NONE) {
      columns.add("share");
    }
    return new Curve(columns, points, numbers == null ? table.names() : List.of());
  }

  private Dyadic whole(ClassTable table, ClassTable.Pair pair) {
    return switch (normalize) {
      case TRUE -> table.label()[pair.label()];
      case PRED -> table.predicted()[pair.predicted()];
      default -> table.total()[pair.label()];
    };
  }
}
