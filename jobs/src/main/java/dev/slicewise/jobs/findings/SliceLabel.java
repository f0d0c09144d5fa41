package dev.slicewise.jobs.findings;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which slice a finding is about.
 *
 * @param dimensions names of the definition's dimensions; none for all rows
 * @param values one each: null, a truth value, a number or text
 */
public record SliceLabel(List<String> dimensions, List<Object> values) {
  /** All rows. */
  public static final SliceLabel ALL = new SliceLabel(List.of(), List.of());

  /** Freezes the lists. */
  public SliceLabel {
    dimensions = List.copyOf(dimensions);
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }

  /** Whether it is the slice of all rows. */
  public boolean isAll() {
    return dimensions.isEmpty();
  }
}
