package dev.slicewise.core.slice;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A definition of slices: one slice for every combination of its dimensions' values that occurs.
 *
 * @param dimensions none for the slice of all rows
 */
public record SliceSpec(List<Dimension> dimensions) implements Serializable {
  /** All rows as one slice. */
  public static final SliceSpec ALL = new SliceSpec(List.of());

  /** Freezes the list and refuses a name that occurs twice. */
  public SliceSpec {
    dimensions = List.copyOf(dimensions);
    Set<String> names = new HashSet<>();
    for (Dimension dimension : dimensions) {
      if (!names.add(dimension.name())) {
        throw new IllegalArgumentException(
            "expected different dimensions in one slice definition, found '"
                + dimension.name()
                + "' twice");
      }
    }
  }

  /** Reads {@code carrier,bucket(distance, 500, 1000)}; the empty text is {@link #ALL}. */
  public static SliceSpec parse(String text) {
    if (text.isBlank()) {
      return ALL;
    }
    List<Dimension> dimensions = new ArrayList<>();
    for (String part : Dimension.Syntax.split(text)) {
      dimensions.add(Dimension.parse(part));
    }
    return new SliceSpec(dimensions);
  }

  /** What {@link #parse} reads back as an equal definition. */
  public String text() {
    return dimensions.stream().map(Dimension::text).collect(Collectors.joining(", "));
  }

  /** A slice's values as reports show them: buckets by their edges. */
  public List<Object> display(List<Object> values) {
    List<Object> shown = new ArrayList<>(values);
    for (int i = 0; i < shown.size(); i++) {
      if (dimensions.get(i) instanceof Dimension.Bucket bucket && shown.get(i) instanceof Long at) {
        shown.set(i, bucket.label(at.intValue()));
      }
    }
    return shown;
  }

  /** The dimensions' names. */
  public List<String> names() {
    return dimensions.stream().map(Dimension::name).toList();
  }
}
