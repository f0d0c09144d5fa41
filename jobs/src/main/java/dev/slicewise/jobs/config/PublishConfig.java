package dev.slicewise.jobs.config;

import dev.slicewise.core.slice.Dimension;
import dev.slicewise.core.slice.SliceSpec;
import dev.slicewise.core.text.Nearest;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.store.Window;
import dev.slicewise.jobs.store.WindowUnit;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where an evaluation's states are published, and as what.
 *
 * @param location of the state table
 * @param model whose predictions they are of
 * @param windowStart of all rows, or null
 * @param windowEnd of all rows, or null
 * @param timeColumn column or expression that tells the window of a row, or null
 * @param unit how long those windows are, or null
 * @param runId name of the run
 */
public record PublishConfig(
    String location,
    String model,
    String windowStart,
    String windowEnd,
    String timeColumn,
    WindowUnit unit,
    String runId) {
  /** The name of the dimension that tells windows apart. */
  public static final String WINDOW = "window";

  /** Resolves what the user said; null without a state table. */
  static PublishConfig of(StateTableSettings said, String runId) {
    if (said.stateTable == null) {
      refuseAlone("--model", said.model);
      refuseAlone("--window-start", said.windowStart);
      refuseAlone("--window-end", said.windowEnd);
      refuseAlone("--time-column", said.timeColumn);
      refuseAlone("--window", said.window);
      return null;
    }
    if (said.stateTable.isBlank()) {
      throw JobException.usage("expected a state table for --state-table, found nothing.");
    }
    if (said.model == null || said.model.isBlank()) {
      throw JobException.usage(
          "expected --model NAME with --state-table, found none; the table keeps models apart by"
              + " their names.");
    }
    if ((said.timeColumn == null) != (said.window == null)) {
      throw JobException.usage(
          said.window == null
              ? "expected --window with --time-column, one of "
                  + String.join(", ", WindowUnit.names())
                  + ", found none."
              : "expected --time-column with --window, found none.");
    }
    if (said.timeColumn != null && (said.windowStart != null || said.windowEnd != null)) {
      throw JobException.usage(
          "expected --window-start and --window-end, or --time-column and --window, found both; to"
              + " evaluate some windows only, say which rows with --where.");
    }
    PublishConfig config =
        new PublishConfig(
            said.stateTable,
            said.model,
            said.windowStart,
            said.windowEnd,
            said.timeColumn,
            said.window == null ? null : unit(said.window),
            runId);
    config.window(ZoneOffset.UTC);
    return config;
  }

  private static void refuseAlone(String flag, String value) {
    if (value != null) {
      throw JobException.usage("expected --state-table with " + flag + ", found none.");
    }
  }

  /** A unit by its name. */
  public static WindowUnit unit(String said) {
    try {
      return WindowUnit.valueOf(said.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw JobException.usage(
          "expected --window to be one of "
              + String.join(", ", WindowUnit.names())
              + ", found '"
              + said
              + "'."
              + Nearest.hint(said, WindowUnit.names()),
          e);
    }
  }

  /**
   * The window of all rows; null when nobody said one.
   *
   * @param zone of times without one
   */
  public Window window(ZoneId zone) {
    if ((windowStart == null) != (windowEnd == null)) {
      throw JobException.usage(
          "expected --window-start and --window-end, found only --window-"
              + (windowStart == null ? "end." : "start."));
    }
    return windowStart == null
        ? null
        : TimeText.window("--window-start", windowStart, "--window-end", windowEnd, zone);
  }

  /** Whether every row tells its own window. */
  public boolean cutsByTime() {
    return timeColumn != null;
  }

  /** The definitions that are scanned: with a time column, each window apart. */
  List<SliceSpec> scanned(List<SliceSpec> asked) {
    if (!cutsByTime()) {
      return asked;
    }
    List<SliceSpec> scanned = new ArrayList<>();
    for (SliceSpec spec : asked) {
      if (spec.names().contains(WINDOW)) {
        throw JobException.usage(
            "expected no slice dimension named "
                + WINDOW
                + " beside --time-column, which makes one, found --slice "
                + spec.text()
                + "; give it another name with AS.");
      }
      List<Dimension> dimensions = new ArrayList<>();
      dimensions.add(new Dimension.TimeUnit(WINDOW, timeColumn, unit.text()));
      dimensions.addAll(spec.dimensions());
      scanned.add(new SliceSpec(dimensions));
    }
    return scanned;
  }
}
