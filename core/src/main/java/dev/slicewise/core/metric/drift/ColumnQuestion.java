package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.DriftLimit;
import dev.slicewise.core.drift.DriftVerdict;
import dev.slicewise.core.drift.SampleNoise;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.List;
import java.util.Map;

/** The drift of a column's distribution by one method. */
public final class ColumnQuestion implements DriftQuestion {
  private final DriftMethod method;
  private final String column;
  private final ColumnKind kind;
  private final TwoSided metric;
  private final DriftLimit limit;
  private final long leastRows;

  /**
   * A question.
   *
   * @param column the role under which the column is remembered
   * @param limit what counts as drift, or null when the value is only shown
   * @param leastRows below which number of usable rows on a side there is no verdict
   */
  public ColumnQuestion(
      DriftMethod method, String column, ColumnKind kind, DriftLimit limit, long leastRows) {
    this.method = method;
    this.column = column;
    this.kind = kind;
    this.metric = method.of(column, kind);
    this.limit = limit;
    this.leastRows = leastRows;
  }

  @Override
  public String method() {
    return method.id();
  }

  @Override
  public Map<String, Object> parameters() {
    return method.parameters();
  }

  @Override
  public String subject() {
    return column;
  }

  @Override
  public List<Statistic<?>> needs() {
    return metric.ofEachSide();
  }

  /** What counts as drift; null when the value is only shown. */
  public DriftLimit limit() {
    return limit;
  }

  /** Rows with a value; all rows where the question is whether they have one. */
  @Override
  public long usable(StateView side) {
    return metric.comparesValues()
        ? kind.rows(column, side).used()
        : kind.rows(column, side).rows();
  }

  @Override
  public DriftAnswer compare(StateView reference, StateView current) {
    long n = usable(reference);
    long m = usable(current);
    MetricValue value = metric.between(reference, current);
    if (!(value instanceof MetricValue.Scalar scalar)) {
      return DriftAnswer.undefined(DriftQuestion.reason(value)).counted(n, m);
    }
    DriftAnswer answer = DriftAnswer.shown(scalar).counted(n, m);
    if (limit == null) {
      return answer;
    }
    double noise = scalar.details().getOrDefault(SampleNoise.DETAIL, 0.0);
    DriftVerdict verdict = limit.on(scalar.value(), noise);
    String reason =
        verdict == DriftVerdict.INCONCLUSIVE
            ? "beyond the limit, as one in twenty samples of so few rows is without drift"
            : null;
    return answer.held(limit, verdict, reason).withRows(leastRows);
  }
}
