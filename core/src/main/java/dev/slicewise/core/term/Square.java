package dev.slicewise.core.term;

/** The square of another term, rounded. Sums of squares alone are kept exactly without it. */
public record Square(Term term) implements Term {
  @Override
  public Domain domain() {
    return term.domain();
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    double[] values = rows.values(term);
    for (int i = 0; i < rows.size(); i++) {
      out[i] = values[i] * values[i];
    }
  }
}
