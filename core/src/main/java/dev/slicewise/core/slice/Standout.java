package dev.slicewise.core.slice;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.plan.MetricResult;
import java.util.List;

/**
 * A slice that is worse than the rest of the rows.
 *
 * @param definition what it is a slice of
 * @param values its values, as in its key
 * @param metric of the slice
 * @param complement the metric's value on all other rows
 * @param difference slice less complement
 * @param interval of the difference, or null
 * @param p one-sided p-value of the hypothesis that it is not worse
 * @param adjusted the same after false-discovery control over all slices that were searched
 * @param rows of the slice, usable or not
 * @param share of all rows
 * @param excess for means: its share of the total loss beyond its share of the weight; else null
 */
public record Standout(
    SliceSpec definition,
    List<Object> values,
    MetricResult metric,
    double complement,
    double difference,
    Interval interval,
    double p,
    double adjusted,
    long rows,
    double share,
    Double excess) {}
