package dev.slicewise.jobs.gate;

import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.SliceStates;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which stored slices answer for the slices of a definition: its own, or those of a finer
 * definition, merged.
 *
 * @param asked the definition as it is stored or, where it is not, as it is asked for
 * @param stored the definition whose states are read
 * @param picked for each asked dimension its position in the stored one
 */
record SliceSource(SliceSpec asked, SliceSpec stored, List<Integer> picked) {
  /**
   * Finds the slices of a definition, or of one with the same names.
   *
   * @param rollsUp whether coarser slices are merged finer ones, as they are unless rows are
   *     grouped into queries
   */
  static Optional<SliceSource> of(SliceSpec asked, List<SliceSpec> stored, boolean rollsUp) {
    Optional<SliceSpec> own =
        stored.stream()
            .filter(asked::equals)
            .findFirst()
            .or(() -> stored.stream().filter(s -> s.names().equals(asked.names())).findFirst());
    if (own.isPresent()) {
      return own.map(found -> new SliceSource(found, found, positions(found, found)));
    }
    return stored.stream()
        .filter(finer -> rollsUp && finer.dimensions().containsAll(asked.dimensions()))
        .findFirst()
        .map(finer -> new SliceSource(asked, finer, positions(asked, finer)));
  }

  private static List<Integer> positions(SliceSpec asked, SliceSpec stored) {
    return asked.dimensions().stream().map(stored.dimensions()::indexOf).toList();
  }

  /** Whether every stored slice is one of those asked for. */
  boolean isExact() {
    return asked.equals(stored);
  }

  /** The values of the slice that a stored slice is part of. */
  List<Object> values(SliceStates slice) {
    List<Object> values = new ArrayList<>();
    picked.forEach(position -> values.add(slice.values().get(position)));
    return values;
  }
}
