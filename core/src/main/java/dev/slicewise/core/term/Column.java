package dev.slicewise.core.term;

/** The value of a role itself, on the rows of a domain. */
public record Column(Domain domain, Role role) implements Term {
  /** The label of {@link Domain#REAL}. */
  public static final Column LABEL = new Column(Domain.REAL, Role.LABEL);

  /** The prediction of {@link Domain#REAL}. */
  public static final Column PREDICTION = new Column(Domain.REAL, Role.PREDICTION);

  @Override
  public void fill(Admitted rows, double[] out) {
    System.arraycopy(rows.column(role), 0, out, 0, rows.size());
  }
}
