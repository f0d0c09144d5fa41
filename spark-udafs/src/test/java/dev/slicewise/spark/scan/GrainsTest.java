package dev.slicewise.spark.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.Slices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.Tuple2;

/** When a task changes its grain, and that no result depends on when. */
class GrainsTest {
  private static final int ROWS = 40_000;
  private static final long PLENTY = 1L << 30;

  private static final List<SliceSpec> DEFINITIONS =
      List.of(
          Slices.by("a", "b"),
          Slices.all(),
          Slices.by("c", "b"),
          Slices.by("b"),
          Slices.by("c"),
          Slices.by("b", "a"));

  private static SliceScan scan(List<SliceSpec> definitions, long budget) {
    int dimensions = SliceScan.finestGrain(definitions).size();
    return new SliceScan(
        new Suite(MetricCatalog.standard().parseList("mae, p99_abs, roc_auc"), false, false, false),
        definitions,
        Arrays.asList(null, null),
        false,
        Collections.nCopies(dimensions, ValueKind.LONG),
        budget);
  }

  /** Label, prediction, then three dimensions whose combinations are many more than their pairs. */
  private static Iterator<InternalRow> rows() {
    SplittableRandom random = new SplittableRandom(5);
    return Stream.generate(
            () ->
                (InternalRow)
                    new GenericInternalRow(
                        new Object[] {
                          (double) random.nextInt(2),
                          random.nextInt(100) / 100.0,
                          (long) random.nextInt(30),
                          (long) random.nextInt(3),
                          random.nextInt(20) == 0 ? null : (Object) (long) random.nextInt(30)
                        }))
        .limit(ROWS)
        .iterator();
  }

  /** What the scan hands on, merged by slice and rolled up as a job does it. */
  private static Map<String, String> results(SliceScan scan, List<Integer> grainsSeen) {
    TreeMap<String, SliceState> merged = new TreeMap<>();
    RowScan partials = RowScan.of(rows(), scan);
    while (partials.hasNext()) {
      Tuple2<byte[], byte[]> partial = partials.next();
      grainsSeen.add(SliceKey.fromBytes(partial._1).definition());
      add(merged, partial, scan);
    }
    List<Tuple2<byte[], SliceState>> states = new ArrayList<>();
    merged.forEach((key, state) -> states.add(new Tuple2<>(HexFormat.of().parseHex(key), state)));
    TreeMap<String, SliceState> rolledUp = new TreeMap<>();
    RollUp.of(states.iterator(), scan, TopValues.NONE)
        .forEachRemaining(partial -> add(rolledUp, partial, scan));
    TreeMap<String, String> bytes = new TreeMap<>();
    rolledUp.forEach(
        (key, state) -> bytes.put(key, HexFormat.of().formatHex(StateCodec.toStored(state))));
    return bytes;
  }

  private static void add(
      TreeMap<String, SliceState> merged, Tuple2<byte[], byte[]> partial, SliceScan scan) {
    SliceState state = new MergeSorted(List.of(partial).iterator(), scan.plan()).next()._2;
    merged.merge(
        HexFormat.of().formatHex(partial._1),
        state,
        (one, other) -> {
          one.merge(other);
          return one;
        });
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 200_000, 500_000, 900_000})
  void resultsDoNotDependOnWhenATaskChangesOver(long budget) {
    List<Integer> before = new ArrayList<>();
    Map<String, String> expected = results(scan(DEFINITIONS, PLENTY), before);
    assertThat(before).containsOnly(0);
    assertThat(expected).hasSize(90 + 1 + 93 + 3 + 31 + 90);
    List<Integer> seen = new ArrayList<>();
    assertThat(results(scan(DEFINITIONS, budget), seen)).isEqualTo(expected);
    assertThat(seen).as("partials of all three grains").contains(0, 1, 2);
    // Rows that came later belong to the coarser grains alone.
    assertThat(seen.lastIndexOf(0)).isLessThan(seen.indexOf(1));
  }

  @Test
  void aTaskKeepsTheFinestGrainWhereTheOthersAreNoCoarser() {
    List<SliceSpec> definitions = List.of(Slices.by("a"), Slices.by("b"), Slices.by("a", "c"));
    List<Integer> seen = new ArrayList<>();
    results(scan(definitions, 1), seen);
    assertThat(seen).as("900 pairs of 2,700 combinations").containsOnly(0);
  }

  @Test
  void definitionsBelongToOneGrainThatContainsThem() {
    Grains grains = scan(DEFINITIONS, 0).grains();
    assertThat(grains.count()).isEqualTo(3);
    assertThat(grains.positions(0)).containsExactly(0, 1, 2);
    assertThat(grains.positions(1)).containsExactly(0, 1);
    assertThat(grains.positions(2)).containsExactly(1, 2);
    for (int d = 0; d < DEFINITIONS.size(); d++) {
      assertThat(grains.serves(0, d)).isTrue();
      assertThat(grains.serves(1, d)).isNotEqualTo(grains.serves(2, d));
    }
    assertThat(grains.project(2, List.of("b", "c"), new int[] {2, 1})).isEqualTo(List.of("c", "b"));
  }

  @Test
  void noOtherGrainWhereADefinitionHasAllDimensionsOrValuesAreCounted() {
    assertThat(scan(List.of(Slices.by("a", "b"), Slices.by("a")), 0).grains().count()).isEqualTo(1);
    assertThat(scan(List.of(Slices.all()), 0).grains().count()).isEqualTo(1);
    List<SliceSpec> top = List.of(Slices.by("top(a, 3)"), Slices.by("b"));
    assertThat(scan(top, 0).grains().count()).isEqualTo(1);
  }
}
