package dev.slicewise.core.numeric;

import java.util.function.Supplier;

/**
 * Working memory that makes an {@link ExactSum} cheap over a run.
 *
 * <p>A run is taken apart into high parts, all multiples of one power of two and few enough that a
 * double holds every partial sum of theirs exactly, and what is left over, which is taken apart
 * likewise; two or three rounds leave nothing, one for integers. What does leave something (values
 * of very different magnitude, subnormals) or may overflow is added up by exponent instead:
 * mantissas in one array, which reach the sum once per digit and run. No loop has a branch that
 * depends on a value.
 *
 * <p>One per evaluating thread; holds nothing between calls. 64 KiB.
 *
 * <p>Source of the rounds: T. Ogita, S. M. Rump and S. Oishi, "Accurate sum and dot product", and
 * J. Demmel and H. D. Nguyen, "Fast reproducible floating-point summation".
 */
public final class ExactSumScratch {
  /** Runs shorter than this are added value by value. */
  private static final int WORTHWHILE = 12;

  /** So many mantissas below 2^53 fit a long, and so many high parts below 2^51 units a double. */
  private static final int BLOCK = 1024;

  /** Rounds until a run is added up by exponent: as many as two doubles' worth of digits need. */
  private static final int ROUNDS = 3;

  /** Sums below it leave room for the constant that rounds. */
  private static final double LARGEST = 0x1p1000;

  private static final int NON_FINITE = 0x7ff;
  private static final long FRACTION = 0xfffffffffffffL;

  private final long[] byExponent = new long[NON_FINITE + 1];
  private final double[] leftOver = new double[BLOCK];
  private final double[] products = new double[BLOCK];
  private final double[] errors = new double[BLOCK];

  private final double[] factors = new double[BLOCK];
  private final double[] factorErrors = new double[BLOCK];
  private final double[] thirds = new double[BLOCK];
  private final double[] sums = new double[2];

  private final Supplier<Loops> choice;

  /** What {@link #choice} said when the current run began. */
  private Loops loops;

  /** Works with the fastest loops of this JVM. */
  public ExactSumScratch() {
    this(Loops::best);
  }

  ExactSumScratch(Supplier<Loops> choice) {
    this.choice = choice;
  }

  void addAll(double[] values, int from, int to, ExactSum sum) {
    if (to - from < WORTHWHILE) {
      for (int i = from; i < to; i++) {
        sum.add(values[i]);
      }
      return;
    }
    loops = choice.get();
    for (int start = from; start < to; start += BLOCK) {
      int end = Math.min(start + BLOCK, to);
      addBlock(values, start, end, loops.magnitude(values, start, end), sum);
    }
  }

  /** Adds {@code a·b}, each product as its rounded value and the error of that. */
  void addProducts(double[] a, double[] b, int from, int to, ExactSum sum) {
    if (to - from < WORTHWHILE) {
      for (int i = from; i < to; i++) {
        sum.addProduct(a[i], b[i]);
      }
      return;
    }
    loops = choice.get();
    for (int start = from; start < to; start += BLOCK) {
      int count = Math.min(BLOCK, to - start);
      loops.products(a, b, start, count, products, errors);
      double size = loops.magnitude(products, 0, count);
      if (size < LARGEST) {
        addBlock(products, 0, count, size, sum);
        addBlock(errors, 0, count, loops.magnitude(errors, 0, count), sum);
      } else {
        for (int i = 0; i < count; i++) {
          sum.addProduct(a[start + i], b[start + i]);
        }
      }
    }
  }

