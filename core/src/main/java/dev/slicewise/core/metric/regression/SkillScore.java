package dev.slicewise.core.metric.regression;

import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import java.util.List;

/** 1 − Σe² over a baseline; everything else stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "skill_score",
    summary =
        "Skill: the share of another model's squared error that this one removes (column baseline).",
    formula = "1 − Σ w(p − y)² / Σ w(b − y)², or 1 − Σ w(p − y)² / Σ w(y − ȳ)² with against=mean",
    range = "(-inf, 1]",
    better = Direction.HIGHER,
    edges = {
      "no usable rows: undefined",
      "a perfect baseline: undefined",
      "against=mean with fewer than 2 rows or a constant label: undefined",
      "an overflow: undefined"
    },
    use =
        "0 is no better than the baseline, 1 perfect, negative worse: climatology, last week or the model in"
            + " production make honest baselines.",
    source = "Murphy 1988, doi:10.1175/1520-0493(1988)116<2417:SSBOTM>2.0.CO;2")
public record SkillScore(
    @Parameter(doc = "mean (of the slice's labels) or baseline (another model's column)")
        Reference against)
    implements Metric {

  /** Against another model. */
  public SkillScore() {
    this(Reference.BASELINE);
  }

  @Override
  public List<Statistic<?>> needs() {
    return SquaredErrorRatio.needs(against);
  }

  @Override
  public MetricValue value(StateView states) {
    return SquaredErrorRatio.value(states, against, SquaredErrorRatio.Part.SKILL);
  }

  @Override
  public IntervalMethod interval() {
    return SquaredErrorRatio.interval(against, SquaredErrorRatio.Part.SKILL);
  }
}
