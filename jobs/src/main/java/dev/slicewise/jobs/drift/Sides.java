package dev.slicewise.jobs.drift;

import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.slice.SliceStates;
import dev.slicewise.jobs.store.Window;
import dev.slicewise.spark.SliceTable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * What is compared: a slice table whose definitions end with dimensions that tell periods apart,
 * and what those periods are. Slices come one by one, each with the states of all its periods.
 */
final class Sides implements AutoCloseable {
  private final SliceTable table;
  private final int added;
  private final Function<List<Object>, Period> periods;
  private final List<Window> windows;
  private final Window baseline;
  private final Window span;
  private final String unit;
  private long rowsOfNoPeriod;

  /**
   * Of a table.
   *
   * @param added how many dimensions tell periods apart
   * @param periods the period of their values; null for rows that are left out
   * @param windows in time; one null without windows
   * @param baseline what the reference is made of, or null
   * @param span what the windows compared lie in, or null
   * @param unit how long windows are, for people; null without windows
   */
  Sides(
      SliceTable table,
      int added,
      Function<List<Object>, Period> periods,
      List<Window> windows,
      Window baseline,
      Window span,
      String unit) {
    this.table = table;
    this.added = added;
    this.periods = periods;
    this.windows = java.util.Collections.unmodifiableList(new ArrayList<>(windows));
    this.baseline = baseline;
    this.span = span;
    this.unit = unit;
  }

  SliceTable table() {
    return table;
  }

  /** All windows in time, those of the baseline too; one null without windows. */
  List<Window> windows() {
    return windows;
  }

  boolean hasWindows() {
    return unit != null;
  }

  /** Whether there is a reference that every window is compared with. */
  boolean hasReference() {
    return !hasWindows() || baseline != null;
  }

  Window baseline() {
    return baseline;
  }

  /** How long windows are; null without. */
  String unit() {
    return unit;
  }

  /** Whether a window is compared: not when it is part of what others are compared with. */
  boolean isCurrent(int window) {
    Window at = windows.get(window);
    return at == null
        || ((baseline == null || !at.overlaps(baseline)) && (span == null || span.contains(at)));
  }

  /** Rows of all slices of the first definition that belong to no period; known at the end. */
  long rowsOfNoPeriod() {
    return rowsOfNoPeriod;
  }

  /** What {@code run.json} says about the windows. */
  Map<String, Object> record() {
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("unit", unit);
    record.put("baseline", baseline == null ? null : baseline.toString());
    List<String> compared = new ArrayList<>();
    for (int i = 0; hasWindows() && i < windows.size(); i++) {
      if (isCurrent(i)) {
        compared.add(windows.get(i).toString());
      }
    }
    record.put("compared", compared);
    record.put("rows_of_no_window", rowsOfNoPeriod);
    return record;
  }

  /** The slices in the order of the table. */
  Iterator<SliceHistory> histories() {
    rowsOfNoPeriod = 0;
    Iterator<SliceStates> states = table.sliceStates();
    return new Iterator<>() {
      private SliceStates next = states.hasNext() ? states.next() : null;

      @Override
      public boolean hasNext() {
        return next != null;
      }

      @Override
      public SliceHistory next() {
        if (next == null) {
          throw new NoSuchElementException();
        }
        SliceHistory.Builder slice = new SliceHistory.Builder(plain(next), values(next));
        do {
          add(slice, next);
          next = states.hasNext() ? states.next() : null;
        } while (next != null && slice.isOf(plain(next), values(next)));
        return slice.build();
      }
    };
  }

  private void add(SliceHistory.Builder slice, SliceStates states) {
    int all = states.values().size();
    Period period = periods.apply(states.values().subList(all - added, all));
    if (period != null) {
      slice.add(period, states.state());
    } else if (states.definition().equals(table.definitions().get(0))) {
      rowsOfNoPeriod += states.state().rows();
    }
  }

  private SliceSpec plain(SliceStates states) {
    int own = states.definition().dimensions().size() - added;
    return new SliceSpec(states.definition().dimensions().subList(0, own));
  }

  private List<Object> values(SliceStates states) {
    return states.values().subList(0, states.values().size() - added);
  }

  @Override
  public void close() {
    table.close();
  }
}
