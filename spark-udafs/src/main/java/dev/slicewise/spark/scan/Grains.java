package dev.slicewise.spark.scan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * What slices are scanned by. Grain 0 has the dimensions of all definitions, so that each can be
 * rolled up from it. Where it has too many slices to pay, a task goes on with the others instead:
 * the definitions that no other contains. Every definition belongs to one of those, which it can be
 * rolled up from; so whenever a task changes over, each definition finds each row exactly once.
 */
final class Grains implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Per grain, its dimensions as positions in the finest one, ascending. */
  private final ArrayList<int[]> positions = new ArrayList<>();

  /** Per definition, its grain other than 0. */
  private final int[] grainOf;

  /**
   * Finds the grains of some definitions.
   *
   * @param definitions per definition, the positions of its dimensions in the finest grain
   * @param dimensions how many dimensions the finest grain has
   * @param fixed whether nothing but the finest grain will do
   */
  Grains(List<int[]> definitions, int dimensions, boolean fixed) {
    int[] finest = new int[dimensions];
    Arrays.setAll(finest, position -> position);
    positions.add(finest);
    grainOf = new int[definitions.size()];
    List<TreeSet<Integer>> sets = new ArrayList<>();
    for (int[] definition : definitions) {
      TreeSet<Integer> set = new TreeSet<>();
      Arrays.stream(definition).forEach(set::add);
      sets.add(set);
    }
    List<TreeSet<Integer>> maximal = new ArrayList<>();
    for (TreeSet<Integer> set : sets) {
      boolean isContained =
          sets.stream().anyMatch(other -> other.size() > set.size() && other.containsAll(set));
      if (!isContained && !maximal.contains(set)) {
        maximal.add(set);
      }
    }
    if (fixed || maximal.get(0).size() == dimensions) {
      return;
    }
    for (TreeSet<Integer> set : maximal) {
      positions.add(set.stream().mapToInt(Integer::intValue).toArray());
    }
    for (int d = 0; d < grainOf.length; d++) {
      int first = 0;
      while (!maximal.get(first).containsAll(sets.get(d))) {
        first++;
      }
      grainOf[d] = first + 1;
    }
  }

  /** How many there are; 1 when the finest one is the only way. */
  int count() {
    return positions.size();
  }

  /** The dimensions of a grain as positions in the finest one. */
  int[] positions(int grain) {
    return positions.get(grain);
  }

  /** Whether a definition is rolled up from the slices of a grain. */
  boolean serves(int grain, int definition) {
    return grain == 0 || grainOf[definition] == grain;
  }

  /** The values of a definition's dimensions, from those of a grain that serves it. */
  List<Object> project(int grain, List<Object> values, int[] definition) {
    List<Object> kept = new ArrayList<>();
    for (int position : definition) {
      kept.add(values.get(Arrays.binarySearch(positions.get(grain), position)));
    }
    return kept;
  }
}
