package dev.slicewise.core.metric.text;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;

/**
 * What it takes to turn a hypothesis into its reference, or how long that is.
 *
 * @param domain a hypothesis and a reference, both as tokens or both as plain text
 * @param characters whether code points are compared instead of tokens
 * @param part which number
 */
record EditTerm(Domain domain, boolean characters, Part part) implements Term {
  /** Which number. */
  enum Part {
    /** Substitutions, deletions and insertions, as few as do. */
    EDITS,
    /** Tokens or characters of the reference. */
    LENGTH
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    for (int i = 0; i < rows.size(); i++) {
      TokenIds ids = new TokenIds();
      int[] reference =
          characters
              ? rows.texts(CharacterErrorRate.REFERENCE)[i].codePoints().toArray()
              : ids.of(rows.tokens(Texts.REFERENCE)[i]);
      if (part == Part.LENGTH) {
        out[i] = reference.length;
        continue;
      }
      int[] hypothesis =
          characters
              ? rows.texts(CharacterErrorRate.HYPOTHESIS)[i].codePoints().toArray()
              : ids.of(rows.tokens(Texts.HYPOTHESIS)[i]);
      out[i] = Alignment.distance(hypothesis, reference);
    }
  }
}
