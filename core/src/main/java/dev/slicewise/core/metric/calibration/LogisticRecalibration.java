package dev.slicewise.core.metric.calibration;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.numeric.Rounding;
import dev.slicewise.core.statistic.ScoreBins;
import java.math.BigInteger;
import java.util.function.ToDoubleFunction;

/**
 * The logistic regression of the label on the logit of the predicted probability, fitted to the
 * bins of a score histogram: Newton steps from (0, 1), halved until they keep enough of their
 * promise, so that the fit converges where full steps would jump to and fro.
 */
final class LogisticRecalibration {
  private static final int MOST_STEPS = 50;
  private static final int MOST_HALVINGS = 60;
  private static final double TOLERANCE = 1e-10;

  /** What share of the gain that its slope promises a step must bring (Armijo's rule). */
  private static final double SUFFICIENT = 0.25;

  /** A promised gain of this share of the deviance is below what a sum of doubles shows. */
  private static final double NEGLIGIBLE = 0x1p-52;

  /** The rounding of two sums of 4,096 terms: a step this little worse is not worse. */
  private static final double NOISE = 0x1p-40;

  /** The nearest to 0 or 1 that a probability is taken to be, as in log loss. */
  private static final double EPSILON = 0x1p-52;

  private final double[] logit;
  private final double[] positives;
  private final double[] negatives;
  private final boolean slopeFixed;

  /**
   * How a fit went.
   *
   * @param reason why there is none, else null
   */
  record Fit(double intercept, double slope, boolean exact, String reason) {
    MetricValue value(ToDoubleFunction<Fit> coefficient) {
      if (reason != null) {
        return MetricValue.undefined(reason);
      }
      double value = coefficient.applyAsDouble(this);
      return exact ? MetricValue.exact(value) : MetricValue.estimated(value);
    }

    private static Fit none(String reason) {
      return new Fit(0, 0, false, reason);
    }
  }

  private LogisticRecalibration(ScoreBins bins, BigInteger weight, boolean slopeFixed) {
    this.slopeFixed = slopeFixed;
    logit = new double[bins.size()];
    positives = new double[bins.size()];
    negatives = new double[bins.size()];
    for (int i = 0; i < logit.length; i++) {
      logit[i] = logit(bins, i);
      // Shares, not weights: scaling all weights must not change a bit more than it has to.
      positives[i] = Rounding.ratio(bins.positives()[i], weight);
      negatives[i] = Rounding.ratio(bins.negatives()[i], weight);
    }
  }

  /** Intercept and slope. */
  static Fit fit(ScoreBins bins) {
    return fit(bins, false);
  }

  /** The intercept for a slope of 1. */
  static Fit fitOffset(ScoreBins bins) {
    return fit(bins, true);
  }

  private static Fit fit(ScoreBins bins, boolean slopeFixed) {
    BigInteger events = bins.totalPositives();
    BigInteger weight = events.add(bins.totalNegatives());
    if (weight.signum() == 0) {
      return Fit.none("all weights are below 2^-61, too small for fixed-point sums");
    }
    if (events.signum() == 0 || events.equals(weight)) {
      return Fit.none("all labels are " + (events.signum() == 0 ? 0 : 1));
    }
    LogisticRecalibration problem = new LogisticRecalibration(bins, weight, slopeFixed);
    String obstacle = slopeFixed ? null : problem.obstacle();
    return obstacle == null ? problem.solve(bins.lossless()) : Fit.none(obstacle);
  }

  /**
   * The log odds of a bin's mean, computed from the nearer of p and 1 − p so that probabilities
   * near 1 keep their digits.
   */
  private static double logit(ScoreBins bins, int bin) {
    boolean upper = bins.score()[bin] >= 0.5;
    double near;
    if (bins.lossless()) {
      near = upper ? 1 - bins.score()[bin] : bins.score()[bin];
    } else {
      BigInteger weight = bins.positives()[bin].add(bins.negatives()[bin]);
      BigInteger sum = bins.scoreSums()[bin];
      BigInteger nearSum = upper ? weight.subtract(sum) : sum;
      near = weight.signum() == 0 ? bins.score()[bin] : Rounding.ratio(nearSum, weight);
    }
    near = Math.max(near, EPSILON);
    double odds = StrictMath.log(near) - StrictMath.log1p(-near);
    return upper ? -odds : odds;
  }

