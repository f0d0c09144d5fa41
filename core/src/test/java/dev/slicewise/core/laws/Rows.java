package dev.slicewise.core.laws;

import dev.slicewise.core.term.Batch;
import dev.slicewise.core.term.Role;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A table of rows, as a test sees it.
 *
 * @param roles its columns
 * @param values per column, per row; what stands where a mark of {@code nulls} is set does not
 *     count
 * @param objects per column whose role is no number, per row; null where {@code values} has it
 * @param nulls per column, per row
 * @param keys the declared keys, or null
 */
public record Rows(
    List<Role> roles, double[][] values, Object[][] objects, boolean[][] nulls, long[] keys) {

  /** Rows of numbers only. */
  public Rows(List<Role> roles, double[][] values, boolean[][] nulls, long[] keys) {
    this(roles, values, new Object[values.length][], nulls, keys);
  }

  /** Rows without nulls or keys, one array a role. */
  public static Rows of(List<Role> roles, double[]... values) {
    boolean[][] nulls = new boolean[values.length][values.length == 0 ? 0 : values[0].length];
    return new Rows(roles, values, nulls, null);
  }

  /** Number of rows. */
  public int count() {
    return nulls.length == 0 ? 0 : nulls[0].length;
  }

  /** The rows at these places, in this order. */
  public Rows select(int... places) {
    double[][] some = new double[values.length][];
    Object[][] others = new Object[values.length][];
    boolean[][] marks = new boolean[values.length][places.length];
    for (int c = 0; c < values.length; c++) {
      int column = c;
      if (objects[c] == null) {
        some[c] = Arrays.stream(places).mapToDouble(place -> values[column][place]).toArray();
      } else {
        others[c] = Arrays.stream(places).mapToObj(place -> objects[column][place]).toArray();
      }
      for (int i = 0; i < places.length; i++) {
        marks[c][i] = nulls[c][places[i]];
      }
    }
    long[] someKeys =
        keys == null ? null : Arrays.stream(places).mapToLong(place -> keys[place]).toArray();
    return new Rows(roles, some, others, marks, someKeys);
  }

  /** The rows [from, to). */
  public Rows range(int from, int to) {
    return select(IntStream.range(from, to).toArray());
  }

  /** All rows in another order. */
  public Rows shuffled(SplittableRandom random) {
    int[] order = IntStream.range(0, count()).toArray();
    for (int i = order.length; i > 1; i--) {
      int j = random.nextInt(i);
      int swapped = order[i - 1];
      order[i - 1] = order[j];
      order[j] = swapped;
    }
    return select(order);
  }

  /** These rows with a column added, or replaced; nothing of it null. */
  public Rows with(Role role, double[] column) {
    int at = roles.indexOf(role);
    if (at < 0) {
      List<Role> more = new java.util.ArrayList<>(roles);
      more.add(role);
      double[][] wider = Arrays.copyOf(values, values.length + 1);
      boolean[][] marks = Arrays.copyOf(nulls, nulls.length + 1);
      wider[values.length] = column;
      marks[values.length] = new boolean[column.length];
      return new Rows(more, wider, Arrays.copyOf(objects, objects.length + 1), marks, keys);
    }
    double[][] others = values.clone();
    boolean[][] marks = nulls.clone();
    others[at] = column;
    marks[at] = new boolean[column.length];
    return new Rows(roles, others, objects, marks, keys);
  }

  /** These rows with a column added whose role is no number; nothing of it null. */
  public Rows withObjects(Role role, Object... column) {
    List<Role> more = new java.util.ArrayList<>(roles);
    more.add(role);
    Object[][] wider = Arrays.copyOf(objects, objects.length + 1);
    boolean[][] marks = Arrays.copyOf(nulls, nulls.length + 1);
    wider[objects.length] = column;
    marks[nulls.length] = new boolean[column.length];
    return new Rows(more, Arrays.copyOf(values, values.length + 1), wider, marks, keys);
  }

  /** These rows with declared keys. */
  public Rows withKeys(long[] declared) {
    return new Rows(roles, values, objects, nulls, declared);
  }

  /** A column. */
  public double[] column(Role role) {
    return values[roles.indexOf(role)];
  }

  /** Fills an empty batch with the rows [from, to); the batch may have fewer columns. */
  public void fill(Batch batch, int from, int to) {
    batch.clear();
    for (int c = 0; c < batch.roles().size(); c++) {
      int column = roles.indexOf(batch.roles().get(c));
      if (column < 0) {
        throw new IllegalArgumentException("rows lack " + batch.roles().get(c));
      }
      for (int i = from; i < to; i++) {
        if (nulls[column][i]) {
          batch.setNull(c, i - from);
        } else if (objects[column] != null) {
          batch.set(c, i - from, objects[column][i]);
        } else {
          batch.set(c, i - from, values[column][i]);
        }
      }
    }
    for (int i = from; keys != null && i < to; i++) {
      batch.setKey(i - from, keys[i]);
    }
    batch.rows(to - from);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(count() + " rows");
    for (int c = 0; c < values.length && count() <= 40; c++) {
      text.append("\n  ").append(roles.get(c)).append(' ');
      text.append(
          objects[c] == null ? Arrays.toString(values[c]) : Arrays.deepToString(objects[c]));
    }
    return text.toString();
  }
}
