package dev.slicewise.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.laws.Numbers;
import dev.slicewise.core.laws.Property;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracle: BigDecimal, and Double.parseDouble, which rounds a decimal correctly. */
class RoundingTest {
  private static BigDecimal exact(BigInteger integer, int exponent) {
    BigDecimal power = new BigDecimal(BigInteger.TWO.pow(Math.abs(exponent)));
    return exponent >= 0
        ? new BigDecimal(integer).multiply(power)
        : new BigDecimal(integer).divide(power, MathContext.UNLIMITED);
  }

  private static double nearest(BigDecimal value) {
    return Double.parseDouble(value.toString()) + 0.0;
  }

  private static BigInteger integer(SplittableRandom random, int bits) {
    BigInteger value = BigInteger.ZERO;
    for (int bit = 0; bit < bits; bit += 32) {
      // Long runs of equal bits make ties and carries likely.
      int word = random.nextInt(3) - 1;
      word = random.nextInt(3) == 0 ? random.nextInt() : word == 1 ? 1 << 31 : word;
      value = value.shiftLeft(32).or(BigInteger.valueOf(word & 0xffffffffL));
    }
    return random.nextBoolean() ? value : value.negate();
  }

  @Test
  void scaledIntegersRoundOnceHalfToEven() {
    Property.check(
        4_000,
        random -> {
          BigInteger integer = integer(random, random.nextInt(160));
          int exponent = random.nextInt(-1_240, 1_000);
          assertThat(Rounding.toDouble(integer, exponent))
              .isEqualTo(nearest(exact(integer, exponent)));
        });
  }

  @Test
  void edgesOfTheDoubleRange() {
    BigInteger largest = BigInteger.ONE.shiftLeft(53).subtract(BigInteger.ONE);
    assertThat(Rounding.toDouble(largest, 971)).isEqualTo(Double.MAX_VALUE);
    BigInteger halfBeyond = largest.shiftLeft(1).add(BigInteger.ONE);
    assertThat(Rounding.toDouble(halfBeyond, 970)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(Rounding.toDouble(halfBeyond.negate(), 970)).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(Rounding.toDouble(halfBeyond.shiftLeft(9).subtract(BigInteger.ONE), 961))
        .isEqualTo(Double.MAX_VALUE);
    assertThat(Rounding.toDouble(BigInteger.ONE, -1_074)).isEqualTo(Double.MIN_VALUE);
    assertThat(Rounding.toDouble(BigInteger.ONE, -1_075)).isZero();
    assertThat(Rounding.toDouble(BigInteger.valueOf(3), -1_075)).isEqualTo(1e-323);
    assertThat(Rounding.toDouble(BigInteger.valueOf(3), -1_076)).isEqualTo(Double.MIN_VALUE);
    assertThat(Rounding.toDouble(BigInteger.ONE, -5_000)).isZero();
    assertThat(Rounding.toDouble(BigInteger.ONE.shiftLeft(3_000), -2_990)).isEqualTo(1024.0);
    assertThat(Rounding.toDouble(BigInteger.ZERO, 9_999)).isZero();
  }

  @Test
  void quotientsRoundOnceHalfToEven() {
    // 1700 digits leave no doubt on which side of a tie a quotient of these sizes lies.
    MathContext enough = new MathContext(1_700, RoundingMode.DOWN);
    Property.check(
        250,
        random -> {
          BigInteger numerator = integer(random, random.nextInt(128));
          BigInteger denominator = integer(random, 1 + random.nextInt(128));
          if (denominator.signum() != 0) {
            numerator = random.nextInt(4) == 0 ? numerator.multiply(denominator) : numerator;
            BigDecimal quotient =
                new BigDecimal(numerator).divide(new BigDecimal(denominator), enough);
            assertThat(Rounding.ratio(numerator, denominator)).isEqualTo(nearest(quotient));
          }
        });
  }

  @Test
  void quotientsOfDyadicsReachSubnormalsAndInfinity() {
    MathContext enough = new MathContext(1_700, RoundingMode.DOWN);
    Property.check(
        250,
        random -> {
          double a = Numbers.any(random).draw(random);
          double b = Numbers.any(random).draw(random);
          if (b != 0.0) {
            BigDecimal quotient = new BigDecimal(a).divide(new BigDecimal(b), enough);
            assertThat(Dyadic.of(a).over(Dyadic.of(b)))
                .as("%s / %s", a, b)
                .isEqualTo(nearest(quotient));
          }
        });
    assertThat(Dyadic.of(Double.MIN_VALUE).over(Dyadic.of(2L))).isZero();
    assertThat(Dyadic.of(3 * Double.MIN_VALUE).over(Dyadic.of(2L))).isEqualTo(1e-323);
    assertThat(Dyadic.of(1e300).over(Dyadic.of(1e-300))).isEqualTo(Double.POSITIVE_INFINITY);
  }

  @Test
  void dyadicsComputeExactly() {
    Property.check(
        2_000,
        random -> {
          double x = Numbers.any(random).draw(random);
          double y = Numbers.any(random).draw(random);
          BigDecimal a = new BigDecimal(x);
          BigDecimal b = new BigDecimal(y);
          Dyadic left = Dyadic.of(x);
          Dyadic right = Dyadic.of(y);
          assertThat(decimal(left.plus(right))).isEqualByComparingTo(a.add(b));
          assertThat(decimal(left.minus(right))).isEqualByComparingTo(a.subtract(b));
          assertThat(decimal(left.times(right))).isEqualByComparingTo(a.multiply(b));
          assertThat(decimal(left.squared())).isEqualByComparingTo(a.multiply(a));
          assertThat(decimal(left.abs())).isEqualByComparingTo(a.abs());
          assertThat(left.signum()).isEqualTo(a.signum());
          assertThat(Integer.signum(left.compareTo(right))).isEqualTo(a.compareTo(b));
          assertThat(left.toDouble()).isEqualTo(x + 0.0);
          assertThat(left.plus(right).toDouble()).isEqualTo(nearest(a.add(b)));
        });
  }

  private static BigDecimal decimal(Dyadic dyadic) {
    return exact(dyadic.mantissa(), dyadic.exponent());
  }

  @Test
  void equalDyadicsAreEqualRecords() {
    assertThat(Dyadic.of(12L)).isEqualTo(Dyadic.of(12.0)).isEqualTo(Dyadic.of(3L).scaled(2));
    assertThat(Dyadic.of(0.0)).isEqualTo(Dyadic.ZERO).isEqualTo(Dyadic.of(-0.0));
    assertThat(Dyadic.of(Double.MIN_VALUE).exponent()).isEqualTo(-1_074);
    assertThatThrownBy(() -> Dyadic.of(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("finite");
  }

  @Test
  void theShortestDecimalReadsBack() {
    assertThat(Rounding.shortestDecimal(0.1)).isEqualTo(new BigDecimal("0.1"));
    assertThat(Rounding.shortestDecimal(0.55)).isEqualTo(new BigDecimal("0.55"));
    assertThat(Rounding.shortestDecimal(100.0)).isEqualByComparingTo("100");
    Property.check(
        2_000,
        random -> {
          double value = Numbers.any(random).draw(random);
          BigDecimal shortest = Rounding.shortestDecimal(value);
          assertThat(shortest.doubleValue()).isEqualTo(value + 0.0);
          int digits = shortest.precision();
          BigDecimal shorter = shortest.round(new MathContext(Math.max(1, digits - 1)));
          assertThat(digits == 1 || shorter.doubleValue() != value).isTrue();
        });
  }
}
