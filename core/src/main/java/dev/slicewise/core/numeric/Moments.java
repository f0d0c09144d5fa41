package dev.slicewise.core.numeric;

/**
 * Mean and variance from exact sums: subtracted exactly, rounded once, so that nothing cancels.
 *
 * @param weight W = Σw, the number of values when unweighted
 * @param sum Σwx
 * @param squares Σwx²
 */
public record Moments(Dyadic weight, Dyadic sum, Dyadic squares) {
  /** The moments of values added one by one. */
  public static Moments of(double... values) {
    ExactSum sum = new ExactSum();
    ExactSum squares = new ExactSum();
    for (double value : values) {
      sum.add(value);
      squares.addProduct(value, value);
    }
    return new Moments(Dyadic.of(values.length), sum.toDyadic(), squares.toDyadic());
  }

  /** Σwx/W. */
  public double mean() {
    return sum.over(weight);
  }

  /** W²·variance = W·Σwx² − (Σwx)²; at least 0, and 0 exactly when all values agree. */
  public Dyadic spread() {
    Dyadic spread = weight.times(squares).minus(sum.squared());
    // Squares below 2^-969 lose digits, which alone can bring it below 0.
    return spread.signum() < 0 ? Dyadic.ZERO : spread;
  }

  /** Σw(x − mean)²/(W − ddof), for a weight above ddof. */
  public double variance(int ddof) {
    return spread().over(weight.times(weight.minus(Dyadic.of(ddof))));
  }
}
