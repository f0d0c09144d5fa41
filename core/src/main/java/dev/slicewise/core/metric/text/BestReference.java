package dev.slicewise.core.metric.text;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import java.util.Arrays;

/** How well a hypothesis agrees with the reference that it agrees with best. */
record BestReference(Agreement agreement) implements Term {
  /** What agreement is. */
  enum Agreement {
    /** 1 for the same tokens in the same order, else 0. */
    EXACT {
      @Override
      double of(String[] hypothesis, String[] reference) {
        return Arrays.equals(hypothesis, reference) ? 1 : 0;
      }
    },
    /** F1 of the tokens as bags; two empty texts agree. */
    TOKEN_F1 {
      @Override
      double of(String[] hypothesis, String[] reference) {
        if (hypothesis.length == 0 && reference.length == 0) {
          return 1;
        }
        TokenIds ids = new TokenIds();
        int[] left = Bag.of(ids.of(hypothesis));
        int[] right = Bag.of(ids.of(reference));
        return RougeScores.score(Bag.overlap(left, right), left.length, right.length)[2];
      }
    };

    abstract double of(String[] hypothesis, String[] reference);
  }

  @Override
  public Domain domain() {
    return Texts.COMPARED;
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    String[][] hypotheses = rows.tokens(Texts.HYPOTHESIS);
    String[][][] references = rows.tokenLists(Texts.REFERENCES);
    for (int i = 0; i < rows.size(); i++) {
      out[i] = 0;
      for (String[] reference : references[i]) {
        out[i] = Math.max(out[i], agreement.of(hypotheses[i], reference));
      }
    }
  }
}
