package dev.slicewise.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.metric.GoldenCase;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.ExactSum;
import dev.slicewise.core.numeric.Moments;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Student's t for two models on the same rows, and on different ones. */
class DifferenceOfMeansTest {
  /**
   * Of b − a from the sums of either model and of their product: no row's difference is rounded.
   */
  private static Moments differences(double[] a, double[] b) {
    ExactSum products = new ExactSum();
    for (int i = 0; i < a.length; i++) {
      products.addProduct(a[i], b[i]);
    }
    Moments first = Moments.of(a);
    Moments second = Moments.of(b);
    Dyadic squares = second.squares().plus(first.squares()).minus(products.toDyadic().scaled(1));
    return new Moments(Dyadic.of((long) a.length), second.sum().minus(first.sum()), squares);
  }

  @Test
  void pairs() {
    GoldenCase golden = GoldenCase.of("ab_paired");
    StudentTest test =
        PairedDifference.of(differences(golden.input("loss_a"), golden.input("loss_b")))
            .orElseThrow();
    golden.check(test.difference(), golden.expected("difference"));
    golden.check(test.standardError(), golden.expected("standard_error"));
    golden.check(test.t(), golden.expected("t"));
    golden.check(test.pValue(), golden.expected("p_value"));
    double confidence = GoldenCase.number(golden.params().get("confidence"));
    Interval interval = test.interval(confidence).orElseThrow();
    golden.check(interval.low(), golden.expected("lower"));
    golden.check(interval.high(), golden.expected("upper"));
  }

  @Test
  void unequalVariances() {
    GoldenCase golden = GoldenCase.of("ab_welch");
    Moments a = Moments.of(golden.input("a"));
    Moments b = Moments.of(golden.input("b"));
    StudentTest test = WelchDifference.of(a, b).orElseThrow();
    golden.check(test.difference(), golden.expected("difference"));
    golden.check(test.t(), golden.expected("t"));
    golden.check(test.degreesOfFreedom(), golden.expected("df"));
    golden.check(test.pValue(), golden.expected("p_value"));
    double expected = Math.sqrt(a.variance(1) / 7 + b.variance(1) / 6);
    assertThat(test.standardError()).isCloseTo(expected, within(1e-15));
    StudentTest turned = WelchDifference.of(b, a).orElseThrow();
    assertThat(turned.t()).isEqualTo(-test.t());
    assertThat(turned.pValue()).isEqualTo(test.pValue());
  }

  @Test
  void oneRowHasNoVariance() {
    assertThat(PairedDifference.of(Moments.of())).isEmpty();
    assertThat(PairedDifference.of(Moments.of(1))).isEmpty();
    assertThat(WelchDifference.of(Moments.of(1), Moments.of(1, 2))).isEmpty();
    assertThat(WelchDifference.of(Moments.of(1, 2), Moments.of(1))).isEmpty();
  }

  @Test
  void withoutVarianceEveryDifferenceIsCertain() {
    StudentTest same = PairedDifference.of(Moments.of(0, 0, 0)).orElseThrow();
    assertThat(same).isEqualTo(new StudentTest(0, 0, 0, 2));
    assertThat(same.pValue()).isEqualTo(1);
    StudentTest worse = PairedDifference.of(Moments.of(-3, -3)).orElseThrow();
    assertThat(worse).isEqualTo(new StudentTest(-3, 0, Double.NEGATIVE_INFINITY, 1));
    assertThat(worse.pValue()).isZero();
    assertThat(worse.interval(0.95)).hasValue(new Interval(-3.0, -3.0, 0.0, "t"));
    assertThat(WelchDifference.of(Moments.of(2, 2), Moments.of(5, 5, 5)))
        .hasValue(new StudentTest(3, 0, Double.POSITIVE_INFINITY, 3));
  }

  /** Squared variances are beyond the range of doubles, or the means agree in fifteen digits. */
  @Test
  void neitherScaleNorOffsetChangesTheTest() {
    double[] a = {1, 2, 4, 3};
    double[] b = {2, 5, 3, 3};
    StudentTest test = WelchDifference.of(Moments.of(a), Moments.of(b)).orElseThrow();
    StudentTest paired = PairedDifference.of(differences(a, b)).orElseThrow();
    double[][] maps = {{0x1p508, 0}, {1, 0x1p50}, {0x1p-400, 0}};
    for (double[] map : maps) {
      double[] c = Arrays.stream(a).map(x -> map[0] * x + map[1]).toArray();
      double[] d = Arrays.stream(b).map(x -> map[0] * x + map[1]).toArray();
      StudentTest mapped = WelchDifference.of(Moments.of(c), Moments.of(d)).orElseThrow();
      assertThat(mapped.t()).isEqualTo(test.t());
      assertThat(mapped.degreesOfFreedom()).isEqualTo(test.degreesOfFreedom());
      assertThat(PairedDifference.of(differences(c, d)).orElseThrow().t()).isEqualTo(paired.t());
    }
  }
}
