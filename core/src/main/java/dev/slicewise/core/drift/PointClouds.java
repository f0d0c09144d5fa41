package dev.slicewise.core.drift;

import dev.slicewise.core.numeric.Cholesky;
import dev.slicewise.core.numeric.SingularValues;

/** Distances of two sets of points in the same space, from their means and covariances. */
public final class PointClouds {
  /** What the Cholesky factors and singular values of a few hundred dimensions can be off by. */
  private static final double RELATIVE_BOUND = 1e-9;

  private PointClouds() {}

  private static double norm(double[] x) {
    double largest = 0;
    for (double value : x) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest == 0 || largest == Double.POSITIVE_INFINITY) {
      return largest;
    }
    double squares = 0;
    for (double value : x) {
      squares += value / largest * (value / largest);
    }
    return largest * Math.sqrt(squares);
  }

  /** ‖μ_c − μ_r‖. */
  public static double centroidDistance(ArrayMoments reference, ArrayMoments current) {
    return norm(current.meanDifferences(reference));
  }

  /** 1 − cos(μ_r, μ_c); null when a mean is 0. */
  public static Double cosineShift(ArrayMoments reference, ArrayMoments current) {
    double[] r = reference.means();
    double[] c = current.means();
    double lengthOfR = norm(r);
    double lengthOfC = norm(c);
    if (!(lengthOfR > 0 && lengthOfC > 0)) {
      return null;
    }
    // ½‖u − v‖² of the unit vectors, which does not cancel when they nearly agree.
    double squares = 0;
    for (int i = 0; i < r.length; i++) {
      double gap = r[i] / lengthOfR - c[i] / lengthOfC;
      squares += gap * gap;
    }
    return squares / 2;
  }

  /** ‖μ_c − μ_r‖² + tr(C_r + C_c − 2·(C_r·C_c)^½), covariances with n − 1. */
  public static Certified frechet(
      ArrayMoments reference, double referenceRows, ArrayMoments current, double currentRows) {
    return frechet(
        current.meanDifferences(reference),
        reference.covariances(referenceRows / (referenceRows - 1)),
        current.covariances(currentRows / (currentRows - 1)));
  }

  /** The same from the difference of the means and two covariance matrices. */
  public static Certified frechet(double[] meanDifferences, double[][] first, double[][] second) {
    double distance = norm(meanDifferences);
    double traces = 0;
    for (int i = 0; i < first.length; i++) {
      traces += first[i][i] + second[i][i];
    }
    // tr (C₁C₂)^½ is the sum of the singular values of L₂ᵀ·L₁ where C = L·Lᵀ.
    double root = 0;
    for (double value : SingularValues.of(crossed(first, second))) {
      root += value;
    }
    double value = distance * distance + (traces - 2 * root);
    return new Certified(Math.max(0.0, value), RELATIVE_BOUND * (distance * distance + traces));
  }

  /** L₂ᵀ·L₁. */
  private static double[][] crossed(double[][] first, double[][] second) {
    double[][] l1 = Cholesky.of(first).factor();
    double[][] l2 = Cholesky.of(second).factor();
    int size = l1.length;
    double[][] product = new double[size][size];
    for (int k = 0; k < size; k++) {
      for (int i = 0; i <= k; i++) {
        for (int j = 0; j <= k; j++) {
          product[i][j] += l2[k][i] * l1[k][j];
        }
      }
    }
    return product;
  }
}
