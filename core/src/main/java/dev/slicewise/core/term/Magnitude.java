package dev.slicewise.core.term;

/** The absolute value of another term. */
public record Magnitude(Term term) implements Term {
  /** |label| of {@link Domain#REAL}. */
  public static final Magnitude LABEL = new Magnitude(Column.LABEL);

  @Override
  public Domain domain() {
    return term.domain();
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    double[] values = rows.values(term);
    for (int i = 0; i < rows.size(); i++) {
      out[i] = Math.abs(values[i]);
    }
  }
}