  /** Adds {@code a·b·c}: what a·b was rounded to and its error, both times c, and their errors. */
  void addProducts(double[] a, double[] b, double[] c, int from, int to, ExactSum sum) {
    if (to - from < WORTHWHILE) {
      for (int i = from; i < to; i++) {
        sum.addProduct(a[i], b[i], c[i]);
      }
      return;
    }
    loops = choice.get();
    for (int start = from; start < to; start += BLOCK) {
      int end = Math.min(start + BLOCK, to);
      int count = end - start;
      loops.products(a, b, start, count, factors, factorErrors);
      System.arraycopy(c, start, thirds, 0, count);
      loops.products(factors, thirds, 0, count, products, errors);
      double size = loops.magnitude(products, 0, count);
      if (size < LARGEST && loops.magnitude(factors, 0, count) < LARGEST) {
        addBlock(products, 0, count, size, sum);
        addBlock(errors, 0, count, loops.magnitude(errors, 0, count), sum);
        loops.products(factorErrors, thirds, 0, count, products, errors);
        addBlock(products, 0, count, loops.magnitude(products, 0, count), sum);
        addBlock(errors, 0, count, loops.magnitude(errors, 0, count), sum);
      } else {
        for (int i = start; i < end; i++) {
          sum.addProduct(a[i], b[i], c[i]);
        }
      }
    }
  }

  private void addBlock(double[] values, int from, int to, double size, ExactSum sum) {
    if (!(size < LARGEST)) {
      addByExponent(values, from, to, sum);
      return;
    }
    double[] source = values;
    int at = from;
    int count = to - from;
    double left = size;
    for (int round = 0; round < ROUNDS && left > 0; round++) {
      // Adding and subtracting it rounds to a multiple of its last bit, 2^-50 of the magnitude's
      // leading one: every |x| lies within a quarter of it, so that no sum leaves its power of two.
      double rounding = Math.scalb(1.5, Math.getExponent(left) + 3);
      loops.split(source, at, count, rounding, leftOver, sums);
      sum.add(sums[0]);
      left = sums[1];
      source = leftOver;
      at = 0;
    }
    if (left > 0) {
      addByExponent(leftOver, 0, count, sum);
    }
  }

  private void addByExponent(double[] values, int from, int to, ExactSum sum) {
    int lowest = NON_FINITE;
    int highest = 0;
    for (int i = from; i < to; i++) {
      long bits = Double.doubleToRawLongBits(values[i]);
      int exponent = (int) (bits >>> 52) & NON_FINITE;
      byExponent[exponent] += signedMantissa(bits, exponent);
      lowest = Math.min(lowest, exponent - 1 & NON_FINITE);
      highest = Math.max(highest, exponent);
    }
    flush(lowest + 1, highest, sum);
    if (highest == NON_FINITE) {
      for (int i = from; i < to; i++) {
        if (!Double.isFinite(values[i])) {
          sum.add(values[i]);
        }
      }
    }
  }

  /** The mantissa with its hidden bit, which only exponent 0 lacks, and its sign. */
  private static long signedMantissa(long bits, int exponent) {
    long hidden = (long) (exponent + NON_FINITE >>> 11) << 52;
    long sign = bits >> 63;
    return ((bits & FRACTION | hidden) ^ sign) - sign;
  }

  /** Empties the slots {@code lowest .. highest}, and 0, into the sum: one addition a digit. */
  private void flush(int lowest, int highest, ExactSum sum) {
    int first = lowest;
    if (byExponent[0] != 0) {
      // Subnormals have the unit of exponent 1.
      byExponent[1] += byExponent[0];
      byExponent[0] = 0;
      first = 1;
    }
    byExponent[NON_FINITE] = 0;
    int last = Math.min(Math.max(highest, 1), NON_FINITE - 1);
    while (first <= last) {
      int digit = first - 1 >>> 5;
      int end = Math.min(last, 32 * digit + 32);
      long low = 0;
      long middle = 0;
      long high = 0;
      for (; first <= end; first++) {
        // Empty slots are not worth a branch: which they are is hard to predict.
        long mantissas = byExponent[first];
        byExponent[first] = 0;
        int shift = first - 1 & 31;
        long rest = mantissas >> 32 - shift;
        low += mantissas << shift & ExactSum.DIGIT_MASK;
        middle += rest & ExactSum.DIGIT_MASK;
        high += rest >> 32;
      }
      if ((low | middle | high) != 0) {
        sum.addDigits(digit, low, middle, high);
      }
    }
  }
}
