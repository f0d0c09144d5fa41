package dev.slicewise.jobs.report;

import dev.slicewise.jobs.findings.SliceLabel;

/** Slices as findings name them, in words. */
final class SliceWords {
  private SliceWords() {}

  /** One value, bare: NULL and the empty text as words. */
  static String value(Object value) {
    if (value == null) {
      return "NULL";
    }
    String text = value instanceof Double number ? Numbers.full(number) : value.toString();
    return text.isEmpty() ? "empty text" : text;
  }

  /** Writes a slice with its dimensions: {@code carrier F9 · origin LGA}, or all rows. */
  static void write(Html html, SliceLabel slice) {
    if (slice.isAll()) {
      html.element("b", "All rows");
      return;
    }
    for (int i = 0; i < slice.dimensions().size(); i++) {
      if (i > 0) {
        html.element("span", "by", " · ");
      }
      html.open("span", "dimension");
      html.element("bdi", VisibleText.cut(slice.dimensions().get(i), Definitions.NAME_CHARACTERS));
      html.close().text(" ");
      writeValue(html, slice.values().get(i));
    }
  }

  /** Writes the values alone, for tables that name the dimensions elsewhere. */
  static void writeValues(Html html, SliceLabel slice) {
    if (slice.isAll()) {
      html.element("b", "All rows");
    }
    for (int i = 0; i < slice.values().size(); i++) {
      if (i > 0) {
        html.element("span", "by", " · ");
      }
      writeValue(html, slice.values().get(i));
    }
  }

  private static void writeValue(Html html, Object value) {
    String text = value instanceof Double number ? Numbers.full(number) : String.valueOf(value);
    KeptSlice.writeValue(
        html, value == null ? null : VisibleText.cut(text, KeptSlice.MOST_CHARACTERS));
  }
}
