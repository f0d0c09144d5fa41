package dev.slicewise.jobs.catalogue;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.jobs.console.DisplayText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The catalogue as text for a terminal. */
final class CatalogueText {
  private static final List<String> FAMILIES =
      List.of("regression", "binary classification", "calibration");

  private static final int HEADING = 13;

  private final int width;
  private final List<String> lines = new ArrayList<>();

  CatalogueText(int width) {
    this.width = width;
  }

  /** A line per metric, by family. */
  List<String> list(Collection<CatalogEntry> entries) {
    Map<String, List<CataloguePage>> families = new TreeMap<>(CatalogueText::compareFamilies);
    int widest = 0;
    for (CatalogEntry entry : entries) {
      CataloguePage page = new CataloguePage(entry);
      families.computeIfAbsent(page.family(), ignored -> new ArrayList<>()).add(page);
      widest = Math.max(widest, page.id().length());
    }
    for (Map.Entry<String, List<CataloguePage>> family : families.entrySet()) {
      lines.add(family.getKey().toUpperCase(Locale.ROOT));
      for (CataloguePage page : family.getValue()) {
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

  /** First the usual families, then others by name, losses and users' own last. */
  private static int compareFamilies(String a, String b) {
    int byRank = Integer.compare(rank(a), rank(b));
    return byRank != 0 ? byRank : a.compareTo(b);
  }

  private static int rank(String family) {
    int usual = FAMILIES.indexOf(family);
    if (usual >= 0) {
      return usual;
    }
    return family.equals("losses") ? 90 : family.startsWith("in ") ? 99 : 50;
  }

  /** A page about one metric. */
  List<String> explain(CatalogEntry entry) {
    CataloguePage page = new CataloguePage(entry);
    Map<String, Object> values = page.values();
    wrap("", page.id() + (entry.isLoss() ? " (loss)" : "") + " — " + page.summary());
    lines.add("");
    say("formula", values.get("formula"));
    say("gradient", values.get("gradient"));
    say("hessian", values.get("hessian"));
    say("units", values.get("units"));
    say("range", values.get("range"));
    say("better", values.get("better"));
    say("use", values.get("use"));
    say("cost", values.get("cost"));
    say("noise model", values.get("noise_model"));
    say("elicits", values.get("elicits"));
    say("trap", values.get("trap"));
    say("exactness", values.get("exactness"));
    say("roles", String.join(", ", page.roles()));
    say("aliases", String.join(", ", entry.aliases()));
    new TreeMap<>(entry.presets()).forEach((name, preset) -> say("preset", name + " = " + preset));
    say("source", values.get("source"));
    list("parameters", entry.parameters().stream().map(CatalogueText::parameter).toList());
    list("edge cases", (List<?>) values.get("edges"));
    lines.add("");
    say("SQL", page.sql());
    say("CLI", "--metrics \"" + entry.bind().text() + "\"");
    return lines;
  }

  private static String parameter(ParameterInfo parameter) {
    String allowed =
        parameter.type().isEnum()
            ? String.join(" | ", parameter.words())
            : CataloguePage.type(parameter)
                + (parameter.range().isEmpty() ? "" : " in " + parameter.range());
    String standard = ParameterInfo.text(parameter.defaultValue());
    return parameter.name() + " = " + standard + " (" + allowed + "): " + parameter.doc();
  }

  private void say(String heading, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      wrap(DisplayText.left(heading, HEADING), value.toString());
    }
  }

  private void list(String heading, List<?> items) {
    if (!items.isEmpty()) {
      lines.add("");
      lines.add(heading);
      items.forEach(item -> wrap("  - ", item.toString()));
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
