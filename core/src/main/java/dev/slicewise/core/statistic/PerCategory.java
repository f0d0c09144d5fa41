package dev.slicewise.core.statistic;

import dev.slicewise.core.codec.StateReader;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.core.term.Term;
import dev.slicewise.core.term.TextIn;
import java.util.List;

/**
 * Another statistic by category of a text column: a state inside for every value that occurs, such
 * as a confusion table for every group of people. Rows whose category is NULL are skipped.
 *
 * <p>At most {@code limit} categories are kept, those whose hash begins with the most zero bits: at
 * level j every category whose hash begins with j zeros, j being the smallest at which they fit. It
 * is a function of the set of categories alone, so merging stays exact; the rows of all others are
 * in one state besides. Size: the states inside and up to 603 bytes a category.
 *
 * @param category the column
 * @param inner what is remembered of each category
 * @param limit bound on the categories, 1 to 65,536
 * @param only the categories that are asked about; all when empty
 */
public record PerCategory(Role category, Statistic<?> inner, int limit, List<String> only)
    implements Statistic<PerCategoryState> {
  /** More groups than anybody compares, more values than a category should have. */
  public static final int DEFAULT_LIMIT = 1000;

  /** Refuses columns that hold no text and bounds out of range. */
  public PerCategory {
    only = List.copyOf(only);
    if (category.shape() != Shape.TEXT || limit < 1 || limit > 65_536) {
      throw new IllegalArgumentException(
          "expected a text column and a limit in [1, 65536], found "
              + category.shape()
              + " and "
              + limit);
    }
  }

  /** Of all categories, at most 1,000. */
  public static PerCategory of(Role category, Statistic<?> inner) {
    return new PerCategory(category, inner, DEFAULT_LIMIT, List.of());
  }

  /** Of these categories; rows of others are outside the domain. */
  public static PerCategory only(Role category, List<String> only, Statistic<?> inner) {
    return new PerCategory(category, inner, DEFAULT_LIMIT, only);
  }

  /** Another statistic of the same categories. */
  public PerCategory with(Statistic<?> other) {
    return new PerCategory(category, other, limit, only);
  }

  @Override
  public Domain domain() {
    Domain domain = inner.domain();
    if (!domain.roles().contains(category)) {
      domain = domain.and(category);
    }
    return only.isEmpty() ? domain : domain.where(new TextIn(category, only));
  }

  @Override
  public List<Term> terms() {
    return inner.terms();
  }

  @Override
  public int tag() {
    return 16;
  }

  @Override
  public boolean countsSkippedRows() {
    return inner.countsSkippedRows();
  }

  @Override
  public PerCategory unweighted() {
    return new PerCategory(category, inner.unweighted(), limit, only);
  }

  @Override
  public PerCategoryState empty(boolean weighted) {
    return new PerCategoryState(this, weighted);
  }

  @Override
  public PerCategoryState read(StateReader in, boolean weighted) {
    return PerCategoryState.read(this, in, weighted);
  }

  /** Whether a category is asked about. */
  boolean asksFor(String name) {
    boolean asked = only.isEmpty();
    for (String text : only) {
      asked |= CategoryName.of(text).equals(name);
    }
    return asked;
  }
}
