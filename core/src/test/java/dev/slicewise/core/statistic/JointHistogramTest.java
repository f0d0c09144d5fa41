package dev.slicewise.core.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Kernels;
import dev.slicewise.core.laws.Numbers;
import dev.slicewise.core.laws.Property;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.numeric.BinLevel;
import dev.slicewise.core.numeric.BinTable;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Residual;
import dev.slicewise.core.term.Role;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Oracle: the definition, from all rows at once, level by level. */
class JointHistogramTest {
  private static JointHistogram.State state(double[] a, double[] b, int maxCells) {
    JointHistogram statistic = new JointHistogram(Column.LABEL, Column.PREDICTION, maxCells);
    Kernel kernel = new Kernel("pairs", EvaluationPlan.of(Kernels.remembering(List.of(statistic))));
    Rows rows = Rows.of(List.of(Role.LABEL, Role.PREDICTION), a, b);
    return kernel.state(rows, 64).view().state(statistic);
  }

  /** The rows of each cell at a level, by keys that sort as the cells do. */
  private static TreeMap<List<Long>, Long> cells(double[] a, double[] b, int level) {
    TreeMap<List<Long>, Long> cells =
        new TreeMap<>(
            (left, right) ->
                left.get(0).equals(right.get(0))
                    ? Long.compare(left.get(1), right.get(1))
                    : Long.compare(left.get(0), right.get(0)));
    for (int i = 0; i < a.length; i++) {
      int dropped = BinTable.FULL_LEVEL - level;
      long first = BinTable.code(a[i] + 0.0) >> dropped;
      long second = BinTable.code(b[i] + 0.0) >> dropped;
      cells.merge(List.of(first, second), 1L, Long::sum);
    }
    return cells;
  }

  private static double[] draw(SplittableRandom random, Numbers kind, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = kind.draw(random);
    }
    return values;
  }

  @Test
  void theLevelIsTheLargestThatFitsAndCellsHoldTheirRows() {
    Property.check(
        400,
        random -> {
          int n = random.nextInt(1, 200);
          double[] a = draw(random, Numbers.any(random), n);
          double[] b = draw(random, Numbers.any(random), n);
          int maxCells = new int[] {4, 5, 9, 16, 64, 4096}[random.nextInt(6)];
          int level = BinTable.FULL_LEVEL;
          while (cells(a, b, level).size() > maxCells) {
            level--;
          }
          JointHistogram.State state = state(a, b, maxCells);
          assertThat(state.level()).isEqualTo(level).isGreaterThanOrEqualTo(BinLevel.COARSEST);
          JointDistribution found = state.distribution();
          List<BigInteger> mass = new ArrayList<>();
          cells(a, b, level).values().forEach(count -> mass.add(BigInteger.valueOf(count)));
          assertThat(found.mass()).containsExactlyElementsOf(mass);
          assertThat(found.total()).isEqualTo(BigInteger.valueOf(n));
          assertThat(found.firstMasses()).doesNotContain(BigInteger.ZERO);
          assertThat(found.secondMasses()).doesNotContain(BigInteger.ZERO);
        });
  }

  @Test
  void anAxisOfFewBitsStaysLossless() {
    double[] small = new SplittableRandom(1).ints(6000, 0, 4).asDoubleStream().toArray();
    double[] fine = new SplittableRandom(2).doubles(6000).toArray();
    JointDistribution found = state(small, fine, 1024).distribution();
    assertThat(found.firstLossless()).isTrue();
    assertThat(found.secondLossless()).isFalse();
    assertThat(found.size()).isLessThanOrEqualTo(1024);
  }

  private static void read(StateWriter out) {
    byte[] bytes = out.toBytes();
    JointHistogram.of(Column.LABEL, Column.PREDICTION)
        .read(new StateReader(bytes, 0, bytes.length), false);
  }

  /** Level 52, bits, and cells of (step, key or step, count). */
  private static StateWriter written(long firstBits, long secondBits, long[]... cells) {
    StateWriter out = new StateWriter();
    out.octet(63);
    out.fixed64(firstBits);
    out.fixed64(secondBits);
    out.unsigned(cells.length);
    for (long[] cell : cells) {
      out.signed(cell[0]);
      out.signed(cell[1]);
      out.unsigned(cell[2]);
    }
    return out;
  }

  @Test
  void bytesOfNoRowsAreRefused() {
    read(written(3, 7, new long[] {1, 2, 5}, new long[] {0, 5, 1}, new long[] {2, 0, 1}));
    List<StateWriter> wrong =
        List.of(
            written(1, 2, new long[] {1, 2, 0}),
            written(1, 2, new long[] {1, 2, 1}, new long[] {0, 0, 1}),
            written(1, 3, new long[] {1, 3, 1}, new long[] {0, -1, 1}),
            written(3, 2, new long[] {3, 2, 1}, new long[] {-1, 2, 1}),
            written(1, 0, new long[] {1, -1, 1}),
            written(1, 2, new long[] {1, 3, 1}),
            written(1, 0),
            written(1, Long.MAX_VALUE, new long[] {1, Long.MAX_VALUE, 1}));
    for (StateWriter bytes : wrong) {
      assertThatThrownBy(() -> read(bytes)).isInstanceOf(StateFormatException.class);
    }
  }

  @Test
  void impossibleParametersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new JointHistogram(Column.LABEL, Column.PREDICTION, 3))
        .withMessageContaining("max_cells in [4, 65536]");
    Column other = new Column(dev.slicewise.core.term.Domain.of(Role.LABEL), Role.LABEL);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> JointHistogram.of(Residual.SIGNED, other))
        .withMessageContaining("two terms of one domain");
  }
}
