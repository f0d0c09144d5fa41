package dev.slicewise.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.laws.Kernel;
import dev.slicewise.core.laws.Property;
import dev.slicewise.core.laws.RowGenerator;
import dev.slicewise.core.laws.Rows;
import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.RowLog;
import dev.slicewise.core.term.RowSource;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows on their way between tasks: they become the state that their writer would have made. */
class RowCodecTest {
  private static final String METRICS = "mae, log_loss, roc_auc, ece, p99_abs, r2_score";
  private static final int HEADER = 14;

  static List<Kernel> kernels() {
    Suite suite = Suite.of(METRICS);
    return List.of(
        new Kernel("plain", EvaluationPlan.of(suite)),
        new Kernel("weighted", EvaluationPlan.of(suite.withWeights())),
        new Kernel("hash groups", EvaluationPlan.of(suite.withJackknife().withWeights())));
  }

  /** Rows of some slices as bytes, the log mixing them as a task does. */
  private static byte[][] logged(Rows rows, int[] sliceOf, int slices, EvaluationPlan plan) {
    RowLog log = new RowLog(plan.roles(), rows.keys() != null);
    Batch batch = new Batch(plan.roles(), 400);
    for (int from = 0; from < rows.count(); from += 100) {
      int to = Math.min(rows.count(), from + 100);
      rows.fill(batch, from, to);
      log.append(batch, Arrays.copyOfRange(sliceOf, from, to));
    }
    byte[][] bytes = new byte[slices][];
    for (int slice = 0; slice < slices; slice++) {
      RowSource source = log.rows(slice);
      int count = source.left();
      bytes[slice] =
          RowCodec.toTransport(
              source, log.keyed(), log.hasNulls(), new Batch(plan.roles(), 7), plan);
      long bound = RowCodec.length(count, log.keyed(), log.hasNulls(), plan);
      assertThat((long) bytes[slice].length).isBetween(bound - 4, bound);
    }
    return bytes;
  }

  private static SliceState read(byte[] bytes, EvaluationPlan plan, int capacity) {
    BatchEvaluator evaluator = new BatchEvaluator(plan, capacity);
    Batch batch = evaluator.newBatch();
    SliceState state = plan.emptyState();
    RowSource reader = new RowCodec.Reader(bytes, plan);
    while (reader.left() > 0) {
      batch.rows(reader.fill(batch, 0));
      evaluator.add(batch, state);
      batch.clear();
    }
    return state;
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void rowsBecomeTheStateOfTheirSlice(Kernel kernel) {
    Property.check(
        60,
        random -> {
          EvaluationPlan plan = kernel.plan();
          Rows rows = RowGenerator.rows(random, plan.roles(), random.nextInt(1, 400));
          if (random.nextBoolean()) {
            rows = rows.withKeys(random.longs(rows.count(), 0, 50).toArray());
          }
          int slices = random.nextInt(1, 20);
          int[] sliceOf = random.ints(rows.count(), 0, slices).toArray();
          byte[][] bytes = logged(rows, sliceOf, slices, plan);
          for (int s = 0; s < slices; s++) {
            int slice = s;
            Rows own =
                rows.select(
                    IntStream.range(0, rows.count()).filter(i -> sliceOf[i] == slice).toArray());
            assertThat(RowCodec.isRows(bytes[s])).isTrue();
            assertThat(StateCodec.toStored(read(bytes[s], plan, random.nextInt(1, 60))))
                .isEqualTo(StateCodec.toStored(kernel.state(own)));
          }
        });
  }

  @Test
  void moreRowsThanASegmentAndManyColumns() {
    List<Role> roles = IntStream.range(0, 70).mapToObj(i -> new Role("r" + i)).toList();
    RowLog log = new RowLog(roles, true);
    Batch batch = new Batch(roles, 7);
    int count = 200_000;
    for (int row = 0; row < count; row++) {
      batch.clear();
      for (int c = 0; c < 70; c++) {
        batch.set(c, 0, row + c / 100.0);
      }
      batch.setNull(row % 70, 0);
      batch.setKey(0, -row);
      batch.rows(1);
      log.append(batch, new int[] {row % 3});
    }
    assertThat(log.heapBytes()).isBetween(count * 74L * 8, count * 74L * 12);
    for (int slice = 0; slice < 4; slice++) {
      RowSource source = log.rows(slice);
      int expected = slice;
      while (source.left() > 0) {
        batch.clear();
        int from = expected % 5;
        batch.rows(from + source.fill(batch, from));
        for (int i = from; i < batch.rows(); i++) {
          assertThat(batch.key(i)).isEqualTo(-expected);
          for (int c = expected % 9; c < 70; c += 9) {
            boolean isNull = c == expected % 70;
            assertThat(batch.isNull(c, i)).isEqualTo(isNull);
            assertThat(batch.column(c)[i]).isEqualTo(isNull ? 0.0 : expected + c / 100.0);
          }
          expected += 3;
        }
      }
      assertThat(expected).isEqualTo(slice == 3 ? 3 : slice + (count - slice + 2) / 3 * 3);
    }
  }

  @Test
  void statesAndRowsAreToldApart() {
    EvaluationPlan plan = EvaluationPlan.of(Suite.of("mae"));
    Rows rows = RowGenerator.clean(new SplittableRandom(1), plan.roles(), 5);
    byte[] asRows = logged(rows, new int[5], 1, plan)[0];
    byte[] asState = StateCodec.toTransport(read(asRows, plan, 8));
    assertThat(RowCodec.isRows(asState)).isFalse();
    assertThat(RowCodec.isRows(new byte[0])).isFalse();
    assertThatThrownBy(() -> new RowCodec.Reader(asState, plan))
        .isInstanceOf(StateFormatException.class)
        .hasMessageContaining("expected rows on their way (2), found form 0");
    assertThatThrownBy(() -> StateCodec.read(asRows, plan))
        .isInstanceOf(StateFormatException.class)
        .hasMessageContaining("found form 2");
    EvaluationPlan other = EvaluationPlan.of(Suite.of("rmse"));
    assertThatThrownBy(() -> new RowCodec.Reader(asRows, other))
        .isInstanceOf(StateFormatException.class)
        .hasMessageContaining("expected a state of plan");
  }

  @Test
  void textsCannotWaitAsRows() {
    EvaluationPlan plan = EvaluationPlan.of(Suite.of("accuracy(task=multiclass)"));
    assertThatThrownBy(() -> new RowLog(plan.roles(), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected only roles that are numbers");
  }

  @Test
  void damageIsRefusedOrRowsAgain() {
    Kernel kernel = kernels().get(0);
    EvaluationPlan plan = kernel.plan();
    Rows rows = RowGenerator.rows(new SplittableRandom(2), plan.roles(), 9);
    byte[] whole = logged(rows, new int[9], 1, plan)[0];
    int[] refused = new int[1];
    Property.check(
        4_000,
        random -> {
          byte[] damaged =
              random.nextBoolean()
                  ? whole.clone()
                  : Arrays.copyOf(whole, random.nextInt(HEADER + 5, whole.length + 20));
          int at = random.nextInt(HEADER, damaged.length - 4);
          damaged[at] = (byte) random.nextInt();
          try {
            assertThat(read(StateCodecTest.signed(damaged), plan, 4).rows())
                .isBetween(0L, 1L << 20);
          } catch (StateFormatException e) {
            refused[0]++;
          }
        });
    assertThat(refused[0]).isBetween(500, 3_900);
  }
}
