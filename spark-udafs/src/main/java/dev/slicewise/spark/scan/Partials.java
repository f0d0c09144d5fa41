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

  @Override
  public final boolean hasNext() {
    while (!draining.hasNext()) {
      boolean more = true;
      while (more && slices.heapBytes() <= budget) {
        more = fill();
      }
      if (slices.isEmpty()) {
        return false;
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
