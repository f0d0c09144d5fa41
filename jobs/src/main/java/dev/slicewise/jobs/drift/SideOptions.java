package dev.slicewise.jobs.drift;

import dev.slicewise.jobs.config.EvaluateConfig.InputConfig;
import dev.slicewise.jobs.config.Pairs;
import dev.slicewise.jobs.config.TimeText;
import dev.slicewise.jobs.failure.JobException;
import dev.slicewise.jobs.store.Window;
import dev.slicewise.jobs.store.WindowUnit;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Flags that say what is compared with what. */
final class SideOptions {
  @Option(
      names = "--reference",
      paramLabel = "PATH|TABLE",
      description = "Rows that are compared with, such as those of training.")
  String reference;

  @Option(
      names = "--reference-format",
      paramLabel = "FORMAT",
      description = "csv, json, parquet, orc or table; inferred when absent.")
  String referenceFormat;

  @Option(
      names = "--current",
      paramLabel = "PATH|TABLE",
      description = "Rows that are compared, such as those of last week.")
  String current;

  @Option(
      names = "--current-format",
      paramLabel = "FORMAT",
      description = "csv, json, parquet, orc or table; inferred when absent.")
  String currentFormat;

  @Option(
      names = "--input",
      paramLabel = "PATH|TABLE",
      description = "Rows of both instead, told apart by --time-column.")
  String input;

  @Option(
      names = "--format",
      description = "csv, json, parquet, orc or table; inferred when absent.")
  String format;

  @Option(
      names = "--option",
      paramLabel = "KEY=VALUE",
      description = "An option of Spark's reader, such as sep=; (repeatable), for all rows read.")
  List<String> options;

  @Option(
      names = "--where",
      paramLabel = "CONDITION",
      description = "Keep only rows that meet a SQL condition.")
  String where;

  @Option(
      names = "--time-column",
      paramLabel = "COLUMN",
      description = "With --input: date or timestamp of a row, column or SQL expression.")
  String timeColumn;

  @Option(
      names = "--state-table",
      paramLabel = "LOCATION",
      description = "Stored states of windows instead of rows: no row is read.")
  String stateTable;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "With --state-table: whose states, where it holds those of several models.")
  String model;

  @Option(
      names = "--reference-states",
      paramLabel = "PATH",
      description = "States to compare with: the output directory of an evaluation.")
  String referenceStates;

  @Option(
      names = "--current-states",
      paramLabel = "PATH",
      description = "States to compare: the output directory of an evaluation.")
  String currentStates;

  @Option(
      names = "--window",
      paramLabel = "UNIT",
      description =
          "hour, day, week, month, quarter or year: how rows are cut, or stored windows joined.")
  String window;

  @Option(
      names = "--baseline-from",
      paramLabel = "TIME",
      description =
          "First moment of the windows that all others are compared with: 2026-11-01,"
              + " 2026-11-01T06:00 or 2026-11-01T06:00Z.")
  String baselineFrom;

  @Option(
      names = "--baseline-to",
      paramLabel = "TIME",
      description = "The first moment after them.")
  String baselineTo;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "First moment of the windows to compare (default: all but the baseline).")
  String from;

  @Option(names = "--to", paramLabel = "TIME", description = "The first moment after them.")
  String to;

  /** What is read. */
  enum Kind {
    /** Two sets of rows. */
    ROWS("--reference and --current"),
    /** Rows cut by time. */
    ROWS_BY_TIME("--input with --time-column and --window"),
    /** Two sets of states. */
    STATES("--reference-states and --current-states"),
    /** Stored windows. */
    STATE_TABLE("--state-table");

    private final String flags;

    Kind(String flags) {
      this.flags = flags;
    }
  }

  /** What is read, and that enough was said of it and of nothing else. */
  Kind kind() {
    List<Kind> kinds = new ArrayList<>();
    add(kinds, Kind.ROWS, reference, current);
    add(kinds, Kind.ROWS_BY_TIME, input);
    add(kinds, Kind.STATES, referenceStates, currentStates);
    add(kinds, Kind.STATE_TABLE, stateTable);
    if (kinds.size() != 1) {
      throw JobException.usage(
          "expected one of "
              + String.join("; ", flags(List.of(Kind.values())))
              + "; found "
              + (kinds.isEmpty() ? "none" : String.join(" beside ", flags(kinds)))
              + ".");
    }
    Kind kind = kinds.get(0);
    expect(kind != Kind.ROWS || (reference != null && current != null), kind.flags);
    expect(kind != Kind.STATES || (referenceStates != null && currentStates != null), kind.flags);
    expect(kind != Kind.ROWS_BY_TIME || (timeColumn != null && window != null), kind.flags);
    boolean byTime = kind == Kind.ROWS_BY_TIME || kind == Kind.STATE_TABLE;
    if (!byTime && (window != null || baselineFrom != null || baselineTo != null || from != null)) {
      throw JobException.usage(
          "expected --window, --baseline-from and --from with --input or --state-table only, found"
              + " them with "
              + kind.flags
              + ".");
    }
    expect((baselineFrom == null) == (baselineTo == null), "--baseline-from and --baseline-to");
    expect((from == null) == (to == null), "--from and --to");
    unit();
    return kind;
  }

  private static void add(List<Kind> kinds, Kind kind, String... said) {
    for (String flag : said) {
      if (flag != null && !kinds.contains(kind)) {
        kinds.add(kind);
      }
    }
  }

  private static List<String> flags(List<Kind> kinds) {
    return kinds.stream().map(kind -> kind.flags).toList();
  }

  private static void expect(boolean complete, String flags) {
    if (!complete) {
      throw JobException.usage("expected " + flags + " together, found not all of them.");
    }
  }

  /** How long windows are; null when nothing was said. */
  WindowUnit unit() {
    if (window == null) {
      return null;
    }
    if (!WindowUnit.names().contains(window.toLowerCase(Locale.ROOT))) {
      throw JobException.usage(
          "expected --window to be one of "
              + String.join(", ", WindowUnit.names())
              + ", found '"
              + window
              + "'.");
    }
    return WindowUnit.valueOf(window.toUpperCase(Locale.ROOT));
  }

  /** What windows are compared with; null when nothing was said. */
  Window baseline(ZoneId zone) {
    return baselineFrom == null
        ? null
        : TimeText.window("--baseline-from", baselineFrom, "--baseline-to", baselineTo, zone);
  }

  /** What windows are compared; null for all. */
  Window span(ZoneId zone) {
    return from == null ? null : TimeText.window("--from", from, "--to", to, zone);
  }

  private InputConfig rows(String path, String said) {
    String as = said == null ? format : said;
    String lower = as == null ? null : as.toLowerCase(Locale.ROOT);
    return new InputConfig(path, null, lower, Pairs.of("--option", options), where);
  }

  InputConfig referenceRows() {
    return rows(reference, referenceFormat);
  }

  InputConfig currentRows() {
    return rows(current, currentFormat);
  }

  InputConfig inputRows() {
    return rows(input, null);
  }
}
