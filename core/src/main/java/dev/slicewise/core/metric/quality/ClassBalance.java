package dev.slicewise.core.metric.quality;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Curve;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.CellCounts;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import java.util.ArrayList;
import java.util.List;

/** How many rows each class has; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "class_balance",
    aliases = {"label_distribution"},
    summary = "Class balance: how many rows have label 0 and how many label 1.",
    formula = "(label, Σ w·1{y = label}, that / W) for labels 0 and 1",
    units = "rows, or their weight; the share has none",
    range = "[0, inf)",
    better = Direction.NONE,
    curve = true,
    edges = {
      "no usable rows: undefined",
      "a class without rows: n and share 0",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use =
        "Accuracy and precision mean nothing without it: where one class has 99 % of the rows, always"
            + " naming it is 99 % accurate.")
public record ClassBalance() implements Metric {
  private static final CellCounts LABELS =
      CellCounts.of(
          new Column(Domain.of(Role.LABEL).where(new Condition.BinaryLabel()), Role.LABEL));

  @Override
  public List<Statistic<?>> needs() {
    return List.of(LABELS);
  }

  @Override
  public MetricValue value(StateView states) {
    CellCounts.State labels = states.state(LABELS);
    Dyadic total = labels.sum(1, 1);
    if (total.signum() == 0) {
      return MetricValue.undefined("all weights are below 2^-60");
    }
    List<List<Double>> points = new ArrayList<>();
    for (int label = 0; label < 2; label++) {
      Dyadic mass = labels.mass(label);
      points.add(List.of((double) label, mass.toDouble(), mass.over(total)));
    }
    return new Curve(List.of("label", "n", "share"), points);
  }
}
