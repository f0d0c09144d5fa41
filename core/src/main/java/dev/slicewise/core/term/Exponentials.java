package dev.slicewise.core.term;

/** Logistic and softmax functions that neither overflow nor lose small differences. */
public final class Exponentials {
  private Exponentials() {}

  /** ln(1 + e^x). */
  public static double softplus(double x) {
    return Math.max(x, 0.0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
  }

  /** 1/(1 + e^−x). */
  public static double sigmoid(double x) {
    double e = StrictMath.exp(-Math.abs(x));
    return x >= 0 ? 1.0 / (1.0 + e) : e / (1.0 + e);
  }

  /** e^x_i / Σ e^x_j. */
  public static double[] softmax(double[] values) {
    double most = values[top(values)];
    double[] shares = new double[values.length];
    double sum = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] = StrictMath.exp(values[i] - most);
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  /**
   * −Σ weight_i·ln softmax(values)_i. A weight of zero costs nothing, however unlikely its element.
   */
  public static double crossEntropy(double[] weights, double[] values) {
    int top = top(values);
    double most = values[top];
    double rest = 0;
    for (int i = 0; i < values.length; i++) {
      rest += i == top ? 0.0 : StrictMath.exp(values[i] - most);
    }
    double logSum = StrictMath.log1p(rest);
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      if (weights[i] != 0) {
        sum += weights[i] * ((most - values[i]) + logSum);
      }
    }
    return sum;
  }

  private static int top(double[] values) {
    int top = 0;
    for (int i = 1; i < values.length; i++) {
      top = values[i] > values[top] ? i : top;
    }
    return top;
  }
}
