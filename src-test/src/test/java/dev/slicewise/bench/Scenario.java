package dev.slicewise.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is evaluated: which rows, weighted or not, sliced by what. */
enum Scenario {
  NONE("no slice"),
  S10("10 slices", SliceColumn.S10),
  S500("500 slices", SliceColumn.S500),
  S5000("5,000 slices", SliceColumn.S5000),
  S1M("1,000,000 slices", SliceColumn.S1M),
  EIGHT("8 definitions over three columns, 600 finest slices") {
    @Override
    List<List<SliceColumn>> definitions() {
      SliceColumn a = SliceColumn.S10;
      SliceColumn b = SliceColumn.CHANNEL;
      SliceColumn c = SliceColumn.REGION;
      return List.of(
          List.of(),
          List.of(a),
          List.of(b),
          List.of(c),
          List.of(a, b),
          List.of(a, c),
          List.of(b, c),
          List.of(a, b, c));
    }
  },
  WEIGHTED("weighted, no slice"),
  WEIGHTED_S500("weighted, 500 slices", SliceColumn.S500),
  SKEWED("100 slices, one of 90 % of the rows", SliceColumn.SKEWED),
  NULLS("no slice, NULL in 5 % of the rows"),
  JOIN("7 slices by a joined column", SliceColumn.STATE);

  private final String about;
  private final List<SliceColumn> columns;

  Scenario(String about, SliceColumn... columns) {
    this.about = about;
    this.columns = List.of(columns);
  }

  /** The scenario of a name in lower case. */
  static Scenario named(String name) {
    return Stream.of(values())
        .filter(scenario -> scenario.id().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected a scenario among %s, found '%s' in --scenarios"
                        .formatted(ids(), name)));
  }

  static String ids() {
    return Arrays.stream(values()).map(Scenario::id).collect(Collectors.joining(", "));
  }

  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  String about() {
    return about;
  }

  /** The slice definitions; one without columns is all rows. */
  List<List<SliceColumn>> definitions() {
    return List.of(columns);
  }

  /** The definition that all others are coarser than. */
  List<SliceColumn> finest() {
    List<List<SliceColumn>> definitions = definitions();
    return definitions.get(definitions.size() - 1);
  }

  /** The columns by which anything is sliced. */
  List<String> sliceColumns() {
    return names(finest());
  }

  static List<String> names(List<SliceColumn> definition) {
    List<String> names = new ArrayList<>();
    definition.forEach(column -> names.add(column.columnName()));
    return names;
  }

  boolean weighted() {
    return this == WEIGHTED || this == WEIGHTED_S500;
  }

  boolean joined() {
    return this == JOIN;
  }

  boolean withNulls() {
    return this == NULLS;
  }

  String label() {
    return withNulls() ? "y_nulls" : "y";
  }

  String prediction() {
    return withNulls() ? "p_nulls" : "p";
  }

  /** Whether results are added up where they are instead of being brought to the driver. */
  boolean tooManySlicesToCollect() {
    return finest().stream().mapToLong(SliceColumn::cardinality).reduce(1, Math::multiplyExact)
        > 50_000;
  }
}
