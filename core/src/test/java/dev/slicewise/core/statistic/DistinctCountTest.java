package dev.slicewise.core.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Kernels;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Oracle: the number of distinct values that went in. */
class DistinctCountTest {
  private static final Column VALUE = new Column(Domain.of(Role.VALUE), Role.VALUE);

  private static DistinctCount.State state(int precision, double... values) {
    DistinctCount statistic = new DistinctCount(VALUE, precision);
    Kernel kernel =
        new Kernel("values", EvaluationPlan.of(Kernels.remembering(List.of(statistic))));
    return kernel.state(Rows.of(List.of(Role.VALUE), values)).view().state(statistic);
  }

  private static double[] range(int from, int to) {
    return IntStream.range(from, to).asDoubleStream().toArray();
  }

  private static byte[] bytes(DistinctCount.State state) {
    StateWriter out = new StateWriter();
    state.write(out);
    return out.toBytes();
  }

  @Test
  void estimatesLieWithinTheirError() {
    for (int precision : new int[] {8, 12, 14}) {
      double relative = 1.04 / Math.sqrt(1 << precision);
      for (int n : new int[] {1, 2, 10, 100, 1000, 10_000, 100_000, 400_000}) {
        double estimate = state(precision, range(0, n)).estimate();
        // Four standard errors; 24 draws, of which none should lie beyond.
        assertThat(estimate)
            .as("%s values at precision %s", n, precision)
            .isEqualTo(n, within(4 * relative * n));
      }
    }
    // Nearly empty sketches are as good as exact: collisions of registers are rare and corrected.
    for (int n = 1; n < 40; n++) {
      assertThat(Math.rint(state(12, range(0, n)).estimate())).isEqualTo(n, within(1.0));
    }
    assertThat(state(12).estimate()).isZero();
  }

  @Test
  void estimatesHaveNoBias() {
    double ratios = 0;
    int trials = 200;
    for (int trial = 0; trial < trials; trial++) {
      ratios += state(8, range(trial * 1000, trial * 1000 + 700)).estimate() / 700;
    }
    // The mean of 200 estimates with a relative error of 6.5 %: four of its standard errors.
    assertThat(ratios / trials).isEqualTo(1.0, within(4 * 0.065 / Math.sqrt(trials)));
  }

  @Test
  void repeatedValuesAndZerosCountOnce() {
    assertThat(bytes(state(12, 1, 2, 1, 2, 2))).isEqualTo(bytes(state(12, 2, 1)));
    assertThat(bytes(state(12, -0.0))).isEqualTo(bytes(state(12, 0.0)));
  }

  @Test
  void bytesAreFewForFewValuesAndBounded() {
    assertThat(bytes(state(12, range(0, 1)))).hasSizeLessThanOrEqualTo(5);
    assertThat(bytes(state(12, range(0, 900)))[0]).isEqualTo((byte) 1);
    assertThat(bytes(state(12, range(0, 1000)))).hasSizeLessThan(2200);
    assertThat(bytes(state(12, range(0, 100_000)))).hasSize(3073);
    assertThat(state(12, range(0, 10)).heapBytes()).isLessThan(150);
    assertThat(state(12, range(0, 100_000)).heapBytes()).isLessThan(4200);
  }

  private static void read(byte[] bytes) {
    DistinctCount statistic = new DistinctCount(VALUE, 4);
    byte[] again = bytes(statistic.read(new StateReader(bytes, 0, bytes.length), false));
    assertThat(again).isEqualTo(bytes);
  }

  @Test
  void registersThatNoValuesLeadToAreRefused() {
    // Precision 4: sixteen registers, four of them listed at most, values up to 61.
    read(new byte[] {1, 2, 0, 61, 14, 1});
    byte[] dense = new byte[13];
    Arrays.fill(dense, 1, 13, (byte) 0x41);
    read(dense);
    List<byte[]> wrong =
        List.of(
            new byte[] {1, 1, 0, 0},
            new byte[] {1, 1, 0, 62},
            new byte[] {1, 1, 16, 1},
            new byte[] {1, 2, 15, 1, 0, 1},
            new byte[] {1, 5, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1},
            new byte[] {2, 0},
            new byte[13]);
    for (byte[] bytes : wrong) {
      assertThatThrownBy(() -> read(bytes))
          .as(Arrays.toString(bytes))
          .isInstanceOf(StateFormatException.class);
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DistinctCount(VALUE, 3))
        .withMessageContaining("precision in [4, 16]");
  }
}
