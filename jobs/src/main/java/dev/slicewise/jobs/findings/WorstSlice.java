package dev.slicewise.jobs.findings;

import dev.slicewise.core.interval.Interval;
import dev.slicewise.core.metric.NamedMetric;

/**
 * A slice that is worse than the rows outside it.
 *
 * @param slice which one
 * @param metric by which it is worse
 * @param value of the slice
 * @param complement value of the rows outside the slice; null for none
 * @param difference of the two; null for none
 * @param interval of the difference; null for none
 * @param p p-value; null for none
 * @param pAdjusted p-value adjusted for all slices looked at; null for none
 * @param n usable rows of the slice
 * @param share of all rows that are in the slice; null when not known
 * @param excess share of the total loss beyond the share of rows; null when not known
 */
public record WorstSlice(
    SliceLabel slice,
    NamedMetric metric,
    Double value,
    Double complement,
    Double difference,
    Interval interval,
    Double p,
    Double pAdjusted,
    long n,
    Double share,
    Double excess) {
  static WorstSlice of(Fields fields) {
    return new WorstSlice(
        fields.slice(),
        fields.metric(),
        fields.number("value"),
        fields.number("complement_value"),
        fields.number("difference"),
        fields.interval(),
        fields.number("p_value"),
        fields.number("p_adjusted"),
        fields.countOrZero("n"),
        fields.number("share"),
        fields.number("excess"));
  }
}
