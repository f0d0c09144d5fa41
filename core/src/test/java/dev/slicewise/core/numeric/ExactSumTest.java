package dev.slicewise.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.laws.Numbers;
import dev.slicewise.core.laws.Property;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Oracle: BigDecimal, which is exact for sums and products of doubles. */
class ExactSumTest {
  private static final BigDecimal UNITS_PER_ONE = new BigDecimal(BigInteger.TWO.pow(1074));

  /** Below this a product loses bits to underflow; at or above it is exact. */
  private static final double EXACT_PRODUCT = 0x1p-969;

  private static BigInteger units(BigDecimal value) {
    return value.multiply(UNITS_PER_ONE).toBigIntegerExact();
  }

  private static BigInteger units(double value) {
    return units(new BigDecimal(value));
  }

  private static byte[] bytes(ExactSum sum) {
    StateWriter out = new StateWriter();
    sum.write(out);
    return out.toBytes();
  }

  private static ExactSum read(byte[] bytes) {
    return ExactSum.read(new StateReader(bytes, 0, bytes.length));
  }

  private static ExactSum sumOf(double... values) {
    ExactSum sum = new ExactSum();
    for (double value : values) {
      sum.add(value);
    }
    return sum;
  }

  private static double[] draw(SplittableRandom random, int count) {
    Numbers kind = Numbers.any(random);
    Numbers other = Numbers.any(random);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = (random.nextInt(4) == 0 ? other : kind).draw(random);
    }
    return values;
  }

  @Test
  void sumsAreTheIntegersThatTheyShouldBe() {
    Property.check(
        2_000,
        random -> {
          double[] values = draw(random, random.nextInt(60));
          BigInteger expected = BigInteger.ZERO;
          BigDecimal decimal = BigDecimal.ZERO;
          for (double value : values) {
            expected = expected.add(units(value));
            decimal = decimal.add(new BigDecimal(value));
          }
          ExactSum sum = sumOf(values);
          assertThat(sum.units()).isEqualTo(expected);
          assertThat(sum.value()).isEqualTo(decimal.doubleValue() + 0.0);
          assertThat(sum.toDyadic().mantissa().signum()).isEqualTo(expected.signum());
        });
  }

  @Test
  void anyOrderAndAnyMergeTreeGiveTheSameBytes() {
    Property.check(
        1_000,
        random -> {
          double[] values = draw(random, 1 + random.nextInt(60));
          byte[] once = bytes(sumOf(values));
          ExactSum[] parts = new ExactSum[1 + random.nextInt(8)];
          Arrays.setAll(parts, i -> new ExactSum());
          for (double value : values) {
            parts[random.nextInt(parts.length)].add(value);
          }
          ExactSum total = new ExactSum();
          for (ExactSum part : parts) {
            byte[] before = bytes(read(bytes(part)));
            if (random.nextBoolean()) {
              part.merge(total);
              total = part;
            } else {
              total.merge(part);
              assertThat(bytes(part)).isEqualTo(before);
            }
          }
          assertThat(bytes(total)).isEqualTo(once);
          assertThat(bytes(read(once))).isEqualTo(once);
        });
  }

  @Test
  void carriesMayWaitForThousandsOfAdditions() {
    for (double value :
        new double[] {Double.MAX_VALUE, -1.9999999999999998, 0x1.fffffffffffffp31}) {
      ExactSum sum = new ExactSum();
      int count = 100_000;
      for (int i = 0; i < count; i++) {
        sum.add(value);
      }
      assertThat(sum.units()).isEqualTo(units(value).multiply(BigInteger.valueOf(count)));
      ExactSum negated = new ExactSum();
      for (int i = 0; i < count; i++) {
        negated.add(-value);
      }
      negated.merge(sum);
      assertThat(bytes(negated)).isEqualTo(bytes(new ExactSum()));
    }
  }

  @Test
  void statesMergedBeforeAnyCarryKeepEveryBit() {
    Property.check(
        200,
        random -> {
          BigInteger expected = BigInteger.ZERO;
          ExactSum total = new ExactSum();
          for (int part = 0; part < 6; part++) {
            // 1999 additions: one below the number that forces a carry.
            double value = Numbers.any(random).draw(random);
            ExactSum sum = new ExactSum();
            for (int i = 0; i < 1_999; i++) {
              sum.add(value);
            }
            expected = expected.add(units(value).multiply(BigInteger.valueOf(1_999)));
            total.merge(sum);
          }
          assertThat(total.units()).isEqualTo(expected);
        });
  }

  @Test
  void theWindowGrowsBothWaysAroundEitherSign() {
    double[] scales = {1.0, 0x1p900, 0x1p-1074, 0x1p200, 0x1p-500, 0x1p1023};
    for (double sign : new double[] {1.0, -1.0}) {
      ExactSum sum = new ExactSum();
      BigInteger expected = BigInteger.ZERO;
      for (double scale : scales) {
        sum.add(sign * scale);
        expected = expected.add(units(sign * scale));
        sum.add(-sign * scale / 2);
        expected = expected.add(units(-sign * scale / 2));
        assertThat(sum.units()).isEqualTo(expected);
      }
    }
  }

  @Test
  void excursionsBeyondTheLargestDoubleComeBack() {
    ExactSum sum = new ExactSum();
    for (int i = 0; i < 10_000; i++) {
      sum.add(Double.MAX_VALUE);
    }
    assertThat(sum.value()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(sum.overflows()).isZero();
    for (int i = 0; i < 10_000; i++) {
      sum.add(-Double.MAX_VALUE);
    }
    sum.add(-1.5);
    assertThat(sum.value()).isEqualTo(-1.5);
  }

  @Test
  void productsAreExpandedWithoutRounding() {
    Property.check(
        2_000,
        random -> {
          double[] a = draw(random, random.nextInt(40));
          double[] b = draw(random, a.length);
          ExactSum sum = new ExactSum();
          BigInteger expected = BigInteger.ZERO;
          for (int i = 0; i < a.length; i++) {
            if (isExact(a[i], b[i])) {
              sum.addProduct(a[i], b[i]);
              expected = expected.add(units(new BigDecimal(a[i]).multiply(new BigDecimal(b[i]))));
            }
          }
          assertThat(sum.units()).isEqualTo(expected);
        });
  }

  @Test
  void tripleProductsAreExpandedWithoutRounding() {
    Property.check(
        2_000,
        random -> {
          double a = draw(random, 1)[0];
          double b = draw(random, 1)[0];
          double c = Math.abs(draw(random, 1)[0]);
          double low = Math.fma(a, b, -(a * b));
          boolean exact = isExact(a, b) && isExact(a * b, c) && isExact(low, c);
          if (exact) {
            ExactSum sum = new ExactSum();
            sum.addProduct(a, b, c);
            BigDecimal product = new BigDecimal(a).multiply(new BigDecimal(b));
            assertThat(sum.units()).isEqualTo(units(product.multiply(new BigDecimal(c))));
          }
        });
  }

  private static boolean isExact(double a, double b) {
    double size = Math.abs(a * b);
    return a == 0.0 || b == 0.0 || (size >= EXACT_PRODUCT && size <= Double.MAX_VALUE);
  }

  @Test
  void anUnderflowingProductIsOffByLessThanTheSmallestDouble() {
    double a = 0x1.123456789abcdp-530;
    double b = 0x1.fedcba9876543p-520;
    ExactSum sum = new ExactSum();
    sum.addProduct(a, b);
    BigDecimal error = new BigDecimal(a).multiply(new BigDecimal(b)).multiply(UNITS_PER_ONE);
    error = error.subtract(new BigDecimal(sum.units())).abs();
    assertThat(error).isLessThan(BigDecimal.ONE).isGreaterThan(BigDecimal.ZERO);
  }

  @Test
  void longRunsThroughTheScratchEqualSingleAdditions() {
    ExactSumScratch scratch = new ExactSumScratch();
    int[] lengths = {0, 1, 11, 12, 13, 35, 511, 512, 513, 1023, 1024, 1025, 2600};
    Property.check(
        60,
        random -> {
          int length = lengths[random.nextInt(lengths.length)];
          double[] a = draw(random, length + 3);
          double[] b = draw(random, length + 3);
          compare(
              sum -> sum.addAll(a, 2, 2 + length, scratch),
              sum -> {
                for (int i = 2; i < 2 + length; i++) {
                  sum.add(a[i]);
                }
              });
          compare(
              sum -> sum.addProducts(a, b, 2, 2 + length, scratch),
              sum -> {
                for (int i = 2; i < 2 + length; i++) {
                  sum.addProduct(a[i], b[i]);
                }
              });
        });
  }

  @Test
  void theScratchHoldsAWholeBlockOfTheLargestMantissas() {
    double[] values = new double[2_000];
    Arrays.fill(values, -0x1.fffffffffffffp10);
    ExactSum sum = new ExactSum();
    sum.addAll(values, 0, values.length, new ExactSumScratch());
    assertThat(sum.units()).isEqualTo(units(values[0]).multiply(BigInteger.valueOf(2_000)));
  }

  private static void compare(Consumer<ExactSum> fast, Consumer<ExactSum> plain) {
    ExactSum left = new ExactSum();
    ExactSum right = new ExactSum();
    fast.accept(left);
    plain.accept(right);
    assertThat(bytes(left)).isEqualTo(bytes(right));
  }

  @Test
  void infiniteTermsAreCountedBySign() {
    ExactSum sum = sumOf(1.0, Double.POSITIVE_INFINITY);
    assertThat(sum.value()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(read(bytes(sum)).overflows()).isEqualTo(1);
    sum.merge(sumOf(Double.NEGATIVE_INFINITY));
    assertThat(sum.value()).isNaN();
    assertThat(sum.overflows()).isEqualTo(2);
    assertThat(sumOf(Double.NEGATIVE_INFINITY).value()).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void anOverflowingProductIsOneInfiniteTermAndZeroTimesInfinityIsNone() {
    double infinity = Double.POSITIVE_INFINITY;
    double[][] overflowing = {
      {1e200, -1e200, 1},
      {1e200, 1e100, 1e100},
      {-1.0000000000000002, 3.3, infinity},
      {1e-200, -1e-200, infinity},
      {infinity, -2, 0.5}
    };
    for (double[] factors : overflowing) {
      ExactSum sum = new ExactSum();
      sum.addProduct(factors[0], factors[1], factors[2]);
      double sign = Math.signum(factors[0]) * Math.signum(factors[1]);
      assertThat(sum.overflows()).as(Arrays.toString(factors)).isEqualTo(1);
      assertThat(sum.value()).isEqualTo(sign * infinity);
    }
    ExactSum none = new ExactSum();
    none.addProduct(0.0, infinity);
    none.addProduct(infinity, -0.0, 2.0);
    none.addProduct(3.0, 0.0, infinity);
    double[] zeros = new double[40];
    double[] infinities = new double[40];
    Arrays.fill(infinities, infinity);
    none.addProducts(zeros, infinities, 0, 40, new ExactSumScratch());
    assertThat(bytes(none)).isEqualTo(bytes(new ExactSum()));
  }

  @Test
  void nanIsOurBugNotTheUsers() {
    assertThatThrownBy(() -> sumOf(Double.NaN)).isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> new ExactSum().addProduct(Double.NaN, 1.0))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void bytesThatWriteWouldNotHaveWrittenAreRefused() {
    StateWriter padded = new StateWriter();
    padded.unsigned(2);
    padded.unsigned(30);
    padded.fixed32(7);
    padded.fixed32(0);
    padded.unsigned(0);
    padded.unsigned(0);
    StateWriter zeroLow = new StateWriter();
    zeroLow.unsigned(1);
    zeroLow.unsigned(30);
    zeroLow.fixed32(0);
    zeroLow.unsigned(0);
    zeroLow.unsigned(0);
    StateWriter tooFar = new StateWriter();
    tooFar.unsigned(2);
    tooFar.unsigned(ExactSum.MAX_DIGITS - 1);
    tooFar.fixed32(7);
    tooFar.fixed32(7);
    tooFar.unsigned(0);
    tooFar.unsigned(0);
    for (StateWriter writer : new StateWriter[] {padded, zeroLow, tooFar}) {
      assertThatThrownBy(() -> read(writer.toBytes()))
          .isInstanceOf(StateFormatException.class)
          .hasMessageContaining("canonical");
    }
  }

  @Test
  void sizesStayWithinWhatTheJavadocSays() {
    Property.check(
        200,
        random -> {
          ExactSum sum = sumOf(draw(random, 500));
          assertThat(bytes(sum).length).isLessThanOrEqualTo(280);
          assertThat(sum.heapBytes()).isLessThanOrEqualTo(64 + 8L * ExactSum.MAX_DIGITS);
        });
  }
}
