package dev.slicewise.jobs.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lines of cells under aligned headings; the first columns to the left, the rest to the right. */
final class TextTable {
  private static final String GAP = "  ";
  private static final int NARROWEST_FIRST = 16;

  private final int leftColumns;
  private final List<List<String>> lines = new ArrayList<>();

  TextTable(int leftColumns, List<String> headings) {
    this.leftColumns = leftColumns;
    lines.add(headings);
  }

  void add(List<String> cells) {
    lines.add(cells);
  }

  /** Columns that the table takes with its first one shortened as far as it may be. */
  int narrowest() {
    int[] widths = widths();
    return width(widths) - widths[0] + Math.min(widths[0], NARROWEST_FIRST);
  }

  private static int width(int[] widths) {
    return Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
  }

  private int[] widths() {
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], DisplayText.width(line.get(c)));
      }
    }
    return widths;
  }

  /** The lines; where they are wider than {@code columns}, the first column is shortened. */
  List<String> lines(int columns) {
    int[] widths = widths();
    int excess = Math.max(0, width(widths) - columns);
    widths[0] = Math.max(Math.min(widths[0], NARROWEST_FIRST), widths[0] - excess);
    List<String> text = new ArrayList<>();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        String cell = c == 0 ? DisplayText.shortened(line.get(c), widths[0]) : line.get(c);
        row.append(c == 0 ? "" : GAP);
        row.append(
            c < leftColumns || line.get(c).isEmpty()
                ? DisplayText.left(cell, widths[c])
                : DisplayText.right(cell, widths[c]));
      }
      text.add(row.toString().stripTrailing());
    }
    return text;
  }
}
