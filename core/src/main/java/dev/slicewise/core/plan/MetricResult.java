package dev.slicewise.core.plan;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import java.util.Map;

/**
 * One metric of one slice.
 *
 * @param metric which, with every parameter in force
 * @param value its value, or why it has none
 * @param interval its confidence interval, or null
 * @param rows n: admitted rows of positive weight
 * @param weight their weight
 * @param counters rows by what happened to them, n_rows and n_used always among them; n_overflow
 *     counts the terms that were infinite, of which a row may have several
 */
public record MetricResult(
    NamedMetric metric,
    MetricValue value,
    Interval interval,
    long rows,
    double weight,
    Map<String, Long> counters) {}
