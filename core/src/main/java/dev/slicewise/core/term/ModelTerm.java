package dev.slicewise.core.term;

/**
 * A term as it is for one of several models, on the rows that all of them can be judged on.
 *
 * @param model the model
 * @param term the term of the prediction
 */
public record ModelTerm(Model model, Term term) implements Term {
  @Override
  public Domain domain() {
    return model.domain(term.domain());
  }

  /** The term's values, held by the rows as the model sees them. */
  double[] values(Admitted rows) {
    return rows.as(model, term.domain()).values(term);
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    System.arraycopy(values(rows), 0, out, 0, rows.size());
  }
}
