package dev.slicewise.jobs.config;

import picocli.CommandLine.Option;

/** What the user said about publishing an evaluation's states; null where nothing was said. */
public final class StateTableSettings {
  @Option(
      names = "--state-table",
      paramLabel = "LOCATION",
      description =
          "State table to publish to: a directory, delta:DIRECTORY or iceberg:TABLE. The same model"
              + " and window published again is replaced.")
  String stateTable;

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The model that is evaluated, in the state table.")
  String model;

  @Option(
      names = "--window-start",
      paramLabel = "TIME",
      description =
          "When the rows' window begins: 2026-11-01, 2026-11-01T06:00 or 2026-11-01T06:00Z.")
  String windowStart;

  @Option(
      names = "--window-end",
      paramLabel = "TIME",
      description = "When it ends: the first moment after it.")
  String windowEnd;

  @Option(
      names = "--time-column",
      paramLabel = "COLUMN",
      description =
          "Time of a row, to publish each window apart instead: column or SQL expression.")
  String timeColumn;

  @Option(
      names = "--window",
      paramLabel = "UNIT",
      description = "With --time-column: hour, day, week, month, quarter or year.")
  String window;

  /** Takes what was not said here from another. */
  void over(StateTableSettings base) {
    stateTable = stateTable == null ? base.stateTable : stateTable;
    model = model == null ? base.model : model;
    windowStart = windowStart == null ? base.windowStart : windowStart;
    windowEnd = windowEnd == null ? base.windowEnd : windowEnd;
    timeColumn = timeColumn == null ? base.timeColumn : timeColumn;
    window = window == null ? base.window : window;
  }

  static StateTableSettings read(YamlNode file) {
    StateTableSettings settings = new StateTableSettings();
    settings.stateTable = file.text("state_table");
    settings.model = file.text("model");
    settings.windowStart = file.text("window_start");
    settings.windowEnd = file.text("window_end");
    settings.timeColumn = file.text("time_column");
    settings.window = file.text("window");
    return settings;
  }
}
