package dev.slicewise.core.interval;

/**
 * A confidence interval.
 *
 * @param low lower end; null when unbounded or unknown
 * @param high upper end; null when unbounded or unknown
 * @param standardError of the estimate; null where the method has none
 * @param method the name of the method, as reports show it
 */
public record Interval(Double low, Double high, Double standardError, String method) {}
