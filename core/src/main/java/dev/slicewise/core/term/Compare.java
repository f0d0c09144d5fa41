package dev.slicewise.core.term;

/**
 * An indicator: 1 where another term stands in a relation to a bound, else 0.
 *
 * @param term the term compared
 * @param relation how
 * @param bound with what
 */
public record Compare(Term term, Relation relation, double bound) implements Term {
  /** Relations of a term to a bound. */
  public enum Relation {
    /** The term is greater than the bound. */
    ABOVE,
    /** The term is at least the bound. */
    AT_LEAST,
    /** The term is less than the bound. */
    BELOW,
    /** term = bound. */
    EQUAL
  }

  /** The term is greater than the bound. */
  public static Compare above(Term term, double bound) {
    return new Compare(term, Relation.ABOVE, bound);
  }

  /** The term is at least the bound: how a threshold decides. */
  public static Compare atLeast(Term term, double bound) {
    return new Compare(term, Relation.AT_LEAST, bound);
  }

  /** The term is less than the bound. */
  public static Compare below(Term term, double bound) {
    return new Compare(term, Relation.BELOW, bound);
  }

  @Override
  public Domain domain() {
    return term.domain();
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    double[] values = rows.values(term);
    for (int i = 0; i < rows.size(); i++) {
      double x = values[i];
      boolean holds =
          switch (relation) {
            case ABOVE -> x > bound;
            case AT_LEAST -> x >= bound;
            case BELOW -> x < bound;
            case EQUAL -> x == bound;
          };
      out[i] = holds ? 1.0 : 0.0;
    }
  }
}
