package dev.slicewise.core.interval;

import dev.slicewise.core.numeric.Dyadic;
import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What Student's t says about a difference of means whose variance is estimated from the same rows.
 *
 * @param difference the estimate
 * @param standardError of the estimate
 * @param t the difference in standard errors; 0 when nothing differs at all, and infinite when
 *     there is a difference without any variance
 * @param degreesOfFreedom positive, not necessarily an integer
 */
public record StudentTest(
    double difference, double standardError, double t, double degreesOfFreedom) {

  /**
   * The test of {@code numerator / denominator} with the squared standard error {@code spread /
   * (denominator²·degrees)}, in exact integers: neither nearly equal means nor tiny or huge
   * variances lose digits.
   */
  static StudentTest of(
      Dyadic numerator, Dyadic denominator, Dyadic spread, Dyadic degrees, double freedom) {
    Dyadic squared = numerator.squared().times(degrees);
    double size =
        squared.signum() == 0
            ? 0.0
            : spread.signum() == 0 ? Double.POSITIVE_INFINITY : Math.sqrt(squared.over(spread));
    return new StudentTest(
        numerator.over(denominator),
        Math.sqrt(spread.over(denominator.squared().times(degrees))),
        numerator.signum() * size + 0.0,
        freedom);
  }

  /** Probability of a t at least as far from 0, on either side, when the means are equal. */
  public double pValue() {
    return 2 * TDistribution.of(degreesOfFreedom).survivalProbability(Math.abs(t));
  }

  /** The interval of the difference; nothing when it went beyond the range of doubles. */
  public Optional<Interval> interval(double confidence) {
    double reach = MeanInterval.Students.quantile(degreesOfFreedom, confidence) * standardError;
    return new Interval(difference - reach, difference + reach, standardError, "t").withinRange();
  }
}
