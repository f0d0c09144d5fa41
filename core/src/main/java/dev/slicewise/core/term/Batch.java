package dev.slicewise.core.term;

import dev.slicewise.core.numeric.RowHash;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Some rows as columns by role: what evaluators fill and the kernel reads. Numbers are doubles;
 * other shapes are objects, which the kernel never changes. Filled in place and reused; {@link
 * #clear} between fillings.
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
  private final Extent[] extents;
  private final boolean[] measured;
  private final String prediction;
  private final Map<String, Batch> models = new HashMap<>();
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
    this.extents = new Extent[roles.size()];
    this.measured = new boolean[roles.size()];
    this.prediction = Model.PREDICTION;
  }

  private Batch(Batch whole, String prediction) {
    this.roles = whole.roles;
    this.columns = whole.columns;
    this.objects = whole.objects;
    this.nulls = whole.nulls;
    this.anyNull = whole.anyNull;
    this.keys = whole.keys;
    this.extents = whole.extents;
    this.measured = whole.measured;
    this.prediction = prediction;
  }

  /** The same rows and columns, another model's column standing for the prediction. */
  Batch as(String output) {
    if (output.equals(prediction)) {
      return this;
    }
    Batch view = models.computeIfAbsent(output, name -> new Batch(this, name));
    view.rows = rows;
    view.keyed = keyed;
    return view;
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
    rows(0);
    keyed = false;
    for (int c = 0; c < anyNull.length; c++) {
      if (anyNull[c]) {
        Arrays.fill(nulls[c], false);
        anyNull[c] = false;
      }
    }
  }

  /** Says how many rows the columns now hold; to be called once they are filled. */
  public void rows(int count) {
    rows = count;
    Arrays.fill(measured, false);
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

  /** Gives a row the key that its hash is made from; then every row needs one. */
  public void setKey(int row, long key) {
    keys[row] = key;
    keyed = true;
  }

  /** Whether a value is SQL NULL. */
  public boolean isNull(int column, int row) {
    return anyNull[column] && nulls[column][row];
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

  /** Where the numbers of a role lie; measured when first asked for. */
  Extent extent(Role role) {
    int index = indexOf(role);
    if (!measured[index]) {
      if (extents[index] == null) {
        extents[index] = new Extent();
      }
      extents[index].of(columns[index], rows);
      measured[index] = true;
    }
    return extents[index];
  }

  /** Whether the batch has a column of this role. */
  public boolean has(Role role) {
    return roles.contains(Model.read(prediction, role));
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
   * Fills this batch with some rows of another.
   *
   * @param source a batch with the same roles
   * @param order rows of the source
   * @param from where the rows to fetch begin in {@code order}
   * @param to where they end
   */
  public void gather(Batch source, int[] order, int from, int to) {
    clear();
    int count = to - from;
    for (int c = 0; c < columns.length; c++) {
      if (columns[c] != null) {
        double[] values = source.columns[c];
        double[] target = columns[c];
        for (int i = 0; i < count; i++) {
          target[i] = values[order[from + i]];
        }
      } else {
        for (int i = 0; i < count; i++) {
          objects[c][i] = source.objects[c][order[from + i]];
        }
      }
      if (source.anyNull[c]) {
        anyNull[c] = true;
        for (int i = 0; i < count; i++) {
          nulls[c][i] = source.nulls[c][order[from + i]];
        }
      }
    }
    keyed = source.keyed;
    for (int i = 0; keyed && i < count; i++) {
      keys[i] = source.keys[order[from + i]];
    }
    rows(count);
  }

  private int indexOf(Role role) {
    int index = roles.indexOf(Model.read(prediction, role));
    if (index < 0) {
      throw new IllegalArgumentException(
          "expected a column for role '" + role + "', found only " + roles);
    }
    return index;
  }
}
