package dev.slicewise.core.metric;

/**
 * A metric without a name of its own: what one in the catalogue becomes for other parameters, see
 * {@link Metric#resolved()}.
 */
public interface ResolvedMetric extends Metric {}
