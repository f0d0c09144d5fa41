package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.codec.StateWriter;
import dev.slicewise.core.term.Category;
import dev.slicewise.core.term.ClassNames;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Term;
import java.util.List;

/**
 * The confusion map of two categories: how many rows, or how much weight, had each pair of classes.
 *
 * <p>At most {@code maxClasses} classes are told apart. Beyond, the classes whose hash begins with
 * enough zero bits are kept, the smallest such level at which they fit, whatever the order of rows;
 * pairs of kept classes stay exact, and so do the mass of all rows and of those that agree. Size:
 * at most 22 bytes a pair and 770 a class, and no more pairs than rows.
 *
 * @param maxClasses 1 to 1,000
 */
public record CategoryPairs(Category first, Category second, int maxClasses)
    implements Statistic<PairCounts> {
  /** Refuses other rows and bounds out of range. */
  public CategoryPairs {
    if (!first.domain().equals(second.domain())) {
      throw new IllegalArgumentException("expected categories of one domain");
    }
    if (maxClasses < 1 || maxClasses > ClassNames.MOST) {
      throw new IllegalArgumentException("expected max_classes in [1, 1000], found " + maxClasses);
    }
  }

  /** The map of label and prediction with room for 1,000 classes. */
  public static CategoryPairs of(Category first, Category second) {
    return new CategoryPairs(first, second, ClassNames.MOST);
  }

  @Override
  public Domain domain() {
    return first.domain();
  }

  /** None: names are read, not terms. */
  @Override
  public List<Term> terms() {
    return List.of();
  }

  @Override
  public int tag() {
    return 14;
  }

  @Override
  public PairCounts empty(boolean weighted) {
    return new PairCounts(this, weighted);
  }

  @Override
  public PairCounts read(StateReader in, boolean weighted) {
    return PairCountsIo.read(in, this, weighted);
  }

  /** Writes a state of this statistic. */
  static void write(PairCounts counts, StateWriter out) {
    PairCountsIo.write(counts, out);
  }
}
