package dev.slicewise.core.slice;

import dev.slicewise.core.plan.MetricResult;
import java.util.List;

/**
 * All metrics of one slice.
 *
 * @param dimensions names of its definition's dimensions; none for all rows
 * @param key its values
 * @param rows rows of the slice, usable or not
 * @param metrics in suite order
 */
public record SliceResult(
    List<String> dimensions, SliceKey key, long rows, List<MetricResult> metrics) {}
