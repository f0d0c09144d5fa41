package dev.slicewise.core.metric.multiclass;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.ResolvedMetric;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;

/**
 * Cohen's kappa of several classes: 1 − Σ d_ij·O_ij / Σ d_ij·E_ij, d the distance of two classes in
 * their order and E what the margins alone would give.
 */
public record ClassAgreement(ClassInput input, Distance weights) implements ResolvedMetric {
  /** How far two classes are apart; scikit-learn's {@code weights}. */
  public enum Distance {
    /** 1 for any two different classes. */
    NONE,
    /** |i − j|. */
    LINEAR,
    /** (i − j)². */
    QUADRATIC
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(input.statistic());
  }

  @Override
  public MetricValue value(StateView states) {
    ClassTable table = input.table(states);
    if (table == null) {
      return ClassInput.TRUNCATED;
    }
    Dyadic n = ClassTable.sum(table.label());
    Dyadic observed = Dyadic.ZERO;
    for (ClassTable.Pair pair : table.pairs()) {
      long apart = Math.abs(pair.label() - pair.predicted());
      long distance =
          switch (weights) {
            case NONE -> Math.min(apart, 1);
            case LINEAR -> apart;
            case QUADRATIC -> apart * apart;
          };
      observed = observed.plus(pair.mass().times(Dyadic.of(distance)));
    }
    Dyadic byChance = byChance(table, n);
    return byChance.signum() == 0
        ? MetricValue.undefined("label and decision must agree by chance")
        : MetricValue.exact(byChance.minus(observed.times(n)).over(byChance));
  }

  /** n·Σ d_ij·E_ij = Σ d_ij·P_i·P̂_j, without a loop over pairs. */
  private Dyadic byChance(ClassTable table, Dyadic n) {
    Dyadic none = n.squared();
    Dyadic linear = Dyadic.ZERO;
    Dyadic[] label = {Dyadic.ZERO, Dyadic.ZERO};
    Dyadic[] predicted = {Dyadic.ZERO, Dyadic.ZERO};
    Dyadic labelBelow = Dyadic.ZERO;
    Dyadic predictedBelow = Dyadic.ZERO;
    for (int k = 0; k < table.size(); k++) {
      Dyadic p = table.label()[k];
      Dyadic q = table.predicted()[k];
      none = none.minus(p.times(q));
      labelBelow = labelBelow.plus(p);
      predictedBelow = predictedBelow.plus(q);
      // |i − j| counts the steps k for which one class is at most k and the other above.
      linear =
          linear
              .plus(labelBelow.times(n.minus(predictedBelow)))
              .plus(predictedBelow.times(n.minus(labelBelow)));
      Dyadic place = Dyadic.of(k);
      label[0] = label[0].plus(p.times(place));
      label[1] = label[1].plus(p.times(place.squared()));
      predicted[0] = predicted[0].plus(q.times(place));
      predicted[1] = predicted[1].plus(q.times(place.squared()));
    }
    return switch (weights) {
      case NONE -> none;
      case LINEAR -> linear;
      case QUADRATIC ->
          n.times(label[1].plus(predicted[1])).minus(label[0].times(predicted[0]).scaled(1));
    };
  }
}
