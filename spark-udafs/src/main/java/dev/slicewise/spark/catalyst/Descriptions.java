package dev.slicewise.spark.catalyst;

import dev.slicewise.core.metric.CatalogEntry;
import dev.slicewise.core.metric.ParameterInfo;
import dev.slicewise.core.metric.Profile;
import dev.slicewise.core.metric.reference.MetricPage;
import dev.slicewise.core.term.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;

/** What {@code DESCRIBE FUNCTION EXTENDED} prints: the page of the catalogue, for SQL. */
final class Descriptions {
  /** Functions on states, in the release that brought the catalogue. */
  private static final String FIRST_RELEASE = "0.1.0";

  private static final String CLASS = EvaluationAggregate.class.getName();

  /** The argument that every function with parameters takes. */
  static final String PROFILE =
      "profile - whose conventions parameters follow that are not given: "
          + String.join(", ", Profile.names())
          + "; else the session's "
          + Arguments.PROFILE;

  private Descriptions() {}

  /** An aggregate function: a metric under one of its names. */
  static ExpressionInfo metric(String name, CatalogEntry entry, Map<String, String> preset) {
    MetricPage page = new MetricPage(entry, preset);
    List<ParameterInfo> parameters =
        entry.parameters().stream().filter(each -> !preset.containsKey(each.name())).toList();
    List<String> arguments = arguments(page, parameters);
    arguments.add("weight - of the row, finite and at least 0; named: weight => w");
    arguments.add(PROFILE);
    String usage = usage(page.roles(), parameters, List.of("weight => w")) + words(page);
    List<String> examples = new ArrayList<>();
    Examples.columns(page)
        .ifPresent(
            table -> {
              String columns = call(page.roles()) + Examples.arguments(parameters);
              examples.add("SELECT " + name + "(" + columns + ") FROM " + table);
              examples.add("SELECT " + name + "(" + columns + ", weight => 2.0) FROM " + table);
            });
    return info(name, usage, arguments, examples, notes(page, preset), page.since());
  }

  /** A function of one row: a loss. */
  static ExpressionInfo loss(String name, CatalogEntry entry) {
    MetricPage page = new MetricPage(entry);
    // The last parameter says how rows are summed.
    List<ParameterInfo> parameters = entry.parameters().subList(0, entry.parameters().size() - 1);
    String usage = usage(page.roles(), parameters, List.of()) + " Of one row." + words(page);
    List<String> examples = new ArrayList<>();
    Examples.columns(page)
        .ifPresent(
            table -> examples.add("SELECT " + name + "(" + call(page.roles()) + ") FROM " + table));
    List<String> arguments = arguments(page, parameters);
    arguments.add(PROFILE);
    return info(name, usage, arguments, examples, notes(page, Map.of()), page.since());
  }

  /** A function on states. */
  static ExpressionInfo state(
      String name, String usage, List<String> arguments, List<String> examples) {
    return info(name, usage, arguments, examples, List.of(), FIRST_RELEASE);
  }

  private static String words(MetricPage page) {
    return " " + page.summary() + " " + page.formula() + ".";
  }

  private static String usage(
      List<Role> roles, List<ParameterInfo> parameters, List<String> others) {
    StringJoiner call = new StringJoiner(", ", "_FUNC_(", ") -");
    roles.forEach(role -> call.add(role.name()));
    parameters.forEach(
        each -> call.add(each.name() + " => " + ParameterInfo.text(each.defaultValue())));
    others.forEach(call::add);
    return call.toString();
  }

  private static List<String> arguments(MetricPage page, List<ParameterInfo> parameters) {
    List<String> lines = new ArrayList<>();
    page.roles()
        .forEach(
            role ->
                lines.add(
                    role + " - " + Examples.meaning(role) + "; " + role.shape().expectation()));
    for (ParameterInfo parameter : parameters) {
      lines.add(
          parameter.name()
              + " - "
              + parameter.doc()
              + "; "
              + MetricPage.allowed(parameter)
              + ", "
              + ParameterInfo.text(parameter.defaultValue())
              + " unless given");
    }
    return lines;
  }

  private static String call(List<Role> roles) {
    StringJoiner columns = new StringJoiner(", ");
    for (Role role : roles) {
      boolean positional = role.equals(Role.LABEL) || role.equals(Role.PREDICTION);
      columns.add(positional ? role.name() : role + " => " + role);
    }
    return columns.toString();
  }

  private static List<String> notes(MetricPage page, Map<String, String> preset) {
    List<String> lines = new ArrayList<>();
    CatalogEntry entry = page.entry();
    lines.add("id: " + page.id());
    new TreeMap<>(preset).forEach((name, value) -> lines.add("fixed: " + name + " = " + value));
    if (!entry.aliases().isEmpty()) {
      lines.add("also called: " + String.join(", ", entry.aliases()));
    }
    page.facts().stream()
        .filter(fact -> !fact.text().isEmpty())
        .forEach(fact -> lines.add(fact.heading() + ": " + fact.text()));
    page.edges().forEach(edge -> lines.add("edge: " + edge));
    lines.add("rows with null, NaN, infinity or outside the domain are left out; NULL: undefined");
    return lines;
  }

  private static ExpressionInfo info(
      String name,
      String usage,
      List<String> arguments,
      List<String> examples,
      List<String> notes,
      String since) {
    return new ExpressionInfo(
        CLASS,
        null,
        name,
        usage,
        block("Arguments", "* ", arguments, ""),
        block("Examples", "> ", examples, ";"),
        // Spark wants a note to be indented and to end in blanks.
        notes.isEmpty() ? "" : "\n      " + String.join("\n      ", notes) + "\n  ",
        "",
        since,
        "",
        "scala_udf");
  }

  private static String block(String heading, String mark, List<String> lines, String end) {
    if (lines.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n    ").append(heading).append(":\n");
    lines.forEach(line -> text.append("      ").append(mark).append(line).append(end).append('\n'));
    return text.append("  ").toString();
  }
}
