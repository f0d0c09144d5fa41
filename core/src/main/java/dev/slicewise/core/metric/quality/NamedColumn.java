package dev.slicewise.core.metric.quality;

import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;

/** A column by its name, on the rows where it alone is usable. */
final class NamedColumn {
  /** What the parameter of that name means. */
  static final String DOC = "the column, or a role such as label or prediction";

  /** The role of any numeric column. */
  static final String VALUE = "value";

  private NamedColumn() {}

  /**
   * The column of a name.
   *
   * @throws IllegalArgumentException when no column can have that name
   */
  static Column of(String name) {
    Role role = new Role(name);
    return new Column(Domain.of(role), role);
  }
}
