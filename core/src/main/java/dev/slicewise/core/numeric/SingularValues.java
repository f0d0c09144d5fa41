package dev.slicewise.core.numeric;

import java.util.Arrays;

/**
 * The singular values of a matrix by one-sided Jacobi rotations: small ones keep the absolute
 * accuracy of large ones, and no library decides in which order things are added.
 *
 * <p>Source: J. Demmel and K. Veselić, "Jacobi's method is more accurate than QR", SIAM J. Matrix
 * Anal. Appl. 13 (1992), doi:10.1137/0613074. A few sweeps of 3·n²·m operations each.
 */
public final class SingularValues {
  private static final int MOST_SWEEPS = 60;
  private static final double ORTHOGONAL = 0x1p-50;

  private SingularValues() {}

  /** The singular values of the matrix with these rows, the largest first. */
  public static double[] of(double[][] rows) {
    double largest = 0;
    for (double[] row : rows) {
      for (double value : row) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    double[] values = new double[rows.length];
    if (largest == 0) {
      return values;
    }
    // A power of two, so that squares neither overflow nor vanish and nothing is rounded.
    int exponent = Math.getExponent(largest);
    double[][] v = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      v[i] = rows[i].clone();
      for (int k = 0; k < v[i].length; k++) {
        v[i][k] = Math.scalb(v[i][k], -exponent);
      }
    }
    boolean rotated = true;
    for (int sweep = 0; rotated && sweep < MOST_SWEEPS; sweep++) {
      rotated = false;
      for (int p = 0; p < v.length; p++) {
        for (int q = p + 1; q < v.length; q++) {
          rotated |= orthogonalise(v[p], v[q]);
        }
      }
    }
    for (int i = 0; i < v.length; i++) {
      values[i] = -Math.scalb(Math.sqrt(dot(v[i], v[i])), exponent);
    }
    Arrays.sort(values);
    for (int i = 0; i < values.length; i++) {
      values[i] = -values[i] + 0.0;
    }
    return values;
  }

  private static double dot(double[] a, double[] b) {
    double dot = 0;
    for (int k = 0; k < a.length; k++) {
      dot += a[k] * b[k];
    }
    return dot;
  }

  /** Turns two vectors within their plane until they are orthogonal; whether they were not. */
  private static boolean orthogonalise(double[] a, double[] b) {
    double aa = dot(a, a);
    double bb = dot(b, b);
    double ab = dot(a, b);
    if (Math.abs(ab) <= ORTHOGONAL * Math.sqrt(aa) * Math.sqrt(bb)) {
      return false;
    }
    double zeta = (bb - aa) / (2 * ab);
    double tangent = Math.copySign(1.0, zeta) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
    double cosine = 1 / Math.sqrt(1 + tangent * tangent);
    double sine = cosine * tangent;
    for (int k = 0; k < a.length; k++) {
      double x = a[k];
      a[k] = cosine * x - sine * b[k];
      b[k] = sine * x + cosine * b[k];
    }
    return true;
  }
}
