package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.reference.MetricPage;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small tables that documented queries run on, with values for every role. */
final class Examples {
  private static final int ROWS = 6;

  /** What a column of a role is, for readers. */
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("label", "the observed value"),
          Map.entry("prediction", "the predicted value, probability or score"),
          Map.entry("scale", "a positive scale of the row's series or distribution"),
          Map.entry("baseline", "another model's prediction of the same label"),
          Map.entry("previous", "the series' previous value"),
          Map.entry("lower", "lower end of a prediction interval"),
          Map.entry("upper", "upper end of a prediction interval"),
          Map.entry("variance", "predicted variance"),
          Map.entry("stddev", "predicted standard deviation"),
          Map.entry("value", "the column whose distribution is asked for"),
          Map.entry("stage1", "decision of the first stage, 0 or 1"),
          Map.entry("stage2", "decision of the second stage, 0 or 1"));

  private static final Map<String, List<String>> NUMBERS =
      Map.ofEntries(
          Map.entry("label", List.of("3.0", "1.0", "2.0", "7.0", "4.0", "5.0")),
          Map.entry("prediction", List.of("2.5", "1.5", "2.0", "8.0", "4.5", "4.0")),
          Map.entry("scale", List.of("1.0", "2.0", "1.0", "2.0", "1.0", "2.0")),
          Map.entry("baseline", List.of("3.5", "2.0", "2.5", "6.0", "3.0", "5.5")),
          Map.entry("previous", List.of("2.5", "2.0", "1.5", "5.0", "4.5", "4.0")),
          Map.entry("lower", List.of("2.0", "0.5", "1.0", "6.0", "4.5", "3.0")),
          Map.entry("upper", List.of("4.0", "2.0", "3.0", "9.0", "6.0", "6.0")),
          Map.entry("variance", List.of("1.0", "2.0", "1.0", "2.0", "1.0", "2.0")),
          Map.entry("stddev", List.of("1.0", "2.0", "1.0", "2.0", "1.0", "2.0")),
          Map.entry("value", List.of("3.0", "1.0", "2.0", "7.0", "4.0", "5.0")),
          Map.entry("stage1", List.of("0", "1", "1", "1", "1", "0")),
          Map.entry("stage2", List.of("0", "0", "1", "1", "0", "0")));

  /** Where labels are classes: one decision of each kind at ½, for both models. */
  private static final Map<String, List<String>> CLASSES =
      Map.of(
          "label", List.of("0", "0", "1", "1", "0", "1"),
          "prediction", List.of("0.1", "0.4", "0.35", "0.8", "0.6", "0.9"),
          "baseline", List.of("0.7", "0.5", "0.45", "0.6", "0.3", "0.4"));

  /** Logarithms of probabilities and rewards. */
  private static final List<String> OTHERS =
      List.of("-0.5", "-1.25", "-0.75", "-2.0", "-1.5", "-1.0");

  private static final Map<Role, List<String>> WORDS =
      Map.of(
          Role.LABEL.as(Shape.TEXT),
          List.of("'a'", "'b'", "'a'", "'c'", "'b'", "'c'"),
          Role.PREDICTION.as(Shape.TEXT),
          List.of("'a'", "'b'", "'c'", "'c'", "'a'", "'c'"),
          Role.CATEGORY,
          List.of("'a'", "'b'", "'a'", "'c'", "'b'", "'c'"),
          Role.SENSITIVE,
          List.of("'a'", "'b'", "'a'", "'b'", "'b'", "'a'"));

  private Examples() {}

  static String meaning(Role role) {
    return MEANINGS.getOrDefault(role.name(), "the column in this role");
  }

  /** {@code VALUES … AS t(label, prediction)}, or nothing for roles that only others know. */
  static Optional<String> columns(MetricPage page) {
    List<List<String>> columns = new ArrayList<>();
    for (Role role : page.roles()) {
      columns.add(column(role, page.isAboutClasses()));
    }
    return columns.contains(null) ? Optional.empty() : Optional.of(values(page.roles(), columns));
  }

  private static List<String> column(Role role, boolean classes) {
    if (role.shape() != Shape.NUMBER) {
      return WORDS.get(role);
    }
    List<String> known = NUMBERS.get(role.name());
    if (known == null) {
      // Differs from role to role, so that differences of two are not all 0.
      List<String> turned = new ArrayList<>(OTHERS);
      Collections.rotate(turned, role.name().hashCode() % ROWS);
      known = turned;
    }
    return classes ? CLASSES.getOrDefault(role.name(), known) : known;
  }

  private static String values(List<Role> roles, List<List<String>> columns) {
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      int row = i;
      rows.add("(" + String.join(", ", columns.stream().map(c -> c.get(row)).toList()) + ")");
    }
    return "VALUES "
        + String.join(", ", rows)
        + " AS t("
        + String.join(", ", roles.stream().map(Role::name).toList())
        + ")";
  }
}
