package dev.slicewise.spark.scan;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import scala.Tuple2;

/** An iterator that fills a state map from some source, and drains it when it is full or done. */
abstract class Partials implements Iterator<Tuple2<byte[], byte[]>> {
  private final StateMap slices;
  private final long budget;
  private Iterator<Tuple2<byte[], byte[]>> draining = Collections.emptyIterator();

  Partials(StateMap slices, long budget) {
    this.slices = slices;
    this.budget = budget;
  }

  /** Adds some more of the source to the map; false when nothing was left. */
  abstract boolean fill();

  /** Whether the map counts as full although there is memory left. */
  boolean crowded() {
    return false;
  }

  /** Told when the map is full, before it is drained. */
  void full() {}

  /** An estimate of the heap that what was met so far occupies, in bytes. */
  long heapBytes() {
    return slices.heapBytes();
  }

  @Override
  public final boolean hasNext() {
    while (!draining.hasNext()) {
      boolean more;
      do {
        more = fill();
      } while (more && heapBytes() <= budget && !crowded());
      if (slices.isEmpty()) {
        return false;
      }
      if (more) {
        full();
      }
      draining = slices.drain();
    }
    return true;
  }

  @Override
  public final Tuple2<byte[], byte[]> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return draining.next();
  }
}
