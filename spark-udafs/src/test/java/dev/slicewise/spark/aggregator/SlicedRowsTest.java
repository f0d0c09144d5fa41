package dev.slicewise.spark.aggregator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slicewise.core.codec.StateFormatException;
import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.slice.SliceKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounded slices: the same ones and the same bytes for any tree of merges over any split. */
class SlicedRowsTest {
  private static final EvaluationPlan PLAN =
      EvaluationPlan.of(Suite.of("mae, median_absolute_error"));
  private static final BatchEvaluator EVALUATOR = new BatchEvaluator(PLAN, RowBuffer.LAST_CAPACITY);
  private static final int SLICES = 40;

  /** A row of a slice. */
  private record Row(int slice, double label, double prediction) {}

  private static List<Row> rows(Random random, int count) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // Few rows in most slices, many in some.
      int slice = (int) (SLICES * Math.pow(random.nextDouble(), 3));
      rows.add(new Row(slice, random.nextInt(9), random.nextGaussian()));
    }
    return rows;
  }

  private static byte[] key(int slice) {
    Object value = slice == 0 ? null : slice % 3 == 0 ? "" + slice : Long.valueOf(slice);
    List<Object> values = new ArrayList<>();
    values.add(value);
    return new SliceKey(0, values).toBytes();
  }

  private static void add(RowBuffer target, Row row) {
    int at = target.nextRow(EVALUATOR);
    target.batch().set(0, at, row.label());
    target.batch().set(1, at, row.prediction());
  }

  private static SlicedRows of(List<Row> rows, int most) {
    SlicedRows slices = new SlicedRows(PLAN, most);
    for (Row row : rows) {
      byte[] key = key(row.slice());
      add(slices.rows(key, key.length, EVALUATOR), row);
    }
    return slices;
  }

  /** Merges any two neighbours until one is left, some of them after a journey as bytes. */
  private static SlicedRows merged(List<SlicedRows> parts, Random random) {
    while (parts.size() > 1) {
      int at = random.nextInt(parts.size() - 1);
      SlicedRows source = parts.remove(at + 1);
      SlicedRows target = parts.get(at);
      if (random.nextBoolean()) {
        target = SlicedCodec.read(SlicedCodec.toBytes(target, EVALUATOR), PLAN, EVALUATOR);
        parts.set(at, target);
      }
      byte[] before = SlicedCodec.toBytes(source, EVALUATOR);
      target.merge(source, EVALUATOR);
      assertThat(SlicedCodec.toBytes(source, EVALUATOR)).isEqualTo(before);
    }
    return parts.get(0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 39, 1000})
  void anyTreeOverAnySplitGivesTheSameBytes(int most) {
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<Row> rows = rows(random, random.nextInt(600));
      byte[] whole = SlicedCodec.toBytes(of(rows, most), EVALUATOR);
      java.util.Collections.shuffle(rows, random);
      List<List<Row>> split = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(8); i++) {
        split.add(new ArrayList<>());
      }
      rows.forEach(row -> split.get(random.nextInt(split.size())).add(row));
      List<SlicedRows> parts = new ArrayList<>();
      split.forEach(part -> parts.add(of(part, most)));
      assertThat(SlicedCodec.toBytes(merged(parts, random), EVALUATOR))
          .as("seed %d", seed)
          .isEqualTo(whole);
    }
  }

  @Test
  void keptSlicesAreExactAndTheRestIsAllOtherRows() {
    List<Row> rows = rows(new Random(7), 5000);
    Map<String, RowBuffer> expected = new TreeMap<>();
    for (Row row : rows) {
      add(
          expected.computeIfAbsent(
              HexFormat.of().formatHex(key(row.slice())),
              slice -> new RowBuffer(PLAN.emptyState())),
          row);
    }
    assertThat(expected).hasSize(SLICES);
    SlicedRows slices = of(rows, 10);
    assertThat(slices.size()).isEqualTo(10);
    slices.forEach(
        (key, state) ->
            assertThat(StateCodec.toStored(state))
                .isEqualTo(stored(expected.remove(HexFormat.of().formatHex(key)))),
        EVALUATOR);
    SliceState others = PLAN.emptyState();
    expected.values().forEach(buffer -> others.merge(buffer.state(EVALUATOR)));
    assertThat(expected).hasSize(SLICES - 10);
    assertThat(StateCodec.toStored(slices.rest(EVALUATOR))).isEqualTo(StateCodec.toStored(others));
  }

  private static byte[] stored(RowBuffer buffer) {
    return StateCodec.toStored(buffer.state(EVALUATOR));
  }

  /** Written by the first release: a stream's state store may hold them. */
  @Test
  void oldBytesAreReadForEver() {
    SlicedRows slices =
        of(List.of(new Row(0, 1, 2), new Row(1, 3, 3.5), new Row(3, 5, 4), new Row(4, 0, 0)), 3);
    String old =
        """
        534c574d010303030000014d534c575301001037a05982f8f961083f000000000000f03f00018080
        8080808080f07f010301210000040000000300000001010000000000000000000201210000040000
        00020000007f5e400e0b000003800000000000000439534c575301001037a05982f8f961083f0000
        0000000000000100030000000300000001010000000000000000000200000002000000b64eb5c206
        0000053300014d534c575301001037a05982f8f961083f000000000000f03f000180808080808080
        f07f0103000000030121000004000000010100000000000000000002000000020121000004000000
        30ef22254d534c575301001037a05982f8f961083f000000000000e03f000180808080808080e07f
        0103012100000100000003000000010100000000000000000002012100000200000002000000c5ce
        900b1413bd49
        """
            .replace("\n", "");
    assertThat(HexFormat.of().formatHex(SlicedCodec.toBytes(slices, EVALUATOR))).isEqualTo(old);
    SlicedRows read = SlicedCodec.read(HexFormat.of().parseHex(old), PLAN, EVALUATOR);
    assertThat(SlicedCodec.toBytes(read, EVALUATOR)).isEqualTo(HexFormat.of().parseHex(old));
  }

  @Test
  void anythingElseIsRefused() {
    byte[] bytes = SlicedCodec.toBytes(of(rows(new Random(3), 200), 5), EVALUATOR);
    for (int at = 0; at < bytes.length; at++) {
      byte[] changed = bytes.clone();
      changed[at] ^= 0x10;
      assertThatThrownBy(() -> SlicedCodec.read(changed, PLAN, EVALUATOR))
          .isInstanceOf(StateFormatException.class);
      byte[] cut = java.util.Arrays.copyOf(bytes, at);
      assertThatThrownBy(() -> SlicedCodec.read(cut, PLAN, EVALUATOR))
          .isInstanceOf(StateFormatException.class);
    }
    EvaluationPlan other = EvaluationPlan.of(Suite.of("rmse"));
    assertThatThrownBy(() -> SlicedCodec.read(bytes, other, new BatchEvaluator(other, 8)))
        .isInstanceOf(StateFormatException.class)
        .hasMessageContaining("expected a state of plan");
  }
}
