package dev.slicewise.jobs.catalogue;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.metric.reference.Family;
import dev.slicewise.core.metric.reference.MetricPage;
import dev.slicewise.jobs.console.DisplayText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The catalogue as text for a terminal. */
final class CatalogueText {
  private static final int HEADING = 13;

  private final int width;
  private final List<String> lines = new ArrayList<>();

  CatalogueText(int width) {
    this.width = width;
  }

  /** A line per metric, by family. */
  List<String> list(List<MetricPage> pages) {
    Map<Family, List<MetricPage>> families = new TreeMap<>();
    int widest = 0;
    for (MetricPage page : pages) {
      families.computeIfAbsent(page.family(), ignored -> new ArrayList<>()).add(page);
      widest = Math.max(widest, page.id().length());
    }
    for (Map.Entry<Family, List<MetricPage>> family : families.entrySet()) {
      lines.add(family.getKey().title().toUpperCase(Locale.ROOT));
      for (MetricPage page : family.getValue()) {
        String line =
            "  "
                + DisplayText.left(page.id(), widest)
                + "  "
                + DisplayText.left(page.better(), 6)
                + "  "
                + page.summary();
        lines.add(cut(line.stripTrailing()));
      }
      lines.add("");
    }
    lines.add(
        "The second column says which values are better. `slicewise metrics NAME` explains one.");
    return lines;
  }

  private String cut(String line) {
    return DisplayText.width(line) <= width
        ? line
        : line.substring(0, line.offsetByCodePoints(0, width - 1)) + "…";
  }

  /** A page about one metric. */
  List<String> explain(MetricPage page) {
    CatalogEntry entry = page.entry();
    wrap("", page.id() + (entry.isLoss() ? " (loss)" : "") + " — " + page.summary());
    lines.add("");
    page.facts().forEach(fact -> say(fact.heading(), fact.text()));
    say("roles", String.join(", ", page.roleTexts()));
    say("aliases", String.join(", ", entry.aliases()));
    new TreeMap<>(entry.presets()).forEach((name, preset) -> say("preset", name + " = " + preset));
    list("parameters", entry.parameters().stream().map(CatalogueText::parameter).toList());
    list("edge cases", page.edges());
    lines.add("");
    if (entry.isScalar()) {
      say("SQL", query(page));
    }
    say("CLI", "--metrics \"" + entry.bind().text() + "\"");
    return lines;
  }

  /** A query that asks for the metric. */
  static String query(MetricPage page) {
    return "SELECT " + page.call() + " FROM predictions";
  }

  private static String parameter(ParameterInfo parameter) {
    return parameter.name()
        + " = "
        + ParameterInfo.text(parameter.defaultValue())
        + " ("
        + MetricPage.allowed(parameter)
        + "): "
        + parameter.doc();
  }

  private void say(String heading, String value) {
    if (!value.isEmpty()) {
      wrap(DisplayText.left(heading, HEADING), value);
    }
  }

  private void list(String heading, List<String> items) {
    if (!items.isEmpty()) {
      lines.add("");
      lines.add(heading);
      items.forEach(item -> wrap("  - ", item));
    }
  }

  /** Breaks text at blanks; what follows the first line is indented as far as the first. */
  private void wrap(String start, String text) {
    StringBuilder line = new StringBuilder(start);
    boolean empty = true;
    for (String word : text.split(" ")) {
      if (!empty && DisplayText.width(line.toString()) + 1 + DisplayText.width(word) > width) {
        lines.add(line.toString());
        line = new StringBuilder(" ".repeat(start.length()));
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(line.toString());
  }
}
