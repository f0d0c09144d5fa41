package dev.slicewise.spark.scan;

import static dev.slicewise.spark.scan.ValueKind.DOUBLE;
import static dev.slicewise.spark.scan.ValueKind.LONG;

import dev.slicewise.core.plan.EvaluationPlan;
import dev.slicewise.core.plan.Suite;
import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.spark.role.RoleReader;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What every task of an evaluation must know, in a form that travels: the suite as text, the slice
 * definitions as positions in the finest grain, the layout of the rows.
 */
public final class SliceScan implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Share of the heap that the states of all running tasks may take together. */
  private static final int HEAP_SHARE = 4;

  private final String suite;
  private final ArrayList<int[]> definitions;
  private final Grains grains;
  private final ArrayList<RoleReader> readers;
  private final ArrayList<ValueKind> kinds;
  private final boolean keyed;
  private final long memoryBudget;

  /**
   * Describes a scan.
   *
   * @param suite what is asked
   * @param specs the slice definitions
   * @param readers per role, how to read what is no number; null for numbers
   * @param keyed whether rows carry a key behind the roles
   * @param kinds the dimensions of the finest grain, which follow
   * @param memoryBudget bytes of states a task may hold; 0 decides by the heap
   */
  public SliceScan(
      Suite suite,
      List<SliceSpec> specs,
      List<RoleReader> readers,
      boolean keyed,
      List<ValueKind> kinds,
      long memoryBudget) {
    this.suite = suite.text();
    this.readers = new ArrayList<>(readers);
    this.keyed = keyed;
    this.kinds = new ArrayList<>(kinds);
    this.memoryBudget = memoryBudget;
    List<Dimension> finest = finestGrain(specs);
    this.definitions = new ArrayList<>();
    for (SliceSpec spec : specs) {
      definitions.add(spec.dimensions().stream().mapToInt(finest::indexOf).toArray());
    }
    // The most frequent values are counted at the finest grain.
    boolean fixed = finest.stream().anyMatch(Dimension.Top.class::isInstance);
    this.grains = new Grains(definitions, finest.size(), fixed);
  }

  /** The dimensions of all definitions together: what is scanned, so that all can be rolled up. */
  public static List<Dimension> finestGrain(List<SliceSpec> specs) {
    Set<Dimension> dimensions = new LinkedHashSet<>();
    specs.forEach(spec -> dimensions.addAll(spec.dimensions()));
    return new ArrayList<>(dimensions);
  }

  /** The dimensions of the grains a task changes over to where the finest is too fine; or none. */
  List<List<Dimension>> coarserGrains(List<Dimension> finest) {
    return IntStream.range(1, grains.count())
        .mapToObj(grain -> Arrays.stream(grains.positions(grain)).mapToObj(finest::get).toList())
        .toList();
  }

  /** What is asked, as text. */
  String suite() {
    return suite;
  }

  /** The plan, made once per process and suite. */
  EvaluationPlan plan() {
    return StateMerge.plan(suite);
  }

  /** Per definition, the positions of its dimensions in the finest grain. */
  List<int[]> definitions() {
    return definitions;
  }

  /** What slices are scanned by. */
  Grains grains() {
    return grains;
  }

  /** Whether the only definition is the finest grain itself. */
  boolean needsRollUp() {
    return definitions.size() > 1 || definitions.get(0).length != kinds.size();
  }

  /** Per role, how to read what is no number; null for numbers. */
  List<RoleReader> readers() {
    return readers;
  }

  /** Whether all roles are numbers. */
  boolean numbersOnly() {
    return readers.stream().allMatch(java.util.Objects::isNull);
  }

  List<ValueKind> kinds() {
    return kinds;
  }

  /** What each column of the prepared rows is read as: roles, key, dimensions. */
  List<ValueKind> columnKinds() {
    List<ValueKind> read = new ArrayList<>(Collections.nCopies(plan().roles().size(), DOUBLE));
    if (keyed) {
      read.add(LONG);
    }
    read.addAll(kinds);
    return read;
  }

  /** Which column of the prepared rows is the key; −1 when they have none. */
  int keyColumn() {
    return keyed ? plan().roles().size() : -1;
  }

  boolean keyed() {
    return keyed;
  }

  long memoryBudget() {
    if (memoryBudget > 0) {
      return memoryBudget;
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.maxMemory() / HEAP_SHARE / Math.max(1, runtime.availableProcessors());
  }
}
