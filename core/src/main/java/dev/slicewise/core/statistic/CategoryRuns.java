package dev.slicewise.core.statistic;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Derivation;
import dev.slicewise.core.term.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A run of rows ordered by category, so that a state inside gets each category's rows at once. The
 * order is a bucket sort whose cost follows the length of the run, however many categories the
 * batch has. Reused from run to run.
 */
final class CategoryRuns {
  private static final int NONE = -1;

  private final Columns source;
  private final Columns view;
  private final int[] next;
  private final int[] places;
  private final int[] seen;
  private final int[] ends;
  private int[] first = {};
  private String[] names;
  private int count;

  CategoryRuns(Columns source) {
    int capacity = source.rows().status().length;
    this.source = source;
    this.view = source.view();
    this.next = new int[capacity];
    this.places = new int[capacity];
    this.seen = new int[capacity];
    this.ends = new int[capacity];
  }

  /** Orders the rows [from, to) of the source by the categories of a role. */
  void order(Role role, int from, int to) {
    Codes codes = source.rows().derived(new Coded(role));
    names = codes.names();
    if (first.length < names.length) {
      first = new int[Math.max(names.length, 2 * first.length)];
      Arrays.fill(first, NONE);
    }
    count = 0;
    for (int i = to - 1; i >= from; i--) {
      int code = codes.ofAdmitted()[source.place(i)];
      if (first[code] == NONE) {
        seen[count++] = code;
      }
      next[i] = first[code];
      first[code] = i;
    }
    int filled = 0;
    for (int run = 0; run < count; run++) {
      for (int i = first[seen[run]]; i != NONE; i = next[i]) {
        places[filled++] = i;
      }
      ends[run] = filled;
      first[seen[run]] = NONE;
    }
    view.gather(source, places, filled);
  }

  /** How many categories the run has. */
  int count() {
    return count;
  }

  /** The name of one of its categories. */
  String name(int run) {
    return names[seen[run]];
  }

  /** Where the rows of one of its categories begin in the view. */
  int from(int run) {
    return run == 0 ? 0 : ends[run - 1];
  }

  /** Where they end. */
  int to(int run) {
    return ends[run];
  }

  /** The rows in order. */
  Columns view() {
    return view;
  }

  /**
   * The categories of a batch as small integers.
   *
   * @param names by code
   * @param ofBatch per row of the batch, its code; −1 for NULL
   * @param ofAdmitted per admitted row, its code
   */
  record Codes(String[] names, int[] ofBatch, int[] ofAdmitted) {}

  /** Codes by role, made once a batch. */
  record Coded(Role role) implements Derivation<Codes> {
    @Override
    public Codes of(Admitted rows) {
      Object[] texts = rows.batch().objects(role);
      int[] ofBatch = new int[rows.batch().rows()];
      int[] ofAdmitted = new int[rows.size()];
      Map<Object, Integer> known = new HashMap<>();
      String[] names = new String[16];
      for (int i = 0; i < ofBatch.length; i++) {
        ofBatch[i] = NONE;
        if (texts[i] != null) {
          Integer code = known.get(texts[i]);
          if (code == null) {
            code = known.size();
            known.put(texts[i], code);
            names = code < names.length ? names : Arrays.copyOf(names, 2 * code);
            names[code] = CategoryName.of((String) texts[i]);
          }
          ofBatch[i] = code;
        }
        if (rows.status()[i] == 0) {
          ofAdmitted[rows.start(i)] = ofBatch[i];
        }
      }
      return new Codes(Arrays.copyOf(names, known.size()), ofBatch, ofAdmitted);
    }
  }
}
