package dev.slicewise.core.metric.drift;

/**
 * How a column's description changed, current − reference; null where either side has no such
 * figure.
 *
 * @param count of rows
 * @param mean of the numbers
 * @param percentNull points of per cent
 * @param percentZeros likewise
 * @param percentDistinct likewise
 */
public record SummaryChange(
    double count, Double mean, Double percentNull, Double percentZeros, Double percentDistinct) {
  /** The change between two descriptions. */
  public static SummaryChange of(ColumnSummary reference, ColumnSummary current) {
    return new SummaryChange(
        (double) current.rows() - reference.rows(),
        change(reference.mean(), current.mean()),
        change(reference.percentNull(), current.percentNull()),
        change(reference.percentZeros(), current.percentZeros()),
        change(reference.percentDistinct(), current.percentDistinct()));
  }

  private static Double change(Double reference, Double current) {
    return reference == null || current == null ? null : (Double) (current - reference);
  }
}
