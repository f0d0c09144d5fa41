package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.numeric.FixedPoint;
import dev.slicewise.core.numeric.RowHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The memory of {@link CategoryPairs}. */
public final class PairCounts implements State<PairCounts> {
  private static final long ONE = 1L << FixedPoint.FRACTION_BITS;

  final boolean weighted;

  /** Classes are kept whose hash has at least so many leading zero bits; 0 keeps all. */
  int level;

  /** The mass of all rows, then of those whose two classes are the same. */
  final long[] totals = new long[4];

  final List<String> names = new ArrayList<>();
  final Map<Long, long[]> pairs = new HashMap<>();
  private final CategoryPairs statistic;
  private final Map<String, Integer> ids = new HashMap<>();

  PairCounts(CategoryPairs statistic, boolean weighted) {
    this.statistic = statistic;
    this.weighted = weighted;
  }

  /** Whether there were more classes than are told apart, so that only some are listed. */
  public boolean truncated() {
    return level > 0;
  }

  /** The classes that are kept, in no particular order. */
  public List<String> classes() {
    return List.copyOf(names);
  }

  /** The rows or weight of all pairs, truncated or not. */
  public Dyadic total() {
    return mass(totals, 0);
  }

  /** The rows or weight of all pairs of equal classes, truncated or not. */
  public Dyadic agreeing() {
    return mass(totals, weighted ? 2 : 1);
  }

  /** Calls back for every pair of kept classes, by their indices in {@link #classes}. */
  public void forEach(BiConsumer<int[], Dyadic> pair) {
    pairs.forEach(
        (key, cell) ->
            pair.accept(new int[] {(int) (key >>> 32), (int) (long) key}, mass(cell, 0)));
  }

  private Dyadic mass(long[] cells, int at) {
    return weighted
        ? new Dyadic(FixedPoint.toBigInteger(cells, at), -FixedPoint.FRACTION_BITS)
        : Dyadic.of(cells[at]);
  }

  /** The highest level at which a class is kept. */
  static int levelOf(String name) {
    return Long.numberOfLeadingZeros(RowHash.hash(RowHash.ofText(name), RowHash.SEED, 0));
  }

  @Override
  public void add(Columns columns, int from, int to) {
    String[] first = columns.rows().derived(statistic.first());
    String[] second = columns.rows().derived(statistic.second());
    double[] weights = columns.weights();
    for (int i = from; i < to; i++) {
      String one = first[columns.place(i)];
      String other = second[columns.place(i)];
      boolean same = one.equals(other);
      ensure(one);
      if (!same) {
        ensure(other);
      }
      Integer left = ids.get(one);
      Integer right = ids.get(other);
      double weight = weights == null ? 1.0 : weights[i];
      count(totals, 0, weight);
      if (same) {
        count(totals, weighted ? 2 : 1, weight);
      }
      if (left != null && right != null) {
        count(cell(left, right), 0, weight);
      }
    }
  }

  private void count(long[] cells, int at, double weight) {
    if (weighted) {
      FixedPoint.addWeighted(cells, at, ONE, weight);
    } else {
      cells[at]++;
    }
  }

  static long key(int first, int second) {
    return (long) first << 32 | second;
  }

  long[] cell(int first, int second) {
    return pairs.computeIfAbsent(key(first, second), k -> new long[weighted ? 2 : 1]);
  }

  /** Makes room for a class unless its hash leaves it out; others may have to go. */
  void ensure(String name) {
    if (ids.containsKey(name) || levelOf(name) < level) {
      return;
    }
    ids.put(name, names.size());
    names.add(name);
    while (names.size() > statistic.maxClasses()) {
      rise(level + 1);
    }
  }

  /** Drops the classes that a level does not keep, with their pairs. */
  private void rise(int to) {
    level = to;
    List<String> before = List.copyOf(names);
    Map<Long, long[]> all = new HashMap<>(pairs);
    names.clear();
    ids.clear();
    pairs.clear();
    for (String name : before) {
      if (levelOf(name) >= to) {
        ids.put(name, names.size());
        names.add(name);
      }
    }
    all.forEach(
        (key, cell) -> {
          Integer left = ids.get(before.get((int) (key >>> 32)));
          Integer right = ids.get(before.get((int) (long) key));
          if (left != null && right != null) {
            pairs.put(key(left, right), cell);
          }
        });
  }

  @Override
  public void merge(PairCounts other) {
    if (other.level > level) {
      rise(other.level);
    }
    other.names.forEach(this::ensure);
    addCells(totals, other.totals);
    other.pairs.forEach(
        (key, cell) -> {
          Integer left = ids.get(other.names.get((int) (key >>> 32)));
          Integer right = ids.get(other.names.get((int) (long) key));
          if (left != null && right != null) {
            addCells(cell(left, right), cell);
          }
        });
  }

  private void addCells(long[] cells, long[] more) {
    for (int at = 0; at < cells.length; at += weighted ? 2 : 1) {
      if (weighted) {
        FixedPoint.addWide(cells, at, more[at], more[at + 1]);
      } else {
        cells[at] += more[at];
      }
    }
  }

  @Override
  public void write(StateWriter out) {
    CategoryPairs.write(this, out);
  }

  @Override
  public long heapBytes() {
    long heap = 200 + 96L * pairs.size();
    for (String name : names) {
      heap += 128 + 2L * name.length();
    }
    return heap;
  }
}
