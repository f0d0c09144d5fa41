package dev.slicewise.core.metric.drift;

import dev.slicewise.core.statistic.BitHistogram;
import dev.slicewise.core.statistic.PerCategory;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.statistic.Sum;
import dev.slicewise.core.term.Column;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.One;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;

/** As what a column is read. */
public enum Kind {
  /** Numbers, cut into bins of equal mass of the reference. */
  NUMBERS {
    @Override
    Role role(String column) {
      return new Role(column);
    }

    @Override
    Statistic<?> statistic(String column) {
      return histogram(column);
    }
  },

  /** Texts, or numbers and booleans that stand for themselves. */
  CATEGORIES {
    @Override
    Role role(String column) {
      return new Role(column, Shape.TEXT);
    }

    @Override
    Statistic<?> statistic(String column) {
      return counts(column);
    }
  };

  static final String COLUMN = "the column, or a role such as label or prediction";
  static final String DEFAULT_COLUMN = "value";
  static final String DOC =
      "numbers: in bins of equal mass of the reference; categories: each value by itself";

  /** The role of a column. */
  abstract Role role(String column);

  /** What is remembered of a column. */
  abstract Statistic<?> statistic(String column);

  Domain domain(String column) {
    return Domain.of(role(column));
  }

  /** The column's numbers. */
  static Column column(String column) {
    Role role = NUMBERS.role(column);
    return new Column(Domain.of(role), role);
  }

  /** The distribution of a column's numbers. */
  static BitHistogram histogram(String column) {
    return BitHistogram.of(column(column));
  }

  /** The weight inside of {@link #counts}. */
  static Sum weight(String column) {
    return Sum.of(new One(CATEGORIES.domain(column)));
  }

  /** The weight of each of a column's categories. */
  static PerCategory counts(String column) {
    return PerCategory.of(CATEGORIES.role(column), weight(column));
  }
}
