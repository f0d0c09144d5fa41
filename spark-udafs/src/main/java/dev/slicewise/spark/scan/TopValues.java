package dev.slicewise.spark.scan;

import dev.slicewise.core.slice.Dimension;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** For dimensions cut to their most frequent values: which those are. */
final class TopValues implements Serializable {
  private static final long serialVersionUID = 1L;

  /** No dimension is cut. */
  static final TopValues NONE = new TopValues(Map.of());

  private final HashMap<Integer, HashSet<Object>> kept;

  /** Keeps these values of the dimensions at these positions of the finest grain. */
  TopValues(Map<Integer, Set<Object>> kept) {
    this.kept = new HashMap<>();
    kept.forEach((position, values) -> this.kept.put(position, new HashSet<>(values)));
  }

  /** The values with all less frequent ones replaced; NULL stays itself. */
  List<Object> replaced(List<Object> values) {
    if (kept.isEmpty()) {
      return values;
    }
    List<Object> replaced = new ArrayList<>(values);
    kept.forEach(
        (position, frequent) -> {
          Object value = values.get(position);
          if (value != null && !frequent.contains(value)) {
            replaced.set(position, Dimension.OTHER);
          }
        });
    return replaced;
  }
}
