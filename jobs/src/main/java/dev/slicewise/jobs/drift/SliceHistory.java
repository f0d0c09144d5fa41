package dev.slicewise.jobs.drift;

import dev.slicewise.core.plan.SliceState;
import dev.slicewise.core.slice.SliceSpec;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One slice in all periods.
 *
 * @param definition what it is a slice of
 * @param values its values as reports show them
 * @param reference its states in the reference, merged; null when it has no row there
 * @param windows its states by the number of the window; those without a row are not there
 */
record SliceHistory(
    SliceSpec definition,
    List<Object> values,
    SliceState reference,
    Map<Integer, SliceState> windows) {

  /** Gathers the states of a slice. */
  static final class Builder {
    private final SliceSpec definition;
    private final List<Object> values;
    private final Map<Integer, SliceState> windows = new TreeMap<>();
    private SliceState reference;

    Builder(SliceSpec definition, List<Object> values) {
      this.definition = definition;
      this.values = values;
    }

    boolean isOf(SliceSpec other, List<Object> otherValues) {
      return definition.equals(other) && values.equals(otherValues);
    }

    /** A state may belong to a window and to the reference, so that it is copied by merging. */
    void add(Period period, SliceState state) {
      if (period.reference()) {
        reference = merged(reference, state);
      }
      if (period.window() != Period.NONE) {
        windows.put(period.window(), merged(windows.get(period.window()), state));
      }
    }

    private static SliceState merged(SliceState sum, SliceState state) {
      SliceState merged = sum == null ? state.plan().emptyState() : sum;
      merged.merge(state);
      return merged;
    }

    SliceHistory build() {
      return new SliceHistory(definition, definition.display(values), reference, windows);
    }
  }
}
