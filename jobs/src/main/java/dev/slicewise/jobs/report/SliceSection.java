package dev.slicewise.jobs.report;

import dev.slicewise.core.slice.SliceSpec;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** One slice definition: what its slices say together, the worst as a chart, all as a table. */
final class SliceSection {
  private SliceSection() {}

  static void write(Html html, Results results, int definition) {
    SliceSpec spec = results.input().definitions().get(definition);
    Digest digest = results.digests().get(definition);
    String id = "s" + definition;
    html.open("section", "slices").attribute("aria-labelledby", id);
    html.open("h2").attribute("id", id).text("By ");
    Definitions.name(html, spec);
    html.close();
    Definitions.explain(html, spec);
    if (digest.slices() == 0) {
      html.element("p", "note", "No rows, so no slices.");
    } else {
      judgement(html, results, digest);
      List<KeptSlice> worst = digest.worst();
      if (!worst.isEmpty()) {
        new WorstChart(results, worst).write(html, caption(digest, worst.size()));
      }
      new MetricsTable(results, definition).write(html);
    }
    html.close();
  }

  private static void judgement(Html html, Results results, Digest digest) {
    html.open("p", "lead");
    if (!results.yardstick().ranks()) {
      html.text("No metric of this run says which values are good: its ");
      html.text(slices(digest.slices()) + (digest.slices() == 1 ? " is" : " are"));
      html.text(" listed, not ranked.");
    } else if (!results.yardstick().judges()) {
      html.text("All rows have no value to hold the " + slices(digest.slices()) + " against.");
    } else if (results.input().confidence() == 0) {
      html.text("This run has no intervals, so nothing can be called significant.");
    } else if (digest.judged() == 0) {
      html.text("None of " + slices(digest.slices()) + " could be judged: that takes an interval");
      html.text(" and at least " + Yardstick.LEAST_ROWS + " usable rows.");
    } else {
      counts(html, results, digest);
    }
    html.close();
  }

  private static void counts(Html html, Results results, Digest digest) {
    long worse = digest.count(Standing.WORSE);
    html.element(
        "b",
        worse > 0 ? "worse" : "",
        (worse == 0 ? "None" : Numbers.count(worse)) + " of " + slices(digest.slices()));
    html.text((worse > 1 ? " are" : " is") + " significantly worse than all rows; ");
    html.text(Numbers.count(digest.count(Standing.BETTER)) + " better, ");
    html.text(Numbers.count(digest.count(Standing.OPEN)) + " undecided");
    long unjudged = digest.count(Standing.NOT_JUDGED);
    if (unjudged > 0) {
      html.text(
          ", "
              + Numbers.count(unjudged)
              + " not judged (fewer than "
              + Yardstick.LEAST_ROWS
              + " usable rows, or no interval)");
    }
    html.text(". ");
    if (worse > 0 && digest.judged() > 1) {
      html.text(chance(digest.judged(), results.input().confidence()));
    }
  }

  /** How many slices would be marked worse if none was: each with half of 1 − confidence. */
  private static String chance(long judged, double confidence) {
    BigDecimal expected =
        BigDecimal.ONE
            .subtract(BigDecimal.valueOf(confidence))
            .multiply(BigDecimal.valueOf(judged))
            .divide(BigDecimal.valueOf(2));
    return expected.compareTo(BigDecimal.ONE) < 0
        ? "If no slice differed, fewer than one would be expected here by chance."
        : "If no slice differed, about "
            + Numbers.count(expected.setScale(0, RoundingMode.HALF_UP).longValueExact())
            + " would be expected here by chance.";
  }

  private static String caption(Digest digest, int shown) {
    long worse = digest.count(Standing.WORSE);
    String rule = " with at least " + Yardstick.LEAST_ROWS + " usable rows";
    if (shown == digest.slices()) {
      return "All " + slices(shown) + ", worst first";
    }
    if (shown == digest.rankable()) {
      return "The " + slices(shown) + rule + ", worst first";
    }
    if (worse >= shown) {
      String some = worse == shown ? "The " : "The worst " + shown + " of ";
      return some + Numbers.count(worse) + " significantly worse slices" + rule + ", worst first";
    }
    String of = " of " + slices(digest.rankable()) + rule;
    return worse == 0
        ? "The worst " + shown + of + ", worst first"
        : shown + of + ": every significantly worse one and the worst others; worst first";
  }

  static String slices(long count) {
    return Numbers.count(count) + (count == 1 ? " slice" : " slices");
  }
}
