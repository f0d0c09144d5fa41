package dev.slicewise.core.metric.multiclass;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.statistic.PerClass;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.ClassTerm;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.loss.CategoricalCrossEntropy;
import dev.slicewise.core.term.loss.LogLoss;
import java.util.List;

/** Cross entropy by class, averaged; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "balanced_cross_entropy",
    aliases = {"class_balanced_cross_entropy"},
    summary = "Balanced cross entropy: the mean over classes of each class's mean cross entropy.",
    formula = "Σ_k (Σ w·1{y=k}·ℓ / Σ w·1{y=k}) / K, that is, class weights n/(K·n_k)",
    units = "nats",
    range = "[0, inf)",
    better = Direction.LOWER,
    edges = {
      "a class that is no row's label: left out of K",
      "one class only: its cross entropy",
      "no usable rows: undefined",
      "label that is no class of the array: row skipped, n_domain"
    },
    use =
        "A rare class counts as much as a common one. Its optimum is not calibrated, and a slice's"
            + " weights follow from its own balance.",
    source = "scikit-learn 1.2 log_loss(sample_weight=compute_sample_weight('balanced'))")
public record BalancedCrossEntropy(
    @Parameter(doc = "the prediction holds logits, not probabilities") boolean fromLogits,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements Metric {
  /** Of probabilities. */
  public BalancedCrossEntropy() {
    this(false, "");
  }

  private CategoricalCrossEntropy loss() {
    return new CategoricalCrossEntropy(0x1p-52, fromLogits, false, LogLoss.Base.E, 0.0, classes);
  }

  private PerClass<Sum.State> losses() {
    return PerClass.of(PerClass.SUM, new ClassTerm.AtLabel(loss(), classes));
  }

  private PerClass<Sum.State> weights() {
    return PerClass.of(PerClass.SUM, new ClassTerm.OneVersusRest(loss().domain(), classes));
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(losses(), weights());
  }

  @Override
  public MetricValue value(StateView states) {
    List<Sum.State> losses = states.state(losses()).classes();
    List<Sum.State> weights = states.state(weights()).classes();
    ExactSum means = new ExactSum();
    int classes = 0;
    for (int k = 0; k < losses.size(); k++) {
      if (losses.get(k).overflows() > 0) {
        return MetricValue.finite(losses.get(k).sum().value());
      }
      Dyadic weight = weights.get(k).sum().toDyadic();
      if (weight.signum() > 0) {
        means.add(losses.get(k).sum().toDyadic().over(weight));
        classes++;
      }
    }
    return MetricValue.exact(means.value() / classes).with("classes", classes);
  }
}
