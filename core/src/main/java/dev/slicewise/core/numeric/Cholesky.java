package dev.slicewise.core.numeric;

/**
 * The factor L of a positive semidefinite matrix A = L·Lᵀ. A pivot that rounding alone explains
 * leaves a column of zeros: the matrix is singular as far as doubles can tell.
 *
 * @param factor L, lower triangular
 * @param rank how many pivots were not zero
 */
public record Cholesky(double[][] factor, int rank) {
  private static final double ULP_OF_ONE = 0x1p-52;

  /** Factors a symmetric matrix, of which the lower triangle is read. */
  public static Cholesky of(double[][] matrix) {
    int size = matrix.length;
    double[][] l = new double[size][size];
    int rank = 0;
    for (int j = 0; j < size; j++) {
      double pivot = matrix[j][j] - dot(l[j], l[j], j);
      if (!(pivot > size * ULP_OF_ONE * matrix[j][j])) {
        continue;
      }
      rank++;
      l[j][j] = Math.sqrt(pivot);
      for (int i = j + 1; i < size; i++) {
        l[i][j] = (matrix[i][j] - dot(l[i], l[j], j)) / l[j][j];
      }
    }
    return new Cholesky(l, rank);
  }

  private static double dot(double[] a, double[] b, int count) {
    double dot = 0;
    for (int k = 0; k < count; k++) {
      dot += a[k] * b[k];
    }
    return dot;
  }

  /** Whether the matrix has no inverse. */
  public boolean singular() {
    return rank < factor.length;
  }

  /** The diagonal of the inverse of a matrix that has one. */
  public double[] inverseDiagonal() {
    int size = factor.length;
    double[] diagonal = new double[size];
    double[] column = new double[size];
    for (int j = 0; j < size; j++) {
      // Column j of the inverse of L, by forward substitution; A⁻¹ = L⁻ᵀ·L⁻¹.
      for (int i = j; i < size; i++) {
        double rest = i == j ? 1.0 : 0.0;
        for (int k = j; k < i; k++) {
          rest -= factor[i][k] * column[k];
        }
        column[i] = rest / factor[i][i];
        diagonal[j] += column[i] * column[i];
      }
    }
    return diagonal;
  }
}
