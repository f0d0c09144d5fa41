package dev.slicewise.core.metric.regression;

import dev.slicewise.core.metric.LossMetric;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.ProductSum;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import dev.slicewise.core.term.loss.TweedieDeviance;
import java.util.ArrayList;
import java.util.List;

/** Skill in Tweedie deviance; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "d2_tweedie_score",
    summary = "D² of the Tweedie deviance: the share of it that the model explains.",
    formula = "1 − Σ w·dev(y, p) / Σ w·dev(y, ȳ); R² at power 0",
    range = "(-inf, 1]",
    better = Direction.HIGHER,
    exactness =
        "exact up to the rounding of each row's logarithm or power; where the labels are so alike that"
            + " this matters, the bound is reported",
    edges = {
      "fewer than 2 rows: undefined",
      "constant label, all labels 0, mean label not positive: undefined",
      "rows outside the domain of the power are skipped, n_domain",
      "an overflow: undefined"
    },
    use =
        "R² for counts and amounts. Rows outside the domain do not count: compare models only where"
            + " n_domain agrees.",
    source = "scikit-learn 1.2 d2_tweedie_score")
public record D2TweedieScore(
    @Parameter(doc = "ρ, the power of the mean in the variance", range = "(-inf, 0] or [1, inf)")
        double power)
    implements Metric {
  /** Each row's logarithm or power is off by at most this, relatively. */
  private static final double ROUNDING = 0x1p-51;

  /** Certificates below this are final rounding. */
  private static final double NEGLIGIBLE = 1e-12;

  /** Squared error, so that it is R². */
  public D2TweedieScore() {
    this(0.0);
  }

  /** ln y, or max(y, 0)^exponent; 0 where y is 0. */
  private record LabelFunction(Domain domain, boolean logarithm, double exponent) implements Term {
    @Override
    public void fill(Admitted rows, double[] out) {
      double[] label = rows.column(Role.LABEL);
      for (int i = 0; i < rows.size(); i++) {
        out[i] =
            label[i] <= 0
                ? 0
                : logarithm ? StrictMath.log(label[i]) : StrictMath.pow(label[i], exponent);
      }
    }
  }

  private Domain domain() {
    return new TweedieDeviance(power).domain();
  }

  private Column label() {
    return new Column(domain(), Role.LABEL);
  }

  /** Σ w·f(y) from which the deviance of a constant follows. */
  private Statistic<?> labelSum() {
    boolean logarithm = power == 1 || power == 2;
    LabelFunction function = new LabelFunction(domain(), logarithm, logarithm ? 1 : 2 - power);
    return power == 1 ? ProductSum.of(label(), function) : Sum.of(function);
  }

  @Override
  public List<Statistic<?>> needs() {
    if (power == 0) {
      return R2Score.NEEDS;
    }
    List<Statistic<?>> needs =
        new ArrayList<>(
            new LossMetric(new TweedieDeviance(power), LossMetric.Reduction.SUM).needs());
    needs.add(Sum.of(label()));
    needs.add(labelSum());
    return needs;
  }

  @Override
  public MetricValue value(StateView states) {
    if (power == 0) {
      return new R2Score().value(states);
    }
    long rows = states.count(domain());
    if (rows < 2) {
      return Sums.tooFewRows(rows, 2);
    }
    if (Sums.overflowed(states, needs())) {
      return Sums.overflowed();
    }
    Dyadic weight = states.rows(domain()).exactWeight();
    Dyadic labels = states.sum(Sum.of(label())).toDyadic();
    double mean = labels.over(weight);
    if (!(mean > 0)) {
      return MetricValue.undefined(
          mean == 0 ? "the mean label is 0" : "the mean label is negative");
    }
    Dyadic deviance = Dyadic.ZERO;
    for (var part : new TweedieDeviance(power).parts()) {
      deviance = deviance.plus(states.sum(Sum.of(part.term())).toDyadic());
    }
    return skill(deviance, sumOfFunction(states), ofConstant(weight, labels, mean));
  }

  private Dyadic sumOfFunction(StateView states) {
    return labelSum() instanceof Sum sum
        ? states.sum(sum).toDyadic()
        : states.sum((ProductSum) labelSum()).toDyadic();
  }

  /** Σ w·f(ȳ) likewise, or null where it overflows. */
  private Dyadic ofConstant(Dyadic weight, Dyadic labels, double mean) {
    if (power == 1 || power == 2) {
      return (power == 1 ? labels : weight).times(Dyadic.of(StrictMath.log(mean)));
    }
    double f = StrictMath.pow(mean, 2 - power);
    return Double.isInfinite(f) ? null : weight.times(Dyadic.of(f));
  }

  /** dev₀ is twice the difference of the sums over (1 − ρ)(2 − ρ), or over 1 and −1 at ρ = 1, 2. */
  private MetricValue skill(Dyadic deviance, Dyadic ofLabels, Dyadic ofConstant) {
    if (ofConstant == null) {
      return Sums.overflowed();
    }
    Dyadic factor =
        power == 1 || power == 2
            ? Dyadic.of(power == 1 ? 1L : -1L)
            : Dyadic.of(1 - power).times(Dyadic.of(2 - power));
    Dyadic reference = ofLabels.minus(ofConstant).scaled(1);
    Dyadic scaledDeviance = deviance.times(factor);
    Dyadic noise = ofLabels.abs().plus(ofConstant.abs()).times(Dyadic.of(ROUNDING));
    if (reference.signum() * factor.signum() <= 0) {
      return MetricValue.undefined("the label is constant");
    }
    if (reference.abs().compareTo(noise) <= 0) {
      return MetricValue.undefined("the labels are too alike to be told apart");
    }
    double value = reference.minus(scaledDeviance).over(reference);
    double bound =
        scaledDeviance.abs().times(noise).over(reference.abs().times(reference.abs().minus(noise)));
    return bound <= NEGLIGIBLE * Math.max(1, Math.abs(value))
        ? MetricValue.exact(value)
        : MetricValue.bounded(value, bound);
  }
}
