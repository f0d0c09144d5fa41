package dev.slicewise.jobs.merge;

import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.jobs.failure.JobException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which definitions are made, and from which stored ones: each from itself or the coarsest one that
 * has all its dimensions.
 */
final class Coarsening {
  private final List<SliceSpec> made;
  private final Set<String> leftOut = new LinkedHashSet<>();

  /**
   * Decides what is made.
   *
   * @param asked definitions; none for all stored ones that everything has
   * @param stored definitions of each of the parts that are merged
   */
  Coarsening(List<SliceSpec> asked, List<List<String>> stored) {
    boolean several = stored.size() > 1;
    if (!asked.isEmpty()) {
      made = asked;
      asked.stream().filter(spec -> several && hasTop(spec)).findFirst().ifPresent(this::refuseTop);
      return;
    }
    made = new ArrayList<>();
    Set<String> all = new LinkedHashSet<>();
    stored.forEach(all::addAll);
    for (String text : all) {
      SliceSpec spec = SliceSpec.parse(text);
      if (stored.stream().allMatch(part -> part.contains(text)) && !(several && hasTop(spec))) {
        made.add(spec);
      } else {
        leftOut.add(text);
      }
    }
    if (made.isEmpty()) {
      throw JobException.usage(
          "expected a slice definition that everything to be merged has, found "
              + quoted(all)
              + ", none of them everywhere; say with --slice what to make of them.");
    }
  }

  private static boolean hasTop(SliceSpec spec) {
    return spec.dimensions().stream().anyMatch(Dimension.Top.class::isInstance);
  }

  private void refuseTop(SliceSpec spec) {
    throw JobException.usage(
        "expected definitions that mean the same everywhere for --slice, found "
            + spec.text()
            + ": the most frequent values of one window are not those of another. Evaluate the"
            + " rows with it, or name definitions without top().");
  }

  /** What is made, in the order of the result. */
  List<SliceSpec> made() {
    return List.copyOf(made);
  }

  /**
   * Stored definitions that are not made, since not everything has them, or they cut to the top.
   */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  /**
   * What a stored slice is part of.
   *
   * @param number of the definition that is made
   * @param positions of its dimensions' values in the stored key
   */
  record Target(int number, int[] positions) implements java.io.Serializable {}

  /**
   * For every stored definition of a part that is needed, what is made from it.
   *
   * @param stored the part's definitions
   * @param what the part is, for messages
   */
  Map<String, List<Target>> from(List<String> stored, String what) {
    Map<String, List<Target>> targets = new LinkedHashMap<>();
    for (int number = 0; number < made.size(); number++) {
      SliceSpec wanted = made.get(number);
      String source = source(wanted, stored, what);
      List<Dimension> dimensions = SliceSpec.parse(source).dimensions();
      int[] positions = wanted.dimensions().stream().mapToInt(dimensions::indexOf).toArray();
      targets
          .computeIfAbsent(source, ignored -> new ArrayList<>())
          .add(new Target(number, positions));
    }
    return targets;
  }

  /** Whether something is made from a definition that has more dimensions than it. */
  boolean projects(Map<String, List<Target>> targets) {
    for (Map.Entry<String, List<Target>> from : targets.entrySet()) {
      int dimensions = SliceSpec.parse(from.getKey()).dimensions().size();
      if (from.getValue().stream().anyMatch(target -> target.positions().length < dimensions)) {
        return true;
      }
    }
    return false;
  }

  private static String source(SliceSpec wanted, List<String> stored, String what) {
    String best = null;
    int fewest = Integer.MAX_VALUE;
    for (String text : stored) {
      List<Dimension> dimensions = SliceSpec.parse(text).dimensions();
      if (dimensions.containsAll(wanted.dimensions()) && dimensions.size() < fewest) {
        best = text;
        fewest = dimensions.size();
      }
    }
    if (best == null) {
      throw JobException.usage(
          "expected a stored definition with all dimensions of --slice "
              + wanted.text()
              + ", found "
              + quoted(stored)
              + " in "
              + what
              + "; evaluate those rows with it.");
    }
    return best;
  }

  private static String quoted(Iterable<String> definitions) {
    List<String> quoted = new ArrayList<>();
    definitions.forEach(text -> quoted.add("'" + text + "'"));
    return quoted.stream().collect(Collectors.joining(", "));
  }
}
