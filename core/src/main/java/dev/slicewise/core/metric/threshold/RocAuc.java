package dev.slicewise.core.metric.threshold;

import dev.slicewise.core.interval.DeLongInterval;
import dev.slicewise.core.interval.IntervalMethod;
import dev.slicewise.core.metric.Metric;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.multiclass.Average;
import dev.slicewise.core.metric.multiclass.ScoreTask;
import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Parameter;
import java.math.BigInteger;

/** The area under the ROC curve; everything else about it stands in its {@link MetricInfo}. */
@MetricInfo(
    id = "roc_auc",
    aliases = {"auc", "roc_auc_score", "auc_roc"},
    summary = "ROC AUC: how often a positive row scores higher than a negative one.",
    formula =
        "Σ over pairs of 1{s⁺ > s⁻} + ½·1{s⁺ = s⁻}, over PN; with max_fpr = f the area A up to"
            + " fpr = f as ½(1 + (A − f²/2)/(f − f²/2))",
    range = "[0, 1]",
    better = Direction.HIGHER,
    edges = {
      "one class only: undefined",
      "all scores equal: 0.5",
      "average or task for several classes: one that all or no rows have is left out and counted in"
          + " undefined_classes",
      "no usable rows: undefined",
      "label other than 0 or 1: row skipped, n_domain"
    },
    exactness = ScoreCurve.EXACTNESS + " of ±Σ a_b·c_b/(2PN) over bins",
    use =
        "Chance is 0.5 whatever the base rate, and monotone changes of the score leave it alone:"
            + " it says nothing of calibration. With rare positives it looks good long before"
            + " precision does.",
    source = "scikit-learn 1.2 roc_auc_score; McClish 1989 for max_fpr")
public record RocAuc(
    @Parameter(doc = "only the part up to this false positive rate, standardised", range = "(0, 1]")
        Double maxFpr,
    @Parameter(doc = Average.DOC, quiet = true) Average average,
    @Parameter(doc = ScoreTask.DOC, quiet = true) ScoreTask task,
    @Parameter(doc = ClassNames.DOC, quiet = true) String classes,
    @Parameter(
            doc =
                "ovr: each class against the rest; ovo: against each other one, for at most 31"
                    + " classes, with average macro or weighted",
            quiet = true)
        MultiClass multiClass)
    implements ScoreMetric {
  /** Against what a class is compared; scikit-learn's {@code multi_class}. */
  public enum MultiClass {
    /** One class against the rest. */
    OVR,
    /** One class against one other. */
    OVO
  }

  /** The whole area. */
  public RocAuc() {
    this(null, Average.BINARY, ScoreTask.BINARY, "", MultiClass.OVR);
  }

  @Override
  public Metric resolved() {
    if (multiClass == MultiClass.OVO) {
      if (task == ScoreTask.MULTILABEL) {
        throw new IllegalArgumentException("expected task multiclass with multi_class=ovo");
      }
      return new OneVersusOneAuc(this, average, classes);
    }
    return AveragedScore.resolve(this, average, task, classes);
  }

  @Override
  public MetricValue value(ScoreCurve curve) {
    if (curve.positives() == 0 || curve.negatives() == 0) {
      return MetricValue.undefined(ONE_CLASS);
    }
    return maxFpr == null ? whole(curve) : partial(curve, maxFpr);
  }

  private static MetricValue whole(ScoreCurve curve) {
    BigInteger pairs = curve.exactTp(0).multiply(curve.exactFp(0));
    return MetricValue.bounded(
        Rounding.ratio(twicePairsInOrder(curve), pairs.shiftLeft(1)),
        curve.lossless() ? 0.0 : halfTiedPairs(curve));
  }

  /**
   * Twice the pairs of a positive and a negative in which the positive scores higher, ties once, in
   * squared units: AUC is this over 2PN.
   */
  static BigInteger twicePairsInOrder(ScoreCurve curve) {
    double negatives = curve.negatives();
    if (!curve.weighted() && 2 * curve.positives() * negatives < 0x1p62) {
      long pairs = 0;
      for (int b = 0; b < curve.last(); b++) {
        double below = negatives - curve.fp(b);
        pairs += (long) curve.positives(b) * (long) (2 * below + curve.negatives(b));
      }
      return BigInteger.valueOf(pairs);
    }
    BigInteger pairs = BigInteger.ZERO;
    BigInteger all = curve.exactFp(0);
    for (int b = 0; b < curve.last(); b++) {
      BigInteger inBin = curve.exactTp(b).subtract(curve.exactTp(b + 1));
      BigInteger halfTied =
          all.shiftLeft(1).subtract(curve.exactFp(b)).subtract(curve.exactFp(b + 1));
      pairs = pairs.add(inBin.multiply(halfTied));
    }
    return pairs;
  }

  /** The pairs within one bin, whose order it does not tell, over 2PN. */
  static double halfTiedPairs(ScoreCurve curve) {
    double tied = 0;
    for (int b = 0; b < curve.last(); b++) {
      tied += curve.positives(b) * curve.negatives(b);
    }
    return tied / 2 / curve.positives() / curve.negatives();
  }

  /**
   * Trapezoids up to fpr = f, the last one cut, then rescaled to ½ for chance and 1 for perfect.
   */
  private static MetricValue partial(ScoreCurve curve, double f) {
    double end = f * curve.negatives();
    double area = 0;
    double unknown = 0;
    for (int b = curve.last() - 1; b >= 0 && curve.fp(b + 1) < end; b--) {
      double negatives = curve.negatives(b);
      double positives = curve.positives(b);
      double width = Math.min(negatives, end - curve.fp(b + 1));
      // Where a bin is cut, its positives lie before, after or along the cut.
      double rise = negatives == 0 ? 0 : positives * (width / negatives);
      area += width * (curve.tp(b + 1) + rise / 2);
      unknown += width * Math.max(rise / 2, positives - rise / 2);
    }
    double scale = curve.positives() * curve.negatives();
    double chance = f * f / 2;
    double standardised = (1 + (area / scale - chance) / (f - chance)) / 2;
    return MetricValue.bounded(
        standardised, curve.lossless() ? 0.0 : unknown / scale / (f - chance) / 2);
  }

  @Override
  public IntervalMethod interval() {
    return maxFpr == null ? DeLongInterval.OF_AUC : IntervalMethod.NONE;
  }
}
