package dev.slicewise.core.term;

import dev.slicewise.core.numeric.RowHash;
import java.util.List;

/**
 * Some rows as columns by role: what every evaluator fills and the kernel reads. Numbers are
 * doubles; other shapes are objects ({@code double[]}, {@code String}, …) that the kernel never
 * changes. Filled in place and reused; {@link #clear} between fillings.
 */
public final class Batch {
  /** Rows a batch usually holds: columns of 8 KiB stay in the first-level cache. */
  public static final int CAPACITY = 1024;

  private final List<Role> roles;
  private final double[][] columns;
  private final Object[][] objects;
  private final boolean[][] nulls;
  private final boolean[] anyNull;
  private final long[] keys;
  private boolean keyed;
  private int rows;

  /** Creates an empty batch with one column a role; include {@link Role#WEIGHT} when weighted. */
  public Batch(List<Role> roles, int capacity) {
    this.roles = List.copyOf(roles);
    this.columns = new double[roles.size()][];
    this.objects = new Object[roles.size()][];
    for (int c = 0; c < columns.length; c++) {
      Shape shape = roles.get(c).shape();
      if (shape == Shape.NUMBER) {
        columns[c] = new double[capacity];
      } else {
        objects[c] = shape.newColumn(capacity);
      }
    }
    this.nulls = new boolean[roles.size()][capacity];
    this.anyNull = new boolean[roles.size()];
    this.keys = new long[capacity];
  }

  /** The roles in column order. */
  public List<Role> roles() {
    return roles;
  }

  /** Rows filled. */
  public int rows() {
    return rows;
  }

  /** Rows that fit. */
  public int capacity() {
    return keys.length;
  }

  /** Forgets all rows. */
  public void clear() {
    rows = 0;
    keyed = false;
    for (int c = 0; c < anyNull.length; c++) {
      if (anyNull[c]) {
        java.util.Arrays.fill(nulls[c], false);
        anyNull[c] = false;
      }
    }
  }

  /** Says how many rows the columns now hold. */
  public void rows(int count) {
    rows = count;
  }

  /** Sets one value of the column at an index of {@link #roles}. */
  public void set(int column, int row, double value) {
    columns[column][row] = value;
  }

  /**
   * Sets one value of a column whose role is no number: a {@code double[]}, {@code String}, {@code
   * String[]} or {@code String[][]} as its shape says, without null inside. The batch keeps it.
   */
  public void set(int column, int row, Object value) {
    objects[column][row] = value;
  }

  /** Marks one value as SQL NULL; so is an array that holds one. */
  public void setNull(int column, int row) {
    if (columns[column] != null) {
      columns[column][row] = 0.0;
    } else {
      objects[column][row] = null;
    }
    nulls[column][row] = true;
    anyNull[column] = true;
  }

  /** Gives a row the key that its hash is made from; then every row of the batch needs one. */
  public void setKey(int row, long key) {
    keys[row] = key;
    keyed = true;
  }

  /** The values of a role; NULL rows hold 0. */
  public double[] column(Role role) {
    return columns[indexOf(role)];
  }

  /** The arrays of numbers of a role; NULL rows hold null. */
  public double[][] numbers(Role role) {
    return (double[][]) objects[indexOf(role)];
  }

  /** The values of a role that is no number, as the array its shape says; NULL rows hold null. */
  public Object[] objects(Role role) {
    return objects[indexOf(role)];
  }

  /** The column at an index of {@link #roles}. */
  public double[] column(int index) {
    return columns[index];
  }

  /** The NULL marks of a role, or null when it has none. */
  boolean[] nulls(Role role) {
    int index = indexOf(role);
    return anyNull[index] ? nulls[index] : null;
  }

  /** Whether the batch has a column of this role. */
  public boolean has(Role role) {
    return roles.contains(role);
  }

  /** The key of a row: as declared, else a fold over all its columns. */
  public long key(int row) {
    if (keyed) {
      return keys[row];
    }
    long key = 0;
    for (int c = 0; c < columns.length; c++) {
      key =
          columns[c] != null
              ? RowHash.combine(key, columns[c][row], nulls[c][row])
              : ObjectKey.combine(key, objects[c][row]);
    }
    return key;
  }

  /**
   * Fills this batch with another's rows, ordered by a small integer.
   *
   * @param source a batch with the same roles
   * @param keyOf per row of the source, its sort key
   * @param starts per key, the row where its rows begin; used up by the call
   */
  public void scatter(Batch source, int[] keyOf, int[] starts) {
    rows = source.rows;
    int[] target = new int[rows];
    for (int i = 0; i < rows; i++) {
      target[i] = starts[keyOf[i]]++;
    }
    for (int c = 0; c < columns.length; c++) {
      if (columns[c] != null) {
        double[] from = source.columns[c];
        double[] to = columns[c];
        for (int i = 0; i < rows; i++) {
          to[target[i]] = from[i];
        }
      } else {
        for (int i = 0; i < rows; i++) {
          objects[c][target[i]] = source.objects[c][i];
        }
      }
      if (source.anyNull[c]) {
        anyNull[c] = true;
        for (int i = 0; i < rows; i++) {
          nulls[c][target[i]] = source.nulls[c][i];
        }
      }
    }
    keyed = source.keyed;
    for (int i = 0; keyed && i < rows; i++) {
      keys[target[i]] = source.keys[i];
    }
  }

  private int indexOf(Role role) {
    int index = roles.indexOf(role);
    if (index < 0) {
      throw new IllegalArgumentException(
          "expected a column for role '" + role + "', found only " + roles);
    }
    return index;
  }
}
