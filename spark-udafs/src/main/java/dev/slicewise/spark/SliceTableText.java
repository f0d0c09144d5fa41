package dev.slicewise.spark;

import dev.slicewise.core.metric.MetricValue;
import dev.slicewise.core.metric.NamedMetric;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.plan.MetricResult;
import dev.slicewise.core.slice.SliceResult;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** A slice table for the eye: one line per slice, one column per metric. */
final class SliceTableText {
  private SliceTableText() {}

  static String text(SliceTable table, int maxSlices) {
    List<List<String>> lines = lines(table, maxSlices);
    int[] widths = new int[lines.get(0).size()];
    for (List<String> line : lines) {
      for (int c = 0; c < widths.length; c++) {
        widths[c] = Math.max(widths[c], line.get(c).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      StringBuilder row = new StringBuilder();
      for (int c = 0; c < widths.length; c++) {
        String pad = " ".repeat(widths[c] - line.get(c).length());
        row.append(c == 0 ? line.get(c) + pad : "  " + pad + line.get(c));
      }
      text.append(row.toString().stripTrailing()).append('\n');
    }
    if (table.sliceCount() > maxSlices) {
      text.append("… ").append(table.sliceCount() - maxSlices).append(" more slices\n");
    }
    return text.toString();
  }

  static String html(SliceTable table, int maxSlices) {
    List<List<String>> lines = lines(table, maxSlices);
    StringBuilder html = new StringBuilder("<table class=\"slicewise\">");
    for (int i = 0; i < lines.size(); i++) {
      String tag = i == 0 ? "th" : "td";
      html.append("<tr>");
      for (String cell : lines.get(i)) {
        html.append('<').append(tag).append('>');
        html.append(escaped(cell));
        html.append("</").append(tag).append('>');
      }
      html.append("</tr>");
    }
    return html.append("</table>").toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static List<List<String>> lines(SliceTable table, int maxSlices) {
    List<List<String>> lines = new ArrayList<>();
    List<String> header = new ArrayList<>(List.of("slice", "n"));
    table.metrics().stream().map(NamedMetric::text).forEach(header::add);
    lines.add(header);
    Iterator<SliceResult> slices = table.iterator();
    while (slices.hasNext() && lines.size() <= maxSlices) {
      SliceResult slice = slices.next();
      List<String> line = new ArrayList<>();
      line.add(name(slice));
      line.add(String.valueOf(slice.rows()));
      slice.metrics().forEach(result -> line.add(cell(result)));
      lines.add(line);
    }
    return lines;
  }

  private static String name(SliceResult slice) {
    if (slice.dimensions().isEmpty()) {
      return "all rows";
    }
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < slice.dimensions().size(); i++) {
      Object value = slice.key().values().get(i);
      String text = value == null ? "NULL" : ParameterInfo.text(value);
      parts.add(slice.dimensions().get(i) + "=" + text.replaceAll("\\p{Cntrl}", "?"));
    }
    return String.join(", ", parts);
  }

  private static String cell(MetricResult result) {
    if (result.value() instanceof MetricValue.Curve curve) {
      return curve.points().size() + " points";
    }
    if (!(result.value() instanceof MetricValue.Scalar scalar)) {
      return "–";
    }
    String value = number(scalar.value());
    if (result.interval() == null) {
      return value;
    }
    return value
        + " ["
        + number(result.interval().low())
        + ", "
        + number(result.interval().high())
        + "]";
  }

  private static String number(Double value) {
    return value == null ? "–" : String.format(Locale.ROOT, "%.5g", value);
  }
}
