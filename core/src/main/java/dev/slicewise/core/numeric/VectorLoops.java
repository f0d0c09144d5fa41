package dev.slicewise.core.numeric;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;
import static jdk.incubator.vector.VectorOperators.OR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops by vector instructions; what is left over at the end of a run, and rows that are rare,
 * are done by {@link PlainLoops}. Compiled apart from the rest, since the module still incubates.
 */
final class VectorLoops implements Loops {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
  private static final int LANES = DOUBLES.length();

  private static final DoubleVector ZERO = DoubleVector.zero(DOUBLES);

  private final PlainLoops plain = new PlainLoops();

  @Override
  public int lanes() {
    return LANES;
  }

  @Override
  public int extent(double[] values, int count, double[] range) {
    // Longs in the order of the doubles: comparing those takes a quarter of the time.
    LongVector low = LongVector.broadcast(LONGS, Long.MAX_VALUE);
    LongVector high = LongVector.broadcast(LONGS, Long.MIN_VALUE);
    // Sums start from vectors made here: from constants Java 17 would keep them as objects.
    // x − x is NaN for NaN and infinities, else 0.
    DoubleVector finite = DoubleVector.zero(DOUBLES);
    // x(x − 1) is 0 for 0 and 1 alone.
    DoubleVector binary = DoubleVector.zero(DOUBLES);
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      DoubleVector value = DoubleVector.fromArray(DOUBLES, values, i);
      LongVector bits = value.reinterpretAsLongs();
      LongVector code = bits.lanewise(XOR, bits.lanewise(ASHR, 63).and(Long.MAX_VALUE));
      low = low.min(code);
      high = high.max(code);
      finite = finite.add(value.sub(value));
      binary = binary.add(value.mul(value.sub(1.0)).abs());
    }
    range[0] = i == 0 ? Double.POSITIVE_INFINITY : decoded(low.reduceLanes(MIN));
    range[1] = i == 0 ? Double.NEGATIVE_INFINITY : decoded(high.reduceLanes(MAX));
    int found = finite.reduceLanes(ADD) == 0.0 ? 0 : NOT_FINITE;
    found |= binary.reduceLanes(ADD) == 0.0 ? 0 : NOT_BINARY;
    return found | PlainLoops.extent(values, i, count, range);
  }

  /** The double with a {@link BinTable#code}. */
  private static double decoded(long code) {
    return Double.longBitsToDouble(BinTable.codeOfBits(code));
  }

  @Override
  public double magnitude(double[] values, int from, int to) {
    DoubleVector size = DoubleVector.zero(DOUBLES);
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      size = size.add(DoubleVector.fromArray(DOUBLES, values, i).abs());
    }
    return size.reduceLanes(ADD) + plain.magnitude(values, i, to);
  }

  @Override
  public void split(
      double[] values, int from, int count, double rounding, double[] rest, double[] sums) {
    DoubleVector sum0 = DoubleVector.zero(DOUBLES);
    DoubleVector sum1 = sum0;
    DoubleVector size0 = sum0;
    DoubleVector size1 = sum0;
    int i = 0;
    for (; i <= count - 2 * LANES; i += 2 * LANES) {
      DoubleVector value0 = DoubleVector.fromArray(DOUBLES, values, from + i);
      DoubleVector value1 = DoubleVector.fromArray(DOUBLES, values, from + i + LANES);
      DoubleVector high0 = value0.add(rounding).sub(rounding);
      DoubleVector high1 = value1.add(rounding).sub(rounding);
      DoubleVector rest0 = value0.sub(high0);
      DoubleVector rest1 = value1.sub(high1);
      rest0.intoArray(rest, i);
      rest1.intoArray(rest, i + LANES);
      sum0 = sum0.add(high0);
      sum1 = sum1.add(high1);
      size0 = size0.add(rest0.abs());
      size1 = size1.add(rest1.abs());
    }
    double sum = sum0.add(sum1).reduceLanes(ADD);
    double size = size0.add(size1).reduceLanes(ADD);
    for (; i < count; i++) {
      double high = (values[from + i] + rounding) - rounding;
      rest[i] = values[from + i] - high;
      sum += high;
      size += Math.abs(rest[i]);
    }
    sums[0] = sum;
    sums[1] = size;
  }

  @Override
  public void products(
      double[] a, double[] b, int from, int count, double[] products, double[] errors) {
    int i = 0;
    for (; i <= count - LANES; i += LANES) {
      DoubleVector left = DoubleVector.fromArray(DOUBLES, a, from + i);
      DoubleVector right = DoubleVector.fromArray(DOUBLES, b, from + i);
      DoubleVector product = left.mul(right);
      product.intoArray(products, i);
      left.fma(right, product.neg()).intoArray(errors, i);
    }
    for (; i < count; i++) {
      products[i] = a[from + i] * b[from + i];
      errors[i] = Math.fma(a[from + i], b[from + i], -products[i]);
    }
  }

  @Override
  public void logLoss(double[] label, double[] probability, double eps, int count, double[] out) {
    // In several loops, each small enough for the compiler to keep its vectors in registers.
    int done = count - count % LANES;
    double[] q = new double[done];
    long rare = clip(label, probability, eps, q);
    log(q, out);
    log1p(q);
    choose(label, q, out);
    if (rare < 0) {
      oneByOne(label, probability, eps, done, out);
    }
    for (int i = done; i < count; i++) {
      out[i] = PlainLoops.logLoss(label[i], probability[i], eps);
    }
  }

  /** Fills in probabilities clipped; negative if one is rare for the logarithm it needs. */
  private static long clip(double[] label, double[] probability, double eps, double[] q) {
    LongVector rare = LongVector.zero(LONGS);
    for (int i = 0; i < q.length; i += LANES) {
      DoubleVector clipped = clipped(probability, i, eps);
      rare = rare.or(rare(isOne(label, i), clipped));
      clipped.intoArray(q, i);
    }
    return rare.reduceLanes(OR);
  }

  /** Does again what vectors cannot. */
  private static void oneByOne(
      double[] label, double[] probability, double eps, int count, double[] out) {
    for (int i = 0; i < count; i += LANES) {
      if (rare(isOne(label, i), clipped(probability, i, eps)).reduceLanes(OR) < 0) {
        for (int lane = i; lane < i + LANES; lane++) {
          out[lane] = PlainLoops.logLoss(label[lane], probability[lane], eps);
        }
      }
    }
  }

  private static DoubleVector clipped(double[] probability, int at, double eps) {
    // Numbers of at least 0 are in the order of their bits.
    LongVector bits = DoubleVector.fromArray(DOUBLES, probability, at).reinterpretAsLongs();
    long highest = Double.doubleToRawLongBits(1.0 - eps);
    return bits.max(Double.doubleToRawLongBits(eps)).min(highest).reinterpretAsDoubles();
  }

  private static LongVector rare(LongVector isOne, DoubleVector q) {
    LongVector ofOne = isOne.and(VectorLogarithm.rareForLog(q));
    return ofOne.or(isOne.not().and(VectorLogarithm.rareForLog1p(q.neg())));
  }

  private static void log(double[] x, double[] out) {
    for (int i = 0; i < x.length; i += LANES) {
      VectorLogarithm.log(DoubleVector.fromArray(DOUBLES, x, i)).intoArray(out, i);
    }
  }

  /** Replaces x by ln(1 − x). */
  private static void log1p(double[] x) {
    for (int i = 0; i < x.length; i += LANES) {
      VectorLogarithm.log1p(DoubleVector.fromArray(DOUBLES, x, i).neg()).intoArray(x, i);
    }
  }

  private static void choose(double[] label, double[] ofZeros, double[] out) {
    for (int i = 0; i < ofZeros.length; i += LANES) {
      DoubleVector ofZero = DoubleVector.fromArray(DOUBLES, ofZeros, i);
      DoubleVector ofOne = DoubleVector.fromArray(DOUBLES, out, i);
      ZERO.sub(VectorLogarithm.chosen(isOne(label, i), ofOne, ofZero)).intoArray(out, i);
    }
  }

  /** All ones for label 1, which alone of 0 and 1 has the bit that is shifted to the sign. */
  private static LongVector isOne(double[] label, int at) {
    LongVector bits = DoubleVector.fromArray(DOUBLES, label, at).reinterpretAsLongs();
    return bits.lanewise(LSHL, 2).lanewise(ASHR, 63);
  }
}
