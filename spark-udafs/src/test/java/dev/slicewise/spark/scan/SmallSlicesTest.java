package dev.slicewise.spark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.BatchEvaluator;
import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.RowCodec;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.Slices;
import dev.slicewise.core.term.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import scala.Tuple2;

/** Slices of a few rows travel as rows, others as states, and neither can be seen afterwards. */
class SmallSlicesTest {
  private static final int SLICES = 900;

  private static SliceScan scan(boolean jackknife, long budget) {
    return new SliceScan(
        new Suite(
            MetricCatalog.standard().parseList("mae, p99_abs, roc_auc, log_loss, ece"),
            true,
            true,
            jackknife),
        List.of(Slices.by("s")),
        Arrays.asList(null, null, null),
        jackknife,
        Collections.nCopies(1, ValueKind.LONG),
        budget);
  }

  /** Label, prediction, weight, perhaps a key, slice; slice k has about k / 3 rows. */
  private static List<InternalRow> rows(boolean keyed) {
    SplittableRandom random = new SplittableRandom(11);
    List<InternalRow> rows = new ArrayList<>();
    for (int slice = 0; slice < SLICES; slice++) {
      for (int i = random.nextInt(1, 2 + slice * 2 / 3); i > 0; i--) {
        List<Object> values = new ArrayList<>();
        values.add(random.nextInt(9) == 0 ? null : (Object) (double) random.nextInt(2));
        values.add(random.nextInt(50) == 0 ? (Object) Double.NaN : random.nextDouble());
        values.add(random.nextInt(4) / 2.0);
        if (keyed) {
          values.add((long) rows.size());
        }
        values.add((long) slice);
        rows.add(new GenericInternalRow(values.toArray()));
      }
    }
    Collections.shuffle(rows, new java.util.Random(3));
    return rows;
  }

  /** What the scan of some tasks hands on, in the order that merging needs. */
  private static List<Tuple2<byte[], byte[]>> partials(
      List<InternalRow> rows, int tasks, SliceScan scan) {
    List<Tuple2<byte[], byte[]>> partials = new ArrayList<>();
    for (int task = 0; task < tasks; task++) {
      int size = (rows.size() + tasks - 1) / tasks;
      List<InternalRow> own = rows.subList(task * size, Math.min(rows.size(), (task + 1) * size));
      RowScan.of(own.iterator(), scan).forEachRemaining(partials::add);
    }
    Collections.shuffle(partials, new java.util.Random(4));
    partials.sort((one, other) -> Arrays.compareUnsigned(one._1, other._1));
    return partials;
  }

  private static Map<String, String> merged(
      List<Tuple2<byte[], byte[]>> partials, EvaluationPlan plan) {
    Map<String, String> bytes = new TreeMap<>();
    new MergeSorted(partials.iterator(), plan)
        .forEachRemaining(
            slice ->
                assertThat(
                        bytes.put(
                            HexFormat.of().formatHex(slice._1),
                            HexFormat.of().formatHex(StateCodec.toStored(slice._2))))
                    .isNull());
    return bytes;
  }

  /** The states that a batch of one row after the other makes. */
  private static Map<String, String> expected(
      List<InternalRow> rows, EvaluationPlan plan, boolean keyed) {
    BatchEvaluator evaluator = new BatchEvaluator(plan);
    Batch batch = evaluator.newBatch();
    Map<Long, SliceState> states = new TreeMap<>();
    for (InternalRow row : rows) {
      for (int c = 0; c < 3; c++) {
        if (row.isNullAt(c)) {
          batch.setNull(c, 0);
        } else {
          batch.set(c, 0, row.getDouble(c));
        }
      }
      if (keyed) {
        batch.setKey(0, row.getLong(3));
      }
      batch.rows(1);
      evaluator.add(
          batch, states.computeIfAbsent(row.getLong(keyed ? 4 : 3), k -> plan.emptyState()));
      batch.clear();
    }
    Map<String, String> bytes = new TreeMap<>();
    states.forEach(
        (slice, state) ->
            bytes.put(
                HexFormat.of().formatHex(new SliceKey(0, List.of(slice)).toBytes()),
                HexFormat.of().formatHex(StateCodec.toStored(state))));
    return bytes;
  }

  @ParameterizedTest
  @CsvSource({
    "false, 1, 1073741824",
    "false, 3, 1073741824",
    "false, 40, 1073741824",
    "false, 2, 500000",
    "false, 2, 1",
    "true, 3, 1073741824"
  })
  void bytesAreThoseOfOneRowAfterTheOther(boolean jackknife, int tasks, long budget) {
    SliceScan scan = scan(jackknife, budget);
    List<InternalRow> rows = rows(jackknife);
    List<Tuple2<byte[], byte[]>> partials = partials(rows, tasks, scan);
    long asRows = partials.stream().filter(partial -> RowCodec.isRows(partial._2)).count();
    assertThat(asRows).as("slices that travel as rows").isGreaterThan(SLICES / 10);
    assertThat(partials.size() - asRows)
        .as("slices that travel as states")
        .isBetween(budget == 1 ? 0L : tasks > 9 ? 0L : 1L, (long) SLICES * tasks);
    assertThat(merged(partials, scan.plan()))
        .isEqualTo(expected(rows, scan.plan(), jackknife))
        .hasSize(SLICES);
  }

  /** Sums take the same bytes for any number of rows; histograms grow with them for long. */
  @ParameterizedTest
  @CsvSource({"'mae, r2_score', 500, 0", "'p99_abs, roc_auc', 500, 96", "mae, 3, 96"})
  void whatIsSmallerByFarTravels(String metrics, int rowsEach, int asRows) {
    SliceScan scan =
        new SliceScan(
            new Suite(MetricCatalog.standard().parseList(metrics), false, true, false),
            List.of(Slices.by("s")),
            Arrays.asList(null, null),
            false,
            List.of(ValueKind.LONG),
            1 << 30);
    SplittableRandom random = new SplittableRandom(7);
    List<InternalRow> rows = new ArrayList<>();
    for (int i = 0; i < 100 * rowsEach; i++) {
      double label = random.nextInt(2);
      Object[] values = {label, random.nextDouble(), (long) i % 100};
      rows.add(new GenericInternalRow(values));
    }
    List<Tuple2<byte[], byte[]>> partials = new ArrayList<>();
    RowScan.of(rows.iterator(), scan).forEachRemaining(partials::add);
    assertThat(partials).hasSize(100);
    assertThat(partials.stream().filter(partial -> RowCodec.isRows(partial._2)).count())
        .isBetween((long) asRows, asRows + 3L);
  }
}
