package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.metric.reference.MetricPage;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.core.term.representation.VectorCondition;
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
          Map.entry("stage2", "decision of the second stage, 0 or 1"),
          Map.entry("policy_chosen_logps", "log-probability of the chosen answer under the model"),
          Map.entry(
              "policy_rejected_logps", "log-probability of the rejected answer under the model"),
          Map.entry(
              "reference_chosen_logps", "log-probability of the chosen answer under the reference"),
          Map.entry(
              "reference_rejected_logps",
              "log-probability of the rejected answer under the reference"),
          Map.entry("reward_chosen", "reward of the chosen answer"),
          Map.entry("reward_rejected", "reward of the rejected answer"),
          Map.entry("reward", "reward of the model's own answer"),
          Map.entry("policy_logps", "log-probability of the answer under the model"),
          Map.entry("reference_logps", "log-probability of the answer under the reference"),
          Map.entry("cdf", "value of the forecast distribution function at the label"),
          Map.entry("bytes", "the number of UTF-8 bytes of the text"),
          Map.entry("words", "the number of words of the text"),
          Map.entry("positive_index", "which of the similarities is the positive's, from 0"));

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
          Map.entry("stage2", List.of("0", "0", "1", "1", "0", "0")),
          Map.entry("policy_chosen_logps", List.of("-10", "-20", "-12", "-9", "-15", "-8")),
          Map.entry("policy_rejected_logps", List.of("-14", "-19", "-13", "-9", "-18", "-7")),
          Map.entry("reference_chosen_logps", List.of("-11", "-20.5", "-12", "-10", "-15", "-9")),
          Map.entry("reference_rejected_logps", List.of("-13", "-20", "-12", "-10", "-16", "-9")),
          Map.entry("reward_chosen", List.of("2.0", "0.5", "-1.0", "1.0", "3.0", "0.0")),
          Map.entry("reward_rejected", List.of("1.0", "0.5", "3.0", "0.0", "2.0", "-1.0")),
          Map.entry("reward", List.of("1.0", "0.5", "2.0", "1.5", "0.0", "1.0")),
          Map.entry("policy_logps", List.of("-10", "-20", "-12", "-9", "-15", "-8")),
          Map.entry("reference_logps", List.of("-11", "-20.5", "-12", "-10", "-15", "-9")),
          Map.entry("cdf", List.of("0.5", "0.84", "0.16", "0.98", "0.3", "0.7")),
          Map.entry("bytes", List.of("11", "6", "15", "9", "4", "20")),
          Map.entry("words", List.of("2", "1", "3", "2", "1", "4")),
          Map.entry("positive_index", List.of("0", "1", "2", "0", "1", "2")));

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
          Role.VALUE.as(Shape.TEXT),
          List.of("'a'", "'b'", "'a'", "'b'", "'b'", "'b'"),
          Role.SPLIT,
          List.of(
              "'reference'", "'current'", "'reference'", "'current'", "'reference'", "'current'"),
          Role.SENSITIVE,
          List.of("'a'", "'b'", "'a'", "'b'", "'b'", "'a'"));

  /** Where the label is the place of a class in an array. */
  private static final List<String> INDICES = List.of("1", "0", "2", "1", "1", "2");

  /** The parameters that name the two sides, and what the sides are called in the tables. */
  private static final List<String> SIDES = List.of("reference", "current");

  /** Where labels say whether a pair is similar or not. */
  private static final Map<String, List<String>> SIGNS =
      Map.of("label", List.of("1", "-1", "1", "-1", "1", "-1"));

  private Examples() {}

  static String meaning(Role role) {
    String number = MEANINGS.getOrDefault(role.name(), "the column in this role");
    boolean array = role.shape() != Shape.NUMBER && role.shape() != Shape.TEXT;
    return array ? ArrayExamples.meaning(role) : number;
  }

  /** What a query on six rows must say to have an answer, behind the columns. */
  static String arguments(List<ParameterInfo> parameters) {
    StringBuilder arguments = new StringBuilder();
    for (ParameterInfo parameter : parameters) {
      if (parameter.name().equals("min_group_size")) {
        arguments.append(", min_group_size => 1");
      } else if (SIDES.contains(parameter.name())
          && !parameter.name().equals(parameter.defaultValue())) {
        arguments.append(", ").append(parameter.name()).append(" => '");
        arguments.append(parameter.name()).append("'");
      }
    }
    return arguments.toString();
  }

  /** {@code VALUES … AS t(label, prediction)}, or nothing for roles that only others know. */
  static Optional<String> columns(MetricPage page) {
    List<List<String>> columns = new ArrayList<>();
    for (Role role : page.roles()) {
      columns.add(column(role, page));
    }
    return columns.contains(null) ? Optional.empty() : Optional.of(values(page.roles(), columns));
  }

  private static List<String> column(Role role, MetricPage page) {
    if (role.shape() != Shape.NUMBER) {
      return WORDS.containsKey(role) ? WORDS.get(role) : ArrayExamples.column(role);
    }
    if (role.equals(Role.LABEL) && page.roles().contains(Role.PREDICTION.as(Shape.NUMBERS))) {
      return INDICES;
    }
    if (page.has(VectorCondition.SignLabel.class::isInstance)) {
      return SIGNS.getOrDefault(role.name(), NUMBERS.get(role.name()));
    }
    List<String> known = NUMBERS.get(role.name());
    if (known == null) {
      // Differs from role to role, so that differences of two are not all 0.
      List<String> turned = new ArrayList<>(OTHERS);
      Collections.rotate(turned, role.name().hashCode() % ROWS);
      known = turned;
    }
    return page.isAboutClasses() ? CLASSES.getOrDefault(role.name(), known) : known;
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
