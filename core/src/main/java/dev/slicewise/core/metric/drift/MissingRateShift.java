package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.SampleNoise;
import dev.slicewise.core.drift.TwoProportions;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.RowAudit;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Parameter;
import dev.slicewise.core.term.Skip;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The difference of the missing rates; everything else about it stands in its {@link MetricInfo}.
 */
@MetricInfo(
    id = "missing_rate_shift",
    summary = "Missing rate shift: by how much the share of rows without a value rose.",
    formula =
        "missing_c/n_c − missing_r/n_r, NULL and NaN; details z (pooled) and p_value, and noise_95, which"
            + " one in twenty samples without drift exceeds",
    range = "[-1, 1]",
    better = Direction.ZERO,
    edges = {
      "nothing missing, or everything: difference 0, p_value 1, no z",
      "no row of a side has a value: undefined when that is so on both",
      "weighted rows: rows count, not weights",
      TwoSided.OTHER_SPLITS
    },
    use =
        "A feed that broke shows here before any distribution does. Among many rows every"
            + " p_value is 0: gate on the difference.",
    source =
        "statsmodels 0.14 proportions_ztest; z² = scipy 1.17"
            + " stats.chi2_contingency(correction=False)")
public record MissingRateShift(
    @Parameter(doc = Kind.COLUMN) String column,
    @Parameter(doc = ColumnKind.DOC) ColumnKind kind,
    @Parameter(doc = TwoSided.REFERENCE) String reference,
    @Parameter(doc = TwoSided.CURRENT) String current)
    implements TwoSided {
  /** Of the column in the role value, current against reference. */
  public MissingRateShift() {
    this(Kind.DEFAULT_COLUMN, ColumnKind.NUMBERS, "reference", "current");
  }

  @Override
  public List<Statistic<?>> ofEachSide() {
    return List.of(new RowAudit(kind.domain(column)));
  }

  @Override
  public Set<ColumnKind> kinds() {
    return EnumSet.allOf(ColumnKind.class);
  }

  /** A side all of whose values are missing is what this metric is for. */
  @Override
  public boolean comparesValues() {
    return false;
  }

  @Override
  public MetricValue compare(StateView reference, StateView current) {
    RowAudit.State r = reference.rows(kind.domain(column));
    RowAudit.State c = current.rows(kind.domain(column));
    if (r.rows() == 0 || c.rows() == 0) {
      return MetricValue.undefined("no row on a side");
    }
    TwoProportions test = TwoProportions.of(missing(r), r.rows(), missing(c), c.rows());
    MetricValue.Scalar value =
        MetricValue.exact(test.difference())
            .with("reference_rate", (double) missing(r) / r.rows())
            .with("current_rate", (double) missing(c) / c.rows())
            .with("p_value", test.p())
            .with(SampleNoise.DETAIL, test.noise());
    return test.z() == null ? value : value.with("z", test.z());
  }

  private static long missing(RowAudit.State rows) {
    return rows.skipped(Skip.NULL) + rows.skipped(Skip.NAN);
  }
}
