package dev.slicewise.core.slice;

/** Short names for slice definitions. */
public final class Slices {
  private Slices() {}

  /** All rows as one slice. */
  public static SliceSpec all() {
    return SliceSpec.ALL;
  }

  /** One slice for every combination of these dimensions' values; see {@link Dimension}. */
  public static SliceSpec by(String... dimensions) {
    return new SliceSpec(java.util.Arrays.stream(dimensions).map(Dimension::parse).toList());
  }
}
