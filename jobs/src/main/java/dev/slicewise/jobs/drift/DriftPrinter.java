package dev.slicewise.jobs.drift;

import dev.slicewise.core.drift.DriftVerdict;
import dev.slicewise.jobs.console.DisplayText;
import dev.slicewise.jobs.console.Labels;
import dev.slicewise.jobs.console.NumberText;
import dev.slicewise.jobs.console.TextTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings for people: how many of each kind, and the worst ones. */
final class DriftPrinter {
  private static final int MOST_REASONS = 5;

  /** Drift first, what went farthest beyond its limit at the top. */
  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing((Finding finding) -> rank(finding.answer().verdict()))
          .thenComparing(finding -> -finding.answer().reached());

  private DriftPrinter() {}

  private static int rank(DriftVerdict verdict) {
    return switch (verdict) {
      case DRIFT -> 0;
      case INCONCLUSIVE -> 1;
      case SHOWN -> 2;
      case NO_DRIFT -> 3;
      case UNDEFINED -> 4;
    };
  }

  static List<String> lines(List<Finding> findings, Outcome outcome, int limit, int width) {
    List<String> lines = new ArrayList<>();
    lines.add(summary(outcome));
    List<Finding> shown =
        findings.stream()
            .filter(finding -> finding.answer().verdict() != DriftVerdict.UNDEFINED)
            .sorted(WORST_FIRST)
            .limit(limit)
            .toList();
    if (!shown.isEmpty()) {
      lines.add("");
      lines.addAll(table(shown).lines(width));
    }
    long left = findings.size() - outcome.count(DriftVerdict.UNDEFINED) - shown.size();
    if (left > 0) {
      lines.add("… " + NumberText.count(left) + " more (--limit)");
    }
    lines.addAll(reasons(findings));
    return lines;
  }

  private static String summary(Outcome outcome) {
    return NumberText.count(outcome.count(DriftVerdict.DRIFT))
        + " drifted, "
        + NumberText.count(outcome.count(DriftVerdict.NO_DRIFT))
        + " did not, "
        + NumberText.count(outcome.count(DriftVerdict.INCONCLUSIVE))
        + " inconclusive, "
        + NumberText.count(outcome.count(DriftVerdict.UNDEFINED))
        + " undefined, "
        + NumberText.count(outcome.count(DriftVerdict.SHOWN))
        + " shown without a limit";
  }

  private static TextTable table(List<Finding> findings) {
    TextTable table =
        new TextTable(
            4, List.of("slice", "column", "method", "window", "value", "limit", "rows", "verdict"));
    for (Finding finding : findings) {
      Double limit = finding.found().threshold();
      table.add(
          List.of(
              Labels.slice(finding.definition().names(), finding.values()),
              DisplayText.shortened(DisplayText.visible(finding.subject()), 40),
              finding.question().method(),
              window(finding),
              NumberText.of(finding.answer().value()),
              limit == null ? "–" : NumberText.of(limit),
              NumberText.count(finding.answer().reference())
                  + " → "
                  + NumberText.count(finding.answer().current()),
              finding.found().verdict()));
    }
    return table;
  }

  /** The first day or moment, and whether it is the window before that it is compared with. */
  private static String window(Finding finding) {
    if (finding.window() == null) {
      return "";
    }
    String start = finding.window().start().toString().replace("T00:00:00Z", "");
    return finding.comparison() == Finding.Comparison.CONSECUTIVE ? start + " (before)" : start;
  }

  /** Why some have no value, by how often. */
  private static List<String> reasons(List<Finding> findings) {
    Map<String, Long> counts = new LinkedHashMap<>();
    for (Finding finding : findings) {
      if (finding.answer().verdict() == DriftVerdict.UNDEFINED) {
        counts.merge(finding.answer().reason(), 1L, Long::sum);
      }
    }
    List<String> lines = new ArrayList<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST_REASONS)
        .forEach(
            reason ->
                lines.add(
                    "undefined: "
                        + DisplayText.visible(reason.getKey())
                        + " ("
                        + NumberText.count(reason.getValue())
                        + ")"));
    return lines;
  }
}
