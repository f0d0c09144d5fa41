package dev.slicewise.core.numeric;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.L2D;
import static jdk.incubator.vector.VectorOperators.LSHL;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Logarithm} on several numbers at once: the same operations in the same order, and so the
 * same bits. What is rare is told apart here and left to the caller.
 */
final class VectorLogarithm {
  private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;

  private static final DoubleVector ONE = all(1.0);
  private static final DoubleVector TWO = all(2.0);
  private static final DoubleVector HALF = all(0.5);
  private static final DoubleVector LN2_HIGH = all(Logarithm.LN2_HIGH);
  private static final DoubleVector LN2_LOW = all(Logarithm.LN2_LOW);
  private static final DoubleVector Z1 = all(Logarithm.Z1);
  private static final DoubleVector Z2 = all(Logarithm.Z2);
  private static final DoubleVector Z3 = all(Logarithm.Z3);
  private static final DoubleVector Z4 = all(Logarithm.Z4);
  private static final DoubleVector Z5 = all(Logarithm.Z5);
  private static final DoubleVector Z6 = all(Logarithm.Z6);
  private static final DoubleVector Z7 = all(Logarithm.Z7);
  private static final LongVector BIAS = LongVector.broadcast(LONGS, 1023);
  private static final LongVector MAGNITUDE = LongVector.broadcast(LONGS, 0x7fffffffL);
  private static final LongVector FRACTION = LongVector.broadcast(LONGS, Logarithm.FRACTION);

  private VectorLogarithm() {}

  private static LongVector high(DoubleVector x) {
    return x.reinterpretAsLongs().lanewise(ASHR, 32);
  }

  /** Negative where {@link Logarithm#log} leaves the work to StrictMath, of 0 ≤ x ≤ 1. */
  static LongVector rareForLog(DoubleVector x) {
    LongVector high = high(x);
    LongVector abovePower = high.add(2).and(Logarithm.FRACTION).sub(3);
    return high.sub(0x00100000).or(abovePower);
  }

  /** Negative where {@link Logarithm#log1p} does, of −1 ≤ x ≤ 0. */
  static LongVector rareForLog1p(DoubleVector x) {
    LongVector magnitude = high(x).and(0x7fffffffL);
    // From √½ on it is halved, and then near a power of two from below.
    LongVector abovePower = high(x.add(1.0)).add(3).and(Logarithm.FRACTION).sub(4);
    return magnitude.sub(0x3e200000L).or(isFar(magnitude).and(abovePower));
  }

  /** All ones where ln(1 + x) needs 1 + x reduced, of negative x. */
  private static LongVector isFar(LongVector magnitude) {
    return LongVector.broadcast(LONGS, 0x3fd2bec3L).sub(magnitude).lanewise(ASHR, 63);
  }

  static DoubleVector log(DoubleVector x) {
    LongVector bits = x.reinterpretAsLongs();
    LongVector exponent = exponent(bits, 0x95f64L);
    DoubleVector k = toDouble(exponent);
    DoubleVector f = reduced(bits, exponent).sub(ONE);
    DoubleVector s = f.div(f.add(TWO));
    DoubleVector z = s.mul(s);
    DoubleVector w = z.mul(z);
    DoubleVector even = w.mul(Z6).add(Z4).mul(w).add(Z2).mul(w);
    DoubleVector odd = w.mul(Z7).add(Z5).mul(w).add(Z3);
    odd = odd.mul(w).add(Z1).mul(z);
    DoubleVector rest = odd.add(even);
    DoubleVector half = f.mul(HALF).mul(f);
    DoubleVector low = k.mul(LN2_LOW);
    DoubleVector wide = half.sub(s.mul(half.add(rest)).add(low));
    DoubleVector narrow = s.mul(f.sub(rest)).sub(low);
    LongVector fraction = bits.lanewise(ASHR, 32).and(FRACTION);
    LongVector below = LongVector.broadcast(LONGS, 0x6b851).sub(fraction);
    VectorMask<Double> isWide =
        fraction.sub(0x6147a).or(below).compare(VectorOperators.GE, 0).cast(DOUBLES);
    return k.mul(LN2_HIGH).sub(narrow.blend(wide, isWide).sub(f));
  }

  /** Of −1 < x ≤ 0. */
  static DoubleVector log1p(DoubleVector x) {
    LongVector isFar = isFar(high(x).and(MAGNITUDE));
    DoubleVector u = x.add(ONE);
    LongVector bits = u.reinterpretAsLongs();
    LongVector exponent = exponent(bits, 0x95f62L);
    DoubleVector k = toDouble(exponent.and(isFar));
    // u ≤ 1, so that what is lost is x − (u − 1).
    DoubleVector lost = x.sub(u.sub(ONE)).div(u);
    DoubleVector correction = lost.reinterpretAsLongs().and(isFar).reinterpretAsDoubles();
    DoubleVector f = chosen(isFar, reduced(bits, exponent).sub(ONE), x);
    DoubleVector half = f.mul(HALF).mul(f);
    DoubleVector s = f.div(f.add(TWO));
    DoubleVector z = s.mul(s);
    DoubleVector series = z.mul(Z7).add(Z6).mul(z).add(Z5);
    series = series.mul(z).add(Z4).mul(z).add(Z3);
    series = series.mul(z).add(Z2).mul(z).add(Z1).mul(z);
    DoubleVector low = k.mul(LN2_LOW).add(correction);
    DoubleVector small = half.sub(s.mul(half.add(series)).add(low));
    return k.mul(LN2_HIGH).sub(small.sub(f));
  }

  /** The exponent, one more where the fraction is large enough to carry over to it. */
  private static LongVector exponent(LongVector bits, long carry) {
    return bits.add(carry << 32).lanewise(ASHR, 52).sub(BIAS);
  }

  /** The number without its power of two. */
  private static DoubleVector reduced(LongVector bits, LongVector exponent) {
    return bits.sub(exponent.lanewise(LSHL, 52)).reinterpretAsDoubles();
  }

  private static DoubleVector toDouble(LongVector integers) {
    return (DoubleVector) integers.convert(L2D, 0);
  }

  /** The first where the mask is all ones, the second where it is 0. */
  static DoubleVector chosen(LongVector mask, DoubleVector first, DoubleVector second) {
    LongVector ofFirst = first.reinterpretAsLongs().and(mask);
    return ofFirst.or(second.reinterpretAsLongs().and(mask.not())).reinterpretAsDoubles();
  }

  private static DoubleVector all(double value) {
    return DoubleVector.broadcast(DOUBLES, value);
  }
}
