package dev.slicewise.core.term.language;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.RowView;
import dev.slicewise.core.term.Term;

/**
 * A number of each row's tokens, on a domain that may need more columns than they do.
 *
 * @param domain the rows
 * @param tokens how tokens are read
 * @param part what of them
 */
public record TokenTerm(Domain domain, Tokens tokens, Part part) implements Term {
  /** What of a row's tokens. */
  public enum Part {
    /** −Σ ln p. */
    COST,
    /** How many count. */
    COUNT,
    /** 1 where a token was raised to the floor, else 0. */
    FLOORED
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    RowView row = new RowView(rows);
    for (int i = 0; i < rows.size(); i++) {
      row.at(i);
      out[i] =
          switch (part) {
            case COST -> tokens.cost(row);
            case COUNT -> tokens.count(row);
            case FLOORED -> tokens.floored(row) ? 1 : 0;
          };
    }
  }
}
