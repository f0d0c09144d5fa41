package dev.slicewise.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** The bits of StrictMath, everywhere: random patterns, probabilities, and both sides of one. */
class LogarithmTest {
  private static final int ROWS = 400_000;

  @Test
  void logHasTheBitsOfStrictMath() {
    SplittableRandom random = new SplittableRandom(11);
    for (int i = 0; i < ROWS; i++) {
      expectSame(StrictMath::log, Logarithm::log, Double.longBitsToDouble(random.nextLong()));
      expectSame(StrictMath::log, Logarithm::log, random.nextDouble());
      expectSame(StrictMath::log, Logarithm::log, nearOne(random));
    }
  }

  @Test
  void logOfOnePlusHasTheBitsOfStrictMath() {
    SplittableRandom random = new SplittableRandom(12);
    for (int i = 0; i < ROWS; i++) {
      expectSame(StrictMath::log1p, Logarithm::log1p, Double.longBitsToDouble(random.nextLong()));
      expectSame(StrictMath::log1p, Logarithm::log1p, -random.nextDouble());
      expectSame(StrictMath::log1p, Logarithm::log1p, nearOne(random) - 1);
      expectSame(StrictMath::log1p, Logarithm::log1p, random.nextDouble() * 8);
    }
  }

  /** Every fraction around the seams between the two polynomials, and the last bits around them. */
  @Test
  void agreesAtTheSeams() {
    for (int exponent = -3; exponent <= 3; exponent++) {
      for (int fraction : new int[] {0, 1, 2, 0x6147a, 0x6b851, 0x6a09e, 0xffffd, 0xfffff}) {
        for (int away = -2; away <= 2; away++) {
          long high = (1023L + exponent << 20) + fraction + away;
          for (long low : new long[] {0, 1, 0x80000000L, 0xffffffffL}) {
            double x = Double.longBitsToDouble(high << 32 | low);
            expectSame(StrictMath::log, Logarithm::log, x);
            expectSame(StrictMath::log1p, Logarithm::log1p, x - 1);
            expectSame(StrictMath::log1p, Logarithm::log1p, x);
            expectSame(StrictMath::log1p, Logarithm::log1p, -x);
          }
        }
      }
    }
  }

  @Test
  void agreesWhereThereIsNoLogarithm() {
    double[] edges = {
      0.0,
      -0.0,
      -1.0,
      -2.0,
      Double.NaN,
      Double.MIN_VALUE,
      -Double.MIN_VALUE,
      0x1p-1022,
      0x1p-29,
      -0x1p-29,
      0x1p-54,
      0x1p53,
      0x1p54,
      Double.MAX_VALUE,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Math.nextDown(1.0),
      Math.nextUp(-1.0)
    };
    for (double edge : edges) {
      expectSame(StrictMath::log, Logarithm::log, edge);
      expectSame(StrictMath::log1p, Logarithm::log1p, edge);
    }
  }

  private static double nearOne(SplittableRandom random) {
    return 1 + Math.scalb(random.nextDouble() - 0.5, -random.nextInt(54));
  }

  private static void expectSame(
      DoubleUnaryOperator expected, DoubleUnaryOperator found, double x) {
    if (Double.doubleToLongBits(expected.applyAsDouble(x))
        != Double.doubleToLongBits(found.applyAsDouble(x))) {
      assertThat(found.applyAsDouble(x))
          .as("of %s", Double.toHexString(x))
          .isEqualTo(expected.applyAsDouble(x));
    }
  }
}
