package dev.slicewise.core.slice;

import dev.slicewise.core.plan.SliceState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * One slice with all that is remembered about it.
 *
 * @param definition what it is a slice of
 * @param values its values as in its key, see {@link SliceKey}; {@link SliceSpec#display} makes
 *     them readable
 * @param state what is remembered
 */
public record SliceStates(SliceSpec definition, List<Object> values, SliceState state) {
  /** Freezes the values. */
  public SliceStates {
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }
}
