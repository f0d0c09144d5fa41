package dev.slicewise.jobs.store;

import java.io.Serializable;
import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param start its first instant
 * @param end the instant after its last
 */
public record Window(Instant start, Instant end) implements Serializable {
  /** Refuses an empty one. */
  public Window {
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException(
          "expected a window that starts before it ends, found " + start + " to " + end);
    }
  }

  /** Whether some instant is in both. */
  public boolean overlaps(Window other) {
    return start.isBefore(other.end) && other.start.isBefore(end);
  }

  /** Whether all of another is in this one. */
  public boolean contains(Window other) {
    return !other.start.isBefore(start) && !other.end.isAfter(end);
  }

  @Override
  public String toString() {
    return start + " to " + end;
  }
}
