package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.statistic.Statistic;
import dev.slicewise.core.term.Condition;
import dev.slicewise.core.term.Role;
import dev.slicewise.core.term.Shape;
import dev.slicewise.core.term.representation.VectorCondition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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

  /** Where labels say whether a pair is similar or not. */
  private static final Map<String, List<String>> SIGNS =
      Map.of("label", List.of("1", "-1", "1", "-1", "1", "-1"));

  private Examples() {}

  static String meaning(Role role) {
    String number = MEANINGS.getOrDefault(role.name(), "the column in this role");
    return role.shape() == Shape.NUMBER ? number : ArrayExamples.meaning(role);
  }

  /** {@code VALUES … AS t(label, prediction)}, or nothing for roles that only others know. */
  static Optional<String> columns(List<Role> roles, CatalogEntry entry) {
    Map<String, List<String>> special =
        has(entry, VectorCondition.SignLabel.class::isInstance)
            ? SIGNS
            : classes(entry) ? CLASSES : Map.of();
    List<List<String>> columns = new ArrayList<>();
    for (Role role : roles) {
      List<String> numbers = NUMBERS.get(role.name());
      columns.add(
          role.shape() != Shape.NUMBER
              ? ArrayExamples.column(role)
              : special.getOrDefault(role.name(), numbers));
    }
    return columns.contains(null) ? Optional.empty() : Optional.of(values(roles, columns));
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

  /** Whether the label is a class or a probability of one. */
  private static boolean classes(CatalogEntry entry) {
    return has(
        entry,
        condition ->
            condition instanceof Condition.BinaryLabel
                || condition instanceof Condition.Probability);
  }

  private static boolean has(CatalogEntry entry, Predicate<Condition> wanted) {
    for (Statistic<?> statistic : entry.bind().metric().needs()) {
      if (statistic.domain().conditions().stream().anyMatch(wanted)) {
        return true;
      }
    }
    return false;
  }
}
