package dev.slicewise.core.interval;

import dev.slicewise.core.numeric.Normal;
import dev.slicewise.core.statistic.ScoreBins;
import dev.slicewise.core.statistic.ScoreHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Model;
import java.util.List;
import java.util.Optional;

/**
 * DeLong's interval of ROC AUC from the score histogram, in one pass over its bins; on the scale of
 * the logit, so that it stays in (0, 1). Equal to the pairwise estimate while every score has a bin
 * of its own. With fewer than two rows of a class, Hanley and McNeil's variance.
 *
 * <p>Undefined for weighted rows (take the jackknife), for one class, and at AUC 0 or 1.
 *
 * <p>Source: DeLong, DeLong, Clarke-Pearson 1988, doi:10.2307/2531595; Hanley, McNeil 1982.
 */
public final class DeLongInterval implements IntervalMethod {
  /** Of the area itself. */
  public static final DeLongInterval OF_AUC = new DeLongInterval(1.0, 0.0);

  /** Of the Gini coefficient 2·AUC − 1. */
  public static final DeLongInterval OF_GINI = new DeLongInterval(2.0, -1.0);

  private final double scale;
  private final double shift;

  private DeLongInterval(double scale, double shift) {
    this.scale = scale;
    this.shift = shift;
  }

  @Override
  public String description() {
    return "DeLong's, on the scale of the logit; none with weights";
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(ScoreHistogram.OF_SCORES);
  }

  @Override
  public Optional<Interval> interval(StateView states, double confidence) {
    if (states.weighted()) {
      return Optional.empty();
    }
    Area area = Area.of(states.state(ScoreHistogram.OF_SCORES).bins());
    if (!(area.auc() > 0 && area.auc() < 1)) {
      return Optional.empty();
    }
    double auc = area.auc();
    double standardError = Math.sqrt(area.variance());
    double logit = StrictMath.log(auc / (1 - auc));
    double reach = Normal.tailQuantile((1 - confidence) / 2) * standardError / (auc * (1 - auc));
    return Optional.of(
        new Interval(
            scale * sigmoid(logit - reach) + shift,
            scale * sigmoid(logit + reach) + shift,
            scale * standardError,
            "delong"));
  }

  @Override
  public Optional<PairedMethod> paired(Model first, Model second) {
    return Optional.of(new PairedDeLong(first, second, scale));
  }

  private static double sigmoid(double logit) {
    return 1 / (1 + StrictMath.exp(-logit));
  }

  /**
   * An area with its variance.
   *
   * @param auc NaN when a class is missing
   * @param positives P
   * @param negatives N
   * @param delong the variance by DeLong; NaN with fewer than two rows of a class
   */
  record Area(double auc, double positives, double negatives, double delong) {
    static Area of(ScoreBins bins) {
      double p = bins.totalPositives().doubleValue();
      double n = bins.totalNegatives().doubleValue();
      double pairs = 0;
      double below = 0;
      for (int b = 0; b < bins.size(); b++) {
        double negatives = bins.negatives()[b].doubleValue();
        pairs += bins.positives()[b].doubleValue() * (below + negatives / 2);
        below += negatives;
      }
      double auc = pairs / p / n;
      double ofPositives = 0;
      double ofNegatives = 0;
      double negativesBelow = 0;
      double positivesAbove = p;
      for (int b = 0; b < bins.size(); b++) {
        double a = bins.positives()[b].doubleValue();
        double c = bins.negatives()[b].doubleValue();
        positivesAbove -= a;
        // The share of negatives a positive beats, and of positives a negative loses to.
        double beats = (negativesBelow + c / 2) / n - auc;
        double loses = (positivesAbove + a / 2) / p - auc;
        ofPositives += a * beats * beats;
        ofNegatives += c * loses * loses;
        negativesBelow += c;
      }
      double delong = ofPositives / (p * (p - 1)) + ofNegatives / (n * (n - 1));
      return new Area(auc, p, n, p < 2 || n < 2 ? Double.NaN : delong);
    }

    double hanleyMcNeil() {
      double both = auc / (2 - auc);
      double pair = 2 * auc * auc / (1 + auc);
      double spread =
          auc * (1 - auc)
              + (positives - 1) * (both - auc * auc)
              + (negatives - 1) * (pair - auc * auc);
      return spread / (positives * negatives);
    }

    double variance() {
      return Double.isNaN(delong) ? hanleyMcNeil() : delong;
    }
  }
}
