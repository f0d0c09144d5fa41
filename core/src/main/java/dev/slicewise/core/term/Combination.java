package dev.slicewise.core.term;

import java.util.ArrayList;
import java.util.List;

/**
 * A sum of multiples of terms of one domain, added from the first to the last.
 *
 * @param coefficients what each term is multiplied by
 * @param terms the terms
 */
public record Combination(List<Double> coefficients, List<Term> terms) implements Term {
  /** A sum of no terms, to be added to. */
  public static final Combination NOTHING = new Combination(List.of(), List.of());

  /** Freezes the lists and refuses lists of different lengths. */
  public Combination {
    coefficients = List.copyOf(coefficients);
    terms = List.copyOf(terms);
    if (coefficients.size() != terms.size()) {
      throw new IllegalArgumentException(
          "expected as many coefficients as terms, found "
              + coefficients.size()
              + " and "
              + terms.size());
    }
  }

  /** One term less another: how much more the first has in a row. */
  public static Combination difference(Term first, Term second) {
    return NOTHING.plus(1.0, first).plus(-1.0, second);
  }

  /** This with a multiple of one more term. */
  public Combination plus(double coefficient, Term term) {
    List<Double> moreCoefficients = new ArrayList<>(coefficients);
    List<Term> moreTerms = new ArrayList<>(terms);
    moreCoefficients.add(coefficient);
    moreTerms.add(term);
    return new Combination(moreCoefficients, moreTerms);
  }

  /** The term itself where it is once a single one. */
  public Term simplified() {
    return coefficients.equals(List.of(1.0)) ? terms.get(0) : this;
  }

  @Override
  public Domain domain() {
    return terms.get(0).domain();
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    for (int t = 0; t < terms.size(); t++) {
      double coefficient = coefficients.get(t);
      double[] values = rows.values(terms.get(t));
      for (int i = 0; i < rows.size(); i++) {
        double part = coefficient * values[i];
        out[i] = t == 0 ? part : out[i] + part;
      }
    }
  }
}
