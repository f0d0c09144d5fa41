package dev.slicewise.core.metric.drift;

import dev.slicewise.core.numeric.Dyadic;
import dev.slicewise.core.statistic.DistinctCount;
import dev.slicewise.core.statistic.Extremes;
import dev.slicewise.core.statistic.MomentMatrix;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Domain;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Skip;
import java.util.ArrayList;
import java.util.List;

/** What a column holds, and so what can be remembered of it. */
public enum ColumnKind {
  /** Numbers. */
  NUMBERS {
    @Override
    Domain domain(String column) {
      return Kind.NUMBERS.domain(column);
    }

    @Override
    List<Statistic<?>> remembered(String column) {
      List<Statistic<?>> all = new ArrayList<>(List.of(Kind.histogram(column)));
      all.addAll(Spread.needs(column));
      all.add(new Extremes(Kind.column(column)));
      all.add(distinct(column));
      return all;
    }
  },

  /** Texts, or numbers and booleans that stand for themselves. */
  CATEGORIES {
    @Override
    Domain domain(String column) {
      return Kind.CATEGORIES.domain(column);
    }

    @Override
    List<Statistic<?>> remembered(String column) {
      return List.of(Kind.counts(column));
    }
  },

  /** Arrays of numbers, points of a space. */
  EMBEDDING {
    @Override
    Domain domain(String column) {
      return matrix(column, false).domain();
    }

    @Override
    List<Statistic<?>> remembered(String column) {
      return List.of(matrix(column, false), matrix(column, true));
    }
  };

  static final String DOC =
      "what the column holds: numbers, categories (texts, or values that stand for themselves) or"
          + " embedding (arrays of numbers)";

  /** The rows that have a value. */
  abstract Domain domain(String column);

  /** What the drift metrics of such a column need, and what describes it. */
  abstract List<Statistic<?>> remembered(String column);

  static DistinctCount distinct(String column) {
    return new DistinctCount(Kind.column(column), DistinctCount.DEFAULT_PRECISION);
  }

  static MomentMatrix matrix(String column, boolean products) {
    return PointDrift.matrix(column, 0, MomentMatrix.MOST, products);
  }

  /** The role under which a column of this kind is read. */
  public Role role(String column) {
    return domain(column).roles().get(0);
  }

  /** The rows of a slice, with and without a value of the column. */
  public RowAudit.State rows(String column, StateView states) {
    return states.rows(domain(column));
  }

  /** The share of rows that are NULL or NaN; null without rows. */
  public Double missingRate(String column, StateView states) {
    RowAudit.State rows = rows(column, states);
    long missing = rows.skipped(Skip.NULL) + rows.skipped(Skip.NAN);
    return rows.rows() == 0 ? null : (Double) Dyadic.of(missing).over(Dyadic.of(rows.rows()));
  }
}