  /** Why there is no finite optimum: it exists where the classes overlap in both directions. */
  private String obstacle() {
    double lowestPositive = Double.POSITIVE_INFINITY;
    double lowestNegative = Double.POSITIVE_INFINITY;
    double highestPositive = Double.NEGATIVE_INFINITY;
    double highestNegative = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < logit.length; i++) {
      if (positives[i] > 0) {
        lowestPositive = Math.min(lowestPositive, logit[i]);
        highestPositive = Math.max(highestPositive, logit[i]);
      }
      if (negatives[i] > 0) {
        lowestNegative = Math.min(lowestNegative, logit[i]);
        highestNegative = Math.max(highestNegative, logit[i]);
      }
    }
    if (Math.min(lowestPositive, lowestNegative) == Math.max(highestPositive, highestNegative)) {
      return "all probabilities are equal";
    }
    boolean separated = highestNegative <= lowestPositive || highestPositive <= lowestNegative;
    return separated ? "the probabilities separate the classes" : null;
  }

  private Fit solve(boolean exact) {
    double intercept = 0;
    double slope = 1;
    double deviance = deviance(intercept, slope);
    double smallest = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MOST_STEPS; step++) {
      double[] change = newtonStep(intercept, slope);
      double size = Math.max(Math.abs(change[0]), Math.abs(change[1]));
      double gain = change[2];
      if (!(size < Double.POSITIVE_INFINITY)) {
        break;
      }
      boolean negligible = gain <= NEGLIGIBLE * deviance;
      // With a slope of 1 the score alone finds the offset, where certain probabilities that are
      // as often wrong on either side leave the deviance flat: until its steps stop shrinking.
      if (size <= TOLERANCE || negligible && !(slopeFixed && size < smallest / 2)) {
        return new Fit(intercept + change[0], slope + change[1], exact, null);
      }
      smallest = negligible ? size : smallest;
      double length = 1;
      double next = deviance(intercept + change[0], slope + change[1]);
      for (int i = 0; i < MOST_HALVINGS && !sufficient(deviance, next, length * gain); i++) {
        length /= 2;
        next = deviance(intercept + length * change[0], slope + length * change[1]);
      }
      intercept += length * change[0];
      slope += length * change[1];
      deviance = next;
    }
    return Fit.none("the logistic fit did not converge in " + MOST_STEPS + " Newton steps");
  }

  private static boolean sufficient(double deviance, double next, double promised) {
    return next <= deviance * (1 + NOISE) - SUFFICIENT * promised;
  }

  /** Half the mean deviance: Σ (positives·ln(1 + e^−η) + negatives·ln(1 + e^η)). */
  private double deviance(double intercept, double slope) {
    double sum = 0;
    for (int i = 0; i < logit.length; i++) {
      double eta = intercept + slope * logit[i];
      double tail = StrictMath.log1p(StrictMath.exp(-Math.abs(eta)));
      sum += positives[i] * (Math.max(-eta, 0) + tail) + negatives[i] * (Math.max(eta, 0) + tail);
    }
    return sum;
  }

  /** The change of intercept and slope, and the slope of the gain along it. */
  private double[] newtonStep(double intercept, double slope) {
    double[] residual = new double[logit.length];
    double[] curvature = new double[logit.length];
    double wrong = 0;
    double rest = 0;
    double score = 0;
    double total = 0;
    double first = 0;
    for (int i = 0; i < logit.length; i++) {
      double eta = intercept + slope * logit[i];
      double e = StrictMath.exp(-Math.abs(eta));
      double large = 1 / (1 + e);
      double small = e / (1 + e);
      // y − σ as positives·(1 − σ) − negatives·σ: nothing cancels where σ is near 0 or 1.
      residual[i] =
          eta >= 0
              ? positives[i] * small - negatives[i] * large
              : positives[i] * large - negatives[i] * small;
      curvature[i] = (positives[i] + negatives[i]) * large * small;
      // Of a row decided wrongly, 1 and what is missing to it are added up apart: the ones of both
      // sides may cancel and leave the rest to decide.
      wrong += eta >= 0 ? -negatives[i] : positives[i];
      rest += (positives[i] + negatives[i]) * (eta >= 0 ? small : -small);
      score += residual[i];
      total += curvature[i];
      first += curvature[i] * logit[i];
    }
    if (slopeFixed) {
      score = wrong + rest;
      return new double[] {score / total, 0, score * score / total};
    }
    // Around the weighted mean the two equations come apart, and their determinant cannot cancel.
    double centre = first / total;
    double slopeScore = 0;
    double spread = 0;
    for (int i = 0; i < logit.length; i++) {
      double distance = logit[i] - centre;
      slopeScore += residual[i] * distance;
      spread += curvature[i] * distance * distance;
    }
    double slopeChange = slopeScore / spread;
    double gain = score * score / total + slopeScore * slopeChange;
    return new double[] {score / total - centre * slopeChange, slopeChange, gain};
  }
}
