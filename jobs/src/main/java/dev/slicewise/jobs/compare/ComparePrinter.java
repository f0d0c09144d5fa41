package dev.slicewise.jobs.compare;

import dev.slicewise.core.compare.Comparison;
import dev.slicewise.core.compare.ComparisonCells;
import dev.slicewise.core.slice.SliceKey;
import dev.slicewise.core.slice.SliceResult;
import dev.slicewise.jobs.console.DisplayText;
import dev.slicewise.jobs.console.Labels;
import dev.slicewise.jobs.console.NumberText;
import dev.slicewise.jobs.console.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A comparison for the eye. */
final class ComparePrinter {
  private static final double SMALLEST = 0.0001;
  private static final String SMALLEST_TEXT = "0.0001";

  private final CompareConfig config;
  private final int width;

  ComparePrinter(CompareConfig config, int width) {
    this.config = config;
    this.width = width;
  }

  List<String> lines(CompareResult result) {
    List<String> text = new ArrayList<>();
    if (config.states() != null) {
      text.add("Unpaired: the rows differ, so differences are less sure than on the same rows.");
      text.add("");
    }
    boolean several = config.models().size() > 1;
    List<String> headings = new ArrayList<>(List.of("slice", "metric"));
    if (several) {
      headings.add("model");
    }
    headings.addAll(
        List.of("n", "baseline", "value", "difference", "p adjusted", "test", "verdict"));
    TextTable table = new TextTable(several ? 3 : 2, headings);
    result.lines().stream().limit(config.limit()).forEach(line -> table.add(cells(line, several)));
    text.addAll(table.lines(width));
    int hidden = result.lines().size() - config.limit();
    if (hidden > 0) {
      text.add("… " + NumberText.count(hidden) + " more lines (--limit)");
    }
    losses(result, text);
    return text;
  }

  private static List<String> cells(Line line, boolean several) {
    Comparison c = line.comparison();
    List<String> cells = new ArrayList<>();
    cells.add(slice(line));
    cells.add(Labels.metric(c.metric()));
    if (several) {
      cells.add(DisplayText.visible(line.model()));
    }
    cells.add(NumberText.count(c.rows()));
    cells.add(number(c.baseline()));
    cells.add(number(c.value()));
    cells.add(c.difference() == null ? "–" : NumberText.of(c.difference(), c.interval()));
    cells.add(probability(c.pAdjusted()));
    cells.add(c.test() == null ? "–" : c.test().name());
    cells.add(ComparisonCells.word(c.verdict()).replace('_', ' '));
    return cells;
  }

  private static String slice(Line line) {
    SliceKey key = new SliceKey(0, line.values());
    return Labels.slice(new SliceResult(line.spec().names(), key, 0, List.of()));
  }

  /** Nobody compares probabilities below this. */
  private static String probability(Double p) {
    return p != null && p < SMALLEST ? "< " + SMALLEST_TEXT : number(p);
  }

  private static String number(Double value) {
    return value == null ? "–" : NumberText.of(value);
  }

  /** Why losses of all rows moved. */
  private static void losses(CompareResult result, List<String> text) {
    for (Map<String, Object> loss : new Decomposition(result).losses()) {
      if (((List<?>) loss.get("slices")).isEmpty()) {
        text.add("");
        text.add(
            DisplayText.visible(String.valueOf(loss.get("model")))
                + ": the Brier score changed by "
                + NumberText.of((Double) loss.get("delta"))
                + " (calibration "
                + NumberText.of((Double) loss.get("calibration"))
                + ", discrimination "
                + NumberText.of((Double) loss.get("discrimination"))
                + "): "
                + loss.get("reading"));
      }
    }
  }
}
