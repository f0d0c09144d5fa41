package dev.slicewise.core.metric.drift;

import dev.slicewise.core.drift.DriftLimit;
import dev.slicewise.core.drift.DriftVerdict;
import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.MetricCatalog;
import dev.slicewise.core.metric.MetricInfo;
import dev.slicewise.core.metric.MetricInfo.Direction;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.statistic.StateView;
import dev.slicewise.core.statistic.Statistic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The change of a metric, current − reference, with its interval; held to a margin, by which it may
 * get worse: it drifted when all of the interval is beyond, not when none of it is.
 */
public final class MetricQuestion implements DriftQuestion {
  private final NamedMetric named;
  private final MetricDrift change;
  private final Margin margin;
  private final double confidence;
  private final long leastRows;

  /**
   * By how much a metric may change for the worse; either way where neither is worse.
   *
   * @param size positive
   * @param relative whether in shares of the reference's value instead of the metric's units
   */
  public record Margin(double size, boolean relative) {
    /** Refuses sizes that allow nothing. */
    public Margin {
      if (!(size > 0 && size < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("expected a margin above 0, found " + size);
      }
    }

    /** So many per cent of the reference's value. */
    public static Margin percent(double size) {
      return new Margin(size / 100, true);
    }

    private DriftLimit limit(Direction better, double reference) {
      double margin = relative ? size * Math.abs(reference) : size;
      return switch (better) {
        case LOWER -> DriftLimit.above(margin);
        case HIGHER -> DriftLimit.below(-margin);
        default -> DriftLimit.farFromZero(margin);
      };
    }
  }

  /**
   * A question.
   *
   * @param metric whose value is a number
   * @param margin what is tolerated, or null when the change is only shown
   * @param confidence of the interval, in (0, 1)
   * @param leastRows below which number of usable rows on a side there is no verdict
   */
  public MetricQuestion(NamedMetric metric, Margin margin, double confidence, long leastRows) {
    this.named = metric;
    this.change = new MetricDrift(metric.text(), null, "reference", "current");
    this.margin = margin;
    this.confidence = confidence;
    this.leastRows = leastRows;
    change.named();
  }

  @Override
  public String method() {
    return "metric_drift";
  }

  @Override
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("metric", named.text());
    parameters.put("margin", margin == null ? null : margin.size());
    parameters.put("relative", margin == null ? null : margin.relative());
    return parameters;
  }

  @Override
  public String subject() {
    return named.text();
  }

  @Override
  public List<Statistic<?>> needs() {
    return change.ofEachSide();
  }

  @Override
  public long usable(StateView side) {
    return side.count(named.metric().needs().get(0).domain());
  }

  private Direction better() {
    CatalogEntry entry = MetricCatalog.standard().entry(named.id());
    return entry.metricInfo().map(MetricInfo::better).orElse(Direction.LOWER);
  }

  @Override
  public DriftAnswer compare(StateView reference, StateView current) {
    long n = usable(reference);
    long m = usable(current);
    MetricValue value = change.compare(reference, current);
    if (!(value instanceof MetricValue.Scalar scalar)) {
      return DriftAnswer.undefined(DriftQuestion.reason(value)).counted(n, m);
    }
    DriftAnswer answer = DriftAnswer.shown(scalar).counted(n, m);
    Optional<Interval> interval = change.interval(reference, current, confidence);
    if (interval.isPresent()) {
      answer = answer.with("ci_low", interval.get().low()).with("ci_high", interval.get().high());
    }
    if (margin == null) {
      return answer;
    }
    DriftLimit limit = margin.limit(better(), scalar.details().get("reference"));
    DriftVerdict verdict = interval.map(limit::on).orElseGet(() -> limit.on(scalar.value(), 0));
    String reason =
        verdict == DriftVerdict.INCONCLUSIVE ? "the interval reaches across the limit" : null;
    return answer.held(limit, verdict, reason).withRows(leastRows);
  }
}
