package dev.slicewise.core.numeric;

/**
 * The innermost loops over rows: written once in plain Java, and once for the machine's vector
 * instructions, which take eight rows at a time where a register holds eight doubles. Every
 * operation is IEEE arithmetic on one row, so both give the same bits.
 */
public interface Loops {
  /** System property; {@code false} has plain Java used even where vector instructions could be. */
  String VECTOR_PROPERTY = "slicewise.vector";

  /** The fastest for now; ask again for every run, since it changes once a JVM has warmed up. */
  static Loops best() {
    return LoopsChoice.best();
  }

  /** How many rows are taken at a time. */
  int lanes();

  /** A flag of {@link #extent}: some value is NaN or infinite. */
  int NOT_FINITE = 1;

  /** A flag of {@link #extent}: some value is neither 0 nor 1. */
  int NOT_BINARY = 2;

  /**
   * Looks where the first values lie.
   *
   * @param range receives the smallest and the largest, if all are finite
   * @return the flags that apply, added up
   */
  int extent(double[] values, int count, double[] range);

  /** Σ|x| over {@code values[from..to)}, rounded. */
  double magnitude(double[] values, int from, int to);

  /**
   * Splits values into high parts, rounded by adding and subtracting a constant, and the rest.
   *
   * @param values what to split, from {@code from} on, {@code count} of them
   * @param rounding a power of two and a half, see {@link ExactSumScratch}
   * @param rest is filled with what is left over, from 0 on; may be {@code values} if from is 0
   * @param sums receives Σ high, exact if the constant is large enough, and Σ|rest|, rounded
   */
  void split(double[] values, int from, int count, double rounding, double[] rest, double[] sums);

  /** Products from {@code from} on, rounded, and what the rounding lost; both outputs from 0 on. */
  void products(double[] a, double[] b, int from, int count, double[] products, double[] errors);

  /**
   * −ln of the probability that a prediction gave to what happened: −ln q for label 1, −ln(1 − q)
   * for label 0, with the bits of {@link StrictMath}; q is p clipped to [eps, 1 − eps].
   *
   * @param label 0 or 1 each
   * @param probability p, in [0, 1] each
   */
  void logLoss(double[] label, double[] probability, double eps, int count, double[] out);
}
