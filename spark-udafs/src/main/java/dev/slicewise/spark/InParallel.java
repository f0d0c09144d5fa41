package dev.slicewise.spark;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * What a function makes of items, in their order, on all cores of the driver: some items ahead of
 * the one that is asked for, at first as few as were asked for already.
 */
final class InParallel<T, U> implements Iterator<U> {
  /** With the jackknife the states of a slice are a few megabytes. */
  private static final int MOST_AHEAD =
      Math.min(32, 2 * Runtime.getRuntime().availableProcessors());

  private final Iterator<T> items;
  private final Function<T, U> function;
  private List<Outcome<U>> ready = List.of();
  private int at;
  private int ahead = 1;

  /** A value, or what was thrown instead, which is thrown where the value would have been. */
  private record Outcome<U>(U value, RuntimeException thrown) {}

  InParallel(Iterator<T> items, Function<T, U> function) {
    this.items = items;
    this.function = function;
  }

  @Override
  public boolean hasNext() {
    return at < ready.size() || items.hasNext();
  }

  @Override
  public U next() {
    if (at == ready.size()) {
      fill();
    }
    Outcome<U> outcome = ready.get(at++);
    if (outcome.thrown != null) {
      throw outcome.thrown;
    }
    return outcome.value;
  }

  private void fill() {
    List<T> taken = new ArrayList<>();
    while (taken.size() < ahead && items.hasNext()) {
      taken.add(items.next());
    }
    if (taken.isEmpty()) {
      throw new NoSuchElementException();
    }
    ready = taken.parallelStream().map(this::outcome).toList();
    at = 0;
    ahead = Math.min(2 * ahead, MOST_AHEAD);
  }

  private Outcome<U> outcome(T item) {
    try {
      return new Outcome<>(function.apply(item), null);
    } catch (RuntimeException e) {
      return new Outcome<>(null, e);
    }
  }
}
