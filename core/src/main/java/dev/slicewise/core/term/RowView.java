package dev.slicewise.core.term;

import java.util.List;

/** One admitted row by role, for terms of arrays: moved from row to row instead of made anew. */
public final class RowView {
  private final Admitted rows;
  private final List<Role> roles;
  private final Object[] columns;
  private int row;

  /** Looks at the rows of a batch that one domain admits. */
  public RowView(Admitted rows) {
    this.rows = rows;
    this.roles = rows.domain().roles();
    this.columns = new Object[roles.size()];
    for (int c = 0; c < columns.length; c++) {
      Role role = roles.get(c);
      columns[c] =
          switch (role.shape()) {
            case NUMBER -> rows.column(role);
            case NUMBERS -> rows.numbers(role);
            case TEXT -> rows.texts(role);
            case TEXTS -> rows.tokens(role);
            case TEXT_LISTS -> rows.tokenLists(role);
          };
    }
  }

  /** Turns to an admitted row. */
  public RowView at(int index) {
    row = index;
    return this;
  }

  /** Which admitted row it is. */
  public int index() {
    return row;
  }

  /** What was derived from all admitted rows. */
  public <T> T derived(Derivation<T> derivation) {
    return rows.derived(derivation);
  }

  /** The value of a number. */
  public double number(Role role) {
    return ((double[]) column(role))[row];
  }

  /** The elements of an array of numbers; not to be changed. */
  public double[] numbers(Role role) {
    return ((double[][]) column(role))[row];
  }

  /** A text. */
  public String text(Role role) {
    return ((String[]) column(role))[row];
  }

  /** The elements of an array of texts; not to be changed. */
  public String[] tokens(Role role) {
    return ((String[][]) column(role))[row];
  }

  /** The arrays of an array of arrays of texts; not to be changed. */
  public String[][] tokenLists(Role role) {
    return ((String[][][]) column(role))[row];
  }

  private Object column(Role role) {
    int index = roles.indexOf(role);
    if (index < 0) {
      throw new IllegalArgumentException(
          "expected role '" + role + "' in the domain, found only " + roles);
    }
    return columns[index];
  }
}
