package dev.slicewise.core.metric.ranking;

import dev.slicewise.core.term.Admitted;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import dev.slicewise.core.term.ranking.ListCondition;
import dev.slicewise.core.term.ranking.Lists;

/** A number of the pairs of a list that has some. */
record PairTerm(Part part) implements Term {
  private static final Domain DOMAIN = Lists.ALL.where(new ListCondition.HasPairs());

  /** What of the pairs. */
  enum Part {
    /** Those put right, ties half. */
    RIGHT,
    /** All. */
    PAIRS,
    /** The share put right. */
    ACCURACY,
    /** The share put right times the length of the list. */
    SIZED_ACCURACY,
    /** The length of the list. */
    SIZE
  }

  @Override
  public Domain domain() {
    return DOMAIN;
  }

  @Override
  public void fill(Admitted rows, double[] out) {
    PairCounts.Counted[] counts = rows.derived(new PairCounts());
    for (int i = 0; i < rows.size(); i++) {
      PairCounts.Counted count = counts[i];
      out[i] =
          switch (part) {
            case RIGHT -> count.right();
            case PAIRS -> count.pairs();
            case ACCURACY -> count.right() / count.pairs();
            case SIZED_ACCURACY -> count.right() / count.pairs() * count.items();
            case SIZE -> count.items();
          };
    }
  }
}
