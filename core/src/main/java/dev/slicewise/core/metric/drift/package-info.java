/**
 * Drift: how far the rows of a current split are from those of a reference one, in the distribution
 * of a column, in the place of an embedding, in the value of any metric. The arithmetic is that of
 * {@link dev.slicewise.core.drift}; what is asked of one slice with a split column can be asked of
 * two stored states as well, see {@link dev.slicewise.core.metric.drift.TwoSided}.
 */
package dev.slicewise.core.metric.drift;
