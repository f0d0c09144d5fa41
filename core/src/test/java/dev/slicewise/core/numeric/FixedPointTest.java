package dev.slicewise.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.laws.Property;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Oracle: BigDecimal rounded half to even. */
class FixedPointTest {
  private static final BigDecimal UNITS_PER_ONE = new BigDecimal(BigInteger.TWO.pow(60));

  private static BigInteger rounded(BigDecimal value) {
    return value.setScale(0, RoundingMode.HALF_EVEN).toBigIntegerExact();
  }

  private static double weight(SplittableRandom random) {
    return switch (random.nextInt(7)) {
      case 0 -> random.nextInt(1, 1000);
      case 1 -> Math.scalb(1 + random.nextDouble(), random.nextInt(-40, 30));
      case 2 -> Math.scalb(1 + random.nextDouble(), random.nextInt(-140, -40));
      case 3 -> Math.scalb(1.0, random.nextInt(-130, 31));
      case 4 -> Double.MIN_VALUE * random.nextInt(1, 100);
      case 5 -> Math.nextDown(FixedPoint.WEIGHT_LIMIT);
      default -> random.nextInt(1, 64) / 128.0;
    };
  }

  private static long units(SplittableRandom random) {
    long one = 1L << FixedPoint.FRACTION_BITS;
    return switch (random.nextInt(4)) {
      case 0 -> one;
      case 1 -> -one;
      case 2 -> random.nextInt(-9, 10);
      default -> random.nextLong(-one, one + 1);
    };
  }

  @Test
  void aTermIsRoundedHalfToEvenOnce() {
    Property.check(
        5_000,
        random -> {
          double term = Math.scalb(random.nextDouble(-1, 1), -random.nextInt(70));
          BigInteger expected = rounded(new BigDecimal(term).multiply(UNITS_PER_ONE));
          assertThat(FixedPoint.units(term)).isEqualTo(expected.longValueExact());
        });
    assertThat(FixedPoint.units(0x1p-61)).isZero();
    assertThat(FixedPoint.units(3 * 0x1p-61)).isEqualTo(2);
  }

  @Test
  void weightedProductsAreRoundedHalfToEven() {
    Property.check(
        20_000,
        random -> {
          long units = units(random);
          double weight = weight(random);
          long[] cells = {random.nextLong(), random.nextLong() >> 2};
          BigInteger before = FixedPoint.toBigInteger(cells, 0);
          FixedPoint.addWeighted(cells, 0, units, weight);
          BigDecimal product = new BigDecimal(weight).multiply(BigDecimal.valueOf(units));
          assertThat(FixedPoint.toBigInteger(cells, 0).subtract(before))
              .as("%s units of weight %s", units, weight)
              .isEqualTo(rounded(product));
        });
  }

  @Test
  void tiesGoToTheEvenUnit() {
    for (long units = -9; units <= 9; units++) {
      for (double weight : new double[] {0.5, 0.25, 1.5, 0x1p-3, 0x1p-64, 0x1p-62}) {
        long scaled = weight < 0x1p-10 ? units << 60 : units;
        long[] cells = new long[2];
        FixedPoint.addWeighted(cells, 0, scaled, weight);
        assertThat(FixedPoint.toBigInteger(cells, 0))
            .isEqualTo(rounded(new BigDecimal(weight).multiply(BigDecimal.valueOf(scaled))));
      }
    }
  }

  @Test
  void integerWeightEqualsThatManyRows() {
    Property.check(
        500,
        random -> {
          long units = units(random);
          int weight = random.nextInt(1, 200);
          long[] once = new long[2];
          long[] often = new long[2];
          FixedPoint.addWeighted(once, 0, units, weight);
          for (int i = 0; i < weight; i++) {
            FixedPoint.add(often, 0, units);
          }
          assertThat(once).isEqualTo(often);
        });
  }

  @Test
  void sumsCarryIntoTheHighHalfAndBack() {
    long[] cells = new long[2];
    BigInteger expected = BigInteger.ZERO;
    for (int i = 0; i < 100; i++) {
      FixedPoint.addWeighted(cells, 0, 1L << 60, 2_000_000_000.0);
      FixedPoint.add(cells, 0, -1);
      expected = expected.add(BigInteger.TWO.pow(60).multiply(BigInteger.valueOf(2_000_000_000)));
      expected = expected.subtract(BigInteger.ONE);
      assertThat(FixedPoint.toBigInteger(cells, 0)).isEqualTo(expected);
    }
    long[] negative = new long[2];
    FixedPoint.addWeighted(negative, 0, -(1L << 60), 3.0);
    assertThat(FixedPoint.toBigInteger(negative, 0))
        .isEqualTo(BigInteger.TWO.pow(60).multiply(BigInteger.valueOf(-3)));
  }

  @Test
  void weightsThatCouldWrapAreRefusedAtFirstSight() {
    for (double weight : new double[] {FixedPoint.WEIGHT_LIMIT, 1e300}) {
      assertThatThrownBy(() -> FixedPoint.addWeighted(new long[2], 0, 1, weight))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("2147483648")
          .hasMessageContaining(String.valueOf(weight))
          .hasMessageContaining("divide the weight column");
    }
  }

  @Test
  void bytesAreCanonicalAndNeverMoreThanNineteen() {
    Property.check(
        3_000,
        random -> {
          long[] cells = {random.nextLong() >> random.nextInt(64), 0};
          cells[1] = random.nextBoolean() ? cells[0] >> 63 : random.nextLong();
          StateWriter out = new StateWriter();
          FixedPoint.write(out, cells, 0);
          assertThat(out.size()).isLessThanOrEqualTo(19);
          long[] back = new long[2];
          StateReader in = new StateReader(out.toBytes(), 0, out.size());
          FixedPoint.read(in, back, 0);
          in.expectEnd();
          assertThat(back).isEqualTo(cells);
        });
    StateWriter wideZero = new StateWriter();
    wideZero.octet(1);
    wideZero.fixed64(0);
    wideZero.signed(0);
    assertThatThrownBy(
            () -> FixedPoint.read(new StateReader(wideZero.toBytes(), 0, 10), new long[2], 0))
        .isInstanceOf(StateFormatException.class)
        .hasMessageContaining("canonical");
  }
}
