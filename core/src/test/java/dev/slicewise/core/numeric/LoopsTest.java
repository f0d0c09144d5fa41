package dev.slicewise.core.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

/**
 * Vector instructions give the bits of plain Java, on rows of every kind and runs of any length.
 */
class LoopsTest {
  private static final int ROUNDS = 4_000;
  private static final double EPS = 0x1p-52;

  private final Loops plain = new PlainLoops();

  /** Vector instructions whatever the processor has, since the bits may not depend on it. */
  private final Loops vector = new VectorLoops();

  private final SplittableRandom random = new SplittableRandom(7);

  @Test
  void vectorsAreChosenOnceTheyPayWhereTheProcessorHasWideOnes() {
    for (int call = 0; call < 100_000; call++) {
      assertThat(Loops.best()).isNotNull();
    }
    Loops expected = vector.lanes() < 4 ? plain : vector;
    assertThat(Loops.best()).hasSameClassAs(expected);
  }

  @Test
  void logLossHasTheBitsOfStrictMath() {
    DoubleSupplier[] kinds = {
      random::nextDouble,
      () -> random.nextDouble() * random.nextDouble(),
      () -> 1 - random.nextDouble() * 1e-3,
      () -> Math.scalb(random.nextDouble(), -random.nextInt(80)),
      () -> 1 - Math.scalb(random.nextDouble(), -random.nextInt(60)),
      () -> random.nextInt(9) / 8.0,
      // Both sides of the seams between polynomials: √½, 1 − 0.2929, powers of two.
      () -> around(Math.sqrt(0.5)),
      () -> around(1 - 0.29289321881345254),
      () -> Math.min(1.0, around(Math.scalb(1.0, -random.nextInt(30))))
    };
    for (int round = 0; round < ROUNDS; round++) {
      int count = random.nextInt(70);
      double eps = random.nextInt(4) == 0 ? 0.0 : EPS;
      DoubleSupplier kind = kinds[random.nextInt(kinds.length)];
      double[] probability = random.doubles(count).map(x -> kind.getAsDouble()).toArray();
      double[] label = random.ints(count, 0, 2).asDoubleStream().toArray();
      double[] losses = new double[count];
      vector.logLoss(label, probability, eps, count, losses);
      for (int i = 0; i < count; i++) {
        double q = Math.min(Math.max(probability[i], eps), 1 - eps);
        double log = label[i] == 1 ? StrictMath.log(q) : StrictMath.log1p(-q);
        expectSame(0.0 - log, losses[i], "label " + label[i] + ", probability " + probability[i]);
      }
      double[] again = new double[count];
      plain.logLoss(label, probability, eps, count, again);
      assertThat(losses).isEqualTo(again);
    }
  }

  @Test
  void extentsAgree() {
    double[] odd = {0.0, -0.0, 1.0, 0.5, -3.0, Double.MIN_VALUE, 1e308, Math.nextUp(1.0)};
    double[] bad = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    for (int round = 0; round < ROUNDS; round++) {
      double[] values = random.ints(random.nextInt(50), 0, 2).asDoubleStream().toArray();
      double[] pool = random.nextBoolean() ? odd : bad;
      if (values.length > 0 && random.nextInt(3) > 0) {
        values[random.nextInt(values.length)] = pool[random.nextInt(pool.length)];
      }
      double[] range = new double[2];
      int found = vector.extent(values, values.length, range);
      boolean finite = Arrays.stream(values).allMatch(Double::isFinite);
      assertThat((found & Loops.NOT_FINITE) == 0).isEqualTo(finite);
      boolean binary = Arrays.stream(values).allMatch(x -> x == 0 || x == 1);
      assertThat((found & Loops.NOT_BINARY) == 0).isEqualTo(binary);
      if (finite && values.length > 0) {
        assertThat(range[0] == Arrays.stream(values).min().getAsDouble()).isTrue();
        assertThat(range[1] == Arrays.stream(values).max().getAsDouble()).isTrue();
      }
    }
  }

  @Test
  void productsAndTheirErrorsAgree() {
    for (int round = 0; round < ROUNDS; round++) {
      int count = random.nextInt(50);
      int from = random.nextInt(5);
      double[] a = numbers(from + count);
      double[] b = numbers(from + count);
      double[][] outputs = new double[4][count];
      plain.products(a, b, from, count, outputs[0], outputs[1]);
      vector.products(a, b, from, count, outputs[2], outputs[3]);
      assertThat(outputs[2]).isEqualTo(outputs[0]);
      assertThat(outputs[3]).isEqualTo(outputs[1]);
    }
  }

  /** Not only the parts: whole sums, with runs that need one round, several, or exponents. */
  @Test
  void exactSumsAgreeWithSumsOfOneByOne() {
    for (int round = 0; round < ROUNDS; round++) {
      double[] values = numbers(12 + random.nextInt(1500));
      double[] others = numbers(values.length);
      int from = random.nextInt(12);
      ExactSum expected = new ExactSum();
      for (int i = from; i < values.length; i++) {
        expected.add(values[i]);
        expected.addProduct(values[i], others[i]);
        expected.addProduct(values[i], values[i], others[i]);
      }
      for (Loops loops : new Loops[] {plain, vector}) {
        ExactSumScratch scratch = new ExactSumScratch(() -> loops);
        ExactSum sum = new ExactSum();
        sum.addAll(values, from, values.length, scratch);
        sum.addProducts(values, others, from, values.length, scratch);
        sum.addProducts(values, values, others, from, values.length, scratch);
        assertThat(sum.units()).isEqualTo(expected.units());
      }
    }
  }

  private double[] numbers(int count) {
    int spread = new int[] {1, 20, 200, 900}[random.nextInt(4)];
    boolean whole = random.nextBoolean();
    return random
        .doubles(count)
        .map(x -> Math.scalb(x - 0.5, random.nextInt(spread) - spread / 2))
        .map(x -> whole ? Math.rint(x * 100) : x)
        .toArray();
  }

  private double around(double x) {
    return Double.longBitsToDouble(
        Double.doubleToRawLongBits(x) + random.nextLong(-(1L << 36), 1L << 36));
  }

  private static void expectSame(double expected, double found, String what) {
    assertThat(Double.doubleToRawLongBits(found))
        .as(what)
        .isEqualTo(Double.doubleToRawLongBits(expected));
  }
}
