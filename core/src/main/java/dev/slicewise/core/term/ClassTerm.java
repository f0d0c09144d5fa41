package dev.slicewise.core.term;

/**
 * Several numbers for each row, one a class: what is remembered apart for every class. Terms that
 * are remembered together have arrays of equal length in each row.
 */
public interface ClassTerm extends Derivation<double[][]> {
  /** The rows it is defined on. */
  Domain domain();

  /** The elements of an array, each the number of its class. */
  record Elements(Domain domain, Role role) implements ClassTerm {
    @Override
    public double[][] of(Admitted rows) {
      return rows.numbers(role);
    }
  }

  /** 1 for the class that is the row's label, 0 for the others. */
  record OneVersusRest(Domain domain, String classes) implements ClassTerm {
    @Override
    public double[][] of(Admitted rows) {
      int[] label = rows.derived(new ClassLabel(classes));
      double[][] scores = rows.numbers(ClassLabel.ARRAY);
      double[][] indicators = new double[rows.size()][];
      for (int i = 0; i < indicators.length; i++) {
        indicators[i] = new double[scores[i].length];
        indicators[i][label[i]] = 1.0;
      }
      return indicators;
    }
  }

  /** 1 for the class with the largest element, the first of equals; 0 for the others. */
  record Largest(Domain domain, Role role) implements ClassTerm {
    @Override
    public double[][] of(Admitted rows) {
      double[][] scores = rows.numbers(role);
      double[][] indicators = new double[rows.size()][];
      for (int i = 0; i < indicators.length; i++) {
        indicators[i] = new double[scores[i].length];
        indicators[i][ClassLabel.largest(scores[i])] = 1.0;
      }
      return indicators;
    }
  }

  /** 1 where an element reaches a threshold, else 0. */
  record AtLeast(Domain domain, Role role, double threshold) implements ClassTerm {
    @Override
    public double[][] of(Admitted rows) {
      double[][] scores = rows.numbers(role);
      double[][] indicators = new double[rows.size()][];
      for (int i = 0; i < indicators.length; i++) {
        indicators[i] = new double[scores[i].length];
        for (int k = 0; k < scores[i].length; k++) {
          indicators[i][k] = scores[i][k] >= threshold ? 1.0 : 0.0;
        }
      }
      return indicators;
    }
  }

  /** The largest probability alone: how sure the prediction is. */
  record Confidence(Domain domain) implements ClassTerm {
    @Override
    public double[][] of(Admitted rows) {
      double[][] scores = rows.numbers(ClassLabel.ARRAY);
      double[][] confidence = new double[rows.size()][];
      for (int i = 0; i < confidence.length; i++) {
        confidence[i] = new double[] {scores[i][ClassLabel.largest(scores[i])]};
      }
      return confidence;
    }
  }

  /** 1 alone where the class of the largest probability is the label, else 0 alone. */
  record Right(Domain domain, String classes) implements ClassTerm {
    @Override
    public double[][] of(Admitted rows) {
      int[] label = rows.derived(new ClassLabel(classes));
      double[][] scores = rows.numbers(ClassLabel.ARRAY);
      double[][] right = new double[rows.size()][];
      for (int i = 0; i < right.length; i++) {
        right[i] = new double[] {ClassLabel.largest(scores[i]) == label[i] ? 1.0 : 0.0};
      }
      return right;
    }
  }

  /** A term's value at the class that is the row's label, 0 at the others. */
  record AtLabel(Term term, String classes) implements ClassTerm {
    @Override
    public Domain domain() {
      return term.domain();
    }

    @Override
    public double[][] of(Admitted rows) {
      double[] values = rows.values(term);
      double[][] spread = new OneVersusRest(domain(), classes).of(rows);
      int[] label = rows.derived(new ClassLabel(classes));
      for (int i = 0; i < spread.length; i++) {
        spread[i][label[i]] = values[i];
      }
      return spread;
    }
  }
}
