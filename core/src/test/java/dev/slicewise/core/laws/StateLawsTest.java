package dev.slicewise.core.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.plan.StateCodec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The laws of a state, for every kind of statistic and for all that the catalogue remembers:
 * commutative monoid, homomorphism from rows, canonical bytes. Equality is equality of bytes.
 *
 * <p>Seeds are fixed. {@code -Dslicewise.seed=N} starts elsewhere; {@code
 * -Dslicewise.laws.trees=1000000} runs a million merge trees instead of some thousand, and the
 * other laws in proportion; the Maven profile {@code soak} sets it.
 */
@ParameterizedClass
@MethodSource("kernels")
class StateLawsTest {
  private static final long TREES_OF_EACH = Math.max(1, Property.TREES / 6);
  private static final long TRIALS = Math.max(1, Property.TREES / 50);

  private final Kernel kernel;

  StateLawsTest(Kernel kernel) {
    this.kernel = kernel;
  }

  static List<Kernel> kernels() {
    return Kernels.all().toList();
  }

  /** What must hold for some rows and the state that one pass over them leaves. */
  private interface Law {
    void check(SplittableRandom random, Rows rows, SliceState state);
  }

  private void forSomeRows(long trials, Law law) {
    Property.check(
        trials,
        random -> {
          Rows rows = RowGenerator.some(random, kernel.plan().roles());
          law.check(random, rows, kernel.state(rows));
        });
  }

  private Rows more(SplittableRandom random) {
    return RowGenerator.some(random, kernel.plan().roles());
  }

  @Test
  void theEmptyStateIsTheIdentity() {
    forSomeRows(
        TRIALS,
        (random, rows, state) -> {
          SliceState empty = kernel.plan().emptyState();
          kernel.expectSame("0 + s = s", state, kernel.merged(empty, state));
          kernel.expectSame("s + 0 = s", state, kernel.merged(state, empty));
        });
  }

  @Test
  void mergingCommutes() {
    forSomeRows(
        TRIALS,
        (random, rows, state) -> {
          SliceState other = kernel.state(more(random));
          kernel.expectSame(
              "a + b = b + a", kernel.merged(state, other), kernel.merged(other, state));
        });
  }

  @Test
  void mergingAssociates() {
    forSomeRows(
        TRIALS,
        (random, a, state) -> {
          SliceState b = kernel.state(more(random));
          SliceState c = kernel.state(more(random));
          kernel.expectSame(
              "(a + b) + c = a + (b + c)",
              kernel.merged(kernel.merged(state, b), c),
              kernel.merged(state, kernel.merged(b, c)));
        });
  }

  @Test
  void addingRowsIsMergingSingletons() {
    forSomeRows(
        TRIALS,
        (random, rows, state) -> {
          SliceState merged = kernel.plan().emptyState();
          for (int i = 0; i < rows.count(); i++) {
            merged.merge(kernel.state(rows.range(i, i + 1)));
          }
          kernel.expectSame("adding = merging singletons", state, merged);
        });
  }

  @Test
  void anyTreeOverAnyPartitioningIsOnePass() {
    forSomeRows(
        TREES_OF_EACH,
        (random, rows, state) -> kernel.expectSame("tree = one pass", state, tree(random, rows)));
  }

  /** Deals rows out to partial states in any order, then merges any two until one is left. */
  private SliceState tree(SplittableRandom random, Rows rows) {
    Rows shuffled = rows.shuffled(random);
    List<SliceState> states = new ArrayList<>();
    int from = 0;
    while (from < shuffled.count() || states.isEmpty()) {
      int to = Math.min(shuffled.count(), from + random.nextInt(1 + shuffled.count()));
      states.add(kernel.state(shuffled.range(from, to), Kernel.anyCapacity(random)));
      from = to;
    }
    while (states.size() > 1) {
      SliceState left = states.remove(random.nextInt(states.size()));
      int at = random.nextInt(states.size());
      SliceState right = states.get(at);
      right.merge(random.nextInt(4) == 0 ? kernel.copy(left) : left);
      states.set(at, random.nextInt(4) == 0 ? kernel.copy(right) : right);
    }
    return states.get(0);
  }

  @Test
  void moreDistinctValuesThanAnyHistogramHasBins() {
    Property.check(
        Math.max(2, Property.TREES / 10_000),
        random -> {
          Rows rows = RowGenerator.rows(random, kernel.plan().roles(), 6_000);
          kernel.expectSame("tree = one pass", kernel.state(rows), tree(random, rows));
        });
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    forSomeRows(
        TRIALS,
        (random, rows, state) ->
            kernel.expectSame("order", state, kernel.state(rows.shuffled(random))));
  }

  @Test
  void batchBoundariesDoNotMatter() {
    forSomeRows(
        TRIALS,
        (random, rows, state) -> {
          for (int capacity : new int[] {1, 7, 1 + random.nextInt(50)}) {
            kernel.expectSame("batches of " + capacity, state, kernel.state(rows, capacity));
          }
        });
  }

  @Test
  void slicesMixedInABatchAreTheSlicesAlone() {
    forSomeRows(
        TRIALS,
        (random, rows, state) -> {
          int slices = 1 + random.nextInt(9);
          int[] sliceOf = new int[rows.count()];
          Arrays.setAll(sliceOf, i -> random.nextInt(slices));
          SliceState[] mixed = kernel.states(rows, sliceOf, slices);
          SliceState total = kernel.plan().emptyState();
          for (int slice = 0; slice < slices; slice++) {
            int[] own = places(sliceOf, slice);
            kernel.expectSame("slice alone", kernel.state(rows.select(own)), mixed[slice]);
            total.merge(mixed[slice]);
          }
          kernel.expectSame("slices add up", state, total);
        });
  }

  private static int[] places(int[] sliceOf, int slice) {
    return java.util.stream.IntStream.range(0, sliceOf.length)
        .filter(i -> sliceOf[i] == slice)
        .toArray();
  }

  @Test
  void bytesAreCanonicalAndReadBack() {
    forSomeRows(
        TRIALS,
        (random, rows, state) -> {
          byte[] bytes = Kernel.bytes(state);
          SliceState read = StateCodec.read(bytes, kernel.plan());
          assertThat(Kernel.bytes(read)).as("write after read").isEqualTo(bytes);
          Rows later = more(random);
          kernel.add(later, 7, read);
          kernel.add(later, 7, state);
          kernel.expectSame("a state read back goes on as the written one", state, read);
        });
  }

  @Test
  void mergingLeavesItsArgumentAlone() {
    forSomeRows(
        TRIALS,
        (random, rows, state) -> {
          byte[] before = Kernel.bytes(kernel.copy(state));
          SliceState target = kernel.state(more(random));
          target.merge(state);
          assertThat(Kernel.bytes(state)).as("the argument of a merge").isEqualTo(before);
          kernel.add(more(random), 7, target);
          target.merge(kernel.state(rows));
          assertThat(Kernel.bytes(state)).as("after the target went on").isEqualTo(before);
        });
  }

  @Test
  void aCopyIsIndependent() {
    forSomeRows(
        TRIALS,
        (random, rows, state) -> {
          SliceState copy = kernel.merged(kernel.plan().emptyState(), state);
          byte[] before = Kernel.bytes(copy);
          Rows later = more(random);
          kernel.add(later, 1024, state);
          assertThat(Kernel.bytes(copy)).as("a copy, when the original goes on").isEqualTo(before);
          kernel.add(later, 1024, copy);
          kernel.expectSame("a copy goes on as the original", state, copy);
        });
  }
}
