package dev.slicewise.core.interval;

import dev.slicewise.core.numeric.Normal;
import dev.slicewise.core.statistic.JointDistribution;
import dev.slicewise.core.statistic.JointHistogram;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Model;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Term;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * DeLong's interval of the difference of two models' areas under the ROC curve on the same rows,
 * from the joint distribution of both scores among the positives and among the negatives: of each
 * row, how many of the other class it stands on the right side of, for the one model less for the
 * other.
 *
 * <p>Undefined for weighted rows, with fewer than two rows of a class, and once a class has more
 * than 4,096 distinct pairs of scores, so that they are no longer kept apart: take the jackknife.
 *
 * <p>Source: DeLong, DeLong, Clarke-Pearson 1988, doi:10.2307/2531595.
 */
final class PairedDeLong implements PairedMethod {
  private final JointHistogram positives;
  private final JointHistogram negatives;
  private final double scale;

  PairedDeLong(Model first, Model second, double scale) {
    this.positives = scores(first, second, 1);
    this.negatives = scores(first, second, 0);
    this.scale = scale;
  }

  private static JointHistogram scores(Model first, Model second, double label) {
    Domain ofClass = Domain.BINARY_SCORE.where(new Condition.LabelIs(label));
    Term score = new Column(ofClass, Role.PREDICTION);
    return JointHistogram.of(first.of(score), second.of(score));
  }

  @Override
  public String testName() {
    return "delong";
  }

  @Override
  public String description() {
    return "DeLong's for a paired difference, of up to 4,096 distinct pairs of scores in a class; none"
        + " with weights";
  }

  @Override
  public List<Statistic<?>> needs() {
    return List.of(positives, negatives);
  }

  /** The rows of one class: both scores of each distinct pair, and how many rows have it. */
  private record Scores(double[] first, double[] second, double[] rows, double count) {
    static Scores of(JointHistogram.State state) {
      JointDistribution pairs = state.distribution();
      double[] rows = new double[pairs.size()];
      for (int cell = 0; cell < rows.length; cell++) {
        rows[cell] = pairs.mass()[cell].doubleValue();
      }
      return new Scores(state.values(0), state.values(1), rows, Arrays.stream(rows).sum());
    }

    /** By row, the share of the other class that scores less, ties by half. */
    double[] beaten(Scores other, boolean ofFirst) {
      double[] own = ofFirst ? first : second;
      double[] theirs = ofFirst ? other.first : other.second;
      Integer[] order = new Integer[theirs.length];
      Arrays.setAll(order, i -> i);
      Arrays.sort(order, (a, b) -> Double.compare(theirs[a], theirs[b]));
      double[] sorted = new double[order.length];
      double[] below = new double[order.length + 1];
      for (int i = 0; i < order.length; i++) {
        sorted[i] = theirs[order[i]];
        below[i + 1] = below[i] + other.rows[order[i]];
      }
      double[] beaten = new double[own.length];
      for (int i = 0; i < own.length; i++) {
        double less = below[firstAtLeast(sorted, own[i])];
        double notMore = below[firstAtLeast(sorted, Math.nextUp(own[i]))];
        beaten[i] = (less + notMore) / 2 / other.count;
      }
      return beaten;
    }

    private static int firstAtLeast(double[] sorted, double value) {
      int low = 0;
      int high = sorted.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (sorted[middle] < value) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      return low;
    }
  }

  /** How much the first model's area is larger, with its variance. */
  private record Difference(double areas, double variance) {
    static Difference of(Scores positives, Scores negatives) {
      double areas = 0;
      double variance = 0;
      for (Scores ofClass : List.of(positives, negatives)) {
        Scores other = ofClass == positives ? negatives : positives;
        double[] first = ofClass.beaten(other, true);
        double[] second = ofClass.beaten(other, false);
        double mean = 0;
        for (int i = 0; i < first.length; i++) {
          mean += ofClass.rows[i] * (first[i] - second[i]) / ofClass.count;
        }
        double spread = 0;
        for (int i = 0; i < first.length; i++) {
          double deviation = first[i] - second[i] - mean;
          spread += ofClass.rows[i] * deviation * deviation;
        }
        areas = ofClass == positives ? mean : areas;
        variance += spread / (ofClass.count - 1) / ofClass.count;
      }
      return new Difference(areas, variance);
    }
  }

  @Override
  public Optional<Interval> interval(StateView states, double confidence) {
    if (states.weighted() || !lossless(states, positives) || !lossless(states, negatives)) {
      return Optional.empty();
    }
    Scores ofPositives = Scores.of(states.state(positives));
    Scores ofNegatives = Scores.of(states.state(negatives));
    if (ofPositives.count < 2 || ofNegatives.count < 2) {
      return Optional.empty();
    }
    Difference difference = Difference.of(ofPositives, ofNegatives);
    double standardError = scale * Math.sqrt(difference.variance());
    double reach = Normal.tailQuantile((1 - confidence) / 2) * standardError;
    double centre = scale * difference.areas();
    return Optional.of(
        new Interval(
            centre - reach, centre + reach, standardError, Double.POSITIVE_INFINITY, "delong"));
  }

  private static boolean lossless(StateView states, JointHistogram histogram) {
    JointDistribution pairs = states.state(histogram).distribution();
    return pairs.firstLossless() && pairs.secondLossless();
  }
}
