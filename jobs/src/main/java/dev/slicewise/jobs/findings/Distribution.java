package dev.slicewise.jobs.findings;

import java.util.List;

/**
 * A column of one window beside its reference, in the reference's bins.
 *
 * @param window that was looked at
 * @param slice of both
 * @param column name of the column
 * @param numbers whether bins are ranges of numbers; else they are categories
 * @param bins in order
 * @param missingReference share of the reference's rows without a value; null when not known
 * @param missingCurrent share of the window's rows without a value; null when not known
 */
public record Distribution(
    Window window,
    SliceLabel slice,
    String column,
    boolean numbers,
    List<Bin> bins,
    Double missingReference,
    Double missingCurrent) {
  /**
   * One bin.
   *
   * @param label of a category, or of the range; null when there is none
   * @param low end of the range; null for none
   * @param high end of the range; null for none
   * @param reference share of the reference's rows
   * @param current share of the window's rows
   */
  public record Bin(String label, Double low, Double high, double reference, double current) {
    static Bin of(Fields fields) {
      Double reference = fields.number("reference_share");
      Double current = fields.number("current_share");
      return new Bin(
          fields.text("label"),
          fields.number("low"),
          fields.number("high"),
          reference == null ? 0 : reference,
          current == null ? 0 : current);
    }
  }

  static Distribution of(Fields fields) {
    return new Distribution(
        fields.window("window_start", "window_end"),
        fields.slice(),
        fields.word("column"),
        "numbers".equals(fields.text("kind")),
        fields.objects("bins").stream().map(Bin::of).toList(),
        fields.number("missing_reference"),
        fields.number("missing_current"));
  }
}
