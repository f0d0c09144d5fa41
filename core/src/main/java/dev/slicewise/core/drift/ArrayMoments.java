package dev.slicewise.core.drift;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.MomentMatrix;

/**
 * Means and covariances of the elements of arrays, each subtracted in exact integers and rounded
 * once.
 *
 * @param state the sums; none overflowed, all arrays have one length
 * @param weight W = Σw
 */
public record ArrayMoments(MomentMatrix.State state, Dyadic weight) {
  /** Number of elements. */
  public int dimension() {
    return state.dimension();
  }

  /** The mean of an element. */
  public double mean(int i) {
    return state.sum(i).toDyadic().over(weight);
  }

  /** The means of all elements. */
  public double[] means() {
    double[] means = new double[dimension()];
    for (int i = 0; i < means.length; i++) {
      means[i] = mean(i);
    }
    return means;
  }

  /** This mean minus the other side's, by element. */
  double[] meanDifferences(ArrayMoments other) {
    double[] differences = new double[dimension()];
    Dyadic scale = weight.times(other.weight);
    for (int i = 0; i < differences.length; i++) {
      Dyadic mine = state.sum(i).toDyadic().times(other.weight);
      Dyadic theirs = other.state.sum(i).toDyadic().times(weight);
      differences[i] = mine.minus(theirs).over(scale);
    }
    return differences;
  }

  /** Σw(x_i − μ_i)(x_j − μ_j)/W, times a factor such as n/(n − 1). */
  public double[][] covariances(double factor) {
    double[][] covariances = new double[dimension()][dimension()];
    Dyadic scale = weight.squared();
    for (int i = 0; i < covariances.length; i++) {
      for (int j = 0; j <= i; j++) {
        Dyadic products = weight.times(state.product(i, j).toDyadic());
        Dyadic means = state.sum(i).toDyadic().times(state.sum(j).toDyadic());
        Dyadic spread = products.minus(means);
        // Products below 2^-969 lose digits, which alone can bring a variance below 0.
        boolean lost = i == j && spread.signum() < 0;
        covariances[i][j] = lost ? 0.0 : spread.over(scale) * factor;
        covariances[j][i] = covariances[i][j];
      }
    }
    return covariances;
  }

  /** The correlations of all elements, or null when one of them does not vary. */
  public double[][] correlations() {
    double[][] r = covariances(1.0);
    double[] deviation = new double[r.length];
    for (int i = 0; i < r.length; i++) {
      deviation[i] = Math.sqrt(r[i][i]);
      if (!(deviation[i] > 0 && deviation[i] < Double.POSITIVE_INFINITY)) {
        return null;
      }
    }
    for (int i = 0; i < r.length; i++) {
      for (int j = 0; j < r.length; j++) {
        r[i][j] = i == j ? 1.0 : r[i][j] / deviation[i] / deviation[j];
      }
    }
    return r;
  }
}
