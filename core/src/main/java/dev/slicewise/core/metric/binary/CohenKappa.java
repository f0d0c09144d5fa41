package dev.slicewise.core.metric.binary;

import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.multiclass.ClassAgreement;
import dev.slicewise.core.metric.multiclass.ClassInput;
import dev.slicewise.core.metric.multiclass.ClassTask;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;

/**
 * (p_o − p_e) / (1 − p_e), p_o = (tp+tn)/n, p_e = (P̂·P + N̂·N)/n²; everything else about it stands
 * in its {@link MetricInfo}.
 */
@MetricInfo(
    id = "cohen_kappa",
    aliases = {"cohen_kappa_score", "kappa"},
    summary = "Cohen's kappa: agreement of label and decision beyond what chance gives.",
    formula = "(p_o − p_e) / (1 − p_e), p_o = (tp+tn)/n, p_e = (P̂·P + N̂·N)/n²",
    range = "[-1, 1]",
    better = Direction.HIGHER,
    edges = {
      "chance agreement is certain (p_e = 1): undefined",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    use =
        "Its chance term moves with both margins, so the same recall and fpr give other kappas"
            + " at other base rates.",
    source = "scikit-learn 1.2 cohen_kappa_score")
public record CohenKappa(
    @Parameter(doc = Confusion.THRESHOLD, range = Confusion.FINITE) double threshold,
    @Parameter(
            doc = "distance of classes in their order: none (all alike), linear or quadratic",
            quiet = true)
        ClassAgreement.Distance weights,
    @Parameter(doc = ClassTask.DOC, quiet = true) ClassTask task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes)
    implements ConfusionMetric {
  /** At ½. */
  public CohenKappa() {
    this(Confusion.DEFAULT_THRESHOLD, ClassAgreement.Distance.NONE, ClassTask.BINARY, "");
  }

  @Override
  public MetricValue value(Confusion counts) {
    Dyadic total = counts.total();
    Dyadic byChance =
        counts
            .predictedPositives()
            .times(counts.positives())
            .plus(counts.predictedNegatives().times(counts.negatives()));
    Dyadic agreement = counts.tp().plus(counts.tn()).times(total);
    return Confusion.ratio(
        agreement.minus(byChance),
        total.squared().minus(byChance),
        "label and decision must agree by chance");
  }

  @Override
  public Metric resolved() {
    return task == ClassTask.BINARY
        ? this
        : new ClassAgreement(new ClassInput(task.task(), classes, threshold), weights);
  }
}
