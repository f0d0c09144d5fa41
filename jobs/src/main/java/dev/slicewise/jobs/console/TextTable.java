package dev.slicewise.jobs.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Lines of cells under aligned headings; the first columns to the left, the rest to the right.
 * Headings longer than their cells are broken at underscores and commas.
 */
public final class TextTable {
  private static final String GAP = "  ";
  private static final int NARROWEST_FIRST = 16;
  private static final int NARROWEST_HEADING = 14;

  private final int leftColumns;
  private final List<String> headings;
  private final List<List<String>> lines = new ArrayList<>();

  /** A table whose first columns are to the left. */
  public TextTable(int leftColumns, List<String> headings) {
    this.leftColumns = leftColumns;
    this.headings = headings;
  }

  /** Adds a line. */
  public void add(List<String> cells) {
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
    int[] widths = new int[headings.size()];
    for (int c = 0; c < widths.length; c++) {
      for (List<String> line : lines) {
        widths[c] = Math.max(widths[c], DisplayText.width(line.get(c)));
      }
      for (String part : broken(headings.get(c), Math.max(widths[c], NARROWEST_HEADING))) {
        widths[c] = Math.max(widths[c], DisplayText.width(part));
      }
    }
    return widths;
  }

  /** The heading in as few lines of at most so many columns as its words allow. */
  private static List<String> broken(String heading, int columns) {
    List<String> parts = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : heading.split("(?<=[_,(])")) {
      boolean full = DisplayText.width(line.toString()) + DisplayText.width(word) > columns;
      if (full && line.length() > 0) {
        parts.add(line.toString());
        line.setLength(0);
      }
      line.append(word);
    }
    parts.add(line.toString());
    return parts;
  }

  /** The lines; where they are wider than {@code columns}, the first column is shortened. */
  public List<String> lines(int columns) {
    int[] widths = widths();
    int excess = Math.max(0, width(widths) - columns);
    widths[0] = Math.max(Math.min(widths[0], NARROWEST_FIRST), widths[0] - excess);
    List<String> text = new ArrayList<>();
    headingLines(widths).forEach(line -> text.add(line(line, widths)));
    lines.forEach(line -> text.add(line(line, widths)));
    return text;
  }

  /** Every heading ends on the last of these lines. */
  private List<List<String>> headingLines(int[] widths) {
    List<List<String>> broken = new ArrayList<>();
    int height = 1;
    for (int c = 0; c < widths.length; c++) {
      broken.add(broken(headings.get(c), widths[c]));
      height = Math.max(height, broken.get(c).size());
    }
    List<List<String>> headingLines = new ArrayList<>();
    for (int i = 0; i < height; i++) {
      List<String> line = new ArrayList<>();
      for (List<String> parts : broken) {
        int part = i - height + parts.size();
        line.add(part < 0 ? "" : parts.get(part));
      }
      headingLines.add(Collections.unmodifiableList(line));
    }
    return headingLines;
  }

  private String line(List<String> cells, int[] widths) {
    StringBuilder row = new StringBuilder();
    for (int c = 0; c < widths.length; c++) {
      String cell = c == 0 ? DisplayText.shortened(cells.get(c), widths[0]) : cells.get(c);
      row.append(c == 0 ? "" : GAP);
      row.append(
          c < leftColumns ? DisplayText.left(cell, widths[c]) : DisplayText.right(cell, widths[c]));
    }
    return row.toString().stripTrailing();
  }
}
