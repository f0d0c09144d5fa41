package dev.slicewise.jobs.gate;

import dev.slicewise.core.gate.Verdict;
import dev.slicewise.jobs.console.DisplayText;
import dev.slicewise.jobs.console.Labels;
import dev.slicewise.jobs.console.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** What came of the gates, in lines for people: what failed first. */
public final class GateText {
  private static final int VERDICT = 14;
  private static final int MOST_LINES = 10;

  private GateText() {}

  /** One line a gate, and below it the slices that did not pass. */
  public static List<String> lines(List<GateResult> results) {
    List<String> lines = new ArrayList<>();
    for (GateResult result : results) {
      lines.add(
          DisplayText.left(shout(result.verdict()), VERDICT)
              + DisplayText.visible(result.gate().name())
              + (result.gate().isWhole() ? "" : ": " + counts(result)));
      List<GateLine> open = new ArrayList<>();
      for (Verdict verdict : List.of(Verdict.FAIL, Verdict.INCONCLUSIVE)) {
        result.lines().stream().filter(line -> line.verdict() == verdict).forEach(open::add);
      }
      if (result.gate().isWhole() && open.isEmpty()) {
        open.addAll(result.lines());
      }
      for (GateLine line : open.subList(0, Math.min(MOST_LINES, open.size()))) {
        lines.add(" ".repeat(VERDICT) + line(line));
      }
      if (open.size() > MOST_LINES) {
        lines.add(
            " ".repeat(VERDICT)
                + "… "
                + NumberText.count(open.size() - MOST_LINES)
                + " more slices: see gates.json");
      }
    }
    return lines;
  }

  private static String shout(Verdict verdict) {
    return verdict == Verdict.FAIL ? "FAIL" : GatesJson.word(verdict);
  }

  private static String counts(GateResult result) {
    StringJoiner counts = new StringJoiner(", ");
    for (Verdict verdict : Verdict.values()) {
      long count = result.count(verdict);
      if (count > 0) {
        counts.add(NumberText.count(count) + " " + GatesJson.word(verdict));
      }
    }
    if (result.tooFewRows() > 0) {
      counts.add(
          NumberText.count(result.tooFewRows())
              + " of fewer than "
              + NumberText.count(result.gate().minRows())
              + " rows");
    }
    return counts.toString();
  }

  /** {@code carrier=UA: 61.3 [55, 68], limit 60, 29 rows; about 300 would decide}. */
  public static String line(GateLine line) {
    StringBuilder text = new StringBuilder(Labels.slice(line.slice()));
    if (!line.gate().isWhole() && line.verdict() == Verdict.INCONCLUSIVE) {
      text.append(", inconclusive");
    }
    StringJoiner facts = new StringJoiner(", ", ": ", "");
    facts.setEmptyValue("");
    if (line.value() != null) {
      facts.add(NumberText.of(line.value(), line.interval()));
    }
    if (line.threshold() != null && line.value() != null) {
      facts.add("limit " + NumberText.of(line.threshold()));
    }
    if (line.evidence() != null) {
      facts.add(NumberText.count(line.evidence().result().rows()) + " rows");
    }
    text.append(facts);
    if (line.decision().reason() != null) {
      text.append("; ").append(DisplayText.visible(line.decision().reason()));
    }
    if (line.decision().rowsNeeded() != null) {
      text.append(
          String.format(
              Locale.ROOT,
              "; about %s rows would decide",
              NumberText.count(line.decision().rowsNeeded())));
    }
    return text.toString();
  }
}
