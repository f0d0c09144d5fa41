package dev.slicewise.core.metric.combined;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.MetricValue.Exactness;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A sum of other metrics; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "composite",
    aliases = {"business_objective"},
    summary = "A linear combination of other metrics: one number for several objectives.",
    formula = "Σ c_i · metric_i, written as of='0.7*log_loss + 0.3*brier'",
    units = "those of its parts, which should agree",
    range = "(-inf, inf)",
    better = Direction.LOWER,
    edges = {
      "no usable rows: undefined",
      "a part that is undefined, or a curve: undefined",
      "parts of different rows: each on the rows it can use; n is the first one's"
    },
    exactness = "as exact as its parts; certificates are added up",
    use =
        "A training objective with its penalties, or costs put in one currency. Which side is good"
            + " depends on the signs; the default reading is a loss. Without hash groups it has no"
            + " interval. Report the parts beside it: a sum can stand still while they move apart.")
public record Composite(
    @Parameter(doc = "the combination, such as '0.7*log_loss + 0.3*brier - 2*recall'") String of)
    implements Metric {
  /** The mean squared error. */
  public Composite() {
    this("mean_squared_error");
  }

  /** Refuses what is no combination; the metrics in it are looked up when they are needed. */
  public Composite {
    LinearCombination.split(of);
  }

  @Override
  public List<Statistic<?>> needs() {
    Set<Statistic<?>> needs = new LinkedHashSet<>();
    for (LinearCombination part : LinearCombination.parse(of)) {
      needs.addAll(part.metric().metric().needs());
    }
    return new ArrayList<>(needs);
  }

  @Override
  public MetricValue value(StateView states) {
    Exactness exactness = Exactness.EXACT;
    double bound = 0;
    Dyadic total = Dyadic.ZERO;
    double infinite = 0;
    for (LinearCombination part : LinearCombination.parse(of)) {
      Metric metric = part.metric().metric();
      String name = part.metric().text();
      if (states.count(metric.needs().get(0).domain()) == 0) {
        return MetricValue.undefined(name + ": no usable rows");
      }
      MetricValue value = metric.value(states);
      if (value instanceof MetricValue.Undefined undefined) {
        return MetricValue.undefined(name + ": " + undefined.reason());
      }
      if (!(value instanceof MetricValue.Scalar scalar)) {
        return MetricValue.undefined(name + " is a curve, not a number");
      }
      if (scalar.exactness().compareTo(exactness) > 0) {
        exactness = scalar.exactness();
      }
      bound += Math.abs(part.coefficient()) * scalar.errorBound();
      if (Double.isFinite(scalar.value())) {
        total = total.plus(Dyadic.of(part.coefficient()).times(Dyadic.of(scalar.value())));
      } else {
        infinite += part.coefficient() * scalar.value();
      }
    }
    double sum = infinite == 0 ? total.toDouble() : infinite;
    return Double.isNaN(sum)
        ? MetricValue.undefined("infinite parts cancel")
        : new MetricValue.Scalar(
            sum, exactness, exactness == Exactness.BOUNDED ? bound : 0, Map.of());
  }
}
